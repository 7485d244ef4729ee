"""What the secretary of a committee does, step by step, from nothing to signed minutes."""

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextBrowser,
)

from app.store.workspace import Workspace
from app.ui.delegations.filling import Who
from app.ui.minutes.page import MinutesPage
from app.ui.widgets.record_table import RecordTable
from tests.journeys.at_work import CTRL, WAIT
from tests.journeys.conftest import Saver

K = Qt.Key


class Chooser(Saver):
    """A user who chooses the files at hand, and agrees to what they have asked for."""

    def __init__(self, folder):
        super().__init__(folder)
        self.files = ()
        self.agrees = True
        self.opened = []

    def choose_files(self, *, title, folder):
        return self.files

    def choose_new_file(self, kind, *, title, suggestion):
        return self.folder / suggestion.name


def begin(person, folder):
    """Open the window on some workspace, and make an empty one from the menu."""
    Workspace.create(folder / "Before.jwg", clock=person.clock, actor="secretariat").close()
    with person.qtbot.waitSignal(person.desk.filled, timeout=WAIT):
        person.desk.start(folder / "Before.jwg")
    person.window.resize(1440, 900)
    person.key(person.window, K.Key_N, CTRL)
    person.until(lambda: person.opened_path().name not in ("", "Before.jwg"))
    person.see(QPushButton, "blank_new_body")
    person.picture("empty")


def enter_body(person, *, names, short, states, ours, languages, picture="body"):
    """Enter a body with its parties in the order of their seats."""
    person.press("blank_new_body")
    dialog = person.dialog("body_dialog")
    form = dialog.form
    for tag, words in names.items():
        person.write(form.field("names").line(tag).editor, words)
    person.write(form.field("short_names").line("en").editor, short)
    adding = person.see(QLineEdit, "body_seats_add", dialog)
    for state in states:
        person.write(adding, state)
        person.key(adding, K.Key_Return)
    person.choose_named(form.field("our_side"), ours)
    for tag in languages:
        if tag not in form.field("languages").value():
            person.click(form.field("languages").box(tag))
    person.choose(form.field("prevailing_language"), "en")
    person.picture(picture, dialog)
    person.save(dialog)
    person.see(QPushButton, "blank_new_meeting")


def plan_meeting(person, *, number, host, lines, plain, titles=()):
    """Plan a meeting: number, host, days and hours, place, and the items of every agenda."""
    person.press("blank_new_meeting")
    dialog = person.dialog("meeting_dialog")
    form = dialog.form
    person.write(form.field("ordinal").editor, number)
    person.choose_named(form.field("host_party_id"), host)
    for name, told in lines.items():
        for tag, words in told.items():
            person.write(form.field(name).line(tag).editor, words)
    for name, words in plain.items():
        person.write(form.field(name).editor, words)
    person.click(form.field("standing_agenda").editor)
    person.picture("planning", dialog)
    person.save(dialog)
    person.see(QLabel, "meeting_title")
    person.picture("planned")


def look_at_preparation(person):
    """Mark what has been done already."""
    person.turn("preparation")
    table = person.see(RecordTable, "preparation")
    person.until(lambda: len(table.rows()) >= 10)
    table.choose([table.rows()[0].id])
    person.press("preparation_done")
    person.until(lambda: "1/" in tab_text(person, "preparation"))
    person.picture("preparation")


def open_delegations(person):
    person.turn("delegations")
    person.press("delegates_start")
    person.see(QPushButton, "add_delegate")


def add_head(person, code, names, posts):
    """Enter the head of a delegation by hand."""
    person.click(person.see(QRadioButton, f"side_{code}"))
    person.press("add_delegate")
    dialog = person.dialog("delegate_dialog")
    form = dialog.form
    person.choose(form.field("who"), Who.NEW)
    for tag, words in names.items():
        person.write(form.field("printed_names").line(tag).editor, words)
    for tag, words in posts.items():
        person.write(form.field("printed_posts").line(tag).editor, words)
    person.picture(f"delegate-{code.lower()}", dialog)
    person.save(dialog)


def paste_delegates(person, code, rows):
    """Paste a list into a delegation."""
    person.click(person.see(QRadioButton, f"side_{code}"))
    person.take("import_delegates")
    dialog = person.dialog("import_dialog")
    text = person.see(QPlainTextEdit, "import_text", dialog)
    text.insertPlainText(rows)
    person.press("read_text", dialog)
    person.see(QPushButton, "save", dialog)
    person.picture(f"import-{code.lower()}", dialog)
    person.save(dialog)


def mark_all_attended(person):
    """Mark every delegate as having come."""
    person.turn("delegations")
    person.click(person.see(QRadioButton, "side_all"))
    table = person.see(RecordTable, "delegates")
    table.view.setFocus()
    person.key(table.view, K.Key_A, CTRL)
    person.take("mark_attended")
    person.until(lambda: all(_came(row) for row in table.rows()))
    person.picture("attended")


def _came(row):
    return str(getattr(row, "attendance", getattr(row, "seat", None) and row.seat.attendance)) in (
        "attended",
        "Attendance.ATTENDED",
    )


def enter_items(person, titles, *, below):
    """Type items one after the other below another one; Enter goes on, Esc ends."""
    person.turn("agenda")
    table = person.see(RecordTable, "agenda_list")
    person.until(lambda: any(line.item.title == below for line in table.rows()))
    table.choose([next(line.id for line in table.rows() if line.item.title == below)])
    person.press("agenda_add")
    for title in titles:
        editor = person.see(QLineEdit, "agenda_title_editor")
        editor.insert(title)
        person.key(editor, K.Key_Return)
        person.until(lambda title=title: any(line.item.title == title for line in table.rows()))
    person.key(person.see(QLineEdit, "agenda_title_editor"), K.Key_Escape)
    person.picture("agenda")


def agree_agenda(person, steps):
    """Send the agenda round, put it before the meeting, adopt it."""
    person.turn("agenda")
    for step in steps:
        person.press("agenda_step")
        person.save(person.dialog("agenda_step_dialog"))
        label = person.see(QLabel, "agenda_status")
        person.until(lambda step=step, label=label: label.text() == step)


def add_paper(person, user, path):
    """Add a paper to the meeting."""
    person.turn("papers")
    user.files = (path,)
    person.press("papers_list_start")
    dialog = person.dialog("drafts_dialog")
    person.see(QLineEdit, "paper_draft_symbol", dialog)
    person.picture("paper", dialog)
    person.save(dialog)
    person.until(lambda: len(person.rows("papers_list")) == 1)
    person.picture("papers")


def draft_minutes(person):
    """Have the minutes drafted from what is on record."""
    person.turn("minutes")
    person.press("draft_minutes")
    page = person.see(MinutesPage, "minutes_page")
    person.until(lambda: bool(page.sheet.blocks) and not page.sheet.is_busy())
    person.picture("drafted")
    return page


def choose_item(person, page, title):
    """Choose an agenda item in the list at the left of the minutes."""
    view = page.places.list
    table = page.places.table
    at = next(at for at in range(table.rowCount()) if table.row_at(at).title == title)
    person.until(lambda: not page.sheet.is_busy())
    place = view.visualRect(table.index(at)).center()
    person.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    person.until(lambda: page.head._title.text().endswith(title) and not page.sheet.is_busy())


def note(person, page, line):
    """Type a line below the paragraphs and press Enter; it is in the record at once."""
    before = len(page.sheet.blocks)
    box = person.see(QLineEdit, "note_line")
    box.setFocus()
    person.write(box, line)
    person.key(box, K.Key_Return)
    person.until(lambda: box.text() == "" and not page.sheet.is_busy())
    if not line.startswith("+"):
        person.until(lambda: len(page.sheet.blocks) == before + 1)


def write_paragraph(person, page, at, words):
    """Write words in place of those that a paragraph has."""
    editor = page.sheet.blocks[at].editors[0]
    person.write(editor, words)


def make_of(person, page, at, words, *, button, dialog, picture="", **values):
    """Make a decision or an action item of words of a paragraph; return the dialog's form."""
    editor = page.sheet.blocks[at].editors[0]
    editor.setFocus()
    editor.put_cursor(editor.toPlainText().index(words), len(words))
    person.press(button)
    opened = person.dialog(dialog)
    for name, label in values.items():
        if hasattr(opened.form.field(name).editor, "findText"):
            person.choose_named(opened.form.field(name), label)
        else:
            person.write(opened.form.field(name).editor, label)
    person.picture(picture or dialog, opened)
    person.save(opened)
    chip = button.replace("make_", "") + "_chip"
    person.see(QPushButton, chip, page.sheet.blocks[at])
    person.until(lambda: not page.sheet.is_busy())


def adopt_decision(person, page, at):
    """Adopt the decision of a paragraph, from the menu behind its three dots."""
    block = page.sheet.blocks[at]
    chip = person.see(QPushButton, "decision_chip", block)
    before = chip.text()
    person.click(block.findChild(QPushButton, "more"))
    menus = []

    def opened():
        menus[:] = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QMenu) and each.isVisible()
        ]
        return bool(menus)

    person.until(opened)
    entry = next(each for each in menus[0].actions() if each.text().startswith("Adopt"))
    at = menus[0].actionGeometry(entry).center()
    person.qtbot.mouseClick(menus[0], Qt.MouseButton.LeftButton, pos=at)
    dialog = person.dialog("adopt_dialog")
    person.picture("adopt", dialog)
    person.save(dialog)
    person.until(lambda: person.see(QPushButton, "decision_chip", block).text() != before)


def confirm_everything(person, page):
    """Confirm item by item what happened."""
    table = page.places.table
    for at in range(table.rowCount()):
        if table.row_at(at).to_confirm:
            choose_item(person, page, table.row_at(at).title)
            person.press("confirm_all")
            person.until(lambda at=at: not table.row_at(at).to_confirm)
            person.until(lambda: not page.sheet.is_busy())


def take_minutes_on(person, page, state):
    """Press the next step of the minutes."""
    label = page.findChild(QLabel, "minutes_state")
    person.press("next_step")
    person.until(lambda: label.text().startswith(state))


def fill_gap(person, page, words):
    """Press the next step, go to the gap that it stops at, and write what belongs there."""
    person.press("next_step")
    person.until(page.agreement.obstacles.isVisible)
    person.picture("still-to-be-done")
    person.press("mend_gap-in-words")
    person.until(lambda: page.sheet.current() is not None and page.sheet.isVisible())
    _key, editor = page.sheet.current()
    assert "[" in editor.words()
    person.write(editor, words)
    turn_to_agreement(person, page)
    person.until(lambda: not page.agreement.obstacles.isVisible())


def answer_for(person, code):
    """Enter that a side agrees."""
    person.press(f"enter_answer_{code}")
    person.save(person.dialog("answer_dialog"))
    label = lambda: person.see(QLabel, f"answer_{code}")  # noqa: E731
    person.until(lambda: "Agreed" in label().text())


def sign_for(person, code, place, day):
    """Enter where and when the head of a delegation has signed."""
    person.press(f"sign_{code}")
    dialog = person.dialog("signature_dialog")
    person.write(dialog.form.field("place").editor, place)
    person.write(dialog.form.field("signed_on").editor, day)
    person.save(dialog)
    label = lambda: person.see(QLabel, f"signature_{code}")  # noqa: E731
    person.until(lambda: place in label().text())


def turn_to_agreement(person, page):
    person.click(page.bar._segments.buttons()[1])
    person.until(page.agreement.isVisible)


def attach_scan(person, user, path):
    """Keep a scan of the signed copy with the minutes."""
    user.files = (path,)
    person.press("attach_scan")
    person.see(QPushButton, "copy_hash")


def can_write(person, page, title):
    """Say whether the words of an item can be changed still."""
    person.click(page.bar._segments.buttons()[0])
    choose_item(person, page, title)
    return any(not editor.isReadOnly() for block in page.sheet.blocks for editor in block.editors)


def save_original(person, code, folder, named, others):
    """Look at the original of a party in the Document studio, and save it as Word."""
    person.key(person.window, K.Key_9, CTRL)
    sheet = person.see(QTextBrowser, "studio_page")
    kind = person.see(QComboBox, "studio_kind")
    person.until(lambda: kind.currentText() == "Agreed minutes")
    person.click(original_button(person, code))
    person.until(lambda: comes_first(sheet.toPlainText(), named, others))
    state = lambda: person.window.findChild(QLabel, "studio_state")  # noqa: E731
    person.until(lambda: state() is not None and "Looking" not in state().text())
    person.picture(f"studio-{code.lower()}")
    before = set(folder.glob("*.docx"))
    person.press("studio_word")
    person.until(lambda: set(folder.glob("*.docx")) != before)
    notice = person.window.findChild(QLabel, "studio_saved_sentence")
    (saved,) = set(folder.glob("*.docx")) - before
    person.until(lambda: saved.name in notice.text())
    return " ".join(docx.Document(str(saved)).element.xpath("string(.)").split())


def comes_first(text, named, others):
    """Say whether a text names one party before all the others."""
    words = " ".join(text.split())
    places = [words.find(each) for each in (named, *others)]
    return -1 not in places and places[0] == min(places)


def original_button(person, code):
    """Return the button of a party's original; where there are many it is called by the code."""
    found = []

    def offered():
        found[:] = [
            each
            for each in person.window.findChildren(QRadioButton)
            if each.objectName() in (f"studio_original_{code} original", f"studio_original_{code}")
            and each.isVisible()
        ]
        return bool(found)

    person.until(offered)
    return found[0]


def tab_text(person, key):
    view = person.desk._page.meeting
    return view._tabs.tabText(view._keys.index(key))
