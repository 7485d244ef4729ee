"""Somebody at the window: clicks, types and waits as a secretary does, and takes pictures."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget

from app.ui.widgets.record_table import RecordTable

PICTURES = Path(__file__).parents[2] / "build" / "journeys"
WAIT = 60_000
CTRL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Works in the whole window; every step waits until the window has followed."""

    def __init__(self, desk, qtbot, clock, name):
        self.desk = desk
        self.window = desk.window
        self.qtbot = qtbot
        self.clock = clock
        self.name = name
        self.taken = 0
        PICTURES.mkdir(parents=True, exist_ok=True)

    @property
    def workspace(self):
        return self.desk._workspaces.opened.workspace

    def opened_path(self):
        """Return the path of the workspace that is open, or an empty one between two."""
        opened = self.desk._workspaces.opened
        return Path(opened.workspace.path) if opened is not None else Path()

    def on(self, year, month, day, hour=1):
        """Come back on a day."""
        self.clock.instant = datetime(year, month, day, hour, tzinfo=UTC)

    def until(self, came):
        """Wait for something to come."""
        self.qtbot.waitUntil(came, timeout=WAIT)

    def see(self, kind, name, root=None):
        """Return a visible widget, once there is one."""
        found = []

        def shown():
            found[:] = [
                each
                for each in (root or self.window).findChildren(kind, name)
                if each.isVisible() and each.isEnabled()
            ]
            return bool(found)

        self.until(shown)
        return found[0]

    def press(self, name, root=None):
        """Click a button, once it can be clicked."""
        self.click(self.see(QPushButton, name, root))

    def click(self, widget):
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def key(self, widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(widget, key, modifiers)

    def write(self, editor, text):
        """Type into a field in place of what is there; other scripts come composed."""
        editor.setFocus()
        editor.selectAll()
        if text.isascii():
            self.qtbot.keyClicks(editor, text)
        else:
            self._compose(editor, text)

    def choose(self, field, value):
        """Choose one of the answers of a field, as its list does."""
        combo = field.editor
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())

    def choose_named(self, field, label):
        """Choose the answer that reads so."""
        combo = field.editor
        combo.setCurrentIndex(combo.findText(label))
        assert combo.currentText() == label
        combo.activated.emit(combo.currentIndex())

    def dialog(self, name):
        """Return the dialog with a name, once it is shown."""

        def shown():
            return [
                each
                for each in QApplication.topLevelWidgets()
                if isinstance(each, QDialog) and each.objectName() == name and each.isVisible()
            ]

        self.until(lambda: bool(shown()))
        return shown()[0]

    def save(self, dialog, name="save"):
        """Press the button of a dialog and see it close."""
        self.press(name, dialog)
        self.until(lambda: not any_dialog())
        self.return_to_window()

    def return_to_window(self):
        """Have the keyboard in the window again, as every desktop gives it back by itself."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def take(self, name, root=None):
        """Choose an entry of a menu, once it is offered."""

        def offered():
            return [
                each
                for each in (root or self.window).findChildren(QAction, name)
                if each.isEnabled()
            ]

        self.until(lambda: bool(offered()))
        offered()[0].trigger()

    def turn(self, tab):
        """Turn to a tab of the meeting by a click on it."""
        view = self.desk._page.meeting
        key = list(view._parts).index(tab) + 1 if tab != "overview" else 0
        bar = view._tabs
        at = bar.tabRect(key).center()
        self.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)

    def rows(self, name):
        return self.see(RecordTable, name).rows()

    def picture(self, name, of: QWidget | None = None):
        """Keep a picture of the window, or of a dialog over it."""
        self.taken += 1
        bar = self.window.busy_bar
        self.until(lambda: not bar._shown and not bar._patience.isActive())
        self.qtbot.wait(60)
        (of or self.window).grab().save(str(PICTURES / f"{self.name}-{self.taken:02}-{name}.png"))

    def step(self, name, **values):
        """Take the meeting a step on."""
        button = self.window.findChild(QPushButton, "meeting_next_step")
        self.take(f"step_{name}", button.choices)
        dialog = self.dialog("meeting_step_dialog")
        for field, told in values.items():
            self.write(dialog.form.field(field).editor, told)
        self.save(dialog)

    def _compose(self, editor, text):
        if isinstance(editor, QLineEdit):
            editor.clear()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(editor, event)


def any_dialog():
    """Say whether a dialog is open."""
    return any(
        isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets()
    )
