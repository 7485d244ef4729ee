import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.domain.errors import Mistake
from app.exchange.bundles import write_folder, write_zip

WHEN = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FILES = (("index.html", b"index"), ("Papers/회의 1.pdf", b"paper"))


def write(kind, target, files):
    return write_zip(target, files, when=WHEN) if kind == "zip" else write_folder(target, files)


def read(path):
    if path.is_dir():
        return {
            each.relative_to(path).as_posix(): each.read_bytes()
            for each in path.rglob("*")
            if each.is_file()
        }
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_every_file_is_there_as_it_was(tmp_path, kind):
    assert read(write(kind, tmp_path / "a" / "bundle.zip", FILES)) == dict(FILES)


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_what_is_there_already_is_never_touched(tmp_path, kind):
    first = write(kind, tmp_path / "bundle.zip", FILES)
    before = read(first)
    second = write(kind, tmp_path / "bundle.zip", (("other", b"other"),))
    third = write(kind, tmp_path / "bundle.zip", (("other", b"other"),))
    assert len({first, second, third}) == 3
    assert read(first) == before


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_an_error_on_the_way_leaves_nothing_behind(tmp_path, kind):
    def broken():
        yield FILES[0]
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - just this one
        write(kind, tmp_path / "bundle.zip", broken())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["folder", "zip"])
@pytest.mark.parametrize("name", ["../up", "/root", "a/../../b", "", "a\\b"])
def test_no_file_leads_out_of_the_bundle(tmp_path, kind, name):
    with pytest.raises(Mistake):
        write(kind, tmp_path / "in" / "bundle.zip", ((name, b""),))
    assert not (tmp_path / "up").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_colleagues_can_read_what_was_written(tmp_path, kind):
    mode = write(kind, tmp_path / "bundle.zip", FILES).stat().st_mode
    mask = os.umask(0)
    os.umask(mask)
    assert mode & stat.S_IRGRP == stat.S_IRGRP & ~mask


def test_an_archive_gives_the_hour_at_which_it_was_made(tmp_path: Path) -> None:
    with ZipFile(write_zip(tmp_path / "a.zip", FILES, when=WHEN)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 2, 12, 0, 0)}


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_what_comes_in_pieces_is_written_piece_by_piece(tmp_path, kind):
    taken = []

    def pieces(name):
        for number in range(3):
            taken.append((name, number))
            yield f"{name}{number} ".encode()

    made = write(kind, tmp_path / "bundle.zip", ((name, pieces(name)) for name in "ab"))

    if kind == "zip":
        with ZipFile(made) as archive:
            found = {name: archive.read(name) for name in archive.namelist()}
    else:
        found = {path.name: path.read_bytes() for path in made.iterdir()}
    assert found == {"a": b"a0 a1 a2 ", "b": b"b0 b1 b2 "}
    assert taken == [(name, number) for name in "ab" for number in range(3)]
