import time
from pathlib import Path

import pytest

from app.domain.attachment import Attachment, AttachmentBlob
from app.domain.errors import Conflict, Misfortune, NotFound, RuleBroken
from app.domain.identity import new_id
from app.domain.paper import Confidentiality, Distribution, PaperCategory, PaperStatus
from app.services import agenda, paper_files, papers
from app.services.attachments import AttachmentDamaged
from app.services.paper_files import FinalPaper, SameAsBefore
from app.services.papers import PaperDetail, PaperDraft
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, a_paper, an_agenda_item, key_of
from tests.services.conftest import Unchanged


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "Concept note.docx"
    path.write_bytes(b"PK\x03\x04 the first version")
    return path


def add(workspace: Workspace, world: World, path: Path, **fields: object) -> PaperDetail:
    told = {"symbol": "JWG.1/1", "titles": {"en": "Concept note"}} | fields
    draft = PaperDraft(path=path, **told)
    papers.add_from_files(workspace, meeting_id=world.meeting, drafts=(draft,))
    return next(row for row in listed(workspace, world) if row.symbol == told["symbol"])


def listed(workspace: Workspace, world: World) -> tuple[PaperDetail, ...]:
    return papers.list_details(workspace, meeting_id=world.meeting)


def test_a_file_becomes_a_paper_with_all_that_was_said_of_it(
    workspace: Workspace, world: World, note: Path
) -> None:
    item = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting)))
    row = add(
        workspace,
        world,
        note,
        category=PaperCategory.INFORMATION,
        language="mn",
        submitted_by_id=world.mongolia,
        distribution=Distribution.PUBLIC,
        item_id=item,
    )
    assert (row.category, row.distribution) == (PaperCategory.INFORMATION, Distribution.PUBLIC)
    assert row.side is not None
    assert row.side.code == "MN"
    assert (row.languages, row.revision, row.items) == (("mn",), 1, ((item, "1"),))
    (file,) = row.files
    assert (file.file_name, file.size) == ("Concept note.docx", note.stat().st_size)


def test_several_files_become_papers_all_or_none(
    workspace: Workspace, world: World, note: Path, tmp_path: Path, unchanged: Unchanged
) -> None:
    gone = PaperDraft(path=tmp_path / "gone.docx", symbol="JWG.1/2", titles={"en": "Gone"})
    first = PaperDraft(path=note, symbol="JWG.1/1", titles={"en": "Concept note"})
    with unchanged(), pytest.raises(Misfortune, match=r"“gone\.docx” is not there any more"):
        papers.add_from_files(workspace, meeting_id=world.meeting, drafts=(first, gone))
    assert listed(workspace, world) == ()


def test_a_symbol_is_given_once_and_the_refusal_belongs_beside_it(
    workspace: Workspace, world: World, note: Path, unchanged: Unchanged
) -> None:
    add(workspace, world, note)
    with unchanged(), pytest.raises(RuleBroken, match="already has a paper") as refused:
        add(workspace, world, note)
    assert refused.value.field == "symbol"


def test_a_meeting_of_no_body_takes_no_papers(
    workspace: Workspace, note: Path, unchanged: Unchanged
) -> None:
    from app.services import meetings

    summit = key_of(meetings.plan(workspace, a_meeting(None, ordinal=None)))
    draft = PaperDraft(path=note, symbol="S/1", titles={"en": "Note"})
    with unchanged(), pytest.raises(RuleBroken, match="belongs to no body"):
        papers.add_from_files(workspace, meeting_id=summit, drafts=(draft,))


def test_a_new_revision_is_kept_beside_the_old_one(
    workspace: Workspace, world: World, note: Path
) -> None:
    row = add(workspace, world, note)
    note.write_bytes(b"PK\x03\x04 the second version")
    paper_files.add_file(workspace, paper_id=row.id, language="en", path=note)
    paper_files.add_file(workspace, paper_id=row.id, language="ko", path=note)
    row = listed(workspace, world)[0]
    assert [(file.language, file.revision) for file in row.files] == [
        ("en", 2),
        ("en", 1),
        ("ko", 1),
    ]
    assert [(file.language, file.revision) for file in row.latest] == [("en", 2), ("ko", 1)]


def test_the_same_file_is_no_new_revision(
    workspace: Workspace, world: World, note: Path, unchanged: Unchanged
) -> None:
    row = add(workspace, world, note)
    with unchanged(), pytest.raises(SameAsBefore, match="same file as revision 1"):
        paper_files.add_file(workspace, paper_id=row.id, language="en", path=note)


def test_a_final_paper_keeps_its_files_and_may_get_a_translation(
    workspace: Workspace, world: World, note: Path, unchanged: Unchanged
) -> None:
    row = add(workspace, world, note)
    for status in (PaperStatus.CIRCULATED, PaperStatus.FINAL):
        papers.change_status(workspace, paper_id=row.id, status=status)
    note.write_bytes(b"other")
    with unchanged(), pytest.raises(FinalPaper):
        paper_files.add_file(workspace, paper_id=row.id, language="en", path=note)
    with unchanged(), pytest.raises(FinalPaper):
        paper_files.remove_file(workspace, file_id=row.files[0].id)
    paper_files.add_file(workspace, paper_id=row.id, language="ko", path=note)
    assert listed(workspace, world)[0].languages == ("en", "ko")


def test_a_file_is_taken_away_and_the_paper_stays(
    workspace: Workspace, world: World, note: Path
) -> None:
    row = add(workspace, world, note)
    paper_files.remove_file(workspace, file_id=row.files[0].id)
    assert listed(workspace, world)[0].files == ()


def test_only_a_draft_is_deleted(
    workspace: Workspace, world: World, note: Path, unchanged: Unchanged
) -> None:
    row = add(workspace, world, note)
    papers.change_status(workspace, paper_id=row.id, status=PaperStatus.CIRCULATED)
    with unchanged(), pytest.raises(RuleBroken, match="is circulated and cannot be deleted"):
        papers.remove(workspace, paper_id=row.id)
    papers.change_status(workspace, paper_id=row.id, status=PaperStatus.DRAFT)
    papers.remove(workspace, paper_id=row.id)
    assert listed(workspace, world) == ()


def test_a_paper_is_changed_unless_somebody_else_changed_it_meanwhile(
    workspace: Workspace, world: World, note: Path, unchanged: Unchanged
) -> None:
    row = add(workspace, world, note)
    papers.edit(
        workspace,
        paper_id=row.id,
        changes={"symbol": "JWG.1/9", "titles": {"en": "Note"}, "meeting_id": new_id()},
        version=row.version,
    )
    changed = listed(workspace, world)[0]
    assert (changed.symbol, changed.title) == ("JWG.1/9", "Note")
    with unchanged(), pytest.raises(Conflict):
        papers.edit(workspace, paper_id=row.id, changes={"note": "x"}, version=row.version)


def test_a_file_is_saved_under_its_symbol_revision_and_language(
    workspace: Workspace, world: World, note: Path, tmp_path: Path
) -> None:
    row = add(workspace, world, note, titles={"en": "Concept: note?"})
    note.write_bytes(b"second")
    paper_files.add_file(workspace, paper_id=row.id, language="en", path=note)
    second, first = listed(workspace, world)[0].files
    folder = tmp_path / "out"
    folder.mkdir()
    saved = paper_files.save(workspace, file_id=first.id, folder_or_path=folder)
    assert (saved.name, saved.read_bytes()) == (
        "JWG.1-1_EN.docx",
        b"PK\x03\x04 the first version",
    )
    saved = paper_files.save(workspace, file_id=second.id, folder_or_path=folder)
    assert saved.name == "JWG.1-1_Rev.1_EN.docx"
    again = paper_files.save(workspace, file_id=second.id, folder_or_path=folder)
    assert again.name == "JWG.1-1_Rev.1_EN (2).docx"


def test_a_stored_file_that_was_changed_outside_is_not_given_out(
    workspace: Workspace, world: World, note: Path, tmp_path: Path
) -> None:
    row = add(workspace, world, note)
    with workspace.write("Damage") as work:
        work.get(AttachmentBlob, row.files[0].attachment_id).data = b"something else"
        work.commit()
    with pytest.raises(AttachmentDamaged, match="Concept note"):
        paper_files.save(workspace, file_id=row.files[0].id, folder_or_path=tmp_path)


def test_forty_megabytes_are_kept_whole(workspace: Workspace, world: World, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    content = bytes(range(256)) * (40 * 4096)
    path.write_bytes(content)
    begun = time.monotonic()
    row = add(workspace, world, path)
    assert row.files[0].size == 40 * 1024 * 1024
    saved = paper_files.save(workspace, file_id=row.files[0].id, folder_or_path=tmp_path)
    assert saved.read_bytes() == content
    assert time.monotonic() - begun < 60


def test_one_file_of_two_papers_is_stored_once(
    workspace: Workspace, world: World, note: Path
) -> None:
    first = add(workspace, world, note)
    second = add(workspace, world, note, symbol="JWG.1/2")
    assert first.files[0].attachment_id == second.files[0].attachment_id
    with workspace.read() as reader:
        assert len(reader.find(Attachment)) == 1


def test_papers_are_listed_by_number_and_not_by_letter(workspace: Workspace, world: World) -> None:
    for number in (10, 2, 1):
        draft = a_paper(world.body, meeting_id=world.meeting, symbol=f"JWG.1/{number}")
        papers.register(workspace, draft)
    assert [row.symbol for row in listed(workspace, world)] == ["JWG.1/1", "JWG.1/2", "JWG.1/10"]


def test_what_is_not_there_is_refused(workspace: Workspace, note: Path) -> None:
    absent = new_id()
    with pytest.raises(NotFound):
        paper_files.add_file(workspace, paper_id=absent, language="en", path=note)
    with pytest.raises(NotFound):
        paper_files.save(workspace, file_id=absent, folder_or_path=note.parent)


def test_a_paper_is_open_until_somebody_says_otherwise(
    workspace: Workspace, world: World, note: Path
) -> None:
    row = add(workspace, world, note)
    assert (row.confidentiality, row.twin) == (Confidentiality.OPEN, None)
