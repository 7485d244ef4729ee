from pathlib import Path
from uuid import UUID

import pytest

from app.domain.attachment import AttachmentLink
from app.domain.paper import Confidentiality, Distribution, Paper
from app.services import agenda, documents, paper_files, papers
from app.services.facts.agenda import papers_before
from app.services.papers import PaperDraft, SameFile, TwinsNotApart
from app.store.workspace import Workspace
from tests.builders import World, an_agenda_item, key_of
from tests.services.conftest import Unchanged

KEPT_BACK = [
    {"confidentiality": Confidentiality.CONFIDENTIAL},
    {"distribution": Distribution.ONE_SIDE},
]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "Position.docx"
    path.write_bytes(b"what we would give up last")
    return path


@pytest.fixture
def harmless(tmp_path: Path) -> Path:
    path = tmp_path / "Redacted.docx"
    path.write_bytes(b"what anybody may read")
    return path


def add(workspace: Workspace, world: World, path: Path, symbol: str, **fields: object) -> UUID:
    draft = PaperDraft(path=path, symbol=symbol, titles={"en": symbol}, **fields)
    papers.add_from_files(workspace, meeting_id=world.meeting, drafts=(draft,))
    with workspace.read() as reader:
        found = reader.first(Paper, symbol=symbol)
        assert found is not None
        return found.id


@pytest.mark.parametrize("kept_back", KEPT_BACK)
def test_the_file_of_a_paper_that_is_kept_back_cannot_be_that_of_one_that_is_shown(
    workspace: Workspace, world: World, secret: Path, unchanged: Unchanged, kept_back: dict
) -> None:
    add(workspace, world, secret, "P1", **kept_back)
    with unchanged(), pytest.raises(SameFile, match="the very file of P1") as refused:
        add(workspace, world, secret, "P2")
    assert refused.value.field == "file"


@pytest.mark.parametrize("kept_back", KEPT_BACK)
def test_nor_can_a_file_that_is_shown_be_kept_back_in_another(
    workspace: Workspace, world: World, secret: Path, unchanged: Unchanged, kept_back: dict
) -> None:
    add(workspace, world, secret, "P1")
    with unchanged(), pytest.raises(SameFile):
        add(workspace, world, secret, "P2", **kept_back)


def test_a_new_revision_is_looked_at_too(
    workspace: Workspace, world: World, secret: Path, harmless: Path, unchanged: Unchanged
) -> None:
    add(workspace, world, secret, "P1", confidentiality=Confidentiality.CONFIDENTIAL)
    shown = add(workspace, world, harmless, "P2")
    with unchanged(), pytest.raises(SameFile):
        paper_files.add_file(workspace, paper_id=shown, language="ko", path=secret)


@pytest.mark.parametrize("kept_back", KEPT_BACK)
def test_a_paper_is_not_opened_or_closed_while_it_shares_a_file(
    workspace: Workspace, world: World, secret: Path, unchanged: Unchanged, kept_back: dict
) -> None:
    first = add(workspace, world, secret, "P1", **kept_back)
    add(workspace, world, secret, "P2", **kept_back)
    opened = {"confidentiality": Confidentiality.OPEN, "distribution": Distribution.PUBLIC}
    with unchanged(), pytest.raises(SameFile):
        papers.edit(workspace, paper_id=first, changes=opened)


def test_a_file_that_hangs_on_a_paper_in_another_way_is_found_as_well(
    workspace: Workspace, world: World, secret: Path, harmless: Path, unchanged: Unchanged
) -> None:
    kept_back = add(workspace, world, harmless, "P1", confidentiality=Confidentiality.CONFIDENTIAL)
    other = add(workspace, world, secret, "P2", distribution=Distribution.ONE_SIDE)
    detail = next(
        row for row in papers.list_details(workspace, meeting_id=world.meeting) if row.id == other
    )
    with workspace.write("Link") as work:
        work.add(AttachmentLink(attachment_id=detail.files[0].attachment_id, paper_id=kept_back))
        work.commit()
    with unchanged(), pytest.raises(SameFile, match="the very file of P1"):
        papers.edit(workspace, paper_id=other, changes={"distribution": Distribution.BOTH_SIDES})


def test_two_papers_become_the_confidential_and_the_redacted_form_of_one(
    workspace: Workspace, world: World, secret: Path, harmless: Path
) -> None:
    confidential = add(workspace, world, secret, "P1", confidentiality=Confidentiality.CONFIDENTIAL)
    redacted = add(workspace, world, harmless, "P2")
    papers.link_twins(workspace, confidential_id=confidential, redacted_id=redacted)
    rows = {row.symbol: row for row in papers.list_details(workspace, meeting_id=world.meeting)}
    assert rows["P1"].twin == (redacted, "P2")
    assert rows["P2"].twin == (confidential, "P1")
    assert rows["P2"].confidentiality is Confidentiality.REDACTED
    papers.part_twins(workspace, paper_id=redacted)
    rows = {row.symbol: row for row in papers.list_details(workspace, meeting_id=world.meeting)}
    assert (rows["P1"].twin, rows["P2"].twin) == (None, None)
    assert rows["P1"].confidentiality is Confidentiality.CONFIDENTIAL
    assert rows["P2"].confidentiality is Confidentiality.OPEN


def test_twins_never_have_a_file_in_common(
    workspace: Workspace, world: World, secret: Path, unchanged: Unchanged
) -> None:
    first = add(workspace, world, secret, "P1")
    second = add(workspace, world, secret, "P2")
    with unchanged(), pytest.raises(SameFile):
        papers.link_twins(workspace, confidential_id=first, redacted_id=second)


def test_a_redacted_twin_never_gets_the_confidential_file(
    workspace: Workspace, world: World, secret: Path, harmless: Path, unchanged: Unchanged
) -> None:
    first = add(workspace, world, secret, "P1")
    second = add(workspace, world, harmless, "P2", distribution=Distribution.ONE_SIDE)
    papers.link_twins(workspace, confidential_id=first, redacted_id=second)
    with unchanged(), pytest.raises(SameFile):
        paper_files.add_file(workspace, paper_id=second, language="en", path=secret)


def test_a_twin_stays_what_it_is(
    workspace: Workspace, world: World, secret: Path, harmless: Path, unchanged: Unchanged
) -> None:
    first = add(workspace, world, secret, "P1")
    second = add(workspace, world, harmless, "P2")
    papers.link_twins(workspace, confidential_id=first, redacted_id=second)
    with unchanged(), pytest.raises(TwinsNotApart):
        papers.edit(workspace, paper_id=first, changes={"confidentiality": Confidentiality.OPEN})
    third = add(workspace, world, harmless, "P3")
    for other in (third, first):
        with unchanged(), pytest.raises(TwinsNotApart):
            papers.link_twins(workspace, confidential_id=first, redacted_id=other)


def test_deleting_one_twin_leaves_the_other_without(
    workspace: Workspace, world: World, secret: Path, harmless: Path
) -> None:
    first = add(workspace, world, secret, "P1")
    second = add(workspace, world, harmless, "P2")
    papers.link_twins(workspace, confidential_id=first, redacted_id=second)
    papers.remove(workspace, paper_id=first)
    (row,) = papers.list_details(workspace, meeting_id=world.meeting)
    assert (row.symbol, row.twin) == ("P2", None)


def test_a_document_never_names_what_is_kept_back(
    workspace: Workspace, world: World, secret: Path, harmless: Path, tmp_path: Path
) -> None:
    item = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting)))
    add(workspace, world, harmless, "OPEN-1", item_id=item)
    for symbol, fields in (
        ("SECRET-1", {"confidentiality": Confidentiality.CONFIDENTIAL}),
        ("OURS-1", {"distribution": Distribution.ONE_SIDE}),
    ):
        secret.write_bytes(symbol.encode())
        add(workspace, world, secret, symbol, item_id=item, **fields)
    with workspace.read() as reader:
        assert papers_before(reader, item) == ("OPEN-1",)
        assert papers_before(reader, item, with_confidential=True) == ("OPEN-1", "SECRET-1")
    made = documents.compose_for_meeting(
        workspace, meeting_id=world.meeting, kind=documents.DocumentKind.AGENDA
    )
    told = repr(made.document)
    assert "OPEN-1" in told
    assert "SECRET-1" not in told
    assert "OURS-1" not in told
