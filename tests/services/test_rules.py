from datetime import date, timedelta
from uuid import UUID

import pytest

from app.domain.decision import TextStatus
from app.domain.errors import Misfortune, NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.provenance import Provenance
from app.domain.rules import ProvisionKind, ProvisionText, RuleVersion
from app.domain.seal import Seal
from app.domain.sealing import SealedText, merkle_root, text_hash
from app.services import decisions, rules
from app.services.rules import DraftPending, NotYetDecided
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, DoubleProvision, ProvisionChange, ProvisionDraft
from tests.builders import (
    AUTHENTIC_ENGLISH,
    FIRST_DAY,
    World,
    a_decision,
    a_numbered_paragraph,
    a_rule_document,
    adopt_changes,
    adopt_rules,
    an_article,
    key_of,
    take_decision,
)
from tests.services.conftest import Unchanged

SECOND_DAY = date(2026, 1, 1)
REPLACE_TWO = ProvisionChange(ChangeKind.REPLACE, "art_2", texts={"en": "New text."})


@pytest.fixture
def document(workspace: Workspace, world: World) -> UUID:
    return key_of(rules.enter_document(workspace, a_rule_document(world.body)))


def draft(workspace: Workspace, document_id: UUID, *provisions: ProvisionDraft) -> UUID:
    change = rules.draft_version(
        workspace,
        document_id=document_id,
        label="1.0",
        provisions=provisions,
        statuses=AUTHENTIC_ENGLISH,
    )
    return key_of(change)


def words(
    workspace: Workspace, document_id: UUID, number: int, language: str = "en"
) -> dict[str, str]:
    rows = rules.read_version(workspace, document_id=document_id, number=number, language=language)
    return {row.eid: row.text for row in rows}


def test_a_document_without_versions_has_no_text(workspace: Workspace, document: UUID) -> None:
    assert rules.find_by_code(workspace, code="JWG-RULES") == document
    assert rules.find_by_code(workspace, code="?") is None
    assert rules.list_versions(workspace, document_id=document) == ()
    assert rules.read_in_force(workspace, document_id=document, on=FIRST_DAY) == ()
    (row,) = rules.list_documents(workspace)
    assert (row.code, row.latest, row.provenance) == ("JWG-RULES", "", Provenance.ORIGINAL)


def test_documents_of_one_body_are_listed_apart(
    workspace: Workspace, world: World, document: UUID
) -> None:
    rules.enter_document(workspace, a_rule_document(None, code="OTHER"))
    assert [row.code for row in rules.list_documents(workspace)] == ["JWG-RULES", "OTHER"]
    of_body = rules.list_documents(workspace, body_id=world.body)
    assert [row.id for row in of_body] == [document]


def test_a_text_is_read_in_its_order_with_its_levels(workspace: Workspace, document: UUID) -> None:
    chapter = ProvisionDraft(
        eid="chp_1",
        kind=ProvisionKind.CHAPTER,
        label="Chapter I",
        headings={"en": "General"},
        children=(
            an_article(1),
            an_article(2, "", a_numbered_paragraph(2, 1), a_numbered_paragraph(2, 2)),
        ),
    )
    draft(workspace, document, chapter, an_article(3))
    rows = rules.read_version(workspace, document_id=document, number=1)
    assert [(row.eid, row.parent_eid, row.depth, row.label) for row in rows] == [
        ("chp_1", None, 0, "Chapter I"),
        ("art_1", "chp_1", 1, "Article 1"),
        ("art_2", "chp_1", 1, "Article 2"),
        ("art_2__para_1", "art_2", 2, "1."),
        ("art_2__para_2", "art_2", 2, "2."),
        ("art_3", None, 0, "Article 3"),
    ]
    assert [row.kind for row in rows[:2]] == ["chapter", "article"]
    assert rows[1].sha256 == text_hash("Text of article 1.")
    assert rows[1].status == "authentic"


def test_a_language_that_is_missing_is_read_in_english(
    workspace: Workspace, document: UUID
) -> None:
    draft(workspace, document, an_article(1, "One.", ko="하나."), an_article(2, "Two."))
    rows = rules.read_version(workspace, document_id=document, number=1, language="ko")
    assert [(row.text, row.language) for row in rows] == [("하나.", "ko"), ("Two.", "en")]


def test_a_text_that_is_in_neither_language_is_read_in_the_one_it_has(
    workspace: Workspace, document: UUID
) -> None:
    only_japanese = ProvisionDraft(
        eid="art_1",
        kind=ProvisionKind.ARTICLE,
        headings={"ja": "目的"},
        texts={"ja": "目的を定める。"},
    )
    draft(workspace, document, only_japanese, an_article(2, "Two."))
    rows = rules.read_version(workspace, document_id=document, number=1, language="mn")
    assert [(row.text, row.heading, row.language) for row in rows] == [
        ("目的を定める。", "目的", "ja"),
        ("Two.", "Heading 2", "en"),
    ]


def test_a_provision_without_words_of_its_own_holds_its_paragraphs_together(
    workspace: Workspace, document: UUID
) -> None:
    bare = ProvisionDraft(
        eid="art_1",
        kind=ProvisionKind.ARTICLE,
        label="Article 1",
        children=(a_numbered_paragraph(1, 1), a_numbered_paragraph(1, 2)),
    )
    draft(workspace, document, bare)
    rows = rules.read_version(workspace, document_id=document, number=1)
    assert [(row.eid, row.label, row.text, row.language) for row in rows] == [
        ("art_1", "Article 1", "", ""),
        ("art_1__para_1", "1.", "Text of paragraph 1(1).", "en"),
        ("art_1__para_2", "2.", "Text of paragraph 1(2).", "en"),
    ]


def test_translations_note_which_text_they_translate(workspace: Workspace, document: UUID) -> None:
    draft(workspace, document, an_article(1, "One.", ko="하나.", mn="Нэг."))
    with workspace.read() as reader:
        texts = {text.language: text for text in reader.find(ProvisionText)}
    assert texts["en"].source_sha256 is None
    assert texts["ko"].source_sha256 == texts["mn"].source_sha256 == text_hash("One.")
    assert (texts["en"].status, texts["ko"].status) == (TextStatus.AUTHENTIC, TextStatus.WORKING)


def test_a_text_with_one_identity_twice_is_refused(
    workspace: Workspace, document: UUID, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(DoubleProvision, match="“art_1” twice"):
        draft(workspace, document, an_article(1), an_article(1))


def test_a_second_draft_is_refused_while_one_is_open(
    workspace: Workspace, document: UUID, unchanged: Unchanged
) -> None:
    draft(workspace, document, an_article(1))
    with unchanged(), pytest.raises(DraftPending, match="The draft “1\\.0” of these") as caught:
        draft(workspace, document, an_article(2))
    assert caught.value.remedy == "Adopt or withdraw it first."
    with unchanged(), pytest.raises(DraftPending):
        rules.draft_changes(
            workspace,
            document_id=document,
            label="2.0",
            changes=(REPLACE_TWO,),
            statuses=AUTHENTIC_ENGLISH,
        )


def test_a_standing_text_is_changed_and_never_drafted_from_nothing_again(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1))
    with unchanged(), pytest.raises(Misfortune, match="have a text already"):
        draft(workspace, document_id, an_article(7))


def test_a_draft_is_not_in_force(workspace: Workspace, document: UUID) -> None:
    draft(workspace, document, an_article(1))
    assert rules.read_in_force(workspace, document_id=document, on=date(2030, 1, 1)) == ()


def test_a_version_is_adopted_by_a_decision_with_day_and_seal(
    workspace: Workspace, world: World, document: UUID
) -> None:
    version_id = draft(workspace, document, an_article(1, "One.", ko="하나."), an_article(2))
    decision_id = take_decision(workspace, world.body, "JWG-1/D1")
    change = rules.adopt_version(
        workspace, version_id=version_id, decision_id=decision_id, in_force_from=SECOND_DAY
    )
    assert change.subject == version_id
    (row,) = rules.list_versions(workspace, document_id=document)
    assert (row.status, row.decision, row.adopted_on) == ("adopted", "JWG-1/D1", FIRST_DAY)
    assert (row.in_force_from, row.in_force_to) == (SECOND_DAY, None)
    sealed = SealedText("JWG-RULES", 1, "art_1", "en", "Article 1", "Heading 1", "One.")
    leaves = [
        sealed,
        SealedText("JWG-RULES", 1, "art_1", "ko", "Article 1", "", "하나."),
        SealedText("JWG-RULES", 1, "art_2", "en", "Article 2", "Heading 2", "Text of article 2."),
    ]
    assert row.content_root == merkle_root([leaf.canonical() for leaf in leaves])
    with workspace.read() as reader:
        (link,) = reader.find(Seal)
    assert (link.kind, link.reference, link.root, link.at) == (
        "rule_version",
        "JWG-RULES/1",
        row.content_root,
        workspace.clock.now(),
    )


def test_rules_are_not_adopted_by_a_decision_that_is_not_taken(
    workspace: Workspace, world: World, document: UUID, unchanged: Unchanged
) -> None:
    version_id = draft(workspace, document, an_article(1))
    undecided = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    with unchanged(), pytest.raises(NotYetDecided, match="Decision Draft A is not adopted"):
        rules.adopt_version(
            workspace, version_id=version_id, decision_id=undecided, in_force_from=SECOND_DAY
        )
    nameless = key_of(
        decisions.draft_decision(workspace, a_decision(world.body, temporary_symbol=""))
    )
    with unchanged(), pytest.raises(NotYetDecided, match="Decision without a number"):
        rules.adopt_version(
            workspace, version_id=version_id, decision_id=nameless, in_force_from=SECOND_DAY
        )


def test_adopting_a_version_twice_is_refused(
    workspace: Workspace, world: World, document: UUID, unchanged: Unchanged
) -> None:
    version_id = draft(workspace, document, an_article(1))
    decision_id = take_decision(workspace, world.body)
    rules.adopt_version(
        workspace, version_id=version_id, decision_id=decision_id, in_force_from=SECOND_DAY
    )
    with unchanged(), pytest.raises(UnlawfulTransition, match="“adopted” cannot become “adopted”"):
        rules.adopt_version(
            workspace, version_id=version_id, decision_id=decision_id, in_force_from=SECOND_DAY
        )


def test_a_superseded_version_cannot_be_adopted_again(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1), an_article(2))
    adopt_changes(workspace, world.body, document_id, REPLACE_TWO)
    first = rules.list_versions(workspace, document_id=document_id)[0]
    decision_id = take_decision(workspace, world.body, "JWG-3/D1")
    with unchanged(), pytest.raises(UnlawfulTransition, match="“superseded” cannot become"):
        rules.adopt_version(
            workspace, version_id=first.id, decision_id=decision_id, in_force_from=SECOND_DAY
        )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FIRST_DAY - timedelta(days=1), None),
        (FIRST_DAY, "Text of article 2."),
        (SECOND_DAY - timedelta(days=1), "Text of article 2."),
        (SECOND_DAY, "New text."),
        (date(2099, 12, 31), "New text."),
    ],
)
def test_the_text_in_force_changes_on_the_very_day(
    workspace: Workspace, world: World, day: date, expected: str | None
) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1), an_article(2))
    adopt_changes(workspace, world.body, document_id, REPLACE_TWO, in_force_from=SECOND_DAY)
    rows = rules.read_in_force(workspace, document_id=document_id, on=day)
    texts = {row.eid: row.text for row in rows}
    assert texts.get("art_2") == expected


def test_the_version_before_ends_with_the_day_on_which_the_next_begins(
    workspace: Workspace, world: World
) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1), an_article(2))
    adopt_changes(workspace, world.body, document_id, REPLACE_TWO, in_force_from=SECOND_DAY)
    first, second = rules.list_versions(workspace, document_id=document_id)
    assert (first.status, first.in_force_to) == ("superseded", SECOND_DAY)
    assert (second.status, second.in_force_from, second.in_force_to) == (
        "adopted",
        SECOND_DAY,
        None,
    )
    assert second.content_root != first.content_root


def test_a_version_cannot_take_effect_before_the_one_it_supersedes(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1), an_article(2))
    version = rules.draft_changes(
        workspace,
        document_id=document_id,
        label="2.0",
        changes=(REPLACE_TWO,),
        statuses=AUTHENTIC_ENGLISH,
    )
    decision_id = take_decision(workspace, world.body, "JWG-2/D1")
    with unchanged(), pytest.raises(RuleBroken, match="cannot cease before it takes effect"):
        rules.adopt_version(
            workspace,
            version_id=key_of(version),
            decision_id=decision_id,
            in_force_from=FIRST_DAY - timedelta(days=1),
        )


def test_every_seal_takes_up_the_last_one(workspace: Workspace, world: World) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1), an_article(2))
    adopt_rules(workspace, world.body, an_article(1), code="FORMS")
    adopt_changes(workspace, world.body, document_id, REPLACE_TWO)
    with workspace.read() as reader:
        links = sorted(reader.find(Seal), key=lambda link: link.seq or 0)
    assert [link.reference for link in links] == ["JWG-RULES/1", "FORMS/1", "JWG-RULES/2"]
    assert [link.prev for link in links] == [None, links[0].hash, links[1].hash]


def test_an_adopted_version_whose_text_is_not_public_is_recorded_without_it(
    workspace: Workspace, world: World, document: UUID
) -> None:
    decision_id = take_decision(workspace, world.body, "JWG-1/D1")
    told = RuleVersion(
        document_id=document,
        number=9,
        status="adopted",
        decision_id=decision_id,
        adopted_on=FIRST_DAY,
        text_held=True,
        in_force_from=FIRST_DAY,
    )
    rules.record_version_without_text(workspace, told)
    (row,) = rules.list_versions(workspace, document_id=document)
    assert (row.number, row.text_held, row.content_root) == (1, False, "")
    assert words(workspace, document, 1) == {}


def test_a_first_text_may_follow_a_version_without_one(
    workspace: Workspace, world: World, document: UUID
) -> None:
    told = RuleVersion(
        document_id=document, number=1, status="adopted", adopted_on=FIRST_DAY, text_held=False
    )
    rules.record_version_without_text(workspace, told)
    draft(workspace, document, an_article(1, "One."))
    assert words(workspace, document, 1) == {}
    assert words(workspace, document, 2) == {"art_1": "One."}


def test_an_adopted_version_needs_its_day(
    workspace: Workspace, document: UUID, unchanged: Unchanged
) -> None:
    told = RuleVersion(document_id=document, number=1, status="adopted", text_held=False)
    with unchanged(), pytest.raises(RuleBroken, match="needs the day of its adoption"):
        rules.record_version_without_text(workspace, told)


def test_a_withdrawn_draft_makes_room_for_another_and_changes_nothing(
    workspace: Workspace, world: World
) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1), an_article(2, "Two."))
    before = words(workspace, document_id, 1)
    change = rules.draft_changes(
        workspace,
        document_id=document_id,
        label="2.0",
        changes=(
            REPLACE_TWO,
            ProvisionChange(ChangeKind.REPEAL, "art_1"),
            ProvisionChange(ChangeKind.INSERT, "art_9", after="art_2", provision=an_article(9)),
        ),
        statuses=AUTHENTIC_ENGLISH,
    )
    assert words(workspace, document_id, 2) != before
    rules.withdraw_draft(workspace, version_id=key_of(change))
    assert words(workspace, document_id, 1) == before
    adopt_changes(
        workspace,
        world.body,
        document_id,
        ProvisionChange(ChangeKind.RENUMBER, "art_2", label="Article 3"),
    )
    assert words(workspace, document_id, 3) == before
    statuses = [row.status for row in rules.list_versions(workspace, document_id=document_id)]
    assert statuses == ["superseded", "withdrawn", "adopted"]


def test_a_first_draft_that_is_withdrawn_leaves_no_text(
    workspace: Workspace, document: UUID
) -> None:
    version_id = draft(workspace, document, an_article(1))
    rules.withdraw_draft(workspace, version_id=version_id)
    draft(workspace, document, an_article(1, "Anew."))
    assert words(workspace, document, 2) == {"art_1": "Anew."}


def test_an_adopted_version_cannot_be_withdrawn(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1))
    (row,) = rules.list_versions(workspace, document_id=document_id)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“adopted” cannot become"):
        rules.withdraw_draft(workspace, version_id=row.id)


def test_what_is_not_there_is_refused(
    workspace: Workspace, world: World, document: UUID, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no rule document"):
        draft(workspace, new_id(), an_article(1))
    with unchanged(), pytest.raises(NotFound, match="There is no rule version"):
        rules.adopt_version(
            workspace, version_id=new_id(), decision_id=new_id(), in_force_from=FIRST_DAY
        )
    version_id = draft(workspace, document, an_article(1))
    with unchanged(), pytest.raises(NotFound, match="There is no decision"):
        rules.adopt_version(
            workspace, version_id=version_id, decision_id=new_id(), in_force_from=FIRST_DAY
        )
    assert rules.list_amendments(workspace, document_id=document) == ()
    assert world.body
