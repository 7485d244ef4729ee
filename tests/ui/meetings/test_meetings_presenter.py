from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Misfortune
from app.ui.changes import ChangeBus
from app.ui.meetings.presenter import MeetingsPresenter, fits
from app.ui.meetings.record import DocumentChoice, Mark, marks
from app.ui.tasks import ImmediateTasks
from tests.ui.ui_fakes import (
    DETAIL,
    FIRST,
    JM,
    KM,
    KOREA,
    MONGOLIA,
    SECOND,
    FakeChange,
    FakeDocuments,
    FakeOperations,
    HeldTasks,
    fake_services,
)


class FakeView:
    def __init__(self):
        self.rows = None
        self.total = None
        self.chosen = None
        self.shown = []
        self.offered = None
        self.empty = 0
        self.bodiless = 0
        self.narrowing = None
        self.late = None
        self.reading = 0
        self.problems = []
        self.answer = None
        self.saved = []

    def show_reading(self):
        self.reading += 1

    def show_rows(self, rows, *, total, chosen):
        self.rows, self.total, self.chosen = rows, total, chosen

    def show_record(self, shown):
        self.shown.append(shown)

    def offer_documents(self, offered):
        self.offered = offered

    def show_no_meeting(self):
        self.empty += 1

    def show_no_body(self):
        self.bodiless += 1

    def offer_narrowing(self, offer):
        self.narrowing = offer

    def show_late(self, count):
        self.late = count

    def show_problem(self, sentence, remedy):
        self.problems.append((sentence, remedy))

    def choose_word_file(self, shown, choice):
        return self.answer

    def show_saved(self, path):
        self.saved.append(path)


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def bus():
    return ChangeBus()


@pytest.fixture
def operations():
    return FakeOperations()


@pytest.fixture
def make(view, bus, operations, mistakes):
    def made(services=None, tasks=None):
        presenter = MeetingsPresenter(
            view,
            tasks=tasks or ImmediateTasks(),
            operations=operations,
            changes=bus,
            report_failure=mistakes.append,
        )
        presenter.open(services or fake_services(), "the workspace", language="en")
        return presenter

    return made


def test_a_body_shows_its_latest_meeting_first(make, view):
    make().show_body(KM.id)

    assert [row.code for row in view.rows] == ["JWG-2", "JWG-1"]
    assert view.chosen == SECOND.id
    assert view.shown[-1].detail.row == SECOND
    assert view.reading == 1


def test_a_meeting_that_is_chosen_is_shown_with_all_that_belongs_to_it(make, view):
    presenter = make()
    presenter.show_body(KM.id)

    presenter.choose(FIRST.id)

    shown = view.shown[-1]
    assert shown.detail == DETAIL
    assert [delegation.party.code for delegation in shown.delegations] == ["MN", "KR"]
    assert (len(shown.agenda), len(shown.decisions), len(shown.papers)) == (5, 2, 2)
    assert (shown.actions_done, len(shown.actions)) == (1, 3)


def test_a_body_without_meetings_says_so(make, view):
    make().show_body(JM.id)

    assert (view.rows, view.total, view.empty) == ((), 0, 1)


def test_minutes_are_offered_once_for_each_side_and_other_documents_once(make, view):
    presenter = make()
    presenter.show_body(KM.id)
    presenter.choose(FIRST.id)

    assert view.offered == (
        DocumentChoice("agreed-minutes", MONGOLIA),
        DocumentChoice("agreed-minutes", KOREA),
        DocumentChoice("participants"),
        DocumentChoice("agenda"),
        DocumentChoice("rules"),
    )


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("seoul", ["JWG-2"]),
        ("2025 ulaan", ["JWG-1"]),
        ("JWG-1", ["JWG-1"]),
        ("  ", ["JWG-2", "JWG-1"]),
        ("tokyo", []),
    ],
)
def test_the_filter_wants_every_word_in_title_place_code_or_year(make, view, typed, codes):
    presenter = make()
    presenter.show_body(KM.id)

    presenter.filter(typed)

    assert [row.code for row in view.rows] == codes
    assert view.total == 2


def test_a_meeting_without_a_date_can_be_found_too():
    assert fits(replace(FIRST, starts_on=None), ("ulaanbaatar",))


def test_a_change_is_read_again_and_the_choice_is_kept(make, view, bus):
    presenter = make()
    presenter.show_body(KM.id)
    presenter.choose(FIRST.id)
    times = len(view.shown)

    bus.publish(FakeChange())

    assert len(view.shown) == times + 1
    assert view.chosen == FIRST.id


def test_a_change_before_any_body_is_chosen_reads_nothing(make, view, bus):
    make()
    bus.publish(FakeChange())

    assert view.rows is None


def test_an_answer_that_comes_late_does_not_replace_what_was_asked_since(make, view):
    tasks = HeldTasks()
    presenter = make(tasks=tasks)
    presenter.show_body(KM.id)
    tasks.let_go()  # the rows; the latest meeting is being read now
    presenter.choose(FIRST.id)
    tasks.let_go(1)
    tasks.let_go(0)

    assert [shown.detail.row.code for shown in view.shown] == ["JWG-1"]


def test_rows_of_a_body_that_was_left_are_not_shown(make, view):
    tasks = HeldTasks()
    presenter = make(tasks=tasks)
    presenter.show_body(KM.id)
    presenter.show_body(JM.id)
    tasks.let_go(0)
    assert view.rows is None
    tasks.let_go(0)

    assert view.rows == ()


def test_saving_asks_where_and_hands_the_choice_to_the_service(make, view, operations):
    documents = FakeDocuments()
    presenter = make(fake_services(documents=documents))
    presenter.show_body(KM.id)
    presenter.choose(FIRST.id)
    view.answer = Path("minutes.docx")

    presenter.save_as_word(DocumentChoice("agreed-minutes", MONGOLIA))

    assert documents.saved == [
        {
            "path": Path("minutes.docx"),
            "meeting_id": FIRST.id,
            "kind": "agreed-minutes",
            "original_of": MONGOLIA.id,
        }
    ]
    assert operations.names == ["Save as Word"]
    assert view.saved == [Path("minutes.docx")]


def test_saving_without_a_place_writes_nothing(make, view, operations):
    presenter = make()
    presenter.show_body(KM.id)

    presenter.save_as_word(DocumentChoice("agenda"))

    assert operations.names == []
    assert view.saved == []


def test_nothing_is_saved_before_a_meeting_is_shown(make, view, operations):
    view.answer = Path("minutes.docx")

    make().save_as_word(DocumentChoice("agenda"))

    assert operations.names == []


def test_a_misfortune_while_reading_is_shown_in_its_place(make, view, mistakes):
    services = fake_services()

    def unlucky(workspace, **asked):
        raise Misfortune("The file is gone.", "Open it again.")

    services.meetings.list_for_body = unlucky
    make(services).show_body(KM.id)

    assert view.problems == [("The file is gone.", "Open it again.")]
    assert mistakes == []


def test_a_mistake_while_reading_is_reported(make, view, mistakes):
    services = fake_services()
    services.meetings.list_for_body = lambda workspace, **asked: 1 // 0
    make(services).show_body(KM.id)

    assert isinstance(mistakes[0], ZeroDivisionError)
    assert view.problems == []


def test_a_record_says_how_far_it_can_be_trusted():
    assert marks(DETAIL) == (Mark.RECONSTRUCTED, Mark.DISPUTED)
    illustrative = replace(DETAIL, row=SECOND, sources=())
    assert marks(illustrative) == (Mark.ILLUSTRATIVE,)
