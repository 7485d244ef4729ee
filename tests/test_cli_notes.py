"""The notes of a delegate are shown and taken in from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app import cli
from app.clock import SystemClock
from app.domain.pack_scope import PackPart, PackScope
from app.services import bodies, rule_reading, rules, workspaces
from app.services.notes import notebook, notes_out
from app.services.notes.notebook import NoteDraft
from app.services.packs import making, reading
from app.services.packs.making import PackOrder
from tests.test_cli_packs import BODY

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


@pytest.fixture
def sent(sample_copy: Path, tmp_path: Path, home: Path) -> Path:
    """A note on the first provision of the sample's rules, as a delegate sends it."""
    clock = SystemClock()
    with workspaces.open(sample_copy, clock=clock, actor="Bat", read_only=True) as office:
        body = bodies.find_by_code(office, code=BODY)
        assert body is not None
        scope = PackScope(body_id=body, on=office.today(), parts=frozenset({PackPart.RULES}))
        made = making.make(office, PackOrder(scope, "Pack"), folder_or_path=tmp_path)
    with reading.open_for_reading(made.path, clock=clock, actor="Dulam").workspace as pack:
        document = rules.list_documents(pack, body_id=body)[0]
        read = rule_reading.read(pack, document_id=document.id)
        assert read is not None
        draft = NoteDraft(
            document_id=document.id,
            eid=read.provisions[0].eid,
            number=read.version.number,
            language="en",
            text="Who pays?",
            for_secretariat=True,
        )
        notebook.add(pack, draft)
        return notes_out.write_file(pack, folder_or_path=tmp_path).path


def test_notes_are_shown_and_taken_in_once(run: Run, sample_copy: Path, sent: Path) -> None:
    code, printed, _ = run("notes", sent, "--look", "--workspace", sample_copy)
    assert code == 0
    assert printed.startswith("new  ")
    assert printed.endswith("Dulam  Who pays?\n")
    assert run("notes", sent, "--workspace", sample_copy)[:2] == (
        0,
        "1 new, 0 revised, 0 here already\n",
    )
    code, printed, _ = run("notes", sent, "--workspace", sample_copy, "--json")
    assert (code, json.loads(printed)) == (0, {"new": 0, "revised": 0, "here": 1})


def test_what_is_no_file_of_notes_is_refused_and_a_workspace_must_be_named(
    run: Run, sample_copy: Path, sent: Path, tmp_path: Path
) -> None:
    code, printed, complaint = run("notes", sent)
    assert (code, printed) == (2, "")
    assert "none is named" in complaint
    letter = tmp_path / "letter.jwgn"
    letter.write_text("Dear colleagues")
    code, printed, complaint = run("notes", letter, "--workspace", sample_copy)
    assert (code, printed) == (1, "")
    assert "“letter.jwgn” was not taken in: it was made by another program." in complaint
