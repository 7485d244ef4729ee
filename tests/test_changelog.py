import datetime
import re
from pathlib import Path

from app import __version__

ROOT = Path(__file__).parent.parent
HEADING = re.compile(r"^## (?P<name>Unreleased|\d+\.\d+\.\d+)(?: — (?P<day>\d{4}-\d\d-\d\d))?$")


def test_every_release_has_a_heading_that_can_be_read():
    headings = [line for line in _lines() if line.startswith("## ")]

    assert headings
    for heading in headings:
        found = HEADING.match(heading)
        assert found, heading
        if found["name"] == "Unreleased":
            assert found["day"] is None
        else:
            assert datetime.date.fromisoformat(found["day"])


def test_releases_stand_newest_first():
    versions = [tuple(map(int, name.split("."))) for name in _releases()]

    assert versions == sorted(versions, reverse=True)
    assert len(set(versions)) == len(versions)


def test_this_version_is_described():
    first = next(HEADING.match(line)["name"] for line in _lines() if HEADING.match(line))

    assert first in ("Unreleased", __version__)
    assert __version__ in _releases() or first == "Unreleased"


def test_every_release_says_something():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    for section in text.split("\n## ")[1:]:
        assert re.search(r"^- \S", section, re.MULTILINE), section.splitlines()[0]


def _lines():
    return (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()


def _releases():
    names = [HEADING.match(line)["name"] for line in _lines() if HEADING.match(line)]
    return [name for name in names if name != "Unreleased"]
