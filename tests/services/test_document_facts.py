"""Every document of the sample workspace says what its records say, and shows what is missing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.documents.kinds import DocumentKind
from app.documents.plain import plain_text
from app.domain.action import ActionUpdate
from app.domain.decision import DecisionText
from app.domain.delegation import Attendance
from app.domain.person import PersonName
from app.domain.preparation import PreparationTask
from app.domain.project import ProjectReview, Rating
from app.services import (
    actions,
    agenda,
    bodies,
    decisions,
    documents,
    meetings,
    persons,
    projects,
    rules,
)
from app.services.documents import NotInForce, NotMadeOf
from app.services.facts.circulars import NoProcedure
from app.services.facts.clocks import clocks_at
from app.store.workspace import Workspace
from app.texts.walking import missing_facts
from tests.builders import (
    World,
    a_decision,
    a_meeting,
    a_project,
    an_action,
    an_agenda_item,
    key_of,
    seat_person,
    take_decision,
)

K = DocumentKind
BODY = "JWG-KM-CLIMATE"
RULES = "JWG-KM-ILLUSTRATIVE"


@pytest.fixture
def sample(sample_copy: Path, clock: FixedClock) -> Iterator[Workspace]:
    with Workspace.open(sample_copy, clock=clock, actor="Bat", read_only=True) as opened:
        yield opened


def meeting(workspace: Workspace, code: str) -> UUID:
    key = meetings.find_by_code(workspace, code=code)
    assert key is not None
    return key


def body(workspace: Workspace, code: str = BODY) -> UUID:
    key = bodies.find_by_code(workspace, code=code)
    assert key is not None
    return key


def decision(workspace: Workspace, symbol: str) -> UUID:
    key = decisions.find_by_symbol(workspace, symbol=symbol)
    assert key is not None
    return key


def rule_document(workspace: Workspace) -> UUID:
    key = rules.find_by_code(workspace, code=RULES)
    assert key is not None
    return key


def said(workspace: Workspace, code: str, kind: DocumentKind) -> str:
    key = meeting(workspace, code)
    made = documents.compose_for_meeting(workspace, meeting_id=key, kind=kind)
    return plain_text(made.document)


def test_the_first_meeting_gives_every_document_of_a_meeting(sample: Workspace) -> None:
    assert documents.list_kinds(sample, meeting_id=meeting(sample, "JWG-1")) == (
        *(K.AGREED_MINUTES, K.SUMMARY_RECORD, K.PARTICIPANTS, K.AGENDA, K.RUN_SHEET),
        *(K.INVITATION, K.NOTE_VERBALE, K.PRESS_RELEASE, K.ACTION_LIST, K.PROJECT_REVIEW),
        *(K.NAME_PLATES, K.BADGES, K.RULES, K.BILINGUAL_RULES),
    )


def test_a_meeting_of_which_little_is_known_gives_little(sample: Workspace) -> None:
    found = documents.list_kinds(sample, meeting_id=meeting(sample, "JC-19"))
    assert K.AGREED_MINUTES not in found
    assert {K.SUMMARY_RECORD, K.INVITATION, K.PARTICIPANTS, K.PROJECT_REVIEW} <= set(found)


@pytest.mark.parametrize("kind", list(K))
def test_every_kind_is_made_of_some_record_or_refused_with_its_name(
    sample: Workspace, kind: DocumentKind
) -> None:
    key = meeting(sample, "JWG-1")
    if kind in {K.DECISION, K.CIRCULAR}:
        with pytest.raises(NotMadeOf, match=kind.words):
            documents.compose_for_meeting(sample, meeting_id=key, kind=kind)
    else:
        made = documents.compose_for_meeting(sample, meeting_id=key, kind=kind)
        assert made.document.kind == kind.value


def test_the_summary_record_follows_the_agenda_and_annexes_the_decisions(
    sample: Workspace,
) -> None:
    words = said(sample, "JWG-1", K.SUMMARY_RECORD)
    assert "Framework Agreement on Climate Change Cooperation" in words
    chapters = ["Opening of the meeting", "Exchange on domestic", "Bilateral cooperation"]
    places = [words.index(each) for each in chapters]
    assert places == sorted(places)
    assert "The two sides agreed to cooperate actively in order to advance both" in words
    assert "The Joint Working Group adopts the detailed rules" in words
    assert "JWG.1/INF.1" in words


def test_the_summary_record_says_when_a_meeting_was_held_on_other_days_than_announced(
    sample: Workspace,
) -> None:
    words = said(sample, "JC-19", K.SUMMARY_RECORD)
    assert "on 29 June 2017. It had been announced for 29–30 June 2017." in words
    assert "It had been announced" not in said(sample, "JWG-1", K.SUMMARY_RECORD)


def test_the_invitation_names_the_days_that_were_announced(sample: Workspace) -> None:
    words = said(sample, "JC-19", K.INVITATION)
    assert "29–30 June 2017" in words
    assert "On behalf of the Japanese side" in words
    assert "[opening hour to be confirmed] (Tokyo and Seoul time)" in words
    assert "25 May 2017" in words  # five weeks before


def test_the_run_sheet_asks_the_chair_to_put_the_decisions(sample: Workspace) -> None:
    words = said(sample, "JWG-1", K.RUN_SHEET)
    assert "I invite the Korean side to introduce item 4." in words
    assert "There is before us decision 1/JWG.1, Adoption of the detailed rules" in words
    assert "[time]" in words


def test_each_side_sends_a_note_about_its_own_delegation(sample: Workspace) -> None:
    key = meeting(sample, "JWG-1")
    originals = documents.list_originals(sample, meeting_id=key, kind=K.NOTE_VERBALE)
    notes = [
        documents.compose_for_meeting(
            sample, meeting_id=key, kind=K.NOTE_VERBALE, original_of=party_id
        )
        for party_id in originals
    ]
    assert [note.file_name for note in notes] == [
        "Note verbale - JWG-1 - from MN (draft).docx",
        "Note verbale - JWG-1 - from KR (draft).docx",
    ]
    mongolian, korean = (plain_text(note.document) for note in notes)
    assert "The Ministry of Environment and Climate Change of Mongolia presents" in mongolian
    assert "The Ministry of Foreign Affairs of the Republic of Korea presents" in korean
    assert "Korea Forest Service" in korean
    assert "Korea Forest Service" not in mongolian


def test_the_press_release_is_the_shorter_text_with_both_delegations(sample: Workspace) -> None:
    words = said(sample, "JWG-1", K.PRESS_RELEASE)
    assert "First Meeting of the Joint Working Group held in Ulaanbaatar" in words
    assert "Energy Regulatory Commission" in words
    assert "[contact to be confirmed]" in words


def test_plates_and_badges_have_both_scripts_where_one_spelling_is_known(
    sample: Workspace,
) -> None:
    words = said(sample, "JWG-1", K.NAME_PLATES)
    assert "조계연" in words
    assert "바트히식" not in words  # how Koreans write a Mongolian name is not his own script
    assert said(sample, "JWG-1", K.BADGES).count("[name to be confirmed]") == 15


def test_the_action_list_groups_what_is_owed_by_whom(sample: Workspace) -> None:
    words = said(sample, "JWG-1", K.ACTION_LIST)
    assert "3 open" in words
    assert "JWG-1, agenda item 3 (a), Decision 2/JWG.1" in words


def test_the_review_lists_the_projects_of_the_body(sample: Workspace) -> None:
    assert "KM-P1" in said(sample, "JWG-1", K.PROJECT_REVIEW)
    ten = said(sample, "JC-19", K.PROJECT_REVIEW)
    assert "(10 projects)" in ten
    assert ten.count("ten cooperation projects") == 1


def test_what_several_sources_say_of_one_figure_is_told_once(sample: Workspace) -> None:
    words = said(sample, "EPC-1", K.PROJECT_REVIEW)
    assert "10 programmes, six new" in words
    assert "programs" not in words


def test_ministries_that_are_parties_have_their_article(sample: Workspace) -> None:
    key = body(sample, "JC-KM-IA6")
    made = documents.compose_for_body(sample, body_id=key, kind=K.PROJECT_REVIEW)
    assert (
        "between the Ministry of Environment of the Republic of Korea"
        " and the Ministry of Environment and Climate Change of Mongolia"
    ) in plain_text(made.document)


def test_names_that_are_known_in_korean_alone_are_a_gap_in_an_english_document(
    sample: Workspace,
) -> None:
    general = body(sample, "JC-KM-GENERAL")
    key = meetings.find_by_code(sample, code="JC-8", body_id=general)
    assert key is not None
    made = documents.compose_for_meeting(sample, meeting_id=key, kind=K.BADGES)
    assert made.document.draft
    assert any("Korean" in gap for gap in missing_facts(made.document))


def test_what_the_sides_concluded_on_an_item_follows_what_was_said_below_it(
    sample: Workspace,
) -> None:
    words = said(sample, "JWG-1", K.AGREED_MINUTES)
    proposed = words.index("proposed the intergovernmental")
    assert words.index("discussed bilateral") < proposed < words.index("agreed to cooperate")


def test_an_agenda_tells_once_who_introduces_an_item(sample: Workspace) -> None:
    words = said(sample, "JWG-1", K.AGENDA)
    assert words.count("Introduced by the Korean side") == 4


def test_a_body_gives_its_register_with_decisions_of_both_channels(sample: Workspace) -> None:
    key = body(sample)
    assert documents.list_kinds_of_body(sample, body_id=key) == (
        *(K.ACTION_LIST, K.PROJECT_REVIEW, K.REMINDER, K.DECISION_REGISTER),
    )
    made = documents.compose_for_body(sample, body_id=key, kind=K.DECISION_REGISTER)
    words = plain_text(made.document)
    assert made.file_name == f"Register of decisions - {BODY}.docx"
    assert "First Meeting, Ulaanbaatar" in words
    assert "electronic decision" in words
    assert "Amends Illustrative decision E1/2025" in words
    with pytest.raises(NotMadeOf, match="is not made of a body"):
        documents.compose_for_body(sample, body_id=key, kind=K.AGENDA)


def test_a_decision_is_a_document_with_the_chairs_of_its_meeting(sample: Workspace) -> None:
    key = decision(sample, "1/JWG.1")
    assert documents.list_kinds_of_decision(sample, decision_id=key) == (K.DECISION,)
    made = documents.compose_decision(sample, decision_id=key)
    words = plain_text(made.document)
    assert "The Joint Working Group adopts the detailed rules and procedures" in words
    assert "Batkhishig Purevdoo" in words
    assert "[date of effect to be confirmed]" in words
    assert made.document.draft
    with pytest.raises(NoProcedure, match=r"decision 1/JWG\.1\."):
        documents.compose_decision(sample, decision_id=key, kind=K.CIRCULAR)
    with pytest.raises(NotMadeOf, match="is not made of a decision"):
        documents.compose_decision(sample, decision_id=key, kind=K.AGENDA)


def test_the_circular_of_an_electronic_decision_has_its_clock_and_the_rule_behind_it(
    sample: Workspace,
) -> None:
    key = decision(sample, "Illustrative decision E1/2026")
    assert documents.list_kinds_of_decision(sample, decision_id=key) == (K.DECISION, K.CIRCULAR)
    made = documents.compose_decision(sample, decision_id=key, kind=K.CIRCULAR)
    words = plain_text(made.document)
    assert "18:00 on Monday, 23 March 2026, Seoul time (17:00 in Ulaanbaatar)" in words
    assert "The period shall be ten working days from the day after circulation." in words
    assert "Article 9(2) of the illustrative rules, version 1.0" in words
    assert "Replaces Article 6(1)" in words
    assert "Illustrative; no such decision was sought." in words


def test_rules_are_consolidated_on_a_day(sample: Workspace) -> None:
    key = rule_document(sample)
    made = documents.compose_rules(sample, document_id=key, on=date(2026, 1, 1))
    assert "Version 1.0, text in force on 1 January 2026" in plain_text(made.document)
    assert made.file_name == f"Rules - {RULES} version 1.0 on 2026-01-01.docx"
    later = documents.compose_rules(sample, document_id=key, on=date(2026, 5, 1))
    assert "Version 2.0, text in force on 1 May 2026" in plain_text(later.document)
    with pytest.raises(NotInForce, match="was in force on 1 January 2020"):
        documents.compose_rules(sample, document_id=key, on=date(2020, 1, 1))


@pytest.mark.parametrize(("beside", "told"), [("ko", "제1조"), ("mn", "1 дүгээр зүйл")])
def test_rules_stand_in_two_columns(sample: Workspace, beside: str, told: str) -> None:
    key = rule_document(sample)
    assert documents.list_kinds_of_rules(sample, document_id=key) == (
        *(K.RULES, K.BILINGUAL_RULES),
    )
    made = documents.compose_rules(sample, document_id=key, beside=beside)
    words = plain_text(made.document)
    assert "Article 1" in words
    assert told in words
    assert "(working)" in words
    assert missing_facts(made.document)  # not every article is translated, and that is shown


def test_rules_whose_text_is_not_held_give_no_document(sample: Workspace) -> None:
    key = rules.find_by_code(sample, code="JWG-KM-RULES")
    assert key is not None
    assert documents.list_kinds_of_rules(sample, document_id=key) == ()


def test_the_hours_of_a_meeting_are_those_of_every_capital(
    workspace: Workspace, world: World
) -> None:
    starts_at = datetime(2026, 5, 26, 15, 30, tzinfo=UTC)
    draft = a_meeting(
        world.body,
        ordinal=2,
        code="JWG-2",
        starts_at=starts_at,
        planned_starts_on=date(2026, 5, 26),
        planned_ends_on=date(2026, 5, 27),
        host_party_id=world.mongolia,
    )
    meetings.plan(workspace, draft)
    words = said(workspace, "JWG-2", K.INVITATION)
    told = "23:30 on Tuesday, 26 May 2026, Ulaanbaatar time (00:30 on 27 May 2026 in Seoul)"
    assert told in words


def test_a_zone_that_is_none_is_passed_over() -> None:
    instant = datetime(2026, 5, 26, tzinfo=UTC)
    shown = clocks_at(instant, ("Asia/Seoul", "Asia/Nowhere"))
    assert [(clock.city, clock.hour) for clock in shown] == [("Seoul", time(9))]
    assert clocks_at(None, ("Asia/Seoul",)) == ()


def test_the_tasks_entered_for_the_other_side_take_the_place_of_the_usual_requests(
    workspace: Workspace, world: World
) -> None:
    with workspace.write("Enter tasks") as work:
        for party_id, title in ((world.korea, "List of journalists"), (None, "Book the room")):
            work.add(
                PreparationTask(
                    meeting_id=world.meeting,
                    ordinal=1,
                    titles={"en": title},
                    party_id=party_id,
                    due_on=date(2025, 5, 2),
                )
            )
        work.commit()
    words = said(workspace, "JWG-1", K.INVITATION)
    assert "List of journalists" in words
    assert "2 May 2025" in words
    assert "Book the room" not in words
    assert "The composition of your delegation" not in words


def test_an_overdue_action_is_late_by_so_many_days(workspace: Workspace, world: World) -> None:
    draft = an_action(
        world.body,
        party_id=world.korea,
        origin_meeting_id=world.meeting,
        due_on=date(2026, 2, 20),
    )
    key = key_of(actions.assign(workspace, draft))
    update = ActionUpdate(
        action_id=key,
        reported_on=date(2026, 1, 5),
        status_after="in-progress",
        texts={"en": "Half is sent."},
    )
    actions.report(workspace, update)
    words = said(workspace, "JWG-1", K.ACTION_LIST)
    assert "1 open, 1 of them late" in words
    assert "Late by 10 days / In progress / Half is sent. / reported on 5 January 2026" in words


def test_the_review_shows_what_meetings_found_the_latest_first(
    workspace: Workspace, world: World
) -> None:
    key = key_of(projects.register(workspace, a_project(body_id=world.body)))
    for day, progress in ((date(2024, 5, 1), 10), (date(2025, 5, 27), 40)):
        projects.review(
            workspace,
            ProjectReview(
                project_id=key, reviewed_on=day, progress=progress, rating=Rating.ON_TRACK
            ),
        )
    words = said(workspace, "JWG-1", K.PROJECT_REVIEW)
    assert words.index("On track, 40 % done") < words.index("On track, 10 % done")


def test_an_annotated_agenda_asks_for_the_drafts_to_be_adopted(
    workspace: Workspace, world: World
) -> None:
    item = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting)))
    draft = a_decision(world.body, meeting_id=world.meeting, agenda_item_id=item)
    key = key_of(decisions.draft_decision(workspace, draft))
    decisions.word(
        workspace,
        DecisionText(decision_id=key, language="en", title="the draft rules", text="Adopts."),
    )
    words = said(workspace, "JWG-1", K.AGENDA)
    asked = "Expected action: the meeting is invited to consider for adoption the draft rules."
    assert asked in words


def test_of_two_spellings_of_a_name_none_is_chosen_and_who_stays_away_has_no_plate(
    workspace: Workspace, world: World
) -> None:
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    seat_person(
        workspace,
        world.korean_delegation,
        "Absent Person",
        ordinal=2,
        attendance=Attendance.ABSENT,
    )
    rows = persons.list_all(workspace)
    cho = next(row.id for row in rows if row.name == "Cho Gye-yeon")
    assert "조계연" not in said(workspace, "JWG-1", K.NAME_PLATES)
    counts = []
    for text in ("조계연", "조계련"):
        draft = PersonName(person_id=cho, kind="as-printed", language="ko", text=text)
        persons.add_name(workspace, draft)
        counts.append(said(workspace, "JWG-1", K.NAME_PLATES).count("조계"))
    assert counts == [2, 0]
    assert "Absent Person" not in said(workspace, "JWG-1", K.NAME_PLATES)


def test_a_decision_without_a_text_is_a_draft_with_a_gap(
    workspace: Workspace, world: World
) -> None:
    key = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    made = documents.compose_decision(workspace, decision_id=key)
    assert made.document.draft
    assert "text of the decision to be confirmed" in missing_facts(made.document)
    assert made.file_name == "Decision - Draft A (draft).docx"


def test_a_temporary_number_finds_a_decision_too(workspace: Workspace, world: World) -> None:
    drafted = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    adopted = take_decision(workspace, world.body, "D7")
    assert decisions.find_by_symbol(workspace, symbol="Draft A", body_id=world.body) == drafted
    assert decisions.find_by_symbol(workspace, symbol="D7") == adopted
    assert decisions.find_by_symbol(workspace, symbol="D8") is None


def test_a_meeting_with_nothing_but_a_day_gives_an_invitation(
    workspace: Workspace, world: World
) -> None:
    draft = a_meeting(world.body, ordinal=2, code="JWG-2", planned_starts_on=date(2026, 5, 26))
    key = key_of(meetings.plan(workspace, draft))
    assert documents.list_kinds(workspace, meeting_id=key) == (K.INVITATION,)
    words = said(workspace, "JWG-2", K.INVITATION)
    assert "26 May 2026" in words
    assert documents.list_kinds_of_body(workspace, body_id=world.body) == ()
