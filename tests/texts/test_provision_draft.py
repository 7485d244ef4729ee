import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Misfortune
from app.domain.rules import AmendmentKind, ProvisionKind
from app.texts.provision_draft import (
    ChangeKind,
    DoubleProvision,
    ProvisionChange,
    ProvisionDraft,
    require_distinct,
    walk,
)


def article(eid: str, *children: ProvisionDraft) -> ProvisionDraft:
    return ProvisionDraft(eid=eid, kind=ProvisionKind.ARTICLE, children=children)


TEXT = (
    article("chp_1", article("art_1", article("art_1__para_1"), article("art_1__para_2"))),
    article("chp_2", article("art_2")),
)
identities = st.sampled_from(["a", "b", "c", "d"])
drafts = st.recursive(
    st.builds(article, identities),
    lambda inner: st.builds(
        lambda eid, children: article(eid, *children), identities, st.lists(inner, max_size=3)
    ),
    max_leaves=6,
)


def test_provisions_are_walked_in_reading_order_with_parent_and_depth() -> None:
    walked = [(draft.eid, parent, depth) for draft, parent, depth in walk(TEXT)]
    assert walked == [
        ("chp_1", None, 0),
        ("art_1", "chp_1", 1),
        ("art_1__para_1", "art_1", 2),
        ("art_1__para_2", "art_1", 2),
        ("chp_2", None, 0),
        ("art_2", "chp_2", 1),
    ]


def test_a_branch_can_be_walked_as_part_of_a_greater_text() -> None:
    walked = [
        (draft.eid, parent, depth)
        for draft, parent, depth in walk(TEXT[1:], parent="part_1", depth=1)
    ]
    assert walked == [("chp_2", "part_1", 1), ("art_2", "chp_2", 2)]


def test_an_empty_text_has_nothing_to_walk() -> None:
    assert list(walk(())) == []
    require_distinct(())


def test_a_text_whose_provisions_all_differ_is_accepted() -> None:
    identities = [draft.eid for draft, _parent, _depth in walk(TEXT)]
    assert len(set(identities)) == len(identities) > 1
    require_distinct(TEXT)


def test_two_provisions_with_one_identity_are_refused_by_name() -> None:
    with pytest.raises(DoubleProvision, match="“art_1” twice") as caught:
        require_distinct((*TEXT, article("chp_3", article("art_1"))))
    assert caught.value.eid == "art_1"
    assert isinstance(caught.value, Misfortune)
    assert caught.value.remedy


@given(st.lists(drafts, max_size=4).map(tuple))
def test_a_text_is_refused_exactly_when_an_identity_comes_twice(
    text: tuple[ProvisionDraft, ...],
) -> None:
    eids = [draft.eid for draft, _parent, _depth in walk(text)]
    twice = {eid for eid in eids if eids.count(eid) > 1}
    if not twice:
        require_distinct(text)
        return
    with pytest.raises(DoubleProvision) as caught:
        require_distinct(text)
    assert caught.value.eid in twice


def test_the_languages_of_a_provision_are_those_of_heading_or_text() -> None:
    draft = ProvisionDraft(
        eid="art_1", kind=ProvisionKind.ARTICLE, headings={"mn": "Зорилго"}, texts={"en": "Purpose"}
    )
    assert draft.languages == ("en", "mn")


def test_what_is_done_in_a_draft_is_what_the_history_can_tell() -> None:
    assert [kind.value for kind in ChangeKind] == [kind.value for kind in AmendmentKind]


def test_a_change_that_names_nothing_changes_nothing() -> None:
    change = ProvisionChange(kind=ChangeKind.REPLACE, eid="art_1")
    assert (change.label, change.headings, change.texts, change.provision) == (None, {}, {}, None)
