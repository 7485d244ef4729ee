"""A ministry's own Word forms are kept, looked through, filled and remembered as documents are."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.documents.forms.findings import FormRefused, Problem
from app.documents.gate import Hazard, WordFileRefused
from app.documents.word.words import read_words
from app.domain.delegation import DelegateRole
from app.domain.errors import NotFound, RuleBroken
from app.domain.issued import IssuedDocument
from app.domain.meeting import Meeting
from app.services import issuing, own_forms
from app.services.disk import FileNotWritten
from app.services.hand_changes import ChangedByHand, DiskState, IfChanged
from app.services.own_forms import FormWithoutFields
from app.store.workspace import Workspace
from tests.builders import World, key_of, seat_person
from tests.documents import hostile_files
from tests.documents.form_samples import letter
from tests.documents.word_files import paragraph, word_file
from tests.services.conftest import NOW, Unchanged

PLAIN = "The {{ meeting.number }} of the {{ body.short_name }}"
OPEN = "In {{ meeting.venue }}"


@pytest.fixture
def form_at(tmp_path: Path):
    """Return a function that writes a Word file with one paragraph and returns its path."""

    def write(text: str = PLAIN, *, name: str = "form.docx") -> Path:
        path = tmp_path / name
        path.write_bytes(word_file(paragraph(text)))
        return path

    return write


@pytest.fixture
def form(workspace: Workspace, world: World, form_at) -> UUID:
    return key_of(own_forms.adopt(workspace, path=form_at(), name="Letter"))


@pytest.fixture
def open_form(workspace: Workspace, world: World, form_at) -> UUID:
    return key_of(own_forms.adopt(workspace, path=form_at(OPEN), name="Open letter"))


def words(path: Path) -> str:
    return " ".join(read_words(path.read_bytes(), name=path.name))


def issued(workspace: Workspace) -> list[IssuedDocument]:
    with workspace.read() as reader:
        return reader.find(IssuedDocument)


def test_forms_are_listed_with_whose_they_are(
    workspace: Workspace, world: World, form_at, form: UUID
) -> None:
    own = own_forms.adopt(
        workspace,
        path=form_at(OPEN, name="own.docx"),
        name="Annex",
        language="mn",
        body_id=world.body,
    )
    general, of_body = own_forms.list_forms(workspace)
    assert (general.id, general.name, general.language, general.body_id) == (
        *(form, "Letter", "en"),
        None,
    )
    assert (of_body.id, of_body.body_id, of_body.file_name) == (key_of(own), world.body, "own.docx")
    assert general.size > 500


@pytest.mark.parametrize("for_body", [True, False])
def test_a_name_is_given_once_in_a_body(
    workspace: Workspace, world: World, form_at, for_body: bool
) -> None:
    asked = {"path": form_at(), "name": "Letter", "body_id": world.body if for_body else None}
    own_forms.adopt(workspace, **asked)
    with pytest.raises(RuleBroken, match="already a Word form of this name"):
        own_forms.adopt(workspace, **asked)


def test_what_is_no_word_file_is_not_kept(
    workspace: Workspace, tmp_path: Path, unchanged: Unchanged
) -> None:
    for content, refusal in hostile_files.refused().values():
        path = tmp_path / "hostile.docx"
        path.write_bytes(content or b" ")
        with unchanged(), pytest.raises(WordFileRefused) as refused:
            own_forms.adopt(workspace, path=path, name="Letter")
        assert refused.value.refusal is refusal


def test_what_acts_on_its_own_is_told_before_and_left_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    content, hazard = hostile_files.stripped()["DDE"]
    path = tmp_path / "dde.docx"
    path.write_bytes(content)
    assert [each.hazard for each in own_forms.look_into(path).removed] == [hazard]
    assert hazard is Hazard.FIELD


def test_a_file_without_fields_is_no_form(
    workspace: Workspace, form_at, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(FormWithoutFields, match="has no fields"):
        own_forms.adopt(workspace, path=form_at("Dear Sir,"), name="Letter")


def test_a_form_is_replaced_and_keeps_its_name(workspace: Workspace, form_at, form: UUID) -> None:
    own_forms.replace(workspace, form_id=form, path=form_at("{{ body.code }}", name="new.docx"))
    (row,) = own_forms.list_forms(workspace)
    assert (row.id, row.name, row.file_name) == (form, "Letter", "new.docx")
    assert own_forms.check(workspace, form_id=form).fields == ("body.code",)


def test_a_form_is_called_otherwise(workspace: Workspace, world: World, form: UUID) -> None:
    own_forms.change(
        workspace, form_id=form, name=" Invitation ", language="ko", body_id=world.body, note="New"
    )
    (row,) = own_forms.list_forms(workspace)
    assert (row.name, row.language, row.body_id, row.note) == (
        *("Invitation", "ko"),
        *(world.body, "New"),
    )


def test_the_original_is_given_back_byte_for_byte(
    workspace: Workspace, form: UUID, form_at, tmp_path: Path
) -> None:
    before = form_at().read_bytes()
    folder = tmp_path / "out"
    folder.mkdir()
    path = own_forms.export(workspace, form_id=form, path=folder)
    assert (path.name, path.read_bytes()) == ("form.docx", before)


def test_a_form_is_checked_alone_and_with_a_meeting(
    workspace: Workspace, world: World, open_form: UUID, form_at
) -> None:
    alone = own_forms.check(workspace, form_id=open_form)
    assert (alone.fields, alone.findings, alone.missing) == (("meeting.venue",), (), ())
    tried = own_forms.check(workspace, form_id=open_form, meeting_id=world.meeting)
    assert [(each.problem, each.field) for each in tried.missing] == [
        (Problem.MISSING, "meeting.venue")
    ]
    assert tried.can_be_filled
    wrong = key_of(
        own_forms.adopt(workspace, path=form_at("{{ meeting.venu }}"), name="Wrong letter")
    )
    found = own_forms.check(workspace, form_id=wrong, meeting_id=world.meeting)
    assert not found.can_be_filled
    assert (found.findings[0].nearest, found.missing) == ("meeting.venue", ())


def test_a_form_is_filled_and_remembered(
    workspace: Workspace, world: World, form: UUID, tmp_path: Path
) -> None:
    saved = own_forms.fill(workspace, form_id=form, meeting_id=world.meeting, path=tmp_path)
    assert saved.path.name == "Letter - JWG-1.docx"
    assert words(saved.path) == "The JWG-1 of the Joint Working Group"
    (row,) = issuing.list_for_meeting(workspace, meeting_id=world.meeting)
    assert (row.kind, row.is_draft, row.sha256) == ("own-form", True, saved.sha256)
    assert issuing.look_on_disk(workspace, path=saved.path) is DiskState.AS_WRITTEN


def test_what_a_hand_has_changed_is_not_written_over_unasked(
    workspace: Workspace, world: World, form: UUID, tmp_path: Path
) -> None:
    asked = {"form_id": form, "meeting_id": world.meeting, "path": tmp_path / "letter.docx"}
    own_forms.fill(workspace, **asked)
    own_forms.fill(workspace, **asked)
    assert len(issued(workspace)) == 1
    (tmp_path / "letter.docx").write_bytes(word_file(paragraph("By hand")))
    with pytest.raises(ChangedByHand):
        own_forms.fill(workspace, **asked)
    both = own_forms.fill(workspace, **asked, if_changed=IfChanged.KEEP_BOTH)
    assert both.path.name == "letter (2).docx"
    own_forms.fill(workspace, **asked, if_changed=IfChanged.REPLACE)
    assert "JWG-1" in words(tmp_path / "letter.docx")


def test_a_draft_has_its_gaps_and_an_issued_one_has_none(
    workspace: Workspace, world: World, open_form: UUID, tmp_path: Path, unchanged: Unchanged
) -> None:
    asked = {"form_id": open_form, "meeting_id": world.meeting}
    draft = own_forms.fill(workspace, **asked, path=tmp_path)
    assert draft.path.name == "Open letter - JWG-1 (draft).docx"
    assert words(draft.path) == "In [venue to be confirmed]"
    with unchanged(), pytest.raises(FormRefused) as refused:
        own_forms.issue(workspace, **asked)
    assert "Enter what is missing" in refused.value.remedy
    with workspace.write("Enter venue") as work:
        work.get(Meeting, world.meeting).venues = {"en": "State Conference Hall"}
        work.commit()
    key = key_of(own_forms.issue(workspace, **asked))
    content = issuing.read_stored(workspace, document_id=key)
    assert read_words(content, name="letter") == ("In State Conference Hall",)
    record = next(each for each in issued(workspace) if each.id == key)
    assert (record.is_draft, record.template, record.file_name) == (
        *(False, "Open letter"),
        "Open letter - JWG-1.docx",
    )


def test_a_form_with_findings_is_not_filled(
    workspace: Workspace, world: World, form_at, tmp_path: Path, unchanged: Unchanged
) -> None:
    wrong = key_of(own_forms.adopt(workspace, path=form_at("{{ nothing }}"), name="Wrong"))
    with unchanged(), pytest.raises(FormRefused, match="no field that JWG Desk knows"):
        own_forms.fill(workspace, form_id=wrong, meeting_id=world.meeting, path=tmp_path / "x.docx")
    assert not (tmp_path / "x.docx").exists()


def test_a_letter_is_issued_and_written_at_once_or_not_at_all(
    workspace: Workspace, world: World, form: UUID, open_form: UUID, tmp_path: Path
) -> None:
    asked = {"meeting_id": world.meeting, "path": tmp_path / "out.docx"}
    with pytest.raises(FormRefused, match="not known yet"):
        own_forms.issue_to(workspace, **asked, form_id=open_form)
    assert (issued(workspace), asked["path"].exists()) == ([], False)
    saved = own_forms.issue_to(workspace, **asked, form_id=form)
    (record,) = issued(workspace)
    assert (record.id, record.is_draft, record.sha256) == (saved.document_id, False, saved.sha256)
    assert saved.path.read_bytes() == issuing.read_stored(workspace, document_id=record.id)
    assert issuing.look_on_disk(workspace, path=saved.path) is DiskState.AS_WRITTEN
    assert "JWG-1" in words(saved.path)


def test_an_issued_letter_goes_over_no_file_that_a_hand_has_changed(
    workspace: Workspace, world: World, form: UUID, tmp_path: Path, unchanged: Unchanged
) -> None:
    path = tmp_path / "out.docx"
    asked = {"form_id": form, "meeting_id": world.meeting, "path": path}
    own_forms.issue_to(workspace, **asked)
    path.write_bytes(b"changed by hand")
    with unchanged(), pytest.raises(ChangedByHand):
        own_forms.issue_to(workspace, **asked)
    both = own_forms.issue_to(workspace, **asked, if_changed=IfChanged.KEEP_BOTH)
    assert both.path != path
    assert path.read_bytes() == b"changed by hand"
    own_forms.issue_to(workspace, **asked, if_changed=IfChanged.REPLACE)
    assert "JWG-1" in words(path)
    assert len(issued(workspace)) == 3


def test_a_letter_that_cannot_be_written_is_not_issued(
    workspace: Workspace, world: World, form: UUID, tmp_path: Path, unchanged: Unchanged
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    path = tmp_path / "file" / "out.docx"
    with unchanged(), pytest.raises(FileNotWritten):
        own_forms.issue_to(workspace, form_id=form, meeting_id=world.meeting, path=path)


def test_an_issued_letter_is_offered_a_name_without_the_word_draft(
    workspace: Workspace, world: World, form: UUID, tmp_path: Path
) -> None:
    asked = {"form_id": form, "meeting_id": world.meeting}
    assert own_forms.suggest_name(workspace, **asked) == "Letter - JWG-1.docx"
    saved = own_forms.issue_to(workspace, **asked, path=tmp_path)
    assert saved.path.name == "Letter - JWG-1.docx"


def test_a_form_of_two_thousand_fields_is_looked_through_and_issued(
    workspace: Workspace, world: World, form_at, tmp_path: Path
) -> None:
    many = form_at(" ".join(["{{ meeting.number }}"] * 2_000))
    key = key_of(own_forms.adopt(workspace, path=many, name="Many"))
    assert own_forms.check(workspace, form_id=key, meeting_id=world.meeting).can_be_filled
    saved = own_forms.issue_to(
        workspace, form_id=key, meeting_id=world.meeting, path=tmp_path / "many.docx"
    )
    assert words(saved.path).count("JWG-1") == 2_000


def test_names_of_every_script_reach_the_letter_as_they_are(
    workspace: Workspace, world: World, form_at, tmp_path: Path
) -> None:
    name = "김서연 \U0001f600 محمد علي R&D <b>{{ x }}</b>"
    seat_person(workspace, world.korean_delegation, name, role=DelegateRole.HEAD)
    path = form_at("{% for side in sides %}{{ side.head.name }};{% endfor %}")
    key = key_of(own_forms.adopt(workspace, path=path, name="Heads"))
    saved = own_forms.fill(
        workspace, form_id=key, meeting_id=world.meeting, path=tmp_path / "heads.docx"
    )
    told = words(saved.path)
    assert "김서연 \U0001f600 محمد علي" in told
    assert "R&D <b>{{ x }}</b>" in told


def test_removing_a_form_keeps_what_was_written_with_it(
    workspace: Workspace, world: World, form: UUID, tmp_path: Path
) -> None:
    key = key_of(own_forms.issue(workspace, form_id=form, meeting_id=world.meeting))
    own_forms.remove(workspace, form_id=form)
    assert own_forms.list_forms(workspace) == ()
    assert issuing.read_stored(workspace, document_id=key)
    with pytest.raises(NotFound):
        own_forms.check(workspace, form_id=form)


def test_a_workspace_that_can_only_be_read_still_fills_forms(
    workspace: Workspace, world: World, form: UUID, tmp_path: Path
) -> None:
    copy = Path(shutil.copyfile(workspace.path, tmp_path / "copy.jwg"))
    with Workspace.open(copy, clock=workspace.clock, actor="Bat", read_only=True) as reading:
        saved = own_forms.fill(
            reading, form_id=form, meeting_id=world.meeting, path=tmp_path / "read.docx"
        )
    assert saved.document_id is None
    assert "JWG-1" in words(saved.path)


def test_the_whole_letter_is_filled_from_the_records(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    for delegation, name in (
        (world.korean_delegation, "Kim Seo-yeon"),
        (world.mongolian_delegation, "Bold Ganbaatar"),
    ):
        seat_person(workspace, delegation, name, role=DelegateRole.HEAD)
    path = tmp_path / "letter.docx"
    path.write_bytes(letter())
    key = key_of(own_forms.adopt(workspace, path=path, name="Invitation"))
    told = own_forms.fill(
        workspace, form_id=key, meeting_id=world.meeting, path=tmp_path / "filled.docx"
    )
    assert "Kim Seo-yeon" in words(told.path)
    assert "2 March 2026" in words(told.path)


def test_the_fields_of_forms_are_listed_as_forms_write_them(
    workspace: Workspace, world: World
) -> None:
    found = {
        field.path: field for field in own_forms.list_fields(workspace, meeting_id=world.meeting)
    }
    assert found["meeting.number"].value == "JWG-1"
    assert found["body.short_name"].value == "Joint Working Group"
    assert "facts.meeting.number" not in found


def test_a_sample_letter_is_filled_for_every_meeting_of_the_sample(
    sample_copy: Path, tmp_path: Path
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(letter())
    with Workspace.open(sample_copy, clock=FixedClock(NOW), actor="Bat") as workspace:
        key = key_of(own_forms.adopt(workspace, path=path, name="Invitation"))
        with workspace.read() as reader:
            meetings = [each.id for each in reader.find(Meeting) if each.body_id is not None]
        assert meetings
        for meeting in meetings:
            report = own_forms.check(workspace, form_id=key, meeting_id=meeting)
            assert report.can_be_filled
