"""Writes two organisations side by side: what each is, what it was called, what refers to it."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.appearance import hexadecimal, scaled
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.doubles.organisations import OrganisationNameRow, OrganisationSheet

_CONTEXT = "Offices"
_USES: Mapping[str, str] = {
    "action_item": QT_TRANSLATE_NOOP("Offices", "Action items"),
    "body_organisation": QT_TRANSLATE_NOOP("Offices", "Bodies"),
    "delegate": QT_TRANSLATE_NOOP("Offices", "Seats in delegations"),
    "organisation": QT_TRANSLATE_NOOP("Offices", "Organisations below it"),
    "person": QT_TRANSLATE_NOOP("Offices", "Persons"),
    "post": QT_TRANSLATE_NOOP("Offices", "Posts"),
    "project_organisation": QT_TRANSLATE_NOOP("Offices", "Projects"),
}
_KINDS: Mapping[str, str] = {
    "former": QT_TRANSLATE_NOOP("Offices", "former"),
    "short": QT_TRANSLATE_NOOP("Offices", "short"),
    "acronym": QT_TRANSLATE_NOOP("Offices", "acronym"),
    "official": QT_TRANSLATE_NOOP("Offices", "official"),
    "alias": QT_TRANSLATE_NOOP("Offices", "other name"),
    "as-printed": QT_TRANSLATE_NOOP("Offices", "as printed"),
}
Lines = Iterable[str]


def write_offices(first: "OrganisationSheet", second: "OrganisationSheet") -> str:
    """Return the two as one page."""
    rows: tuple[tuple[str, Callable[[OrganisationSheet], Lines]], ...] = (
        (QT_TRANSLATE_NOOP("Offices", "Name"), _names),
        (QT_TRANSLATE_NOOP("Offices", "Other names"), lambda each: map(_further, each.further)),
        (QT_TRANSLATE_NOOP("Offices", "Code"), lambda each: (each.code,)),
        (QT_TRANSLATE_NOOP("Offices", "Kind"), lambda each: (each.kind.capitalize(),)),
        (QT_TRANSLATE_NOOP("Offices", "Party"), lambda each: (each.party,)),
        (QT_TRANSLATE_NOOP("Offices", "Lies below"), lambda each: (each.parent,)),
        (QT_TRANSLATE_NOOP("Offices", "What refers to it"), _uses),
        (QT_TRANSLATE_NOOP("Offices", "Note"), lambda each: each.note.splitlines()),
    )
    written = "".join(_row(_say(title), tell(first), tell(second)) for title, tell in rows)
    return f'<table width="100%" cellspacing="0" cellpadding="0">{written}</table>'


def _row(title: str, left: Lines, right: Lines) -> str:
    one, other = (_cell(lines) for lines in (left, right))
    if not one and not other:
        return ""
    edge = f"border-top: 1px solid {hexadecimal('border')}; padding: 5px 12px 5px 0"
    label = (
        f'<td width="{scaled(116)}" style="{edge}; font-size: {scaled(12)}px;'
        f' color: {hexadecimal("text3")}">{escape(title)}</td>'
    )
    size = f"font-size: {scaled(13)}px; color: {hexadecimal('text')}"
    cells = "".join(
        f'<td width="45%" valign="top" style="{edge}; {size}">{cell or "–"}</td>'
        for cell in (one, other)
    )
    return f"<tr>{label}{cells}</tr>"


def _cell(lines: Lines) -> str:
    return "<br>".join(escape(line) for line in lines if line)


def _names(sheet: "OrganisationSheet") -> Lines:
    return (f"{text} ({phrases.say('language', tag)})" for tag, text in sheet.names.items())


def _further(name: "OrganisationNameRow") -> str:
    kind = _say(_KINDS[name.kind]) if name.kind in _KINDS else name.kind
    told = [kind]
    if name.valid_from or name.valid_to:
        told.append(f"{name.valid_from or '…'} – {name.valid_to or '…'}")
    return f"{name.text} ({', '.join(told)})"


def _uses(sheet: "OrganisationSheet") -> Lines:
    if not sheet.used:
        return (_say(QT_TRANSLATE_NOOP("Offices", "Nothing")),)
    return (
        f"{_say(_USES[kind]) if kind in _USES else kind.replace('_', ' ').capitalize()}: {count}"
        for kind, count in sheet.used.items()
    )


def _say(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
