"""Writes notes for the secretariat as a small file that people and programs can read."""

import json
from datetime import UTC, datetime
from typing import Any

from app.domain.pack_note import NotesLetter, SentNote

SUFFIX = ".jwgn"
FORMAT = 1
MARK = "jwg_notes"
"""The first word of the file; what follows it is the number of its format."""


def write_letter(letter: NotesLetter) -> bytes:
    """Return a file of notes: plain JSON in UTF-8, the same notes always the same bytes."""
    told = {
        MARK: FORMAT,
        "written_at": _instant(letter.written_at),
        "body": {"id": str(letter.body_id), "code": letter.body, "name": letter.body_name},
        "pack": {"root": letter.pack_root, "title": letter.pack_title, "on": letter.pack_on},
        "notes": [_note(each) for each in letter.notes],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _note(sent: SentNote) -> dict[str, Any]:
    note = sent.note
    return {
        "uid": str(note.uid),
        "revision": note.revision,
        "author": sent.author,
        "side": {"id": str(sent.side_id), "code": sent.side} if sent.side_id else None,
        "written_at": _instant(note.written_at),
        "changed_at": _instant(note.changed_at),
        "document": note.document,
        "document_id": str(note.document_id),
        "title": note.title,
        "version": note.version,
        "provision": note.eid,
        "name": note.name,
        "language": note.language,
        "sha256": note.sha256,
        "quote": note.quote,
        "before": note.before,
        "after": note.after,
        "start": note.start,
        "text": note.text,
    }


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
