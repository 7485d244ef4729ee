"""Puts numbered paragraphs that were read one after another back into the units they belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.documents.word import styles
from app.texts.blocks import LAWFUL_CHILDREN, Block, Inline, Level, Provision


@dataclass(frozen=True)
class Found:
    """What was read: a block, or the paragraph of a numbered unit.

    Attributes:
        block: The block, where it is not numbered.
        level: The level of the unit.
        words: What stands beside its number.
        number: Its number, where counting does not give it.
        text: What stands below its heading.
    """

    block: Block | None
    level: Level | None = None
    words: tuple[Inline, ...] = ()
    number: str = ""
    text: tuple[Inline, ...] = ()


@dataclass
class _Open:
    found: Found
    level: Level
    id: str
    children: list[Provision] = field(default_factory=list)

    def close(self) -> Provision:
        below = self.level in styles.TEXT_BELOW
        return Provision(
            self.level,
            self.id,
            heading=self.found.words if below else (),
            text=self.found.text if below else self.found.words,
            children=tuple(self.children),
            number=self.found.number,
        )


def stack(found: Iterable[Found], *, prefix: str) -> Iterator[Block]:
    """Yield the blocks, every unit with those below it.

    Args:
        found: What was read, in order.
        prefix: Begins the identifiers of the units.
    """
    path: list[_Open] = []
    for place, one in enumerate(found):
        if one.level is None:
            yield from _close(path, 0)
            if one.block is not None:
                yield one.block
            continue
        depth = len(path)
        while depth and one.level not in LAWFUL_CHILDREN[path[depth - 1].level]:
            depth -= 1
        yield from _close(path, depth)
        path.append(_Open(one, one.level, f"{prefix}-{place}"))
    yield from _close(path, 0)


def _close(path: list[_Open], depth: int) -> Iterator[Provision]:
    """Close the units that are open below a depth; yield one that stands in no other."""
    while len(path) > depth:
        closed = path.pop().close()
        if path:
            path[-1].children.append(closed)
        else:
            yield closed
