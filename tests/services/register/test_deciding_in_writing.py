from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.domain.decision import Decision, DecisionKind
from app.domain.errors import RuleBroken, Sealed, UnlawfulTransition
from app.domain.minutes import Minutes, MinutesParagraph
from app.domain.written_procedure import ClockStart, DayKind, WrittenProcedure
from app.services import agenda, documents, holidays, meetings, written_procedures
from app.services.meetings import UnknownZone
from app.services.register import entering, recording, silence, silence_rules, silence_sheets
from app.services.register.clocks import NoCommonWorkingDay, NotYetCirculated
from app.services.register.entering import DecisionEntry
from app.services.register.silence_rules import SilenceRule
from app.texts.walking import blocks_of, inlines_of, plain_text
from tests.builders import a_meeting, key_of

MONDAY = datetime(2026, 3, 9, 1, 0, tzinfo=UTC)
RULE = SilenceRule(
    days=10, counts=DayKind.WORKING, starts=ClockStart.DISPATCH, hour=time(18), zone="Asia/Seoul"
)


def opened(workspace, world, rule=RULE, **fields):
    draft = silence.SilenceDraft(
        kind=DecisionKind.APPROVAL,
        titles={"en": "Monitoring form", "ko": "모니터링 서식"},
        texts={"en": "The form is approved."},
        rule=rule,
        **fields,
    )
    return key_of(silence.open_procedure(workspace, body_id=world.body, draft=draft))


def circulated(workspace, world, rule=RULE, at=MONDAY):
    key = opened(workspace, world, rule)
    written_procedures.circulate(workspace, procedure_id=key, at=at)
    return key


def sheet(workspace, key):
    return silence_sheets.show(workspace, procedure_id=key)


def kinds(workspace, key):
    return [event.kind for event in sheet(workspace, key).events]


def test_a_working_day_is_one_on_which_every_side_works(workspace, world):
    for party, line in ((world.korea, "2026-03-11 A"), (world.mongolia, "2026-03-13 B")):
        holidays.save_calendar(workspace, party_id=party, weekend=(6, 7), lines=line)
    shown = sheet(workspace, circulated(workspace, world))
    assert shown.line.deadline_at == datetime(2026, 3, 25, 9, 0, tzinfo=UTC)
    assert shown.skipped == ((date(2026, 3, 11), "KR"), (date(2026, 3, 13), "MN"))


def test_sides_that_share_no_working_day_can_count_calendar_days_only(workspace, world):
    for party, weekend in ((world.korea, (1, 2, 3, 4)), (world.mongolia, (5, 6, 7))):
        holidays.save_calendar(workspace, party_id=party, weekend=weekend, lines="")
    key = opened(workspace, world)
    with pytest.raises(NoCommonWorkingDay):
        written_procedures.circulate(workspace, procedure_id=key, at=MONDAY)


def test_one_deadline_is_of_two_days_in_two_capitals(workspace, world):
    rule = SilenceRule(days=2, hour=time(0, 30), zone="Asia/Seoul")
    late = datetime(2026, 3, 9, 15, 30, tzinfo=UTC)  # already the 10th in Seoul, not in Ulaanbaatar
    shown = sheet(workspace, circulated(workspace, world, rule, late))
    told = [(each.code, f"{each.local:%d %H:%M}", each.other_day) for each in shown.capitals]
    assert told == [("KR", "12 00:30", False), ("MN", "11 23:30", True)]


def test_a_period_without_an_hour_ends_with_its_last_day_and_not_on_the_next(workspace, world):
    rule = SilenceRule(days=2, hour=None, zone="Asia/Seoul")
    shown = sheet(workspace, circulated(workspace, world, rule, MONDAY))
    told = [(each.code, each.other_day) for each in shown.capitals]
    assert told == [("KR", False), ("MN", False)]  # 24:00 there and 23:00 here are of one day
    circular = documents.compose_decision(
        workspace, decision_id=shown.line.decision_id, kind=documents.DocumentKind.CIRCULAR
    )
    words = " ".join(plain_text(inlines_of(block)) for block in blocks_of(circular.document))
    assert "24:00 on Wednesday, 11 March 2026, Seoul time (23:00 in Ulaanbaatar)" in words


def test_a_late_objection_is_recorded_as_late_and_stops_nothing(workspace, world):
    key = circulated(workspace, world)
    until = sheet(workspace, key).line.deadline_at
    written_procedures.object_to(
        workspace,
        procedure_id=key,
        party_id=world.korea,
        at=until + timedelta(seconds=1),
        objections={"en": "Too late."},
    )
    shown = sheet(workspace, key)
    assert (shown.line.status, shown.line.objections) == ("circulated", 0)
    assert [(side.is_late, side.objection) for side in shown.sides] == [
        (True, "Too late."),
        (False, ""),
    ]
    assert kinds(workspace, key) == ["circulated", "late-objection"]
    written_procedures.conclude(workspace, procedure_id=key, at=until + timedelta(hours=1))


def objected(workspace, world):
    key = circulated(workspace, world)
    written_procedures.object_to(
        workspace,
        procedure_id=key,
        party_id=world.mongolia,
        at=MONDAY + timedelta(days=1),
        objections={"en": "The form is too long."},
    )
    return key


def test_an_objection_is_settled_and_the_clock_decides_again(workspace, world):
    key = objected(workspace, world)
    with pytest.raises(UnlawfulTransition):
        written_procedures.conclude(workspace, procedure_id=key, at=MONDAY + timedelta(days=60))
    silence.consult(workspace, procedure_id=key, at=MONDAY + timedelta(days=2))
    told = {"procedure_id": key, "at": MONDAY + timedelta(days=3), "words": {}}
    with pytest.raises(RuleBroken, match="no objection"):
        silence.settle(workspace, party_id=world.korea, **told)
    silence.settle(workspace, party_id=world.mongolia, **told)
    until = sheet(workspace, key).line.deadline_at
    written_procedures.conclude(workspace, procedure_id=key, at=until)
    silence.adopt(workspace, procedure_id=key, symbol="E1/2026", at=until)
    shown = sheet(workspace, key)
    assert (shown.line.status, shown.line.symbol) == ("adopted", "E1/2026")
    with workspace.read() as reader:
        assert reader.get(Decision, shown.line.decision_id).taken_on == date(2026, 3, 23)


def test_what_was_adopted_is_announced_and_recorded_in_the_next_minutes(workspace, world):
    key = circulated(workspace, world)
    until = sheet(workspace, key).line.deadline_at
    written_procedures.conclude(workspace, procedure_id=key, at=until)
    silence.adopt(workspace, procedure_id=key, symbol="E1/2026", at=until)
    with pytest.raises(RuleBroken, match="before it was taken"):
        silence.announce(workspace, procedure_id=key, at=until, on=date(2026, 3, 1))
    silence.announce(workspace, procedure_id=key, at=until, on=date(2026, 3, 24))
    later = a_meeting(world.body, ordinal=2, code="JWG-2", titles={"en": "Second meeting"})
    meeting = key_of(meetings.plan(workspace, later))
    recording.record(workspace, procedure_id=key, meeting_id=meeting, at=until)
    shown = sheet(workspace, key)
    assert (shown.line.status, shown.recorded_in) == ("recorded", ("JWG-2 · Second meeting",))
    with workspace.read() as reader:
        edition = reader.first(Minutes, meeting_id=meeting)
        (paragraph,) = reader.find(MinutesParagraph, minutes_id=edition.id)
    assert "E1/2026, “Monitoring form”" in paragraph.texts["en"]
    assert "2026년 3월 23일 서면으로" in paragraph.texts["ko"]
    assert paragraph.decision_id == shown.line.decision_id


def test_an_objection_that_stands_puts_the_matter_on_the_next_agenda(workspace, world):
    key = objected(workspace, world)
    later = a_meeting(world.body, ordinal=2, code="JWG-2", titles={"en": "Second meeting"})
    meeting = key_of(meetings.plan(workspace, later))
    silence.refer(workspace, procedure_id=key, meeting_id=meeting, at=MONDAY)
    (item,) = agenda.list_for_meeting(workspace, meeting_id=meeting)
    assert item.title == "Monitoring form"
    shown = sheet(workspace, key)
    assert (shown.line.status, shown.referred_to) == ("referred", "JWG-2 · Second meeting")


def test_a_period_is_extended_only_while_it_runs_and_only_to_later(workspace, world):
    key = circulated(workspace, world)
    until = sheet(workspace, key).line.deadline_at
    told = {"procedure_id": key, "words": {"en": "Asked for by Mongolia."}}
    with pytest.raises(RuleBroken, match="must be after"):
        silence.extend(workspace, at=MONDAY, until=until, **told)
    late = until + timedelta(days=1)
    with pytest.raises(RuleBroken, match="that is running"):
        silence.extend(workspace, at=late, until=late + timedelta(days=1), **told)
    silence.extend(workspace, at=MONDAY, until=until + timedelta(days=7), **told)
    shown = sheet(workspace, key)
    assert shown.line.deadline_at == until + timedelta(days=7)
    assert shown.events[-1].words == "Asked for by Mongolia."


def test_a_comment_is_kept_and_stops_nothing(workspace, world):
    key = opened(workspace, world)
    told = {"procedure_id": key, "party_id": world.korea, "at": MONDAY}
    with pytest.raises(NotYetCirculated):
        silence.comment(workspace, words={"en": "A word."}, **told)
    written_procedures.circulate(workspace, procedure_id=key, at=MONDAY)
    with pytest.raises(RuleBroken, match="no words"):
        silence.comment(workspace, words={"en": " "}, **told)
    silence.comment(workspace, words={"en": "A word."}, **told)
    assert sheet(workspace, key).line.status == "circulated"
    assert sheet(workspace, key).waiting_for == ("Republic of Korea", "Mongolia")


def test_a_matter_that_is_given_up_is_withdrawn_with_its_draft(workspace, world):
    key = objected(workspace, world)
    silence.withdraw(workspace, procedure_id=key, at=MONDAY, why="No agreement.")
    with workspace.read() as reader:
        decision = reader.get(Decision, sheet(workspace, key).line.decision_id)
    assert (decision.status.value, decision.status_note) == ("withdrawn", "No agreement.")


def test_the_rules_of_known_bodies_come_with_their_sources(workspace, world):
    presets = {each.key: each for each in silence_rules.list_presets()}
    supervisory, compliance = presets["article-6.4"].rule, presets["compliance-committee"].rule
    assert (supervisory.days, supervisory.starts) == (14, ClockStart.RECEIPT)
    assert (compliance.days, compliance.starts) == (21, ClockStart.DISPATCH)
    assert presets["jcm"].rule.affirmation
    assert all(each.rule.source and each.note for each in presets.values())


def test_a_body_keeps_its_own_rule_and_no_clock_counts_nonsense(workspace, world):
    rule = SilenceRule(days=10, zone="Asia/Seoul", affirmation=True, hour=time(18), source="RoP 9")
    silence_rules.set_rule(workspace, body_id=world.body, rule=rule)
    assert silence_rules.rule_of_body(workspace, body_id=world.body) == rule
    with pytest.raises(RuleBroken, match="400 days is no rule"):
        silence_rules.set_rule(workspace, body_id=world.body, rule=SilenceRule(days=400))
    with pytest.raises(UnknownZone):
        opened(workspace, world, SilenceRule(days=3, zone="Asia/Nowhere"))
    assert silence_sheets.list_all(workspace) == ()


def test_text_and_clock_can_be_changed_until_they_are_with_the_sides(workspace, world):
    key = opened(workspace, world)
    decision_id = sheet(workspace, key).line.decision_id
    shorter = SilenceRule(days=3, zone="Asia/Tokyo")
    assert opened(workspace, world, shorter, decision_id=decision_id) == key
    assert (sheet(workspace, key).days, sheet(workspace, key).line.zone) == (3, "Asia/Tokyo")
    other = DecisionEntry(
        kind=DecisionKind.APPROVAL, titles={"en": "Form"}, texts={"en": "It is approved at once."}
    )
    entering.change(workspace, decision_id=decision_id, entry=other)
    with workspace.read() as reader:
        assert reader.get(WrittenProcedure, key).texts == {"en": "It is approved at once."}
    written_procedures.circulate(workspace, procedure_id=key, at=MONDAY)
    changed = replace(other, texts={"en": "Something else."})
    with pytest.raises(Sealed, match="sent round"):
        entering.change(workspace, decision_id=decision_id, entry=changed)
    with pytest.raises(RuleBroken, match="sent round already"):
        opened(workspace, world, shorter, decision_id=decision_id)
