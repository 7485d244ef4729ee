"""Opens, makes, copies and restores workspaces, and says in what state the open one is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.clock import Clock
    from app.services.packs.reading import PackInHand
    from app.services.workspaces import Backup
    from app.ui.operations import OperationRunner
    from app.ui.services import Services


_PACK = ".jwgx"


@dataclass(frozen=True)
class Opened:
    """A workspace that was opened, with the services that read and write it.

    Attributes:
        trouble: What went wrong when the one before it was closed.
        pack: What is known of it, if it is a pack.
    """

    services: "Services"
    workspace: Any
    last_backup: datetime | None
    trouble: Misfortune | None = None
    pack: "PackInHand | None" = None


class WorkspacesView(Protocol):
    """What the presenter asks of the window."""

    def show_opening(self, name: str, *, building: bool) -> None:
        """Say that a workspace is being opened, or built."""
        ...

    def show_open(self, opened: Opened) -> None:
        """Show the state of the workspace that is open now."""
        ...

    def show_refused(self, problem: Misfortune, *, with_backups: bool) -> None:
        """Show why no workspace is open."""
        ...

    def ask_passphrase(self, path: Path) -> None:
        """Ask for the passphrase of a pack that is to be opened."""
        ...

    def show_backup(self, taken_at: datetime) -> None:
        """Show when the newest backup was taken."""
        ...

    def show_copied(self, path: Path) -> None:
        """Say that a copy was written."""
        ...

    def show_backups(self, rows: "tuple[Backup, ...]") -> None:
        """Show the backups and what each holds, to choose from."""
        ...

    def choose_new(self, folder: Path) -> Path | None:
        """Ask where a new workspace shall be."""
        ...

    def choose_existing(self, folder: Path) -> Path | None:
        """Ask for a workspace that exists."""
        ...

    def choose_copy(self, path: Path) -> Path | None:
        """Ask where a copy of a workspace shall be."""
        ...

    def agree_to_restore(self, backup: "Backup") -> bool:
        """Ask whether to go back to a backup."""
        ...


class WorkspacesPresenter:
    """Knows which workspace is open.

    Attributes:
        opened: The open workspace and its services; None while there is none.
    """

    def __init__(
        self,
        view: WorkspacesView,
        *,
        load_services: "Callable[[], Services]",
        operations: "OperationRunner",
        clock: "Clock",
        actor: str,
        sample_path: Path,
        turned_to: Callable[[Opened], None],
    ) -> None:
        self.opened: Opened | None = None
        self._view = view
        self._load_services = load_services
        self._operations = operations
        self._clock = clock
        self._actor = actor
        self._sample_path = sample_path
        self._turned_to = turned_to
        self._path = sample_path
        self._passphrase = ""

    def open_sample(self) -> None:
        """Open the sample workspace, building it first if it is not there yet."""
        self.open(self._sample_path)

    def open(self, path: Path, passphrase: str = "") -> None:
        """Open a workspace, or a pack, in place of the one that is open."""
        if self._is_open(path):
            return
        self._passphrase = passphrase
        building = path == self._sample_path and not path.exists()
        if self.opened is None:
            self._path = path
        self._view.show_opening(path.stem, building=building)
        work = partial(self._open, path, building=building)
        refused = partial(self._refused_to_open, path)
        self._operations.run("Open workspace", work, self._take, refused)

    def open_other(self) -> None:
        """Ask for a workspace and open it."""
        path = self._view.choose_existing(self._path.parent)
        if path is not None:
            self.open(path)

    def create(self) -> None:
        """Ask for a place and make an empty workspace there."""
        path = self._view.choose_new(self._path.parent)
        if path is not None:
            work = partial(self._create, path)
            self._operations.run("New workspace", work, self._take, self._refused)

    def save_copy(self) -> None:
        """Ask for a place and write a copy there."""
        if self.opened is None:
            return
        path = self._view.choose_copy(self._path)
        if path is None:
            return
        work = partial(self.opened.services.workspaces.save_copy, self.opened.workspace, path=path)
        self._operations.run("Save a copy", work, partial(self._copied, path))

    def show_backups(self) -> None:
        """Show the backups of this workspace and what each holds."""
        self._operations.run("List backups", self._list_backups, self._view.show_backups)

    def back_up_if_due(self) -> None:
        """Make the daily backup if something has changed since the last one."""
        if self.opened is not None:
            work = partial(self._back_up, self.opened)
            self._operations.run("Daily backup", work, partial(self._backed_up, self.opened))

    def restore(self, backup: "Backup") -> None:
        """Go back to a backup if the user agrees; the present state is kept aside."""
        if self._view.agree_to_restore(backup):
            work = partial(self._restore, backup)
            self._operations.run("Restore a backup", work, self._take, self._refused)

    def close(self, then: Callable[[], None]) -> None:
        """Close the open workspace, then do what comes next whatever happened."""
        opened, self.opened = self.opened, None
        if opened is None:
            then()
            return
        self._operations.run(
            "Close workspace",
            opened.workspace.close,
            lambda _: then(),
            partial(self._closed_badly, then),
        )

    def _is_open(self, path: Path) -> bool:
        return self.opened is not None and path.resolve() == Path(self._path).resolve()

    def _open(self, path: Path, *, building: bool) -> Opened:
        services = self._load_services()
        if building:
            services.sample.build(path, clock=self._clock, actor=self._actor)
        if path.suffix.lower() == _PACK:
            in_hand = services.pack_reading.open_for_reading(
                path, clock=self._clock, actor=self._actor, passphrase=self._passphrase
            )
            return replace(self._opened(services, in_hand.workspace), pack=in_hand)
        workspace = services.workspaces.open(path, clock=self._clock, actor=self._actor)
        return self._opened(services, workspace)

    def _create(self, path: Path) -> Opened:
        services = self._load_services()
        workspace = services.workspaces.create(path, clock=self._clock, actor=self._actor)
        return self._opened(services, workspace)

    def _list_backups(self) -> "tuple[Backup, ...]":
        backups: tuple[Backup, ...] = self._load_services().workspaces.list_backups(self._path)
        return backups

    def _restore(self, backup: "Backup") -> Opened:
        services = self._load_services()
        opened, self.opened = self.opened, None
        if opened is not None:
            opened.workspace.close()
        services.workspaces.restore(
            self._path, backup=backup.path, actor=self._actor, clock=self._clock
        )
        workspace = services.workspaces.open(self._path, clock=self._clock, actor=self._actor)
        return self._opened(services, workspace)

    def _opened(self, services: "Services", workspace: Any) -> Opened:
        """Close what was open; if its closing backup fails, it is closed all the same."""
        trouble = None
        before, self.opened = self.opened, None
        if before is not None:
            try:
                before.workspace.close()
            except Misfortune as failed:
                trouble = failed
        last_backup = services.workspaces.last_backup(workspace.path)
        return Opened(services, workspace, last_backup, trouble)

    def _back_up(self, opened: Opened) -> datetime | None:
        made: datetime | None = opened.services.workspaces.back_up_if_due(opened.workspace)
        return made

    def _backed_up(self, opened: Opened, taken_at: datetime | None) -> None:
        if taken_at is not None and self.opened is opened:
            self.opened = replace(opened, last_backup=taken_at)
            self._view.show_backup(taken_at)

    def _take(self, opened: Opened) -> None:
        self.opened = opened
        self._path = opened.workspace.path
        self._view.show_open(opened)
        self._turned_to(opened)
        if opened.trouble is not None:
            self._view.show_refused(opened.trouble, with_backups=False)

    def _refused(self, problem: Misfortune) -> None:
        if self.opened is not None:
            self._view.show_open(self.opened)
        self._view.show_refused(problem, with_backups=self.opened is None)

    def _refused_to_open(self, path: Path, problem: Misfortune) -> None:
        """A pack that needs a passphrase is asked for it; anything else is told."""
        self._refused(problem)
        if path.suffix.lower() == _PACK and problem.field == "passphrase":
            self._view.ask_passphrase(path)

    def _copied(self, path: Path, result: Any) -> None:
        self._view.show_copied(path)

    def _closed_badly(self, then: Callable[[], None], problem: Misfortune) -> None:
        self._view.show_refused(problem, with_backups=False)
        then()
