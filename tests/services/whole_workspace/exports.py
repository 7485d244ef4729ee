"""Exports to read and to tamper with."""

import hashlib
import json

from app.clock import FixedClock
from app.services import workspaces
from app.services.whole_workspace import importing
from tests.services.conftest import NOW


def read(path):
    """Open a workspace for reading."""
    return workspaces.open(path, clock=FixedClock(NOW), actor="Dorj", read_only=True)


def files_in(folder):
    """Return every file in a folder with its bytes."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


class Tampered:
    """An export in a folder, and ways to change it as somebody might who knows how it is made."""

    def __init__(self, folder):
        self.folder = folder
        self.target = folder.parent / "Back.jwg"

    @property
    def manifest(self):
        return json.loads((self.folder / "manifest.json").read_bytes())

    def write_manifest(self, **changes):
        told = json.dumps(self.manifest | changes, ensure_ascii=False)
        (self.folder / "manifest.json").write_text(told, "utf-8")

    def lines(self, kind):
        return self._records(kind).read_bytes().splitlines(keepends=True)

    def records(self, kind):
        return [json.loads(line) for line in self.lines(kind)]

    def write_lines(self, kind, lines, *, encoding="utf-8"):
        """Write lines in place of the records of a kind, and have the manifest agree."""
        raw = b"".join(
            line if isinstance(line, bytes) else (line + "\n").encode(encoding) for line in lines
        )
        self._records(kind).write_bytes(raw)
        self.correct(records={kind: len(lines)})

    def change(self, kind, place=0, **fields):
        """Change fields of a record, and have the manifest agree; return the record."""
        records = self.records(kind)
        records[place] |= fields
        self.write_lines(kind, [_line(record) for record in records])
        return records[place]

    def add_to_line(self, kind, words, place=0):
        """Put words at the beginning of the object in a line, and have the manifest agree."""
        lines = self.lines(kind)
        lines[place] = b"{" + words.encode() + b"," + lines[place][1:]
        self.write_lines(kind, lines)

    def correct(self, records=None):
        """Have the manifest list just the files that are there, with their hashes."""
        present = files_in(self.folder)
        del present["manifest.json"]
        listed = {
            name: {"sha256": hashlib.sha256(raw).hexdigest(), "size": len(raw)}
            for name, raw in present.items()
        }
        counted = self.manifest["records"] | (records or {})
        self.write_manifest(files=listed, records=counted)

    def bring_in(self, path=None):
        return importing.bring_in(
            path or self.folder, target=self.target, clock=FixedClock(NOW), actor="Dorj"
        )

    def left(self):
        """Return what lies beside the export."""
        return {each.name for each in self.folder.parent.iterdir()} - {self.folder.name, "home"}

    def _records(self, kind):
        return self.folder / "records" / f"{kind}.jsonl"


def _line(record):
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
