"""Makes the table of changes that goes with a redline: old text, new text, what decided it.

In the file Word counts numbers itself, deleted units included; here each unit has the number it
had and the number it has. What is gone is in italics, what has come in bold.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.texts.blocks import Break, Cell, Inline, Note, Placeholder, Reference, Row, Table, Text
from app.texts.difference import Segment
from app.texts.labels import NoLabels
from app.texts.outcomes import Comparison, Outcome, UnitComparison
from app.texts.spacing import tidy
from app.texts.tokens import join_tokens
from app.texts.units import Unit

_WIDTHS = (38, 38, 24)
_BETWEEN = Text(" / ")


@dataclass(frozen=True, slots=True)
class TableWords:
    """The few words of the table in one language; ``%`` stands for the number it had."""

    old: str
    new: str
    decision: str
    inserted: str
    deleted: str
    moved: str
    moved_only: str
    renumbered: str


def make_comparison_table(
    comparison: Comparison,
    *,
    language: str = "en",
    decisions: Mapping[str, str] | None = None,
    with_renumbered: bool = True,
) -> Table:
    """Return the changes of ``comparison`` as a table of three columns, in the order of the text.

    Args:
        comparison: The two texts.
        language: The language of the headings.
        decisions: Which decision changed a unit, by its identifier.
        with_renumbered: Whether units of which only the number changed have a row of their own.

    Raises:
        NoLabels: There are no words for the language.
    """
    try:
        words = WORDS[language]
    except KeyError:
        raise NoLabels(language) from None
    writer = _RowWriter(comparison, words, decisions or {})
    shown = [unit for unit in comparison.units if _is_shown(unit, with_renumbered=with_renumbered)]
    titles = tuple(Cell((Text(title),)) for title in (words.old, words.new, words.decision))
    return Table(
        _WIDTHS,
        tuple(map(writer.write, shown)),
        head=(Row(titles),),
        caption=f"{words.old}{_BETWEEN.text}{words.new}",
        id="comparison",
    )


def _is_shown(unit: UnitComparison, *, with_renumbered: bool) -> bool:
    match unit.outcome:
        case Outcome.UNCHANGED:
            return False
        case Outcome.MOVED:
            return not unit.follows_parent
        case Outcome.RENUMBERED:
            # The full number of a paragraph follows that of its article and is no news.
            return with_renumbered and unit.old is not None and unit.old.label != unit.unit.label
        case _:
            return True


class _RowWriter:
    def __init__(
        self, comparison: Comparison, words: TableWords, decisions: Mapping[str, str]
    ) -> None:
        self._old_numbering = comparison.old_numbering
        self._new_numbering = comparison.new_numbering
        self._dangling = {one.target: one.old_name for one in comparison.dangling}
        self._words = words
        self._decisions = decisions

    def write(self, unit: UnitComparison) -> Row:
        """Return the row of ``unit``."""
        old = self._side(unit, unit.old, is_new=False)
        new = self._side(unit, unit.new, is_new=True)
        return Row((Cell(old), Cell(new), Cell(tidy(self._reasons(unit)))))

    def _side(
        self, comparison: UnitComparison, unit: Unit | None, *, is_new: bool
    ) -> tuple[Inline, ...]:
        if unit is None:
            return ()
        lines = [line for line in self._lines(comparison, unit, is_new=is_new) if line]
        if unit.name:
            lines.insert(0, (Text(unit.name, bold=True),))
        shown: list[Inline] = []
        for line in lines:
            shown += [Break(), *line] if shown else line
        return tidy(shown)

    def _lines(
        self, comparison: UnitComparison, unit: Unit, *, is_new: bool
    ) -> Iterator[tuple[Inline, ...]]:
        if comparison.outcome is Outcome.RENUMBERED:
            return
        if comparison.rows:
            for row in comparison.rows:
                if row.edited:
                    cells = [self._row_cell(cell, is_new=is_new) for cell in row.cells]
                    yield _put_between([cell for cell in cells if cell])
        elif comparison.lines and comparison.old and comparison.new:
            for line in comparison.lines:
                yield self._segments(line, is_new=is_new)
        else:
            for plain in unit.lines:
                yield tuple(self._spell(plain, is_new=is_new))

    def _row_cell(
        self, lines: tuple[tuple[Segment, ...], ...], *, is_new: bool
    ) -> tuple[Inline, ...]:
        return _put_between([self._segments(line, is_new=is_new) for line in lines])

    def _segments(self, segments: Iterable[Segment], *, is_new: bool) -> tuple[Inline, ...]:
        shown: list[Inline] = []
        for segment in segments:
            inlines = self._spell(
                join_tokens(segment.new if is_new else segment.old), is_new=is_new
            )
            shown += inlines if segment.kept else map(_mark_new if is_new else _mark_old, inlines)
        return tuple(shown)

    def _spell(self, inlines: Iterable[Inline], *, is_new: bool) -> Iterator[Inline]:
        """Yield ``inlines`` with the numbers of references as words, as on the page they were on.

        The table stands in another document, in which they would lead nowhere.
        """
        numbering = self._new_numbering if is_new else self._old_numbering
        for inline in inlines:
            match inline:
                case Reference(target) if target in numbering.labels:
                    yield Text(numbering.spell(inline))
                case Reference(target):
                    yield Placeholder(self._dangling.get(target) or target)
                case Note(inside):
                    spelled = self._spell(inside, is_new=is_new)
                    yield Note(tuple(one for one in spelled if not isinstance(one, Note)))
                case _:
                    yield inline

    def _reasons(self, unit: UnitComparison) -> Iterator[Inline]:
        decision = self._decisions.get(unit.unit.id, "")
        note = self._note(unit)
        yield Text(decision)
        if decision and note:
            yield Break()
        yield Text(note, italic=True)

    def _note(self, unit: UnitComparison) -> str:
        words = self._words
        if unit.old is None:
            return words.inserted
        if unit.new is None:
            return words.deleted
        if unit.moved:
            return words.moved.replace("%", unit.old.name) if unit.old.name else words.moved_only
        return words.renumbered if unit.outcome is Outcome.RENUMBERED else ""


def _mark_new(inline: Inline) -> Inline:
    return replace(inline, bold=True) if isinstance(inline, Text) else inline


def _mark_old(inline: Inline) -> Inline:
    return replace(inline, italic=True) if isinstance(inline, Text) else inline


def _put_between(pieces: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    shown: list[Inline] = []
    for piece in pieces:
        shown += [_BETWEEN, *piece] if shown else piece
    return tuple(shown)


WORDS: dict[str, TableWords] = {
    "en": TableWords(
        old="Old text",
        new="New text",
        decision="Decision",
        inserted="Inserted",
        deleted="Deleted",
        moved="Moved; it was %",
        moved_only="Moved",
        renumbered="Renumbered",
    ),
    "ko": TableWords(
        old="현행",
        new="개정",
        decision="결정",
        inserted="신설",
        deleted="삭제",
        moved="이동 (종전 %)",
        moved_only="이동",
        renumbered="번호 변경",
    ),
    "ja": TableWords(
        old="現行",
        new="改正後",
        decision="決定",
        inserted="新設",
        deleted="削除",
        moved="移動(旧 %)",
        moved_only="移動",
        renumbered="番号変更",
    ),
    "mn": TableWords(
        old="Хуучин найруулга",
        new="Шинэ найруулга",
        decision="Шийдвэр",
        inserted="Шинээр нэмсэн",
        deleted="Хассан",
        moved="Шилжүүлсэн (өмнө нь %)",
        moved_only="Шилжүүлсэн",
        renumbered="Дугаар өөрчилсөн",
    ),
}
