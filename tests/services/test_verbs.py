"""What holds for every verb alike is asked of every verb here."""

import inspect
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.domain.action import ActionUpdate
from app.domain.agenda import ItemOutcome, ItemStatus
from app.domain.body import BodyName, BodyOffice, BodyOrganisation, BodyStatus
from app.domain.decision import DecisionStatus, DecisionText
from app.domain.delegation import Attendance, DelegateRole, Presence
from app.domain.errors import Misfortune
from app.domain.identity import new_id
from app.domain.instrument import InstrumentStatus
from app.domain.journal import ChangeEntry, ChangeSetEntry
from app.domain.meeting import AgendaNumbering, AgendaStatus, MeetingStatus
from app.domain.minutes import Grade, Minutes, MinutesAnswer, MinutesStatus, Signature
from app.domain.organisation import OrganisationName
from app.domain.paper import PaperFile, PaperStatus
from app.domain.party import PartyName
from app.domain.person import PersonName, Post
from app.domain.preparation import PreparationOffset
from app.domain.project import ProjectReview, ProjectStatus, Quantity
from app.domain.rules import RuleVersion
from app.domain.source import Statement
from app.domain.written_procedure import ProcedureStatus, WrittenProcedure
from app.services import (
    actions,
    agenda,
    agenda_carrying,
    agenda_editions,
    agenda_hours,
    agenda_moves,
    agenda_papers,
    alike_persons,
    attendance,
    bodies,
    decisions,
    delegations,
    earlier_delegations,
    form_filling,
    holidays,
    import_rows,
    instruments,
    letterheads,
    meetings,
    minutes,
    minutes_drafting,
    minutes_editions,
    minutes_records,
    minutes_writing,
    note_lines,
    organisations,
    own_forms,
    paper_files,
    papers,
    participants_import,
    parties,
    persons,
    planning,
    preparation,
    projects,
    rule_imports,
    rules,
    signing,
    sources,
    standard_items,
    working_copies,
    written_procedures,
)
from app.services.body_sheet import BodySheet, SeatSheet
from app.services.holidays import CalendarDraft
from app.services.meeting_sheet import MeetingSheet
from app.services.parties import PartySheet
from app.services.preparation import OffsetAnchor, OffsetDraft, TaskDraft
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
    take_minutes_to,
)
from tests.documents.letter_builders import a_png
from tests.documents.word_files import paragraph, word_file
from tests.services import (
    verbs_drafting,
    verbs_finding,
    verbs_follow_up,
    verbs_history,
    verbs_instruments,
    verbs_notes,
    verbs_past,
    verbs_projects,
    verbs_register,
    verbs_rule_library,
)
from tests.services.conftest import NOW, Unchanged

NEXT_DAY = date(2026, 9, 1)


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


def _meeting_ahead(stage: Stage) -> UUID:
    return key_of(meetings.plan(stage.workspace, a_meeting(stage.world.body, ordinal=9)))


def _second_item(stage: Stage) -> UUID:
    return key_of(agenda.add_item(stage.workspace, an_agenda_item(stage.world.meeting, "2")))


def _edition(stage: Stage) -> UUID:
    agenda_editions.change_agenda_status(
        stage.workspace, meeting_id=stage.world.meeting, status=AgendaStatus.PROVISIONAL
    )
    agenda.rename_item(stage.workspace, item_id=stage.item, language="en", title="Changed")
    rows = agenda_editions.list_editions(stage.workspace, meeting_id=stage.world.meeting)
    return rows[0].id


def _placed_paper(stage: Stage) -> UUID:
    agenda_papers.add_paper(stage.workspace, item_id=stage.item, paper_id=stage.paper)
    return stage.paper


def _second_paper(stage: Stage) -> UUID:
    return key_of(papers.register(stage.workspace, a_paper(stage.world.body, symbol="Z")))


def _twin(stage: Stage) -> UUID:
    papers.link_twins(
        stage.workspace, confidential_id=stage.paper, redacted_id=_second_paper(stage)
    )
    return stage.paper


def _file(stage: Stage, content: bytes = b"a note") -> Path:
    path = stage.workspace.path.with_name("Note.pdf")
    path.write_bytes(content)
    return path


def _paper_file(stage: Stage) -> UUID:
    paper_files.add_file(stage.workspace, paper_id=stage.paper, language="en", path=_file(stage))
    with stage.workspace.read() as reader:
        return reader.find(PaperFile, paper_id=stage.paper)[0].id


def _changed_copy(stage: Stage, key: UUID | None) -> working_copies.WorkingCopy:
    if key is None:
        _paper_file(stage)
    path = _file(stage, b"a changed note")
    return working_copies.WorkingCopy(key or stage.paper, key or stage.paper, "en", path, "")


def _meeting_with_terms(stage: Stage) -> UUID:
    meeting_id = _meeting_ahead(stage)
    with stage.workspace.write("Lay down a term") as work:
        work.add(
            PreparationOffset(
                body_id=stage.world.body, ordinal=1, titles={"en": "Visas"}, anchor="before-start"
            )
        )
        work.commit()
    return meeting_id


def _task(stage: Stage) -> UUID:
    draft = TaskDraft({"en": "Visas"})
    return key_of(
        preparation.add_task(stage.workspace, meeting_id=stage.world.meeting, draft=draft)
    )


def _done_task(stage: Stage) -> UUID:
    task_id = _task(stage)
    preparation.mark_done(stage.workspace, task_ids=[task_id])
    return task_id


def _prepare(workspace: Workspace, decision_id: UUID) -> UUID:
    draft = WrittenProcedure(decision_id=decision_id, clock_days=10, zone="Asia/Seoul")
    return key_of(written_procedures.prepare(workspace, draft))


def _run(workspace: Workspace, procedure_id: UUID) -> UUID:
    written_procedures.circulate(workspace, procedure_id=procedure_id, at=NOW)
    return procedure_id


def _a_text(body_id: UUID) -> rule_imports.Taking:
    preview = rule_imports.look_into("Article 1 Scope\nThese rules apply.\n", language="en")
    return rule_imports.Taking(
        source=preview.source,
        rows=preview.rows,
        language="en",
        body_id=body_id,
        code="CAME",
        title="Rules that came",
        label="1.0",
    )


def _draft_changes(workspace: Workspace, document_id: UUID) -> ChangeSet:
    return rules.draft_changes(
        workspace,
        document_id=document_id,
        label="2.0",
        changes=(ProvisionChange(ChangeKind.REPLACE, "art_1", texts={"en": "New."}),),
        statuses=AUTHENTIC_ENGLISH,
    )


def _linked(s: Stage) -> UUID:
    minutes_records.make_action(
        s.workspace, paragraph_id=s.paragraph, language="en", words="Send the draft."
    )
    return s.paragraph


def _signed(s: Stage) -> UUID:
    minutes_writing.confirm(s.workspace, paragraph_ids=[s.paragraph])
    take_minutes_to(s.workspace, s.minutes, MinutesStatus.SIGNED)
    return s.minutes


def _answered(s: Stage) -> UUID:
    signing.give_answer(
        s.workspace,
        MinutesAnswer(
            minutes_id=s.minutes,
            party_id=s.world.korea,
            answer="no-objection",
            answered_on=FIRST_DAY,
        ),
    )
    return s.minutes


def _with_a_head(s: Stage) -> UUID:
    seat_person(s.workspace, s.world.korean_delegation, "Kim", role=DelegateRole.HEAD)
    return s.minutes


def _signatory(s: Stage) -> UUID:
    draft = Signature(minutes_id=s.minutes, ordinal=1, party_id=s.world.korea)
    return key_of(signing.add_signatory(s.workspace, draft))


def _scan(s: Stage) -> Path:
    path = s.workspace.path.with_name("signed.pdf")
    path.write_bytes(b"%PDF-1.7 signed")
    return path


def _word_form(s: Stage, text: str = "{{ body.name }}") -> Path:
    path = s.workspace.path.with_name("form.docx")
    path.write_bytes(word_file(paragraph(text)))
    return path


def _own_form(s: Stage) -> UUID:
    return key_of(own_forms.adopt(s.workspace, path=_word_form(s), name="Letter"))


def _next_meeting(s: Stage) -> UUID:
    draft = a_meeting(s.world.body, ordinal=9, code="JWG-9", planned_starts_on=NEXT_DAY)
    return key_of(meetings.plan(s.workspace, draft))


def _another_seat(s: Stage) -> UUID:
    return seat_person(s.workspace, s.world.korean_delegation, "Another")


def _turned_round(s: Stage) -> list[UUID]:
    return [_another_seat(s), s.delegate]


def _listed(s: Stage) -> tuple[import_rows.ImportRow, ...]:
    (sheet,) = participants_import.read_pasted("Name\tPost\nLee Bo-ra\tDirector").sheets
    layout = participants_import.guess_layout(sheet)
    plan = participants_import.ImportPlan(
        meeting_id=s.world.meeting,
        sheet=sheet,
        heading=layout.heading,
        uses=layout.uses,
        party_id=s.world.korea,
    )
    return participants_import.prepare(s.workspace, plan).next_rows(9)


def _namesake(s: Stage) -> UUID:
    return key_of(persons.register(s.workspace, a_person(printed_name="Dorj Bat-Erdene")))


def _post(s: Stage) -> UUID:
    return key_of(persons.add_post(s.workspace, Post(person_id=s.person, titles={"en": "Envoy"})))


def _spelling(s: Stage) -> UUID:
    name = PersonName(person_id=s.person, kind="alias", language="mn", text="Дорж")
    return key_of(persons.add_name(s.workspace, name))


def _letterhead(s: Stage) -> UUID:
    letterheads.save(s.workspace, party_id=s.world.korea, lines={"en": "Ministry"})
    return s.world.korea


def _logo(s: Stage) -> Path:
    path = s.workspace.path.with_name("logo.png")
    path.write_bytes(a_png())
    return path


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
    (persons, "change"): (
        lambda s, key: persons.change(
            s.workspace, person_id=key or s.person, row_version=1, values={"email": "bat@mn.mn"}
        ),
        {"person"},
    ),
    (persons, "remove"): (
        lambda s, key: persons.remove(s.workspace, person_id=key or s.person),
        {"person"},
    ),
    (persons, "change_post"): (
        lambda s, key: persons.change_post(
            s.workspace, post_id=key or _post(s), row_version=1, values={"valid_to": "2026-01"}
        ),
        {"post"},
    ),
    (persons, "remove_post"): (
        lambda s, key: persons.remove_post(s.workspace, post_id=key or _post(s)),
        {"post"},
    ),
    (persons, "remove_name"): (
        lambda s, key: persons.remove_name(s.workspace, name_id=key or _spelling(s)),
        {"person_name"},
    ),
    (alike_persons, "tell_apart"): (
        lambda s, key: alike_persons.tell_apart(
            s.workspace, first_id=key or s.person, second_id=s.person if key else _namesake(s)
        ),
        {"person_distinction"},
    ),
    (alike_persons, "merge"): (
        lambda s, key: alike_persons.merge(
            s.workspace, kept_id=key or s.person, other_id=s.person if key else _namesake(s)
        ),
        {"person", "person_name"},
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
    (bodies, "create"): (
        lambda s, key: bodies.create(
            s.workspace,
            BodySheet(code="NEW", names={"en": "New"}, seats=(SeatSheet(key or s.world.korea),)),
        ),
        {"body", "body_party"},
    ),
    (bodies, "change"): (
        lambda s, key: bodies.change(
            s.workspace,
            body_id=key or s.world.body,
            sheet=BodySheet(code="NEW", names={"en": "New"}, seats=(SeatSheet(s.world.korea),)),
        ),
        {"body", "body_party"},
    ),
    (parties, "enter"): (
        lambda s, key: parties.enter(
            s.workspace, PartySheet(code="X", names={"en": "X"}, parent_id=key)
        ),
        {"party"},
    ),
    (parties, "add_state"): (
        lambda s, key: parties.add_state(s.workspace, code=str(key) if key else "JP"),
        {"party"},
    ),
    (parties, "change"): (
        lambda s, key: parties.change(
            s.workspace,
            party_id=key or s.world.korea,
            sheet=PartySheet(code="KR", names={"en": "Korea"}),
            since=FIRST_DAY,
        ),
        {"party", "party_name"},
    ),
    (parties, "choose_our_side"): (
        lambda s, key: parties.choose_our_side(s.workspace, party_id=key or s.world.korea),
        {"store_meta"},
    ),
    (holidays, "save_calendar"): (
        lambda s, key: holidays.save_calendar(
            s.workspace, party_id=key or s.world.korea, weekend=(5,), lines="2026-10-03 A"
        ),
        {"holiday", "party"},
    ),
    (holidays, "save_calendars"): (
        lambda s, key: holidays.save_calendars(
            s.workspace,
            drafts=[CalendarDraft(key or s.world.korea, weekend=(5,), lines="2026-10-03 A")],
        ),
        {"holiday", "party"},
    ),
    (meetings, "agree_dates"): (
        lambda s, key: meetings.agree_dates(
            s.workspace, meeting_id=key or _meeting_ahead(s), first=date(2026, 9, 1)
        ),
        {"meeting", "meeting_step"},
    ),
    (preparation, "save_offsets"): (
        lambda s, key: preparation.save_offsets(
            s.workspace,
            body_id=key or s.world.body,
            drafts=[OffsetDraft({"en": "Visas"}, OffsetAnchor.BEFORE_START, 10)],
        ),
        {"preparation_offset"},
    ),
    (preparation, "make_tasks"): (
        lambda s, key: preparation.make_tasks(
            s.workspace, meeting_id=key or _meeting_with_terms(s)
        ),
        {"preparation_task"},
    ),
    (preparation, "add_task"): (
        lambda s, key: preparation.add_task(
            s.workspace, meeting_id=key or s.world.meeting, draft=TaskDraft({"en": "Visas"})
        ),
        {"preparation_task"},
    ),
    (preparation, "change_task"): (
        lambda s, key: preparation.change_task(
            s.workspace, task_id=key or _task(s), draft=TaskDraft({"en": "Visas, badges"})
        ),
        {"preparation_task"},
    ),
    (preparation, "remove_tasks"): (
        lambda s, key: preparation.remove_tasks(s.workspace, task_ids=[key or _task(s)]),
        {"preparation_task"},
    ),
    (preparation, "mark_done"): (
        lambda s, key: preparation.mark_done(s.workspace, task_ids=[key or _task(s)]),
        {"preparation_task"},
    ),
    (preparation, "mark_not_done"): (
        lambda s, key: preparation.mark_not_done(s.workspace, task_ids=[key or _done_task(s)]),
        {"preparation_task"},
    ),
    (planning, "plan"): (
        lambda s, key: planning.plan(
            s.workspace,
            body_id=key or s.world.body,
            sheet=MeetingSheet(titles={"en": "Second meeting"}, ordinal=2),
        ),
        {"meeting", "meeting_step"},
    ),
    (meetings, "plan"): (
        lambda s, key: meetings.plan(s.workspace, a_meeting(key or s.world.body, ordinal=2)),
        {"meeting", "meeting_step"},
    ),
    (meetings, "change"): (
        lambda s, key: meetings.change(
            s.workspace,
            meeting_id=key or s.world.meeting,
            sheet=MeetingSheet(titles={"en": "First meeting"}, ordinal=1),
        ),
        {"meeting"},
    ),
    (meetings, "change_status"): (
        lambda s, key: meetings.change_status(
            s.workspace,
            meeting_id=key or _meeting_ahead(s),
            status=MeetingStatus.CANCELLED,
            reason="Elections",
        ),
        {"meeting", "meeting_step"},
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
    (delegations, "open_for_body"): (
        lambda s, key: delegations.open_for_body(s.workspace, meeting_id=key or _next_meeting(s)),
        {"delegation"},
    ),
    (delegations, "nominate"): (
        lambda s, key: delegations.nominate(
            s.workspace, a_delegate(key or s.world.korean_delegation), person=a_person()
        ),
        {"delegate", "person"},
    ),
    (delegations, "change"): (
        lambda s, key: delegations.change(
            s.workspace,
            delegate_id=key or s.delegate,
            row_version=1,
            values={"printed_posts": {"en": "Director"}},
        ),
        {"delegate"},
    ),
    (delegations, "arrange"): (
        lambda s, key: delegations.arrange(
            s.workspace,
            delegation_id=key or s.world.korean_delegation,
            delegate_ids=[] if key else _turned_round(s),
        ),
        {"delegate"},
    ),
    (delegations, "remove"): (
        lambda s, key: delegations.remove(s.workspace, delegate_ids=[key or s.delegate]),
        {"delegate"},
    ),
    (delegations, "remove_delegation"): (
        lambda s, key: delegations.remove_delegation(
            s.workspace, delegation_id=key or s.world.mongolian_delegation
        ),
        {"delegation"},
    ),
    (attendance, "mark"): (
        lambda s, key: attendance.mark(
            s.workspace, delegate_ids=[key or s.delegate], attendance=Attendance.ATTENDED
        ),
        {"delegate"},
    ),
    (attendance, "mark_presence"): (
        lambda s, key: attendance.mark_presence(
            s.workspace, delegate_ids=[key or s.delegate], presence=Presence.ONLINE
        ),
        {"delegate"},
    ),
    (attendance, "replace"): (
        lambda s, key: attendance.replace(
            s.workspace,
            delegate_id=key or s.delegate,
            by_id=s.delegate if key else _another_seat(s),
        ),
        {"delegate"},
    ),
    (attendance, "replace_by_new"): (
        lambda s, key: attendance.replace_by_new(
            s.workspace,
            a_delegate(s.world.korean_delegation),
            delegate_id=key or s.delegate,
            person=a_person(printed_name="Somebody else"),
        ),
        {"delegate", "person"},
    ),
    (earlier_delegations, "copy"): (
        lambda s, key: earlier_delegations.copy(
            s.workspace, meeting_id=key or _next_meeting(s), delegate_ids=[s.delegate]
        ),
        {"delegate", "delegation"},
    ),
    (participants_import, "import_rows"): (
        lambda s, key: participants_import.import_rows(
            s.workspace, meeting_id=key or s.world.meeting, rows=_listed(s)
        ),
        {"delegate", "person"},
    ),
    (agenda, "add_item"): (
        lambda s, key: agenda.add_item(s.workspace, an_agenda_item(key or s.world.meeting, "2")),
        {"agenda_item"},
    ),
    (agenda, "add_after"): (
        lambda s, key: agenda.add_after(
            s.workspace, meeting_id=s.world.meeting, titles={"en": "Next"}, after_id=key or s.item
        ),
        {"agenda_item"},
    ),
    (agenda, "close_item"): (
        lambda s, key: agenda.close_item(
            s.workspace, item_id=key or s.item, status=ItemStatus.CONCLUDED
        ),
        {"agenda_item"},
    ),
    (agenda, "close_items"): (
        lambda s, key: agenda.close_items(
            s.workspace, item_ids=(s.item, key or s.item), status=ItemStatus.CONCLUDED
        ),
        {"agenda_item"},
    ),
    (agenda, "edit_item"): (
        lambda s, key: agenda.edit_item(
            s.workspace, item_id=key or s.item, changes={"minutes_planned": 20}
        ),
        {"agenda_item"},
    ),
    (agenda, "rename_item"): (
        lambda s, key: agenda.rename_item(
            s.workspace, item_id=key or s.item, language="en", title="Opening"
        ),
        {"agenda_item"},
    ),
    (agenda, "remove_item"): (
        lambda s, key: agenda.remove_item(s.workspace, item_id=key or s.item),
        {"agenda_item"},
    ),
    (agenda, "remove_items"): (
        lambda s, key: agenda.remove_items(
            s.workspace, item_ids=(s.item,) if key is None else (s.item, key)
        ),
        {"agenda_item"},
    ),
    (agenda, "change_numbering"): (
        lambda s, key: agenda.change_numbering(
            s.workspace, meeting_id=key or s.world.meeting, numbering=AgendaNumbering.ROMAN
        ),
        {"meeting", "agenda_item"},
    ),
    (agenda_moves, "move_item"): (
        lambda s, key: agenda_moves.move_item(
            s.workspace, item_id=s.item, parent_id=key or _second_item(s), position=1
        ),
        {"agenda_item"},
    ),
    (agenda_moves, "move_beside"): (
        lambda s, key: agenda_moves.move_beside(
            s.workspace, item_ids=(s.item,), target_id=key or _second_item(s), above=False
        ),
        {"agenda_item"},
    ),
    (agenda_moves, "nest_items"): (
        lambda s, key: agenda_moves.nest_items(
            s.workspace, item_ids=(s.item,), parent_id=key or _second_item(s)
        ),
        {"agenda_item"},
    ),
    (agenda_moves, "shift_items"): (
        lambda s, key: agenda_moves.shift_items(
            s.workspace, item_ids=(key or _second_item(s),), direction=agenda_moves.Direction.UP
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
    (agenda_editions, "change_agenda_status"): (
        lambda s, key: agenda_editions.change_agenda_status(
            s.workspace, meeting_id=key or s.world.meeting, status=AgendaStatus.PROVISIONAL
        ),
        {"meeting", "agenda_edition", "agenda_item"},
    ),
    (agenda_editions, "restore"): (
        lambda s, key: agenda_editions.restore(s.workspace, edition_id=key or _edition(s)),
        {"agenda_item"},
    ),
    (agenda_papers, "add_paper"): (
        lambda s, key: agenda_papers.add_paper(
            s.workspace, item_id=s.item, paper_id=key or s.paper
        ),
        {"agenda_paper"},
    ),
    (agenda_papers, "add_papers"): (
        lambda s, key: agenda_papers.add_papers(
            s.workspace, item_id=s.item, paper_ids=(key or s.paper,)
        ),
        {"agenda_paper"},
    ),
    (agenda_papers, "remove_paper"): (
        lambda s, key: agenda_papers.remove_paper(
            s.workspace, item_id=s.item, paper_id=key or _placed_paper(s)
        ),
        {"agenda_paper"},
    ),
    (agenda_hours, "change_breaks"): (
        lambda s, key: agenda_hours.change_breaks(
            s.workspace,
            meeting_id=key or s.world.meeting,
            breaks=((time(12, 30), time(13, 30)),),
        ),
        {"meeting"},
    ),
    (agenda_carrying, "carry"): (
        lambda s, key: agenda_carrying.carry(
            s.workspace, item_ids=(s.item,), to_meeting_id=key or _meeting_ahead(s)
        ),
        {"agenda_item"},
    ),
    (standard_items, "insert"): (
        lambda s, key: standard_items.insert(s.workspace, meeting_id=key or s.world.meeting),
        {"agenda_item"},
    ),
    (papers, "add_from_files"): (
        lambda s, key: papers.add_from_files(
            s.workspace,
            meeting_id=key or s.world.meeting,
            drafts=(papers.PaperDraft(path=_file(s), symbol="Y", titles={"en": "Note"}),),
        ),
        {"paper", "paper_file", "attachment", "attachment_blob"},
    ),
    (papers, "edit"): (
        lambda s, key: papers.edit(
            s.workspace, paper_id=key or s.paper, changes={"titles": {"en": "Note"}}
        ),
        {"paper"},
    ),
    (papers, "link_twins"): (
        lambda s, key: papers.link_twins(
            s.workspace, confidential_id=s.paper, redacted_id=key or _second_paper(s)
        ),
        {"paper"},
    ),
    (papers, "part_twins"): (
        lambda s, key: papers.part_twins(s.workspace, paper_id=key or _twin(s)),
        {"paper"},
    ),
    (papers, "remove_several"): (
        lambda s, key: papers.remove_several(
            s.workspace, paper_ids=(s.paper,) if key is None else (s.paper, key)
        ),
        {"paper"},
    ),
    (papers, "change_statuses"): (
        lambda s, key: papers.change_statuses(
            s.workspace, paper_ids=(key or s.paper,), status=PaperStatus.CIRCULATED
        ),
        {"paper"},
    ),
    (papers, "remove"): (
        lambda s, key: papers.remove(s.workspace, paper_id=key or s.paper),
        {"paper"},
    ),
    (paper_files, "add_file"): (
        lambda s, key: paper_files.add_file(
            s.workspace, paper_id=key or s.paper, language="en", path=_file(s)
        ),
        {"paper_file", "attachment", "attachment_blob"},
    ),
    (paper_files, "remove_file"): (
        lambda s, key: paper_files.remove_file(s.workspace, file_id=key or _paper_file(s)),
        {"paper_file"},
    ),
    (working_copies, "take_back"): (
        lambda s, key: working_copies.take_back(s.workspace, _changed_copy(s, key)),
        {"paper", "paper_file", "attachment", "attachment_blob"},
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
    (minutes_writing, "write"): (
        lambda s, key: minutes_writing.write(s.workspace, [a_paragraph(key or s.minutes)]),
        {"minutes_paragraph"},
    ),
    (minutes_writing, "rewrite"): (
        lambda s, key: minutes_writing.rewrite(
            s.workspace, paragraph_id=key or s.paragraph, language="en", words="Other words."
        ),
        {"minutes_paragraph"},
    ),
    (minutes_writing, "cut"): (
        lambda s, key: minutes_writing.cut(
            s.workspace,
            paragraph_id=key or s.paragraph,
            language="en",
            before="Both",
            after="sides agreed.",
            new_id=new_id(),
        ),
        {"minutes_paragraph"},
    ),
    (minutes_writing, "join"): (
        lambda s, key: minutes_writing.join(
            s.workspace,
            paragraph_id=key
            or key_of(minutes.write_paragraph(s.workspace, a_paragraph(s.minutes))),
            into_id=s.paragraph,
        ),
        {"minutes_paragraph"},
    ),
    (minutes_writing, "move"): (
        lambda s, key: minutes_writing.move(
            s.workspace,
            paragraph_id=key or s.paragraph,
            after_id=None,
            agenda_item_id=s.item,
        ),
        {"minutes_paragraph"},
    ),
    (minutes_writing, "describe"): (
        lambda s, key: minutes_writing.describe(
            s.workspace,
            paragraph_id=key or s.paragraph,
            grade=Grade.ONE_SIDE,
            party_id=s.world.korea,
        ),
        {"minutes_paragraph"},
    ),
    (minutes_writing, "confirm"): (
        lambda s, key: minutes_writing.confirm(s.workspace, paragraph_ids=[key or s.paragraph]),
        {"minutes_paragraph"},
    ),
    (minutes_writing, "remove"): (
        lambda s, key: minutes_writing.remove(s.workspace, paragraph_ids=[key or s.paragraph]),
        {"minutes_paragraph"},
    ),
    (minutes_drafting, "draft"): (
        lambda s, key: minutes_drafting.draft(s.workspace, meeting_id=key or s.world.meeting),
        {"minutes_paragraph"},
    ),
    (minutes_records, "make_decision"): (
        lambda s, key: minutes_records.make_decision(
            s.workspace,
            paragraph_id=key or s.paragraph,
            language="en",
            title="",
            words="The rules are adopted.",
        ),
        {"decision", "decision_text", "minutes_paragraph"},
    ),
    (minutes_records, "make_action"): (
        lambda s, key: minutes_records.make_action(
            s.workspace, paragraph_id=key or s.paragraph, language="en", words="Send the draft."
        ),
        {"action_item", "minutes_paragraph"},
    ),
    (minutes_records, "unlink"): (
        lambda s, key: minutes_records.unlink(s.workspace, paragraph_id=key or _linked(s)),
        {"minutes_paragraph"},
    ),
    (minutes_editions, "keep"): (
        lambda s, key: minutes_editions.keep(s.workspace, minutes_id=key or s.minutes),
        {"minutes", "minutes_paragraph"},
    ),
    (minutes_editions, "restore"): (
        lambda s, key: minutes_editions.restore(s.workspace, minutes_id=key or s.minutes),
        {"minutes", "minutes_paragraph"},
    ),
    (minutes_editions, "reopen"): (
        lambda s, key: minutes_editions.reopen(
            s.workspace, minutes_id=key or _signed(s), why="A name was misspelt."
        ),
        {"minutes", "minutes_paragraph", "signature"},
    ),
    (note_lines, "record"): (
        lambda s, key: note_lines.record(
            s.workspace, minutes_id=key or s.minutes, line="N: the schedule", language="en"
        ),
        {"minutes_paragraph"},
    ),
    (signing, "take_step"): (
        lambda s, key: signing.take_step(
            s.workspace, minutes_id=key or s.minutes, status=MinutesStatus.NEGOTIATED
        ),
        {"minutes"},
    ),
    (signing, "give_answer"): (
        lambda s, key: signing.give_answer(
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
    (signing, "withdraw_answer"): (
        lambda s, key: signing.withdraw_answer(
            s.workspace, minutes_id=key or _answered(s), party_id=s.world.korea
        ),
        {"minutes_answer"},
    ),
    (signing, "add_signatory"): (
        lambda s, key: signing.add_signatory(
            s.workspace,
            Signature(minutes_id=key or s.minutes, ordinal=1, party_id=s.world.korea),
        ),
        {"signature"},
    ),
    (signing, "suggest_signatories"): (
        lambda s, key: signing.suggest_signatories(s.workspace, minutes_id=key or _with_a_head(s)),
        {"signature"},
    ),
    (signing, "change_signatory"): (
        lambda s, key: signing.change_signatory(
            s.workspace,
            signature_id=key or _signatory(s),
            printed_names={"en": "Another"},
            capacities={},
        ),
        {"signature"},
    ),
    (signing, "remove_signatory"): (
        lambda s, key: signing.remove_signatory(s.workspace, signature_id=key or _signatory(s)),
        {"signature"},
    ),
    (signing, "sign"): (
        lambda s, key: signing.sign(
            s.workspace, signature_id=key or _signatory(s), place="Seoul", signed_on=FIRST_DAY
        ),
        {"signature"},
    ),
    (signing, "attach_scan"): (
        lambda s, key: signing.attach_scan(s.workspace, minutes_id=key or s.minutes, path=_scan(s)),
        {"attachment", "attachment_blob", "attachment_link"},
    ),
    (signing, "detach_scan"): (
        lambda s, key: signing.detach_scan(
            s.workspace,
            link_id=key
            or key_of(signing.attach_scan(s.workspace, minutes_id=s.minutes, path=_scan(s))),
        ),
        {"attachment_link"},
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
    (rule_imports, "take_over"): (
        lambda s, key: rule_imports.take_over(s.workspace, _a_text(key or s.world.body)),
        {
            "rule_document",
            "rule_version",
            "provision",
            "provision_revision",
            "provision_text",
            "attachment",
            "attachment_blob",
            "attachment_link",
        },
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
        {"written_procedure", "written_procedure_side", "written_procedure_event"},
    ),
    (written_procedures, "confirm_receipt"): (
        lambda s, key: written_procedures.confirm_receipt(
            s.workspace, procedure_id=key or s.running_procedure, party_id=s.world.korea, at=NOW
        ),
        {"written_procedure_side", "written_procedure_event"},
    ),
    (written_procedures, "affirm"): (
        lambda s, key: written_procedures.affirm(
            s.workspace, procedure_id=s.running_procedure, party_id=key or s.world.korea, at=NOW
        ),
        {"written_procedure_side", "written_procedure_event"},
    ),
    (written_procedures, "object_to"): (
        lambda s, key: written_procedures.object_to(
            s.workspace,
            procedure_id=key or s.running_procedure,
            party_id=s.world.korea,
            at=NOW,
            objections={"en": "Paragraph 2 goes too far."},
        ),
        {"written_procedure", "written_procedure_side", "written_procedure_event"},
    ),
    (written_procedures, "conclude"): (
        lambda s, key: written_procedures.conclude(
            s.workspace, procedure_id=key or s.running_procedure, at=NOW + timedelta(days=60)
        ),
        {"written_procedure", "written_procedure_event"},
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
    (own_forms, "adopt"): (
        lambda s, key: own_forms.adopt(
            s.workspace, path=_word_form(s), name="Letter", body_id=key or s.world.body
        ),
        {"own_form", "attachment", "attachment_blob"},
    ),
    (own_forms, "replace"): (
        lambda s, key: own_forms.replace(
            s.workspace, form_id=key or _own_form(s), path=_word_form(s, "{{ body.code }}")
        ),
        {"own_form", "attachment", "attachment_blob"},
    ),
    (own_forms, "change"): (
        lambda s, key: own_forms.change(
            s.workspace, form_id=key or _own_form(s), name="Invitation", language="en"
        ),
        {"own_form"},
    ),
    (own_forms, "remove"): (
        lambda s, key: own_forms.remove(s.workspace, form_id=key or _own_form(s)),
        {"own_form"},
    ),
    (form_filling, "issue"): (
        lambda s, key: form_filling.issue(
            s.workspace, form_id=key or _own_form(s), meeting_id=s.world.meeting
        ),
        {"issued_document", "attachment", "attachment_blob"},
    ),
}
VERBS |= {
    (letterheads, "save"): (
        lambda s, key: letterheads.save(
            s.workspace, party_id=key or s.world.korea, lines={"en": "Ministry"}
        ),
        {"letterhead"},
    ),
    (letterheads, "set_logo"): (
        lambda s, key: letterheads.set_logo(
            s.workspace, party_id=key or _letterhead(s), path=_logo(s)
        ),
        {"letterhead", "attachment", "attachment_blob"},
    ),
    (letterheads, "clear"): (
        lambda s, key: letterheads.clear(s.workspace, party_id=key or _letterhead(s)),
        {"letterhead"},
    ),
}
VERBS |= verbs_follow_up.VERBS
VERBS |= verbs_register.VERBS
VERBS |= verbs_projects.VERBS
VERBS |= verbs_instruments.VERBS
VERBS |= verbs_rule_library.VERBS
VERBS |= verbs_finding.VERBS
VERBS |= verbs_drafting.VERBS
VERBS |= verbs_history.VERBS
VERBS |= verbs_notes.VERBS
VERBS |= verbs_past.VERBS
WITHOUT_REFERENCE = verbs_finding.WITHOUT_REFERENCE | {
    (sources, "register"),
    (projects, "record_quantity"),
}
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
