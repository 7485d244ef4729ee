from pathlib import Path

import pytest

from app import cli, display
from tests.store.first_version import make_first_version, records_of_then


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace that version 1 of the program has filled, in a place without a display."""
    monkeypatch.setattr(display, "window_obstacle", lambda: "there is no screen.")
    monkeypatch.setattr(display, "drawing_obstacle", lambda: "there is no libEGL.so.1.")
    path = tmp_path / "older.jwg"
    make_first_version(path, records_of_then())
    return path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("list", "meetings"), "First Joint Working Group Meeting"),
        (("search", "합동작업반"), "Meeting"),
        (("verify",), "The workspace is sound"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_an_older_workspace_is_read_by_every_command_and_left_as_it_is(
    older: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    before = older.read_bytes()

    code = cli.main([*arguments, "--workspace", str(older)])

    answer = capsys.readouterr()
    assert (code, answer.err) == (0, "")
    assert told in answer.out
    assert older.read_bytes() == before
