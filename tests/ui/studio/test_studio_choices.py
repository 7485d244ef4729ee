"""What can be chosen at the left of the studio, with the keyboard and with the mouse."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.documents.optional_sections import OptionalSection
from app.ui.studio.wish import CHANGES, Subject
from app.ui.widgets.check_field import CheckBox
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_field import DateField
from tests.ui.studio.studio_fakes import DECISIONS, library_services, said


def field(page, name):
    return page.findChild(ChoiceField, f"studio_{name}")


def show(page, shown):
    page.show_offer(shown, has_pdf=False, can_write=True)


def box(page, section):
    return page.findChild(CheckBox, f"studio_section_{section}")


def test_where_there_are_meetings_alone_nothing_else_is_offered(filled):
    assert not field(filled, "subject").isVisible()
    assert field(filled, "record").isVisible()


def test_what_documents_are_made_of_is_chosen_with_the_keyboard(page, offer, qtbot):
    show(page, offer(library_services()))
    subject = field(page, "subject")
    subject.setFocus()

    with qtbot.waitSignal(page.fields.chooser.subject_chosen) as chosen:
        qtbot.keyClick(subject, Qt.Key.Key_Down)

    assert chosen.args == [Subject.DECISION]
    assert [subject.itemText(place) for place in range(subject.count())] == [
        "Meeting",
        "Decision",
        "Written procedure",
        "Rules",
        "The body as a whole",
    ]


def test_a_decision_is_called_by_its_number_and_title(page, offer):
    show(page, offer(library_services(), subject=Subject.DECISION))
    record = field(page, "record")

    assert record.accessibleName() == "Decision"
    assert record.currentText().startswith("JWG-1/D2 · Prompt advancement")
    assert "from the decision" in said(page.fields)
    assert DECISIONS[1].title in said(page.fields)


def test_a_value_without_a_page_of_its_own_has_no_link(page, offer):
    show(page, offer(library_services(), subject=Subject.RULES))

    links = [
        each
        for each in page.fields.findChildren(QPushButton)
        if each.accessibleName().startswith("Open the record of")
    ]
    assert links == []


def test_another_version_of_the_rules_is_chosen(page, offer, qtbot):
    show(page, offer(library_services(), subject=Subject.RULES))
    version = field(page, "version")
    assert version.currentText() == "Version 2.0, in force from 1 June 2026"
    version.setFocus()

    with qtbot.waitSignal(page.fields.chooser.rules.version_chosen) as chosen:
        qtbot.keyClick(version, Qt.Key.Key_Down)

    assert chosen.args == [1]
    assert not page.findChild(DateField, "studio_day").isVisible()


def test_the_text_of_a_day_is_asked_for_by_typing_the_day(page, offer, qtbot):
    show(page, offer(library_services(), subject=Subject.RULES))
    version, day = field(page, "version"), page.findChild(DateField, "studio_day")
    version.setFocus()
    qtbot.keyClick(version, Qt.Key.Key_End)
    assert version.currentText() == "As it stood on a day…"
    assert day.isVisible()
    day.editor.clear()
    qtbot.keyClicks(day.editor, "1 August 2025")

    with qtbot.waitSignal(page.fields.chooser.rules.day_chosen) as chosen:
        qtbot.keyClick(day.editor, Qt.Key.Key_Return)

    assert chosen.args == [date(2025, 8, 1)]


def test_what_is_no_day_is_said_to_be_none_and_asked_of_nobody(page, offer, qtbot):
    show(page, offer(library_services(), subject=Subject.RULES, on=date(2025, 8, 1)))
    day = page.findChild(DateField, "studio_day")
    day.editor.clear()
    qtbot.keyClicks(day.editor, "the day after")

    with qtbot.assertNotEmitted(page.fields.chooser.rules.day_chosen):
        qtbot.keyClick(day.editor, Qt.Key.Key_Return)

    assert day.problem()


def test_for_changes_the_version_before_is_chosen_too(page, offer, qtbot):
    show(page, offer(library_services(), subject=Subject.RULES, kind=CHANGES))
    since = field(page, "since")
    assert since.isVisible()
    assert since.currentText() == "Version 1.0, in force from 1 June 2025"
    assert "As it stood on a day…" not in [
        field(page, "version").itemText(place) for place in range(field(page, "version").count())
    ]
    since.setFocus()

    with qtbot.waitSignal(page.fields.chooser.rules.since_chosen) as chosen:
        qtbot.keyClick(since, Qt.Key.Key_Up)

    assert chosen.args == [3]


def test_the_second_column_has_a_language_of_its_own(page, offer, qtbot):
    show(page, offer(library_services(), subject=Subject.RULES, kind="bilingual-rules"))
    seconds = page.findChild(QWidget, "studio_beside")
    assert seconds.isVisible()

    with qtbot.waitSignal(page.fields.chooser.second_language_chosen) as chosen:
        qtbot.mouseClick(seconds.buttons()[1], Qt.MouseButton.LeftButton)

    assert chosen.args == ["mn"]


def test_a_section_is_left_out_with_the_space_bar_and_put_back(filled, qtbot):
    agenda = box(filled, "agenda")
    assert agenda.accessibleName() == "Annex: agenda"
    agenda.setFocus()

    with qtbot.waitSignal(filled.fields.options.sections_left_out) as told:
        qtbot.keyClick(agenda, Qt.Key.Key_Space)
    assert told.args == [frozenset({OptionalSection.AGENDA})]

    with qtbot.waitSignal(filled.fields.options.sections_left_out) as told:
        qtbot.mouseClick(agenda, Qt.MouseButton.LeftButton)
    assert told.args == [frozenset()]


def test_what_was_left_out_of_another_document_stays_left_out_there(page, offer, qtbot):
    left_out = frozenset({OptionalSection.CONTENTS})
    show(page, offer(omitted=left_out))

    with qtbot.waitSignal(page.fields.options.sections_left_out) as told:
        qtbot.mouseClick(box(page, "actions"), Qt.MouseButton.LeftButton)

    assert told.args == [left_out | {OptionalSection.ACTIONS}]


def test_a_document_without_sections_offers_none(page, offer):
    show(page, offer(kind="agenda"))

    assert "Sections" not in said(page.fields)


def test_only_a_draft_goes_round_for_comments(filled, made, qtbot):
    circulation = filled.findChild(CheckBox, "studio_circulation")
    assert circulation.isVisible()
    assert circulation.isChecked()

    with qtbot.waitSignal(filled.fields.options.circulation_chosen) as told:
        qtbot.mouseClick(circulation, Qt.MouseButton.LeftButton)
    assert told.args == [False]

    filled.show_page(replace(made(), is_draft=False), scale=1.0)
    assert not circulation.isVisible()


def test_whoever_sends_a_note_is_not_called_the_owner_of_an_original(page, offer):
    offered = offer()
    note = replace(offered, chosen=replace(offered.chosen, kind="note-verbale"))

    show(page, note)

    assert "Who sends it" in said(page.fields)
    buttons = page.findChild(QWidget, "studio_original").buttons()
    assert [each.text() for each in buttons] == ["MN", "KR"]
    assert buttons[0].accessibleName() == "Note of Mongolia"
