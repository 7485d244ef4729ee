"""What the Templates page lists: every template, form and letterhead, and the house style."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.ui.services import Services

_ORDER = ("en", "ko", "mn", "ja")
PARTS = "parts"


class EntryKind(StrEnum):
    """What can be chosen."""

    STYLE = "style"
    LETTERHEAD = "letterhead"
    FORM = "form"
    TEMPLATE = "template"


@dataclass(frozen=True)
class Entry:
    """One of them.

    Attributes:
        kind: What it is.
        key: What it is known by: the name of a template, the key of a form or of a party.
        name: What it is called: of a form by its office, of a letterhead the party.
        document: The document that a template makes; ``parts`` where others take it in.
        language: The language of its wording; empty where it has none.
        body_code: The body whose own it is; empty for a general one.
        is_own: Whether the workspace carries it.
        is_shipped: Whether one comes with JWG Desk.
        seat: The seat of the party, which chooses its colour.
    """

    kind: EntryKind
    key: Any
    name: str = ""
    document: str = ""
    language: str = ""
    body_code: str = ""
    is_own: bool = False
    is_shipped: bool = False
    seat: int = 0

    @property
    def group(self) -> str:
        """The heading that it stands under."""
        if self.kind is EntryKind.TEMPLATE:
            return self.document
        return "look" if self.kind is not EntryKind.FORM else "forms"


def read_entries(
    services: "Services", workspace: Any, *, body_id: UUID | None, language: str
) -> tuple[Entry, ...]:
    """Return everything that there is to choose, in the order in which it is listed."""
    codes = {row.id: row.code for row in services.bodies.list_all(workspace, language=language)}
    own_style = services.house_styles.name_of_current(workspace)
    return (
        Entry(EntryKind.STYLE, "house-style", is_own=bool(own_style), is_shipped=True),
        *_letterheads(services, workspace, body_id=body_id, language=language),
        *_forms(services, workspace, codes),
        *_templates(services.own_templates.list_templates(workspace)),
    )


def _letterheads(
    services: "Services", workspace: Any, *, body_id: UUID | None, language: str
) -> list[Entry]:
    rows = services.bodies.list_all(workspace, language=language)
    parties = next((row.parties for row in rows if row.id == body_id), ())
    there = {row.party_id for row in services.letterheads.list_letterheads(workspace)}
    return [
        Entry(
            EntryKind.LETTERHEAD,
            party.id,
            name=party.name,
            body_code=party.code,
            is_own=party.id in there,
            seat=party.seat,
        )
        for party in parties
    ]


def _forms(services: "Services", workspace: Any, codes: dict[UUID, str]) -> list[Entry]:
    return [
        Entry(
            EntryKind.FORM,
            row.id,
            name=row.name,
            language=row.language,
            body_code=codes.get(row.body_id, "") if row.body_id else "",
            is_own=True,
        )
        for row in services.own_forms.list_forms(workspace)
    ]


def _templates(rows: Iterable[Any]) -> list[Entry]:
    found = [
        Entry(
            EntryKind.TEMPLATE,
            row.name,
            document=PARTS if row.kind is None else str(row.kind.value),
            name="" if row.kind is not None else row.name.partition(".")[0],
            language=row.language,
            body_code=row.body_code,
            is_own=row.is_own,
            is_shipped=row.is_shipped,
        )
        for row in rows
    ]
    kinds = list(dict.fromkeys(row.kind for row in rows if row.kind is not None))
    order = {str(kind.value): place for place, kind in enumerate(_declared(kinds))}
    return sorted(
        found,
        key=lambda each: (
            order.get(each.document, len(order)),
            each.name,
            _place(each.language),
            each.body_code,
        ),
    )


def _declared(kinds: list[Any]) -> list[Any]:
    """Return kinds of document in the order in which they are declared."""
    return [kind for kind in type(kinds[0]) if kind in kinds] if kinds else []


def _place(tag: str) -> tuple[int, str]:
    return (_ORDER.index(tag), tag) if tag in _ORDER else (len(_ORDER), tag)
