import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from app.domain.person import Post
from app.services import alike_persons, delegations, history, persons
from app.ui.persons.forms import say_dates
from tests.ui.ui_fakes import HeldTasks


def listed(place):
    return [row.name for row in place.page.list_pane.table.rows()]


def choose(place, qtbot, known, name):
    place.page.list_pane.table.choose([known[name]])
    qtbot.waitUntil(lambda: name in words(place))


def words(place):
    return [label.text() for label in place.page.findChildren(QLabel) if label.isVisible()]


def button(widget, name):
    """Return the button of a name that is there now: those before it go a little later."""
    return [each for each in widget.findChildren(QPushButton, name) if not each.isHidden()][-1]


def press(widget, qtbot, name):
    qtbot.mouseClick(button(widget, name), Qt.MouseButton.LeftButton)


def act(place, name):
    [*_gone, action] = place.page.findChildren(QAction, name)
    action.trigger()


def test_everybody_is_listed_with_what_tells_namesakes_apart(place):
    rows = place.page.list_pane.table.rows()

    assert [(row.name, row.post, row.side, row.meetings) for row in rows] == [
        ("CHO Gye Yoen", "", "", 0),
        ("Cho Gye-yeon", "Director-General", "KR", 1),
        ("Lee Bo-ra", "", "", 0),
    ]


def test_the_page_of_a_person_shows_every_meeting_with_the_post_of_that_day(
    place, qtbot, known, around
):
    choose(place, qtbot, known, "Cho Gye-yeon")
    told = words(place)
    assert "Director-General" in told
    assert "Delegate · Attended" in told

    press(place.page, qtbot, "person_meeting_0")

    assert around.gone_to == [("meeting", around.world.meeting)]


def test_somebody_is_entered_and_then_shown(place, qtbot, dialog):
    press(place.page, qtbot, "add_person")
    form = dialog().form
    qtbot.keyClicks(form.field("printed_name").editor, "N.Enkhtaivan")
    qtbot.keyClicks(form.field("name_parts").part("mn", "given").editor, "Enkhtaivan")
    qtbot.keyClicks(form.field("email").editor, "n@mn.mn")

    press(dialog(), qtbot, "save")

    qtbot.waitUntil(lambda: "N.Enkhtaivan" in words(place))
    assert "N.Enkhtaivan" in listed(place)
    assert "father’s" not in " ".join(words(place))
    assert "given Enkhtaivan" in words(place)
    assert "Parts not confirmed" in words(place)


def test_a_person_is_changed_and_the_change_undone(place, qtbot, known, around, dialog):
    choose(place, qtbot, known, "Lee Bo-ra")
    press(place.page, qtbot, "edit_person")
    form = dialog().form
    assert form.field("printed_name").value() == "Lee Bo-ra"
    qtbot.keyClicks(form.field("phone").editor, "+82 2 1")
    press(dialog(), qtbot, "save")
    qtbot.waitUntil(lambda: "+82 2 1" in words(place))

    around.changes.publish(history.undo(around.workspace))

    qtbot.waitUntil(lambda: "+82 2 1" not in words(place))


def test_a_name_that_is_missing_is_said_beside_the_field(place, qtbot, dialog):
    press(place.page, qtbot, "add_person")

    press(dialog(), qtbot, "save")

    assert dialog().form.note("printed_name") == "Enter the name."


def test_a_change_made_elsewhere_is_told_and_nothing_typed_is_lost(
    place, qtbot, known, around, dialog
):
    choose(place, qtbot, known, "Lee Bo-ra")
    press(place.page, qtbot, "edit_person")
    form = dialog().form
    values = {"phone": "+976"}
    persons.change(around.workspace, person_id=known["Lee Bo-ra"], row_version=1, values=values)
    qtbot.keyClicks(form.field("email").editor, "lee@x.kr")

    press(dialog(), qtbot, "save")

    assert "was changed elsewhere" in form.banner_sentence()
    assert form.field("email").value() == "lee@x.kr"


def test_a_post_is_entered_changed_and_removed(place, qtbot, known, dialog, around):
    choose(place, qtbot, known, "Lee Bo-ra")
    press(place.page, qtbot, "add_post_link")
    form = dialog().form
    press(dialog(), qtbot, "save")
    assert form.note("titles") == "Enter the post in one language at least."
    qtbot.keyClicks(form.field("titles").line("en").editor, "Envoy")
    qtbot.keyClicks(form.field("valid_from").editor, "soon")
    press(dialog(), qtbot, "save")
    assert "2025-05-27" in form.note("valid_from")
    form.field("valid_from").set_value("2025-05")
    press(dialog(), qtbot, "save")
    qtbot.waitUntil(lambda: "since 2025-05" in words(place))
    press(place.page, qtbot, "edit_post_0")
    qtbot.keyClicks(dialog().form.field("valid_to").editor, "2026")
    press(dialog(), qtbot, "save")
    qtbot.waitUntil(lambda: "2025-05 – 2026" in words(place))

    press(place.page, qtbot, "remove_post_0")

    qtbot.waitUntil(lambda: "Envoy" not in words(place))
    assert persons.show(around.workspace, person_id=known["Lee Bo-ra"]).posts == ()


def test_another_spelling_is_entered_and_removed(place, qtbot, known, dialog):
    choose(place, qtbot, known, "Lee Bo-ra")
    act(place, "add_spelling")
    form = dialog().form
    press(dialog(), qtbot, "save")
    assert form.note("text") == "Enter the spelling."
    qtbot.keyClicks(form.field("text").editor, "Rhee Bora")
    press(dialog(), qtbot, "save")
    qtbot.waitUntil(lambda: "Rhee Bora" in words(place))
    remove = next(
        each
        for each in place.page.findChildren(QPushButton)
        if each.accessibleName() == "Remove the spelling Rhee Bora"
    )

    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "Rhee Bora" not in words(place))


def test_persons_who_may_be_one_are_suggested_and_told_apart_for_good(
    place, qtbot, known, around, dialog
):
    assert button(place.page, "show_doubles").text() == "1 possible double…"
    press(place.page, qtbot, "show_doubles")
    window = dialog()
    assert [(pair.first, pair.second) for pair in window.table.rows()] == [
        ("Cho Gye-yeon", "CHO Gye Yoen")
    ]

    press(window, qtbot, "doubles_apart")

    assert window.table.rows() == ()
    assert alike_persons.list_pairs(around.workspace) == ()
    press(window, qtbot, "close")
    assert place.page.findChild(QPushButton, "show_doubles").isHidden()


def test_one_person_is_made_of_two_after_asking_which_name_is_kept(place, qtbot, known, around):
    choose(place, qtbot, known, "CHO Gye Yoen")
    told = "Cho Gye-yeon (perhaps the same name in another romanisation)"
    qtbot.waitUntil(lambda: told in words(place))
    around.notifier.answers.append("Cho Gye-yeon")

    press(place.page, qtbot, "merge_0")

    assert listed(place) == ["Cho Gye-yeon", "Lee Bo-ra"]
    qtbot.waitUntil(lambda: "CHO Gye Yoen" in words(place))
    assert history.next_undo(around.workspace).use_case == "Merge persons"
    around.changes.publish(history.undo(around.workspace))
    assert len(listed(place)) == 3


def test_nobody_is_merged_unless_a_name_was_chosen(place, qtbot, known, around):
    choose(place, qtbot, known, "CHO Gye Yoen")
    around.notifier.answers.append(None)

    press(place.page, qtbot, "merge_0")

    assert len(listed(place)) == 3


def test_persons_who_sat_side_by_side_stay_two_and_that_is_said(place, qtbot, known, around):
    delegations.nominate(
        around.workspace,
        delegations.Delegate(
            delegation_id=around.world.korean_delegation,
            person_id=known["CHO Gye Yoen"],
            ordinal=1,
        ),
    )
    choose(place, qtbot, known, "CHO Gye Yoen")
    around.notifier.answers.append("Cho Gye-yeon")

    press(place.page, qtbot, "merge_0")

    assert "both in one delegation" in around.notifier.told[0][0]
    assert len(listed(place)) == 3


def test_a_person_on_record_cannot_be_removed_and_that_is_said(place, qtbot, known, around):
    choose(place, qtbot, known, "Cho Gye-yeon")
    around.notifier.answers += [True, True]
    act(place, "remove_person")
    assert "cannot be deleted, because it is used" in around.notifier.told[0][0]
    choose(place, qtbot, known, "Lee Bo-ra")

    act(place, "remove_person")

    assert "Lee Bo-ra" not in listed(place)
    qtbot.waitUntil(lambda: "Choose somebody from the list" in words(place))


def test_the_list_is_filtered_by_any_spelling(place, qtbot, known):
    qtbot.keyClicks(place.page.findChild(QLineEdit, "persons_filter"), "director")

    qtbot.waitUntil(lambda: listed(place) == ["Cho Gye-yeon"])


def test_in_a_narrow_window_the_person_takes_the_place_of_the_list(place, qtbot, known):
    place.page.resize(884, 600)
    choose_quietly(place, known, "Cho Gye-yeon")
    assert not place.page.person.isVisible()

    place.page.list_pane.table.activated.emit(place.page.list_pane.table.rows()[0])
    assert place.page.person.isVisible()
    assert not place.page.list_pane.isVisible()
    QApplication.processEvents()
    press(place.page, qtbot, "back_to_persons")

    assert place.page.list_pane.isVisible()
    assert place.page.minimumSizeHint().width() <= 884


def test_a_workspace_that_can_only_be_read_offers_no_change(
    place, qtbot, known, around, monkeypatch
):
    monkeypatch.setattr(type(around.workspace), "read_only", property(lambda self: True))
    place.presenter.try_again()
    choose(place, qtbot, known, "CHO Gye Yoen")

    assert not place.page.findChild(QPushButton, "add_person").isEnabled()
    qtbot.waitUntil(lambda: not place.page.findChildren(QPushButton, "edit_person"))
    assert not place.page.findChildren(QPushButton, "merge_0")


def test_nothing_is_read_while_the_page_is_not_looked_at(place, around, known):
    place.looked_at(shown=False)
    held = HeldTasks()
    place.presenter._tasks = held
    persons.add_post(around.workspace, Post(person_id=known["Lee Bo-ra"], titles={"en": "Envoy"}))
    around.changes.publish(history.undo(around.workspace))
    assert held.held == []

    place.looked_at(shown=True)

    assert held.held != []


def test_what_cannot_be_read_is_said_and_tried_again(place, qtbot, monkeypatch):
    from app.domain.errors import NotFound

    verbs = place.presenter._services.persons
    real = verbs.list_all

    def refuse(*_args, **_named):
        raise NotFound("person", "x")

    monkeypatch.setattr(verbs, "list_all", refuse)
    place.presenter.try_again()
    assert "There is no person “x” in this workspace." in words(place)
    monkeypatch.setattr(verbs, "list_all", real)

    press(place.page, qtbot, "persons_retry")

    assert len(listed(place)) == 3


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("2025", "2026"), "2025 – 2026"),
        (("2025", ""), "since 2025"),
        (("", "2026"), "until 2026"),
        (("", ""), ""),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(dates, told):
    assert say_dates(*dates) == told


def choose_quietly(place, known, name):
    place.page.list_pane.table.choose([known[name]])
