import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import display, tour
from app.clock import FixedClock
from app.domain.errors import Misfortune
from app.domain.party import Party, PartyKind
from app.services import documents, meetings, parties, sample, workspaces
from app.services.documents import FileNotWritten
from app.store.faults import CannotWrite, NameTooLong
from app.store.health import NotAWorkspace
from app.store.lock import WorkspaceInUse
from tests.closed_folder import closed

CLOCK = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))


@pytest.fixture(autouse=True)
def quick(sample_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy the sample that was built already, and do without pictures."""

    def build(path: Path, *, clock: FixedClock, actor: str) -> Path:
        monkeypatch.setattr(sample.building, "fill", _copied_from(sample_path))
        return sample.building.build(path, clock=clock, actor=actor)

    monkeypatch.setattr(sample, "build", build)
    monkeypatch.setattr(display, "drawing_obstacle", lambda: "there is no libEGL.so.1.")


def _copied_from(source: Path) -> Callable[..., None]:
    def fill(workspace: workspaces.Workspace, **_how: object) -> None:
        workspace.path.write_bytes(source.read_bytes())

    return fill


def make(folder: Path) -> tuple[Path, ...]:
    return tour.make_tour(folder, clock=CLOCK, actor="Bat")


def test_a_tour_makes_the_sample_and_its_documents(tmp_path: Path) -> None:
    made = make(tmp_path / "jwg-demo")
    names = [path.relative_to(tmp_path / "jwg-demo").as_posix() for path in made]
    assert names[:3] == [
        "sample.jwg",
        "word/Agreed minutes - JWG-1 - MN original (draft).docx",
        "word/Agreed minutes - JWG-1 - KR original (draft).docx",
    ]
    assert {name.partition(" - ")[0] for name in names[3:]} >= {
        "word/List of participants",
        "word/Agenda",
        "word/Rules",
    }
    assert all(path.is_file() for path in made)
    with workspaces.open(made[0], clock=CLOCK, actor="Bat", read_only=True) as opened:
        assert meetings.find_by_code(opened, code=tour.FIRST_MEETING) is not None


def test_without_qts_libraries_only_the_pictures_are_left_out(tmp_path: Path) -> None:
    make(tmp_path)
    assert len(list((tmp_path / "word").iterdir())) >= 5
    assert list((tmp_path / "pictures").iterdir()) == []


def test_pictures_are_taken_where_qt_can_draw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(workspace: Path, folder: Path) -> tuple[Path, ...]:
        picture = folder / "meeting.png"
        picture.write_bytes(workspace.read_bytes()[:6])
        return (picture,)

    monkeypatch.setattr(display, "drawing_obstacle", lambda: None)
    monkeypatch.setattr(tour, "_take_pictures", take)
    made = make(tmp_path)
    assert made[-1] == tmp_path / "pictures" / "meeting.png"
    assert made[-1].read_bytes() == b"SQLite"


def test_a_second_tour_replaces_what_the_first_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make(tmp_path)
    monkeypatch.setattr(documents, "save_all", lambda *_asked, **_named: ())
    assert make(tmp_path) == first[:1]
    assert list((tmp_path / "word").iterdir()) == []
    assert not (tmp_path / "sample backups").exists()


def test_a_second_tour_has_the_names_of_the_first(tmp_path: Path) -> None:
    assert make(tmp_path) == make(tmp_path)


def test_what_the_folder_held_before_stays(tmp_path: Path) -> None:
    kept = [
        tmp_path / "my notes.txt",
        tmp_path / "word" / "my speech.docx",
        tmp_path / "pictures" / "2019" / "family.png",
    ]
    for path in kept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("my own")
    for _time in range(2):
        make(tmp_path)
        assert [path.read_text() for path in kept] == ["my own"] * 3


def test_a_document_that_was_changed_by_hand_stays(tmp_path: Path) -> None:
    changed = make(tmp_path)[1]
    changed.write_bytes(b"changed by hand")
    again = make(tmp_path)
    assert changed.read_bytes() == b"changed by hand"
    assert changed not in again
    assert all(path.is_file() for path in again)


def test_a_sample_that_was_worked_in_is_backed_up_before_it_is_replaced(tmp_path: Path) -> None:
    path = make(tmp_path)[0]
    with workspaces.open(path, clock=CLOCK, actor="Cho") as opened:
        parties.register(opened, Party(code="XX", kind=PartyKind.STATE))
    for backup in (tmp_path / "sample backups").iterdir():
        backup.unlink()  # those that the work itself made
    make(tmp_path)
    (backup,) = (tmp_path / "sample backups").iterdir()
    with workspaces.open(backup, clock=CLOCK, actor="Cho", read_only=True) as kept:
        assert parties.find_by_code(kept, code="XX") is not None


def test_a_file_of_ones_own_in_the_place_of_the_sample_stays(tmp_path: Path) -> None:
    (tmp_path / "sample.jwg").write_text("a letter")
    with pytest.raises(NotAWorkspace, match="another program"):
        make(tmp_path)
    assert (tmp_path / "sample.jwg").read_text() == "a letter"


@pytest.mark.parametrize("record", ["", "[1, 2]", "no json", '{"word": "x", "word/gone": ""}'])
def test_a_record_that_says_nothing_takes_nothing_away(tmp_path: Path, record: str) -> None:
    (tmp_path / tour.RECORD).write_text(record)
    assert len(make(tmp_path)) >= 6


def test_a_record_takes_nothing_away_outside_its_folders(tmp_path: Path) -> None:
    outside = tmp_path / "speech.docx"
    outside.write_text("my own")
    digest = hashlib.sha256(outside.read_bytes()).hexdigest()
    folder = tmp_path / "jwg-demo"
    folder.mkdir()
    (folder / tour.RECORD).write_text(json.dumps({"word/../../speech.docx": digest}))
    make(folder)
    assert outside.read_text() == "my own"


def test_a_folder_that_may_not_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    with closed(folder), pytest.raises(CannotWrite, match=r"“sample\.jwg” cannot be written"):
        make(folder)
    assert list(folder.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "jwg-demo").write_text("a letter")
    with pytest.raises(Misfortune) as caught:
        make(tmp_path / "jwg-demo")
    assert caught.value.sentence
    assert (tmp_path / "jwg-demo").read_text() == "a letter"


def test_a_folder_whose_name_is_too_long_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NameTooLong, match="nnn…”"):
        make(tmp_path / ("n" * 300))
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_word_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "word").write_text("a letter")
    with pytest.raises(FileNotWritten, match="“word” could not be written"):
        make(tmp_path)
    assert (tmp_path / "word").read_text() == "a letter"


def test_a_sample_that_is_open_is_not_replaced(tmp_path: Path) -> None:
    made = make(tmp_path)
    opened = workspaces.open(made[0], clock=CLOCK, actor="Cho")
    with opened, pytest.raises(WorkspaceInUse, match="Cho"):
        make(tmp_path)
    assert all(path.is_file() for path in made)


def test_the_documents_of_a_tour_are_those_of_the_first_meeting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def save_all(_workspace: object, *, meeting_id: object, folder: Path) -> tuple[Path, ...]:
        assert meeting_id is not None
        asked.append(folder)
        return ()

    monkeypatch.setattr(documents, "save_all", save_all)
    assert make(tmp_path) == (tmp_path / "sample.jwg",)
    assert asked == [tmp_path / "word"]
