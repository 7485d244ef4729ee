"""What the provisions of a text are called, and how each language writes their numbers."""

from collections.abc import Iterable

from app.domain.errors import Misfortune
from app.domain.rules import ProvisionKind
from app.services.facts.rules import counted_numbers, outline_of
from app.store.queries.rules import ProvisionRow
from app.texts.blocks import Reference
from app.texts.labels import LABELS
from app.texts.numbering import Numbering, number_provisions
from app.texts.provision_index import PlacedProvision, ProvisionIndex
from app.texts.provision_names import name_in


def names_of(rows: tuple[ProvisionRow, ...], *, language: str) -> dict[str, str]:
    """Return the name of every provision by its identity: “Article 2(1)(a)”.

    Where counting does not give the numbers, as after a repeal that left a gap, a provision is
    named by the number that it bears, as the language writes it.
    """
    named = {row.eid: row.label.rstrip(".") or row.heading or row.eid for row in rows}
    numbering = _numbering(rows, language, counted_numbers(rows))
    if numbering is not None:
        return named | {row.eid: numbering.spell(Reference(row.eid)) for row in rows if row.label}
    index = ProvisionIndex(
        PlacedProvision(row.eid, ProvisionKind(row.kind), row.label, row.parent_eid) for row in rows
    )
    return named | {
        row.eid: name_in(index, row.eid, language=language) for row in rows if row.label
    }


def labels_of(
    rows: tuple[ProvisionRow, ...], *, languages: Iterable[str]
) -> dict[str, dict[str, str]]:
    """Return, for each language, the numbers as it writes them: Article 2, 제2조, 第2条.

    Where a text is not numbered as we number, the numbers stay as they are printed.
    """
    printed = {row.eid: row.label for row in rows}
    ours = counted_numbers(rows)
    found: dict[str, dict[str, str]] = {}
    for language in languages:
        numbering = _numbering(rows, language, ours)
        found[language] = (
            {eid: numbering.label(eid).text for eid, label in printed.items() if label}
            if numbering is not None
            else printed
        )
    return found


def _numbering(
    rows: tuple[ProvisionRow, ...], language: str, counted: tuple[str, Numbering] | None
) -> Numbering | None:
    """Return the numbers of a counted text as a language writes them; ``None`` of any other."""
    if counted is None:
        return None
    known = language if language in LABELS else "en"
    if known == counted[0]:
        return counted[1]
    try:
        return number_provisions(outline_of(rows, language=known, counted=True), language=known)
    except Misfortune:
        return None
