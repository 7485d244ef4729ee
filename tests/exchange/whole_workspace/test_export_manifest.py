import json
from datetime import UTC, datetime

import pytest

from app.domain.errors import Misfortune
from app.exchange.whole_workspace.facts import SealChain
from app.exchange.whole_workspace.layout import FORMAT
from app.exchange.whole_workspace.manifest import Listed, Manifest, read_manifest
from app.exchange.whole_workspace.refusals import ExportDamaged, ExportTooNew, NotAnExport

MANIFEST = Manifest(
    program="1.0",
    schema=3,
    last_change_at=datetime(2026, 3, 2, 12, 0, tzinfo=UTC),
    seals=SealChain(2, "ab" * 32),
    last_numbers={"change": 7},
    records={"meeting": 1},
    files={"README.txt": Listed("0" * 64, 3), f"files/{'1' * 64}.docx": Listed("1" * 64, 5)},
)


def read(raw, newest_schema=3):
    return read_manifest(raw, export="Export", newest_schema=newest_schema)


def changed(**changes):
    return json.dumps(json.loads(MANIFEST.write()) | changes).encode()


def test_a_manifest_comes_back_as_it_was():
    assert read(MANIFEST.write()) == MANIFEST
    assert read(MANIFEST.write()).size == 8


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 0},
        {"format": True},
        {"format": "1"},
        {"schema": -1},
        {"schema": 0},
        {"schema": None},
        {"program": 3},
        {"files": []},
        {"files": {"README.txt": {}}},
        {"files": {"README.txt": {"sha256": "x", "size": 1}}},
        {"files": {"README.txt": {"sha256": "0" * 64, "size": -1}}},
        {"files": {"README.txt": {"sha256": "0" * 64, "size": 1.0}}},
        {"files": {"../README.txt": {"sha256": "0" * 64, "size": 1}}},
        {"files": {"manifest.json": {"sha256": "0" * 64, "size": 1}}},
        {"files": {"files/" + "a" * 63: {"sha256": "0" * 64, "size": 1}}},
        {"files": {"records/Meeting.jsonl": {"sha256": "0" * 64, "size": 1}}},
        {"records": []},
        {"records": {"meeting": -1}},
        {"records": {"meeting": True}},
        {"seals": None},
        {"seals": {"links": 0, "last": 0}},
        {"last_change_at": "yesterday"},
        {"last_change_at": "2026-03-02T12:00:00"},
        {"last_change_at": 5},
        {"last_change_at": "0001-01-01T00:00:00+00:00"},
        {"last_change_at": "9999-12-31T23:59:59-12:00"},
        {"last_numbers": {"change": 1.5}},
        {"more": 1},
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(changes):
    with pytest.raises(ExportDamaged) as caught:
        read(changed(**changes))
    assert caught.value.remedy


@pytest.mark.parametrize("changes", [{"format": FORMAT + 1}, {"schema": 4}, {"format": 2**62}])
def test_one_of_a_newer_program_is_told_from_one_that_is_damaged(changes):
    with pytest.raises(ExportTooNew, match=r"99\.1"):
        read(changed(**changes, program="99.1", unheard_of=1))


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe", b"[]", b"{", b"{}", b'{"nature":1,"nature":2}', b"null"]
)
def test_something_else_is_refused(raw):
    with pytest.raises(Misfortune):
        read(raw)


def test_the_manifest_of_another_program_is_no_export():
    with pytest.raises(NotAnExport, match="Export"):
        read(changed(nature="photo album"))
