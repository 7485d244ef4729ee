"""Tells every presenter what a use case has changed, so that nobody guesses what to read again."""

from collections.abc import Callable
from typing import Protocol


class ChangeSet(Protocol):
    """What a service verb returns: which kinds of record it touched, in which use case."""

    @property
    def use_case(self) -> str:
        """The verb, as the undo menu would name it."""
        ...

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that were touched."""
        ...


Listener = Callable[[ChangeSet], None]


class ChangeBus:
    """Passes each ChangeSet to whoever asked for one of its kinds."""

    def __init__(self) -> None:
        self._listeners: list[tuple[frozenset[str], Listener]] = []

    def subscribe(self, listener: Listener, *, kinds: frozenset[str] = frozenset()) -> None:
        """Call the listener for changes of these kinds, or of any kind if none is given."""
        self._listeners.append((kinds, listener))

    def unsubscribe(self, listener: Listener) -> None:
        """Stop calling the listener."""
        self._listeners = [entry for entry in self._listeners if entry[1] != listener]

    def publish(self, change: ChangeSet) -> None:
        """Tell every listener concerned."""
        for kinds, listener in tuple(self._listeners):
            if not kinds or kinds & change.kinds:
                listener(change)
