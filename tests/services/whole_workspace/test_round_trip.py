"""Whatever is done in a workspace comes back from its export just as it was, history and all."""

import shutil

from app.clock import FixedClock
from app.exchange.whole_workspace.layout import kinds
from app.services import history, seals, workspaces
from app.services.whole_workspace import exporting, importing
from app.store.version import SCHEMA_VERSION
from app.store.workspace import Workspace
from tests.contents import contents_of, what_can_be_found
from tests.services.conftest import NOW
from tests.services.whole_workspace.exports import files_in, read


def test_what_is_exported_holds_most_kinds_of_record_and_files(there_and_back):
    out, _made = there_and_back

    filled = {
        kind for kind in kinds() if (out.path / "records" / f"{kind}.jsonl").stat().st_size > 0
    }
    assert len(filled) > len(kinds()) * 0.75, sorted(set(kinds()) - filled)
    assert out.files > 0
    assert out.broken_seals == ()


def test_the_sample_comes_back_as_it_was(sample_path, tmp_path):
    with read(sample_path) as opened:
        out = exporting.export(opened, target=tmp_path / exporting.suggest_name(opened))
    made = importing.bring_in(
        out.path, target=tmp_path / "Back.jwg", clock=FixedClock(NOW), actor="Dorj"
    )
    with read(made.path) as opened:
        again = exporting.export(opened, target=tmp_path / "Again")

    assert out.path.name == "Sample 2026-03-02"
    assert again.fingerprint == out.fingerprint
    assert contents_of(made.path) == contents_of(sample_path)
    assert what_can_be_found(made.path) == what_can_be_found(sample_path)


def test_the_copy_holds_the_same_rows_to_the_byte(everything, there_and_back):
    _out, made = there_and_back

    assert contents_of(made.path) == contents_of(everything)
    assert what_can_be_found(made.path) == what_can_be_found(everything)


def test_an_export_of_the_copy_is_the_same_byte_for_byte(there_and_back, tmp_path):
    out, made = there_and_back
    with read(made.path) as opened:
        again = exporting.export(opened, target=tmp_path / "Again")

    assert files_in(again.path) == files_in(out.path)
    assert again.fingerprint == out.fingerprint == made.fingerprint


def test_the_copy_is_sound_and_its_seals_are_those_of_the_original(everything, there_and_back):
    _out, made = there_and_back

    assert workspaces.verify(made.path) == ()
    with read(made.path) as copy, read(everything) as original:
        assert seals.find_broken(copy) == ()
        assert seals.chain_head(copy) == seals.chain_head(original) == (made.seals, made.last_seal)
    assert made.seals > 0


def test_what_was_done_can_still_be_undone_in_the_copy(everything, there_and_back, tmp_path):
    _out, made = there_and_back
    undone = []
    for number, source in enumerate((everything, made.path)):
        path = tmp_path / f"{number}.jwg"
        shutil.copyfile(source, path)
        with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
            history.redo(opened)
            history.undo(opened)
            history.undo(opened)
        undone.append(contents_of(path))

    assert undone[0] == undone[1]


def test_numbers_that_were_given_are_not_given_again(there_and_back, tmp_path):
    _out, made = there_and_back
    path = tmp_path / "Copy.jwg"
    shutil.copyfile(made.path, path)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        before = history.next_undo(opened)
        change = history.undo(opened)

    assert before is not None
    assert change.number > before.number


def test_an_archive_holds_the_same_files_and_comes_back_the_same(everything, tmp_path):
    with read(everything) as opened:
        first = exporting.export(opened, target=tmp_path / "One.zip", as_zip=True)
        second = exporting.export(opened, target=tmp_path / "Two.zip", as_zip=True)
    made = importing.bring_in(
        first.path, target=tmp_path / "Back.jwg", clock=FixedClock(NOW), actor="Dorj"
    )

    assert first.path.read_bytes() == second.path.read_bytes()
    assert made.fingerprint == first.fingerprint
    assert contents_of(made.path) == contents_of(everything)


def test_it_says_with_which_version_of_the_file_it_was_written(there_and_back):
    out, made = there_and_back
    summary = importing.look_at(out.path)

    assert importing.look_at(out.path / "manifest.json") == summary
    assert summary.fingerprint == out.fingerprint
    assert sum(summary.counts.values()) == made.records
    assert f'"schema": {SCHEMA_VERSION}' in (out.path / "manifest.json").read_text("utf-8")
