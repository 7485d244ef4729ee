"""Decides what the tab of the minutes shows: which meeting, which place, which languages."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.minutes.in_hand import InHand
from app.ui.minutes.page_text import AFTER, BEFORE, Place, Written
from app.ui.minutes.view import Aids, BlockRow, PlaceRow, Shown

if TYPE_CHECKING:
    from app.services.minutes_sheets import MinutesSheet
    from app.services.unsaved_words import FoundWords
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

_CONCERNED = frozenset(
    {
        *("minutes", "minutes_paragraph", "minutes_answer", "signature", "attachment_link"),
        *("agenda_item", "agenda_paper", "paper", "delegation", "delegate", "meeting"),
        *("decision", "decision_text", "action_item"),
    }
)


class MinutesPresenter:
    """Keeps the tab in step with the record of the meeting while it is looked at."""

    def __init__(
        self,
        hand: InHand,
        *,
        tasks: "TaskRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._hand = hand
        self._tasks = tasks
        self._report_failure = report_failure
        self._language = "en"
        self._is_watched = False
        self._is_stale = True
        self._is_prepared = False
        self._edition: UUID | None = None
        self._wanted: UUID | None = None
        self._found: tuple[tuple[UUID, int], ...] = ()
        self._at = -1
        hand.show = self.show
        hand.read = self.read
        changes.subscribe(self._note_change, kinds=_CONCERNED)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        self._hand.services = services
        self._hand.workspace = workspace
        self._language = language
        self._turn_to(None)

    def look_for_unsaved(self, found: "Callable[[tuple[FoundWords, ...]], None]") -> None:
        """Find out what a crash has left unsaved."""
        hand = self._hand
        if hand.services is not None:
            work = partial(hand.services.unsaved_words.find, hand.workspace)
            self._tasks.run(work, found, self._report_failure)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Turn to a meeting; the one in hand is read anew only when its record has changed."""
        if meeting_id != self._hand.meeting_id:
            self._turn_to(meeting_id)
            if self._is_watched:
                self.read()

    def look(self, *, shown: bool) -> None:
        """Hear whether the tab is looked at; nothing is read while it is not."""
        self._is_watched = shown
        if shown and self._is_stale:
            self.read()

    def prepare_writing(self) -> None:
        """Import what will be asked for, away from the window's thread: it takes its time."""
        if self._hand.services is not None and not self._is_prepared:
            self._is_prepared = True
            self._tasks.run(partial(_import, self._hand.services), _rest, self._report_failure)

    def read(self) -> None:
        """Read the minutes anew, when they are looked at."""
        hand = self._hand
        self._is_stale = True
        if not self._is_watched or hand.services is None or hand.meeting_id is None:
            return
        if hand.sheet is None:
            hand.view.show_reading()
        work = partial(
            hand.services.minutes_sheets.read,
            hand.workspace,
            meeting_id=hand.meeting_id,
            minutes_id=self._edition,
            language=self._language,
        )
        done = partial(self._take, hand.acts, hand.meeting_id)
        self._tasks.run(work, done, partial(self._fail, hand.meeting_id))

    def catch_up(self) -> None:
        """Show what came while a syllable was composed."""
        if self._is_stale:
            self.read()
        else:
            self.show()

    def draft(self) -> None:
        """Draft what the minutes lack."""
        hand = self._hand
        if hand.services is not None and hand.meeting_id is not None:
            verb = hand.services.minutes_drafting.draft
            hand.act("Pre-draft minutes", verb, meeting_id=hand.meeting_id)

    def start_empty(self) -> None:
        """Begin minutes without a draft."""
        hand = self._hand
        if hand.services is not None and hand.meeting_id is not None:
            minutes = hand.services.minutes
            record = minutes.Minutes(meeting_id=hand.meeting_id)
            hand.act("Open minutes", minutes.open_edition, record)

    def choose_place(self, place: Place) -> None:
        """Show the paragraphs of another place."""
        if place != self._hand.place:
            self._hand.place = place
            self.show()
            self._read_aids()

    def choose_language(self, tag: str) -> None:
        """Write in another language."""
        hand = self._hand
        hand.language = tag
        if hand.beside == tag:
            hand.beside = ""
        self.show()
        self._read_aids()

    def show_beside(self, tag: str) -> None:
        """Show a second language beside the one that is written; none for the empty tag."""
        self._hand.beside = tag if tag != self._hand.language else ""
        self.show()

    def choose_edition(self, minutes_id: UUID | None) -> None:
        """Look at an earlier edition, or at the latest again."""
        self._edition = minutes_id
        self._hand.page.forget()
        self.read()

    def turn_to(self, key: UUID) -> None:
        """Go to a paragraph, as soon as its minutes are read."""
        self._wanted = key
        self._go_to_wanted()

    def go_to(self, key: UUID) -> None:
        """Show a paragraph, wherever it stands, and put the keyboard into it."""
        written = self._hand.page.find(key)
        if written is not None:
            self.choose_place(written.place)
            self._hand.view.focus_block(key, self._hand.language, 0)

    def find(self, words: str, step: int) -> None:
        """Go to the next place (1) or the one before (-1) at which words stand."""
        hand = self._hand
        found = hand.page.find_words(words, hand.language)
        if found != self._found:
            self._found = found
            self._at = -1 if step > 0 else 0
        if not found:
            hand.view.show_found(0, 0)
            return
        self._at = (self._at + step) % len(found)
        key, at = found[self._at]
        hand.view.show_found(self._at + 1, len(found))
        written = hand.page.find(key)
        if written is not None:
            self.choose_place(written.place)
            hand.view.point_out(key, hand.language, at, len(words))

    def next_to_confirm(self, key: UUID | None) -> None:
        """Go to the next paragraph that waits to be confirmed, of this place first."""
        row = list(self._hand.page.paragraphs)
        keys = [each.id for each in row]
        start = keys.index(key) + 1 if key in keys else 0
        waiting = [each for each in (*row[start:], *row[:start]) if not each.confirmed]
        if waiting:
            self.go_to(waiting[0].id)

    def show(self) -> None:
        """Show the place in hand as it stands on the screen."""
        hand = self._hand
        sheet = hand.sheet
        if sheet is None or sheet.id is None:
            return
        rows = self._places(sheet)
        if hand.place not in {row.place for row in rows}:
            hand.place = rows[0].place
        hand.view.show_places(rows, hand.place)
        here = next(row for row in rows if row.place == hand.place)
        languages = (hand.language, hand.beside) if hand.beside else (hand.language,)
        parties = {side.party.id: side.party for side in sheet.sides}
        hand.view.show_blocks(
            Shown(
                place=hand.place,
                label=here.label,
                title=here.title,
                languages=languages,
                blocks=tuple(_block(each, languages, parties) for each in hand.page.at(hand.place)),
                is_sealed=not hand.is_open,
            )
        )

    def _turn_to(self, meeting_id: UUID | None) -> None:
        hand = self._hand
        hand.meeting_id = meeting_id
        hand.sheet = None
        hand.page.forget()
        hand.place = BEFORE
        hand.beside = ""
        hand.acts += 1
        self._edition = None
        self._is_stale = True

    def _note_change(self, change: "ChangeSet") -> None:
        self.read()

    def _take(self, acts: int, meeting_id: UUID, sheet: "MinutesSheet") -> None:
        """Take what was read, unless something was asked of the record since."""
        hand = self._hand
        if meeting_id != hand.meeting_id:
            return
        if hand.view.is_composing():
            self._is_stale = True  # until the syllable is written nothing may change under it
            return
        if acts != hand.acts:
            self.read()
            return
        is_first = hand.sheet is None or hand.sheet.id != sheet.id
        hand.sheet = sheet
        self._is_stale = False
        if is_first:
            hand.page.forget()
        hand.page.take(sheet)
        if hand.language not in sheet.languages:
            hand.language = sheet.languages[0]
        if hand.beside not in sheet.languages:
            hand.beside = ""
        if sheet.id is None:
            hand.view.show_none(read_only=hand.workspace.read_only)
            return
        hand.view.show_sheet(sheet, read_only=hand.workspace.why_read_only)
        hand.heard()
        if is_first:
            hand.place = self._first_place(sheet)
        self.show()
        self._read_aids()
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted = self._wanted
        if wanted is not None and self._hand.page.find(wanted) is not None:
            self._wanted = None
            self.go_to(wanted)

    def _fail(self, meeting_id: UUID, problem: Exception) -> None:
        if meeting_id != self._hand.meeting_id:
            return
        if isinstance(problem, Misfortune):
            self._hand.view.show_problem(problem.sentence, problem.remedy)
        else:
            self._report_failure(problem)

    def _first_place(self, sheet: "MinutesSheet") -> Place:
        """Return where writing begins: the first place that has something to confirm."""
        waiting = (each.place for each in self._hand.page.paragraphs if not each.confirmed)
        return next(waiting, self._places(sheet)[0].place)

    def _places(self, sheet: "MinutesSheet") -> list[PlaceRow]:
        count = Counter(each.place for each in self._hand.page.paragraphs)
        waiting = Counter(each.place for each in self._hand.page.paragraphs if not each.confirmed)

        def row(place: Place, label: str = "", title: str = "", depth: int = 0) -> PlaceRow:
            return PlaceRow(place, label, title, depth, count[place], waiting[place])

        rows = [row(Place(item.id), item.label, item.title, item.depth) for item in sheet.items]
        if count[BEFORE] or not rows:
            rows.insert(0, row(BEFORE))
        rows.append(row(AFTER))
        return rows

    def _read_aids(self) -> None:
        hand = self._hand
        if hand.services is None or hand.sheet is None:
            return
        work = partial(
            _read_aids if hand.is_open else _read_outcome,
            hand.services,
            hand.workspace,
            hand.sheet,
            hand.place,
            hand.language,
        )
        self._tasks.run(work, hand.view.show_aids, self._report_failure)


def _import(services: "Services") -> None:
    for noun in (
        *(services.minutes_writing, services.minutes_records, services.note_lines),
        *(services.unsaved_words, services.signing, services.minutes_editions, services.decisions),
    ):
        getattr(noun, "__file__", None)  # asking for anything of it imports the module


def _rest(_nothing: None) -> None:
    """Do nothing more: it is imported."""


def _read_aids(
    services: "Services", workspace: Any, sheet: "MinutesSheet", place: Place, language: str
) -> Aids:
    """Return what helps to write at one place, in one language."""
    words = services.minute_words
    return replace(
        _read_outcome(services, workspace, sheet, place, language),
        names=tuple(
            (row.party, seat.name, seat.post) for row in sheet.delegations for seat in row.delegates
        ),
        phrases=words.list_phrases(workspace, meeting_id=sheet.meeting_id, language=language),
        terms=words.list_terms(language),
    )


def _read_outcome(
    services: "Services", workspace: Any, sheet: "MinutesSheet", place: Place, language: str
) -> Aids:
    """Return what came of the meeting, and the papers at one place; nothing to write with."""
    how = {"meeting_id": sheet.meeting_id, "language": language}
    decisions = services.decisions.list_for_meeting(workspace, **how)
    actions = services.actions.list_for_meeting(workspace, **how)
    papers = next((item.papers for item in sheet.items if item.id == place.item_id), ())
    return Aids(
        records=(
            *(("decision", row.id, row.symbol, row.title, row.status) for row in decisions),
            *(("action_item", row.id, row.code, row.text, row.status) for row in actions),
        ),
        papers=papers,
    )


def _block(written: Written, languages: tuple[str, ...], parties: dict[UUID, Any]) -> BlockRow:
    return BlockRow(
        id=written.id,
        texts={tag: written.texts.get(tag, "") for tag in languages},
        grade=written.grade,
        kind=written.kind,
        party=parties.get(written.party_id) if written.party_id else None,
        confirmed=written.confirmed,
        level=written.level,
        source_line=written.source_line,
        decision=written.decision,
        action=written.action,
        theirs=dict(written.theirs),
        is_gone=written.is_gone,
    )
