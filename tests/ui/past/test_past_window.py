"""The window in which the past is brought in, over a real workspace."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from app.clock import FixedClock
from app.domain.meeting import Meeting
from app.domain.source import Statement
from app.services import bodies
from app.services.body_sheet import BodySheet, SeatSheet
from app.services.past import storing
from app.store.workspace import Workspace
from app.ui import services
from app.ui.past.joining import Past
from tests.old_papers import fill_folder
from tests.ui.real_workspace import surround
from tests.ui.ui_fakes import NOW, HeldTasks

COMMITTEE = BodySheet(
    code="KR-JP-JC",
    names={"en": "Joint Committee on Environmental Cooperation"},
    short_names={"en": "ROK–Japan Joint Committee"},
    seats=(SeatSheet("KR"), SeatSheet("JP")),
    our_side="KR",
    languages=("en", "ja"),
)
OTHER_DAY = (
    "Minutes of the 18th Meeting of the Joint Committee on Environmental Cooperation\n"
    "The 18th meeting was held in Seoul on 30 June 2016.\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A workspace with the committee, and the folder; both are copied for each test."""
    place = tmp_path_factory.mktemp("past")
    with Workspace.create(place / "W.jwg", clock=FixedClock(NOW), actor="Bat") as workspace:
        bodies.create(workspace, COMMITTEE)
    fill_folder(place / "old")
    return place


@pytest.fixture
def folder(made, tmp_path):
    shutil.copytree(made / "old", tmp_path / "old")
    (tmp_path / "old" / "18th.txt").write_text(OTHER_DAY)
    return tmp_path / "old"


@pytest.fixture
def around(made, tmp_path, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path = shutil.copyfile(made / "W.jwg", tmp_path / "W.jwg")
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        yield surround(workspace, None, tmp_path)


@pytest.fixture
def past(qtbot, around):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    past = Past(window, around.needs)
    past.open(services.load(), around.workspace, language="en")
    yield past
    assert around.mistakes == []


@pytest.fixture
def dialog(past):
    past.presenter.start()
    return past._dialog


@pytest.fixture
def read(dialog, qtbot, folder):
    dialog.start.form.set_values({"folder": str(folder)})
    press(qtbot, dialog, "past_read")
    return dialog


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def row_of(dialog, ordinal, field, *, place=0):
    """Return the row of a fact, and what is proposed."""
    group = next(each for each in dialog._groups.values() if each.ordinal == ordinal)
    found = [each for each in group.proposals if field in (each.field, each.kind.value)]
    return dialog.tree._rows[group.id, found[place].id], found[place]


def click_box(qtbot, tree, item):
    tree.scrollToItem(item)
    rect = tree.visualItemRect(item)
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 10, rect.center().y())
    )


def on_record(around):
    with around.workspace.read() as reader:
        return {each.ordinal: each for each in reader.find(Meeting)}


def test_a_folder_must_be_chosen_and_one_that_is_not_there_is_told(dialog, qtbot, tmp_path):
    press(qtbot, dialog, "past_read")
    assert dialog.start.form.note("folder") == "Choose the folder first."
    dialog.start.form.set_values({"folder": str(tmp_path / "nowhere")})
    press(qtbot, dialog, "past_read")
    assert "cannot be read" in dialog.start.banner.sentence()


def test_every_row_names_its_certainty_and_its_source(read):
    item, _proposal = row_of(read, 19, "days")
    assert item.text(0) == "Dates: 29 June 2017"
    assert item.text(1) == "Certain"
    assert item.text(2) == "Minutes of the 19th meeting.docx, paragraph 3"
    planned, _proposal = row_of(read, 19, "planned-days")
    assert planned.text(2) == "Announcement.pdf, page 2"
    assert "Certain" in item.data(0, Qt.ItemDataRole.AccessibleTextRole)


def test_a_row_shows_its_sentence_and_opens_its_file(read, qtbot, around):
    _item, proposal = row_of(read, 19, "planned-days")
    read.tree.go_to(read._at[0] or 1, 0)
    group = next(each for each in read._groups.values() if each.ordinal == 19)
    read.tree.go_to(group.id, proposal.id)
    quote = read.detail.findChildren(QLabel, "past_quote")[-1]
    assert "will take place in Ibaraki Prefecture" in quote.text()
    links = [each for each in read.findChildren(QPushButton, "past_open_file") if each.isVisible()]
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert [path.name for path in around.notifier.opened] == ["Announcement.pdf"]


def test_papers_that_differ_must_be_settled_before_anything_is_stored(read, qtbot, around):
    assert row_of(read, 18, "days")[0].text(1) == "Papers differ"
    press(qtbot, read, "save")
    assert "the papers differ" in read.banner.sentence()
    assert read.tree.currentItem() is row_of(read, 18, "days")[0]
    assert on_record(around) == {}

    click_box(qtbot, read.tree, row_of(read, 18, "days")[0])
    click_box(qtbot, read.tree, row_of(read, 18, "days", place=1)[0])
    assert [row_of(read, 18, "days", place=place)[1].use.value for place in (0, 1)] == [
        "enter",
        "state",
    ]
    press(qtbot, read, "save")
    assert set(on_record(around)) == {17, 18, 19}
    with around.workspace.read() as reader:
        assert len(reader.find(Statement, field="starts_on", pk=str(on_record(around)[18].id))) == 2


def test_unticking_a_meeting_unticks_all_of_it_and_ticking_leaves_what_is_contested(read, qtbot):
    group = next(each for each in read._groups.values() if each.ordinal == 18)
    top = read.tree._groups[group.id]
    click_box(qtbot, read.tree, top)
    assert not read._groups[group.id].is_wanted
    click_box(qtbot, read.tree, top)
    wanted = {each.field for each in read._groups[group.id].proposals if each.is_wanted}
    assert "ordinal" in wanted
    assert "days" not in wanted


def test_dates_that_end_before_they_begin_are_stopped_at_the_door(read, qtbot, around):
    group = next(each for each in read._groups.values() if each.ordinal == 18)
    click_box(qtbot, read.tree, read.tree._groups[group.id])  # leave the contested one out
    _item, proposal = row_of(read, 19, "days")
    group = next(each for each in read._groups.values() if each.ordinal == 19)
    read.tree.go_to(group.id, proposal.id)
    form = read.detail._page
    form.field("last").editor.selectAll()
    qtbot.keyClicks(form.field("last").editor, "28 June 2017")
    press(qtbot, read, "save")
    assert "end before they begin" in read.banner.sentence()
    assert on_record(around) == {}


def test_what_is_typed_shows_in_the_list_at_once_and_stays_while_typing(read, qtbot):
    group = next(each for each in read._groups.values() if each.ordinal == 19)
    item, proposal = row_of(read, 19, "place")
    read.tree.go_to(group.id, proposal.id)
    town = read.detail._page.field("town").editor
    town.setFocus()
    town.selectAll()
    qtbot.keyClicks(town, "Tsukuba")
    assert item.text(0) == "Place: Tsukuba, Japan"
    assert town.text() == "Tsukuba"
    assert town.cursorPosition() == len("Tsukuba")


def test_adopted_decisions_are_asked_about_first(read, qtbot, around):
    contested = next(each for each in read._groups.values() if each.ordinal == 18)
    click_box(qtbot, read.tree, read.tree._groups[contested.id])
    click_box(qtbot, read.tree, row_of(read, 19, "decision")[0])
    around.notifier.answers = [False]
    press(qtbot, read, "save")
    assert "cannot be undone" in around.notifier.asked[0][1]
    assert on_record(around) == {}


def test_one_meeting_that_is_refused_is_told_and_the_others_stay(read, qtbot, around, monkeypatch):
    for place in (0, 1):
        click_box(qtbot, read.tree, row_of(read, 18, "days", place=place)[0])
    real = storing.store

    def store(workspace, *, group, **how):
        if group.ordinal == 19:
            raise storing.NotSettled(storing.Obstacle.NO_DAYS)
        return real(workspace, group=group, **how)

    monkeypatch.setattr(storing, "store", store)
    press(qtbot, read, "save")
    assert set(on_record(around)) == {17, 18}
    assert "not settled" in read.banner.sentence()
    assert row_of(read, 19, "days")[1].is_wanted
    assert row_of(read, 17, "days")[0].text(1) == "On record"


def test_leaving_asks_and_keeps_nothing(read, qtbot, around, past):
    around.notifier.answers = [False, True]
    press(qtbot, read, "cancel")
    assert past._dialog is not None
    press(qtbot, read, "cancel")
    assert past._dialog is None
    assert on_record(around) == {}


def test_reading_shows_how_far_it_is_and_can_be_cancelled(past, qtbot, folder, monkeypatch):
    held = HeldTasks()
    monkeypatch.setattr(past.presenter, "_tasks", held)
    past.presenter.start()
    held.let_go()
    dialog = past._dialog
    dialog.start.form.set_values({"folder": str(folder)})
    press(qtbot, dialog, "past_read")
    held.let_go()
    held.let_go()
    bar = dialog.findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (1, 10)
    assert dialog.findChild(QLabel, "past_told").text().startswith("1 of 10 · ")
    press(qtbot, dialog, "cancel")
    assert past._dialog is None
    held.let_go()
    assert held.held == []  # nothing goes on
