"""Refuses, before anything is written, a change to what was adopted or signed.

What counts is how things stood when the unit of work began: the one that adopts a version may still
finish writing it. Nothing else may; what is sealed can only be superseded.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import SQLModel, col

from app.domain.checked import kind_of
from app.domain.decision import ADOPTED_DECISIONS, Decision, DecisionText, TextStatus
from app.domain.errors import Sealed
from app.domain.issued import IssuedDocument
from app.domain.journal import ChangeEntry, ChangeSetEntry, Operation
from app.domain.minutes import SEALED_MINUTES, Minutes, MinutesParagraph, Signature
from app.domain.rules import (
    SEALED_VERSIONS,
    Provision,
    ProvisionRevision,
    ProvisionText,
    RuleVersion,
)
from app.domain.seal import Seal
from app.store.journal import key_of, state_of

_SUPERSEDE = "Adopt a new version that supersedes it."
_NEW_EDITION = "Make a new edition that corrects it."
_NEW_DECISION = "Take a further decision that amends or supersedes it."
_ADD_ONLY = "It is written once; add a further one."
_TOGETHER = 500
_LANGUAGE_SEAL = "rule_language"


@dataclass(frozen=True)
class Step:
    """One record in a flush: what happens to it, and the values that are replaced."""

    record: Any
    operation: Operation
    replaced: dict[str, Any]

    def stored(self, name: str) -> Any:
        """Return the value of a field before this step."""
        return self.replaced.get(name, getattr(self.record, name))

    def touches(self, *names: str) -> bool:
        """Return whether the record goes, or one of its fields ``names`` changes."""
        return self.operation is Operation.DELETE or not self.replaced.keys().isdisjoint(names)


@dataclass
class Guard:
    """Watches one transaction.

    Attributes:
        opened: What this transaction has itself made or sealed, and may therefore still write.
    """

    opened: set[tuple[str, str]] = field(default_factory=set)
    _numbers: dict[Any, frozenset[int]] = field(default_factory=dict)
    _places: dict[int | None, Any] = field(default_factory=dict)

    def check(
        self,
        connection: Connection,
        *,
        new: Iterable[SQLModel],
        changed: Iterable[SQLModel],
        deleted: Iterable[SQLModel],
    ) -> None:
        """Look through a flush before it is written.

        Raises:
            Sealed: if it would change what was adopted, signed or issued.
        """
        steps = [
            *(Step(record, Operation.INSERT, {}) for record in new),
            *(Step(record, Operation.UPDATE, _replaced(record)) for record in changed),
            *(Step(record, Operation.DELETE, {}) for record in deleted),
        ]
        for step in steps:
            if _opens(step):
                self.opened.add((kind_of(type(step.record)), key_of(step.record)))
            if isinstance(step.record, Seal) and step.record.kind == _LANGUAGE_SEAL:
                self.opened.add((_LANGUAGE_SEAL, step.record.reference.rpartition("/")[2]))
        self._numbers.clear()  # what was asked for one flush need not be so in the next
        self._places = _places_of_texts(connection, steps)
        for step in steps:
            rule = _RULES.get(type(step.record))
            if rule is not None:
                rule(self, connection, step)

    def check_version(self, _connection: Connection, step: Step) -> None:
        """An adopted version keeps its place and its text, and cannot become a draft again."""
        if not self._stays_sealed(step, SEALED_VERSIONS):
            return
        loosened = step.record.status not in SEALED_VERSIONS
        if loosened or step.touches("document_id", "number", "content_root", "text_held"):
            raise Sealed(f"Version {step.stored('number')} of the rules", _SUPERSEDE)

    def check_provision(self, _connection: Connection, step: Step) -> None:
        """A provision is known by its ``eid`` for ever."""
        if step.operation is Operation.UPDATE and step.touches("eid", "document_id"):
            raise Sealed(f"The identity of {step.stored('eid')}", "Insert a new provision instead.")

    def check_revision(self, connection: Connection, step: Step) -> None:
        """A revision that a sealed version shows may only be ended after that version."""
        revision: ProvisionRevision = step.record
        sealed = self._sealed_numbers(connection, step.stored("document_id"))
        before = _shown(sealed, step.stored("v_from"), step.stored("v_to"))
        after = _shown(sealed, revision.v_from, revision.v_to)
        if step.operation is Operation.INSERT:
            before = frozenset()
        moved = step.touches("parent_eid", "ordinal", "depth", "label", "provision_id")
        if before != after or (before and moved):
            number = min(before ^ after or before)
            raise Sealed(f"Version {number} of the rules", _SUPERSEDE)

    def check_provision_text(self, connection: Connection, step: Step) -> None:
        """The words of an adopted version stay; a translation may still be added or corrected.

        A further language becomes authentic only together with a seal of its own.
        """
        text: ProvisionText = step.record
        becomes_authentic = (
            text.status is TextStatus.AUTHENTIC
            and step.touches("status")
            and (_LANGUAGE_SEAL, text.language) not in self.opened
        )
        added_translation = (
            step.operation is Operation.INSERT and text.status is not TextStatus.AUTHENTIC
        )
        harmless = step.operation is Operation.UPDATE and not step.touches(
            "text", "heading", "language", "revision_id", "correction"
        )
        if added_translation or (harmless and not becomes_authentic):
            return
        place = self._places.get(step.stored("revision_id"))
        if place is None:
            return
        shown = _shown(self._sealed_numbers(connection, place[0]), place[1], place[2])
        if shown:
            raise Sealed(f"The text of version {min(shown)} of the rules", _SUPERSEDE)

    def check_minutes(self, _connection: Connection, step: Step) -> None:
        """Signed minutes keep their words and cannot become a draft again."""
        if not self._stays_sealed(step, SEALED_MINUTES):
            return
        loosened = step.record.status not in SEALED_MINUTES
        if loosened or step.touches(
            "meeting_id", "kind", "edition", "status_sentences", "next_meetings"
        ):
            raise Sealed("The signed record of the meeting", _NEW_EDITION)

    def check_paragraph(self, connection: Connection, step: Step) -> None:
        """No paragraph comes into signed minutes, changes in them or leaves them."""
        if step.operation is Operation.UPDATE and not step.replaced:
            return
        for minutes_id in {step.record.minutes_id, step.stored("minutes_id")}:
            if self._is_sealed(connection, Minutes, minutes_id, SEALED_MINUTES):
                raise Sealed("The signed record of the meeting", _NEW_EDITION)

    def check_signature(self, connection: Connection, step: Step) -> None:
        """A signature that was given stays; a later signatory may still sign."""
        given = step.operation is not Operation.INSERT and step.stored("signed_on") is not None
        if given and self._is_sealed(
            connection, Minutes, step.stored("minutes_id"), SEALED_MINUTES
        ):
            raise Sealed("A signature under the record of the meeting", _NEW_EDITION)

    def check_decision(self, _connection: Connection, step: Step) -> None:
        """An adopted decision keeps its number, its day and its conditions."""
        if not self._stays_sealed(step, ADOPTED_DECISIONS):
            return
        loosened = step.record.status not in ADOPTED_DECISIONS
        if loosened or step.touches("body_id", "symbol", "taken_on", "conditions"):
            raise Sealed(f"Decision {step.stored('symbol')}", _NEW_DECISION)

    def check_decision_text(self, connection: Connection, step: Step) -> None:
        """The words of an adopted decision stay; a translation may still be added."""
        text: DecisionText = step.record
        if step.operation is Operation.INSERT and text.status is not TextStatus.AUTHENTIC:
            return
        if step.operation is Operation.UPDATE and not step.touches(
            "title", "text", "language", "decision_id"
        ):
            return
        if self._is_sealed(connection, Decision, step.stored("decision_id"), ADOPTED_DECISIONS):
            raise Sealed("The text of an adopted decision", _NEW_DECISION)

    def check_issued(self, _connection: Connection, step: Step) -> None:
        """What was sent out stays as it was sent."""
        if step.operation is Operation.INSERT or step.stored("is_draft"):
            return
        if step.touches("is_draft", "sha256", "attachment_id", "issued_at", "file_name"):
            raise Sealed(f"The issued document “{step.stored('file_name')}”", "Issue a new one.")

    def check_written_once(self, _connection: Connection, step: Step) -> None:
        """Seals and the journal are only ever added to."""
        if step.operation is not Operation.INSERT:
            raise Sealed("The history of the workspace", _ADD_ONLY)

    def _stays_sealed(self, step: Step, sealed: frozenset[Any]) -> bool:
        """Return whether the record was sealed before this unit of work began."""
        if step.operation is Operation.INSERT or step.stored("status") not in sealed:
            return False
        return (kind_of(type(step.record)), key_of(step.record)) not in self.opened

    def _is_sealed(
        self, connection: Connection, model: Any, key: Any, sealed: frozenset[Any]
    ) -> bool:
        if (kind_of(model), str(key)) in self.opened:
            return False
        status = connection.execute(select(model.status).where(model.id == key)).scalar()
        return status in sealed

    def _sealed_numbers(self, connection: Connection, document_id: Any) -> frozenset[int]:
        """Return the versions that were sealed before; asked once for each flush."""
        known = self._numbers.get(document_id)
        if known is not None:
            return known
        rows = connection.execute(
            select(col(RuleVersion.id), col(RuleVersion.number)).where(
                col(RuleVersion.document_id) == document_id,
                col(RuleVersion.status).in_(SEALED_VERSIONS),
            )
        ).all()
        kind = kind_of(RuleVersion)
        numbers = frozenset(number for key, number in rows if (kind, str(key)) not in self.opened)
        self._numbers[document_id] = numbers
        return numbers


_RULES: dict[type[SQLModel], Callable[[Guard, Connection, Step], None]] = {
    RuleVersion: Guard.check_version,
    Provision: Guard.check_provision,
    ProvisionRevision: Guard.check_revision,
    ProvisionText: Guard.check_provision_text,
    Minutes: Guard.check_minutes,
    MinutesParagraph: Guard.check_paragraph,
    Signature: Guard.check_signature,
    Decision: Guard.check_decision,
    DecisionText: Guard.check_decision_text,
    IssuedDocument: Guard.check_issued,
    Seal: Guard.check_written_once,
    ChangeSetEntry: Guard.check_written_once,
    ChangeEntry: Guard.check_written_once,
}

_SEALING: dict[type[SQLModel], frozenset[Any]] = {
    RuleVersion: SEALED_VERSIONS,
    Minutes: SEALED_MINUTES,
    Decision: ADOPTED_DECISIONS,
}


def _opens(step: Step) -> bool:
    """Return whether this step makes or seals something that is sealed from its commit on."""
    sealed = _SEALING.get(type(step.record))
    if sealed is None or step.operation is Operation.DELETE:
        return False
    return step.operation is Operation.INSERT or step.stored("status") not in sealed


def _places_of_texts(connection: Connection, steps: Iterable[Step]) -> dict[int | None, Any]:
    """Return the document and the versions of the revisions whose texts a flush touches."""
    wanted = sorted(
        {
            step.stored("revision_id")
            for step in steps
            if isinstance(step.record, ProvisionText) and step.stored("revision_id") is not None
        }
    )
    revision = ProvisionRevision
    columns = (
        col(revision.id),
        col(revision.document_id),
        col(revision.v_from),
        col(revision.v_to),
    )
    found: dict[int | None, Any] = {}
    for begin in range(0, len(wanted), _TOGETHER):
        some = wanted[begin : begin + _TOGETHER]
        rows = connection.execute(select(*columns).where(columns[0].in_(some)))
        found.update({row[0]: row[1:] for row in rows})
    return found


def _replaced(record: SQLModel) -> dict[str, Any]:
    state = state_of(record)
    replaced: dict[str, Any] = {}
    for attribute in state.mapper.column_attrs:
        history = state.attrs[attribute.key].history
        if history.has_changes():
            replaced[attribute.key] = history.deleted[0] if history.deleted else None
    return replaced


def _shown(sealed: frozenset[int], v_from: int, v_to: int | None) -> frozenset[int]:
    """Return which of the sealed versions show a revision valid from ``v_from`` to ``v_to``."""
    return frozenset(
        number for number in sealed if number >= v_from and (v_to is None or number < v_to)
    )
