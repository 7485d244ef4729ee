from pathlib import Path

import pytest

from app.domain.errors import Misfortune
from app.services.compared_texts import StoredAndFile, StoredAndNow
from app.services.kept_documents import KeptState
from app.ui.changes import ChangeBus
from app.ui.studio.presenter import StudioPresenter
from app.ui.studio.view import Angle
from app.ui.studio.wish import Subject
from tests.ui.studio.studio_fakes import RULES, SOUGHT, FakeView, a_kept, library_services
from tests.ui.ui_fakes import DECISIONS, FIRST, KM, FakeChange, FakeOperations


@pytest.fixture
def view():
    return FakeView()


@pytest.fixture
def services():
    made = library_services()
    made.kept_documents.documents = (a_kept(2), a_kept(1, state=KeptState.CHANGED))
    return made


@pytest.fixture
def changes():
    return ChangeBus()


@pytest.fixture
def studio(view, services, changes):
    made = StudioPresenter(view, operations=FakeOperations(), changes=changes)
    made.open(services, None, language="en")
    made.show_body(KM.id)
    made.turn_to(FIRST.id)
    made.enter(1.0)
    return made


@pytest.fixture
def kept(studio):
    studio.kept.look(True)
    return studio.kept


def test_the_list_is_not_read_before_it_is_looked_at(studio, view, services):
    assert view.kept is None
    assert services.kept_documents.asked == []


def test_what_was_kept_of_the_meeting_is_listed(kept, view, services):
    assert view.kept == services.kept_documents.documents
    assert services.kept_documents.asked == [("meeting", FIRST.id)]


@pytest.mark.parametrize(
    ("subject", "asked"),
    [
        (Subject.DECISION, ("decision", DECISIONS[-1].id)),
        (Subject.PROCEDURE, ("decision", SOUGHT.id)),
        (Subject.RULES, ("rules", RULES.id)),
        (Subject.BODY, ("body", KM.id)),
    ],
)
def test_the_list_follows_what_documents_are_made_of(kept, studio, services, subject, asked):
    studio.choose_subject(subject)

    assert services.kept_documents.asked[-1] == asked


def test_a_change_of_the_records_reads_the_list_anew(kept, changes, services):
    before = len(services.kept_documents.asked)

    changes.publish(FakeChange())

    assert len(services.kept_documents.asked) == before + 1


def test_a_list_that_is_left_is_not_read(kept, changes, services):
    kept.look(False)
    before = len(services.kept_documents.asked)

    changes.publish(FakeChange())

    assert len(services.kept_documents.asked) == before


def test_a_list_that_cannot_be_read_says_so(kept, view, services):
    services.kept_documents.problem = Misfortune("The workspace is gone.", "Look for it.")

    kept.refresh()

    assert view.kept == "The workspace is gone."


def test_the_stored_copy_is_put_out_and_opened(kept, view):
    document = a_kept(1)

    kept.open_stored(document)

    assert view.ways_out.opened == [Path("/out") / f"{document.row.id}.docx"]


def test_the_file_and_its_folder_are_opened(kept, view):
    kept.open_file(a_kept(1))
    kept.open_folder(a_kept(1))
    kept.open_file(a_kept(1, written_to=""))

    assert view.ways_out.opened == [Path("/saved/Agreed minutes 1.docx"), Path("/saved")]


def test_a_document_is_compared_with_what_would_be_made_now(kept, studio, view, services):
    document = a_kept(1)

    kept.compare_with_now(document)
    studio.comparing.enter(0.9)

    assert view.opened == ("Agreed minutes 1.docx", (Angle.SINCE,), Angle.SINCE, False)
    assert services.comparisons.shown == [(StoredAndNow(document_id=document.row.id), 0.9)]
    assert view.compared[-1][1] == 0.9


def test_what_was_changed_by_hand_is_shown(kept, studio, view, services):
    document = a_kept(1, state=KeptState.CHANGED)

    kept.compare_by_hand(document)
    studio.comparing.enter(1.0)

    assert view.opened[1] == (Angle.BY_HAND, Angle.SINCE)
    assert services.comparisons.shown[-1][0] == StoredAndFile(document_id=document.row.id)


def test_what_was_changed_in_a_copy_that_came_back_is_called_so(kept, view):
    kept.compare_by_hand(a_kept(1, returned_on=FIRST.starts_on))

    assert view.opened[2] is Angle.CAME_BACK


def test_a_comparison_is_saved_with_tracked_changes(kept, studio, view, services):
    kept.compare_with_now(a_kept(1))
    studio.comparing.save_as_word()  # nothing is shown yet
    assert view.ways_out.suggested == []
    studio.comparing.enter(1.0)
    view.ways_out.path = Path("/chosen/changes.docx")

    studio.comparing.save_as_word()

    assert view.ways_out.suggested == ["StoredAndNow - changes.docx"]
    assert services.comparisons.saved[0][1] == Path("/chosen/changes.docx")
    assert view.ways_out.saved == [Path("/chosen/changes.docx")]


def test_two_that_cannot_be_compared_say_why(kept, studio, view, services):
    services.comparisons.problem = Misfortune("“a.docx” is not a Word document.", "Save it so.")
    kept.compare_by_hand(a_kept(1))

    studio.comparing.enter(1.0)

    assert view.problem == ("“a.docx” is not a Word document.", "Save it so.")


def test_another_workspace_closes_the_comparison(kept, studio, view, services):
    kept.compare_with_now(a_kept(1))

    studio.open(services, None, language="en")

    assert view.opened is None
