"""A whole workspace is exported and opened again in the window, as people do it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton

from app.services.whole_workspace import exporting, importing
from tests.contents import contents_of
from tests.ui.real_window import dialog_of, no_dialog, press, take, workspace_of


@pytest.fixture
def desk(open_real):
    return open_real("committee")


@pytest.fixture
def dialog(desk, qtbot):
    take(desk.window, "export_workspace")
    return dialog_of(qtbot, "export_workspace_dialog")


@pytest.fixture
def exported(desk, tmp_path):
    return exporting.export(workspace_of(desk), target=tmp_path / "Export").path


def words_of(dialog, name):
    return dialog.findChild(QLabel, name).text()


def start_opening(desk, qtbot, notifier, path):
    notifier.answers.append(path)
    take(desk.window, "open_export")
    return dialog_of(qtbot, "open_export_dialog")


def exports_in(folder):
    return [path for path in folder.iterdir() if path.name.startswith("committee 20")]


def test_a_workspace_is_exported_into_a_folder_with_the_keyboard_alone(
    desk, dialog, qtbot, notifier, tmp_path
):
    notifier.answers.append(tmp_path)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "export_workspace_show") is not None)

    (path,) = exports_in(tmp_path)
    assert path.name in words_of(dialog, "export_workspace_made")
    fingerprint = words_of(dialog, "fingerprint").replace(" ", "")
    assert importing.look_at(path).fingerprint == fingerprint
    press(qtbot, dialog, "export_workspace_show")
    assert notifier.opened == [path]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog)


def test_a_workspace_is_exported_as_an_archive(desk, dialog, qtbot, notifier, tmp_path):
    box = dialog.findChild(QComboBox, "export_workspace_form")
    box.setCurrentIndex(box.findText("Zip archive"))
    notifier.answers.append(tmp_path / "All of it")
    press(qtbot, dialog, "export_workspace_act")

    assert importing.look_at(tmp_path / "All of it.zip").counts["body"] == 1
    assert notifier.suggestions[-1].suffix == ".zip"


def test_nothing_happens_when_no_place_is_chosen(dialog, qtbot, notifier, tmp_path):
    notifier.answers.append(None)
    press(qtbot, dialog, "export_workspace_act")

    assert dialog.findChild(QPushButton, "export_workspace_act").isEnabled()
    assert exports_in(tmp_path) == []


def test_an_export_can_be_stopped_and_leaves_nothing(dialog, qtbot, notifier, tmp_path):
    dialog.progressed.connect(lambda *_how: dialog.reject())
    notifier.answers.append(tmp_path)
    before = set(tmp_path.iterdir())
    press(qtbot, dialog, "export_workspace_act")

    assert "It was stopped." in words_of(dialog, "export_workspace_problem_sentence")
    assert dialog.findChild(QPushButton, "export_workspace_act").isEnabled()
    assert not dialog.findChild(QProgressBar, "export_workspace_progress").isVisible()
    assert set(tmp_path.iterdir()) == before


def test_whoever_does_not_wait_for_the_stop_closes_the_dialog_again(dialog, qtbot):
    dialog.begin()
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.tell_progress(1, 2) is False
    dialog.reject()
    qtbot.waitUntil(no_dialog)


def test_a_place_that_cannot_be_written_is_told_in_the_dialog(dialog, qtbot, notifier, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    notifier.answers.append(blocked)
    press(qtbot, dialog, "export_workspace_act")

    assert "could not be written" in words_of(dialog, "export_workspace_problem_sentence")


def test_an_export_becomes_a_workspace_that_is_opened(desk, exported, qtbot, notifier, tmp_path):
    original = workspace_of(desk).path
    dialog = start_opening(desk, qtbot, notifier, exported / "manifest.json")
    assert "“Export”, written by JWG Desk" in words_of(dialog, "open_export_who")
    assert "meetings:\u00a02" in words_of(dialog, "open_export_contents")
    notifier.answers.append(tmp_path / "Again.jwg")
    press(qtbot, dialog, "open_export_act")
    qtbot.waitUntil(no_dialog)

    assert workspace_of(desk).path == tmp_path / "Again.jwg"
    assert contents_of(tmp_path / "Again.jwg") == contents_of(original)
    assert "“Again.jwg” holds everything that the export holds" in notifier.told[-1][0]


def test_an_export_that_was_changed_is_refused_in_the_dialog_and_can_be_tried_again(
    desk, exported, qtbot, notifier, tmp_path
):
    file = exported / "records" / "meeting.jsonl"
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"22nd", b"32nd"))
    dialog = start_opening(desk, qtbot, notifier, exported / "manifest.json")
    notifier.answers += [tmp_path / "Again.jwg", tmp_path / "Again.jwg"]
    press(qtbot, dialog, "open_export_act")
    assert "“records/meeting.jsonl”" in words_of(dialog, "open_export_problem_sentence")
    assert not (tmp_path / "Again.jwg").exists()

    file.write_bytes(raw)
    press(qtbot, dialog, "open_export_act")
    qtbot.waitUntil(no_dialog)
    assert workspace_of(desk).path == tmp_path / "Again.jwg"


def test_the_opening_can_be_stopped_and_leaves_nothing(desk, exported, qtbot, notifier, tmp_path):
    dialog = start_opening(desk, qtbot, notifier, exported / "manifest.json")
    told = []
    dialog.progressed.connect(lambda done, total: (told.append(done), dialog.reject()))
    notifier.answers.append(tmp_path / "Again.jwg")
    before = set(tmp_path.iterdir())
    press(qtbot, dialog, "open_export_act")

    assert "It was stopped." in words_of(dialog, "open_export_problem_sentence")
    assert told
    assert set(tmp_path.iterdir()) == before
    assert workspace_of(desk).path.name == "committee.jwg"


def test_what_is_no_export_is_told_and_no_dialog_opens(desk, qtbot, notifier, tmp_path):
    other = tmp_path / "other.zip"
    other.write_bytes(b"no archive")
    notifier.answers.append(other)
    take(desk.window, "open_export")

    assert "“other.zip” is not an exported workspace" in notifier.told[-1][0]
    assert no_dialog()


def test_an_export_is_opened_where_no_workspace_could_be(
    desk, exported, open_real, qtbot, notifier, tmp_path
):
    broken = tmp_path / "broken.jwg"
    broken.write_bytes(b"no workspace")
    bare = open_real(broken)
    dialog = start_opening(bare, qtbot, notifier, exported / "manifest.json")
    notifier.answers.append(tmp_path / "Again.jwg")
    press(qtbot, dialog, "open_export_act")
    qtbot.waitUntil(no_dialog)

    assert workspace_of(bare).path == tmp_path / "Again.jwg"
