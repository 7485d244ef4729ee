"""What leaves the house is kept with its hash, and nobody's work on it is written over unasked."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from app.documents.kinds import DocumentKind
from app.documents.word.words import NotAWordFile, read_words
from app.domain.attachment import Attachment, AttachmentBlob
from app.domain.delegation import DelegateRole
from app.domain.errors import Mistake, Sealed
from app.domain.issued import IssuedDocument
from app.services import documents, issuing, returned_copies
from app.services.attachments import AttachmentDamaged
from app.services.checks import CheckKey
from app.services.disk import FileNotRead, FileNotWritten
from app.services.hand_changes import ChangedByHand, Choice, DiskState, HandChange, IfChanged
from app.services.issuing import NotReady, SavedFile, Wanted
from app.store.workspace import Workspace
from tests.builders import World, key_of, open_minutes, seat_person, take_decision
from tests.services.conftest import NOW, Unchanged

NAME = "List of participants - JWG-1.docx"
POSTS = {"en": "Director-General"}


@pytest.fixture
def wanted(workspace: Workspace, world: World) -> Wanted:
    """The list of participants of a meeting, to which two people came."""
    for delegation, names in (
        (world.korean_delegation, ("Kim Seo-yeon", "Park Ji-woo")),
        (world.mongolian_delegation, ("Bold Ganbaatar", "Oyun Dorj")),
    ):
        for name, role in zip(names, (DelegateRole.HEAD, DelegateRole.DELEGATE), strict=True):
            seat_person(workspace, delegation, name, role=role, printed_posts=POSTS)
    return Wanted(kind=DocumentKind.PARTICIPANTS, meeting_id=world.meeting)


@pytest.fixture
def saved(workspace: Workspace, wanted: Wanted, tmp_path: Path) -> SavedFile:
    return issuing.save(workspace, wanted, path=tmp_path / "sent.docx")


def edit(path: Path, before: str = "Kim Seo-yeon", after: str = "Kim Seo-yeon (tbc)") -> None:
    """Change a word of a Word file as a person does."""
    copy = path.with_suffix(".copy")
    with ZipFile(path) as source, ZipFile(copy, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            target.writestr(name, content)
    copy.replace(path)


def issued(workspace: Workspace) -> list[IssuedDocument]:
    with workspace.read() as reader:
        return reader.find(IssuedDocument)


def seat_another(workspace: Workspace, world: World) -> None:
    seat_person(workspace, world.korean_delegation, "Lee Min-ho", printed_posts=POSTS)


def test_an_issued_document_is_kept_with_its_hash_and_its_bytes(
    workspace: Workspace, world: World, wanted: Wanted
) -> None:
    key = key_of(issuing.issue(workspace, wanted))
    (row,) = issuing.list_for_meeting(workspace, meeting_id=world.meeting)
    content = issuing.read_stored(workspace, document_id=key)
    assert (row.id, row.file_name, row.is_draft, row.kind) == (key, NAME, False, "participants")
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    assert row.size == len(content)
    assert "Kim Seo-yeon" in " ".join(read_words(content, name=NAME))
    assert (row.issued_at, row.written_to, row.returned_on) == (NOW, "", None)


def test_what_was_issued_cannot_be_changed(workspace: Workspace, wanted: Wanted) -> None:
    key = key_of(issuing.issue(workspace, wanted))
    with workspace.write("Tamper") as work:
        work.get(IssuedDocument, key).sha256 = "0" * 64
        with pytest.raises(Sealed, match="issued document"):
            work.commit()


def test_issuing_again_after_a_change_keeps_both(
    workspace: Workspace, world: World, wanted: Wanted
) -> None:
    first = key_of(issuing.issue(workspace, wanted))
    seat_another(workspace, world)
    second = key_of(issuing.issue(workspace, wanted))
    before, after = (
        " ".join(read_words(issuing.read_stored(workspace, document_id=key), name=NAME))
        for key in (first, second)
    )
    assert "Lee Min-ho" in after
    assert "Lee Min-ho" not in before


def test_issuing_is_refused_while_a_fact_is_missing_or_a_check_fails(
    workspace: Workspace, world: World, wanted: Wanted, unchanged: Unchanged
) -> None:
    open_minutes(workspace, world.meeting, "Both sides met. See Annex 9.", confirmed=False)
    minutes = Wanted(
        kind=DocumentKind.AGREED_MINUTES, meeting_id=world.meeting, original_of=world.korea
    )
    with unchanged(), pytest.raises(NotReady) as refused:
        issuing.issue(workspace, minutes)
    failed = {check.key for check in refused.value.failed}
    assert failed == {CheckKey.FACTS, CheckKey.ANNEXES, CheckKey.CONFIRMED}
    assert "annexes are missing (Annex 9)" in refused.value.sentence
    assert "date of signature" in refused.value.sentence


def test_a_decision_is_held_to_its_facts_and_saved_as_a_draft_until_then(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    decision = take_decision(workspace, world.body, meeting_id=world.meeting)
    wanted = Wanted(kind=DocumentKind.DECISION, decision_id=decision)
    with pytest.raises(NotReady) as refused:
        issuing.issue(workspace, wanted)
    assert {check.key for check in refused.value.failed} == {CheckKey.FACTS}
    saved = issuing.save(workspace, wanted, path=tmp_path)
    assert "It is decided." in " ".join(read_words(saved.path.read_bytes(), name="decision"))
    (record,) = issued(workspace)
    assert (record.decision_id, record.body_id, record.is_draft) == (decision, world.body, True)


def test_a_document_is_made_of_one_record(world: World) -> None:
    with pytest.raises(Mistake):
        Wanted(kind=DocumentKind.AGENDA)
    with pytest.raises(Mistake):
        Wanted(kind=DocumentKind.AGENDA, meeting_id=world.meeting, body_id=world.body)


def test_a_saved_draft_is_remembered(
    workspace: Workspace, world: World, saved: SavedFile, tmp_path: Path
) -> None:
    (row,) = issuing.list_for_meeting(workspace, meeting_id=world.meeting)
    assert (row.is_draft, row.file_name) == (True, "sent.docx")
    assert row.written_to == str(tmp_path / "sent.docx")
    assert row.sha256 == hashlib.sha256(saved.path.read_bytes()).hexdigest() == saved.sha256
    assert issuing.look_on_disk(workspace, path=saved.path) is DiskState.AS_WRITTEN


def test_what_nobody_has_changed_is_replaced_and_stays_one_record(
    workspace: Workspace, world: World, wanted: Wanted, saved: SavedFile
) -> None:
    seat_another(workspace, world)
    again = issuing.save(workspace, wanted, path=saved.path)
    assert (again.path, again.document_id) == (saved.path, saved.document_id)
    assert again.sha256 != saved.sha256
    assert len(issued(workspace)) == 1
    assert b"Lee Min-ho" in b"".join(
        word.encode() for word in read_words(again.path.read_bytes(), name="sent")
    )


def test_a_file_changed_by_hand_is_never_written_over_unasked(
    workspace: Workspace, wanted: Wanted, saved: SavedFile, unchanged: Unchanged
) -> None:
    edit(saved.path)
    by_hand = saved.path.read_bytes()
    with unchanged(), pytest.raises(ChangedByHand, match=r"“sent\.docx” was changed") as refused:
        issuing.save(workspace, wanted, path=saved.path)
    assert saved.path.read_bytes() == by_hand
    assert refused.value.choices == (Choice.COMPARE, Choice.KEEP_BOTH, Choice.REPLACE)
    assert (refused.value.path, refused.value.document_id) == (saved.path, saved.document_id)
    assert issuing.look_on_disk(workspace, path=saved.path) is DiskState.CHANGED


def test_both_are_kept_when_that_is_chosen(
    workspace: Workspace, wanted: Wanted, saved: SavedFile
) -> None:
    edit(saved.path)
    by_hand = saved.path.read_bytes()
    beside = issuing.save(workspace, wanted, path=saved.path, if_changed=IfChanged.KEEP_BOTH)
    assert beside.path.name == "sent (2).docx"
    assert saved.path.read_bytes() == by_hand
    assert issuing.look_on_disk(workspace, path=saved.path) is DiskState.CHANGED
    assert issuing.look_on_disk(workspace, path=beside.path) is DiskState.AS_WRITTEN


def test_the_changed_file_is_replaced_when_that_is_chosen(
    workspace: Workspace, wanted: Wanted, saved: SavedFile
) -> None:
    edit(saved.path)
    again = issuing.save(workspace, wanted, path=saved.path, if_changed=IfChanged.REPLACE)
    assert again.path == saved.path
    assert hashlib.sha256(saved.path.read_bytes()).hexdigest() == saved.sha256


def test_the_hand_changes_are_told_paragraph_by_paragraph(
    workspace: Workspace, saved: SavedFile
) -> None:
    assert returned_copies.compare(workspace, document_id=saved.document_id) == ()
    edit(saved.path)
    (change,) = returned_copies.compare(workspace, document_id=saved.document_id)
    assert isinstance(change, HandChange)
    assert [line.replace(" (tbc)", "") for line in change.after] == list(change.before)
    assert "Kim Seo-yeon (tbc)" in change.after[0]


def test_a_file_that_is_not_ours_is_asked_about(
    workspace: Workspace, wanted: Wanted, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.docx"
    theirs.write_bytes(b"a letter")
    with pytest.raises(ChangedByHand, match="did not write") as refused:
        issuing.save(workspace, wanted, path=theirs)
    assert refused.value.choices == (Choice.KEEP_BOTH, Choice.REPLACE)
    assert theirs.read_bytes() == b"a letter"
    assert issued(workspace) == []


def test_the_same_bytes_are_no_change(
    workspace: Workspace, wanted: Wanted, saved: SavedFile, tmp_path: Path
) -> None:
    copy = Path(shutil.copyfile(saved.path, tmp_path / "copy.docx"))
    assert issuing.save(workspace, wanted, path=copy).path == copy


def test_a_path_that_the_user_chose_is_asked_about_only_where_it_was_changed_since(
    workspace: Workspace, world: World, wanted: Wanted, tmp_path: Path
) -> None:
    chosen = tmp_path / "chosen.docx"
    chosen.write_bytes(b"the user was asked about this one")

    def save_as_word() -> Path:
        return documents.save_as_word(
            workspace, meeting_id=world.meeting, kind=wanted.kind, folder_or_path=chosen
        )

    assert save_as_word() == save_as_word() == chosen
    edit(chosen)
    with pytest.raises(ChangedByHand):
        save_as_word()


def test_what_cannot_be_written_is_not_remembered(
    workspace: Workspace, wanted: Wanted, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileNotWritten):
        issuing.save(workspace, wanted, path=tmp_path / "file" / "minutes.docx")
    assert issued(workspace) == []


def test_a_workspace_that_can_only_be_read_still_writes_files(
    workspace: Workspace, world: World, wanted: Wanted, tmp_path: Path
) -> None:
    copy = Path(shutil.copyfile(workspace.path, tmp_path / "copy.jwg"))
    with Workspace.open(copy, clock=workspace.clock, actor="Bat", read_only=True) as reading:
        path = issuing.save_where_chosen(reading, wanted, folder_or_path=tmp_path)
        assert path == tmp_path / NAME
        assert path.stat().st_size > 1000


def test_a_changed_copy_that_came_back_keeps_the_next_issue_waiting(
    workspace: Workspace, wanted: Wanted, tmp_path: Path
) -> None:
    key = key_of(issuing.issue(workspace, wanted))
    sent = issuing.write_issued(workspace, document_id=key, path=tmp_path).path
    returned = Path(shutil.copyfile(sent, tmp_path / "returned.docx"))
    edit(returned)
    returned_copies.take_back(workspace, document_id=key, path=returned)
    with pytest.raises(ChangedByHand, match="came back") as refused:
        issuing.issue(workspace, wanted)
    assert refused.value.path is None
    (change,) = returned_copies.compare(workspace, document_id=key)
    assert "(tbc)" in change.after[0]
    issuing.issue(workspace, wanted, if_changed=IfChanged.KEEP_BOTH)
    assert len(issued(workspace)) == 2


def test_a_draft_that_came_back_changed_is_not_forgotten(
    workspace: Workspace, world: World, wanted: Wanted, saved: SavedFile, tmp_path: Path
) -> None:
    returned = Path(shutil.copyfile(saved.path, tmp_path / "returned.docx"))
    edit(returned)
    returned_copies.take_back(workspace, document_id=saved.document_id, path=returned)
    seat_another(workspace, world)
    again = issuing.save(workspace, wanted, path=saved.path)
    assert again.document_id != saved.document_id
    (change,) = returned_copies.compare(workspace, document_id=saved.document_id)
    assert "(tbc)" in change.after[0]


def test_an_issued_document_is_written_as_it_was_issued(
    workspace: Workspace, world: World, wanted: Wanted, tmp_path: Path
) -> None:
    key = key_of(issuing.issue(workspace, wanted))
    seat_another(workspace, world)
    written = issuing.write_issued(workspace, document_id=key, path=tmp_path)
    assert written.path == tmp_path / NAME
    assert written.path.read_bytes() == issuing.read_stored(workspace, document_id=key)
    edit(written.path)
    with pytest.raises(ChangedByHand):
        issuing.write_issued(workspace, document_id=key, path=tmp_path)


def test_a_stored_copy_that_was_tampered_with_is_noticed(
    workspace: Workspace, wanted: Wanted, tmp_path: Path
) -> None:
    key = key_of(issuing.issue(workspace, wanted))
    with workspace.write("Tamper") as work:
        work.get(AttachmentBlob, work.get(IssuedDocument, key).attachment_id).data = b"other"
        work.commit()
    with pytest.raises(AttachmentDamaged, match="changed outside JWG Desk"):
        issuing.write_issued(workspace, document_id=key, path=tmp_path)
    assert list(tmp_path.glob("*.docx")) == []


def test_the_same_bytes_are_kept_once(
    workspace: Workspace, wanted: Wanted, saved: SavedFile, tmp_path: Path
) -> None:
    issuing.save(workspace, wanted, path=tmp_path / "another.docx")
    with workspace.read() as reader:
        assert len(reader.find(Attachment)) == 1
    assert len(issued(workspace)) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"no zip file"),
        lambda path: path.write_bytes(path.read_bytes()[:2000]),
        lambda path: put(path, "word/other.xml", b"<x/>"),
        lambda path: put(path, "word/document.xml", b"<x>"),
        lambda path: put(path, "word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    ],
)
def test_what_is_no_word_file_is_not_taken_back(
    workspace: Workspace, saved: SavedFile, damage: Callable[[Path], None]
) -> None:
    damage(saved.path)
    with pytest.raises(NotAWordFile, match=r"“sent\.docx” is not a Word file"):
        returned_copies.take_back(workspace, document_id=saved.document_id, path=saved.path)


def put(path: Path, name: str, content: bytes) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr(name, content)


def test_a_file_that_is_gone_is_named(workspace: Workspace, saved: SavedFile) -> None:
    saved.path.unlink()
    assert issuing.look_on_disk(workspace, path=saved.path) is DiskState.ABSENT
    with pytest.raises(FileNotRead, match=r"sent\.docx"):
        returned_copies.compare(workspace, document_id=saved.document_id)


def test_a_document_is_issued_and_written_in_one_step(
    workspace: Workspace, wanted: Wanted, tmp_path: Path
) -> None:
    saved = issuing.issue_to(workspace, wanted, path=tmp_path / "Sent.docx")

    (record,) = issued(workspace)
    assert (record.is_draft, record.written_to) == (False, str(saved.path))
    assert hashlib.sha256(saved.path.read_bytes()).hexdigest() == record.sha256
    assert issuing.look_on_disk(workspace, path=saved.path) is DiskState.AS_WRITTEN


def test_what_cannot_be_written_is_not_issued(
    workspace: Workspace, wanted: Wanted, tmp_path: Path, unchanged: Unchanged
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with unchanged(), pytest.raises(FileNotWritten):
        issuing.issue_to(workspace, wanted, path=tmp_path / "file" / "Sent.docx")


def test_issuing_over_a_file_that_was_changed_by_hand_asks_first(
    workspace: Workspace, wanted: Wanted, saved: SavedFile, unchanged: Unchanged
) -> None:
    edit(saved.path)
    with unchanged(), pytest.raises(ChangedByHand) as refused:
        issuing.issue_to(workspace, wanted, path=saved.path)
    assert Choice.COMPARE in refused.value.choices

    beside = issuing.issue_to(workspace, wanted, path=saved.path, if_changed=IfChanged.KEEP_BOTH)
    assert beside.path.name == "sent (2).docx"
    assert "(tbc)" in " ".join(read_words(saved.path.read_bytes(), name="sent"))


def test_a_file_of_somebody_else_was_asked_about_already(
    workspace: Workspace, wanted: Wanted, tmp_path: Path
) -> None:
    path = tmp_path / "Sent.docx"
    path.write_bytes(b"of somebody else")

    assert issuing.issue_to(workspace, wanted, path=path).path == path
    assert path.read_bytes().startswith(b"PK")


def test_a_document_that_is_not_in_order_is_not_written_either(
    workspace: Workspace, world: World, tmp_path: Path, unchanged: Unchanged
) -> None:
    decision = take_decision(workspace, world.body, meeting_id=world.meeting)
    with unchanged(), pytest.raises(NotReady):
        issuing.issue_to(
            workspace,
            Wanted(kind=DocumentKind.DECISION, decision_id=decision),
            path=tmp_path / "Sent.docx",
        )
    assert not (tmp_path / "Sent.docx").exists()
