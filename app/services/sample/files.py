"""Reads the data files of the sample workspace."""

import json
from typing import Any

from app import paths

Row = dict[str, Any]
"""One record of a data file; ``key`` is its name among the rows."""


class SampleFiles:
    """The data files by noun, each read once."""

    def __init__(self) -> None:
        self._read: dict[str, Any] = {}

    def whole(self, noun: str) -> Row:
        """Return everything in the file of a noun."""
        if noun not in self._read:
            text = paths.resource("sample", f"{noun}.json").read_text(encoding="utf-8")
            self._read[noun] = json.loads(text)
        found: Row = self._read[noun]
        return found

    def rows(self, noun: str) -> list[Row]:
        """Return the rows of a noun in the order of the file."""
        rows: list[Row] = self.whole(noun)["rows"]
        return rows


def parents_first(rows: list[Row], *links: str) -> list[Row]:
    """Return rows so that each comes after those of the same file that it refers to."""
    by_key = {row["key"]: row for row in rows}
    ordered: dict[str, Row] = {}

    def place(row: Row) -> None:
        if row["key"] in ordered:
            return
        for link in links:
            if row.get(link) in by_key and row[link] != row["key"]:
                place(by_key[row[link]])
        ordered[row["key"]] = row

    for row in rows:
        place(row)
    return list(ordered.values())
