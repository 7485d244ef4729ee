"""Gathers what stands on a comment sheet: every note beside its provision, in reading order."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.body import Body
from app.domain.names import in_language
from app.domain.pack_note import NotesLetter, SentNote
from app.domain.party import Party
from app.exchange.notes.enclosure import enclose
from app.services.notes.notebook import target_of
from app.services.notes.placing import Placer
from app.services.notes.rows import Placed
from app.store.queries.rules import list_versions
from app.store.reader import Reader

if TYPE_CHECKING:
    from app.documents.comment_sheet import CommentSheet, SheetComment


def make_sheet(
    reader: Reader, letter: NotesLetter, *, language: str, today: date
) -> "CommentSheet":
    """Return what stands on the comment sheet of some notes."""
    from app.documents.comment_sheet import CommentSheet, SheetRules

    placer = Placer(reader, language=language)
    placed = [(sent, placer.place(target_of(sent.note))) for sent in letter.notes]
    placed.sort(key=lambda pair: (pair[1].place.code, pair[1].rank, pair[0].note.uid))
    labels = _labels(reader, placed, language)
    rules = tuple(
        SheetRules(
            title=some[0][1].place.title,
            comments=tuple(_comments(some, labels)),
        )
        for some in (
            list(group) for _, group in groupby(placed, key=lambda pair: pair[1].place.code)
        )
    )
    first = letter.notes[0]
    side = reader.first(Party, id=first.side_id) if first.side_id else None
    return CommentSheet(
        body=in_language(reader.get(Body, letter.body_id).names, language),
        pack=letter.pack_title,
        as_of=date.fromisoformat(letter.pack_on) if letter.pack_on else None,
        author=first.author,
        side=in_language(side.names, language) if side else "",
        written_on=today,
        rules=rules,
        enclosed=enclose(letter),
    )


def _comments(
    placed: list[tuple[SentNote, Placed]], labels: dict[tuple[UUID | None, int | None], str]
) -> Iterator["SheetComment"]:
    from app.documents.comment_sheet import SheetComment

    for sent, where in placed:
        place = where.place
        yield SheetComment(
            id=str(sent.note.uid),
            provision=place.name,
            version=labels.get((place.document_id, place.version), ""),
            quote=sent.note.quote,
            language=sent.note.language,
            text=sent.note.text,
        )


def _labels(
    reader: Reader, placed: list[tuple[SentNote, Placed]], language: str
) -> dict[tuple[UUID | None, int | None], str]:
    """Return how each version of the rules is printed."""
    documents = {where.place.document_id for _, where in placed} - {None}
    return {
        (document_id, version.number): version.label
        for document_id in documents
        if document_id is not None
        for version in list_versions(reader, document_id=document_id, language=language)
    }
