"""The page of instruments over a real workspace: entered, timed, tied to others, drawn."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from app.clock import FixedClock
from app.domain.instrument import InstrumentStatus
from app.services import instruments
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.instruments.joining import InstrumentsDeskPage
from app.ui.instruments.timeline import span_of
from tests.builders import key_of
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW

YEAR = NOW.year


@pytest.fixture(scope="session")
def shared_instruments(tmp_path_factory):
    return tmp_path_factory.mktemp("instruments")


@pytest.fixture
def around(tmp_path, shared_instruments, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path, world = copy_of_world(tmp_path, shared_instruments)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        around = surround(workspace, world, tmp_path)
        yield around
    assert around.mistakes == []


@pytest.fixture
def known(around):
    """A memorandum of 2011 that was replaced in 2018 by one which lapses soon: the ids by code."""
    world = around.world

    def enter(code, status, **values):
        told = {"titles": {"en": f"Memorandum {code}"}, "code": code, "kind": "mou"} | values
        parties = (world.korea, world.mongolia)
        return key_of(
            instruments.enter(around.workspace, values=told, status=status, party_ids=parties)
        )

    old = enter("M-2011", InstrumentStatus.REPLACED, signed_on="2011")
    new = enter(
        "M-2018",
        InstrumentStatus.IN_FORCE,
        signed_on="2018-02-15",
        in_force_from="2018-06",
        in_force_to=f"{YEAR}-{NOW.month + 3:02}",
        replaces_id=old,
    )
    return {"M-2011": old, "M-2018": new}


@pytest.fixture
def place(qtbot, around, known):
    """The page as the window knows it, looked at."""
    place = InstrumentsDeskPage(around.needs)
    qtbot.addWidget(place.widget)
    place.widget.resize(1224, 820)
    place.widget.show()
    qtbot.waitExposed(place.widget)
    place.open(ui_services.load(), around.workspace, language="en")
    place.show_body(around.world.body)
    place.looked_at(shown=True)
    return place


def dialog():
    shown = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]
    return shown[0] if shown else None


def press(qtbot, root, name):
    button = root.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_lapses_soon_is_told_in_the_list_and_on_its_page(place, known):
    assert place.page.findChild(QLabel, "instruments_warned").text() == "1 to look at"
    place.show_record("instrument", known["M-2018"])
    told = place.page.findChild(QLabel, "instrument_warning_words").text()
    assert told.startswith("It lapses on ")
    assert [row.code for row in place.page.list_pane.table.selected()] == ["M-2018"]


def test_a_tacit_extension_moves_its_end(place, around, known, qtbot):
    place.show_record("instrument", known["M-2018"])
    press(qtbot, place.page, "edit_instrument")
    form = dialog().form
    form.field("in_force_to").set_value("2020-12-31")
    form.field("extends_by_months").set_value(36)
    form.field("notice_months").set_value(6)
    press(qtbot, dialog(), "save")
    assert dialog() is None
    sentence = place.page.findChildren(QLabel, "term_sentence")[-1].text()
    assert sentence.startswith("Tacitly extended ")
    term = instruments.show(around.workspace, instrument_id=known["M-2018"]).row.term
    assert term.ends_on is not None
    assert (term.ends_on.month, (term.ends_on.year - 2020) % 3) == (12, 0)


def test_the_form_says_what_does_not_fit_and_keeps_it(place, known, qtbot):
    place.show_record("instrument", known["M-2011"])
    press(qtbot, place.page, "edit_instrument")
    form = dialog().form
    form.field("signed_on").set_value("in spring")
    form.field("extends_by_months").set_value(12)
    press(qtbot, dialog(), "save")
    assert "Enter the end of the first term" in form.note("in_force_to")
    form.field("extends_by_months").set_value(None)
    press(qtbot, dialog(), "save")
    assert "write a date as 2025" in form.note("signed_on").lower()
    form.field("signed_on").set_value("2011")
    form.field("replaces_id").set_value(known["M-2018"])
    press(qtbot, dialog(), "save")
    assert "M-2018 already depends on it" in form.note("replaces_id")
    dialog().close_saved()


def test_a_new_one_is_entered_with_its_parties_and_tied_to_others(place, around, known, qtbot):
    press(qtbot, place.page, "add_instrument")
    form = dialog().form
    qtbot.keyClicks(form.field("titles").line("en").editor, "Exchange of notes")
    qtbot.keyClicks(form.field("code").editor, "EN-1")
    form.field("first_id").set_value(around.world.mongolia)
    form.field("second_id").set_value(around.world.korea)
    form.field("parent_id").set_value(known["M-2018"])
    press(qtbot, dialog(), "save")
    assert dialog() is None
    row = next(row for row in instruments.list_with_terms(around.workspace) if row.code == "EN-1")
    assert row.parties == ("Mongolia", "Republic of Korea")
    place.show_record("instrument", known["M-2018"])
    ties = instruments.show(around.workspace, instrument_id=known["M-2018"]).related
    assert [(tie.relation, tie.code) for tie in ties] == [
        ("replaces", "M-2011"),
        ("rests-on-it", "EN-1"),
    ]
    links = place.page.findChildren(QPushButton, "instrument_tie_0")
    qtbot.mouseClick(links[-1], Qt.MouseButton.LeftButton)
    assert around.gone_to == [("instrument", known["M-2011"])]


def test_a_party_has_dates_of_its_own(place, around, known, qtbot):
    place.show_record("instrument", known["M-2018"])
    place.presenter.start_party(around.world.mongolia)
    dialog().form.field("approved_on").set_value("2018-05")
    press(qtbot, dialog(), "save")
    parties = instruments.show(around.workspace, instrument_id=known["M-2018"]).parties
    assert [(party.name, party.approved_on) for party in parties] == [
        ("Republic of Korea", ""),
        ("Mongolia", "2018-05"),
    ]


def test_the_timeline_draws_each_from_its_beginning_to_its_end(place, around, known, qtbot):
    place.presenter.choose_partners(frozenset({around.world.korea, around.world.mongolia}))
    place.presenter.show_timeline(True)
    view = place.page.list_pane.timeline.view
    assert view.isVisible()
    model = view.model()
    spoken = [
        model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())
    ]
    assert any("replaces M-2011" in each for each in spoken)
    rows = instruments.list_with_terms(around.workspace)
    old, new = (next(row for row in rows if row.code == code) for code in ("M-2011", "M-2018"))
    span = span_of(old, rows, NOW.date())
    assert (span.begins, span.ends, span.is_over) == (date(2011, 1, 1), date(2018, 2, 15), True)
    assert span_of(new, rows, NOW.date()).in_force == date(2018, 6, 1)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert place.page.findChildren(QLabel, "instrument_title")[-1].text().startswith("Memorandum")
    assert not place.page.grab().isNull()
