"""A note that a reader of a pack makes on a provision: what it speaks of, and what it says.

It is no record of a workspace: whoever reads a pack may have none. What the secretariat receives of
it becomes an ``Annotation`` there.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

LONGEST_NOTE = 20_000
"""How many characters a note may have."""
LONGEST_QUOTE = 8_000
"""How many characters the words may have that it speaks of."""
LONGEST_AUTHOR = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class PackNote:
    """A note.

    Attributes:
        uid: Its name for ever, wherever it goes.
        revision: Goes up by one whenever its words change.
        document_id, document: The key and the code of the rules that it speaks of.
        title: What the rules are called.
        eid: The identity of the provision.
        name: What the provision was called: “Article 7(2)”.
        version: Which version of the rules the reader had before them.
        language: The language in which they read it.
        sha256: The hash of the words of the provision as they were.
        quote: The words that it speaks of; empty for the whole provision.
        before, after, start: What stood around them, and where they began.
        for_secretariat: Whether it may leave this computer.
    """

    uid: UUID
    revision: int = 1
    document_id: UUID
    document: str
    title: str = ""
    eid: str
    name: str = ""
    version: int
    language: str
    sha256: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""
    start: int = 0
    text: str
    for_secretariat: bool = False
    written_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SentNote:
    """A note on its way to the secretariat, with who wrote it.

    Attributes:
        side_id, side: The key and the code of the party that the author speaks for.
    """

    note: PackNote
    author: str
    side_id: UUID | None = None
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesLetter:
    """What a file of notes holds.

    Attributes:
        body_id, body, body_name: The body whose pack was read.
        pack_root, pack_title, pack_on: Which pack it was, and the day as of which it stood.
        written_at: When the file was written.
    """

    body_id: UUID
    body: str
    body_name: str
    pack_root: str
    pack_title: str
    pack_on: str
    written_at: datetime
    notes: tuple[SentNote, ...]
