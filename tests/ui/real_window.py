"""The whole window over a real workspace, and ways to work in it as people do."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from app.services import bodies, parties, planning, preparation
from app.services.body_sheet import BodySheet, SeatSheet
from app.services.meeting_sheet import MeetingSheet
from app.services.planning import Extras
from app.ui import services
from app.ui.desk import Desk
from app.ui.window.frame import Frame

BODY = BodySheet(
    code="KR-JP-JC",
    names={"en": "Joint Committee on Environmental Cooperation", "ja": "環境保護協力合同委員会"},
    short_names={"en": "ROK–Japan Joint Committee"},
    seats=(SeatSheet("KR"), SeatSheet("JP")),
    our_side="KR",
    languages=("en", "ja"),
    prevailing_language="en",
    meeting_pattern="JC-{ordinal}",
)


def enter_committee(workspace):
    """Enter a committee of two parties, its 22nd meeting, held, and its 23rd, planned."""
    body = bodies.create(workspace, BODY, offsets=preparation.usual_offsets()).subject
    korea = parties.find_by_code(workspace, code="KR")
    japan = parties.find_by_code(workspace, code="JP")
    held = MeetingSheet(
        titles={"en": "22nd Meeting of the Joint Committee", "ja": "第22回合同委員会"},
        ordinal=22,
        code="JC-22",
        starts_on=date(2025, 4, 3),
        ends_on=date(2025, 4, 4),
        host_party_id=korea,
        zone="Asia/Seoul",
        places={"en": "Seoul"},
        languages=("en", "ja"),
    )
    planning.plan(workspace, body_id=body, sheet=held, extras=Extras(held=True))
    planned = replace(
        held,
        titles={"en": "23rd Meeting of the Joint Committee"},
        ordinal=23,
        code="JC-23",
        starts_on=None,
        ends_on=None,
        planned_starts_on=date(2025, 7, 8),
        planned_ends_on=date(2025, 7, 9),
        host_party_id=japan,
        zone="Asia/Tokyo",
        places={"en": "Tsukuba"},
    )
    planning.plan(workspace, body_id=body, sheet=planned)


def open_window(qtbot, around, path, *, size=(1440, 900)):
    """Open the whole window on a workspace."""
    desk = Desk(
        Frame(clock=around.clock), replace(around, load_services=services.load, sample_path=path)
    )
    qtbot.addWidget(desk.window)
    desk.window.resize(*size)
    desk.window.show()
    qtbot.waitExposed(desk.window)
    desk.start(path)
    return desk


def dialog_of(qtbot, name):
    """Return the dialog with a name, once it is shown."""

    def shown():
        return [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.objectName() == name and each.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def no_dialog():
    """Say whether no dialog is open."""
    return not any(
        isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets()
    )


def press(qtbot, root, name):
    """Click a button."""
    button = root.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(qtbot, editor, text):
    """Put the keyboard into a field and type; what is there is replaced."""
    editor.setFocus()
    editor.selectAll()
    if text.isascii():
        qtbot.keyClicks(editor, text)
    else:
        editor.insert(text)  # keys of other scripts come through an input method


def take(window, name):
    """Choose an action of a menu by its name."""
    action = next(each for each in window.findChildren(QAction) if each.objectName() == name)
    assert action.isEnabled(), name
    action.trigger()


def workspace_of(desk):
    """Return the workspace that a window is open on."""
    return desk._workspaces.opened.workspace
