"""The manifest of an exported workspace: what belongs to it, how much, and a hash of each file."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn, TypeGuard

from app.exchange.whole_workspace.facts import SealChain
from app.exchange.whole_workspace.layout import FORMAT, MANIFEST, NATURE, is_known
from app.exchange.whole_workspace.lines import Unreadable, read_object
from app.exchange.whole_workspace.refusals import ExportDamaged, ExportTooNew, NotAnExport

LARGEST = 64_000_000
_HASH = re.compile(r"[0-9a-f]{64}")
_FIRST_YEAR, _LAST_YEAR = 1900, 9900
_FIELDS = frozenset(
    {
        *("files", "format", "last_change_at", "last_numbers", "nature", "program", "records"),
        *("schema", "seals"),
    }
)


@dataclass(frozen=True)
class Listed:
    """What the manifest says of one file."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """What an export says of itself.

    Attributes:
        program: The version of the program that wrote it.
        schema: The version of the workspace file that its fields belong to.
        last_change_at: When something was changed last in the workspace.
        seals: The chain of seals.
        last_numbers: The last number that was given, by kind.
        records: How many records there are, by kind.
        files: Every file but the manifest itself.
    """

    program: str
    schema: int
    last_change_at: datetime | None
    seals: SealChain
    last_numbers: Mapping[str, int]
    records: Mapping[str, int]
    files: Mapping[str, Listed]

    @property
    def size(self) -> int:
        """How many bytes its files have together."""
        return sum(each.size for each in self.files.values())

    def write(self) -> bytes:
        """Return the manifest as it is written."""
        told = {
            "nature": NATURE,
            "format": FORMAT,
            "program": self.program,
            "schema": self.schema,
            "last_change_at": self.last_change_at.isoformat() if self.last_change_at else None,
            "seals": {"links": self.seals.links, "last": self.seals.last},
            "last_numbers": dict(self.last_numbers),
            "records": dict(self.records),
            "files": {
                name: {"sha256": each.sha256, "size": each.size}
                for name, each in self.files.items()
            },
        }
        return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_manifest(raw: bytes, *, export: str, newest_schema: int) -> Manifest:
    """Return what a manifest says, once everything in it makes sense.

    Args:
        raw: Its bytes.
        export: What the export is called.
        newest_schema: The newest version of the workspace file that this program knows.

    Raises:
        NotAnExport: It is the manifest of something else.
        ExportTooNew: A newer JWG Desk wrote it.
        ExportDamaged: It is not as it was written.
    """
    try:
        told = read_object(raw)
    except Unreadable as error:
        raise ExportDamaged(MANIFEST, str(error)) from error
    if told.get("nature") != NATURE:
        raise NotAnExport(export, "its manifest is that of another program")
    program = told.get("program")
    if not isinstance(program, str):
        _refuse("does not say which program wrote it")
    number, schema = _number(told.get("format")), _number(told.get("schema"))
    if number > FORMAT or schema > newest_schema:
        raise ExportTooNew(export, program=program[:40])
    if not number or not schema or told.keys() != _FIELDS:
        _refuse("does not say what it should")
    return Manifest(
        program=program,
        schema=schema,
        last_change_at=_moment(told["last_change_at"]),
        seals=_seals(told["seals"]),
        last_numbers=_numbers(told["last_numbers"]),
        records=_numbers(told["records"]),
        files=_files(told["files"]),
    )


def _number(told: Any) -> int:
    return told if _counts(told) else 0


def _moment(told: Any) -> datetime | None:
    if told is None:
        return None
    try:
        moment = datetime.fromisoformat(told)
    except (TypeError, ValueError):
        _refuse("does not say when the last change was")
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        _refuse("does not say when the last change was")
    return moment


def _seals(told: Any) -> SealChain:
    if (
        not isinstance(told, dict)
        or told.keys() != {"links", "last"}
        or not _counts(told["links"])
        or not isinstance(told["last"], str)
    ):
        _refuse("does not say which seals there are")
    return SealChain(told["links"], told["last"])


def _numbers(told: Any) -> dict[str, int]:
    if not isinstance(told, dict) or not all(map(_counts, told.values())):
        _refuse("does not count the records")
    return told


def _files(told: Any) -> dict[str, Listed]:
    if not isinstance(told, dict):
        _refuse("does not list the files")
    files = {}
    for name, each in told.items():
        if not is_known(name):
            raise ExportDamaged(name, "is no file that an export has")
        if not isinstance(each, dict) or each.keys() != {"sha256", "size"}:
            _refuse("does not list the files")
        if not _is_hash(each["sha256"]) or not _counts(each["size"]):
            _refuse("does not list the files")
        files[name] = Listed(each["sha256"], each["size"])
    return files


def _counts(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_hash(value: Any) -> bool:
    return isinstance(value, str) and bool(_HASH.fullmatch(value))


def _refuse(what: str) -> NoReturn:
    raise ExportDamaged(MANIFEST, what)
