"""Packs are made, checked and opened in the window; keys are made and revoked there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton

from app.domain.agenda import AgendaItem
from app.services import agenda, bodies, meetings
from app.services.packs import keys, making, reading
from app.services.packs.reading import Proof
from tests.ui.real_window import dialog_of, no_dialog, press, take, type_into, workspace_of

PICTURES = Path(__file__).parents[3] / "build" / "pictures"


@pytest.fixture
def desk(open_real):
    desk = open_real("committee")
    workspace = workspace_of(desk)
    (body,) = bodies.list_all(workspace)
    for row in meetings.list_for_body(workspace, body_id=body.id):
        for place, title in enumerate(("Opening", "Review of projects"), start=1):
            item = AgendaItem(
                meeting_id=row.id, ordinal=place, label=str(place), titles={"en": title}
            )
            agenda.add_item(workspace, item)
    return desk


@pytest.fixture
def form(desk, qtbot):
    take(desk.window, "make_pack")
    return dialog_of(qtbot, "pack_dialog")


def packs_in(folder):
    return sorted(folder.glob("*.jwgx"))


def words_of(dialog, name):
    return dialog.findChild(QLabel, name).text()


def test_what_goes_in_is_told_before_it_is_made(form, qtbot):
    qtbot.waitUntil(lambda: "Agenda: 2" in words_of(form, "pack_contents"))
    form.form.field("agenda").set_value(False)
    form.form.changed.emit()
    qtbot.waitUntil(lambda: "Agenda" not in words_of(form, "pack_contents"))


def test_a_pack_is_made_and_remembered(desk, form, qtbot, notifier, tmp_path):
    type_into(qtbot, form.findChild(QLineEdit, "pack_title"), "For Tsukuba")
    notifier.answers.append(tmp_path)
    press(qtbot, form, "save")
    qtbot.waitUntil(no_dialog)
    (path,) = packs_in(tmp_path)
    assert path.name == "For Tsukuba.jwgx"
    assert reading.verify(path).proof is Proof.UNSIGNED
    assert [row.title for row in making.list_made(workspace_of(desk))] == ["For Tsukuba"]
    assert notifier.told[-1][0] == "“For Tsukuba.jwgx” is made."


def test_nothing_is_lost_when_no_folder_is_chosen(form, qtbot, notifier, tmp_path):
    type_into(qtbot, form.findChild(QLineEdit, "pack_title"), "Later")
    notifier.answers += [None, tmp_path]
    press(qtbot, form, "save")
    assert form.findChild(QPushButton, "save").isEnabled()
    press(qtbot, form, "save")
    qtbot.waitUntil(no_dialog)
    assert [path.name for path in packs_in(tmp_path)] == ["Later.jwgx"]


def test_an_empty_pack_is_refused_in_the_form(form, qtbot, notifier, tmp_path):
    for part in ("rules", "decisions", "agenda", "papers", "minutes", "participants"):
        form.form.field(part).set_value(False)
    notifier.answers.append(tmp_path)
    press(qtbot, form, "save")
    assert "nothing to put into the pack" in form.form.banner_sentence()
    assert packs_in(tmp_path) == []


def test_one_for_certain_keys_names_the_key_that_is_none(form, qtbot, notifier, tmp_path):
    form.form.field("protection").set_value("recipients")
    form.form.changed.emit()
    assert form.form.field("recipients").isVisible()
    form.form.field("recipients").set_value("age1nobody")
    notifier.answers.append(tmp_path)
    press(qtbot, form, "save")
    assert "“age1nobody” is not a key" in form.form.note("recipients")


def test_a_key_is_made_signs_and_is_revoked(desk, qtbot, notifier, tmp_path):
    take(desk.window, "keys")
    listed = dialog_of(qtbot, "keys_dialog")
    press(qtbot, listed, "make_key")
    new = dialog_of(qtbot, "new_key_dialog")
    type_into(qtbot, new.findChild(QLineEdit, "new_key_owner"), "Seoul secretariat")
    press(qtbot, new, "save")
    qtbot.waitUntil(lambda: len(listed.table.rows()) == 1)
    (key,) = keys.list_keys().own
    assert (key.owner, key.needs_passphrase) == ("Seoul secretariat", False)

    listed.table.choose([key.key_id])
    notifier.answers.append(tmp_path)
    press(qtbot, listed, "back_up_key")
    assert list(tmp_path.glob("JWG Desk key*.json"))
    press(qtbot, listed, "revoke_key")
    sure = dialog_of(qtbot, "revoked_key_dialog")
    type_into(qtbot, sure.findChild(QLineEdit, "revoked_key_reason"), "Lost")
    press(qtbot, sure, "save")
    qtbot.waitUntil(lambda: listed.table.rows()[0].revoked != "")
    assert not listed.findChild(QPushButton, "revoke_key").isEnabled()
    press(qtbot, listed, "close")
    qtbot.waitUntil(no_dialog)


@pytest.fixture
def made(form, qtbot, notifier, tmp_path):
    type_into(qtbot, form.findChild(QLineEdit, "pack_title"), "Made")
    notifier.answers.append(tmp_path)
    press(qtbot, form, "save")
    qtbot.waitUntil(no_dialog)
    return packs_in(tmp_path)[0]


def test_a_pack_is_checked(desk, made, qtbot, notifier):
    notifier.answers.append(made)
    take(desk.window, "check_pack")
    name, sentence = notifier.told[-1]
    assert name == "“Made.jwgx”"
    assert "not signed: anybody could have written it" in sentence
    made.write_bytes(made.read_bytes()[:5000])
    notifier.answers.append(made)
    take(desk.window, "check_pack")
    assert "its end is missing" in notifier.told[-1][1]


def test_a_pack_is_opened_to_be_read_and_says_what_it_is(desk, made, qtbot, notifier):
    notifier.answers.append(made)
    take(desk.window, "open_workspace")
    qtbot.waitUntil(lambda: desk.window.windowTitle() == "Made – JWG Desk")
    workspace = workspace_of(desk)
    assert workspace.read_only
    assert not desk.window.banner.isVisible()
    line = desk.window.pack_line
    told = " ".join(label.text() for label in line.findChildren(QLabel))
    assert "Made" in told
    assert "Not signed: nothing proves whose it is" in told
    assert "Complete as its own list says" in words_of_line(line)
    (body,) = bodies.list_all(workspace)
    assert body.code == "KR-JP-JC"
    assert len(meetings.list_for_body(workspace, body_id=body.id)) == 1


def words_of_line(line):
    return line.findChild(QLabel, "pack_line_proof").toolTip()


def test_a_pack_is_read_without_any_command_that_edits(desk, made, qtbot, notifier):
    notifier.answers.append(made)
    take(desk.window, "open_workspace")
    qtbot.waitUntil(lambda: desk.window.pack_line.isVisible())
    bar = desk.window.menu_bar
    for gone in ("new_meeting", "edit_meeting", "save_copy", "undo", "make_pack", "body_settings"):
        assert not bar.action(gone).isVisible()
        assert not bar.action(gone).isEnabled()
    shown = [action.text() for action in bar.actions() if action.isVisible()]
    assert shown == ["&File", "&Edit", "&View", "&Rules", "&Help"]
    navigation = desk.window.sidebar.navigation
    rows = [
        navigation.model().index(row, 0).data()
        for row in range(navigation.model().rowCount())
        if not navigation.isRowHidden(row)
    ]
    assert rows == ["Meetings"]


def test_menus_of_pages_show_a_reader_only_what_can_be_done(desk, made, qtbot, notifier):
    path = workspace_of(desk).path
    menu = QMenu(desk.window)
    may, may_not = menu.addAction("Save"), menu.addAction("Remove")
    may_not.setEnabled(False)
    for wanted, shown in ((made, [True, False]), (path, [True, True])):
        notifier.answers.append(wanted)
        take(desk.window, "open_workspace")
        menu.aboutToShow.emit()
        assert [may.isVisible(), may_not.isVisible()] == shown


def test_the_window_edits_again_once_a_workspace_is_open(desk, made, qtbot, notifier):
    path = workspace_of(desk).path
    for wanted in (made, path):
        notifier.answers.append(wanted)
        take(desk.window, "open_workspace")
    qtbot.waitUntil(lambda: not desk.window.pack_line.isVisible())
    assert desk.window.menu_bar.action("new_meeting").isVisible()
    navigation = desk.window.sidebar.navigation
    assert not any(navigation.isRowHidden(row) for row in range(navigation.model().rowCount()))


def test_a_pack_opens_from_a_folder_that_cannot_be_written(made, open_real, qtbot, tmp_path):
    folder = tmp_path / "Stick"
    folder.mkdir()
    path = folder / made.name
    path.write_bytes(made.read_bytes())
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        reader = open_real(path)
        qtbot.waitUntil(lambda: reader.window.pack_line.isVisible())
        assert [each.name for each in folder.iterdir()] == [made.name]
    finally:
        folder.chmod(0o755)


def test_an_encrypted_pack_asks_for_its_passphrase(desk, made, qtbot, notifier, tmp_path):
    from app.exchange.packs import encryption

    closed = tmp_path / "Closed.jwgx"
    closed.write_bytes(encryption.encrypt_under(made.read_bytes(), "naadam"))
    notifier.answers.append(closed)
    take(desk.window, "open_workspace")
    asked = dialog_of(qtbot, "pack_passphrase_dialog")
    field = asked.findChild(QLineEdit, "pack_passphrase_passphrase")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    type_into(qtbot, field, "naadam")
    press(qtbot, asked, "save")
    qtbot.waitUntil(lambda: desk.window.windowTitle() == "Closed – JWG Desk")


def test_a_changed_pack_is_not_opened(desk, made, qtbot, notifier):
    from pysqlite3 import dbapi2 as driver

    connection = driver.connect(str(made), isolation_level=None)
    connection.execute('UPDATE agenda_item SET titles = \'{"en": "Something else"}\'')
    connection.close()
    notifier.answers.append(made)
    take(desk.window, "open_workspace")
    assert "not as it was made. Changed: the agenda" in notifier.told[-1][0]
    assert workspace_of(desk).path.suffix == ".jwg"
