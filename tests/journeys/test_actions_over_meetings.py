"""Somebody follows action items up over three meetings: a line each time, carried on each time."""

from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.clock import FixedClock
from app.services import bodies, meetings
from app.services.follow_up import carrying, papers, sheets
from app.store.workspace import Workspace
from app.ui.actions.view import Mode
from tests.builders import a_meeting, key_of, set_up_world
from tests.ui.real_window import dialog_of, no_dialog, press, take, type_into

PICTURES = Path(__file__).parents[2] / "build" / "journeys"
PROMISES = ("Send the draft annex", "Name two experts", "Share the glossary")
MEETINGS = ("JWG-2", "JWG-3", "JWG-4")


@pytest.fixture
def path(tmp_path):
    """A body whose first meeting was held, and which will meet three times more."""
    path = tmp_path / "Follow-up.jwg"
    now = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)
    with Workspace.create(path, clock=FixedClock(now), actor="secretariat") as workspace:
        world = set_up_world(workspace)
        for place, code in enumerate(MEETINGS):
            draft = a_meeting(
                world.body,
                ordinal=place + 2,
                code=code,
                titles={"en": f"Meeting {code}"},
                status="convened",
                planned_starts_on=date(2025, 9 + place, 1),
                places={"en": "Seoul"},
                zone="Asia/Seoul",
            )
            key_of(meetings.plan(workspace, draft))
    return path


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_actions_are_carried_over_three_meetings_with_a_line_each(desk, path, qtbot, mistakes):
    window = desk.window
    with qtbot.waitSignal(desk.filled, timeout=60_000):
        desk.start(path)
    workspace = desk._workspaces.opened.workspace
    page = next(each for each in desk._pages._pages if each.place.key == "actions")
    take(window, "go_actions")
    qtbot.waitUntil(page.page.start.isVisible, timeout=20_000)
    for words in PROMISES:
        promise(qtbot, page, words)

    for code in MEETINGS:
        step(qtbot, desk, workspace, code, "in-session")
        take(window, "go_actions")
        for row in rows_of(workspace):
            said = f"{row.code} as {code} heard it"
            done = "done" if (code, row.text) == (MEETINGS[-1], PROMISES[0]) else "in-progress"
            report(qtbot, page, row.id, said, done)
        step(qtbot, desk, workspace, code, "closed")

    told = {row.text: (row.carries, row.lines, row.status) for row in rows_of(workspace)}
    assert told == {
        PROMISES[0]: (2, 3, "done"),
        PROMISES[1]: (3, 3, "in-progress"),
        PROMISES[2]: (3, 3, "in-progress"),
    }
    for row in rows_of(workspace):
        lines = sheets.show(workspace, action_id=row.id).lines
        assert [line.meeting for line in reversed(lines)] == list(MEETINGS)
        assert [line.text for line in reversed(lines)] == [
            f"{row.code} as {code} heard it" for code in MEETINGS
        ]
    look_back(qtbot, desk, page, workspace)
    saved = papers.save_action_list(workspace, body_id=body_of(workspace), path=path.parent)
    assert "as JWG-4 heard it" in docx.Document(str(saved)).element.xpath("string(.)")
    with qtbot.waitSignal(desk.closed, timeout=60_000):
        window.close()
    assert mistakes == []


def promise(qtbot, page, words):
    press(qtbot, page.page, "new_action" if page.page.board.isVisible() else "start_action")
    dialog = dialog_of(qtbot, "action_dialog")
    qtbot.keyClicks(dialog.form.field("texts").line("en").editor, words)
    dialog.form.field("limit").set_value("next")
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    shown = page.page.board.columns[0].cards
    qtbot.waitUntil(
        lambda: any(words in str(shown.index(at).data()) for at in range(shown.rowCount()))
    )


def report(qtbot, page, key, words, status):
    presenter = page.presenter
    presenter.open_sheet(key)
    qtbot.waitUntil(lambda: presenter._sheet is not None and presenter._sheet.row.id == key)
    press(qtbot, page.page, "report_action")
    dialog = dialog_of(qtbot, "line_dialog")
    assert dialog.form.field("meeting_id").value() is not None  # the one that is in session
    dialog.form.field("status").set_value(status)
    type_into(qtbot, dialog.form.field("texts").editor, words)
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)
    qtbot.waitUntil(lambda: any(each.text() == words for each in labels(page)), timeout=10_000)


def labels(page):
    return page.page.sheet.findChildren(QLabel)


def step(qtbot, desk, workspace, code, name):
    """Turn to a meeting and take it a step on."""
    take(desk.window, "go_meetings")
    key = meetings.find_by_code(workspace, code=code)
    desk._meetings.turn_to(key)
    button = desk.window.findChild(QPushButton, "meeting_next_step")

    def offered():
        title = desk.window.findChild(QLabel, "meeting_title")
        names = [each.objectName() for each in button.choices.actions() if each.isEnabled()]
        return title is not None and code in title.text() and f"step_{name}" in names

    qtbot.waitUntil(offered, timeout=20_000)
    take(button.choices, f"step_{name}")
    dialog = dialog_of(qtbot, "meeting_step_dialog")
    press(qtbot, dialog, "save")
    qtbot.waitUntil(no_dialog)


def look_back(qtbot, desk, page, workspace):
    """See meeting by meeting what was found, heard and left."""
    take(desk.window, "go_actions")
    page.presenter.choose_mode(Mode.BY_MEETING)
    last = meetings.find_by_code(workspace, code=MEETINGS[-1])
    page.presenter.review_meeting(last)
    table = page.page.by_meeting.table
    qtbot.waitUntil(lambda: len(table.rows()) == len(PROMISES), timeout=20_000)
    PICTURES.mkdir(parents=True, exist_ok=True)
    desk.window.resize(1440, 900)
    page.presenter.close_sheet()
    qtbot.wait(50)
    desk.window.grab().save(str(PICTURES / "actions-over-meetings.png"))
    seen = carrying.review(workspace, meeting_id=last)
    assert {(each.found, each.left) for each in seen.rows} == {
        ("in-progress", "done"),
        ("in-progress", "in-progress"),
    }


def rows_of(workspace):
    return sheets.read(workspace, body_id=body_of(workspace)).rows


def body_of(workspace):
    return bodies.list_all(workspace)[0].id
