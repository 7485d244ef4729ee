"""Which record each indexed text leads to: the title of a decision to the decision, and so on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import String, Subquery, Uuid, func, select, type_coerce
from sqlmodel import SQLModel, col

from app.domain.action import ActionItem, ActionUpdate
from app.domain.agenda import AgendaItem
from app.domain.agenda_edition import AgendaEdition
from app.domain.attachment import Attachment
from app.domain.body import Body, BodyName
from app.domain.checked import kind_of
from app.domain.decision import Decision, DecisionPosition, DecisionText
from app.domain.delegation import Delegate
from app.domain.instrument import Instrument
from app.domain.issued import IssuedDocument
from app.domain.meeting import Meeting
from app.domain.meeting_step import MeetingStep
from app.domain.minutes import Minutes, MinutesParagraph, Signature
from app.domain.pack import Annotation
from app.domain.paper import Paper, PaperFile
from app.domain.person import Person, PersonName, Post
from app.domain.preparation import PreparationTask
from app.domain.project import Project, ProjectReview
from app.domain.provision_proposal import ProvisionProposal
from app.domain.rules import RuleDocument, RuleVersion
from app.domain.workspace_facts import SearchEntry
from app.domain.written_procedure import (
    WrittenProcedure,
    WrittenProcedureEvent,
    WrittenProcedureSide,
)
from app.store.reader import Reader
from app.texts.query.asked import Kind

_KEY = 32
"""The digits of a UUID as it is stored."""


@dataclass(frozen=True)
class Lead:
    """Where the texts of one table lead.

    Attributes:
        model: The table.
        kind: The kind of record they lead to.
        target: The key of that record, as an expression over the table.
        leads_to_itself: The texts stand in the record itself.
    """

    model: type[SQLModel]
    kind: Kind
    target: Any
    leads_to_itself: bool = False

    @property
    def entity(self) -> str:
        """The name of the table in the index."""
        return kind_of(self.model)

    def followed(self, reader: Reader, keys: Iterable[UUID]) -> Iterator[tuple[UUID, UUID]]:
        """Yield some keys of the table, each with the key of the record that it leads to."""
        if self.leads_to_itself:
            yield from ((key, key) for key in keys)
            return
        table: Any = self.model
        first: Any = next(iter(table.__table__.primary_key.columns))
        for row in reader.execute(select(first, self.target).where(first.in_(keys))):
            if row[1] is not None:
                yield row[0], row[1]

    @cached_property
    def targets(self) -> Subquery:
        """The index's keys, each with the key of the record that it leads to."""
        # A key of several parts begins with the one that the record is found by.
        stored = func.substr(func.replace(col(SearchEntry.pk), "-", ""), 1, _KEY)
        table: Any = self.model
        first: Any = next(iter(table.__table__.primary_key.columns))
        key: Any = col(SearchEntry.id).label("entry_id")
        if self.leads_to_itself:
            found = select(key, type_coerce(stored, Uuid).label("target_id"))
        else:
            found = select(key, self.target.label("target_id"))
            found = found.join(table, type_coerce(first, String) == stored)
        return found.where(col(SearchEntry.entity) == self.entity).subquery()


def _over(model: Any, wanted: Any, *, where: Any) -> Any:
    """Return one column of another table as an expression."""
    return select(wanted).where(where).limit(1).scalar_subquery()


_ALL = (
    *(
        Lead(model, Kind(kind_of(model)), model.id, leads_to_itself=True)
        for model in (
            ActionItem,
            AgendaItem,
            Body,
            Decision,
            Instrument,
            IssuedDocument,
            Meeting,
            MinutesParagraph,
            Paper,
            Person,
            Project,
            RuleDocument,
        )
    ),
    Lead(ActionUpdate, Kind.ACTION_ITEM, col(ActionUpdate.action_id)),
    Lead(AgendaEdition, Kind.MEETING, col(AgendaEdition.meeting_id)),
    Lead(Annotation, Kind.RULE_DOCUMENT, col(Annotation.document_id)),
    Lead(
        Attachment,
        Kind.PAPER,
        _over(
            PaperFile,
            col(PaperFile.paper_id),
            where=col(PaperFile.attachment_id) == col(Attachment.id),
        ),
    ),
    Lead(BodyName, Kind.BODY, col(BodyName.body_id)),
    Lead(DecisionPosition, Kind.DECISION, col(DecisionPosition.decision_id)),
    Lead(DecisionText, Kind.DECISION, col(DecisionText.decision_id)),
    Lead(Delegate, Kind.PERSON, col(Delegate.person_id)),
    Lead(MeetingStep, Kind.MEETING, col(MeetingStep.meeting_id)),
    Lead(Minutes, Kind.MEETING, col(Minutes.meeting_id)),
    Lead(PersonName, Kind.PERSON, col(PersonName.person_id)),
    Lead(Post, Kind.PERSON, col(Post.person_id)),
    Lead(PreparationTask, Kind.MEETING, col(PreparationTask.meeting_id)),
    Lead(ProjectReview, Kind.PROJECT, col(ProjectReview.project_id)),
    Lead(
        ProvisionProposal,
        Kind.RULE_DOCUMENT,
        _over(
            RuleVersion,
            col(RuleVersion.document_id),
            where=col(RuleVersion.id) == col(ProvisionProposal.version_id),
        ),
    ),
    Lead(RuleVersion, Kind.RULE_DOCUMENT, col(RuleVersion.document_id)),
    Lead(
        Signature,
        Kind.MEETING,
        _over(Minutes, col(Minutes.meeting_id), where=col(Minutes.id) == col(Signature.minutes_id)),
    ),
    Lead(WrittenProcedure, Kind.DECISION, col(WrittenProcedure.decision_id)),
    Lead(
        WrittenProcedureEvent,
        Kind.DECISION,
        _over(
            WrittenProcedure,
            col(WrittenProcedure.decision_id),
            where=col(WrittenProcedure.id) == col(WrittenProcedureEvent.procedure_id),
        ),
    ),
    Lead(
        WrittenProcedureSide,
        Kind.DECISION,
        _over(
            WrittenProcedure,
            col(WrittenProcedure.decision_id),
            where=col(WrittenProcedure.id) == col(WrittenProcedureSide.procedure_id),
        ),
    ),
)

LEADS = {lead.entity: lead for lead in _ALL}
"""By the name of the table. Texts of other tables, such as holidays, lead to no record."""
