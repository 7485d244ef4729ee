from datetime import time
from uuid import UUID

import pytest

from app.domain.action import ActionItem
from app.domain.agenda import AgendaItem, AgendaPaper, ItemOutcome, ItemStatus
from app.domain.errors import Conflict, NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.meeting import AgendaNumbering, AgendaStatus, Meeting
from app.domain.minutes import Minutes, MinutesParagraph, MinutesStatus
from app.services import actions, agenda, decisions, meetings, minutes, papers
from app.services.agenda import SpokenOf, TitleMissing
from app.store.workspace import Workspace
from tests.builders import (
    FIRST_DAY,
    World,
    a_decision,
    a_meeting,
    a_paper,
    a_paragraph,
    an_action,
    an_agenda_item,
    key_of,
    open_minutes,
)
from tests.services.conftest import Unchanged

Items = dict[str, UUID]


def outline(workspace: Workspace, meeting_id: UUID) -> list[str]:
    """The agenda as it is read: one line an item, indented by its depth."""
    rows = agenda.list_for_meeting(workspace, meeting_id=meeting_id)
    return ["." * row.depth + row.label for row in rows]


@pytest.fixture
def items(workspace: Workspace, world: World) -> Items:
    """Items A, B with b1 and b2, and C."""
    agenda.change_numbering(
        workspace, meeting_id=world.meeting, numbering=AgendaNumbering.AS_ENTERED
    )
    made: Items = {}
    for label, parent in (("A", None), ("B", None), ("b1", "B"), ("b2", "B"), ("C", None)):
        draft = an_agenda_item(world.meeting, label, parent_id=made[parent] if parent else None)
        made[label] = key_of(agenda.add_item(workspace, draft))
    return made


def test_items_are_listed_in_order_each_followed_by_those_below_it(
    workspace: Workspace, world: World, items: Items
) -> None:
    assert outline(workspace, world.meeting) == ["A", "B", ".b1", ".b2", "C"]


def test_an_item_stays_in_the_agenda_of_its_meeting(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    other = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, code="JWG-2")))
    elsewhere = key_of(agenda.add_item(workspace, an_agenda_item(other, "X")))
    with unchanged(), pytest.raises(RuleBroken, match="another meeting"):
        agenda.move_item(workspace, item_id=items["A"], parent_id=elsewhere, position=1)
    draft = an_agenda_item(world.meeting, "Y", parent_id=elsewhere)
    with unchanged(), pytest.raises(RuleBroken, match="another meeting"):
        agenda.add_item(workspace, draft)


def test_an_item_below_one_that_is_not_there_is_refused(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no agenda item"):
        agenda.move_item(workspace, item_id=items["A"], parent_id=new_id(), position=1)
    with unchanged(), pytest.raises(NotFound, match="There is no agenda item"):
        agenda.add_item(workspace, an_agenda_item(world.meeting, parent_id=new_id()))
    with unchanged(), pytest.raises(NotFound, match="There is no meeting"):
        agenda.add_item(workspace, an_agenda_item(new_id()))


def test_an_item_takes_lawful_steps_only(
    workspace: Workspace, items: Items, unchanged: Unchanged
) -> None:
    for status in (ItemStatus.INCLUDED, ItemStatus.OPENED, ItemStatus.CONCLUDED):
        agenda.change_status(workspace, item_id=items["A"], status=status)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“concluded” cannot become"):
        agenda.change_status(workspace, item_id=items["A"], status=ItemStatus.OPENED)


def test_the_outcome_of_an_item_is_recorded(
    workspace: Workspace, world: World, items: Items
) -> None:
    agenda.record_outcome(
        workspace, item_id=items["A"], outcome=ItemOutcome.ADOPTED, texts={"en": "Adopted."}
    )
    agenda.record_outcome(workspace, item_id=items["C"], outcome=ItemOutcome.NOTED)
    rows = {row.label: row for row in agenda.list_for_meeting(workspace, meeting_id=world.meeting)}
    assert (rows["A"].outcome, rows["A"].outcome_text) == ("adopted", "Adopted.")
    assert (rows["C"].outcome, rows["C"].outcome_text) == ("noted", "")
    assert rows["B"].outcome is None


def test_the_agenda_as_a_whole_takes_lawful_steps_only(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(UnlawfulTransition, match="An agenda that is “preliminary”"):
        agenda.change_agenda_status(
            workspace, meeting_id=world.meeting, status=AgendaStatus.ADOPTED
        )
    agenda.add_item(workspace, an_agenda_item(world.meeting))
    for status in (AgendaStatus.PROVISIONAL, AgendaStatus.DRAFT, AgendaStatus.ADOPTED):
        agenda.change_agenda_status(workspace, meeting_id=world.meeting, status=status)
    with workspace.read() as reader:
        assert reader.get(Meeting, world.meeting).agenda_status is AgendaStatus.ADOPTED


def test_an_item_tells_its_time_its_side_and_its_decisions(
    workspace: Workspace, world: World
) -> None:
    draft = an_agenda_item(
        world.meeting,
        lead_party_id=world.mongolia,
        starts_at=time(9, 30),
        minutes_planned=45,
        annotations={"en": "For adoption", "ko": "채택"},
    )
    item_id = key_of(agenda.add_item(workspace, draft))
    for symbol in ("Draft B", "Draft A"):
        decisions.draft_decision(
            workspace,
            a_decision(
                world.body,
                meeting_id=world.meeting,
                agenda_item_id=item_id,
                temporary_symbol=symbol,
            ),
        )
    (row,) = agenda.list_for_meeting(workspace, meeting_id=world.meeting, language="ko")
    assert row.lead is not None
    assert (row.lead.code, row.lead.seat) == ("MN", 2)
    assert (row.starts_at, row.minutes_planned, row.annotation) == (time(9, 30), 45, "채택")
    assert [symbol for _key, symbol in row.decisions] == ["Draft A", "Draft B"]


def test_a_paper_is_put_before_an_item_once(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    paper_id = key_of(papers.register(workspace, a_paper(world.body, meeting_id=world.meeting)))
    agenda.add_paper(workspace, item_id=items["A"], paper_id=paper_id)
    with workspace.read() as reader:
        assert [link.paper_id for link in reader.find(AgendaPaper)] == [paper_id]
    with unchanged(), pytest.raises(RuleBroken):
        agenda.add_paper(workspace, item_id=items["A"], paper_id=paper_id)
    with unchanged(), pytest.raises(NotFound, match="There is no paper"):
        agenda.add_paper(workspace, item_id=items["A"], paper_id=new_id())


def test_an_item_is_added_at_a_place_and_the_others_make_room(
    workspace: Workspace, world: World
) -> None:
    for title, position in (("last", None), ("first", 1), ("second", 2), ("end", 99)):
        draft = an_agenda_item(world.meeting, titles={"en": title})
        agenda.add_item(workspace, draft, position=position)
    rows = agenda.list_for_meeting(workspace, meeting_id=world.meeting)
    assert [(row.label, row.title) for row in rows] == [
        ("1", "first"),
        ("2", "second"),
        ("3", "last"),
        ("4", "end"),
    ]


@pytest.mark.parametrize(
    ("numbering", "labels"),
    [
        (AgendaNumbering.DECIMAL, ["1", "2", ".2.1", ".2.2", "3"]),
        (AgendaNumbering.LETTERS, ["A", "B", ".B.1", ".B.2", "C"]),
        (AgendaNumbering.ROMAN, ["I", "II", ".II.1", ".II.2", "III"]),
        (AgendaNumbering.AS_ENTERED, ["A", "B", ".b1", ".b2", "C"]),
    ],
)
def test_an_agenda_is_numbered_in_the_style_of_its_meeting(
    workspace: Workspace,
    world: World,
    items: Items,
    numbering: AgendaNumbering,
    labels: list[str],
) -> None:
    agenda.change_numbering(workspace, meeting_id=world.meeting, numbering=numbering)
    assert outline(workspace, world.meeting) == labels


def test_the_numbers_of_a_past_agenda_stay_as_they_were_entered(
    workspace: Workspace, world: World, items: Items
) -> None:
    agenda.move_item(workspace, item_id=items["C"], parent_id=None, position=1)
    assert outline(workspace, world.meeting) == ["C", "A", "B", ".b1", ".b2"]
    fresh = an_agenda_item(world.meeting, "", titles={"en": "One more"})
    agenda.add_item(workspace, fresh)
    assert outline(workspace, world.meeting)[-1] == "C"
    agenda.edit_item(workspace, item_id=items["A"], changes={"label": "2 bis"})
    assert outline(workspace, world.meeting)[1] == "2 bis"


def test_where_numbers_are_counted_none_can_be_entered(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    agenda.change_numbering(workspace, meeting_id=world.meeting, numbering=AgendaNumbering.DECIMAL)
    with unchanged(), pytest.raises(RuleBroken, match="are counted") as refused:
        agenda.edit_item(workspace, item_id=items["A"], changes={"label": "7"})
    assert refused.value.field == "label"


def test_an_item_is_renamed_in_one_language_and_keeps_the_others(
    workspace: Workspace, items: Items
) -> None:
    agenda.rename_item(workspace, item_id=items["A"], language="ko", title=" 개회 ")
    agenda.rename_item(workspace, item_id=items["A"], language="en", title="")
    with workspace.read() as reader:
        assert reader.get(AgendaItem, items["A"]).titles == {"ko": "개회"}
    with pytest.raises(TitleMissing) as refused:
        agenda.rename_item(workspace, item_id=items["A"], language="ko", title="  ")
    assert refused.value.field == "titles"


def test_an_item_without_a_title_is_refused(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(TitleMissing):
        agenda.add_item(workspace, an_agenda_item(world.meeting, titles={"en": "  "}))
    with unchanged(), pytest.raises(TitleMissing):
        agenda.edit_item(workspace, item_id=items["A"], changes={"titles": {}})


def test_everything_in_an_item_is_changed_at_once(
    workspace: Workspace, world: World, items: Items
) -> None:
    first = key_of(papers.register(workspace, a_paper(world.body, symbol="P1")))
    second = key_of(papers.register(workspace, a_paper(world.body, symbol="P2")))
    changes = {
        "titles": {"en": "Report", "mn": "Тайлан"},
        "annotations": {"en": "For information"},
        "lead_party_id": world.mongolia,
        "starts_at": time(10, 0),
        "minutes_planned": 30,
        "status": ItemStatus.CONCLUDED,
        "outcome": ItemOutcome.NOTED,
    }
    agenda.edit_item(workspace, item_id=items["A"], changes=changes, paper_ids=(second, first))
    row = agenda.outline(workspace, meeting_id=world.meeting).items[0]
    assert (row.titles, row.starts_at, row.minutes_planned) == (
        {"en": "Report", "mn": "Тайлан"},
        time(10, 0),
        30,
    )
    assert (row.status, row.outcome) == (ItemStatus.CONCLUDED, ItemOutcome.NOTED)
    assert row.lead is not None
    assert row.lead.code == "MN"
    assert [paper.symbol for paper in row.papers] == ["P2", "P1"]
    agenda.edit_item(workspace, item_id=items["A"], changes={}, paper_ids=(first,))
    row = agenda.outline(workspace, meeting_id=world.meeting).items[0]
    assert [paper.symbol for paper in row.papers] == ["P1"]


def test_what_somebody_else_changed_meanwhile_is_not_written_over(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    read = agenda.outline(workspace, meeting_id=world.meeting).items[0].version
    agenda.rename_item(workspace, item_id=items["A"], language="en", title="Changed")
    with unchanged(), pytest.raises(Conflict, match="agenda item was changed elsewhere"):
        agenda.edit_item(
            workspace, item_id=items["A"], changes={"minutes_planned": 5}, version=read
        )


def test_an_item_is_deleted_with_those_below_it_and_the_rest_closes_up(
    workspace: Workspace, world: World, items: Items
) -> None:
    agenda.remove_item(workspace, item_id=items["B"])
    assert outline(workspace, world.meeting) == ["A", "C"]
    agenda.change_numbering(workspace, meeting_id=world.meeting, numbering=AgendaNumbering.DECIMAL)
    agenda.remove_item(workspace, item_id=items["A"])
    assert outline(workspace, world.meeting) == ["1"]


def test_what_hangs_on_an_item_is_told_before_it_is_deleted(
    workspace: Workspace, world: World, items: Items
) -> None:
    paper_id = key_of(papers.register(workspace, a_paper(world.body, symbol="P1")))
    agenda.add_paper(workspace, item_id=items["b1"], paper_id=paper_id)
    minutes_id = open_minutes(workspace, world.meeting)
    minutes.write_paragraph(workspace, a_paragraph(minutes_id, agenda_item_id=items["B"]))
    hanging = agenda.tell_what_hangs(workspace, item_id=items["B"])
    assert (hanging.sub_items, hanging.papers, hanging.paragraphs) == (2, ("P1",), 1)
    assert (hanging.decisions, hanging.carried_to) == ((), False)


def test_a_deleted_item_leaves_paragraphs_and_actions_without_an_item(
    workspace: Workspace, world: World, items: Items
) -> None:
    minutes_id = open_minutes(workspace, world.meeting)
    paragraph = key_of(
        minutes.write_paragraph(workspace, a_paragraph(minutes_id, agenda_item_id=items["A"]))
    )
    action = key_of(actions.assign(workspace, an_action(world.body, origin_agenda_id=items["A"])))
    agenda.remove_item(workspace, item_id=items["A"])
    with workspace.read() as reader:
        assert reader.get(MinutesParagraph, paragraph).agenda_item_id is None
        assert reader.get(ActionItem, action).origin_agenda_id is None


def test_an_item_under_which_a_decision_was_adopted_stays(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    draft = key_of(
        decisions.draft_decision(
            workspace, a_decision(world.body, meeting_id=world.meeting, agenda_item_id=items["b1"])
        )
    )
    decisions.adopt(workspace, decision_id=draft, symbol="1/JWG.1", taken_on=FIRST_DAY)
    with unchanged(), pytest.raises(SpokenOf, match=r"decision 1/JWG\.1 was taken under it"):
        agenda.remove_item(workspace, item_id=items["B"])


def test_an_item_of_which_signed_minutes_speak_stays(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    minutes_id = open_minutes(workspace, world.meeting)
    minutes.write_paragraph(workspace, a_paragraph(minutes_id, agenda_item_id=items["A"]))
    with workspace.write("Sign") as work:
        work.get(Minutes, minutes_id).status = MinutesStatus.SIGNED
        work.commit()
    with unchanged(), pytest.raises(SpokenOf, match="the signed minutes speak of it"):
        agenda.remove_item(workspace, item_id=items["A"])


@pytest.mark.parametrize(
    "status", [ItemStatus.OPENED, ItemStatus.CONCLUDED, ItemStatus.DEFERRED, ItemStatus.WITHDRAWN]
)
def test_an_item_is_left_as_the_meeting_left_it_in_one_step(
    workspace: Workspace, world: World, items: Items, status: ItemStatus
) -> None:
    agenda.close_item(workspace, item_id=items["A"], status=status)
    assert agenda.outline(workspace, meeting_id=world.meeting).items[0].status is status


def test_a_withdrawn_item_is_not_concluded_any_more(
    workspace: Workspace, items: Items, unchanged: Unchanged
) -> None:
    agenda.close_item(workspace, item_id=items["A"], status=ItemStatus.WITHDRAWN)
    with unchanged(), pytest.raises(UnlawfulTransition):
        agenda.close_item(workspace, item_id=items["A"], status=ItemStatus.CONCLUDED)


def test_an_item_shows_its_title_in_another_language_where_it_has_none_in_the_wanted(
    workspace: Workspace, world: World
) -> None:
    agenda.add_item(workspace, an_agenda_item(world.meeting, titles={"mn": "Нээлт"}))
    row = agenda.outline(workspace, meeting_id=world.meeting, language="en").items[0]
    assert row.title == "Нээлт"
    assert getattr(row.title, "language", "") == "mn"
