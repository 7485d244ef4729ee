from datetime import date
from uuid import UUID

import pytest

from app.domain.delegation import Delegate
from app.domain.errors import NotFound, RuleBroken
from app.domain.identity import new_id
from app.domain.meeting import Meeting
from app.domain.minutes import MinutesStatus, Signature
from app.domain.person import Post
from app.domain.source import Source, Statement
from app.services import alike_persons, history, meetings, persons, signing, sources
from app.services.alike_persons import LikenessReason
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_delegate,
    a_held_meeting,
    a_person,
    a_source,
    key_of,
    open_minutes,
    seat_person,
    take_minutes_to,
)
from tests.services.conftest import Unchanged


def register(workspace: Workspace, name: str, **fields: object) -> UUID:
    return key_of(persons.register(workspace, a_person(printed_name=name, **fields)))


def pairs(workspace: Workspace) -> list[tuple[str, str]]:
    return [(pair.first, pair.second) for pair in alike_persons.list_pairs(workspace)]


def test_persons_who_may_be_one_are_suggested_with_a_reason(workspace: Workspace) -> None:
    register(workspace, "Cho Gye-yeon")
    register(workspace, "CHO Gye Yoen")
    register(workspace, "Batkhishig Purevdoo")

    (pair,) = alike_persons.list_pairs(workspace)

    assert {pair.first, pair.second} == {"Cho Gye-yeon", "CHO Gye Yoen"}
    assert pair.reason is LikenessReason.ROMANISATION


def test_persons_who_were_told_apart_are_never_suggested_again(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    first, second = register(workspace, "Kim Min-su"), register(workspace, "Kim Min-soo")
    assert len(pairs(workspace)) == 1

    alike_persons.tell_apart(workspace, first_id=second, second_id=first)

    assert pairs(workspace) == []
    assert alike_persons.list_like(workspace, name="Kim Min-su", but=first) == ()
    with unchanged(), pytest.raises(RuleBroken, match="already told apart"):
        alike_persons.tell_apart(workspace, first_id=first, second_id=second)
    history.undo(workspace)
    assert len(pairs(workspace)) == 1


def test_a_new_name_is_compared_with_every_spelling_and_the_address(workspace: Workspace) -> None:
    known = register(workspace, "Cho Gye-yeon", names={"ko": "조계연"}, email="cho@mofa.go.kr")

    by_name = alike_persons.list_like(workspace, name="CHO GYEYEON")
    by_hangul = alike_persons.list_like(workspace, name="조 계연")
    by_address = alike_persons.list_like(workspace, name="C.", email="CHO@mofa.go.kr")

    assert [found.id for found in (*by_name, *by_hangul, *by_address)] == [known] * 3
    assert by_name[0].reason is LikenessReason.SAME_LETTERS
    assert by_address[0].reason is LikenessReason.SAME_EMAIL
    assert alike_persons.list_like(workspace, name="Batkhishig") == ()


def test_one_person_is_made_of_two_with_everything_on_record_of_both(
    workspace: Workspace, world: World
) -> None:
    kept = register(workspace, "Cho Gye-yeon", phone="+82")
    other = register(workspace, "CHO Gye Yoen", email="cho@mofa.go.kr", phone="+81", note="Old.")
    persons.add_post(workspace, Post(person_id=other, titles={"en": "Director"}))
    seat = seat_person(workspace, world.korean_delegation, "Lee")
    with workspace.write("Seat the other one") as work:
        work.get(Delegate, seat).person_id = other
        work.get(Meeting, world.meeting).chair_person_id = other
        work.commit()
    source = key_of(sources.register(workspace, a_source()))
    told = Statement(source_id=source, entity="person", pk=str(other), quote="CHO")
    sources.state(workspace, told)

    alike_persons.merge(workspace, kept_id=kept, other_id=other)

    detail = persons.show(workspace, person_id=kept)
    assert [row.code for row in detail.attended] == ["JWG-1"]
    assert [post.titles["en"] for post in detail.posts] == ["Director"]
    assert [(name.text, name.kind) for name in detail.spellings] == [("CHO Gye Yoen", "alias")]
    assert (detail.email, detail.phone, detail.note) == ("cho@mofa.go.kr", "+82", "Old.")
    assert meetings.show(workspace, meeting_id=world.meeting).chair == "Cho Gye-yeon"
    with workspace.read() as reader:
        assert [each.pk for each in reader.find(Statement, source_id=source)] == [str(kept)]
        assert reader.find(Source) != []
    with pytest.raises(NotFound):
        persons.show(workspace, person_id=other)
    history.undo(workspace)
    assert persons.show(workspace, person_id=other).attended != ()
    assert persons.show(workspace, person_id=kept).spellings == ()


def test_what_was_said_of_the_other_one_is_said_of_the_one_that_is_kept(
    workspace: Workspace,
) -> None:
    kept, other, third = (register(workspace, f"Kim Min-{end}") for end in ("su", "soo", "seo"))
    alike_persons.tell_apart(workspace, first_id=other, second_id=third)
    alike_persons.tell_apart(workspace, first_id=kept, second_id=other)

    alike_persons.merge(workspace, kept_id=kept, other_id=other)

    assert pairs(workspace) == []


def test_persons_who_sit_side_by_side_cannot_be_one(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    kept, other = register(workspace, "Kim Min-su"), register(workspace, "Kim Min-soo")
    for key in (kept, other):
        with workspace.write("Seat") as work:
            work.add(a_delegate(world.korean_delegation, person_id=key))
            work.commit()

    with unchanged(), pytest.raises(alike_persons.BothAttended, match="in one delegation at JWG-1"):
        alike_persons.merge(workspace, kept_id=kept, other_id=other)


def test_who_signed_is_the_one_to_keep(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    kept, other = register(workspace, "Kim Min-su"), register(workspace, "Kim Min-soo")
    minutes = open_minutes(workspace, world.meeting, "Both sides agreed.")
    for party, person in ((world.korea, other), (world.mongolia, None)):
        draft = Signature(
            minutes_id=minutes,
            ordinal=1,
            party_id=party,
            person_id=person,
            printed_names={"en": "Kim"},
            place="Seoul",
            signed_on=date(2025, 5, 27),
        )
        signing.add_signatory(workspace, draft)
    take_minutes_to(workspace, minutes, MinutesStatus.SIGNED)

    with unchanged(), pytest.raises(alike_persons.NamedInSigned, match="that was signed"):
        alike_persons.merge(workspace, kept_id=kept, other_id=other)
    alike_persons.merge(workspace, kept_id=other, other_id=kept)
    assert [row.name for row in persons.list_all(workspace)] == ["Kim Min-soo"]


def test_nobody_is_one_with_or_apart_from_themselves(
    workspace: Workspace, unchanged: Unchanged
) -> None:
    key = register(workspace, "Kim")
    with unchanged(), pytest.raises(alike_persons.SamePerson, match="chosen twice"):
        alike_persons.merge(workspace, kept_id=key, other_id=key)
    with unchanged(), pytest.raises(alike_persons.SamePerson):
        alike_persons.tell_apart(workspace, first_id=key, second_id=key)
    with unchanged(), pytest.raises(NotFound):
        alike_persons.tell_apart(workspace, first_id=key, second_id=new_id())


def test_a_namesake_at_another_meeting_is_no_hindrance(workspace: Workspace, world: World) -> None:
    kept, other = register(workspace, "Kim Min-su"), register(workspace, "Kim Min-soo")
    second = key_of(meetings.plan(workspace, a_held_meeting(world.body, ordinal=2, code="JWG-2")))
    assert second
    with workspace.write("Seat") as work:
        work.add(a_delegate(world.korean_delegation, person_id=kept))
        work.add(a_delegate(world.mongolian_delegation, person_id=other))
        work.commit()

    alike_persons.merge(workspace, kept_id=kept, other_id=other)

    assert persons.list_all(workspace)[0].meetings == 2
