import gc
import weakref
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton

from app.services.workspaces import Backup
from app.store.backup_folder import Reason
from app.ui.workspaces.backups_dialog import BackupsDialog, contents
from app.ui.workspaces.backups_table import BackupsTable

NEWER = Backup(
    path=Path("ours 2025-06-02 closing.jwg"),
    taken_at=datetime(2025, 6, 2, 12, tzinfo=UTC),
    reason=Reason.CLOSING,
    size=9,
    counts={"body": 3, "meeting": 2},
    last_change=4,
    last_change_at=datetime(2025, 6, 2, 11, tzinfo=UTC),
    last_change_by="Oyun",
    last_use_case="Plan meeting",
)
UNREADABLE = Backup(
    path=Path("ours 2025-06-01 daily.jwg"),
    taken_at=datetime(2025, 6, 1, 12, tzinfo=UTC),
    reason=Reason.DAILY,
    size=9,
    counts={},
    is_readable=False,
)


@pytest.fixture
def dialog(qtbot):
    dialog = BackupsDialog((NEWER, UNREADABLE))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # pytest-qt deletes it
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def told(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_table_of_backups_is_a_sound_model(qtmodeltester):
    table = BackupsTable((NEWER, UNREADABLE))
    qtmodeltester.check(table)

    assert table.index(0).data().endswith("on closing")
    assert table.data(table.index(9)) is None


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_for_a_backup_has_words(reason):
    row = Backup(path=Path("x"), taken_at=NEWER.taken_at, reason=reason, size=0, counts={})

    assert " · " in BackupsTable((row,)).index(0).data()


def test_what_a_backup_holds_is_shown_before_anything_is_restored(dialog):
    assert "bodies: 3\nmeetings: 2" in told(dialog)
    assert "Plan meeting" in told(dialog)
    assert "Oyun" in told(dialog)


def test_a_backup_that_cannot_be_read_cannot_be_restored(dialog, qtbot):
    qtbot.keyClick(dialog.findChild(QListView, "backups_list"), Qt.Key.Key_Down)

    assert "nothing that can be read" in told(dialog)
    assert not dialog.findChild(QPushButton, "restore_backup").isEnabled()


def test_the_chosen_backup_is_restored(dialog, qtbot):
    button = dialog.findChild(QPushButton, "restore_backup")

    with qtbot.waitSignal(dialog.restore_requested) as wanted:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert wanted.args == [NEWER]
    assert not dialog.isVisible()


def test_the_dialog_is_freed_when_it_is_closed(qapp):
    dialog = BackupsDialog((NEWER,))
    gone = []
    dialog.destroyed.connect(partial(gone.append, "gone"))
    remembered = weakref.ref(dialog)
    dialog.open()

    dialog.reject()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert gone == ["gone"]
    assert remembered() is None


def test_contents_are_said_in_words():
    assert contents(NEWER) == "bodies: 3, meetings: 2"
