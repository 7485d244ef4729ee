import pytest

from app.domain.errors import InvalidValue, NotFound, RuleBroken
from app.domain.identity import new_id
from app.domain.party import NameKind, PartyKind, PartyName
from app.services import parties
from app.store.workspace import Workspace
from tests.builders import a_party, key_of
from tests.services.conftest import Unchanged


def test_a_registered_party_is_found_by_its_code_and_listed(workspace: Workspace) -> None:
    key = key_of(parties.register(workspace, a_party(names={"en": "Korea", "ko": "대한민국"})))
    assert parties.find_by_code(workspace, code="KR") == key
    rows = parties.list_all(workspace, language="ko")
    assert [(row.id, row.code, row.name, row.kind) for row in rows] == [
        (key, "KR", "대한민국", "state")
    ]


def test_an_unknown_code_finds_nothing(workspace: Workspace) -> None:
    assert parties.find_by_code(workspace, code="XX") is None
    assert parties.list_all(workspace) == ()


def test_parties_are_listed_by_name_without_regard_to_case(workspace: Workspace) -> None:
    for code, name in (("Z", "zeta"), ("A", "Alpha"), ("M", "beta")):
        parties.register(workspace, a_party(code=code, names={"en": name}))
    assert [row.code for row in parties.list_all(workspace)] == ["A", "M", "Z"]


def test_two_parties_with_one_code_are_refused(workspace: Workspace, unchanged: Unchanged) -> None:
    parties.register(workspace, a_party())
    with unchanged(), pytest.raises(RuleBroken, match="Another party already has this code"):
        parties.register(workspace, a_party(names={"en": "Another"}))


@pytest.mark.parametrize("kind", [PartyKind.PROVINCE, PartyKind.CITY])
def test_a_province_or_city_needs_its_state(
    workspace: Workspace, unchanged: Unchanged, kind: PartyKind
) -> None:
    draft = a_party(code="GB", kind=kind, names={"en": "Gyeongbuk"})
    with unchanged(), pytest.raises(RuleBroken, match="needs the state that it belongs to"):
        parties.register(workspace, draft)
    state = key_of(parties.register(workspace, a_party()))
    draft.parent_id = state
    key = key_of(parties.register(workspace, draft))
    assert parties.find_by_code(workspace, code="GB") == key


def test_a_party_below_one_that_is_not_there_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    draft = a_party(code="GB", kind=PartyKind.PROVINCE, parent_id=new_id())
    with unchanged(), pytest.raises(RuleBroken, match="a party that is not in the workspace"):
        parties.register(workspace, draft)


def test_a_party_that_ends_before_it_began_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    draft = a_party(valid_from="1990", valid_to="1989")
    with unchanged(), pytest.raises(RuleBroken, match="cannot end before it began"):
        parties.register(workspace, draft)


def test_a_party_has_further_names(workspace: Workspace) -> None:
    key = key_of(parties.register(workspace, a_party()))
    name = PartyName(party_id=key, kind=NameKind.SHORT, language="en", text="ROK")
    change = parties.add_name(workspace, name)
    with workspace.read() as reader:
        assert reader.get(PartyName, change.subject).text == "ROK"


def test_a_further_name_of_an_unknown_party_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    name = PartyName(party_id=new_id(), kind=NameKind.SHORT, language="en", text="ROK")
    with unchanged(), pytest.raises(NotFound, match="There is no party"):
        parties.add_name(workspace, name)


def test_a_draft_spoilt_after_its_making_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    draft = a_party()
    draft.names["en"] = None  # type: ignore[assignment]
    with unchanged(), pytest.raises(InvalidValue, match=r"Names \(en\)"):
        parties.register(workspace, draft)


def test_the_draft_stays_the_callers_own(workspace: Workspace) -> None:
    draft = a_party()
    parties.register(workspace, draft)
    draft.names["en"] = "Changed afterwards"
    draft.code = "XX"
    assert [row.name for row in parties.list_all(workspace)] == ["Republic of Korea"]
