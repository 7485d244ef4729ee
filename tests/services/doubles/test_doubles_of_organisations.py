from uuid import UUID

import pytest

from app.domain.body import BodyOrganisation, OrganisationRole
from app.domain.delegation import Delegate
from app.domain.errors import NotFound, RuleBroken
from app.domain.identity import new_id
from app.domain.organisation import Organisation, OrganisationName
from app.domain.party import NameKind
from app.domain.person import Post
from app.domain.project import ProjectOrganisation
from app.domain.source import Statement
from app.services import bodies, delegations, history, organisations, persons, projects, sources
from app.services.doubles import organisations as doubles
from app.services.doubles.organisations import LikenessReason
from app.services.trash import contents
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_delegate,
    a_person,
    a_project,
    a_source,
    key_of,
    register_organisation,
)
from tests.contents import contents_of
from tests.services.conftest import Unchanged


def register(workspace: Workspace, code: str, **names: str) -> UUID:
    return register_organisation(workspace, code=code, names=names)


def name(
    workspace: Workspace,
    key: UUID,
    text: str,
    kind: NameKind = NameKind.ALIAS,
    valid_to: str | None = None,
) -> None:
    draft = OrganisationName(
        organisation_id=key, text=text, kind=kind, language="en", valid_to=valid_to
    )
    organisations.add_name(workspace, draft)


def pairs(workspace: Workspace) -> list[tuple[str, str, LikenessReason]]:
    return [(pair.first, pair.spelling, pair.reason) for pair in doubles.list_pairs(workspace)]


def test_organisations_with_one_name_in_some_language_are_suggested(workspace: Workspace) -> None:
    register(workspace, "A", en="Ministry of Environment", ko="환경부")
    register(workspace, "B", en="Environment Ministry of Korea", ko="환경부")
    register(workspace, "C", en="Ministry of Finance")

    assert pairs(workspace) == [("Ministry of Environment", "환경부", LikenessReason.SAME_NAME)]


def test_an_alias_and_another_romanisation_suggest_a_double_too(workspace: Workspace) -> None:
    institute = register(workspace, "A", en="Korea Environmental Industry and Technology Institute")
    name(workspace, institute, "KEITI", kind=NameKind.ACRONYM)
    register(workspace, "B", en="KEITI")
    register(workspace, "C", ko="환경부")
    register(workspace, "D", en="Hwangyeongbu")

    found = doubles.list_pairs(workspace)

    assert {pair.spelling for pair in found} == {"KEITI", "Hwangyeongbu"}


def test_ministries_of_two_parties_are_neither_suggested_nor_made_one(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    one, other = (
        register_organisation(
            workspace, code=code, names={"en": "Ministry of Environment"}, party_id=party
        )
        for code, party in (("KR-ME", world.korea), ("MN-ME", world.mongolia))
    )

    assert pairs(workspace) == []
    with unchanged(), pytest.raises(doubles.OfTwoParties, match="two different parties"):
        doubles.merge(workspace, kept_id=one, other_id=other)


def test_organisations_that_were_told_apart_are_never_suggested_again(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    first, second = (register(workspace, code, en="Green Fund") for code in "AB")
    assert len(pairs(workspace)) == 1

    doubles.tell_apart(workspace, first_id=second, second_id=first)

    assert pairs(workspace) == []
    with unchanged(), pytest.raises(RuleBroken, match="already told apart"):
        doubles.tell_apart(workspace, first_id=first, second_id=second)
    history.undo(workspace)
    assert len(pairs(workspace)) == 1


def test_everything_of_the_other_one_is_of_the_one_that_is_kept_and_undo_parts_them_again(
    workspace: Workspace, world: World
) -> None:
    kept = register(workspace, "A", en="Ministry of Environment")
    other = register(workspace, "B", en="Environment Ministry", ko="환경부")
    name(workspace, other, "Environment Agency", kind=NameKind.FORMER, valid_to="1994-12")
    below = register_organisation(
        workspace, code="C", names={"en": "Climate Office"}, parent_id=other
    )
    person = key_of(persons.register(workspace, a_person(organisation_id=other)))
    persons.add_post(
        workspace, Post(person_id=person, titles={"en": "Director"}, organisation_id=other)
    )
    bodies.add_organisation(
        workspace,
        BodyOrganisation(
            body_id=world.body, organisation_id=other, role=OrganisationRole.SECRETARIAT
        ),
    )
    project = key_of(projects.register(workspace, a_project()))
    for office, role in ((kept, "lead"), (other, "financing")):
        projects.add_organisation(workspace, project_id=project, organisation_id=office, role=role)
    source = key_of(sources.register(workspace, a_source()))
    sources.state(
        workspace, Statement(source_id=source, entity="organisation", pk=str(other), quote="B")
    )
    before = contents_of(workspace.path)
    sheet = doubles.show(workspace, organisation_id=other)
    assert dict(sheet.used) == {
        "body_organisation": 1,
        "organisation": 1,
        "person": 1,
        "post": 1,
        "project_organisation": 1,
    }

    doubles.merge(workspace, kept_id=kept, other_id=other)

    with workspace.read() as reader:
        whole = reader.get(Organisation, kept)
        assert whole.names == {"en": "Ministry of Environment", "ko": "환경부"}
        spelled = {
            (each.text, each.kind.value, each.valid_to)
            for each in reader.find(OrganisationName, organisation_id=kept)
        }
        assert spelled == {
            ("Environment Ministry", "alias", None),
            ("Environment Agency", "former", "1994-12"),
        }
        assert reader.get(Organisation, below).parent_id == kept
        (link,) = reader.find(ProjectOrganisation, project_id=project)
        assert (link.organisation_id, link.role) == (kept, "lead; financing")
        assert [each.pk for each in reader.find(Statement, source_id=source)] == [str(kept)]
    with pytest.raises(NotFound):
        doubles.show(workspace, organisation_id=other)
    row = contents.list_page(workspace).rows[0]
    assert (row.use_case, row.names[0].title) == ("Merge organisations", "Environment Ministry")
    history.undo(workspace)
    assert contents_of(workspace.path) == before


def test_what_was_printed_at_a_meeting_stays_as_it_was_printed(
    workspace: Workspace, world: World
) -> None:
    kept = register(workspace, "A", en="Ministry of Environment")
    other = register(workspace, "B", en="Environment Ministry")
    seats = [
        key_of(
            delegations.seat(
                workspace,
                a_delegate(world.korean_delegation, person_id=None, organisation_id=office),
            )
        )
        for office in (kept, other)
    ]

    doubles.merge(workspace, kept_id=kept, other_id=other)

    with workspace.read() as reader:
        first, second = (reader.get(Delegate, seat) for seat in seats)
        assert first.printed_organisations == {}
        assert second.printed_organisations == {"en": "Environment Ministry"}
        assert second.organisation_id == kept


def test_what_both_say_of_a_body_is_said_once(workspace: Workspace, world: World) -> None:
    kept, other = (register(workspace, code, en="Green Fund") for code in "AB")
    for office in (kept, other):
        bodies.add_organisation(
            workspace,
            BodyOrganisation(
                body_id=world.body, organisation_id=office, role=OrganisationRole.MEMBER
            ),
        )

    doubles.merge(workspace, kept_id=kept, other_id=other)

    with workspace.read() as reader:
        assert len(reader.find(BodyOrganisation, organisation_id=kept)) == 1
        assert reader.find(OrganisationName, organisation_id=kept) == []


def test_one_that_lay_below_the_other_does_not_lie_below_itself(workspace: Workspace) -> None:
    top = register(workspace, "T", en="Government")
    other = register_organisation(workspace, code="O", names={"en": "Ministry"}, parent_id=top)
    kept = register_organisation(workspace, code="K", names={"en": "Ministry"}, parent_id=other)

    doubles.merge(workspace, kept_id=kept, other_id=other)

    with workspace.read() as reader:
        assert reader.get(Organisation, kept).parent_id == top


def test_an_organisation_is_not_made_one_with_itself_or_with_nothing(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    key = register(workspace, "A", en="Green Fund")

    with unchanged(), pytest.raises(doubles.SameOrganisation):
        doubles.merge(workspace, kept_id=key, other_id=key)
    with unchanged(), pytest.raises(NotFound):
        doubles.merge(workspace, kept_id=key, other_id=new_id())
