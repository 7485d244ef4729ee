from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QScrollArea

from app.ui.meetings import record
from app.ui.meetings.page import MeetingsPage
from app.ui.meetings.save_button import SaveButton
from app.ui.widgets.tabs import Tabs
from tests.ui.ui_fakes import ACTIONS, DETAIL, FIRST, SECOND, fake_services


@pytest.fixture
def page(qtbot, notifier):
    page = MeetingsPage(notifier=notifier)
    qtbot.addWidget(page)
    page.resize(1224, 820)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def shown():
    return record.read(fake_services(), None, meeting_id=FIRST.id, language="en")


@pytest.fixture
def filled(page, shown):
    page.show_rows((SECOND, FIRST), total=2, chosen=FIRST.id)
    page.show_record(shown)
    page.offer_documents(record.read_choices(fake_services(), None, shown=shown))
    return page


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_meeting_is_chosen_with_the_mouse(filled, qtbot):
    view = filled.findChild(QListView, "meetings_list")
    place = view.visualRect(view.model().index(1)).center()

    with qtbot.waitSignal(filled.meeting_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [SECOND.id]


def test_a_meeting_is_chosen_with_the_arrow_keys_which_pass_over_headings(filled, qtbot):
    view = filled.findChild(QListView, "meetings_list")
    view.setFocus()

    with qtbot.waitSignal(filled.meeting_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Up)

    assert chosen.args == [SECOND.id]


def test_enter_in_the_list_goes_on_to_the_meeting(filled, qtbot):
    filled.activateWindow()
    view = filled.findChild(QListView, "meetings_list")
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert filled.findChild(Tabs, "meeting_tabs").hasFocus()


def test_showing_the_rows_again_does_not_choose_anything(filled, qtbot):
    with qtbot.assertNotEmitted(filled.meeting_chosen):
        filled.show_rows((SECOND, FIRST), total=2, chosen=FIRST.id)


def test_what_is_typed_filters_the_list(page, qtbot):
    field = page.findChild(QLineEdit, "meetings_filter")

    with qtbot.waitSignal(page.filter_changed, check_params_cb=lambda text: text == "seo"):
        qtbot.keyClicks(field, "seo")


def test_a_filter_that_finds_nothing_says_so_and_a_body_without_meetings_too(page):
    page.show_rows((), total=2, chosen=None)
    assert "No meeting has these words" in words(page)

    page.show_rows((), total=0, chosen=None)
    page.show_no_meeting()
    assert "No meetings yet" in words(page)
    assert "This body has no meetings on record" in words(page)


def test_the_head_says_what_when_where_and_how_far_to_trust_it(filled):
    told = words(filled)

    assert FIRST.title in told
    assert "JWG-1 · In the chair: Mongolia" in told
    assert "Tuesday 27 May 2025" in told
    assert "09:30–17:30 Ulaanbaatar · 10:30–18:30 Seoul" in told
    assert "Hybrid · hosted by Mongolia" in told
    assert "English, Mongolian, Korean" in told
    assert "Reconstructed from the press release" in told
    assert "Sources disagree" in told


def test_unknown_hours_and_days_are_said_to_be_unknown(page, shown, qtbot):
    no_hours = replace(DETAIL, starts_at=None, ends_at=None)
    page.show_record(replace(shown, detail=no_hours))
    qtbot.waitUntil(lambda: "Hours not recorded" in words(page))

    undated = replace(FIRST, starts_on=None, ends_on=None)
    page.show_record(replace(shown, detail=replace(DETAIL, row=undated)))
    qtbot.waitUntil(lambda: "No date yet" in words(page))


def test_the_overview_tells_record_agenda_decisions_sides_and_follow_up(filled):
    told = words(filled)

    assert "Adopted" in told
    assert "JWG-1/D2" in told
    assert "Host · 1 person · 10 institutions" in told
    assert "Guest · 1 person · 5 institutions" in told
    assert "1 of 3 done" in told
    assert "Late" in told
    assert "Due: before the next meeting" in told
    assert "Another source says otherwise" in told
    assert "Sealed" in told


def test_the_stepper_says_its_steps_in_words(filled):
    stepper = filled.findChild(object, "record_stepper")

    assert "Drafted, done, 27 May" in stepper.accessibleName()
    assert "Signed, under way" in stepper.accessibleName()
    assert "Follow-up, not yet, 1 of 3" in stepper.accessibleName()


class SomePart(QObject):
    """A part of a meeting that remembers what it hears."""

    retitled = Signal()

    def __init__(self, key):
        super().__init__()
        self.key = key
        self.widget = QLabel(f"what {key} shows")
        self.heard = []
        self.count = 0

    def title(self):
        return f"{self.key.capitalize()}  {self.count}"

    def show_meeting(self, detail):
        self.heard.append(("meeting", detail.row.id))

    def looked_at(self, *, shown):
        self.heard.append(("looked at", shown))

    def leave(self):
        self.heard.append(("leave",))


def test_the_parts_of_a_meeting_are_tabs_that_are_turned_with_the_keyboard(page, shown, qtbot):
    part = SomePart("delegations")
    page.meeting.add_part(part)
    page.show_record(shown)
    tabs = page.findChild(Tabs, "meeting_tabs")
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        "Overview",
        "Delegations  0",
    ]
    assert part.heard[-1] == ("meeting", FIRST.id)
    assert ("looked at", True) not in part.heard
    tabs.setFocus()

    qtbot.keyClick(tabs, Qt.Key.Key_Right)

    assert "what delegations shows" in words(page)
    assert part.heard[-1] == ("looked at", True)
    part.count = 17
    part.retitled.emit()
    assert tabs.tabText(1) == "Delegations  17"
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert part.heard[-2:] == [("leave",), ("looked at", False)]


def test_a_link_of_the_overview_leads_to_the_tab_that_says_more(filled, qtbot):
    filled.meeting.add_part(SomePart("delegations"))
    link = filled.findChild(QPushButton, "open_delegations")

    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert filled.findChild(Tabs, "meeting_tabs").currentIndex() == 1


def test_a_decision_of_the_agenda_leads_to_the_list_of_decisions(filled, qtbot):
    filled.resize(1224, 420)
    card = filled.findChild(object, "agenda_card")
    link = card.findChild(QPushButton, "decision_link_JWG-1/D2")

    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert filled.findChild(Tabs, "meeting_tabs").currentIndex() == 0
    area = filled.findChild(QScrollArea, "overview_scroll")
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)


def test_every_document_is_offered_and_chosen_from_the_menu(filled, qtbot):
    button = filled.findChild(SaveButton, "save_as_word")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.choices.isVisible()
    names = [action.text() for action in button.choices.actions() if action.text()]
    assert names == [
        "Agreed minutes – original of Mongolia",
        "Agreed minutes – original of Republic of Korea",
        "List of participants",
        "Agenda",
        "Rules text",
    ]

    with qtbot.waitSignal(filled.save_requested) as wanted:
        qtbot.keyClick(button.choices, Qt.Key.Key_Down)
        qtbot.keyClick(button.choices, Qt.Key.Key_Return)

    assert wanted.args[0].party.code == "MN"


def test_a_meeting_without_documents_cannot_be_saved(filled):
    filled.offer_documents(())

    assert not filled.findChild(SaveButton, "save_as_word").isEnabled()


def test_the_name_of_a_file_is_suggested_without_forbidden_letters(filled, shown, notifier):
    row = replace(FIRST, code="1/JWG: a")
    notifier.answers = [Path("/chosen/minutes.docx"), None]
    choice = record.DocumentChoice("agenda")
    filled.save_beside(Path("/beside"))

    chosen = filled.choose_word_file(replace(shown, detail=replace(DETAIL, row=row)), choice)
    filled.choose_word_file(shown, choice)

    assert chosen == Path("/chosen/minutes.docx")
    assert notifier.suggestions == [
        Path("/beside/1-JWG- a Agenda.docx"),
        Path("/chosen/JWG-1 Agenda.docx"),
    ]


def test_a_saved_file_is_named_and_can_be_opened_and_the_note_closed(filled, qtbot, notifier):
    filled.show_saved(Path("/chosen/Minutes.docx"))
    assert "Saved “Minutes.docx”" in words(filled)

    qtbot.mouseClick(filled.findChild(QPushButton, "open_saved"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(filled.findChild(QPushButton, "show_saved"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(filled.findChild(QPushButton, "close_notice"), Qt.MouseButton.LeftButton)

    assert notifier.opened == [Path("/chosen/Minutes.docx"), Path("/chosen")]
    assert "Saved “Minutes.docx”" not in words(filled)


def test_a_problem_takes_the_place_of_the_meeting(filled):
    filled.show_problem("The file is gone.", "Open it again.")

    assert {"The file is gone.", "Open it again."} <= set(words(filled))


def test_a_narrow_page_puts_the_side_column_below_and_cuts_nothing_off(filled, qtbot):
    filled.resize(860, 600)
    overview = filled.findChild(object, "overview")
    delegations = filled.findChild(object, "delegations_card")
    agenda = filled.findChild(object, "agenda_card")

    def is_below():
        return delegations.mapTo(overview, delegations.rect().topLeft()).y() > agenda.y()

    qtbot.waitUntil(is_below)
    area = filled.findChild(QScrollArea, "overview_scroll")
    assert overview.width() <= area.viewport().width()
    assert overview.minimumSizeHint().width() <= area.viewport().width()


def test_an_empty_record_is_said_to_be_empty(page, shown):
    bare = replace(shown, delegations=(), agenda=(), decisions=(), actions=(), papers=())
    page.show_record(bare)

    told = words(page)
    assert "No agenda is on record." in told
    assert "No delegation is on record." in told
    assert "Follow-up" not in told


def test_the_follow_up_leads_to_the_first_action_item_that_is_still_owed(filled, qtbot):
    link = filled.findChild(QPushButton, "open_actions")
    owed = next(row for row in ACTIONS if row.status != "done")

    with qtbot.waitSignal(filled.meeting.record_requested) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert asked.args == ["action_item", owed.id]


def test_a_side_may_bring_more_people_than_there_is_room_for(page, shown):
    side = shown.delegations[0]
    people = tuple(
        replace(delegate, is_institution=False, initials="XY") for delegate in side.delegates
    )
    page.show_record(replace(shown, delegations=(replace(side, delegates=people),)))

    assert "+6" in words(page)


def test_an_action_item_of_an_unknown_state_is_still_shown(page, shown):
    odd = replace(ACTIONS[0], status="waiting-for-mail", is_late=False)
    page.show_record(replace(shown, actions=(odd,)))

    assert "Waiting for mail" in words(page)
