"""Finds commands by their names, and says what each does and by which keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.texts.highlight import Span, find_spans
from app.texts.segments import Ending, Term, terms

_MOST = 6


@dataclass(frozen=True)
class CommandEntry:
    """A command as the palette offers it.

    Attributes:
        command: What is asked for.
        name: What it is called, without its menu.
        menu: The menu it stands in.
        keys: The keys that do the same.
    """

    command: object
    name: str
    menu: str = ""
    help: str = ""
    keys: str = ""


@dataclass(frozen=True)
class CommandHit:
    """A command that was found, with the places in its name to mark."""

    entry: CommandEntry
    spans: tuple[Span, ...] = ()


def find_commands(entries: Sequence[CommandEntry], text: str) -> tuple[CommandHit, ...]:
    """Return the commands that have every word of a text, those named so first."""
    wanted = [_open(term) for term in terms(text)]
    if not wanted:
        return ()
    found = []
    for place, entry in enumerate(entries):
        told = f"{entry.name} {entry.menu} {entry.help}"
        if all(find_spans(told, [term]) for term in wanted):
            spans = find_spans(entry.name, wanted)
            begins = bool(spans) and spans[0][0] == 0
            found.append(((not spans, not begins, place), CommandHit(entry, spans)))
    return tuple(hit for _, hit in sorted(found, key=lambda each: each[0])[:_MOST])


def _open(term: Term) -> Term:
    """Let a word find longer ones from its first letter on: there are few commands."""
    if term.ending is not Ending.CLOSED or not term.segments[-1].isalpha():
        return term
    return Term(term.segments, Ending.WORD)
