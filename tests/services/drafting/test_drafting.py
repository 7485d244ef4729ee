"""A new version is drafted as staff do it, and everything can be taken back step by step."""

from datetime import date
from uuid import UUID

import pytest

from app.domain.errors import Misfortune
from app.domain.provision_proposal import ProvisionProposal
from app.domain.rules import AmendmentKind, ProvisionKind
from app.services import history, rules
from app.services.drafting import (
    draft_numbers,
    draft_proposals,
    draft_sheets,
    draft_structure,
    draft_terms,
    draft_versions,
    draft_wording,
    readiness,
)
from app.services.drafting.draft_sheets import Change
from app.services.drafting.draft_structure import Where
from app.services.drafting.refusals import CannotStandThere, ChangedElsewhere, NotADraft, NotSettled
from app.store.workspace import Workspace
from app.texts.cross_references import Fate
from tests.builders import (
    FIRST_DAY,
    World,
    a_numbered_paragraph,
    adopt_rules,
    an_article,
    key_of,
    take_decision,
)
from tests.contents import contents_of

ARTICLES = (
    an_article(
        1, "“Project” means a project under {ref:art_3}.", ko="“사업”이란 제3조에 따른 것을 말한다."
    ),
    an_article(
        2,
        "See Article 3(2) and Article 4.",
        ko="제3조제2항 및 제4조를 본다.",
        mn="3 дугаар зүйлийн 2, 4 дүгээр зүйл.",
    ),
    an_article(3, "Rules.", a_numbered_paragraph(3, 1, "One."), a_numbered_paragraph(3, 2, "Two.")),
    an_article(
        4, "A Project ends under Article 6.2 of the Paris Agreement.", ja="第3条第2項による。"
    ),
)


@pytest.fixture
def document(workspace: Workspace, world: World) -> UUID:
    return adopt_rules(workspace, world.body, *ARTICLES)


@pytest.fixture
def version(workspace: Workspace, document: UUID) -> UUID:
    prospect = draft_versions.look_for_draft(workspace, document_id=document)
    assert (prospect.version_id, prospect.label, prospect.can_begin) == (None, "2.0", True)
    return key_of(draft_versions.begin(workspace, document_id=document, label=prospect.label))


def lines(workspace: Workspace, version: UUID) -> dict[str, tuple[str, Change]]:
    sheet = draft_sheets.read_draft(workspace, version_id=version)
    return {line.eid: (line.label, line.change) for line in sheet.lines}


def text(workspace: Workspace, version: UUID, eid: str, language: str = "en") -> str:
    sheet = draft_sheets.read_provision(workspace, version_id=version, eid=eid)
    return next(each.text for each in sheet.wordings if each.language == language)


def test_references_in_every_language_follow_when_articles_are_renumbered(
    workspace: Workspace, version: UUID
) -> None:
    draft_structure.insert(
        workspace,
        version_id=version,
        kind=ProvisionKind.ARTICLE,
        beside="art_1",
        texts={"en": "New."},
    )
    assert lines(workspace, version)["art_1_bis"] == ("Article 1 bis", Change.INSERTED)
    ahead = draft_numbers.look_ahead(workspace, version_id=version)
    assert (ahead.labels[0].was, ahead.labels[0].now) == ("Article 1 bis", "Article 2")
    assert {each.language for each in ahead.following} == {"en", "ko", "mn", "ja"}
    assert ahead.loose == ()
    before = contents_of(workspace.path)
    draft_numbers.renumber(workspace, version_id=version)
    assert text(workspace, version, "art_2") == "See Article 4(2) and Article 5."
    assert text(workspace, version, "art_2", "ko") == "제4조제2항 및 제5조를 본다."
    assert text(workspace, version, "art_2", "mn") == "4 дүгээр зүйлийн 2, 5 дугаар зүйл."
    assert text(workspace, version, "art_4", "ja") == "第4条第2項による。"
    assert "Article 6.2 of the Paris" in text(workspace, version, "art_4")
    assert lines(workspace, version)["art_3"] == ("Article 4", Change.RENUMBERED)
    sheet = draft_sheets.read_provision(workspace, version_id=version, eid="art_2")
    assert not any(each.is_stale for each in sheet.wordings)  # they follow together
    assert draft_numbers.find_references(workspace, version_id=version).following == ()
    history.undo(workspace)
    assert contents_of(workspace.path) == before


def test_what_is_moved_and_repealed_is_followed_or_listed(
    workspace: Workspace, version: UUID
) -> None:
    draft_structure.move(
        workspace, version_id=version, eids=["art_3__para_2"], where=Where.INSIDE, beside="art_4"
    )
    draft_numbers.renumber(workspace, version_id=version, eid="art_3__para_2", label="1.")
    assert text(workspace, version, "art_2") == "See Article 4(1) and Article 4."
    draft_structure.repeal(workspace, version_id=version, eids=["art_4"])
    told = draft_numbers.find_references(workspace, version_id=version).loose
    assert {(each.name, each.words, each.fate) for each in told if each.language == "en"} == {
        ("Article 2", "Article 4(1)", Fate.UNKNOWN),
        ("Article 2", "Article 4", Fate.GONE),
    }
    kept = lines(workspace, version)
    assert kept["art_4"] == ("Article 4", Change.REPEALED)
    draft_structure.restore(workspace, version_id=version, eid="art_4")
    assert lines(workspace, version)["art_4"][1] is Change.NONE


def test_a_text_changed_twice_is_one_amendment_and_the_version_before_stays(
    workspace: Workspace, world: World, document: UUID, version: UUID
) -> None:
    for words in ("Once.", "Twice."):
        draft_wording.reword(workspace, version_id=version, eid="art_3", language="en", text=words)
    draft_wording.reword(workspace, version_id=version, eid="art_3", language="ko", text="두 번.")
    with pytest.raises(ChangedElsewhere):
        draft_wording.reword(
            workspace, version_id=version, eid="art_3", language="en", text="No.", was="Once."
        )
    old = rules.read_version(workspace, document_id=document, number=1)
    assert next(row.text for row in old if row.eid == "art_3") == "Rules."
    decision = take_decision(workspace, world.body, "JWG-2/D1", taken_on=date(2026, 1, 1))
    rules.adopt_version(
        workspace, version_id=version, decision_id=decision, in_force_from=date(2026, 1, 1)
    )
    made = rules.list_amendments(workspace, document_id=document)
    assert [(row.eid, row.kind) for row in made] == [("art_3", AmendmentKind.REPLACE.value)]
    with pytest.raises(NotADraft):
        draft_wording.reword(workspace, version_id=version, eid="art_3", language="en", text="x")


def test_of_two_proposals_one_must_be_chosen_and_brackets_settled_before_adoption(
    workspace: Workspace, world: World, version: UUID
) -> None:
    for party, words in ((world.korea, "Thirty days."), (world.mongolia, "Fifteen days.")):
        draft = ProvisionProposal(
            version_id=version, provision_id=0, party_id=party, texts={"en": words}
        )
        last = key_of(draft_proposals.propose(workspace, draft, eid="art_3"))
    words = "Within [Republic of Korea: thirty] [Mongolia: fifteen] days."
    draft_wording.reword(workspace, version_id=version, eid="art_4", language="en", text=words)
    told = readiness.find_open_places(workspace, version_id=version)
    assert [each.sentence for each in told] == [
        "Article 3: 2 proposals wait for a choice",
        "Article 4 (English): an alternative in square brackets is open",
    ]
    decision = take_decision(workspace, world.body, "JWG-2/D1", taken_on=date(2026, 1, 1))
    with pytest.raises(NotSettled, match=r"Article 3: 2 proposals.*Article 4 \(English\)"):
        rules.adopt_version(
            workspace, version_id=version, decision_id=decision, in_force_from=FIRST_DAY
        )
    draft_proposals.choose_proposal(workspace, proposal_id=last)
    sheet = draft_sheets.read_provision(workspace, version_id=version, eid="art_3")
    assert [(each.who, each.status) for each in sheet.proposals] == [
        ("Republic of Korea", "not-chosen"),
        ("Mongolia", "chosen"),
    ]
    assert text(workspace, version, "art_3") == "Fifteen days."
    bracket = draft_sheets.read_provision(workspace, version_id=version, eid="art_4").wordings[0]
    assert [each.side for each in bracket.brackets[0].alternatives] == [
        "Republic of Korea",
        "Mongolia",
    ]
    draft_wording.settle_brackets(
        workspace,
        version_id=version,
        eid="art_4",
        language="en",
        place=0,
        chosen=0,
        sides=("Republic of Korea", "Mongolia"),
    )
    assert text(workspace, version, "art_4") == "Within thirty days."
    assert readiness.find_open_places(workspace, version_id=version) == ()


def test_a_proposal_needs_somebody_and_an_item_cannot_hold_an_article(
    workspace: Workspace, version: UUID
) -> None:
    nobody = ProvisionProposal(version_id=version, provision_id=0, texts={"en": "x"})
    with pytest.raises(Misfortune, match="which party or person"):
        draft_proposals.propose(workspace, nobody, eid="art_3")
    with pytest.raises(CannotStandThere, match=r"“Article 4” cannot stand in “Article 3\(1\)”"):
        draft_structure.move(
            workspace,
            version_id=version,
            eids=["art_4"],
            where=Where.INSIDE,
            beside="art_3__para_1",
        )


def test_defined_terms_are_looked_up_where_they_are_used(
    workspace: Workspace, version: UUID
) -> None:
    (project,) = draft_terms.find_terms(workspace, version_id=version)
    assert (project.term, project.defined_in.name if project.defined_in else "") == (
        "Project",
        "Article 1",
    )
    assert [place.name for place in project.uses] == ["Article 4"]
    (korean,) = draft_terms.find_terms(workspace, version_id=version, language="ko")
    assert korean.uses == ()  # defined and not used


def test_many_insertions_at_one_place_find_room_and_are_undone_one_by_one(
    workspace: Workspace, version: UUID
) -> None:
    before = contents_of(workspace.path)
    made = 45
    for _ in range(made):
        draft_structure.insert(
            workspace,
            version_id=version,
            kind=ProvisionKind.ARTICLE,
            where=Where.BEFORE,
            beside="art_2",
            label="Article 1 bis",
        )
    sheet = draft_sheets.read_draft(workspace, version_id=version)
    assert sheet.lines[0].eid == "art_1"
    assert sum(line.change is Change.INSERTED for line in sheet.lines) == made
    for _ in range(made):
        history.undo(workspace)
    assert contents_of(workspace.path) == before
