from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.ui.bodies.presenter import BodiesPresenter, first_choice
from app.ui.changes import ChangeBus
from app.ui.tasks import ImmediateTasks
from tests.ui.ui_fakes import JM, KM, TEMM, FakeChange, fake_services


class FakeView:
    def __init__(self):
        self.body = None
        self.found = ()
        self.chosen = None

    def show_body(self, row):
        self.body = row

    def show_no_body(self):
        self.body = "none"

    def show_found(self, rows, *, chosen):
        self.found, self.chosen = rows, chosen


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def turned():
    return []


@pytest.fixture
def bus():
    return ChangeBus()


@pytest.fixture
def presenter(view, bus, turned, mistakes):
    return BodiesPresenter(
        view,
        tasks=ImmediateTasks(),
        changes=bus,
        report_failure=mistakes.append,
        turned_to=turned.append,
    )


def open_with(presenter, rows=(JM, KM, TEMM), wanted=""):
    bodies = SimpleNamespace(list_all=lambda workspace, *, language: rows)
    presenter.open(fake_services(bodies=bodies), None, language="en", wanted_code=wanted)


def test_the_first_body_is_a_working_group_that_has_met(presenter, view, turned):
    open_with(presenter)

    assert view.body == KM
    assert turned == [KM]


def test_the_body_of_the_last_time_comes_first(presenter, view):
    open_with(presenter, wanted="TEMM")

    assert view.body == TEMM


def test_without_a_working_group_a_body_that_has_met_is_chosen():
    assert first_choice((TEMM, JM), "gone") == JM


def test_a_workspace_without_bodies_says_so(presenter, view, turned):
    open_with(presenter, rows=())

    assert view.body == "none"
    assert turned == [None]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("mongolia climate", ["KM-JWG"]),
        ("joint committee", ["JM-JCM", "KM-JWG"]),  # an alias of the second
        ("china", ["TEMM"]),
        ("jp", ["JM-JCM", "TEMM"]),
        ("", ["JM-JCM", "KM-JWG", "TEMM"]),
    ],
)
def test_a_body_is_found_by_any_of_its_names_and_parties(presenter, view, typed, codes):
    open_with(presenter)

    presenter.search(typed)

    assert [row.code for row in view.found] == codes
    assert view.chosen == KM.id


def test_choosing_a_body_turns_the_window_to_it_once(presenter, view, turned):
    open_with(presenter)

    presenter.choose(JM.id)
    presenter.choose(JM.id)

    assert view.body == JM
    assert turned == [KM, JM]


def test_a_body_that_was_renamed_is_read_again(presenter, view, bus):
    rows = [(KM,), (replace(KM, name="Joint Committee"),)]
    bodies = SimpleNamespace(list_all=lambda workspace, *, language: rows.pop(0))
    presenter.open(fake_services(bodies=bodies), None, language="en", wanted_code="")

    bus.publish(FakeChange(kinds=frozenset({"body"})))

    assert [row.name for row in view.found] == ["Joint Committee"]


class Shelf:
    """The bodies of a workspace, which change."""

    def __init__(self, *rows):
        self.rows = rows

    def list_all(self, workspace, *, language):
        return self.rows


def test_the_window_turns_to_a_body_that_was_just_entered(presenter, view, turned):
    shelf = Shelf(KM)
    presenter.open(fake_services(bodies=shelf), None, language="en", wanted_code="")
    shelf.rows = (KM, JM)

    presenter.turn_to(JM.id)

    assert turned == [KM, JM]
    assert view.body == JM


def test_a_body_that_is_called_otherwise_is_shown_so_without_turning_again(
    presenter, view, turned, bus
):
    shelf = Shelf(KM)
    presenter.open(fake_services(bodies=shelf), None, language="en", wanted_code="")
    shelf.rows = (replace(KM, short_name="Climate JWG"),)

    bus.publish(FakeChange(kinds=frozenset({"body"})))

    assert view.body.short_name == "Climate JWG"
    assert turned == [KM]


def test_a_body_whose_entering_was_undone_is_left(presenter, view, turned, bus):
    shelf = Shelf(JM, KM)
    presenter.open(fake_services(bodies=shelf), None, language="en", wanted_code="KM-JWG")
    shelf.rows = (JM,)
    bus.publish(FakeChange(kinds=frozenset({"body"})))
    assert turned == [KM, JM]
    shelf.rows = ()
    bus.publish(FakeChange(kinds=frozenset({"body_party"})))
    assert turned[-1] is None
    assert view.body == "none"
