from datetime import date
from pathlib import Path

import pytest

from app.documents.optional_sections import OptionalSection
from app.domain.errors import Misfortune
from app.ui.changes import ChangeBus
from app.ui.operations import Operations
from app.ui.studio.presenter import StudioPresenter
from app.ui.studio.wish import Subject
from tests.ui.studio.studio_fakes import CHANGES, RULES, FakeView, library_services
from tests.ui.ui_fakes import (
    CHECKS,
    FIRST,
    JM,
    KM,
    KOREA,
    MONGOLIA,
    SECOND,
    FakeChange,
    FakeOperations,
    FakeWorkspace,
    HeldTasks,
    fake_services,
)


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def changes():
    return ChangeBus()


@pytest.fixture
def services():
    return fake_services()


@pytest.fixture
def presenter(view, changes, services):
    made = StudioPresenter(view, operations=FakeOperations(), changes=changes)
    made.open(services, None, language="en")
    made.show_body(KM.id)
    return made


@pytest.fixture
def entered(presenter):
    presenter.turn_to(FIRST.id)
    presenter.enter(0.77)
    return presenter


def wanted(services):
    return services.previews.shown[-1][0]


def test_nothing_is_made_before_the_page_is_looked_at(presenter, view, services):
    assert view.seen == []
    assert services.previews.shown == []


def test_the_meeting_in_hand_is_shown_with_its_first_document(entered, view, services):
    assert view.seen == ["reading", "offer", "page", "checks"]
    assert view.offer.chosen.meeting_id == FIRST.id
    assert wanted(services).meeting_id == FIRST.id
    assert wanted(services).kind == "agreed-minutes"
    assert wanted(services).original_of == MONGOLIA.id
    assert view.pages[-1][1] == 0.77
    assert view.checks == CHECKS


def test_without_a_meeting_in_hand_the_latest_is_shown(presenter, view):
    presenter.enter(1.0)

    assert [record.id for record in view.offer.records] == [SECOND.id, FIRST.id]
    assert presenter.meeting_id == SECOND.id


def test_another_meeting_document_original_and_language_are_chosen(entered, view, services):
    entered.choose_original(KOREA.id)
    entered.choose_language("ko")
    assert wanted(services).original_of == KOREA.id
    assert wanted(services).language == "ko"

    entered.choose_record(SECOND.id)
    assert wanted(services).meeting_id == SECOND.id


def test_a_choice_that_cannot_be_had_now_is_kept_until_it_can(entered, services):
    entered.choose_original(KOREA.id)
    entered.choose_language("ko")

    entered.choose_kind("agenda")
    assert (wanted(services).original_of, wanted(services).language) == (None, "en")

    entered.choose_kind("agreed-minutes")
    assert (wanted(services).original_of, wanted(services).language) == (KOREA.id, "ko")


def test_the_meeting_of_another_page_does_not_take_this_one_away(entered, services):
    entered.turn_to(SECOND.id)
    assert wanted(services).meeting_id == FIRST.id

    entered.leave()
    entered.turn_to(SECOND.id)
    entered.enter(1.0)
    assert wanted(services).meeting_id == SECOND.id


def test_coming_back_to_the_same_document_reads_nothing_anew(entered, view, services):
    entered.leave()
    before = len(services.previews.shown)

    entered.enter(0.77)

    assert len(services.previews.shown) == before


def test_a_change_of_the_records_is_shown(entered, view, changes, services):
    before = len(services.previews.shown)

    changes.publish(FakeChange())

    assert len(services.previews.shown) == before + 1
    assert view.seen[-4:] == ["reading", "offer", "page", "checks"]


def test_a_change_while_nobody_looks_is_shown_on_coming_back(entered, changes, services):
    entered.leave()
    before = len(services.previews.shown)
    changes.publish(FakeChange())
    assert len(services.previews.shown) == before

    entered.enter(0.77)

    assert len(services.previews.shown) == before + 1


def test_a_larger_page_is_made_anew_and_not_checked_again(entered, view, services):
    entered.resize(1.25)

    assert view.pages[-1][1] == 1.25
    assert view.seen[-2:] == ["checks", "page"]


def test_a_body_without_meetings_is_said_to_have_none(presenter, view):
    presenter.show_body(JM.id)
    presenter.enter(1.0)

    assert view.seen == ["reading", "nothing"]


def test_a_workspace_without_bodies_has_no_meetings_either(presenter, view):
    presenter.show_body(None)
    presenter.enter(1.0)

    assert view.seen == ["nothing"]


def test_a_meeting_of_which_nothing_can_be_made_says_so(view, changes):
    services = fake_services()
    services.documents.list_kinds = lambda workspace, *, meeting_id: ()
    made = StudioPresenter(view, operations=FakeOperations(), changes=changes)
    made.open(services, None, language="en")
    made.show_body(KM.id)
    made.enter(1.0)

    assert view.seen == ["reading", "offer", "no document"]
    made.saving.save_as_word()
    assert view.ways_out.suggested == []


def test_a_document_that_cannot_be_made_gives_its_reason(entered, view, services):
    services.previews.problem = Misfortune("The template has no field “palce”.", "Mend it.")

    entered.choose_kind("agenda")
    entered.saving.save_as_word()

    assert view.problem == ("The template has no field “palce”.", "Mend it.")
    assert view.seen[-1] == "problem"
    assert view.ways_out.suggested == []


@pytest.fixture
def held(changes):
    """Return a presenter, its view and the tasks that wait, with no work begun."""
    tasks, view = HeldTasks(), FakeView()

    class Told:
        def tell_misfortune(self, sentence, remedy):
            raise AssertionError(sentence)

    operations = Operations(
        tasks=tasks, changes=changes, notifier=Told(), report_mistake=lambda problem: None
    )
    made = StudioPresenter(view, operations=operations, changes=changes)
    made.open(fake_services(), None, language="en")
    made.show_body(KM.id)
    made.turn_to(FIRST.id)
    made.enter(0.8)
    return made, view, tasks


def test_an_answer_that_comes_late_is_dropped(held):
    presenter, view, tasks = held
    tasks.let_go()
    presenter.choose_kind("agenda")
    tasks.let_go()
    assert view.pages == []

    tasks.let_go()
    tasks.let_go()
    assert "agenda" in view.shown


def test_while_another_document_is_made_the_old_one_cannot_be_saved(held):
    presenter, view, tasks = held
    tasks.let_go()
    tasks.let_go()
    presenter.choose_kind("agenda")

    presenter.saving.save_as_word()

    assert view.ways_out.suggested == []


def test_a_window_resized_meanwhile_gets_a_page_of_its_size(held):
    presenter, view, tasks = held
    tasks.let_go()
    presenter.resize(1.1)
    tasks.let_go()
    assert view.pages == []

    tasks.let_go()
    assert view.pages[-1][1] == 1.1


def test_of_two_sizes_wanted_only_the_last_is_shown(held):
    presenter, view, tasks = held
    while tasks.held:
        tasks.let_go()
    presenter.resize(0.9)
    presenter.resize(1.0)
    tasks.let_go()
    tasks.let_go()

    assert [scale for _, scale in view.pages] == [0.8, 1.0]


def test_another_workspace_drops_what_the_one_before_still_answers(held):
    presenter, view, tasks = held
    presenter.open(fake_services(), None, language="en")

    tasks.let_go()

    assert view.offer is None


def test_the_window_is_busy_while_a_document_is_made(held):
    presenter, _, tasks = held
    busy = []
    presenter._operations.busy_changed.connect(busy.append)
    while tasks.held:
        tasks.let_go()

    assert busy[-1] is False
    assert tasks.held == []


@pytest.fixture
def library(view, changes):
    """Return a presenter of a body of which every kind of document can be made."""
    services = library_services()
    made = StudioPresenter(view, operations=FakeOperations(), changes=changes)
    made.open(services, None, language="en")
    made.show_body(KM.id)
    made.turn_to(FIRST.id)
    made.enter(1.0)
    return made, services


def test_documents_are_made_of_something_else_and_back_again(library, view):
    presenter, _ = library
    presenter.choose_subject(Subject.RULES)
    assert view.offer.wanted.rule_version_id is not None
    presenter.choose_version(1)
    presenter.choose_second_language("mn")
    assert view.offer.chosen.version == 1

    presenter.choose_subject(Subject.MEETING)

    assert view.offer.wanted.meeting_id == FIRST.id


def test_another_record_of_the_same_kind_is_chosen(library, view):
    presenter, _ = library
    presenter.choose_subject(Subject.DECISION)
    first = view.offer.records[-1].id

    presenter.choose_record(first)

    assert view.offer.wanted.decision_id == first


def test_a_version_takes_the_place_of_a_day(library, view):
    presenter, _ = library
    presenter.choose_subject(Subject.RULES)
    presenter.choose_day(date(2025, 8, 1))
    assert view.offer.wanted.on == date(2025, 8, 1)

    presenter.choose_version(2)

    assert view.offer.wanted.on is None


def test_a_day_on_which_nothing_was_in_force_is_told_and_can_be_mended(library, view):
    presenter, _ = library
    presenter.choose_subject(Subject.RULES)

    presenter.choose_day(date(2020, 1, 1))
    assert view.problem[0] == "No version of these rules was in force on 1 January 2020."

    presenter.choose_day(None)
    assert view.seen[-1] == "checks"


def test_two_versions_are_shown_with_their_changes_and_not_checked(library, view):
    presenter, services = library
    presenter.choose_subject(Subject.RULES)
    presenter.choose_kind("changes")

    page, _ = view.pages[-1]
    assert page.changes == CHANGES
    assert view.seen[-1] == "page"
    assert services.comparisons.shown[-1][0].document_id == RULES.id

    presenter.choose_since(3)
    assert services.comparisons.shown[-1][0].older == 3


def test_sections_are_left_out_and_drafts_sent_round(entered, services):
    entered.leave_out(frozenset({OptionalSection.AGENDA}))
    entered.circulate(False)

    assert wanted(services).omitted == {OptionalSection.AGENDA}
    assert wanted(services).for_circulation is False


def test_the_files_of_all_originals_are_told_where_there_are_several(entered, view):
    assert [each.file_name for each in view.files] == [
        "agreed-minutes - JWG-1 - MN original.docx",
        "agreed-minutes - JWG-1 - KR original.docx",
    ]
    view.files = ()

    entered.choose_kind("agenda")

    assert view.files == ()


def test_a_workspace_that_can_only_be_read_is_said_to_be_one(view, changes, services):
    made = StudioPresenter(view, operations=FakeOperations(), changes=changes)
    made.open(services, FakeWorkspace(Path("Sealed.jwg"), why="sealed"), language="en")
    made.show_body(KM.id)
    made.enter(1.0)

    assert view.can_write is False


def test_the_meeting_of_another_page_turns_from_the_rules_to_its_documents(library, view):
    presenter, _ = library
    presenter.choose_subject(Subject.RULES)
    presenter.leave()

    presenter.turn_to(SECOND.id)
    presenter.enter(1.0)

    assert view.offer.chosen.subject is Subject.MEETING
    assert presenter.meeting_id == SECOND.id
