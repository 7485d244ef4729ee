"""Verbs that bring a list of delegates in: look through it, show what would happen, store it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from app.domain.delegation import Attendance, Delegate, DelegateRole, Presence
from app.domain.errors import Misfortune
from app.domain.party import NameKind
from app.domain.person import Person, PersonName
from app.exchange.column_guess import Layout, guess_layout
from app.exchange.headings import IN_LANGUAGES, Meaning, Use
from app.exchange.reading import read_file, read_pasted
from app.exchange.tables import Sheet, SourceKind, Table
from app.services.import_doubles import takes_role
from app.services.import_preparation import Preparation
from app.services.import_rows import (
    Answer,
    ImportPlan,
    ImportRow,
    Reading,
    Refusal,
    SameAs,
    Verdict,
)
from app.services.seating import Seating
from app.store.change_set import ChangeSet
from app.store.queries import persons as persons_queries
from app.store.queries.participants import names_of_organisations
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "Answer",
    "DelegateRole",
    "ImportPlan",
    "ImportRow",
    "Layout",
    "Meaning",
    "NothingToImport",
    "Preparation",
    "Refusal",
    "SameAs",
    "Sheet",
    "SourceKind",
    "Stopped",
    "Table",
    "Use",
    "Verdict",
    "guess_layout",
    "import_rows",
    "list_uses",
    "prepare",
    "read_file",
    "read_pasted",
]

_BATCH = 250
_TAGS = ("en", "ko", "mn", "ja")
Progress = Callable[[int, int], None]


class NothingToImport(Misfortune):
    """An import was begun with a list of which every row is refused."""

    def __init__(self) -> None:
        super().__init__(
            "None of the rows can be imported.",
            "Look at what stands beside them, and change the columns or the list.",
        )


class Stopped(Misfortune):
    """The user stopped an import; nothing of it was stored."""

    def __init__(self) -> None:
        super().__init__("The import was stopped. Nothing of it was stored.", "")


def list_uses() -> tuple[Use, ...]:
    """Return all that a column can be used for, in the order in which it is offered."""
    uses = [Use(meaning) for meaning in Meaning]
    uses += [Use(meaning, tag) for meaning in Meaning if meaning in IN_LANGUAGES for tag in _TAGS]
    return tuple(sorted(uses, key=lambda use: list(Meaning).index(use.meaning)))


def prepare(workspace: Workspace, plan: ImportPlan) -> Preparation:
    """Return a look-through of a list, which is then asked for its rows; nothing is stored."""
    return Preparation(workspace, plan)


def import_rows(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    rows: Sequence[ImportRow],
    progress: Progress | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> ChangeSet:
    """Nominate everybody in ``rows`` who is not refused: all of them, or nobody.

    What a row that joins one above it says beyond that one goes to the same person.

    Args:
        workspace: The workspace.
        meeting_id: The meeting they are nominated for.
        rows: The rows as the preview showed them.
        progress: Told now and then how many are done, and of how many.
        is_stopped: Asked now and then whether the user wants no more of it.

    Raises:
        NothingToImport: if every row is refused.
        Stopped: if the user did; nothing is then stored.
        RuleBroken: if the delegations have changed since the preview; nothing is then stored.
    """
    wanted = [row for row in rows if row.verdict is not Verdict.REFUSE]
    if not wanted:
        raise NothingToImport
    seats = sum(row.is_seated for row in wanted)
    many = f"{seats} delegates" if seats != 1 else "delegate"
    with workspace.write(f"Import {many}") as work:
        arrival = _Arrival(work, meeting_id)
        for done, row in enumerate(wanted):
            if done % _BATCH == 0:
                if is_stopped():
                    raise Stopped
                work.flush()
                if progress is not None:
                    progress(done, len(wanted))
            if row.joins is None:
                arrival.nominate(row)
            else:
                arrival.join(row)
        arrival.finish()
        return work.commit(subject=meeting_id)


class _Arrival:
    """Nominates the people of a list one after another."""

    def __init__(self, work: UnitOfWork, meeting_id: UUID) -> None:
        self._work = work
        self._seating = Seating(work, meeting_id)
        self._organisations = names_of_organisations(work)
        known = persons_queries.list_known(work)
        self._spellings = {person.id: set(person.names) for person in known}
        self._seats: dict[int, tuple[ImportRow, Person, Delegate]] = {}

    def nominate(self, row: ImportRow) -> None:
        """Nominate whom a row means, entering the person first where nobody is matched."""
        assert row.party_id is not None
        if row.person_id is None:
            person = self._work.add(_person(row.reading))
            self._spellings[person.id] = {person.printed_name, *person.names.values()}
        else:
            person = self._work.get(Person, row.person_id)
            self._add_to(person, row.reading)
        seat = Delegate(
            delegation_id=self._seating.delegation_of(row.party_id),
            person_id=person.id,
            organisation_id=self._organisation(row.reading),
            role=row.role,
            ordinal=1,
            printed_names=dict(row.reading.names),
            printed_posts=dict(row.reading.posts),
            printed_organisations=dict(row.reading.organisations),
            attendance=row.reading.attendance,
            presence=row.reading.presence,
        )
        self._seating.give(seat)
        self._seats[row.number] = row, person, seat

    def join(self, row: ImportRow) -> None:
        """Add to the person and the seat of a row above what this one says beyond it."""
        assert row.joins is not None
        first, person, seat = self._seats[row.joins]
        reading = row.reading
        self._add_to(person, reading)
        if first.person_id is None:
            person.names = {**reading.names, **person.names}
            person.honorific = person.honorific or reading.honorific
            notes = (person.note, reading.note)
            person.note = "\n".join(dict.fromkeys(note for note in notes if note))
        seat.printed_names = {**reading.names, **seat.printed_names}
        seat.printed_posts = {**reading.posts, **seat.printed_posts}
        seat.printed_organisations = {**reading.organisations, **seat.printed_organisations}
        seat.organisation_id = seat.organisation_id or self._organisation(reading)
        if seat.presence is Presence.UNKNOWN:
            seat.presence = reading.presence
        if seat.attendance is Attendance.NOMINATED:
            seat.attendance = reading.attendance
        if takes_role(first, row):
            seat.role = row.role

    def finish(self) -> None:
        """Put the heads first."""
        self._seating.put_heads_first()

    def _organisation(self, reading: Reading) -> UUID | None:
        found = (
            self._organisations.get(each.casefold()) for each in reading.organisations.values()
        )
        return next((key for key in found if key), None)

    def _add_to(self, person: Person, reading: Reading) -> None:
        """Keep what the list knows and the workspace did not: an address, another spelling."""
        person.email = person.email or reading.email
        person.phone = person.phone or reading.phone
        there = self._spellings.get(person.id, set())
        for language, text in reading.names.items():
            if text not in there:
                there.add(text)
                kind = NameKind.AS_PRINTED
                name = PersonName(person_id=person.id, kind=kind, language=language, text=text)
                self._work.add(name)


def _person(reading: Reading) -> Person:
    language = next(iter(reading.names))
    return Person(
        printed_name=reading.name,
        names=dict(reading.names),
        name_parts={language: dict(reading.parts)} if reading.parts else {},
        honorific=reading.honorific,
        sort_key=reading.name.casefold(),
        email=reading.email,
        phone=reading.phone,
        note=reading.note,
    )
