"""Drafts go round for comments, parts are left out, and every side's original is made at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.clock import FixedClock
from app.documents import pdf
from app.documents.kinds import DocumentKind as K
from app.documents.optional_sections import OptionalSection as S
from app.documents.pdf import NoLibreOffice
from app.documents.word.words import read_words
from app.domain.delegation import DelegateRole
from app.domain.issued import IssuedDocument
from app.domain.rules import RuleVersion
from app.services import checks, documents, issuing, pdf_files, previews, rules
from app.services.checks import CheckKey, Outcome
from app.services.disk import FileNotWritten
from app.services.issuing import NotReady, SignaturesOmitted, Wanted
from app.services.rule_documents import NoSecondLanguage, NotInForce
from app.store.workspace import Workspace
from tests.builders import World, adopt_rules, an_article, open_minutes, seat_person, take_decision
from tests.services.conftest import NOW, Unchanged


@pytest.fixture
def minutes(workspace: Workspace, world: World) -> Wanted:
    open_minutes(workspace, world.meeting, "The two sides met.")
    return Wanted(kind=K.AGREED_MINUTES, meeting_id=world.meeting, original_of=world.korea)


def settings_of(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read("word/settings.xml").decode()


def main_of(path: Path) -> str:
    with ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def issued(workspace: Workspace) -> list[IssuedDocument]:
    with workspace.read() as reader:
        return reader.find(IssuedDocument)


def says(path: Path) -> str:
    return " ".join(read_words(path.read_bytes(), name=path.name))


def test_a_draft_of_a_text_goes_round_for_comments_unless_it_is_said_otherwise(
    workspace: Workspace, minutes: Wanted, tmp_path: Path
) -> None:
    usual = issuing.save(workspace, minutes, path=tmp_path / "usual.docx").path
    assert "trackedChanges" in settings_of(usual.read_bytes())
    assert "w:lnNumType" in main_of(usual)
    inside = replace(minutes, for_circulation=False)
    path = issuing.save(workspace, inside, path=tmp_path / "inside.docx").path
    assert "trackedChanges" not in settings_of(path.read_bytes())
    assert "w:lnNumType" not in main_of(path)


def test_a_draft_of_what_nobody_negotiates_does_so_only_where_it_is_asked_for(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    wanted = Wanted(kind=K.PARTICIPANTS, meeting_id=world.meeting)
    assert not previews.show(workspace, wanted).is_for_circulation
    asked = replace(wanted, for_circulation=True)
    assert previews.show(workspace, asked).is_for_circulation
    assert [kind for kind in K if documents.can_circulate(kind=kind)] == [
        *(K.AGREED_MINUTES, K.SUMMARY_RECORD, K.DECISION, K.RULES, K.BILINGUAL_RULES)
    ]


def test_the_window_is_told_what_lies_across_the_pages(
    workspace: Workspace, minutes: Wanted
) -> None:
    shown = previews.show(workspace, minutes)
    assert (shown.watermark, shown.is_for_circulation) == ("DRAFT", True)
    korean = previews.show(workspace, replace(minutes, language="ko"))
    assert korean.watermark == "초안"


def test_what_is_issued_is_never_for_comments(workspace: Workspace, world: World) -> None:
    for delegation in (world.korean_delegation, world.mongolian_delegation):
        role, posts = DelegateRole.HEAD, {"en": "Director"}
        seat_person(workspace, delegation, "Kim", role=role, printed_posts=posts)
    wanted = Wanted(kind=K.PARTICIPANTS, meeting_id=world.meeting, for_circulation=True)
    change = issuing.issue(workspace, wanted)
    assert change.subject is not None
    content = issuing.read_stored(workspace, document_id=change.subject)
    assert "trackedChanges" not in settings_of(content)


def test_what_is_left_out_is_not_in_the_file(
    workspace: Workspace, minutes: Wanted, tmp_path: Path
) -> None:
    short = replace(minutes, omitted=frozenset({S.SIGNATURES, S.PARTICIPANTS}))
    words = says(issuing.save(workspace, short, path=tmp_path).path)
    assert "The two sides met." in words
    assert "List of Participants" not in words
    assert "For the" not in words
    assert previews.show(workspace, short).html.count("List of Participants") == 0


def test_every_kind_says_what_can_be_left_out_of_it() -> None:
    offered = {kind: documents.list_sections(kind=kind) for kind in K}
    assert offered[K.AGREED_MINUTES][0] is S.OPENING
    assert S.SIGNATURES in offered[K.DECISION]
    assert offered[K.AGENDA] == ()


def test_without_signatures_there_is_no_original_to_issue(
    workspace: Workspace, minutes: Wanted, unchanged: Unchanged
) -> None:
    unsigned = replace(minutes, omitted=frozenset({S.SIGNATURES}))
    for issue in (issuing.issue, issuing.issue_originals):
        with unchanged(), pytest.raises(SignaturesOmitted, match="no original"):
            issue(workspace, unsigned)
    shorter = replace(minutes, omitted=frozenset({S.AGENDA, S.CONTENTS}))
    with pytest.raises(NotReady):  # for what is missing, not for what is left out
        issuing.issue(workspace, shorter)


def test_decisions_that_are_left_out_are_missed_before_signing(
    workspace: Workspace, world: World, minutes: Wanted
) -> None:
    take_decision(workspace, world.body, "1/JWG.1", meeting_id=world.meeting)
    asked = {"meeting_id": world.meeting, "kind": K.AGREED_MINUTES}
    left_out = checks.check(workspace, omitted=frozenset({S.DECISIONS}), **asked)
    found = {each.key: each.outcome for each in left_out}
    assert found[CheckKey.DECISIONS] is Outcome.FAILED


def test_every_original_is_saved_at_once_and_remembered(
    workspace: Workspace, minutes: Wanted, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    saved = issuing.save_originals(workspace, minutes, folder=folder)
    assert [each.path.name for each in saved] == [
        "Agreed minutes - JWG-1 - KR original (draft).docx",
        "Agreed minutes - JWG-1 - MN original (draft).docx",
    ]
    assert [each.path.parent for each in saved] == [folder, folder]
    records = {record.id: record for record in issued(workspace)}
    assert {each.document_id for each in saved} == set(records)
    for each in saved:
        assert each.document_id is not None
        assert records[each.document_id].sha256 == each.sha256
        assert records[each.document_id].written_to == str(each.path.absolute())
    first, second = (says(each.path) for each in saved)
    assert first.index("Republic of Korea") < first.index("Mongolia")
    assert second.index("Mongolia") < second.index("Republic of Korea")


def test_originals_saved_again_get_names_that_are_free(
    workspace: Workspace, minutes: Wanted, tmp_path: Path
) -> None:
    for _time in range(2):
        issuing.save_originals(workspace, minutes, folder=tmp_path)
    names = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert "Agreed minutes - JWG-1 - KR original (draft) (2).docx" in names
    assert len(names) == 4


def test_if_one_original_cannot_be_written_none_is_left(
    workspace: Workspace,
    minutes: Wanted,
    unchanged: Unchanged,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from app.services import disk

    write = disk.write_file

    def write_one(path: Path, content: bytes) -> Path:
        if "MN original" in path.name:
            raise FileNotWritten(path, "the disk is full")
        return write(path, content)

    monkeypatch.setattr(disk, "write_file", write_one)
    folder = tmp_path / "out"
    with unchanged(), pytest.raises(FileNotWritten, match="disk is full"):
        issuing.save_originals(workspace, minutes, folder=folder)
    assert list(folder.glob("*.docx")) == []


def test_a_document_that_has_no_originals_is_saved_as_it_is(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    wanted = Wanted(kind=K.PARTICIPANTS, meeting_id=world.meeting)
    (saved,) = issuing.save_originals(workspace, wanted, folder=tmp_path)
    assert saved.path.name == "List of participants - JWG-1 (draft).docx"


def test_a_decision_has_an_original_for_each_party_of_its_body(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    decision = take_decision(workspace, world.body, "1/JWG.1", meeting_id=world.meeting)
    wanted = Wanted(kind=K.DECISION, decision_id=decision)
    saved = issuing.save_originals(workspace, wanted, folder=tmp_path)
    assert {"KR original", "MN original"} == {
        each.path.name.rpartition(" - ")[2].removesuffix(" (draft).docx") for each in saved
    }


def test_originals_are_issued_together_or_not_at_all(
    workspace: Workspace, world: World, minutes: Wanted, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotReady):
        issuing.issue_originals(workspace, minutes)
    notes = Wanted(kind=K.NOTE_VERBALE, meeting_id=world.meeting)
    with unchanged(), pytest.raises(NotReady, match="number"):
        issuing.issue_originals(workspace, notes)


def test_a_workspace_that_can_only_be_read_writes_the_files_and_remembers_nothing(
    workspace: Workspace, minutes: Wanted, tmp_path: Path
) -> None:
    with Workspace.open(workspace.path, clock=workspace.clock, actor="Dorj") as second:
        assert second.read_only
        saved = issuing.save_originals(second, minutes, folder=tmp_path / "out")
    assert [each.document_id for each in saved] == [None, None]
    assert all(each.path.is_file() for each in saved)
    assert issued(workspace) == []


@pytest.mark.libreoffice
def test_both_originals_are_one_pdf_with_a_bookmark_each(
    workspace: Workspace, minutes: Wanted, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    path = pdf_files.save_originals_as_pdf(workspace, minutes, folder_or_path=tmp_path)
    assert path.name == "Agreed minutes - JWG-1 - both originals (draft).pdf"
    reader = PdfReader(path)
    marks = [each for each in reader.outline if not isinstance(each, list)]
    assert [each.title for each in marks] == [
        "Original of Republic of Korea",
        "Original of Mongolia",
    ]
    pages = [reader.get_destination_page_number(each) for each in marks]
    assert pages[0] == 0
    assert 0 < (pages[1] or 0) < len(reader.pages)
    below = [each for each in reader.outline if isinstance(each, list)]
    assert [any("Next meeting" in mark.title for mark in each) for each in below] == [True, True]
    first, second = (reader.pages[page or 0].extract_text() for page in pages)
    assert first.index("Republic of Korea") < first.index("Mongolia")
    assert second.index("Mongolia") < second.index("Republic of Korea")
    assert reader.metadata is not None
    assert "Agreed Minutes" in (reader.metadata.title or "")


def test_without_libreoffice_there_is_no_pdf_of_both(
    workspace: Workspace, minutes: Wanted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    with pytest.raises(NoLibreOffice):
        pdf_files.save_originals_as_pdf(workspace, minutes, folder_or_path=tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.fixture
def version(workspace: Workspace, world: World) -> Wanted:
    document = adopt_rules(workspace, world.body, an_article(1))
    key = documents.find_version(workspace, document_id=document, number=1)
    return Wanted(kind=K.RULES, rule_version_id=key)


def test_the_text_of_a_day_is_saved_and_remembered_like_any_other(
    workspace: Workspace, version: Wanted, tmp_path: Path
) -> None:
    with workspace.read() as reader:
        day = reader.get(RuleVersion, version.rule_version_id).in_force_from
    assert day is not None
    saved = issuing.save(workspace, replace(version, on=day), path=tmp_path)
    assert day.isoformat() in saved.path.name
    assert "text in force on" in says(saved.path)
    assert issued(workspace)[0].rule_version_id == version.rule_version_id
    with pytest.raises(NotInForce):
        issuing.save(workspace, replace(version, on=date(1990, 1, 1)), path=tmp_path)


def test_rules_in_one_language_cannot_stand_beside_another(
    workspace: Workspace, version: Wanted, unchanged: Unchanged, tmp_path: Path
) -> None:
    both = replace(version, kind=K.BILINGUAL_RULES)
    for beside in (None, "en"):
        with unchanged(), pytest.raises(NoSecondLanguage):
            issuing.save(workspace, replace(both, beside=beside), path=tmp_path)


@pytest.fixture
def sample(sample_copy: Path, without_backup: None) -> Iterator[Workspace]:
    with Workspace.open(sample_copy, clock=FixedClock(NOW), actor="Bat") as opened:
        yield opened


def test_rules_in_two_columns_are_saved_and_remembered(sample: Workspace, tmp_path: Path) -> None:
    document = rules.find_by_code(sample, code="JWG-KM-ILLUSTRATIVE")
    assert document is not None
    assert documents.list_languages_of_rules(sample, document_id=document) == ("en", "ko", "mn")
    key = documents.find_version(sample, document_id=document)
    wanted = Wanted(kind=K.BILINGUAL_RULES, rule_version_id=key, beside="mn")
    saved = issuing.save(sample, wanted, path=tmp_path)
    assert "en and mn" in saved.path.name
    assert "1 дүгээр зүйл" in says(saved.path)
    with sample.read() as reader:
        record = reader.get(IssuedDocument, saved.document_id)
    assert (record.kind, record.rule_version_id) == ("bilingual-rules", key)
    first_other = previews.show(sample, replace(wanted, beside=None))
    assert "제1조" in first_other.html
