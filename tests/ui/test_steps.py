from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import isValid

from app.ui import steps
from app.ui.steps import Steps
from app.ui.tasks import Tasks


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    if isValid(owner):
        destroy(owner)


@pytest.fixture
def allowed(qapp):
    steps.allow(allowed=True)
    yield
    steps.allow(allowed=False)


def destroy(anything):
    anything.deleteLater()
    QCoreApplication.sendPostedEvents(anything, QEvent.Type.DeferredDelete)


def noting(noted, *, count=50, tidied=None, also=lambda number: None):
    try:
        for number in range(count):
            noted.append(number)
            also(number)
            yield
    finally:
        if tidied is not None:
            tidied.append("tidied")


def test_all_steps_are_taken_at_once_where_all_work_is_done_at_once(owner):
    noted = []

    Steps(owner).take(noting(noted))

    assert noted == list(range(50))


def test_the_window_has_its_turn_between_the_steps(owner, allowed, qtbot):
    noted = []

    Steps(owner).take(noting(noted))

    assert noted == []
    qtbot.waitUntil(lambda: len(noted) == 50)
    assert noted == list(range(50))


def test_a_new_series_takes_the_place_of_what_is_left_of_the_one_before(owner, allowed, qtbot):
    first, second, tidied = [], [], []
    taking = Steps(owner)
    taking.take(noting(first, tidied=tidied, also=lambda _: taking.stop()))
    taking.timeout.emit()
    was = len(first)

    taking.take(noting(second))
    qtbot.waitUntil(lambda: len(second) == 50)

    assert len(first) == was > 0
    assert tidied == ["tidied"]


def test_what_is_left_can_be_taken_now(owner, allowed):
    noted = []
    taking = Steps(owner)
    taking.take(noting(noted))

    taking.finish()

    assert noted == list(range(50))
    assert not taking.isActive()


def test_a_step_may_begin_another_series(owner, allowed, qtbot):
    first, second = [], []
    taking = Steps(owner)
    begun = partial(taking.take, noting(second))

    taking.take(noting(first, also=lambda number: begun() if number == 3 else None))
    qtbot.waitUntil(lambda: len(second) == 50)

    assert first == [0, 1, 2, 3]


def test_a_step_may_destroy_the_owner(owner, allowed, qtbot):
    noted = []
    taking = Steps(owner)

    taking.take(noting(noted, also=lambda number: destroy(owner) if number == 3 else None))
    qtbot.waitUntil(lambda: not isValid(taking))

    assert noted == [0, 1, 2, 3]


def test_steps_end_with_their_owner(owner, allowed, qtbot):
    noted, others = [], []
    Steps(owner).take(noting(noted))
    destroy(owner)

    other = QObject()
    Steps(other).take(noting(others))
    qtbot.waitUntil(lambda: len(others) == 50)

    assert noted == []


def test_a_step_that_fails_is_the_last_one(owner):
    noted = []

    def fail(number):
        if number == 3:
            raise RuntimeError("broken")

    taking = Steps(owner)
    with pytest.raises(RuntimeError, match="broken"):
        taking.take(noting(noted, also=fail))
    taking.finish()

    assert noted == [0, 1, 2, 3]


def test_pages_are_filled_in_steps_as_long_as_work_is_done_beside_the_window(qapp):
    tasks = Tasks()
    assert steps.are_allowed()

    tasks.wait()
    destroy(tasks)

    assert not steps.are_allowed()
