"""Verbs for bringing an exported workspace back in: looked at, checked as a whole, then opened.

Nothing becomes a workspace before every hash, record, reference and seal was found in order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.domain.errors import Misfortune
from app.exchange.whole_workspace.facts import SealChain
from app.exchange.whole_workspace.layout import MANIFEST, kinds
from app.exchange.whole_workspace.reading import ReadExport
from app.exchange.whole_workspace.refusals import (
    ExportDamaged,
    ExportTooNew,
    NotAnExport,
    RecordRefused,
)
from app.exchange.whole_workspace.source import open_source
from app.services import seals, workspaces
from app.services.seals import SealTrouble
from app.services.whole_workspace.progress import Counter, Progress, Stopped
from app.store.version import SCHEMA_VERSION
from app.store.whole_workspace.arriving import Arrival, ArrivingWorkspace, Unplaced
from app.store.whole_workspace.numbers import NumbersDoNotFit

__all__ = [
    "ExportDamaged",
    "ExportSummary",
    "ExportTooNew",
    "Imported",
    "NotAnExport",
    "NumbersDoNotFit",
    "RecordRefused",
    "SealBroken",
    "Stopped",
    "Unplaced",
    "bring_in",
    "look_at",
]

_SHARE_OF_READING = 2
"""Every byte is read twice: for its hash, and for the records."""

_SHARE_OF_INDEX = 4
"""The search index and the last checks take about as long as reading all again."""


_LONGEST_NAME = 40
"""Of a version as it is shown; what an export says of itself may be anything."""


class SealBroken(Misfortune):
    """What was adopted is not what was sealed, though every hash in the manifest fits."""

    def __init__(self, trouble: SealTrouble, reference: str) -> None:
        what = {
            SealTrouble.TEXT_CHANGED: "The adopted text “{0}” is not the one that was sealed.",
            SealTrouble.CHAIN_BROKEN: "The chain of seals is broken at “{0}”.",
            SealTrouble.SEAL_MISSING: "The seal of “{0}” is missing.",
        }
        super().__init__(
            what[trouble].format(reference),
            "Nothing was taken over. Ask whoever made the export for another copy.",
        )
        self.reference = reference


class UnsoundResult(Misfortune):
    """The finished file does not pass the checks that every workspace must pass."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"The workspace that was made from the export is not sound ({detail}).",
            "Nothing was taken over. Export the workspace again.",
        )


@dataclass(frozen=True)
class ExportSummary:
    """What an export says of itself, before anything of it is checked.

    Attributes:
        name: What the folder or the archive is called.
        program: The version of the program that wrote it.
        last_change_at: When something was changed last in the workspace.
        fingerprint: The hash of its manifest.
        size: How many bytes its files have together.
        counts: How many records there are, by kind.
    """

    name: str
    program: str
    last_change_at: datetime | None
    fingerprint: str
    size: int
    counts: dict[str, int]


@dataclass(frozen=True)
class Imported:
    """A workspace that was made from an export.

    Attributes:
        path: Where it is.
        fingerprint: The hash of the manifest that it was made from.
        records: How many records are in it.
        seals: How many links the chain of seals has.
        last_seal: The hash of the last link, to be compared with the one on paper.
    """

    path: Path
    fingerprint: str
    records: int
    seals: int
    last_seal: str


def look_at(path: Path) -> ExportSummary:
    """Return what an export says of itself; its files are there, but not yet checked.

    Args:
        path: The folder, the manifest in it, or the archive.

    Raises:
        NotAnExport, ExportTooNew, ExportDamaged: naming the file.
    """
    with open_source(path) as source:
        export = ReadExport(source, newest_schema=SCHEMA_VERSION)
        manifest = export.manifest
        return ExportSummary(
            name=source.name,
            program=manifest.program[:_LONGEST_NAME],
            last_change_at=manifest.last_change_at,
            fingerprint=export.fingerprint,
            size=manifest.size,
            counts=dict(manifest.records),
        )


def bring_in(
    path: Path,
    *,
    target: Path,
    clock: Clock,
    actor: str,
    progress: Progress = lambda _done, _total: True,
) -> Imported:
    """Make a new workspace of an export, whole or not at all.

    Args:
        path: The folder, the manifest in it, or the archive.
        target: Where the workspace shall be; a name without an ending gets ``.jwg``.
        clock: Tells the time.
        actor: Who does it.
        progress: Hears how far it is, and may stop it.

    Raises:
        NotAnExport, ExportTooNew: It cannot be read by this program.
        ExportDamaged, RecordRefused, Unplaced, NumbersDoNotFit: naming the file or the record.
        SealBroken: An adopted text is not the one that was sealed.
        Stopped: ``progress`` said not to go on.
        WorkspaceExists: There is a file already.
        DiskFull: There is no room.
    """
    target = workspaces.with_suffix(target)
    with open_source(path) as source:
        export = ReadExport(source, newest_schema=SCHEMA_VERSION)
        size = export.manifest.size
        counter = Counter(size * (_SHARE_OF_READING + _SHARE_OF_INDEX), progress)
        export.check_files(counter.count)
        with ArrivingWorkspace(target, size=size, clock=clock, actor=actor) as arriving:
            arriving.fill(
                {kind: _arrivals(export, kind, counter.count) for kind in kinds()},
                last_numbers=export.manifest.last_numbers,
            )
            counter.count(size)
            arriving.make_searchable()
            counter.count(size * (_SHARE_OF_INDEX - 2))
            links, last = _prove(arriving.path, clock=clock, actor=actor)
            if export.manifest.seals != SealChain(links, last):
                raise ExportDamaged(MANIFEST, "tells of other seals than there are")
            counter.count(size)
            made = arriving.take_place()
    counter.finish()
    return Imported(
        path=made,
        fingerprint=export.fingerprint,
        records=sum(export.manifest.records.values()),
        seals=links,
        last_seal=last,
    )


def _arrivals(export: ReadExport, kind: str, heard: Callable[[int], None]) -> Iterator[Arrival]:
    for record in export.records(kind, heard):
        yield f"“{record.file}”, line {record.line:,}, record “{record.key}”", record.values


def _prove(path: Path, *, clock: Clock, actor: str) -> tuple[int, str]:
    """Check the finished file as any workspace is checked, and every seal in it.

    Returns:
        How many seals there are, and the hash of the last.
    """
    for finding in workspaces.verify(path):
        raise UnsoundResult(finding.detail)
    with workspaces.open(path, clock=clock, actor=actor, read_only=True) as made:
        for broken in seals.find_broken(made):
            raise SealBroken(broken.trouble, broken.detail)
        return seals.chain_head(made)
