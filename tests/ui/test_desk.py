from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)

from app.domain.errors import Misfortune
from app.settings.options import LAST_BODY, LAST_WORKSPACE, THEME, WINDOW_GEOMETRY, ThemeChoice
from app.ui.appearance import is_dark
from app.ui.desk import Desk
from app.ui.studio.page import StudioPage
from app.ui.widgets.tabs import Tabs
from app.ui.window.frame import Frame
from app.ui.window.menus import Command
from tests.ui.ui_fakes import FIRST, KM, SECOND, FakeWorkspaces, fake_services

TABS = ("overview", "delegations", "agenda")


def said(desk, name):
    return desk.window.findChild(QLabel, name).text()


def choose(desk, command):
    desk.window.menu_bar.action(command).trigger()


def has_focus(desk, name):
    focused = QApplication.focusWidget()
    return focused is not None and focused.objectName() == name


def test_the_window_opens_on_the_sample_and_its_working_group(desk, settings):
    assert desk.window.windowTitle() == "Sample workspace – JWG Desk"
    assert said(desk, "meeting_title") == SECOND.title
    assert said(desk, "clocks") == "Ulaanbaatar 13:06 · Seoul 14:06"
    assert said(desk, "saved_state") == "Everything is saved"
    assert settings.value(LAST_BODY) == KM.code
    assert settings.value(LAST_WORKSPACE) == ""


def test_the_keyboard_begins_on_the_list(desk, qtbot):
    qtbot.waitUntil(lambda: has_focus(desk, "meetings_list"))


def test_arrow_and_enter_lead_to_a_meeting_without_a_mouse(desk, qtbot):
    view = desk.window.findChild(QListView, "meetings_list")
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert said(desk, "meeting_title") == FIRST.title
    assert has_focus(desk, "meeting_tabs")


def test_f6_goes_round_the_panes_and_shift_f6_back(desk):
    desk.window.sidebar.focus_places()
    visited = []
    for _ in range(3):
        choose(desk, Command.NEXT_PANE)
        visited.append(QApplication.focusWidget().objectName())
    choose(desk, Command.PREVIOUS_PANE)

    assert visited == ["meetings_list", "meeting_tabs", "navigation"]
    assert has_focus(desk, "meeting_tabs")


def test_ctrl_2_goes_to_the_meetings(desk, qtbot):
    desk.window.sidebar.focus_places()

    qtbot.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert has_focus(desk, "meetings_list")


def enter_studio(desk, qtbot):
    """Go to the studio as a person does; return its page when it shows a document."""
    qtbot.keyClick(desk.window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    page = desk.window.findChild(StudioPage)
    sheet = page.preview.canvas.sheet
    qtbot.waitUntil(lambda: "agreed-minutes" in sheet.toPlainText())
    return page


def test_ctrl_9_goes_to_the_studio_with_the_meeting_in_hand(desk, qtbot, services):
    view = desk.window.findChild(QListView, "meetings_list")
    qtbot.keyClick(view, Qt.Key.Key_Down)

    enter_studio(desk, qtbot)

    assert services.previews.shown[-1][0].meeting_id == FIRST.id
    assert has_focus(desk, "studio_kind")
    assert desk.window.sidebar.navigation.currentIndex().data() == "Document studio"


def test_f6_goes_round_the_panes_of_the_studio(desk, qtbot):
    enter_studio(desk, qtbot)
    visited = []
    for _ in range(4):
        choose(desk, Command.NEXT_PANE)
        visited.append(QApplication.focusWidget().objectName())

    assert visited == ["studio_page", "studio_checks_scroll", "navigation", "studio_kind"]


def test_a_document_is_saved_from_the_studio(desk, qtbot, notifier, services, tmp_path):
    page = enter_studio(desk, qtbot)
    notifier.answers = [tmp_path / "minutes.docx"]

    button = page.findChild(QPushButton, "studio_word")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert services.issuing.saved[0][1] == tmp_path / "minutes.docx"
    assert notifier.suggestions[0].parent == tmp_path
    assert said(desk, "studio_saved_sentence") == "Saved “minutes.docx”"


def test_a_value_of_the_studio_leads_to_its_record(desk, qtbot):
    page = enter_studio(desk, qtbot)
    page.fields.chooser.record_chosen.emit(FIRST.id)
    links = [
        link
        for link in page.fields.findChildren(QPushButton)
        if link.accessibleName() == "Open the record of “Republic of Korea”"
    ]

    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)

    assert desk.window.place() == "meetings"
    assert said(desk, "meeting_title") == FIRST.title
    assert desk.window.findChild(QListView, "meetings_list").currentIndex().isValid()
    tabs = desk.window.findChild(Tabs, "meeting_tabs")
    assert tabs.tabText(tabs.currentIndex()).startswith("Delegations")


def test_turning_to_another_body_stays_in_the_studio(desk, qtbot):
    page = enter_studio(desk, qtbot)
    qtbot.mouseClick(desk.window.sidebar.switcher, Qt.MouseButton.LeftButton)
    field = desk.window.findChild(QLineEdit, "body_search")

    qtbot.keyClicks(field, "japan jcm")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert desk.window.place() == "studio"
    told = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "There is nothing to make documents of yet" in told


def test_every_tab_stop_has_a_name(desk):
    desk.window.findChild(QListView, "meetings_list").setCurrentIndex(
        desk.window.findChild(QListView, "meetings_list").model().index_of(FIRST.id)
    )
    for show in (
        *(partial(desk.show_tab, tab) for tab in ("overview", "delegations", "agenda")),
        desk.go_to_studio,
    ):
        show()
        QApplication.processEvents()
        nameless = [
            widget.objectName() or type(widget).__name__
            for widget in desk.window.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert nameless == []


def test_the_window_need_not_be_wider_than_a_small_screen(desk, qtbot):
    desk.window.findChild(QListView, "meetings_list").setCurrentIndex(
        desk.window.findChild(QListView, "meetings_list").model().index_of(FIRST.id)
    )
    assert desk.window.minimumSizeHint().width() <= 1100
    assert desk.window.minimumSizeHint().height() <= 700

    desk.window.resize(1100, 700)
    for show in (
        *(partial(desk.show_tab, tab) for tab in ("overview", "delegations", "agenda")),
        desk.go_to_studio,
    ):
        show()
        QApplication.processEvents()
        assert desk.window.width() == 1100
        assert desk.window.minimumSizeHint().width() <= 1100


def test_another_body_is_searched_for_and_chosen(desk, qtbot):
    qtbot.mouseClick(desk.window.sidebar.switcher, Qt.MouseButton.LeftButton)
    field = desk.window.findChild(QLineEdit, "body_search")
    assert desk.window.findChild(QListView, "body_list").currentIndex().data() == KM.name

    qtbot.keyClicks(field, "japan jcm")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert "JCM Joint Committee" in desk.window.sidebar.switcher.accessibleName()
    told = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert "This body has no meetings on record" in told


def test_a_document_is_saved_from_the_menu(desk, qtbot, notifier, services, tmp_path):
    desk.window.findChild(QListView, "meetings_list").setFocus()
    qtbot.keyClick(desk.window.findChild(QListView, "meetings_list"), Qt.Key.Key_Down)
    notifier.answers = [tmp_path / "minutes.docx"]
    button = desk.window.findChild(QPushButton, "save_as_word")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button.choices, Qt.Key.Key_Down)
    qtbot.keyClick(button.choices, Qt.Key.Key_Return)

    assert services.documents.saved[0]["kind"] == "agreed-minutes"
    assert said(desk, "saved_sentence") == "Saved “minutes.docx”"


def test_a_document_that_cannot_be_written_is_told(desk, qtbot, notifier, services, tmp_path):
    services.documents.problem = Misfortune("“minutes.docx” is open in Word.", "Close it there.")
    notifier.answers = [tmp_path / "minutes.docx"]
    button = desk.window.findChild(QPushButton, "save_as_word")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button.choices, Qt.Key.Key_Down)
    qtbot.keyClick(button.choices, Qt.Key.Key_Return)

    assert notifier.told == [("“minutes.docx” is open in Word.", "Close it there.")]


def test_the_theme_is_changed_in_the_menu_and_kept(desk, settings, qtbot):
    choose(desk, Command.THEME_DARK)

    qtbot.waitUntil(is_dark)
    assert settings.value(THEME) is ThemeChoice.DARK
    assert desk.window.menu_bar.action(Command.THEME_DARK).isChecked()
    assert said(desk, "meeting_title") == SECOND.title


def test_larger_text_keeps_the_meeting_and_its_documents(desk, theme):
    choose(desk, Command.TEXT_LARGER)
    theme.finish()

    assert said(desk, "meeting_title") == SECOND.title
    assert desk.window.findChild(QPushButton, "save_as_word").isEnabled()
    choose(desk, Command.TEXT_NORMAL)
    theme.finish()


def test_ctrl_s_says_that_everything_is_saved(desk):
    choose(desk, Command.SAVE)

    assert said(desk, "saved_state").startswith("All changes saved ")


def test_about_names_the_workspace(desk, around, qtbot):
    choose(desk, Command.ABOUT)
    dialog = desk.window.findChild(QDialog, "about_dialog")

    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert str(around.sample_path) in told
    dialog.accept()


def test_a_copy_is_offered_beside_the_original(desk, notifier, services, tmp_path):
    notifier.answers = [tmp_path / "Copy.jwg"]

    choose(desk, Command.SAVE_COPY)

    assert notifier.suggestions == [tmp_path / "Copy of Sample workspace.jwg"]
    assert services.workspaces.copied == [tmp_path / "Copy.jwg"]
    assert "Copy.jwg" in notifier.told[0][0]


def test_another_workspace_is_opened_and_remembered(desk, notifier, settings, tmp_path):
    notifier.answers = [tmp_path / "ours.jwg"]

    choose(desk, Command.OPEN_WORKSPACE)

    assert desk.window.windowTitle() == "ours – JWG Desk"
    assert settings.value(LAST_WORKSPACE) == str(tmp_path / "ours.jwg")


def test_a_workspace_without_backups_says_when_one_is_made(desk, notifier):
    choose(desk, Command.RESTORE_BACKUP)

    assert notifier.told[0][0] == "There is no backup of this workspace yet."


def test_closing_remembers_the_place_and_closes_the_file(desk, settings, qtbot):
    workspace = desk._workspaces.opened.workspace

    with qtbot.waitSignal(desk.closed):
        choose(desk, Command.CLOSE)

    assert workspace.was_closed
    assert settings.value(WINDOW_GEOMETRY)
    assert not desk.window.isVisible()


@pytest.fixture
def start(qtbot, around):
    """Return a function that starts a window on given services."""
    import dataclasses

    def started(path=None, **services):
        made = fake_services(**services)
        window = Frame(clock=around.clock)
        desk = Desk(window, dataclasses.replace(around, load_services=lambda: made))
        qtbot.addWidget(desk.window)
        desk.window.show()
        desk.start(path)
        return desk

    return started


def test_a_workspace_somebody_else_writes_is_shown_read_only(start):
    desk = start(workspaces=FakeWorkspaces(why_read_only="Bold on office-2 is writing it."))

    assert said(desk, "read_only_sentence") == "Read only. Bold on office-2 is writing it."
    assert said(desk, "saved_state") == "Read only"


def test_a_workspace_that_cannot_be_opened_says_why_and_what_to_do(start, qtbot, notifier):
    problem = Misfortune("“ours.jwg” was written by a newer JWG Desk.", "Install that one.")
    desk = start(Path("ours.jwg"), workspaces=FakeWorkspaces(problem=problem))

    assert desk.window.blank.sentence() == "“ours.jwg” was written by a newer JWG Desk."
    assert notifier.told == []
    button = desk.window.findChild(QPushButton, "blank_open")
    assert button.isVisible()
    notifier.answers = [None]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert notifier.answers == []


def test_the_last_workspace_opens_the_next_time_if_it_is_still_there(start, settings, tmp_path):
    ours = tmp_path / "ours.jwg"
    ours.write_bytes(b"")
    settings.choose(LAST_WORKSPACE, str(ours))
    assert start().window.windowTitle() == "ours – JWG Desk"

    ours.unlink()
    assert start().window.windowTitle() == "Sample workspace – JWG Desk"


def test_an_empty_workspace_shows_that_it_has_no_bodies(start):
    from types import SimpleNamespace

    desk = start(bodies=SimpleNamespace(list_all=lambda workspace, *, language: ()))

    assert "No body yet" in desk.window.sidebar.switcher.accessibleName()
    assert desk.window.findChild(Tabs, "meeting_tabs").isVisible() is False
