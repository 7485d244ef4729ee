from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.body import BodyName
from app.services import bodies, parties
from app.services.facts.names_of_the_day import party_on
from tests.ui.real_window import dialog_of, no_dialog, press, take, type_into, workspace_of


@pytest.fixture
def desk(open_real):
    return open_real("committee")


@pytest.fixture
def dialog(desk, qtbot):
    take(desk.window, "body_settings")
    return dialog_of(qtbot, "body_dialog")


def the_body(desk):
    (row,) = bodies.list_all(workspace_of(desk))
    return row


def test_the_settings_show_what_is_on_record(dialog):
    form = dialog.form
    assert form.field("names").line("ja").value() == "環境保護協力合同委員会"
    assert form.seats.codes() == ("KR", "JP")
    assert form.field("our_side").value()[0] == "party"
    assert form.field("prevailing_language").value() == "en"
    assert not form.is_changed()


def test_a_changed_name_asks_since_when_and_the_switcher_follows(desk, dialog, qtbot):
    form = dialog.form
    assert not form.field("since").isVisible()
    type_into(qtbot, form.field("names").line("en").editor, "Joint Committee on Climate")
    type_into(qtbot, form.field("short_names").line("en").editor, "Climate committee")
    qtbot.waitUntil(form.field("since").isVisible)
    type_into(qtbot, form.field("since").editor, "1 June 2025")
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    assert the_body(desk).name == "Joint Committee on Climate"
    with workspace_of(desk).read() as reader:
        kept = {name.text: name.valid_to for name in reader.find(BodyName)}
    assert kept["Joint Committee on Environmental Cooperation"] == "2025-06-01"
    assert desk._bodies.chosen.short_name == "Climate committee"


def test_a_correction_keeps_no_former_name(desk, dialog, qtbot):
    form = dialog.form
    type_into(qtbot, form.field("names").line("en").editor, "Joint Committee for the Environment")
    form.field("name_change").set_value("corrects")
    form.changed.emit()
    assert not form.field("since").isVisible()
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    with workspace_of(desk).read() as reader:
        assert reader.find(BodyName) == []


def test_adding_a_name_in_a_further_language_is_no_change_of_name(dialog, qtbot):
    form = dialog.form
    type_into(qtbot, form.field("names").line("mn").editor, "Khamtarsan khoroo")
    assert not form.field("name_change").isVisible()


def test_a_new_name_of_a_party_leaves_earlier_days_the_old_one(desk, dialog, qtbot):
    press(qtbot, dialog, "body_seats_edit_JP")
    party = dialog_of(qtbot, "party_dialog")
    type_into(qtbot, party.form.field("names").line("en").editor, "Nippon")
    type_into(qtbot, party.form.field("since").editor, "1 June 2025")
    press(qtbot, party, "save")

    qtbot.waitUntil(lambda: not party.isVisible())
    workspace = workspace_of(desk)
    japan = parties.find_by_code(workspace, code="JP")
    with workspace.read() as reader:
        assert party_on(reader, japan, date(2025, 4, 3)).names["en"] == "Japan"
        assert party_on(reader, japan, date(2025, 6, 1)).names["en"] == "Nippon"
    assert "Nippon" in {dialog.form.seats.name_of(key) for key, _ in dialog.form.seats.value()}


def test_what_is_wrong_keeps_the_dialog_open(desk, dialog, qtbot):
    type_into(qtbot, dialog.form.field("established_on").editor, "long ago")
    press(qtbot, dialog, "save")

    assert dialog.form.note("established_on")
    assert dialog.isVisible()


def test_settings_are_saved_with_a_shortcut(desk, dialog, qtbot):
    type_into(qtbot, dialog.form.field("cadence").editor, "every year")
    dialog.activateWindow()
    qtbot.keyClick(
        dialog.form.field("cadence").editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
    )

    qtbot.waitUntil(no_dialog)
    sheet = bodies.show_sheet(workspace_of(desk), body_id=the_body(desk).id)
    assert sheet.cadence == "every year"
