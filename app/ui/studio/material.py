"""What documents can be made of: meetings, decisions, written procedures, rules, the body itself.

Each is read in one go away from the window's thread, as near to the wish as can be.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.studio.record_facts import Fact, of_decision, of_meeting, of_rules
from app.ui.studio.wish import CHANGES, Subject, Wish

if TYPE_CHECKING:
    from app.services.bodies import BodyRow
    from app.services.decisions import DecisionRow
    from app.services.meetings import MeetingRow
    from app.services.parties import PartyChip
    from app.services.rules import RuleDocumentRow, VersionRow
    from app.ui.services import Services

# The text of the rules is of its own; here it stands beside the meetings and not among them.
_OF_THEIR_OWN = frozenset({"rules", "bilingual-rules"})
_CIRCULAR = "circular"
_NOT_ADOPTED = frozenset({"draft", "withdrawn"})


@dataclass(frozen=True)
class Record:
    """A record to choose: its number and its title."""

    id: UUID
    code: str
    title: str


@dataclass(frozen=True)
class Material:
    """What can be made of one subject.

    Attributes:
        records: The records to choose from, the latest first.
        wish: The wish, with the record that is chosen.
        made_of: What the services call that record.
        kinds: The documents that the records are enough for.
        facts: What the records say.
        parties: The sides by their keys.
        languages: The languages of the record, the first of them first.
        held: The only languages that there are; empty where every template will do.
        versions: The versions of rules whose text is held.
        meeting_id: The meeting whose record it is, or that took the decision.
    """

    records: tuple[Record, ...]
    wish: Wish
    made_of: Mapping[str, Any] = field(default_factory=dict)
    kinds: tuple[Any, ...] = ()
    facts: tuple[Fact, ...] = ()
    parties: "Mapping[UUID, PartyChip]" = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    versions: "tuple[VersionRow, ...]" = ()
    meeting_id: UUID | None = None


@dataclass(frozen=True)
class Source:
    """Where everything is read from.

    Attributes:
        services: The services.
        workspace: The workspace.
        body_id: Whose records.
        language: The language of the window.
    """

    services: "Services"
    workspace: Any
    body_id: UUID
    language: str


def read_material(source: Source, wish: Wish) -> tuple[tuple[Subject, ...], Material | None]:
    """Return what documents can be made of, and what can be made of the one that is chosen."""
    shelves = _Shelves(source)
    subjects = tuple(subject for subject in Subject if shelves.has(subject))
    if not subjects:
        return (), None
    subject = wish.subject if wish.subject in subjects else subjects[0]
    return subjects, _READERS[subject](shelves, replace(wish, subject=subject))


class _Shelves:
    """The lists of a body's records, each read once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        services, of_body = source.services, {"body_id": source.body_id}
        asked: dict[str, Any] = {**of_body, "language": source.language}
        self.meetings: tuple[MeetingRow, ...] = services.meetings.list_for_body(
            source.workspace, **asked
        )
        self.decisions: tuple[DecisionRow, ...] = services.decisions.list_for_body(
            source.workspace, **asked
        )
        self.rules: tuple[RuleDocumentRow, ...] = tuple(
            row
            for row in services.rules.list_documents(source.workspace, **asked)
            if services.documents.list_kinds_of_rules(source.workspace, document_id=row.id)
        )
        self.of_body = services.documents.list_kinds_of_body(source.workspace, **of_body)
        self.sought = tuple(row for row in self.decisions if _CIRCULAR in self.kinds_of(row))

    def has(self, subject: Subject) -> bool:
        return bool(
            {
                Subject.MEETING: self.meetings,
                Subject.DECISION: self.decisions,
                Subject.PROCEDURE: self.sought,
                Subject.RULES: self.rules,
                Subject.BODY: self.of_body,
            }[subject]
        )

    def kinds_of(self, row: "DecisionRow") -> tuple[Any, ...]:
        kinds: tuple[Any, ...] = self.source.services.documents.list_kinds_of_decision(
            self.source.workspace, decision_id=row.id
        )
        return kinds

    def parties(self) -> "dict[UUID, PartyChip]":
        bodies: tuple[BodyRow, ...] = self.source.services.bodies.list_all(
            self.source.workspace, language=self.source.language
        )
        mine = (body for body in bodies if body.id == self.source.body_id)
        return {party.id: party for body in mine for party in body.parties}


def _read_meeting(shelves: _Shelves, wish: Wish) -> Material:
    source = shelves.source
    rows = sorted(shelves.meetings, key=_latest_first)
    chosen = _nearest(wish.meeting_id, [row.id for row in rows])
    asked: dict[str, Any] = {"meeting_id": chosen, "language": source.language}
    detail = source.services.meetings.show(source.workspace, **asked)
    delegations = source.services.delegations.list_for_meeting(source.workspace, **asked)
    kinds = source.services.documents.list_kinds(source.workspace, meeting_id=chosen)
    return Material(
        records=tuple(Record(row.id, row.code, row.title) for row in rows),
        wish=replace(wish, meeting_id=chosen),
        made_of={"meeting_id": chosen},
        kinds=tuple(kind for kind in kinds if kind not in _OF_THEIR_OWN),
        facts=of_meeting(detail, delegations),
        parties={opened.party.id: opened.party for opened in delegations},
        languages=tuple(detail.languages),
        meeting_id=chosen,
    )


def _read_decision(shelves: _Shelves, wish: Wish) -> Material:
    return _of_decisions(
        shelves, wish, shelves.decisions, key="decision_id", keep=lambda kind: kind != _CIRCULAR
    )


def _read_procedure(shelves: _Shelves, wish: Wish) -> Material:
    return _of_decisions(
        shelves, wish, shelves.sought, key="procedure_id", keep=lambda kind: kind == _CIRCULAR
    )


def _of_decisions(
    shelves: _Shelves,
    wish: Wish,
    decisions: "tuple[DecisionRow, ...]",
    *,
    key: str,
    keep: Callable[[Any], bool],
) -> Material:
    source = shelves.source
    rows = {row.id: row for row in reversed(decisions)}
    chosen = rows[_nearest(getattr(wish, key), list(rows))]
    procedure = None
    if key == "procedure_id":
        procedure = source.services.written_procedures.find_for_decision(
            source.workspace, decision_id=chosen.id
        )
    return Material(
        records=tuple(Record(row.id, row.symbol, row.title) for row in rows.values()),
        wish=wish.with_record(chosen.id),
        made_of={"decision_id": chosen.id},
        kinds=tuple(kind for kind in shelves.kinds_of(chosen) if keep(kind)),
        facts=of_decision(chosen, procedure),
        parties=shelves.parties(),
        meeting_id=chosen.meeting_id,
    )


def _read_rules(shelves: _Shelves, wish: Wish) -> Material:
    source = shelves.source
    rows = {row.id: row for row in shelves.rules}
    chosen = _nearest(wish.rules_id, list(rows))
    versions: tuple[VersionRow, ...] = tuple(
        version
        for version in source.services.rules.list_versions(
            source.workspace, document_id=chosen, language=source.language
        )
        if version.text_held
    )
    of_rules_only: dict[str, Any] = {"document_id": chosen}
    kinds = source.services.documents.list_kinds_of_rules(source.workspace, **of_rules_only)
    held = source.services.documents.list_languages_of_rules(source.workspace, **of_rules_only)
    wanted = _settle_version(source, replace(wish, rules_id=chosen), versions)
    version = next(each for each in versions if each.number == wanted.version)
    return Material(
        records=tuple(Record(row.id, row.code, row.title) for row in rows.values()),
        wish=wanted,
        made_of={"rule_version_id": version.id},
        kinds=(*kinds, CHANGES) if len(versions) > 1 else tuple(kinds),
        facts=of_rules(rows[chosen], version),
        languages=held,
        held=held,
        versions=versions,
    )


def _settle_version(source: Source, wish: Wish, versions: "tuple[VersionRow, ...]") -> Wish:
    """Return the wish with the version that is meant, and the one before it."""
    numbers = [version.number for version in versions]
    number = wish.version
    if wish.on is not None and wish.rules_id is not None:
        key = source.services.documents.find_version(
            source.workspace, document_id=wish.rules_id, on=wish.on
        )
        number = next((each.number for each in versions if each.id == key), None)
    if number not in numbers:
        adopted = [each.number for each in versions if each.status not in _NOT_ADOPTED]
        number = (adopted or numbers)[-1]
    since = wish.since
    if since not in numbers or since == number:
        others = [each for each in numbers if each != number]
        earlier = [each for each in others if each < number]
        since = next(iter([*earlier[-1:], *others]), None)
    return replace(wish, version=number, since=since)


def _read_body(shelves: _Shelves, wish: Wish) -> Material:
    return Material(
        records=(),
        wish=wish,
        made_of={"body_id": shelves.source.body_id},
        kinds=tuple(shelves.of_body),
        parties=shelves.parties(),
    )


_READERS: dict[Subject, Callable[[_Shelves, Wish], Material]] = {
    Subject.MEETING: _read_meeting,
    Subject.DECISION: _read_decision,
    Subject.PROCEDURE: _read_procedure,
    Subject.RULES: _read_rules,
    Subject.BODY: _read_body,
}


def _nearest(wished: UUID | None, offered: list[UUID]) -> UUID:
    return wished if wished in offered and wished is not None else offered[0]


def _latest_first(row: "MeetingRow") -> tuple[bool, int, int]:
    day = row.starts_on
    return (day is not None, -day.toordinal() if day is not None else 0, -(row.ordinal or 0))
