from pathlib import Path

import pytest

from app.domain.errors import Misfortune
from app.services.hand_changes import ChangedByHand, IfChanged
from app.ui.changes import ChangeBus
from app.ui.operations import Operations
from app.ui.studio.presenter import StudioPresenter
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
    FakePdfFiles,
    HeldTasks,
    fake_services,
)


class FakeView:
    def __init__(self):
        self.seen = []
        self.offer = None
        self.has_pdf = None
        self.previews = []
        self.checks = None
        self.problem = None
        self.saved = []
        self.printed = []
        self.told = []
        self.path = None
        self.suggested = []
        self.answer = None
        self.asked = []

    def show_reading(self):
        self.seen.append("reading")

    def show_offer(self, offer, *, has_pdf):
        self.seen.append("offer")
        self.offer = offer
        self.has_pdf = has_pdf

    def show_preview(self, preview, *, scale):
        self.seen.append("preview")
        self.previews.append((preview, scale))

    def show_checks(self, found):
        self.seen.append("checks")
        self.checks = found

    def show_no_meeting(self):
        self.seen.append("no meeting")

    def show_no_document(self):
        self.seen.append("no document")

    def show_problem(self, sentence, remedy):
        self.seen.append("problem")
        self.problem = (sentence, remedy)

    def choose_word_file(self, name):
        self.suggested.append(name)
        return self.path

    def choose_pdf_file(self, name):
        self.suggested.append(name)
        return self.path

    def ask_what_to_do(self, sentence):
        self.asked.append(sentence)
        return self.answer

    def show_saved(self, path):
        self.saved.append(path)

    def show_print(self, preview):
        self.printed.append(preview)

    def tell_misfortune(self, sentence, remedy):
        self.told.append((sentence, remedy))

    @property
    def shown(self):
        """Return what the page shows now."""
        return self.previews[-1][0].html


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
    assert view.seen == ["reading", "offer", "preview", "checks"]
    assert view.offer.chosen.meeting_id == FIRST.id
    assert wanted(services).meeting_id == FIRST.id
    assert wanted(services).kind == "agreed-minutes"
    assert wanted(services).original_of == MONGOLIA.id
    assert view.previews[-1][1] == 0.77
    assert view.checks == CHECKS


def test_without_a_meeting_in_hand_the_latest_is_shown(presenter, view):
    presenter.enter(1.0)

    assert [row.id for row in view.offer.meetings] == [SECOND.id, FIRST.id]
    assert presenter.meeting_id == SECOND.id


def test_another_meeting_document_original_and_language_are_chosen(entered, view, services):
    entered.choose_original(KOREA.id)
    entered.choose_language("ko")
    assert wanted(services).original_of == KOREA.id
    assert wanted(services).language == "ko"

    entered.choose_meeting(SECOND.id)
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
    assert view.seen[-4:] == ["reading", "offer", "preview", "checks"]


def test_a_change_while_nobody_looks_is_shown_on_coming_back(entered, changes, services):
    entered.leave()
    before = len(services.previews.shown)
    changes.publish(FakeChange())
    assert len(services.previews.shown) == before

    entered.enter(0.77)

    assert len(services.previews.shown) == before + 1


def test_a_larger_page_is_made_anew_and_not_checked_again(entered, view, services):
    entered.resize(1.25)

    assert view.previews[-1][1] == 1.25
    assert view.seen[-2:] == ["checks", "preview"]


def test_a_body_without_meetings_is_said_to_have_none(presenter, view):
    presenter.show_body(JM.id)
    presenter.enter(1.0)

    assert view.seen == ["reading", "no meeting"]


def test_a_workspace_without_bodies_has_no_meetings_either(presenter, view):
    presenter.show_body(None)
    presenter.enter(1.0)

    assert view.seen == ["no meeting"]


def test_a_meeting_of_which_nothing_can_be_made_says_so(view, changes):
    services = fake_services()
    services.documents.list_kinds = lambda workspace, *, meeting_id: ()
    made = StudioPresenter(view, operations=FakeOperations(), changes=changes)
    made.open(services, None, language="en")
    made.show_body(KM.id)
    made.enter(1.0)

    assert view.seen == ["reading", "offer", "no document"]
    made.save_as_word()
    assert view.suggested == []


def test_a_document_that_cannot_be_made_gives_its_reason(entered, view, services):
    services.previews.problem = Misfortune("The template has no field “palce”.", "Mend it.")

    entered.choose_kind("agenda")
    entered.save_as_word()

    assert view.problem == ("The template has no field “palce”.", "Mend it.")
    assert view.seen[-1] == "problem"
    assert view.suggested == []


def test_what_is_shown_is_saved_as_word(entered, view, services):
    entered.choose_original(KOREA.id)
    view.path = Path("/chosen/minutes.docx")

    entered.save_as_word()

    assert view.suggested == ["agreed-minutes - JWG-1 - KR original.docx"]
    ((saved, path, _),) = services.issuing.saved
    assert (saved.original_of, path) == (KOREA.id, Path("/chosen/minutes.docx"))
    assert view.saved == [Path("/chosen/minutes.docx")]


def test_no_file_chosen_saves_nothing(entered, view, services):
    entered.save_as_word()
    entered.save_as_pdf()

    assert services.issuing.saved == []
    assert services.pdf_files.saved == []
    assert view.saved == []


@pytest.mark.parametrize("deed", [IfChanged.KEEP_BOTH, IfChanged.REPLACE])
def test_a_file_that_was_changed_by_hand_is_asked_about(entered, view, services, deed):
    path = Path("/chosen/minutes.docx")
    services.issuing.problem = ChangedByHand(path.name, path=path, document_id=FIRST.id)
    view.path = path
    view.answer = deed.value

    entered.save_as_word()

    assert view.asked == ["“minutes.docx” was changed by hand after it was saved."]
    assert services.issuing.saved[0][1:] == (path, deed)
    assert view.saved == [path]


def test_a_changed_file_is_left_alone_if_nobody_says_what_to_do(entered, view, services):
    path = Path("/chosen/minutes.docx")
    services.issuing.problem = ChangedByHand(path.name, path=path, document_id=FIRST.id)
    view.path = path

    entered.save_as_word()

    assert len(view.asked) == 1
    assert services.issuing.saved == []


def test_a_file_that_is_open_in_word_is_told_and_the_page_stays(entered, view, services):
    services.issuing.problem = Misfortune("“minutes.docx” is open in Word.", "Close it there.")
    view.path = Path("/chosen/minutes.docx")

    entered.save_as_word()

    assert view.told == [("“minutes.docx” is open in Word.", "Close it there.")]
    assert view.problem is None


def test_a_pdf_is_offered_where_one_can_be_made(view, changes):
    services = fake_services(pdf_files=FakePdfFiles(has_program=True))
    made = StudioPresenter(view, operations=FakeOperations(), changes=changes)
    made.open(services, None, language="en")
    made.show_body(KM.id)
    made.enter(1.0)
    view.path = Path("/chosen/minutes.pdf")

    made.save_as_pdf()

    assert view.has_pdf is True
    assert services.pdf_files.saved[0][1] == Path("/chosen/minutes.pdf")
    assert view.saved == [Path("/chosen/minutes.pdf")]


def test_on_paper_nothing_is_marked(entered, view, services):
    entered.print()

    assert "bare" in view.printed[0].html
    assert services.previews.shown[-1][1] == 1.0


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
    assert view.previews == []

    tasks.let_go()
    tasks.let_go()
    assert "agenda" in view.shown


def test_while_another_document_is_made_the_old_one_cannot_be_saved(held):
    presenter, view, tasks = held
    tasks.let_go()
    tasks.let_go()
    presenter.choose_kind("agenda")

    presenter.save_as_word()

    assert view.suggested == []


def test_a_window_resized_meanwhile_gets_a_page_of_its_size(held):
    presenter, view, tasks = held
    tasks.let_go()
    presenter.resize(1.1)
    tasks.let_go()
    assert view.previews == []

    tasks.let_go()
    assert view.previews[-1][1] == 1.1


def test_of_two_sizes_wanted_only_the_last_is_shown(held):
    presenter, view, tasks = held
    for _ in range(3):
        tasks.let_go()
    presenter.resize(0.9)
    presenter.resize(1.0)
    tasks.let_go()
    tasks.let_go()

    assert [scale for _, scale in view.previews] == [0.8, 1.0]


def test_another_workspace_drops_what_the_one_before_still_answers(held):
    presenter, view, tasks = held
    presenter.open(fake_services(), None, language="en")

    tasks.let_go()

    assert view.offer is None


def test_the_window_is_busy_while_a_document_is_made(held):
    presenter, _, tasks = held
    busy = []
    presenter._operations.busy_changed.connect(busy.append)
    for _ in range(3):
        tasks.let_go()

    assert busy[-1] is False
    assert tasks.held == []
