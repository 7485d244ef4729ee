from dataclasses import replace
from datetime import date

import pytest

from app.documents.kinds import DocumentKind
from app.domain.errors import InvalidValue, RuleBroken
from app.domain.party import NameForm, PartyKind, PartyName
from app.services import bodies, meetings, parties, states
from app.services.facts.gathering import facts_of_meeting
from app.services.facts.names_of_the_day import body_on, party_on
from app.services.parties import PartySheet
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, key_of
from tests.services.conftest import Unchanged

TURKEY = PartySheet(
    code="TR",
    names={"en": "Turkey", "ko": "터키"},
    formal_names={"en": "the Republic of Turkey"},
    adjectives={"en": "Turkish"},
    time_zone="Europe/Istanbul",
)
RENAMED = replace(
    TURKEY, names={"en": "Türkiye", "ko": "터키"}, formal_names={"en": "the Republic of Türkiye"}
)


def test_a_party_is_entered_by_hand_and_read_again(workspace: Workspace) -> None:
    key = key_of(parties.enter(workspace, TURKEY))
    assert parties.read_sheet(workspace, party_id=key) == TURKEY


def test_every_state_has_a_code_names_in_four_languages_and_a_zone(workspace: Workspace) -> None:
    known = states.list_states()
    assert len(known) == 195
    assert all(set(state.names) == {"en", "ko", "mn", "ja"} for state in known)
    assert all(state.names["en"] == state.name("xx") for state in known)
    assert len({state.code for state in known}) == 195
    with workspace.write("All of them") as work:
        for state in known:
            parties.add_state(workspace, code=state.code)
        work.commit()
    rows = parties.list_all(workspace)
    assert len(rows) == 195


def test_the_states_the_sample_knows_bear_the_same_formal_names() -> None:
    formal = {code: found.formal_names["en"] for code in ("KR", "MN", "JP", "CN", "RU")
              if (found := states.find(code))}  # fmt: skip
    assert formal == {
        "KR": "the Republic of Korea",
        "MN": "Mongolia",
        "JP": "Japan",
        "CN": "the People's Republic of China",
        "RU": "the Russian Federation",
    }


def test_adding_a_state_twice_changes_nothing(workspace: Workspace, unchanged: Unchanged) -> None:
    key = key_of(parties.add_state(workspace, code="JP"))
    with unchanged():
        assert key_of(parties.add_state(workspace, code="JP")) == key


def test_a_code_that_no_state_has_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="No state has the code “jp”"):
        parties.add_state(workspace, code="jp")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"code": " "}, "code"),
        ({"names": {}}, "names"),
        ({"time_zone": "Asia/Nowhere"}, "time_zone"),
        ({"kind": PartyKind.CITY}, "parent_id"),
        ({"weekend": (1, 2, 3, 4, 5, 6, 7)}, "weekend"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(
    workspace: Workspace, unchanged: Unchanged, wrong: dict[str, object], field: str
) -> None:
    with unchanged(), pytest.raises(InvalidValue) as caught:
        parties.enter(workspace, replace(TURKEY, **wrong))  # type: ignore[arg-type]
    assert [name for name, _ in caught.value.problems] == [field]


def test_a_new_name_from_a_day_on_leaves_earlier_days_the_old_one(workspace: Workspace) -> None:
    key = key_of(parties.enter(workspace, TURKEY))
    parties.change(workspace, party_id=key, sheet=RENAMED, since=date(2022, 6, 1))
    with workspace.read() as reader:
        kept = {(name.form, name.language): name for name in reader.find(PartyName, party_id=key)}
        before = party_on(reader, key, date(2022, 5, 31))
        after = party_on(reader, key, date(2022, 6, 1))
        today = party_on(reader, key, None)
    assert kept.keys() == {(NameForm.NAME, "en"), (NameForm.FORMAL, "en")}
    assert (before.names["en"], before.formal_names["en"]) == ("Turkey", "the Republic of Turkey")
    assert before.names["ko"] == "터키"
    assert after.names["en"] == today.names["en"] == "Türkiye"


def test_of_two_former_names_each_day_has_its_own(workspace: Workspace) -> None:
    key = key_of(parties.enter(workspace, TURKEY))
    parties.change(workspace, party_id=key, sheet=RENAMED, since=date(2022, 6, 1))
    third = replace(RENAMED, names=RENAMED.names | {"en": "Anatolia"})
    parties.change(workspace, party_id=key, sheet=third, since=date(2030, 1, 1))
    with workspace.read() as reader:
        names = [
            party_on(reader, key, day).names["en"]
            for day in (date(2020, 1, 1), date(2025, 1, 1), date(2031, 1, 1))
        ]
    assert names == ["Turkey", "Türkiye", "Anatolia"]


def test_a_correction_reaches_earlier_days_too(workspace: Workspace) -> None:
    key = key_of(parties.enter(workspace, replace(TURKEY, names={"en": "Turkei"})))
    parties.change(workspace, party_id=key, sheet=TURKEY, since=None)
    with workspace.read() as reader:
        assert party_on(reader, key, date(1990, 1, 1)).names["en"] == "Turkey"


def test_a_document_of_an_earlier_meeting_prints_the_names_of_its_day(
    workspace: Workspace, world: World
) -> None:
    sheet = parties.read_sheet(workspace, party_id=world.mongolia)
    renamed = replace(sheet, names={"en": "New Mongolia"}, formal_names={"en": "New Mongolia"})
    parties.change(workspace, party_id=world.mongolia, sheet=renamed, since=date(2026, 1, 1))
    body = bodies.show_sheet(workspace, body_id=world.body)
    named = replace(body, names={"en": "Another Name"})
    bodies.change(workspace, body_id=world.body, sheet=named, since=date(2026, 1, 1))
    later = key_of(
        meetings.plan(workspace, a_meeting(world.body, ordinal=2, starts_on=date(2026, 3, 1)))
    )
    told = {}
    for meeting_id in (world.meeting, later):
        with workspace.read() as reader:
            facts = facts_of_meeting(
                reader, workspace, meeting_id=meeting_id, kind=DocumentKind.PARTICIPANTS,
                language="en",
            )  # fmt: skip
        told[meeting_id] = (facts.body.name, [party.name for party in facts.parties])
    assert told[world.meeting] == (
        "Joint Working Group on Climate Change Cooperation", ["Republic of Korea", "Mongolia"],
    )  # fmt: skip
    assert told[later] == ("Another Name", ["Republic of Korea", "New Mongolia"])


def test_a_body_keeps_the_names_of_its_days(workspace: Workspace, world: World) -> None:
    sheet = bodies.show_sheet(workspace, body_id=world.body)
    changed = replace(sheet, short_names={"en": "JWG"})
    bodies.change(workspace, body_id=world.body, sheet=changed, since=date(2026, 1, 1))
    with workspace.read() as reader:
        assert body_on(reader, world.body, date(2025, 5, 27)).short_names == {
            "en": "Joint Working Group"
        }
        assert body_on(reader, world.body, date(2026, 5, 27)).short_names == {"en": "JWG"}


def test_our_side_is_nobodys_until_it_is_chosen_and_can_be_changed(
    workspace: Workspace, world: World
) -> None:
    assert parties.our_side(workspace) is None
    parties.choose_our_side(workspace, party_id=world.korea)
    parties.choose_our_side(workspace, party_id=world.mongolia)
    assert parties.our_side(workspace) == world.mongolia
    parties.choose_our_side(workspace, party_id=None)
    assert parties.our_side(workspace) is None
