"""What is on record about rules beside their words."""

from datetime import date
from pathlib import Path
from uuid import UUID

import docx
import pytest

from app.domain.decision import Decision, TextStatus
from app.domain.errors import Misfortune, NotFound
from app.domain.rules import Amendment, Provision, RuleDocument, RuleKind, RuleVersion
from app.services import bodies, decisions, rules
from app.services.rule_library import (
    counterpart_files,
    counterparts,
    document_sheets,
    finding,
    language_gaps,
    reliances,
    version_sheets,
)
from app.services.rule_library.document_sheets import RuleSheet
from app.services.rule_library.version_sheets import VersionSheet
from app.store.workspace import Workspace
from app.texts.counterparts import Likeness
from app.texts.language_agreement import Disagreement
from app.texts.provision_draft import ChangeKind, ProvisionChange, ProvisionDraft
from tests.builders import (
    FIRST_DAY,
    World,
    a_body,
    a_numbered_paragraph,
    a_rule_document,
    adopt_changes,
    adopt_rules,
    an_article,
    key_of,
    take_decision,
)

BOTH = {"en": TextStatus.AUTHENTIC, "ko": TextStatus.OFFICIAL}


@pytest.fixture
def document(workspace: Workspace, world: World) -> UUID:
    one = an_article(
        1, "Notice is given 30 days before, see {ref:art_2}.", ko="45일 전에 통지한다."
    )
    two = an_article(2, "It costs USD 500.", a_numbered_paragraph(2, 1), ko="비용은 500달러이다.")
    return adopt_rules(workspace, world.body, one, two, an_article(3), statuses=BOTH)


def refused(field: str, match: str = ".") -> "pytest.RaisesExc[Misfortune]":
    return pytest.raises(Misfortune, match=match, check=lambda problem: problem.field == field)


# documents


def test_rules_are_entered_below_a_set_and_a_form_below_them(
    workspace: Workspace, world: World
) -> None:
    top = key_of(
        document_sheets.enter(
            workspace, body_id=world.body, sheet=RuleSheet(code="SET", titles={"en": "All rules"})
        )
    )
    sheet = RuleSheet(
        code="FORM-1",
        titles={"en": "Proposal form"},
        kind=RuleKind.FORM,
        parent_id=top,
        scope_notes={"en": "existing projects only"},
    )
    form = key_of(document_sheets.enter(workspace, body_id=world.body, sheet=sheet))
    row = next(row for row in rules.list_documents(workspace) if row.id == form)
    assert (row.parent_id, row.kind, row.scope_note) == (top, "form", "existing projects only")
    shown = document_sheets.show(workspace, body_id=None, document_id=top)
    assert form not in {each.id for each in shown.parents}
    with refused("parent_id"):
        document_sheets.change(
            workspace,
            document_id=top,
            sheet=RuleSheet(code="SET", titles={"en": "All"}, parent_id=form),
        )
    for sheet, field in (
        (RuleSheet(titles={"en": "A"}), "code"),
        (RuleSheet(code="A", titles={"en": " "}), "titles"),
    ):
        with refused(field):
            document_sheets.enter(workspace, body_id=world.body, sheet=sheet)


def test_the_short_name_of_sealed_rules_stays(workspace: Workspace, document: UUID) -> None:
    shown = document_sheets.show(workspace, body_id=None, document_id=document)
    assert shown.is_sealed
    sheet = RuleSheet(code="OTHER", titles={"en": "Other title"})
    with refused("code"):
        document_sheets.change(workspace, document_id=document, sheet=sheet)
    kept = RuleSheet(code="JWG-RULES", titles={"en": "Other title"})
    document_sheets.change(workspace, document_id=document, sheet=kept)
    with workspace.read() as reader:
        assert reader.get(RuleDocument, document).titles == {"en": "Other title"}


# versions


def test_a_version_whose_text_is_not_public_is_recorded_with_its_three_days(
    workspace: Workspace, world: World
) -> None:
    bare = key_of(rules.enter_document(workspace, a_rule_document(world.body)))
    days = {
        "adopted_on": FIRST_DAY,
        "in_force_from": date(2025, 7, 1),
        "published_on": date(2025, 6, 1),
    }
    sheet = VersionSheet(label="ver02.0", is_provisional=True, **days)
    version = key_of(version_sheets.record(workspace, document_id=bare, sheet=sheet))
    (row,) = rules.list_versions(workspace, document_id=bare)
    assert (row.label, row.text_held, row.is_provisional) == ("ver02.0", False, True)
    assert {name: getattr(row, name) for name in days} == days
    with refused("adopted_on"):
        version_sheets.record(workspace, document_id=bare, sheet=VersionSheet(label="3"))
    with refused("in_force_to"):
        ends = VersionSheet(label="1", in_force_to=FIRST_DAY, **days)
        version_sheets.change(workspace, version_id=version, sheet=ends)
    shown = version_sheets.show(workspace, document_id=bare, version_id=version)
    assert {"label", "in_force_from", "decision_id"} <= shown.editable


def test_of_a_sealed_version_only_what_the_seal_does_not_speak_of_is_changed(
    workspace: Workspace, document: UUID
) -> None:
    (row,) = rules.list_versions(workspace, document_id=document)
    shown = version_sheets.show(workspace, document_id=document, version_id=row.id)
    assert shown.editable == {"published_on", "applies_to", "is_provisional", "in_force_to"}
    sheet = VersionSheet(**{name: getattr(shown.sheet, name) for name in vars(shown.sheet)})
    later = VersionSheet(**(vars(sheet) | {"published_on": date(2026, 1, 2)}))
    version_sheets.change(workspace, version_id=row.id, sheet=later)
    (after,) = rules.list_versions(workspace, document_id=document)
    assert (after.published_on, after.content_root) == (date(2026, 1, 2), row.content_root)
    relabelled = VersionSheet(**(vars(later) | {"label": "9"}))
    with refused("label", match="part of what was adopted"):
        version_sheets.change(workspace, version_id=row.id, sheet=relabelled)


def test_a_decision_that_is_learned_later_is_recorded_with_each_change(
    workspace: Workspace, world: World, document: UUID
) -> None:
    change = ProvisionChange(ChangeKind.REPLACE, "art_3", texts={"en": "New."})
    version_id = adopt_changes(workspace, world.body, document, change)
    with workspace.write("Forget") as work:
        version = work.get(RuleVersion, version_id)
        version.decision_id = None
        for row in work.find(Amendment, version_id=version_id):
            row.decision_id = None
        work.commit()
    shown = version_sheets.show(workspace, document_id=document, version_id=version_id)
    assert "decision_id" in shown.editable
    wrong = take_decision(workspace, world.body, "X/1")
    with refused("decision_id", match="One of the two days"):
        sheet = VersionSheet(**(vars(shown.sheet) | {"decision_id": wrong}))
        version_sheets.change(workspace, version_id=version_id, sheet=sheet)
    right = take_decision(workspace, world.body, "X/2", taken_on=date(2026, 1, 1))
    sheet = VersionSheet(**(vars(shown.sheet) | {"decision_id": right}))
    version_sheets.change(workspace, version_id=version_id, sheet=sheet)
    touched = reliances.list_touched(workspace, decision_id=right)
    assert [(row.name, row.kind, row.version) for row in touched] == [("Article 3", "replace", 2)]


def test_the_consent_of_the_capitals_is_entered_after_a_decision_ad_referendum(
    workspace: Workspace, document: UUID
) -> None:
    (row,) = rules.list_versions(workspace, document_id=document)
    with workspace.write("Refer") as work:
        decision = work.get(Decision, row.decision_id)
        decision.ad_referendum = True
        work.commit()
    shown = version_sheets.show(workspace, document_id=document, version_id=row.id)
    sheet = VersionSheet(**(vars(shown.sheet) | {"confirmed_on": date(2025, 9, 1)}))
    version_sheets.change(workspace, version_id=row.id, sheet=sheet)
    (after,) = rules.list_versions(workspace, document_id=document)
    assert (after.ad_referendum, after.confirmed_on) == (True, date(2025, 9, 1))
    early = VersionSheet(**(vars(shown.sheet) | {"confirmed_on": date(2024, 1, 1)}))
    with refused("confirmed_on"):
        version_sheets.change(workspace, version_id=row.id, sheet=early)


# languages


def test_what_two_languages_say_otherwise_is_listed_with_its_place(
    workspace: Workspace, document: UUID
) -> None:
    gaps = language_gaps.compare(workspace, document_id=document, number=1, first="en", second="ko")
    assert [(gap.name, gap.kind, gap.language) for gap in gaps] == [
        ("Article 1", Disagreement.REFERENCES, "ko"),
        ("Article 1", Disagreement.NUMBERS, "ko"),
        ("Article 2", Disagreement.NUMBERS, "ko"),
        ("Article 2(1)", Disagreement.MISSING, "ko"),
        ("Article 3", Disagreement.MISSING, "ko"),
    ]
    assert (gaps[1].only_first, gaps[1].only_second) == (("1", "30"), ("45",))
    statuses = language_gaps.list_statuses(
        workspace, version_id=rules.list_versions(workspace, document_id=document)[0].id
    )
    assert [(row.language, row.status) for row in statuses] == [
        ("en", "authentic"),
        ("ko", "official"),
    ]


def test_a_translation_of_an_earlier_text_is_stale(
    workspace: Workspace, world: World, document: UUID
) -> None:
    change = ProvisionChange(ChangeKind.REPLACE, "art_2", texts={"en": "It costs USD 500 each."})
    adopt_changes(workspace, world.body, document, change, statuses=BOTH)
    gaps = language_gaps.compare(workspace, document_id=document, number=2, first="en", second="ko")
    assert ("art_2", Disagreement.STALE) in [(gap.eid, gap.kind) for gap in gaps]


# finding and relying


def test_words_are_found_in_the_rules_of_every_body_with_the_name_of_the_provision(
    workspace: Workspace, world: World, document: UUID
) -> None:
    found = finding.find(workspace, words="notice")
    (row,) = found.rows
    assert (row.label, row.eid, row.body) == ("Article 1", "art_1", "Joint Working Group")
    assert row.words == "Notice is given 30 days before, see Article 2."
    assert [row.words[start:end] for start, end in row.spans] == ["Notice"]
    change = ProvisionChange(ChangeKind.REPLACE, "art_1", texts={"en": "Nothing is told."})
    adopt_changes(workspace, world.body, document, change)
    assert finding.find(workspace, words="notice").rows == ()
    (old,) = finding.find(workspace, words="notice", all_versions=True).rows
    assert (old.number, old.version) == (1, "1.0")
    with workspace.read() as reader:
        provision = reader.first(Provision, eid="art_2")
    assert provision is not None
    place = finding.locate(workspace, kind="provision", key=provision.id or 0)
    assert (place.document_id, place.eid, place.body_id) == (document, "art_2", world.body)
    with pytest.raises(NotFound):
        finding.locate(workspace, kind="rule_document", key=world.body)


def test_decisions_that_rely_on_a_provision_are_linked_or_named_in_their_text(
    workspace: Workspace, world: World, document: UUID
) -> None:
    linked = take_decision(workspace, world.body, "D/2")
    for symbol, text in (
        ("D/3", "In accordance with Article 1, the project is listed."),
        ("D/4", "Under Article 1 of the Paris Agreement, nothing follows."),
    ):
        decision = take_decision(workspace, world.body, symbol)
        with workspace.write("Word") as work:
            work.add(
                decisions.DecisionText(decision_id=decision, language="ko", title="T", text=text)
            )
            work.commit()
    asked = {"document_id": document, "eid": "art_1"}
    change = reliances.link_decision(workspace, decision_id=linked, relation="applies", **asked)
    rows = reliances.list_relying_decisions(workspace, number=1, **asked)
    assert [(row.symbol, row.relation) for row in rows] == [("D/2", "applies"), ("D/3", "")]
    assert isinstance(change.subject, int)
    reliances.unlink_decision(workspace, link_id=change.subject)
    left = reliances.list_relying_decisions(workspace, number=1, **asked)
    assert [row.symbol for row in left] == ["D/3"]
    with pytest.raises(Misfortune, match="no provision “art_9”"):
        reliances.link_decision(workspace, decision_id=linked, document_id=document, eid="art_9")


# two bodies


@pytest.fixture
def other(workspace: Workspace, document: UUID) -> UUID:
    made = bodies.establish(workspace, a_body(code="OTHER", short_names={"en": "Other body"}))
    like = ProvisionDraft(
        eid="art_1",
        kind=an_article(1).kind,
        label="Article 1",
        headings={"en": "Heading 1"},
        texts={"en": "Notice is given 45 days before, see Annex I."},
    )
    return adopt_rules(
        workspace, key_of(made), an_article(7, "Unheard of elsewhere, quite."), like, code="O"
    )


def test_the_rules_of_two_bodies_are_aligned_by_what_they_say(
    workspace: Workspace, document: UUID, other: UUID, tmp_path: Path
) -> None:
    choices = counterparts.list_choices(workspace)
    assert [row.body for row in choices] == ["Joint Working Group", "Other body"]
    compared = counterparts.compare(workspace, left_id=document, right_id=other)
    pairs = [
        (row.likeness, row.left.label if row.left else "", row.right.label if row.right else "")
        for row in compared.rows
    ]
    assert (Likeness.ALIKE, "Article 1", "Article 1") in pairs
    assert (Likeness.ONLY_LEFT, "Article 3", "") in pairs
    assert (Likeness.ONLY_RIGHT, "", "Article 7") in pairs
    alike = next(row for row in compared.rows if row.likeness is Likeness.ALIKE)
    assert alike.left is not None
    assert "30" in {passage.words.strip() for passage in alike.left.text if passage.own}
    path = counterpart_files.save(workspace, compared, path=tmp_path / "compared.docx")
    (table,) = docx.Document(str(path)).tables
    assert len(table.rows) == len(compared.rows) + 1
    assert "Other body" in table.rows[0].cells[1].text


def test_rules_without_a_text_in_the_language_cannot_be_compared(
    workspace: Workspace, document: UUID, other: UUID
) -> None:
    with refused("right_id", match="holds no text"):
        counterparts.compare(workspace, left_id=document, right_id=other, language="ko")
