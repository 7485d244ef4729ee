"""What a window offers that reads a pack: nothing in it changes what was handed out."""

from app.ui.window.commands import Command

READING = frozenset(
    {
        Command.OPEN_WORKSPACE,
        Command.CHECK_PACK,
        Command.KEYS,
        Command.PRINT,
        Command.CLOSE,
        Command.FIND,
        Command.PALETTE,
        Command.GO_SEARCH,
        Command.GO_MEETINGS,
        Command.GO_RULES,
        Command.GO_DECISIONS,
        Command.GO_PERSONS,
        Command.WRITE_NOTE,
        Command.SEND_NOTES,
        Command.NEXT_PANE,
        Command.PREVIOUS_PANE,
        Command.THEME_LIGHT,
        Command.THEME_DARK,
        Command.THEME_SYSTEM,
        Command.TEXT_LARGER,
        Command.TEXT_SMALLER,
        Command.TEXT_NORMAL,
        Command.MANUAL,
        Command.REGISTER,
        Command.ABOUT,
    }
)
"""The menu entries that stay while a pack is open."""

ONLY_READING = frozenset({Command.WRITE_NOTE, Command.SEND_NOTES})
"""Those of them that are there at no other time."""

WORKING = frozenset(Command) - ONLY_READING
"""The menu entries while a workspace is open."""

PLACES = {
    "rules": Command.GO_RULES,
    "meetings": Command.GO_MEETINGS,
    "decisions": Command.GO_DECISIONS,
    "persons": Command.GO_PERSONS,
}
"""The places that a pack may have something for, and the menu entries that lead there."""

EDITING = (
    "add_delegate",
    "add_person",
    "agenda_add",
    "agenda_add_below",
    "agenda_editions",
    "agenda_standard",
    "agenda_step",
    "bring_in_delegates",
    "mark_delegates",
    "new_decision",
    "papers_add",
    "rules_import",
    "search_save",
    "show_offices",
)
"""The buttons on the pages that change something; a pack is read without them."""
