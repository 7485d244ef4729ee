import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.settings.options import ThemeChoice
from app.ui import dressing
from app.ui.appearance import is_dark

DEPTH = 15


class Counting(QLabel):
    """Counts how often it is dressed."""

    def __init__(self):
        super().__init__("leaf")
        self.dressed = 0

    def changeEvent(self, event):  # noqa: N802 - Qt calls it so
        super().changeEvent(event)
        self.dressed += event.type() == QEvent.Type.StyleChange


def nested(leaf, qtbot):
    inner = leaf
    for _ in range(DEPTH):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(inner)
        inner = outer
    qtbot.addWidget(inner)
    inner.show()
    qtbot.waitExposed(inner)
    return inner


def test_what_lies_deep_is_not_dressed_once_for_each_of_its_ancestors(theme, qtbot):
    leaf = Counting()
    window = nested(leaf, qtbot)
    leaf.dressed = 0

    theme.wear(ThemeChoice.DARK)

    assert is_dark()
    assert 0 < leaf.dressed < DEPTH / 2
    assert window.updatesEnabled()


def test_the_window_answers_between_two_steps_of_the_change(theme, qtbot):
    window = nested(Counting(), qtbot)
    answers = []

    theme.change_into(ThemeChoice.DARK)
    QTimer.singleShot(0, lambda: answers.append(is_dark()))
    qtbot.waitUntil(lambda: is_dark() and window.updatesEnabled())

    assert answers == [False]


def test_a_change_asked_for_during_another_is_the_one_that_holds(theme, qtbot):
    window = nested(Counting(), qtbot)

    told = []
    theme.changed.connect(lambda: told.append(is_dark()))

    theme.change_into(ThemeChoice.DARK)
    for scale in (1.1, 1.2, 1.3):
        theme.change_into(ThemeChoice.LIGHT, text_scale=scale)
    assert told == []
    qtbot.waitUntil(lambda: not theme._dressing.is_busy())

    assert told == [True, False]
    assert window.updatesEnabled()
    assert window.fontInfo().pixelSize() > 14


def test_a_window_that_is_closed_meanwhile_is_let_go(theme, qtbot):
    closing, staying = QWidget(), nested(Counting(), qtbot)
    closing.show()

    theme.change_into(ThemeChoice.DARK)
    QTimer.singleShot(0, closing.deleteLater)
    qtbot.waitUntil(lambda: is_dark() and staying.updatesEnabled())

    assert theme.choice is ThemeChoice.DARK


def test_widgets_may_be_destroyed_moved_and_made_between_any_two_steps(theme, qtbot, monkeypatch):
    monkeypatch.setattr(dressing, "_SLICE", 3)
    monkeypatch.setattr(dressing, "_SEEN_SLICE", 3)
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        window, hidden = crowd(qtbot), crowd(qtbot)
        hidden.hide()
        busy = 0
        theme.change_into(choice)
        while theme._dressing._turns.isActive():
            theme._dressing._take_step()
            disturb(window, hidden, busy)
            disturb(hidden, window, busy)
            busy += 1
        theme.finish()
        QApplication.processEvents()

        assert busy > 10
        assert window.updatesEnabled()
        assert is_dark() == (choice is ThemeChoice.DARK)
        for widget in (*window.findChildren(QWidget), *hidden.findChildren(QWidget)):
            assert not widget.testAttribute(Qt.WidgetAttribute.WA_SetStyle)
            assert widget.style() is QApplication.style()


def test_whoever_hears_of_the_new_colours_may_take_widgets_away(theme, qtbot):
    window = crowd(qtbot)
    theme.wear(ThemeChoice.LIGHT)
    fields = window.findChildren(QLineEdit)

    def take_away():
        for each in fields:
            destroy(each)

    theme.changed.connect(take_away, Qt.ConnectionType.SingleShotConnection)
    theme.change_into(ThemeChoice.DARK)
    theme.finish()

    assert not any(isValid(each) for each in fields)
    assert window.updatesEnabled()


def test_a_change_that_fails_leaves_the_window_to_be_drawn(theme, qtbot, monkeypatch):
    window = crowd(qtbot)
    theme.wear(ThemeChoice.LIGHT)

    def fail():
        raise RuntimeError("broken")

    theme._dressing.change("QLabel { color: red; }", mixed=fail, told=fail)
    with pytest.raises(RuntimeError, match="broken"):
        theme.finish()

    assert window.updatesEnabled()
    theme.finish()


def crowd(qtbot):
    """Return a window with widgets of Qt's own inside widgets of ours, in several layers."""
    window = QWidget()
    down = QVBoxLayout(window)
    for number in range(6):
        area = QScrollArea()
        inside = QWidget()
        column = QVBoxLayout(inside)
        field = QComboBox()
        field.addItems(["one", "two"])
        for widget in (QLabel(f"Label {number}"), QLineEdit(), field, Counting()):
            column.addWidget(widget)
        area.setWidget(inside)
        down.addWidget(area)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def disturb(window, other, turn):
    """Destroy, move, hide, show or add a widget, as pages do when they are filled anew."""
    areas = window.findChildren(QScrollArea)
    if not areas:
        return
    area = areas[turn % len(areas)]
    labels = area.findChildren(QLabel)
    what = turn % 5
    if what == 0:
        destroy((area.findChildren(QLineEdit) or [area])[-1])
    elif what == 1 and labels:
        other.layout().addWidget(labels[0])
    elif what == 2:
        area.setVisible(area.isHidden())
    elif what == 3:
        window.layout().addWidget(QLineEdit("new"))
    elif turn > 8:
        destroy(area)


def destroy(widget):
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
