"""The verbs of doubles among organisations, for the table of all verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.services.doubles import organisations as doubles
from tests.builders import register_organisation

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.test_verbs import Act, Stage


def _office(s: Stage, code: str) -> UUID:
    return register_organisation(s.workspace, code=code, names={"en": "Green Fund"})


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (doubles, "tell_apart"): (
        lambda s, key: doubles.tell_apart(
            s.workspace, first_id=key or _office(s, "X-1"), second_id=key or _office(s, "X-2")
        ),
        {"organisation_distinction"},
    ),
    (doubles, "merge"): (
        lambda s, key: doubles.merge(
            s.workspace, kept_id=key or _office(s, "X-1"), other_id=key or _office(s, "X-2")
        ),
        {"organisation"},
    ),
}
