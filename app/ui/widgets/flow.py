"""Puts small widgets in a line and begins another line where there is no more room."""

from typing import ClassVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid

_BY_HAND = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class FlowLayout(QLayout):
    """A line that wraps, each line centred on its height."""

    # On the class too: Qt asks even while the garbage collector has emptied the instance.
    _items: ClassVar[list[QLayoutItem]] = []

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, line_spacing: int = 4
    ) -> None:
        super().__init__(parent)
        self._items = []  # type: ignore[misc]
        self._heights: dict[int, int] = {}
        self._sizes: list[tuple[QLayoutItem, QSize, QSize]] | None = None
        self._line_spacing = line_spacing
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._living())

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        items = self._living()
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Hand out an item for good, or None."""
        items = self._living()
        return items.pop(index) if 0 <= index < len(items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it never asks for more room."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that a narrower line needs more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget the sizes, because an item has changed."""
        self._heights.clear()
        self._sizes = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        hints = [hint for _, hint, _ in self._measured()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        sizes = [least for _, _, least in self._measured()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(hint.height() for _, hint in line)
            left = rect.left()
            for item, hint in line:
                if place:
                    drop = (height - hint.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top + drop), hint))
                left += hint.width() + self.spacing()
            top += height + self._line_spacing
        return max(0, top - self._line_spacing - rect.top())

    def _living(self) -> list[QLayoutItem]:
        """Return the items, without those that Qt destroyed together with their widget."""
        self._items[:] = [item for item in self._items if isValid(item)]
        return self._items

    def _measured(self) -> list[tuple[QLayoutItem, QSize, QSize]]:
        """Return the items that are to be seen, with the size each asks for and its least one.

        Qt asks many times between two changes, and each answer of an item is a walk through Qt.
        """
        if self._sizes is None or not all(isValid(item) for item, _, _ in self._sizes):
            self._sizes = [
                (item, item.sizeHint(), item.minimumSize())
                for item in self._living()
                if not _is_put_away(item)
            ]
        return self._sizes

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item, wanted, least in self._measured():
            hint = QSize(max(least.width(), min(wanted.width(), width)), wanted.height())
            if not lines or used + hint.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, hint))
            used += hint.width() + self.spacing()
        return lines


def _is_put_away(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.isHidden() and widget.testAttribute(_BY_HAND)
