from datetime import date

import pytest

from app.domain.errors import NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.instrument import InstrumentStatus
from app.services import instruments, parties, projects
from app.store.workspace import Workspace
from tests.builders import World, a_party, a_project, an_instrument, key_of
from tests.services.conftest import NOW, Unchanged


def test_an_instrument_names_its_parties_in_the_order_given(workspace: Workspace) -> None:
    korea = key_of(parties.register(workspace, a_party()))
    mongolia = key_of(parties.register(workspace, a_party(code="MN")))
    draft = an_instrument(signed_on="2023-02-15", in_force_from="2023-06-11")
    instruments.record(workspace, draft, party_ids=(mongolia, korea))
    (row,) = instruments.list_all(workspace)
    assert row.parties == ("MN", "KR")
    assert (row.signed_on, row.in_force_from) == ("2023-02-15", "2023-06-11")


def test_instruments_are_listed_by_signature_and_those_without_a_date_last(
    workspace: Workspace,
) -> None:
    for code, day in (("A", None), ("B", "2023-02-15"), ("C", "1993"), ("D", "2023-02")):
        instruments.record(workspace, an_instrument(code=code, signed_on=day))
    assert [row.code for row in instruments.list_all(workspace)] == ["C", "D", "B", "A"]


def test_an_instrument_takes_lawful_steps_only(workspace: Workspace, unchanged: Unchanged) -> None:
    draft = an_instrument(status=InstrumentStatus.SIGNED)
    key = key_of(instruments.record(workspace, draft))
    instruments.change_status(workspace, instrument_id=key, status=InstrumentStatus.IN_FORCE)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“in-force” cannot become “signed”"):
        instruments.change_status(workspace, instrument_id=key, status=InstrumentStatus.SIGNED)
    assert instruments.list_all(workspace)[0].status == "in-force"


def test_an_instrument_of_an_unknown_party_is_refused_whole(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    korea = key_of(parties.register(workspace, a_party()))
    with unchanged(), pytest.raises(NotFound):
        instruments.record(workspace, an_instrument(), party_ids=(korea, new_id()))


def test_a_party_named_twice_is_refused(workspace: Workspace, unchanged: Unchanged) -> None:
    korea = key_of(parties.register(workspace, a_party()))
    with unchanged(), pytest.raises(RuleBroken):
        instruments.record(workspace, an_instrument(), party_ids=(korea, korea))


def test_an_instrument_that_ends_before_it_is_in_force_is_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    draft = an_instrument(in_force_from="2023-06-11", in_force_to="2022")
    with unchanged(), pytest.raises(RuleBroken, match="cannot end before it entered into force"):
        instruments.record(workspace, draft)


def test_two_instruments_with_one_code_are_refused(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    instruments.record(workspace, an_instrument())
    with unchanged(), pytest.raises(RuleBroken, match="Another instrument already has this code"):
        instruments.record(workspace, an_instrument())


def test_a_loop_of_instruments_is_refused_with_a_sentence(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    first = key_of(instruments.record(workspace, an_instrument(code="A")))
    second = key_of(instruments.record(workspace, an_instrument(code="B", replaces_id=first)))
    values = {"titles": {"en": "A"}, "code": "A"}
    for other, told in ((first, "A cannot replace itself"), (second, "B already depends on it")):
        version = instruments.show(workspace, instrument_id=first).version
        with unchanged(), pytest.raises(instruments.RestsOnItself, match=told):
            instruments.change(
                workspace,
                instrument_id=first,
                values=values | {"replaces_id": other},
                version=version,
            )


def test_an_instrument_tells_what_rests_on_it(workspace: Workspace, world: World) -> None:
    values = {
        "titles": {"en": "Framework agreement"},
        "code": "FA",
        "kind": "framework-agreement",
        "in_force_to": "2020-12-31",
        "extends_by_months": 12,
    }
    change = instruments.enter(
        workspace, values=values, status=InstrumentStatus.IN_FORCE, party_ids=(world.korea,)
    )
    key = key_of(change)
    later = an_instrument(code="MOU", renews_id=key)
    instruments.record(workspace, later)
    projects.register(workspace, a_project(instrument_id=key))
    detail = instruments.show(workspace, instrument_id=key)
    assert [(each.relation, each.code) for each in detail.related] == [
        ("renewed-by", "MOU"),
        ("project", "P1"),
    ]
    assert detail.row.term.ends_on == date(NOW.year, 12, 31)
    assert [each.name for each in detail.parties] == ["Republic of Korea"]
