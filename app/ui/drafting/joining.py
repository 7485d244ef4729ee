"""Joins the drafting page with its presenter, and gives it its place in the window."""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.drafting import words
from app.ui.drafting.page import DraftingPage
from app.ui.drafting.presenter import DraftingPresenter
from app.ui.needs import Needs
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "drafting"
OF_DOCUMENT = "rule_drafting"
OF_VERSION = "rule_draft"


class DraftingDeskPage:
    """The drafting page as the window knows it; the adopted rules lead to it.

    It is turned to for the draft of rules (``rule_drafting`` with the key of the rules, which may
    have none yet) or for a draft itself (``rule_draft``).
    """

    kinds = frozenset({OF_DOCUMENT, OF_VERSION})

    def __init__(self, needs: Needs) -> None:
        self.place = Place(KEY, words.say("Drafting"), "pen-line", is_listed=False)
        self.command = Command.GO_DRAFTING
        self.page = DraftingPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.presenter = DraftingPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        self._go_to = needs.go_to
        self.page.back_requested.connect(self._go_back)
        self.page.adopt_requested.connect(self._go_to_adoption)
        join(self.page, self.presenter)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.outline, self.page.text)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Drafts belong to no one meeting."""

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.look_away()

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to a draft, or to that of some rules."""
        if kind == OF_VERSION:
            self.presenter.turn_to(record_id)
        else:
            self.presenter.turn_to_document(record_id)

    def leave(self) -> None:
        """Save what is being typed, the syllable that is being composed with it."""
        self.page.finish()

    def _go_back(self) -> None:
        draft = self.presenter.draft
        if draft is not None:
            self._go_to("rule_version", draft.version_id)
        elif self.presenter.document_id is not None:
            self._go_to("rule_document", self.presenter.document_id)

    def _go_to_adoption(self) -> None:
        draft = self.presenter.draft
        if draft is not None:
            self.page.finish()
            self._go_to("rule_adoption", draft.document_id)


def join(page: DraftingPage, presenter: DraftingPresenter) -> None:
    """Have the presenter do what is asked for on the page."""
    page.pause_made.connect(presenter.save)
    page.tab_chosen.connect(presenter.choose_tab)
    page.insert_requested.connect(presenter.ask_insert)
    page.order_requested.connect(presenter.ask_order)
    page.rename_requested.connect(presenter.ask_name)
    page.withdraw_requested.connect(presenter.withdraw)
    _join_outline(page, presenter)
    _join_text(page, presenter)
    _join_lists(page, presenter)
    dialogs = page.dialogs
    dialogs.begun.connect(presenter.begin)
    dialogs.renamed.connect(presenter.rename)
    dialogs.inserted.connect(presenter.insert)
    dialogs.looked_ahead.connect(presenter.look_ahead)
    dialogs.renumbered.connect(presenter.renumber)
    dialogs.proposed.connect(presenter.save_proposal)


def _join_outline(page: DraftingPage, presenter: DraftingPresenter) -> None:
    outline, table = page.outline, page.outline.table
    outline.chosen.connect(presenter.choose)
    outline.insert_wanted.connect(presenter.insert_here)
    outline.renumber_wanted.connect(presenter.ask_number)
    table.moved.connect(presenter.move)
    table.nested.connect(presenter.nest)
    table.indented.connect(presenter.indent)
    table.delete_requested.connect(lambda rows: presenter.repeal(tuple(line.eid for line in rows)))


def _join_text(page: DraftingPage, presenter: DraftingPresenter) -> None:
    text = page.text
    text.text_typed.connect(presenter.type_text)
    text.heading_typed.connect(presenter.type_heading)
    text.composed.connect(presenter.catch_up)
    text.settled.connect(presenter.settle)
    text.renumber_requested.connect(presenter.ask_number)
    text.restore_requested.connect(presenter.restore)
    text.bracket_wanted.connect(partial(_bracket, page, presenter))


def _join_lists(page: DraftingPage, presenter: DraftingPresenter) -> None:
    proposals = page.proposals
    proposals.add_requested.connect(presenter.ask_proposal)
    proposals.change_requested.connect(presenter.ask_proposal)
    proposals.chosen.connect(presenter.choose_proposal)
    proposals.neither_chosen.connect(presenter.choose_neither)
    proposals.reopen_requested.connect(presenter.reopen_proposals)
    proposals.remove_requested.connect(presenter.remove_proposal)
    page.references.provision_chosen.connect(presenter.go_to)
    page.references.follow_requested.connect(presenter.let_follow)
    page.terms.provision_chosen.connect(presenter.go_to)
    page.terms.language_chosen.connect(presenter.choose_terms_language)
    page.places.place_chosen.connect(
        lambda eid, proposals: presenter.go_to(eid, proposals=proposals)
    )


def _bracket(
    page: DraftingPage,
    presenter: DraftingPresenter,
    language: str,
    start: int,
    end: int,
    side: str,
) -> None:
    """Put words in brackets where they are written, and save that at once."""
    editor = page.text.block(language).editor
    made = presenter.put_in_brackets(language, editor.words(), start, end, side)
    editor.show_words(made)
    presenter.save()
