import pytest

from app.domain.errors import InvalidValue, NotFound
from app.domain.identity import new_id
from app.domain.party import NameKind
from app.domain.person import Person, PersonName, Post
from app.services import persons
from app.store.workspace import Workspace
from tests.builders import a_person, key_of
from tests.services.conftest import Unchanged


def test_a_person_keeps_the_name_as_printed_and_every_other_spelling(workspace: Workspace) -> None:
    key = key_of(persons.register(workspace, a_person(printed_name="Takizaki Shiggeki")))
    for language, text in (("en", "Takizaki Shigeki"), ("ja", "滝崎成樹")):
        name = PersonName(person_id=key, kind=NameKind.AS_PRINTED, language=language, text=text)
        persons.add_name(workspace, name)
    (row,) = persons.list_all(workspace)
    assert row.name == "Takizaki Shiggeki"
    assert row.spellings == ("Takizaki Shigeki", "滝崎成樹")


def test_a_person_may_hold_several_posts_in_the_order_of_their_entry(workspace: Workspace) -> None:
    key = key_of(persons.register(workspace, a_person()))
    for title in ("Special Envoy for Climate Change", "Advisor to the Minister"):
        persons.add_post(workspace, Post(person_id=key, titles={"en": title}))
    (row,) = persons.list_all(workspace)
    assert row.posts == ("Special Envoy for Climate Change", "Advisor to the Minister")


def test_persons_are_listed_by_the_name_as_printed(workspace: Workspace) -> None:
    for name in ("batbold", "Cho Gye-yeon", "Amar"):
        persons.register(workspace, a_person(printed_name=name))
    assert [row.name for row in persons.list_all(workspace)] == ["Amar", "batbold", "Cho Gye-yeon"]


def test_a_person_is_sorted_as_somebody_says_or_else_by_the_printed_name(
    workspace: Workspace,
) -> None:
    told = key_of(persons.register(workspace, a_person(sort_key="dorj")))
    untold = key_of(persons.register(workspace, a_person(printed_name="Cho Gye-yeon")))
    with workspace.read() as reader:
        assert reader.get(Person, told).sort_key == "dorj"
        assert reader.get(Person, untold).sort_key == "cho gye-yeon"


def test_a_person_without_a_name_is_refused(workspace: Workspace, unchanged: Unchanged) -> None:
    with unchanged(), pytest.raises(InvalidValue, match="printed_name"):
        persons.register(workspace, a_person(printed_name=""))


def test_posts_and_names_of_an_unknown_person_are_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound):
        persons.add_post(workspace, Post(person_id=new_id(), titles={"en": "Envoy"}))
    name = PersonName(person_id=new_id(), kind=NameKind.ALIAS, language="en", text="Bat")
    with unchanged(), pytest.raises(NotFound):
        persons.add_name(workspace, name)
