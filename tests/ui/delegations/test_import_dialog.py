import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QProgressBar, QPushButton

from app.domain.delegation import DelegateRole
from app.services import delegations, history, persons
from app.ui.delegations.import_dialog import ImportDialog
from app.ui.widgets.choice_field import ChoiceField
from tests.builders import a_person, key_of, seat_person
from tests.ui.ui_fakes import HeldTasks

LIST = (
    "Name\tPost\tMinistry\tRole\n"
    "Lee Bo-ra\tDirector\tMinistry of Environment\thead\n"
    "Kim Min-su\tAdviser\t\tinterpreter\n"
    "\tDirector\tMOFA\t\n"
)


@pytest.fixture
def opened(part, around):
    """The window of an import into the Korean delegation."""
    part.presenter.try_again()
    part.widget.sides.chosen.emit(around.world.korean_delegation)
    part.widget.findChild(QAction, "import_delegates").trigger()
    return part._imports._dialog


def paste(dialog, qtbot, text):
    dialog.findChild(QPlainTextEdit, "import_text").setPlainText(text)
    press(dialog, qtbot, "read_text")


def press(dialog, qtbot, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def told(dialog):
    """Return what becomes of each row, and why."""
    table = dialog.preview.table
    columns = {column.key: column for column in table.model.columns}
    return [
        (columns["verdict"].text(row), columns["name"].text(row), columns["why"].text(row))
        for row in table.rows()
    ]


def korea(around):
    rows = delegations.list_for_meeting(around.workspace, meeting_id=around.world.meeting)
    return [
        (seat.name, seat.post, seat.role)
        for row in rows
        if row.party.code == "KR"
        for seat in row.delegates
    ]


def pick(dialog, name, value):
    """Choose in a list as a person does."""
    field = dialog.findChild(ChoiceField, name)
    place = next(at for at in range(field.count()) if field.itemData(at) == value)
    field.setCurrentIndex(place)
    field.activated.emit(place)


def test_pasted_rows_are_shown_first_and_stored_when_the_user_says_so(opened, qtbot, around):
    paste(opened, qtbot, LIST)

    assert told(opened) == [
        ("New person", "Lee Bo-ra", ""),
        ("New person", "Kim Min-su", ""),
        ("Refused", "Director · MOFA", "There is no name in this row."),
    ]
    assert korea(around) == []
    save = opened.findChild(QPushButton, "save")
    assert save.text() == "Import 2"
    press(opened, qtbot, "save")

    assert korea(around) == [
        ("Lee Bo-ra", "Director", "head"),
        ("Kim Min-su", "Adviser", "interpreter"),
    ]
    assert not opened.isVisible()
    around.changes.publish(history.undo(around.workspace))
    assert korea(around) == []


def test_a_matched_person_is_named_with_the_reason_and_can_be_taken_for_another(
    opened, qtbot, around
):
    cho = key_of(persons.register(around.workspace, a_person(printed_name="Cho Gye-yeon")))
    paste(opened, qtbot, "Name\n조계연\nCHO Gye Yoen\n")
    assert told(opened) == [
        ("Known person", "조계연", "Cho Gye-yeon: the same name in other letters"),
        (
            "New, or not?",
            "CHO Gye Yoen",
            "Or is it Cho Gye-yeon (perhaps the same name in another romanisation)?",
        ),
    ]
    opened.preview.table.choose([2])
    opened.preview.findChild(QAction, "import_create").trigger()
    opened.preview.table.choose([3])
    decide = opened.preview._decide
    decide.choices.aboutToShow.emit()
    decide.choices.actions()[0].trigger()

    assert told(opened)[0][:2] == ("New person", "조계연")
    assert told(opened)[1] == ("Known person", "CHO Gye Yoen", "Cho Gye-yeon, as you said")
    press(opened, qtbot, "save")
    assert {row.name for row in persons.list_all(around.workspace)} == {"Cho Gye-yeon", "조계연"}
    rows = delegations.list_for_meeting(around.workspace, meeting_id=around.world.meeting)
    assert cho in {seat.person_id for row in rows for seat in row.delegates}


def test_a_row_is_left_out_and_taken_in_again(opened, qtbot):
    paste(opened, qtbot, LIST)
    opened.preview.table.choose([3])

    opened.preview.findChild(QAction, "import_leave_out").trigger()
    assert told(opened)[1] == ("Refused", "Kim Min-su", "Left out.")
    assert opened.findChild(QPushButton, "save").text() == "Import 1"
    opened.preview.findChild(QAction, "import_take_back").trigger()

    assert told(opened)[1][0] == "New person"


def test_a_column_is_used_for_something_else(opened, qtbot):
    paste(opened, qtbot, "Lee Bo-ra\tDirector\nKim Min-su\tAdviser\n")
    columns = opened.preview.columns
    first = opened.findChild(ChoiceField, "import_column_0")
    assert first.currentText() == "Name"
    uses = {use.meaning.value: use for use in columns._uses if not use.language}

    pick(opened, "import_column_0", uses["post"])
    pick(opened, "import_column_1", uses["name"])

    assert [name for _verdict, name, _why in told(opened)] == ["Director", "Adviser"]


def test_the_side_and_the_role_hold_for_rows_that_name_none(opened, qtbot, around):
    paste(opened, qtbot, "Name\nBat\n")

    pick(opened, "import_side", around.world.mongolia)
    pick(opened, "import_role", "observer")
    press(opened, qtbot, "save")

    rows = delegations.list_for_meeting(around.workspace, meeting_id=around.world.meeting)
    assert [(row.party.code, seat.role) for row in rows for seat in row.delegates] == [
        ("MN", "observer")
    ]


def test_each_row_may_name_its_side(opened, qtbot):
    paste(opened, qtbot, "Delegation\tName\nMongolia\tBat\nAtlantis\tNemo\n\tLee\n")

    pick(opened, "import_side", None)

    assert [why for _verdict, _name, why in told(opened)] == [
        "",
        "“Atlantis” is no party that is known here.",
        "The row does not say for which side.",
    ]


def test_the_encoding_of_a_file_is_shown_and_can_be_changed(opened, qtbot, around, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("성명,직위\n이보라,과장\n김민수,서기관\n".encode("cp949"))
    around.notifier.answers.append(path)

    press(opened, qtbot, "choose_import_file")

    field = opened.findChild(ChoiceField, "import_encoding")
    assert field.currentText() == "Korean (CP949)"
    assert [name for _verdict, name, _why in told(opened)] == ["이보라", "김민수"]
    pick(opened, "import_encoding", "cp1251")
    assert [name for _verdict, name, _why in told(opened)] != ["이보라", "김민수"]


def test_the_sheets_of_a_workbook_its_hidden_rows_and_lost_formulas_are_told(
    opened, qtbot, around, tmp_path
):
    book = Workbook()
    for name in ("Name", "Lee", "Kim", "Park"):
        book.active.append([name, "Post" if name == "Name" else "=1+1"])
    book.active.row_dimensions[4].hidden = True
    other = book.create_sheet("Mongolia")
    other.append(["Name"])
    other.append(["Bat"])
    book.save(tmp_path / "list.xlsx")
    around.notifier.answers.append(tmp_path / "list.xlsx")

    press(opened, qtbot, "choose_import_file")

    notes = opened.findChild(QLabel, "import_notes").text()
    assert notes == "list.xlsx · 3 formulas without a stored value, not read"
    assert told(opened)[2] == ("Refused", "Park", "The row is hidden in its sheet.")
    hidden = opened.preview.layout_line._hidden
    qtbot.mouseClick(hidden.editor, Qt.MouseButton.LeftButton)
    assert told(opened)[2][0] == "New person"
    pick(opened, "import_sheet", 1)
    assert [name for _verdict, name, _why in told(opened)] == ["Bat"]


def test_a_file_that_is_no_list_is_refused_in_the_window_which_stays(
    opened, qtbot, around, tmp_path
):
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    around.notifier.answers.append(path)

    press(opened, qtbot, "choose_import_file")

    sentence = opened.findChild(QLabel, "import_unreadable_sentence").text()
    assert sentence.startswith("“old.xlsx” is in the format of Excel 2003")
    assert opened.isVisible()
    paste(opened, qtbot, LIST)
    assert len(told(opened)) == 3


def test_refused_rows_are_copied_with_the_reason(opened, qtbot):
    paste(opened, qtbot, LIST)

    press(opened, qtbot, "copy_refused")

    assert QGuiApplication.clipboard().text() == ("There is no name in this row.\t\tDirector\tMOFA")


def test_only_the_refused_rows_are_looked_at(opened, qtbot):
    paste(opened, qtbot, LIST)

    opened.preview._kinds.chosen.emit("refuse")

    assert [verdict for verdict, _name, _why in told(opened)] == ["Refused"]
    opened.preview.table.choose([4])
    note = opened.findChild(QLabel, "import_row_note").text()
    assert note == "Row 4: There is no name in this row."


def test_what_changed_in_the_meantime_is_told_and_the_preview_stays(opened, qtbot, around):
    paste(opened, qtbot, "Name\tRole\nPark\thead\n")
    head = {"role": DelegateRole.HEAD}
    seat_person(around.workspace, around.world.korean_delegation, "Cho", **head)

    press(opened, qtbot, "save")

    sentence = opened.findChild(QLabel, "import_problem_sentence").text()
    assert sentence.startswith("A delegation has one head")
    assert [name for _verdict, name, _why in told(opened)] == ["Park"]
    assert opened.findChild(QPushButton, "cancel").text() == "Cancel"
    assert korea(around) == [("Cho", "", "head")]


def test_an_import_can_be_stopped_and_then_nothing_is_stored(opened, part, qtbot, around):
    paste(opened, qtbot, "Name\n" + "\n".join(f"Kim {n}-ho" for n in range(700)))
    held = HeldTasks()
    part.importer._operations._tasks = held
    press(opened, qtbot, "save")
    assert opened.findChild(QPushButton, "cancel").text() == "Stop"
    press(opened, qtbot, "cancel")
    assert opened.isVisible()

    ((work, _done, failed),) = held.held
    with pytest.raises(Exception, match="was stopped") as stopped:
        work()
    failed(stopped.value)

    assert "Nothing of it was stored" in opened.findChild(QLabel, "import_problem_sentence").text()
    assert korea(around) == []
    assert opened.findChild(QProgressBar, "import_progress").isHidden()


def test_a_list_that_is_read_anew_ends_what_was_begun(opened, part, qtbot):
    held = HeldTasks()
    part.importer._tasks = held
    paste(opened, qtbot, LIST)
    work, done, _failed = held.held.pop(0)
    part.importer.stop()

    done(work())

    assert held.held == []
    assert opened.preview.table.rows() == ()


def test_another_list_is_begun_without_closing_the_window(opened, qtbot):
    paste(opened, qtbot, LIST)

    press(opened, qtbot, "import_back")

    assert opened.findChild(QPlainTextEdit, "import_text").isVisible()
    assert not opened.findChild(QPushButton, "save").isVisible()


def test_the_window_fits_the_one_below_it(part, qtbot, opened):
    assert isinstance(opened, ImportDialog)
    assert opened.width() <= part.widget.window().width()
    assert opened.minimumSizeHint().width() <= 1060


def test_two_rows_that_may_be_one_person_are_told_of_and_asked_about(opened, qtbot, around):
    paste(opened, qtbot, "Name\tE-mail\nCho Gye-yeon\t\nCHO Gye Yoen\tcho@mofa.go.kr\n")
    assert told(opened)[1] == (
        "New, or not?",
        "CHO Gye Yoen",
        "Or is it row 2, Cho Gye-yeon (perhaps the same name in another romanisation)?",
    )

    around.notifier.answers.append(False)
    press(opened, qtbot, "save")
    assert korea(around) == []
    assert [name for _, name, _ in told(opened)] == ["CHO Gye Yoen"]
    opened.preview.table.choose([3])
    decide = opened.preview._decide
    decide.choices.aboutToShow.emit()
    first = decide.choices.actions()[0]
    assert first.text() == "Whom row 2 is about: Cho Gye-yeon"
    first.trigger()

    assert told(opened)[1] == ("With row 2", "CHO Gye Yoen", "Cho Gye-yeon, as you said")
    assert opened.findChild(QPushButton, "save").text() == "Import 1"
    press(opened, qtbot, "save")
    (person,) = persons.list_all(around.workspace)
    assert (person.name, person.email) == ("Cho Gye-yeon", "cho@mofa.go.kr")
    assert [name for name, _, _ in korea(around)] == ["Cho Gye-yeon"]


def test_rows_that_were_told_apart_are_asked_about_no_more(opened, qtbot, around):
    paste(opened, qtbot, "Name\nCho Gye-yeon\nCHO Gye Yoen\n")
    opened.preview.table.choose([3])

    opened.preview.findChild(QAction, "import_create").trigger()
    assert told(opened)[1] == ("New person", "CHO Gye Yoen", "")
    press(opened, qtbot, "save")

    assert len(persons.list_all(around.workspace)) == 2
    assert around.notifier.asked == []
