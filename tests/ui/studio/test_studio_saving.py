from pathlib import Path

import pytest

from app.documents.kinds import DocumentKind
from app.domain.errors import Misfortune
from app.services.checks.readiness import NotReady
from app.services.compared_texts import FileAndNow, StoredAndFile, StoredAndNow
from app.services.hand_changes import ChangedByHand, IfChanged
from app.ui.changes import ChangeBus
from app.ui.studio.presenter import StudioPresenter
from app.ui.studio.view import Angle
from app.ui.studio.wish import Subject
from tests.ui.studio.studio_fakes import FakeView, library_services
from tests.ui.ui_fakes import CHECKS, FIRST, KM, KOREA, FakeOperations, FakePdfFiles

MINUTES = Path("/chosen/minutes.docx")
STORED = FIRST.id


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def out(view):
    return view.ways_out


@pytest.fixture
def services():
    made = library_services(pdf_files=FakePdfFiles(has_program=True))
    made.checks.look_through = lambda workspace, wanted: CHECKS[1:]
    return made


@pytest.fixture
def studio(view, services):
    """Return the presenter of a page that shows the minutes of the first meeting."""
    made = StudioPresenter(view, operations=FakeOperations(), changes=ChangeBus())
    made.open(services, None, language="en")
    made.show_body(KM.id)
    made.turn_to(FIRST.id)
    made.enter(1.0)
    return made


@pytest.fixture
def saving(studio):
    return studio.saving


def changed(path=MINUTES, document_id=STORED):
    return ChangedByHand(MINUTES.name, path=path, document_id=document_id)


def test_what_is_shown_is_saved_as_word(studio, saving, out, services):
    studio.choose_original(KOREA.id)
    out.path = MINUTES

    saving.save_as_word()

    assert out.suggested == ["agreed-minutes - JWG-1 - KR original.docx"]
    ((saved, path, _),) = services.issuing.saved
    assert (saved.original_of, path) == (KOREA.id, MINUTES)
    assert out.saved == [MINUTES]


def test_no_file_chosen_saves_nothing(saving, out, services):
    saving.save_as_word()
    saving.save_as_pdf()
    saving.save_all()
    saving.save_all_as_pdf()
    saving.issue()

    assert services.issuing.saved == services.issuing.issued == []
    assert services.pdf_files.saved == []
    assert out.saved == out.issued == []


def test_without_a_program_for_it_a_pdf_is_laid_out_as_it_would_be_printed(
    saving, out, services, monkeypatch
):
    monkeypatch.setattr(services.pdf_files, "can_lay_out", lambda: False)
    out.path = Path("/chosen/minutes.pdf")

    saving.save_as_pdf()

    assert services.pdf_files.saved == []
    assert out.laid_out == [Path("/chosen/minutes.pdf")]
    assert out.saved == [Path("/chosen/minutes.pdf")]


def test_a_pdf_is_saved_where_the_user_says(saving, out, services):
    out.path = Path("/chosen/minutes.pdf")

    saving.save_as_pdf()

    assert services.pdf_files.saved[0][1] == Path("/chosen/minutes.pdf")
    assert out.saved == [Path("/chosen/minutes.pdf")]


def test_all_originals_are_saved_in_one_go(saving, out):
    out.folder = Path("/chosen")

    saving.save_all()
    saving.save_all_as_pdf()

    assert [path.name for path in out.saved] == ["1.docx", "2.docx", "both originals.pdf"]


def test_on_paper_nothing_is_marked(saving, out, services):
    saving.print()

    assert "bare" in out.printed[0].html
    assert out.printed[0].watermark == "DRAFT"
    assert services.previews.shown[-1][1] == 1.0


def test_two_versions_are_printed_and_saved_with_tracked_changes(studio, out, services):
    studio.choose_subject(Subject.RULES)
    studio.choose_kind("changes")
    out.path = Path("/chosen/changes.docx")

    studio.saving.print()
    studio.saving.save_as_word()

    assert out.printed[0].changes
    ((compared, path),) = services.comparisons.saved
    assert (compared.older, compared.newer, path) == (1, 2, out.path)
    assert services.issuing.saved == []


def test_two_versions_are_not_issued(studio, out, services):
    studio.choose_subject(Subject.RULES)
    studio.choose_kind("changes")
    out.path = MINUTES

    studio.saving.issue()

    assert (services.issuing.issued, out.asked) == ([], [])


@pytest.mark.parametrize("deed", [IfChanged.KEEP_BOTH, IfChanged.REPLACE])
def test_a_file_that_was_changed_by_hand_is_asked_about(saving, out, services, deed):
    services.issuing.problem = changed()
    out.path = MINUTES
    out.answer = deed.value

    saving.save_as_word()

    assert out.asked == ["“minutes.docx” was changed by hand after it was saved."]
    assert services.issuing.saved[0][1:] == (MINUTES, deed)
    assert out.saved == [MINUTES]


def test_a_changed_file_is_left_alone_if_nobody_says_what_to_do(saving, out, services):
    services.issuing.problem = changed()
    out.path = MINUTES

    saving.save_as_word()

    assert len(out.asked) == 1
    assert services.issuing.saved == []


def test_before_anything_is_written_over_it_can_be_compared(saving, view, services):
    services.issuing.problem = changed()
    view.ways_out.path = MINUTES
    view.ways_out.answer = "compare"

    saving.save_as_word()

    name, angles, chosen, is_asked = view.opened
    assert (name, chosen, is_asked) == ("minutes.docx", Angle.BY_HAND, True)
    assert angles == (Angle.BY_HAND, Angle.OVER_FILE)
    assert services.issuing.saved == []


def test_after_the_comparison_both_are_kept(studio, view, services):
    services.issuing.problem = changed()
    view.ways_out.path = MINUTES
    view.ways_out.answer = "compare"
    studio.saving.save_as_word()
    studio.comparing.enter(1.0)
    compared, _ = services.comparisons.shown[-1]
    assert compared == StoredAndFile(document_id=STORED, path=MINUTES)
    studio.comparing.choose(Angle.OVER_FILE)
    assert isinstance(services.comparisons.shown[-1][0], FileAndNow)

    studio.comparing.keep_both()

    assert services.issuing.saved[0][1:] == (MINUTES, IfChanged.KEEP_BOTH)
    assert view.opened is None
    assert view.ways_out.saved == [MINUTES]


def test_a_comparison_that_is_closed_writes_nothing(studio, view, services):
    services.issuing.problem = changed()
    view.ways_out.path = MINUTES
    view.ways_out.answer = "compare"
    studio.saving.save_as_word()

    studio.comparing.close()
    studio.comparing.replace()

    assert services.issuing.saved == []


def test_a_file_that_is_not_ours_is_compared_with_what_would_be_written(saving, view, services):
    services.issuing.problem = changed(document_id=None)
    view.ways_out.path = MINUTES
    view.ways_out.answer = "compare"

    saving.save_as_word()

    assert view.opened[1] == (Angle.OVER_FILE,)


def test_a_copy_that_came_back_is_compared_with_what_was_sent(studio, view, services):
    services.issuing.problem = changed(path=None)
    view.ways_out.path = MINUTES
    view.ways_out.answer = "compare"
    studio.saving.issue()

    assert view.opened[1] == (Angle.CAME_BACK, Angle.SINCE)
    studio.comparing.enter(1.0)
    studio.comparing.choose(Angle.SINCE)
    assert services.comparisons.shown[-1][0] == StoredAndNow(document_id=STORED)

    studio.comparing.replace()
    assert services.issuing.issued[0][2] is IfChanged.REPLACE


def test_a_file_that_is_open_in_word_is_told_and_the_page_stays(saving, view, services):
    services.issuing.problem = Misfortune("“minutes.docx” is open in Word.", "Close it there.")
    view.ways_out.path = MINUTES

    saving.save_as_word()

    assert view.ways_out.told == [("“minutes.docx” is open in Word.", "Close it there.")]
    assert view.problem is None


def test_a_document_is_issued_once_the_user_agrees_and_says_where(saving, out, services):
    out.path = MINUTES

    saving.issue()

    assert out.asked == ["agreed-minutes - JWG-1 - MN original.docx"]
    assert services.issuing.issued[0][1:] == (MINUTES, IfChanged.ASK)
    assert out.issued == [MINUTES]


def test_whoever_does_not_agree_is_not_asked_where(saving, out, services):
    out.agrees = False

    saving.issue()

    assert (out.suggested, services.issuing.issued) == ([], [])


def test_while_anything_is_to_be_mended_the_user_is_led_there(studio, out, services):
    services.checks.look_through = lambda workspace, wanted: CHECKS
    studio.choose_original(KOREA.id)
    out.path = MINUTES

    studio.saving.issue()

    assert out.led_to_checks == 1
    assert (out.asked, services.issuing.issued) == ([], [])


def test_what_was_found_only_while_issuing_leads_there_too(saving, out, services):
    services.issuing.problem = NotReady(DocumentKind.AGREED_MINUTES, CHECKS[:1])
    out.path = MINUTES

    saving.issue()

    assert out.led_to_checks == 1
    assert out.told == []


def test_what_was_saved_shows_in_the_list_at_once(studio, view, services):
    studio.kept.look(True)
    before = len(services.kept_documents.asked)
    view.ways_out.path = MINUTES

    studio.saving.save_as_word()

    assert len(services.kept_documents.asked) == before + 1
