import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.ui.tasks import TURN, ImmediateTasks, Tasks


@pytest.fixture
def tasks(qtbot):
    made = Tasks()
    yield made
    assert made.wait()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def never(result):
    pytest.fail(f"called with {result!r}")


def test_work_is_done_beside_the_window_and_told_on_its_thread(tasks, qtbot):
    told = []

    def done(thread):
        told.append((thread, threading.get_ident()))

    tasks.run(threading.get_ident, done, never)
    qtbot.waitUntil(lambda: bool(told))

    worker, listener = told[0]
    assert listener == threading.get_ident()
    assert worker != listener


def test_all_work_is_done_by_one_thread_in_the_order_asked(tasks, qtbot):
    order, threads = [], set()

    def work(number):
        threads.add(threading.get_ident())
        return number

    for number in range(20):
        tasks.run(lambda number=number: work(number), order.append, never)
    qtbot.waitUntil(lambda: len(order) == 20)

    assert order == list(range(20))
    assert len(threads) == 1


def test_a_failure_is_handed_over_whole(tasks, qtbot):
    problems = []

    def work():
        raise LookupError("nothing there")

    tasks.run(work, never, problems.append)
    qtbot.waitUntil(lambda: bool(problems))

    assert str(problems[0]) == "nothing there"
    assert problems[0].__traceback__ is not None


def test_immediate_tasks_have_called_back_before_they_return():
    told, problems = [], []

    ImmediateTasks().run(lambda: 7, told.append, never)
    ImmediateTasks().run(lambda: 1 // 0, never, problems.append)

    assert told == [7]
    assert isinstance(problems[0], ZeroDivisionError)


@pytest.mark.usefixtures("tasks")
def test_work_on_the_worker_soon_gives_the_window_its_turn():
    assert sys.getswitchinterval() == pytest.approx(TURN)
