"""Shows the forms for packs and keys, one at a time, and says what came of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.notify import FileKind, Notifier
from app.ui.packs import words
from app.ui.packs.keys_dialog import KeysDialog
from app.ui.packs.making_form import MakingForm
from app.ui.packs.presenter import PackFilling
from app.ui.widgets.fields import TextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.packs.keys import Ring
    from app.services.packs.making import PackPreview

_PAUSE = 250


class PacksView(QObject):
    """The dialogs of packs.

    Signals:
        changed: The values of the form for a pack, a moment after the last of them changed.
        submitted: The values of the form, to be followed.
        passphrase_given: The pack that is to be checked, and its passphrase.
        key_wanted, trust_wanted: The values of the form for a key.
        revoke_wanted: A key and the reason.
        back_up_wanted: A key and the file to write.
        bring_back_wanted: The file of a key.
    """

    changed = Signal(object)
    submitted = Signal(object)
    passphrase_given = Signal(object, str)
    key_wanted = Signal(object)
    trust_wanted = Signal(object)
    revoke_wanted = Signal(str, str)
    back_up_wanted = Signal(str, object)
    bring_back_wanted = Signal(object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._folder = Path()
        self._dialog: FormDialog | None = None
        self._making: MakingForm | None = None
        self._keys: KeysDialog | None = None
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._tell_changed)

    def save_beside(self, folder: Path) -> None:
        """Suggest a folder for what is written."""
        self._folder = folder

    def show_making(self, filling: PackFilling) -> None:
        """Open the form for a pack."""
        self._making = form = MakingForm(filling)
        dialog = self._dialog_for(self.tr("Pack for delegates"), form, self.tr("Make the pack…"))
        dialog.submitted.connect(self.submitted)
        form.changed.connect(self._pause.start)
        dialog.open()
        self._tell_changed()

    def show_preview(self, preview: "PackPreview") -> None:
        """Say in the open form what would go in, and what stays behind."""
        if self._making is not None:
            self._making.show_preview(words.say_contents(preview), words.say_kept_back(preview))

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open form could not be followed; what was entered stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)
        else:
            self._notifier.tell_misfortune(problem.sentence, problem.remedy)

    def show_made(self, path: Path) -> None:
        """Close the form and say where the pack is."""
        if self._dialog is not None:
            self._dialog.close_saved()
        self._notifier.tell(
            self.tr("“{name}” is made.").format(name=path.name),
            self.tr("It is in the folder “{folder}”.").format(folder=path.parent),
        )

    def show_registered(self) -> None:
        """Say that a double click opens packs from now on."""
        self._notifier.tell(
            self.tr("A double click on a pack or a workspace opens it in JWG Desk."),
            self.tr("So do the links of records in Word and in messages."),
        )

    def choose_folder(self) -> Path | None:
        """Ask for the folder to write into; without one the form can be followed again."""
        folder = self._notifier.choose_folder(
            title=self.tr("Where the pack is written"), folder=self._folder
        )
        if folder is None and self._dialog is not None:
            self._dialog.allow_again()
        return folder

    def choose_pack(self) -> Path | None:
        """Ask for a pack to check."""
        return self._notifier.choose_file(
            FileKind.PACK, title=self.tr("Check a pack"), folder=self._folder
        )

    def ask_passphrase(self, path: Path) -> None:
        """Open the form for the passphrase of a pack that is to be checked."""
        form = Form(name="pack_passphrase")
        told = self.tr("“{name}” is encrypted.").format(name=path.name)
        form.add_widget(wrapped_label(told, "muted"))
        form.add("passphrase", self.tr("Passphrase"), TextField(is_secret=True))
        dialog = self._dialog_for(self.tr("Check a pack"), form, self.tr("Check"))
        dialog.submitted.connect(
            lambda values: self.passphrase_given.emit(path, values["passphrase"])
        )
        dialog.open()

    def show_checked(self, path: Path, sentence: str, *, is_fine: bool) -> None:
        """Say what is proved of a pack."""
        if self._dialog is not None:
            self._dialog.close_saved()
        if is_fine:
            self._notifier.tell(f"“{path.name}”", sentence)
        else:
            self._notifier.tell_misfortune(f"“{path.name}”", sentence)

    def show_keys(self, ring: "Ring") -> None:
        """Show one's own keys and those of others."""
        if self._dialog is not None:
            self._dialog.close_saved()
        if self._keys is None:
            self._keys = keys = KeysDialog(parent=self._window)
            keys.finished.connect(self._forget_keys)
            keys.make_requested.connect(self._show_new_key)
            keys.trust_requested.connect(self._show_trust)
            keys.revoke_requested.connect(self._show_revoke)
            keys.back_up_requested.connect(self._choose_back_up)
            keys.bring_back_requested.connect(self._choose_bring_back)
            keys.open()
        self._keys.show_ring(ring)

    def _show_new_key(self) -> None:
        form = Form(name="new_key")
        told = self.tr(
            "Packs that you sign with it are known as yours by everybody to whom you have given "
            "its public half. Without its passphrase nobody can sign with it; nobody can find the "
            "passphrase again either."
        )
        form.add_widget(wrapped_label(told, "muted"))
        form.add("owner", self.tr("Whose it is, as others read it"), TextField(max_length=120))
        form.add("passphrase", self.tr("Passphrase (may be empty)"), TextField(is_secret=True))
        self._open(self.tr("New key"), form, self.tr("Make the key"), self.key_wanted)

    def _show_trust(self) -> None:
        form = Form(name="known_key")
        told = self.tr("Compare what you were sent with what they have printed or read out to you.")
        form.add_widget(wrapped_label(told, "muted"))
        form.add("public", self.tr("Public key"), TextField())
        form.add("owner", self.tr("Whose it is"), TextField(max_length=120))
        self._open(self.tr("Somebody’s key"), form, self.tr("Add the key"), self.trust_wanted)

    def _show_revoke(self, key_id: str, owner: str) -> None:
        form = Form(name="revoked_key")
        told = self.tr(
            "Whatever the key of {owner} has signed is then shown as not to be trusted, and every "
            "pack you make tells others so. This cannot be taken back."
        ).format(owner=owner)
        form.add_widget(wrapped_label(told, "muted"))
        form.add("reason", self.tr("Reason"), TextField(max_length=200))
        dialog = self._dialog_for(self.tr("Revoke a key"), form, self.tr("Revoke the key"))
        dialog.submitted.connect(lambda values: self.revoke_wanted.emit(key_id, values["reason"]))
        dialog.open()

    def _choose_back_up(self, key_id: str) -> None:
        target = self._notifier.choose_folder(
            title=self.tr("Where the key is kept"), folder=self._folder
        )
        if target is not None:
            self.back_up_wanted.emit(key_id, target)

    def _choose_bring_back(self) -> None:
        source = self._notifier.choose_file(
            FileKind.KEY, title=self.tr("Bring back a key"), folder=self._folder
        )
        if source is not None:
            self.bring_back_wanted.emit(source)

    def _open(self, title: str, form: Form, save: str, told: Any) -> None:
        dialog = self._dialog_for(title, form, save)
        dialog.submitted.connect(told)
        dialog.open()

    def _dialog_for(self, title: str, form: Form, save: str) -> FormDialog:
        above = self._keys or self._window
        dialog = FormDialog(title, form, save=save, notifier=self._notifier, parent=above)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        return dialog

    def _tell_changed(self) -> None:
        if self._making is not None:
            self.changed.emit(self._making.values())

    def _forget(self) -> None:
        self._dialog = self._making = None

    def _forget_keys(self) -> None:
        self._keys = None
