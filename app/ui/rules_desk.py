"""Joins the rules page with the windows that are opened from it, none of which knows another."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.adoption.presenter import AdoptionPresenter
from app.ui.adoption.view import AdoptionView
from app.ui.needs import Needs
from app.ui.rule_comparison.presenter import ComparisonPresenter
from app.ui.rule_comparison.view import ComparisonView
from app.ui.rule_notes import RuleNotes
from app.ui.rule_settings.presenter import SettingsPresenter
from app.ui.rule_settings.view import SettingsView
from app.ui.rules.asked import Asked
from app.ui.rules.choice import Mode
from app.ui.rules.joining import RulesDeskPage
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services


class RulesDesk(RulesDeskPage):
    """The rules page with what can be done to rules."""

    kinds = RulesDeskPage.kinds | {"rule_adoption"}

    def __init__(self, needs: Needs) -> None:
        super().__init__(needs)
        self._go_to = needs.go_to
        self._make_adoption(needs)
        self._make_settings(needs)
        self._make_comparison(needs)
        self.notes = RuleNotes(
            self.page, needs, turn_to=lambda key, eid: self.presenter.turn_to(key, eid=eid)
        )
        self.page.asked.connect(self.answer)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.notes.open(services, workspace)
        super().open(services, workspace, language=language)
        self._comparison_view.save_beside(Path(workspace.path).parent)
        for presenter in (self._adoption, self._settings, self._comparison):
            presenter.open(services, workspace, language=language)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (*super().panes(), self.notes.panes)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.notes.show_body(body_id)
        super().show_body(body_id)

    def leave(self) -> None:
        """Keep the note that is being written."""
        self.notes.leave()

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to rules, a version of them or a provision, or to the adoption of their draft."""
        if kind != "rule_adoption":
            super().show_record(kind, record_id)
        elif self.may_write and self.body_id is not None:
            self._adoption.start(record_id)

    def further_commands(self) -> dict[Command, Callable[[], object]]:
        """Return what the menu entries for rules do."""
        return (
            super().further_commands()
            | self.notes.commands()
            | {
                Command.NEW_RULES: partial(self.answer, Asked.NEW_RULES),
                Command.RULE_SETTINGS: partial(self.answer, Asked.RULE_SETTINGS),
                Command.NEW_RULE_VERSION: partial(self.answer, Asked.NEW_VERSION),
                Command.DRAFT_RULES: partial(self.answer, Asked.DRAFT),
                Command.ADOPT_RULES: partial(self.answer, Asked.ADOPT),
                Command.COMPARE_RULES: partial(self.answer, Asked.COMPARE),
            }
        )

    def answer(self, which: Asked, version_id: UUID | None = None) -> None:
        """Open the window that answers what is asked for."""
        if which is Asked.COMPARE:
            self._comparison.start(self.presenter.choice.document_id)
        elif not self.may_write or self.body_id is None:
            return
        elif which is Asked.NEW_RULES:
            self._settings.start_new_rules(self.body_id)
        elif which is Asked.AUTHENTIC and version_id is not None:
            self._settings.start_authentic(version_id)
        else:
            done = partial(self._answer_for, which, version_id)
            self.presenter.with_document(done, self._settings_view.tell_no_rules)

    def _answer_for(self, which: Asked, version_id: UUID | None, document_id: UUID) -> None:
        if which is Asked.DRAFT:
            self._go_to("rule_drafting", document_id)
        elif which is Asked.ADOPT:
            self._adoption.start(document_id)
        elif which is Asked.RULE_SETTINGS:
            self._settings.start_rules(document_id)
        elif which is Asked.NEW_VERSION:
            self._settings.start_new_version(document_id)
        elif which is Asked.VERSION_SETTINGS and version_id is not None:
            self._settings.start_version(document_id, version_id)
        elif which is Asked.LINK_DECISION and self.body_id is not None:
            eid, name = self.page.provision_in_hand()
            if eid:
                self._settings.start_link(self.body_id, document_id, eid, name)

    def _read_adopted(self, document_id: UUID) -> None:
        """Read the text in force once more, now that another one may be."""
        self.presenter.choose_version(None)

    def _read_entered(self, document_id: UUID) -> None:
        self.presenter.turn_to(document_id)

    def _show_change(self, eid: str) -> None:
        """Show a provision of the draft beside the text before it."""
        self.presenter.show_draft(eid, Mode.REDLINE)

    def _make_adoption(self, needs: Needs) -> None:
        view = AdoptionView(window=self.widget, notifier=needs.notifier)
        self._adoption = AdoptionPresenter(
            view,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
            adopted=self._read_adopted,
        )
        view.submitted.connect(self._adoption.submit)
        view.notes_changed.connect(self._adoption.look_at_notes)
        view.provision_wanted.connect(self._show_change)

    def _make_settings(self, needs: Needs) -> None:
        self._settings_view = SettingsView(window=self.widget, notifier=needs.notifier)
        self._settings = SettingsPresenter(
            self._settings_view,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
            entered=self._read_entered,
        )
        self._settings_view.submitted.connect(self._settings.submit)

    def _make_comparison(self, needs: Needs) -> None:
        view = ComparisonView(window=self.widget, notifier=needs.notifier)
        self._comparison_view = view
        self._comparison = ComparisonPresenter(
            view,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
        )
        view.pair_chosen.connect(self._comparison.compare)
        view.save_requested.connect(self._comparison.save)
