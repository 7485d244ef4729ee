"""Decides what the agenda's tab shows, and does what its user asks for."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.agenda.whole import AgendaWhole

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.agenda import OutlineItem
    from app.services.paper_files import IncomingFile
    from app.ui.services import Services

_OUT, _IN = "out", "in"


class AgendaPresenter(AgendaWhole):
    """Keeps an AgendaView in step with the workspace; these are the verbs for single items."""

    def add(self, title: str, after_id: UUID | None, below: bool) -> None:  # noqa: FBT001 - a slot
        """Add an item after another one, or below it."""
        self._do(
            "Add agenda item",
            "add_after",
            done=self._select,
            meeting_id=self._meeting_id,
            titles={self._language_of_titles(): title},
            after_id=after_id,
            below=below,
        )

    def rename(self, item_id: UUID, title: str) -> None:
        """Give an item another title in the language in which it is shown."""
        item = self._item(item_id)
        language = getattr(item.title, "language", self._language) if item else self._language
        self._do(
            "Rename agenda item", "rename_item", item_id=item_id, language=language, title=title
        )

    def move(self, ids: Sequence[UUID], target: UUID, above: bool) -> None:  # noqa: FBT001 - a slot
        """Put items above or below another one, on its level."""
        self._do(
            "Move agenda item",
            "move_beside",
            item_ids=tuple(ids),
            target_id=target,
            above=above,
        )

    def nest(self, ids: Sequence[UUID], parent_id: UUID) -> None:
        """Put items below another one, after those that are there."""
        self._do("Move agenda item", "nest_items", item_ids=tuple(ids), parent_id=parent_id)

    def indent(self, ids: Sequence[UUID], step: int) -> None:
        """Send items a level in (1) or out (-1)."""
        direction = _IN if step > 0 else _OUT
        self._do("Move agenda item", "shift_items", item_ids=tuple(ids), direction=direction)

    def place(self, ids: Sequence[UUID], target_id: UUID, *, inside: bool, above: bool) -> None:
        """Put items where the user has said in the dialog that is open."""
        asked: dict[str, Any] = {"item_ids": tuple(ids)}
        asked |= {"parent_id": target_id} if inside else {"target_id": target_id, "above": above}
        self._do(
            "Move agenda item",
            "nest_items" if inside else "move_beside",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            **asked,
        )

    def remove(self, ids: Sequence[UUID]) -> None:
        """Delete items, after asking with what hangs on them."""
        items = self._items(ids)
        if not items or self._services is None:
            return
        ask = self._services.agenda.tell_what_hangs
        work = partial(_each, ask, self._workspace, tuple(item.id for item in items))
        self._tasks.run(work, partial(self._ask_remove, items), self._report_failure)

    def close_items(self, ids: Sequence[UUID], status: str, outcome: str | None) -> None:
        """Say how the meeting left an item, and what came of it."""
        if ids:
            self._do(
                "Record outcome of agenda item",
                "close_items",
                item_ids=tuple(ids),
                status=status,
                outcome=outcome,
            )

    def show_item(self, item_id: UUID) -> None:
        """Show an item with all that can be changed in it."""
        if self._services is None or self._meeting_id is None:
            return
        work = partial(
            self._services.papers.list_details,
            self._workspace,
            meeting_id=self._meeting_id,
            language=self._language,
        )
        self._tasks.run(work, partial(self._show_item, item_id), self._report_failure)

    def save_item(
        self,
        item_id: UUID,
        changes: Mapping[str, Any],
        paper_ids: Sequence[UUID],
        version: int,
    ) -> None:
        """Save what was changed in an item."""
        self._do(
            "Change agenda item",
            "edit_item",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            item_id=item_id,
            changes=changes,
            paper_ids=tuple(paper_ids),
            version=version,
        )

    def ask_paper(self, item_id: UUID) -> None:
        """Ask for a file that shall become a paper before an item."""
        item = self._item(item_id)
        paths = self._view.choose_files() if item is not None else ()
        if item is None or not paths or self._services is None or self._meeting_id is None:
            return
        work = partial(
            _look, self._services, self._workspace, meeting_id=self._meeting_id, path=paths[0]
        )
        self._tasks.run(work, partial(self._show_new_paper, item), self._report_failure)

    def add_paper(self, item_id: UUID, path: "Path", values: Mapping[str, Any]) -> None:
        """Register a paper before an item."""
        if self._services is None:
            return
        draft = self._services.papers.PaperDraft(path=path, item_id=item_id, **values)
        self._do(
            "Add paper",
            "add_from_files",
            of="papers",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            meeting_id=self._meeting_id,
            drafts=(draft,),
        )

    def _language_of_titles(self) -> str:
        """Return the language in which a title is typed: that of the window, if the body has it."""
        languages = self._sheet.outline.languages if self._sheet is not None else ()
        return languages[0] if languages and self._language not in languages else self._language

    def _select(self, change: Any) -> None:
        self._view.select_next(change.subject)

    def _ask_remove(self, items: "tuple[OutlineItem, ...]", hanging: tuple[Any, ...]) -> None:
        if self._view.ask_remove(items, hanging):
            ids = tuple(item.id for item in items)
            if len(ids) == 1:
                self._do("Delete agenda item", "remove_item", item_id=ids[0])
            else:
                self._do("Delete agenda items", "remove_items", item_ids=ids)

    def _show_item(self, item_id: UUID, papers: tuple[Any, ...]) -> None:
        item = self._item(item_id)
        if item is not None and self._sheet is not None:
            self._view.show_item(item, self._sheet, papers)

    def _show_new_paper(self, item: "OutlineItem", found: "tuple[IncomingFile, str]") -> None:
        file, symbol = found
        if file.problem is not None:
            self._view.say_refused(file.problem)
        elif self._sheet is not None:
            self._view.show_new_paper(item, file, symbol, self._sheet)


def _each(ask: Callable[..., Any], workspace: Any, item_ids: tuple[UUID, ...]) -> tuple[Any, ...]:
    return tuple(ask(workspace, item_id=item_id) for item_id in item_ids)


def _look(
    services: "Services", workspace: Any, *, meeting_id: UUID, path: "Path"
) -> tuple[Any, str]:
    """Look at a file, and propose the symbol of the paper that it shall become."""
    file = services.paper_files.look_at(path)
    symbol = services.papers.propose_symbol(workspace, meeting_id=meeting_id, category="working")
    return file, symbol
