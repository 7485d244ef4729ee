import ast
import os
import shutil
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from app import __main__ as way_in
from app.__main__ import old_python_sentence

ROOT = Path(__file__).parent.parent
WAY_IN = ["__init__", "__main__", "display", "environment", "installer", "selftest"]

COMMAND_LINE = """
def main(arguments):
    print("command line:", *arguments)
    return 3
"""
WINDOW = """
def run_window(path):
    print("window:", path)
    return 4
"""


@pytest.fixture
def copy(tmp_path):
    """An installed copy of the way in, with something small behind it."""
    package = tmp_path / "copy" / "app"
    (package / "_data").mkdir(parents=True)
    for module in WAY_IN:
        shutil.copy(ROOT / "app" / f"{module}.py", package)
    (package / "cli.py").write_text(COMMAND_LINE)
    (package / "bootstrap.py").write_text(WINDOW)
    return package.parent


def start(folder, *arguments, **settings):
    dropped = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "JWG_WINDOW_ANYWAY")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=folder,
        env={**kept, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_tour_is_made_and_the_reason_said(copy):
    ended = start(copy)

    assert "No usable display here, so no window was opened: neither DISPLAY" in ended.stdout
    assert ended.stdout.endswith("Made instead:\ncommand line: demo --into ./jwg-demo\n")
    assert ended.returncode == 3


def test_a_screenless_qt_counts_as_no_display(copy):
    ended = start(copy, QT_QPA_PLATFORM="offscreen")

    assert "QT_QPA_PLATFORM is “offscreen”" in ended.stdout
    assert "demo --into ./jwg-demo" in ended.stdout


def test_a_window_can_be_had_without_a_screen_by_asking_for_it(copy):
    ended = start(copy, QT_QPA_PLATFORM="offscreen", JWG_WINDOW_ANYWAY="1")

    assert (ended.stdout, ended.returncode) == ("window: None\n", 4)


def test_a_workspace_opens_in_the_window(copy):
    ended = start(copy, "ours.jwg", QT_QPA_PLATFORM="offscreen", JWG_WINDOW_ANYWAY="1")

    assert (ended.stdout, ended.returncode) == ("window: ours.jwg\n", 4)


@pytest.mark.parametrize("named", ["Pack 3.jwgx", "PACK.JWGX"])
def test_a_pack_opens_in_the_window(copy, named):
    ended = start(copy, named, QT_QPA_PLATFORM="offscreen", JWG_WINDOW_ANYWAY="1")

    assert (ended.stdout, ended.returncode) == (f"window: {named}\n", 4)


@pytest.mark.skipif(sys.platform == "win32", reason="desktops of Linux name files so")
def test_a_file_may_be_named_by_its_address(copy):
    ended = start(
        copy, "file:///a/Pack%203.jwgx", QT_QPA_PLATFORM="offscreen", JWG_WINDOW_ANYWAY="1"
    )

    assert ended.stdout == "window: /a/Pack 3.jwgx\n"


def test_a_workspace_is_not_replaced_by_the_tour(copy):
    ended = start(copy, "ours.jwg", QT_QPA_PLATFORM="offscreen")

    assert ended.stdout == ""
    assert ended.stderr.startswith("No window can be opened here: QT_QPA_PLATFORM")
    assert ended.returncode == 1


@pytest.mark.parametrize("words", [["list"], ["--help"], ["open", "ours.jwg"], ["list", "x.jwg"]])
def test_everything_else_is_the_command_lines(copy, words):
    ended = start(copy, *words)

    assert ended.stdout == f"command line: {' '.join(words)}\n"
    assert ended.returncode == 3


def test_an_installed_copy_has_no_tests_to_run(copy):
    ended = start(copy, "test")

    assert "not part of an installed copy" in ended.stderr
    assert ended.returncode == 2


def test_a_clone_sets_itself_up_before_anything_else(copy):
    shutil.rmtree(copy / "app" / "_data")
    ended = start(copy, "list", HOME=str(copy))

    # It cannot, for want of the lock; the sentence proves that it tried, before the command line.
    assert "requirements.lock is missing" in ended.stderr
    assert "command line" not in ended.stdout
    assert ended.returncode == 1


def test_a_start_that_is_stopped_says_so_in_a_sentence(monkeypatch, capsys):
    def stop(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(way_in, "_start", stop)

    assert way_in.main(["demo"]) == 130
    assert capsys.readouterr().err == "Stopped, as you asked.\n"


def test_a_python_that_is_too_old_is_named():
    sentence = old_python_sentence((3, 9))

    assert "needs Python 3.11 or newer, and this is Python 3.9" in sentence


@pytest.mark.parametrize("module", ["__init__", "__main__"])
def test_old_pythons_can_read_the_way_in(module):
    source = (ROOT / "app" / f"{module}.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))

    assert isinstance(tree.body[0], ast.Expr)
    imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert "__future__" not in imported, "Python 3.6 does not know annotations from the future"


def test_the_installed_commands_lead_to_the_way_in():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    targets = [*project["scripts"].values(), *project["gui-scripts"].values()]

    assert len(targets) == 2
    for target in targets:
        module, function = target.split(":")
        assert callable(getattr(import_module(module), function))
