"""The verbs of saved searches, for the table of all verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.services.finding import kept
from tests.builders import key_of

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.test_verbs import Act, Stage


def _saved(s: Stage) -> UUID:
    return key_of(kept.save(s.workspace, name="Open", line="status:open"))


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (kept, "save"): (
        lambda s, key: kept.save(s.workspace, name="Late", line="status:late"),
        {"saved_search"},
    ),
    (kept, "rename"): (
        lambda s, key: kept.rename(s.workspace, search_id=key or _saved(s), name="Ours"),
        {"saved_search"},
    ),
    (kept, "remove"): (
        lambda s, key: kept.remove(s.workspace, search_id=key or _saved(s)),
        {"saved_search"},
    ),
}
WITHOUT_REFERENCE = {(kept, "save")}
