from app.documents.kinds import DocumentKind
from app.documents.preview.sheet import RECORD
from app.services import previews
from app.services.previews import Wanted
from app.store.workspace import Workspace
from tests.builders import World, open_minutes, seat_person


def wanted_minutes(workspace: Workspace, world: World) -> Wanted:
    seat_person(workspace, world.korean_delegation, "Kim Seo-yeon")
    open_minutes(workspace, world.meeting, "Both sides met.")
    return Wanted(
        kind=DocumentKind.AGREED_MINUTES, meeting_id=world.meeting, original_of=world.mongolia
    )


def test_a_preview_shows_values_and_gaps_as_such(workspace: Workspace, world: World) -> None:
    shown = previews.show(workspace, wanted_minutes(workspace, world))
    assert f'background-color:{RECORD};">Ulaanbaatar</span>' in shown.html
    assert "Both sides met." in shown.html
    assert shown.is_draft
    assert (shown.width, shown.margin, shown.tab_stop) == (794, 94, 38)
    assert "date of signature to be confirmed" in shown.missing
    assert shown.file_name == "Agreed minutes - JWG-1 - MN original (draft).docx"
    assert shown.title.startswith("Agreed Minutes of the First Meeting")


def test_on_paper_nothing_is_marked(workspace: Workspace, world: World) -> None:
    shown = previews.show(workspace, wanted_minutes(workspace, world), mark_facts=False)
    assert RECORD not in shown.html
    assert "Ulaanbaatar" in shown.html


def test_a_document_goes_into_a_message_as_plain_text(workspace: Workspace, world: World) -> None:
    text = previews.write_plain(workspace, wanted_minutes(workspace, world))
    assert "Agreed Minutes\n" in text
    assert "Both sides met." in text
    assert "<" not in text


def test_what_a_document_is_made_of_is_listed(workspace: Workspace, world: World) -> None:
    rows = {
        row.path: row for row in previews.list_fields(workspace, wanted_minutes(workspace, world))
    }
    assert rows["facts.meeting.place"].value == "Ulaanbaatar"
    assert rows["facts.meeting.place"].record == str(world.meeting)
    assert rows["facts.parties[1].code"].value == "KR"


def test_the_files_of_every_original_are_known_before_they_are_saved(
    workspace: Workspace, world: World
) -> None:
    files = previews.list_files(workspace, wanted_minutes(workspace, world))

    assert {each.original_of for each in files} == {world.korea, world.mongolia}
    assert {each.file_name for each in files} == {
        "Agreed minutes - JWG-1 - KR original (draft).docx",
        "Agreed minutes - JWG-1 - MN original (draft).docx",
    }
    assert all(each.is_draft for each in files)
