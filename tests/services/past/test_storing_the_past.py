"""What is approved is stored meeting by meeting, with its sources; the record is never changed."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.action import ActionItem
from app.domain.decision import Decision, DecisionStatus
from app.domain.delegation import Delegate
from app.domain.meeting import Meeting, MeetingStatus
from app.domain.paper import Distribution, Paper, PaperFile
from app.domain.person import Person
from app.domain.rules import RuleVersion, VersionStatus
from app.domain.source import Source, Statement
from app.services import attachments, history, meetings, persons, sources
from app.services.past import papers, reading, storing
from tests.builders import a_person
from tests.old_papers import RULES
from tests.services.past.past_at_work import only, with_use


def meeting_of(workspace, ordinal):
    with workspace.read() as reader:
        return reader.first(Meeting, ordinal=ordinal)


def find(workspace, model, **how):
    with workspace.read() as reader:
        return reader.find(model, **how)


def test_a_meeting_is_stored_with_its_facts_lists_and_file(past, workspace):
    past.read()
    change = past.store(past.group(19))
    assert change.use_case == "Bring in meeting no. 19"
    meeting = meeting_of(workspace, 19)
    assert (meeting.starts_on, meeting.ends_on) == (date(2017, 6, 29), date(2017, 6, 29))
    assert (meeting.planned_starts_on, meeting.planned_ends_on) == (
        date(2017, 6, 29),
        date(2017, 6, 30),
    )
    assert (meeting.status, meeting.code) == (MeetingStatus.CLOSED, "JC-19")
    assert meeting.places == {"en": "Ibaraki Prefecture, Japan"}
    assert meeting.host_party_id is None  # nobody says who was the host
    assert [each.texts["en"] for each in find(workspace, ActionItem)] == [
        "send the text on migratory birds by 31 December 2017",
        "report on fine dust by 31 March 2018",
    ]
    seats = find(workspace, Delegate)
    assert {seat.printed_names["en"] for seat in seats} == {"Kwon Sei-joong", "Takizaki Shigeki"}
    kept_papers = find(workspace, Paper, meeting_id=meeting.id)
    assert {paper.distribution for paper in kept_papers} == {Distribution.ONE_SIDE}
    with workspace.read() as reader:
        kept = {attachments.read(reader, file.attachment_id) for file in reader.find(PaperFile)}
    assert kept == {past.found.papers[name].path.read_bytes() for name in past.group(19).files}


def test_every_fact_has_its_source_with_the_sentence_and_the_place(past, workspace):
    past.read()
    past.store(past.group(19))
    notes = sources.list_about(workspace, entity="meeting", key=meeting_of(workspace, 19).id)
    days = next(note for note in notes if note.field == "starts_on")
    assert days.title == "Minutes of the 19th meeting.docx"
    assert days.quote.endswith("on 29 June 2017.")
    assert days.note == "Paragraph 3"
    planned = next(note for note in notes if note.field == "planned_starts_on")
    assert (planned.title, planned.note) == ("Announcement.pdf", "Page 2")
    assert not any(note.disputed for note in notes)


def test_nothing_that_is_not_ticked_is_stored(past, workspace):
    past.read()
    past.store(past.group(19))
    assert find(workspace, Decision) == []
    assert find(workspace, RuleVersion) == []
    assert meeting_of(workspace, 18) is None


def test_the_same_folder_again_finds_everything_on_record(past, workspace):
    past.read()
    past.store_all()
    before = {model: len(find(workspace, model)) for model in (Meeting, Statement, Source, Paper)}
    past.read()
    assert not any(group.is_wanted for group in past.found.groups)
    assert past.group(19).meeting_id == meeting_of(workspace, 19).id
    ticked = reading.tick(past.group(19), only(past.group(19), "fact", "host").id, wanted=True)
    past.store(ticked)
    assert meeting_of(workspace, 19).host_party_id is not None
    after = {model: len(find(workspace, model)) for model in before}
    assert after == before


def test_it_is_undone_by_name_and_redone(past, workspace):
    past.read()
    past.store(past.group(19))
    assert history.next_undo(workspace).use_case == "Bring in meeting no. 19"
    history.undo(workspace)
    for model in (ActionItem, Delegate, Paper, Source, Statement):
        assert find(workspace, model) == [], model
    assert meeting_of(workspace, 19) is None
    history.redo(workspace)
    assert meeting_of(workspace, 19).code == "JC-19"


def test_what_the_record_says_stays_and_the_paper_is_kept_beside_it(past, workspace, committee):
    meetings.plan(
        workspace,
        Meeting(
            body_id=committee,
            ordinal=19,
            code="JC-19",
            titles={"en": "19th Meeting"},
            status=MeetingStatus.CLOSED,
            starts_on=date(2017, 6, 28),
            ends_on=date(2017, 6, 28),
        ),
    )
    past.read()
    group = past.group(19)
    days = only(group, "fact", "days")
    assert (days.standing.value, days.use.value) == ("differs", "state")
    assert days.on_record == "28 June 2017"
    past.store(group)
    meeting = meeting_of(workspace, 19)
    assert meeting.starts_on == date(2017, 6, 28)
    assert meeting.planned_ends_on == date(2017, 6, 30)  # this was missing on record
    (said,) = find(workspace, Statement, field="starts_on")
    assert said.value == "2017-06-29"


def contradict(past):
    """Add a second record of the 18th meeting with another day."""
    (past.folder / "18th.txt").write_text(
        "Minutes of the 18th Meeting of the Joint Committee on Environmental Cooperation\n"
        "The 18th meeting was held in Seoul on 30 June 2016.\n"
    )
    past.read()
    group = past.group(18)
    return group, [each for each in group.proposals if each.field == "days"]


def test_papers_that_contradict_one_another_must_be_settled_first(past):
    group, rivals = contradict(past)
    assert [rival.use.value for rival in rivals] == ["leave", "leave"]
    with pytest.raises(storing.NotSettled):
        past.store(group)
    (hurdle,) = storing.find_hurdles([group])
    assert hurdle.obstacle.value == "contested"


def test_one_of_two_days_is_chosen_and_the_other_kept_as_a_statement(past, workspace):
    group, rivals = contradict(past)
    for rival in rivals:
        group = reading.tick(group, rival.id, wanted=True)
    uses = [each.use.value for each in group.proposals if each.field == "days"]
    assert uses == ["enter", "state"]
    past.store(group)
    meeting = meeting_of(workspace, 18)
    assert meeting.starts_on == rivals[0].values["first"]
    notes = sources.list_about(workspace, entity="meeting", key=meeting.id)
    assert [note.disputed for note in notes if note.field == "starts_on"] == [True, True]


def test_both_days_can_be_kept_as_statements_alone(past, workspace):
    group, rivals = contradict(past)
    for rival in rivals:
        group = with_use(group, rival, "state")
    past.store(group)
    assert meeting_of(workspace, 18).starts_on is None
    assert len(find(workspace, Statement, field="starts_on")) == 2
    past.read()
    assert not past.group(18).is_wanted


def test_a_decision_is_adopted_as_printed_and_a_draft_without_its_day(past, workspace):
    past.read()
    group = past.group(19)
    decision = only(group, "decision")
    past.store(with_use(group, decision, "enter"))
    (adopted,) = find(workspace, Decision)
    assert (adopted.symbol, adopted.status) == ("19/1", DecisionStatus.ADOPTED)
    assert adopted.taken_on == date(2017, 6, 29)
    with pytest.raises(Exception, match="adopted"):
        history.undo(workspace)


def test_a_decision_without_its_day_is_a_draft_with_its_printed_number(past, workspace):
    past.read()
    group = past.group(19)
    decision = only(group, "decision")
    without = replace(decision, values={**decision.values, "taken_on": None})
    past.store(with_use(group, without, "enter"))
    (draft,) = find(workspace, Decision)
    assert (draft.temporary_symbol, draft.status) == ("19/1", DecisionStatus.DRAFT)
    past.read()
    assert only(past.group(19), "decision").standing.value == "same"


def test_rules_come_in_through_the_import_as_a_draft_or_adopted(past, workspace):
    past.read()
    (group,) = [each for each in past.found.groups if not each.is_meeting]
    rules = only(group, "rules")
    assert rules.values["provisions"] == 7
    assert "Article 2 Meetings" in rules.values["outline"]
    dated = {"adopted_on": date(2010, 5, 4), "in_force_from": date(2010, 6, 1), "code": "RoP"}
    changed = replace(rules, values={**rules.values, **dated})
    past.store(with_use(group, changed, "enter"))
    (version,) = find(workspace, RuleVersion)
    assert (version.label, version.status) == ("ver01.0", VersionStatus.ADOPTED)
    past.read()
    (again,) = [each for each in past.found.groups if not each.is_meeting]
    assert only(again, "rules").standing.value == "same"


def test_a_meeting_that_was_only_announced_is_not_taken_for_held(past, workspace):
    for name in ("Minutes of the 19th meeting.docx", "Participants.docx"):
        (past.folder / "2017 Ibaraki" / name).unlink()
    past.read()
    past.store(past.group(19))
    meeting = meeting_of(workspace, 19)
    assert (meeting.status, meeting.starts_on) == (MeetingStatus.DATES_AGREED, None)
    assert meeting.planned_ends_on == date(2017, 6, 30)


def test_a_file_alone_needs_its_meeting(past):
    past.read()
    group = past.group(18)
    for each in group.proposals:
        if each.kind.value == "fact":
            group = reading.choose(group, each.id, reading.Use.LEAVE)
    (hurdle,) = storing.find_hurdles([group])
    assert hurdle.obstacle.value == "no-meeting"


def test_nothing_ticked_is_refused(past):
    past.read()
    group = past.group(18)
    for each in group.proposals:
        group = reading.choose(group, each.id, reading.Use.LEAVE)
    with pytest.raises(storing.NothingApproved):
        past.store(group)


def test_a_refused_meeting_leaves_nothing_behind(past, workspace, unchanged):
    past.read()
    group = past.group(19)
    days = only(group, "fact", "days")
    backwards = {"first": date(2017, 6, 30), "last": date(2017, 6, 29)}
    wrong = replace(days, values={**days.values, **backwards})
    with unchanged(), pytest.raises(storing.NotSettled):
        past.store(group.with_proposal(wrong))


def test_a_decision_that_speaks_of_no_meeting_is_entered_by_itself(past, workspace):
    (past.folder / "decision.txt").write_text(
        "Decision 5/2015 of the Joint Committee on Environmental Cooperation\n"
        "of 3 March 2015\n"
        "on the exchange of data\n"
        "The Joint Committee agrees to exchange data.\n"
    )
    past.read()
    group = next(each for each in past.found.groups if each.files == ("decision.txt",))
    decision = only(group, "decision")
    assert (decision.values["symbol"], decision.values["taken_on"]) == (
        "5/2015",
        date(2015, 3, 3),
    )
    assert decision.is_wanted
    change = past.store(group)
    assert change.use_case == "Bring in old paper"
    (stored,) = find(workspace, Decision)
    assert (stored.symbol, stored.meeting_id) == ("5/2015", None)
    (said,) = find(workspace, Statement, entity="decision")
    assert said.note == "Line 1"


def test_a_person_who_is_known_is_not_entered_a_second_time(past, workspace):
    persons.register(workspace, a_person(printed_name="KWON Sei Joong", names={}))
    past.read()
    past.store(past.group(19))
    assert len(find(workspace, Person)) == 2


def test_a_file_that_was_changed_meanwhile_is_not_kept(past, unchanged):
    past.read()
    (past.folder / "18차 회의록.txt").write_text("Something else", "utf-8")
    with unchanged(), pytest.raises(papers.PaperChanged):
        past.store(past.group(18))


def test_a_further_version_follows_the_one_that_came_in_before_it(past, workspace):
    (past.folder / "Rules ver02.0.txt").write_text(
        (RULES + "2. The guest is the deputy.\n").replace("ver01.0", "ver02.0")
    )
    past.read()
    for group, days in zip(
        [each for each in past.found.groups if not each.is_meeting],
        ((date(2010, 5, 4), date(2010, 6, 1)), (date(2012, 5, 4), date(2012, 6, 1))),
        strict=True,
    ):
        rules = only(group, "rules")
        dated = {"adopted_on": days[0], "in_force_from": days[1], "code": "RoP"}
        changed = replace(rules, values={**rules.values, **dated})
        past.store(with_use(group, changed, "enter"))
    versions = find(workspace, RuleVersion)
    assert len({version.document_id for version in versions}) == 1
    assert sorted(version.label for version in versions) == ["ver01.0", "ver02.0"]
