"""The first Joint Committee of Japan and Uzbekistan, entered as a body: every row has its place."""

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.clock import FixedClock
from app.domain.body import BodyKind
from app.domain.decision import Channel, DecisionKind, DecisionRelationKind, Method
from app.domain.decision_standing import Standing
from app.domain.meeting import MeetingMode, MeetingStatus
from app.domain.rules import RuleDocument, RuleKind, RuleVersion
from app.services import bodies, documents, meetings, parties, rules, written_procedures
from app.services.record_documents import compose_for_body
from app.services.register import (
    entering,
    exports,
    numbers,
    relations,
    sheets,
    silence,
    silence_rules,
    silence_sheets,
)
from app.services.register.entering import DecisionEntry
from app.store.workspace import Workspace
from tests.builders import a_body, a_meeting, a_party, a_rule_document, key_of

CORPUS = Path(os.environ["JWG_CORPUS"])
PAGE = (CORPUS / "jcm_jc-decisions_uzbekistan_1st_JC.txt").read_text("utf-8")
DAY = date(2025, 2, 26)
ROWS = re.findall(r"^(\d+(?:\.\d+)?)[:.]\s+(.+)$", PAGE, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def committee(tmp_path_factory):
    clock = FixedClock(datetime(2025, 6, 2, 12, 0, tzinfo=UTC))
    path = tmp_path_factory.mktemp("trial") / "Uzbekistan.jwg"
    with Workspace.create(path, clock=clock, actor="Bat") as workspace:
        yield workspace, enter(workspace)


def enter(workspace):
    sides = [
        key_of(parties.register(workspace, a_party(code=code, names={"en": name}, time_zone=zone)))
        for code, name, zone in (
            ("JP", "Japan", "Asia/Tokyo"),
            ("UZ", "Uzbekistan", "Asia/Tashkent"),
        )
    ]
    draft = a_body(
        code="JCM-UZ",
        kind=BodyKind.JOINT_COMMITTEE,
        names={"en": "Joint Committee of the Joint Crediting Mechanism, Uzbekistan"},
        short_names={"en": "JCM Uzbekistan"},
        decision_pattern="JC{ordinal}-D{number}",
    )
    body = key_of(bodies.establish(workspace, draft))
    for party in sides:
        bodies.seat_party(workspace, body_id=body, party_id=party)
    meeting = a_meeting(
        body,
        code="JC-1",
        titles={"en": "1st Joint Committee in Tashkent and Online"},
        mode=MeetingMode.HYBRID,
        places={"en": "Tashkent"},
        zone="Asia/Tashkent",
        starts_on=DAY,
        ends_on=DAY,
        status=MeetingStatus.CLOSED,
    )
    meeting_id = key_of(meetings.plan(workspace, meeting))
    decision = decide(workspace, body, meeting_id)
    enter_rules(workspace, body, decision)
    return body, sides, decision


def decide(workspace, body, meeting_id):
    entry = DecisionEntry(
        kind=DecisionKind.ADOPTION_OF_RULES,
        titles={"en": "Rules and Guidelines adopted at the meeting"},
        texts={"en": "\n".join(f"{number} {title}" for number, title in ROWS)},
        meeting_id=meeting_id,
    )
    key = key_of(entering.enter(workspace, body_id=body, entry=entry))
    symbol = numbers.propose(workspace, decision_id=key)
    entering.adopt(workspace, decision_id=key, symbol=symbol, taken_on=DAY)
    return key


def enter_rules(workspace, body, decision):
    parents = {}
    for number, title in ROWS:
        parent, _, form = number.partition(".")
        kind = RuleKind.FORM if form else kind_of(title)
        draft = a_rule_document(
            body,
            code=f"JCM_UZ_{number}",
            titles={"en": title},
            kind=kind,
            parent_id=parents.get(parent),
        )
        parents[number] = key_of(rules.enter_document(workspace, draft))
        version = RuleVersion(
            document_id=parents[number],
            number=1,
            status="effective",
            decision_id=decision,
            adopted_on=DAY,
            in_force_from=DAY,
        )
        rules.record_version_without_text(workspace, version)


def kind_of(title):
    if "Rules of Procedures" in title:
        return RuleKind.RULES_OF_PROCEDURE
    if "Rules of Implementation" in title:
        return RuleKind.RULES_OF_IMPLEMENTATION
    if "Procedure" in title:
        return RuleKind.PROCEDURE
    return RuleKind.GUIDELINES if "Guidelines" in title else RuleKind.OTHER


def test_the_page_tells_ten_documents_and_fifteen_forms():
    assert len([number for number, _ in ROWS if "." not in number]) == 10
    assert len([number for number, _ in ROWS if "." in number]) == 15


def test_every_row_is_a_document_with_the_version_that_the_decision_adopted(committee):
    workspace, (_body, _sides, decision) = committee
    shown = sheets.show(workspace, decision_id=decision)
    assert (shown.row.symbol, shown.row.meeting, shown.standing) == (
        "JC1-D1",
        "JC-1",
        Standing.IN_FORCE,
    )
    assert sorted(rule.title for rule in shown.rules) == sorted(title for _, title in ROWS)
    assert {rule.how for rule in shown.rules} == {"adopts"}
    with workspace.read() as reader:
        procedure = reader.first(RuleDocument, code="JCM_UZ_3")
        forms = reader.find(RuleDocument, parent_id=procedure.id)
    assert {form.kind for form in forms} == {RuleKind.FORM}
    assert len(forms) == 15


def test_the_register_prints_it_and_the_workbook_lists_it(committee, tmp_path):
    workspace, (body, _sides, _decision) = committee
    made = compose_for_body(workspace, body_id=body, kind=documents.DocumentKind.DECISION_REGISTER)
    assert made.document is not None
    path = exports.save_workbook(workspace, path=tmp_path / "UZ.xlsx", body_id=body)
    rows = load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)
    told = {row[0]: row for row in rows}["JC1-D1"]
    assert told[12].count("adopts") == 25


def test_an_electronic_decision_of_this_committee_carries_the_first_one_out(committee):
    workspace, (body, sides, first) = committee
    preset = next(each for each in silence_rules.list_presets() if each.key == "jcm").rule
    draft = silence.SilenceDraft(
        kind=DecisionKind.REGISTRATION,
        titles={"en": "Registration of a project"},
        texts={"en": "The project is registered."},
        rule=silence_rules.SilenceRule(
            days=preset.days, affirmation=preset.affirmation, zone="Asia/Tokyo"
        ),
    )
    key = key_of(silence.open_procedure(workspace, body_id=body, draft=draft))
    start = datetime(2025, 6, 2, 20, 0, tzinfo=UTC)  # already the third in Tokyo and Tashkent
    written_procedures.circulate(workspace, procedure_id=key, at=start)
    shown = silence_sheets.show(workspace, procedure_id=key)
    told = [(each.code, f"{each.local:%m-%d %H:%M}") for each in shown.capitals]
    assert told == [("JP", "06-14 00:00"), ("UZ", "06-13 20:00")]
    for side in sides:
        written_procedures.affirm(workspace, procedure_id=key, party_id=side, at=start)
    written_procedures.conclude(workspace, procedure_id=key, at=shown.line.deadline_at)
    symbol = numbers.propose(workspace, decision_id=shown.line.decision_id)
    silence.adopt(workspace, procedure_id=key, symbol=symbol, at=shown.line.deadline_at)
    relations.relate(
        workspace,
        decision_id=shown.line.decision_id,
        other_id=first,
        relation=DecisionRelationKind.IMPLEMENTS,
    )
    decision = sheets.show(workspace, decision_id=shown.line.decision_id)
    assert (decision.row.symbol, decision.row.channel, decision.method) == (
        "E1/2025",
        Channel.ELECTRONIC,
        Method.SILENCE,
    )
    assert [each.symbol for each in decision.related] == ["JC1-D1"]
