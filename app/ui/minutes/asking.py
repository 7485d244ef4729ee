"""Opens the dialogs of the minutes and hands on what is entered in them."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.clock import today
from app.ui.minutes import record_dialogs, signing_dialogs
from app.ui.minutes.agreeing import Agreeing
from app.ui.minutes.in_hand import InHand, Refused
from app.ui.minutes.page import MinutesPage
from app.ui.minutes.recording import Recording
from app.ui.notify import Notifier
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.minutes_sheets import SheetEdition, SheetSignature
    from app.services.parties import PartyChip
    from app.ui.minutes.aids_table import Aid

Save = Callable[..., None]


class Asking:
    """Asks what a decision, an action item, an answer or a signature needs."""

    def __init__(
        self,
        page: MinutesPage,
        hand: InHand,
        recording: Recording,
        agreeing: Agreeing,
        *,
        notifier: Notifier,
    ) -> None:
        self._page = page
        self._hand = hand
        self._recording = recording
        self._agreeing = agreeing
        self._notifier = notifier

    def make_decision(self) -> None:
        """Ask for what a decision needs that is made of the chosen words."""
        found = self._words()
        if found is None:
            return
        key, words, _side = found
        dialog = record_dialogs.decision_dialog(words, notifier=self._notifier, parent=self._page)
        self._open(dialog, partial(self._recording.make_decision, key))

    def make_action(self) -> None:
        """Ask for what an action item needs that is made of the chosen words."""
        found = self._words()
        if found is not None:
            self._recording.list_organisations(partial(self._ask_action, *found))

    def lead_to_record(self, aid: "Aid") -> None:
        """Adopt a draft decision that was chosen at the right; go to any other record."""
        kind, key, label, _words, state = aid.told
        if kind == "decision" and state in ("draft", "agreed", "bracketed") and self._hand.is_open:
            self.adopt(key, label)
        else:
            self.show_record(kind, key)

    def show_record(self, kind: str, key: UUID) -> None:
        """Go to the paragraph that speaks of a record."""
        for written in self._hand.page.paragraphs:
            link = written.decision if kind == "decision" else written.action
            if link is not None and link.id == key:
                self._hand.place = written.place
                self._hand.show()
                self._page.focus_block(written.id, self._hand.language, 0)
                return

    def adopt(self, decision_id: UUID, label: str) -> None:
        """Ask for the number under which a decision is adopted."""
        done = partial(self._ask_adoption, decision_id, label)
        self._recording.propose_symbol(decision_id, done=done)

    def enter_answer(self, party: "PartyChip") -> None:
        """Ask what a side answered."""
        dialog = signing_dialogs.answer_dialog(
            party, day=today(self._hand.clock), notifier=self._notifier, parent=self._page
        )

        def save(values: Mapping[str, Any], **ends: Any) -> None:
            self._agreeing.give_answer({"party_id": party.id, **values}, **ends)

        self._open(dialog, save)

    def add_signatory(self, *, side: UUID | None = None) -> None:
        """Ask who signs, for a side if it is known."""
        self._ask_signatory(None, self._agreeing.add_signatory, side=side)

    def change_signatory(self, row: "SheetSignature") -> None:
        """Ask under what name and in what capacity somebody signs."""
        self._ask_signatory(row, partial(self._agreeing.change_signatory, row.id))

    def sign(self, row: "SheetSignature") -> None:
        """Ask where and when somebody signed."""
        sheet = self._hand.sheet
        dialog = signing_dialogs.signature_dialog(
            row,
            place=sheet.place if sheet else "",
            day=sheet.first_day if sheet else None,
            language=self._hand.language,
            notifier=self._notifier,
            parent=self._page,
        )
        self._open(dialog, partial(self._agreeing.sign, row.id))

    def reopen(self) -> None:
        """Ask why signed minutes are opened again."""
        dialog = signing_dialogs.reopen_dialog(notifier=self._notifier, parent=self._page)

        def save(values: Mapping[str, Any], **ends: Any) -> None:
            self._agreeing.reopen(values["why"], **ends)

        self._open(dialog, save)

    def choose_scans(self) -> None:
        """Ask for the scans of the signed original."""
        title = self._page.tr("Attach the signed original")
        for path in self._notifier.choose_files(title=title, folder=Path.home()):
            self._agreeing.attach_scan(path)

    def restore(self, row: "SheetEdition") -> None:
        """Ask before an earlier edition becomes the next one."""
        if self._notifier.ask(
            self._page.tr("Restore edition {n}?").format(n=row.number),
            self._page.tr("Its words become the next edition; what is written now is kept too."),
            agree=self._page.tr("Restore it"),
        ):
            self._agreeing.restore_edition(row.id)

    def _ask_action(
        self, key: UUID, words: str, side: UUID | None, organisations: tuple[tuple[UUID, str], ...]
    ) -> None:
        dialog = record_dialogs.action_dialog(
            words,
            sides=self._sides(),
            organisations=organisations,
            side=side,
            notifier=self._notifier,
            parent=self._page,
        )
        self._open(dialog, partial(self._recording.make_action, key))

    def _ask_adoption(self, decision_id: UUID, label: str, symbol: str) -> None:
        sheet = self._hand.sheet
        dialog = record_dialogs.adopt_dialog(
            label,
            symbol=symbol,
            day=sheet.first_day if sheet else None,
            notifier=self._notifier,
            parent=self._page,
        )
        self._open(dialog, partial(self._recording.adopt, decision_id))

    def _ask_signatory(
        self, row: "SheetSignature | None", save: Save, *, side: UUID | None = None
    ) -> None:
        sheet = self._hand.sheet
        dialog = signing_dialogs.signatory_dialog(
            row,
            side=side,
            sides=self._sides(),
            languages=sheet.languages if sheet else ("en",),
            notifier=self._notifier,
            parent=self._page,
        )
        self._open(dialog, save)

    def _open(self, dialog: FormDialog, save: Save) -> None:
        """Open a dialog; it closes when what was entered is saved, and stays where it is not."""
        ends: dict[str, Callable[..., None] | Refused] = {
            "done": partial(_close, dialog),
            "refused": dialog.show_refused,
        }
        dialog.submitted.connect(partial(_save, save, ends))
        dialog.open()

    def _sides(self) -> "tuple[PartyChip, ...]":
        sheet = self._hand.sheet
        return tuple(side.party for side in sheet.sides) if sheet else ()

    def _words(self) -> tuple[UUID, str, UUID | None] | None:
        """Return the paragraph in hand, its chosen words or all of them, and whose word it is."""
        current = self._page.sheet.current()
        if current is None:
            self._notifier.tell(
                self._page.tr("No paragraph is chosen yet."),
                self._page.tr("Click into a paragraph, or choose words in it, and press again."),
            )
            return None
        key, editor = current
        written = self._hand.page.find(key)
        words = editor.chosen_words() or editor.words().strip()
        return key, words, written.party_id if written else None


def _save(save: Save, ends: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    save(values, **ends)


def _close(dialog: FormDialog, _done: object) -> None:
    dialog.close_saved()
