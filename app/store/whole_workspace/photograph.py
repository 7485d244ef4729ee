"""Reads out a whole workspace, record by record, from a copy, so that nobody has to wait for it."""

import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select
from sqlmodel import col

from app.domain.attachment import Attachment, AttachmentBlob
from app.domain.errors import Misfortune
from app.domain.journal import ChangeSetEntry
from app.domain.seal import Seal
from app.domain.tables import METADATA
from app.domain.workspace_facts import PROGRAM_FACTS, StoreMeta
from app.store.engine import Access, Begin, open_engine
from app.store.faults import translated
from app.store.health import read_head
from app.store.version import SCHEMA_VERSION
from app.store.whole_workspace.numbers import last_numbers
from app.store.workspace import Workspace

_TOGETHER = 500


class NotWhole(Misfortune):
    """Not everything that is in the file can be read out by this program."""

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        super().__init__(f"“{path.name}” cannot be exported as a whole: {why}.", remedy)


@dataclass(frozen=True)
class Photograph:
    """A workspace as it was at one moment.

    Attributes:
        schema: The version of the workspace file.
    """

    schema: int
    _connection: Connection

    def counts(self, kinds: tuple[str, ...]) -> dict[str, int]:
        """Return how many records there are of each kind."""
        return {kind: self._count(kind) for kind in kinds}

    def records(self, kind: str) -> Generator[dict[str, Any], None, None]:
        """Yield the values of the records of a kind in the order of their keys."""
        table = METADATA.tables[kind]
        statement = _of_kind(select(table), kind).order_by(*table.primary_key)
        with self._connection.execution_options(yield_per=_TOGETHER).execute(statement) as rows:
            for row in rows.mappings():
                yield dict(row)

    def files(self) -> Iterator[tuple[Any, str, str, bytes]]:
        """Yield the key, the name, the hash and the bytes of every kept file, one at a time."""
        statement = (
            select(col(Attachment.id), col(Attachment.file_name), col(Attachment.sha256))
            .join(AttachmentBlob, col(AttachmentBlob.attachment_id) == col(Attachment.id))
            .order_by(col(Attachment.id))
        )
        for key, called, sha256 in self._connection.execute(statement).all():
            wanted = select(col(AttachmentBlob.data)).where(
                col(AttachmentBlob.attachment_id) == key
            )
            yield key, called, sha256, bytes(self._connection.execute(wanted).scalar_one())

    def last_numbers(self) -> dict[str, int]:
        """Return the last whole number that was given as a key, by kind."""
        return last_numbers(self._connection)

    def last_change_at(self) -> datetime | None:
        """Return when something was changed last."""
        statement = select(col(ChangeSetEntry.at)).order_by(col(ChangeSetEntry.id).desc())
        moment: datetime | None = self._connection.execute(statement.limit(1)).scalar()
        return moment

    def last_seal(self) -> str:
        """Return the hash of the last link in the chain of seals; empty before there is one."""
        statement = select(col(Seal.hash)).order_by(col(Seal.seq).desc()).limit(1)
        return str(self._connection.execute(statement).scalar() or "")

    def _count(self, kind: str) -> int:
        statement = _of_kind(select(func.count()).select_from(METADATA.tables[kind]), kind)
        return int(self._connection.execute(statement).scalar_one())


def _of_kind(statement: Any, kind: str) -> Any:
    """Leave out what the program notes for itself about each file."""
    if kind == StoreMeta.__tablename__:
        return statement.where(col(StoreMeta.key).not_in(PROGRAM_FACTS))
    return statement


@contextmanager
def photograph(workspace: Workspace) -> Iterator[Photograph]:
    """Let a whole workspace be read as it is now, whatever is written to it meanwhile.

    Raises:
        NotWhole: if it is a pack, or a newer JWG Desk wrote it.
        DiskFull: if there is no room for the copy that is read from.
        WorkspaceDamaged: if the workspace does not pass the full check.
    """
    _require_whole(workspace)
    with tempfile.TemporaryDirectory(prefix="jwg-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "photograph.jwg"
        workspace.photograph(copy)
        engine = open_engine(copy, access=Access.IMMUTABLE, begin=Begin.READING)
        try:
            with translated(copy), engine.connect() as connection:
                yield Photograph(read_head(copy).version, connection)
        finally:
            engine.dispose()


def _require_whole(workspace: Workspace) -> None:
    if workspace.is_pack:
        raise NotWhole(
            workspace.path,
            "it is a pack",
            "A pack holds what was chosen; it is passed on as it is.",
        )
    if read_head(workspace.path).version > SCHEMA_VERSION:
        raise NotWhole(
            workspace.path,
            "a newer JWG Desk wrote it, and keeps in it what this one does not know",
            "Install the newest JWG Desk and export it there.",
        )
