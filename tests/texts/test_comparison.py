"""Every change between two versions is found and called what it is; a number alone is none."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.texts.blocks import (
    Cell,
    Document,
    Inline,
    Level,
    Paragraph,
    Provision,
    Reference,
    Row,
    Section,
    Signatory,
    Signatures,
    Table,
    Text,
)
from app.texts.comparison import compare
from app.texts.outcomes import Comparison, Outcome, Side, UnitComparison
from app.texts.tokens import tokenize
from tests.documents.redline_pairs import Editor, make_rules
from tests.texts.trees import documents


def paragraph(identifier: str, *text: str | Inline) -> Provision:
    inlines = tuple(Text(one) if isinstance(one, str) else one for one in text)
    return Provision(Level.PARAGRAPH, identifier, text=inlines)


def article(identifier: str, *paragraphs: str | Provision, number: str = "") -> Provision:
    children = tuple(
        paragraph(f"{identifier}.{place}", one) if isinstance(one, str) else one
        for place, one in enumerate(paragraphs, start=1)
    )
    heading = (Text(f"Heading of {identifier}"),)
    return Provision(Level.ARTICLE, identifier, heading=heading, children=children, number=number)


RULES = (
    article("a", "The Committee shall meet once a year.", "It may meet more often if both agree."),
    article(
        "b", "The secretariat shall publish the list.", paragraph("b.2", "See ", Reference("c"))
    ),
    article("c", "Decisions shall be taken by consensus of the two sides present."),
    article("d", "These rules apply from the day of their adoption by both sides."),
)


def outcomes(comparison: Comparison) -> dict[str, Outcome]:
    return {unit.unit.id: unit.outcome for unit in comparison.changes}


def marks_in(unit: UnitComparison) -> list[str]:
    """Return what was struck from the wording of a unit and put into it, in order."""
    return [
        "".join(token.key for token in segment.old or segment.new)
        for segment in unit.lines[1]
        if not segment.kept
    ]


def text_of(unit: UnitComparison, *, new: bool) -> str:
    tokens = [token for line in unit.lines for s in line for token in (s.new if new else s.old)]
    return "".join(token.key for token in tokens)


def test_equal_texts_have_no_changes():
    comparison = compare(RULES, RULES)
    assert comparison.changes == ()
    assert comparison.renumbered == ()
    assert {entry.side for entry in comparison.entries} == {Side.BOTH}


def test_a_changed_word_is_one_change_of_one_unit():
    changed = article("a", "The Committee shall meet twice a year.", RULES[0].children[1])
    comparison = compare(RULES, (changed, *RULES[1:]))
    assert outcomes(comparison) == {"a.1": Outcome.CHANGED}
    (unit,) = comparison.changes
    assert marks_in(unit) == ["once", "twice"]


def test_an_inserted_article_is_one_insertion_and_the_others_are_renumbered_only():
    added = article("n", "Members shall disclose any interest.")
    comparison = compare(RULES, (RULES[0], added, *RULES[1:]))
    assert outcomes(comparison) == {"n": Outcome.INSERTED, "n.1": Outcome.INSERTED}
    assert [unit.follows_parent for unit in comparison.changes] == [False, True]
    numbers = {unit.unit.id: (unit.old.name, unit.new.name) for unit in comparison.renumbered}
    assert numbers["c"] == ("Article 3", "Article 4")
    assert numbers["c.1"] == ("Article 3(1)", "Article 4(1)")


def test_the_number_that_a_reference_shows_is_no_change():
    added = article("n", "Members shall disclose any interest.")
    comparison = compare(RULES, (added, *RULES))
    assert "b.2" not in outcomes(comparison)
    assert "b.2" in {unit.unit.id for unit in comparison.renumbered}


def test_an_article_with_a_number_of_its_own_renumbers_nothing():
    added = article("n", "Members shall disclose any interest.", number="1 bis")
    comparison = compare(RULES, (RULES[0], added, *RULES[1:]))
    assert comparison.renumbered == ()
    assert comparison.changes[0].new.label == "Article 1 bis"


def test_a_reference_to_another_unit_is_a_change():
    to_d = Reference("d")
    other = replace(RULES[1], children=(RULES[1].children[0], paragraph("b.2", "See ", to_d)))
    assert outcomes(compare(RULES, (RULES[0], other, *RULES[2:]))) == {"b.2": Outcome.CHANGED}


def test_a_deleted_article_leaves_its_references_dangling_and_says_so():
    comparison = compare(RULES, (RULES[0], RULES[1], RULES[3]))
    (dangling,) = comparison.dangling
    assert (dangling.unit.name, dangling.target) == ("Article 2(2)", "c")
    assert dangling.old_name == "Article 3"
    assert outcomes(comparison) == {
        "b.2": Outcome.CHANGED,
        "c": Outcome.DELETED,
        "c.1": Outcome.DELETED,
    }


def test_a_moved_article_moved_once_with_all_that_is_in_it():
    comparison = compare(RULES, (RULES[2], RULES[0], RULES[1], RULES[3]))
    assert outcomes(comparison) == {"c": Outcome.MOVED, "c.1": Outcome.MOVED}
    assert [unit.follows_parent for unit in comparison.changes] == [False, True]
    sides = [entry.side for entry in comparison.entries if entry.comparison.moved]
    assert sides == [Side.NEW, Side.NEW, Side.OLD, Side.OLD]


def test_a_unit_changed_on_its_way_is_reported_as_moved_and_edited():
    changed = article("c", "Decisions shall be taken by consensus or in writing.")
    comparison = compare(RULES, (changed, RULES[0], RULES[1], RULES[3]))
    moved = {unit.unit.id: (unit.edited, unit.follows_parent) for unit in comparison.changes}
    assert moved == {"c": (False, False), "c.1": (True, False)}


def test_texts_from_elsewhere_are_compared_by_their_words():
    foreign = make_other_ids(RULES)
    assert compare(RULES, foreign, by="text").changes == ()
    assert compare(RULES, foreign, by="id").changes != ()


def make_other_ids(rules: tuple[Provision, ...]) -> tuple[Provision, ...]:
    def rename(one: Provision) -> Provision:
        text = tuple(
            replace(inline, target=f"x{inline.target}") if isinstance(inline, Reference) else inline
            for inline in one.text
        )
        return replace(one, id=f"x{one.id}", text=text, children=tuple(map(rename, one.children)))

    return tuple(map(rename, rules))


def test_a_table_is_compared_row_by_row():
    def row(identifier: str, *cells: str) -> Row:
        return Row(tuple(Cell((Text(cell),)) for cell in cells), id=identifier)

    old = Table((1, 2), (row("r1", "1", "Adopts"), row("r2", "2", "Notes")), id="t")
    new = Table((1, 2), (row("r1", "1", "Adopts all"), row("r3", "3", "Names")), id="t")
    (unit,) = compare(page(old), page(new)).changes
    assert unit.outcome is Outcome.CHANGED
    assert [(one.old, one.new, one.edited) for one in unit.rows] == [
        (0, 0, True),
        (1, None, True),
        (None, 1, True),
    ]


def test_a_signature_changes_line_by_line():
    def signed(name: str) -> Signatures:
        return Signatures((Signatory("KR", (Text("For Korea"),), (Text(name),)),))

    (unit,) = compare(page(signed("Kim")), page(signed("Lee"))).changes
    (row,) = unit.rows
    assert [any(not s.kept for s in line) for line in row.cells[0]] == [False, True]


def page(*blocks: object) -> Document:
    return Document((Section(tuple(blocks)),))


def test_japanese_and_korean_are_marked_as_they_are_read():
    old = (
        article("a", "合同委員会は年一回会合する。"),
        article("b", "위원회는 매년 회의를 개최한다."),
    )
    new = (
        article("a", "合同委員会は年二回会合する。"),
        article("b", "위원회는 매년 총회를 개최한다."),
    )
    changes = compare(old, new, language="ja").changes
    assert [marks_in(unit) for unit in changes] == [["一", "二"], ["회의를", "총회를"]]
    assert changes[0].new.name == "第1条第1項"


@given(documents())
def test_any_document_equals_itself(tree):
    for by in ("id", "text"):
        comparison = compare(tree, tree, by=by)
        assert comparison.changes == ()
        assert comparison.renumbered == ()


@given(documents(), documents(), st.sampled_from(["id", "text"]))
def test_the_difference_of_any_two_documents_leads_from_one_to_the_other(old, new, by):
    comparison = compare(old, replace(new, language=old.language), by=by)
    for unit in comparison.units:
        if unit.lines:
            assert [
                token.key for line in unit.lines for s in line for token in s.old if s.kept
            ] == [token.key for line in unit.lines for s in line for token in s.new if s.kept]
    assert said(comparison, Side.OLD) == all_words(old)
    assert said(comparison, Side.NEW) == all_words(new)


def said(comparison: Comparison, side: Side) -> list[str]:
    """Return the words of one side, from the segments of the comparison where there are any."""
    words = []
    for entry in comparison.entries:
        if entry.side not in (side, Side.BOTH):
            continue
        unit = entry.comparison
        if unit.lines:
            segments = (segment for line in unit.lines for segment in line)
            tokens = (t for s in segments for t in (s.old if side is Side.OLD else s.new))
        else:
            whole = unit.old if side is Side.OLD else unit.new
            tokens = (token for line in whole.lines for token in tokenize(line))
        words += [t.inline.text for t in tokens if isinstance(t.inline, Text)]
    return words


def all_words(document: Document) -> list[str]:
    comparison = compare(document, document)
    return [
        token.inline.text
        for entry in comparison.entries
        for line in entry.unit.lines
        for token in tokenize(line)
        if isinstance(token.inline, Text)
    ]


@given(st.integers(0, 10_000))
def test_random_edits_are_all_found_and_nothing_else(seed):
    chance = Random(seed)
    old = make_rules(20, seed=seed)
    new = Editor(chance).edit(old, edits=chance.randint(1, 8))
    comparison = compare(old, new)
    before, after = words_by_id(old), words_by_id(new)
    changed = {one for one in before.keys() & after.keys() if before[one] != after[one]}
    found = {unit.unit.id: unit for unit in comparison.units if unit.unit.id}
    assert {one for one, unit in found.items() if unit.edited and unit.old and unit.new} == changed
    gone = {one for one, unit in found.items() if unit.outcome is Outcome.DELETED}
    assert gone == before.keys() - after.keys()
    come = {one for one, unit in found.items() if unit.outcome is Outcome.INSERTED}
    assert come == after.keys() - before.keys()
    staying = [unit.unit.id for unit in comparison.units if unit.old and not unit.moved]
    order = [one for one in before if one in staying]
    assert [one for one in staying if one in before] == order


def words_by_id(document: Document) -> dict[str, tuple[object, ...]]:
    comparison = compare(document, document)
    return {e.unit.id: e.unit.lines for e in comparison.entries if e.unit.id}


def test_two_paragraphs_without_identifier_are_found_by_their_place():
    old = page(Paragraph((Text("Done at Seoul on the first day."),)), Paragraph((Text("One."),)))
    new = page(Paragraph((Text("Done at Seoul on the last day."),)), Paragraph((Text("One."),)))
    (unit,) = compare(old, new).changes
    assert text_of(unit, new=False) == "Done at Seoul on the first day."
    assert text_of(unit, new=True) == "Done at Seoul on the last day."
