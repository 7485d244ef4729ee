import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.services import bodies, parties, preparation
from tests.ui.real_window import dialog_of, no_dialog, press, take, type_into, workspace_of


@pytest.fixture
def desk(open_real):
    return open_real("empty")


@pytest.fixture
def dialog(desk, qtbot):
    press(qtbot, desk.window, "blank_new_body")
    return dialog_of(qtbot, "body_dialog")


def add_party(qtbot, dialog, text):
    field = dialog.findChild(QLineEdit, "body_seats_add")
    type_into(qtbot, field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_an_empty_workspace_offers_one_thing_to_do(desk):
    shown = [
        button.text()
        for button in desk.window.findChildren(QPushButton)
        if button.isVisible() and button.property("kind") == "primary"
    ]
    assert shown == ["New body…"]
    assert not desk._page.list_pane.isVisible()
    assert "This workspace is empty" in words(desk.window)


def test_a_body_with_its_parties_is_entered_from_nothing(desk, dialog, qtbot):
    form = dialog.form
    type_into(qtbot, form.field("names").line("en").editor, "Joint Committee on the Environment")
    type_into(qtbot, form.field("short_names").line("en").editor, "Environment committee")
    add_party(qtbot, dialog, "republic of korea")
    add_party(qtbot, dialog, "japan")
    form.field("languages").box("en").click()
    form.field("languages").box("ko").click()

    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    workspace = workspace_of(desk)
    (row,) = bodies.list_all(workspace)
    assert (row.name, row.code) == ("Joint Committee on the Environment", "KR-JP-JC")
    assert [party.name for party in row.parties] == ["Republic of Korea", "Japan"]
    assert len(preparation.list_offsets(workspace, body_id=row.id)) == 11
    sheet = bodies.show_sheet(workspace, body_id=row.id)
    assert (sheet.meeting_pattern, sheet.languages) == ("JC-{ordinal}", ("en", "ko"))


def test_the_window_turns_to_the_body_that_was_entered(desk, dialog, qtbot):
    type_into(qtbot, dialog.form.field("names").line("en").editor, "Forum")
    type_into(qtbot, dialog.form.field("code").editor, "FORUM")
    press(qtbot, dialog, "save")

    qtbot.waitUntil(lambda: desk._page.list_pane.isVisible())
    assert "This body has no meetings on record" in words(desk.window)
    assert desk._bodies.chosen.code == "FORUM"


def test_what_is_missing_is_told_beside_its_field_and_nothing_is_lost(desk, dialog, qtbot):
    add_party(qtbot, dialog, "mongolia")
    press(qtbot, dialog, "save")

    assert "at least one language" in dialog.form.note("names")
    assert dialog.form.field("names").line("en").editor.hasFocus()
    assert len(dialog.form.seats.value()) == 1
    assert bodies.list_all(workspace_of(desk)) == ()


def test_a_wrong_pattern_is_told_beside_the_pattern(dialog, qtbot):
    type_into(qtbot, dialog.form.field("names").line("en").editor, "Forum")
    type_into(qtbot, dialog.form.field("code").editor, "FORUM")
    type_into(qtbot, dialog.form.field("meeting_pattern").editor, "F-{nummer}")
    press(qtbot, dialog, "save")

    assert "nummer" in dialog.form.note("meeting_pattern")


def test_codes_and_patterns_are_proposed_until_they_are_written(dialog, qtbot):
    form = dialog.form
    add_party(qtbot, dialog, "mongolia")
    assert form.field("code").value() == "MN-JC"
    form.field("kind").set_value("joint-working-group")
    form.field("kind").changed.emit()
    assert form.field("meeting_pattern").value() == "JWG-{ordinal}"
    type_into(qtbot, form.field("code").editor, "OURS")
    add_party(qtbot, dialog, "japan")
    assert form.field("code").value() == "OURS"


def test_parties_change_places_and_go_again(dialog, qtbot):
    for name in ("mongolia", "japan", "china"):
        add_party(qtbot, dialog, name)
    press(qtbot, dialog, "body_seats_up_JP")
    press(qtbot, dialog, "body_seats_remove_MN")

    assert dialog.form.seats.codes() == ("JP", "CN")


def test_a_party_is_seated_once(dialog, qtbot):
    add_party(qtbot, dialog, "mongolia")
    field = dialog.findChild(QLineEdit, "body_seats_add")
    type_into(qtbot, field, "mongolia")
    assert not any("Mongolia" in each for each in field.suggestions())


def test_a_state_is_found_by_its_name_in_its_own_script(dialog, qtbot):
    field = dialog.findChild(QLineEdit, "body_seats_add")
    field.setFocus()
    field.insert("몽골")
    field.textEdited.emit("몽골")
    assert field.suggestions()[0] == "Mongolia (MN)"


def test_our_side_is_one_of_the_parties(dialog, qtbot):
    add_party(qtbot, dialog, "mongolia")
    ours = dialog.form.field("our_side")
    ours.set_value(("state", "MN"))
    assert ours.value() == ("state", "MN")
    press(qtbot, dialog, "body_seats_remove_MN")
    assert ours.value() is None


def test_a_party_that_is_no_state_is_entered_by_hand(desk, dialog, qtbot):
    field = dialog.findChild(QLineEdit, "body_seats_add")
    type_into(qtbot, field, "Gyeongbuk")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    dialog.form.seats.new_wanted.emit("Gyeongbuk")
    party = dialog_of(qtbot, "party_dialog")
    assert party.form.field("names").line("en").editor.text() == "Gyeongbuk"
    party.form.field("kind").set_value("organisation")
    press(qtbot, party, "save")
    assert "short code" in party.form.note("code")
    type_into(qtbot, party.form.field("code").editor, "KR-47")
    press(qtbot, party, "save")

    qtbot.waitUntil(lambda: dialog.form.seats.codes() == ("KR-47",))
    assert parties.find_by_code(workspace_of(desk), code="KR-47") is not None


def test_leaving_a_form_with_something_in_it_asks_first(dialog, qtbot, notifier):
    notifier.answers = [False, True]
    type_into(qtbot, dialog.form.field("names").line("en").editor, "Forum")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog)


def test_a_body_can_be_entered_from_the_menu_and_from_the_list_of_bodies(open_real, qtbot):
    desk = open_real("committee")
    take(desk.window, "new_body")
    dialog_of(qtbot, "body_dialog").reject()
    qtbot.waitUntil(no_dialog)
    desk._switch_body()
    press(qtbot, desk._popup, "body_new")
    assert dialog_of(qtbot, "body_dialog").windowTitle() == "New body"
