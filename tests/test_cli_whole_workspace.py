"""A whole workspace is taken out and brought back from the command line."""

import json
from pathlib import Path

import pytest

from app import cli


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run_command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_workspace_goes_out_and_comes_back_and_is_sound(
    run, sample_path: Path, tmp_path: Path, form: str
) -> None:
    how = ("--workspace", sample_path, "--form", form, "--into", tmp_path, "--json")
    code, printed, complaint = run("export-workspace", *how)
    assert code == 0, complaint
    (out,) = json.loads(printed)
    code, printed, complaint = run(
        "import-workspace", out["path"], "--into", tmp_path / "Copy", "--json"
    )
    assert code == 0, complaint
    (made,) = json.loads(printed)
    assert made["fingerprint"] == out["fingerprint"]
    assert made["seals"] > 0
    assert run("verify", "--workspace", tmp_path / "Copy.jwg")[0] == 0


def test_what_is_there_already_is_not_touched(run, sample_path: Path, tmp_path: Path) -> None:
    how = ("--workspace", sample_path, "--into", tmp_path, "--quiet")
    assert run("export-workspace", *how)[:2] == (0, "")
    assert run("export-workspace", *how)[:2] == (0, "")
    first, second = sorted(path for path in tmp_path.iterdir() if path.name.startswith("Sample"))
    there = tmp_path / "There.jwg"
    there.write_bytes(b"somebody's")
    code, _, complaint = run("import-workspace", first, "--into", there)
    assert code == 1
    assert "already a file" in complaint
    assert there.read_bytes() == b"somebody's"
    assert second.name.endswith(" (2)")


def test_what_is_no_export_is_told(run, tmp_path: Path) -> None:
    code, _, complaint = run("import-workspace", tmp_path, "--into", tmp_path / "New.jwg")
    assert code == 1
    assert "is not an exported workspace" in complaint
    assert not (tmp_path / "New.jwg").exists()
    assert run("import-workspace", tmp_path)[0] == 2
