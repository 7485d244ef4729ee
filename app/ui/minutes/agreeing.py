"""Takes minutes through their steps: answers, signatures, scans, and the editions that were."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.minutes.in_hand import InHand, Refused

Done = Callable[[Any], None]


class Agreeing:
    """Does what the user asks for on the way from a draft to signed minutes."""

    def __init__(self, hand: InHand) -> None:
        self._hand = hand
        self._wanted: tuple[UUID, Any] | None = None

    def steps(self) -> tuple[Any, ...]:
        """Return the steps that the minutes can take now."""
        hand = self._hand
        if hand.sheet is None or hand.workspace.read_only:
            return ()
        return hand.sheet.steps

    def take_step(self, status: Any) -> None:
        """Take a step; where something is still to be done, show what."""
        hand = self._hand
        if hand.services is not None:
            verb = hand.services.signing.take_step
            hand.act(
                "Take step of minutes",
                verb,
                minutes_id=hand.minutes_id,
                status=status,
                done=self._forget_obstacles,
                refused=partial(self._show_obstacles, status),
            )

    def look_again(self) -> None:
        """Find out anew what is still to be done, where that is shown; nothing is turned to."""
        hand = self._hand
        if self._wanted is None or hand.services is None or hand.sheet is None:
            return
        minutes_id, status = self._wanted
        if hand.sheet.id != minutes_id or not hand.is_open:
            self._forget_obstacles()
            return
        hand.ask(
            "Look for obstacles",
            hand.services.signing.find_obstacles_to,
            minutes_id=minutes_id,
            status=status,
            done=partial(hand.view.show_obstacles, is_new=False),
        )

    def give_answer(self, values: Mapping[str, Any], *, done: Done, refused: Refused) -> None:
        """Record what a side answered."""
        hand = self._hand
        if hand.services is not None:
            signing = hand.services.signing
            draft = signing.MinutesAnswer(minutes_id=hand.minutes_id, **values)
            hand.act("Record answer", signing.give_answer, draft, done=done, refused=refused)

    def withdraw_answer(self, party_id: UUID) -> None:
        """Take back the last answer of a side."""
        self._do("Take back answer", "withdraw_answer", minutes_id=True, party_id=party_id)

    def suggest_signatories(self) -> None:
        """Name the heads of delegation as those who sign."""
        self._do("Take signatories from delegations", "suggest_signatories", minutes_id=True)

    def add_signatory(self, values: Mapping[str, Any], *, done: Done, refused: Refused) -> None:
        """Name somebody who signs."""
        hand = self._hand
        if hand.services is not None:
            signing = hand.services.signing
            draft = signing.Signature(minutes_id=hand.minutes_id, ordinal=1, **values)
            hand.act("Add signatory", signing.add_signatory, draft, done=done, refused=refused)

    def change_signatory(
        self, key: UUID, values: Mapping[str, Any], *, done: Done, refused: Refused
    ) -> None:
        """Change under what name and in what capacity somebody signs."""
        self._do(
            "Change signatory",
            "change_signatory",
            signature_id=key,
            done=done,
            refused=refused,
            **values,
        )

    def remove_signatory(self, key: UUID) -> None:
        """Have somebody not sign after all."""
        self._do("Remove signatory", "remove_signatory", signature_id=key)

    def sign(self, key: UUID, values: Mapping[str, Any], *, done: Done, refused: Refused) -> None:
        """Enter where and when somebody signed."""
        self._do("Enter signature", "sign", signature_id=key, done=done, refused=refused, **values)

    def attach_scan(self, path: Path) -> None:
        """Keep a scan of the signed original."""
        self._do("Attach signed original", "attach_scan", minutes_id=True, path=path)

    def detach_scan(self, link_id: UUID) -> None:
        """Take a scan away."""
        self._do("Take signed original away", "detach_scan", link_id=link_id)

    def open_scan(self, attachment_id: UUID) -> None:
        """Open a scan in the program the computer uses for it."""
        view = self._hand.view
        self._do(
            "Open signed original",
            "put_out_scan",
            attachment_id=attachment_id,
            done=view.open_file,
        )

    def keep_edition(self) -> None:
        """Keep the edition as it is, and go on in the next one."""
        hand = self._hand
        if hand.services is not None and hand.is_open:
            verb = hand.services.minutes_editions.keep
            hand.act("Keep edition of minutes", verb, minutes_id=hand.minutes_id)

    def restore_edition(self, minutes_id: UUID) -> None:
        """Make the next edition with the words of an earlier one."""
        hand = self._hand
        if hand.services is not None:
            verb = hand.services.minutes_editions.restore
            hand.act("Restore edition of minutes", verb, minutes_id=minutes_id)

    def reopen(self, why: str, *, done: Done, refused: Refused) -> None:
        """Open signed minutes again: the next edition corrects them."""
        hand = self._hand
        if hand.services is not None:
            verb = hand.services.minutes_editions.reopen
            how = {"minutes_id": hand.minutes_id, "why": why}
            hand.act("Open signed minutes again", verb, done=done, refused=refused, **how)

    def compare(self, older_id: UUID, newer_id: UUID, *, scale: float) -> None:
        """Show two editions on one page."""
        hand = self._hand
        if hand.services is None or hand.sheet is None:
            return
        known = {each.id: each for each in hand.sheet.editions}
        older, newer = sorted((known[older_id], known[newer_id]), key=lambda each: each.number)

        def done(shown: Any) -> None:
            hand.view.show_comparison(shown, older, newer)

        hand.ask(
            "Compare editions",
            hand.services.minutes_editions.compare,
            older_id=older.id,
            newer_id=newer.id,
            language=hand.language,
            scale=scale,
            done=done,
        )

    def _do(
        self,
        name: str,
        verb: str,
        *,
        done: Done | None = None,
        refused: Refused | None = None,
        **how: Any,
    ) -> None:
        hand = self._hand
        if hand.services is None or hand.sheet is None or hand.sheet.id is None:
            return
        if how.get("minutes_id") is True:
            how["minutes_id"] = hand.minutes_id
        asked = getattr(hand.services.signing, verb)
        hand.act(name, asked, done=done, refused=refused, **how)

    def _forget_obstacles(self, _change: object = None) -> None:
        self._wanted = None
        self._hand.view.show_obstacles(())

    def _show_obstacles(self, status: Any, problem: Misfortune) -> None:
        obstacles = getattr(problem, "obstacles", ())
        if obstacles:
            self._wanted = (self._hand.minutes_id, status)
            self._hand.view.show_obstacles(obstacles)
        else:
            self._hand.view.tell_misfortune(problem.sentence, problem.remedy)
