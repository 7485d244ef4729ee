"""A new version is written on the page as an officer does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTextBrowser

from app.services import history
from tests.ui.real_window import press

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def test_what_is_typed_is_saved_and_a_composed_syllable_is_not_lost(qtbot, drafting):
    drafting.go_to("art_3")
    editor = drafting.editor()
    editor.selectAll()
    qtbot.keyClicks(editor, "Other rules.")
    drafting.page.finish()
    assert drafting.stored("art_3") == "Other rules."
    assert drafting.lines()["art_3"] == ("Article 3", "changed")
    korean = drafting.editor("ko")
    korean.setFocus()
    drafting.compose(korean, "규")
    drafting.place.presenter.choose("art_3")  # read anew while a syllable is composed
    drafting.compose(korean, "", commit="규칙")
    drafting.page.finish()
    assert drafting.stored("art_3", "ko") == "규칙"
    history.undo(drafting.ground.workspace)
    assert drafting.stored("art_3", "ko") == ""


def test_a_reference_that_follows_by_itself_is_read_as_a_name_and_stays_one(qtbot, drafting):
    drafting.go_to("art_1")
    editor = drafting.editor()
    assert editor.words() == "As Article 3 says."
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, " And so on.")
    drafting.page.finish()
    assert drafting.stored("art_1") == "As {ref:art_3} says. And so on."


def test_a_provision_is_inserted_and_the_numbers_and_references_follow(qtbot, drafting):
    drafting.go_to("art_1")
    grid = drafting.page.outline.table.view
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Insert)
    assert drafting.lines()["art_1_bis"] == ("Article 1 bis", "inserted")
    assert drafting.place.presenter.provision.line.eid == "art_1_bis"
    qtbot.mouseClick(
        drafting.page.findChild(QPushButton, "drafting_order"), Qt.MouseButton.LeftButton
    )
    dialog = drafting.dialog()
    told = dialog.findChild(QTextBrowser, "drafting_preview").toPlainText()
    assert "Article 1 bis → Article 2" in told
    assert "Article 2, English: Article 3(2) → Article 4(2)" in told.replace(
        "Article 3, ", "Article 2, "
    )
    dialog.submit()
    assert drafting.lines()["art_3"] == ("Article 4", "renumbered")
    assert drafting.stored("art_2") == "See Article 4(2)."
    assert drafting.stored("art_2", "ko") == "제4조제2항을 본다."
    drafting.go_to("art_1")
    assert drafting.editor().words() == "As Article 4 says."


def test_the_keys_of_an_outline_move_and_repeal_and_undo_takes_it_back(qtbot, drafting):
    grid = drafting.page.outline.table.view
    drafting.go_to("art_2")
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Up, ALT_SHIFT)
    assert list(drafting.lines())[:2] == ["art_2", "art_1"]
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert drafting.lines()["art_2"][1] == "repealed"
    press(qtbot, drafting.page, "drafting_restore")
    assert drafting.lines()["art_2"][1] != "repealed"
    for _ in range(3):
        history.undo(drafting.ground.workspace)
    drafting.place.presenter.turn_to(drafting.version)
    assert set(drafting.lines().values()) == {
        ("Article 1", "none"),
        ("Article 2", "none"),
        ("Article 3", "none"),
        ("1.", "none"),
        ("2.", "none"),
    }


def test_of_two_proposals_side_by_side_one_is_chosen(qtbot, drafting):
    drafting.go_to("art_3")
    for side, words in enumerate(("Korean words.", "Mongolian words.")):
        drafting.page.proposals.add_requested.emit()
        form = drafting.dialog().form
        field = form.field("party_id")
        field.set_value(drafting.place.presenter.draft.sides[side].id)
        form.field("texts").line("en").set_value(words)
        drafting.dialog().submit()
    assert drafting.page._tabs.tabText(1) == "Proposals  2"
    assert drafting.page._tabs.tabText(4) == "To settle  1"
    first, second = drafting.place.presenter.provision.proposals
    press(qtbot, drafting.page, f"drafting_choose_{second.id}")
    assert drafting.stored("art_3") == "Mongolian words."
    assert [row.status for row in drafting.place.presenter.provision.proposals] == [
        "not-chosen",
        "chosen",
    ]
    assert first.who == "Republic of Korea"
    assert drafting.page._tabs.tabText(4) == "To settle"


def test_brackets_are_put_by_a_side_and_settled_by_a_button(qtbot, drafting):
    drafting.go_to("art_3")
    editor = drafting.editor()
    editor.selectAll()
    drafting.page.text.block("en")._brackets.choices.actions()[1].trigger()
    assert drafting.stored("art_3") == "[Mongolia: Rules.]"
    assert drafting.page._tabs.tabText(4) == "To settle  1"
    press(qtbot, drafting.page, "drafting_settle_en_0_0")
    assert drafting.stored("art_3") == "Rules."


def test_words_changed_elsewhere_meanwhile_are_told_and_nothing_typed_is_lost(qtbot, drafting):
    drafting.go_to("art_3")
    editor = drafting.editor()
    editor.selectAll()
    qtbot.keyClicks(editor, "Mine.")
    drafting.services.draft_wording.reword(
        drafting.ground.workspace,
        version_id=drafting.version,
        eid="art_3",
        language="en",
        text="Theirs.",
    )
    drafting.page.finish()
    assert "changed elsewhere" in str(drafting.ground.notifier.told)
    assert editor.words() == "Mine."
    drafting.page.finish()
    assert drafting.stored("art_3") == "Mine."
    assert not any(each.isModal() and each.isVisible() for each in QApplication.topLevelWidgets())


def test_without_a_draft_the_page_says_how_one_is_begun(qtbot, drafting):
    drafting.ground.notifier.answers = [True]
    drafting.place.presenter.withdraw()
    assert drafting.place.presenter.draft is None
    assert drafting.page._blank.sentence() == "No version is being drafted"
    press(qtbot, drafting.page, "drafting_go_back")
    assert drafting.ground.gone_to[-1][0] == "rule_document"


def test_a_provision_is_put_after_what_stands_where_the_one_in_hand_is_repealed(qtbot, drafting):
    drafting.go_to("art_2")
    drafting.place.presenter.repeal(("art_2",))
    drafting.go_to("art_2")
    assert drafting.editor().isReadOnly()
    drafting.place.presenter.insert_here("after")
    assert list(drafting.lines())[:3] == ["art_1", "art_1_v2", "art_2"] or (
        drafting.place.presenter.provision.line.change == "inserted"
    )
    assert drafting.ground.notifier.told == []
