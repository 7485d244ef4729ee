"""Paragraphs are written, cut, joined, moved and confirmed, and no word is ever lost."""

from unicodedata import normalize
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.agenda import StandardItem
from app.domain.errors import RuleBroken, Sealed
from app.domain.identity import new_id
from app.domain.minutes import Grade, MinutesParagraph, MinutesStatus, ParagraphKind
from app.services import agenda, minutes_editions, minutes_records, minutes_sheets, minutes_writing
from app.services.minutes_order import EarlierEdition, ElsewhereThanBefore
from app.services.minutes_sheets import SheetParagraph
from app.services.minutes_writing import ChangedMeanwhile, SideMissing, TooDeep, TwoRecords
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_paragraph,
    an_agenda_item,
    key_of,
    open_minutes,
    take_minutes_to,
)
from tests.services.conftest import Unchanged


def paragraphs(workspace: Workspace, world: World) -> tuple[SheetParagraph, ...]:
    return minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs


def words(workspace: Workspace, world: World) -> list[str]:
    return [each.texts.get("en", "") for each in paragraphs(workspace, world)]


def test_a_paragraph_is_written_after_another_one(workspace: Workspace, world: World) -> None:
    key = open_minutes(workspace, world.meeting, "One.", "Three.")
    first = paragraphs(workspace, world)[0].id
    for _time in range(12):  # until there is no room left between them
        minutes_writing.write(workspace, [a_paragraph(key, "Two.")], after_id=first)
    assert words(workspace, world) == ["One.", *["Two."] * 12, "Three."]


def test_several_paragraphs_stay_in_their_order(workspace: Workspace, world: World) -> None:
    key = open_minutes(workspace, world.meeting, "One.", "Five.")
    first = paragraphs(workspace, world)[0].id
    drafts = [a_paragraph(key, text) for text in ("Two.", "Three.", "Four.")]
    change = minutes_writing.write(workspace, drafts, after_id=first)
    assert words(workspace, world) == ["One.", "Two.", "Three.", "Four.", "Five."]
    assert change.use_case == "Write 3 paragraphs"


def test_a_paragraph_cannot_follow_one_that_is_gone(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    with unchanged(), pytest.raises(ElsewhereThanBefore):
        minutes_writing.write(workspace, [a_paragraph(key)], after_id=new_id())


def test_words_are_rewritten_in_one_language_and_the_tick_stays(
    workspace: Workspace, world: World
) -> None:
    open_minutes(workspace, world.meeting, "One.", confirmed=True)
    (paragraph,) = paragraphs(workspace, world)
    for language, text in (("ko", "하나."), ("en", "One, in other words.")):
        minutes_writing.rewrite(workspace, paragraph_id=paragraph.id, language=language, words=text)
    (after,) = paragraphs(workspace, world)
    assert after.texts == {"en": "One, in other words.", "ko": "하나."}
    assert after.confirmed
    minutes_writing.rewrite(workspace, paragraph_id=paragraph.id, language="ko", words="")
    assert paragraphs(workspace, world)[0].texts == {"en": "One, in other words."}


def test_words_that_were_changed_elsewhere_are_not_overwritten(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    open_minutes(workspace, world.meeting, "One.")
    (paragraph,) = paragraphs(workspace, world)
    how = {"paragraph_id": paragraph.id, "language": "en"}
    minutes_writing.rewrite(workspace, words="Theirs.", was="One.", **how)
    with unchanged(), pytest.raises(ChangedMeanwhile) as caught:
        minutes_writing.rewrite(workspace, words="Mine.", was="One.", **how)
    assert (caught.value.theirs, caught.value.mine) == ("Theirs.", "Mine.")
    minutes_writing.rewrite(workspace, words="Mine.", was="Theirs.", **how)
    assert words(workspace, world) == ["Mine."]


def test_a_paragraph_that_is_cut_stays_with_its_side_and_tick(
    workspace: Workspace, world: World
) -> None:
    key = open_minutes(workspace, world.meeting)
    draft = a_paragraph(
        key,
        "First. Second.",
        grade=Grade.ONE_SIDE,
        party_id=world.korea,
        level=1,
        confirmed=True,
        kind=ParagraphKind.DISCUSSION,
    )
    minutes_writing.write(workspace, [draft])
    made = new_id()
    minutes_writing.cut(
        workspace,
        paragraph_id=paragraphs(workspace, world)[0].id,
        language="en",
        before="First.",
        after="Second.",
        new_id=made,
    )
    first, second = paragraphs(workspace, world)
    assert (first.texts["en"], second.texts["en"], second.id) == ("First.", "Second.", made)
    assert (second.grade, second.party_id, second.level) == ("one-side", world.korea, 1)
    assert second.confirmed
    assert second.kind == "discussion"


def test_joined_paragraphs_say_what_both_said_in_every_language(
    workspace: Workspace, world: World
) -> None:
    key = open_minutes(workspace, world.meeting)
    drafts = [
        a_paragraph(key, texts={"en": "One.", "ko": "하나."}, confirmed=True, source_line="D: 1"),
        a_paragraph(key, texts={"en": "Two.", "mn": "Хоёр."}, source_line="N: 2"),
    ]
    minutes_writing.write(workspace, drafts)
    first, second = paragraphs(workspace, world)
    minutes_writing.join(workspace, paragraph_id=second.id, into_id=first.id)
    (joined,) = paragraphs(workspace, world)
    assert joined.texts == {"en": "One. Two.", "ko": "하나.", "mn": "Хоёр."}
    assert joined.source_line == "D: 1\nN: 2"
    assert not joined.confirmed, "half of it is not confirmed"


def test_two_decisions_are_never_joined_into_one_paragraph(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    open_minutes(workspace, world.meeting, "One.", "Two.", "Three.")
    first, second, third = paragraphs(workspace, world)
    for each in (first, second):
        minutes_records.make_decision(
            workspace, paragraph_id=each.id, language="en", title="", words=each.texts["en"]
        )
    with unchanged(), pytest.raises(TwoRecords):
        minutes_writing.join(workspace, paragraph_id=second.id, into_id=first.id)
    minutes_writing.join(workspace, paragraph_id=second.id, into_id=third.id)
    assert paragraphs(workspace, world)[-1].decision is not None


def test_paragraphs_stand_in_the_order_of_the_agenda(workspace: Workspace, world: World) -> None:
    key = open_minutes(workspace, world.meeting)
    items = [
        key_of(agenda.add_item(workspace, an_agenda_item(world.meeting, label)))
        for label in ("1", "2")
    ]
    for item, text in ((items[1], "Second item."), (None, "Opening."), (items[0], "First item.")):
        minutes_writing.write(workspace, [a_paragraph(key, text, agenda_item_id=item)])
    closing = a_paragraph(key, "Closing.", standard=StandardItem.CLOSING)
    minutes_writing.write(workspace, [closing])
    minutes_writing.write(workspace, [a_paragraph(key, "More.", agenda_item_id=items[0])])
    assert words(workspace, world) == [
        "Opening.",
        "First item.",
        "More.",
        "Second item.",
        "Closing.",
    ]


def test_a_paragraph_moves_within_its_item_and_to_another_one(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.", "Two.", "Three.")
    one, two, three = (each.id for each in paragraphs(workspace, world))
    minutes_writing.move(workspace, paragraph_id=one, after_id=two, agenda_item_id=None)
    assert words(workspace, world) == ["Two.", "One.", "Three."]
    minutes_writing.move(workspace, paragraph_id=three, after_id=None, agenda_item_id=None)
    assert words(workspace, world) == ["Three.", "Two.", "One."]
    item = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting)))
    minutes_writing.move(workspace, paragraph_id=two, after_id=two, agenda_item_id=item)
    assert words(workspace, world) == ["Three.", "One.", "Two."]
    other = key_of(agenda.add_item(workspace, an_agenda_item(_other_meeting(workspace, world))))
    with unchanged(), pytest.raises(RuleBroken, match="another meeting"):
        minutes_writing.write(workspace, [a_paragraph(key, agenda_item_id=other)])


def _other_meeting(workspace: Workspace, world: World) -> UUID:
    from app.services import meetings
    from tests.builders import a_meeting

    return key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, code="JWG-2")))


def test_whose_word_it_is_and_how_deep_it_stands_can_be_changed(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    open_minutes(workspace, world.meeting, "One.")
    (paragraph,) = paragraphs(workspace, world)
    how = {"paragraph_id": paragraph.id}
    minutes_writing.describe(workspace, grade=Grade.NOTED, party_id=world.mongolia, **how)
    minutes_writing.describe(workspace, kind=ParagraphKind.NOTE, level=1, **how)
    (after,) = paragraphs(workspace, world)
    assert (after.grade, after.party_id, after.kind, after.level) == (
        "noted",
        world.mongolia,
        "note",
        1,
    )
    with unchanged(), pytest.raises(SideMissing):
        minutes_writing.describe(workspace, grade=Grade.ONE_SIDE, **how)
    with unchanged(), pytest.raises(TooDeep):
        minutes_writing.describe(workspace, level=2, **how)
    minutes_writing.describe(workspace, grade=Grade.BOTH_SIDES, **how)
    assert paragraphs(workspace, world)[0].party_id is None


def test_a_whole_item_is_confirmed_at_once_and_it_can_be_taken_back(
    workspace: Workspace, world: World
) -> None:
    open_minutes(workspace, world.meeting, "One.", "Two.", confirmed=False)
    keys = [each.id for each in paragraphs(workspace, world)]
    change = minutes_writing.confirm(workspace, paragraph_ids=keys)
    assert change.use_case == "Confirm 2 paragraphs"
    assert all(each.confirmed for each in paragraphs(workspace, world))
    minutes_writing.confirm(workspace, paragraph_ids=keys[:1], happened=False)
    assert [each.confirmed for each in paragraphs(workspace, world)] == [False, True]


def test_a_removed_paragraph_leaves_its_decision_behind(workspace: Workspace, world: World) -> None:
    open_minutes(workspace, world.meeting, "One.", "Two.")
    first, second = paragraphs(workspace, world)
    minutes_records.make_decision(
        workspace, paragraph_id=first.id, language="en", title="", words="One."
    )
    minutes_writing.remove(workspace, paragraph_ids=[first.id, second.id])
    assert words(workspace, world) == []
    from app.services import decisions

    (decision,) = decisions.list_for_meeting(workspace, meeting_id=world.meeting)
    assert decision.title == "One"


def test_nothing_is_written_into_what_is_signed_or_earlier(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    minutes_editions.keep(workspace, minutes_id=key)
    sheet = minutes_sheets.read(workspace, meeting_id=world.meeting)
    earlier = sheet.editions[1]
    with workspace.read() as reader:
        (kept,) = reader.find(MinutesParagraph, minutes_id=earlier.id)
    with unchanged(), pytest.raises(EarlierEdition, match="Edition 1"):
        minutes_writing.rewrite(workspace, paragraph_id=kept.id, language="en", words="No.")
    take_minutes_to(workspace, key, MinutesStatus.SIGNED)
    with unchanged(), pytest.raises(Sealed):
        minutes_writing.remove(workspace, paragraph_ids=[sheet.paragraphs[0].id])


_SENTENCES = st.lists(
    st.text(st.characters(whitelist_categories=("Lu", "Ll", "Nd")), min_size=1, max_size=9),
    min_size=1,
    max_size=5,
).map(lambda words: normalize("NFC", " ".join(words)))
_MOVES = st.lists(
    st.tuples(st.sampled_from(["cut", "join", "move"]), st.integers(0, 7), st.integers(0, 30)),
    max_size=8,
)


@given(texts=st.lists(_SENTENCES, min_size=2, max_size=4), moves=_MOVES)
@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_cutting_joining_and_moving_never_lose_a_word(
    workspace: Workspace, world: World, texts: list[str], moves: list[tuple[str, int, int]]
) -> None:
    with workspace.write("A trial that is never saved"):
        open_minutes(workspace, world.meeting, *texts)
        for what, place, at in moves:
            _do(workspace, world, what, place, at)
        told = "".join("".join(words(workspace, world)).split())
        assert sorted(told) == sorted("".join("".join(texts).split()))


def _do(workspace: Workspace, world: World, what: str, place: int, at: int) -> None:
    row = paragraphs(workspace, world)
    one, other = row[place % len(row)], row[at % len(row)]
    if what == "cut":
        from app.texts.paragraph_cutting import cut

        before, after = cut(one.texts.get("en", ""), at)
        minutes_writing.cut(
            workspace,
            paragraph_id=one.id,
            language="en",
            before=before,
            after=after,
            new_id=new_id(),
        )
    elif what == "join" and one.id != other.id:
        minutes_writing.join(workspace, paragraph_id=one.id, into_id=other.id)
    elif what == "move":
        minutes_writing.move(workspace, paragraph_id=one.id, after_id=other.id, agenda_item_id=None)
