from datetime import date

import pytest

from app.domain.body import (
    Body,
    BodyName,
    BodyOffice,
    BodyOrganisation,
    BodyStatus,
    MembershipRole,
    OfficeRole,
    OrganisationRole,
)
from app.domain.errors import NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.party import NameKind
from app.services import bodies, meetings, parties, persons
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_body,
    a_meeting,
    a_party,
    a_person,
    key_of,
    register_organisation,
)
from tests.services.conftest import Unchanged


def test_an_established_body_is_found_by_its_code(workspace: Workspace) -> None:
    key = key_of(bodies.establish(workspace, a_body()))
    assert bodies.find_by_code(workspace, code="KM-JWG") == key
    assert bodies.find_by_code(workspace, code="km-jwg") is None


def test_a_body_is_listed_with_its_parties_aliases_and_meetings(
    workspace: Workspace, world: World
) -> None:
    alias = BodyName(body_id=world.body, kind=NameKind.ALIAS, language="ko", text="한몽 공동위")
    bodies.add_name(workspace, alias)
    meetings.plan(workspace, a_meeting(world.body, ordinal=2, code="JWG-2"))
    (row,) = bodies.list_all(workspace)
    assert [(party.code, party.seat) for party in row.parties] == [("KR", 1), ("MN", 2)]
    assert row.aliases == ("한몽 공동위",)
    assert row.meetings == 2
    assert (row.short_name, row.status) == ("Joint Working Group", "active")


def test_a_body_without_a_short_name_is_called_by_its_name(workspace: Workspace) -> None:
    bodies.establish(workspace, a_body(short_names={}))
    (row,) = bodies.list_all(workspace)
    assert row.short_name == row.name == "Joint Working Group on Climate Change Cooperation"


def test_bodies_are_listed_by_name(workspace: Workspace) -> None:
    for code, name in (("B", "working group"), ("A", "Zoo"), ("C", "Committee")):
        bodies.establish(workspace, a_body(code=code, names={"en": name}))
    assert [row.code for row in bodies.list_all(workspace)] == ["C", "B", "A"]


def test_parties_take_the_next_free_seat(workspace: Workspace, world: World) -> None:
    japan = key_of(parties.register(workspace, a_party(code="JP", names={"en": "Japan"})))
    bodies.seat_party(workspace, body_id=world.body, party_id=japan, role=MembershipRole.OBSERVER)
    (row,) = bodies.list_all(workspace)
    assert [(party.code, party.seat) for party in row.parties] == [("KR", 1), ("MN", 2), ("JP", 3)]


def test_a_party_that_sits_already_is_not_seated_again(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(RuleBroken, match="already sits in the body"):
        bodies.seat_party(workspace, body_id=world.body, party_id=world.korea)


def test_a_party_that_left_may_come_back(workspace: Workspace) -> None:
    body_id = key_of(bodies.establish(workspace, a_body()))
    japan = key_of(parties.register(workspace, a_party(code="JP")))
    for begun, over in (("1994", "2003"), ("2007", None)):
        bodies.seat_party(
            workspace, body_id=body_id, party_id=japan, valid_from=begun, valid_to=over
        )
    with pytest.raises(RuleBroken, match="already sits"):
        bodies.seat_party(workspace, body_id=body_id, party_id=japan, valid_from="2010")
    (row,) = bodies.list_all(workspace)
    assert [party.code for party in row.parties] == ["JP"]


def test_a_seat_that_ends_before_it_began_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    body_id = key_of(bodies.establish(workspace, a_body()))
    japan = key_of(parties.register(workspace, a_party(code="JP")))
    with unchanged(), pytest.raises(RuleBroken, match="A seat cannot end before it began"):
        bodies.seat_party(
            workspace, body_id=body_id, party_id=japan, valid_from="2003", valid_to="1994"
        )


def test_an_unknown_party_or_body_is_not_seated(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no party"):
        bodies.seat_party(workspace, body_id=world.body, party_id=new_id())
    with unchanged(), pytest.raises(NotFound, match="There is no body"):
        bodies.seat_party(workspace, body_id=new_id(), party_id=world.korea)


def test_a_body_takes_lawful_steps_only(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    bodies.change_status(workspace, body_id=world.body, status=BodyStatus.DORMANT)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“dormant” cannot become “proposed”"):
        bodies.change_status(workspace, body_id=world.body, status=BodyStatus.PROPOSED)
    bodies.change_status(workspace, body_id=world.body, status=BodyStatus.ENDED)
    with workspace.read() as reader:
        assert reader.get(Body, world.body).status is BodyStatus.ENDED


def test_an_organisation_has_a_role_in_a_body_once(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    organisation_id = register_organisation(workspace)
    unit = BodyOrganisation(
        body_id=world.body, organisation_id=organisation_id, role=OrganisationRole.SECRETARIAT
    )
    bodies.add_organisation(workspace, unit)
    again = BodyOrganisation(
        body_id=world.body, organisation_id=organisation_id, role=OrganisationRole.SECRETARIAT
    )
    with unchanged(), pytest.raises(RuleBroken, match="already has this role in the body"):
        bodies.add_organisation(workspace, again)
    again.role = OrganisationRole.FOUNDER
    assert bodies.add_organisation(workspace, again).subject == again.id


def test_an_office_is_held_from_one_day_to_a_later_one(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    person_id = key_of(persons.register(workspace, a_person()))
    office = BodyOffice(
        body_id=world.body, person_id=person_id, role=OfficeRole.CO_CHAIR, valid_from="2025-05-27"
    )
    bodies.add_office(workspace, office)
    with workspace.read() as reader:
        assert reader.get(BodyOffice, office.id).role is OfficeRole.CO_CHAIR
    wrong = BodyOffice(
        body_id=world.body, person_id=person_id, role="chair", valid_from="2025", valid_to="2024"
    )
    with unchanged(), pytest.raises(RuleBroken, match="An office cannot end before it began"):
        bodies.add_office(workspace, wrong)


def test_two_bodies_with_one_code_are_refused(workspace: Workspace, unchanged: Unchanged) -> None:
    bodies.establish(workspace, a_body())
    with unchanged(), pytest.raises(RuleBroken, match="Another body already has this code"):
        bodies.establish(workspace, a_body())


def test_a_body_that_ended_before_it_was_established_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    draft = a_body(established_on="2007", ended_on="1992")
    with unchanged(), pytest.raises(RuleBroken, match="cannot end before it was established"):
        bodies.establish(workspace, draft)


def test_a_party_that_left_is_not_named_at_a_later_meeting(workspace: Workspace) -> None:
    body_id = key_of(bodies.establish(workspace, a_body()))
    for code, over in (("KR", None), ("JP", "2003"), ("MN", None)):
        party_id = key_of(parties.register(workspace, a_party(code=code, names={"en": code})))
        bodies.seat_party(workspace, body_id=body_id, party_id=party_id, valid_to=over)
    (row,) = bodies.list_all(workspace)
    assert [party.code for party in row.parties] == ["KR", "MN"]
    meeting = a_meeting(body_id, starts_on=date(2025, 5, 27))
    meeting_id = key_of(meetings.plan(workspace, meeting))
    shown = meetings.show(workspace, meeting_id=meeting_id)
    assert shown.body_name == row.name
