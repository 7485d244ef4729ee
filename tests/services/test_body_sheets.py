from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.clock import FixedClock
from app.domain.body import Body, BodyName, BodyParty, HostRotation, MembershipRole
from app.domain.errors import InvalidValue, RuleBroken
from app.domain.party import NameForm, Party
from app.services import bodies, meetings, parties, preparation
from app.services.bodies import BodySheet, SeatSheet
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, key_of
from tests.services.conftest import Unchanged

SHEET = BodySheet(
    code="KR-JP-JC",
    names={"en": "Joint Committee on Environmental Cooperation", "ja": "環境保護協力合同委員会"},
    short_names={"en": "ROK–Japan Joint Committee"},
    seats=(SeatSheet("KR"), SeatSheet("JP")),
    our_side="KR",
    languages=("en", "ko", "ja"),
    prevailing_language="en",
    meeting_pattern="JC-{ordinal}",
    decision_pattern="JC{ordinal}-D{number}",
)


def test_a_body_is_made_with_its_parties_in_an_empty_workspace(workspace: Workspace) -> None:
    key = key_of(bodies.create(workspace, SHEET, offsets=preparation.usual_offsets()))
    (row,) = bodies.list_all(workspace)
    assert (row.id, row.code, row.name) == (key, "KR-JP-JC", SHEET.names["en"])
    assert [(party.code, party.seat) for party in row.parties] == [("KR", 1), ("JP", 2)]
    assert parties.our_side(workspace) == row.parties[0].id
    assert len(preparation.list_offsets(workspace, body_id=key)) == 11
    with workspace.read() as reader:
        korea = reader.get(Party, row.parties[0].id)
    assert korea.formal_names["en"] == "the Republic of Korea"
    assert korea.time_zone == "Asia/Seoul"


def test_what_was_entered_is_shown_again(workspace: Workspace) -> None:
    key = key_of(bodies.create(workspace, SHEET))
    shown = bodies.show_sheet(workspace, body_id=key)
    korea, japan = (parties.find_by_code(workspace, code=code) for code in ("KR", "JP"))
    assert korea is not None
    assert japan is not None
    seats = (SeatSheet(korea), SeatSheet(japan))
    assert shown == replace(SHEET, seats=seats, our_side=korea)


def test_a_state_that_is_there_already_is_not_added_twice(
    workspace: Workspace, world: World
) -> None:
    sheet = replace(SHEET, seats=(SeatSheet("MN"), SeatSheet("JP")), our_side=None)
    bodies.create(workspace, sheet)
    assert parties.find_by_code(workspace, code="MN") == world.mongolia
    assert len(parties.list_all(workspace)) == 3


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"names": {}}, "names"),
        ({"names": {"en": "  "}}, "names"),
        ({"code": " "}, "code"),
        ({"seats": (SeatSheet("KR"), SeatSheet("KR"))}, "seats"),
        ({"our_side": "MN"}, "our_side"),
        ({"prevailing_language": "mn"}, "prevailing_language"),
        ({"meeting_pattern": "JC-{nummer}"}, "meeting_pattern"),
        ({"decision_pattern": "{"}, "decision_pattern"),
        ({"title_patterns": {"en": "{first} Meeting"}}, "title_patterns"),
        ({"established_on": "once"}, "established_on"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field_and_nothing_is_kept(
    workspace: Workspace, unchanged: Unchanged, wrong: dict[str, object], field: str
) -> None:
    with unchanged(), pytest.raises(InvalidValue) as caught:
        bodies.create(workspace, replace(SHEET, **wrong))  # type: ignore[arg-type]
    assert [name for name, _ in caught.value.problems] == [field]


def test_a_state_that_does_not_exist_makes_no_body(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    sheet = replace(SHEET, seats=(SeatSheet("XX"),), our_side=None)
    with unchanged(), pytest.raises(RuleBroken, match="No state has the code “XX”"):
        bodies.create(workspace, sheet)


def test_a_code_that_another_body_has_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(RuleBroken, match="Another body") as caught:
        bodies.create(workspace, replace(SHEET, code="KM-JWG"))
    assert caught.value.field == "code"


def test_seats_are_put_in_another_order(workspace: Workspace) -> None:
    key = key_of(bodies.create(workspace, SHEET))
    sheet = bodies.show_sheet(workspace, body_id=key)
    bodies.change(workspace, body_id=key, sheet=replace(sheet, seats=sheet.seats[::-1]))
    (row,) = bodies.list_all(workspace)
    assert [(party.code, party.seat) for party in row.parties] == [("JP", 1), ("KR", 2)]


def test_a_party_that_leaves_a_body_that_has_met_keeps_its_seat_up_to_then(
    workspace: Workspace, clock: FixedClock
) -> None:
    key = key_of(bodies.create(workspace, SHEET))
    meetings.plan(workspace, a_meeting(key, starts_on=date(2026, 1, 5)))
    sheet = bodies.show_sheet(workspace, body_id=key)
    observer = SeatSheet("MN", MembershipRole.OBSERVER)
    bodies.change(workspace, body_id=key, sheet=replace(sheet, seats=(sheet.seats[0], observer)))
    with workspace.read() as reader:
        seats = {
            reader.get(Party, seat.party_id).code: (seat.valid_from, seat.valid_to)
            for seat in reader.find(BodyParty, body_id=key)
        }
    assert seats == {
        "KR": (None, None), "JP": (None, "2026-03-02"), "MN": ("2026-03-02", None)
    }  # fmt: skip
    clock.instant += timedelta(days=3)
    (row,) = bodies.list_all(workspace)
    assert [party.code for party in row.parties] == ["KR", "MN"]


def test_a_party_taken_out_and_put_back_on_one_day_never_left(workspace: Workspace) -> None:
    key = key_of(bodies.create(workspace, SHEET))
    meetings.plan(workspace, a_meeting(key))
    sheet = bodies.show_sheet(workspace, body_id=key)
    bodies.change(workspace, body_id=key, sheet=replace(sheet, seats=sheet.seats[:1]))
    bodies.change(workspace, body_id=key, sheet=sheet)
    with workspace.read() as reader:
        seats = reader.find(BodyParty, body_id=key)
    assert [(seat.valid_from, seat.valid_to) for seat in seats] == [(None, None)] * 2


def test_a_party_added_by_mistake_and_taken_out_at_once_leaves_no_trace(
    workspace: Workspace,
) -> None:
    key = key_of(bodies.create(workspace, SHEET))
    meetings.plan(workspace, a_meeting(key))
    sheet = bodies.show_sheet(workspace, body_id=key)
    bodies.change(
        workspace, body_id=key, sheet=replace(sheet, seats=(*sheet.seats, SeatSheet("CN")))
    )
    bodies.change(workspace, body_id=key, sheet=sheet)
    with workspace.read() as reader:
        assert len(reader.find(BodyParty, body_id=key)) == 2


def test_a_new_name_from_a_day_on_keeps_the_old_one_with_its_end(workspace: Workspace) -> None:
    key = key_of(bodies.create(workspace, SHEET))
    sheet = bodies.show_sheet(workspace, body_id=key)
    names = {"en": "Joint Committee on the Environment", "ja": SHEET.names["ja"]}
    bodies.change(workspace, body_id=key, sheet=replace(sheet, names=names), since=date(2026, 2, 1))
    with workspace.read() as reader:
        (former,) = reader.find(BodyName, body_id=key)
        assert reader.get(Body, key).names == names
    assert (former.text, former.form) == (SHEET.names["en"], NameForm.NAME)
    assert former.valid_to == "2026-02-01"


def test_a_correction_of_a_name_keeps_nothing(workspace: Workspace) -> None:
    key = key_of(bodies.create(workspace, SHEET))
    sheet = bodies.show_sheet(workspace, body_id=key)
    bodies.change(workspace, body_id=key, sheet=replace(sheet, names={"en": "Joint Committee"}))
    with workspace.read() as reader:
        assert reader.find(BodyName, body_id=key) == []


def test_settings_of_other_parts_stay_when_a_body_is_changed(workspace: Workspace) -> None:
    key = key_of(bodies.create(workspace, SHEET))
    with workspace.write("Set something") as work:
        work.get(Body, key).settings = {"paper_pattern": "JC.{ordinal}/{number}"}
        work.commit()
    sheet = bodies.show_sheet(workspace, body_id=key)
    patterns = {"en": "{nth} Session"}
    bodies.change(
        workspace,
        body_id=key,
        sheet=replace(sheet, title_patterns=patterns, host_rotation=HostRotation.ROTATING),
    )
    with workspace.read() as reader:
        assert reader.get(Body, key).settings == {
            "paper_pattern": "JC.{ordinal}/{number}",
            "title_patterns": patterns,
        }
