"""The View menu as data: every page that one can go to, the panes, and how all of it looks."""

from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.window.commands import Command
from app.ui.window.menu_entries import Entry, Menu

VIEW = Menu(
    QT_TRANSLATE_NOOP("Menus", "&View"),
    (
        Entry(
            Command.GO_TODAY,
            QT_TRANSLATE_NOOP("Menus", "T&oday"),
            QT_TRANSLATE_NOOP("Menus", "Go to what comes next, and what waits for whom."),
            "Ctrl+1",
            needs_workspace=True,
        ),
        Entry(
            Command.GO_MEETINGS,
            QT_TRANSLATE_NOOP("Menus", "&Meetings"),
            QT_TRANSLATE_NOOP("Menus", "Go to the list of meetings."),
            "Ctrl+2",
        ),
        Entry(
            Command.GO_CALENDAR,
            QT_TRANSLATE_NOOP("Menus", "&Calendar"),
            QT_TRANSLATE_NOOP(
                "Menus", "Go to the days: meetings, deadlines, and whose turn it is."
            ),
            "Ctrl+3",
            needs_workspace=True,
        ),
        Entry(
            Command.GO_ACTIONS,
            QT_TRANSLATE_NOOP("Menus", "&Action items"),
            QT_TRANSLATE_NOOP("Menus", "Go to what was promised: by whom, by when, and how far."),
            "Ctrl+4",
            needs_workspace=True,
        ),
        Entry(
            Command.GO_DECISIONS,
            QT_TRANSLATE_NOOP("Menus", "De&cisions"),
            QT_TRANSLATE_NOOP("Menus", "Go to what was decided, in meetings and in writing."),
            "Ctrl+6",
            needs_workspace=True,
        ),
        Entry(
            Command.GO_STUDIO,
            QT_TRANSLATE_NOOP("Menus", "Document s&tudio"),
            QT_TRANSLATE_NOOP("Menus", "Go to where documents are looked at, checked and saved."),
            "Ctrl+9",
            needs_workspace=True,
        ),
        Entry(
            Command.GO_TEMPLATES,
            QT_TRANSLATE_NOOP("Menus", "T&emplates"),
            QT_TRANSLATE_NOOP("Menus", "Go to the wording and the look of documents."),
            needs_workspace=True,
        ),
        Entry(
            Command.GO_PERSONS,
            QT_TRANSLATE_NOOP("Menus", "&Delegates"),
            QT_TRANSLATE_NOOP("Menus", "Go to everybody who has sat in a delegation."),
            "Ctrl+8",
            needs_workspace=True,
        ),
        Entry(
            Command.GO_RULES,
            QT_TRANSLATE_NOOP("Menus", "Adopted &rules"),
            QT_TRANSLATE_NOOP("Menus", "Go to the rules: their text on any day, and what changed."),
            "Ctrl+5",
            needs_workspace=True,
        ),
        Entry(
            Command.GO_DRAFTING,
            QT_TRANSLATE_NOOP("Menus", "Rules being &drafted"),
            QT_TRANSLATE_NOOP("Menus", "Go to the draft of a new version of the rules."),
            needs_workspace=True,
        ),
        Entry(
            Command.GO_INSTRUMENTS,
            QT_TRANSLATE_NOOP("Menus", "&Instruments"),
            QT_TRANSLATE_NOOP("Menus", "Go to the agreements on which bodies and projects rest."),
            needs_workspace=True,
        ),
        Entry(
            Command.GO_PROJECTS,
            QT_TRANSLATE_NOOP("Menus", "Pro&jects"),
            QT_TRANSLATE_NOOP("Menus", "Go to what the sides do together, and how far it is."),
            needs_workspace=True,
        ),
        Entry(
            Command.GO_HISTORY,
            QT_TRANSLATE_NOOP("Menus", "Histor&y"),
            QT_TRANSLATE_NOOP("Menus", "Go to who changed what and when, in all the workspace."),
            needs_workspace=True,
        ),
        Entry(
            Command.GO_TRASH,
            QT_TRANSLATE_NOOP("Menus", "Tras&h"),
            QT_TRANSLATE_NOOP("Menus", "Go to what was deleted, and bring it back."),
            needs_workspace=True,
        ),
        Entry(
            Command.SWITCH_BODY,
            QT_TRANSLATE_NOOP("Menus", "Choose a &body…"),
            QT_TRANSLATE_NOOP("Menus", "Choose which body the window is about."),
            "Ctrl+B",
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.NEXT_PANE,
            QT_TRANSLATE_NOOP("Menus", "Ne&xt pane"),
            QT_TRANSLATE_NOOP("Menus", "Move the keyboard to the next part of the window."),
            "F6",
        ),
        Entry(
            Command.PREVIOUS_PANE,
            QT_TRANSLATE_NOOP("Menus", "&Previous pane"),
            QT_TRANSLATE_NOOP("Menus", "Move the keyboard to the part of the window before."),
            "Shift+F6",
        ),
        None,
        Entry(
            Command.THEME_LIGHT,
            QT_TRANSLATE_NOOP("Menus", "&Light"),
            QT_TRANSLATE_NOOP("Menus", "Dark text on a light ground."),
            group="theme",
        ),
        Entry(
            Command.THEME_DARK,
            QT_TRANSLATE_NOOP("Menus", "&Dark"),
            QT_TRANSLATE_NOOP("Menus", "Light text on a dark ground."),
            group="theme",
        ),
        Entry(
            Command.THEME_SYSTEM,
            QT_TRANSLATE_NOOP("Menus", "&As the computer"),
            QT_TRANSLATE_NOOP("Menus", "Light or dark, whichever the computer uses."),
            group="theme",
        ),
        None,
        Entry(
            Command.TEXT_LARGER,
            QT_TRANSLATE_NOOP("Menus", "Lar&ger text"),
            QT_TRANSLATE_NOOP("Menus", "Show all text larger."),
            "Ctrl++",
        ),
        Entry(
            Command.TEXT_SMALLER,
            QT_TRANSLATE_NOOP("Menus", "&Smaller text"),
            QT_TRANSLATE_NOOP("Menus", "Show all text smaller."),
            "Ctrl+-",
        ),
        Entry(
            Command.TEXT_NORMAL,
            QT_TRANSLATE_NOOP("Menus", "&Normal text"),
            QT_TRANSLATE_NOOP("Menus", "Show all text in its normal size."),
            "Ctrl+0",
        ),
    ),
)
