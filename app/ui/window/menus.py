"""The menus as data: what each entry is called, its keys, and the sentence that explains it."""

from dataclasses import dataclass

from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.window.commands import Command as Command


@dataclass(frozen=True)
class Entry:
    """One entry of a menu.

    Attributes:
        command: What it asks for.
        text: Its name, with the letter to press after "&".
        help: One sentence on what it does.
        keys: Its shortcut, as Qt writes it; may be empty.
        group: Entries of one group are alternatives, of which one is marked.
        needs_workspace: It makes sense only while a workspace is open.
        other_keys: Further shortcuts that people know it by.
    """

    command: Command
    text: str
    help: str
    keys: str = ""
    group: str = ""
    needs_workspace: bool = False
    other_keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Menu:
    """A menu; ``None`` among its entries is a line between groups."""

    title: str
    entries: tuple[Entry | None, ...]


FILE = Menu(
    QT_TRANSLATE_NOOP("Menus", "&File"),
    (
        Entry(
            Command.NEW_WORKSPACE,
            QT_TRANSLATE_NOOP("Menus", "&New workspace…"),
            QT_TRANSLATE_NOOP("Menus", "Make an empty workspace file."),
            "Ctrl+N",
        ),
        Entry(
            Command.OPEN_WORKSPACE,
            QT_TRANSLATE_NOOP("Menus", "&Open…"),
            QT_TRANSLATE_NOOP("Menus", "Open another workspace file, or a pack."),
            "Ctrl+O",
        ),
        Entry(
            Command.OPEN_SAMPLE,
            QT_TRANSLATE_NOOP("Menus", "Open the sa&mple workspace"),
            QT_TRANSLATE_NOOP("Menus", "Open the workspace that shows what a filled one is like."),
        ),
        None,
        Entry(
            Command.SAVE,
            QT_TRANSLATE_NOOP("Menus", "&Save"),
            QT_TRANSLATE_NOOP("Menus", "Everything is saved as soon as it is entered."),
            "Ctrl+S",
            needs_workspace=True,
        ),
        Entry(
            Command.SAVE_COPY,
            QT_TRANSLATE_NOOP("Menus", "Save a &copy…"),
            QT_TRANSLATE_NOOP("Menus", "Write a complete copy of the workspace to another file."),
            "Ctrl+Shift+S",
            needs_workspace=True,
        ),
        Entry(
            Command.RESTORE_BACKUP,
            QT_TRANSLATE_NOOP("Menus", "&Restore a backup…"),
            QT_TRANSLATE_NOOP("Menus", "See what a backup holds, and go back to it if wanted."),
        ),
        None,
        Entry(
            Command.MAKE_PACK,
            QT_TRANSLATE_NOOP("Menus", "Pack for &delegates…"),
            QT_TRANSLATE_NOOP("Menus", "Write rules and papers for whoever reads them offline."),
            needs_workspace=True,
        ),
        Entry(
            Command.CHECK_PACK,
            QT_TRANSLATE_NOOP("Menus", "Chec&k a pack…"),
            QT_TRANSLATE_NOOP(
                "Menus", "Say whether a pack is complete and unchanged, and whose it is."
            ),
            needs_workspace=True,
        ),
        Entry(
            Command.KEYS,
            QT_TRANSLATE_NOOP("Menus", "Ke&ys…"),
            QT_TRANSLATE_NOOP("Menus", "The keys that packs are signed with, and whose are known."),
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.PRINT,
            QT_TRANSLATE_NOOP("Menus", "&Print…"),
            QT_TRANSLATE_NOOP("Menus", "Print the list or the page that the keyboard is on."),
            "Ctrl+P",
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.CLOSE,
            QT_TRANSLATE_NOOP("Menus", "C&lose"),
            QT_TRANSLATE_NOOP("Menus", "Close the window; a backup is made if anything changed."),
            "Ctrl+Q",
        ),
    ),
)

EDIT = Menu(
    QT_TRANSLATE_NOOP("Menus", "&Edit"),
    (
        Entry(
            Command.UNDO,
            QT_TRANSLATE_NOOP("Menus", "&Undo"),
            QT_TRANSLATE_NOOP("Menus", "Take back the last change; what was signed stays."),
            "Ctrl+Z",
        ),
        Entry(
            Command.REDO,
            QT_TRANSLATE_NOOP("Menus", "&Redo"),
            QT_TRANSLATE_NOOP("Menus", "Bring back what was undone last."),
            "Ctrl+Y",
            other_keys=("Ctrl+Shift+Z",),
        ),
        None,
        Entry(
            Command.FIND,
            QT_TRANSLATE_NOOP("Menus", "&Find on this page"),
            QT_TRANSLATE_NOOP("Menus", "Go to the filter of the list that the keyboard is on."),
            "Ctrl+F",
            needs_workspace=True,
        ),
        Entry(
            Command.PALETTE,
            QT_TRANSLATE_NOOP("Menus", "&Search records and commands…"),
            QT_TRANSLATE_NOOP(
                "Menus", "Go to any record, or do anything, by typing a few letters."
            ),
            "Ctrl+K",
            needs_workspace=True,
            other_keys=("Ctrl+Shift+P",),
        ),
        Entry(
            Command.GO_SEARCH,
            QT_TRANSLATE_NOOP("Menus", "Search &everything"),
            QT_TRANSLATE_NOOP("Menus", "Go to the page that shows all that a search finds."),
            "Ctrl+Shift+F",
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.COPY_LINK,
            QT_TRANSLATE_NOOP("Menus", "Copy &link"),
            QT_TRANSLATE_NOOP("Menus", "Copy the address of the record, to paste it into Word."),
            "Ctrl+Shift+K",
            needs_workspace=True,
        ),
    ),
)

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

BODY = Menu(
    QT_TRANSLATE_NOOP("Menus", "&Body"),
    (
        Entry(
            Command.NEW_BODY,
            QT_TRANSLATE_NOOP("Menus", "&New body…"),
            QT_TRANSLATE_NOOP("Menus", "Enter a joint committee, working group or other body."),
            needs_workspace=True,
        ),
        Entry(
            Command.BODY_SETTINGS,
            QT_TRANSLATE_NOOP("Menus", "&Body settings…"),
            QT_TRANSLATE_NOOP("Menus", "Change the names, parties and rules of the body."),
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.PREPARATION_TERMS,
            QT_TRANSLATE_NOOP("Menus", "&Preparation terms…"),
            QT_TRANSLATE_NOOP("Menus", "Say what every meeting needs, and by when."),
            needs_workspace=True,
        ),
        Entry(
            Command.HOLIDAYS,
            QT_TRANSLATE_NOOP("Menus", "&Holidays…"),
            QT_TRANSLATE_NOOP("Menus", "List the days on which the parties’ offices are closed."),
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.BRING_IN_RULES,
            QT_TRANSLATE_NOOP("Menus", "Bring in a te&xt of rules…"),
            QT_TRANSLATE_NOOP("Menus", "Take over rules from Word, a web page or plain text."),
            needs_workspace=True,
        ),
    ),
)

RULES = Menu(
    QT_TRANSLATE_NOOP("Menus", "&Rules"),
    (
        Entry(
            Command.NEW_RULES,
            QT_TRANSLATE_NOOP("Menus", "&New rules…"),
            QT_TRANSLATE_NOOP("Menus", "Enter rules of the body; their text can come later."),
            needs_workspace=True,
        ),
        Entry(
            Command.RULE_SETTINGS,
            QT_TRANSLATE_NOOP("Menus", "&About these rules…"),
            QT_TRANSLATE_NOOP("Menus", "Change the title, the set and the scope of the rules."),
            needs_workspace=True,
        ),
        Entry(
            Command.NEW_RULE_VERSION,
            QT_TRANSLATE_NOOP("Menus", "Record a version without te&xt…"),
            QT_TRANSLATE_NOOP("Menus", "Enter an adopted version whose text is not public."),
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.DRAFT_RULES,
            QT_TRANSLATE_NOOP("Menus", "Draft the next &version…"),
            QT_TRANSLATE_NOOP("Menus", "Write a new version of the rules, or go on writing it."),
            needs_workspace=True,
        ),
        Entry(
            Command.ADOPT_RULES,
            QT_TRANSLATE_NOOP("Menus", "A&dopt the draft…"),
            QT_TRANSLATE_NOOP("Menus", "Adopt the draft of the rules by a decision; it is sealed."),
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.COMPARE_RULES,
            QT_TRANSLATE_NOOP("Menus", "&Compare with other rules…"),
            QT_TRANSLATE_NOOP("Menus", "Read the rules of two bodies side by side."),
            needs_workspace=True,
        ),
    ),
)

MEETING = Menu(
    QT_TRANSLATE_NOOP("Menus", "&Meeting"),
    (
        Entry(
            Command.NEW_MEETING,
            QT_TRANSLATE_NOOP("Menus", "&New meeting…"),
            QT_TRANSLATE_NOOP("Menus", "Plan a meeting of the body, or enter a past one."),
            "Ctrl+Shift+N",
            needs_workspace=True,
        ),
        Entry(
            Command.EDIT_MEETING,
            QT_TRANSLATE_NOOP("Menus", "&Edit meeting…"),
            QT_TRANSLATE_NOOP("Menus", "Change the dates, place and other facts of the meeting."),
            "Ctrl+E",
            needs_workspace=True,
        ),
        None,
        Entry(
            Command.CALENDAR_FILE,
            QT_TRANSLATE_NOOP("Menus", "Save &calendar file…"),
            QT_TRANSLATE_NOOP("Menus", "Write the meeting as a file that calendars can open."),
            needs_workspace=True,
        ),
        Entry(
            Command.CALENDAR_DEADLINES,
            QT_TRANSLATE_NOOP("Menus", "Save calendar file of the &deadlines…"),
            QT_TRANSLATE_NOOP("Menus", "Write what is due as a file that calendars can open."),
            needs_workspace=True,
        ),
    ),
)

HELP = Menu(
    QT_TRANSLATE_NOOP("Menus", "&Help"),
    (
        Entry(
            Command.MANUAL,
            QT_TRANSLATE_NOOP("Menus", "&Manual"),
            QT_TRANSLATE_NOOP("Menus", "What JWG Desk does and how it is used."),
            "F1",
        ),
        Entry(
            Command.ABOUT,
            QT_TRANSLATE_NOOP("Menus", "&About JWG Desk"),
            QT_TRANSLATE_NOOP("Menus", "Version, folders and licences."),
        ),
    ),
)

MENUS: tuple[Menu, ...] = (FILE, EDIT, VIEW, BODY, RULES, MEETING, HELP)
