"""Shows what was deleted, by whom and when, and what hung on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.store.queries import trash as queries
from app.store.queries.record_names import Named, RecordNames
from app.store.workspace import Workspace

__all__ = ["Named", "TrashPage", "TrashRow", "list_page"]

_NAMED = 12


@dataclass(frozen=True)
class TrashRow:
    """One intention that deleted something.

    Attributes:
        id: Its number, by which it is restored.
        use_case: What was done, in the user's words.
        names: What was deleted; of very many the first.
        count: How many records were meant, without what hung on them.
        hung: How many records of which kind went with them.
    """

    id: int
    at: datetime
    actor: str
    use_case: str
    names: tuple[Named, ...]
    count: int
    hung: Mapping[str, int]


@dataclass(frozen=True)
class TrashPage:
    """Some of what was deleted.

    Attributes:
        rows: The newest first.
        next: Before which change set the next page begins; ``None`` at the end.
    """

    rows: tuple[TrashRow, ...]
    next: int | None


def list_page(
    workspace: Workspace, *, before: int | None = None, limit: int = 200, language: str = "en"
) -> TrashPage:
    """Return what was deleted and was not brought back since, the newest first.

    Args:
        workspace: The workspace.
        before: Where the page begins: what an earlier page said.
        limit: How many rows a page has.
        language: For the names of what was deleted.
    """
    with workspace.read() as reader:
        found = queries.list_deleted(reader, before=before, limit=limit)
        names = RecordNames(reader, language)
        names.load(ref for each in found for ref in each.roots[:_NAMED])
        rows = tuple(
            TrashRow(
                id=each.number,
                at=each.at,
                actor=each.actor,
                use_case=each.use_case,
                names=tuple(names.name(ref) for ref in each.roots[:_NAMED]),
                count=each.count,
                hung=each.hung,
            )
            for each in found
        )
    return TrashPage(rows, rows[-1].id if len(rows) == limit else None)
