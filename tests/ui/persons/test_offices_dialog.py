import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.organisation import Organisation
from app.services import history, organisations
from app.services.doubles import organisations as doubles
from app.ui.window.menus import Command
from tests.builders import register_organisation

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def offices(around):
    """Two that are one, one that is another; their ids by code."""
    institute = "Korea Environmental Industry {} Technology Institute"
    named = {
        "KEITI-1": {"en": institute.format("and"), "ko": "한국환경산업기술원"},
        "KEITI-2": {"en": f"{institute.format('&')} <b>", "ko": "한국환경산업기술원"},
        "MOFA": {"en": "Ministry of Foreign Affairs"},
    }
    return {
        code: register_organisation(around.workspace, code=code, names=names)
        for code, names in named.items()
    }


@pytest.fixture
def shown(place, offices, dialog):
    place.further_commands()[Command.ORGANISATION_DOUBLES]()
    return dialog()


def press(shown, qtbot, name):
    button = shown.findChild(QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, LEFT)


def codes(around):
    return sorted(row.code for row in organisations.list_all(around.workspace))


def test_two_that_may_be_one_are_laid_side_by_side(shown):
    (row,) = shown.table.rows()
    assert row.reason.value == "same-name"
    told = shown.text.toPlainText()
    assert "KEITI-1" in told
    assert "KEITI-2" in told
    assert "Technology Institute <b>" in told
    assert shown.first.value() != shown.second.value()


def test_one_is_made_of_two_and_the_name_that_went_is_kept(shown, qtbot, around, offices):
    press(shown, qtbot, "offices_keep_first")

    assert codes(around) == ["KEITI-1", "MOFA"]
    assert shown.table.rows() == ()
    assert not shown.findChild(QPushButton, "offices_keep_first").isEnabled()
    sheet = doubles.show(around.workspace, organisation_id=offices["KEITI-1"])
    assert [name.text for name in sheet.further] == [
        "Korea Environmental Industry & Technology Institute <b>"
    ]
    history.undo(around.workspace)
    assert codes(around) == ["KEITI-1", "KEITI-2", "MOFA"]


def test_two_that_are_not_the_same_are_told_apart_for_good(shown, qtbot, around):
    press(shown, qtbot, "offices_apart")

    assert shown.table.rows() == ()
    assert doubles.list_pairs(around.workspace) == ()
    assert len(codes(around)) == 3


def test_any_two_can_be_compared_and_the_right_one_kept(shown, qtbot, around, offices):
    shown.first.set_value(offices["MOFA"])
    shown.second.set_value(offices["KEITI-2"])
    shown.second.changed.emit()
    assert "MOFA" in shown.text.toPlainText()

    press(shown, qtbot, "offices_keep_second")

    assert codes(around) == ["KEITI-1", "KEITI-2"]


def test_why_two_cannot_be_one_is_told_in_the_dialog(shown, qtbot, around, offices):
    for code, party in (("KEITI-1", around.world.korea), ("MOFA", around.world.mongolia)):
        with around.workspace.write("Change organisation") as work:
            work.get(Organisation, offices[code]).party_id = party
            work.commit()
    shown.compare_requested.emit(offices["KEITI-1"], offices["MOFA"])

    press(shown, qtbot, "offices_keep_first")

    banner = shown.findChild(QLabel, "offices_problem_sentence")
    assert "two different parties" in banner.text()
    assert len(codes(around)) == 3


def test_the_dialog_closes_by_its_button(shown, qtbot):
    press(shown, qtbot, "close")
    assert not shown.isVisible()
