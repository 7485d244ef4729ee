"""Secretariat staff keep the papers of a meeting: with the keyboard and with the mouse."""

import stat
import time as clock
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QRadioButton

from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.paper import Confidentiality, Distribution, Paper
from app.services import agenda, meetings, paper_files, papers
from app.services.papers import PaperDraft
from app.ui import services
from app.ui.papers.drafts_dialog import DraftsDialog
from app.ui.papers.folder_dialog import FolderDialog, target_of
from app.ui.papers.part import PapersPart
from app.ui.widgets.form_dialog import FormDialog
from tests.builders import a_meeting, an_agenda_item, key_of
from tests.ui.ui_fakes import HeldTasks

LEFT = Qt.MouseButton.LeftButton


def rows(stage):
    return papers.list_details(stage.workspace, meeting_id=stage.meeting)


def register(stage, tmp_path, symbol, *, content=b"", name="note.pdf", **fields):
    path = tmp_path / name
    path.write_bytes(content or symbol.encode())
    told = {"titles": {"en": f"Title of {symbol}"}} | fields
    papers.add_from_files(
        stage.workspace,
        meeting_id=stage.meeting,
        drafts=(PaperDraft(path=path, symbol=symbol, **told),),
    )
    return next(row.id for row in rows(stage) if row.symbol == symbol)


def write(folder, name, content=b"%PDF-1.7"):
    path = folder / name
    path.write_bytes(content)
    return path


def reread(part):
    part._presenter.refresh()


def choose(table, symbol):
    row = next(row for row in table.rows() if row.symbol == symbol)
    table.choose((row.id,))
    table.view.setFocus()
    return row.id


def shown(page, kind):
    found = page.window().findChildren(kind)
    return next((each for each in found if each.isVisible()), None)


def act(part, name):
    """Choose an entry of the menu of the papers."""
    assert part._actions[name].isEnabled()
    part._actions[name].trigger()


def button(page, name):
    return page.findChild(QPushButton, name)


def told(page):
    return page.findChild(QLabel, "papers_problem_sentence").text()


def drop(page, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = page.rect().center()
    asked = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(middle, *asked)
    QApplication.sendEvent(page, entered)
    if entered.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(middle), *asked))
    return entered.isAccepted()


def test_files_are_dropped_named_and_become_papers(stage, part, page, table, tmp_path, qtbot):
    with stage.workspace.write("Enter pattern") as work:
        work.get(Body, stage.world.body).settings = {"paper_pattern": "JWG.{ordinal}/{number}"}
        work.commit()
    note = write(tmp_path, "Concept_note_EN.docx", b"PK\x03\x04 one")
    slides = write(tmp_path, "Slides (KO).pptx", b"PK\x03\x04 two")
    mail = write(tmp_path, "Reply.msg", b"mail")
    assert drop(page, (note, slides, mail))
    dialog = shown(page, DraftsDialog)
    assert dialog.form.values()["symbol"] == "JWG.2/1"
    assert dialog.form.values()["titles"] == {"en": "Concept note"}
    dialog.list.choose((1,))
    assert dialog.form.values()["language"] == "ko"
    assert dialog.form.values()["titles"] == {"ko": "Slides"}
    save = dialog.findChild(QPushButton, "save")
    assert save.text() == "Add 3 papers"
    qtbot.mouseClick(save, LEFT)
    assert [(row.symbol, row.languages) for row in rows(stage)] == [
        ("JWG.2/1", ("en",)),
        ("JWG.2/2", ("ko",)),
        ("JWG.2/3", ("en",)),
    ]
    assert part.title() == "Documents  3"
    assert [row.symbol for row in table.rows()] == ["JWG.2/1", "JWG.2/2", "JWG.2/3"]


def test_the_symbol_follows_the_kind_until_somebody_writes_another(
    stage, part, page, tmp_path, qtbot
):
    drop(page, (write(tmp_path, "a.pdf"),))
    dialog = shown(page, DraftsDialog)
    kind = dialog.form.field("category")
    kind.set_value("information")
    kind.changed.emit()
    assert dialog.form.field("symbol").value() == "JWG-2/INF.1"
    symbol = dialog.form.field("symbol").editor
    symbol.clear()
    qtbot.keyClicks(symbol, "MINE/1")
    kind.set_value("working")
    kind.changed.emit()
    assert dialog.form.field("symbol").value() == "MINE/1"


def test_what_cannot_be_taken_is_told_beside_the_file_and_left_out(
    stage, part, page, tmp_path, qtbot
):
    good = write(tmp_path, "good.pdf")
    program = write(tmp_path, "setup.exe", b"MZ")
    paths = (good, write(tmp_path, "empty.pdf", b""), tmp_path, tmp_path / "gone.pdf", program)
    drop(page, paths)
    dialog = shown(page, DraftsDialog)
    said = dialog.findChild(QLabel, "draft_said")
    told_of = {}
    for number, path in enumerate(paths):
        dialog.list.choose((number,))
        told_of[path.name] = said.text() if said.isVisible() else ""
    assert told_of["good.pdf"] == ""
    assert "0 bytes" in told_of["empty.pdf"]
    assert "is a folder" in told_of[tmp_path.name]
    assert "not there any more" in told_of["gone.pdf"]
    assert "is a program" in told_of["setup.exe"]
    save = dialog.findChild(QPushButton, "save")
    assert save.text() == "Add 2 papers"
    qtbot.mouseClick(save, LEFT)
    assert len(rows(stage)) == 2


def test_a_file_that_is_too_large_is_told_with_the_limit(part, page, tmp_path):
    path = tmp_path / "film.mp4"
    with path.open("wb") as file:
        file.truncate(90 * 1024 * 1024)
    drop(page, (path,))
    dialog = shown(page, DraftsDialog)
    assert "may have 64 MB at most" in dialog.findChild(QLabel, "draft_said").text()
    assert not dialog.findChild(QPushButton, "save").isEnabled()


def test_a_symbol_that_is_taken_is_refused_beside_the_field_and_nothing_is_added(
    stage, part, page, tmp_path
):
    register(stage, tmp_path, "TAKEN")
    reread(part)
    drop(page, (write(tmp_path, "a.pdf"), write(tmp_path, "b.pdf", b"%PDF other")))
    dialog = shown(page, DraftsDialog)
    dialog.form.set_values({"symbol": "TAKEN"})
    dialog.submit()
    assert "already has a paper with this symbol" in dialog.form.note("symbol")
    assert dialog.form.values()["titles"] == {"en": "a"}
    assert len(rows(stage)) == 1


def test_a_file_without_a_title_or_symbol_is_asked_for_them(stage, part, page, tmp_path):
    drop(page, (write(tmp_path, "a.pdf"), write(tmp_path, "b.pdf", b"%PDF other")))
    dialog = shown(page, DraftsDialog)
    dialog.list.choose((1,))
    dialog.form.set_values({"titles": {}})
    dialog.list.choose((0,))
    dialog.submit()
    assert dialog.form.note("titles") == "Enter a title."
    assert dialog._shown == 1
    assert rows(stage) == ()


def test_the_file_of_a_confidential_paper_is_not_taken_for_an_open_one(stage, part, page, tmp_path):
    register(
        stage,
        tmp_path,
        "SECRET",
        content=b"secret",
        confidentiality=Confidentiality.CONFIDENTIAL,
    )
    reread(part)
    drop(page, (write(tmp_path, "copy.pdf", b"secret"),))
    dialog = shown(page, DraftsDialog)
    dialog.submit()
    assert "the very file of SECRET" in dialog.form.banner_sentence()
    assert len(rows(stage)) == 1


def test_closing_asks_before_what_was_typed_is_lost(stage, part, page, tmp_path, qtbot):
    drop(page, (write(tmp_path, "a.pdf"),))
    dialog = shown(page, DraftsDialog)
    qtbot.keyClicks(dialog.form.field("symbol").editor, "X")
    stage.notifier.answers = [False]
    dialog.reject()
    assert dialog.isVisible()
    stage.notifier.answers = [True]
    dialog.reject()
    assert not dialog.isVisible()


def test_files_are_chosen_with_the_button_of_the_empty_list(stage, part, page, tmp_path, qtbot):
    stage.notifier.answers = [(write(tmp_path, "a.pdf"),)]
    qtbot.mouseClick(button(page, "papers_list_start"), LEFT)
    shown(page, DraftsDialog).submit()
    assert [row.symbol for row in rows(stage)] == ["JWG-2/1"]


def test_choosing_no_file_adds_nothing(stage, part, page, qtbot):
    stage.notifier.answers = [()]
    qtbot.mouseClick(button(page, "papers_add"), LEFT)
    assert shown(page, DraftsDialog) is None


def test_what_is_no_file_is_not_taken(page):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.pdf")])
    event = QDragEnterEvent(
        page.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page, event)
    assert not event.isAccepted()


def test_a_paper_is_changed_in_a_dialog_and_a_conflict_keeps_what_was_typed(
    stage, part, page, table, tmp_path, qtbot
):
    key = register(stage, tmp_path, "P1")
    reread(part)
    choose(table, "P1")
    act(part, "details")
    dialog = shown(page, FormDialog)
    dialog.form.field("distribution").set_value("public")
    papers.edit(stage.workspace, paper_id=key, changes={"note": "theirs"})
    dialog.submit()
    assert "was changed elsewhere" in dialog.form.banner_sentence()
    assert dialog.form.field("distribution").value() == "public"
    stage.notifier.answers = [True]
    dialog.reject()
    act(part, "details")
    dialog = shown(page, FormDialog)
    dialog.form.field("distribution").set_value("public")
    dialog.submit()
    assert str(rows(stage)[0].distribution) == "public"


def test_a_paper_is_opened_as_a_read_only_copy_named_by_its_symbol(
    stage, part, page, table, tmp_path, qtbot
):
    register(stage, tmp_path, "JWG.2/1", content=b"first")
    reread(part)
    choose(table, "JWG.2/1")
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    (opened,) = stage.notifier.opened
    assert opened.name == "JWG.2-1_EN.pdf"
    assert opened.read_bytes() == b"first"
    assert not opened.stat().st_mode & stat.S_IWUSR


def test_what_was_changed_in_another_program_is_offered_as_a_revision(
    stage, part, page, table, tmp_path, qtbot
):
    register(stage, tmp_path, "JWG.2/1", content=b"first")
    reread(part)
    choose(table, "JWG.2/1")
    act(part, "open")
    (opened,) = stage.notifier.opened
    opened.chmod(stat.S_IRUSR | stat.S_IWUSR)
    opened.write_bytes(b"second")
    notice = page.changed
    qtbot.waitUntil(notice.isVisible)
    assert "JWG.2-1_EN.pdf" in page.findChild(QLabel, "paper_changed_sentence").text()
    qtbot.mouseClick(button(page, "paper_changed_keep"), LEFT)
    assert [file.revision for file in rows(stage)[0].files] == [2, 1]
    assert not notice.isVisible()


def test_a_changed_copy_is_found_when_the_tab_is_looked_at_again_and_may_be_left(
    stage, part, page, table, tmp_path, qtbot
):
    register(stage, tmp_path, "P1", content=b"first")
    reread(part)
    choose(table, "P1")
    act(part, "open")
    part.looked_at(shown=False)
    (opened,) = stage.notifier.opened
    opened.chmod(stat.S_IRUSR | stat.S_IWUSR)
    opened.write_bytes(b"second")
    part.looked_at(shown=True)
    assert page.changed.isVisible()
    qtbot.mouseClick(button(page, "paper_changed_leave"), LEFT)
    assert not page.changed.isVisible()
    assert rows(stage)[0].revision == 1


def test_a_program_is_kept_and_not_opened(stage, part, page, table, tmp_path):
    register(stage, tmp_path, "P1", content=b"MZ\x90", name="tool.exe")
    reread(part)
    choose(table, "P1")
    act(part, "open")
    assert stage.notifier.opened == []
    assert "opening it would run it" in told(page)


def test_a_file_is_saved_where_the_user_says(stage, part, page, table, tmp_path):
    register(stage, tmp_path, "P1", content=b"first")
    reread(part)
    choose(table, "P1")
    target = tmp_path / "saved.pdf"
    stage.notifier.answers = [target]
    act(part, "save")
    assert target.read_bytes() == b"first"
    assert "saved.pdf" in page.findChild(QLabel, "papers_saved_sentence").text()


def test_a_revision_is_added_and_the_same_file_is_refused_in_words(
    stage, part, page, table, tmp_path, qtbot
):
    register(stage, tmp_path, "P1", content=b"first")
    reread(part)
    choose(table, "P1")
    stage.notifier.answers = [(write(tmp_path, "same.pdf", b"first"),)]
    act(part, "file")
    dialog = shown(page, FormDialog)
    dialog.submit()
    assert "same file as revision 1" in dialog.form.banner_sentence()
    dialog.reject()
    stage.notifier.answers = [(write(tmp_path, "new.pdf", b"second"),)]
    act(part, "file")
    shown(page, FormDialog).submit()
    revision = next(column for column in table.model.columns if column.key == "revision")
    assert revision.text(table.rows()[0]) == "Rev.1"
    assert button(page, "paper_open_en_2") is not None


def test_a_file_is_deleted_after_asking(stage, part, page, table, tmp_path, qtbot):
    key = register(stage, tmp_path, "P1", content=b"first")
    paper_files.add_file(
        stage.workspace, paper_id=key, language="ko", path=write(tmp_path, "ko.pdf", b"ko")
    )
    reread(part)
    choose(table, "P1")
    stage.notifier.answers = [True]
    qtbot.mouseClick(button(page, "paper_delete_ko_1"), LEFT)
    assert rows(stage)[0].languages == ("en",)


def test_papers_take_their_steps_and_only_lawful_ones_are_offered(
    stage, part, page, table, tmp_path
):
    keys = (register(stage, tmp_path, "P1"), register(stage, tmp_path, "P2"))
    reread(part)
    table.choose(keys)
    assert not part._actions["final"].isEnabled()
    act(part, "circulated")
    act(part, "final")
    assert [str(row.status) for row in rows(stage)] == ["final", "final"]
    assert not part._actions["draft"].isEnabled()


def test_drafts_are_deleted_after_asking_and_circulated_papers_are_not(
    stage, part, page, table, tmp_path, qtbot
):
    item = key_of(agenda.add_item(stage.workspace, an_agenda_item(stage.meeting)))
    register(stage, tmp_path, "P1", item_id=item)
    register(stage, tmp_path, "P2")
    reread(part)
    choose(table, "P1")
    act(part, "circulated")
    stage.notifier.answers = [True]
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert "agenda item 1" in stage.notifier.asked[-1][1]
    assert "cannot be deleted" in told(page)
    choose(table, "P2")
    stage.notifier.answers = [True]
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert [row.symbol for row in rows(stage)] == ["P1"]


def test_a_paper_is_linked_with_its_redacted_form_and_unlinked(stage, part, page, table, tmp_path):
    register(stage, tmp_path, "P1")
    register(stage, tmp_path, "P2")
    reread(part)
    choose(table, "P1")
    act(part, "twin")
    shown(page, FormDialog).submit()
    readers = next(column for column in table.model.columns if column.key == "readers")
    assert [readers.text(row) for row in table.rows()] == ["Confidential", "Redacted"]
    act(part, "part")
    assert rows(stage)[0].twin is None


def test_the_folder_shows_what_goes_in_and_what_is_left_out_before_it_is_written(
    stage, part, page, tmp_path, qtbot
):
    agenda.add_item(stage.workspace, an_agenda_item(stage.meeting))
    register(stage, tmp_path, "OPEN")
    register(stage, tmp_path, "OURS", distribution=Distribution.ONE_SIDE)
    register(stage, tmp_path, "SECRET", confidentiality=Confidentiality.CONFIDENTIAL)
    reread(part)
    qtbot.mouseClick(button(page, "papers_folder"), LEFT)
    dialog = shown(page, FolderDialog)
    assert [entry.symbol for entry in dialog._entries.rows()] == ["", "OPEN"]
    left_out = dialog.findChild(QLabel, "folder_left_out").text()
    assert "OURS (for our side only)" in left_out
    assert "SECRET (confidential)" in left_out
    ours = next(radio for radio in dialog.findChildren(QRadioButton) if radio.text() == "Our side")
    qtbot.mouseClick(ours, LEFT)
    assert "SECRET" in [entry.symbol for entry in dialog._entries.rows()]
    assert "1 confidential paper is among it" in (
        dialog.findChild(QLabel, "folder_explained").text()
    )
    stage.notifier.answers = [tmp_path]
    qtbot.mouseClick(button(dialog, "folder_save"), LEFT)
    made = tmp_path / "JWG-2 (our side)"
    assert (made / "Papers" / "SECRET_EN - Title of SECRET.pdf").is_file()
    assert shown(page, FolderDialog) is None
    assert "JWG-2 (our side)" in page.findChild(QLabel, "papers_saved_sentence").text()


def test_the_meeting_is_written_as_an_archive(stage, part, page, tmp_path, qtbot):
    register(stage, tmp_path, "OPEN")
    reread(part)
    qtbot.mouseClick(button(page, "papers_folder"), LEFT)
    dialog = shown(page, FolderDialog)
    dialog._form.set_value("zip")
    stage.notifier.answers = [tmp_path / "meeting"]
    qtbot.mouseClick(button(dialog, "folder_save"), LEFT)
    with ZipFile(tmp_path / "meeting.zip") as archive:
        assert "Papers/OPEN_EN - Title of OPEN.pdf" in archive.namelist()
    assert stage.notifier.suggestions[-1].name == "JWG-2 (both sides).zip"


def test_choosing_no_place_writes_nothing(stage, part, page, tmp_path, qtbot):
    register(stage, tmp_path, "OPEN")
    reread(part)
    qtbot.mouseClick(button(page, "papers_folder"), LEFT)
    stage.notifier.answers = [None]
    qtbot.mouseClick(button(shown(page, FolderDialog), "folder_save"), LEFT)
    assert shown(page, FolderDialog).isVisible()


def test_the_writing_can_be_stopped_and_leaves_nothing_behind(stage, part, page, tmp_path, qtbot):
    for number in range(3):
        register(stage, tmp_path, f"P{number}")
    reread(part)
    qtbot.mouseClick(button(page, "papers_folder"), LEFT)
    dialog = shown(page, FolderDialog)
    told_of = []

    def stop(done, total):
        told_of.append((done, total))
        if done == 1:
            dialog.reject()

    dialog.progressed.connect(stop)
    into = tmp_path / "into"
    into.mkdir()
    stage.notifier.answers = [into]
    qtbot.mouseClick(button(dialog, "folder_save"), LEFT)
    assert told_of[-1][0] == 1
    assert list(into.iterdir()) == []
    assert dialog.isVisible()
    assert "Nothing was left behind." in dialog.findChild(QLabel, "folder_problem_sentence").text()
    assert not dialog.findChild(QProgressBar).isVisible()


def test_progress_is_told_from_another_thread(stage, part, page, qtbot):
    from threading import Thread

    qtbot.mouseClick(button(page, "papers_folder"), LEFT)
    dialog = shown(page, FolderDialog)
    progress = page.progress()
    Thread(target=progress, args=(2, 5)).start()
    bar = dialog.findChild(QProgressBar)
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (2, 5))
    dialog.show_refused(Misfortune("It was not written."))
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "as_zip", "target"),
    [
        ("a", True, "a.zip"),
        ("a.ZIP", True, "a.ZIP"),
        ("a.docx", True, "a.docx.zip"),
        ("a", False, "a"),
    ],
)
def test_an_archive_gets_its_ending(typed, as_zip, target):
    assert target_of(Path(typed), as_zip=as_zip) == Path(target)


def test_a_meeting_of_no_body_says_why_it_has_no_papers(stage, part, page):
    summit = key_of(meetings.plan(stage.workspace, a_meeting(None, ordinal=None, code="S")))
    stage.turn(part, summit)
    assert not button(page, "papers_add").isEnabled()
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "This meeting belongs to no body, so it has no papers" in words


def test_a_workspace_that_can_only_be_read_takes_nothing(read_only_stage, qtbot, tmp_path):
    stage = read_only_stage
    part = stage.show(PapersPart(stage.needs), qtbot)
    assert not button(part.widget, "papers_add").isEnabled()
    assert not drop(part.widget, (write(tmp_path, "a.pdf"),))
    assert stage.mistakes == []


def test_what_cannot_be_read_is_told_and_tried_again(
    stage, part, page, table, tmp_path, qtbot, monkeypatch
):
    register(stage, tmp_path, "P1")

    def fail(*_asked, **_how):
        raise Misfortune("The papers cannot be read.", "Restore a backup.")

    with monkeypatch.context() as broken:
        broken.setattr("app.services.papers.details.list_details", fail)
        reread(part)
        assert button(page, "papers_list_retry").isVisible()
    qtbot.mouseClick(button(page, "papers_list_retry"), LEFT)
    assert [row.symbol for row in table.rows()] == ["P1"]


def test_nothing_is_read_while_the_tab_is_not_looked_at(stage, qtbot, monkeypatch):
    part = PapersPart(stage.needs)
    qtbot.addWidget(part.widget)
    part.open(services.load(), stage.workspace, language="en")

    def fail(*_asked, **_how):
        raise AssertionError

    with monkeypatch.context() as broken:
        broken.setattr("app.services.papers.details.list_details", fail)
        stage.turn(part, stage.meeting)
    part.looked_at(shown=True)
    assert part.title() == "Documents  0"
    assert stage.mistakes == []


def test_a_late_answer_about_another_meeting_is_not_shown(stage, qtbot, tmp_path):
    from dataclasses import replace

    held = HeldTasks()
    part = PapersPart(replace(stage.needs, tasks=held))
    qtbot.addWidget(part.widget)
    register(stage, tmp_path, "P1")
    part.open(services.load(), stage.workspace, language="en")
    stage.turn(part, stage.meeting)
    part.looked_at(shown=True)
    stage.turn(part, stage.world.meeting)
    held.let_go(0)
    assert part.widget.table.rows() == ()
    held.let_go(0)
    assert part._presenter.sheet.meeting_id == stage.world.meeting


def test_three_hundred_papers_are_shown_and_chosen_quickly(stage, part, page, table):
    with stage.workspace.write("Fill") as work:
        for number in range(300):
            work.add(
                Paper(
                    body_id=stage.world.body,
                    meeting_id=stage.meeting,
                    symbol=f"JWG.2/{number}",
                    titles={"en": f"Paper {number}"},
                    category="working",
                )
            )
        work.commit()
    reread(part)
    sheet = part._presenter.sheet
    begun = clock.perf_counter()
    page.show_sheet(sheet)
    table.choose((table.rows()[150].id,))
    assert len(table.rows()) == 300
    assert clock.perf_counter() - begun < 5  # a figure is taken elsewhere; this never hangs


def test_the_list_sorts_by_number(stage, part, page, table, tmp_path, qtbot):
    for number in (10, 9):
        register(stage, tmp_path, f"JWG.2/{number}")
    reread(part)
    table.view.horizontalHeader().sectionClicked.emit(0)
    assert [row.symbol for row in table.rows()] == ["JWG.2/9", "JWG.2/10"]


def test_the_page_fits_into_a_small_window(part, page):
    assert page.minimumSizeHint().width() <= 560
