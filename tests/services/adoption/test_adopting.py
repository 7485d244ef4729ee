from datetime import date, timedelta
from uuid import UUID

import pytest

from app.domain.decision import Channel, Decision, TextStatus
from app.domain.errors import Misfortune, RuleBroken, Sealed
from app.domain.rules import Amendment, ProvisionText, RuleVersion, VersionStatus
from app.domain.seal import Seal
from app.services import amendments, decisions, rule_imports, rules, seals
from app.services.adoption import adopting, changes, originals, sheets
from app.services.adoption.adopting import Adoption, NewDecision
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange
from tests.builders import (
    AUTHENTIC_ENGLISH,
    FIRST_DAY,
    World,
    a_decision,
    a_numbered_paragraph,
    adopt_rules,
    an_article,
    key_of,
    take_decision,
)
from tests.services.conftest import Unchanged

BEGINS = date(2026, 1, 1)
CHANGES = (
    ProvisionChange(ChangeKind.REPLACE, "art_1__para_2", texts={"en": "Twice a year."}),
    ProvisionChange(
        ChangeKind.INSERT, "art_9", after="art_1", provision=an_article(9, "Inserted.")
    ),
    ProvisionChange(ChangeKind.RENUMBER, "art_2", label="Article 3"),
)


@pytest.fixture
def document(workspace: Workspace, world: World) -> UUID:
    first = an_article(1, "", a_numbered_paragraph(1, 1), a_numbered_paragraph(1, 2))
    return adopt_rules(workspace, world.body, first, an_article(2))


@pytest.fixture
def draft(workspace: Workspace, document: UUID) -> UUID:
    made = rules.draft_changes(
        workspace,
        document_id=document,
        label="2.0",
        changes=CHANGES,
        statuses=AUTHENTIC_ENGLISH,
    )
    return key_of(made)


def an_adoption(draft: UUID, **told: object) -> Adoption:
    given: dict[str, object] = {"version_id": draft, "label": "ver02.0", "in_force_from": BEGINS}
    return Adoption(**(given | told))  # type: ignore[arg-type]


def test_a_draft_is_adopted_by_a_decision_that_is_taken_with_it(
    workspace: Workspace, world: World, document: UUID, draft: UUID
) -> None:
    new = NewDecision(
        symbol="JWG-1/D9", taken_on=FIRST_DAY, meeting_id=world.meeting, titles={"en": "Rules"}
    )
    adoption = an_adoption(
        draft,
        new_decision=new,
        published_on=date(2026, 2, 1),
        is_provisional=True,
        ad_referendum=True,
        applies_to={"en": "new projects only"},
        change_notes={"en": "Article 1(2) reworded."},
    )
    adopting.adopt(workspace, adoption)
    first, second = rules.list_versions(workspace, document_id=document)
    assert (second.label, second.status, second.decision) == ("ver02.0", "adopted", "JWG-1/D9")
    assert (second.adopted_on, second.in_force_from, second.published_on) == (
        FIRST_DAY,
        BEGINS,
        date(2026, 2, 1),
    )
    assert (second.is_provisional, second.ad_referendum) == (True, True)
    assert (second.applies_to, second.change_note) == (
        "new projects only",
        "Article 1(2) reworded.",
    )
    assert (first.status, first.in_force_to) == ("superseded", BEGINS)
    assert seals.find_broken(workspace) == ()
    done = [(row.eid, row.kind) for row in rules.list_amendments(workspace, document_id=document)]
    assert done == [("art_1__para_2", "replace"), ("art_2", "renumber"), ("art_9", "insert")]


def test_an_electronic_decision_belongs_to_no_meeting(workspace: Workspace, draft: UUID) -> None:
    new = NewDecision(symbol="E/1", taken_on=FIRST_DAY)
    adopting.adopt(workspace, an_adoption(draft, new_decision=new))
    with workspace.read() as reader:
        decision = reader.first(Decision, symbol="E/1")
    assert decision is not None
    assert (decision.channel, decision.meeting_id) == (Channel.ELECTRONIC, None)


def test_the_version_before_may_stay_for_old_cases(
    workspace: Workspace, world: World, document: UUID, draft: UUID
) -> None:
    adoption = an_adoption(
        draft,
        decision_id=take_decision(workspace, world.body),
        keeps_earlier=True,
        earlier_applies_to={"en": "existing projects only"},
    )
    adopting.adopt(workspace, adoption)
    first, second = rules.list_versions(workspace, document_id=document)
    assert (first.status, first.in_force_to) == ("adopted", None)
    assert first.applies_to == "existing projects only"
    read = rules.read_in_force(workspace, document_id=document, on=BEGINS)
    assert "Twice a year." in {row.text for row in read}
    assert second.status == "adopted"


def refused(workspace: Workspace, adoption: Adoption) -> str:
    with pytest.raises(Misfortune) as caught:
        adopting.adopt(workspace, adoption)
    assert caught.value.sentence.endswith(".")
    return caught.value.field


def test_what_is_not_lawful_is_refused_beside_its_field_and_changes_nothing(
    workspace: Workspace, world: World, draft: UUID, unchanged: Unchanged
) -> None:
    taken = take_decision(workspace, world.body, "JWG-1/D5")
    untaken = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    tomorrow = workspace.today() + timedelta(days=1)
    in_meeting = NewDecision(symbol="X", taken_on=BEGINS, meeting_id=world.meeting)
    cases: dict[str, dict[str, object]] = {
        "label": {"label": " ", "decision_id": taken},
        "decision_id": {"decision_id": untaken},
        "in_force_from": {"decision_id": taken, "in_force_from": FIRST_DAY - timedelta(days=1)},
        "published_on": {"decision_id": taken, "published_on": FIRST_DAY - timedelta(days=1)},
        "symbol": {"new_decision": NewDecision(symbol=" ", taken_on=FIRST_DAY)},
        "taken_on": {"new_decision": NewDecision(symbol="X", taken_on=tomorrow)},
    }
    with unchanged():
        for field, told in cases.items():
            assert refused(workspace, an_adoption(draft, **told)) == field
        assert refused(workspace, an_adoption(draft)) == "decision_id"
        assert refused(workspace, an_adoption(draft, new_decision=in_meeting)) == "taken_on"
        assert refused(workspace, an_adoption(draft, decision_id=taken, in_force_from=None)) == (
            "in_force_from"
        )
        taken_number = NewDecision(symbol="JWG-1/D5", taken_on=FIRST_DAY)
        with pytest.raises(RuleBroken):
            adopting.adopt(workspace, an_adoption(draft, new_decision=taken_number))


def test_a_note_is_drafted_from_what_differs_and_what_a_note_leaves_out_is_listed(
    workspace: Workspace, draft: UUID
) -> None:
    sheet = sheets.look_at(workspace, version_id=draft)
    assert sheet.drafted["en"] == (
        "Inserted: Article 9. Reworded: Article 1(2). Renumbered: Article 3 (was Article 2)."
    )
    assert sheets.undeclared(sheet, sheet.drafted) == ()
    left_out = sheets.undeclared(sheet, {"en": "Article 9 was inserted."})
    assert [(one.eid, one.name) for one in left_out] == [("art_1__para_2", "Article 1(2)")]
    assert len(sheets.undeclared(sheet, {})) == 2
    assert (sheet.standing, sheet.label, sheet.obstacles) == ("1.0", "2.0", ())


def test_the_first_text_changes_nothing(workspace: Workspace, document: UUID) -> None:
    with workspace.read() as reader:
        version = reader.first(RuleVersion, document_id=document, number=1)
    assert version is not None
    assert changes.compute(workspace, version_id=version.id).changes == ()


def test_what_changed_is_recorded_even_if_it_is_not_known_who_decided_it(
    workspace: Workspace, document: UUID, draft: UUID
) -> None:
    with workspace.write("Record") as work:
        amendments.record(work, version=work.get(RuleVersion, draft), decision_id=None)
        work.commit()
    rows = rules.list_amendments(workspace, document_id=document)
    assert {row.decision for row in rows} == {""}
    with workspace.read() as reader:
        assert len(reader.find(Amendment, decision_id=None)) == len(rows) == 3


def add_korean(workspace: Workspace, document: UUID, *, whole: bool) -> None:
    with workspace.write("Add translation") as work:
        texts = work.find(ProvisionText, language="en")
        for text in texts if whole else texts[:1]:
            work.add(
                ProvisionText(
                    revision_id=text.revision_id,
                    language="ko",
                    status=TextStatus.OFFICIAL,
                    text="본문",
                )
            )
        work.commit()


def test_a_further_language_becomes_authentic_with_a_seal_of_its_own(
    workspace: Workspace, document: UUID
) -> None:
    (version,) = rules.list_versions(workspace, document_id=document)
    add_korean(workspace, document, whole=True)
    originals.declare_authentic(workspace, version_id=version.id, language="ko")
    (after,) = rules.list_versions(workspace, document_id=document)
    assert after.content_root == version.content_root
    assert seals.find_broken(workspace) == ()
    with workspace._writing.begin() as connection:
        connection.exec_driver_sql("UPDATE provision_text SET text = '본문 ' WHERE language = 'ko'")
    assert [found.detail for found in seals.find_broken(workspace)] == ["JWG-RULES/1/ko"]


def test_a_language_is_not_made_authentic_without_a_seal_or_in_part(
    workspace: Workspace, document: UUID
) -> None:
    (version,) = rules.list_versions(workspace, document_id=document)
    add_korean(workspace, document, whole=False)
    with pytest.raises(Misfortune, match="must be whole"):
        originals.declare_authentic(workspace, version_id=version.id, language="ko")
    with pytest.raises(Misfortune, match="no text of this version"):
        originals.declare_authentic(workspace, version_id=version.id, language="ja")
    with workspace.write("Promote") as work:
        korean = work.first(ProvisionText, language="ko")
        assert korean is not None
        korean.status = TextStatus.AUTHENTIC
        with pytest.raises(Sealed):
            work.commit()
    assert version.status == VersionStatus.ADOPTED.value


def test_what_is_not_agreed_yet_must_be_settled_first(
    workspace: Workspace, world: World, draft: UUID, document: UUID
) -> None:
    with workspace.write("Bracket") as work:
        text = work.first(ProvisionText, text="Twice a year.")
        assert text is not None
        text.text = "[Twice][Once] a year."
        work.commit()
    sheet = sheets.look_at(workspace, version_id=draft)
    assert [(one.eid, "Article 1(2)" in one.sentence) for one in sheet.obstacles] == [
        ("art_1__para_2", True)
    ]
    adoption = an_adoption(draft, decision_id=take_decision(workspace, world.body))
    assert refused(workspace, adoption) == ""
    assert len(rules.list_amendments(workspace, document_id=document)) == 0


def test_an_authentic_language_brought_in_beside_a_sealed_text_is_sealed_beside_it(
    workspace: Workspace, document: UUID
) -> None:
    (version,) = rules.list_versions(workspace, document_id=document)
    preview = rule_imports.look_into(
        "제1조 목적\n1. 하나.\n2. 둘.\n제2조 회의\n본문.\n", language="ko"
    )
    taking = rule_imports.Taking(
        source=preview.source,
        rows=preview.rows,
        language="ko",
        document_id=document,
        beside=1,
        status=TextStatus.AUTHENTIC,
    )
    rule_imports.take_over(workspace, taking)
    korean = rules.read_version(workspace, document_id=document, number=1, language="ko")
    assert {row.status for row in korean if row.language == "ko"} == {"authentic"}
    (after,) = rules.list_versions(workspace, document_id=document)
    assert after.content_root == version.content_root
    with workspace.read() as reader:
        references = [seal.reference for seal in reader.find(Seal)]
    assert references[-1] == "JWG-RULES/1/ko"
    assert seals.find_broken(workspace) == ()
