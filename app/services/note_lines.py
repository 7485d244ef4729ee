"""Makes records at once of the lines that are typed during a meeting, and keeps the lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.documents.languages import wording_of
from app.domain.agenda import StandardItem
from app.domain.delegation import Attendance, Delegate
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.minutes import Grade, Minutes, MinutesParagraph, ParagraphKind
from app.domain.party import Party
from app.domain.person import Person, PersonName
from app.services import attendance
from app.services.minute_words import MinuteWording, sides_of, wording_in
from app.services.minutes_order import last_of, make_room, require_open
from app.services.minutes_records import add_action, add_decision
from app.store.change_set import ChangeSet
from app.store.queries.delegations import list_delegations
from app.store.queries.minutes_sheet import BEGUN
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.name_likeness import compare_persons
from app.texts.note_line import (
    NoteFault,
    NoteKind,
    NoteLine,
    NoteProblem,
    read_note_line,
    side_words,
)

_SENTENCES = {
    NoteProblem.NOTHING_SAID: ("There are no words after the mark.", "Write what was said."),
    NoteProblem.SIDE_MISSING: (
        "An action item needs the side that does it.",
        "Write “A: side, due: text”, such as “A: {codes}, 15 Dec 2026: Send the draft”.",
    ),
    NoteProblem.SIDE_UNKNOWN: (
        "“{words}” is no side of this meeting.",
        "Write one of: {codes}, both.",
    ),
    NoteProblem.NO_SUCH_DAY: ("There is no such day as “{words}”.", "Correct the date."),
    NoteProblem.DAY_UNCLEAR: (
        "“{words}” may be either of two days.",
        "Write the month in words, or the date as 2026-12-15.",
    ),
    NoteProblem.NAME_MISSING: ("There is no name after the plus sign.", "Write who attended."),
}
_USE_CASES = {
    NoteKind.DECISION: "Note decision",
    NoteKind.ACTION: "Note action item",
    NoteKind.NOTED: "Note what was noted",
    NoteKind.STATED: "Note statement",
    NoteKind.PLAIN: "Write paragraph",
}


class NoteRefused(Misfortune):
    """A line was not understood; it stays where it was typed."""

    def __init__(self, fault: NoteFault, codes: Sequence[str]) -> None:
        sentence, remedy = _SENTENCES[fault.problem]
        words = {"words": fault.words, "codes": " or ".join(codes) or "KR"}
        super().__init__(sentence.format(**words), remedy.format(**words), field="line")
        self.problem = fault.problem


class NobodyOfThatName(Misfortune):
    """Somebody was marked as present who is in no delegation."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Nobody in the delegations is called “{name}”.",
            "Add them under Delegations first, or write the name as it stands there.",
            field="line",
        )
        self.name = name


class SeveralOfThatName(Misfortune):
    """A name fits more than one delegate.

    Attributes:
        candidates: The key and the name of each.
    """

    def __init__(self, name: str, candidates: tuple[tuple[UUID, str], ...]) -> None:
        super().__init__(f"More than one delegate may be meant by “{name}”.", "Choose who it is.")
        self.candidates = candidates


@dataclass(frozen=True)
class NotePlace:
    """Where in the minutes a line belongs."""

    agenda_item_id: UUID | None = None
    standard: StandardItem | None = None
    after_id: UUID | None = None


def record(
    workspace: Workspace,
    *,
    minutes_id: UUID,
    line: str,
    language: str,
    place: NotePlace | None = None,
    paragraph_id: UUID | None = None,
    delegate_id: UUID | None = None,
) -> ChangeSet:
    """Make of a line what it says: a decision, an action item, a paragraph, an attendance.

    Args:
        workspace: The workspace.
        minutes_id: The minutes.
        line: As it was typed.
        language: The language it is in.
        place: Where a new paragraph belongs; at the end by default.
        paragraph_id: The paragraph that was typed as this line, which becomes it.
        delegate_id: Who is meant by a name that fits several.

    Raises:
        NoteRefused: if the line is not understood.
        NobodyOfThatName: if nobody present bears the name.
        SeveralOfThatName: if more than one does.
        Sealed: if the minutes are signed.
    """
    with workspace.read() as reader:
        minutes = reader.get(Minutes, minutes_id)
        parties = sides_of(reader, minutes.meeting_id)
    read = read_note_line(line, sides=side_words((each.code, _names(each)) for each in parties))
    if isinstance(read, NoteFault):
        raise NoteRefused(read, tuple(each.code for each in parties))
    if read.kind is NoteKind.ATTENDED:
        return _note_attendance(
            workspace, minutes, read.text, delegate_id=delegate_id, paragraph_id=paragraph_id
        )
    with workspace.write(_USE_CASES[read.kind]) as work:
        minutes = require_open(work, minutes_id)
        paragraph = _paragraph(work, minutes, place or NotePlace(), paragraph_id)
        paragraph.source_line = line.strip() if read.kind is not NoteKind.PLAIN else ""
        _Writer(work, parties, wording_in(language)).write(paragraph, read)
        return work.commit(subject=paragraph.id)


class _Writer:
    """Puts into a paragraph what a line says."""

    def __init__(
        self, work: UnitOfWork, parties: tuple[Party, ...], wording: MinuteWording
    ) -> None:
        self._work = work
        self._by_code = {party.code: party for party in parties}
        self._wording = wording
        self._every = wording.name_all(len(parties))

    def write(self, paragraph: MinutesParagraph, read: NoteLine) -> None:
        party = self._by_code.get(read.side or "")
        side = self._wording.name_side(party) if party else self._every
        language = self._wording.language
        match read.kind:
            case NoteKind.DECISION:
                words = self._wording.close(read.text)
                add_decision(self._work, paragraph, language=language, title="", words=words)
            case NoteKind.ACTION:
                words = self._note_action(paragraph, read, party, side)
            case NoteKind.NOTED:
                words = self._wording.note(side, read.text)
                self._describe(paragraph, Grade.NOTED, party, ParagraphKind.NOTE)
            case NoteKind.STATED:
                words = self._wording.state(side, read.text)
                self._describe(paragraph, Grade.ONE_SIDE, party, ParagraphKind.DISCUSSION)
            case _:
                words = self._wording.close(read.text)
        paragraph.texts = {**paragraph.texts, language: words}

    def _note_action(
        self, paragraph: MinutesParagraph, read: NoteLine, party: Party | None, side: str
    ) -> str:
        language = self._wording.language
        action = add_action(
            self._work,
            paragraph,
            language=language,
            words=read.text,
            party_id=party.id if party else None,
            due_on=read.due_on,
            due_words=read.due_words,
        )
        return self._wording.assign(
            code=action.code,
            side=side,
            day=wording_of(language).spell_day(read.due_on) if read.due_on else "",
            due_words=read.due_words,
            text=read.text,
        )

    @staticmethod
    def _describe(
        paragraph: MinutesParagraph, grade: Grade, party: Party | None, kind: ParagraphKind
    ) -> None:
        paragraph.kind = kind
        if party is not None:
            paragraph.party_id = party.id
            paragraph.grade = grade


def _paragraph(
    work: UnitOfWork, minutes: Minutes, place: NotePlace, paragraph_id: UUID | None
) -> MinutesParagraph:
    """Return the paragraph that the line becomes: the one it was typed in, or a new one."""
    if paragraph_id is not None:
        return work.get(MinutesParagraph, paragraph_id)
    after = place.after_id or last_of(work, minutes.id)
    (ordinal,) = make_room(work, minutes.id, after_id=after)
    made = work.add(
        MinutesParagraph(
            minutes_id=minutes.id,
            agenda_item_id=place.agenda_item_id,
            standard=place.standard,
            ordinal=ordinal,
            grade=Grade.BOTH_SIDES,
            confirmed=work.get(Meeting, minutes.meeting_id).status in BEGUN,
        )
    )
    work.flush()
    return made


def _note_attendance(
    workspace: Workspace,
    minutes: Minutes,
    name: str,
    *,
    delegate_id: UUID | None,
    paragraph_id: UUID | None,
) -> ChangeSet:
    """Mark a delegate as present; a paragraph that was typed as the line has said it all."""
    with workspace.write("Note attendance") as work:
        found = delegate_id or _find_delegate(work, minutes.meeting_id, name)
        attendance.mark(workspace, delegate_ids=[found], attendance=Attendance.ATTENDED)
        if paragraph_id is not None:
            require_open(work, minutes.id)
            work.delete(work.get(MinutesParagraph, paragraph_id))
        return work.commit(subject=found)


def _find_delegate(reader: Reader, meeting_id: UUID, name: str) -> UUID:
    """Return the one delegate whom a name fits best; spellings differ, and so does their order."""
    fitting = []
    for delegation in list_delegations(reader, meeting_id=meeting_id, language="en"):
        for seat in delegation.delegates:
            likeness = compare_persons([name], _spellings(reader, seat.id))
            if likeness is not None:
                fitting.append((likeness.score, seat.id, seat.name))
    if not fitting:
        raise NobodyOfThatName(name)
    best = max(score for score, _, _ in fitting)
    equals = tuple((key, shown) for score, key, shown in fitting if score == best)
    if len(equals) > 1:
        raise SeveralOfThatName(name, equals)
    return equals[0][0]


def _spellings(reader: Reader, delegate_id: UUID) -> list[str]:
    """Return every spelling of the name of a delegate, as printed and as the person is known."""
    seat = reader.get(Delegate, delegate_id)
    names = list(seat.printed_names.values())
    if seat.person_id is not None:
        person = reader.get(Person, seat.person_id)
        further = reader.find(PersonName, person_id=person.id)
        names += [person.printed_name, *person.names.values(), *(each.text for each in further)]
    return names


def _names(party: Party) -> tuple[str, ...]:
    told = (party.names, party.formal_names, party.adjectives)
    return tuple(name for names in told for name in names.values())
