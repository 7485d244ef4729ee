"""States what the house is like; `pyproject.toml` holds the contracts about who may know whom."""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

import app

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "app").rglob("*.py"))
WAY_IN = ["__main__", "environment", "installer", "display", "selftest"]
DRAWERS = {
    *("utils", "util", "common", "misc", "helpers", "helper", "manager", "managers", "mixed"),
}
TEXT_FILES = {".py", ".md", ".toml", ".lock", ".qss", ".json", ".ini", ".yml", ".xml", ".txt", ""}
# Spelled apart, so that this file does not name them itself.
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".", "debian" + ".org/debian")
MACHINE_PATHS = re.compile(r"(?<![\w.:/])/(?:root|home|Users|work|opt)/\w|[A-Z]:\\\\?Users\\")


def module_name(path):
    return path.relative_to(ROOT).as_posix()


def test_every_contract_about_who_knows_whom_is_kept():
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    linted = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert " 0 broken" in linted.stdout


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_is_small_has_a_reason_and_a_noun_for_a_name(path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)

    assert source.count("\n") <= 500
    assert ast.get_docstring(tree) or not tree.body, "it does not say why it exists"
    assert not DRAWERS & {path.stem, path.parent.name}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1
            # A migration creates a table in one statement, as long as the table has columns.
            most = 60 if "migrations" not in path.parts else 120
            assert length <= most, f"{node.name} has {length} lines"


def test_most_modules_are_short():
    sizes = [
        path.read_text(encoding="utf-8").count("\n") for path in MODULES if path.stat().st_size
    ]

    assert statistics.median(sizes) <= 150
    assert statistics.quantiles(sizes, n=10)[-1] <= 350


@pytest.mark.parametrize("name", WAY_IN)
def test_the_way_in_imports_the_standard_library_only(name):
    tree = ast.parse((ROOT / "app" / f"{name}.py").read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }

    foreign = {name.split(".")[0] for name in imported} - sys.stdlib_module_names
    assert foreign <= {"app"}


def test_the_way_in_starts_without_any_package():
    names = ", ".join(WAY_IN)
    # -S leaves out site-packages, and -I everything that a user has set.
    command = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from app import {names}"
    started = subprocess.run([sys.executable, "-I", "-S", "-c", command], capture_output=True)

    assert started.returncode == 0, started.stderr.decode()


def test_the_package_itself_holds_its_version_and_nothing_else():
    tree = ast.parse((ROOT / "app" / "__init__.py").read_text(encoding="utf-8"))

    assert len(tree.body) == 2
    assert re.fullmatch(r"\d+\.\d+\.\d+", app.__version__)


def test_no_folder_of_tests_or_packaging_is_a_package():
    found = [path for top in ("tests", "packaging") for path in (ROOT / top).rglob("__init__.py")]

    assert found == []


def test_no_file_names_a_registry_or_a_place_on_one_machine():
    files = committed_text_files()

    assert len(files) > 20
    for path in files:
        text = path.read_text(encoding="utf-8")
        for host in REGISTRIES:
            assert host not in text, f"{module_name(path)} names {host}"
        found = MACHINE_PATHS.search(text)
        assert found is None, f"{module_name(path)} names {found.group()}"


def committed_text_files():
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        paths = [ROOT / name for name in listed.splitlines()]
    except (OSError, subprocess.CalledProcessError):
        tops = ("app", "tests", "templates", "packaging")
        paths = [path for top in tops for path in (ROOT / top).rglob("*")]
    return [path for path in paths if path.is_file() and path.suffix in TEXT_FILES]
