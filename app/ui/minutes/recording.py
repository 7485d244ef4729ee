"""Makes records of what is written: live lines, decisions and action items from the text."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.minutes.in_hand import InHand, Refused

Done = Callable[[Any], None]


class Recording:
    """Turns lines and words of the minutes into decisions, action items and attendance."""

    def __init__(self, hand: InHand) -> None:
        self._hand = hand
        self._last_note: tuple[UUID | None, UUID] | None = None

    def note(self, line: str, *, after: UUID | None, delegate_id: UUID | None = None) -> None:
        """Make of the note line what it says, below the paragraph in hand and earlier notes."""
        hand = self._hand
        if not line.strip() or not hand.is_open or hand.services is None:
            return
        lines = hand.services.note_lines
        place = lines.NotePlace(
            agenda_item_id=hand.place.item_id,
            standard=hand.place.standard,
            after_id=self._last_below(after) or after or hand.page.last_at(hand.place),
        )
        hand.act(
            "Note line",
            lines.record,
            minutes_id=hand.minutes_id,
            line=line,
            language=hand.language,
            place=place,
            delegate_id=delegate_id,
            done=partial(self._take_note, after),
            refused=partial(self._refuse_note, line, after),
        )

    def note_in_place(self, key: UUID, line: str, *, delegate_id: UUID | None = None) -> None:
        """Make of a paragraph what it was typed as: ``D: …``."""
        hand = self._hand
        written = hand.page.find(key)
        if written is None or not hand.is_open or hand.services is None:
            return
        hand.act(
            "Note line",
            hand.services.note_lines.record,
            minutes_id=hand.minutes_id,
            line=line,
            language=hand.language,
            paragraph_id=key,
            delegate_id=delegate_id,
            done=partial(self._forget_typed, key),
            refused=partial(self._refuse_line, key),
        )

    def make_decision(
        self, key: UUID, values: Mapping[str, Any], *, done: Done, refused: Refused
    ) -> None:
        """Make a draft decision of words of a paragraph."""
        hand = self._hand
        if hand.services is not None:
            verb = hand.services.minutes_records.make_decision
            how = {"paragraph_id": key, "language": hand.language, **values}
            hand.act("Make decision", verb, done=done, refused=refused, **how)

    def make_action(
        self, key: UUID, values: Mapping[str, Any], *, done: Done, refused: Refused
    ) -> None:
        """Make an action item of words of a paragraph."""
        hand = self._hand
        if hand.services is not None:
            verb = hand.services.minutes_records.make_action
            how = {"paragraph_id": key, "language": hand.language, **values}
            hand.act("Make action item", verb, done=done, refused=refused, **how)

    def unlink(self, key: UUID) -> None:
        """Take a paragraph apart from its decision and action item."""
        hand = self._hand
        if hand.services is not None:
            verb = hand.services.minutes_records.unlink
            hand.act("Undo link of paragraph", verb, paragraph_id=key)

    def propose_symbol(self, decision_id: UUID, *, done: Callable[[str], None]) -> None:
        """Find out which number comes next by the body's pattern."""
        hand = self._hand
        if hand.services is not None:
            verb = hand.services.minutes_records.propose_symbol
            hand.ask("Propose number", verb, decision_id=decision_id, done=done)

    def adopt(
        self, decision_id: UUID, values: Mapping[str, Any], *, done: Done, refused: Refused
    ) -> None:
        """Adopt a decision under its number."""
        hand = self._hand
        if hand.services is not None:
            verb = hand.services.decisions.adopt
            how = {"decision_id": decision_id, **values}
            hand.act("Adopt decision", verb, done=done, refused=refused, **how)

    def list_organisations(self, done: Callable[[Any], None]) -> None:
        """Find out which organisations may have something to do."""
        hand = self._hand
        if hand.services is None or hand.meeting_id is None:
            return
        verb = hand.services.minutes_sheets.list_organisations
        hand.ask("List organisations", verb, meeting_id=hand.meeting_id, done=done)

    def _last_below(self, after: UUID | None) -> UUID | None:
        """Return the last note taken while the same paragraph was in hand, if it still is there."""
        if after is None or self._last_note is None or self._last_note[0] != after:
            return None
        found = self._hand.page.find(self._last_note[1])
        return found.id if found is not None and found.place == self._hand.place else None

    def _take_note(self, after: UUID | None, change: Any) -> None:
        if "minutes_paragraph" in change.kinds:  # who attended is no paragraph
            self._last_note = (after, change.subject)
        self._hand.view.take_note()

    def _refuse_note(self, line: str, after: UUID | None, problem: Misfortune) -> None:
        candidates = getattr(problem, "candidates", ())
        if candidates:
            chosen = self._hand.view.ask_who(candidates)
            if chosen is not None:
                self.note(line, after=after, delegate_id=chosen)
            return
        self._hand.view.show_refused(None, problem)

    def _refuse_line(self, key: UUID, problem: Misfortune) -> None:
        candidates = getattr(problem, "candidates", ())
        if candidates:
            chosen = self._hand.view.ask_who(candidates)
            written = self._hand.page.find(key)
            if chosen is not None and written is not None:
                line = written.texts.get(self._hand.language, "")
                self.note_in_place(key, line, delegate_id=chosen)
            return
        self._hand.view.show_refused(key, problem)

    def _forget_typed(self, key: UUID, _change: object) -> None:
        """What was typed is the record's own sentence now."""
        written = self._hand.page.find(key)
        if written is not None:
            written.saved = dict(written.texts)
