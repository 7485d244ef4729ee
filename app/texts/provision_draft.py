"""Provisions on their way into a draft, and the changes to provisions that make a new version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.errors import Misfortune
from app.domain.rules import ProvisionKind


class DoubleProvision(Misfortune):
    """Two provisions of one text have the same identity."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"The text has the provision “{eid}” twice.",
            "Give each provision an identity of its own.",
        )
        self.eid = eid


@dataclass(frozen=True)
class ProvisionDraft:
    """A provision with its texts per language and those below it.

    Attributes:
        eid: Its identity, given once and kept through every renumbering: ``art_7__para_2``.
        label: Its number as printed: ``Article 7``, ``2.``, ``(a)``.
        headings, texts: Per language tag; a cross reference is written ``{ref:art_7__para_2}``.
    """

    eid: str
    kind: ProvisionKind
    label: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    children: tuple["ProvisionDraft", ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages in which it says anything."""
        return tuple(sorted({*self.headings, *self.texts}))


class ChangeKind(StrEnum):
    """What is done to a provision in a draft."""

    INSERT = "insert"
    REPLACE = "replace"
    REPEAL = "repeal"
    RENUMBER = "renumber"
    MOVE = "move"


@dataclass(frozen=True)
class ProvisionChange:
    """One change that a draft version makes to the version before.

    Attributes:
        eid: The provision that is changed; for an insertion, that of the new provision.
        after: For an insertion or a move: the provision after which it stands.
        parent: Likewise: the provision below which it stands, first of all, if ``after`` is empty.
        label: The new number, where it changes.
        headings, texts: The new wording per language; a language that is not named keeps its text.
        provision: What is inserted, with everything below it.
    """

    kind: ChangeKind
    eid: str
    after: str | None = None
    parent: str | None = None
    label: str | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    provision: ProvisionDraft | None = None


def walk(
    provisions: tuple[ProvisionDraft, ...], *, parent: str | None = None, depth: int = 0
) -> Iterator[tuple[ProvisionDraft, str | None, int]]:
    """Yield every provision in reading order, with the identity of its parent and its depth."""
    for provision in provisions:
        yield provision, parent, depth
        yield from walk(provision.children, parent=provision.eid, depth=depth + 1)


def require_distinct(provisions: tuple[ProvisionDraft, ...]) -> None:
    """Refuse a text in which two provisions have one identity.

    Raises:
        DoubleProvision: naming the first identity that occurs twice.
    """
    seen: set[str] = set()
    for provision, _parent, _depth in walk(provisions):
        if provision.eid in seen:
            raise DoubleProvision(provision.eid)
        seen.add(provision.eid)
