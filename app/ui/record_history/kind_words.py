"""Says what the kinds of record are called, one and many, and where each is looked at."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.history_view.pages import Named

_CONTEXT = "RecordHistory"

KINDS: Mapping[str, tuple[str, str]] = {
    "body": (
        QT_TRANSLATE_NOOP("RecordHistory", "Body"),
        QT_TRANSLATE_NOOP("RecordHistory", "bodies"),
    ),
    "meeting": (
        QT_TRANSLATE_NOOP("RecordHistory", "Meeting"),
        QT_TRANSLATE_NOOP("RecordHistory", "meetings"),
    ),
    "rule_document": (
        QT_TRANSLATE_NOOP("RecordHistory", "Rules"),
        QT_TRANSLATE_NOOP("RecordHistory", "rules"),
    ),
    "rule_version": (
        QT_TRANSLATE_NOOP("RecordHistory", "Version of the rules"),
        QT_TRANSLATE_NOOP("RecordHistory", "versions of the rules"),
    ),
    "minutes": (
        QT_TRANSLATE_NOOP("RecordHistory", "Minutes"),
        QT_TRANSLATE_NOOP("RecordHistory", "editions of the minutes"),
    ),
    "decision": (
        QT_TRANSLATE_NOOP("RecordHistory", "Decision"),
        QT_TRANSLATE_NOOP("RecordHistory", "decisions"),
    ),
    "agenda_item": (
        QT_TRANSLATE_NOOP("RecordHistory", "Agenda item"),
        QT_TRANSLATE_NOOP("RecordHistory", "agenda items"),
    ),
    "paper": (
        QT_TRANSLATE_NOOP("RecordHistory", "Paper"),
        QT_TRANSLATE_NOOP("RecordHistory", "papers"),
    ),
    "action_item": (
        QT_TRANSLATE_NOOP("RecordHistory", "Action item"),
        QT_TRANSLATE_NOOP("RecordHistory", "action items"),
    ),
    "project": (
        QT_TRANSLATE_NOOP("RecordHistory", "Project"),
        QT_TRANSLATE_NOOP("RecordHistory", "projects"),
    ),
    "instrument": (
        QT_TRANSLATE_NOOP("RecordHistory", "Instrument"),
        QT_TRANSLATE_NOOP("RecordHistory", "instruments"),
    ),
    "person": (
        QT_TRANSLATE_NOOP("RecordHistory", "Person"),
        QT_TRANSLATE_NOOP("RecordHistory", "persons"),
    ),
    "organisation": (
        QT_TRANSLATE_NOOP("RecordHistory", "Organisation"),
        QT_TRANSLATE_NOOP("RecordHistory", "organisations"),
    ),
    "party": (
        QT_TRANSLATE_NOOP("RecordHistory", "Party"),
        QT_TRANSLATE_NOOP("RecordHistory", "parties"),
    ),
    "written_procedure": (
        QT_TRANSLATE_NOOP("RecordHistory", "Written procedure"),
        QT_TRANSLATE_NOOP("RecordHistory", "written procedures"),
    ),
    "minutes_paragraph": (
        QT_TRANSLATE_NOOP("RecordHistory", "Paragraph of the minutes"),
        QT_TRANSLATE_NOOP("RecordHistory", "paragraphs of the minutes"),
    ),
    "provision": (
        QT_TRANSLATE_NOOP("RecordHistory", "Provision"),
        QT_TRANSLATE_NOOP("RecordHistory", "provisions"),
    ),
    "provision_proposal": (
        QT_TRANSLATE_NOOP("RecordHistory", "Proposal"),
        QT_TRANSLATE_NOOP("RecordHistory", "proposals"),
    ),
    "delegation": (
        QT_TRANSLATE_NOOP("RecordHistory", "Delegation"),
        QT_TRANSLATE_NOOP("RecordHistory", "delegations"),
    ),
    "delegate": (
        QT_TRANSLATE_NOOP("RecordHistory", "Delegate"),
        QT_TRANSLATE_NOOP("RecordHistory", "delegates"),
    ),
    "post": (
        QT_TRANSLATE_NOOP("RecordHistory", "Post"),
        QT_TRANSLATE_NOOP("RecordHistory", "posts"),
    ),
    "person_name": (
        QT_TRANSLATE_NOOP("RecordHistory", "Spelling of a name"),
        QT_TRANSLATE_NOOP("RecordHistory", "spellings of names"),
    ),
    "organisation_name": (
        QT_TRANSLATE_NOOP("RecordHistory", "Name of an organisation"),
        QT_TRANSLATE_NOOP("RecordHistory", "names of organisations"),
    ),
    "body_name": (
        QT_TRANSLATE_NOOP("RecordHistory", "Name of a body"),
        QT_TRANSLATE_NOOP("RecordHistory", "names of bodies"),
    ),
    "party_name": (
        QT_TRANSLATE_NOOP("RecordHistory", "Name of a party"),
        QT_TRANSLATE_NOOP("RecordHistory", "names of parties"),
    ),
    "decision_text": (
        QT_TRANSLATE_NOOP("RecordHistory", "Text of a decision"),
        QT_TRANSLATE_NOOP("RecordHistory", "texts of decisions"),
    ),
    "decision_position": (
        QT_TRANSLATE_NOOP("RecordHistory", "Position on a decision"),
        QT_TRANSLATE_NOOP("RecordHistory", "positions on decisions"),
    ),
    "decision_relation": (
        QT_TRANSLATE_NOOP("RecordHistory", "Relation of decisions"),
        QT_TRANSLATE_NOOP("RecordHistory", "relations of decisions"),
    ),
    "decision_number": (
        QT_TRANSLATE_NOOP("RecordHistory", "Number of a decision"),
        QT_TRANSLATE_NOOP("RecordHistory", "numbers of decisions"),
    ),
    "action_update": (
        QT_TRANSLATE_NOOP("RecordHistory", "Status line"),
        QT_TRANSLATE_NOOP("RecordHistory", "status lines"),
    ),
    "project_review": (
        QT_TRANSLATE_NOOP("RecordHistory", "Review of a project"),
        QT_TRANSLATE_NOOP("RecordHistory", "reviews of projects"),
    ),
    "quantity": (
        QT_TRANSLATE_NOOP("RecordHistory", "Figure"),
        QT_TRANSLATE_NOOP("RecordHistory", "figures"),
    ),
    "paper_file": (
        QT_TRANSLATE_NOOP("RecordHistory", "File of a paper"),
        QT_TRANSLATE_NOOP("RecordHistory", "files of papers"),
    ),
    "preparation_task": (
        QT_TRANSLATE_NOOP("RecordHistory", "Preparation task"),
        QT_TRANSLATE_NOOP("RecordHistory", "preparation tasks"),
    ),
    "preparation_offset": (
        QT_TRANSLATE_NOOP("RecordHistory", "Preparation term"),
        QT_TRANSLATE_NOOP("RecordHistory", "preparation terms"),
    ),
    "agenda_edition": (
        QT_TRANSLATE_NOOP("RecordHistory", "Edition of the agenda"),
        QT_TRANSLATE_NOOP("RecordHistory", "editions of the agenda"),
    ),
    "signature": (
        QT_TRANSLATE_NOOP("RecordHistory", "Signature"),
        QT_TRANSLATE_NOOP("RecordHistory", "signatures"),
    ),
    "minutes_answer": (
        QT_TRANSLATE_NOOP("RecordHistory", "Answer to the minutes"),
        QT_TRANSLATE_NOOP("RecordHistory", "answers to the minutes"),
    ),
    "meeting_step": (
        QT_TRANSLATE_NOOP("RecordHistory", "Step of a meeting"),
        QT_TRANSLATE_NOOP("RecordHistory", "steps of meetings"),
    ),
    "amendment": (
        QT_TRANSLATE_NOOP("RecordHistory", "Amendment"),
        QT_TRANSLATE_NOOP("RecordHistory", "amendments"),
    ),
    "provision_link": (
        QT_TRANSLATE_NOOP("RecordHistory", "Link of a decision to a rule"),
        QT_TRANSLATE_NOOP("RecordHistory", "links of decisions to rules"),
    ),
    "letterhead": (
        QT_TRANSLATE_NOOP("RecordHistory", "Letterhead"),
        QT_TRANSLATE_NOOP("RecordHistory", "letterheads"),
    ),
    "own_form": (
        QT_TRANSLATE_NOOP("RecordHistory", "Word form"),
        QT_TRANSLATE_NOOP("RecordHistory", "Word forms"),
    ),
    "issued_document": (
        QT_TRANSLATE_NOOP("RecordHistory", "Issued document"),
        QT_TRANSLATE_NOOP("RecordHistory", "issued documents"),
    ),
    "source": (
        QT_TRANSLATE_NOOP("RecordHistory", "Source"),
        QT_TRANSLATE_NOOP("RecordHistory", "sources"),
    ),
    "statement": (
        QT_TRANSLATE_NOOP("RecordHistory", "Statement of a source"),
        QT_TRANSLATE_NOOP("RecordHistory", "statements of sources"),
    ),
    "saved_search": (
        QT_TRANSLATE_NOOP("RecordHistory", "Saved search"),
        QT_TRANSLATE_NOOP("RecordHistory", "saved searches"),
    ),
    "pack": (
        QT_TRANSLATE_NOOP("RecordHistory", "Pack"),
        QT_TRANSLATE_NOOP("RecordHistory", "packs"),
    ),
    "annotation": (
        QT_TRANSLATE_NOOP("RecordHistory", "Note on a passage"),
        QT_TRANSLATE_NOOP("RecordHistory", "notes on passages"),
    ),
    "signing_key": (
        QT_TRANSLATE_NOOP("RecordHistory", "Key"),
        QT_TRANSLATE_NOOP("RecordHistory", "keys"),
    ),
    "holiday": (
        QT_TRANSLATE_NOOP("RecordHistory", "Holiday"),
        QT_TRANSLATE_NOOP("RecordHistory", "holidays"),
    ),
    "attachment": (
        QT_TRANSLATE_NOOP("RecordHistory", "File"),
        QT_TRANSLATE_NOOP("RecordHistory", "files"),
    ),
    "attachment_link": (
        QT_TRANSLATE_NOOP("RecordHistory", "Attached file"),
        QT_TRANSLATE_NOOP("RecordHistory", "attached files"),
    ),
    "agenda_paper": (
        QT_TRANSLATE_NOOP("RecordHistory", "Paper before an agenda item"),
        QT_TRANSLATE_NOOP("RecordHistory", "papers before agenda items"),
    ),
    "meeting_action": (
        QT_TRANSLATE_NOOP("RecordHistory", "Action item at a meeting"),
        QT_TRANSLATE_NOOP("RecordHistory", "action items at meetings"),
    ),
    "project_party": (
        QT_TRANSLATE_NOOP("RecordHistory", "Party to a project"),
        QT_TRANSLATE_NOOP("RecordHistory", "parties to projects"),
    ),
    "project_organisation": (
        QT_TRANSLATE_NOOP("RecordHistory", "Organisation in a project"),
        QT_TRANSLATE_NOOP("RecordHistory", "organisations in projects"),
    ),
    "project_decision": (
        QT_TRANSLATE_NOOP("RecordHistory", "Decision on a project"),
        QT_TRANSLATE_NOOP("RecordHistory", "decisions on projects"),
    ),
    "instrument_party": (
        QT_TRANSLATE_NOOP("RecordHistory", "Party to an instrument"),
        QT_TRANSLATE_NOOP("RecordHistory", "parties to instruments"),
    ),
    "body_party": (
        QT_TRANSLATE_NOOP("RecordHistory", "Seat in a body"),
        QT_TRANSLATE_NOOP("RecordHistory", "seats in bodies"),
    ),
    "body_organisation": (
        QT_TRANSLATE_NOOP("RecordHistory", "Organisation of a body"),
        QT_TRANSLATE_NOOP("RecordHistory", "organisations of bodies"),
    ),
    "body_office": (
        QT_TRANSLATE_NOOP("RecordHistory", "Office in a body"),
        QT_TRANSLATE_NOOP("RecordHistory", "offices in bodies"),
    ),
    "written_procedure_side": (
        QT_TRANSLATE_NOOP("RecordHistory", "Side in a written procedure"),
        QT_TRANSLATE_NOOP("RecordHistory", "sides in written procedures"),
    ),
    "written_procedure_event": (
        QT_TRANSLATE_NOOP("RecordHistory", "Event of a written procedure"),
        QT_TRANSLATE_NOOP("RecordHistory", "events of written procedures"),
    ),
    "person_distinction": (
        QT_TRANSLATE_NOOP("RecordHistory", "Two persons told apart"),
        QT_TRANSLATE_NOOP("RecordHistory", "pairs of persons told apart"),
    ),
    "organisation_distinction": (
        QT_TRANSLATE_NOOP("RecordHistory", "Two organisations told apart"),
        QT_TRANSLATE_NOOP("RecordHistory", "pairs of organisations told apart"),
    ),
    "provision_revision": (
        QT_TRANSLATE_NOOP("RecordHistory", "Wording of a provision"),
        QT_TRANSLATE_NOOP("RecordHistory", "wordings of provisions"),
    ),
    "provision_text": (
        QT_TRANSLATE_NOOP("RecordHistory", "Text of a provision"),
        QT_TRANSLATE_NOOP("RecordHistory", "texts of provisions"),
    ),
    "attachment_blob": (
        QT_TRANSLATE_NOOP("RecordHistory", "Contents of a file"),
        QT_TRANSLATE_NOOP("RecordHistory", "contents of files"),
    ),
    "seal": (
        QT_TRANSLATE_NOOP("RecordHistory", "Seal"),
        QT_TRANSLATE_NOOP("RecordHistory", "seals"),
    ),
    "store_meta": (
        QT_TRANSLATE_NOOP("RecordHistory", "Setting of the workspace"),
        QT_TRANSLATE_NOOP("RecordHistory", "settings of the workspace"),
    ),
}
"""What one is called, and what many are."""

FILTERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("meeting", frozenset({"meeting", "meeting_step", "preparation_task"})),
    ("agenda_item", frozenset({"agenda_item", "agenda_paper", "agenda_edition"})),
    ("paper", frozenset({"paper", "paper_file", "agenda_paper"})),
    (
        "minutes",
        frozenset({"minutes", "minutes_paragraph", "minutes_answer", "signature"}),
    ),
    (
        "decision",
        frozenset(
            {
                "decision",
                "decision_text",
                "decision_position",
                "decision_relation",
                "decision_number",
                "written_procedure",
                "written_procedure_side",
                "written_procedure_event",
            }
        ),
    ),
    ("action_item", frozenset({"action_item", "action_update", "meeting_action"})),
    (
        "rule_document",
        frozenset(
            {
                "rule_document",
                "rule_version",
                "provision",
                "provision_revision",
                "provision_text",
                "provision_proposal",
                "provision_link",
                "amendment",
            }
        ),
    ),
    ("delegate", frozenset({"delegate", "delegation"})),
    ("person", frozenset({"person", "person_name", "post", "person_distinction"})),
    (
        "organisation",
        frozenset({"organisation", "organisation_name", "organisation_distinction"}),
    ),
    (
        "project",
        frozenset(
            {
                "project",
                "project_review",
                "project_party",
                "project_organisation",
                "project_decision",
                "quantity",
            }
        ),
    ),
    ("instrument", frozenset({"instrument", "instrument_party"})),
    (
        "body",
        frozenset(
            {
                "body",
                "body_name",
                "body_party",
                "body_organisation",
                "body_office",
                "preparation_offset",
            }
        ),
    ),
    ("party", frozenset({"party", "party_name", "holiday", "letterhead"})),
    ("issued_document", frozenset({"issued_document", "own_form"})),
)
"""What the list can be narrowed to, each with the kinds that it stands for."""

_LOOKED_AT = frozenset(
    {
        "action_item",
        "agenda_item",
        "body",
        "decision",
        "instrument",
        "issued_document",
        "meeting",
        "minutes_paragraph",
        "paper",
        "person",
        "project",
        "provision",
        "rule_document",
        "written_procedure",
    }
)
_NUMBERED = frozenset({"provision"})


def say_kind(kind: str) -> str:
    """Return what one record of a kind is called."""
    told = KINDS.get(kind)
    return _say(told[0]) if told else kind.replace("_", " ").capitalize()


def say_many(kind: str, count: int) -> str:
    """Return how many records of a kind there are, such as “3 agenda items”."""
    told = KINDS.get(kind)
    if count == 1 or told is None:
        words = say_kind(kind)
        return f"{count} {words[:1].lower()}{words[1:]}"
    return f"{count} {_say(told[1])}"


def say_kinds(kind: str) -> str:
    """Return what many records of a kind are called, as at the head of a list."""
    told = KINDS.get(kind)
    words = _say(told[1]) if told else say_kind(kind)
    return f"{words[:1].upper()}{words[1:]}"


def way_to(named: "Named") -> tuple[str, UUID] | None:
    """Return where a record is looked at: by itself, else with what it belongs to."""
    near: Named | None = named
    while near is not None:
        if near.kind in _LOOKED_AT and near.is_there:
            return near.kind, key_of(near.kind, near.key)
        near = near.within
    return None


def key_of(kind: str, key: str) -> UUID:
    """Return a key as pages hand it to one another; a provision has a number for one."""
    return UUID(int=int(key)) if kind in _NUMBERED else UUID(key)


def _say(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
