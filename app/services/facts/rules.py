"""The facts of a text of rules: its provisions as a tree, and the versions it went through."""

import re
from collections import defaultdict
from datetime import date
from uuid import UUID

from app.documents.facts import PartyFacts, RulesFacts, VersionFacts
from app.documents.languages import wording_of
from app.domain.body import Body
from app.domain.decision import Channel, Decision
from app.domain.errors import Misfortune
from app.domain.names import in_language, is_same_language
from app.domain.party import Party
from app.domain.provenance import Provenance
from app.domain.rules import RuleDocument, RuleVersion
from app.services.facts.meetings import body_facts, party_facts
from app.services.facts.names import tell
from app.store.queries.bodies import seats_on
from app.store.queries.rules import ProvisionRow, VersionRow, list_versions, read_version
from app.store.reader import Reader
from app.texts.blocks import Inline, Level, Placeholder, Provision, Reference, Text

_REFERENCE = re.compile(r"\{ref:([A-Za-z0-9_]+)\}")
_NUMBER = re.compile(r"(?:Article|Chapter|Part|Annex)\s+|[().]")
_LEVELS = {
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
        body=body_facts(reader.get(Body, document.body_id), language),
        parties=_parties(reader, document.body_id, history[-1].adopted_on, language),
        version=history[-1],
        provisions=provisions_of(rows, language=language),
        history=history,
        text_of=text_of,
        illustrative=document.provenance is Provenance.ILLUSTRATIVE,
        notice=tell(document.note, language),
    )


def provisions_of(rows: tuple[ProvisionRow, ...], *, language: str) -> tuple[Provision, ...]:
    """Return provisions as a tree, with a number only where counting does not give it.

    A text that there is in another language only is followed by a gap that says so.
    """
    below: dict[str | None, list[ProvisionRow]] = defaultdict(list)
    for row in rows:
        below[row.parent_eid].append(row)
    return _branch(None, below, {}, language)


def _branch(
    parent: str | None,
    below: dict[str | None, list[ProvisionRow]],
    counted: dict[str, int],
    language: str,
) -> tuple[Provision, ...]:
    own: dict[str, int] = {}
    made = []
    for row in below[parent]:
        # Articles and chapters are counted through the whole text, lower levels anew each time.
        count = counted if row.kind in {"part", "chapter", "article"} else own
        made.append(
            Provision(
                level=_LEVELS[row.kind],
                id=row.eid,
                heading=_inlines(row.heading, row.language, wanted=language),
                text=_inlines(row.text, row.language, wanted=language),
                children=_branch(row.eid, below, counted, language),
                number=_own_number(row, count),
                record="provision",
            )
        )
    return tuple(made)


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
    pieces: list[Inline] = []
    for place, piece in enumerate(_REFERENCE.split(text)):
        if place % 2:
            pieces.append(Reference(piece))
        elif piece:
            pieces.append(Text(piece, language=tongue))
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
    return tuple(party_facts(reader.get(Party, seat.party_id), language) for seat in seats)
