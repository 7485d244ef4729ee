"""Exports and openings that are stopped, or cannot be, leave everything as it was."""

import json
import shutil

import pytest
from sqlalchemy import event

from app.clock import FixedClock
from app.domain.attachment import Attachment
from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.pack_scope import ALL_PARTS, OF_A_MEETING, PackScope
from app.services import attachments, bodies, workspaces
from app.services.disk import FileNotWritten
from app.services.packs import making, reading
from app.services.whole_workspace import exporting, importing
from app.store.backup_folder import backup_folder
from app.store.engine import Access, connect, open_engine
from app.store.faults import DiskFull
from app.store.version import SCHEMA_VERSION
from app.store.workspace import Workspace, WorkspaceExists
from tests.contents import contents_of
from tests.services.conftest import NOW
from tests.services.whole_workspace.exports import files_in, read
from tests.store import first_version


def bring_in(path, target, **how):
    return importing.bring_in(path, target=target, clock=FixedClock(NOW), actor="Dorj", **how)


def test_an_export_is_heard_of_as_it_goes_and_to_its_end(everything, tmp_path):
    heard = []
    with read(everything) as opened:
        exporting.export(
            opened,
            target=tmp_path / "Out",
            progress=lambda done, total: heard.append((done, total)) or True,
        )

    assert heard[0][0] == 0
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]


@pytest.mark.parametrize("share", [0, 0.3, 0.8])
@pytest.mark.parametrize("as_zip", [False, True])
def test_an_export_that_is_stopped_leaves_nothing(everything, tmp_path, share, as_zip):
    folder = tmp_path / "exports"
    with read(everything) as opened, pytest.raises(exporting.Stopped):
        exporting.export(
            opened,
            target=folder / "Out",
            as_zip=as_zip,
            progress=lambda done, total: done <= share * total and share > 0,
        )

    assert not folder.exists() or list(folder.iterdir()) == []


@pytest.mark.parametrize("share", [0, 0.2, 0.4, 0.7])
def test_an_opening_that_is_stopped_leaves_nothing(export, share):
    before = export.left()
    with pytest.raises(importing.Stopped):
        bring_in(
            export.folder,
            export.target,
            progress=lambda done, total: done <= share * total and share > 0,
        )

    assert export.left() == before


def test_an_opening_is_heard_of_to_its_end(export):
    heard = []
    bring_in(export.folder, export.target, progress=lambda *told: heard.append(told) or True)

    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]


def test_a_second_export_gets_a_name_of_its_own(everything, tmp_path):
    with read(everything) as opened:
        first = exporting.export(opened, target=tmp_path / "Out")
        before = files_in(first.path)
        second = exporting.export(opened, target=tmp_path / "Out")

    assert second.path.name == "Out (2)"
    assert files_in(first.path) == before == files_in(second.path)


def test_the_workspace_can_be_written_while_it_is_exported(everything, tmp_path):
    path = tmp_path / "Mine.jwg"
    shutil.copyfile(everything, path)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        body = bodies.list_all(opened)[0].id
        renamed = []

        def rename(_done, _total):
            if not renamed:
                with opened.write("Rename") as work:
                    work.get(Body, body).topic = "another"
                    renamed.append(work.commit())
            return True

        before = exporting.export(opened, target=tmp_path / "Before", progress=rename)
        after = exporting.export(opened, target=tmp_path / "After")

    assert before.fingerprint != after.fingerprint
    assert b"another" not in (before.path / "records/body.jsonl").read_bytes()
    assert b"another" in (after.path / "records/body.jsonl").read_bytes()


def test_what_is_there_already_is_never_overwritten(export):
    export.target.write_bytes(b"somebody's")
    with pytest.raises(WorkspaceExists):
        export.bring_in()

    assert export.target.read_bytes() == b"somebody's"


def test_a_file_that_comes_up_while_an_export_is_read_is_not_overwritten(export):
    def put_there(done, total):
        if done > total / 2:
            export.target.write_bytes(b"somebody's")
        return True

    with pytest.raises(WorkspaceExists):
        bring_in(export.folder, export.target, progress=put_there)

    assert export.target.read_bytes() == b"somebody's"
    assert export.left() == {"Back.jwg"}


def test_two_cannot_make_the_same_workspace_at_once(export):
    refused = []

    def try_as_well(_done, _total):
        if not refused:
            refused.append(None)
            with pytest.raises(Misfortune) as caught:
                bring_in(export.folder, export.target)
            refused[0] = caught.value
        return True

    # Once it is being filled, its name is taken.
    made = bring_in(
        export.folder,
        export.target,
        progress=lambda done, total: done < total * 0.4 or try_as_well(done, total),
    )
    assert refused
    assert made.path == export.target


def test_a_disk_without_room_is_told_before_anything_is_written(export, monkeypatch):
    class Full:
        free = 1000

    monkeypatch.setattr("shutil.disk_usage", lambda _path: Full)
    before = export.left()
    with pytest.raises(DiskFull):
        export.bring_in()

    assert export.left() == before


@pytest.mark.parametrize("pages", [150, 250, 400])
def test_a_disk_that_fills_up_on_the_way_is_told_and_left_as_it_was(export, monkeypatch, pages):
    def open_small(path, *, access, begin):
        engine = open_engine(path, access=access, begin=begin)
        event.listen(
            engine,
            "connect",
            lambda connection, _record: connection.execute(f"PRAGMA max_page_count={pages}"),
        )
        return engine

    monkeypatch.setattr("app.store.whole_workspace.arriving.open_engine", open_small)
    before = export.left()
    with pytest.raises(DiskFull):
        export.bring_in()

    assert export.left() == before


def test_a_place_that_cannot_be_written_is_told(everything, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with read(everything) as opened, pytest.raises(FileNotWritten):
        exporting.export(opened, target=blocked / "Out")


def test_an_older_workspace_that_is_only_read_is_exported_as_it_would_be_opened(tmp_path):
    path = tmp_path / "Old.jwg"
    records = first_version.records_of_then()
    kept = next(record for record in records if isinstance(record, Attachment))
    kept.sha256 = attachments.hash_of(b"abc")
    first_version.make_first_version(path, records)
    with read(path) as opened:
        out = exporting.export(opened, target=tmp_path / "Out")
    made = bring_in(out.path, tmp_path / "New.jwg")
    Workspace.open(path, clock=FixedClock(NOW), actor="Bat").close()
    with read(path) as brought_up, read(made.path) as copy:
        again = [
            exporting.export(opened, target=tmp_path / "Again").fingerprint
            for opened in (brought_up, copy)
        ]

    assert json.loads((out.path / "manifest.json").read_bytes())["schema"] == SCHEMA_VERSION
    assert again == [out.fingerprint, out.fingerprint]


def test_a_workspace_of_a_newer_program_is_not_exported_in_part(everything, tmp_path):
    path = tmp_path / "Newer.jwg"
    shutil.copyfile(everything, path)
    connection = connect(path, access=Access.READ_WRITE)
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    connection.close()
    with read(path) as opened, pytest.raises(exporting.NotWhole, match="newer JWG Desk"):
        exporting.export(opened, target=tmp_path / "Out")

    assert not (tmp_path / "Out").exists()


def test_a_pack_is_not_exported_as_if_it_were_a_workspace(everything, tmp_path):
    with read(everything) as opened:
        body = next(row.id for row in bodies.list_all(opened))
        scope = PackScope(body_id=body, on=opened.today(), parts=ALL_PARTS - OF_A_MEETING)
        pack = making.make(
            opened, making.PackOrder(scope=scope, title="Pack"), folder_or_path=tmp_path
        )
    in_hand = reading.open_for_reading(pack.path, clock=FixedClock(NOW), actor="Dorj")
    with in_hand.workspace as opened, pytest.raises(exporting.NotWhole, match="it is a pack"):
        exporting.export(opened, target=tmp_path / "Out")


def test_what_was_changed_behind_its_seal_is_exported_told_and_not_opened(everything, tmp_path):
    path = tmp_path / "Changed.jwg"
    shutil.copyfile(everything, path)
    connection = connect(path, access=Access.READ_WRITE)
    connection.execute("UPDATE provision_text SET text = text || '!' WHERE sealed_from IS NOT NULL")
    connection.close()
    with read(path) as opened:
        out = exporting.export(opened, target=tmp_path / "Out")

    assert out.broken_seals
    with pytest.raises(importing.SealBroken):
        bring_in(out.path, tmp_path / "New.jwg")


def test_a_kept_file_that_is_not_what_it_was_is_exported_told_and_not_opened(tmp_path):
    path = tmp_path / "Old.jwg"
    first_version.make_first_version(path, first_version.records_of_then())
    with read(path) as opened:
        out = exporting.export(opened, target=tmp_path / "Out")

    assert out.damaged_files == ("a.txt",)
    with pytest.raises(importing.RecordRefused, match="is not the file"):
        bring_in(out.path, tmp_path / "New.jwg")


def test_the_new_workspace_is_opened_written_and_backed_up_like_any_other(export):
    made = export.bring_in()
    with Workspace.open(made.path, clock=FixedClock(NOW), actor="Bat") as opened:
        assert not opened.read_only
        assert workspaces.summarise(opened).meetings > 0

    assert len(list(backup_folder(made.path).iterdir())) == 1


def test_an_empty_workspace_goes_out_and_comes_back(fresh_workspace, tmp_path):
    with read(fresh_workspace) as opened:
        out = exporting.export(opened, target=tmp_path / "Out")
    made = bring_in(out.path, tmp_path / "New")

    assert (made.records, made.seals, made.last_seal) == (1, 0, "")
    assert contents_of(made.path) == contents_of(fresh_workspace)
