"""Life cycles as data: which state may follow which, and a precise refusal of every other step."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.domain.errors import UnlawfulTransition

State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True)
class LifeCycle(Generic[State]):
    """The states of one kind of record and the lawful steps between them.

    Attributes:
        kind: The kind of record, in the words of the screen.
        start: The states in which a new record may be entered.
        steps: For every state, the states that may follow it.
    """

    kind: str
    start: tuple[State, ...]
    steps: Mapping[State, tuple[State, ...]]

    def after(self, state: State) -> tuple[State, ...]:
        """Return the states that may follow ``state``."""
        return self.steps.get(state, ())

    def require(self, state: State, wanted: State) -> None:
        """Refuse the step from ``state`` to ``wanted`` unless it is lawful.

        Raises:
            UnlawfulTransition: naming the state, the step, and what is possible instead.
        """
        if wanted not in self.after(state):
            lawful = tuple(step.value for step in self.after(state))
            raise UnlawfulTransition(self.kind, state.value, wanted.value, lawful)

    def leads_to(self, state: State, wanted: State) -> bool:
        """Return whether lawful steps lead from ``state`` to ``wanted``, one or several."""
        seen: set[State] = set()
        waiting = list(self.after(state))
        while waiting:
            next_state = waiting.pop()
            if next_state not in seen:
                seen.add(next_state)
                waiting.extend(self.after(next_state))
        return wanted in seen

    def reachable(self) -> frozenset[State]:
        """Return every state that some record can come to be in."""
        seen: set[State] = set()
        waiting = list(self.start)
        while waiting:
            state = waiting.pop()
            if state not in seen:
                seen.add(state)
                waiting.extend(self.after(state))
        return frozenset(seen)
