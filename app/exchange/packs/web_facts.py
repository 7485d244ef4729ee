"""What a pack's page in a browser says: plain values, already in the words that are shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PagePiece:
    """Words that are shown alike.

    Attributes:
        kind: ``kept``, ``removed`` or ``added``.
        target: The identity of the provision that they name, if they are a reference.
    """

    words: str
    kind: str = "kept"
    target: str = ""


@dataclass(frozen=True)
class PageWording:
    """What a provision says in one language; ``status`` is empty for an authentic text."""

    language: str
    label: str
    heading: tuple[PagePiece, ...]
    text: tuple[PagePiece, ...]
    status: str = ""


@dataclass(frozen=True)
class PageProvision:
    """A provision on the page.

    Attributes:
        change: What became of it since the version before; empty if nothing.
        wordings: As it stands, one for each language; none of a repealed one.
        marked: The same in the first language with what changed.
    """

    eid: str
    depth: int
    is_heading: bool
    change: str
    wordings: tuple[PageWording, ...]
    marked: PageWording | None = None


@dataclass(frozen=True)
class PageDocument:
    """A text of rules on the page.

    Attributes:
        facts: What is told below the title: version, days, decision, scope.
        against: The version with which it is compared; empty if it is the first.
    """

    code: str
    title: str
    facts: str
    against: str
    languages: tuple[str, ...]
    provisions: tuple[PageProvision, ...]


@dataclass(frozen=True)
class PageTable:
    """Rows under a heading: decisions, an agenda, papers, participants.

    Attributes:
        key: What it is called in a link.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class WebPack:
    """Everything that a pack's page says."""

    title: str
    body_name: str
    on: str
    made_at: str
    made_by: str
    documents: tuple[PageDocument, ...]
    tables: tuple[PageTable, ...]
