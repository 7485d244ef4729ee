"""Looks through a list of delegates before it is imported, and stores nothing."""

from dataclasses import replace
from uuid import UUID

from app.domain.delegation import DelegateRole
from app.exchange.tables import SheetRow
from app.services.alike_persons import index_of, likely_person
from app.services.import_doubles import RowsAbove, takes_role
from app.services.import_rows import (
    LONGEST_NAME,
    Answer,
    ImportPlan,
    ImportRow,
    Refusal,
    SameAs,
    Verdict,
    read_row,
)
from app.store.queries import persons as persons_queries
from app.store.queries.delegations import list_delegations
from app.store.queries.participants import names_of_parties
from app.store.workspace import Workspace

_SURE = 0.9
_SURE_OF_A_REGULAR = 0.8
"""How alike a name must be: less, if the person has sat in a delegation of that side before."""
_MOST_LIKELY = 5


class Preparation:
    """Looks through a list from top to bottom; what a row is may depend on those above it."""

    def __init__(self, workspace: Workspace, plan: ImportPlan) -> None:
        self._plan = plan
        self._rows = plan.rows()
        self._at = 0
        with workspace.read() as reader:
            self._known = {each.id: each for each in persons_queries.list_known(reader)}
            self._parties = names_of_parties(reader)
            self._regulars = persons_queries.parties_of_persons(reader)
            opened = list_delegations(reader, meeting_id=plan.meeting_id, language="en")
        self._index = index_of(self._known.values())
        self._seated = {
            (row.party.id, seat.person_id): seat.name for row in opened for seat in row.delegates
        }
        self._heads: dict[UUID, str] = {
            row.party.id: seat.name
            for row in opened
            for seat in row.delegates
            if seat.role == DelegateRole.HEAD.value
        }
        self._above = RowsAbove()
        self._names_seen: dict[tuple[UUID | None, str], int] = {}
        self._persons_seen: dict[tuple[UUID | None, UUID], int] = {}

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def done(self) -> int:
        """How many rows have been looked at."""
        return self._at

    def next_rows(self, count: int) -> tuple[ImportRow, ...]:
        """Return what becomes of the next rows; none when all have been looked at."""
        batch = self._rows[self._at : self._at + count]
        self._at += len(batch)
        return tuple(self._judge(row) for row in batch)

    def _judge(self, row: SheetRow) -> ImportRow:
        reading = read_row(row, self._plan.uses)
        party_id = self._parties.get(reading.party.casefold()) if reading.party else None
        judged = ImportRow(
            number=row.number,
            cells=row.cells,
            reading=reading,
            verdict=Verdict.REFUSE,
            party_id=party_id or (None if reading.party else self._plan.party_id),
            role=reading.role or self._plan.role,
        )
        refusal, concerns = self._refusal_of_cells(row, judged)
        if refusal is not None:
            return replace(judged, refusal=refusal, concerns=concerns)
        answer = self._plan.answers.get(row.number)
        first = self._above.first_of(answer.number) if isinstance(answer, SameAs) else None
        if first is not None and first.party_id == judged.party_id:
            return self._joined(judged, first)
        return self._refused_or_kept(self._matched(judged))

    def _joined(self, judged: ImportRow, first: ImportRow) -> ImportRow:
        """Return a row that says more of the person of a row above."""
        if takes_role(first, judged) and self._heads_twice(judged):
            return self._second_head(judged)
        return self._above.note_joined(
            replace(
                judged,
                verdict=Verdict.JOIN,
                joins=first.number,
                person=first.reading.name,
                alike=self._above.alike_to(judged),
            )
        )

    def _refusal_of_cells(self, row: SheetRow, judged: ImportRow) -> tuple[Refusal | None, str]:
        name = judged.reading.name
        if row.is_hidden and not self._plan.with_hidden:
            return Refusal.HIDDEN, ""
        if self._plan.answers.get(row.number) is Answer.LEAVE_OUT:
            return Refusal.LEFT_OUT, ""
        if not name:
            return Refusal.NO_NAME, ""
        if not any(letter.isalpha() for letter in name):
            return Refusal.NO_LETTERS, name
        if len(name) > LONGEST_NAME:
            return Refusal.TOO_LONG, str(LONGEST_NAME)
        if judged.party_id is None:
            told = judged.reading.party
            return (Refusal.UNKNOWN_PARTY if told else Refusal.NO_PARTY), told
        return None, ""

    def _matched(self, judged: ImportRow) -> ImportRow:
        """Return a row with the known person that it means, if that is sure or was said."""
        names = tuple(judged.reading.names.values())
        found = self._index.find(names=names, email=judged.reading.email)
        likely = tuple(likely_person(each, self._known) for each in found[:_MOST_LIKELY])
        judged = replace(judged, verdict=Verdict.CREATE, likely=likely)
        answer = self._plan.answers.get(judged.number)
        if isinstance(answer, UUID) and answer in self._known:
            name = self._known[answer].name
            return replace(judged, verdict=Verdict.MATCH, person_id=answer, person=name)
        if answer is Answer.CREATE or not likely:
            return judged
        first = likely[0]
        is_alone = len(likely) < 2 or likely[1].score < first.score
        is_regular = judged.party_id in self._regulars.get(first.id, ())
        enough = _SURE_OF_A_REGULAR if is_regular else _SURE
        if not is_alone or first.score < enough:
            return judged
        return replace(
            judged,
            verdict=Verdict.MATCH,
            person_id=first.id,
            person=first.name,
            reason=first.reason,
        )

    def _refused_or_kept(self, judged: ImportRow) -> ImportRow:
        """Return a row refused if somebody above it, or in the delegation, stands in its way."""
        seat = (judged.party_id, judged.person_id)
        if judged.person_id is not None and seat in self._seated:
            return _refused(judged, Refusal.ALREADY_SEATED, judged.person)
        judged = replace(
            judged,
            alike=self._above.alike_to(judged),
            is_settled=self._plan.answers.get(judged.number) is Answer.CREATE,
        )
        first = self._same_above(judged)
        if first is not None:
            return _refused(judged, Refusal.TWICE_IN_LIST, str(first))
        if self._heads_twice(judged):
            return self._second_head(judged)
        self._note(judged)
        return judged

    def _heads_twice(self, judged: ImportRow) -> bool:
        """Say whether a row would be a second head; the first one is noted."""
        party_id = judged.party_id
        if judged.role is not DelegateRole.HEAD or party_id is None:
            return False
        if party_id in self._heads:
            return True
        self._heads[party_id] = judged.reading.name
        return False

    def _second_head(self, judged: ImportRow) -> ImportRow:
        assert judged.party_id is not None
        return _refused(judged, Refusal.SECOND_HEAD, self._heads[judged.party_id])

    def _same_above(self, judged: ImportRow) -> int | None:
        if judged.person_id is not None:
            seen = self._persons_seen.get((judged.party_id, judged.person_id))
            if seen is not None:
                return seen
        return None if judged.is_settled else self._names_seen.get(_signature(judged))

    def _note(self, judged: ImportRow) -> None:
        self._above.note(judged)
        self._names_seen[_signature(judged)] = judged.number
        if judged.person_id is not None:
            self._persons_seen[judged.party_id, judged.person_id] = judged.number


def _refused(judged: ImportRow, refusal: Refusal, concerns: str) -> ImportRow:
    return replace(judged, verdict=Verdict.REFUSE, refusal=refusal, concerns=concerns)


def _signature(judged: ImportRow) -> tuple[UUID | None, str]:
    """Return what makes two rows the same: the side and the letters of the name, and the post.

    Two persons of one name exist; two of one name, one post and one ministry hardly do.
    """
    reading = judged.reading
    told = (reading.name, *reading.posts.values(), *reading.organisations.values())
    letters = "".join(letter for letter in " ".join(told).casefold() if letter.isalnum())
    return judged.party_id, f"{letters}|{reading.email.casefold()}"
