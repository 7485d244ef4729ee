"""Has packs made and checked, and keys made, kept and revoked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune
from app.domain.pack_scope import OF_A_MEETING, PackPart, PackScope

if TYPE_CHECKING:
    from app.clock import Clock
    from app.services.packs.keys import OwnKey, Ring
    from app.services.packs.making import PackPreview
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

Values = Mapping[str, Any]
PACK, PAGE, FOLDER = "pack", "page", "folder"
OPEN, PASSPHRASE, RECIPIENTS = "open", "passphrase", "recipients"


@dataclass(frozen=True)
class PackFilling:
    """All that the form for a pack is filled in with.

    Attributes:
        meetings: The meetings of the body, the newest first.
        meeting_id: The one in hand.
    """

    body: str
    meetings: tuple[tuple[UUID, str], ...]
    meeting_id: UUID | None
    today: date
    keys: "tuple[OwnKey, ...]"


class PacksView(Protocol):
    """What the presenter asks of the dialogs."""

    def show_making(self, filling: PackFilling) -> None:
        """Open the form for a pack."""
        ...

    def show_preview(self, preview: "PackPreview") -> None:
        """Say in the open form what would go in, and what stays behind."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open form could not be followed; what was entered stays."""
        ...

    def show_made(self, path: Path) -> None:
        """Close the form and say where the pack is."""
        ...

    def choose_folder(self) -> Path | None:
        """Ask for the folder to write into; without one the form can be followed again."""
        ...

    def choose_pack(self) -> Path | None:
        """Ask for a pack to check."""
        ...

    def ask_passphrase(self, path: Path) -> None:
        """Open the form for the passphrase of a pack that is to be checked."""
        ...

    def show_checked(self, path: Path, sentence: str, *, is_fine: bool) -> None:
        """Say what is proved of a pack."""
        ...

    def show_registered(self) -> None:
        """Say that a double click opens packs from now on."""
        ...

    def show_keys(self, ring: "Ring") -> None:
        """Show one's own keys and those of others."""
        ...


class PacksPresenter:
    """Makes packs of the body in hand."""

    def __init__(
        self,
        view: PacksView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
        clock: "Clock",
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._clock = clock
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._meeting_id: UUID | None = None
        self._previewed = 0

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._body_id = self._meeting_id = None

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id, self._meeting_id = body_id, None

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Hear which meeting is in hand."""
        self._meeting_id = meeting_id

    def start_making(self) -> None:
        """Open the form for a pack of the body in hand."""
        if self._services is not None and self._body_id is not None:
            self._tasks.run(self._read, self._view.show_making, self._report_failure)

    def preview(self, values: Values) -> None:
        """Say what a pack of these values would hold; the last one asked for is shown."""
        services, scope = self._services, self._scope(values)
        if services is None or scope is None:
            return
        self._previewed += 1
        asked = self._previewed
        work = partial(
            services.pack_making.preview, self._workspace, scope, language=self._language
        )

        def show(found: "PackPreview") -> None:
            if asked == self._previewed:
                self._view.show_preview(found)

        self._tasks.run(work, show, self._report_failure)

    def make(self, values: Values) -> None:
        """Ask where, and write the pack in the form that was chosen."""
        services, scope = self._services, self._scope(values)
        if services is None or scope is None:
            return
        folder = self._view.choose_folder()
        if folder is None:
            return
        packing = services.pack_making
        protection = packing.Protection(
            passphrase=values["passphrase"] if values["protection"] == PASSPHRASE else "",
            recipients=tuple(values["recipients"].split())
            if values["protection"] == RECIPIENTS
            else (),
        )
        order = packing.PackOrder(
            scope=scope,
            title=values["title"] or values["suggested"],
            key_id=values["key"] or "",
            key_passphrase=values["key_passphrase"],
            protection=protection,
        )
        work = partial(self._write, services, order, values["form"], folder)
        self._operations.run("Make pack", work, self._view.show_made, self._view.show_refused)

    def check(self) -> None:
        """Ask for a pack and say what is proved of it."""
        path = self._view.choose_pack()
        if path is not None:
            self.check_file(path)

    def check_file(self, path: Path, passphrase: str = "") -> None:
        """Say what is proved of a pack."""
        services = self._services
        if services is None:
            return

        def refused(problem: Misfortune) -> None:
            if isinstance(problem, services.pack_reading.PackEncrypted):
                self._view.ask_passphrase(path)
            elif passphrase:
                self._view.show_refused(problem)
            else:
                self._view.show_checked(path, f"{problem.sentence} {problem.remedy}", is_fine=False)

        def checked(found: Any) -> None:
            self._view.show_checked(path, services.pack_words.say(found), is_fine=found.is_fine)

        work = partial(services.pack_reading.verify, path, passphrase=passphrase)
        self._operations.run("Check pack", work, checked, refused)

    def register(self) -> None:
        """Have the system open packs and workspaces on a double click."""
        if self._services is not None:
            work = self._services.file_types.register
            self._operations.run("Open packs by a double click", work, self._registered)

    def _registered(self, _told: Any) -> None:
        self._view.show_registered()

    def show_keys(self) -> None:
        """Show one's own keys and those of others."""
        if self._services is not None:
            self._tasks.run(
                self._services.pack_keys.list_keys, self._view.show_keys, self._report_failure
            )

    def make_key(self, values: Values) -> None:
        """Make a key of one's own."""
        self._change_keys(
            "Make key", "make", values["owner"], passphrase=values["passphrase"], clock=self._clock
        )

    def trust(self, values: Values) -> None:
        """Remember whose a public key is."""
        self._change_keys(
            "Add key", "trust", values["public"], owner=values["owner"], clock=self._clock
        )

    def revoke(self, key_id: str, reason: str) -> None:
        """Trust a key no longer."""
        self._change_keys("Revoke key", "revoke", key_id, reason=reason, clock=self._clock)

    def back_up(self, key_id: str, target: Path) -> None:
        """Write a key of one's own to a file."""
        self._change_keys("Back up key", "back_up", key_id, target=target)

    def bring_back(self, source: Path) -> None:
        """Take a key of one's own from its backup."""
        self._change_keys("Bring back key", "bring_back", source)

    def _change_keys(self, name: str, verb: str, *what: Any, **how: Any) -> None:
        if self._services is None:
            return
        work = partial(getattr(self._services.pack_keys, verb), *what, **how)
        self._operations.run(name, work, lambda _: self.show_keys(), self._view.show_refused)

    def _scope(self, values: Values) -> PackScope | None:
        if self._body_id is None or not isinstance(values["on"], date):
            return None
        parts = frozenset(part for part in PackPart if values[part.value])
        meeting_id = values["meeting"]
        return PackScope(
            body_id=self._body_id,
            on=values["on"],
            meeting_id=meeting_id,
            parts=parts if meeting_id else parts - OF_A_MEETING,
        )

    def _read(self) -> PackFilling:
        services, workspace, body_id = self._services, self._workspace, self._body_id
        assert services is not None
        how = {"body_id": body_id, "language": self._language}
        rows = services.meetings.list_for_body(workspace, **how)
        bodies = services.bodies.list_all(workspace, language=self._language)
        return PackFilling(
            body=next(row.code for row in bodies if row.id == body_id),
            meetings=tuple((row.id, " ".join(filter(None, (row.code, row.title)))) for row in rows),
            meeting_id=self._meeting_id,
            today=self._clock.now().astimezone().date(),
            keys=services.pack_keys.list_keys().own,
        )

    def _write(self, services: "Services", order: Any, form: str, folder: Path) -> Path:
        if form == PAGE:
            made: Path = services.pack_web.make_page(
                self._workspace, order, folder_or_path=folder, language=self._language
            ).path
            return made
        if form == FOLDER:
            written: Path = services.pack_folder.make_folder(
                self._workspace, order, target=folder, language=self._language
            )
            return written
        path: Path = services.pack_making.make(self._workspace, order, folder_or_path=folder).path
        return path
