"""What a menu is made of: entries, each with its name, its keys and what explains it."""

from dataclasses import dataclass

from app.ui.window.commands import Command


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
