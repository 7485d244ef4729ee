"""Reads a list of people from whatever it comes in: a workbook, text, pasted rows or cards."""

from pathlib import Path

from app.exchange.contact_cards import read_cards
from app.exchange.decoding import decode
from app.exchange.delimited import read_text
from app.exchange.file_gate import FileForm, look_at, read_bytes
from app.exchange.refusals import EmptyTable
from app.exchange.tables import Table
from app.exchange.workbook import read_workbook


def read_file(path: Path, *, encoding: str = "") -> Table:
    """Return the list that a file holds; what the file is tells its content, not its name.

    Args:
        path: The file.
        encoding: How its bytes are read as text; the likeliest way if none is given.

    Raises:
        UnusableTable: if it is no list that can be read; nothing was unpacked in full then.
    """
    data = read_bytes(path)
    form = look_at(data, name=path.name)
    if form is FileForm.WORKBOOK:
        return read_workbook(data, name=path.name)
    decoded = decode(data, name=path.name, encoding=encoding)
    read = read_cards if form is FileForm.CARDS else read_text
    table = read(decoded.text, name=path.name)
    return Table(table.kind, table.sheets, decoded.encoding, decoded.others)


def read_pasted(text: str) -> Table:
    """Return the list that was pasted: rows of a table, lines of a message, or cards.

    Raises:
        UnusableTable: if there is nothing in it, or far too much.
    """
    if not text.strip():
        raise EmptyTable("")
    if text.lstrip("\ufeff \t\r\n")[:11].upper() == "BEGIN:VCARD":
        return read_cards(text, name="")
    return read_text(text)
