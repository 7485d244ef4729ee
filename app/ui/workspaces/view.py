"""Shows the state of the workspace in the window, and asks for files through the notifier."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui import dates
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.blank import Blank
from app.ui.widgets.fields import TextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.workspaces.backups_dialog import BackupsDialog, contents
from app.ui.workspaces.pack_words import tell_pack
from app.ui.workspaces.presenter import Opened

if TYPE_CHECKING:
    from datetime import datetime

    from app.services.workspaces import Backup
    from app.ui.window.pack_line import PackTold


class Shell(Protocol):
    """The parts of the window that tell the state of the workspace."""

    def show_blank(self) -> None:
        """Show the blank page."""
        ...

    def say_opening(self, sentence: str) -> None:
        """Say in the status line what is being got ready."""
        ...

    def say_open(
        self,
        *,
        name: str,
        actor: str,
        why_read_only: str,
        last_backup: "datetime | None",
        pack: "PackTold | None" = None,
    ) -> None:
        """Show a workspace's name and state, or those of a pack."""
        ...

    def say_backed_up(self, taken_at: "datetime") -> None:
        """Say when the newest backup was taken."""
        ...


class WorkspacesView(QObject):
    """Tells and asks about workspaces.

    Signals:
        restore_requested: The Backup that shall be restored.
        passphrase_given: A pack and its passphrase.
    """

    restore_requested = Signal(object)
    passphrase_given = Signal(object, str)

    def __init__(self, *, shell: Shell, blank: Blank, notifier: Notifier, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._blank = blank
        self._notifier = notifier
        self._window = window
        self._is_open = False
        self.open_button = blank.add_button(self.tr("Open…"), name="blank_open", primary=True)
        self.new_button = blank.add_button(self.tr("New workspace…"), name="blank_new")
        self.restore_button = blank.add_button(self.tr("Restore a backup…"), name="blank_restore")
        self._offer(buttons=False)

    def show_opening(self, name: str, *, building: bool) -> None:
        """Say that a workspace is being opened, or built."""
        sentence = (
            self.tr("Preparing the sample workspace…")
            if building
            else self.tr("Opening “{name}”…").format(name=name)
        )
        if not self._is_open:
            self._blank.say(sentence, icon="folder-open")
            self._offer(buttons=False)
            self._shell.show_blank()
        self._shell.say_opening(sentence)

    def ask_passphrase(self, path: Path) -> None:
        """Ask for the passphrase of a pack that is to be opened."""
        form = Form(name="pack_passphrase")
        form.add("passphrase", self.tr("Passphrase"), TextField(is_secret=True))
        dialog = FormDialog(
            self.tr("Open “{name}”").format(name=path.name),
            form,
            save=self.tr("Open"),
            notifier=self._notifier,
            parent=self._window,
        )

        def tell(values: dict[str, str]) -> None:
            dialog.close_saved()
            self.passphrase_given.emit(path, values["passphrase"])

        dialog.submitted.connect(tell)
        dialog.open()

    def show_backup(self, taken_at: "datetime") -> None:
        """Show when the newest backup was taken."""
        self._shell.say_backed_up(taken_at)

    def show_open(self, opened: Opened) -> None:
        """Show the state of the workspace that is open now."""
        workspace = opened.workspace
        self._is_open = True
        why = workspace.why_read_only if workspace.read_only else ""
        self._shell.say_open(
            name=Path(workspace.path).stem,
            actor=workspace.actor,
            why_read_only=self.tr("Read only. {why}").format(why=why) if why else "",
            last_backup=opened.last_backup,
            pack=self._told_of_pack(opened),
        )

    def show_refused(self, problem: Misfortune, *, with_backups: bool) -> None:
        """Show why no workspace is open."""
        if not with_backups:
            self._notifier.tell_misfortune(problem.sentence, problem.remedy)
            return
        self._is_open = False
        self._blank.say(problem.sentence, problem.remedy, icon="circle-alert")
        self._offer(buttons=True)
        self._shell.say_opening("")
        self._shell.show_blank()

    def show_copied(self, path: Path) -> None:
        """Say that a copy was written."""
        self._notifier.tell(
            self.tr("A complete copy was saved as “{name}”.").format(name=path.name), str(path)
        )

    def show_backups(self, rows: "tuple[Backup, ...]") -> None:
        """Show the backups and what each holds, to choose from."""
        if not rows:
            self._notifier.tell(
                self.tr("There is no backup of this workspace yet."),
                self.tr("One is made when the workspace is closed after a change, and every day."),
            )
            return
        dialog = BackupsDialog(rows, parent=self._window)
        dialog.restore_requested.connect(self.restore_requested)
        dialog.open()

    def choose_new(self, folder: Path) -> Path | None:
        """Ask where a new workspace shall be."""
        return self._notifier.choose_new_file(
            FileKind.WORKSPACE,
            title=self.tr("New workspace"),
            suggestion=folder / self.tr("Our workspace.jwg"),
        )

    def choose_existing(self, folder: Path) -> Path | None:
        """Ask for a workspace that exists."""
        return self._notifier.choose_file(
            FileKind.OPENED, title=self.tr("Open a workspace or a pack"), folder=folder
        )

    def choose_copy(self, path: Path) -> Path | None:
        """Ask where a copy of a workspace shall be."""
        suggestion = path.with_name(self.tr("Copy of {name}").format(name=path.name))
        return self._notifier.choose_new_file(
            FileKind.WORKSPACE, title=self.tr("Save a copy"), suggestion=suggestion
        )

    def agree_to_restore(self, backup: "Backup") -> bool:
        """Ask whether to go back to a backup."""
        taken = dates.moment(backup.taken_at)
        return self._notifier.ask(
            self.tr("Go back to the backup of {moment}?").format(moment=taken),
            self.tr(
                "It holds {contents}. The workspace as it is now is kept among the backups first."
            ).format(contents=contents(backup)),
            agree=self.tr("Restore"),
        )

    def _told_of_pack(self, opened: Opened) -> "PackTold | None":
        if opened.pack is None:
            return None
        path = Path(opened.workspace.path)
        detail = opened.services.pack_words.say(opened.pack.verification)
        return tell_pack(opened.pack.verification, name=path.stem, detail=detail)

    def _offer(self, *, buttons: bool) -> None:
        for button in (self.open_button, self.new_button, self.restore_button):
            button.setVisible(buttons)
