"""Says of a change what was done to which records, and what their fields say."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.ui import dates, phrases
from app.ui.record_history.kind_words import say_kind, say_many
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.history_view.pages import HistoryRow, Named
    from app.services.history_view.sheets import Value
    from app.services.trash.contents import TrashRow

_CONTEXT = "RecordHistory"
_NAMES_IN_A_ROW = 2
_CHOICES: Mapping[str, str] = {
    "action_item.status": "action status",
    "action_update.status_after": "action status",
    "agenda_edition.status": "agenda status",
    "agenda_item.outcome": "outcome",
    "agenda_item.standard": "standard item",
    "agenda_item.status": "item status",
    "body.status": "body status",
    "decision.status": "decision status",
    "delegate.attendance": "attendance",
    "delegate.role": "delegate role",
    "meeting.agenda_numbering": "agenda numbering",
    "meeting.agenda_status": "agenda status",
    "meeting.mode": "mode",
    "meeting.status": "meeting status",
    "meeting_action.status_after": "action status",
    "meeting_action.status_before": "action status",
    "meeting_step.status": "meeting status",
    "minutes_paragraph.standard": "standard item",
    "paper.category": "paper category",
    "paper.confidentiality": "confidentiality",
    "paper.distribution": "distribution",
    "paper.status": "paper status",
    "source.quality": "quality",
}
"""The fields whose words stand in one of the tables of phrases."""

_WORDS: Mapping[str, str] = {
    "mou": QT_TRANSLATE_NOOP("RecordHistory", "Memorandum of understanding"),
    "dispatch": QT_TRANSLATE_NOOP("RecordHistory", "The day it was sent"),
    "receipt": QT_TRANSLATE_NOOP("RecordHistory", "The day it was received"),
    "calendar": QT_TRANSLATE_NOOP("RecordHistory", "Calendar days"),
    "working": QT_TRANSLATE_NOOP("RecordHistory", "Working days"),
}
_CLOCK = frozenset({"written_procedure.clock_counts", "written_procedure.clock_starts"})
_OPERATIONS = {
    "insert": (QT_TRANSLATE_NOOP("RecordHistory", "added"), "inserted"),
    "update": (QT_TRANSLATE_NOOP("RecordHistory", "changed"), "text2"),
    "delete": (QT_TRANSLATE_NOOP("RecordHistory", "deleted"), "removed"),
}


def say(words: str) -> str:
    """Return words in the language of the interface."""
    return QCoreApplication.translate(_CONTEXT, words)


def say_operation(operation: object) -> tuple[str, str]:
    """Return what was done to a record, and the colour that goes with it."""
    words, token = _OPERATIONS[str(getattr(operation, "value", operation))]
    return say(words), token


def say_record(named: "Named", *, kind: bool = True) -> str:
    """Return what a record is called: “Agenda item 3, Review of the rules”, or “3 Review …”."""
    title = "" if named.kind == "meeting" and named.code else named.title
    beside = f", {named.beside}" if named.beside else ""
    if not kind:
        return " ".join(part for part in (named.code, title) if part) + beside
    told = say_kind(named.kind)
    if named.code:
        return ", ".join(part for part in (f"{told} {named.code}", title) if part) + beside
    return (f"{told} “{title}”" if title else told) + beside


def say_where(named: "Named") -> str:
    """Return what a record belongs to, in short: “Meeting JWG-1”."""
    above = named.within
    while above is not None and not above.short:
        above = above.within
    if above is None or above.kind == "body":
        return ""
    told = above.code or above.title
    further = above.within
    if further is not None and further.kind == "meeting" and further.short:
        return f"{say_kind(above.kind)} {told}, {further.short}"
    return f"{say_kind(above.kind)} {told}"


def say_moment(row: "HistoryRow | TrashRow") -> str:
    """Return when it was, in short: “22 Nov 2026, 05:54”."""
    local = row.at.astimezone()
    return f"{dates.brief_day(local.date())}, {local:%H:%M}"


def say_records(row: "HistoryRow | TrashRow") -> str:
    """Return which records a change was about; of many the first, and how many more."""
    shown = row.names[:_NAMES_IN_A_ROW] if row.count <= _NAMES_IN_A_ROW else row.names[:1]
    names = "; ".join(_with_place(each) for each in shown)
    more = row.count - len(shown)
    if more <= 0:
        return names
    told = say(QT_TRANSLATE_NOOP("RecordHistory", "{names} and {count} more"))
    return told.format(names=names, count=f"{more:,}")


def say_use_case(row: "HistoryRow | TrashRow") -> str:
    """Return what was done, with a word on what became of it."""
    undone = getattr(row, "undone_by", None)
    if undone is None:
        return row.use_case
    return say(QT_TRANSLATE_NOOP("RecordHistory", "{what} (undone)")).format(what=row.use_case)


def say_actor(row: "HistoryRow | TrashRow") -> str:
    """Return who did it."""
    return row.actor or say(QT_TRANSLATE_NOOP("RecordHistory", "Not known"))


def say_hung(row: "TrashRow") -> str:
    """Return what went with something that was deleted."""
    kinds = (kind for kind, count in row.hung.items() if count > 0)
    return ", ".join(say_many(kind, row.hung[kind]) for kind in kinds)


def say_value(kind: str, name: str, value: "Value") -> str:
    """Return what a field says, as the screens say it."""
    sort = str(value.sort.value)
    if sort == "choice":
        return _choice(f"{kind}.{name}", value.text)
    if sort == "record" and value.record is not None:
        return _reference(value.record)
    if sort == "moment" and value.moment is not None:
        return dates.moment(value.moment)
    say_it = {
        "day": _day,
        "yes-no": _yes_or_no,
        "file": _size,
    }.get(sort)
    if say_it is not None:
        return say_it(value.text)
    if sort == "languages":
        return ", ".join(phrases.say("language", each) for each in value.parts)
    if sort == "weekdays":
        return ", ".join(QLocale().dayName(int(each)) for each in value.parts)
    return value.text


def _with_place(named: "Named") -> str:
    where = say_where(named)
    return f"{say_record(named)} · {where}" if where else say_record(named)


def _reference(named: "Named") -> str:
    told = say_record(named, kind=False) or say_kind(named.kind)
    if named.is_there:
        return told
    return say(QT_TRANSLATE_NOOP("RecordHistory", "{what} (deleted)")).format(what=told)


def _choice(field: str, text: str) -> str:
    if field in _CHOICES:
        return phrases.say(_CHOICES[field], text)
    if text in _WORDS and (field in _CLOCK or text == "mou"):
        return say(_WORDS[text])
    return text.replace("-", " ").replace("_", " ").capitalize()


def _day(text: str) -> str:
    """Return a day as exactly as it is known."""
    try:
        if len(text) == 10:
            return dates.day_and_year(date.fromisoformat(text))
        if len(text) == 7:
            return dates.month_and_year(date.fromisoformat(f"{text}-01"))
    except ValueError:
        return text
    return text


def _yes_or_no(text: str) -> str:
    yes, no = QT_TRANSLATE_NOOP("RecordHistory", "Yes"), QT_TRANSLATE_NOOP("RecordHistory", "No")
    return say(yes if text == "yes" else no)


def _size(text: str) -> str:
    told = QLocale().formattedDataSize(int(text)) if text.isdecimal() else ""
    return say(QT_TRANSLATE_NOOP("RecordHistory", "a file {size}")).format(size=told).strip()
