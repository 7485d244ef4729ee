"""The list of what was issued and saved, as people work with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.services.kept_documents import KeptState
from tests.ui.studio.studio_fakes import a_kept, said

ISSUED = a_kept(3, kind="agenda", original_of="", is_draft=False)
CHANGED = a_kept(2, state=KeptState.CHANGED)
LONE = a_kept(1, state=KeptState.NOT_WRITTEN, written_to="")
GONE = a_kept(4, state=KeptState.MISSING)


@pytest.fixture
def listed(filled, qtbot):
    """Return the page with the list turned to."""
    qtbot.mouseClick(button(filled, "history"), Qt.MouseButton.LeftButton)
    filled.show_kept((ISSUED, CHANGED, LONE, GONE))
    return filled


def button(page, name):
    return page.findChild(QPushButton, f"studio_{name}")


def cells(page):
    model = page.bench.kept.table.model
    rows, columns = range(len(page.bench.kept.table.rows())), range(6)
    return [[model.index(row, column).data() for column in columns] for row in rows]


def test_the_clock_turns_to_the_list_and_back(filled, qtbot):
    clock = button(filled, "history")
    assert clock.accessibleName() == "Show what was issued and saved earlier"

    with qtbot.waitSignal(filled.bench.kept_looked_at) as told:
        qtbot.mouseClick(clock, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    assert filled.bench.kept.isVisible()
    assert not filled.checks.isVisible()
    assert clock.accessibleName() == "Back to the document"

    with qtbot.waitSignal(filled.bench.kept_looked_at) as told:
        qtbot.keyClick(clock, Qt.Key.Key_Space)
    assert told.args == [False]
    assert filled.preview.isVisible()
    assert filled.checks.isVisible()


def test_each_document_says_what_it_is_and_how_its_file_stands(listed):
    assert cells(listed)[:2] == [
        [
            "Agenda, English",
            "Issued",
            cells(listed)[0][2],
            "As it was written",
            "Agreed minutes 3.docx",
            "3abcdef0",
        ],
        [
            "Agreed minutes, MN original, English",
            "Draft",
            cells(listed)[1][2],
            "Changed by hand",
            "Agreed minutes 2.docx",
            "2abcdef0",
        ],
    ]
    assert "3 June 2025" in cells(listed)[0][2]


@pytest.mark.parametrize(
    ("document", "allowed"),
    [
        (ISSUED, {"stored", "file", "folder", "now"}),
        (CHANGED, {"stored", "file", "folder", "now", "by_hand"}),
        (LONE, {"stored", "now"}),
        (GONE, {"stored", "now"}),
    ],
)
def test_only_what_can_be_done_with_a_document_is_offered(listed, document, allowed):
    listed.bench.kept.table.choose([document.row.id])

    names = ("stored", "file", "folder", "now", "by_hand")
    assert {name for name in names if button(listed, f"kept_{name}").isEnabled()} == allowed


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("stored", "stored_requested"),
        ("file", "file_requested"),
        ("folder", "folder_requested"),
        ("now", "now_requested"),
        ("by_hand", "by_hand_requested"),
    ],
)
def test_what_is_asked_for_is_told_with_the_document(listed, qtbot, name, signal):
    listed.bench.kept.table.choose([CHANGED.row.id])

    with qtbot.waitSignal(getattr(listed.bench.kept, signal)) as asked:
        qtbot.mouseClick(button(listed, f"kept_{name}"), Qt.MouseButton.LeftButton)

    assert asked.args == [CHANGED]


def test_enter_opens_the_stored_copy(listed, qtbot):
    listed.bench.kept.table.choose([ISSUED.row.id])

    with qtbot.waitSignal(listed.bench.kept.stored_requested) as asked:
        qtbot.keyClick(listed.bench.kept.table.view, Qt.Key.Key_Return)

    assert asked.args == [ISSUED]


def test_the_latest_is_chosen_and_a_choice_outlives_a_change(listed):
    assert listed.bench.kept.table.selected() == (ISSUED,)
    listed.bench.kept.table.choose([LONE.row.id])

    listed.show_kept((ISSUED, CHANGED, LONE))

    assert listed.bench.kept.table.selected() == (LONE,)


def test_nothing_kept_yet_says_what_will_be(listed):
    listed.show_kept(())

    assert "Nothing was issued or saved yet" in said(listed.bench.kept)
    assert not button(listed, "kept_stored").isEnabled()


def test_a_list_that_cannot_be_read_can_be_tried_again(listed, qtbot):
    listed.show_kept_problem("The workspace is gone.", "Look for it.")

    with qtbot.waitSignal(listed.bench.kept.refresh_requested):
        again = listed.bench.kept.findChild(QPushButton, "studio_kept_list_retry")
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)


def test_the_list_has_room_on_a_narrow_page(listed):
    listed.resize(860, 600)

    assert listed.fields.isVisible()
    assert listed.bench.kept.isVisible()
    assert not listed.checks.isVisible()
