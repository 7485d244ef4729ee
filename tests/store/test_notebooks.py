"""A file of notes loses nothing: not in a crash, not with two windows at once."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as driver

from app.domain.identity import new_id
from app.domain.pack_note import PackNote
from app.store.notebooks import NotebookDamaged, read_notebook, writing_notebook

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

KILLED = """
import os, signal, sys
from pathlib import Path
from app.store.notebooks import writing_notebook
from tests.store.test_notebooks import a_note
with writing_notebook(Path(sys.argv[1])) as pen:
    for number in range(400):
        pen.put(a_note("Half a thought " * 50))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def a_note(text: str) -> PackNote:
    return PackNote(
        uid=new_id(),
        document_id=new_id(),
        document="JWG-RULES",
        eid="art_1",
        version=1,
        language="en",
        text=text,
        written_at=AT,
        changed_at=AT,
    )


def put(path: Path, *notes: PackNote) -> None:
    with writing_notebook(path) as pen:
        for note in notes:
            pen.put(note)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes" / "body.notes"


def test_notes_are_read_as_they_were_written_the_earliest_first(path: Path) -> None:
    first, second = a_note("First\n둘째 줄"), a_note("Second")
    put(path, second, replace(first, revision=2, for_secretariat=True))
    put(path, first)
    assert read_notebook(path).notes == (first, second)


def test_what_fails_half_way_leaves_what_was_there(path: Path) -> None:
    kept = a_note("Kept")
    put(path, kept)

    def fail() -> None:
        with writing_notebook(path) as pen:
            pen.put(a_note("Lost"))
            pen.remove(kept.uid)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert read_notebook(path).notes == (kept,)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_program_that_is_killed_loses_no_note_that_was_written_before(path: Path) -> None:
    kept = a_note("Kept")
    put(path, kept)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert read_notebook(path).notes == (kept,)
    put(path, a_note("Another"))
    assert len(read_notebook(path).notes) == 2


def test_two_windows_do_not_overwrite_each_others_notes(path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: put(path, a_note(f"Note {number}")), range(24)))
    assert {note.text for note in read_notebook(path).notes} == {f"Note {n}" for n in range(24)}


def test_a_file_of_another_program_or_of_a_newer_one_is_left_alone(path: Path) -> None:
    put(path, a_note("Mine"))
    for pragma, told in (("application_id=7", "another program"), ("user_version=9", "newer")):
        connection = driver.connect(str(path))
        connection.execute(f"PRAGMA {pragma}")
        connection.close()
        before = path.read_bytes()
        with pytest.raises(NotebookDamaged, match=told):
            read_notebook(path)
        with pytest.raises(NotebookDamaged, match=told):
            put(path, a_note("x"))
        assert path.read_bytes() == before
        connection = driver.connect(str(path))
        connection.execute("PRAGMA application_id=1247233870")
        connection.close()


def test_a_note_that_is_none_is_named_as_damage(path: Path) -> None:
    put(path, a_note("Mine"))
    for told in ("[]", '{"uid": "x"}', "no JSON", '{"uid": 7}'):
        connection = driver.connect(str(path))
        connection.execute("UPDATE note SET told = ?", (told,))
        connection.commit()
        connection.close()
        with pytest.raises(NotebookDamaged, match="not as it was written"):
            read_notebook(path)
