from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.ui.meetings.table import MeetingsTable, Role, counts, when_and_where
from tests.ui.ui_fakes import FIRST, KM, SECOND


@pytest.fixture
def table(qtmodeltester):
    table = MeetingsTable()
    table.set_rows((SECOND, FIRST))
    qtmodeltester.check(table)
    return table


def test_meetings_stand_under_the_headings_of_their_years(table):
    shown = [table.index(row).data() for row in range(table.rowCount())]

    assert shown == ["2026", SECOND.title, "2025", FIRST.title]


def test_a_heading_cannot_be_chosen(table):
    assert table.flags(table.index(0)) == Qt.ItemFlag.NoItemFlags
    assert table.flags(table.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert table.index(0).data(Role.ROW_ID) is None


def test_a_meeting_is_found_by_its_key(table):
    assert table.index_of(FIRST.id).row() == 3
    assert not table.index_of(KM.id).isValid()


def test_a_screen_reader_says_state_and_figures(table):
    assert table.index(3).data(Qt.ItemDataRole.AccessibleTextRole) == (
        f"{FIRST.title}, Ulaanbaatar · 27 May 2025, Closed, 2 decisions · 3 action items"
    )


def test_nothing_is_known_beyond_the_end(table):
    assert table.data(table.index(99)) is None


def test_a_planned_date_is_called_planned():
    assert when_and_where(SECOND) == "Seoul · 12–13 May 2026 (planned)"


def test_a_meeting_without_a_day_shows_the_words_of_its_source():
    undated = replace(FIRST, starts_on=None, ends_on=None, date_words="August 2011")

    assert when_and_where(undated) == "Ulaanbaatar · August 2011"


@pytest.mark.parametrize(
    ("decisions", "actions", "told"),
    [(0, 0, ""), (1, 0, "1 decision"), (2, 1, "2 decisions · 1 action item")],
)
def test_figures_are_left_out_where_there_is_nothing(decisions, actions, told):
    assert counts(replace(FIRST, decisions=decisions, actions=actions)) == told
