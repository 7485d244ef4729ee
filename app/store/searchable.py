"""Which fields of which records are found by search, and in which table's name they are shown."""

from dataclasses import dataclass

from sqlmodel import SQLModel

from app.domain.action import ActionItem, ActionUpdate
from app.domain.agenda import AgendaItem
from app.domain.agenda_edition import AgendaEdition
from app.domain.attachment import Attachment, AttachmentLink
from app.domain.body import Body, BodyName
from app.domain.checked import kind_of
from app.domain.decision import Decision, DecisionNumber, DecisionPosition, DecisionText
from app.domain.delegation import Delegate
from app.domain.holiday import Holiday
from app.domain.instrument import Instrument
from app.domain.issued import IssuedDocument
from app.domain.letterhead import Letterhead
from app.domain.meeting import Meeting
from app.domain.meeting_step import MeetingStep
from app.domain.minutes import Minutes, MinutesParagraph, Signature
from app.domain.organisation import Organisation, OrganisationName
from app.domain.own_form import OwnForm
from app.domain.pack import Annotation
from app.domain.paper import Paper
from app.domain.party import Party, PartyName
from app.domain.person import Person, PersonName, Post
from app.domain.preparation import PreparationOffset, PreparationTask
from app.domain.project import Project, ProjectReview, Quantity
from app.domain.provision_proposal import ProvisionProposal
from app.domain.rules import RuleDocument, RuleVersion
from app.domain.source import Source, Statement
from app.domain.written_procedure import (
    WrittenProcedure,
    WrittenProcedureEvent,
    WrittenProcedureSide,
)


@dataclass(frozen=True)
class Searchable:
    """How one kind of record is searched.

    Attributes:
        model: Its table.
        titles: The fields that weigh most: what the record is called.
        texts: The other fields that are found.
        owner: The field with the key of the record that the reader is led to; empty for itself.
    """

    model: type[SQLModel]
    titles: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    owner: str = ""

    @property
    def entity(self) -> str:
        """The name of the kind."""
        return kind_of(self.model)


_ALL = (
    Searchable(ActionItem, ("code",), ("texts", "due_words")),
    Searchable(ActionUpdate, (), ("texts",), owner="action_id"),
    Searchable(AgendaItem, ("titles", "label"), ("annotations", "outcomes", "note")),
    Searchable(AgendaEdition, (), ("note",), owner="meeting_id"),
    Searchable(Annotation, (), ("quote", "text")),
    Searchable(Attachment, ("file_name",)),
    Searchable(AttachmentLink, ("captions",), owner="attachment_id"),
    Searchable(
        Body, ("names", "short_names", "plain_names", "call_names", "code"), ("topic", "note")
    ),
    Searchable(BodyName, ("text",), owner="body_id"),
    Searchable(
        Decision,
        ("symbol", "temporary_symbol"),
        ("conditions", "provenance_note", "status_note"),
    ),
    Searchable(DecisionNumber, ("symbol",), ("reason",), owner="body_id"),
    Searchable(DecisionPosition, (), ("statements",), owner="decision_id"),
    Searchable(DecisionText, ("title",), ("text",), owner="decision_id"),
    Searchable(
        Delegate,
        ("printed_names",),
        ("printed_posts", "printed_organisations"),
        owner="delegation_id",
    ),
    Searchable(Holiday, ("names",), owner="party_id"),
    Searchable(Instrument, ("titles", "code"), ("signed_at", "renewal_rule", "note")),
    Searchable(IssuedDocument, ("file_name",), ("note",)),
    Searchable(Letterhead, (), ("lines",), owner="party_id"),
    Searchable(
        Meeting,
        ("titles", "code"),
        (
            "places",
            "venues",
            "outcomes",
            "chair_words",
            "date_words",
            "status_reason",
            "provenance_note",
            "note",
        ),
    ),
    Searchable(MeetingStep, (), ("reason",), owner="meeting_id"),
    Searchable(
        Minutes,
        ("symbol",),
        ("status_sentences", "next_meetings", "reopened_why", "provenance_note"),
    ),
    Searchable(MinutesParagraph, (), ("texts", "source_line")),
    Searchable(Organisation, ("names", "code"), ("note",)),
    Searchable(OrganisationName, ("text",), owner="organisation_id"),
    Searchable(OwnForm, ("name",), ("note",)),
    Searchable(Paper, ("titles", "symbol"), ("note",)),
    Searchable(Party, ("names", "formal_names", "adjectives", "code"), ("note",)),
    Searchable(PartyName, ("text",), owner="party_id"),
    Searchable(Person, ("printed_name", "names"), ("email", "note")),
    Searchable(PersonName, ("text",), owner="person_id"),
    Searchable(Post, ("titles",), owner="person_id"),
    Searchable(PreparationOffset, ("titles",), ("precedent",)),
    Searchable(PreparationTask, ("titles",), ("note",)),
    Searchable(Project, ("titles", "code"), ("phase", "note")),
    Searchable(ProjectReview, (), ("texts",), owner="project_id"),
    Searchable(ProvisionProposal, (), ("headings", "texts", "reason"), owner="version_id"),
    Searchable(Quantity, ("label",), ("words",)),
    Searchable(RuleDocument, ("titles", "code"), ("scope_notes", "provenance_note", "note")),
    Searchable(RuleVersion, ("label",), ("applies_to", "change_notes"), owner="document_id"),
    Searchable(Signature, ("printed_names",), ("capacities", "place")),
    Searchable(Source, ("title", "code"), ("publisher", "reference", "note")),
    Searchable(Statement, (), ("quote", "value", "note")),
    Searchable(WrittenProcedure, (), ("texts", "result", "rule_source"), owner="decision_id"),
    Searchable(WrittenProcedureEvent, (), ("words",), owner="procedure_id"),
    Searchable(WrittenProcedureSide, (), ("objections",), owner="procedure_id"),
)

SEARCHABLE = {searchable.entity: searchable for searchable in _ALL}
"""By the name of the kind. Provisions have an index of their own."""
