"""What the history's presenter needs of the menu."""

from typing import Protocol


class HistoryView(Protocol):
    """Shows what can be taken back and what can be brought back."""

    def show_next(self, undo: str, redo: str) -> None:
        """Show the names of the two; empty where there is none."""
        ...
