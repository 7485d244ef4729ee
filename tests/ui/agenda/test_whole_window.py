"""The agenda and the papers in the window itself: from an empty agenda to one that is adopted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton

from app.services import agenda, agenda_editions, bodies, meetings, papers
from app.ui.agenda.part import AgendaPart
from app.ui.papers.part import PapersPart
from app.ui.widgets.record_table import RecordTable
from tests.ui.real_window import dialog_of, no_dialog, press, type_into, workspace_of

CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(open_real, monkeypatch):
    """The window on the 23rd meeting of a committee, which is ahead."""
    parts = lambda needs: (AgendaPart(needs), PapersPart(needs))  # noqa: E731
    monkeypatch.setattr("app.ui.desk.make_parts", parts)
    desk = open_real("committee")
    desk.show_tab("agenda")
    return desk


@pytest.fixture
def meeting(desk):
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    rows = meetings.list_for_body(workspace, body_id=body.id)
    return next(row.id for row in rows if row.ordinal == 23)


def tabs(desk):
    shown = desk._page.meeting._tabs
    return [shown.tabText(place) for place in range(shown.count())]


def on_record(desk, meeting):
    rows = agenda.list_for_meeting(workspace_of(desk), meeting_id=meeting)
    return ["." * row.depth + f"{row.label} {row.title}" for row in rows]


def enter(desk, qtbot, *titles):
    """Type titles one after the other; Enter goes on, Esc ends."""
    for title in titles:
        editor = desk.window.findChild(QLineEdit, "agenda_title_editor")
        editor.insert(title)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(desk.window.findChild(QLineEdit, "agenda_title_editor"), Qt.Key.Key_Escape)


def test_an_agenda_is_entered_put_in_order_and_adopted(desk, meeting, qtbot):
    press(qtbot, desk.window, "agenda_list_start")  # the standard items, on an empty agenda
    table = desk.window.findChild(RecordTable, "agenda_list")
    qtbot.waitUntil(lambda: len(table.rows()) == 7)
    adoption = next(line for line in table.rows() if line.item.title == "Adoption of the agenda")
    table.choose([adoption.id])
    press(qtbot, desk.window, "agenda_add")
    enter(desk, qtbot, "Seasonal fine dust", "Marine litter")
    table.choose([next(line.id for line in table.rows() if "litter" in line.item.title)])
    qtbot.keyClick(table.view, Qt.Key.Key_Return, CTRL)
    enter(desk, qtbot, "Joint monitoring")
    table.choose([next(line.id for line in table.rows() if "dust" in line.item.title)])
    qtbot.keyClick(table.view, Qt.Key.Key_Down, ALT_SHIFT)
    assert on_record(desk, meeting)[1:5] == [
        "2 Adoption of the agenda", "3 Marine litter", ".3.1 Joint monitoring",
        "4 Seasonal fine dust",
    ]  # fmt: skip

    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = desk.window.findChild(QLineEdit, "agenda_title_editor")
    type_into(qtbot, editor, "Fine dust")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert on_record(desk, meeting)[4] == "4 Fine dust"

    for status in ("Provisional", "Before the meeting", "Adopted"):
        press(qtbot, desk.window, "agenda_step")
        press(qtbot, dialog_of(qtbot, "agenda_step_dialog"), "save")
        qtbot.waitUntil(no_dialog)
        assert desk.window.findChild(QLabel, "agenda_status").text() == status
    kept = agenda_editions.list_editions(workspace_of(desk), meeting_id=meeting)
    assert [row.number for row in kept] == [3, 2, 1]
    assert tabs(desk)[1] == "Agenda  10"


def test_a_paper_is_added_and_the_meeting_written_as_a_folder(
    desk, meeting, notifier, qtbot, tmp_path
):
    press(qtbot, desk.window, "agenda_list_start")
    desk.show_tab("papers")
    file = tmp_path / "Report of the secretariat.pdf"
    file.write_bytes(b"%PDF-1.7 report")
    notifier.answers = [(file,)]
    press(qtbot, desk.window, "papers_list_start")
    dialog = dialog_of(qtbot, "drafts_dialog")
    qtbot.waitUntil(lambda: dialog.findChild(QLineEdit, "paper_draft_symbol") is not None)
    symbol = dialog.findChild(QLineEdit, "paper_draft_symbol").text()
    press(qtbot, dialog, "save")

    qtbot.waitUntil(no_dialog)
    (kept,) = papers.list_details(workspace_of(desk), meeting_id=meeting)
    assert symbol
    assert kept.symbol == symbol
    assert tabs(desk)[2] == "Documents  1"

    press(qtbot, desk.window, "papers_folder")
    dialog = dialog_of(qtbot, "folder_dialog")
    dialog.findChild(QRadioButton, "folder_scope_All sides").click()
    notifier.answers = [tmp_path / "Twenty-third meeting"]
    press(qtbot, dialog, "folder_save")
    qtbot.waitUntil(no_dialog)
    written = sorted(
        path.name for path in (tmp_path / "Twenty-third meeting").rglob("*") if path.is_file()
    )
    assert any(symbol.replace("/", "-") in name for name in written)
