from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QMenu, QPushButton

from app.settings.options import ThemeChoice
from app.ui import steps
from app.ui.tokens import LIGHT
from app.ui.widgets.blank import Blank
from app.ui.widgets.record_moves import neighbour
from app.ui.widgets.record_sheet import as_html, as_text, is_wide, make_pages
from app.ui.widgets.record_table import Column, RecordTable

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    post: str = ""
    age: int | None = None
    depth: int = 0


PEOPLE = (
    Person(1, "KIM Seo-yeon", "Director-General", 50),
    Person(2, "Ochir", "Adviser", 9),
    Person(3, "Alvarez José", "Interpreter", None),
    Person(4, "박진우", "Adviser", 31),
)
TREE = (
    Person(1, "Opening"),
    Person(2, "Rules"),
    Person(3, "First reading", depth=1),
    Person(4, "Second reading", depth=1),
    Person(5, "Closing"),
)
COLUMNS = (
    Column("name", "Name", lambda row: row.name),
    Column(
        "post",
        "Post",
        lambda row: row.post,
        width=160,
        chip=lambda row: "info" if row.post.startswith("Director") else "",
        spoken=lambda row: f"Post: {row.post}",
    ),
    Column(
        "age", "Age", lambda row: str(row.age or ""), sort=lambda row: row.age, align_right=True
    ),
)


@pytest.fixture
def make(qtbot):
    """Return a function that shows a table."""

    def shown(rows=PEOPLE, **options):
        table = RecordTable(COLUMNS, name="people", spoken="Delegates", **options)
        qtbot.addWidget(table)
        table.resize(720, 300)
        table.set_rows(rows)
        table.show()
        table.activateWindow()
        table.view.setFocus()
        qtbot.waitUntil(table.view.hasFocus)
        return table

    return shown


@pytest.fixture
def table(make):
    return make()


@pytest.fixture
def tree(make):
    return make(TREE, movable=True, nests=True, depth=lambda row: row.depth)


def names(rows):
    return [row.name for row in rows]


def click_heading(qtbot, table, place):
    head = table.view.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(place) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def click_row(qtbot, table, place, modifier=Qt.KeyboardModifier.NoModifier):
    at = table.view.visualRect(table.model.index(place, 0)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def test_the_model_is_one_that_qt_accepts(table, qtmodeltester):
    qtmodeltester.check(table.model)


def test_a_table_shows_its_rows_in_the_order_given(table):
    assert table.rows() == PEOPLE
    assert isinstance(table.model, QAbstractItemModel)
    assert table.model.index(0, 1).data() == "Director-General"


def test_typing_filters_by_every_word_in_any_column(table, qtbot):
    qtbot.keyClicks(table.filter_line, "adv och")

    qtbot.waitUntil(lambda: names(table.rows()) == ["Ochir"])


def test_accents_and_case_do_not_matter_in_the_filter(table, qtbot):
    qtbot.keyClicks(table.filter_line, "JOSE")

    qtbot.waitUntil(lambda: names(table.rows()) == ["Alvarez José"])


def test_a_filter_that_nothing_passes_says_so_and_escape_empties_it(table, qtbot):
    qtbot.keyClicks(table.filter_line, "nobody")
    blank = table.findChild(Blank, "people_blank")
    qtbot.waitUntil(blank.isVisible)
    assert blank.sentence() == "Nothing here has these words"

    table.filter_line.setFocus()
    qtbot.keyClick(table.filter_line, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: table.rows() == PEOPLE)
    assert not blank.isVisible()


def test_down_leads_from_the_filter_into_the_rows_without_waiting(table, qtbot):
    table.focus_filter()
    qtbot.keyClicks(table.filter_line, "adv")
    qtbot.keyClick(table.filter_line, Qt.Key.Key_Down)

    assert table.view.hasFocus()
    assert names(table.rows()) == ["Ochir", "박진우"]


def test_a_heading_sorts_up_then_down_then_as_given(table, qtbot):
    click_heading(qtbot, table, 2)
    assert [row.age for row in table.rows()] == [9, 31, 50, None]

    click_heading(qtbot, table, 2)
    assert [row.age for row in table.rows()] == [50, 31, 9, None]

    click_heading(qtbot, table, 2)
    assert table.rows() == PEOPLE


def test_words_are_sorted_without_regard_to_case(make, qtbot):
    table = make((Person(1, "b"), Person(2, "A"), Person(3, "")))

    click_heading(qtbot, table, 0)

    assert names(table.rows()) == ["A", "b", ""]


def test_the_menu_of_the_rows_sorts_too_for_who_has_no_mouse(table):
    menu = table.menu()
    sorting = menu.findChild(QMenu)
    assert sorting.title() == "Sort by"

    next(entry for entry in sorting.actions() if entry.text() == "Age").trigger()

    assert table.rows()[0].age == 9


def test_choosing_rows_is_told(table, qtbot):
    with qtbot.waitSignal(table.chosen) as chosen:
        click_row(qtbot, table, 1)
    assert chosen.args == [(PEOPLE[1],)]

    with qtbot.waitSignal(table.chosen) as chosen:
        click_row(qtbot, table, 3, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [(PEOPLE[1], PEOPLE[3])]


def test_rows_are_chosen_by_their_ids_and_unknown_ids_are_passed_over(table):
    table.choose([4, 99, 2])

    assert table.selected() == (PEOPLE[1], PEOPLE[3])
    assert table.current() == PEOPLE[1]


def test_new_rows_leave_chosen_what_was_chosen_and_tell_nothing(table, qtbot):
    table.choose([2])

    with qtbot.assertNotEmitted(table.chosen):
        table.set_rows(tuple(reversed(PEOPLE)))

    assert table.selected() == (PEOPLE[1],)
    assert table.current() == PEOPLE[1]


def test_a_chosen_row_that_has_gone_is_told(table, qtbot):
    table.choose([2])

    with qtbot.waitSignal(table.chosen) as chosen:
        table.set_rows(PEOPLE[2:])

    assert chosen.args == [()]


def test_enter_and_a_double_click_open_a_row(table, qtbot):
    table.choose([2])
    with qtbot.waitSignal(table.activated) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [PEOPLE[1]]

    at = table.view.visualRect(table.model.index(2, 0)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(table.activated) as opened:
        qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [PEOPLE[2]]


def test_delete_asks_for_the_chosen_rows_and_only_for_those(table, qtbot):
    with qtbot.assertNotEmitted(table.delete_requested):
        qtbot.keyClick(table.view, Qt.Key.Key_Delete)

    table.choose([1, 3])
    with qtbot.waitSignal(table.delete_requested) as deleted:
        qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert deleted.args == [(PEOPLE[0], PEOPLE[2])]


def test_copying_puts_a_table_on_the_clipboard(table, qtbot):
    table.choose([1, 2])

    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == ("Name\tPost\tAge\nKIM Seo-yeon\tDirector-General\t50\nOchir\tAdviser\t9")
    assert "<td" in data.html()
    assert "KIM Seo-yeon" in data.html()


def test_copied_cells_hold_no_tabs_breaks_tags_or_formulas():
    row = Person(1, "=1+1\t<b>\nx", "A & B")

    assert as_text(COLUMNS, [row]).splitlines()[1] == "=1+1 <b> x\tA & B\t"
    copied = as_html(COLUMNS, [row])
    assert "&lt;b&gt;<br>x" in copied
    assert "A &amp; B" in copied
    assert copied.count("mso-number-format:'\\@'") == 3


def test_a_table_is_printed_under_its_name_with_its_headings_on_every_page(dressed):
    from PySide6.QtCore import QSizeF

    pages = make_pages("Delegates", COLUMNS, PEOPLE * 60, QSizeF(794, 1123))

    assert pages.pageCount() > 3
    assert pages.toPlainText().startswith("Delegates")
    assert pages.rootFrame().childFrames()[0].format().headerRowCount() == 1
    assert not is_wide(COLUMNS)
    assert is_wide(COLUMNS * 2)


def test_printing_shows_the_pages_first(table, qtbot):
    table.print_rows()

    preview = table.findChild(QPrintPreviewDialog, "people_print_preview")
    assert preview.isVisible()
    assert preview.windowTitle() == "Print “Delegates”"
    preview.close()


def test_the_menu_holds_the_actions_given_and_their_keys_work(table, qtbot):
    action = QAction("Replace…", table)
    action.setShortcut("Ctrl+R")
    table.add_action(action)
    table.add_separator()

    texts = [entry.text() for entry in table.menu().actions() if not entry.isSeparator()]
    assert texts == ["Replace…", "Copy", "Print…", "Sort by"]
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(table.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)


def test_an_empty_table_says_so_and_offers_to_begin(make, qtbot):
    table = make()
    table.say_empty("Nobody is on this list yet", "Add a delegate", detail="One by one.")
    table.set_rows(())
    blank = table.findChild(Blank, "people_blank")
    assert blank.isVisible()
    assert blank.sentence() == "Nobody is on this list yet"

    with qtbot.waitSignal(table.start_requested):
        qtbot.mouseClick(table.findChild(QPushButton, "people_start"), Qt.MouseButton.LeftButton)


def test_a_failed_reading_is_said_until_there_are_rows_again(table, qtbot):
    table.say_problem("The list could not be read.", "Open the workspace again.")
    assert table.findChild(Blank, "people_blank").sentence() == "The list could not be read."
    with qtbot.waitSignal(table.retry_requested):
        qtbot.mouseClick(table.findChild(QPushButton, "people_retry"), Qt.MouseButton.LeftButton)

    table.set_rows(PEOPLE)

    assert table.view.isVisible()


@pytest.mark.parametrize(
    ("places", "step", "expected"),
    [
        ([4], -1, 1),  # past the whole of "Rules", which has two below it
        ([1], 1, 4),
        ([0], 1, 1),
        ([0], -1, None),
        ([2], 1, 3),
        ([2], -1, None),
        ([3], 1, None),
    ],
)
def test_a_row_is_moved_past_the_next_of_its_like(places, step, expected):
    assert neighbour([row.depth for row in TREE], places, step) == expected


def test_keys_move_a_row_past_its_neighbour(tree, qtbot):
    tree.choose([5])

    with qtbot.waitSignal(tree.moved) as moved:
        qtbot.keyClick(tree.view, Qt.Key.Key_Up, ALT_SHIFT)

    assert moved.args == [(5,), 2, True]


def test_keys_move_a_row_in_and_out(tree, qtbot):
    tree.choose([5])

    with qtbot.waitSignal(tree.indented) as indented:
        qtbot.keyClick(tree.view, Qt.Key.Key_Right, ALT_SHIFT)

    assert indented.args == [(5,), 1]


def test_what_lies_below_a_moved_row_is_not_named(tree, qtbot):
    tree.choose([2, 3, 4])

    with qtbot.waitSignal(tree.moved) as moved:
        qtbot.keyClick(tree.view, Qt.Key.Key_Down, ALT_SHIFT)

    assert moved.args == [(2,), 5, False]


def test_nothing_moves_while_a_filter_hides_what_stands_between(tree, qtbot):
    tree.filter_line.setText("ing")
    qtbot.waitUntil(tree.model.is_filtered)
    tree.choose([5])

    with qtbot.assertNotEmitted(tree.moved):
        qtbot.keyClick(tree.view, Qt.Key.Key_Up, ALT_SHIFT)


def test_nothing_moves_in_a_table_that_is_not_movable(table, qtbot):
    table.choose([2])

    with qtbot.assertNotEmitted(table.moved):
        qtbot.keyClick(table.view, Qt.Key.Key_Up, ALT_SHIFT)


def test_a_movable_table_is_not_sorted_by_a_column(tree, qtbot):
    click_heading(qtbot, tree, 0)

    assert tree.rows() == TREE


def drop(table, row, parent=None):
    data = table.model.mimeData([])
    where = parent if parent is not None else QModelIndex()
    return table.model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, where)


def test_a_row_dropped_between_others_is_moved_there(tree, qtbot):
    tree.choose([5])

    with qtbot.waitSignal(tree.moved) as moved:
        assert not drop(tree, 1)
    assert moved.args == [(5,), 2, True]

    tree.choose([1])
    with qtbot.waitSignal(tree.moved) as moved:
        drop(tree, -1)
    assert moved.args == [(1,), 5, False]


def test_a_row_dropped_into_another_shall_belong_to_it(tree, qtbot):
    tree.choose([5])

    with qtbot.waitSignal(tree.nested) as nested:
        drop(tree, -1, tree.model.index(1, 0))

    assert nested.args == [(5,), 2]


def test_a_row_dropped_on_itself_stays(tree, qtbot):
    tree.choose([2])

    with qtbot.assertNotEmitted(tree.moved), qtbot.assertNotEmitted(tree.nested):
        drop(tree, -1, tree.model.index(1, 0))


def test_rows_of_another_table_cannot_be_dropped_here(make, tree):
    other = make(TREE, movable=True)
    data = other.model.mimeData([])

    assert not tree.model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    foreign = QMimeData()
    foreign.setText("x")
    assert not tree.model.canDropMimeData(foreign, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_a_row_below_another_is_indented(tree, make):
    flat = make(TREE)

    def width(table, place):
        return table.view.itemDelegate().sizeHint(None, table.model.index(place, 0)).width()

    assert width(tree, 1) == width(flat, 1)
    assert width(tree, 2) > width(flat, 2)


def test_every_cell_has_words_for_a_screen_reader(table):
    heard = QAccessible.queryAccessibleInterface(table.view)

    assert heard.text(QAccessible.Text.Name) == "Delegates"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.model.index(0, 1).data(role) == "Post: Director-General"
    assert table.filter_line.accessibleName() == "Filter: Delegates"


def test_the_row_with_the_keyboard_has_a_ring(table):
    table.choose([1])

    image = table.view.viewport().grab().toImage()
    inks = {image.pixelColor(x, 0).name().upper() for x in range(image.width())}
    assert inks == {LIGHT["focus"]}


def test_two_thousand_rows_are_filtered(make, qtbot):
    table = make(tuple(Person(place, f"Person {place:04}") for place in range(2000)))

    table.filter_line.setText("0 1 9 person")
    qtbot.waitUntil(lambda: len(table.rows()) < 2000)
    assert all(set("019") <= set(row.name) for row in table.rows())


@pytest.fixture
def in_steps(qapp):
    steps.allow(allowed=True)
    yield
    steps.allow(allowed=False)


def many(*, but=-1):
    return tuple(Person(at, "Ochir" if at == but else f"Person {at:04}") for at in range(3000))


def test_a_great_many_rows_are_filtered_in_steps_and_at_once_on_going_down(make, qtbot, in_steps):
    table = make(many())
    table.focus_filter()
    table.filter_line.setText("person 0019")
    qtbot.waitUntil(lambda: len(table.rows()) == 1)
    qtbot.keyClicks(table.filter_line, " 2")
    qtbot.keyClick(table.filter_line, Qt.Key.Key_Down)
    assert table.rows() == ()


def test_rows_that_come_while_a_filter_reads_are_filtered_too(make, qtbot, in_steps):
    table = make(many())
    table.filter_line.filtered.emit("ochir")
    table.set_rows(many(but=7))
    qtbot.waitUntil(lambda: [row.id for row in table.rows()] == [7])
    table.set_rows(many(but=8))
    assert [row.id for row in table.rows()] == [8]


def test_columns_grow_and_shrink_with_the_text(make, theme):
    table = make()
    head = table.view.horizontalHeader()
    head.resizeSection(1, 200)  # made wider by hand

    theme.wear(ThemeChoice.LIGHT, text_scale=1.5)
    grown = head.sectionSize(1)
    theme.wear(ThemeChoice.LIGHT)

    assert grown == 300
    assert head.sectionSize(1) == 200
