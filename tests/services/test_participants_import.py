import unicodedata
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app.domain.delegation import DelegateRole
from app.domain.errors import RuleBroken
from app.services import delegations, history, participants_export, participants_import, persons
from app.services.import_rows import ImportRow, Refusal, Verdict
from app.services.participants_import import Answer, ImportPlan, Meaning, SameAs, Use
from app.store.workspace import Workspace
from app.texts.name_likeness import LikenessReason
from tests.builders import World, a_person, key_of, register_organisation, seat_person
from tests.services.conftest import Unchanged

HEADINGS = "Name\tPost\tOrganisation\tRole\tE-mail\n"


def plan_of(world: World, text: str, **fields: Any) -> ImportPlan:
    (sheet,) = participants_import.read_pasted(text).sheets
    layout = participants_import.guess_layout(sheet)
    values: dict[str, Any] = {"heading": layout.heading, "uses": layout.uses}
    values["party_id"] = world.korea
    return ImportPlan(meeting_id=world.meeting, sheet=sheet, **(values | fields))


def preview(workspace: Workspace, world: World, text: str, **fields: Any) -> tuple[ImportRow, ...]:
    plan = plan_of(world, text, **fields)
    return participants_import.prepare(workspace, plan).next_rows(10_000)


def bring_in(workspace: Workspace, world: World, text: str, **fields: Any) -> None:
    rows = preview(workspace, world, text, **fields)
    participants_import.import_rows(workspace, meeting_id=world.meeting, rows=rows)


def koreans(workspace: Workspace, world: World) -> list[tuple[str, str, str]]:
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    seats = next(row.delegates for row in rows if row.party.code == "KR")
    return [(seat.name, seat.post, seat.role) for seat in seats]


def test_nothing_is_stored_before_the_import_and_all_of_it_at_once(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    text = HEADINGS + "Lee Bo-ra\tDirector\tMOFA\t\tlee@x.kr\nKim Min-su\tDG\tMOFA\thead\t\n"
    with unchanged():
        rows = preview(workspace, world, text)
    assert [row.verdict for row in rows] == [Verdict.CREATE, Verdict.CREATE]

    change = participants_import.import_rows(workspace, meeting_id=world.meeting, rows=rows)

    assert change.use_case == "Import 2 delegates"
    assert koreans(workspace, world) == [
        ("Kim Min-su", "DG", "head"),
        ("Lee Bo-ra", "Director", "delegate"),
    ]
    assert {row.name: row.email for row in persons.list_all(workspace)}["Lee Bo-ra"] == "lee@x.kr"
    history.undo(workspace)
    assert koreans(workspace, world) == []
    assert persons.list_all(workspace) == ()


def test_a_known_person_is_matched_and_the_other_spelling_is_kept(
    workspace: Workspace, world: World
) -> None:
    known = key_of(persons.register(workspace, a_person(printed_name="Cho Gye-yeon")))

    (row,) = preview(workspace, world, "Name\tE-mail\n조계연\tcho@mofa.go.kr")
    assert (row.verdict, row.person_id, row.person) == (Verdict.MATCH, known, "Cho Gye-yeon")
    assert row.reason is LikenessReason.OTHER_SCRIPT
    participants_import.import_rows(workspace, meeting_id=world.meeting, rows=[row])

    (person,) = persons.list_all(workspace)
    assert (person.spellings, person.email) == (("조계연",), "cho@mofa.go.kr")
    assert koreans(workspace, world)[0][0] == "조계연"


def test_a_name_that_is_only_like_a_known_one_is_new_until_somebody_says_otherwise(
    workspace: Workspace, world: World
) -> None:
    known = key_of(persons.register(workspace, a_person(printed_name="Cho Gye-yeon")))

    (row,) = preview(workspace, world, "Name\nCHO Gye Yoen")
    assert row.verdict is Verdict.CREATE
    assert [(each.id, each.reason) for each in row.likely] == [(known, LikenessReason.ROMANISATION)]
    (said,) = preview(workspace, world, "Name\nCHO Gye Yoen", answers={2: known})
    assert (said.verdict, said.person_id, said.reason) == (Verdict.MATCH, known, None)


def test_who_has_sat_there_before_is_matched_in_another_romanisation(
    workspace: Workspace, world: World
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    delegations.remove_delegation(workspace, delegation_id=world.mongolian_delegation)

    (row,) = preview(workspace, world, "Name\nCHO Gye Yoen")

    assert (row.verdict, row.refusal) == (Verdict.REFUSE, Refusal.ALREADY_SEATED)
    assert delegations.show_delegate(workspace, delegate_id=seat).person_id == row.person_id


def test_two_known_persons_of_one_name_are_not_chosen_between(
    workspace: Workspace, world: World
) -> None:
    for _time in range(2):
        persons.register(workspace, a_person(printed_name="Kim Min-su"))

    (row,) = preview(workspace, world, "Name\nKim Min-su")

    assert row.verdict is Verdict.CREATE
    assert len(row.likely) == 2


def test_the_user_may_say_that_a_matched_person_is_somebody_new(
    workspace: Workspace, world: World
) -> None:
    persons.register(workspace, a_person(printed_name="Kim Min-su"))

    (row,) = preview(workspace, world, "Name\nKim Min-su", answers={2: Answer.CREATE})

    assert (row.verdict, row.person_id) == (Verdict.CREATE, None)


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("\tDirector\tMOFA\t\t", Refusal.NO_NAME),
        ("\u200f\u200b\tDirector\tMOFA\t\t", Refusal.NO_NAME),
        ("12345\tDirector\tMOFA\t\t", Refusal.NO_LETTERS),
        ("K" * 201 + "\tDirector\tMOFA\t\t", Refusal.TOO_LONG),
    ],
)
def test_a_row_without_a_usable_name_is_refused(
    workspace: Workspace, world: World, line: str, refusal: Refusal
) -> None:
    first, row = preview(workspace, world, f"{HEADINGS}Lee\tDirector\tMOFA\t\t\n{line}")

    assert first.verdict is Verdict.CREATE
    assert (row.verdict, row.refusal, row.number) == (Verdict.REFUSE, refusal, 3)


def test_a_line_that_comes_again_is_refused_with_the_number_of_the_first(
    workspace: Workspace, world: World
) -> None:
    text = "Name\tPost\nLee Bo-ra\tDirector\nLEE Bo Ra\tDirector\nLee Bo-ra\tInterpreter\n"

    rows = preview(workspace, world, text)

    assert [(row.refusal, row.concerns) for row in rows] == [
        (None, ""),
        (Refusal.TWICE_IN_LIST, "2"),
        (None, ""),  # perhaps somebody else of that name
    ]
    assert [(each.number, each.reason) for each in rows[2].alike] == [
        (2, LikenessReason.SAME_NAME),
    ]
    assert [row.is_doubtful for row in rows] == [False, False, True]


def test_two_new_rows_of_like_names_are_told_of_and_left_to_the_user(
    workspace: Workspace, world: World
) -> None:
    text = "Name\tE-mail\nCho Gye-yeon\t\nKim Min-su\t\nCHO Gye Yoen\tcho@mofa.go.kr\n"

    first, other, doubtful = preview(workspace, world, text)

    assert (first.is_doubtful, other.is_doubtful) == (False, False)
    assert (doubtful.verdict, doubtful.is_doubtful) == (Verdict.CREATE, True)
    (alike,) = doubtful.alike
    assert (alike.number, alike.name, alike.reason) == (
        2,
        "Cho Gye-yeon",
        LikenessReason.ROMANISATION,
    )
    settled = preview(workspace, world, text, answers={4: Answer.CREATE})[2]
    assert (settled.verdict, settled.is_doubtful) == (Verdict.CREATE, False)


def test_rows_about_one_person_give_one_seat_and_lose_nothing(
    workspace: Workspace, world: World
) -> None:
    text = (
        "Name\tPost\tRole\tE-mail\tPhone\tNote\n"
        "Cho Gye-yeon\tDirector\t\t\t\tvegetarian\n"
        "CHO Gye Yoen\tDeputy\thead\tcho@mofa.go.kr\t\tarrives late\n"
        "조계연\t과장\t\t\t+82 2 123\t\n"
    )
    answers = {3: SameAs(2), 4: SameAs(3)}

    rows = preview(workspace, world, text, answers=answers)
    assert [(row.verdict, row.joins) for row in rows] == [
        (Verdict.CREATE, None),
        (Verdict.JOIN, 2),
        (Verdict.JOIN, 2),
    ]
    change = participants_import.import_rows(workspace, meeting_id=world.meeting, rows=rows)

    assert change.use_case == "Import delegate"
    assert koreans(workspace, world) == [("Cho Gye-yeon", "Director", "head")]
    (person,) = persons.list_all(workspace)
    assert (person.name, person.email) == ("Cho Gye-yeon", "cho@mofa.go.kr")
    assert set(person.spellings) >= {"CHO Gye Yoen", "조계연"}
    sheet = persons.show(workspace, person_id=person.id)
    assert (sheet.phone, sheet.note) == ("+82 2 123", "vegetarian\narrives late")
    history.undo(workspace)
    assert persons.list_all(workspace) == ()


def test_the_same_line_twice_can_be_joined_or_be_two_persons(
    workspace: Workspace, world: World
) -> None:
    text = "Name\tPhone\nLee Bo-ra\t\nLEE Bo Ra\t+82 2 123\n"

    assert preview(workspace, world, text)[1].alike[0].number == 2
    (joined,) = preview(workspace, world, text, answers={3: SameAs(2)})[1:]
    assert (joined.verdict, joined.joins) == (Verdict.JOIN, 2)
    bring_in(workspace, world, text, answers={3: Answer.CREATE})

    assert [name for name, _post, _role in koreans(workspace, world)] == ["Lee Bo-ra", "LEE Bo Ra"]


def test_who_is_said_to_be_in_a_row_that_seats_nobody_is_judged_alone(
    workspace: Workspace, world: World
) -> None:
    text = "Name\nCho Gye-yeon\nCHO Gye Yoen\n"

    rows = preview(workspace, world, text, answers={2: Answer.LEAVE_OUT, 3: SameAs(2)})
    assert [row.verdict for row in rows] == [Verdict.REFUSE, Verdict.CREATE]
    rows = preview(workspace, world, text, answers={2: SameAs(3), 3: SameAs(99)})
    assert [row.verdict for row in rows] == [Verdict.CREATE, Verdict.CREATE]


def test_a_row_that_joins_another_makes_no_second_head(workspace: Workspace, world: World) -> None:
    text = "Name\tRole\nLee\thead\nCho Gye-yeon\t\nCHO Gye Yoen\thead\n"

    row = preview(workspace, world, text, answers={4: SameAs(3)})[2]

    assert (row.refusal, row.concerns) == (Refusal.SECOND_HEAD, "Lee")


def test_one_known_person_twice_in_the_list_is_refused(workspace: Workspace, world: World) -> None:
    persons.register(workspace, a_person(printed_name="Cho Gye-yeon", email="cho@x.kr"))

    rows = preview(workspace, world, "Name\tE-mail\n조계연\t\nCho\tcho@x.kr\n")

    assert [row.refusal for row in rows] == [None, Refusal.TWICE_IN_LIST]


def test_a_second_head_is_refused_by_name_whether_in_the_list_or_there_already(
    workspace: Workspace, world: World
) -> None:
    text = "Name\tRole\nLee\thead of delegation\nKim\t수석대표\n"
    rows = preview(workspace, world, text)
    assert [(row.refusal, row.concerns) for row in rows] == [
        (None, ""),
        (Refusal.SECOND_HEAD, "Lee"),
    ]
    seat_person(workspace, world.korean_delegation, "Park", role=DelegateRole.HEAD)
    assert [row.concerns for row in preview(workspace, world, text)] == ["Park", "Park"]


def test_each_row_may_name_its_side_by_any_of_its_names(workspace: Workspace, world: World) -> None:
    text = "Delegation\tName\nmongolia\tBat\nKR\tLee\nAtlantis\tNemo\n\tDorj\n"

    rows = preview(workspace, world, text, party_id=None)

    assert [(row.party_id, row.refusal, row.concerns) for row in rows] == [
        (world.mongolia, None, ""),
        (world.korea, None, ""),
        (None, Refusal.UNKNOWN_PARTY, "Atlantis"),
        (None, Refusal.NO_PARTY, ""),
    ]


def test_a_delegation_is_opened_for_a_side_that_has_none(
    workspace: Workspace, world: World
) -> None:
    delegations.remove_delegation(workspace, delegation_id=world.korean_delegation)

    bring_in(workspace, world, "Name\nLee Bo-ra\nKim Min-su\n")

    assert [seat[0] for seat in koreans(workspace, world)] == ["Lee Bo-ra", "Kim Min-su"]


def test_names_in_several_languages_and_their_parts_are_kept(
    workspace: Workspace, world: World
) -> None:
    headings = "성명\tName (English)\tFamily name\tGiven name\t직위"
    text = f"{headings}\n조계연\tCho Gye-yeon\tCho\tGye-yeon\t심의관"

    bring_in(workspace, world, text)

    (row,) = persons.list_all(workspace)
    detail = persons.show(workspace, person_id=row.id)
    assert detail.names == {"ko": "조계연", "en": "Cho Gye-yeon"}
    assert detail.name == "조계연"
    assert detail.name_parts == {"ko": {"family": "Cho", "given": "Gye-yeon"}}
    assert not detail.is_verified
    assert detail.attended[0].post == "심의관"


def test_a_name_may_come_in_parts_only(workspace: Workspace, world: World) -> None:
    (row,) = preview(workspace, world, "Овог\tӨөрийн нэр\tАлбан тушаал\nНямдорж\tЭнхтайван\tСайд")

    assert row.reading.names == {"mn": "Нямдорж Энхтайван"}
    assert row.reading.parts == {"patronymic": "Нямдорж", "given": "Энхтайван"}


def test_names_are_stored_composed_and_without_hidden_marks(
    workspace: Workspace, world: World
) -> None:
    decomposed = unicodedata.normalize("NFD", "조계연")

    bring_in(workspace, world, f"Name\tPost\n\u200f{decomposed}\u200b\t=1+1\n")

    assert koreans(workspace, world) == [("조계연", "=1+1", "delegate")]


def test_a_ministry_that_is_known_is_tied_to_the_delegate(
    workspace: Workspace, world: World
) -> None:
    office = register_organisation(workspace, names={"en": "Ministry of Environment"})

    bring_in(workspace, world, "Name\tMinistry\nLee\tMINISTRY OF ENVIRONMENT\n")

    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    assert rows[1].delegates[0].organisation_id == office
    assert rows[1].delegates[0].organisation == "MINISTRY OF ENVIRONMENT"


def test_columns_may_be_used_for_something_else(workspace: Workspace, world: World) -> None:
    text = "Director\tLee Bo-ra\n"
    uses = (Use(Meaning.POST), Use(Meaning.NAME))

    (row,) = preview(workspace, world, text, uses=uses, role=DelegateRole.ADVISER)

    assert (row.reading.name, row.role) == ("Lee Bo-ra", DelegateRole.ADVISER)


def test_words_that_are_no_role_are_shown_and_everybody_gets_the_role_for_all(
    workspace: Workspace, world: World
) -> None:
    (row,) = preview(workspace, world, "Name\tRole\nLee\tPhotographer\n")

    assert (row.role, row.reading.role_words) == (DelegateRole.DELEGATE, "Photographer")


def test_hidden_rows_are_left_out_unless_they_are_wanted(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    book = Workbook()
    assert book.active is not None
    for name in ("Name", "Lee", "Kim"):
        book.active.append([name, "x" if name != "Name" else "Post"])
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "list.xlsx")
    (sheet,) = participants_import.read_file(tmp_path / "list.xlsx").sheets
    layout = participants_import.guess_layout(sheet)
    plan = ImportPlan(
        meeting_id=world.meeting,
        sheet=sheet,
        heading=layout.heading,
        uses=layout.uses,
        party_id=world.korea,
    )

    rows = participants_import.prepare(workspace, plan).next_rows(9)
    assert [row.refusal for row in rows] == [None, Refusal.HIDDEN]


def test_a_row_may_be_left_out(workspace: Workspace, world: World) -> None:
    rows = preview(workspace, world, "Name\nLee\nKim\n", answers={3: Answer.LEAVE_OUT})

    assert [row.refusal for row in rows] == [None, Refusal.LEFT_OUT]


def test_a_list_of_which_every_row_is_refused_is_not_imported(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    rows = preview(workspace, world, "Name\tPost\n\tDirector\n")

    with unchanged(), pytest.raises(participants_import.NothingToImport):
        participants_import.import_rows(workspace, meeting_id=world.meeting, rows=rows)


def test_an_import_that_is_stopped_stores_nothing(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    rows = preview(workspace, world, "Name\n" + "\n".join(f"Kim {n}-ho" for n in range(600)))
    told: list[tuple[int, int]] = []

    with unchanged(), pytest.raises(participants_import.Stopped, match="Nothing of it was stored"):
        participants_import.import_rows(
            workspace,
            meeting_id=world.meeting,
            rows=rows,
            progress=lambda done, of: told.append((done, of)),
            is_stopped=lambda: len(told) >= 2,
        )
    assert told == [(0, 600), (250, 600)]


def test_an_import_is_refused_whole_if_the_delegation_has_changed_since_the_preview(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    rows = preview(workspace, world, "Name\tRole\nLee\thead\nKim\tadviser\n")
    seat_person(workspace, world.korean_delegation, "Park", role=DelegateRole.HEAD)

    with unchanged(), pytest.raises(RuleBroken, match="one head"):
        participants_import.import_rows(workspace, meeting_id=world.meeting, rows=rows)


def test_five_thousand_rows_are_looked_through_in_pieces(
    workspace: Workspace, world: World
) -> None:
    text = "Name\tE-mail\n" + "\n".join(f"Kim {n}-su\tk{n}@x.kr" for n in range(5_000))
    preparation = participants_import.prepare(workspace, plan_of(world, text))
    seen = 0
    while rows := preparation.next_rows(500):
        seen += len(rows)
        assert preparation.done == seen
    assert seen == preparation.total == 5_000


def test_what_was_written_out_can_be_brought_in_again(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    head: dict[str, Any] = {"role": DelegateRole.HEAD, "printed_posts": {"en": "=Director"}}
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon", **head)
    seat_person(workspace, world.korean_delegation, "Lee Bo-ra", attendance="attended")
    path = participants_export.save_workbook(
        workspace, meeting_id=world.meeting, path=tmp_path / "list.xlsx"
    )
    before = koreans(workspace, world)
    delegations.remove_delegation(workspace, delegation_id=world.korean_delegation)
    (sheet,) = participants_import.read_file(path).sheets
    layout = participants_import.guess_layout(sheet)
    plan = ImportPlan(
        meeting_id=world.meeting, sheet=sheet, heading=layout.heading, uses=layout.uses
    )

    rows = participants_import.prepare(workspace, plan).next_rows(9)
    assert [row.verdict for row in rows] == [Verdict.MATCH, Verdict.MATCH]
    participants_import.import_rows(workspace, meeting_id=world.meeting, rows=rows)

    assert koreans(workspace, world) == before
    assert len(persons.list_all(workspace)) == 2
