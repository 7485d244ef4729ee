"""Decides what the comparison of two texts shows, and what is done about a changed file."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.errors import Misfortune
from app.ui.studio.view import Angle

if TYPE_CHECKING:
    from app.services.comparisons import ShownComparison
    from app.ui.operations import OperationRunner
    from app.ui.studio.bench import Bench
    from app.ui.studio.view import ComparisonView, SavingView

KEEP_BOTH, REPLACE = "keep-both", "replace"


class Comparing:
    """Keeps a ComparisonView in step with what is compared."""

    def __init__(
        self,
        view: "ComparisonView",
        *,
        ways_out: "SavingView",
        bench: "Bench",
        operations: "OperationRunner",
    ) -> None:
        self._view = view
        self._ways_out = ways_out
        self._bench = bench
        self._operations = operations
        self._sides: Mapping[Angle, Any] = {}
        self._angle = Angle.SINCE
        self._decide: Callable[[str], None] | None = None
        self._shown: ShownComparison | None = None
        self._scale = 1.0
        self._turn = 0

    def open(
        self,
        name: str,
        sides: Mapping[Angle, Any],
        *,
        decide: Callable[[str], None] | None = None,
    ) -> None:
        """Compare; the page asks for the texts as soon as it has its size.

        Args:
            name: The name of the document.
            sides: What can be compared, from each angle; the first is shown first.
            decide: Called with what shall be done about the changed file, where that is asked.
        """
        self._sides = sides
        self._angle = next(iter(sides))
        self._decide = decide
        self._turn += 1
        asked = decide is not None
        self._view.open_comparison(name, tuple(sides), self._angle, is_asked=asked)

    def enter(self, scale: float) -> None:
        """Show the two texts at a scale: the page is looked at now."""
        self._scale = scale
        self._read()

    def resize(self, scale: float) -> None:
        """Show the same larger or smaller."""
        self.enter(scale)

    def choose(self, angle: Angle) -> None:
        """Compare from another angle."""
        self._angle = angle
        self._read()

    def keep_both(self) -> None:
        """Write the new file beside the changed one."""
        self._settle(KEEP_BOTH)

    def replace(self) -> None:
        """Write the new file over the changed one."""
        self._settle(REPLACE)

    def close(self) -> None:
        """Turn back to the document; nothing is written."""
        self._sides = {}
        self._shown = None
        self._decide = None
        self._turn += 1
        self._view.close_comparison()

    def save_as_word(self) -> None:
        """Save what is compared as a Word file with tracked changes, where the user says."""
        services, compared = self._bench.services, self._sides.get(self._angle)
        if services is None or compared is None or self._shown is None:
            return
        path = self._ways_out.choose_word_file(self._shown.file_name)
        if path is not None:
            save = services.comparisons.save_as_word
            work = partial(save, self._bench.workspace, compared, folder_or_path=path)
            self._operations.run("Save comparison", work, self._view.show_comparison_saved)

    def _settle(self, answer: str) -> None:
        decide = self._decide
        self.close()
        if decide is not None:
            decide(answer)

    def _read(self) -> None:
        services, compared = self._bench.services, self._sides.get(self._angle)
        if services is None or compared is None:
            return
        self._turn += 1
        self._shown = None
        show = services.comparisons.show
        work = partial(show, self._bench.workspace, compared, scale=self._scale)
        done = partial(self._take, self._turn, self._scale)
        self._operations.run("Compare", work, done, partial(self._refuse, self._turn))

    def _take(self, turn: int, scale: float, shown: "ShownComparison") -> None:
        if turn == self._turn:
            self._shown = shown
            self._view.show_comparison(shown, scale=scale)

    def _refuse(self, turn: int, problem: Misfortune) -> None:
        if turn == self._turn:
            self._view.show_comparison_problem(problem.sentence, problem.remedy)
