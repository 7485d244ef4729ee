"""No syllable and no word is lost: input methods, two writers at once, and a crash."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.paths import draft_file
from app.services import minutes_writing
from app.ui.minutes.conflict_bar import ConflictBar
from app.ui.widgets import composing

K = Qt.Key


@pytest.fixture
def second(drafted):
    """The editor of the one paragraph under the second item."""
    drafted.choose(1)
    editor = drafted.blocks[0].editors[0]
    editor.setFocus()
    editor.put_cursor(999)
    return editor


def change_elsewhere(drafted, words):
    """Have another window rewrite the paragraph in hand."""
    key = drafted.blocks[0].key
    change = minutes_writing.rewrite(
        drafted.workspace, paragraph_id=key, language="en", words=words
    )
    tell(drafted, change)


def tell(drafted, change):
    drafted.part._presenter._hand.operations._changes.publish(change)
    drafted.settle()


def test_what_is_being_composed_is_not_saved_before_it_is_written(drafted, second):
    before = second.words()
    drafted.compose(second, "하")
    assert second.is_composing()
    assert second.words() == before
    drafted.compose(second, "", commit="하나")
    assert second.words() == before + "하나"
    drafted.part.leave()
    assert drafted.stored()[3] == before + "하나"


def test_nothing_is_rebuilt_while_a_syllable_is_composed(drafted, second):
    drafted.compose(second, "하")
    other = drafted.record().paragraphs[0].id
    change = minutes_writing.remove(drafted.workspace, paragraph_ids=[other])
    tell(drafted, change)
    change_elsewhere(drafted, "Changed elsewhere.")
    assert drafted.blocks[0].editors[0] is second
    assert second.hasFocus()
    assert second.is_composing()
    drafted.compose(second, "", commit="한")
    drafted.settle()
    assert second.words().endswith("한"), "the syllable is written, whatever came meanwhile"
    assert drafted.find(ConflictBar, "conflict").isVisible()
    drafted.part.leave()
    assert drafted.stored()[2] == "Changed elsewhere.", "and what came is not written over"


def test_enter_ends_a_syllable_before_it_ends_a_paragraph(drafted, second):
    drafted.compose(second, "か")
    drafted.qtbot.keyClick(second, K.Key_Return)
    assert len(drafted.blocks) == 1, "the key belongs to the input method"
    drafted.compose(second, "", commit="会")
    drafted.press(K.Key_Return)
    assert len(drafted.blocks) == 2


def test_leaving_has_the_input_method_finish_first(drafted, second, monkeypatch):
    drafted.compose(second, "합의")
    monkeypatch.setattr(composing, "commit", lambda: drafted.compose(second, "", commit="합의"))
    drafted.part.leave()
    assert drafted.stored()[3].endswith("합의")
    drafted.compose(second, "하")
    monkeypatch.setattr(composing, "commit", lambda: drafted.compose(second, "", commit="하다"))
    drafted.part.show_meeting(None)
    assert drafted.stored()[3].endswith("합의하다")


def test_the_note_line_leaves_enter_to_the_input_method(drafted):
    line = drafted.page.note.line
    line.setFocus()
    drafted.compose(line, "결정")
    drafted.qtbot.keyClick(line, K.Key_Return)
    assert len(drafted.record().paragraphs) == 6
    drafted.compose(line, "", commit="결정: 채택하였다")
    drafted.press(K.Key_Return)
    assert len(drafted.record().paragraphs) == 7


def test_words_in_decomposed_letters_are_saved_composed_and_not_typed_over(drafted, second):
    second.insert(" e\u0301te\u0301")
    drafted.part.leave()
    drafted.settle()
    assert drafted.stored()[3].endswith(" été")
    assert second.textCursor().position() == len(second.toPlainText())


def test_a_paragraph_that_was_changed_elsewhere_is_never_overwritten(drafted, second):
    drafted.qtbot.keyClicks(second, " Mine.")
    change_elsewhere(drafted, "Theirs.")
    bar = drafted.find(ConflictBar, "conflict")
    assert bar.isVisible()
    assert second.words().endswith("Mine."), "what is typed stays"
    drafted.part.leave()
    assert drafted.stored()[3] == "Theirs.", "and is not saved over the other"


def test_one_may_keep_mine(drafted, second):
    drafted.qtbot.keyClicks(second, " Mine.")
    change_elsewhere(drafted, "Theirs.")
    drafted.click(drafted.find(QPushButton, "keep_mine"))
    assert drafted.stored()[3].endswith("Mine.")
    assert not drafted.find(ConflictBar, "conflict").isVisible()


def test_one_may_take_theirs(drafted, second):
    drafted.qtbot.keyClicks(second, " Mine.")
    change_elsewhere(drafted, "Theirs.")
    drafted.click(drafted.find(QPushButton, "take_theirs"))
    assert second.toPlainText() == "Theirs."
    drafted.part.leave()
    assert drafted.stored()[3] == "Theirs."


def test_the_two_wordings_can_be_compared(drafted, second):
    from PySide6.QtWidgets import QDialog, QTextEdit

    drafted.qtbot.keyClicks(second, " Mine.")
    change_elsewhere(drafted, "Theirs.")
    drafted.click(drafted.find(QPushButton, "compare_words"))
    dialog = drafted.find(QDialog, "wordings")
    mine, theirs = dialog.findChildren(QTextEdit, "wording")
    assert mine.toPlainText().endswith("Mine.")
    assert theirs.toPlainText() == "Theirs."
    dialog.accept()


def test_a_conflict_is_found_even_where_nobody_told_of_the_change(drafted, second):
    key = drafted.blocks[0].key
    minutes_writing.rewrite(drafted.workspace, paragraph_id=key, language="en", words="Theirs.")
    drafted.qtbot.keyClicks(second, " Mine.")
    drafted.part.leave()
    drafted.settle()
    assert drafted.find(ConflictBar, "conflict").isVisible()
    assert drafted.stored()[3] == "Theirs."


def test_a_paragraph_removed_elsewhere_while_one_types_can_be_put_back(drafted, second):
    drafted.qtbot.keyClicks(second, " Mine.")
    key = drafted.blocks[0].key
    tell(drafted, minutes_writing.remove(drafted.workspace, paragraph_ids=[key]))
    sentence = drafted.find(QLabel, "conflict_sentence")
    assert sentence.text() == "Removed elsewhere"
    drafted.click(drafted.find(QPushButton, "keep_mine"))
    assert drafted.stored()[3].endswith("Mine.")


def test_a_change_elsewhere_in_another_paragraph_disturbs_nobody(drafted, second):
    drafted.qtbot.keyClicks(second, " Mine.")
    place = second.textCursor().position()
    other = drafted.record().paragraphs[0].id
    change = minutes_writing.rewrite(
        drafted.workspace, paragraph_id=other, language="en", words="Elsewhere."
    )
    tell(drafted, change)
    assert second.hasFocus()
    assert second.textCursor().position() == place
    drafted.part.leave()
    assert drafted.stored()[3].endswith("Mine.")


def test_what_is_typed_is_kept_in_a_file_until_it_is_saved(drafted, second):
    drafted.part._typing.keeping.setInterval(30)
    drafted.part._typing.pause.setInterval(60_000)
    drafted.qtbot.keyClicks(second, " Kept.")
    path = draft_file(drafted.workspace.path)
    drafted.qtbot.waitUntil(path.is_file)
    (entry,) = json.loads(path.read_text("utf-8"))
    assert entry["words"].endswith("Kept.")
    drafted.part.leave()
    drafted.settle()
    assert not path.exists()


def test_words_that_a_crash_left_are_offered_and_put_back(
    show, drafted, workspace, second, notifier
):
    drafted.part._typing.keeping.setInterval(10)
    drafted.part._typing.pause.setInterval(60_000)
    drafted.qtbot.keyClicks(second, " Kept.")
    drafted.qtbot.waitUntil(draft_file(workspace.path).is_file)
    drafted.part._typing.pause.stop()
    drafted.part._presenter._hand.page.forget()  # as if the program had ended here
    notifier.answers.append(None)
    later = show(workspace)
    assert "were not saved" in later.page.unsaved.sentence()
    assert notifier.asked[-1][0].startswith("Words typed on")
    later.click(later.find(QPushButton, "put_back"))
    assert later.stored()[3].endswith("Kept.")
    assert later.page.unsaved.sentence() == ""
    assert not draft_file(workspace.path).exists()


def test_words_that_a_crash_left_can_be_looked_at_and_discarded(
    show, drafted, workspace, second, notifier, went
):
    from PySide6.QtWidgets import QDialog, QTextEdit

    drafted.part._typing.keeping.setInterval(10)
    drafted.part._typing.pause.setInterval(60_000)
    drafted.qtbot.keyClicks(second, " Kept.")
    drafted.qtbot.waitUntil(draft_file(workspace.path).is_file)
    drafted.part._typing.pause.stop()
    drafted.part._presenter._hand.page.forget()
    before = drafted.stored()
    notifier.answers.append("Look")
    later = show(workspace)
    later.qtbot.waitUntil(lambda: later.page.findChild(QDialog, "wordings") is not None)
    typed, _stored = later.find(QDialog, "wordings").findChildren(QTextEdit, "wording")
    assert typed.toPlainText().endswith("Kept.")
    assert [kind for kind, _key in went] == ["meeting", "minutes"]
    later.find(QDialog, "wordings").accept()
    later.click(later.find(QPushButton, "discard_unsaved"))
    assert later.stored() == before
    assert not draft_file(workspace.path).exists()


CRASH = """
import os, sys
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

application = QApplication([])
from app.clock import SystemClock
from app.settings.settings_file import Settings
from app.store.workspace import Workspace
from app.ui import services
from app.ui.changes import ChangeBus
from app.ui.minutes.part import MinutesPart
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.pictures import NobodyAnswers
from app.ui.tasks import Tasks

tasks, changes = Tasks(), ChangeBus()
operations = Operations(
    tasks=tasks, changes=changes, notifier=NobodyAnswers(), report_mistake=print
)
needs = Needs(
    tasks=tasks, operations=operations, changes=changes, notifier=NobodyAnswers(),
    report_failure=operations.fail, clock=SystemClock(),
    settings=Settings(Path(sys.argv[1]).with_suffix(".ini")), go_to=lambda *told: None,
)
workspace = Workspace.open(Path(sys.argv[1]), clock=SystemClock(), actor="Bat")
part = MinutesPart(needs)
part.widget.resize(900, 700)
part.widget.show()
part.open(services.load(), workspace, language="en")
part.show_meeting(SimpleNamespace(row=SimpleNamespace(id=UUID(sys.argv[2]))))
part.looked_at(shown=True)
part._typing.pause.setInterval(60_000)


def type_on():
    blocks = part.widget.sheet.blocks
    if not blocks:
        QTimer.singleShot(20, type_on)
        return
    editor = blocks[0].editors[0]
    editor.setFocus()
    editor.put_cursor(9999)
    QTest.keyClicks(editor, " Typed before the crash.")
    print("typed", flush=True)


QTimer.singleShot(0, type_on)
application.exec()
"""


def test_a_killed_program_loses_no_more_than_a_second(
    drafted, show, workspace, world, tmp_path, notifier, home
):
    import shutil

    path = Path(shutil.copyfile(workspace.path, tmp_path / "Killed.jwg"))
    script = tmp_path / "crash.py"
    script.write_text(textwrap.dedent(CRASH), "utf-8")
    root = Path(__file__).resolve().parents[3]
    killed = subprocess.Popen(
        [sys.executable, str(script), str(path), str(world.meeting)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert killed.stdout is not None
        assert killed.stdout.readline().strip() == "typed", killed.stderr.read()
        drafted.qtbot.waitUntil(draft_file(path).is_file, timeout=20_000)
        drafted.qtbot.waitUntil(
            lambda: "crash." in draft_file(path).read_text("utf-8"), timeout=20_000
        )
    finally:
        killed.send_signal(signal.SIGKILL)
        killed.wait(20)
        killed.stdout.close()
        killed.stderr.close()
    from app.clock import SystemClock
    from app.store.workspace import Workspace

    notifier.answers.append("Put them back")
    with Workspace.open(path, clock=SystemClock(), actor="Bat") as opened:
        later = show(opened)
        later.qtbot.waitUntil(
            lambda: later.stored()[0].endswith("Typed before the crash."), timeout=20_000
        )


def test_a_full_disk_keeps_nobody_from_typing(drafted, second, monkeypatch):
    def fail(*_told, **_how):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.services.unsaved_words.keep", fail)
    drafted.part._typing.keeping.setInterval(10)
    drafted.part._typing.pause.setInterval(60_000)
    drafted.qtbot.keyClicks(second, " On.")
    drafted.qtbot.waitUntil(lambda: not drafted.part._typing.keeping.isActive())
    assert second.words().endswith("On.")
    drafted.part.leave()
    assert drafted.stored()[3].endswith("On.")
    assert QApplication.focusWidget() is second
