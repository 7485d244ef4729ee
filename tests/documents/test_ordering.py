"""The alternat: each party's original names that party first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.ordering import NoSuchParty, order_facts, order_parties
from tests.documents.facts_builders import (
    KOREA,
    MONGOLIA,
    SIX,
    agenda_facts,
    minutes_facts,
    rules_facts,
)


def test_the_holder_of_the_copy_comes_first():
    assert order_parties((KOREA, MONGOLIA), holder="MN") == (MONGOLIA, KOREA)
    assert order_parties((KOREA, MONGOLIA), holder="KR") == (KOREA, MONGOLIA)


@given(st.sampled_from(SIX))
def test_the_others_stay_as_they_were(holder):
    ordered = order_parties(SIX, holder=holder.code)
    assert ordered[0] == holder
    assert ordered[1:] == tuple(party for party in SIX if party != holder)


def test_the_delegations_follow_the_parties():
    ordered = order_facts(minutes_facts(), holder="MN")
    assert [each.party.code for each in ordered.delegations] == ["MN", "KR"]


@pytest.mark.parametrize("facts", [agenda_facts(), rules_facts()])
def test_documents_without_delegations_are_ordered_too(facts):
    assert order_facts(facts, holder="MN").parties == (MONGOLIA, KOREA)


def test_an_original_for_a_stranger_is_refused_by_name():
    with pytest.raises(NoSuchParty, match="“JP”") as raised:
        order_facts(minutes_facts(), holder="JP")
    assert raised.value.remedy == "Its parties are: KR, MN."
