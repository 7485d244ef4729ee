"""A composed document and the name of its Word file: what every verb for documents hands on."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.documents.facts import Facts
from app.documents.kinds import DocumentKind
from app.services.disk import FileNotWritten as FileNotWritten
from app.texts.blocks import Document

_LONGEST_NAME = 180
_FORBIDDEN_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True)
class ComposedDocument:
    """A document ready to be written, with the name its file should bear.

    Attributes:
        document: What is in it.
        file_name: What its file should be called.
        facts: What it was made of.
        mark_facts: Makes it once more, with the values that come from the records marked as such.
    """

    document: Document
    file_name: str
    facts: Facts
    mark_facts: Callable[[], Document]


def file_name(kind: DocumentKind, *parts: str, draft: bool) -> str:
    """Return a name such as “Agreed minutes - JWG-1 - MN original (draft).docx”."""
    told = [part for part in parts if part]
    if not (told and kind.words in told[0].lower()):
        told.insert(0, kind.words)
    named = " - ".join(told)
    words = _FORBIDDEN_IN_NAMES.sub("-", named[:1].upper() + named[1:])
    # File systems count bytes, and a sign of Korean or Mongolian takes two or three.
    short = words.encode()[:_LONGEST_NAME].decode(errors="ignore").strip()
    return f"{short} (draft).docx" if draft else f"{short}.docx"
