"""How far a whole workspace is written or read, and whether somebody wants it to stop."""

from collections.abc import Callable

from app.domain.errors import Misfortune

Progress = Callable[[int, int], bool]
"""Hears how much of how much is done, and says whether to go on."""


class Stopped(Misfortune):
    """The user has stopped it."""

    def __init__(self) -> None:
        super().__init__("It was stopped.", "Nothing was left behind.")


class Counter:
    """Adds up what is done, and tells it now and then."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = max(total, 1)
        self._progress = progress
        self._step = max(self._total // 200, 1)
        self._done = self._told = 0
        self._tell()

    def count(self, more: int) -> None:
        """Add what was done.

        Raises:
            Stopped: if nobody wants the rest.
        """
        self._done += more
        if self._done - self._told >= self._step:
            self._tell()

    def finish(self) -> None:
        """Tell that everything is done; it is too late to stop it now."""
        self._progress(self._total, self._total)

    def _tell(self) -> None:
        self._told = self._done
        if not self._progress(min(self._done, self._total), self._total):
            raise Stopped
