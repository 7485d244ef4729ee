"""The presenter reads only while it is looked at, and takes no answer that came too late."""

from types import SimpleNamespace

import pytest

from app.documents.template_errors import UnknownField
from app.ui.changes import ChangeBus
from app.ui.templates.entries import EntryKind, read_entries
from app.ui.templates.presenter import TemplatesPresenter
from tests.ui.templates.templates_fakes import (
    AGENDA,
    FIELDS,
    LETTER,
    MINUTES,
    PARTS,
    SOURCE,
    templates_services,
)
from tests.ui.ui_fakes import FIRST, JM, KM, KOREA, SECOND, FakeOperations, FakeWorkspace, HeldTasks


class RecordingView:
    """Remembers what it was told to show, by the name of what was shown."""

    def __init__(self):
        self.shown = []

    def __getattr__(self, name):
        def show(*told, **named):
            self.shown.append((name, told, named))

        return show

    def last(self, name):
        return next((each for each in reversed(self.shown) if each[0] == name), None)

    def names(self):
        return [name for name, _told, _named in self.shown]


@pytest.fixture
def view():
    return RecordingView()


@pytest.fixture
def services():
    return templates_services()


@pytest.fixture
def tasks():
    return HeldTasks()


@pytest.fixture
def changes():
    return ChangeBus()


@pytest.fixture
def operations():
    return FakeOperations()


@pytest.fixture
def presenter(view, services, tasks, changes, operations, tmp_path):
    presenter = TemplatesPresenter(
        view,
        tasks=tasks,
        operations=operations,
        changes=changes,
        report_failure=lambda problem: None,
    )
    presenter.open(services, FakeWorkspace(tmp_path / "Work.jwg"), language="en")
    presenter.show_body(KM.id)
    return presenter


def settle(tasks):
    while tasks.held:
        tasks.let_go()


@pytest.fixture
def watched(presenter, tasks):
    presenter.enter()
    settle(tasks)
    return presenter


def test_nothing_is_read_while_nobody_looks(presenter, tasks, changes):
    changes.publish(SimpleNamespace(use_case="x", kinds=frozenset({"own_form"})))
    assert tasks.held == []
    presenter.enter()
    assert len(tasks.held) == 1


def test_a_change_is_read_while_it_is_looked_at(watched, tasks, changes):
    changes.publish(SimpleNamespace(use_case="x", kinds=frozenset({"own_form"})))
    assert len(tasks.held) == 1
    settle(tasks)
    changes.publish(SimpleNamespace(use_case="x", kinds=frozenset({"delegate"})))
    assert len(tasks.held) == 1  # a form may print a delegate


def test_an_answer_that_comes_too_late_is_not_shown(watched, tasks, view):
    watched.choose(AGENDA)
    watched.choose(LETTER.id)
    view.shown.clear()
    tasks.let_go(0)
    assert view.shown == []
    tasks.let_go(0)
    assert view.last("show_form")[1][0] is LETTER


def test_the_fields_come_with_the_template(watched, view):
    assert view.last("show_fields")[1] == (FIELDS,)
    assert view.last("show_template")[1][0].source == SOURCE


def test_the_meeting_in_hand_is_taken_up_unless_one_looks(presenter, tasks, view):
    presenter.turn_to(SECOND.id)
    presenter.enter()
    settle(tasks)
    assert view.last("show_meetings")[1][1] == SECOND.id
    presenter.turn_to(FIRST.id)
    assert tasks.held == []


def test_a_meeting_of_another_body_is_not_kept(presenter, tasks, view):
    presenter.turn_to(FIRST.id)
    presenter.show_body(JM.id)
    presenter.enter()
    settle(tasks)
    assert view.last("show_meetings")[1] == ((), None)


def test_checking_tries_the_meeting_too(watched, services, view):
    watched.check()
    assert view.last("show_checked")[2] == {"tried": True}
    services.template_trials.problem = services.template_trials.NOT_THERE[0]("JWG-1", LETTER_KIND)
    watched.check()
    assert view.last("show_checked")[2] == {"tried": False}


LETTER_KIND = SimpleNamespace(words="invitation")


def test_a_mistake_is_shown_at_its_line(watched, view):
    watched.write(SOURCE + "\n{{ nothing }}")
    watched.check()
    assert view.last("show_problem")[2] == {"line": 6}
    watched.save()
    assert view.names().count("show_problem") == 2


def test_what_is_written_is_kept_once(watched, operations, services):
    watched.write("new")
    watched.leave()
    watched.leave()
    assert operations.names.count("Edit template") == 1
    assert services.own_templates.drafts == {MINUTES: "new"}


def test_what_is_written_back_as_it_was_is_no_draft(watched, services):
    watched.write("new")
    watched.keep_draft()
    watched.write(SOURCE)
    watched.keep_draft()
    assert services.own_templates.drafts == {}


def test_what_is_being_typed_survives_a_change_elsewhere(watched, tasks, changes, view):
    watched.write("typing")
    changes.publish(SimpleNamespace(use_case="x", kinds=frozenset({"party"})))
    settle(tasks)
    assert view.last("show_template")[1][0].source == "typing"
    assert view.last("show_template")[1][0].is_changed


def test_discarding_does_not_keep_what_is_discarded(watched, tasks, services, changes):
    watched.write("typing")
    watched.discard()
    assert services.own_templates.done[-1] == ("drop", MINUTES)
    watched.keep_draft()
    assert services.own_templates.drafts == {}


def test_the_page_is_made_while_it_is_wanted(watched, services, view, tasks):
    watched.show_page(wanted=True, scale=0.7)
    assert services.template_trials.tried == [(MINUTES, 0.7)]
    watched.choose(AGENDA)
    settle(tasks)
    assert services.template_trials.tried[-1] == (AGENDA, 0.7)
    watched.show_page(wanted=False, scale=0.7)
    watched.resize(0.9)
    assert len(services.template_trials.tried) == 2


def test_a_page_of_a_scale_that_is_not_wanted_any_more_is_not_shown(watched, view):
    watched.show_page(wanted=True, scale=0.7)
    watched.resize(0.9)
    assert [named["scale"] for name, _told, named in view.shown if name == "show_page"] == [
        *(0.7, 0.9)
    ]


def test_why_there_is_no_page_is_passed_on(watched, services, view):
    services.template_trials.problem = UnknownField("x", template=MINUTES, line=1)
    watched.show_page(wanted=True, scale=1.0)
    assert "asks for “x”" in view.last("show_page_problem")[1][0]


def test_a_workspace_that_can_only_be_read_keeps_no_draft(presenter, tasks, services, tmp_path):
    reading = FakeWorkspace(tmp_path / "Read.jwg", why="It is open elsewhere.")
    presenter.open(services, reading, language="en")
    presenter.show_body(KM.id)
    presenter.enter()
    settle(tasks)
    presenter.write("new")
    presenter.leave()
    assert services.own_templates.drafts == {}


def test_a_copy_for_a_body_goes_into_its_folder(watched, services, view):
    watched.add_copy(language="ja", body_code="KM-JWG")
    assert list(services.own_templates.sources) == ["bodies/KM-JWG/agreed_minutes.ja.xml.jinja"]
    assert "close_dialog" in view.names()


def test_entries_stand_in_the_order_of_documents_and_languages(services):
    entries = read_entries(services, None, body_id=KM.id, language="en")
    kinds = [entry.kind for entry in entries]
    assert kinds[:3] == [EntryKind.STYLE, EntryKind.LETTERHEAD, EntryKind.LETTERHEAD]
    assert next(entry.key for entry in entries if entry.kind is EntryKind.TEMPLATE) == MINUTES
    assert entries[-1].key == PARTS
    korea = next(entry for entry in entries if entry.key == KOREA.id)
    assert (korea.is_own, korea.seat) == (True, KOREA.seat)
    assert len(read_entries(services, None, body_id=None, language="en")) == len(entries) - 2
