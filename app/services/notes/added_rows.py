"""Makes notes of the rows that somebody added to a comment sheet in Word.

Such a row says in words what it speaks of. Where that is no provision of the rules, the whole sheet
is refused: a comment that is left out without a word would be lost.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid5

from app.domain.pack_note import LONGEST_NOTE, LONGEST_QUOTE, SentNote
from app.exchange.notes.refusals import NotesRefused
from app.services.notes.arriving_files import ArrivedFile, tidied
from app.services.notes.placing import Placer, ShownText
from app.texts.quotations import Quotation, find_quotation, quote

if TYPE_CHECKING:
    from app.documents.incoming.returned_sheet import AddedComment

_LANGUAGES = ("en", "ko", "mn", "ja")


def complete(arrived: ArrivedFile, placer: Placer) -> tuple[SentNote, ...]:
    """Return the notes of a file, with those of the rows that were added.

    Raises:
        NotesRefused: A row that was added names no provision, or says too much.
    """
    written_at = arrived.letter.written_at
    made = _made(arrived.added, placer, arrived.name, written_at)
    there = {sent.note.uid for sent in arrived.letter.notes}
    # Of two rows that say the same one is a copy.
    new = {sent.note.uid: sent for sent in made if sent.note.uid not in there}
    return (*arrived.letter.notes, *new.values())


def _made(
    rows: Iterable[tuple[SentNote, "AddedComment"]],
    placer: Placer,
    name: str,
    written_at: datetime,
) -> Iterator[SentNote]:
    for beside, row in rows:
        document = placer.document(beside.note.document_id, beside.note.document)
        if document is None:  # the note beside it is refused for that
            continue
        text = placer.text(document.id, beside.note.language, beside.note.version)
        eid = _eid_of(text, row.provision)
        if text is None or not eid:
            raise NotesRefused(
                name,
                f"a row that was added names “{row.provision[:60]}”, which is no provision there",
                "Write it as in the other rows, such as “Article 7(2)”, and send the sheet again.",
            )
        words = tidied(row.quote, most=LONGEST_QUOTE, name=name)
        said = tidied(row.text, most=LONGEST_NOTE, name=name)
        quotation = _quotation(text.show(eid).whole, words)
        note = replace(
            beside.note,
            uid=uuid5(beside.note.uid, f"{eid}\n{words}\n{said}"),
            revision=1,
            eid=eid,
            name=row.provision,
            sha256=text.show(eid).sha256,
            quote=quotation.words,
            before=quotation.before,
            after=quotation.after,
            start=quotation.start,
            text=said,
            written_at=written_at,
            changed_at=written_at,
        )
        yield replace(beside, note=note)


def _eid_of(text: ShownText | None, provision: str) -> str:
    """Return the provision that is called so in any of the languages of a sheet."""
    wanted = _plain(provision)
    if text is None or not wanted:
        return ""
    for language in _LANGUAGES:
        for eid, name in text.names_in(language).items():
            if _plain(name) == wanted:
                return eid
    return ""


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()


def _quotation(whole: str, words: str) -> Quotation:
    """Return words with what stands around them; such as stand nowhere stay as they are."""
    found = find_quotation(whole, Quotation(words))
    return quote(whole, found.start, found.end) if found else Quotation(words)
