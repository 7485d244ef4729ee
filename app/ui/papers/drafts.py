"""What files that were dropped become as papers, guessed from their names, before anybody says."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.services.paper_files import IncomingFile
    from app.ui.services import Services

_LANGUAGE = re.compile(
    r"[\s_.\-(\[]+(?P<tag>en|ko|kr|kor|eng|mn|mon|ja|jp|jpn)[)\]]?$", re.IGNORECASE
)
_TAGS = {"kr": "ko", "kor": "ko", "eng": "en", "mon": "mn", "jp": "ja", "jpn": "ja"}
_DEFAULT = "working"


@dataclass(frozen=True)
class FileDraft:
    """A file and what it shall be called as a paper.

    Attributes:
        id: Where it stands among the files.
        symbol_is_proposed: Whether the symbol is ours still, and follows the category.
    """

    id: int
    file: "IncomingFile"
    symbol: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    category: str = _DEFAULT
    language: str = "en"
    submitted_by_id: UUID | None = None
    distribution: str = "both-sides"
    confidentiality: str = "open"
    symbol_is_proposed: bool = True

    @property
    def can_be_taken(self) -> bool:
        """Whether the file can become a paper."""
        return self.file.problem is None

    def values(self) -> dict[str, Any]:
        """Return what a form shows of it."""
        return {
            "symbol": self.symbol,
            "titles": self.titles,
            "category": self.category,
            "language": self.language,
            "submitted_by_id": self.submitted_by_id,
            "distribution": self.distribution,
            "confidentiality": self.confidentiality,
        }


def guess(
    services: "Services",
    workspace: Any,
    *,
    meeting_id: UUID,
    paths: tuple[Path, ...],
    languages: tuple[str, ...],
) -> tuple[FileDraft, ...]:
    """Look at files and guess what each becomes; symbols are proposed so that no two are alike."""
    drafts: list[FileDraft] = []
    taken: list[str] = []
    for number, path in enumerate(dict.fromkeys(paths)):
        file = services.paper_files.look_at(path)
        draft = _guessed(FileDraft(number, file), languages)
        if draft.can_be_taken:
            symbol = services.papers.propose_symbol(
                workspace, meeting_id=meeting_id, category=_DEFAULT, taken=taken
            )
            taken.append(symbol)
            draft = replace(draft, symbol=symbol)
        drafts.append(draft)
    return tuple(drafts)


def propose(
    services: "Services",
    workspace: Any,
    *,
    meeting_id: UUID,
    category: str,
    taken: Collection[str],
) -> str:
    """Return a symbol for a paper of a category."""
    found: str = services.papers.propose_symbol(
        workspace, meeting_id=meeting_id, category=category, taken=taken
    )
    return found


def _guessed(draft: FileDraft, languages: tuple[str, ...]) -> FileDraft:
    stem = Path(draft.file.name).stem
    found = _LANGUAGE.search(stem)
    tag = found["tag"].lower() if found else ""
    language = _TAGS.get(tag, tag)
    if found and language in languages:
        stem = stem[: found.start()]
    else:
        language = languages[0] if languages else "en"
    title = " ".join(stem.replace("_", " ").split())
    return replace(draft, language=language, titles={language: title} if title else {})
