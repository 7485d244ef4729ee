"""A delegate reads a pack and writes notes; the secretariat takes them in, answers, proposes."""

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextBrowser,
)

from app.domain.provision_proposal import ProvisionProposal
from app.services import bodies, rules
from app.services.drafting import draft_versions
from app.services.notes import received
from app.settings.options import LAST_BODY
from tests.journeys.at_work import WAIT, Person

QUESTION = "Removals too?"
KOREAN = "배출량의 뜻을 밝혀 주십시오"


@pytest.fixture
def person(desk, qtbot, clock):
    return Person(desk, qtbot, clock, "notes")


def write_note(person, words, text, *, ours):
    """Mark words in the text and write a note on them."""
    browser = person.see(QTextBrowser, "rules_text")
    person.until(lambda: not browser.document().find(words).isNull())
    browser.setFocus()
    browser.setTextCursor(browser.document().find(words))
    person.take("write_note_here")
    editor = person.see(QPlainTextEdit, "note_text")
    assert editor.hasFocus()
    person.write(editor, text)
    box = person.see(QCheckBox, "note_for_secretariat")
    if box.isChecked() != ours:
        person.click(box)
    person.press("note_add")
    person.until(lambda: editor.toPlainText() == "")


def labels(person, name):
    return [each.text() for each in person.window.findChildren(QLabel, name)]


def links(person, beginning):
    found = person.window.findChildren(QPushButton)
    return [each for each in found if each.objectName().startswith(beginning) and each.isVisible()]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_notes_on_a_pack_come_back_and_become_a_proposal(
    person, desk, qtbot, user, tmp_path, monkeypatch, mistakes
):
    window = person.window
    window.resize(1440, 900)
    with qtbot.waitSignal(desk.filled, timeout=WAIT):
        desk.start(None)
    home = person.opened_path()
    body = bodies.find_by_code(person.workspace, code=desk._settings.value(LAST_BODY))
    held = [
        row
        for row in rules.list_documents(person.workspace, body_id=body, language="en")
        if row.latest == "2.0"
    ]
    prospect = draft_versions.look_for_draft(person.workspace, document_id=held[0].id)
    assert prospect.can_begin
    draft_versions.begin(person.workspace, document_id=held[0].id, label=prospect.label)

    monkeypatch.setattr(user, "choose_folder", lambda **_how: tmp_path)
    person.take("make_pack")
    making = person.dialog("pack_dialog")
    person.write(making.findChild(QLineEdit, "pack_title"), "For delegates")
    person.save(making)
    (pack,) = tmp_path.glob("*.jwgx")

    monkeypatch.setattr(user, "choose_file", lambda *_args, **_how: pack)
    person.take("open_workspace")
    person.until(lambda: person.opened_path() == pack)
    write_note(person, "greenhouse gas emissions", QUESTION, ours=True)
    write_note(person, "host Party", KOREAN, ours=True)
    write_note(person, "independent entity", "Ask at home", ours=False)
    person.picture("reader")
    person.take("send_notes")
    sending = person.dialog("send_notes_dialog")
    assert "1" in sending.findChild(QLabel, "send_notes_private").text()
    person.write(sending.form.field("author").editor, "Delegate Dorj")
    person.choose_named(sending.form.field("side_id"), "Mongolia")
    person.picture("sending", sending)
    person.save(sending)
    (sent,) = tmp_path.glob("*.jwgn")

    monkeypatch.setattr(user, "choose_file", lambda *_args, **_how: home)
    person.take("open_workspace")
    person.until(lambda: person.opened_path() == home)
    window.go_to("rules")
    person.see(QTextBrowser, "rules_text")
    monkeypatch.setattr(user, "choose_file", lambda *_args, **_how: sent)
    person.take("bring_in_notes")
    arriving = person.dialog("arriving_notes_dialog")
    assert arriving.findChild(QLabel, "arriving_counts").text().startswith("New: 2")
    person.picture("arriving", arriving)
    person.save(arriving)

    person.click(person.see(QRadioButton, "rules_aside_tabs_Notes  2"))
    person.click(person.see(QRadioButton, "notes_where_All notes"))
    person.until(lambda: len(links(person, "answer_")) == 2)
    person.picture("received")
    person.click(links(person, "answer_")[0])
    answering = person.dialog("note_answer_dialog")
    person.write(answering.form.field("text").editor, "Yes, removals are meant too.")
    person.save(answering)
    person.until(lambda: len(links(person, "edit_answer_")) == 1)
    person.click(links(person, "propose_")[1])
    proposing = person.dialog("note_proposal_dialog")
    person.picture("proposal", proposing)
    person.save(proposing)
    person.until(lambda: len(links(person, "propose_")) == 1)
    person.click(links(person, "resolve_")[0])
    person.until(lambda: len(links(person, "resolve_")) == 1)
    person.picture("dealt-with")

    first, second = received.list_notes(person.workspace, document_id=held[0].id)
    assert [first.text, second.text] == [QUESTION, KOREAN]
    assert (first.author, first.side, first.quote) == (
        "Delegate Dorj",
        "Mongolia",
        "greenhouse gas emissions",
    )
    assert [answer.text for answer in first.answers] == ["Yes, removals are meant too."]
    assert first.state is received.NoteState.RESOLVED
    with person.workspace.read() as reader:
        proposal = reader.get(ProvisionProposal, second.proposal_id)
    assert KOREAN in proposal.reason
    assert mistakes == []
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        window.close()
