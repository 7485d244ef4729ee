"""Minutes are exchanged, answered, approved, signed in two places, sealed and opened again."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from app.domain.minutes import MinutesStatus
from app.ui.minutes.steps_bar import AGREE, WRITE


@pytest.fixture
def confirmed(drafted):
    """Minutes of which every paragraph is confirmed."""
    for row in range(4):
        drafted.choose(row)
        drafted.click(drafted.find(QPushButton, "confirm_all"))
    for each in drafted.record().paragraphs:
        assert each.confirmed
    return drafted


@pytest.fixture
def signing(confirmed):
    """Minutes that are approved, with both heads named; the boxes of signing are shown."""
    agree(confirmed)
    step(confirmed, "exchanged")
    for code in ("KR", "MN"):
        answer(confirmed, code, "agreed")
    press(confirmed, "take_heads")
    without_gaps(confirmed)
    step(confirmed, "negotiated")
    step(confirmed, "approved")
    assert status(confirmed) is MinutesStatus.APPROVED
    return confirmed


@pytest.fixture
def signed(signing):
    """Minutes that both sides have signed."""
    for code, place, day in (
        ("KR", "Seoul", date(2025, 5, 28)),
        ("MN", "Ulaanbaatar", date(2025, 5, 30)),
    ):
        enter_signature(signing, code, place, day)
    step(signing, "signed")
    assert status(signing) is MinutesStatus.SIGNED
    return signing


def agree(hand):
    hand.click(hand.page.bar._segments.buttons()[1])


def press(hand, name):
    hand.click(visible(hand, name))


def visible(hand, name):
    found = [each for each in hand.page.findChildren(QPushButton, name) if each.isVisible()]
    assert found, name
    return found[0]


def offered(hand):
    menu = hand.page.bar.menu()
    hand.menus.append(menu)
    return {each.text(): each for each in menu.actions() if each.text()}


def step(hand, value):
    hand.page.bar.step_wanted.emit(MinutesStatus(value))
    hand.settle()


def status(hand):
    return hand.record().status


def answer(hand, code, value, note=""):
    press(hand, f"enter_answer_{code}")
    hand.dialog("answer_dialog").form.set_values({"answer": value, "note": note})
    hand.save("answer_dialog")


def enter_signature(hand, code, place, day):
    press(hand, f"sign_{code}")
    hand.dialog("signature_dialog").form.set_values({"place": place, "signed_on": day})
    hand.save("signature_dialog")


def without_gaps(hand):
    """Write what the draft has left open."""
    from app.services import minutes_writing

    for each in hand.record().paragraphs:
        for language, text in each.texts.items():
            if "…" in text or "[" in text:
                minutes_writing.rewrite(
                    hand.workspace, paragraph_id=each.id, language=language, words="It was so."
                )
    hand.part._presenter.read()
    hand.settle()


def sentences(hand):
    box = hand.page.agreement.obstacles
    return [each.text() for each in box.findChildren(QLabel) if each.text()] if box else []


def test_only_lawful_steps_are_offered(confirmed):
    told = list(offered(confirmed))
    assert told[:2] == ["Mark as sent round", "Mark as being negotiated"]
    assert not any(each.startswith("Mark") for each in told[2:])
    assert confirmed.find(QPushButton, "next_step").isVisible()


def test_the_likeliest_step_is_a_button_of_its_own(confirmed):
    press(confirmed, "next_step")
    assert status(confirmed) is MinutesStatus.EXCHANGED
    assert "edition 2" in confirmed.find(QLabel, "minutes_state").text()


def test_who_has_not_answered_is_shown_and_what_was_answered(confirmed):
    agree(confirmed)
    step(confirmed, "exchanged")
    state = {code: confirmed.find(QLabel, f"answer_{code}").text() for code in ("KR", "MN")}
    assert state == {"KR": "No answer yet", "MN": "No answer yet"}
    answer(confirmed, "KR", "changes-proposed", "Item 2 shall name the registry.")
    assert "Changes proposed" in confirmed.find(QLabel, "answer_KR").text()
    assert "No answer" in confirmed.find(QLabel, "answer_MN").text()
    sides = {each.party.code: each for each in confirmed.record().sides}
    assert sides["KR"].note == "Item 2 shall name the registry."
    press(confirmed, "withdraw_KR")
    assert "No answer" in confirmed.find(QLabel, "answer_KR").text()


def test_changes_without_words_are_refused_beside_the_field(confirmed):
    agree(confirmed)
    step(confirmed, "exchanged")
    press(confirmed, "enter_answer_MN")
    dialog = confirmed.dialog("answer_dialog")
    dialog.form.set_values({"answer": "changes-proposed", "note": ""})
    confirmed.save("answer_dialog")
    assert confirmed.is_open("answer_dialog")
    assert dialog.form.note("note") or dialog.form.banner_sentence()
    dialog.form.mark_clean()
    dialog.reject()


def test_approval_says_what_is_missing_and_leads_there(drafted):
    agree(drafted)
    step(drafted, "exchanged")
    step(drafted, "negotiated")
    step(drafted, "approved")
    assert status(drafted) is MinutesStatus.NEGOTIATED
    told = " ".join(sentences(drafted))
    assert "confirm" in told
    press(drafted, "mend_not-confirmed")
    current = drafted.page.sheet.current()
    assert current is not None
    assert drafted.page._stack.currentWidget() is drafted.page._bench, "one writes there"
    assert not drafted.part._hand.page.find(current[0]).confirmed


def test_obstacles_go_as_they_are_mended(drafted):
    agree(drafted)
    step(drafted, "exchanged")
    step(drafted, "negotiated")
    step(drafted, "approved")
    before = len(sentences(drafted))
    press(drafted, "take_heads")
    assert len(sentences(drafted)) < before or before > 0
    assert "named to sign" not in " ".join(sentences(drafted))


def test_heads_of_delegation_are_named_with_their_posts(confirmed):
    agree(confirmed)
    press(confirmed, "take_heads")
    told = confirmed.record().signatures
    assert [each.printed_names["en"] for each in told] == ["Cho Gye-yeon", "Batkhishig Purevdoo"]
    assert told[0].capacities["ko"] == "국장"


def test_a_signatory_is_added_changed_and_removed(confirmed, world):
    agree(confirmed)
    press(confirmed, "add_signatory")
    form = confirmed.dialog("signatory_dialog").form
    form.set_values(
        {
            "party_id": world.mongolia,
            "printed_names": {"en": "Dorj Bold"},
            "capacities": {"en": "Vice Minister"},
        }
    )
    confirmed.save("signatory_dialog")
    assert [each.printed_names for each in confirmed.record().signatures] == [{"en": "Dorj Bold"}]
    press(confirmed, "change_signatory_MN")
    form = confirmed.dialog("signatory_dialog").form
    assert form.values()["printed_names"]["en"] == "Dorj Bold"
    form.set_values({"capacities": {"en": "Minister"}})
    confirmed.save("signatory_dialog")
    assert confirmed.record().signatures[0].capacities["en"] == "Minister"
    press(confirmed, "remove_signatory_MN")
    assert confirmed.record().signatures == ()


def test_signing_needs_every_signature_and_leads_to_the_missing_one(signing):
    enter_signature(signing, "KR", "Seoul", date(2025, 5, 28))
    step(signing, "signed")
    assert status(signing) is MinutesStatus.APPROVED
    assert "Batkhishig Purevdoo has not signed" in " ".join(sentences(signing))
    press(signing, "mend_not-signed")
    dialog = signing.dialog("signature_dialog")
    assert "Batkhishig" in dialog.windowTitle()
    dialog.form.mark_clean()
    dialog.reject()


def test_two_places_and_days_are_entered_and_the_minutes_are_sealed(signed):
    told = [(each.place, each.signed_on) for each in signed.record().signatures]
    assert told == [("Seoul", date(2025, 5, 28)), ("Ulaanbaatar", date(2025, 5, 30))]
    assert "signed and sealed" in signed.page.state.sentence()
    signed.page.turn_to(WRITE)
    signed.choose(1)
    assert all(block.editors[0].isReadOnly() for block in signed.blocks)
    assert not signed.page.note.isVisible()
    table = signed.page.aids.table
    assert table.rowCount() == 0, "there is nothing to put words into"
    before = signed.record()
    editor = signed.blocks[0].editors[0]
    editor.setFocus()
    signed.qtbot.keyClicks(editor, "Not to be written")
    signed.press(Qt.Key.Key_Return, widget=editor)
    assert signed.record() == before


def test_what_is_signed_is_not_signed_again_and_leads_on_to_its_confirmation(signed):
    agree(signed)
    links = [each.objectName() for each in signed.page.findChildren(QPushButton)]
    assert "sign_KR" not in links
    assert "change_signatory_KR" not in links
    assert signed.find(QPushButton, "next_step").text() == "Mark as confirmed"


def test_a_scan_is_kept_with_its_seal_and_can_be_copied_opened_and_taken_away(
    signed, tmp_path, notifier
):
    agree(signed)
    scan = tmp_path / "Signed minutes.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    notifier.answers.append((scan,))
    press(signed, "attach_scan")
    (kept,) = signed.record().scans
    assert kept.file_name == "Signed minutes.pdf"
    press(signed, "copy_hash")
    assert QGuiApplication.clipboard().text() == kept.sha256
    press(signed, "open_scan")
    assert notifier.opened[0].read_bytes() == b"%PDF-1.4 signed"
    press(signed, "remove_scan")
    assert signed.record().scans == ()


def test_scans_are_dropped_on_the_box(signed, tmp_path):
    agree(signed)
    scan = tmp_path / "Page 1.jpg"
    scan.write_bytes(b"\xff\xd8\xff\xe0 jpeg")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    signed.page.agreement.scans.dropEvent(event)
    signed.settle()
    assert [each.file_name for each in signed.record().scans] == ["Page 1.jpg"]


def test_signed_minutes_are_opened_again_with_a_reason_and_the_signed_edition_is_kept(signed):
    before = signed.record()
    press(signed, "reopen")
    signed.save("reopen_dialog")
    assert signed.is_open("reopen_dialog"), "it asks why"
    signed.dialog("reopen_dialog").form.set_values({"why": "A date was wrong."})
    signed.save("reopen_dialog")
    now = signed.record()
    assert now.edition == before.edition + 1
    assert not now.is_sealed
    assert [each.status for each in now.editions][1] is MinutesStatus.CORRECTED
    assert now.editions[0].reopened_why == "A date was wrong."
    signed.choose(1)
    assert not signed.blocks[0].editors[0].isReadOnly()


def test_an_earlier_edition_is_looked_at_and_cannot_be_changed(confirmed):
    agree(confirmed)
    step(confirmed, "exchanged")
    press(confirmed, "look_edition_1")
    assert "edition 1, kept as it was" in confirmed.page.state.sentence()
    confirmed.choose(1)
    assert confirmed.blocks[0].editors[0].isReadOnly()
    press(confirmed, "show_latest")
    assert confirmed.page.state.sentence() == ""
    assert not confirmed.blocks[0].editors[0].isReadOnly()


def test_two_editions_are_compared_with_marks_and_a_list_in_words(confirmed):
    step(confirmed, "exchanged")
    confirmed.choose(1)
    confirmed.type(" It was short.")
    agree(confirmed)
    press(confirmed, "compare_edition_2")
    dialog = confirmed.page._comparison
    assert dialog is not None
    assert dialog.windowTitle() == "Edition 1 and edition 2"
    rows = dialog.findChild(QListWidget, "editions_changes_list")
    assert "It was short" in " ".join(rows.item(at).text() for at in range(rows.count()))
    dialog.reject()
    confirmed.settle()


def test_an_earlier_edition_is_restored_as_the_next_one(confirmed, notifier):
    before = confirmed.stored()
    step(confirmed, "exchanged")
    confirmed.choose(1)
    confirmed.type(" More.")
    agree(confirmed)
    notifier.answers.append(True)
    press(confirmed, "restore_edition_1")
    now = confirmed.record()
    assert now.edition == 3
    assert confirmed.stored() == before


def test_the_bar_shows_which_view_one_looks_at(confirmed):
    agree(confirmed)
    assert confirmed.page._stack.currentWidget() is confirmed.page.agreement
    confirmed.page.turn_to(WRITE)
    assert [each.isChecked() for each in confirmed.page.bar._segments.buttons()] == [True, False]
    confirmed.page.turn_to(AGREE)
    assert [each.isChecked() for each in confirmed.page.bar._segments.buttons()] == [False, True]


def test_boxes_grow_with_what_comes_into_them_however_wide_the_page_is(signing):
    pane = signing.page.agreement
    for width in (1200, 700, 1200):
        signing.page.resize(width, 760)
        signing.settle()
    enter_signature(signing, "KR", "Seoul", date(2025, 5, 28))
    box = pane.signatures
    signing.qtbot.waitUntil(lambda: box.height() >= box.heightForWidth(box.width()))
    for row in (box.body.itemAt(at).widget() for at in range(box.body.count())):
        assert row.height() >= row.heightForWidth(row.width())


def test_what_is_read_again_unchanged_leaves_the_keyboard_where_it_is(confirmed):
    agree(confirmed)
    step(confirmed, "exchanged")
    link = visible(confirmed, "enter_answer_KR")
    link.setFocus()
    confirmed.part._presenter.read()
    confirmed.settle()
    assert visible(confirmed, "enter_answer_KR") is link
    assert link.hasFocus()
