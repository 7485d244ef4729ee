"""Looks at a file before it is read: what it really is, and whether it is safe to unpack."""

import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from app.exchange.refusals import (
    Damaged,
    EmptyTable,
    OldWorkbook,
    OtherFile,
    PasswordProtected,
    TooLarge,
    UnusableTable,
)

LARGEST_FILE = 25_000_000
LARGEST_PART = 80_000_000
LARGEST_WHOLE = 200_000_000
MOST_PARTS = 2_000
MOST_ROWS = 20_000
_CHUNK = 1 << 18
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF = b"%PDF"
_BOOK = "xl/workbook.xml"


class FileForm(StrEnum):
    """What a file is, whatever its name ends with."""

    WORKBOOK = "workbook"
    CARDS = "cards"
    TEXT = "text"


def read_bytes(path: Path) -> bytes:
    """Return what stands in a file, unless it is larger than any list of people.

    Raises:
        UnusableTable: if it cannot be read, is empty or too large.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise TooLarge(path.name, limit=f"{LARGEST_FILE // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        told = error.strerror or "it could not be read"
        sentence = f"“{path.name}” cannot be opened: {told}."
        raise UnusableTable(sentence, "Close it in other programs and try again.") from error
    if not data:
        raise EmptyTable(path.name)
    return data


def look_at(data: bytes, *, name: str) -> FileForm:
    """Return what a file is.

    Raises:
        UnusableTable: if it is protected, of another kind, or no honest archive.
    """
    if data.startswith(_OLD_OFFICE):
        raise PasswordProtected(name) if _ENCRYPTED in data else OldWorkbook(name)
    if data.startswith(_ZIP):
        _look_into(data, name)
        return FileForm.WORKBOOK
    if data.startswith(_PDF):
        remedy = "Copy the table in it and paste it here, or ask for the list as a workbook."
        raise OtherFile(name, what="a PDF file", remedy=remedy)
    start = data[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta")):
        remedy = "Open it in Excel and save it as “Excel Workbook (.xlsx)”, or copy and paste it."
        raise OtherFile(name, what="a web page", remedy=remedy)
    return FileForm.CARDS if start.startswith(b"begin:vcard") else FileForm.TEXT


def _look_into(data: bytes, name: str) -> None:
    """Unpack every part once, counting, and keep nothing: sizes that an archive states may lie."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise TooLarge(name, limit=f"{MOST_PARTS:,} parts")
            if any(part.flag_bits & 1 for part in parts):
                raise PasswordProtected(name)
            names = {part.filename for part in parts}
            if _BOOK not in names:
                raise _of_another_kind(name, names)
            whole = 0
            for part in parts:
                whole += _measure(archive, part, name)
                if whole > LARGEST_WHOLE:
                    raise TooLarge(name, limit=f"{LARGEST_WHOLE // 1_000_000} MB unpacked")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise Damaged(name) from error


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> int:
    size = rows = 0
    is_sheet = part.filename.startswith("xl/worksheets/")
    is_xml = part.filename.endswith((".xml", ".rels"))
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > LARGEST_PART:
                raise TooLarge(name, limit=f"{LARGEST_PART // 1_000_000} MB in one sheet")
            if is_xml and b"<!DOCTYPE" in tail + chunk:
                raise Damaged(name)  # no office program writes one; it only serves attacks
            if is_sheet:
                rows += (tail[-4:] + chunk).count(b"<row ")
            tail = chunk[-16:]
    if rows > MOST_ROWS:
        raise TooLarge(name, limit=f"{MOST_ROWS:,} rows")
    return size


def _of_another_kind(name: str, names: set[str]) -> UnusableTable:
    if "word/document.xml" in names:
        remedy = "Copy the table in it and paste it here."
        return OtherFile(name, what="a Word document", remedy=remedy)
    remedy = "Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”."
    is_other_table = names & {"content.xml", "xl/workbook.bin", "Index/Document.iwa"}
    what = "a table in another format" if is_other_table else "an archive"
    return OtherFile(name, what=what, remedy=remedy)
