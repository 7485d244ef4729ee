import os
from pathlib import Path

import pytest

from app.domain.errors import Misfortune
from app.services import incoming_files
from app.services.disk import FileNotRead
from app.services.incoming_files import (
    LARGEST,
    Danger,
    EmptyFile,
    FileGone,
    FileTooLarge,
    IsFolder,
    NotAFile,
)


def write(folder: Path, name: str, content: bytes = b"%PDF-1.7") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_a_file_is_looked_at_without_being_read(tmp_path: Path) -> None:
    found = incoming_files.look(write(tmp_path, "Rules.pdf"))
    assert (found.name, found.size, found.media_type) == ("Rules.pdf", 8, "application/pdf")
    assert (found.danger, found.problem) == (None, None)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.msg", "application/vnd.ms-outlook"),
        ("a.eml", "message/rfc822"),
        ("a.hwp", "application/x-hwp"),
        ("a.PNG", "image/png"),
        ("a", "application/octet-stream"),
        ("a.nothing", "application/octet-stream"),
    ],
)
def test_what_a_file_is_follows_from_its_ending_on_every_computer(
    name: str, media_type: str
) -> None:
    assert incoming_files.media_type_of(name) == media_type


@pytest.mark.parametrize(
    ("name", "content", "danger"),
    [
        ("setup.exe", b"x", Danger.PROGRAM),
        ("Rules.pdf.js", b"x", Danger.PROGRAM),
        ("Rules.pdf", b"MZ\x90\x00", Danger.PROGRAM),
        ("Rules.docx", b"\x7fELF", Danger.PROGRAM),
        ("run", b"#!/bin/sh", Danger.PROGRAM),
        ("Rules.docm", b"PK\x03\x04", Danger.MACROS),
        ("Rules.docx", b"PK\x03\x04", None),
    ],
)
def test_a_program_is_known_by_its_name_or_by_how_it_begins(
    tmp_path: Path, name: str, content: bytes, danger: Danger | None
) -> None:
    assert incoming_files.look(write(tmp_path, name, content)).danger is danger


def test_a_name_from_outside_is_made_safe(tmp_path: Path) -> None:
    found = incoming_files.look(write(tmp_path, "a\u202etxt\x07.pdf"))
    assert found.name == "atxt.pdf"
    long = "n" * 250
    assert len(incoming_files.look(write(tmp_path, long)).name) == 120


def test_a_name_longer_than_any_computer_takes_is_told_and_no_mistake(tmp_path: Path) -> None:
    found = incoming_files.look(tmp_path / ("n" * 300))
    assert isinstance(found.problem, FileNotRead | FileGone)


@pytest.mark.parametrize("ask", [incoming_files.read, lambda path: incoming_files.look(path)])
def test_what_cannot_be_taken_is_told_with_its_name(tmp_path: Path, ask) -> None:
    cases = {
        FileGone: tmp_path / "gone.pdf",
        IsFolder: tmp_path,
        EmptyFile: write(tmp_path, "empty.pdf", b""),
        FileTooLarge: sparse(tmp_path / "large.pdf", LARGEST + 1),
    }
    for kind, path in cases.items():
        try:
            problem = ask(path).problem
        except Misfortune as refused:
            problem = refused
        assert isinstance(problem, kind)
        assert path.name in problem.sentence
        assert problem.remedy
        assert problem.field == "file"


def test_the_largest_file_that_is_taken_is_named_with_what_the_file_has(tmp_path: Path) -> None:
    path = sparse(tmp_path / "large.pdf", 90 * 1024 * 1024)
    with pytest.raises(FileTooLarge, match="has 90 MB; a file in a workspace may have 64 MB"):
        incoming_files.read(path)


def test_forty_megabytes_are_read(tmp_path: Path) -> None:
    path = sparse(tmp_path / "slides.pptx", 40 * 1024 * 1024)
    assert len(incoming_files.read(path)) == 40 * 1024 * 1024


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(NotAFile):
        incoming_files.read(pipe)


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "secret.pdf")
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    with pytest.raises(FileNotRead, match=r"“secret\.pdf” could not be read"):
        incoming_files.read(path)


def test_a_disk_that_was_taken_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "slides.pdf")

    def fail(*_asked: object, **_how: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(FileNotRead, match="Input/output error"):
        incoming_files.read(path)
    assert isinstance(incoming_files.look(path).problem, FileNotRead)
