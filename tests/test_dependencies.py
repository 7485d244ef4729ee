import re
import tomllib
from pathlib import Path

import pytest

from app.environment import LOCKS

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)")


@pytest.mark.parametrize("lock", LOCKS.values())
def test_a_lock_names_no_address(lock):
    text = _text("packaging", lock)

    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_package_of_a_lock_has_its_hashes(lock):
    entries = re.split(r"\n(?=\S)", _text("packaging", lock).strip())

    assert len(entries) > 10
    for entry in entries:
        assert PIN.match(entry), entry
        assert "--hash=sha256:" in entry


def test_each_lock_holds_the_one_before_it():
    run, test, check = (_pins(lock) for lock in LOCKS.values())

    assert run < test < check


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["dependencies"]),
        ("requirements-test.lock", PROJECT["optional-dependencies"]["test"]),
        ("requirements-check.lock", PROJECT["optional-dependencies"]["check"]),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(lock, wanted):
    locked = {name for name, _version in _pins(lock)}

    for requirement in wanted:
        assert _name(requirement) in locked, requirement


def test_contributing_says_why_each_dependency_was_chosen():
    text = _text("CONTRIBUTING.md").split("## Dependencies")[1].lower()
    optional = PROJECT["optional-dependencies"].values()

    for requirement in [
        *PROJECT["dependencies"],
        *(entry for extra in optional for entry in extra),
    ]:
        assert f"**{_name(requirement)}**" in text, requirement


def test_the_notices_name_every_package_that_is_shipped():
    text = _text("THIRD_PARTY_NOTICES.md").lower()

    for package, version in _pins("requirements.lock"):
        assert f"| {package} | {version} |" in text, package


def _text(*parts):
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def _pins(lock):
    """Return every package with its version; one that differs by Python stands there twice."""
    lines = _text("packaging", lock).split("\n")
    return {found.groups() for found in map(PIN.match, lines) if found}


def _name(requirement):
    return re.match(r"[A-Za-z0-9._-]+", requirement).group().lower()
