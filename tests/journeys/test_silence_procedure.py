"""A decision is sought in writing: one side objects, it is settled, adopted and recorded."""

from datetime import datetime, timedelta
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QTableView

from app.domain.body import Body
from app.services import meetings
from app.settings.options import LAST_BODY
from app.ui.widgets.form_dialog import FormDialog
from app.ui.window.menus import Command
from tests.builders import a_meeting

PICTURES = Path(__file__).parents[2] / "build" / "journeys"
WAIT = 60_000


def ago(days):
    """Return a day before today, as it is typed."""
    return (datetime.now().astimezone().date() - timedelta(days=days)).isoformat()


class Hand:
    """Somebody at the window: presses buttons, fills forms, looks what is told."""

    def __init__(self, desk, qtbot, mistakes):
        self.window, self.qtbot, self.mistakes = desk.window, qtbot, mistakes

    def until(self, holds):
        self.qtbot.waitUntil(lambda: bool(self.mistakes) or bool(holds()), timeout=WAIT)
        assert self.mistakes == []

    def press(self, name):
        self.until(lambda: self._button(name) is not None)
        self.qtbot.mouseClick(self._button(name), Qt.MouseButton.LeftButton)

    def more(self, name):
        self.until(lambda: self.window.findChild(QAction, name) is not None)
        self.window.findChild(QAction, name).trigger()

    def fill(self, **typed):
        self.until(lambda: self._dialog() is not None)
        dialog = self._dialog()
        form = dialog.form
        for name, words in typed.items():
            name, _, language = name.partition("__")
            field = form.field(name)
            if not isinstance(words, str):
                field.set_value(words)
                continue
            editor = field.line(language).editor if language else field.editor
            editor.setFocus()
            if hasattr(editor, "selectAll"):
                editor.selectAll()
            self.qtbot.keyClicks(editor, words)
        self.qtbot.mouseClick(dialog.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
        self.until(lambda: self._dialog() is None)

    def wait_for(self, status):
        def told():
            labels = self.window.findChildren(QLabel, "procedure_status")
            return bool(labels) and labels[-1].text() == status

        self.until(told)

    def picture(self, name):
        PICTURES.mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        self.window.grab().save(str(PICTURES / f"{name}.png"))

    def _button(self, name):
        found = self.window.findChildren(QPushButton, name)
        return next((each for each in found if each.isVisible() and each.isEnabled()), None)

    def _dialog(self):
        found = self.window.findChildren(FormDialog)
        return next((each for each in found if each.isVisible()), None)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_decision_is_sought_by_silence_objected_to_settled_and_recorded(
    desk, qtbot, tmp_path, mistakes
):
    window, hand = desk.window, Hand(desk, qtbot, mistakes)
    window.resize(1440, 900)
    with qtbot.waitSignal(desk.filled, timeout=WAIT):
        desk.start(None)
    window.menu_bar.requested.emit(Command.GO_DECISIONS)
    register = window.findChild(QTableView, "decisions_grid")
    hand.until(lambda: register.model().rowCount() > 0)
    before = register.model().rowCount()

    writing = window.findChild(QRadioButton, "decisions_mode_In writing")
    qtbot.mouseClick(writing, Qt.MouseButton.LeftButton)
    hand.press("new_decision")
    hand.fill(
        titles__en="Monitoring report form",
        texts__en="The Joint Working Group approves the monitoring report form.",
        days="3",
        source="Agreed at the meeting",
    )
    hand.wait_for("Being prepared")
    hand.more("more_save_circular")
    hand.until(lambda: list(tmp_path.glob("Circular*.docx")))
    (circular,) = tmp_path.glob("Circular*.docx")
    assert "Monitoring report form" in docx.Document(str(circular)).element.xpath("string(.)")

    hand.press("step_circulate")
    hand.fill(day=ago(20), time="10:00")
    hand.wait_for("Circulated")
    hand.press("step_receipt")
    hand.fill(day=ago(20), time="15:00")
    hand.press("step_object")
    hand.fill(day=ago(19), time="09:30", words__en="Section 2 is not clear.")
    hand.wait_for("Objection")
    hand.picture("silence-objected")

    hand.press("step_consult")
    hand.wait_for("In consultation")
    hand.press("step_settle")
    hand.fill(day=ago(18), time="09:30", words__en="Section 2 was explained.")
    hand.wait_for("Circulated")
    hand.press("step_conclude")
    hand.wait_for("No objection")
    hand.press("step_adopt_silence")
    hand.fill()
    hand.wait_for("Adopted")
    hand.press("step_announce")
    hand.fill(on=ago(10))
    hand.wait_for("Announced")

    plan_next_meeting(desk)
    hand.press("step_record")
    hand.fill()
    hand.wait_for("Recorded in minutes")
    hand.picture("silence-recorded")

    hand.more("more_show_decision")
    hand.until(lambda: register.model().rowCount() == before + 1)
    hand.until(lambda: window.findChild(object, "decision_minutes") is not None)
    symbol = window.findChild(QLabel, "decision_symbol").text()
    assert symbol.startswith("E1/")
    hand.picture("silence-decision")
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        window.close()
    assert mistakes == []


def plan_next_meeting(desk):
    """Plan the meeting in whose minutes it is recorded: the sample has none ahead."""
    workspace = desk._workspaces.opened.workspace
    with workspace.read() as reader:
        body = reader.first(Body, code=desk._settings.value(LAST_BODY))
    draft = a_meeting(body.id, ordinal=2, code="JWG-2", titles={"en": "Next meeting"})
    meetings.plan(workspace, draft)
