"""What the provisions of a text are called, and how each language writes their numbers."""

from collections.abc import Iterable

from app.domain.errors import Misfortune
from app.services.facts.rules import is_counted, provisions_of
from app.store.queries.rules import ProvisionRow
from app.texts.blocks import Reference
from app.texts.labels import LABELS
from app.texts.numbering import Numbering, number_provisions


def names_of(rows: tuple[ProvisionRow, ...], *, language: str) -> dict[str, str]:
    """Return the name of every provision by its identity: “Article 2(1)(a)”.

    A text whose numbers are of no known kind is named by the numbers that it prints.
    """
    printed = {row.eid: row.label.rstrip(".") or row.heading or row.eid for row in rows}
    numbering = _numbering(rows, language)
    if numbering is None:
        return printed
    return printed | {row.eid: numbering.spell(Reference(row.eid)) for row in rows if row.label}


def labels_of(
    rows: tuple[ProvisionRow, ...], *, languages: Iterable[str]
) -> dict[str, dict[str, str]]:
    """Return, for each language, the numbers as it writes them: Article 2, 제2조, 第2条.

    Where a text is not numbered as we number, the numbers stay as they are printed.
    """
    printed = {row.eid: row.label for row in rows}
    ours = is_counted(rows)
    found: dict[str, dict[str, str]] = {}
    for language in languages:
        numbering = _numbering(rows, language) if ours else None
        found[language] = (
            {eid: numbering.label(eid).text for eid, label in printed.items() if label}
            if numbering is not None
            else printed
        )
    return found


def _numbering(rows: tuple[ProvisionRow, ...], language: str) -> Numbering | None:
    known = language if language in LABELS else "en"
    try:
        return number_provisions(provisions_of(rows, language=known), language=known)
    except Misfortune:
        return None
