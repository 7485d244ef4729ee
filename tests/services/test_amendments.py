from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.decision import TextStatus
from app.domain.errors import Misfortune, Mistake, Sealed
from app.domain.rules import Amendment, Provision, ProvisionRevision, ProvisionText, RuleVersion
from app.domain.sealing import text_hash
from app.services import amendments, rules, version_drafts
from app.services.amendments import NoRoom, StandsAlready, UnknownProvision
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange, ProvisionDraft
from tests.builders import (
    AUTHENTIC_ENGLISH,
    World,
    a_numbered_paragraph,
    adopt_changes,
    adopt_rules,
    an_article,
)
from tests.services.conftest import Unchanged

TEXT = (
    an_article(1),
    an_article(2, "", a_numbered_paragraph(2, 1), a_numbered_paragraph(2, 2)),
    an_article(3, "Three.", ko="셋."),
    an_article(4),
)
PARAGRAPH = a_numbered_paragraph(2, 9, "Inserted.")


@pytest.fixture
def document(workspace: Workspace, world: World) -> UUID:
    return adopt_rules(workspace, world.body, *TEXT)


def outline(workspace: Workspace, document_id: UUID, number: int) -> list[str]:
    """The provisions of a version as they are read, indented by their depth."""
    rows = rules.read_version(workspace, document_id=document_id, number=number)
    return ["." * row.depth + row.eid for row in rows]


def amended(workspace: Workspace, document_id: UUID, number: int = 2) -> list[tuple[str, str]]:
    rows = rules.list_amendments(workspace, document_id=document_id)
    return [(row.eid, row.kind) for row in rows if row.version == number]


def change(kind: str, eid: str, **fields: object) -> ProvisionChange:
    return ProvisionChange(ChangeKind(kind), eid, **fields)  # type: ignore[arg-type]


def test_the_first_version_amends_nothing(workspace: Workspace, document: UUID) -> None:
    assert outline(workspace, document, 1) == [
        "art_1", "art_2", ".art_2__para_1", ".art_2__para_2", "art_3", "art_4",
    ]  # fmt: skip
    assert rules.list_amendments(workspace, document_id=document) == ()


@pytest.mark.parametrize(
    ("made", "expected", "recorded"),
    [
        pytest.param(
            change("insert", "art_9", after="art_1", provision=an_article(9)),
            ["art_1", "art_9", "art_2", ".art_2__para_1", ".art_2__para_2", "art_3", "art_4"],
            [("art_9", "insert")],
            id="insert after an article",
        ),
        pytest.param(
            change("insert", "art_9", after="art_2", provision=an_article(9)),
            ["art_1", "art_2", ".art_2__para_1", ".art_2__para_2", "art_9", "art_3", "art_4"],
            [("art_9", "insert")],
            id="insert after an article and all below it",
        ),
        pytest.param(
            change("insert", PARAGRAPH.eid, parent="art_2", provision=PARAGRAPH),
            ["art_1", "art_2", ".art_2__para_9", ".art_2__para_1", ".art_2__para_2", "art_3",
             "art_4"],
            [("art_2__para_9", "insert")],
            id="insert first below an article",
        ),
        pytest.param(
            change("insert", "art_9", provision=an_article(9)),
            ["art_9", "art_1", "art_2", ".art_2__para_1", ".art_2__para_2", "art_3", "art_4"],
            [("art_9", "insert")],
            id="insert first of all",
        ),
        pytest.param(
            change("insert", "art_9", after="art_4", provision=an_article(9, "", PARAGRAPH)),
            ["art_1", "art_2", ".art_2__para_1", ".art_2__para_2", "art_3", "art_4", "art_9",
             ".art_2__para_9"],
            [("art_2__para_9", "insert"), ("art_9", "insert")],
            id="insert last with a paragraph",
        ),
        pytest.param(
            change("replace", "art_3", texts={"en": "New."}),
            ["art_1", "art_2", ".art_2__para_1", ".art_2__para_2", "art_3", "art_4"],
            [("art_3", "replace")],
            id="replace",
        ),
        pytest.param(
            change("replace", "art_3", texts={"en": "New."}, label="Article 3 bis"),
            ["art_1", "art_2", ".art_2__para_1", ".art_2__para_2", "art_3", "art_4"],
            [("art_3", "renumber"), ("art_3", "replace")],
            id="replace and renumber",
        ),
        pytest.param(
            change("repeal", "art_2"),
            ["art_1", "art_3", "art_4"],
            [("art_2", "repeal"), ("art_2__para_1", "repeal"), ("art_2__para_2", "repeal")],
            id="repeal with all below it",
        ),
        pytest.param(
            change("renumber", "art_4", label="Article 5"),
            ["art_1", "art_2", ".art_2__para_1", ".art_2__para_2", "art_3", "art_4"],
            [("art_4", "renumber")],
            id="renumber",
        ),
        pytest.param(
            change("move", "art_2", after="art_4"),
            ["art_1", "art_3", "art_4", "art_2", ".art_2__para_1", ".art_2__para_2"],
            [("art_2", "move"), ("art_2__para_1", "move"), ("art_2__para_2", "move")],
            id="move with all below it",
        ),
        pytest.param(
            change("move", "art_4", parent="art_2", label="3."),
            ["art_1", "art_2", ".art_4", ".art_2__para_1", ".art_2__para_2", "art_3"],
            [("art_4", "move"), ("art_4", "renumber")],
            id="move below another",
        ),
        pytest.param(
            change("move", "art_2__para_2", parent="art_2"),
            ["art_1", "art_2", ".art_2__para_2", ".art_2__para_1", "art_3", "art_4"],
            [("art_2__para_2", "move")],
            id="move to the front",
        ),
    ],
)  # fmt: skip
def test_what_a_version_changes_is_read_and_recorded(
    workspace: Workspace,
    world: World,
    document: UUID,
    made: ProvisionChange,
    expected: list[str],
    recorded: list[tuple[str, str]],
) -> None:
    before = rules.read_version(workspace, document_id=document, number=1)
    adopt_changes(workspace, world.body, document, made)
    assert outline(workspace, document, 2) == expected
    assert sorted(amended(workspace, document)) == sorted(recorded)
    assert rules.read_version(workspace, document_id=document, number=1) == before


def test_an_identity_is_kept_through_every_change(
    workspace: Workspace, world: World, document: UUID
) -> None:
    with workspace.read() as reader:
        before = {row.eid: row.id for row in reader.find(Provision)}
    adopt_changes(
        workspace,
        world.body,
        document,
        change("renumber", "art_4", label="Article 1"),
        change("move", "art_4", parent=None, after="art_1"),
        change("replace", "art_1", texts={"en": "Changed."}),
        change("repeal", "art_3"),
    )
    with workspace.read() as reader:
        after = {row.eid: row.id for row in reader.find(Provision)}
    assert after == before


def test_an_amendment_tells_the_number_before_and_after_and_its_decision(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(workspace, world.body, document, change("renumber", "art_4", label="Article 5"))
    with workspace.read() as reader:
        (row,) = reader.find(Amendment)
    assert row.instruction == {"label_before": "Article 4", "label_after": "Article 5"}
    (told,) = rules.list_amendments(workspace, document_id=document)
    assert told.decision.endswith("/D2")


def test_what_is_changed_is_computed_and_not_taken_from_what_is_declared(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(
        workspace,
        world.body,
        document,
        change("replace", "art_1", texts={"en": "Something else."}),
        change("replace", "art_1", texts={"en": "Text of article 1."}),
        change("replace", "art_4", texts={"en": "Text of article 4."}),
    )
    assert amended(workspace, document) == []


def test_a_provision_changed_twice_in_one_draft_is_amended_once(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(
        workspace,
        world.body,
        document,
        change("replace", "art_1", texts={"en": "First thought."}),
        change("replace", "art_1", texts={"en": "Second thought."}),
    )
    rows = rules.read_version(workspace, document_id=document, number=2)
    assert rows[0].text == "Second thought."
    assert amended(workspace, document) == [("art_1", "replace")]
    with workspace.read() as reader:
        texts = [row.text for row in reader.find(ProvisionText)]
    assert "First thought." not in texts


def test_what_was_inserted_and_repealed_in_one_draft_never_stood(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(
        workspace,
        world.body,
        document,
        change("insert", "art_9", after="art_1", provision=an_article(9)),
        change("repeal", "art_9"),
    )
    assert amended(workspace, document) == []
    assert "art_9" not in outline(workspace, document, 2)


def test_a_repealed_provision_may_be_put_back_under_its_old_identity(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(workspace, world.body, document, change("repeal", "art_4"))
    adopt_changes(
        workspace,
        world.body,
        document,
        change("insert", "art_4", after="art_3", provision=an_article(4, "Back again.")),
        in_force_from=date(2027, 1, 1),
    )
    assert outline(workspace, document, 3)[-1] == "art_4"
    assert amended(workspace, document, 3) == [("art_4", "insert")]


def test_a_language_that_is_not_named_keeps_its_text_and_shows_as_stale(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(
        workspace, world.body, document, change("replace", "art_3", texts={"en": "Drei."})
    )
    korean = rules.read_version(workspace, document_id=document, number=2, language="ko")
    assert {row.eid: row.text for row in korean}["art_3"] == "셋."
    with workspace.read() as reader:
        texts = list(reader.find(ProvisionText, language="ko"))
    assert [row.source_sha256 for row in texts] == [text_hash("Three.")] * 2
    assert text_hash("Drei.") != text_hash("Three.")


def test_a_corrected_translation_translates_the_text_that_stands(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(
        workspace, world.body, document, change("replace", "art_3", texts={"ko": "셋째."})
    )
    with workspace.read() as reader:
        texts = {row.text: row for row in reader.find(ProvisionText, language="ko")}
    assert texts["셋째."].source_sha256 == text_hash("Three.")


def test_a_new_heading_leaves_the_text_and_a_new_text_the_heading(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(
        workspace,
        world.body,
        document,
        change("replace", "art_1", headings={"en": "Purpose"}),
        change("replace", "art_4", texts={"en": "Changed."}),
    )
    rows = {row.eid: row for row in rules.read_version(workspace, document_id=document, number=2)}
    assert (rows["art_1"].heading, rows["art_1"].text) == ("Purpose", "Text of article 1.")
    assert (rows["art_4"].heading, rows["art_4"].text) == ("Heading 4", "Changed.")


@pytest.mark.parametrize(
    "made",
    [
        change("replace", "art_7", texts={"en": "x"}),
        change("repeal", "art_7"),
        change("renumber", "art_7", label="x"),
        change("move", "art_7", after="art_1"),
        change("move", "art_1", after="art_7"),
        change("insert", "art_9", after="art_7", provision=an_article(9)),
        change("insert", "art_9", parent="art_7", provision=an_article(9)),
    ],
    ids=lambda made: f"{made.kind} {made.eid}",
)
def test_a_change_to_a_provision_that_does_not_stand_is_refused_whole(
    workspace: Workspace, document: UUID, unchanged: Unchanged, made: ProvisionChange
) -> None:
    with unchanged(), pytest.raises(UnknownProvision, match="“art_7”") as caught:
        draft(workspace, document, change("repeal", "art_4"), made)
    assert caught.value.eid == "art_7"


def test_what_was_repealed_before_can_no_longer_be_changed(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(workspace, world.body, document, change("repeal", "art_2"))
    with pytest.raises(UnknownProvision, match="art_2__para_1"):
        draft(workspace, document, change("replace", "art_2__para_1", texts={"en": "x"}))


def test_a_provision_that_stands_is_not_inserted_again(
    workspace: Workspace, document: UUID, unchanged: Unchanged
) -> None:
    again = change("insert", "art_1", after="art_4", provision=an_article(1))
    with unchanged(), pytest.raises(StandsAlready, match="can stand in one place only"):
        draft(workspace, document, again)


def test_an_insertion_that_brings_nothing_is_our_mistake(
    workspace: Workspace, document: UUID, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(Mistake, match="art_9"):
        draft(workspace, document, change("insert", "art_9", after="art_1"))


@pytest.mark.parametrize(
    "made",
    [
        change("move", "art_2", parent="art_2"),
        change("move", "art_2", parent="art_2__para_1"),
        change("move", "art_2", after="art_2__para_2"),
        change("move", "art_2", after="art_2"),
    ],
)
def test_a_provision_cannot_be_put_below_or_after_itself(
    workspace: Workspace, document: UUID, unchanged: Unchanged, made: ProvisionChange
) -> None:
    with unchanged(), pytest.raises(Misfortune, match="“art_2” cannot be put"):
        draft(workspace, document, made)


def insertions_after_the_first(count: int) -> list[ProvisionChange]:
    return [
        change("insert", f"art_{number}", after="art_1", provision=an_article(number))
        for number in range(100, 100 + count)
    ]


def test_any_number_of_provisions_fits_in_one_place(workspace: Workspace, document: UUID) -> None:
    draft(workspace, document, *insertions_after_the_first(60))
    expected = ["art_1", *(f"art_{number}" for number in range(159, 99, -1)), "art_2"]
    assert outline(workspace, document, 2)[:62] == expected


@pytest.fixture
def dense(workspace: Workspace, world: World, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """Rules with room for three provisions between two."""
    monkeypatch.setattr(version_drafts, "GAP", 4)
    return adopt_rules(workspace, world.body, *TEXT, code="DENSE")


def test_where_there_is_no_room_an_insertion_is_refused(
    workspace: Workspace, dense: UUID, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NoRoom, match="no room left for more provisions after “art_1”"):
        draft(workspace, dense, *insertions_after_the_first(4))


def test_what_the_same_draft_inserted_makes_room(workspace: Workspace, dense: UUID) -> None:
    draft(workspace, dense, *insertions_after_the_first(2))
    with workspace.write("Go on drafting") as work:
        version = work.first(RuleVersion, document_id=dense, number=2)
        assert version is not None
        more = [change("insert", "art_9", after="art_101", provision=an_article(9))]
        amendments.apply(work, version=version, changes=more, statuses=AUTHENTIC_ENGLISH)
        work.commit()
    assert outline(workspace, dense, 2)[:5] == ["art_1", "art_101", "art_9", "art_100", "art_2"]


def test_texts_of_an_adopted_version_cannot_be_changed_underneath(
    workspace: Workspace, document: UUID
) -> None:
    with workspace.write("Tamper") as work:
        work.find(ProvisionText, language="en")[0].text = "Tampered."
        with pytest.raises(Sealed):
            work.commit()
    with workspace.write("Tamper") as work:
        work.find(ProvisionRevision)[0].label = "Article 0"
        with pytest.raises(Sealed):
            work.commit()
    assert rules.read_version(workspace, document_id=document, number=1)[0].label == "Article 1"


def test_a_changed_status_of_a_text_is_a_change(
    workspace: Workspace, world: World, document: UUID
) -> None:
    adopt_changes(
        workspace,
        world.body,
        document,
        change("replace", "art_3", texts={"ko": "셋."}),
        statuses=AUTHENTIC_ENGLISH | {"ko": TextStatus.OFFICIAL},
    )
    assert amended(workspace, document) == [("art_3", "replace")]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "repeal", "move", "move below"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_changed_the_text_reads_as_the_same_changes_to_an_outline(
    workspace: Workspace, world: World, steps: list[tuple[str, int, int]]
) -> None:
    document_id = adopt_rules(
        workspace, world.body, *TEXT, code=f"R{len(rules.list_documents(workspace))}"
    )
    tree = Outline()
    made = [step for number, told in enumerate(steps) if (step := tree.step(number, *told))]
    draft(workspace, document_id, *made)
    assert outline(workspace, document_id, 2) == tree.lines()
    assert outline(workspace, document_id, 1) == Outline().lines()


class Outline:
    """The same text as a plain list of identity and depth, changed by list operations."""

    def __init__(self) -> None:
        self.rows = [
            ("art_1", 0), ("art_2", 0), ("art_2__para_1", 1), ("art_2__para_2", 1), ("art_3", 0),
            ("art_4", 0),
        ]  # fmt: skip

    def lines(self) -> list[str]:
        return ["." * depth + eid for eid, depth in self.rows]

    def step(self, number: int, kind: str, which: int, where: int) -> ProvisionChange | None:
        if not self.rows:
            return None
        eid, target = (self.rows[place % len(self.rows)][0] for place in (which, where))
        if kind == "insert":
            self._put([(f"new_{number}", 0)], self._end(target), self._depth(target))
            new = ProvisionDraft(eid=f"new_{number}", kind="article", texts={"en": "New."})  # type: ignore[arg-type]
            return change("insert", new.eid, after=target, provision=new)
        family = self._family(eid)
        if kind == "repeal":
            self._take(family)
            return change("repeal", eid)
        if any(target == name for name, _depth in family):
            return None
        self._take(family)
        if kind == "move":
            self._put(family, self._end(target), self._depth(target))
            return change("move", eid, after=target)
        self._put(family, self._place(target) + 1, self._depth(target) + 1)
        return change("move", eid, parent=target)

    def _place(self, eid: str) -> int:
        return [name for name, _depth in self.rows].index(eid)

    def _depth(self, eid: str) -> int:
        return self.rows[self._place(eid)][1]

    def _end(self, eid: str) -> int:
        end = self._place(eid) + 1
        while end < len(self.rows) and self.rows[end][1] > self._depth(eid):
            end += 1
        return end

    def _family(self, eid: str) -> list[tuple[str, int]]:
        return self.rows[self._place(eid) : self._end(eid)]

    def _take(self, family: list[tuple[str, int]]) -> None:
        self.rows = [row for row in self.rows if row not in family]

    def _put(self, family: list[tuple[str, int]], place: int, depth: int) -> None:
        shift = depth - family[0][1]
        self.rows[place:place] = [(eid, below + shift) for eid, below in family]


def draft(workspace: Workspace, document_id: UUID, *changes: ProvisionChange) -> None:
    rules.draft_changes(
        workspace,
        document_id=document_id,
        label="2.0",
        changes=changes,
        statuses=AUTHENTIC_ENGLISH,
    )
