from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QPushButton

from app.domain.tables import METADATA
from app.services import agenda, persons
from app.services import history as undoing
from app.services.history_view.values import HIDDEN
from app.store.queries.record_marks import MARKS
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.record_history.field_words import FIELDS, FIELDS_OF_KINDS
from app.ui.record_history.kind_words import KINDS
from tests.builders import a_person, key_of
from tests.ui.record_history.conftest import CHANGED

LEFT = Qt.MouseButton.LeftButton
THE_PROGRAMS_OWN = {"change", "change_set", "search_entry", "store_meta", "seal"}


def lines(page):
    table = page.page.list_pane.table
    columns = table.model.columns
    return [tuple(column.text(row) for column in columns[1:]) for row in table.rows()]


def text_of(page):
    return page.page.change.text.toPlainText()


def choose(page, use_case):
    table = page.page.list_pane.table
    row = next(row for row in table.rows() if row.use_case == use_case)
    table.choose([row.id])


def follow(page, where):
    page.page.change.text.anchorClicked.emit(QUrl(where))


def test_every_intention_is_a_line_that_names_records_as_people_do(history):
    assert lines(history)[:4] == [
        ("Bat", "Rename agenda item", f"Agenda item 1, {CHANGED} · Meeting JWG-1"),
        (
            "Bat",
            "Put paper before agenda item",
            "Paper before an agenda item “JWG-1/1” · Agenda item 1, JWG-1",
        ),
        ("Bat", "Register paper", "Paper JWG-1/1, Draft rules · Meeting JWG-1"),
        ("Bat", "Add agenda item", f"Agenda item 1, {CHANGED} · Meeting JWG-1"),
    ]


def test_a_change_shows_the_words_that_went_and_those_that_came(history):
    choose(history, "Rename agenda item")

    assert "Title (English)" in text_of(history)
    assert "Review of the detailed adopted rules" in " ".join(
        text_of(history).replace(" ", " ").split()
    )
    html = history.page.change.text.toHtml()
    assert "line-through" in html
    assert "underline" in html


def test_what_was_entered_says_every_field_in_the_words_of_the_form(history):
    choose(history, "Register paper")

    told = text_of(history)
    for words in ("Symbol", "JWG-1/1", "Kind", "For", "All sides", "Confidentiality", "Open"):
        assert words in told
    assert "01a" not in told  # no key of any record


def test_what_was_undone_says_by_what_and_leads_there(history, around):
    undoing.undo(around.workspace)
    history.presenter.try_again()
    assert lines(history)[1][1] == "Rename agenda item (undone)"
    table = history.page.list_pane.table
    table.choose([table.rows()[1].id])
    assert "Undone" in text_of(history)

    follow(history, f"change:{table.rows()[0].id}")

    assert text_of(history).startswith("Undo Rename agenda item")
    assert "It takes back an earlier change." in text_of(history)


def test_a_record_that_is_still_there_is_gone_to_and_one_that_is_gone_is_not(history, around, item):
    choose(history, "Rename agenda item")
    follow(history, f"record:agenda_item/{item}")
    assert around.gone_to == [("agenda_item", item)]
    assert f"record:agenda_item/{item}" in history.page.change.text.toHtml()

    agenda.remove_item(around.workspace, item_id=item)
    history.presenter.try_again()

    choose(history, "Delete agenda item")
    assert f"record:agenda_item/{item}" not in history.page.change.text.toHtml()
    assert f"record:meeting/{around.world.meeting}" in history.page.change.text.toHtml()


def test_the_list_is_narrowed_by_words_person_kind_and_days(history, qtbot):
    narrowing = history.page.list_pane.narrowing
    everything = len(lines(history))

    qtbot.keyClicks(narrowing.words, "detailed")  # a word that was replaced
    qtbot.waitUntil(lambda: len(lines(history)) == 1)
    assert lines(history)[0][1] == "Rename agenda item"
    qtbot.mouseClick(history.page.findChild(QPushButton, "history_clear"), LEFT)
    assert len(lines(history)) == everything

    narrowing.kind.set_value("paper")
    narrowing.kind.changed.emit()
    assert [line[1] for line in lines(history)] == [
        "Put paper before agenda item",
        "Register paper",
    ]
    narrowing.clear()
    narrowing.actor.set_value("Bat")
    narrowing.actor.changed.emit()
    assert len(lines(history)) == everything
    qtbot.keyClicks(narrowing.last.editor, "1.1.2020")
    qtbot.keyClick(narrowing.last.editor, Qt.Key.Key_Return)
    assert lines(history) == []
    narrowing.last.editor.clear()
    qtbot.keyClicks(narrowing.last.editor, "tomorrow or so")
    qtbot.keyClick(narrowing.last.editor, Qt.Key.Key_Return)
    assert len(lines(history)) == everything


def test_the_history_of_one_record_holds_what_belongs_to_it_and_no_more(history, around, item):
    persons.register(around.workspace, a_person(printed_name="Nobody"))

    history.presenter.show_record("agenda_item", item)

    assert [line[1] for line in lines(history)] == [
        "Rename agenda item",
        "Put paper before agenda item",
        "Add agenda item",
    ]
    about = history.page.list_pane.findChild(type(history.page.list_pane._about_words))
    assert about.isVisible()
    history.presenter.show_record("meeting", around.world.meeting)
    assert "Rename agenda item" in [line[1] for line in lines(history)]
    assert "Register person" not in [line[1] for line in lines(history)]
    button = history.page.findChild(QPushButton, "history_whole")
    button.click()
    assert lines(history)[0][1] == "Register person"


def test_another_page_turns_to_one_change(history):
    number = history.page.list_pane.table.rows()[2].id
    history.presenter.show_record("person", UUID(int=7))

    history.show_record("change", UUID(int=number))

    assert text_of(history).startswith("Register paper")
    assert [row.id for row in history.page.list_pane.table.selected()] == [number]


def test_what_was_deleted_with_an_item_is_in_the_history_of_its_meeting(history, around, item):
    agenda.remove_item(around.workspace, item_id=item)

    history.presenter.show_record("meeting", around.world.meeting)

    assert [line[1] for line in lines(history)][:2] == ["Delete agenda item", "Rename agenda item"]


def test_more_is_read_as_one_scrolls(history, qtbot, around, monkeypatch):
    monkeypatch.setattr("app.ui.record_history.change_list.PAGE", 5)
    for number in range(12):
        persons.register(around.workspace, a_person(printed_name=f"Person {number}"))
    history.page.resize(1224, 300)
    history.presenter.show_whole()
    table = history.page.list_pane.table

    def all_read():
        table.view.verticalScrollBar().setValue(table.view.verticalScrollBar().maximum())
        return "in all" in history.page.list_pane._count.text()

    qtbot.waitUntil(all_read)
    assert len({row.id for row in table.rows()}) == len(table.rows()) > 16


def test_hostile_words_are_shown_and_never_obeyed(history, around):
    name = "<b>Kim</b> & <script>alert(1)</script> {0} {name}"
    key = key_of(persons.register(around.workspace, a_person(printed_name=name)))
    note = "ㄱ" * 9_000 + " end & <i>"
    for text in (note, f"{note} more"):
        version = persons.show(around.workspace, person_id=key).row_version
        persons.change(around.workspace, person_id=key, row_version=version, values={"note": text})

    history.presenter.try_again()

    assert lines(history)[0][2] == f"Person “{name}”"
    choose(history, "Edit person")
    assert name in text_of(history)
    assert "end & <i>" in text_of(history)
    choose(history, "Register person")
    assert name in text_of(history)


def test_the_list_is_copied_as_a_table(history):
    table = history.page.list_pane.table
    table.choose([table.rows()[0].id])
    table.copy()

    assert "Rename agenda item" in QApplication.clipboard().text()
    assert history.page.list_pane.table.print_here is not None


def test_the_page_can_be_read_where_nothing_can_be_written(history, around):
    around.workspace.close()
    with Workspace.open(
        around.workspace.path, clock=around.workspace.clock, actor="Bat", read_only=True
    ) as reading:
        history.open(ui_services.load(), reading, language="en")
        choose(history, "Rename agenda item")
        assert CHANGED.split()[3] in text_of(history)


@pytest.mark.parametrize("kind", sorted(METADATA.tables.keys() - THE_PROGRAMS_OWN))
def test_every_kind_and_every_field_has_a_word(kind):
    assert kind in MARKS
    assert kind in KINDS
    missing = [
        column.name
        for column in METADATA.tables[kind].columns
        if column.name not in HIDDEN
        and column.name not in FIELDS
        and f"{kind}.{column.name}" not in FIELDS_OF_KINDS
    ]
    assert missing == []


def test_what_a_record_is_told_by_are_fields_that_it_has():
    for kind, marks in MARKS.items():
        columns = METADATA.tables[kind].columns.keys()
        named = (*marks.code, *marks.title, *marks.by, *marks.beside)
        for name in (*named, *([marks.within] if marks.within else [])):
            assert name in columns or (name == "title" and kind in {"decision", "provision"}), kind
