"""A workspace carries its own house style, and its documents look as that says."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from app import paths
from app.documents.kinds import DocumentKind
from app.documents.word.house import HouseStyleUnusable
from app.services import house_styles, issuing
from app.services.disk import FileNotRead
from app.services.issuing import Wanted
from app.store.workspace import Workspace
from tests.builders import World, seat_person
from tests.services.conftest import Unchanged


def change(path: Path, before: bytes, after: bytes, *, part: str) -> Path:
    with ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    assert before in parts[part]
    parts[part] = parts[part].replace(before, after)
    with ZipFile(path, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


@pytest.fixture
def ours(workspace: Workspace, tmp_path: Path) -> Path:
    """The house style as staff changed it in Word: wider margins."""
    path = house_styles.export(workspace, path=tmp_path / "ours.docx")
    return change(path, b'w:left="1418"', b'w:left="1701"', part="word/document.xml")


def margin(workspace: Workspace, world: World, folder: Path) -> bool:
    wanted = Wanted(kind=DocumentKind.PARTICIPANTS, meeting_id=world.meeting)
    path = issuing.save_where_chosen(workspace, wanted, folder_or_path=folder)
    with ZipFile(path) as archive:
        return b'w:left="1701"' in archive.read("word/document.xml")


def test_a_workspace_begins_with_the_shipped_house_style(
    workspace: Workspace, tmp_path: Path
) -> None:
    assert house_styles.current(workspace) is None
    assert house_styles.name_of_current(workspace) == ""
    exported = house_styles.export(workspace, path=tmp_path / "style.docx")
    shipped = paths.template_folder() / "house_style.docx"
    assert exported.read_bytes() == shipped.read_bytes()


def test_documents_look_as_the_adopted_house_style_says(
    workspace: Workspace, world: World, ours: Path, tmp_path: Path
) -> None:
    seat_person(workspace, world.korean_delegation, "Kim Seo-yeon")
    assert not margin(workspace, world, tmp_path)
    house_styles.adopt(workspace, path=ours)
    assert house_styles.name_of_current(workspace) == "ours.docx"
    assert margin(workspace, world, tmp_path)
    house_styles.restore(workspace)
    assert not margin(workspace, world, tmp_path)


def test_a_second_one_takes_the_place_of_the_first(
    workspace: Workspace, ours: Path, tmp_path: Path
) -> None:
    house_styles.adopt(workspace, path=ours)
    narrower = change(ours, b'w:left="1701"', b'w:left="1134"', part="word/document.xml")
    house_styles.adopt(workspace, path=narrower)
    assert house_styles.current(workspace) == narrower.read_bytes()


def test_a_house_style_without_a_style_is_refused_by_its_name(
    workspace: Workspace, ours: Path, unchanged: Unchanged
) -> None:
    change(ours, b'w:val="JWG Notice"', b'w:val="Ours"', part="word/styles.xml")
    with unchanged(), pytest.raises(HouseStyleUnusable, match=r"ours\.docx.*“JWG Notice”"):
        house_styles.adopt(workspace, path=ours)


def test_a_house_style_that_is_not_there_is_named(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileNotRead, match=r"gone\.docx"):
        house_styles.adopt(workspace, path=tmp_path / "gone.docx")


def test_going_back_to_what_is_there_already_changes_nothing(workspace: Workspace) -> None:
    assert house_styles.restore(workspace).number is None
