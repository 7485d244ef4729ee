"""Puts records of every kind into words and rows, as search and the palette show them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui import dates, phrases
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.found_list import FoundRow
from app.ui.widgets.marked import Span

if TYPE_CHECKING:
    from app.services.finding.search import Card, Record

Ref = tuple[str, UUID]

_CONTEXT = "Records"
_BEFORE_MARK = 16
_LONGEST_PLACE = 44
_KINDS: Mapping[str, tuple[str, str]] = {
    "meeting": (QT_TRANSLATE_NOOP("Records", "Meeting"), "landmark"),
    "agenda_item": (QT_TRANSLATE_NOOP("Records", "Agenda item"), "list-ordered"),
    "minutes_paragraph": (QT_TRANSLATE_NOOP("Records", "Minutes"), "quote"),
    "paper": (QT_TRANSLATE_NOOP("Records", "Paper"), "file-text"),
    "decision": (QT_TRANSLATE_NOOP("Records", "Decision"), "gavel"),
    "action_item": (QT_TRANSLATE_NOOP("Records", "Action item"), "list-checks"),
    "rule_document": (QT_TRANSLATE_NOOP("Records", "Rules"), "scale"),
    "provision": (QT_TRANSLATE_NOOP("Records", "Provision"), "scale"),
    "person": (QT_TRANSLATE_NOOP("Records", "Person"), "users"),
    "project": (QT_TRANSLATE_NOOP("Records", "Project"), "folder-kanban"),
    "instrument": (QT_TRANSLATE_NOOP("Records", "Instrument"), "stamp"),
    "issued_document": (QT_TRANSLATE_NOOP("Records", "Issued document"), "file-check"),
    "body": (QT_TRANSLATE_NOOP("Records", "Body"), "building-2"),
}
GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        QT_TRANSLATE_NOOP("Records", "Meetings"),
        frozenset({"meeting", "agenda_item", "minutes_paragraph"}),
    ),
    (
        QT_TRANSLATE_NOOP("Records", "Rules and decisions"),
        frozenset({"rule_document", "provision", "decision"}),
    ),
    (
        QT_TRANSLATE_NOOP("Records", "Actions, projects and instruments"),
        frozenset({"action_item", "project", "instrument"}),
    ),
    (QT_TRANSLATE_NOOP("Records", "Documents"), frozenset({"paper", "issued_document"})),
    (QT_TRANSLATE_NOOP("Records", "People and bodies"), frozenset({"person", "body"})),
)
_STATUS = {
    "meeting": "meeting status",
    "agenda_item": "item status",
    "paper": "paper status",
    "decision": "decision status",
    "action_item": "action status",
    "body": "body status",
}
# Where the words stand: by table and field, else by table, else by field.
_FIELDS: Mapping[str, str] = {
    "body_name.text": QT_TRANSLATE_NOOP("Records", "another name"),
    "person_name.text": QT_TRANSLATE_NOOP("Records", "another spelling"),
    "post.titles": QT_TRANSLATE_NOOP("Records", "a post"),
    "decision_text.title": QT_TRANSLATE_NOOP("Records", "the title in another language"),
    "agenda_item.outcomes": QT_TRANSLATE_NOOP("Records", "the outcome"),
    "preparation_task": QT_TRANSLATE_NOOP("Records", "the preparation"),
    "signature": QT_TRANSLATE_NOOP("Records", "a signature"),
    "minutes": QT_TRANSLATE_NOOP("Records", "the minutes"),
    "action_update": QT_TRANSLATE_NOOP("Records", "a status line"),
    "project_review": QT_TRANSLATE_NOOP("Records", "a review"),
    "rule_version": QT_TRANSLATE_NOOP("Records", "a version"),
    "annotation": QT_TRANSLATE_NOOP("Records", "a delegate’s note"),
    "attachment": QT_TRANSLATE_NOOP("Records", "a file name"),
    "meeting_step": QT_TRANSLATE_NOOP("Records", "the reason for a step"),
    "agenda_edition": QT_TRANSLATE_NOOP("Records", "an edition of the agenda"),
    "decision_position": QT_TRANSLATE_NOOP("Records", "a side’s statement"),
    "written_procedure": QT_TRANSLATE_NOOP("Records", "the written procedure"),
    "written_procedure_event": QT_TRANSLATE_NOOP("Records", "the written procedure"),
    "written_procedure_side": QT_TRANSLATE_NOOP("Records", "an objection"),
    "annotations": QT_TRANSLATE_NOOP("Records", "the annotations"),
    "chair_words": QT_TRANSLATE_NOOP("Records", "the chair"),
    "code": QT_TRANSLATE_NOOP("Records", "the code"),
    "conditions": QT_TRANSLATE_NOOP("Records", "the conditions"),
    "date_words": QT_TRANSLATE_NOOP("Records", "the dates"),
    "due_words": QT_TRANSLATE_NOOP("Records", "when it is due"),
    "email": QT_TRANSLATE_NOOP("Records", "the e-mail address"),
    "file_name": QT_TRANSLATE_NOOP("Records", "the file name"),
    "names": QT_TRANSLATE_NOOP("Records", "the name"),
    "note": QT_TRANSLATE_NOOP("Records", "the note"),
    "outcomes": QT_TRANSLATE_NOOP("Records", "the outcome"),
    "places": QT_TRANSLATE_NOOP("Records", "the place"),
    "printed_names": QT_TRANSLATE_NOOP("Records", "the name as printed"),
    "printed_organisations": QT_TRANSLATE_NOOP("Records", "the organisation as printed"),
    "printed_posts": QT_TRANSLATE_NOOP("Records", "the post as printed"),
    "provenance_note": QT_TRANSLATE_NOOP("Records", "where it comes from"),
    "renewal_rule": QT_TRANSLATE_NOOP("Records", "the renewal"),
    "scope_notes": QT_TRANSLATE_NOOP("Records", "what it is about"),
    "symbol": QT_TRANSLATE_NOOP("Records", "the symbol"),
    "temporary_symbol": QT_TRANSLATE_NOOP("Records", "the temporary number"),
    "text": QT_TRANSLATE_NOOP("Records", "the text"),
    "texts": QT_TRANSLATE_NOOP("Records", "the text"),
    "titles": QT_TRANSLATE_NOOP("Records", "the title"),
    "topic": QT_TRANSLATE_NOOP("Records", "what it is about"),
    "venues": QT_TRANSLATE_NOOP("Records", "the venue"),
}


def say_kind(kind: str) -> str:
    """Return what a kind of record is called."""
    told = _KINDS.get(kind)
    return _say(told[0]) if told else kind.replace("_", " ").capitalize()


def icon_of(kind: str) -> str:
    """Return the icon of a kind of record."""
    told = _KINDS.get(kind)
    return told[1] if told else "file-text"


def say_group(told: str) -> str:
    """Return the heading of one of the ``GROUPS``."""
    return _say(told)


def say_field(field: str) -> str:
    """Return where words stand, such as “the annotations”; nothing for no field."""
    if not field:
        return ""
    table, _, name = field.partition(".")
    words = _FIELDS.get(field) or _FIELDS.get(table) or _FIELDS.get(name)
    return _say(words) if words else _say(QT_TRANSLATE_NOOP("Records", "the record"))


def say_partial_day(told: str) -> str:
    """Return a day as exactly as it is known: “2025”, “May 2025”, “27 May 2025”."""
    parts = told.split("-")
    if len(parts) == 3:
        return dates.day_and_year(date.fromisoformat(told))
    return dates.month_and_year(date(int(parts[0]), int(parts[1]), 1)) if len(parts) == 2 else told


def row_of(record: "Record", *, body_id: UUID | None) -> FoundRow:
    """Return the row of a record that was found, seen from a body."""
    card = record.card
    kind = str(card.kind.value)
    place = " · ".join(_place(card, kind, body_id))
    detail = place
    spans: tuple[Span, ...] = ()
    if record.excerpt.text:
        why = _say(QT_TRANSLATE_NOOP("Records", "in {field}: “")).format(
            field=say_field(record.field)
        )
        if len(place) > _LONGEST_PLACE:
            place = f"{place[:_LONGEST_PLACE].rstrip()}…"
        before = f"{place} · {why}" if place else why[:1].upper() + why[1:]
        words, places = _from_the_mark(record.excerpt.text, record.excerpt.spans)
        detail = f"{before}{words}”"
        spans = tuple((start + len(before), end + len(before)) for start, end in places)
    return FoundRow(
        title=card.title or card.code,
        what=(kind, card.id),
        icon=icon_of(kind),
        title_spans=record.title_spans,
        detail=detail,
        detail_spans=spans,
        aside=say_kind(kind),
    )


def _from_the_mark(words: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return a text from shortly before its first mark on, so that the mark is seen in a line."""
    first = spans[0][0] if spans else 0
    space = words.rfind(" ", 0, max(0, first - _BEFORE_MARK)) + 1
    begin = max(space, first - 2 * _BEFORE_MARK)
    if begin <= 1:
        return words, tuple(spans)
    return f"…{words[begin:]}", tuple((start - begin + 1, end - begin + 1) for start, end in spans)


def _place(card: "Card", kind: str, body_id: UUID | None) -> list[str]:
    told = [card.code]
    if card.body and card.body_id != body_id:
        told.append(card.body)
    told.append(card.meeting)
    if card.day and not (card.meeting and kind in ("agenda_item", "minutes_paragraph")):
        told.append(say_partial_day(card.day))
    if card.status and kind in _STATUS:
        told.append(phrases.say(_STATUS[kind], card.status))
    if card.due:
        due = _say(QT_TRANSLATE_NOOP("Records", "due {day}"))
        told.append(due.format(day=say_partial_day(card.due)))
    return [part for part in told if part]


def _say(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
