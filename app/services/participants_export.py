"""Verbs that write the delegations of a meeting out as a workbook or a comma-separated file."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.party_order import PartyOrder
from app.domain.person import Person
from app.exchange.delimited import write_csv
from app.exchange.headings import Meaning
from app.exchange.list_words import HEADINGS, say_attendance, say_presence, say_role
from app.exchange.spreadsheet import WrittenSheet, write_workbook
from app.services import disk
from app.services.delegations import DelegateRow, DelegationRow, list_for_meeting
from app.services.safe_names import safe_name
from app.store.workspace import Workspace

_COLUMNS = (
    Meaning.NOTHING,
    Meaning.PARTY,
    Meaning.ROLE,
    Meaning.NAME,
    Meaning.POST,
    Meaning.ORGANISATION,
    Meaning.ATTENDANCE,
    Meaning.PRESENCE,
    Meaning.EMAIL,
    Meaning.PHONE,
)
_TITLES = {
    "en": "List of participants",
    "ko": "참석자 명단",
    "mn": "Оролцогчдын жагсаалт",
    "ja": "参加者名簿",
}


def suggest_name(workspace: Workspace, *, meeting_id: UUID, language: str = "en") -> str:
    """Return what the file should be called, without its ending."""
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
    called = meeting.code or in_language(meeting.titles, language)
    return safe_name(f"{_title(language)} - {called}" if called else _title(language))


def save_workbook(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    path: Path,
    language: str = "en",
    order: PartyOrder = PartyOrder.HOST_FIRST,
    first: UUID | None = None,
) -> Path:
    """Write the delegations as an Excel workbook: everybody on one sheet, in order; return it.

    The same delegations give the same bytes.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    meeting, rows = _rows(workspace, meeting_id, language, order, first)
    title = _title(language)
    titles = in_language(meeting.titles, language)
    called = " · ".join(part for part in (meeting.code, titles) if part)
    sheet = WrittenSheet(
        title=title,
        headings=_headings(language),
        rows=rows,
        caption=f"{title}: {called}" if called else title,
    )
    # Not the hour of writing: that would make two files of one and the same list.
    at = meeting.updated_at or workspace.clock.now()
    content = write_workbook([sheet], title=f"{title} {called}".strip(), at=at)
    return disk.write_file(path, content)


def save_csv(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    path: Path,
    language: str = "en",
    order: PartyOrder = PartyOrder.HOST_FIRST,
    first: UUID | None = None,
) -> Path:
    """Write the delegations as a comma-separated file that Excel opens; return it.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    _meeting, rows = _rows(workspace, meeting_id, language, order, first)
    return disk.write_file(path, write_csv([_headings(language), *rows]))


def _rows(
    workspace: Workspace,
    meeting_id: UUID,
    language: str,
    order: PartyOrder,
    first: UUID | None,
) -> tuple[Meeting, tuple[tuple[str, ...], ...]]:
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        delegations = list_for_meeting(
            workspace, meeting_id=meeting_id, language=language, order=order, first=first
        )
        contacts = {person.id: (person.email, person.phone) for person in reader.find(Person)}
    return meeting, tuple(
        _row(delegation, seat, place, contacts, language)
        for delegation in delegations
        for place, seat in enumerate(delegation.delegates, 1)
    )


def _row(
    delegation: DelegationRow,
    seat: DelegateRow,
    place: int,
    contacts: dict[UUID, tuple[str, str]],
    language: str,
) -> tuple[str, ...]:
    email, phone = contacts.get(seat.person_id, ("", "")) if seat.person_id else ("", "")
    return (
        str(place),
        delegation.party.name,
        say_role(seat.role, language),
        seat.name,
        seat.post,
        seat.organisation,
        say_attendance(seat.attendance, language),
        say_presence(seat.mode, language),
        email,
        phone,
    )


def _headings(language: str) -> tuple[str, ...]:
    return tuple(_in(HEADINGS[meaning], language) for meaning in _COLUMNS)


def _title(language: str) -> str:
    return _in(_TITLES, language)


def _in(words: Mapping[str, str], language: str) -> str:
    return words.get(language.partition("-")[0], words["en"])
