import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from app.exchange import file_gate
from app.exchange.reading import read_file
from app.exchange.refusals import (
    Damaged,
    EmptyTable,
    OldWorkbook,
    OtherFile,
    PasswordProtected,
    TooLarge,
    UnusableTable,
)
from app.exchange.spreadsheet import WrittenSheet, write_workbook
from app.exchange.tables import SourceKind

MOMENT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def book():
    book = Workbook()
    book.active.title = "Delegates"
    return book


@pytest.fixture
def saved(tmp_path):
    def save(book, name="list.xlsx"):
        book.save(tmp_path / name)
        return tmp_path / name

    return save


def cells(sheet):
    return [list(row.cells) for row in sheet.rows]


def test_cells_are_read_as_they_are_shown(book, saved):
    hour = MOMENT.replace(hour=9, minute=30, tzinfo=None)
    book.active.append(["Kim", 821012345678, 3.5, True, date(2026, 3, 2), hour])

    table = read_file(saved(book))

    assert table.kind is SourceKind.WORKBOOK
    assert cells(table.sheets[0]) == [
        ["Kim", "821012345678", "3.5", "TRUE", "2026-03-02", "2026-03-02 09:30:00"]
    ]


def test_a_formula_is_never_worked_out_and_its_stored_value_is_read(book, saved, tmp_path):
    book.active.append(["Name", "Post"])
    book.active.append(['=CONCATENATE("Ki","m")', "=1+1"])
    path = saved(book)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "cached.xlsx", "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.endswith("sheet1.xml"):
                content = content.replace(b'<c r="A2"><f>', b'<c r="A2" t="str"><f>', 1)
                content = content.replace(b"</f><v></v>", b"</f><v>Kim</v>", 1)
                content = content.replace(b"</f><v />", b"</f><v>Kim</v>", 1)
            new.writestr(part, content)

    sheet = read_file(tmp_path / "cached.xlsx").sheets[0]

    assert cells(sheet) == [["Name", "Post"], ["Kim"]]
    assert sheet.lost_formulas == 1


def test_text_that_begins_like_a_formula_is_text(book, saved):
    cell = book.active.cell(1, 1)
    cell.value = '=HYPERLINK("http://x")'
    cell.data_type = "s"

    sheet = read_file(saved(book)).sheets[0]

    assert (cells(sheet), sheet.lost_formulas) == ([['=HYPERLINK("http://x")']], 0)


def test_a_merged_cell_counts_for_the_rows_below_it_and_for_no_other_column(book, saved):
    sheet = book.active
    sheet.append(["List of participants", None])
    sheet.merge_cells("A1:B1")
    for name in ("Kim", "Lee"):
        sheet.append(["Ministry" if name == "Kim" else None, name])
    sheet.merge_cells("A2:A3")

    read = read_file(saved(book)).sheets[0]

    assert cells(read) == [["List of participants"], ["Ministry", "Kim"], ["Ministry", "Lee"]]
    assert read.filled_cells == 1


def test_hidden_rows_and_sheets_are_told_and_visible_sheets_come_first(book, saved):
    book.active.sheet_state = "hidden"
    book.active.append(["old"])
    shown = book.create_sheet("Now")
    for name in ("Kim", "Lee"):
        shown.append([name])
    shown.row_dimensions[2].hidden = True
    book.create_sheet("Empty")

    sheets = read_file(saved(book)).sheets

    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [
        ("Now", False),
        ("Delegates", True),
    ]
    assert [row.is_hidden for row in sheets[0].rows] == [False, True]


def test_a_workbook_with_another_name_is_a_workbook_all_the_same(book, saved):
    book.active.append(["Kim"])

    assert cells(read_file(saved(book, "list.xls.csv")).sheets[0]) == [["Kim"]]


def test_an_empty_workbook_is_said_to_be_empty(book, saved):
    with pytest.raises(EmptyTable, match="is empty"):
        read_file(saved(book))


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), OldWorkbook, "Excel 2003"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            PasswordProtected,
            "protected by a password",
        ),
        (b"%PDF-1.7 x", OtherFile, "a PDF file"),
        (b"<html><table><tr><td>Kim</td></tr></table></html>", OtherFile, "a web page"),
        (b"PK\x03\x04 and then nothing", Damaged, "damaged"),
        (b"", EmptyTable, "is empty"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(tmp_path, content, kind, words):
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)

    with pytest.raises(kind, match=words) as refused:
        read_file(path)

    assert refused.value.remedy
    assert refused.value.field == "file"


def packed(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("parts", "kind", "words"),
    [
        ({"word/document.xml": "x"}, OtherFile, "a Word document"),
        ({"content.xml": "x"}, OtherFile, "a table in another format"),
        ({"readme.txt": "x"}, OtherFile, "an archive"),
        ({"xl/workbook.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]>"}, Damaged, "damaged"),
        ({"xl/workbook.xml": "no workbook"}, Damaged, "damaged"),
        (
            {"xl/workbook.xml": "x", "xl/worksheets/sheet1.xml": "<row r='1'/>" * 20_001},
            TooLarge,
            "20,000 rows",
        ),
        ({"xl/workbook.xml": "x"} | {f"xl/media/{n}": "" for n in range(2_001)}, TooLarge, "parts"),
    ],
)
def test_an_archive_that_is_no_honest_workbook_is_refused(tmp_path, parts, kind, words):
    path = tmp_path / "list.xlsx"
    path.write_bytes(packed(parts))

    with pytest.raises(kind, match=words):
        read_file(path)


def test_an_archive_that_swells_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(file_gate, "LARGEST_PART", 1_000_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(packed({"xl/workbook.xml": "x", "xl/worksheets/a.xml": bytes(5_000_000)}))

    assert path.stat().st_size < 20_000
    with pytest.raises(TooLarge, match="in one sheet"):
        read_file(path)


def test_a_file_too_large_is_not_even_read(tmp_path, monkeypatch):
    monkeypatch.setattr(file_gate, "LARGEST_FILE", 10)
    path = tmp_path / "list.csv"
    path.write_bytes(b"x" * 11)

    with pytest.raises(TooLarge, match="too large for a list of names"):
        read_file(path)


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(UnusableTable, match="cannot be opened"):
        read_file(tmp_path / "absent.xlsx")


SHEET = WrittenSheet(
    title="Korea/Mongolia: list [1]",
    headings=("Name", "Post"),
    rows=(("조계연", '=HYPERLINK("x")'), ("Bat", "+976"), ("Line", "one\ntwo"), ("Nul\x00", "")),
    caption="R&D",
)


def test_a_written_workbook_is_the_same_every_time_and_holds_text_only():
    one, other = (write_workbook([SHEET, SHEET], title="List", at=MOMENT) for _ in range(2))

    assert one == other
    book = load_workbook(io.BytesIO(one))
    sheet = book.worksheets[0]
    values = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in values} == {"s"}
    assert sheet["B2"].value == '=HYPERLINK("x")'
    assert sheet["B2"].quotePrefix
    assert sheet["A5"].value == "Nul"
    assert [sheet.title for sheet in book.worksheets] == [
        "Korea-Mongolia- list -1-",
        "Korea-Mongolia- list -1- (2)",
    ]
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_written_workbook_is_fit_to_print():
    book = load_workbook(io.BytesIO(write_workbook([SHEET], title="List", at=MOMENT)))
    sheet = book.worksheets[0]

    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert sheet.column_dimensions["A"].width >= 6
    assert sheet.auto_filter.ref == "A1:B5"
    assert book.properties.modified == MOMENT.replace(tzinfo=None)


def test_a_written_workbook_can_be_read_again(tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(write_workbook([SHEET], title="List", at=MOMENT))

    (sheet,) = read_file(path).sheets

    assert cells(sheet) == [
        ["Name", "Post"],
        ["조계연", '=HYPERLINK("x")'],
        ["Bat", "+976"],
        ["Line", "one\ntwo"],
        ["Nul"],
    ]
