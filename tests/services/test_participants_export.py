from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.delegation import DelegateRole, Presence
from app.domain.party_order import PartyOrder
from app.services import participants_export
from app.services.disk import FileNotWritten
from app.store.workspace import Workspace
from tests.builders import World, register_organisation, seat_person


@pytest.fixture
def seated(workspace: Workspace, world: World) -> World:
    office = register_organisation(workspace, names={"en": "Ministry of Environment"})
    seat_person(
        workspace,
        world.korean_delegation,
        "조계연",
        role=DelegateRole.HEAD,
        printed_posts={"en": "@Director"},
        presence=Presence.ONLINE,
    )
    seat_person(workspace, world.mongolian_delegation, "Bat", organisation_id=office)
    return world


def test_the_list_is_written_in_order_with_one_row_for_each_delegate(
    workspace: Workspace, seated: World, tmp_path: Path
) -> None:
    path = participants_export.save_workbook(
        workspace, meeting_id=seated.meeting, path=tmp_path / "list.xlsx"
    )

    sheet = load_workbook(path).worksheets[0]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:5] == ["No.", "Delegation", "Role", "Name", "Post"]
    assert rows[1][1:6] == ["Mongolia", "Delegate", "Bat", "", "Ministry of Environment"]
    assert rows[2][1:5] == ["Republic of Korea", "Chief delegate", "조계연", "@Director"]
    assert rows[2][7] == "Online"
    assert sheet.title == "List of participants"


def test_the_same_delegations_give_the_same_bytes(
    workspace: Workspace, seated: World, tmp_path: Path
) -> None:
    paths = [
        participants_export.save_workbook(
            workspace, meeting_id=seated.meeting, path=tmp_path / name
        )
        for name in ("a.xlsx", "b.xlsx")
    ]

    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_list_may_be_in_another_language_and_order(
    workspace: Workspace, seated: World, tmp_path: Path
) -> None:
    path = participants_export.save_csv(
        workspace,
        meeting_id=seated.meeting,
        path=tmp_path / "list.csv",
        language="ko",
        order=PartyOrder.ONE_FIRST,
        first=seated.korea,
    )

    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    assert lines[0].startswith("번호,대표단,역할,성명,직위")
    assert lines[1].startswith("1,Republic of Korea,수석대표,조계연,'@Director")


def test_the_name_of_the_file_says_which_meeting(workspace: Workspace, seated: World) -> None:
    name = participants_export.suggest_name(workspace, meeting_id=seated.meeting)

    assert name == "List of participants - JWG-1"


def test_a_folder_that_cannot_be_written_is_told(
    workspace: Workspace, seated: World, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(FileNotWritten):
        participants_export.save_csv(
            workspace, meeting_id=seated.meeting, path=tmp_path / "file" / "list.csv"
        )
