from datetime import date

import pytest

from app.domain.errors import NotFound, RuleBroken
from app.domain.identity import new_id
from app.domain.organisation import OrganisationName
from app.domain.party import NameKind
from app.services import delegations, organisations
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_delegate,
    an_organisation,
    key_of,
    register_organisation,
)
from tests.services.conftest import Unchanged

GREEN = "Ministry of Environment and Green Development"
TOURISM = "Ministry of Environment and Tourism"
CLIMATE = "Ministry of Environment and Climate Change"


@pytest.fixture
def renamed(workspace: Workspace) -> object:
    key = register_organisation(workspace, code="MN-ENV", names={"en": GREEN})
    organisations.rename(workspace, organisation_id=key, names={"en": TOURISM}, on="2014-12")
    organisations.rename(workspace, organisation_id=key, names={"en": CLIMATE}, on="2024-07-10")
    return key


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2013, 4, 11), GREEN),
        (date(2014, 11, 30), GREEN),
        (date(2014, 12, 1), TOURISM),
        (date(2024, 7, 9), TOURISM),
        (date(2024, 7, 10), CLIMATE),
        (date(2030, 1, 1), CLIMATE),
    ],
)
def test_an_organisation_bears_the_name_of_the_day(
    workspace: Workspace, renamed: object, day: date, name: str
) -> None:
    told = organisations.name_of_the_day(workspace, organisation_id=renamed, day=day)
    assert told == name


def test_a_renamed_organisation_is_listed_under_todays_name_with_the_former_ones(
    workspace: Workspace, renamed: object
) -> None:
    (row,) = organisations.list_all(workspace)
    assert (row.id, row.name, row.former_names) == (renamed, CLIMATE, (GREEN, TOURISM))


def test_a_renamed_organisation_keeps_its_name_in_every_language(workspace: Workspace) -> None:
    key = register_organisation(workspace, names={"en": GREEN, "mn": "БОНХЯ"})
    organisations.rename(workspace, organisation_id=key, names={"en": TOURISM}, on="2014")
    day = date(2013, 4, 11)
    told = organisations.name_of_the_day(workspace, organisation_id=key, day=day, language="mn")
    assert told == "БОНХЯ"


def test_a_meeting_prints_the_name_that_an_organisation_bore_on_its_day(
    workspace: Workspace, world: World
) -> None:
    key = register_organisation(workspace, code="MN-ENV", names={"en": CLIMATE})
    draft = a_delegate(world.mongolian_delegation, organisation_id=key)
    delegations.seat(workspace, draft)
    organisations.rename(
        workspace, organisation_id=key, names={"en": "Ministry of Tomorrow"}, on="2025-09"
    )
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    assert [seat.name for row in rows for seat in row.delegates] == [CLIMATE]


def test_two_organisations_with_one_code_are_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    register_organisation(workspace)
    with unchanged(), pytest.raises(RuleBroken, match="Another organisation already has"):
        organisations.register(workspace, an_organisation())


def test_renaming_an_unknown_organisation_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound):
        organisations.rename(workspace, organisation_id=new_id(), names={"en": "X"}, on="2014")


def test_a_further_name_is_no_former_name(workspace: Workspace) -> None:
    key = register_organisation(workspace)
    organisations.add_name(
        workspace,
        OrganisationName(organisation_id=key, kind=NameKind.ACRONYM, language="en", text="ME"),
    )
    assert organisations.list_all(workspace)[0].former_names == ()
    day = date(2013, 1, 1)
    told = organisations.name_of_the_day(workspace, organisation_id=key, day=day)
    assert told == "Ministry of Environment"


def test_organisations_are_listed_by_name(workspace: Workspace) -> None:
    for code, name in (("B", "beta"), ("A", "Zeta"), ("C", "Alpha")):
        register_organisation(workspace, code=code, names={"en": name})
    assert [row.name for row in organisations.list_all(workspace)] == ["Alpha", "beta", "Zeta"]


def test_a_name_of_the_day_of_an_unknown_organisation_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="There is no organisation"):
        organisations.name_of_the_day(workspace, organisation_id=new_id(), day=date(2013, 1, 1))
    assert key_of(organisations.register(workspace, an_organisation()))
