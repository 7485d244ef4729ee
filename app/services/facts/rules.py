"""The facts of a text of rules: its provisions as a tree, and the versions it went through."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.documents.facts import PartyFacts, RulesFacts, VersionFacts
from app.documents.languages import wording_of
from app.domain.decision import Channel, Decision
from app.domain.errors import Misfortune, Mistake
from app.domain.names import in_language, is_same_language
from app.domain.provenance import Provenance
from app.domain.rules import RuleDocument, RuleVersion
from app.services.facts.meetings import body_facts, party_facts
from app.services.facts.names import tell
from app.services.facts.names_of_the_day import body_on, party_on
from app.store.queries.bodies import seats_on
from app.store.queries.rules import ProvisionRow, VersionRow, list_versions, read_version
from app.store.reader import Reader
from app.texts.blocks import Inline, Level, Placeholder, Provision, Text
from app.texts.labels import LABELS
from app.texts.numbering import Numbering, number_provisions
from app.texts.wording import read_wording

_NUMBER = re.compile(r"(?:Article|Chapter|Part|Annex)\s+|[().]")
_COUNTED = frozenset({"part", "chapter", "article", "paragraph", "item", "subitem"})
_LEVELS = {
    "annex": Level.ANNEX,
    "section": Level.CHAPTER,
    "part": Level.PART,
    "chapter": Level.CHAPTER,
    "article": Level.ARTICLE,
    "paragraph": Level.PARAGRAPH,
    "item": Level.ITEM,
    "subitem": Level.SUBITEM,
}


class TextNotHeld(Misfortune):
    """The text of rules was asked for that the workspace does not hold."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"The workspace does not hold the text of “{title}”.",
            "The record says when they were adopted; the text can be entered when it is known.",
        )


def rules_facts(
    reader: Reader, *, document_id: UUID, number: int, language: str, text_of: date | None = None
) -> RulesFacts:
    """Return everything that a version of rules says.

    Raises:
        TextNotHeld: if the workspace does not hold its text.
    """
    document = reader.get(RuleDocument, document_id)
    title = in_language(document.titles, language)
    rows = read_version(reader, document_id=document_id, number=number, language=language)
    if not rows or document.body_id is None:
        raise TextNotHeld(title)
    versions = list_versions(reader, document_id=document_id, language=language)
    history = tuple(_version(reader, row) for row in versions if row.number <= number)
    return RulesFacts(
        id=f"{document_id}-{number}",
        symbol=f"{document.code} v{history[-1].label}",
        title=title,
        body=body_facts(body_on(reader, document.body_id, history[-1].adopted_on), language),
        parties=_parties(reader, document.body_id, history[-1].adopted_on, language),
        version=history[-1],
        provisions=provisions_of(rows, language=language),
        history=history,
        text_of=text_of,
        illustrative=document.provenance is Provenance.ILLUSTRATIVE,
        notice=tell(document.note, language),
    )


def provisions_of(
    rows: tuple[ProvisionRow, ...], *, language: str, counted: bool | None = None
) -> tuple[Provision, ...]:
    """Return provisions as a tree, with a number only where counting does not give it.

    Where a text is not numbered as we number, every number stands as it is printed. A text that
    there is in another language only is followed by a gap that says so. Whoever knows whether the
    text ``is_counted`` says so, and spares finding it out.
    """
    known = is_counted(rows) if counted is None else counted
    return _Tree(rows, language, as_printed=not known).grow()


def outline_of(
    rows: tuple[ProvisionRow, ...], *, language: str, counted: bool
) -> tuple[Provision, ...]:
    """Return provisions as a tree without their words, which is all that counting them needs."""
    return _Tree(rows, language, as_printed=not counted, is_outline=True).grow()


def is_counted(rows: tuple[ProvisionRow, ...]) -> bool:
    """Say whether counting gives the numbers of a text, in one of the languages that we know."""
    return counted_numbers(rows) is not None


def counted_numbers(rows: tuple[ProvisionRow, ...]) -> tuple[str, Numbering] | None:
    """Return the numbers of a text that counting gives, and in which language it is counted."""
    if any(row.kind not in _COUNTED and row.label for row in rows):
        return None
    for language in LABELS:
        numbering = _counted_in(language, rows)
        if numbering is not None:
            return language, numbering
    return None


def _counted_in(language: str, rows: tuple[ProvisionRow, ...]) -> Numbering | None:
    try:
        provisions = outline_of(rows, language=language, counted=True)
        numbering = number_provisions(provisions, language=language)
    except (Misfortune, Mistake):
        return None  # it nests its units in a way of its own, or bears a number that none counts
    printed = (numbering.label(row.eid).text.rstrip(".") == row.label.rstrip(".") for row in rows)
    return numbering if all(printed) else None


class _Tree:
    """Makes a tree of the rows of a text."""

    def __init__(
        self,
        rows: tuple[ProvisionRow, ...],
        language: str,
        *,
        as_printed: bool,
        is_outline: bool = False,
    ) -> None:
        self._language = language
        self._as_printed = as_printed
        self._is_outline = is_outline
        self._counted: dict[str, int] = {}
        self._below: dict[str | None, list[ProvisionRow]] = defaultdict(list)
        for row in rows:
            self._below[row.parent_eid].append(row)

    def grow(self, parent: str | None = None) -> tuple[Provision, ...]:
        """Return what stands below a provision; the whole text for ``None``."""
        own: dict[str, int] = {}
        made = []
        for row in self._below[parent]:
            as_printed = self._as_printed or not row.label
            # Articles and chapters are counted through the whole text, lower levels anew each time.
            count = self._counted if row.kind in {"part", "chapter", "article"} else own
            made.append(
                Provision(
                    level=_LEVELS[row.kind],
                    id=row.eid,
                    heading=self._words(row.heading, row.language),
                    text=self._words(row.text, row.language),
                    children=self.grow(row.eid),
                    number="" if as_printed else _own_number(row, count),
                    record="provision",
                    printed=row.label if as_printed else None,
                )
            )
        return tuple(made)

    def _words(self, text: str, language: str) -> tuple[Inline, ...]:
        return () if self._is_outline else _inlines(text, language, wanted=self._language)


def _own_number(row: ProvisionRow, counted: dict[str, int]) -> str:
    """Return the number as printed where it is not the next one (“12 bis”), else nothing."""
    printed = _NUMBER.sub("", row.label).strip()
    if " " in printed:
        return printed
    counted[row.kind] = counted.get(row.kind, 0) + 1
    is_counted = not printed.isdigit() or int(printed) == counted[row.kind]
    return "" if is_counted else printed


def _inlines(text: str, given: str, *, wanted: str) -> tuple[Inline, ...]:
    """Return text as inlines, every ``{ref:…}`` as a reference that follows its provision."""
    translated = not text or is_same_language(given, wanted)
    tongue = "" if translated else given
    pieces: list[Inline] = [
        replace(inline, language=tongue) if isinstance(inline, Text) else inline
        for inline in read_wording(text)
    ]
    if not translated:
        said = wording_of(wanted).name_untranslated(given)
        pieces += [Text(" "), Placeholder(said)]
    return tuple(pieces)


def _version(reader: Reader, row: VersionRow) -> VersionFacts:
    version = reader.get(RuleVersion, row.id)
    decision = reader.get(Decision, version.decision_id) if version.decision_id else None
    electronic = decision is not None and decision.channel is Channel.ELECTRONIC
    return VersionFacts(
        id=str(row.id),
        label=row.label,
        adopted_on=row.adopted_on,
        adopted_at="electronic decision" if electronic else None,
        decision=_cited(row.decision) or None,
        effective_on=row.in_force_from,
        change_note=row.change_note or None,
        illustrative=row.provenance is Provenance.ILLUSTRATIVE,
        channel="electronic" if electronic else "meeting",
        decision_symbol=row.decision or None,
    )


def _cited(symbol: str) -> str:
    """Return a decision as it is cited: with the word, where its number does not bear it."""
    if not symbol or "decision" in symbol.lower():
        return symbol
    return f"Decision {symbol}"


def _parties(
    reader: Reader, body_id: UUID, day: date | None, language: str
) -> tuple[PartyFacts, ...]:
    """Return the parties that adopted a version; those of the body for a draft."""
    seats = seats_on(reader, body_id=body_id, day=day)
    return tuple(party_facts(party_on(reader, seat.party_id, day), language) for seat in seats)
