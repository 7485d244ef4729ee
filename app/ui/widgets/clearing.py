"""Takes everything out of a layout, so that a page can be filled anew."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Remove and delete all that a layout holds, however deep.

    The layout itself lets go of its widgets, and so deletes what held them: an item that Python
    alone lets go of goes on telling sizes to items that are there no more.
    """
    while (item := layout.itemAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            layout.removeItem(inner)
            inner.deleteLater()
        else:
            layout.takeAt(0)
