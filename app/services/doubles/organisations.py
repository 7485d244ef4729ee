"""Verbs for organisations that may be one: find them, tell them apart for good, make one of two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.body import BodyOrganisation
from app.domain.delegation import Delegate, Delegation
from app.domain.errors import Misfortune, Sealed
from app.domain.meeting import Meeting
from app.domain.names import Names, Untranslated, in_language, name_on
from app.domain.organisation import (
    Organisation,
    OrganisationDistinction,
    OrganisationKind,
    OrganisationName,
)
from app.domain.party import NameKind
from app.domain.project import ProjectOrganisation
from app.store.change_set import ChangeSet
from app.store.queries import organisations as queries
from app.store.queries.organisations import OrganisationNameRow, OrganisationSheet
from app.store.references import move_references
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.alike_names import AlikeNames
from app.texts.name_likeness import LikenessReason

__all__ = [
    "LikelyPair",
    "LikenessReason",
    "OfTwoParties",
    "OrganisationNameRow",
    "OrganisationSheet",
    "list_pairs",
    "merge",
    "show",
    "tell_apart",
]

_OF_PERSONS = frozenset(
    {LikenessReason.INITIALS, LikenessReason.FATHERS_NAME, LikenessReason.ONE_NAME_ONLY}
)
"""Reasons by which two persons are taken for one, and which say nothing of ministries."""


@dataclass(frozen=True)
class LikelyPair:
    """Two organisations that may be one.

    Attributes:
        spelling: The name of the second that is like one of the first's.
    """

    first_id: UUID
    first: str
    second_id: UUID
    second: str
    spelling: str
    score: float
    reason: LikenessReason


class SameOrganisation(Misfortune):
    """An organisation was to be told apart from, or made one with, the very same one."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” was chosen twice.", "Choose two organisations.")


class OfTwoParties(Misfortune):
    """Two organisations cannot be one: they belong to different parties."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(
            f"“{first}” and “{second}” belong to two different parties.",
            "Ministries of two states often have one name; correct the party first if it is wrong.",
        )


class NamedInAdopted(Misfortune):
    """The organisation that was to go is named in a record that was adopted or signed."""

    def __init__(self, kept: str, other: str) -> None:
        super().__init__(
            f"“{other}” is named in what was adopted or signed, and so cannot become “{kept}”.",
            f"Keep “{other}”, and let “{kept}” become one with it.",
        )


def list_pairs(workspace: Workspace, *, language: str = "en") -> tuple[LikelyPair, ...]:
    """Return the organisations that may be one, the surest first, but for those told apart.

    Those of two parties are never suggested: every state has a ministry of foreign affairs.
    """
    with workspace.read() as reader:
        known = {each.id: each for each in queries.list_known(reader, language=language)}
        told_apart = queries.list_distinctions(reader)
    index: AlikeNames[UUID] = AlikeNames()
    for each in known.values():
        index.add(each.id, names=each.names)
    pairs = [
        LikelyPair(
            first_id=key,
            first=known[key].name,
            second_id=found.key,
            second=known[found.key].name,
            spelling=found.name,
            score=found.likeness.score,
            reason=found.likeness.reason,
        )
        for key, found in index.pairs()
        if found.likeness.reason not in _OF_PERSONS
        and frozenset((key, found.key)) not in told_apart
        and _go_together(known[key].party_id, known[found.key].party_id)
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second)))


def show(workspace: Workspace, *, organisation_id: UUID, language: str = "en") -> OrganisationSheet:
    """Return all that is known of an organisation, to be laid beside another's.

    Raises:
        NotFound: if there is none.
    """
    with workspace.read() as reader:
        return queries.show_sheet(reader, organisation_id=organisation_id, language=language)


def tell_apart(workspace: Workspace, *, first_id: UUID, second_id: UUID) -> ChangeSet:
    """Remember that two organisations are not the same, however alike their names.

    Raises:
        RuleBroken: if somebody has said so already.
    """
    with workspace.write("Tell two organisations apart") as work:
        first, second = work.get(Organisation, first_id), work.get(Organisation, second_id)
        if first.id == second.id:
            raise SameOrganisation(_name_of(first))
        low, high = sorted((first_id, second_id))  # so that the pair is kept once
        pair = work.add(OrganisationDistinction(first_id=low, second_id=high))
        return work.commit(subject=pair.id)


def merge(workspace: Workspace, *, kept_id: UUID, other_id: UUID) -> ChangeSet:
    """Make one organisation of two: all that refers to the other then refers to the kept one.

    Its names stay with their dates; what was printed at each meeting stays as it was printed.

    Raises:
        OfTwoParties: if they belong to different parties.
        NamedInAdopted: if the other one is named in what was adopted or signed.
    """
    with workspace.write("Merge organisations") as work:
        kept, other = work.get(Organisation, kept_id), work.get(Organisation, other_id)
        if kept.id == other.id:
            raise SameOrganisation(_name_of(kept))
        if not _go_together(kept.party_id, other.party_id):
            raise OfTwoParties(_name_of(kept), _name_of(other))
        try:
            _keep_as_printed(work, kept, other)
            _keep_names(work, kept, other)
            _keep_facts(kept, other)
            _leave_out_doubles(work, kept_id, other_id)
            _forget_distinctions(work, kept_id, other_id)
            work.flush()
            move_references(work, Organisation, old=other_id, new=kept_id)
        except Sealed as error:
            raise NamedInAdopted(_name_of(kept), _name_of(other)) from error
        work.delete(other)
        return work.commit(subject=kept_id)


def _go_together(one: UUID | None, other: UUID | None) -> bool:
    return one is None or other is None or one == other


def _name_of(organisation: Organisation) -> str:
    return in_language(organisation.names, "en") or organisation.code


def _keep_as_printed(work: UnitOfWork, kept: Organisation, other: Organisation) -> None:
    """Write down at each seat what the lists of participants said, where they would say other."""
    dated = {
        office.id: work.find(OrganisationName, organisation_id=office.id)
        for office in (kept, other)
    }
    now, of_both = {**other.names, **kept.names}, [*dated[kept.id], *dated[other.id]]
    for office in (kept, other):
        own = dated[office.id]
        tags = {*office.names, *(name.language for name in own)}
        for seat in work.find(Delegate, organisation_id=office.id):
            day = work.get(Meeting, work.get(Delegation, seat.delegation_id).meeting_id).first_day
            said = {
                tag: _name_on(office.names, own, day, tag)
                for tag in sorted(tags - seat.printed_organisations.keys())
            }
            changes = {
                tag: text
                for tag, text in said.items()
                if text and text != _name_on(now, of_both, day, tag)
            }
            if changes:
                seat.printed_organisations = {**seat.printed_organisations, **changes}


def _name_on(
    names: Names, dated: Sequence[OrganisationName], day: date | None, language: str
) -> str:
    """Return the name that a document of a day prints; nothing where it has none in a language."""
    if day is None:
        return names.get(language, "")
    name = name_on(day, now=names, dated=dated, language=language)
    return "" if isinstance(name, Untranslated) else name


def _keep_names(work: UnitOfWork, kept: Organisation, other: Organisation) -> None:
    """Keep every name of the other one; one that the kept one bears alike is not kept twice."""
    there = work.find(OrganisationName, organisation_id=kept.id)
    known = {_mark(name) for name in there}
    words = {(name.language, name.text) for name in there} | set(kept.names.items())
    for name in work.find(OrganisationName, organisation_id=other.id):
        is_dated = bool(name.valid_from or name.valid_to)
        spoken = (name.language, name.text)
        if _mark(name) in known or (not is_dated and spoken in words):
            work.delete(name)
        words.add(spoken)
    for language, text in other.names.items():
        if (language, text) not in words and language in kept.names:
            work.add(
                OrganisationName(
                    organisation_id=kept.id, kind=NameKind.ALIAS, language=language, text=text
                )
            )


def _mark(name: OrganisationName) -> tuple[object, ...]:
    return (name.kind, name.language, name.text, name.valid_from, name.valid_to)


def _keep_facts(kept: Organisation, other: Organisation) -> None:
    """Fill what is not known of the one that is kept from what is known of the other."""
    kept.names = {**other.names, **kept.names}
    kept.party_id = kept.party_id or other.party_id
    if kept.kind is OrganisationKind.OTHER:
        kept.kind = other.kind
    above = kept.parent_id or other.parent_id
    if above == other.id:  # it lay below the one that goes
        above = other.parent_id
    kept.parent_id = above if above != kept.id else None
    notes = [note for note in (kept.note, other.note) if note]
    kept.note = "\n".join(dict.fromkeys(notes))


def _leave_out_doubles(work: UnitOfWork, kept_id: UUID, other_id: UUID) -> None:
    """Take away what would else be said twice: of a body, and of a project."""
    said = {
        (each.body_id, each.role, each.place, each.valid_from, each.valid_to)
        for each in work.find(BodyOrganisation, organisation_id=kept_id)
    }
    for each in work.find(BodyOrganisation, organisation_id=other_id):
        if (each.body_id, each.role, each.place, each.valid_from, each.valid_to) in said:
            work.delete(each)
    working = {
        each.project_id: each for each in work.find(ProjectOrganisation, organisation_id=kept_id)
    }
    for link in work.find(ProjectOrganisation, organisation_id=other_id):
        present = working.get(link.project_id)
        role = link.role
        work.delete(link)  # its key holds the organisation: it is made anew
        if present is None:
            work.add(
                ProjectOrganisation(project_id=link.project_id, organisation_id=kept_id, role=role)
            )
        elif role and role not in present.role:
            present.role = "; ".join(part for part in (present.role, role) if part)


def _forget_distinctions(work: UnitOfWork, kept_id: UUID, other_id: UUID) -> None:
    """Take away what was said of the other one: it would else be said twice, or of itself."""
    for pair in (
        *work.find(OrganisationDistinction, first_id=other_id),
        *work.find(OrganisationDistinction, second_id=other_id),
    ):
        third = pair.second_id if pair.first_id == other_id else pair.first_id
        work.delete(pair)
        if third != kept_id:
            low, high = sorted((third, kept_id))
            if work.first(OrganisationDistinction, first_id=low, second_id=high) is None:
                work.add(OrganisationDistinction(first_id=low, second_id=high))
