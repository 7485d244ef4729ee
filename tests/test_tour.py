from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import display, tour
from app.clock import FixedClock
from app.domain.errors import Misfortune
from app.services import documents, meetings, sample, workspaces
from app.services.documents import FileNotWritten
from app.store.faults import CannotWrite
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


def test_a_second_tour_replaces_what_the_first_left(tmp_path: Path) -> None:
    first = make(tmp_path)
    (tmp_path / "word" / "stale.docx").write_text("from an older version")
    (tmp_path / "my notes.txt").write_text("my own")
    second = make(tmp_path)
    assert second == first
    assert sorted(path.name for path in (tmp_path / "word").iterdir()) == sorted(
        path.name for path in second[1:]
    )
    assert (tmp_path / "my notes.txt").read_text() == "my own"


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
