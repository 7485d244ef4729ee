"""Reads an exported workspace: first whether all of it is as it was written, then each record.

Everything is read bit by bit, as a workspace may be larger than the memory.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from app.exchange.whole_workspace import values
from app.exchange.whole_workspace.kept_files import KNOWN_BY, KeptFiles
from app.exchange.whole_workspace.layout import (
    BYTES_OF,
    MANIFEST,
    README,
    SCHEMA,
    hash_in,
    kind_in,
    kinds,
    records_file,
)
from app.exchange.whole_workspace.lines import LONGEST, Unreadable, read_object
from app.exchange.whole_workspace.manifest import LARGEST, read_manifest
from app.exchange.whole_workspace.refusals import ExportDamaged, RecordRefused
from app.exchange.whole_workspace.source import Source

_CHUNK = 1 << 20

Heard = Callable[[int], None]
"""Hears how many more bytes were looked at; raises to stop."""


@dataclass(frozen=True)
class ReadRecord:
    """One record of an export.

    Attributes:
        file: The file that it stands in.
        line: In which line.
        key: Its key in words.
        values: Its values, as the program holds them.
    """

    file: str
    line: int
    key: str
    values: dict[str, Any]


class ReadExport:
    """An export whose files are listed and there.

    Attributes:
        manifest: What it says of itself.
        fingerprint: The hash of the manifest, in which the hashes of all files are.
    """

    def __init__(self, source: Source, *, newest_schema: int) -> None:
        """Look at the manifest and at which files there are.

        Raises:
            NotAnExport, ExportTooNew, ExportDamaged: naming the file.
        """
        self._source = source
        raw = _read_whole(source, MANIFEST, most=LARGEST)
        self.fingerprint = hashlib.sha256(raw).hexdigest()
        self.manifest = read_manifest(raw, export=source.name, newest_schema=newest_schema)
        self._of_older = self.manifest.schema < newest_schema
        self._kept = KeptFiles(self.manifest.files)
        self._require_files()
        self._require_kinds()

    def check_files(self, heard: Heard) -> None:
        """Compare every file with its hash.

        Raises:
            ExportDamaged: naming the file.
        """
        for name, listed in sorted(self.manifest.files.items()):
            counted = hashlib.sha256()
            with self._source.open(name) as stream:
                while chunk := stream.read(_CHUNK):
                    counted.update(chunk)
                    heard(len(chunk))
            if counted.hexdigest() != listed.sha256:
                raise ExportDamaged(name, "was changed after it was exported")

    def records(self, kind: str, heard: Heard) -> Iterator[ReadRecord]:
        """Yield the records of a kind, each checked by itself.

        Raises:
            RecordRefused: naming the line.
        """
        name, number = records_file(kind), 0
        if name not in self.manifest.files:
            return
        with self._source.open(name) as stream:
            while line := stream.readline(LONGEST):
                number += 1
                heard(len(line))
                yield self._record(kind, line, name=name, number=number)
        if number != self.manifest.records[kind]:
            counted = f"{number:,} of {self.manifest.records[kind]:,} records"
            raise ExportDamaged(name, f"holds {counted} that the manifest counts")
        if kind == BYTES_OF:
            self._kept.require_all_used()

    def _content(self, name: str) -> bytes:
        return _read_whole(self._source, name, most=self.manifest.files[name].size)

    def _require_files(self) -> None:
        """The files that are there must be those that are listed, and as long."""
        listed = self.manifest.files
        for name in sorted(self._source.sizes.keys() - listed.keys() - {MANIFEST}):
            raise ExportDamaged(name, "is not listed in its manifest")
        for name in sorted({README, SCHEMA, *listed}):
            if name not in self._source.sizes or name not in listed:
                raise ExportDamaged(name, "is missing")
            if self._source.sizes[name] != listed[name].size:
                raise ExportDamaged(name, "was changed after it was exported: its length differs")
            told = hash_in(name)
            if told is not None and told != listed[name].sha256:
                raise ExportDamaged(name, "is not the file that its name stands for")

    def _require_kinds(self) -> None:
        """The records that are counted must be of known kinds, and their files there."""
        counted = self.manifest.records
        for kind in sorted({kind for name in self.manifest.files if (kind := kind_in(name))}):
            if kind not in kinds():
                raise ExportDamaged(records_file(kind), "holds a kind of record that is unknown")
            if kind not in counted:
                raise ExportDamaged(MANIFEST, f"does not count the records of “{kind}”")
        for kind in sorted(counted.keys() | (set() if self._of_older else set(kinds()))):
            if kind not in counted or records_file(kind) not in self.manifest.files:
                raise ExportDamaged(records_file(kind), "is missing")

    def _record(self, kind: str, line: bytes, *, name: str, number: int) -> ReadRecord:
        try:
            if not line.endswith(b"\n"):
                raise Unreadable("is longer than any record, or cut short")
            told = read_object(line)
        except Unreadable as error:
            raise RecordRefused(name, number, f"the line {error}.") from error
        try:
            if kind == BYTES_OF:
                content = self._content(self._kept.take(told))
                read = values.read_with_bytes(kind, told, content=content)
            else:
                read = values.read(kind, told, raw=line, of_older=self._of_older)
        except values.Misfit as misfit:
            key = values.key_of(kind, told)
            raise RecordRefused(
                name, number, f"The record “{key}” is refused. {misfit}"
            ) from misfit
        if kind == KNOWN_BY:
            self._kept.know(read)
        return ReadRecord(name, number, values.key_of(kind, told), read)


def _read_whole(source: Source, name: str, *, most: int) -> bytes:
    if source.sizes[name] > most:
        raise ExportDamaged(name, "is far too large")
    with source.open(name) as stream:
        # Not up to the limit: that much memory would be taken before anything is read.
        raw = stream.read(source.sizes[name] + 1)
    if len(raw) != source.sizes[name]:
        raise ExportDamaged(name, "does not have the length that it should")
    return raw
