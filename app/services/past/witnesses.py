"""Keeps who says what: a source for each file, a statement for each sentence that was approved."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from app.domain.source import Source, SourceQuality, Statement
from app.services.past.meeting_facts import FIELDS
from app.services.past.on_record import code_of
from app.services.past.papers import PastPaper
from app.services.past.proposals import HOST, Proposal, Remark, Standing, Use
from app.store.unit_of_work import UnitOfWork
from app.texts.past.evidence import Place, PlaceKind, Quote
from app.texts.past.facts import FactField

_PLACES = {
    PlaceKind.PAGE: "Page {number}",
    PlaceKind.PARAGRAPH: "Paragraph {number}",
    PlaceKind.LINE: "Line {number}",
    PlaceKind.NAME: "The name of the file",
}


class Witnesses:
    """The sources that the files of one meeting are, within one unit of work."""

    def __init__(self, work: UnitOfWork, papers: Mapping[str, PastPaper]) -> None:
        self._work = work
        self._papers = papers
        self._sources: dict[str, Source] = {}

    def state_facts(self, proposals: Iterable[Proposal], meeting_id: UUID) -> None:
        """Keep what every quoted sentence says of a meeting.

        A sentence that says several things is kept once for all of them, but for its number and
        days, and for what is disputed: there every source has its own word.
        """
        for each in sorted(proposals, key=lambda proposal: not _stands_alone(proposal)):
            said_already = None if _stands_alone(each) else self._quoted(meeting_id)
            quotes = tuple(
                quote
                for quote in each.quotes
                if said_already is None
                or (self._source(quote.file).id, quote.text) not in said_already
            )
            self._state(
                quotes,
                entity="meeting",
                key=meeting_id,
                field=FIELDS[each.field],
                value=_value(each) if _stands_alone(each) else "",
            )

    def _quoted(self, meeting_id: UUID) -> frozenset[tuple[UUID, str]]:
        self._work.flush()
        there = self._work.find(Statement, entity="meeting", pk=str(meeting_id))
        return frozenset((each.source_id, each.quote) for each in there)

    def state_record(self, proposal: Proposal, *, entity: str, key: object) -> None:
        """Keep the sentence that a record was made from."""
        self._state(proposal.quotes, entity=entity, key=key, field="", value="")

    def _state(
        self, quotes: tuple[Quote, ...], *, entity: str, key: object, field: str, value: str
    ) -> None:
        for quote in quotes:
            source = self._source(quote.file)
            there = self._work.find(
                Statement, source_id=source.id, entity=entity, pk=str(key), field=field
            )
            if any(each.quote == quote.text for each in there):
                continue
            self._work.add(
                Statement(
                    source_id=source.id,
                    entity=entity,
                    pk=str(key),
                    field=field,
                    value=value,
                    quote=quote.text,
                    note=describe_place(quote.place),
                )
            )

    def _source(self, name: str) -> Source:
        known = self._sources.get(name)
        if known is None:
            known = self._sources[name] = self._register(self._papers[name])
        return known

    def _register(self, paper: PastPaper) -> Source:
        code = code_of(paper.sha256)
        there = self._work.first(Source, code=code)
        if there is not None:
            return there
        translated = paper.said.is_translation
        source = self._work.add(
            Source(
                code=code,
                title=paper.name.rpartition("/")[2],
                kind=paper.said.kind.value.value,
                quality=(
                    SourceQuality.UNOFFICIAL_TRANSLATION if translated else SourceQuality.COPY
                ),
                language=paper.said.language,
                reference=paper.name,
            )
        )
        self._work.flush()
        return source


def _stands_alone(proposal: Proposal) -> bool:
    return (
        proposal.field in _OWN_WORD
        or proposal.use is Use.STATE
        or proposal.standing is Standing.DIFFERS
        or Remark.CONTESTED in proposal.remarks
    )


_OWN_WORD = frozenset({FactField.ORDINAL.value, FactField.DAYS.value, FactField.PLANNED_DAYS.value})


def describe_place(place: Place) -> str:
    """Return where in a file something stands, in words."""
    told = _PLACES[place.kind].format(number=place.number)
    return f"{told}, under “{place.heading}”" if place.heading else told


def _value(proposal: Proposal) -> str:
    """Return what is said in a form in which two sources can be compared."""
    values: Mapping[str, Any] = proposal.values
    match proposal.field:
        case FactField.ORDINAL.value:
            return str(values["number"])
        case FactField.DAYS.value | FactField.PLANNED_DAYS.value:
            first, last = values["first"], values["last"] or values["first"]
            return first.isoformat() if first == last else f"{first} – {last}"
        case FactField.PLACE.value:
            return ", ".join(part for part in (values["town"], values.get("land", "")) if part)
        case field if field == HOST:
            return str(values["party_id"])
        case _:
            return str(values.get("text") or values.get("choice") or "")
