"""Finds organisations that may be one, and has them told apart or made one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.persons.offices_dialog import OfficesDialog

if TYPE_CHECKING:
    from app.domain.errors import Misfortune
    from app.services.doubles.organisations import OrganisationSheet
    from app.ui.changes import ChangeSet
    from app.ui.services import Services

KINDS = frozenset({"organisation", "organisation_name", "organisation_distinction"})


class Offices:
    """Keeps the dialog of organisations in step with the workspace while it is open."""

    def __init__(self, needs: Needs, *, window: Callable[[], QWidget]) -> None:
        self._needs = needs
        self._window = window
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._dialog: OfficesDialog | None = None
        needs.changes.subscribe(self._read_again, kinds=KINDS)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        if self._dialog is not None:
            self._dialog.accept()

    def show(self) -> None:
        """Show which organisations may be one."""
        if self._services is None or self._dialog is not None:
            return
        dialog = OfficesDialog(can_change=not self._workspace.read_only, parent=self._window())
        dialog.compare_requested.connect(self.compare)
        dialog.apart_requested.connect(self.tell_apart)
        dialog.merge_requested.connect(self.merge)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        self._read()
        dialog.open()

    def compare(self, first: UUID, second: UUID) -> None:
        """Lay two organisations side by side."""
        services, workspace = self._services, self._workspace
        if services is None:
            return
        verb, language = services.organisation_doubles.show, self._language

        def read() -> "tuple[OrganisationSheet, OrganisationSheet]":
            one, other = (
                verb(workspace, organisation_id=key, language=language) for key in (first, second)
            )
            return one, other

        self._needs.tasks.run(read, self._take_sheets, self._needs.report_failure)

    def tell_apart(self, first: UUID, second: UUID) -> None:
        """Remember that two organisations are not the same."""
        self._run("Tell two organisations apart", "tell_apart", first_id=first, second_id=second)

    def merge(self, kept: UUID, other: UUID) -> None:
        """Make one organisation of two."""
        self._run("Merge organisations", "merge", kept_id=kept, other_id=other)

    def _run(self, name: str, verb: str, **asked: UUID) -> None:
        if self._services is not None and not self._workspace.read_only:
            work = partial(
                getattr(self._services.organisation_doubles, verb), self._workspace, **asked
            )
            self._needs.operations.run(name, work, self._settle, self._refuse)

    def _settle(self, _change: Any) -> None:
        """Go on to the next pair: this one is settled."""
        if self._dialog is not None:
            self._dialog.show_none()
            self._read()

    def _refuse(self, problem: "Misfortune") -> None:
        if self._dialog is not None:
            self._dialog.show_refused(problem.sentence, problem.remedy)

    def _read_again(self, _change: "ChangeSet") -> None:
        if self._dialog is not None:
            self._read()

    def _read(self) -> None:
        services, workspace, language = self._services, self._workspace, self._language
        if services is None:
            return

        def read() -> Any:
            pairs = services.organisation_doubles.list_pairs(workspace, language=language)
            offices = services.organisations.list_all(workspace, language=language)
            return pairs, tuple(
                (each.id, each.name or each.code, " ".join((each.code, *each.former_names)))
                for each in offices
            )

        self._needs.tasks.run(read, self._take, self._needs.report_failure)

    def _take(self, found: Any) -> None:
        if self._dialog is not None:
            self._dialog.show_pairs(*found)

    def _take_sheets(self, sheets: "tuple[OrganisationSheet, OrganisationSheet]") -> None:
        if self._dialog is not None:
            self._dialog.show_sheets(*sheets)

    def _forget(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
