"""A secretary brings a folder of old papers in, looks at the sources, undoes it, reads again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.domain.meeting import Meeting, MeetingStatus
from app.services import bodies
from app.services.body_sheet import BodySheet, SeatSheet
from app.store.workspace import Workspace
from app.ui.past.tree import PastTree
from app.ui.window.menus import Command
from tests.journeys.at_work import WAIT, Person
from tests.old_papers import fill_folder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
COMMITTEE = BodySheet(
    code="KR-JP-JC",
    names={"en": "Joint Committee on Environmental Cooperation"},
    short_names={"en": "ROK–Japan Joint Committee"},
    seats=(SeatSheet("KR"), SeatSheet("JP")),
    our_side="KR",
    languages=("en", "ja"),
    prevailing_language="en",
    meeting_pattern="JC-{ordinal}",
)


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "Committee.jwg"
    with Workspace.create(path, clock=clock, actor="secretariat") as workspace:
        bodies.create(workspace, COMMITTEE)
    return path


@pytest.fixture
def person(desk, qtbot, clock, path):
    desk.window.resize(1440, 900)
    with qtbot.waitSignal(desk.filled, timeout=WAIT):
        desk.start(path)
    return Person(desk, qtbot, clock, "old-papers")


def rows(tree):
    """Return every row by what it says."""
    found = {}
    for place in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(place)
        found[top.text(0)] = top
        for row in range(top.childCount()):
            found[f"{top.text(0)} | {top.child(row).text(0)}"] = top.child(row)
    return found


def tick(person, tree, item):
    """Go to a row and press the space bar."""
    tree.setCurrentItem(item)
    person.key(tree, Qt.Key.Key_Space)


def read_folder(person):
    person.window.menu_bar.requested.emit(Command.BRING_IN_PAST)
    dialog = person.dialog("past_dialog")
    person.press("past_choose_folder", dialog)
    person.press("past_read", dialog)
    tree = person.see(PastTree, "past_tree", dialog)
    person.until(lambda: tree.topLevelItemCount() > 0)
    return dialog, tree


def meetings_on_record(person):
    with person.workspace.read() as reader:
        return {each.ordinal: each for each in reader.find(Meeting)}


def test_old_papers_become_meetings_with_their_sources(person, user, tmp_path, mistakes):
    folder = fill_folder(tmp_path / "old papers")
    user.choose_folder = lambda *, title, folder: tmp_path / "old papers"
    dialog, tree = read_folder(person)
    found = rows(tree)
    latest = "Meeting no. 19 · 29 June 2017"
    assert {f"{latest} | Dates: 29 June 2017", "Files that were not read: 4"} <= set(found)
    assert found[f"{latest} | Host: Japan"].checkState(0) is Qt.CheckState.Unchecked
    assert meetings_on_record(person) == {}
    person.picture("found", dialog)

    tick(person, tree, found[f"{latest} | Host: Japan"])
    assert found[f"{latest} | Host: Japan"].checkState(0) is Qt.CheckState.Checked
    tick(person, tree, found["Meeting no. 18 · 29 June 2016"])
    assert found["Meeting no. 18 · 29 June 2016"].checkState(0) is Qt.CheckState.Unchecked
    tree.setCurrentItem(found[f"{latest} | Place: Ibaraki Prefecture, Japan"])
    quote = person.see(QLabel, "past_quote", dialog)
    assert quote.text().startswith("“1. The 19th meeting was held in Ibaraki Prefecture")
    person.write(person.see(QLineEdit, "past_place_town", dialog), "Tsukuba")
    person.until(lambda: f"{latest} | Place: Tsukuba, Japan" in rows(tree))
    person.picture("corrected", dialog)

    person.press("save", dialog)
    person.until(lambda: dialog.news.isVisible())
    assert dialog.news.text().startswith("Brought in: 2.")
    assert not dialog.findChild(QPushButton, "save").isEnabled()
    person.picture("brought-in", dialog)
    person.press("cancel", dialog)
    person.until(lambda: not dialog.isVisible())
    person.return_to_window()

    known = meetings_on_record(person)
    assert set(known) == {17, 19}
    assert known[19].places == {"en": "Tsukuba, Japan"}
    assert known[19].host_party_id is not None
    assert {each.status for each in known.values()} == {MeetingStatus.CLOSED}
    person.picture("meetings")

    person.window.menu_bar.requested.emit(Command.UNDO)
    person.until(lambda: set(meetings_on_record(person)) == {17})
    person.window.menu_bar.requested.emit(Command.REDO)
    person.until(lambda: set(meetings_on_record(person)) == {17, 19})

    dialog, tree = read_folder(person)
    again = rows(tree)
    assert again["JC-19 · 19th Meeting of the Joint Committee on Environmental Cooperation"]
    assert again["Meeting no. 18 · 29 June 2016"].checkState(0) is Qt.CheckState.Checked
    user.agrees = True  # to leave without storing what is still ticked
    person.press("cancel", dialog)
    person.until(lambda: not dialog.isVisible())
    assert set(meetings_on_record(person)) == {17, 19}
    assert sorted(each.name for each in folder.iterdir())
    with person.qtbot.waitSignal(person.desk.closed, timeout=WAIT):
        person.window.close()
    assert mistakes == []
