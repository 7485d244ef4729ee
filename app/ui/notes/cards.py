"""What a card says of a note, in words that are ready to be shown."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui import dates
from app.ui.notes.acts import ANSWER, DELETE, EDIT, KEEP, PROPOSE, REOPEN, RESOLVE, SHARE
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.notes.notes_in import PreviewRow
    from app.services.notes.received import NoteRow
    from app.services.notes.rows import OwnNote


@dataclass(frozen=True)
class AnswerCard:
    """An answer as it stands below a note."""

    key: UUID
    head: str
    text: str


@dataclass(frozen=True)
class NoteCard:
    """A note as it is shown.

    Attributes:
        where: The provision.
        rules: What the rules are called.
        gone: Why its words are no longer there; empty if they are.
        acts: What can be done with it, and what that is called.
        row: The record it was made of.
    """

    key: UUID
    head: str
    when: str
    where: str
    rules: str
    quote: str
    gone: str
    text: str
    chip: str
    hue: str
    eid: str
    document_id: UUID | None
    acts: tuple[tuple[str, str], ...]
    row: Any
    answers: tuple[AnswerCard, ...] = field(default=())


def card_of_own(note: "OwnNote") -> NoteCard:
    """Return the card of a note of the reader's own."""
    ours = note.for_secretariat
    return NoteCard(
        key=note.uid,
        head=_say("You"),
        when=_when(note.changed_at),
        where=note.place.name,
        rules=note.place.title,
        quote=note.quote,
        gone=say_placing(note.placing),
        text=note.text,
        chip=_say("For the secretariat") if ours else _say("Private"),
        hue="violet" if ours else "neutral",
        eid=note.place.eid,
        document_id=note.place.document_id,
        acts=(
            (EDIT, _say("Edit")),
            (KEEP, _say("Keep private")) if ours else (SHARE, _say("For the secretariat")),
            (DELETE, _say("Delete")),
        ),
        row=note,
    )


def card_of_received(note: "NoteRow", *, can_change: bool) -> NoteCard:
    """Return the card of a note that a delegate sent."""
    state = str(note.state.value)
    words, hue = _STATES[state]
    acts: list[tuple[str, str]] = []
    if can_change:
        acts.append((ANSWER, _say("Answer")))
        if state != "proposed" and note.proposal_id is None and state != "resolved":
            acts.append((PROPOSE, _say("Propose")))
        acts.append((REOPEN, _say("Reopen")) if state == "resolved" else (RESOLVE, _say("Resolve")))
    return NoteCard(
        key=note.id,
        head=note.author,
        when=_joined(note.side, _when(note.written_at)),
        where=note.place.name,
        rules=note.place.title,
        quote=note.quote,
        gone=say_placing(note.placing),
        text=note.text,
        chip=_say(words),
        hue=hue,
        eid=note.place.eid,
        document_id=note.place.document_id,
        acts=tuple(acts),
        row=note,
        answers=tuple(
            AnswerCard(each.id, _joined(each.author, _when(each.at)), each.text)
            for each in note.answers
        ),
    )


def card_of_arriving(row: "PreviewRow") -> NoteCard:
    """Return the card of a note in a file that is looked at."""
    words, hue = _ARRIVALS[str(row.arrival.value)]
    return NoteCard(
        key=row.uid,
        head=row.author,
        when=row.side,
        where=row.place.name,
        rules=row.place.title,
        quote=row.quote,
        gone=say_placing(row.placing),
        text=row.text,
        chip=_say(words),
        hue=hue,
        eid=row.place.eid,
        document_id=row.place.document_id,
        acts=(),
        row=row,
    )


def say_placing(placing: object) -> str:
    """Return why a note has no place in the text any more; nothing if it has one."""
    return {
        "words-gone": _say("These words are no longer in it"),
        "provision-gone": _say("This provision was repealed"),
        "not-here": _say("These rules, or this language of them, are not here"),
    }.get(str(getattr(placing, "value", placing)), "")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _when(at: Any) -> str:
    return dates.moment(at) if at is not None else ""


def _say(words: str) -> str:
    return QCoreApplication.translate("Notes", words)


_STATES = {
    "open": (QT_TRANSLATE_NOOP("Notes", "Open"), "warn"),
    "answered": (QT_TRANSLATE_NOOP("Notes", "Answered"), "accent"),
    "proposed": (QT_TRANSLATE_NOOP("Notes", "Proposed"), "violet"),
    "resolved": (QT_TRANSLATE_NOOP("Notes", "Resolved"), "ok"),
}
_ARRIVALS = {
    "new": (QT_TRANSLATE_NOOP("Notes", "New"), "ok"),
    "revised": (QT_TRANSLATE_NOOP("Notes", "Revised"), "warn"),
    "here": (QT_TRANSLATE_NOOP("Notes", "Here already"), "neutral"),
}
