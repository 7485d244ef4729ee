"""JWG markup: what is printed is read again, what is wrong is refused with its line."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.texts.blocks import Break, Level, Note, Paragraph, Placeholder, Provision, Role, Text
from app.texts.grammar import ELEMENTS
from app.texts.markup import MarkupError, parse
from app.texts.printing import print_markup
from tests.texts.trees import documents

slow = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def wrap(content: str) -> str:
    return f"<document><section>\n{content}\n</section></document>"


def read(content: str):
    return parse(wrap(content), name="test.jinja").sections[0].blocks


@slow
@given(documents())
def test_a_printed_tree_is_read_as_the_same_tree(tree):
    assert parse(print_markup(tree), name="printed") == tree


def refusal(markup: str) -> MarkupError | None:
    """Return why ``markup`` is refused; nothing if it is read, and then again as it was."""
    try:
        tree = parse(markup, name="fuzzed")
    except MarkupError as error:
        return error
    assert parse(print_markup(tree), name="again") == tree
    return None


@given(st.text())
def test_text_that_is_no_markup_is_refused_with_its_line(text):
    refused = refusal(text)
    assert refused is not None
    assert refused.name == "fuzzed"
    assert refused.line >= 1


tags = st.sampled_from(sorted(ELEMENTS)).flatmap(
    lambda tag: st.sampled_from(
        [f"<{tag}>", f"</{tag}>", f"<{tag}/>", f'<{tag} id="a">', f'<{tag} id="a" to="a"/>']
    )
)
oddities = st.sampled_from(
    ["word", "&amp;", "&nbsp;", "<!--x-->", "<?x y?>", "\x00", "]]>", "<![CDATA[x]]>"]
)


@slow
@given(st.lists(st.one_of(tags, oddities), max_size=12))
def test_shuffled_markup_is_read_or_refused(shuffled):
    refused = refusal(wrap("".join(shuffled)))
    assert refused is None or refused.line >= 1


@slow
@given(documents(), st.data())
def test_damaged_markup_never_does_more_than_refuse(tree, data):
    printed = print_markup(tree)
    place = data.draw(st.integers(0, len(printed) - 1))
    damaged = printed[:place] + data.draw(st.text(max_size=3)) + printed[place + 1 :]
    refused = refusal(damaged)
    assert refused is None or refused.problem


def test_faces_breaks_gaps_and_notes_are_read():
    blocks = read(
        "<p role='closing'>a <b>b <i>c</i></b><br/> d<missing> place  x </missing>"
        "<note>n</note></p>"
    )
    assert blocks == (
        Paragraph(
            (
                Text("a "),
                Text("b ", bold=True),
                Text("c", bold=True, italic=True),
                Break(),
                Text("d"),
                Placeholder("place x"),
                Note((Text("n"),)),
            ),
            role=Role.CLOSING,
        ),
    )


def test_what_comes_from_a_record_is_marked_and_printed_again():
    tree = wrap('<p role="body">held in <fact>Seoul</fact>, <b><fact>27 May</fact></b></p>')
    (paragraph,) = parse(tree, name="x").sections[0].blocks
    assert paragraph.inlines == (
        Text("held in "),
        Text("Seoul", from_record=True),
        Text(", "),
        Text("27 May", bold=True, from_record=True),
    )
    printed = print_markup(parse(tree, name="x"))
    assert parse(printed, name="x") == parse(tree, name="x")


def test_spaces_of_the_layout_become_one_and_none_at_the_ends():
    (paragraph,) = read("<p>\n  one\n  <b> two</b>\n  three&#160;\u00a0four\n</p>")
    assert [inline.text for inline in paragraph.inlines] == [
        "one ",
        "two",
        " three\u00a0\u00a0four",
    ]


def test_provisions_keep_their_numbers_and_children():
    (article,) = read(
        '<article id="a" number="2 bis" record="provision"><title>T</title>'
        '<paragraph id="a1"><text>W</text></paragraph></article>'
    )
    assert article == Provision(
        Level.ARTICLE,
        "a",
        heading=(Text("T"),),
        children=(Provision(Level.PARAGRAPH, "a1", text=(Text("W"),)),),
        number="2 bis",
        record="provision",
    )


def test_slots_are_put_where_they_are_inserted():
    article = Provision(Level.ARTICLE, "a")
    document = parse(wrap('<insert name="rules"/>'), name="x", slots={"rules": (article,)})
    assert document.sections[0].blocks == (article,)


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        ("<p>a</p>\n<script/>", "<script> cannot stand in <section>", 3),
        ("<p>\n<w:p/></p>", "Namespace prefix w", 3),
        ("<p colour='red'/>", "<p> cannot have “colour”", 2),
        ("<p role='loud'/>", "“role” of <p> cannot be “loud”", 2),
        ("words", "text stands directly in <section>", 1),
        ("<p/> words", "text stands directly in <section>", 1),
        ("<article/>", "<article> has no “id”", 2),
        ("<article id='a'/>\n\n<article id='a'/>", "the identifier “a” occurs twice", 4),
        ("<article id='a'><text/><title/></article>", "<title> comes too late or twice", 2),
        ("<item id='a'><article id='b'/></item>", "<article> cannot stand in <item>", 2),
        ("<p>\n\n<ref to='a'/></p>", "a reference points to “a”", 4),
        ("<heading level='4'>x</heading>", "“level” of <heading> cannot be “4”", 2),
        ("<table widths='1 2'>\n<row><cell/></row></table>", "a row has 1 cells", 3),
        ("<p><note><note>x</note></note></p>", "<note> cannot stand in <note>", 2),
        ("<p><note><b><note>x</note></b></note></p>", "<note> cannot stand in <note>", 2),
        ("<insert name='nothing'/>", "there is nothing called “nothing” to insert", 2),
        ("<p>&nbsp;</p>", "Entity 'nbsp' not defined", 2),
        ("<p>a\x01</p>", "", 2),
        ("<p>", "mismatch", 3),
    ],
)
def test_what_is_not_in_the_grammar_is_refused_with_its_line(content, problem, line):
    with pytest.raises(MarkupError) as raised:
        parse(wrap(content), name="minutes.jinja")
    assert problem in raised.value.problem
    assert raised.value.line == line
    assert "minutes.jinja" in raised.value.sentence


def test_a_doctype_is_refused():
    markup = '<!DOCTYPE document [<!ENTITY a "b">]><document/>'
    with pytest.raises(MarkupError, match="DOCTYPE"):
        parse(markup, name="x")


def test_an_identifier_cannot_be_taken_by_a_slot_as_well():
    slots = {"rules": (Provision(Level.ARTICLE, "a"),)}
    with pytest.raises(MarkupError, match="“a” occurs twice"):
        parse(wrap('<article id="a"/><insert name="rules"/>'), name="x", slots=slots)
