"""The columns of the papers' list."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.papers import words
from app.ui.widgets.record_table import Column

if TYPE_CHECKING:
    from app.services.papers import PaperDetail

WIDE_ONLY = frozenset({"category"})
"""The column that is shown where there is much room."""
NARROW = frozenset({"category", "items", "side", "revision"})
"""The columns that are left out where there is little room."""


def paper_columns() -> tuple[Column, ...]:
    """Return the columns from left to right."""
    return (
        Column("symbol", _say("Symbol"), _symbol, sort=_symbol_order, width=116, icon=_lock),
        Column("title", _say("Title"), _title),
        Column("languages", _say("Languages"), _languages, width=88),
        Column("revision", _say("Revision"), _revision, width=74),
        Column("category", _say("Kind"), _category, width=124),
        Column("side", _say("Side"), _side, width=56, chip=_side_hue),
        Column("items", _say("Items"), _items, width=58),
        Column("readers", _say("For"), words.readers, width=108, chip=words.readers_hue),
        Column("status", _say("State"), _status, width=94, chip=_status_hue),
    )


def _symbol(paper: "PaperDetail") -> str:
    return paper.symbol


def _symbol_order(paper: "PaperDetail") -> list[tuple[bool, Any]]:
    """Sort JWG.1/2 before JWG.1/10."""
    parts: list[str] = []
    for sign in paper.symbol.casefold():
        if parts and parts[-1][-1].isdecimal() == sign.isdecimal():
            parts[-1] += sign
        else:
            parts.append(sign)
    return [(part.isdecimal(), int(part) if part.isdecimal() else part) for part in parts]


def _lock(paper: "PaperDetail") -> tuple[str, str] | None:
    if str(paper.confidentiality) == "confidential":
        return "lock", "bad"
    return None if paper.files else ("file-text", "text3")


def _title(paper: "PaperDetail") -> str:
    return paper.title


def _languages(paper: "PaperDetail") -> str:
    return ", ".join(tag.upper() for tag in paper.languages) or _say("no file")


def _revision(paper: "PaperDetail") -> str:
    return words.revision(paper.revision)


def _category(paper: "PaperDetail") -> str:
    return phrases.say("paper category", paper.category)


def _side(paper: "PaperDetail") -> str:
    return paper.side.code if paper.side is not None else ""


def _side_hue(paper: "PaperDetail") -> str:
    return phrases.party_hue(paper.side.seat) if paper.side is not None else ""


def _items(paper: "PaperDetail") -> str:
    return ", ".join(label for _, label in paper.items)


def _status(paper: "PaperDetail") -> str:
    return phrases.say("paper status", paper.status)


def _status_hue(paper: "PaperDetail") -> str:
    return phrases.hue("paper status", paper.status)


def _say(text: str) -> str:
    return QCoreApplication.translate("Papers", text)
