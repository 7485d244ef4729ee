"""Writes an edition of an agenda, or what differs between two, as a page to be read."""

from html import escape
from typing import TYPE_CHECKING

from app.ui.agenda import words
from app.ui.appearance import hexadecimal
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.agenda_editions import AgendaChange, AgendaLine

_TOLD = {
    "added": QT_TRANSLATE_NOOP("Agenda", "Added: item {new}"),
    "removed": QT_TRANSLATE_NOOP("Agenda", "Removed: item {old}"),
    "moved": QT_TRANSLATE_NOOP("Agenda", "Moved: item {old} is now item {new}"),
    "renamed": QT_TRANSLATE_NOOP("Agenda", "Renamed: item {new}"),
    "annotated": QT_TRANSLATE_NOOP("Agenda", "Other annotation: item {new}"),
    "retimed": QT_TRANSLATE_NOOP("Agenda", "Other time: item {new}"),
    "lead": QT_TRANSLATE_NOOP("Agenda", "Introduced by another side: item {new}"),
    "papers": QT_TRANSLATE_NOOP("Agenda", "Other papers: item {new}"),
}
_INDENT = 24


def edition_page(lines: "Sequence[AgendaLine]") -> str:
    """Return an edition as it stood."""
    return "".join(_line(line) for line in lines)


def changes_page(changes: "Sequence[AgendaChange]") -> str:
    """Return in words what differs between two editions."""
    if not changes:
        return f"<p>{escape(words.say('The two are alike.'))}</p>"
    return "".join(_change(change) for change in changes)


def _line(line: "AgendaLine") -> str:
    grey = hexadecimal("text2")
    told = (
        words.span(line.starts_at, None) if line.starts_at is not None else "",
        words.minutes(line.minutes) if line.minutes else "",
        line.lead,
        ", ".join(line.papers),
    )
    below = " · ".join(escape(part) for part in told if part)
    parts = [f"<b>{escape(line.label)}</b>&nbsp;&nbsp;{escape(line.title)}"]
    if line.annotation:
        parts.append(f"<span style='color:{grey}'>{_lined(line.annotation)}</span>")
    if below:
        parts.append(f"<span style='color:{grey}'>{below}</span>")
    style = f"margin-left:{_INDENT * line.depth}px;margin-top:6px;margin-bottom:6px"
    return f"<p style='{style}'>{'<br>'.join(parts)}</p>"


def _change(change: "AgendaChange") -> str:
    old, new = change.old, change.new
    told = words.say(_TOLD[str(change.kind)]).format(
        old=old.label if old else "", new=new.label if new else ""
    )
    parts = [f"<b>{escape(told)}</b>", _detail(change)]
    style = "margin-top:8px;margin-bottom:8px"
    return f"<p style='{style}'>{'<br>'.join(part for part in parts if part)}</p>"


def _detail(change: "AgendaChange") -> str:
    old, new = change.old, change.new
    if change.words:
        return _compared(change)
    if old is None or new is None:
        line = new or old
        return escape(line.title) if line is not None else ""
    if str(change.kind) == "retimed":
        return f"{_planned(old)} → {_planned(new)}"
    if str(change.kind) == "lead":
        return f"{escape(old.lead or '—')} → {escape(new.lead or '—')}"
    if str(change.kind) == "papers":
        return f"{escape(', '.join(old.papers) or '—')} → {escape(', '.join(new.papers) or '—')}"
    return escape(new.title)


def _compared(change: "AgendaChange") -> str:
    """Return the words with what went struck and what came underlined: never by colour alone."""
    shown = []
    for mark, text in change.words:
        if str(mark) == "removed":
            ink, ground = hexadecimal("bad"), hexadecimal("bad_soft")
            style = f"color:{ink};background-color:{ground};text-decoration:line-through"
            shown.append(f"<span style='{style}'>{_lined(text)}</span>\u200a")
        elif str(mark) == "inserted":
            ink, ground = hexadecimal("ok"), hexadecimal("ok_soft")
            style = f"color:{ink};background-color:{ground};text-decoration:underline"
            shown.append(f"<span style='{style}'>{_lined(text)}</span>")
        else:
            shown.append(_lined(text))
    return "".join(shown)


def _planned(line: "AgendaLine") -> str:
    told = (
        words.span(line.starts_at, None) if line.starts_at is not None else "",
        words.minutes(line.minutes) if line.minutes else "",
    )
    return escape(", ".join(part for part in told if part) or "—")


def _lined(text: str) -> str:
    return escape(text).replace("\n", "<br>")
