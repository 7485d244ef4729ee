from functools import partial

from PySide6.QtWidgets import QWidget

from app.ui.widgets.gradual import Gradual


def test_a_short_list_is_there_at_once(qtbot):
    owner, made = QWidget(), []
    qtbot.addWidget(owner)

    Gradual([partial(made.append, number) for number in range(5)], owner=owner)

    assert made == [0, 1, 2, 3, 4]


def test_a_long_list_comes_little_by_little_and_whole(qtbot):
    owner, made = QWidget(), []
    qtbot.addWidget(owner)

    Gradual([partial(made.append, number) for number in range(50)], owner=owner)

    assert len(made) < 50
    qtbot.waitUntil(lambda: len(made) == 50)
    assert made == list(range(50))


def test_what_is_taken_away_meanwhile_is_filled_no_further(qtbot):
    owner, made = QWidget(), []
    Gradual([partial(made.append, number) for number in range(50)], owner=owner)
    before = len(made)

    owner.deleteLater()
    qtbot.waitUntil(lambda: not _lives(owner))

    assert len(made) in range(before, 50)


def _lives(widget):
    from shiboken6 import isValid

    return isValid(widget)
