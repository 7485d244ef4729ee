"""What the people and offices of a delegation are called in the language of a document.

A delegation is entered as it was printed on the day, often in one language. What the workspace
holds besides (a person's name in another script, the name that an office bore) is used where it is
stored for the language of the document; nothing is transcribed and no order of names is changed.
"""

from app.domain.delegation import Delegate, Delegation
from app.domain.meeting import Meeting
from app.domain.names import Untranslated, is_same_language, name_on
from app.domain.organisation import Organisation, OrganisationName
from app.domain.person import Person, PersonName
from app.store.queries.delegations import DelegateRow
from app.store.queries.minutes import SignatureRow
from app.store.reader import Reader
from app.texts.scripts import guess_language


def name_as_stored(reader: Reader, row: DelegateRow, *, language: str) -> str:
    """Return the name of a delegate or an office in ``language``, if it is stored in it."""
    seat = reader.get(Delegate, row.id)
    if seat.person_id is None:
        is_own = not isinstance(row.name, Untranslated)
        return row.name if is_own else _name_of_office(reader, seat, language) or row.name
    if language in seat.printed_names:
        return row.name
    person = reader.get(Person, seat.person_id)
    stored = _name_of_person(reader, person, language)
    # A name as a person is known has no language of its own; its letters tell.
    return stored or (row.name if seat.printed_names else tell(row.name, language) or "")


def name_of_signatory(reader: Reader, row: SignatureRow, *, language: str) -> str:
    """Return the name of a signatory in ``language``, if it is stored in it."""
    if not isinstance(row.name, Untranslated) or row.person_id is None:
        return row.name
    return _name_of_person(reader, reader.get(Person, row.person_id), language) or row.name


def tell(words: str, language: str) -> str | None:
    """Return ``words`` that were entered once for all languages, as they are in ``language``."""
    own = guess_language(words)
    return Untranslated(words, own) if own not in {"", language} else words or None


def honorific_of(reader: Reader, row: DelegateRow, *, language: str) -> str | None:
    """Return how a person is addressed, where it was entered in ``language``."""
    person_id = reader.get(Delegate, row.id).person_id
    honorific = reader.get(Person, person_id).honorific if person_id else ""
    return honorific if honorific and guess_language(honorific) == language else None


def _name_of_person(reader: Reader, person: Person, language: str) -> str:
    """Return the one name that a person has in ``language``; of several none is chosen."""
    shown = person.names.get(language)
    if shown:
        return shown
    names = {
        name.text
        for name in reader.find(PersonName, person_id=person.id)
        if is_same_language(name.language, language)
    }
    return names.pop() if len(names) == 1 else ""


def _name_of_office(reader: Reader, seat: Delegate, language: str) -> str:
    """Return the name that an office bore on the day of the meeting."""
    if seat.organisation_id is None:
        return ""
    names = reader.get(Organisation, seat.organisation_id).names
    meeting = reader.get(Meeting, reader.get(Delegation, seat.delegation_id).meeting_id)
    if meeting.first_day is None:
        return names.get(language, "")
    dated = reader.find(OrganisationName, organisation_id=seat.organisation_id)
    name = name_on(meeting.first_day, now=names, dated=dated, language=language)
    return "" if isinstance(name, Untranslated) else name
