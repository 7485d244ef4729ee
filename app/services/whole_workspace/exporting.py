"""Verbs for taking a whole workspace out: as a folder or a zip archive of documented files."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app import __version__
from app.exchange.bundles import write_folder, write_zip
from app.exchange.whole_workspace.facts import KeptFile, SealChain, WholeWorkspace
from app.exchange.whole_workspace.layout import BYTES_OF, kinds
from app.exchange.whole_workspace.writing import WrittenExport
from app.services import seals
from app.services.disk import FileNotWritten
from app.services.seals import SealFinding
from app.services.whole_workspace.progress import Counter, Progress, Stopped
from app.store.whole_workspace.photograph import NotWhole, Photograph, photograph
from app.store.workspace import Workspace

__all__ = ["Exported", "NotWhole", "Stopped", "export", "suggest_name"]

ZIP = ".zip"
_FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Exported:
    """An export that was written.

    Attributes:
        path: The folder or the archive.
        fingerprint: The hash of its manifest; exports with the same one are the same.
        records: How many records are in it.
        files: How many kept files.
        broken_seals: What was found changed since it was adopted.
        damaged_files: The kept files that are not what they were. Until these and the seals are
            put right the export cannot be opened again.
    """

    path: Path
    fingerprint: str
    records: int
    files: int
    broken_seals: tuple[SealFinding, ...] = ()
    damaged_files: tuple[str, ...] = ()


def suggest_name(workspace: Workspace) -> str:
    """Return what the folder of an export may be called."""
    return f"{workspace.path.stem} {workspace.today().isoformat()}"


def export(
    workspace: Workspace,
    *,
    target: Path,
    as_zip: bool = False,
    progress: Progress = lambda _done, _total: True,
) -> Exported:
    """Write a whole workspace, all of it or nothing; what is there already is never touched.

    Written twice, it is the same byte for byte, until something is changed in the workspace.

    Args:
        workspace: The workspace.
        target: The folder or the archive; where there is one already, the name gets a number.
        as_zip: Whether it becomes an archive.
        progress: Hears how far it is, and may stop it.

    Raises:
        NotWhole: It is a pack, or a newer JWG Desk wrote it.
        Stopped: ``progress`` said not to go on.
        DiskFull, FileNotWritten: naming the file and the reason.
    """
    broken = seals.find_broken(workspace)
    with photograph(workspace) as taken:
        counts = taken.counts(kinds())
        counter = Counter(sum(counts.values()) + counts[BYTES_OF], progress)
        made = WrittenExport(_facts(taken, counts), heard=counter.count)
        try:
            if as_zip:
                when = taken.last_change_at() or _FIRST_DAY
                path = write_zip(target, made.files(), when=when)
            else:
                path = write_folder(target, made.files())
        except OSError as error:
            raise FileNotWritten.because_of(target, error) from error
        finally:
            made.close()
    counter.finish()
    return Exported(
        path=path,
        fingerprint=made.fingerprint,
        records=sum(counts.values()) - counts[BYTES_OF],
        files=counts[BYTES_OF],
        broken_seals=broken,
        damaged_files=tuple(made.damaged),
    )


def _facts(taken: Photograph, counts: dict[str, int]) -> WholeWorkspace:
    return WholeWorkspace(
        program=__version__,
        schema=taken.schema,
        last_change_at=taken.last_change_at(),
        seals=SealChain(counts["seal"], taken.last_seal()),
        last_numbers=taken.last_numbers(),
        counts=counts,
        records=taken.records,
        files=lambda: (KeptFile(*each) for each in taken.files()),
    )
