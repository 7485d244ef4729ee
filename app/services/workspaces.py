"""Verbs for the workspace file: make, open, copy, back up, restore, look through."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.meeting import Meeting
from app.domain.person import Person
from app.domain.rules import RuleDocument
from app.store import backup as backups
from app.store import restore as restoring
from app.store import verify as looking
from app.store.backup import Backup
from app.store.backup_folder import Reason, backup_files
from app.store.health import read_head
from app.store.queries.records import count_records
from app.store.restore import Restored
from app.store.verify import Finding
from app.store.workspace import Workspace

__all__ = [
    "Backup",
    "Finding",
    "Restored",
    "Summary",
    "Workspace",
    "back_up",
    "back_up_if_due",
    "create",
    "last_backup",
    "list_backups",
    "open",
    "restore",
    "save_copy",
    "summarise",
    "verify",
    "with_suffix",
]

SUFFIX = ".jwg"


@dataclass(frozen=True)
class Summary:
    """What a workspace holds, in figures."""

    path: Path
    read_only: bool
    why_read_only: str
    bodies: int
    meetings: int
    decisions: int
    rule_documents: int
    persons: int


def create(path: Path, *, clock: Clock, actor: str) -> Workspace:
    """Make an empty workspace and open it; a name without an ending gets ``.jwg``.

    Raises:
        WorkspaceExists: if there is a file already.
    """
    return Workspace.create(with_suffix(path), clock=clock, actor=actor)


def open(  # noqa: A001  (called as workspaces.open)
    path: Path, *, clock: Clock, actor: str, read_only: bool = False
) -> Workspace:
    """Open a workspace; where it cannot be written it is opened for reading and says why.

    Raises:
        Misfortune: saying what is wrong with the file and what to do.
    """
    return Workspace.open(path, clock=clock, actor=actor, read_only=read_only)


def summarise(workspace: Workspace) -> Summary:
    """Return what a workspace holds, in figures."""
    with workspace.read() as reader:
        return Summary(
            path=workspace.path,
            read_only=workspace.read_only,
            why_read_only=workspace.why_read_only,
            bodies=count_records(reader, Body),
            meetings=count_records(reader, Meeting),
            decisions=count_records(reader, Decision),
            rule_documents=count_records(reader, RuleDocument),
            persons=count_records(reader, Person),
        )


def save_copy(workspace: Workspace, *, path: Path) -> Path:
    """Write a whole, checked copy; return its path.

    Raises:
        WorkspaceExists: if there is a file already.
        DiskFull: if there is no room.
    """
    target = with_suffix(path)
    workspace.save_copy(target)
    return target


def back_up(path: Path, *, clock: Clock) -> Path:
    """Make a verified backup now; return its path.

    Raises:
        WorkspaceMissing, NotAWorkspace: if there is none to back up.
    """
    read_head(path)
    return backups.back_up(path, reason=Reason.ASKED, clock=clock)


def list_backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a workspace with what each holds, the newest first."""
    return backups.list_backups(path)


def last_backup(path: Path) -> datetime | None:
    """Return when the newest backup of a workspace was taken, or ``None`` before there is one."""
    files = backup_files(path)
    return files[0].taken_at if files else None


def back_up_if_due(workspace: Workspace) -> datetime | None:
    """Make the daily backup if the newest is a day old and something has changed since.

    Returns:
        When it was taken; ``None`` if none was due.
    """
    made = workspace.back_up_if_due()
    return last_backup(workspace.path) if made is not None else None


def restore(path: Path, *, backup: Path, actor: str, clock: Clock) -> Restored:
    """Make a workspace what a backup holds; the present file is kept aside.

    Show what the backup holds first (``list_backups``).

    Raises:
        WorkspaceInUse: if somebody has the workspace open.
        BackupDamaged: if the backup does not pass the full check.
    """
    return restoring.restore(path, backup=backup, user=actor, clock=clock)


def verify(path: Path) -> tuple[Finding, ...]:
    """Look through a whole workspace; return what is wrong with it, nothing if all is well."""
    return looking.verify(path)


def with_suffix(path: Path) -> Path:
    """Return the path of a workspace; a name without the ending gets it."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
