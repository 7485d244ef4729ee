"""Writes a whole workspace as files, bit by bit and twice the same."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

from app.exchange.bundles import Content
from app.exchange.whole_workspace.facts import Values, WholeWorkspace
from app.exchange.whole_workspace.layout import (
    BYTES_FIELD,
    BYTES_OF,
    MANIFEST,
    README,
    SCHEMA,
    kept_file,
    kinds,
    records_file,
)
from app.exchange.whole_workspace.lines import write_line
from app.exchange.whole_workspace.manifest import Listed, Manifest
from app.exchange.whole_workspace.readme import write_readme
from app.exchange.whole_workspace.record_schema import write_schema
from app.exchange.whole_workspace.values import tell

_TOGETHER = 500

Heard = Callable[[int], None]
"""Hears how many more records were written; raises to stop."""


class WrittenExport:
    """The files of an export, made one after the other; the manifest comes last.

    Attributes:
        fingerprint: The hash of the manifest, once it is written.
        damaged: What those kept files are called that are not what their records say.
    """

    def __init__(self, workspace: WholeWorkspace, *, heard: Heard) -> None:
        self.fingerprint = ""
        self.damaged: list[str] = []
        self._workspace = workspace
        self._heard = heard
        self._listed: dict[str, Listed] = {}
        self._paths: dict[Any, str] = {}
        self._read: Generator[Values, None, None] | None = None

    def files(self) -> Iterator[tuple[str, Content]]:
        """Yield what each file is called and what is in it; each must be taken before the next."""
        yield README, self._counted(README, [write_readme()])
        yield SCHEMA, self._counted(SCHEMA, [write_schema()])
        for kept in self._workspace.files():
            digest = hashlib.sha256(kept.content).hexdigest()
            if digest != kept.sha256:
                self.damaged.append(kept.called)
            name = kept_file(digest, kept.called)
            self._paths[kept.attachment_id] = name
            if name not in self._listed:
                yield name, self._counted(name, [kept.content])
            self._heard(1)
        for kind in kinds():
            name = records_file(kind)
            yield name, self._counted(name, self._lines(kind))
        manifest = self._manifest().write()
        self.fingerprint = hashlib.sha256(manifest).hexdigest()
        yield MANIFEST, manifest

    def close(self) -> None:
        """Let go of the workspace, wherever the writing has come to."""
        if self._read is not None:
            self._read.close()

    def _lines(self, kind: str) -> Iterator[bytes]:
        self._read = (
            self._records_with_bytes() if kind == BYTES_OF else self._workspace.records(kind)
        )
        lines: list[bytes] = []
        for values in self._read:
            lines.append(write_line(tell(values)))
            if len(lines) == _TOGETHER:
                yield b"".join(lines)
                self._heard(len(lines))
                lines.clear()
        yield b"".join(lines)
        self._heard(len(lines))

    def _records_with_bytes(self) -> Generator[Values, None, None]:
        for key, name in self._paths.items():
            yield {"attachment_id": key, BYTES_FIELD: name}

    def _counted(self, name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Pass on what goes into a file, and take down its length and its hash."""
        counted, size = hashlib.sha256(), 0
        for chunk in chunks:
            counted.update(chunk)
            size += len(chunk)
            yield chunk
        self._listed[name] = Listed(counted.hexdigest(), size)

    def _manifest(self) -> Manifest:
        told = self._workspace
        return Manifest(
            program=told.program,
            schema=told.schema,
            last_change_at=told.last_change_at,
            seals=told.seals,
            last_numbers=told.last_numbers,
            records=told.counts,
            files=self._listed,
        )
