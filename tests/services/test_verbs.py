"""What holds for every verb alike is asked of every verb here."""

import inspect
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.domain.action import ActionUpdate
from app.domain.agenda import ItemOutcome, ItemStatus
from app.domain.body import BodyName, BodyOffice, BodyOrganisation, BodyStatus
from app.domain.decision import DecisionRelation, DecisionStatus, DecisionText
from app.domain.delegation import Attendance
from app.domain.errors import Misfortune
from app.domain.identity import new_id
from app.domain.instrument import InstrumentStatus
from app.domain.journal import ChangeEntry, ChangeSetEntry
from app.domain.meeting import AgendaStatus, MeetingStatus
from app.domain.minutes import Minutes, MinutesAnswer, MinutesStatus, Signature
from app.domain.organisation import OrganisationName
from app.domain.paper import PaperStatus
from app.domain.party import PartyName
from app.domain.person import PersonName, Post
from app.domain.project import ProjectReview, ProjectStatus, Quantity
from app.domain.rules import RuleVersion
from app.domain.source import Statement
from app.domain.written_procedure import ProcedureStatus, WrittenProcedure
from app.services import (
    actions,
    agenda,
    bodies,
    decisions,
    delegations,
    instruments,
    meetings,
    minutes,
    organisations,
    papers,
    parties,
    persons,
    projects,
    rules,
    sources,
    written_procedures,
)
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange
from tests.builders import (
    AUTHENTIC_ENGLISH,
    FIRST_DAY,
    World,
    a_body,
    a_decision,
    a_delegate,
    a_meeting,
    a_paper,
    a_paragraph,
    a_party,
    a_person,
    a_project,
    a_rule_document,
    a_source,
    adopt_rules,
    an_action,
    an_agenda_item,
    an_article,
    an_instrument,
    an_organisation,
    key_of,
    open_minutes,
    register_organisation,
    seat_person,
    take_decision,
)
from tests.services.conftest import NOW, Unchanged


@dataclass(frozen=True)
class Stage:
    """A workspace with one record of every kind that a verb may act on."""

    workspace: Workspace
    world: World
    person: UUID
    organisation: UUID
    instrument: UUID
    delegate: UUID
    item: UUID
    paper: UUID
    minutes: UUID
    paragraph: UUID
    draft_decision: UUID
    decision: UUID
    other_decision: UUID
    action: UUID
    project: UUID
    document: UUID
    draft_version: UUID
    bare_document: UUID
    source: UUID
    procedure: UUID
    running_procedure: UUID


@pytest.fixture(scope="session")
def stage_in_file(
    world_in_file: tuple[Path, World], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, UUID]]:
    path = tmp_path_factory.mktemp("stage") / "Stage.jwg"
    shutil.copyfile(world_in_file[0], path)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        return path, _set(opened, world_in_file[1])


@pytest.fixture
def workspace(
    stage_in_file: tuple[Path, dict[str, UUID]], tmp_path: Path, without_backup: None
) -> Iterator[Workspace]:
    path = Path(shutil.copyfile(stage_in_file[0], tmp_path / "Stage.jwg"))
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        yield opened


@pytest.fixture
def stage(workspace: Workspace, world: World, stage_in_file: tuple[Path, dict[str, UUID]]) -> Stage:
    return Stage(workspace=workspace, world=world, **stage_in_file[1])


def _set(workspace: Workspace, world: World) -> dict[str, UUID]:
    document = adopt_rules(workspace, world.body, an_article(1))
    minutes_id = open_minutes(workspace, world.meeting)
    return {
        "person": key_of(persons.register(workspace, a_person())),
        "organisation": register_organisation(workspace),
        "instrument": key_of(instruments.record(workspace, an_instrument())),
        "delegate": seat_person(workspace, world.korean_delegation, "Cho Gye-yeon"),
        "item": key_of(agenda.add_item(workspace, an_agenda_item(world.meeting))),
        "paper": key_of(papers.register(workspace, a_paper(world.body))),
        "minutes": minutes_id,
        "paragraph": key_of(
            minutes.write_paragraph(workspace, a_paragraph(minutes_id, confirmed=False))
        ),
        "draft_decision": key_of(decisions.draft_decision(workspace, a_decision(world.body))),
        "decision": take_decision(workspace, world.body, "D1"),
        "other_decision": take_decision(workspace, world.body, "D2"),
        "action": key_of(actions.assign(workspace, an_action(world.body))),
        "project": key_of(projects.register(workspace, a_project())),
        "document": document,
        "draft_version": key_of(_draft_changes(workspace, document)),
        "bare_document": key_of(
            rules.enter_document(workspace, a_rule_document(world.body, code="BARE"))
        ),
        "source": key_of(sources.register(workspace, a_source())),
        "procedure": _prepare(workspace, take_decision(workspace, world.body, "D3")),
        "running_procedure": _run(
            workspace, _prepare(workspace, take_decision(workspace, world.body, "D4"))
        ),
    }


def _prepare(workspace: Workspace, decision_id: UUID) -> UUID:
    draft = WrittenProcedure(decision_id=decision_id, clock_days=10, zone="Asia/Seoul")
    return key_of(written_procedures.prepare(workspace, draft))


def _run(workspace: Workspace, procedure_id: UUID) -> UUID:
    written_procedures.circulate(workspace, procedure_id=procedure_id, at=NOW)
    return procedure_id


def _draft_changes(workspace: Workspace, document_id: UUID) -> ChangeSet:
    return rules.draft_changes(
        workspace,
        document_id=document_id,
        label="2.0",
        changes=(ProvisionChange(ChangeKind.REPLACE, "art_1", texts={"en": "New."}),),
        statuses=AUTHENTIC_ENGLISH,
    )


Act = Callable[[Stage, UUID | None], ChangeSet]
"""A verb as it is called; with a key it is called about that record instead of the right one."""

VERBS: dict[tuple[ModuleType, str], tuple[Act, set[str]]] = {
    (parties, "register"): (
        lambda s, key: parties.register(
            s.workspace, a_party(code="GB", kind="province", parent_id=key or s.world.korea)
        ),
        {"party"},
    ),
    (parties, "add_name"): (
        lambda s, key: parties.add_name(
            s.workspace,
            PartyName(party_id=key or s.world.korea, kind="short", language="en", text="ROK"),
        ),
        {"party_name"},
    ),
    (organisations, "register"): (
        lambda s, key: organisations.register(
            s.workspace, an_organisation(code="X", parent_id=key or s.organisation)
        ),
        {"organisation"},
    ),
    (organisations, "rename"): (
        lambda s, key: organisations.rename(
            s.workspace, organisation_id=key or s.organisation, names={"en": "New"}, on="2025"
        ),
        {"organisation", "organisation_name"},
    ),
    (organisations, "add_name"): (
        lambda s, key: organisations.add_name(
            s.workspace,
            OrganisationName(
                organisation_id=key or s.organisation, kind="acronym", language="en", text="ME"
            ),
        ),
        {"organisation_name"},
    ),
    (persons, "register"): (
        lambda s, key: persons.register(
            s.workspace, a_person(organisation_id=key or s.organisation)
        ),
        {"person"},
    ),
    (persons, "add_post"): (
        lambda s, key: persons.add_post(
            s.workspace, Post(person_id=key or s.person, titles={"en": "Envoy"})
        ),
        {"post"},
    ),
    (persons, "add_name"): (
        lambda s, key: persons.add_name(
            s.workspace,
            PersonName(person_id=key or s.person, kind="alias", language="en", text="Bat"),
        ),
        {"person_name"},
    ),
    (instruments, "record"): (
        lambda s, key: instruments.record(
            s.workspace, an_instrument(code="X"), party_ids=(key or s.world.korea,)
        ),
        {"instrument", "instrument_party"},
    ),
    (instruments, "change_status"): (
        lambda s, key: instruments.change_status(
            s.workspace, instrument_id=key or s.instrument, status=InstrumentStatus.SIGNED
        ),
        {"instrument"},
    ),
    (bodies, "establish"): (
        lambda s, key: bodies.establish(
            s.workspace, a_body(code="SUB", parent_id=key or s.world.body)
        ),
        {"body"},
    ),
    (bodies, "seat_party"): (
        lambda s, key: bodies.seat_party(
            s.workspace,
            body_id=s.world.body,
            party_id=key or key_of(parties.register(s.workspace, a_party(code="JP"))),
        ),
        {"body_party"},
    ),
    (bodies, "add_organisation"): (
        lambda s, key: bodies.add_organisation(
            s.workspace,
            BodyOrganisation(
                body_id=key or s.world.body, organisation_id=s.organisation, role="secretariat"
            ),
        ),
        {"body_organisation"},
    ),
    (bodies, "add_office"): (
        lambda s, key: bodies.add_office(
            s.workspace,
            BodyOffice(body_id=key or s.world.body, person_id=s.person, role="co-chair"),
        ),
        {"body_office"},
    ),
    (bodies, "add_name"): (
        lambda s, key: bodies.add_name(
            s.workspace,
            BodyName(body_id=key or s.world.body, kind="acronym", language="en", text="JWG"),
        ),
        {"body_name"},
    ),
    (bodies, "change_status"): (
        lambda s, key: bodies.change_status(
            s.workspace, body_id=key or s.world.body, status=BodyStatus.DORMANT
        ),
        {"body"},
    ),
    (meetings, "plan"): (
        lambda s, key: meetings.plan(s.workspace, a_meeting(key or s.world.body, ordinal=2)),
        {"meeting"},
    ),
    (meetings, "change_status"): (
        lambda s, key: meetings.change_status(
            s.workspace, meeting_id=key or s.world.meeting, status=MeetingStatus.RECORD_AGREED
        ),
        {"meeting"},
    ),
    (delegations, "open_delegation"): (
        lambda s, key: delegations.open_delegation(
            s.workspace,
            meeting_id=s.world.meeting,
            party_id=key or key_of(parties.register(s.workspace, a_party(code="JP"))),
        ),
        {"delegation"},
    ),
    (delegations, "seat"): (
        lambda s, key: delegations.seat(
            s.workspace, a_delegate(key or s.world.korean_delegation, person_id=s.person)
        ),
        {"delegate"},
    ),
    (delegations, "change_attendance"): (
        lambda s, key: delegations.change_attendance(
            s.workspace, delegate_id=key or s.delegate, attendance=Attendance.ATTENDED
        ),
        {"delegate"},
    ),
    (agenda, "add_item"): (
        lambda s, key: agenda.add_item(s.workspace, an_agenda_item(key or s.world.meeting, "2")),
        {"agenda_item"},
    ),
    (agenda, "move_item"): (
        lambda s, key: agenda.move_item(
            s.workspace,
            item_id=s.item,
            parent_id=key
            or key_of(agenda.add_item(s.workspace, an_agenda_item(s.world.meeting, "2"))),
            position=1,
        ),
        {"agenda_item"},
    ),
    (agenda, "change_status"): (
        lambda s, key: agenda.change_status(
            s.workspace, item_id=key or s.item, status=ItemStatus.INCLUDED
        ),
        {"agenda_item"},
    ),
    (agenda, "record_outcome"): (
        lambda s, key: agenda.record_outcome(
            s.workspace, item_id=key or s.item, outcome=ItemOutcome.NOTED
        ),
        {"agenda_item"},
    ),
    (agenda, "change_agenda_status"): (
        lambda s, key: agenda.change_agenda_status(
            s.workspace, meeting_id=key or s.world.meeting, status=AgendaStatus.PROVISIONAL
        ),
        {"meeting"},
    ),
    (agenda, "add_paper"): (
        lambda s, key: agenda.add_paper(s.workspace, item_id=s.item, paper_id=key or s.paper),
        {"agenda_paper"},
    ),
    (papers, "register"): (
        lambda s, key: papers.register(s.workspace, a_paper(key or s.world.body, symbol="X")),
        {"paper"},
    ),
    (papers, "change_status"): (
        lambda s, key: papers.change_status(
            s.workspace, paper_id=key or s.paper, status=PaperStatus.CIRCULATED
        ),
        {"paper"},
    ),
    (decisions, "draft_decision"): (
        lambda s, key: decisions.draft_decision(s.workspace, a_decision(key or s.world.body)),
        {"decision"},
    ),
    (decisions, "word"): (
        lambda s, key: decisions.word(
            s.workspace, DecisionText(decision_id=key or s.draft_decision, language="en")
        ),
        {"decision_text"},
    ),
    (decisions, "adopt"): (
        lambda s, key: decisions.adopt(
            s.workspace, decision_id=key or s.draft_decision, symbol="D9", taken_on=FIRST_DAY
        ),
        {"decision"},
    ),
    (decisions, "change_status"): (
        lambda s, key: decisions.change_status(
            s.workspace, decision_id=key or s.decision, status=DecisionStatus.EFFECTIVE
        ),
        {"decision"},
    ),
    (decisions, "relate"): (
        lambda s, key: decisions.relate(
            s.workspace,
            DecisionRelation(
                decision_id=s.decision, other_id=key or s.other_decision, relation="confirms"
            ),
        ),
        {"decision_relation"},
    ),
    (actions, "assign"): (
        lambda s, key: actions.assign(s.workspace, an_action(key or s.world.body, code="A2")),
        {"action_item"},
    ),
    (actions, "report"): (
        lambda s, key: actions.report(
            s.workspace,
            ActionUpdate(
                action_id=key or s.action, reported_on=FIRST_DAY, status_after="in-progress"
            ),
        ),
        {"action_item", "action_update"},
    ),
    (minutes, "open_edition"): (
        lambda s, key: minutes.open_edition(
            s.workspace, Minutes(meeting_id=key or s.world.meeting)
        ),
        {"minutes"},
    ),
    (minutes, "write_paragraph"): (
        lambda s, key: minutes.write_paragraph(s.workspace, a_paragraph(key or s.minutes)),
        {"minutes_paragraph"},
    ),
    (minutes, "rewrite_paragraph"): (
        lambda s, key: minutes.rewrite_paragraph(
            s.workspace, paragraph_id=key or s.paragraph, texts={"en": "Other words."}
        ),
        {"minutes_paragraph"},
    ),
    (minutes, "confirm_paragraph"): (
        lambda s, key: minutes.confirm_paragraph(s.workspace, paragraph_id=key or s.paragraph),
        {"minutes_paragraph"},
    ),
    (minutes, "answer"): (
        lambda s, key: minutes.answer(
            s.workspace,
            MinutesAnswer(
                minutes_id=key or s.minutes,
                party_id=s.world.korea,
                answer="agreed",
                answered_on=FIRST_DAY,
            ),
        ),
        {"minutes_answer"},
    ),
    (minutes, "add_signatory"): (
        lambda s, key: minutes.add_signatory(
            s.workspace,
            Signature(minutes_id=key or s.minutes, ordinal=1, party_id=s.world.korea),
        ),
        {"signature"},
    ),
    (minutes, "change_status"): (
        lambda s, key: minutes.change_status(
            s.workspace, minutes_id=key or s.minutes, status=MinutesStatus.EXCHANGED
        ),
        {"minutes"},
    ),
    (projects, "register"): (
        lambda s, key: projects.register(
            s.workspace, a_project(code="X", parent_id=key or s.project)
        ),
        {"project"},
    ),
    (projects, "add_party"): (
        lambda s, key: projects.add_party(
            s.workspace, project_id=s.project, party_id=key or s.world.korea
        ),
        {"project_party"},
    ),
    (projects, "add_organisation"): (
        lambda s, key: projects.add_organisation(
            s.workspace, project_id=s.project, organisation_id=key or s.organisation
        ),
        {"project_organisation"},
    ),
    (projects, "review"): (
        lambda s, key: projects.review(
            s.workspace, ProjectReview(project_id=key or s.project, reviewed_on=FIRST_DAY)
        ),
        {"project_review"},
    ),
    (projects, "change_status"): (
        lambda s, key: projects.change_status(
            s.workspace, project_id=key or s.project, status=ProjectStatus.ACTIVE
        ),
        {"project"},
    ),
    (rules, "enter_document"): (
        lambda s, key: rules.enter_document(
            s.workspace, a_rule_document(key or s.world.body, code="X")
        ),
        {"rule_document"},
    ),
    (rules, "record_version_without_text"): (
        lambda s, key: rules.record_version_without_text(
            s.workspace,
            RuleVersion(
                document_id=key or s.bare_document,
                number=1,
                status="adopted",
                adopted_on=FIRST_DAY,
                text_held=False,
            ),
        ),
        {"rule_version"},
    ),
    (rules, "draft_version"): (
        lambda s, key: rules.draft_version(
            s.workspace,
            document_id=key or s.bare_document,
            label="1.0",
            provisions=(an_article(1),),
            statuses=AUTHENTIC_ENGLISH,
        ),
        {"rule_version", "provision", "provision_revision", "provision_text"},
    ),
    (rules, "draft_changes"): (
        lambda s, key: rules.draft_changes(
            s.workspace,
            document_id=key or s.bare_document,
            label="1.0",
            changes=(),
            statuses=AUTHENTIC_ENGLISH,
        ),
        {"rule_version"},
    ),
    (rules, "withdraw_draft"): (
        lambda s, key: rules.withdraw_draft(s.workspace, version_id=key or s.draft_version),
        {"rule_version", "provision_revision", "provision_text"},
    ),
    (rules, "adopt_version"): (
        lambda s, key: rules.adopt_version(
            s.workspace,
            version_id=key or s.draft_version,
            decision_id=s.other_decision,
            in_force_from=date(2026, 1, 1),
        ),
        {"rule_version", "provision_text", "amendment", "seal"},
    ),
    (sources, "register"): (
        lambda s, _key: sources.register(s.workspace, a_source(code="S9")),
        {"source"},
    ),
    (sources, "state"): (
        lambda s, key: sources.state(
            s.workspace,
            Statement(source_id=key or s.source, entity="meeting", pk=str(s.world.meeting)),
        ),
        {"statement"},
    ),
    (written_procedures, "prepare"): (
        lambda s, key: written_procedures.prepare(
            s.workspace,
            WrittenProcedure(decision_id=key or s.other_decision, clock_days=5, zone="Asia/Seoul"),
        ),
        {"written_procedure"},
    ),
    (written_procedures, "circulate"): (
        lambda s, key: written_procedures.circulate(
            s.workspace, procedure_id=key or s.procedure, at=NOW
        ),
        {"written_procedure", "written_procedure_side"},
    ),
    (written_procedures, "confirm_receipt"): (
        lambda s, key: written_procedures.confirm_receipt(
            s.workspace, procedure_id=key or s.running_procedure, party_id=s.world.korea, at=NOW
        ),
        {"written_procedure_side"},
    ),
    (written_procedures, "affirm"): (
        lambda s, key: written_procedures.affirm(
            s.workspace, procedure_id=s.running_procedure, party_id=key or s.world.korea, at=NOW
        ),
        {"written_procedure_side"},
    ),
    (written_procedures, "object_to"): (
        lambda s, key: written_procedures.object_to(
            s.workspace,
            procedure_id=key or s.running_procedure,
            party_id=s.world.korea,
            at=NOW,
            objections={"en": "Paragraph 2 goes too far."},
        ),
        {"written_procedure", "written_procedure_side"},
    ),
    (written_procedures, "conclude"): (
        lambda s, key: written_procedures.conclude(
            s.workspace, procedure_id=key or s.running_procedure, at=NOW + timedelta(days=60)
        ),
        {"written_procedure"},
    ),
    (written_procedures, "change_status"): (
        lambda s, key: written_procedures.change_status(
            s.workspace,
            procedure_id=key or s.running_procedure,
            status=ProcedureStatus.WITHDRAWN,
        ),
        {"written_procedure"},
    ),
    (projects, "record_quantity"): (
        lambda s, _key: projects.record_quantity(
            s.workspace, Quantity(entity="project", pk=str(s.project), words="ten projects")
        ),
        {"quantity"},
    ),
}
WITHOUT_REFERENCE = {(sources, "register"), (projects, "record_quantity")}
TABLE_OF_CASES = [(name, act, kinds) for (_noun, name), (act, kinds) in VERBS.items()]
NAMES = [f"{noun.__name__.rpartition('.')[2]}.{name}" for noun, name in VERBS]


def test_every_verb_of_these_nouns_is_tried_here() -> None:
    found = {
        (noun, name)
        for noun, _verb in VERBS
        for name, verb in inspect.getmembers(noun, inspect.isfunction)
        if verb.__module__ == noun.__name__
        and not name.startswith("_")
        and inspect.signature(verb).return_annotation is ChangeSet
    }
    assert found == set(VERBS)


@pytest.mark.parametrize(("name", "act", "kinds"), TABLE_OF_CASES, ids=NAMES)
def test_a_verb_returns_what_it_changed_and_journals_just_that(
    stage: Stage, name: str, act: Act, kinds: set[str]
) -> None:
    change = act(stage, None)
    assert change.kinds == kinds
    assert change.subject is not None
    assert change.use_case
    with stage.workspace.read() as reader:
        entry = reader.get(ChangeSetEntry, change.number)
        rows = reader.find(ChangeEntry, change_set_id=change.number)
    assert (entry.use_case, entry.actor) == (change.use_case, "Bat")
    assert entry.at == stage.workspace.clock.now()
    assert {row.entity for row in rows} == kinds, name


@pytest.mark.parametrize(
    ("act"),
    [act for verb, (act, _kinds) in VERBS.items() if verb not in WITHOUT_REFERENCE],
    ids=[name for name, verb in zip(NAMES, VERBS, strict=True) if verb not in WITHOUT_REFERENCE],
)
def test_a_verb_about_something_that_is_not_there_is_refused_and_leaves_nothing_behind(
    stage: Stage, unchanged: Unchanged, act: Act
) -> None:
    with unchanged(), pytest.raises(Misfortune) as caught:
        act(stage, new_id())
    assert caught.value.sentence.endswith((".", "…"))


@pytest.mark.parametrize(("name", "act", "kinds"), TABLE_OF_CASES, ids=NAMES)
def test_a_verb_inside_another_intention_is_undone_with_it(
    stage: Stage, unchanged: Unchanged, name: str, act: Act, kinds: set[str]
) -> None:
    with unchanged(), stage.workspace.write("A larger intention"):
        assert act(stage, None).kinds >= kinds, name
