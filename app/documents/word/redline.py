"""Writes two versions of a text as one Word file with tracked changes, as if a person had typed.

Numbers are Word's own and follow the text, so they are no changes; while changes are shown, Word
counts deleted units too. The table of changes that goes with the file has the numbers of both.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from app.documents.word.anchors import Anchors
from app.documents.word.house import House
from app.documents.word.lists import Lists
from app.documents.word.namespaces import DECLARATIONS
from app.documents.word.redline_body import RedlineBody
from app.documents.word.redline_marks import Marks
from app.documents.word.redline_paragraphs import Edition, OwnLists, RedlineParagraphs
from app.documents.word.redline_runs import OldNames, RedlineRuns, TolerantRuns
from app.documents.word.redline_tables import RedlineTables
from app.documents.word.together import kept_with_next
from app.documents.word.writer import assemble
from app.texts.blocks import Document
from app.texts.comparison import compare
from app.texts.numbering import Numbering
from app.texts.outcomes import Comparison
from app.texts.walking import provisions_of


def write_redline(
    old: Document,
    new: Document,
    *,
    author: str,
    at: datetime,
    house_style: Path | bytes | None = None,
    by: Literal["id", "text"] = "id",
    written_at: datetime | None = None,
) -> bytes:
    """Return a Word file in which accepting all changes gives ``new``, rejecting them ``old``.

    Page layout, headers and the table of contents are those of ``new``.

    Args:
        old: The text before.
        new: The text after.
        author: Whose changes they are, such as ``Decision 2/JWG.2``.
        at: When they were made.
        house_style: Styles, lists and page; those among the templates by default.
        by: How units are found again; see ``app.texts.comparison.compare``.
        written_at: The day and hour for the file's properties; without it they name none.

    Raises:
        HouseStyleUnusable: The house style cannot be read, or lacks a style.
        NoLabels: Nothing is known about numbering in the document's language.
    """
    house = House(house_style)
    comparison = compare(old, new, by=by)
    anchors = Anchors()
    runs = _make_runs(comparison, house=house, anchors=anchors, language=new.language)
    marks = Marks(author=author, at=at)
    body = _make_body(old, new, comparison, runs=runs, house=house, anchors=anchors, marks=marks)
    main = f"<w:document {DECLARATIONS}><w:body>{body.write()}</w:body></w:document>"
    return assemble(
        new, main, house=house, notes=runs[1].notes, units=anchors.units, written_at=written_at
    )


def _make_runs(
    comparison: Comparison, *, house: House, anchors: Anchors, language: str
) -> tuple[TolerantRuns, TolerantRuns]:
    """Return what writes the words of the old text, and those of the new."""
    before = TolerantRuns(
        house,
        numbering=comparison.old_numbering,
        anchors=OldNames(_name_old_units(comparison)),
        language=language,
    )
    after = TolerantRuns(
        house,
        numbering=comparison.new_numbering,
        anchors=anchors,
        language=language,
        known_before=comparison.old_numbering,
    )
    return before, after


def _make_body(
    old: Document,
    new: Document,
    comparison: Comparison,
    *,
    runs: tuple[TolerantRuns, TolerantRuns],
    house: House,
    anchors: Anchors,
    marks: Marks,
) -> RedlineBody:
    before, after = runs
    marked = RedlineRuns(old=before, new=after, marks=marks)
    names = _name_old_units(comparison)
    kept = kept_with_next(new)
    paragraphs = RedlineParagraphs(
        house,
        lists=OwnLists(Lists(house, language=new.language)),
        anchors=anchors,
        runs=marked,
        marks=marks,
        old=_edition(old, comparison.old_numbering, names=names),
        new=_edition(new, comparison.new_numbering, names={}),
        kept=kept,
    )
    return RedlineBody(
        new,
        comparison,
        house=house,
        anchors=anchors,
        marks=marks,
        runs=marked,
        paragraphs=paragraphs,
        tables=RedlineTables(
            house, anchors=anchors, blank_runs=after, runs=marked, marks=marks, kept=kept
        ),
    )


def _name_old_units(comparison: Comparison) -> dict[str, str]:
    """Return what units of the old text are called where the new text has another name for them.

    Two units of one file cannot have one name.
    """
    names: dict[str, str] = {}
    taken = set(comparison.new_numbering.labels)
    for unit in comparison.units:
        if unit.old is not None and unit.old.id:
            if unit.new is not None:
                names[unit.old.id] = unit.new.id or unit.old.id
            elif unit.old.id in taken:
                names[unit.old.id] = f"old {unit.old.id}"
    return names


def _edition(document: Document, numbering: Numbering, *, names: Mapping[str, str]) -> Edition:
    levels = {provision.id: provision.level for provision in provisions_of(document)}
    return Edition(numbering, levels, names)
