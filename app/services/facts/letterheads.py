"""The facts of letterheads: what each side prints at the head of its letters, and who sends one."""

from uuid import UUID

from app.documents.facts import PartyFacts
from app.documents.letter_facts import LetterheadFacts
from app.documents.pictures import read_picture
from app.domain.names import Untranslated, in_language
from app.domain.party import Party
from app.domain.workspace_facts import StoreMeta
from app.services import attachments
from app.services.letterheads import letterhead_for
from app.store.reader import Reader
from app.texts.letterhead import Letterhead

_OUR_SIDE = "our_side"


def letterheads_of(
    reader: Reader, *, body_id: UUID | None, parties: tuple[PartyFacts, ...], language: str
) -> tuple[LetterheadFacts, ...]:
    """Return the letterheads of the parties that have one, for the letters of a body."""
    found = []
    for party in parties:
        record = reader.first(Party, code=party.code)
        held = record and letterhead_for(reader, party_id=record.id, body_id=body_id)
        if not held:
            continue
        lines = _lines(in_language(held.lines, language))
        logo = None
        if held.logo_id is not None:
            words = lines[0] if lines else party.heading
            logo = read_picture(attachments.read(reader, held.logo_id), words=words)
        found.append(LetterheadFacts(party=party, letterhead=Letterhead(lines, logo)))
    return tuple(found)


def our_side(reader: Reader, parties: tuple[PartyFacts, ...]) -> PartyFacts | None:
    """Return the party for which this workspace is kept, if it was said and is one of these."""
    held = reader.first(StoreMeta, key=_OUR_SIDE)
    if held is None:
        return None
    named = (party for party in reader.find(Party) if str(party.id) == held.value)
    codes = {party.code for party in named}
    return next((party for party in parties if party.code in codes), None)


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a letterhead, each in the language that the text is in."""
    lines = tuple(filter(None, (line.strip() for line in text.splitlines())))
    if isinstance(text, Untranslated):
        return tuple(Untranslated(line, text.language) for line in lines)
    return lines
