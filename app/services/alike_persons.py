"""Verbs for persons who may be one: find them, tell them apart for good, or make one of two."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from app.domain.delegation import Delegate, Delegation
from app.domain.errors import Misfortune, Sealed
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.party import NameKind
from app.domain.person import Person, PersonDistinction, PersonName
from app.store.change_set import ChangeSet
from app.store.queries import persons as queries
from app.store.queries.persons import KnownPerson
from app.store.references import move_references
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.alike_names import Alike, AlikeNames
from app.texts.name_likeness import LikenessReason
from app.texts.scripts import guess_language

__all__ = [
    "BothAttended",
    "LikelyPair",
    "LikelyPerson",
    "LikenessReason",
    "list_like",
    "list_pairs",
    "merge",
    "tell_apart",
]


@dataclass(frozen=True)
class LikelyPerson:
    """Somebody who may be the person that was asked for.

    Attributes:
        spelling: The spelling of the name that is alike.
        score: How sure it is, from 0 to 1.
    """

    id: UUID
    name: str
    spelling: str
    score: float
    reason: LikenessReason


@dataclass(frozen=True)
class LikelyPair:
    """Two persons who may be one."""

    first_id: UUID
    first: str
    second_id: UUID
    second: str
    score: float
    reason: LikenessReason


class SamePerson(Misfortune):
    """A person was to be told apart from, or made one with, the very same person."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” was chosen twice.", "Choose two persons.")


class NamedInSigned(Misfortune):
    """The person who was to go is named in a record that was signed."""

    def __init__(self, kept: str, other: str) -> None:
        super().__init__(
            f"“{other}” is named in a record that was signed, and so cannot become “{kept}”.",
            f"Keep “{other}”, and let “{kept}” become one with it.",
        )


class BothAttended(Misfortune):
    """Two persons cannot be one: they sat in one delegation side by side."""

    def __init__(self, first: str, second: str, meeting: str) -> None:
        super().__init__(
            f"“{first}” and “{second}” are both in one delegation at {meeting}.",
            "Remove one of the two there first, if they really are one person.",
        )
        self.meeting = meeting


def list_pairs(workspace: Workspace) -> tuple[LikelyPair, ...]:
    """Return the persons who may be one, the surest first, but for those that were told apart."""
    with workspace.read() as reader:
        known = {person.id: person for person in queries.list_known(reader)}
        told_apart = queries.list_distinctions(reader)
    pairs = [
        LikelyPair(
            first_id=key,
            first=known[key].name,
            second_id=found.key,
            second=known[found.key].name,
            score=found.likeness.score,
            reason=found.likeness.reason,
        )
        for key, found in index_of(known.values()).pairs()
        if frozenset((key, found.key)) not in told_apart
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second)))


def list_like(
    workspace: Workspace, *, name: str, email: str = "", but: UUID | None = None
) -> tuple[LikelyPerson, ...]:
    """Return the known persons who may be meant by a name, the likest first.

    Args:
        workspace: The workspace.
        name: The name, in any spelling.
        email: The address, where one is known.
        but: The person whose name it is; that one and those told apart from it are left out.
    """
    with workspace.read() as reader:
        known = {person.id: person for person in queries.list_known(reader)}
        told_apart = queries.list_distinctions(reader) if but else frozenset()
    names = known[but].names if but in known else (name,)
    found = index_of(known.values()).find(names=names, email=email)
    return tuple(
        likely_person(each, known)
        for each in found
        if each.key != but and frozenset((each.key, but)) not in told_apart
    )


def tell_apart(workspace: Workspace, *, first_id: UUID, second_id: UUID) -> ChangeSet:
    """Remember that two persons are not the same, however alike their names.

    Raises:
        RuleBroken: if somebody has said so already.
    """
    with workspace.write("Tell two persons apart") as work:
        first, second = work.get(Person, first_id), work.get(Person, second_id)
        if first.id == second.id:
            raise SamePerson(first.printed_name)
        # Always the same way round, so that the pair is kept once.
        low, high = sorted((first_id, second_id))
        pair = work.add(PersonDistinction(first_id=low, second_id=high))
        return work.commit(subject=pair.id)


def merge(workspace: Workspace, *, kept_id: UUID, other_id: UUID) -> ChangeSet:
    """Make one person of two: everything on record of the other is then of the one that is kept.

    Every spelling of the other's name stays as a further spelling. What was printed at each meeting
    stays as it was printed.

    Raises:
        BothAttended: if they sit in one delegation side by side.
        NamedInSigned: if the other one is named in a signed record; then that one is to be kept.
    """
    with workspace.write("Merge persons") as work:
        kept, other = work.get(Person, kept_id), work.get(Person, other_id)
        if kept.id == other.id:
            raise SamePerson(kept.printed_name)
        _refuse_neighbours(work, kept, other)
        _keep_names(work, kept, other)
        _keep_facts(kept, other)
        _forget_distinctions(work, kept_id, other_id)
        work.flush()
        try:
            move_references(work, Person, old=other_id, new=kept_id)
        except Sealed as error:
            raise NamedInSigned(kept.printed_name, other.printed_name) from error
        work.delete(other)
        return work.commit(subject=kept_id)


def index_of(known: Iterable[KnownPerson]) -> AlikeNames[UUID]:
    """Return the known persons under everything by which a like name is found."""
    index: AlikeNames[UUID] = AlikeNames()
    for person in known:
        index.add(person.id, names=person.names, email=person.email)
    return index


def likely_person(found: Alike[UUID], known: dict[UUID, KnownPerson]) -> LikelyPerson:
    """Return who was found, as the screens show it."""
    return LikelyPerson(
        id=found.key,
        name=known[found.key].name,
        spelling=found.name,
        score=found.likeness.score,
        reason=found.likeness.reason,
    )


def _refuse_neighbours(work: UnitOfWork, kept: Person, other: Person) -> None:
    seats = {seat.delegation_id for seat in work.find(Delegate, person_id=kept.id)}
    for seat in work.find(Delegate, person_id=other.id):
        if seat.delegation_id in seats:
            meeting = work.get(Meeting, work.get(Delegation, seat.delegation_id).meeting_id)
            told = meeting.code or in_language(meeting.titles, "en")
            raise BothAttended(kept.printed_name, other.printed_name, told)


def _keep_names(work: UnitOfWork, kept: Person, other: Person) -> None:
    there = {name.text for name in work.find(PersonName, person_id=kept.id)}
    there |= {kept.printed_name, *kept.names.values()}
    spelled = {other.printed_name: guess_language(other.printed_name) or "en"}
    spelled |= {text: tag for tag, text in other.names.items()}
    for name in work.find(PersonName, person_id=other.id):
        if name.text in there:
            work.delete(name)
        spelled.pop(name.text, None)
    for text, tag in spelled.items():
        if text not in there:
            name = PersonName(person_id=kept.id, kind=NameKind.ALIAS, language=tag, text=text)
            work.add(name)


def _keep_facts(kept: Person, other: Person) -> None:
    """Fill what is not known of the one that is kept from what is known of the other."""
    for field in ("honorific", "email", "phone", "organisation_id", "retain_until"):
        if not getattr(kept, field) and getattr(other, field):
            setattr(kept, field, getattr(other, field))
    kept.names = {**other.names, **kept.names}
    kept.name_parts = {**other.name_parts, **kept.name_parts}
    kept.languages = list(dict.fromkeys([*kept.languages, *other.languages]))
    notes = [note for note in (kept.note, other.note) if note]
    kept.note = "\n".join(dict.fromkeys(notes))


def _forget_distinctions(work: UnitOfWork, kept_id: UUID, other_id: UUID) -> None:
    """Take away what was said of the other one: it would else be said twice, or of itself."""
    for pair in (
        *work.find(PersonDistinction, first_id=other_id),
        *work.find(PersonDistinction, second_id=other_id),
    ):
        third = pair.second_id if pair.first_id == other_id else pair.first_id
        work.delete(pair)
        if third != kept_id:
            low, high = sorted((third, kept_id))
            if work.first(PersonDistinction, first_id=low, second_id=high) is None:
                work.add(PersonDistinction(first_id=low, second_id=high))
