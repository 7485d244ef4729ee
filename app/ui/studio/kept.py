"""Decides what the list of issued and saved documents shows, and what is done with one of them."""

from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.errors import Misfortune
from app.ui.studio.view import Angle
from app.ui.studio.wish import Subject

if TYPE_CHECKING:
    from app.services.kept_documents import KeptDocument
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.studio.bench import Bench
    from app.ui.studio.comparing import Comparing
    from app.ui.studio.view import KeptView, SavingView


class Kept:
    """Keeps a KeptView in step with what was issued and saved of the record that is chosen."""

    def __init__(
        self,
        view: "KeptView",
        *,
        ways_out: "SavingView",
        bench: "Bench",
        operations: "OperationRunner",
        comparing: "Comparing",
    ) -> None:
        self._view = view
        self._ways_out = ways_out
        self._bench = bench
        self._operations = operations
        self._comparing = comparing
        self._is_shown = False
        self._turn = 0

    def look(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Read the list when it is turned to."""
        self._is_shown = shown
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew, if it is looked at."""
        self._turn += 1
        services, offer = self._bench.services, self._bench.offer
        if not self._is_shown or services is None or offer is None:
            return
        work = self._reading(services)
        if work is None:
            self._view.show_kept(())
            return
        done, refused = partial(self._take, self._turn), partial(self._refuse, self._turn)
        self._operations.run("List kept documents", work, done, refused)

    def open_stored(self, kept: "KeptDocument") -> None:
        """Open the copy that is kept in the workspace; it can only be read."""
        if self._bench.services is not None:
            put_out = self._bench.services.kept_documents.put_out
            work = partial(put_out, self._bench.workspace, document_id=kept.row.id)
            self._operations.run("Open stored copy", work, self._ways_out.open_outside)

    def open_file(self, kept: "KeptDocument") -> None:
        """Open the file on the disk."""
        if kept.path is not None:
            self._ways_out.open_outside(kept.path)

    def open_folder(self, kept: "KeptDocument") -> None:
        """Open the folder that the file was written to."""
        if kept.path is not None:
            self._ways_out.open_outside(kept.path.parent)

    def compare_with_now(self, kept: "KeptDocument") -> None:
        """Show what would be otherwise if the document were made now."""
        if self._bench.services is not None:
            stored_and_now = self._bench.services.comparisons.StoredAndNow
            sides = {Angle.SINCE: stored_and_now(document_id=kept.row.id)}
            self._comparing.open(kept.row.file_name, sides)

    def compare_by_hand(self, kept: "KeptDocument") -> None:
        """Show what somebody changed in the file, or in the copy that came back."""
        if self._bench.services is None:
            return
        comparisons = self._bench.services.comparisons
        key: Any = kept.row.id
        came_back = kept.row.returned_on is not None
        angle = Angle.CAME_BACK if came_back else Angle.BY_HAND
        sides = {
            angle: comparisons.StoredAndFile(document_id=key),
            Angle.SINCE: comparisons.StoredAndNow(document_id=key),
        }
        self._comparing.open(kept.row.file_name, sides)

    def _reading(self, services: "Services") -> Any:
        offer = self._bench.offer
        if offer is None:
            return None
        chosen, documents = offer.chosen, services.kept_documents
        list_kept = {
            Subject.MEETING: partial(documents.list_for_meeting, meeting_id=chosen.meeting_id),
            Subject.DECISION: partial(documents.list_for_decision, decision_id=chosen.decision_id),
            Subject.PROCEDURE: partial(
                documents.list_for_decision, decision_id=chosen.procedure_id
            ),
            Subject.RULES: partial(documents.list_for_rules, document_id=chosen.rules_id),
            Subject.BODY: partial(documents.list_for_body, body_id=self._bench.body_id),
        }
        found = list_kept.get(chosen.subject) if chosen.subject is not None else None
        return partial(found, self._bench.workspace) if found is not None else None

    def _take(self, turn: int, documents: "tuple[KeptDocument, ...]") -> None:
        if turn == self._turn:
            self._view.show_kept(documents)

    def _refuse(self, turn: int, problem: Misfortune) -> None:
        if turn == self._turn:
            self._view.show_kept_problem(problem.sentence, problem.remedy)
