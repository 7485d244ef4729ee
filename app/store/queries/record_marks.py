"""By what people tell the records of every kind: the fields that hold a number, a name, an owner.

Kinds that stand nearer the top are what people speak of; the others are told with one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Marks:
    """What a record of a kind is told by.

    Attributes:
        code: The fields of which the first that is filled is its number or symbol.
        title: The fields of which the first that is filled is its name; ``title`` where there is no
            such field stands for the title that other tables keep for it.
        by: The references whose names stand for a name of its own.
        within: The reference to what it belongs to.
        beside: The fields of which the first that is filled tells it from its like: a place.
        names_any: It names a record of any kind by ``entity`` and ``pk``.
    """

    code: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    within: str = ""
    beside: tuple[str, ...] = ()
    names_any: bool = False


MARKS: Mapping[str, Marks] = {
    "body": Marks((), ("short_names", "names", "code")),
    "meeting": Marks(("code", "ordinal"), ("titles",), within="body_id", beside=("places",)),
    "rule_document": Marks(("code",), ("titles",), within="body_id"),
    "rule_version": Marks(("label", "number"), by=("document_id",), within="document_id"),
    "minutes": Marks(("edition",), by=("meeting_id",), within="meeting_id"),
    "decision": Marks(("symbol", "temporary_symbol"), ("title",), within="meeting_id"),
    "agenda_item": Marks(("label",), ("titles",), within="meeting_id"),
    "paper": Marks(("symbol",), ("titles",), within="meeting_id"),
    "action_item": Marks(("code",), ("texts",), within="origin_meeting_id"),
    "project": Marks(("code",), ("titles",)),
    "instrument": Marks(("code",), ("titles",)),
    "person": Marks((), ("printed_name",)),
    "organisation": Marks((), ("names", "code")),
    "party": Marks((), ("names", "code")),
    "written_procedure": Marks(by=("decision_id",), within="decision_id"),
    "minutes_paragraph": Marks((), ("texts",), within="minutes_id"),
    "provision": Marks((), ("title", "eid"), within="document_id"),
    "provision_proposal": Marks(("label",), ("texts",), ("provision_id",), "provision_id"),
    "delegation": Marks(by=("party_id",), within="meeting_id"),
    "delegate": Marks((), ("printed_names",), ("person_id",), "delegation_id"),
    "post": Marks((), ("titles",), within="person_id"),
    "person_name": Marks((), ("text",), within="person_id"),
    "organisation_name": Marks((), ("text",), within="organisation_id"),
    "body_name": Marks((), ("text",), within="body_id"),
    "party_name": Marks((), ("text",), within="party_id"),
    "decision_text": Marks((), ("title", "text"), within="decision_id"),
    "decision_position": Marks(by=("party_id",), within="decision_id"),
    "decision_relation": Marks(by=("decision_id", "other_id"), within="decision_id"),
    "decision_number": Marks(("symbol",), within="body_id"),
    "action_update": Marks((), ("texts",), within="action_id"),
    "project_review": Marks((), ("texts",), ("meeting_id",), "project_id"),
    "quantity": Marks((), ("label", "words", "value"), names_any=True),
    "paper_file": Marks((), ("language",), within="paper_id"),
    "preparation_task": Marks((), ("titles",), within="meeting_id"),
    "preparation_offset": Marks((), ("titles",), within="body_id"),
    "agenda_edition": Marks(("number",), by=("meeting_id",), within="meeting_id"),
    "signature": Marks((), ("printed_names",), ("person_id", "party_id"), "minutes_id"),
    "minutes_answer": Marks(by=("party_id",), within="minutes_id"),
    "meeting_step": Marks((), ("status",), within="meeting_id"),
    "amendment": Marks((), ("instruction",), ("provision_id",), "version_id"),
    "provision_link": Marks(by=("decision_id", "to_provision_id"), within="decision_id"),
    "letterhead": Marks(by=("party_id",), within="body_id"),
    "own_form": Marks((), ("name",), within="body_id"),
    "issued_document": Marks((), ("file_name",), within="meeting_id"),
    "source": Marks(("code",), ("title",)),
    "statement": Marks((), ("quote", "value"), ("source_id",), names_any=True),
    "saved_search": Marks((), ("name",)),
    "pack": Marks(by=("meeting_id",), within="meeting_id"),
    "annotation": Marks((), ("text", "quote")),
    "signing_key": Marks((), ("owner",)),
    "holiday": Marks(("on",), ("names",), within="party_id"),
    "attachment": Marks((), ("file_name",)),
    "attachment_link": Marks(by=("attachment_id",)),
    "agenda_paper": Marks(by=("paper_id",), within="agenda_item_id"),
    "meeting_action": Marks(by=("action_id",), within="meeting_id"),
    "project_party": Marks(by=("party_id",), within="project_id"),
    "project_organisation": Marks(by=("organisation_id",), within="project_id"),
    "project_decision": Marks(by=("decision_id",), within="project_id"),
    "instrument_party": Marks(by=("party_id",), within="instrument_id"),
    "body_party": Marks(by=("party_id",), within="body_id"),
    "body_organisation": Marks(by=("organisation_id",), within="body_id"),
    "body_office": Marks(by=("person_id", "party_id"), within="body_id"),
    "written_procedure_side": Marks(by=("party_id",), within="procedure_id"),
    "written_procedure_event": Marks((), ("words",), ("party_id",), "procedure_id"),
    "person_distinction": Marks(by=("first_id", "second_id")),
    "organisation_distinction": Marks(by=("first_id", "second_id")),
    "provision_revision": Marks(("label",), by=("provision_id",), within="provision_id"),
    "provision_text": Marks((), ("heading",), ("revision_id",), "revision_id"),
    "attachment_blob": Marks(by=("attachment_id",)),
    "seal": Marks((), ("reference",)),
    "store_meta": Marks((), ("key",)),
}
"""All kinds that the journal may hold, the most telling first."""

RANKS: Mapping[str, int] = {kind: rank for rank, kind in enumerate(MARKS)}
"""How telling a kind is; 0 for the most."""


def rank_of(kind: str) -> int:
    """Return how telling a kind is; one of a later version of the program tells least."""
    return RANKS.get(kind, len(RANKS))
