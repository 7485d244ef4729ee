"""The Templates page as people use it: with the mouse, the keyboard and files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
)

from app.documents.forms.findings import FormRefused
from app.documents.gate import Hazard, Removed
from app.documents.word.house import HouseStyleUnusable
from app.services.hand_changes import ChangedByHand, IfChanged
from app.services.own_forms import FormReport
from app.settings.options import ThemeChoice
from app.ui.changes import ChangeBus
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.tasks import ImmediateTasks
from app.ui.templates.joining import TemplatesDeskPage
from app.ui.widgets.form_dialog import FormDialog
from tests.ui.templates.templates_fakes import (
    AGENDA,
    FIELDS,
    LETTER,
    MINUTES,
    NOTE,
    OPEN,
    OWN,
    PARTS,
    SOURCE,
    WRONG,
    templates_services,
)
from tests.ui.ui_fakes import FIRST, JM, KM, KOREA, MONGOLIA, FakeWorkspace


@pytest.fixture
def services():
    return templates_services()


@pytest.fixture
def place(qtbot, services, notifier, settings, mistakes, tmp_path, dressed):
    """The page in its place, open on the fakes and looked at."""
    changes, tasks = ChangeBus(), ImmediateTasks()
    operations = Operations(
        tasks=tasks, changes=changes, notifier=notifier, report_mistake=mistakes.append
    )
    needs = Needs(
        tasks=tasks,
        operations=operations,
        changes=changes,
        notifier=notifier,
        report_failure=operations.fail,
        clock=FakeWorkspace(tmp_path).clock,
        settings=settings,
        go_to=lambda kind, key: None,
    )
    place = TemplatesDeskPage(needs)
    qtbot.addWidget(place.widget)
    place.widget.resize(1224, 820)
    place.widget.show()
    qtbot.waitExposed(place.widget)
    place.open(services, FakeWorkspace(tmp_path / "Work.jwg"), language="en")
    place.show_body(KM.id)
    place.looked_at(shown=True)
    yield place
    assert mistakes == []


@pytest.fixture
def page(place):
    return place.page


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(qtbot, page, name):
    button = find(page, QPushButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot, page, key):
    """Choose an entry with the keyboard, as far down as it stands."""
    view = find(page, QListView, "templates_list")
    place = page.list_pane.table.index_of(key)
    assert place.isValid()
    view.setFocus()
    while view.currentIndex().row() != place.row():
        down = view.currentIndex().row() < place.row()
        qtbot.keyClick(view, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def rows(page):
    table = page.list_pane.table
    return [table.index(row).data() for row in range(table.rowCount())]


def words(widget):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendPostedEvents(None, 0)
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def check_card(page):
    (card,) = (card for card in page.findChildren(QFrame, "form_check") if card.isVisible())
    return card


def editor(page):
    return find(page, QPlainTextEdit, "template_source")


def test_what_there_is_stands_under_its_headings(page):
    told = rows(page)
    assert told[:4] == ["Look of all documents", "House style", "Letterhead", "Letterhead"]
    assert told[4:7] == ["Own Word forms", "Letter of invitation", "Note"]
    assert told[7:9] == ["Agreed minutes", "English"]
    assert told[9:13] == ["Agenda", "English", "English", "Korean"]
    assert told[-2:] == ["Parts that templates share", "Parts of all documents"]


def test_the_list_is_narrowed_by_words(page, qtbot):
    line = find(page, QLineEdit, "templates_filter")
    qtbot.keyClicks(line, "agenda yours")
    qtbot.waitUntil(lambda: rows(page) == ["Agenda", "English", "English"])
    line.clear()
    qtbot.keyClicks(line, "press")
    qtbot.waitUntil(lambda: rows(page) == [])
    assert "No template has these words" in words(page.list_pane)


def test_a_screen_reader_hears_whose_a_template_is(page):
    index = page.list_pane.table.index_of(OWN)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Agenda · English, KM-JWG, yours"


def test_the_first_template_is_shown_with_its_source(page):
    assert editor(page).toPlainText() == SOURCE
    assert "Agreed minutes · English" in words(page.template)


def test_a_field_is_put_in_at_the_cursor_with_enter(page, qtbot):
    qtbot.keyClicks(find(page, QLineEdit, "fields_filter"), "place")
    view = find(page, QListView, "fields_list")
    qtbot.waitUntil(lambda: view.model().rowCount() == 1)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert editor(page).toPlainText().startswith("{{ facts.meeting.place }}<document>")
    assert editor(page).hasFocus()


def test_the_fields_tell_what_they_are_and_what_is_in_them(page):
    model = find(page, QListView, "fields_list").model()
    told = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert told[0] == "Place · The meeting, meeting.place, Ulaanbaatar"
    assert told[3] == "Name · Parties, each, parties.name, the Republic of Korea"
    assert len(told) == len(FIELDS)


def test_a_field_that_nobody_can_find_is_said_to_be_absent(page, qtbot):
    qtbot.keyClicks(find(page, QLineEdit, "fields_filter"), "zebra")
    qtbot.waitUntil(lambda: "No field has these words" in words(page.fields))


def test_a_mistake_is_marked_at_its_line_and_led_to(page, qtbot):
    editor(page).setFocus()
    qtbot.keyClick(editor(page), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor(page), "{{ facts.nothing }}")
    click(qtbot, page, "check_template")
    assert "line 5 asks for “nothing”" in find(page, QLabel, "template_sentence").text()
    assert editor(page).wrong_line() == 5
    qtbot.keyClick(editor(page), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    click(qtbot, page, "template_line")
    assert editor(page).textCursor().blockNumber() == 4


def test_a_template_in_which_nothing_is_wrong_is_said_to_be_so(page, qtbot, services):
    click(qtbot, page, "check_template")
    assert "the meeting fills it" in find(page, QLabel, "template_sentence").text()
    assert services.template_trials.tried == [(MINUTES, 1.0)]


def test_a_template_is_saved_as_ours(page, qtbot, services):
    save = find(page, QPushButton, "save_template")
    assert not save.isEnabled()
    qtbot.keyClicks(editor(page), "x")
    click(qtbot, page, "save_template")
    assert services.own_templates.sources == {MINUTES: f"x{SOURCE}"}
    assert "made with yours" in find(page, QLabel, "template_sentence").text()
    assert not save.isEnabled()


def test_a_wrong_template_is_not_saved(page, qtbot, services):
    qtbot.keyClicks(editor(page), "{{ nothing }}")
    click(qtbot, page, "save_template")
    assert services.own_templates.sources == {}
    assert editor(page).wrong_line() == 1
    assert editor(page).toPlainText().startswith("{{ nothing }}")


def test_what_is_written_and_not_saved_is_there_again(page, place, qtbot, services):
    qtbot.keyClicks(editor(page), "draft ")
    choose(qtbot, page, AGENDA)
    assert services.own_templates.drafts == {MINUTES: f"draft {SOURCE}"}
    assert editor(page).toPlainText() == SOURCE
    choose(qtbot, page, MINUTES)
    assert editor(page).toPlainText() == f"draft {SOURCE}"
    click(qtbot, page, "discard_template")
    assert editor(page).toPlainText() == SOURCE
    assert services.own_templates.drafts == {}


def test_leaving_the_page_keeps_what_is_written(page, place, qtbot, services):
    qtbot.keyClicks(editor(page), "draft ")
    place.leave()
    assert services.own_templates.drafts == {MINUTES: f"draft {SOURCE}"}


def test_the_shipped_template_comes_back_after_a_question(page, qtbot, services, notifier):
    choose(qtbot, page, AGENDA)
    notifier.answers += [False, True]
    page.template._restore.trigger()
    assert ("restore", AGENDA) not in services.own_templates.done
    page.template._restore.trigger()
    assert ("restore", AGENDA) in services.own_templates.done


def test_only_an_own_template_can_be_given_up(page, qtbot):
    assert not page.template._restore.isVisible()
    choose(qtbot, page, OWN)
    assert page.template._restore.text() == "Remove…"


def test_the_page_that_a_template_makes_is_shown(page, qtbot, services):
    qtbot.mouseClick(find(page, QRadioButton, "template_side_Page"), Qt.MouseButton.LeftButton)
    assert f"Tried {MINUTES}" in page.template.area.canvas.sheet.toPlainText()
    qtbot.mouseClick(find(page, QRadioButton, "template_side_Template"), Qt.MouseButton.LeftButton)
    assert editor(page).isVisible()


def test_why_there_is_no_page_is_said_in_its_place(page, qtbot, services):
    services.template_trials.problem = HouseStyleUnusable(Path("x.docx"), "it is odd")
    qtbot.mouseClick(find(page, QRadioButton, "template_side_Page"), Qt.MouseButton.LeftButton)
    assert any("it is odd" in told for told in words(page.template))


def test_a_template_is_begun_for_another_language(page, qtbot, services):
    choose(qtbot, page, AGENDA)
    page.template._copy.trigger()
    dialog = page.findChild(FormDialog)
    form = dialog.findChild(object, "template_copy_language")
    assert form is not None
    dialog.submitted.emit({"language": "mn", "body_code": ""})
    assert services.own_templates.sources == {"agenda.mn.xml.jinja": SOURCE}
    assert page.list_pane.table.index_of("agenda.mn.xml.jinja").isValid()


def test_a_template_that_is_there_already_is_not_begun_again(page, qtbot, services):
    choose(qtbot, page, AGENDA)
    page.template._copy.trigger()
    dialog = page.findChild(FormDialog)
    dialog.submitted.emit({"language": "ko", "body_code": ""})
    assert services.own_templates.sources == {}
    assert dialog.isVisible()
    dialog.reject()


def test_a_form_shows_what_is_wrong_with_its_place(page, qtbot):
    choose(qtbot, page, NOTE.id)
    told = words(page.form)
    assert (
        "“meeting.plase” is no field that JWG Desk knows. Perhaps “meeting.place” is meant." in told
    )
    assert "In the text, table 1, row 2, column 3: “In {{ meeting.plase }}”" in told
    assert "A Word field that fetches something: DDE" in told
    assert KM.name in told
    assert not find(page, QPushButton, "fill_form").isEnabled()


def test_a_form_shows_what_is_not_known_yet(page, qtbot):
    choose(qtbot, page, LETTER.id)
    told = words(page.form)
    assert "“meeting.venue” is not known yet. It stands in amber in a draft." in told
    assert "In the header: “At”" in told
    assert "Every field is known and written as it should be." in told


def test_a_form_is_filled_where_the_user_says(page, qtbot, services, notifier, tmp_path):
    choose(qtbot, page, LETTER.id)
    notifier.answers += [tmp_path / "out.docx"]
    click(qtbot, page, "fill_form")
    verb, asked = services.own_forms.done[-1]
    assert (verb, asked["form_id"], asked["path"]) == ("fill", LETTER.id, tmp_path / "out.docx")
    assert asked["meeting_id"] == FIRST.id
    saved = find(page, QLabel, "form_saved_sentence").text()
    assert saved == f"Saved “out.docx” in {tmp_path}"


def test_a_file_that_a_hand_has_changed_is_asked_about(page, qtbot, services, notifier, tmp_path):
    choose(qtbot, page, LETTER.id)
    services.own_forms.problem = ChangedByHand("out.docx", path=tmp_path, document_id=None)
    notifier.answers += [tmp_path / "out.docx"]
    notifier.answers += ["Keep both"]
    click(qtbot, page, "fill_form")
    assert services.own_forms.done[-1][1]["if_changed"] is IfChanged.KEEP_BOTH


def test_a_form_with_a_gap_is_not_issued_and_its_list_is_led_to(page, qtbot, services):
    choose(qtbot, page, LETTER.id)
    click(qtbot, page, "issue_form")
    assert "cannot be issued yet" in find(page, QLabel, "form_sentence").text()
    assert services.own_forms.done == []
    card = check_card(page)
    assert card.hasFocus()
    assert "meeting.venue" in card.accessibleName()


def test_the_keyboard_stays_in_the_form_when_it_is_read_again(page, place, qtbot):
    choose(qtbot, page, LETTER.id)
    click(qtbot, page, "issue_form")
    place.presenter.choose_meeting(FIRST.id)
    assert find(page, QScrollArea, "form_scroll").hasFocus()


def test_a_form_in_which_something_is_wrong_is_not_issued(page, qtbot, services):
    choose(qtbot, page, NOTE.id)
    click(qtbot, page, "issue_form")
    assert "Correct the form in Word" in find(page, QLabel, "form_remedy").text()
    assert check_card(page).hasFocus()


def test_a_letter_is_issued_after_a_question_and_where_it_went_is_said(
    page, qtbot, services, notifier, tmp_path
):
    services.own_forms.gaps = ()
    choose(qtbot, page, LETTER.id)
    notifier.answers += [False]
    click(qtbot, page, "issue_form")
    assert services.own_forms.done == []
    notifier.answers += [True, tmp_path / "out.docx"]
    click(qtbot, page, "issue_form")
    verb, asked = services.own_forms.done[-1]
    assert (verb, asked["form_id"], asked["meeting_id"]) == ("issue_to", LETTER.id, FIRST.id)
    assert notifier.suggestions[-1].name == "Letter of invitation - KM-1.docx"
    told = find(page, QLabel, "form_saved_sentence").text()
    assert told == f"Issued “out.docx” in {tmp_path}"


def test_an_issued_letter_never_goes_over_what_a_hand_has_changed(
    page, qtbot, services, notifier, tmp_path
):
    services.own_forms.gaps = ()
    choose(qtbot, page, LETTER.id)
    services.own_forms.problem = ChangedByHand("out.docx", path=tmp_path, document_id=None)
    notifier.answers += [True, tmp_path / "out.docx", None]
    click(qtbot, page, "issue_form")
    assert "if_changed" not in services.own_forms.done[-1][1]
    notifier.answers += [True, tmp_path / "out.docx", "Replace"]
    click(qtbot, page, "issue_form")
    assert services.own_forms.done[-1][1]["if_changed"] is IfChanged.REPLACE


def test_what_came_to_lack_since_is_listed_too(page, qtbot, services, notifier, tmp_path):
    services.own_forms.gaps = ()
    choose(qtbot, page, LETTER.id)
    services.own_forms.problem = FormRefused("Letter", (OPEN,))
    notifier.answers += [True, tmp_path / "out.docx"]
    click(qtbot, page, "issue_form")
    assert any("meeting.venue" in told for told in words(page.form))
    assert check_card(page).hasFocus()


def test_what_is_left_out_of_a_form_is_said_before_it_is_added(
    page, qtbot, services, notifier, tmp_path
):
    services.own_forms.inside = FormReport(
        ("meeting.plase",), (WRONG,), (), (Removed(Hazard.MACROS), Removed(Hazard.FIELD, "DDE"))
    )
    notifier.answers += [tmp_path / "Invitation.docx"]
    click(qtbot, page, "add_form")
    assert services.own_forms.done == []
    dialog = page.findChild(FormDialog)
    told = words(dialog)
    assert "• Macros" in told
    assert "• A Word field that fetches something: DDE" in told
    assert any("Perhaps “meeting.place” is meant." in each for each in told)
    asked_before = len(notifier.asked)
    qtbot.mouseClick(dialog.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
    assert services.own_forms.done[-1][0] == "adopt"
    assert len(notifier.asked) == asked_before


def test_a_file_that_is_no_form_is_refused_before_anything_is_asked(
    page, qtbot, services, notifier, tmp_path
):
    services.own_forms.problem = HouseStyleUnusable(Path("new.docx"), "it is odd")
    notifier.answers += [tmp_path / "new.docx"]
    click(qtbot, page, "add_form")
    assert page.findChild(FormDialog) is None
    assert any("it is odd" in told for told in [*words(page), *(s for s, _ in notifier.told)])


def test_a_form_is_not_replaced_by_a_file_that_loses_something_without_a_question(
    page, qtbot, services, notifier, tmp_path
):
    choose(qtbot, page, LETTER.id)
    services.own_forms.inside = FormReport(("body.code",), (), (), (Removed(Hazard.MACROS),))
    notifier.answers += [tmp_path / "new.docx", False]
    click(qtbot, page, "replace_form")
    assert services.own_forms.done == []
    assert "• Macros" in notifier.asked[-1][1]
    notifier.answers += [tmp_path / "new.docx", True]
    click(qtbot, page, "replace_form")
    assert services.own_forms.done[-1][0] == "replace"


def test_a_letterhead_is_entered_for_one_body_alone(page, qtbot, services):
    choose(qtbot, page, KOREA.id)
    lines = page.letterhead._form.field("lines").line("en").editor
    assert lines.toPlainText().startswith("Ministry of Foreign Affairs")
    alone = find(page, QRadioButton, "letterhead_scope_KM-JWG alone")
    qtbot.mouseClick(alone, Qt.MouseButton.LeftButton)
    assert lines.toPlainText() == ""
    assert "until lines are entered here" in find(page, QLabel, "letterhead_inherited").text()
    qtbot.keyClicks(lines, "Joint Secretariat")
    click(qtbot, page, "save_letterhead")
    asked = {"party_id": KOREA.id, "body_id": KM.id, "lines": {"en": "Joint Secretariat"}}
    assert services.letterheads.done == [("save", asked)]


def test_what_is_typed_goes_to_the_letterhead_that_was_shown(page, qtbot, services):
    choose(qtbot, page, KOREA.id)
    lines = page.letterhead._form.field("lines").line("en").editor
    qtbot.keyClicks(lines, "New ")
    alone = find(page, QRadioButton, "letterhead_scope_KM-JWG alone")
    qtbot.mouseClick(alone, Qt.MouseButton.LeftButton)
    verb, asked = services.letterheads.done[0]
    assert verb == "save"
    assert "body_id" not in asked


def test_what_is_typed_of_a_letterhead_is_saved_when_another_entry_is_chosen(
    page, place, qtbot, services
):
    choose(qtbot, page, MONGOLIA.id)
    qtbot.keyClicks(page.letterhead._form.field("lines").line("en").editor, "Ministry")
    choose(qtbot, page, MINUTES)
    saved = ("save", {"party_id": MONGOLIA.id, "lines": {"en": "Ministry"}})
    assert services.letterheads.done == [saved]
    place.leave()
    assert services.letterheads.done == [saved]


def test_the_page_of_a_template_grows_and_shrinks(page, qtbot, services):
    assert not find(page, QPushButton, "template_larger").isVisible()
    qtbot.mouseClick(find(page, QRadioButton, "template_side_Page"), Qt.MouseButton.LeftButton)
    share = find(page, QPushButton, "template_share")
    click(qtbot, page, "template_share")
    fitted = share.text()
    click(qtbot, page, "template_larger")
    assert int(share.text().removesuffix(" %")) > int(fitted.removesuffix(" %"))
    click(qtbot, page, "template_share")
    assert share.text() == fitted
    click(qtbot, page, "template_smaller")
    assert int(share.text().removesuffix(" %")) < int(fitted.removesuffix(" %"))
    assert services.template_trials.tried[-1][1] * 100 == int(share.text().removesuffix(" %"))
    qtbot.mouseClick(find(page, QRadioButton, "template_side_Template"), Qt.MouseButton.LeftButton)
    assert not find(page, QPushButton, "template_larger").isVisible()


def test_a_copy_of_a_form_is_opened_in_word(page, qtbot, notifier):
    choose(qtbot, page, LETTER.id)
    click(qtbot, page, "open_form")
    assert [path.name for path in notifier.opened] == ["letter.docx"]


def test_a_form_is_replaced_by_a_file(page, qtbot, services, notifier, tmp_path):
    choose(qtbot, page, LETTER.id)
    notifier.answers += [tmp_path / "new.docx"]
    click(qtbot, page, "replace_form")
    assert services.own_forms.done[-1] == (
        "replace",
        {"form_id": LETTER.id, "path": tmp_path / "new.docx"},
    )


def test_a_file_that_is_refused_is_told_beside_the_form(page, qtbot, services, notifier, tmp_path):
    choose(qtbot, page, LETTER.id)
    services.own_forms.problem = HouseStyleUnusable(Path("new.docx"), "it is odd")
    notifier.answers += [tmp_path / "new.docx"]
    click(qtbot, page, "replace_form")
    assert "it is odd" in find(page, QLabel, "form_sentence").text()


def test_a_form_is_removed_after_a_question(page, qtbot, services, notifier):
    choose(qtbot, page, LETTER.id)
    notifier.answers += [True]
    page.form.remove_requested.emit()
    assert services.own_forms.done[-1] == ("remove", {"form_id": LETTER.id})


def test_a_form_is_added_with_its_name_and_language(page, qtbot, services, notifier, tmp_path):
    notifier.answers += [tmp_path / "Invitation.docx"]
    click(qtbot, page, "add_form")
    dialog = page.findChild(FormDialog)
    name = dialog.findChild(QLineEdit, "word_form_name")
    assert name.text() == "Invitation"
    qtbot.keyClick(name, Qt.Key.Key_End)
    qtbot.keyClicks(name, " to Seoul")
    qtbot.mouseClick(dialog.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
    verb, asked = services.own_forms.done[-1]
    assert verb == "adopt"
    assert (asked["name"], asked["language"], asked["body_id"]) == (
        "Invitation to Seoul",
        "en",
        None,
    )
    assert asked["path"] == tmp_path / "Invitation.docx"
    assert not dialog.isVisible()


def test_a_field_of_a_form_is_copied_for_word(page, qtbot):
    choose(qtbot, page, LETTER.id)
    view = find(page, QListView, "fields_list")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == FIELDS[0].inserted
    assert "Paste it into the form in Word" in find(page, QLabel, "form_sentence").text()


def test_the_house_style_is_used_opened_and_given_up(page, qtbot, services, notifier, tmp_path):
    choose(qtbot, page, "house-style")
    assert "as JWG Desk makes them" in find(page, QLabel, "style_state").text()
    assert not page.fields.isVisible()
    notifier.answers += [tmp_path / "Ours.docx"]
    click(qtbot, page, "adopt_style")
    assert "“Ours.docx”" in find(page, QLabel, "style_state").text()
    notifier.answers += [tmp_path / "Copy.docx"]
    click(qtbot, page, "open_style")
    assert notifier.opened == [tmp_path / "Copy.docx"]
    notifier.answers += [True]
    click(qtbot, page, "restore_style")
    assert services.house_styles.done == ["adopt", "export", "restore"]


def test_a_house_style_that_lacks_something_says_what(page, qtbot, services, notifier, tmp_path):
    choose(qtbot, page, "house-style")
    services.house_styles.problem = HouseStyleUnusable.lacking(Path("o.docx"), ("JWG Notice",))
    notifier.answers += [tmp_path / "o.docx"]
    click(qtbot, page, "adopt_style")
    assert "“JWG Notice”" in find(page, QLabel, "style_sentence").text()


def test_a_letterhead_is_written_and_saved(page, qtbot, services):
    choose(qtbot, page, MONGOLIA.id)
    lines = page.letterhead._form.field("lines").line("en").editor
    qtbot.keyClicks(lines, "Ministry of Environment")
    click(qtbot, page, "save_letterhead")
    assert services.letterheads.done == [
        ("save", {"party_id": MONGOLIA.id, "lines": {"en": "Ministry of Environment"}})
    ]


def test_leaving_the_page_saves_a_letterhead(page, place, qtbot, services):
    choose(qtbot, page, MONGOLIA.id)
    qtbot.keyClicks(page.letterhead._form.field("lines").line("en").editor, "Ministry")
    place.leave()
    assert services.letterheads.done[0][0] == "save"


def test_a_letterhead_gets_a_logo(page, qtbot, services, notifier, tmp_path):
    choose(qtbot, page, KOREA.id)
    assert not find(page, QPushButton, "save_letterhead").isEnabled()
    notifier.answers += [tmp_path / "seal.png"]
    click(qtbot, page, "choose_logo")
    assert services.letterheads.done == [
        ("set_logo", {"party_id": KOREA.id, "path": tmp_path / "seal.png"})
    ]


def test_a_letterhead_without_lines_takes_no_logo(page, qtbot):
    choose(qtbot, page, MONGOLIA.id)
    assert not find(page, QPushButton, "choose_logo").isEnabled()


def test_a_workspace_that_can_only_be_read_offers_no_change(place, page, qtbot, services, tmp_path):
    reading = FakeWorkspace(tmp_path / "Read.jwg", why="It is open elsewhere.")
    place.open(services, reading, language="en")
    place.show_body(KM.id)
    place.looked_at(shown=True)
    assert editor(page).isReadOnly()
    assert not find(page, QPushButton, "save_template").isVisible()
    assert not find(page, QPushButton, "add_form").isEnabled()
    choose(qtbot, page, LETTER.id)
    assert not find(page, QPushButton, "issue_form").isVisible()


def test_what_cannot_be_read_is_said_in_its_place(place, page, qtbot, services):
    services.own_templates.problem = HouseStyleUnusable(Path("x"), "it is odd")
    choose(qtbot, page, AGENDA)
    assert any("it is odd" in told for told in words(page))


def test_a_body_without_meetings_has_nothing_to_try_with(place, page, qtbot):
    place.show_body(JM.id)
    assert any("once there is a meeting" in told for told in words(page.fields))
    qtbot.mouseClick(find(page, QRadioButton, "template_side_Page"), Qt.MouseButton.LeftButton)
    assert any("no meeting to try" in told for told in words(page.template))
    choose(qtbot, page, LETTER.id)
    assert not find(page, QPushButton, "issue_form").isEnabled()


def test_where_there_is_little_room_the_fields_take_the_place_of_the_list(page, qtbot):
    page.setMinimumWidth(400)
    page.resize(880, 640)
    assert not page.fields.isVisible()
    turn = page.template.head.findChild(QPushButton, "turn_fields")
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert page.fields.isVisible()
    assert not page.list_pane.isVisible()


def test_the_page_is_dressed_anew_while_it_is_shown(page, theme, qtbot):
    choose(qtbot, page, PARTS)
    theme.wear(ThemeChoice.DARK, text_scale=1.5)
    assert page.grab().width() == page.width()
    theme.wear(ThemeChoice.LIGHT)


def test_everything_that_the_keyboard_reaches_has_a_name(page, qtbot):
    for key in (MINUTES, LETTER.id, "house-style", KOREA.id):
        choose(qtbot, page, key)
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert button.accessibleName() or button.text(), button.objectName()
