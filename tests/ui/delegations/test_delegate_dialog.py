from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from app.domain.person import Post
from app.services import delegations, history, organisations, persons
from app.ui.delegations.filling import Who, sessions_of
from tests.builders import a_person, key_of


def act(part, name):
    part.widget.findChild(QAction, name).trigger()


def korea(around):
    rows = delegations.list_for_meeting(around.workspace, meeting_id=around.world.meeting)
    return next(row.delegates for row in rows if row.party.code == "KR")


def save(dialog, qtbot, name="save"):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def compose(widget, text):
    """Enter a text as an input method does: test keys are Latin ones only."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def choose(field, value):
    """Choose an answer as a person does: the field tells of it."""
    field.set_value(value)
    field._tell_chosen()


def told(form):
    """Return what is said beside the fields and over them."""
    names = ("role", "person_id", "printed_names")
    return " ".join((form.banner_sentence(), *(form.note(name) for name in names)))


def begin(part, dialog, side=None):
    part.presenter.try_again()
    if side is not None:
        part.widget.sides.chosen.emit(side)
    act(part, "add_delegate")
    return dialog()


def test_a_known_person_is_found_by_any_spelling_and_the_latest_post_is_proposed(
    part, qtbot, around, dialog
):
    person = a_person(printed_name="Cho Gye-yeon", names={"en": "Cho Gye-yeon", "ko": "조계연"})
    key = key_of(persons.register(around.workspace, person))
    for title, since in (("Director", "2024"), ("Director-General", "2025-01")):
        post = Post(person_id=key, titles={"en": title, "ko": "국장"}, valid_from=since)
        persons.add_post(around.workspace, post)
    opened = begin(part, dialog, around.world.korean_delegation)
    form = opened.form
    editor = form.field("person_id").editor

    compose(editor, "조계")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert form.field("printed_names").value() == {"en": "Cho Gye-yeon", "ko": "조계연"}
    assert form.field("printed_posts").value() == {"en": "Director-General", "ko": "국장"}
    choose(form.field("known_post"), 1)
    assert form.field("printed_posts").value()["en"] == "Director"
    save(opened, qtbot)

    (seat,) = korea(around)
    assert (seat.name, seat.post, seat.role) == ("Cho Gye-yeon", "Director", "head")
    assert not opened.isVisible()
    assert history.next_undo(around.workspace).use_case == "Add delegate"


def test_somebody_new_is_entered_with_the_name_as_printed(part, qtbot, around, dialog):
    opened = begin(part, dialog, around.world.korean_delegation)
    form = opened.form
    choose(form.field("who"), Who.NEW)
    qtbot.keyClicks(form.field("printed_names").line("en").editor, "Lee Bo-ra")
    compose(form.field("printed_names").line("ko").editor, "이보라")
    qtbot.keyClicks(form.field("printed_posts").line("en").editor, "Deputy Director")
    qtbot.keyClicks(form.field("sessions").editor, "1, 2; closed")

    save(opened, qtbot)

    (seat,) = korea(around)
    assert (seat.name, seat.post, seat.sessions) == (
        "Lee Bo-ra",
        "Deputy Director",
        ("1", "2", "closed"),
    )
    (row,) = persons.list_all(around.workspace)
    assert (row.name, row.spellings) == ("Lee Bo-ra", ("이보라",))


def test_somebody_who_is_perhaps_known_is_offered_with_a_reason(part, qtbot, around, dialog):
    key = key_of(persons.register(around.workspace, a_person(printed_name="Cho Gye-yeon")))
    opened = begin(part, dialog, around.world.korean_delegation)
    form = opened.form
    choose(form.field("who"), Who.NEW)
    line = form.field("printed_names").line("en").editor
    qtbot.keyClicks(line, "CHO Gye Yoen")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened.isVisible()
    assert form.note("printed_names").startswith("Look whether it is one of these")
    take = form.findChild(QPushButton, "take_likely_0")
    assert take.accessibleName() == "It is Cho Gye-yeon"

    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)

    assert (form.field("who").value(), form.field("person_id").value()) == (Who.KNOWN, key)
    save(opened, qtbot)
    assert korea(around)[0].person_id == key
    assert len(persons.list_all(around.workspace)) == 1


def test_somebody_whose_name_is_like_a_known_one_may_be_somebody_else(part, qtbot, around, dialog):
    persons.register(around.workspace, a_person(printed_name="Kim Min-su"))
    opened = begin(part, dialog, around.world.korean_delegation)
    choose(opened.form.field("who"), Who.NEW)
    qtbot.keyClicks(opened.form.field("printed_names").line("en").editor, "Kim Min-soo")

    save(opened, qtbot)
    assert opened.isVisible()
    save(opened, qtbot)

    assert [seat.name for seat in korea(around)] == ["Kim Min-soo"]
    assert len(persons.list_all(around.workspace)) == 2


def test_an_organisation_sits_where_nobody_is_named(part, qtbot, around, dialog):
    opened = begin(part, dialog, around.world.korean_delegation)
    form = opened.form
    choose(form.field("who"), Who.OFFICE)
    form.field("organisation_id").new_wanted.emit("Korea Forest Service")
    assert form.field("new_office").value() == "Korea Forest Service"

    save(opened, qtbot)

    (seat,) = korea(around)
    assert (seat.name, seat.is_institution) == ("Korea Forest Service", True)
    assert [row.name for row in organisations.list_all(around.workspace)] == [
        "Korea Forest Service"
    ]


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_lost(part, qtbot, around, dialog):
    opened = begin(part, dialog, around.world.korean_delegation)
    form = opened.form
    save(opened, qtbot)
    assert form.note("person_id").startswith("Choose the person")
    choose(form.field("who"), Who.NEW)
    qtbot.keyClicks(form.field("printed_posts").line("en").editor, "Director")
    save(opened, qtbot)
    assert form.note("printed_names") == "Enter the name."
    assert form.field("printed_posts").value() == {"en": "Director"}
    choose(form.field("who"), Who.OFFICE)
    save(opened, qtbot)
    assert form.note("organisation_id") == "Choose the organisation."
    assert korea(around) == ()


def test_a_second_head_is_refused_in_the_form_and_the_form_stays(
    part, qtbot, around, seats, dialog
):
    opened = begin(part, dialog, around.world.korean_delegation)
    form = opened.form
    assert form.field("role").value() == "delegate"
    choose(form.field("who"), Who.NEW)
    qtbot.keyClicks(form.field("printed_names").line("en").editor, "Park")
    choose(form.field("role"), "head")

    save(opened, qtbot)

    assert opened.isVisible()
    assert "A delegation has one head" in told(form)
    assert len(korea(around)) == 3
    choose(form.field("role"), "adviser")
    save(opened, qtbot)
    assert [seat.name for seat in korea(around)][-1] == "Park"


def test_one_person_twice_is_refused_in_the_form(part, qtbot, around, seats, dialog):
    opened = begin(part, dialog, around.world.korean_delegation)
    editor = opened.form.field("person_id").editor
    qtbot.keyClicks(editor, "lee bo")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    save(opened, qtbot)

    assert "already in the delegation" in told(opened.form)


def test_the_form_opens_again_for_the_next_one(part, qtbot, around, dialog):
    opened = begin(part, dialog, around.world.korean_delegation)
    choose(opened.form.field("who"), Who.NEW)
    qtbot.keyClicks(opened.form.field("printed_names").line("en").editor, "Lee")

    save(opened, qtbot, "save_another")

    following = dialog()
    assert following is not opened
    assert following.form.field("delegation_id").value() == around.world.korean_delegation
    assert following.form.field("role").value() == "delegate"
    assert [seat.role for seat in korea(around)] == ["head"]


def test_a_delegate_is_changed_with_what_was_there(part, qtbot, around, seats, dialog):
    part.presenter.try_again()
    part.widget.edit_requested.emit(seats["Cho Gye-yeon"])
    opened = dialog()
    form = opened.form
    assert form.field("printed_posts").value() == {"en": "Director-General"}
    steps = [value for value, _label in form.field("attendance")._pairs]
    assert steps == ["nominated", "notified", "attended", "absent"]
    choose(form.field("attendance"), "attended")
    choose(form.field("presence"), "online")

    save(opened, qtbot)

    seat = korea(around)[0]
    assert (seat.attendance, seat.mode, seat.post) == ("attended", "online", "Director-General")


def test_a_change_made_elsewhere_is_told_and_the_form_stays(part, qtbot, around, seats, dialog):
    part.presenter.try_again()
    part.widget.edit_requested.emit(seats["Lee Bo-ra"])
    opened = dialog()
    delegations.change(
        around.workspace,
        delegate_id=seats["Lee Bo-ra"],
        row_version=1,
        values={"sessions": ["1"]},
    )
    qtbot.keyClicks(opened.form.field("printed_posts").line("en").editor, "Adviser")

    save(opened, qtbot)

    assert "was changed elsewhere" in opened.form.banner_sentence()
    assert opened.form.field("printed_posts").value() == {"en": "Adviser"}
    assert korea(around)[1].post == ""


def test_who_came_instead_takes_the_place_and_the_lead(part, qtbot, around, seats, dialog):
    part.presenter.try_again()
    part.widget.table.choose([seats["Cho Gye-yeon"]])
    act(part, "replace_delegate")
    opened = dialog()
    assert opened.windowTitle() == "Who came instead of Cho Gye-yeon?"
    editor = opened.form.field("other_id").editor
    qtbot.keyClicks(editor, "kim")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    save(opened, qtbot)

    first, second, _third = korea(around)
    assert (first.name, first.role) == ("Kim Min-su", "head")
    assert (second.name, second.replaced_by) == ("Cho Gye-yeon", "Kim Min-su")
    cells = [
        column.text(row)
        for row in part.widget.table.rows()[2:3]
        for column in part.widget.table.model.columns
    ]
    assert "Replaced by Kim Min-su" in cells


def test_somebody_new_may_come_instead(part, qtbot, around, seats, dialog):
    part.presenter.try_again()
    part.widget.table.choose([seats["Lee Bo-ra"]])
    act(part, "replace_delegate")
    opened = dialog()
    choose(opened.form.field("who"), Who.NEW)
    qtbot.keyClicks(opened.form.field("printed_names").line("en").editor, "Park")

    save(opened, qtbot)

    names = [(seat.name, seat.replaced_by) for seat in korea(around)]
    assert names == [
        ("Cho Gye-yeon", ""),
        ("Park", ""),
        ("Lee Bo-ra", "Park"),
        ("Kim Min-su", ""),
    ]


def test_escape_asks_before_what_was_typed_is_lost(part, qtbot, around, dialog):
    opened = begin(part, dialog, around.world.korean_delegation)
    qtbot.keyClicks(opened.form.field("printed_posts").line("en").editor, "Director")
    around.notifier.answers.append(False)

    qtbot.keyClick(opened, Qt.Key.Key_Escape)

    assert opened.isVisible()
    assert "would be lost" in around.notifier.asked[0][1]
    around.notifier.answers.append(True)
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_sessions_are_read_between_commas():
    assert sessions_of(" 1 ,2;; closed session ,") == ["1", "2", "closed session"]
