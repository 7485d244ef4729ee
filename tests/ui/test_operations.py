import pytest

from app.domain.errors import Misfortune
from app.ui.changes import ChangeBus
from app.ui.operations import Operations
from app.ui.tasks import ImmediateTasks
from tests.ui.ui_fakes import FakeChange, HeldTasks


@pytest.fixture
def bus():
    return ChangeBus()


@pytest.fixture
def operations(bus, notifier, mistakes):
    return Operations(
        tasks=ImmediateTasks(), changes=bus, notifier=notifier, report_mistake=mistakes.append
    )


def unlucky():
    raise Misfortune("The disk is full.", "Make room.")


def test_what_a_verb_changed_is_published_and_its_name_told(operations, bus, qtbot):
    heard, change = [], FakeChange()
    bus.subscribe(heard.append)

    with qtbot.waitSignal(operations.succeeded, check_params_cb=lambda name: name == "Rename"):
        operations.run("Rename", lambda: change)

    assert heard == [change]


def test_any_other_result_goes_to_who_asked(operations):
    told = []

    operations.run("Count", lambda: 3, told.append)

    assert told == [3]


def test_a_misfortune_is_told_in_its_own_words(operations, notifier, mistakes):
    operations.run("Save", unlucky)

    assert notifier.told == [("The disk is full.", "Make room.")]
    assert mistakes == []


def test_a_misfortune_can_be_told_elsewhere_than_in_a_box(operations, notifier):
    told = []

    operations.run("Save", unlucky, refused=told.append)

    assert [problem.sentence for problem in told] == ["The disk is full."]
    assert notifier.told == []


def test_a_mistake_of_ours_goes_to_the_crash_dialog(operations, notifier, mistakes):
    operations.run("Divide", lambda: 1 // 0)

    assert isinstance(mistakes[0], ZeroDivisionError)
    assert notifier.told == []


def test_the_window_is_busy_from_the_first_operation_to_the_last(bus, notifier, mistakes):
    tasks, busy = HeldTasks(), []
    operations = Operations(
        tasks=tasks, changes=bus, notifier=notifier, report_mistake=mistakes.append
    )
    operations.busy_changed.connect(busy.append)

    operations.run("One", lambda: 1)
    operations.run("Two", lambda: 2)
    tasks.let_go()
    assert busy == [True]
    tasks.let_go()

    assert busy == [True, False]
