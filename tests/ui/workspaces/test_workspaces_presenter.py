from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.errors import Misfortune
from app.ui.workspaces.presenter import WorkspacesPresenter
from tests.ui.ui_fakes import NOW, FakeOperations, FakeWorkspaces, fake_services


@dataclass
class FakeView:
    opening: list = field(default_factory=list)
    opened: list = field(default_factory=list)
    refused: list = field(default_factory=list)
    copied: list = field(default_factory=list)
    backups: list = field(default_factory=list)
    backed_up: list = field(default_factory=list)
    answer: Path | None = None
    agrees: bool = True

    def show_opening(self, name, *, building):
        self.opening.append((name, building))

    def show_open(self, opened):
        self.opened.append(opened)

    def show_refused(self, problem, *, with_backups):
        self.refused.append((problem.sentence, with_backups))

    def show_copied(self, path):
        self.copied.append(path)

    def show_backups(self, rows):
        self.backups.append(rows)

    def show_backup(self, taken_at):
        self.backed_up.append(taken_at)

    def choose_new(self, folder):
        return self.answer

    def choose_existing(self, folder):
        return self.answer

    def choose_copy(self, path):
        return self.answer

    def agree_to_restore(self, backup):
        return self.agrees


@dataclass
class ABackup:
    path: Path = Path("backup.jwg")
    taken_at: datetime = datetime(2025, 6, 1, tzinfo=UTC)


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def files():
    return FakeWorkspaces()


@pytest.fixture
def turned():
    return []


@pytest.fixture
def operations():
    return FakeOperations()


@pytest.fixture
def sample(tmp_path):
    return tmp_path / "Sample workspace.jwg"


@pytest.fixture
def presenter(view, files, turned, operations, sample):
    return WorkspacesPresenter(
        view,
        load_services=lambda: fake_services(workspaces=files),
        operations=operations,
        clock=FixedClock(NOW),
        actor="secretariat",
        sample_path=sample,
        turned_to=turned.append,
    )


def test_the_sample_is_built_the_first_time_and_only_opened_later(presenter, view, files, sample):
    presenter.open_sample()
    assert sample.exists()
    assert view.opening == [("Sample workspace", True)]

    presenter.close(lambda: None)
    presenter.open_sample()
    assert view.opening[-1] == ("Sample workspace", False)
    assert files.opened == [sample, sample]


def test_the_window_turns_to_what_was_opened(presenter, view, turned, tmp_path):
    presenter.open(tmp_path / "ours.jwg")

    assert turned == [presenter.opened] == view.opened
    assert presenter.opened.workspace.path == tmp_path / "ours.jwg"


def test_the_workspace_that_was_open_is_closed_when_another_opens(presenter, tmp_path):
    presenter.open(tmp_path / "one.jwg")
    before = presenter.opened.workspace

    presenter.open(tmp_path / "two.jwg")

    assert before.was_closed
    assert not presenter.opened.workspace.was_closed


def test_opening_the_open_workspace_again_does_nothing(presenter, files, tmp_path):
    presenter.open(tmp_path / "one.jwg")
    presenter.open(tmp_path / "one.jwg")

    assert files.opened == [tmp_path / "one.jwg"]


def test_a_workspace_that_cannot_be_opened_leaves_the_open_one_alone(
    presenter, view, files, tmp_path
):
    presenter.open(tmp_path / "one.jwg")
    files.problem = Misfortune("“two.jwg” is not a workspace.", "Choose another file.")

    presenter.open(tmp_path / "two.jwg")

    assert view.refused == [("“two.jwg” is not a workspace.", False)]
    assert presenter.opened.workspace.path == tmp_path / "one.jwg"
    assert not presenter.opened.workspace.was_closed


def test_with_nothing_open_a_refusal_offers_the_backups(presenter, view, files, tmp_path):
    files.problem = Misfortune("“one.jwg” is damaged.", "Restore a backup.")
    files.backups = (ABackup(),)

    presenter.open(tmp_path / "one.jwg")
    presenter.show_backups()

    assert view.refused == [("“one.jwg” is damaged.", True)]
    assert view.backups == [(ABackup(),)]


def test_another_workspace_is_asked_for_and_opened(presenter, view, files, tmp_path):
    presenter.open_other()
    assert files.opened == []

    view.answer = tmp_path / "other.jwg"
    presenter.open_other()
    assert files.opened == [tmp_path / "other.jwg"]


def test_a_new_workspace_is_made_where_the_user_says(presenter, view, files, operations, tmp_path):
    presenter.create()
    assert operations.names == []

    view.answer = tmp_path / "new.jwg"
    presenter.create()
    assert files.opened == [tmp_path / "new.jwg"]
    assert operations.names == ["New workspace"]


def test_a_copy_goes_where_the_user_says(presenter, view, files, tmp_path):
    presenter.save_copy()
    presenter.open(tmp_path / "one.jwg")
    presenter.save_copy()
    assert files.copied == []

    view.answer = tmp_path / "copy.jwg"
    presenter.save_copy()
    assert files.copied == [tmp_path / "copy.jwg"]
    assert view.copied == [tmp_path / "copy.jwg"]


def test_a_backup_is_restored_once_the_user_agrees(presenter, view, files, tmp_path):
    presenter.open(tmp_path / "one.jwg")
    before = presenter.opened.workspace
    view.agrees = False
    presenter.restore(ABackup())
    assert files.restored == []

    view.agrees = True
    presenter.restore(ABackup())

    assert files.restored == [Path("backup.jwg")]
    assert before.was_closed
    assert files.opened == [tmp_path / "one.jwg"] * 2


def test_closing_closes_the_file_and_then_goes_on(presenter, tmp_path):
    order = []
    presenter.open(tmp_path / "one.jwg")
    workspace = presenter.opened.workspace

    presenter.close(lambda: order.append(workspace.was_closed))
    presenter.close(lambda: order.append("nothing open"))

    assert order == [True, "nothing open"]
    assert presenter.opened is None


def test_a_backup_that_fails_on_closing_is_told_and_the_window_still_goes(
    presenter, view, tmp_path
):
    gone = []
    presenter.open(tmp_path / "one.jwg")

    def unlucky():
        raise Misfortune("The disk is full, so no backup was made.", "Make room.")

    presenter.opened.workspace.close = unlucky
    presenter.close(lambda: gone.append(True))

    assert view.refused == [("The disk is full, so no backup was made.", False)]
    assert gone == [True]


def test_the_daily_backup_is_shown_when_one_was_due(presenter, view, files, tmp_path):
    presenter.open(tmp_path / "ours.jwg")
    files.backed_up_at = NOW

    presenter.back_up_if_due()

    assert view.backed_up == [NOW]
    assert presenter.opened.last_backup == NOW


def test_nothing_is_said_of_a_backup_that_was_not_due(presenter, view, tmp_path):
    presenter.back_up_if_due()
    presenter.open(tmp_path / "ours.jwg")
    presenter.back_up_if_due()

    assert view.backed_up == []


def test_the_next_workspace_opens_although_the_last_could_not_be_backed_up(
    presenter, view, turned, tmp_path
):
    presenter.open(tmp_path / "one.jwg")

    def unlucky():
        raise Misfortune("The disk is full, so no backup was made.", "Make room.")

    presenter.opened.workspace.close = unlucky
    presenter.open(tmp_path / "two.jwg")

    assert presenter.opened.workspace.path == tmp_path / "two.jwg"
    assert turned[-1] is presenter.opened
    assert view.refused == [("The disk is full, so no backup was made.", False)]
