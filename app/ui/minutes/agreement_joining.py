"""Joins what the user asks for on the way to signed minutes with those who do it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.appearance import scale
from app.ui.minutes.agreeing import Agreeing
from app.ui.minutes.agreement_pane import is_about_paragraph
from app.ui.minutes.asking import Asking
from app.ui.minutes.in_hand import InHand
from app.ui.minutes.page import MinutesPage
from app.ui.minutes.presenter import MinutesPresenter
from app.ui.minutes.steps_bar import WRITE
from app.ui.needs import Needs

if TYPE_CHECKING:
    from app.services.signing import Obstacle

_SIGNED = frozenset({"signed", "confirmed", "distributed", "published"})


class AgreementJoining:
    """Hears the bar, the banners and the boxes of agreeing and signing."""

    def __init__(
        self,
        page: MinutesPage,
        hand: InHand,
        presenter: MinutesPresenter,
        agreeing: Agreeing,
        asking: Asking,
        *,
        needs: Needs,
        leave: Callable[[], None],
    ) -> None:
        self._page = page
        self._hand = hand
        self._presenter = presenter
        self._agreeing = agreeing
        self._asking = asking
        self._needs = needs
        self._leave = leave
        self._compared: tuple[UUID, UUID] | None = None
        self._join_bar()
        self._join_boxes()

    def show_bar(self) -> None:
        """Show how far the minutes are, and what can be done now."""
        hand = self._hand
        if hand.sheet is None or hand.sheet.id is None:
            return
        may_write = not hand.workspace.read_only and hand.sheet.is_latest
        self._page.bar.show_sheet(
            hand.sheet,
            self._agreeing.steps(),
            is_open=hand.is_open,
            is_signed=may_write and hand.sheet.status.value in _SIGNED,
        )
        self._agreeing.look_again()

    def _join_bar(self) -> None:
        page = self._page
        page.bar.turned.connect(self._turn)
        page.bar.step_wanted.connect(self._take_step)
        page.bar.draft_wanted.connect(self._presenter.draft)
        page.bar.keep_wanted.connect(self._keep)
        page.bar.reopen_wanted.connect(self._asking.reopen)
        page.state.obeyed.connect(self._obey)

    def _join_boxes(self) -> None:
        boxes, agreeing, asking = self._page.agreement, self._agreeing, self._asking
        boxes.obstacles.jump_wanted.connect(self._mend)
        boxes.answers.answer_wanted.connect(asking.enter_answer)
        boxes.answers.withdraw_wanted.connect(agreeing.withdraw_answer)
        boxes.signatures.sign_wanted.connect(asking.sign)
        boxes.signatures.change_wanted.connect(asking.change_signatory)
        boxes.signatures.remove_wanted.connect(self._remove_signatory)
        boxes.signatures.add_wanted.connect(asking.add_signatory)
        boxes.signatures.heads_wanted.connect(agreeing.suggest_signatories)
        boxes.scans.add_wanted.connect(asking.choose_scans)
        boxes.scans.dropped.connect(self._attach)
        boxes.scans.open_wanted.connect(self._open_scan)
        boxes.scans.remove_wanted.connect(self._remove_scan)
        boxes.editions.look_wanted.connect(self._look_at_edition)
        boxes.editions.compare_wanted.connect(self._compare)
        boxes.editions.restore_wanted.connect(asking.restore)
        self._page.rescaled.connect(self._compare_again)

    def _turn(self, where: str) -> None:
        self._leave()
        self._page.turn_to(where)

    def _take_step(self, status: Any) -> None:
        self._leave()
        self._agreeing.take_step(status)

    def _keep(self) -> None:
        self._leave()
        self._agreeing.keep_edition()

    def _obey(self, wanted: str) -> None:
        if wanted == "show_latest":
            self._look_at_edition(None)
        else:
            self._asking.reopen()

    def _look_at_edition(self, minutes_id: UUID | None) -> None:
        self._leave()
        self._presenter.choose_edition(minutes_id)
        self._page.turn_to(WRITE)

    def _compare(self, older_id: UUID, newer_id: UUID) -> None:
        self._leave()
        self._compared = (older_id, newer_id)
        self._agreeing.compare(older_id, newer_id, scale=scale())

    def _compare_again(self, size: float) -> None:
        if self._compared is not None:
            self._agreeing.compare(*self._compared, scale=size)

    def _remove_signatory(self, row: Any) -> None:
        self._agreeing.remove_signatory(row.id)

    def _attach(self, names: Sequence[str]) -> None:
        for name in names:
            self._agreeing.attach_scan(Path(name))

    def _open_scan(self, row: Any) -> None:
        self._agreeing.open_scan(row.attachment_id)

    def _remove_scan(self, row: Any) -> None:
        self._agreeing.detach_scan(row.link_id)

    def _mend(self, obstacle: "Obstacle") -> None:
        """Go where what is still to be done can be done."""
        kind = obstacle.kind.value
        if is_about_paragraph(obstacle) and obstacle.subject is not None:
            self._presenter.go_to(obstacle.subject)
        elif kind == "decision-not-adopted" and obstacle.subject is not None:
            self._asking.adopt(obstacle.subject, obstacle.words)
        elif kind in ("day-missing", "place-missing") and self._hand.meeting_id is not None:
            self._needs.go_to("overview", self._hand.meeting_id)
        elif kind == "no-paragraphs":
            self._page.turn_to(WRITE)
        else:
            self._mend_signature(obstacle)

    def _mend_signature(self, obstacle: "Obstacle") -> None:
        sheet = self._hand.sheet
        rows = {row.id: row for row in sheet.signatures} if sheet else {}
        row = rows.get(obstacle.subject) if obstacle.subject else None
        if row is None:
            self._asking.add_signatory(side=obstacle.subject)
        elif obstacle.kind.value == "name-missing":
            self._asking.change_signatory(row)
        else:
            self._asking.sign(row)
