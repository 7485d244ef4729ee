"""The menus as data: what each entry is called, its keys, and the sentence that explains it."""

from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.window.commands import Command as Command
from app.ui.window.menu_entries import Entry as Entry
from app.ui.window.menu_entries import Menu as Menu
from app.ui.window.view_menu import VIEW as VIEW

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
            Command.EXPORT_WORKSPACE,
            QT_TRANSLATE_NOOP("Menus", "E&xport workspace…"),
            QT_TRANSLATE_NOOP("Menus", "Write all of it as files that any program can read."),
            needs_workspace=True,
        ),
        Entry(
            Command.OPEN_EXPORT,
            QT_TRANSLATE_NOOP("Menus", "Open exported &workspace…"),
            QT_TRANSLATE_NOOP("Menus", "Make a workspace of an export, after checking all of it."),
        ),
        None,
        Entry(
            Command.BRING_IN_PAST,
            QT_TRANSLATE_NOOP("Menus", "Bring &in the past…"),
            QT_TRANSLATE_NOOP("Menus", "Read a folder of old minutes and rules, and choose."),
            needs_workspace=True,
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
        Entry(
            Command.RECORD_HISTORY,
            QT_TRANSLATE_NOOP("Menus", "&History of this record"),
            QT_TRANSLATE_NOOP("Menus", "Show who changed the chosen record, and what it said."),
            "Ctrl+Shift+H",
            needs_workspace=True,
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
        Entry(
            Command.ORGANISATION_DOUBLES,
            QT_TRANSLATE_NOOP("Menus", "&Organisations on record twice…"),
            QT_TRANSLATE_NOOP("Menus", "Compare two organisations, and make one of them."),
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
        None,
        Entry(
            Command.BRING_IN_NOTES,
            QT_TRANSLATE_NOOP("Menus", "Bring in note&s…"),
            QT_TRANSLATE_NOOP("Menus", "Take in what delegates noted in the packs they read."),
            needs_workspace=True,
        ),
        Entry(
            Command.WRITE_NOTE,
            QT_TRANSLATE_NOOP("Menus", "&Write a note"),
            QT_TRANSLATE_NOOP("Menus", "Write a note on the provision or the words in hand."),
            "Ctrl+Alt+M",
            needs_workspace=True,
        ),
        Entry(
            Command.SEND_NOTES,
            QT_TRANSLATE_NOOP("Menus", "&Send notes to the secretariat…"),
            QT_TRANSLATE_NOOP("Menus", "Save the notes that are for the secretariat as a file."),
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
            Command.REGISTER,
            QT_TRANSLATE_NOOP("Menus", "&Open packs by a double click"),
            QT_TRANSLATE_NOOP("Menus", "Have this computer open packs and workspaces here."),
            needs_workspace=True,
        ),
        Entry(
            Command.ABOUT,
            QT_TRANSLATE_NOOP("Menus", "&About JWG Desk"),
            QT_TRANSLATE_NOOP("Menus", "Version, folders and licences."),
        ),
    ),
)

MENUS: tuple[Menu, ...] = (FILE, EDIT, VIEW, BODY, RULES, MEETING, HELP)
