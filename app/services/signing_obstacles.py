"""Finds what stands between minutes and their approval or signature, and where to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.body import MembershipRole
from app.domain.decision import ADOPTED_DECISIONS, Decision
from app.domain.delegation import Delegation
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesStatus, Signature
from app.domain.names import in_language
from app.domain.party import Party
from app.services.minutes_order import in_row
from app.store.queries.minutes_sheet import languages_of
from app.store.reader import Reader


class ObstacleKind(StrEnum):
    """What is still to be done."""

    NO_PARAGRAPHS = "no-paragraphs"
    NOT_CONFIRMED = "not-confirmed"
    GAP_IN_WORDS = "gap-in-words"
    NO_WORDS = "no-words"
    DAY_MISSING = "day-missing"
    PLACE_MISSING = "place-missing"
    DECISION_NOT_ADOPTED = "decision-not-adopted"
    NO_SIGNATORIES = "no-signatories"
    SIDE_WITHOUT_SIGNATORY = "side-without-signatory"
    NAME_MISSING = "name-missing"
    NOT_SIGNED = "not-signed"


@dataclass(frozen=True)
class Obstacle:
    """One thing that is still to be done.

    Attributes:
        kind: What it is.
        subject: The key of the paragraph, decision or signature that it is about.
        words: What it is called: the beginning of the words, a name, a number.
    """

    kind: ObstacleKind
    subject: UUID | None = None
    words: str = ""


class NotReady(Misfortune):
    """Minutes were to be approved or signed with something still to be done.

    Attributes:
        obstacles: What it is.
    """

    def __init__(self, wanted: MinutesStatus, obstacles: tuple[Obstacle, ...]) -> None:
        first = obstacles[0]
        more = f" So are {len(obstacles) - 1} more." if len(obstacles) > 1 else ""
        sentence, remedy = _SENTENCES[first.kind]
        told = f"The minutes cannot be marked as {wanted.value} yet: {sentence}{more}"
        super().__init__(told.format(words=first.words), remedy)
        self.obstacles = obstacles


_SENTENCES = {
    ObstacleKind.NO_PARAGRAPHS: ("they say nothing.", "Draft or write them first."),
    ObstacleKind.NOT_CONFIRMED: (
        "“{words}” is not confirmed as having happened.",
        "Confirm or remove it; what was drafted beforehand may not have happened.",
    ),
    ObstacleKind.GAP_IN_WORDS: (
        "“{words}” is still to be filled in.",
        "Write what belongs in the brackets.",
    ),
    ObstacleKind.NO_WORDS: (
        "a paragraph has no words in every language of the minutes: “{words}”.",
        "Write it in each of them.",
    ),
    ObstacleKind.DAY_MISSING: (
        "the meeting has no date.",
        "Enter on which day it was held.",
    ),
    ObstacleKind.PLACE_MISSING: (
        "the meeting has no place.",
        "Enter where it was held.",
    ),
    ObstacleKind.DECISION_NOT_ADOPTED: (
        "decision “{words}” has no number.",
        "Adopt it, or take its paragraph apart from it.",
    ),
    ObstacleKind.NO_SIGNATORIES: ("nobody is to sign them.", "Name who signs for each side."),
    ObstacleKind.SIDE_WITHOUT_SIGNATORY: (
        "nobody is to sign for {words}.",
        "Name who signs for that side.",
    ),
    ObstacleKind.NAME_MISSING: (
        "the signatory of {words} has no name.",
        "Enter the name as it is printed.",
    ),
    ObstacleKind.NOT_SIGNED: (
        "{words} has not signed.",
        "Enter the place and the date of the signature.",
    ),
}
# What stands in the gaps of a drafted text, in each language of documents.
_GAPS = (
    "to be confirmed]",
    "확인 필요]",
    "로만 있음",
    "тодруулна]",
    "оруулна]",
    "要確認]",
    "追って記載]",
)
_LONGEST = 60


def find_obstacles(reader: Reader, minutes: Minutes, wanted: MinutesStatus) -> tuple[Obstacle, ...]:
    """Return what is still to be done before minutes become ``wanted``."""
    if wanted is MinutesStatus.APPROVED:
        return tuple(_in_text(reader, minutes))
    if wanted is MinutesStatus.SIGNED:
        return (
            *_in_text(reader, minutes),
            *_in_meeting(reader, minutes),
            *_in_signatures(reader, minutes),
        )
    return ()


def _in_text(reader: Reader, minutes: Minutes) -> Iterator[Obstacle]:
    paragraphs = in_row(reader, minutes.id)
    if not paragraphs:
        yield Obstacle(ObstacleKind.NO_PARAGRAPHS)
    for paragraph in paragraphs:
        if not paragraph.confirmed:
            yield Obstacle(ObstacleKind.NOT_CONFIRMED, paragraph.id, _shown(paragraph.texts))
    for paragraph in paragraphs:
        gap = next((text for text in paragraph.texts.values() if _has_gap(text)), "")
        if gap:
            yield Obstacle(ObstacleKind.GAP_IN_WORDS, paragraph.id, _shown({"": gap}))
        if not any(text.strip() for text in paragraph.texts.values()):
            yield Obstacle(ObstacleKind.NO_WORDS, paragraph.id)


def _in_meeting(reader: Reader, minutes: Minutes) -> Iterator[Obstacle]:
    meeting = reader.get(Meeting, minutes.meeting_id)
    if meeting.first_day is None:
        yield Obstacle(ObstacleKind.DAY_MISSING, meeting.id)
    if not any(meeting.places.values()) and not meeting.deemed_place:
        yield Obstacle(ObstacleKind.PLACE_MISSING, meeting.id)
    languages = languages_of(reader, meeting)
    for paragraph in in_row(reader, minutes.id):
        written = {tag for tag, text in paragraph.texts.items() if text.strip()}
        if written and not written.issuperset(languages):
            yield Obstacle(ObstacleKind.NO_WORDS, paragraph.id, _shown(paragraph.texts))
    keys = {each.decision_id for each in in_row(reader, minutes.id) if each.decision_id}
    for key in sorted(keys):
        decision = reader.get(Decision, key)
        if decision.status not in ADOPTED_DECISIONS:
            words = decision.symbol or decision.temporary_symbol
            yield Obstacle(ObstacleKind.DECISION_NOT_ADOPTED, key, words)


def _in_signatures(reader: Reader, minutes: Minutes) -> Iterator[Obstacle]:
    signatures = reader.find(Signature, minutes_id=minutes.id)
    if not signatures:
        yield Obstacle(ObstacleKind.NO_SIGNATORIES)
        return
    yield from _sides_without(reader, minutes, {each.party_id for each in signatures})
    for signature in sorted(signatures, key=lambda each: each.ordinal):
        side = in_language(reader.get(Party, signature.party_id).names, "en")
        name = _shown(signature.printed_names)
        if not name:
            yield Obstacle(ObstacleKind.NAME_MISSING, signature.id, side)
        if signature.signed_on is None or not signature.place.strip():
            yield Obstacle(ObstacleKind.NOT_SIGNED, signature.id, name or side)


def _sides_without(reader: Reader, minutes: Minutes, signing: set[UUID]) -> Iterator[Obstacle]:
    opened = reader.find(Delegation, meeting_id=minutes.meeting_id, role=MembershipRole.MEMBER)
    for delegation in sorted(opened, key=lambda each: each.seat):
        if delegation.party_id not in signing:
            names = reader.get(Party, delegation.party_id).names
            yield Obstacle(
                ObstacleKind.SIDE_WITHOUT_SIGNATORY, delegation.party_id, in_language(names, "en")
            )


def _has_gap(text: str) -> bool:
    return any(gap in text for gap in _GAPS)


def _shown(texts: dict[str, str]) -> str:
    """Return the beginning of a text, as it is known again by."""
    text = next((text.strip() for text in texts.values() if text.strip()), "")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
