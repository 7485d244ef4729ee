from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.settings.options import ThemeChoice
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

    theme.change_into(ThemeChoice.DARK)
    theme.change_into(ThemeChoice.LIGHT)
    qtbot.waitUntil(window.updatesEnabled)
    theme.finish()

    assert not is_dark()


def test_a_window_that_is_closed_meanwhile_is_let_go(theme, qtbot):
    closing, staying = QWidget(), nested(Counting(), qtbot)
    closing.show()

    theme.change_into(ThemeChoice.DARK)
    QTimer.singleShot(0, closing.deleteLater)
    qtbot.waitUntil(lambda: is_dark() and staying.updatesEnabled())

    assert theme.choice is ThemeChoice.DARK
