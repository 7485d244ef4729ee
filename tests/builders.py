"""Builds records for tests: sensible values by default, what matters by overriding it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from app.domain.action import ActionItem
from app.domain.agenda import AgendaItem
from app.domain.body import Body, BodyKind
from app.domain.checked import Checked
from app.domain.decision import Decision, DecisionKind, DecisionText, TextStatus
from app.domain.delegation import Attendance, Delegate, DelegateRole
from app.domain.instrument import Instrument, InstrumentKind
from app.domain.meeting import Meeting, MeetingMode, MeetingStatus
from app.domain.minutes import Grade, Minutes, MinutesParagraph, MinutesStatus, Signature
from app.domain.organisation import Organisation, OrganisationKind
from app.domain.paper import Paper, PaperCategory
from app.domain.party import Party, PartyKind
from app.domain.person import Person
from app.domain.project import Project
from app.domain.rules import ProvisionKind, RuleDocument, RuleKind
from app.domain.source import Source, SourceQuality
from app.services import (
    bodies,
    decisions,
    delegations,
    meetings,
    minutes,
    organisations,
    parties,
    persons,
    rules,
    signing,
)
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace
from app.texts.provision_draft import ProvisionChange, ProvisionDraft

Made = TypeVar("Made", bound=Checked)

FIRST_DAY = date(2025, 5, 27)
AUTHENTIC_ENGLISH = {"en": TextStatus.AUTHENTIC}


@dataclass(frozen=True)
class World:
    """A body between two states, with one meeting that both have opened a delegation for."""

    body: UUID
    korea: UUID
    mongolia: UUID
    meeting: UUID
    korean_delegation: UUID
    mongolian_delegation: UUID


def key_of(change: ChangeSet) -> UUID:
    """Return the key of the record that a change made."""
    assert isinstance(change.subject, UUID)
    return change.subject


def a_party(**fields: Any) -> Party:
    return _made(Party, fields, code="KR", kind=PartyKind.STATE, names={"en": "Republic of Korea"})


def an_organisation(**fields: Any) -> Organisation:
    names = {"en": "Ministry of Environment"}
    return _made(Organisation, fields, code="ME", kind=OrganisationKind.MINISTRY, names=names)


def a_person(**fields: Any) -> Person:
    return _made(Person, fields, printed_name="Bat-Erdene Dorj")


def an_instrument(**fields: Any) -> Instrument:
    titles = {"en": "Framework Agreement on Climate Change Cooperation"}
    return _made(
        Instrument, fields, code="FA", kind=InstrumentKind.FRAMEWORK_AGREEMENT, titles=titles
    )


def a_body(**fields: Any) -> Body:
    return _made(
        Body,
        fields,
        code="KM-JWG",
        kind=BodyKind.JOINT_WORKING_GROUP,
        names={"en": "Joint Working Group on Climate Change Cooperation"},
        short_names={"en": "Joint Working Group"},
    )


def a_meeting(body_id: UUID | None, **fields: Any) -> Meeting:
    return _made(
        Meeting,
        fields,
        body_id=body_id,
        ordinal=1,
        code="JWG-1",
        titles={"en": "First meeting"},
        mode=MeetingMode.HYBRID,
        places={"en": "Ulaanbaatar"},
        zone="Asia/Ulaanbaatar",
    )


def a_held_meeting(body_id: UUID | None, **fields: Any) -> Meeting:
    days = {"starts_on": FIRST_DAY, "ends_on": FIRST_DAY, "status": MeetingStatus.CLOSED}
    return a_meeting(body_id, **(days | fields))


def a_delegate(delegation_id: UUID, **fields: Any) -> Delegate:
    return _made(
        Delegate,
        fields,
        delegation_id=delegation_id,
        ordinal=1,
        role=DelegateRole.DELEGATE,
        attendance=Attendance.NOMINATED,
    )


def an_agenda_item(meeting_id: UUID, label: str = "1", **fields: Any) -> AgendaItem:
    titles = {"en": f"Item {label}"}
    return _made(AgendaItem, fields, meeting_id=meeting_id, ordinal=1, label=label, titles=titles)


def a_paper(body_id: UUID, **fields: Any) -> Paper:
    return _made(
        Paper,
        fields,
        body_id=body_id,
        symbol="JWG-1/2",
        titles={"en": "Draft rules"},
        category=PaperCategory.WORKING,
    )


def a_decision(body_id: UUID, **fields: Any) -> Decision:
    kind = DecisionKind.ADOPTION_OF_RULES
    return _made(Decision, fields, body_id=body_id, kind=kind, temporary_symbol="Draft A")


def an_action(body_id: UUID, **fields: Any) -> ActionItem:
    return _made(ActionItem, fields, body_id=body_id, code="A1", texts={"en": "Send the draft"})


def a_paragraph(
    minutes_id: UUID, text: str = "Both sides agreed.", **fields: Any
) -> MinutesParagraph:
    return _made(
        MinutesParagraph,
        fields,
        minutes_id=minutes_id,
        ordinal=1,
        grade=Grade.BOTH_SIDES,
        texts={"en": text},
    )


def a_project(**fields: Any) -> Project:
    return _made(Project, fields, code="P1", titles={"en": "Landfill gas"})


def a_source(**fields: Any) -> Source:
    return _made(Source, fields, code="S0", title="Press release", quality=SourceQuality.OFFICIAL)


def a_rule_document(body_id: UUID | None, **fields: Any) -> RuleDocument:
    return _made(
        RuleDocument,
        fields,
        code="JWG-RULES",
        body_id=body_id,
        kind=RuleKind.RULES_OF_IMPLEMENTATION,
        titles={"en": "Detailed rules and procedures"},
        authentic_languages=["en"],
    )


def an_article(
    number: int, text: str = "", *children: ProvisionDraft, **texts: str
) -> ProvisionDraft:
    """Return an article with its text in English, and in the languages named."""
    return ProvisionDraft(
        eid=f"art_{number}",
        kind=ProvisionKind.ARTICLE,
        label=f"Article {number}",
        headings={"en": f"Heading {number}"},
        texts={"en": text or f"Text of article {number}."} | texts,
        children=children,
    )


def a_numbered_paragraph(article: int, number: int, text: str = "") -> ProvisionDraft:
    return ProvisionDraft(
        eid=f"art_{article}__para_{number}",
        kind=ProvisionKind.PARAGRAPH,
        label=f"{number}.",
        texts={"en": text or f"Text of paragraph {article}({number})."},
    )


def set_up_world(workspace: Workspace, **meeting_fields: Any) -> World:
    """Enter a body, its two parties and a held meeting, by the ordinary verbs."""
    korea = key_of(parties.register(workspace, a_party(time_zone="Asia/Seoul")))
    mongolia = key_of(
        parties.register(
            workspace,
            a_party(code="MN", names={"en": "Mongolia"}, time_zone="Asia/Ulaanbaatar"),
        )
    )
    body = key_of(bodies.establish(workspace, a_body()))
    for party_id in (korea, mongolia):
        bodies.seat_party(workspace, body_id=body, party_id=party_id)
    draft = a_held_meeting(body, host_party_id=mongolia, **meeting_fields)
    meeting = key_of(meetings.plan(workspace, draft))
    opened = [
        key_of(delegations.open_delegation(workspace, meeting_id=meeting, party_id=party_id))
        for party_id in (korea, mongolia)
    ]
    return World(body, korea, mongolia, meeting, *opened)


def seat_person(workspace: Workspace, delegation_id: UUID, name: str, **fields: Any) -> UUID:
    """Enter a person and give them a seat; return the key of the seat."""
    person_id = key_of(persons.register(workspace, a_person(printed_name=name)))
    draft = a_delegate(delegation_id, person_id=person_id, **fields)
    return key_of(delegations.seat(workspace, draft))


def register_organisation(workspace: Workspace, **fields: Any) -> UUID:
    return key_of(organisations.register(workspace, an_organisation(**fields)))


def take_decision(
    workspace: Workspace,
    body_id: UUID,
    symbol: str = "JWG-1/D1",
    *,
    taken_on: date = FIRST_DAY,
    **fields: Any,
) -> UUID:
    """Draft, word and adopt a decision; return its key."""
    decision_id = key_of(decisions.draft_decision(workspace, a_decision(body_id, **fields)))
    decisions.word(
        workspace,
        DecisionText(
            decision_id=decision_id,
            language="en",
            title=f"Title of {symbol}",
            text="It is decided.",
        ),
    )
    decisions.adopt(workspace, decision_id=decision_id, symbol=symbol, taken_on=taken_on)
    return decision_id


def open_minutes(
    workspace: Workspace, meeting_id: UUID, *texts: str, confirmed: bool = True
) -> UUID:
    """Open an edition with a paragraph for each text; return its key."""
    minutes_id = key_of(minutes.open_edition(workspace, Minutes(meeting_id=meeting_id)))
    for text in texts:
        minutes.write_paragraph(workspace, a_paragraph(minutes_id, text, confirmed=confirmed))
    return minutes_id


def take_minutes_to(workspace: Workspace, minutes_id: UUID, status: MinutesStatus) -> None:
    """Take fresh minutes along the straight way up to a state."""
    way = [
        MinutesStatus.NEGOTIATED,
        MinutesStatus.APPROVED,
        MinutesStatus.SIGNED,
        MinutesStatus.DISTRIBUTED,
    ]
    for step in way[: way.index(status) + 1]:
        if step is MinutesStatus.SIGNED:
            sign_for_all(workspace, minutes_id)
        signing.take_step(workspace, minutes_id=minutes_id, status=step)


def sign_for_all(workspace: Workspace, minutes_id: UUID, *, on: date = FIRST_DAY) -> None:
    """Have somebody sign minutes for every side that nobody has signed for yet."""
    with workspace.read() as reader:
        meeting_id = reader.get(Minutes, minutes_id).meeting_id
        there = {each.party_id for each in reader.find(Signature, minutes_id=minutes_id)}
    for row in delegations.list_for_meeting(workspace, meeting_id=meeting_id):
        if row.party.id in there:
            continue
        draft = Signature(
            minutes_id=minutes_id,
            ordinal=1,
            party_id=row.party.id,
            printed_names={"en": f"Head of {row.party.name}"},
            place="Ulaanbaatar",
            signed_on=on,
        )
        signing.add_signatory(workspace, draft)


def adopt_rules(
    workspace: Workspace,
    body_id: UUID,
    *provisions: ProvisionDraft,
    in_force_from: date = FIRST_DAY,
    statuses: Mapping[str, TextStatus] = AUTHENTIC_ENGLISH,
    **fields: Any,
) -> UUID:
    """Enter a rule document and adopt its first text; return the document's key."""
    document_id = key_of(rules.enter_document(workspace, a_rule_document(body_id, **fields)))
    version = rules.draft_version(
        workspace,
        document_id=document_id,
        label="1.0",
        provisions=provisions,
        statuses=statuses,
        change_notes={"en": "First version."},
    )
    code = fields.get("code", "JWG-RULES")
    rules.adopt_version(
        workspace,
        version_id=key_of(version),
        decision_id=take_decision(workspace, body_id, f"{code}/D1"),
        in_force_from=in_force_from,
    )
    return document_id


def adopt_changes(
    workspace: Workspace,
    body_id: UUID,
    document_id: UUID,
    *changes: ProvisionChange,
    in_force_from: date = date(2026, 1, 1),
    statuses: Mapping[str, TextStatus] = AUTHENTIC_ENGLISH,
) -> UUID:
    """Draft changes as the next version and adopt it; return the version's key."""
    number = len(rules.list_versions(workspace, document_id=document_id)) + 1
    version = rules.draft_changes(
        workspace,
        document_id=document_id,
        label=f"{number}.0",
        changes=changes,
        statuses=statuses,
    )
    decision_id = take_decision(
        workspace, body_id, f"{document_id}/D{number}", taken_on=in_force_from
    )
    rules.adopt_version(
        workspace,
        version_id=key_of(version),
        decision_id=decision_id,
        in_force_from=in_force_from,
    )
    return key_of(version)


def _made(model: type[Made], fields: Mapping[str, Any], **defaults: Any) -> Made:
    return model(**(defaults | dict(fields)))
