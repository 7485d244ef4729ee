"""An export that is not as it was written is refused by name, and nothing is left behind."""

import json
import os
import shutil
import zipfile

import pytest

from app.domain.errors import Misfortune
from app.domain.identity import new_id
from app.domain.sealing import text_hash
from app.services.whole_workspace import importing
from app.store.version import SCHEMA_VERSION

A_FILE = "records/meeting.jsonl"


def refused(export, what, *, path=None, words=""):
    """Check that an export is refused with a sentence that names ``words``, and leaves nothing."""
    before = export.left()
    with pytest.raises(what) as caught:
        export.bring_in(path)
    assert words in caught.value.sentence, caught.value.sentence
    assert caught.value.remedy
    assert caught.value.sentence.endswith((".", "…"))
    assert len(caught.value.sentence) < 600
    assert export.left() == before
    return caught.value


def test_a_changed_byte_is_found_and_its_file_named(export):
    path = export.folder / A_FILE
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)

    refused(export, importing.ExportDamaged, words=A_FILE)


@pytest.mark.parametrize("name", [A_FILE, "README.txt", "schema.json", "records/seal.jsonl"])
def test_a_missing_file_is_named(export, name):
    (export.folder / name).unlink()

    refused(export, importing.ExportDamaged, words=name)


@pytest.mark.parametrize("name", [A_FILE, "README.txt", "schema.json", "records/seal.jsonl"])
def test_a_file_that_the_manifest_leaves_out_as_well_is_missed_all_the_same(export, name):
    (export.folder / name).unlink()
    export.correct()

    refused(export, importing.ExportDamaged, words=name)


@pytest.mark.parametrize("name", ["more.txt", "records/more.jsonl", "files/" + "0" * 64])
def test_one_file_too_many_is_named(export, name):
    (export.folder / name).write_bytes(b"")

    refused(export, importing.ExportDamaged, words=name)


@pytest.mark.parametrize(
    "name", ["records/visitor.jsonl", "more.txt", "records/search_entry.jsonl"]
)
def test_one_file_too_many_is_refused_if_the_manifest_lists_it_too(export, name):
    (export.folder / name).write_bytes(b"")
    export.correct()

    refused(export, importing.ExportDamaged, words=name)


def test_what_a_file_manager_leaves_behind_does_no_harm(export):
    (export.folder / ".DS_Store").write_bytes(b"litter")
    (export.folder / "records" / "Thumbs.db").write_bytes(b"litter")

    assert export.bring_in().path == export.target


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
@pytest.mark.parametrize("name", [A_FILE, "records", "files", "manifest.json"])
def test_a_link_to_somewhere_else_is_not_followed(export, name, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "kept"
    shutil.move(export.folder / name, elsewhere)
    (export.folder / name).symlink_to(elsewhere)

    refused(export, importing.ExportDamaged, words=name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "../outside.jsonl",
            "/etc/passwd",
            "records/../../outside",
            "C:\\Windows\\x",
            "records\\x",
        ),
        *("C:/x", "records/./x.jsonl", "records//x.jsonl", "a/b/c", "", "x\u0000y", "x" * 3000),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused_in_the_manifest_and_in_an_archive(
    export, name, tmp_path
):
    files = export.manifest["files"]
    archive = tmp_path / "Export.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for each in sorted({*files, "manifest.json"}):
            packed.write(export.folder / each, each)
        if name:
            entry = zipfile.ZipInfo("x")
            entry.filename = name
            packed.writestr(entry, b"out")
    if name:
        refused(export, importing.ExportDamaged, path=archive)
    export.write_manifest(files=files | {name: {"sha256": "0" * 64, "size": 3}})
    refused(export, importing.ExportDamaged)


def test_a_link_in_an_archive_is_refused(export, tmp_path):
    archive = tmp_path / "Export.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(export.folder / "manifest.json", "manifest.json")
        entry = zipfile.ZipInfo(A_FILE)
        entry.external_attr = 0o120777 << 16
        packed.writestr(entry, b"/etc/passwd")

    refused(export, importing.ExportDamaged, path=archive, words=A_FILE)


def test_two_entries_of_one_name_in_an_archive_are_refused(export, tmp_path):
    archive = tmp_path / "Export.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(export.folder / "manifest.json", "manifest.json")
        packed.write(export.folder / A_FILE, A_FILE)
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr(A_FILE, b"another")

    refused(export, importing.ExportDamaged, path=archive, words="twice")


def test_an_archive_cut_short_is_refused(export, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "Export"), "zip", export.folder)
    raw = (tmp_path / "Export.zip").read_bytes()
    for length in (len(raw) - 10, len(raw) // 2, 30, 0):
        (tmp_path / "Export.zip").write_bytes(raw[:length])
        refused(export, importing.NotAnExport, path=tmp_path / "Export.zip")
    assert archive


def test_damage_inside_an_archive_is_named(export, tmp_path):
    archive = tmp_path / "Export.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted({*export.manifest["files"], "manifest.json"}):
            packed.write(export.folder / name, name)
        place = packed.getinfo("records/change.jsonl").header_offset + 400
    raw = bytearray(archive.read_bytes())
    raw[place : place + 40] = bytes(40)
    archive.write_bytes(raw)

    refused(export, importing.ExportDamaged, path=archive, words="records/change.jsonl")


def test_a_bomb_is_not_unpacked(export, tmp_path):
    archive = tmp_path / "Export.zip"
    export.write_manifest(
        files=export.manifest["files"] | {A_FILE: {"sha256": "0" * 64, "size": 10**15}}
    )
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted({*export.manifest["files"], "manifest.json"} - {A_FILE}):
            packed.write(export.folder / name, name)
        packed.writestr(A_FILE, bytes(30_000_000))
    assert archive.stat().st_size < 1_000_000

    refused(export, importing.ExportDamaged, path=archive, words=A_FILE)


def test_a_bomb_of_one_endless_line_is_refused_before_it_fills_the_memory(export, monkeypatch):
    monkeypatch.setattr("app.exchange.whole_workspace.reading.LONGEST", 100_000)
    export.write_lines("meeting", ["[" * 200_000])

    refused(export, importing.RecordRefused, words="line 1")


def test_an_archive_that_was_packed_with_its_folder_is_read_as_well(export, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "X"), "zip", export.folder.parent, "Export")

    assert export.bring_in(tmp_path / "X.zip").path == export.target
    assert archive


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04", b"SQLite format 3\x00"])
def test_another_file_is_no_export(export, content, tmp_path):
    other = tmp_path / "other.zip"
    other.write_bytes(content)

    refused(export, importing.NotAnExport, path=other, words="other.zip")


def test_a_folder_without_a_manifest_a_missing_one_and_another_archive_are_no_exports(
    export, tmp_path
):
    (tmp_path / "home").mkdir(exist_ok=True)
    empty = tmp_path / "home" / "empty"
    empty.mkdir()
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("word/document.xml", b"<w/>")

    refused(export, importing.NotAnExport, path=empty, words="empty")
    refused(export, importing.NotAnExport, path=tmp_path / "nowhere", words="nowhere")
    refused(export, importing.NotAnExport, path=other, words="other.zip")


def test_two_records_with_one_key_are_refused(export):
    lines = export.lines("person")
    export.write_lines("person", [*lines, lines[0]])

    problem = refused(export, importing.Unplaced, words="records/person.jsonl")
    assert f"line {len(lines) + 1}" in problem.sentence


def test_a_rule_of_the_tables_is_kept_and_told_in_its_own_words(export):
    code = export.records("rule_document")[1]["code"]
    export.change("rule_document", 0, code=code)

    refused(export, importing.Unplaced, words="Another rule document already has this code")


def test_a_reference_to_nothing_names_record_and_field(export):
    nobody = str(new_id())
    record = export.change("meeting", body_id=nobody)

    problem = refused(export, importing.Unplaced, words=record["id"])
    assert "body_id" in problem.sentence
    assert nobody in problem.sentence


def test_a_record_that_is_left_out_is_missed_by_those_that_name_it(export):
    export.write_lines("body", export.lines("body")[1:])

    refused(export, importing.Unplaced, words="that is not there")


@pytest.mark.parametrize("line", ["[]", "", "{}"])
def test_a_line_that_is_no_record_is_refused_by_its_number(export, line):
    lines = export.lines("person")
    export.write_lines("person", [lines[0], line, *lines[1:]])

    refused(export, importing.RecordRefused, words="“records/person.jsonl”, line 2")


def test_a_last_line_without_an_end_is_refused(export):
    lines = export.lines("person")
    export.write_lines("person", [*lines[:-1], lines[-1].rstrip(b"\n")])

    refused(export, importing.RecordRefused, words="cut short")


def test_text_in_another_encoding_is_refused(export):
    record = export.records("person")[0] | {"note": "한국 대표단"}
    export.write_lines("person", [json.dumps(record, ensure_ascii=False)], encoding="cp949")

    refused(export, importing.RecordRefused, words="UTF-8")


def test_json_that_can_be_read_in_two_ways_is_refused_by_its_line(export):
    export.add_to_line("meeting", '"code":"x"', place=1)

    refused(export, importing.RecordRefused, words="“records/meeting.jsonl”, line 2")


def test_a_value_that_no_record_has_is_refused_by_the_name_of_its_field(export):
    record = export.change("meeting", starts_on="2026-02-30")

    problem = refused(export, importing.RecordRefused, words="starts_on")
    assert record["id"] in problem.sentence


def test_a_field_that_is_left_out_is_missed(export):
    record = export.records("meeting")[0]
    del record["zone"]
    export.write_lines("meeting", [json.dumps(record)])

    refused(export, importing.RecordRefused, words="“zone” is missing")


def test_fewer_records_than_the_manifest_counts_are_refused(export):
    export.write_lines("person", export.lines("person"))
    export.correct(records={"person": len(export.lines("person")) + 1})

    refused(export, importing.ExportDamaged, words="records/person.jsonl")


def test_a_kept_file_must_be_the_one_that_its_record_speaks_of(export):
    name = export.records("attachment_blob")[0]["data"]
    with (export.folder / name).open("ab") as file:
        file.write(b"more")
    export.correct()
    refused(export, importing.ExportDamaged, words=name)

    digest = export.manifest["files"][name]["sha256"]
    (export.folder / name).rename(export.folder / f"files/{digest}")
    export.correct()
    export.change("attachment_blob", data=f"files/{digest}")
    refused(export, importing.RecordRefused, words=digest)


def test_a_kept_file_of_no_record_and_a_record_without_its_file_are_refused(export):
    blobs = export.lines("attachment_blob")
    name = json.loads(blobs[0])["data"]
    export.write_lines("attachment_blob", blobs[1:])
    refused(export, importing.ExportDamaged, words=name)

    (export.folder / name).unlink()
    export.write_lines("attachment_blob", blobs)
    refused(export, importing.RecordRefused, words=name)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "manifest.json", 7, None])
def test_bytes_are_taken_from_kept_files_only(export, name):
    export.change("attachment_blob", data=name)

    refused(export, importing.RecordRefused, words="does not name a kept file")


def test_an_adopted_text_that_was_changed_with_every_hash_is_found_by_its_seal(export):
    records = export.records("provision_text")
    place = next(n for n, record in enumerate(records) if record["sealed_from"])
    text = records[place]["text"] + " Not quite."
    export.change("provision_text", place, text=text, sha256=text_hash(text))

    problem = refused(export, importing.SealBroken)
    assert problem.reference in problem.sentence


def test_a_seal_that_was_made_anew_does_not_fit_the_chain(export):
    export.change("seal", root="0" * 64)

    refused(export, importing.SealBroken)


def test_a_manifest_that_tells_of_other_seals_is_refused(export):
    export.write_manifest(seals=export.manifest["seals"] | {"last": "0" * 64})

    refused(export, importing.ExportDamaged, words="manifest.json")


def test_a_seal_that_was_taken_out_is_missed(export):
    export.write_lines("seal", export.lines("seal")[:-1])

    refused(export, importing.SealBroken)


@pytest.mark.parametrize(
    "changes",
    [
        {"last_numbers": {"change": 1}},
        {"last_numbers": {}},
        {"last_numbers": {"meeting": 10_000}},
        {"last_numbers": {"sqlite_sequence": 1}},
    ],
)
def test_numbers_given_last_that_cannot_be_are_refused(export, changes):
    export.write_manifest(**changes)

    refused(export, importing.NumbersDoNotFit)


@pytest.mark.parametrize("changes", [{"format": 2}, {"schema": SCHEMA_VERSION + 1}])
def test_an_export_of_a_newer_program_is_refused_as_such(export, changes):
    export.write_manifest(**changes, program="99.1")

    problem = refused(export, importing.ExportTooNew, words="99.1")
    assert "newest JWG Desk" in problem.remedy


@pytest.mark.parametrize("raw", [b"", b"{}"])
def test_a_manifest_of_something_else_is_refused(export, raw):
    (export.folder / "manifest.json").write_bytes(raw)

    refused(export, Misfortune)


def test_an_export_of_an_older_program_may_lack_fields_that_came_since(export):
    if SCHEMA_VERSION == 1:
        pytest.skip("there is no older one")
    records = export.records("meeting")
    for record in records:
        del record["breaks"], record["agenda_numbering"]
    export.write_lines("meeting", [json.dumps(record) for record in records])
    (export.folder / "records" / "saved_search.jsonl").unlink()
    counted = export.manifest["records"]
    del counted["saved_search"]
    export.correct()
    export.write_manifest(schema=SCHEMA_VERSION - 1, records=counted)

    made = export.bring_in()

    assert made.path.exists()


def test_a_field_that_a_record_cannot_do_without_is_missed_in_an_older_export_too(export):
    record = export.records("person")[0]
    del record["printed_name"]
    export.write_lines("person", [json.dumps(record)])
    export.write_manifest(schema=SCHEMA_VERSION - 1)

    refused(export, importing.RecordRefused, words="printed_name")


def test_a_key_is_never_made_up_for_an_older_export(export):
    record = export.records("person")[0]
    del record["id"]
    export.write_lines("person", [json.dumps(record)])
    export.write_manifest(schema=SCHEMA_VERSION - 1)

    refused(export, importing.RecordRefused, words="“id” is missing")


def test_records_in_another_order_and_fields_in_another_order_are_the_same_records(
    export, there_and_back
):
    records = [dict(reversed(record.items())) for record in reversed(export.records("person"))]
    export.write_lines("person", [json.dumps(record) for record in records])

    assert export.bring_in().records == there_and_back[1].records
