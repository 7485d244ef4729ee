"""Writes what one change did as a page: every record, every field, the old and the new value."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from app.ui import dates
from app.ui.appearance import hexadecimal, scaled
from app.ui.record_history import words
from app.ui.record_history.field_words import say_field
from app.ui.record_history.kind_words import say_kind, way_to
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.history_view.pages import HistoryRow, Named
    from app.services.history_view.sheets import (
        ChangeSheet,
        FieldChange,
        Piece,
        RecordSheet,
        Value,
    )

RECORD, CHANGE = "record", "change"
"""How the addresses begin of what can be gone to from the page."""

_FACE = "Pretendard JP"
_AT_ONCE = 40
"""How many records are written in one go: the window must not stand still over a long page."""
_LONGEST = 12_000
_KEPT_AROUND = 160
_LONG_KEPT = 2 * _KEPT_AROUND + 80


def write_sheet(sheet: "ChangeSheet") -> Iterator[str]:
    """Yield the page of a change in pieces, the first with what was done, by whom and when."""
    shown = [_record(each) for each in sheet.records[:_AT_ONCE]]
    if not sheet.records:
        told = words.say(QT_TRANSLATE_NOOP("RecordHistory", "Nothing was changed by it."))
        shown = [_line(escape(told), token="text2", above=14)]
    yield _page(_head(sheet.row), *shown)
    for begin in range(_AT_ONCE, len(sheet.records), _AT_ONCE):
        yield _page(*(_record(each) for each in sheet.records[begin : begin + _AT_ONCE]))
    if sheet.is_more:
        told = words.say(
            QT_TRANSLATE_NOOP("RecordHistory", "The first records are shown; there are more.")
        )
        yield _page(_line(escape(told), token="text3", above=18))


def _page(*parts: str) -> str:
    return f"<div style=\"font-family: '{_FACE}'\">{''.join(parts)}</div>"


def _head(row: "HistoryRow") -> str:
    title = _line(escape(row.use_case), size=17, weight=600, token="text")
    when = f"{dates.moment(row.at)} · {words.say_actor(row)}"
    told = [title, _line(escape(when), token="text2", above=3)]
    if row.undone_by is not None:
        by = row.undone_by
        said = words.say(QT_TRANSLATE_NOOP("RecordHistory", "Undone {moment} by {actor}: {what}"))
        link = _link(CHANGE, str(by.number), escape(by.use_case))
        line = escape(said).format(
            moment=escape(dates.moment(by.at)),
            actor=escape(by.actor or words.say(QT_TRANSLATE_NOOP("RecordHistory", "Not known"))),
            what=link,
        )
        told.append(_line(line, token="warn", above=8))
    if row.undo_of is not None:
        said = words.say(QT_TRANSLATE_NOOP("RecordHistory", "It takes back an earlier change."))
        told.append(_line(_link(CHANGE, str(row.undo_of), escape(said)), token="text2", above=8))
    return "".join(told)


def _record(sheet: "RecordSheet") -> str:
    done, token = words.say_operation(sheet.operation)
    named = sheet.named
    name = _way(named, words.say_record(named, kind=False))
    where = _way(named.within, words.say_where(named)) if named.within else ""
    kind = escape(say_kind(named.kind))
    small = (
        f'<span style="color: {hexadecimal("text3")}">{kind}</span>'
        f' <span style="color: {hexadecimal(token)}">{escape(done)}</span>{_gone(sheet)}'
    )
    told = " · ".join(part for part in (name, where) if part)
    lines = _line(small, size=12, token="text2", above=20)
    if told:
        lines += _line(told, size=14, weight=600, token="text", above=2)
    return lines + _fields(sheet)


def _way(named: "Named", told: str) -> str:
    """Return what a record is called, as a link to where it is looked at."""
    way = way_to(named) if named.is_there else None
    html = escape(told)
    return _link(RECORD, f"{way[0]}/{way[1]}", html) if way and html else html


def _gone(sheet: "RecordSheet") -> str:
    """Return that a record is no longer there, where that was not this change's doing."""
    if sheet.named.is_there or str(sheet.operation.value) == "delete":
        return ""
    told = words.say(QT_TRANSLATE_NOOP("RecordHistory", "deleted since"))
    return f' <span style="color: {hexadecimal("text3")}">· {escape(told)}</span>'


def _fields(sheet: "RecordSheet") -> str:
    if not sheet.fields:
        return ""
    operation = str(sheet.operation.value)
    rows = "".join(_field(sheet.named, each, operation) for each in sheet.fields)
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" '
        f'style="margin-top: 6px">{rows}</table>'
    )


def _field(named: "Named", change: "FieldChange", operation: str) -> str:
    label = say_field(named.kind, change.name, language=change.language, part=change.part)
    edge = f"border-top: 1px solid {hexadecimal('border')}; padding: 6px 12px 6px 0"
    head = (
        f'<td width="{scaled(148)}" valign="top" style="{edge}; font-size: {scaled(12)}px;'
        f' color: {hexadecimal("text3")}">{escape(label)}</td>'
    )
    size = f"font-size: {scaled(13)}px; color: {hexadecimal('text')}"
    if change.pieces:
        body = "".join(_pieces(change.pieces))
    elif operation == "update":
        body = _both(named, change)
    else:
        value = change.after or change.before
        body = _words(named, change, value) if value else ""
    return f'<tr>{head}<td valign="top" style="{edge}; {size}">{body}</td></tr>'


def _both(named: "Named", change: "FieldChange") -> str:
    """Return the old value and the new one, each marked as in a redline."""
    nothing = escape(words.say(QT_TRANSLATE_NOOP("RecordHistory", "nothing")))
    empty = f'<i style="color: {hexadecimal("text3")}">{nothing}</i>'
    before = _removed(_words(named, change, change.before)) if change.before else empty
    after = _added(_words(named, change, change.after)) if change.after else empty
    return f"{before} &#8594; {after}"


def _words(named: "Named", change: "FieldChange", value: "Value") -> str:
    told = words.say_value(named.kind, change.name, value)
    if len(told) > _LONGEST:
        more = words.say(QT_TRANSLATE_NOOP("RecordHistory", "… ({count} characters in all)"))
        told = told[:_LONGEST] + more.format(count=f"{len(told):,}")
    return _broken(told)


def _pieces(pieces: "tuple[Piece, ...]") -> Iterator[str]:
    for place, piece in enumerate(pieces):
        kind = str(piece.kind.value)
        if kind == "added":
            yield _added(_broken(piece.words))
        elif kind == "removed":
            yield f"{_removed(_broken(piece.words))}&#8201;"
        else:
            yield _broken(_shortened(piece.words, place, len(pieces)))


def _shortened(text: str, place: int, count: int) -> str:
    """Return what stayed, without the middle of a long stretch between two changes."""
    if len(text) <= _LONG_KEPT:
        return text
    before = text[:_KEPT_AROUND].rstrip() if place else ""
    after = text[-_KEPT_AROUND:].lstrip() if place < count - 1 else ""
    return f"{before} […] {after}"


def _added(text: str) -> str:
    return (
        f'<span style="color: {hexadecimal("inserted")}; background-color: '
        f'{hexadecimal("inserted_soft")}; text-decoration: underline">{text}</span>'
    )


def _removed(text: str) -> str:
    return (
        f'<span style="color: {hexadecimal("removed")}; background-color: '
        f'{hexadecimal("removed_soft")}; text-decoration: line-through">{text}</span>'
    )


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _line(html: str, *, size: int = 13, weight: int = 400, token: str, above: int = 0) -> str:
    return (
        f'<p style="font-size: {scaled(size)}px; font-weight: {weight}; '
        f'color: {hexadecimal(token)}; margin: {above}px 0 0 0">{html}</p>'
    )


def _link(kind: str, target: str, html: str) -> str:
    style = f'style="color: {hexadecimal("accent")}; text-decoration: none"'
    return f'<a href="{kind}:{target}" {style}>{html}</a>'
