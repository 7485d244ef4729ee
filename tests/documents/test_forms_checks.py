"""What is wrong with a form is said before it is filled, each with a place a person can find."""

import time

import pytest

from app.documents.forms.findings import FormRefused, Problem
from app.documents.forms.places import PartOfForm
from tests.documents.form_samples import fill, form_of, letter, read
from tests.documents.word_files import paragraph, run, table, word_file


def problems(form):
    return [(each.problem, each.field) for each in form.findings]


def test_a_right_letter_has_nothing_to_find():
    assert read(letter()).findings == ()


@pytest.mark.parametrize(
    ("written", "field", "nearest"),
    [
        ("{{ meeting.plase }}", "meeting.plase", "meeting.place"),
        ("{{ meeting_place }}", "meeting_place", "meeting.place"),
        ("{{ Meeting.place }}", "Meeting.place", "meeting.place"),
        ("{{ facts.meeting.place }}", "facts.meeting.place", "meeting.place"),
        ("{{ our_side.ofice }}", "our_side.ofice", "our_side.office"),
        ("{{ meeting.place.city }}", "meeting.place.city", "meeting.place"),
        ("{% for x in agneda %}{{ x.title }}{% endfor %}", "agneda", "agenda"),
        ("{% for x in agenda %}{{ x.titel }}{% endfor %}", "x.titel", "x.title"),
        ("{% for x in agenda %}{{ loop.nothing }}{% endfor %}", "loop.nothing", ""),
        ("{% if hots %}x{% endif %}", "hots", "host"),
        ("{% if host %}x{% elif hots %}{% endif %}", "hots", "host"),
        ("{% set a = meeting.plase %}{{ a }}", "meeting.plase", "meeting.place"),
        ("{{ meeting.plase|upper }}", "meeting.plase", "meeting.place"),
        ("{{ 'a' if hots else 'b' }}", "hots", "host"),
        ("{{ agenda.title }}", "agenda.title", "agenda"),
    ],
)
def test_an_unknown_field_is_named_with_the_known_one_that_it_is_near(written, field, nearest):
    found = form_of(written).findings
    assert (found[0].problem, found[0].field) == (Problem.UNKNOWN, field)
    assert found[0].nearest == nearest


def test_a_variable_of_a_loop_ends_with_it():
    form = form_of("{% for x in agenda %}{{ x.title }}{% endfor %}{{ x.title }}")
    assert problems(form) == [(Problem.UNKNOWN, "x.title")]


@pytest.mark.parametrize("field", ["agenda", "host", "meeting", "delegations"])
def test_what_is_several_values_at_once_is_not_printed(field):
    assert problems(form_of(f"{{{{ {field} }}}}")) == [(Problem.SEVERAL, field)]


@pytest.mark.parametrize(
    "inside",
    [
        f"<w:ins w:id='1' w:author='A'>{run('{{ meeting.place }}')}</w:ins>",
        f"{run('{{ meeting.')}<w:ins w:id='1' w:author='A'>{run('place')}</w:ins>{run(' }}')}",
        run("{{ meeting.")
        + "<w:del w:id='1' w:author='A'><w:r><w:delText>title</w:delText></w:r></w:del>"
        + run("place }}"),
        f"<w:moveTo w:id='1' w:author='A'>{run('{{ meeting.place }}')}</w:moveTo>",
    ],
)
def test_a_field_in_a_pending_change_or_split_by_one_is_found(inside):
    form = read(word_file(f"<w:p>{inside}</w:p>"))
    assert problems(form) == [(Problem.PENDING, "{{ meeting.place }}")]
    assert "tracked change that is not accepted yet" in form.findings[0].words


def test_a_field_that_somebody_has_deleted_but_not_yet_for_good_is_found():
    deleted = "<w:r><w:delText>{{ meeting.place }}</w:delText></w:r>"
    form = read(word_file(f"<w:p><w:del w:id='1' w:author='A'>{deleted}</w:del></w:p>"))
    assert problems(form) == [(Problem.PENDING, "{{ meeting.place }}")]


def test_a_field_in_a_row_that_was_just_inserted_is_found():
    body = table(("{{ meeting.place }}",)).replace(
        "<w:tr>", "<w:tr><w:trPr><w:ins w:id='1' w:author='A'/></w:trPr>"
    )
    assert problems(read(word_file(body))) == [(Problem.PENDING, "{{ meeting.place }}")]


@pytest.mark.parametrize(
    ("written", "detail"),
    [
        (["Here {{ meeting.place"], "begins a field that does not end in the same paragraph"),
        (["meeting.place }} there"], "ends a field that does not begin in the same paragraph"),
        (["{{ meeting. }}"], "cannot be followed: "),
        (["{{ }}"], "is empty"),
        (["{{ meeting place }}"], "cannot be followed: "),
        (["{% for x in agenda %}"], "has no “endfor” after it"),
        (["{% if host %}a"], "has no “endif” after it"),
        (["{% endfor %}"], "ends a “for” that is not open here"),
        (["{% for x in agenda %}{% endif %}{% endfor %}"], "ends a “if” that is not open here"),
        (["{% else %}"], "stands outside of any condition"),
        (["{% for x in host.name %}{% endfor %}"], "goes through something that is no list"),
        (["{% for a, b in agenda %}{% endfor %}"], "uses “tuple”, which is not allowed in forms"),
        (["{% include 'x' %}"], "is no instruction that forms may use"),
        (["{%p if host %}", "x", "{% endif %}"], "does not fit “{%p if host %}”"),
        (["{%p if host %} and more", "{%p endif %}"], "takes the place of a whole paragraph"),
        (["{%tr for x in agenda %}", "{%tr endfor %}"], "takes the place of a whole row"),
        (["{{tr host.name }}"], "cannot take the place of a whole row"),
        (["{% vm %}"], "stands outside of any table"),
        (["{{ meeting.place|safe }}"], "uses the filter “safe”, which is not allowed in forms"),
        (["{{ " + "x" * 600 + " }}"], "is longer than any field"),
    ],
)
def test_a_field_that_is_written_wrongly_is_told_in_plain_words(written, detail):
    finding = form_of(*written).findings[0]
    assert finding.problem is Problem.MARKUP
    assert finding.detail.startswith(detail)
    assert "w:p" not in finding.words


def test_a_loop_over_rows_ends_in_a_row_of_the_same_table():
    body = table(("{%tr for x in agenda %}",), ("{{ x.title }}",)) + table(("{%tr endfor %}",))
    (finding,) = read(word_file(body)).findings
    assert finding.detail.startswith("does not stand in the same table cell or text")
    assert (finding.place.table, finding.place.row) == (2, 1)


def test_a_condition_does_not_reach_from_one_cell_into_the_next():
    body = table(("{% if host %}a", "b{% endif %}"))
    (finding,) = read(word_file(body)).findings
    assert finding.detail.startswith("does not stand in the same table cell or text")


def test_two_instructions_for_one_row_are_found():
    body = table(("{%tr for x in agenda %}{{ x.title }}{%tr endfor %}",))
    assert {each.detail[:30] for each in read(word_file(body)).findings} == {
        "takes the place of a whole row"
    }


@pytest.mark.parametrize(
    ("where", "part"),
    [
        ("header", PartOfForm.HEADER),
        ("footer", PartOfForm.FOOTER),
        ("footnote", PartOfForm.FOOTNOTE),
        ("endnote", PartOfForm.ENDNOTE),
    ],
)
def test_places_outside_the_text_are_named(where, part):
    wrong = paragraph("Sent from {{ meeting.plase }} by hand")
    (finding,) = read(word_file(paragraph("Text"), **{where: wrong})).findings
    assert finding.place.part is part
    assert finding.words.endswith("at “Sent from {{ meeting.plase }} by hand”")


def test_a_place_in_a_table_has_its_table_row_and_column():
    body = table(("a", "b")) + table(("a",), ("b",), ("{{ meeting.plase }}",))
    (finding,) = read(word_file(body)).findings
    assert "in the text, table 2, row 3, column 1" in finding.words


def test_the_words_around_a_field_are_shortened():
    (finding,) = form_of("long " * 200 + "{{ meeting.plase }}" + " long" * 200).findings
    assert len(finding.place.around) < 160
    assert "{{ meeting.plase }}" in finding.place.around
    assert finding.place.around.startswith("…")


def test_a_field_in_the_description_of_a_picture_is_found():
    picture = '<w:drawing><wp:docPr id="1" descr="{{ meeting.place }}"/></w:drawing>'
    body = f"<w:p><w:r>{picture}</w:r></w:p>"
    (finding,) = read(word_file(body)).findings
    assert "fields are not filled" in finding.detail


HOSTILE = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ meeting.__class__.__init__.__globals__ }}",
    "{{ body.name.__class__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ lipsum.__globals__['os'].system('id') }}",
    "{{ lipsum(1000000) }}",
    "{{ range(1000000000) }}",
    "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
    "{{ 'x' * 1000000000 }}",
    "{{ 10 ** 100000000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{0:1000000000d}'.format(1) }}",
    "{{ body.name.format(body) }}",
    "{{ body.name.join(body.name) }}",
    "{{ body.name|attr('__class__') }}",
    "{{ agenda|map(attribute='__class__')|list }}",
    "{{ ''|center(1000000000) }}",
    "{{ joiner }}",
    "{{ namespace(a=1) }}",
    "{% import 'os' as os %}",
    "{% include '/etc/passwd' %}",
    "{% extends '/etc/passwd' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% set x %}{{ body.name }}{% endset %}",
    "{% raw %}{{ evil }}{% endraw %}",
    "{% call m() %}{% endcall %}",
    "{% do agenda.append(1) %}",
    "{% autoescape false %}{{ body.name }}{% endautoescape %}",
    "{{ body.name|safe }}",
    "{{ agenda[0] }}",
    "{{ (agenda, agenda, agenda) }}",
    "{% debug %}",
]


@pytest.mark.parametrize("payload", HOSTILE)
def test_a_hostile_form_is_refused_with_its_place_and_at_once(payload):
    began = time.monotonic()
    with pytest.raises(FormRefused) as raised:
        fill(word_file(paragraph(payload)))
    assert time.monotonic() - began < 5
    assert raised.value.findings[0].place.part is PartOfForm.BODY
    assert raised.value.findings[0].place.around
    assert raised.value.remedy


SLOW = [
    "{% colspan " + " " * 60_000 + "x",
    "{{" * 20_000,
    "{%" * 20_000 + "}}",
    "{#" * 20_000,
    "{% vm" * 10_000,
    "{{ a }" * 10_000,
    "{%tr " * 10_000,
    "<w:t>{{".replace("<", "&lt;") * 5_000,
    "{{ meeting.place }}" * 3_500,
    "</w:t></w:r><w:r><w:t>".join("{{ meeting.place" for _ in range(20_000)),
    "</w:t></w:r><w:r><w:t>".join("{%tr if host %}" for _ in range(20_000)),
]


@pytest.mark.parametrize("payload", SLOW, ids=range(len(SLOW)))
def test_a_form_that_is_made_to_be_slow_is_refused_in_time(payload):
    began = time.monotonic()
    with pytest.raises(FormRefused):
        fill(word_file(paragraph(payload)))
    assert time.monotonic() - began < 20


def test_signs_of_our_own_that_come_with_a_form_are_nothing_to_us():
    sly = "\ufdd5{{{ lipsum(9) }}}\ufdd6 \ufdd5% for x \ufdd9\ufdd9 %\ufdd6&#xFDD0;".replace(
        "{", ""
    ).replace("}", "")
    form = form_of(sly, "{ {{ meeting.place }}")
    assert form.findings == ()
    assert form.fields == ("meeting.place",)
