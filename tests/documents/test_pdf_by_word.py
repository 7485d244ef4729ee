"""On Windows a PDF is made by Word where there is no LibreOffice; a shell stands in for it here."""

import os
from pathlib import Path

import pytest

from app.documents import pdf_by_word
from app.documents.outside_program import NotLaidOut


@pytest.fixture
def pretend(tmp_path: Path):
    """A program that does what a test says in place of the one that drives Word."""
    if os.name == "nt":
        pytest.skip("needs a shell")

    def make(script: str) -> Path:
        program = tmp_path / "powershell"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return program

    return make


def test_word_gets_the_document_and_says_where_its_pdf_is(pretend) -> None:
    program = pretend('cp "$JWG_WORD_SOURCE" "$JWG_WORD_TARGET"')
    assert pdf_by_word.convert(b"our own file", program=program) == b"our own file"


def test_word_stays_hidden_asks_nothing_runs_no_macro_and_only_reads(pretend, tmp_path) -> None:
    program = pretend(f"printf '%s\\n' \"$@\" > {tmp_path / 'asked'}")
    with pytest.raises(NotLaidOut):
        pdf_by_word.convert(b"", program=program)
    asked = (tmp_path / "asked").read_text()
    assert asked.splitlines()[:3] == ["-NoProfile", "-NonInteractive", "-Command"]
    for setting in ("Visible = $false", "DisplayAlerts = 0", "AutomationSecurity = 3"):
        assert setting in asked
    assert "Open($env:JWG_WORD_SOURCE, $false, $true, $false)" in asked
    assert '"' not in asked, "a double quote would end the argument on Windows"


def test_what_word_said_is_told_when_there_is_no_pdf(pretend) -> None:
    with pytest.raises(NotLaidOut, match="Word did not make the PDF: the licence has expired"):
        pdf_by_word.convert(b"", program=pretend("echo the licence has expired"))
    with pytest.raises(NotLaidOut, match="it said nothing"):
        pdf_by_word.convert(b"", program=pretend("true"))


def test_a_word_that_takes_too_long_is_ended_though_it_is_nobodys_child(
    pretend, tmp_path, monkeypatch
) -> None:
    ended = []
    monkeypatch.setattr(pdf_by_word, "end", ended.append)
    program = pretend('printf "4711\\nno number\\n" > "$JWG_WORD_STARTED"; sleep 60')
    with pytest.raises(NotLaidOut, match="longer than 1 seconds"):
        pdf_by_word.convert(b"", program=program, seconds=1)
    assert ended == [4711]


def test_word_is_looked_for_where_it_can_be_driven(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(pdf_by_word, "_has_word", lambda: False)
    assert pdf_by_word.find_word() is None
    monkeypatch.setattr(pdf_by_word, "_has_word", lambda: True)
    monkeypatch.setattr(
        pdf_by_word.shutil, "which", lambda name: f"/bin/{name}" if name == "pwsh" else None
    )
    assert pdf_by_word.find_word() == Path("/bin/pwsh")
