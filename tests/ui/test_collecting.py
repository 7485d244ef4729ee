import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui import collecting
from app.ui.collecting import Collector
from app.ui.tasks import Tasks


class Knot:
    """An object that only the collector can free."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def collector(qapp):
    collector = Collector()
    yield collector
    collector.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gc.isenabled()


def test_nothing_is_collected_on_another_thread(collector):
    knot = weakref.ref(Knot())

    def allocate():
        kept = [[number] for number in range(100_000)]
        assert kept

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()

    assert knot() is not None
    assert not gc.isenabled()


def test_what_is_due_is_collected_here(collector):
    knot = weakref.ref(Knot())
    kept = [[number] for number in range(10_000)]

    collector.collect_due()

    assert kept
    assert knot() is None


def test_everything_is_looked_through_only_when_nobody_is_at_work(collector, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(collecting.gc, "get_count", lambda: (1_000_000, 1_000_000, 1_000_000))
    monkeypatch.setattr(collecting.gc, "collect", lambda generation: asked.append(generation) or 0)
    monkeypatch.setattr(collecting, "_REST", 0.2)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    collector._watch(window.windowHandle())

    qtbot.waitUntil(lambda: 2 in asked)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    asked.clear()
    collector.collect_due()
    assert asked == [1]

    qtbot.waitUntil(lambda: 2 in asked)


def test_a_runner_of_tasks_collects_on_the_windows_thread_while_it_lives(qapp):
    tasks = Tasks()
    assert not gc.isenabled()

    tasks.wait()
    tasks.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert gc.isenabled()
