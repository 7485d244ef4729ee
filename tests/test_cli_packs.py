"""Packs are written and proved unchanged from the command line, on a machine without a screen."""

import json
from pathlib import Path

import pytest

from app import cli
from app.clock import SystemClock
from app.services.packs import keys

BODY = "JWG-KM-CLIMATE"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run_command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


@pytest.fixture
def made(run, sample_copy: Path, tmp_path: Path, home: Path) -> Path:
    """A signed pack of the sample's first meeting."""
    keys.make("Secretariat", clock=SystemClock())
    asked = ("--body", BODY, "--meeting", "JWG-1", "--sign", "--title", "JWG-1")
    code, printed, complaint = run(
        "export", "--workspace", sample_copy, *asked, "--into", tmp_path / "out"
    )
    assert code == 0, complaint
    return Path(printed.splitlines()[0])


def test_a_pack_is_written_and_proved(run, made: Path) -> None:
    assert made.name == "JWG-1.jwgx"
    code, printed, _ = run("verify", made)
    assert code == 0
    assert "Complete and unchanged since it was signed by Secretariat" in printed
    (row,) = json.loads(run("verify", made, "--json")[1])
    assert row["proof"] == "signed"


def test_without_a_screen_a_pack_that_is_opened_says_what_is_proved(run, made: Path) -> None:
    code, printed, complaint = run("open", made)
    assert code == 0
    assert printed.startswith("JWG-1: Joint Working Group on Climate Change")
    assert "signed by Secretariat" in printed
    assert complaint.startswith("No window was opened")


def test_a_changed_pack_is_told_with_what_was_changed(run, made: Path) -> None:
    from pysqlite3 import dbapi2 as driver

    connection = driver.connect(str(made), isolation_level=None)
    connection.execute("UPDATE provision_text SET text = 'Anything goes.'")
    connection.close()
    code, printed, _ = run("verify", made)
    assert code == 1
    assert "NOT as it was made. Changed: texts of rules." in printed


def test_a_page_is_written_too(run, sample_copy: Path, tmp_path: Path) -> None:
    how = ("--workspace", sample_copy, "--body", BODY, "--form", "page", "--into", tmp_path)
    code, printed, _ = run("export", *how)
    assert code == 0
    assert Path(printed.strip()).read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--body", "NONE"), "has the code “NONE”"),
        (("--body", BODY, "--meeting", "JWG-99"), "has the code “JWG-99”"),
        (("--body", BODY, "--sign"), "no key of your own"),
        (("--body", BODY, "--for", "age1x"), "“age1x” is not a key"),
    ],
)
def test_what_cannot_be_made_is_told(
    run, sample_copy: Path, tmp_path: Path, asked: tuple[str, ...], told: str
) -> None:
    code, _, complaint = run("export", "--workspace", sample_copy, *asked, "--into", tmp_path)
    assert code in {1, 2}
    assert told in complaint
    assert not list(tmp_path.glob("*.jwgx"))


def test_what_is_no_pack_is_told(run, tmp_path: Path) -> None:
    path = tmp_path / "Letter.jwgx"
    path.write_text("Dear Sir or Madam")
    code, _, complaint = run("verify", path)
    assert code == 1
    assert "“Letter.jwgx” is not a pack" in complaint
