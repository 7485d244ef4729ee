"""What a whole workspace consists of, as it is handed over to be written."""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

Values = Mapping[str, Any]
"""The values of one record by field, as the program holds them."""


@dataclass(frozen=True)
class KeptFile:
    """A file that is kept in the workspace, with the record that knows it.

    Attributes:
        attachment_id: The key of that record.
        called: What the file is called.
        sha256: What the record says that its hash is.
        content: Its bytes.
    """

    attachment_id: UUID
    called: str
    sha256: str
    content: bytes


@dataclass(frozen=True)
class SealChain:
    """How long the chain of seals is, and the hash of its last link, in which all are."""

    links: int = 0
    last: str = ""


@dataclass(frozen=True)
class WholeWorkspace:
    """A workspace, kind by kind.

    Attributes:
        program: The version of the program.
        schema: The version of the workspace file that the fields belong to.
        last_change_at: When something was changed last.
        seals: The chain of seals.
        last_numbers: The last number that was given, by kind; such numbers are never given again.
        counts: How many records there are, by kind.
        records: Yields the records of a kind in the order of their keys.
        files: Yields the files that are kept, in the order of the records that know them.
    """

    program: str
    schema: int
    last_change_at: datetime | None
    seals: SealChain
    last_numbers: Mapping[str, int]
    counts: Mapping[str, int]
    records: Callable[[str], Generator[Values, None, None]]
    files: Callable[[], Iterator[KeptFile]]
