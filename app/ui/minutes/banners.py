"""The bands above the minutes: sealed, an earlier edition, read-only, words that were not saved."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui import dates
from app.ui.widgets.card import link_button
from app.ui.widgets.field import mark
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel

if TYPE_CHECKING:
    from app.services.minutes_sheets import MinutesSheet
    from app.services.unsaved_words import FoundWords

_SIGNED = frozenset({"signed", "confirmed", "distributed", "published", "corrected"})


class Banner(QFrame):
    """One sentence across the page, and what can be done about it.

    Signals:
        obeyed: The name of what the user wants done.
    """

    obeyed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_banner")
        self._icon = IconLabel("lock", "warn")
        self._sentence = ElidingLabel("", "medium")
        self._sentence.setObjectName("minutes_banner_sentence")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 16, 6)
        self._row.setSpacing(12)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._sentence, 1)
        self._links: list[QPushButton] = []
        self.hide()

    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.text() if not self.isHidden() else ""

    def say(
        self, sentence: str, *, icon: str, is_sealed: bool, links: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show a sentence with links by their names, or hide where there is none."""
        for link in self._links:
            self._row.removeWidget(link)
            link.deleteLater()
        self._links = []
        self._sentence.setText(sentence)
        self._icon.show_icon(icon, "ok" if is_sealed else "warn")
        for widget in (self, self._sentence):
            mark(widget, "sealed", holds=is_sealed)
        for name, told in links:
            link = link_button(told, name=name)
            link.clicked.connect(partial(self._tell, name))
            self._row.addWidget(link)
            self._links.append(link)
        self.setVisible(bool(sentence))

    def _tell(self, name: str) -> None:
        self.obeyed.emit(name)


class StateBanner(Banner):
    """Says why nothing can be written here."""

    def show_sheet(self, sheet: "MinutesSheet", *, read_only: str) -> None:
        """Say whether the edition is signed, an earlier one, or the workspace cannot be written."""
        if not sheet.is_latest:
            told = self.tr("This is edition {n}, kept as it was. Nothing in it can be changed.")
            latest = (("show_latest", self.tr("Show the latest edition")),)
            self.say(told.format(n=sheet.edition), icon="history", is_sealed=False, links=latest)
        elif sheet.status.value in _SIGNED:
            told = self.tr("Edition {n} is signed and sealed. Nothing in it can be changed.")
            again = [] if read_only else [("reopen", self.tr("Open it again…"))]
            self.say(told.format(n=sheet.edition), icon="lock", is_sealed=True, links=again)
        elif read_only:
            told = self.tr("This workspace can only be read at the moment.")
            self.say(told, icon="lock", is_sealed=False)
        else:
            self.say("", icon="lock", is_sealed=False)


class UnsavedBanner(Banner):
    """Offers what was typed before a crash and never saved."""

    def show_unsaved(self, found: "Sequence[FoundWords]") -> None:
        """Offer it, or hide where there is nothing."""
        if not found:
            self.say("", icon="rotate-ccw", is_sealed=False)
            return
        self.say(
            unsaved_sentence(found),
            icon="rotate-ccw",
            is_sealed=False,
            links=(
                ("put_back", self.tr("Put them back")),
                ("look_at_unsaved", self.tr("Look")),
                ("discard_unsaved", self.tr("Discard")),
            ),
        )


def unsaved_sentence(found: "Sequence[FoundWords]") -> str:
    """Return the sentence that offers words that were not saved."""
    told = QCoreApplication.translate("UnsavedBanner", "Words typed on {when} were not saved.")
    return told.format(when=dates.moment(found[0].words.at))
