from types import SimpleNamespace

import pytest

from app.domain.errors import Misfortune
from app.store.change_set import ChangeSet
from app.ui.changes import ChangeBus
from app.ui.history.presenter import HistoryPresenter
from app.ui.tasks import ImmediateTasks
from tests.ui.ui_fakes import FakeOperations, HeldTasks


class FakeView:
    def __init__(self):
        self.shown = None

    def show_next(self, undo, redo):
        self.shown = (undo, redo)


class FakeHistory:
    def __init__(self):
        self.done = ["Plan a meeting"]
        self.undone = []
        self.problem = None

    def next_undo(self, workspace):
        return SimpleNamespace(use_case=self.done[-1]) if self.done else None

    def next_redo(self, workspace):
        return SimpleNamespace(use_case=self.undone[-1]) if self.undone else None

    def undo(self, workspace):
        if self.problem:
            raise self.problem
        self.undone.append(self.done.pop())
        return ChangeSet(2, "Undo", frozenset({"meeting"}))

    def redo(self, workspace):
        self.done.append(self.undone.pop())
        return ChangeSet(3, "Redo", frozenset({"meeting"}))


@pytest.fixture
def left():
    return []


@pytest.fixture
def make(left):
    """Return a function that makes a presenter over fakes."""

    def made(tasks=None, *, read_only=False):
        desk = SimpleNamespace(
            view=FakeView(),
            history=FakeHistory(),
            changes=ChangeBus(),
            operations=FakeOperations(),
            failures=[],
            workspace=SimpleNamespace(read_only=read_only),
        )
        desk.presenter = HistoryPresenter(
            desk.view,
            tasks=tasks or ImmediateTasks(),
            operations=desk.operations,
            changes=desk.changes,
            report_failure=desk.failures.append,
            leave=lambda: left.append(True),
        )
        desk.presenter.open(SimpleNamespace(history=desk.history), desk.workspace)
        return desk

    return made


def test_before_a_workspace_is_open_there_is_nothing_to_undo(left):
    view = FakeView()
    presenter = HistoryPresenter(
        view,
        tasks=ImmediateTasks(),
        operations=FakeOperations(),
        changes=ChangeBus(),
        report_failure=left.append,
        leave=lambda: left.append(True),
    )

    presenter.undo()

    assert view.shown == ("", "")
    assert left == []


def test_what_is_next_is_shown_on_opening_and_after_every_change(make):
    desk = make()
    assert desk.view.shown == ("Plan a meeting", "")

    desk.history.done.append("Move agenda item")
    desk.changes.publish(ChangeSet(1, "Move agenda item", frozenset({"agenda_item"})))

    assert desk.view.shown == ("Move agenda item", "")


def test_undo_and_redo_are_operations_after_typing_was_saved(make, left):
    desk = make()

    desk.presenter.undo()
    assert desk.operations.names == ["Undo"]
    assert left == [True]
    assert desk.history.undone == ["Plan a meeting"]

    desk.presenter.redo()
    assert desk.operations.names == ["Undo", "Redo"]
    assert desk.history.done == ["Plan a meeting"]


def test_a_workspace_that_may_only_be_read_offers_nothing(make):
    desk = make(read_only=True)
    desk.presenter.undo()
    desk.changes.publish(ChangeSet(1, "x", frozenset()))

    assert desk.view.shown == ("", "")
    assert desk.operations.names == []


def test_an_answer_about_a_workspace_that_was_closed_is_not_shown(make):
    tasks = HeldTasks()
    desk = make(tasks)
    desk.presenter.open(SimpleNamespace(history=FakeHistory()), SimpleNamespace(read_only=True))

    tasks.let_go()

    assert desk.view.shown == ("", "")


def test_a_failure_to_ask_is_reported(make):
    desk = make()

    def fail(workspace):
        raise Misfortune("The file is gone.")

    desk.history.next_undo = fail
    desk.changes.publish(ChangeSet(1, "x", frozenset()))

    assert [problem.sentence for problem in desk.failures] == ["The file is gone."]
