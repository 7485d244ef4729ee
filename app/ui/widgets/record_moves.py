"""Moves rows of a table past one another: by dragging them, and by keys among their like."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QObject, Signal

from app.ui.widgets.record_model import Drop, RecordModel
from app.ui.widgets.record_view import RecordView


class RecordMoves(QObject):
    """Turns keys and drops into words on what shall stand where; nothing moves here.

    Signals:
        moved: The ids of rows, the id of the row at which they shall stand, and whether above it.
        nested: The ids of rows, and the id of the row that they shall belong to.
        indented: The ids of rows, and whether they go out (-1) or in (1) by one level.
    """

    moved = Signal(tuple, object, bool)
    nested = Signal(tuple, object)
    indented = Signal(tuple, int)

    def __init__(self, view: RecordView, model: RecordModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        view.step_wanted.connect(self._step)
        view.indent_wanted.connect(self._indent)
        model.dropped.connect(self._drop)

    def _step(self, step: int) -> None:
        places = self._places()
        if not places or not self._may_move():
            return
        depths = [self._model.depth(place) for place in range(self._model.rowCount())]
        target = neighbour(depths, places, step)
        if target is not None:
            self.moved.emit(self._ids(places), self._id(target), step < 0)

    def _indent(self, step: int) -> None:
        places = self._places()
        if places and self._may_move() and self._model.nests:
            self.indented.emit(self._ids(places), step)

    def _drop(self, target: int, how: Drop) -> None:
        places = self._places()
        if not places or not self._may_move() or target in self._view.chosen_places():
            return
        if how is Drop.INTO:
            self.nested.emit(self._ids(places), self._id(target))
        else:
            self.moved.emit(self._ids(places), self._id(target), how is Drop.ABOVE)

    def _may_move(self) -> bool:
        """A filter hides what stands between: nobody could say then where a row would go."""
        return self._model.movable and not self._model.is_filtered()

    def _places(self) -> list[int]:
        """Return the places to be moved: the chosen ones, without those below one of them."""
        places: list[int] = []
        for place in self._view.chosen_places():
            if not places or self._model.depth(place) <= self._model.depth(places[-1]):
                places.append(place)
        return places

    def _ids(self, places: Sequence[int]) -> tuple[Hashable, ...]:
        return tuple(self._id(place) for place in places)

    def _id(self, place: int) -> Hashable:
        return self._model.key(self._model.row(place))


def neighbour(depths: Sequence[int], places: Sequence[int], step: int) -> int | None:
    """Return the place of the row that others shall be moved past; ``None`` at the end.

    Args:
        depths: How deep each row lies; all 0 in a plain list.
        places: The rows to be moved, from top to bottom.
        step: -1 for upwards, 1 for downwards.
    """
    depth = min(depths[place] for place in places)
    at = places[0] - 1 if step < 0 else places[-1] + 1
    while 0 <= at < len(depths):
        if depths[at] < depth:
            return None
        if depths[at] == depth:
            return at
        at += step
    return None
