"""Keeps what is being typed in a small file of its own: a crash takes no more than a second.

The file lies in the user's own folder, one for each workspace, and is written whole or not at all.
An entry goes as soon as its words are in the workspace.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from app import paths
from app.domain.minutes import Minutes, MinutesParagraph
from app.store.reader import Reader
from app.store.workspace import Workspace


@dataclass(frozen=True)
class UnsavedWords:
    """Words that were typed into one paragraph in one language.

    Attributes:
        base: What the paragraph said before.
        words: What was typed.
        at: When it was typed last.
    """

    meeting_id: UUID
    paragraph_id: UUID
    language: str
    base: str
    words: str
    at: datetime


@dataclass(frozen=True)
class FoundWords:
    """Unsaved words as they are found at the next opening.

    Attributes:
        words: What was kept.
        stored: What the paragraph says now; ``None`` where it is not there any more.
        minutes_id: The minutes it belongs to, if it is still there.
    """

    words: UnsavedWords
    stored: str | None
    minutes_id: UUID | None


def keep(workspace: Workspace, entries: Iterable[UnsavedWords]) -> None:
    """Keep these words, and no others, until they are saved."""
    rows = [_told(entry) for entry in entries]
    path = paths.draft_file(workspace.path)
    if not rows:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    try:
        unfinished.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def find(workspace: Workspace) -> tuple[FoundWords, ...]:
    """Return what was typed and never saved, the latest first.

    Words that the paragraph says already are not told; a file that is damaged tells nothing.
    """
    entries = _read(paths.draft_file(workspace.path))
    if not entries:
        return ()
    with workspace.read() as reader:
        found = [_look(reader, entry) for entry in entries]
    lost = [each for each in found if each.stored != each.words.words]
    return tuple(sorted(lost, key=lambda each: each.words.at, reverse=True))


def discard(workspace: Workspace) -> None:
    """Forget all words that were kept."""
    keep(workspace, ())


def _told(entry: UnsavedWords) -> dict[str, str]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else str(value)
        for name, value in asdict(entry).items()
    }


def _read(path: Path) -> list[UnsavedWords]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [_entry(row) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []  # half a file is none: it is written whole, so somebody else has been at it


def _entry(row: dict[str, Any]) -> UnsavedWords:
    return UnsavedWords(
        meeting_id=UUID(row["meeting_id"]),
        paragraph_id=UUID(row["paragraph_id"]),
        language=str(row["language"]),
        base=str(row["base"]),
        words=str(row["words"]),
        at=datetime.fromisoformat(row["at"]),
    )


def _look(reader: Reader, entry: UnsavedWords) -> FoundWords:
    paragraph = reader.first(MinutesParagraph, id=entry.paragraph_id)
    if paragraph is None:
        return FoundWords(entry, None, None)
    minutes = reader.get(Minutes, paragraph.minutes_id)
    return FoundWords(entry, paragraph.texts.get(entry.language, ""), minutes.id)
