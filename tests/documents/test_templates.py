"""Templates print facts and do nothing else; what is wrong with one is said with file and line."""

from dataclasses import replace

import pytest

from app.documents.kinds import DocumentKind
from app.documents.template_errors import (
    ForbiddenInTemplate,
    NoTemplate,
    TemplateRunsAway,
    TemplateUnreadable,
    UnknownField,
)
from app.documents.templates import Templates
from tests.documents.facts_builders import KOREA, SIX, minutes_facts

NAME = "agreed_minutes.en.xml.jinja"


@pytest.fixture
def fill_in(tmp_path):
    def fill_in(source, *, facts=None, **limits):
        (tmp_path / NAME).write_text(source, encoding="utf-8")
        templates = Templates(tmp_path, **limits)
        return templates.fill_in(NAME, facts=facts or minutes_facts(), original=None)

    return fill_in


def test_the_languages_of_a_document_are_those_of_its_templates(tmp_path):
    for name in ("agenda.mn", "agenda.en", "agenda_notes.ko", "action_list.ja"):
        (tmp_path / f"{name}.xml.jinja").write_text("", encoding="utf-8")
    templates = Templates(tmp_path)
    assert templates.list_languages(DocumentKind.AGENDA) == ("en", "mn")
    assert templates.list_languages(DocumentKind.ACTION_LIST) == ("ja",)
    assert templates.list_languages(DocumentKind.BADGES) == ()


def test_facts_are_printed_and_escaped(fill_in):
    facts = minutes_facts(body=replace(minutes_facts().body, name="R&D <budget>"))
    assert fill_in("{{ facts.body.name }}", facts=facts) == "R&amp;D &lt;budget&gt;"


def test_a_missing_fact_is_an_amber_gap_with_its_name(fill_in):
    facts = minutes_facts(signed_on=None)
    printed = fill_in('{{ facts.signed_on|day|fact("date of signature") }}', facts=facts)
    assert printed == "<missing>date of signature to be confirmed</missing>"


def test_a_missing_fact_is_never_printed_as_none_or_nothing(fill_in):
    facts = minutes_facts(signed_on=None)
    assert fill_in("{{ facts.signed_on }}", facts=facts) == "<missing>to be confirmed</missing>"


@pytest.mark.parametrize(
    ("source", "field"),
    [
        ("line\n{{ facts.nothing }}", "nothing"),
        ("line\n{{ facts.meeting.nothing }}", "nothing"),
        ("line\n{{ nothing }}", "nothing"),
        ("line\n{% if nothing %}{% endif %}", "nothing"),
        ("line\n{% for x in facts.nothing %}{% endfor %}", "nothing"),
        ('line\n{{ facts.nothing|fact("x") }}', "nothing"),
        ("line\n{{ facts.nothing|day }}", "nothing"),
        ("line\n{% if facts.nothing == 1 %}{% endif %}", "nothing"),
    ],
)
def test_an_unknown_field_is_named_with_its_line(fill_in, source, field):
    with pytest.raises(UnknownField) as raised:
        fill_in(source)
    error = raised.value
    assert (error.template, error.line, error.field) == (NAME, 2, field)
    assert f"“{NAME}”, line 2 asks for “{field}”" in error.sentence
    assert "restore" in error.remedy


FORBIDDEN = [
    "{{ facts.id.upper() }}",
    "{{ facts.__class__ }}",
    "{{ facts.id.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ facts['id'] }}",
    "{{ facts.parties[0] }}",
    "{{ range(10) }}",
    "{{ lipsum() }}",
    "{{ cycler }}{{ cycler() }}",
    "{{ namespace() }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 10 ** 1000 }}",
    "{{ '%s' % facts.id }}",
    "{{ facts.id ~ facts.id }}",
    "{{ 'a' + 'b' }}",
    "{{ [1, 2] }}",
    "{{ {'a': 1} }}",
    "{{ facts.id|attr('x') }}",
    "{{ facts.id|format }}",
    "{{ facts.id|safe }}",
    "{{ facts.parties|map('upper') }}",
    "{{ facts.id is callable }}",
    "{% set x %}{{ facts.id }}{% endset %}",
    "{% filter upper %}x{% endfilter %}",
    "{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}",
    "{% macro m() %}{% endmacro %}{{ m(*facts.parties) }}",
    "{% import 'other' as x %}{{ x.y() }}",
    "{% include facts.id %}",
    "{% extends facts.id %}",
    "{% block b %}{% endblock %}",
    "{% for x in facts.parties recursive %}{% endfor %}",
    "{% for x in facts.parties %}{{ loop.cycle('a') }}{% endfor %}",
    "{% autoescape false %}{% endautoescape %}",
    "{{ facts.id|step_once }}",
]


@pytest.mark.parametrize("source", FORBIDDEN)
def test_what_templates_may_not_do_is_refused_with_its_line(fill_in, source):
    with pytest.raises((ForbiddenInTemplate, TemplateUnreadable)) as raised:
        fill_in(f"line\nline\n{source}")
    assert raised.value.template == NAME
    assert raised.value.line == 3


def test_a_forbidden_call_is_named(fill_in):
    with pytest.raises(ForbiddenInTemplate, match=r"uses the call “upper\(\)”") as raised:
        fill_in("{{ facts.id.upper() }}")
    assert raised.value.line == 1


def test_a_template_that_is_included_is_held_to_the_same_rules(fill_in, tmp_path):
    (tmp_path / "part.jinja").write_text("a\n{{ range(3) }}", encoding="utf-8")
    with pytest.raises(ForbiddenInTemplate) as raised:
        fill_in('{% include "part.jinja" %}')
    assert (raised.value.template, raised.value.line) == ("part.jinja", 2)


def test_an_unknown_field_in_an_imported_part_is_found_there(fill_in, tmp_path):
    part = "{% macro show(facts) %}\n{{ facts.nothing }}{% endmacro %}"
    (tmp_path / "part.jinja").write_text(part, encoding="utf-8")
    with pytest.raises(UnknownField) as raised:
        fill_in('{% from "part.jinja" import show %}{{ show(facts) }}')
    assert (raised.value.template, raised.value.line) == ("part.jinja", 2)


def test_loops_that_multiply_end_with_the_budget(fill_in):
    nested = "{% for a in facts.parties %}" * 7 + "{% endfor %}" * 7
    with pytest.raises(TemplateRunsAway, match="takes too long"):
        fill_in(nested, facts=minutes_facts(parties=SIX), steps=5_000)


def test_macros_that_double_end_with_the_budget(fill_in):
    macros = "{% macro m0() %}x{% endmacro %}" + "".join(
        f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}"
        for n in range(1, 40)
    )
    with pytest.raises(TemplateRunsAway):
        fill_in(macros + "{{ m39() }}", steps=5_000)


def test_a_template_has_only_so_much_time(fill_in):
    with pytest.raises(TemplateRunsAway):
        fill_in("{% for party in facts.parties %}x{% endfor %}", seconds=-1.0)


def test_a_text_cannot_be_looped_over(fill_in):
    with pytest.raises(TemplateUnreadable, match="cannot be looped over") as raised:
        fill_in("\n{% for letter in facts.id %}x{% endfor %}")
    assert raised.value.line == 2


def test_a_macro_that_calls_itself_is_stopped(fill_in):
    with pytest.raises((TemplateUnreadable, TemplateRunsAway)):
        fill_in("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")


def test_too_much_output_is_cut_off(fill_in, monkeypatch):
    monkeypatch.setattr("app.documents.sandbox.LARGEST_OUTPUT", 100)
    with pytest.raises(TemplateRunsAway, match="prints too much"):
        fill_in("x{{ facts.id }}" * 50)


def test_a_template_that_is_not_complete_is_refused_with_its_line(fill_in):
    with pytest.raises(TemplateUnreadable) as raised:
        fill_in("a\n{% if facts.id %}\nb")
    assert raised.value.line == 3


def test_a_body_has_templates_of_its_own_where_there_are_some(tmp_path):
    own = tmp_path / "bodies" / "JWG-KM"
    own.mkdir(parents=True)
    (tmp_path / NAME).write_text("general", encoding="utf-8")
    (own / NAME).write_text("own", encoding="utf-8")
    templates = Templates(tmp_path)
    kind = DocumentKind.AGREED_MINUTES
    assert templates.find(kind, language="en", body_code="JWG-KM") == f"bodies/JWG-KM/{NAME}"
    assert templates.find(kind, language="en", body_code="OTHER") == NAME
    assert templates.find(kind, language="en", body_code="../bodies/JWG-KM") == NAME
    assert templates.find(kind, language="en") == NAME


def test_a_language_without_a_template_is_refused_and_not_replaced(tmp_path):
    (tmp_path / NAME).write_text("general", encoding="utf-8")
    with pytest.raises(NoTemplate, match=r"agreed_minutes\.fr\.xml\.jinja"):
        Templates(tmp_path).find(DocumentKind.AGREED_MINUTES, language="fr")


def test_an_include_that_does_not_exist_is_named(fill_in):
    with pytest.raises(NoTemplate, match=r"gone\.jinja"):
        fill_in('{% include "gone.jinja" %}')


def test_a_template_cannot_reach_outside_its_folder(fill_in):
    with pytest.raises(NoTemplate):
        fill_in('{% include "../secret.jinja" %}')


def test_the_original_is_known_to_the_template(tmp_path):
    (tmp_path / NAME).write_text("{{ original.name }}", encoding="utf-8")
    templates = Templates(tmp_path)
    assert templates.fill_in(NAME, facts=minutes_facts(), original=KOREA) == KOREA.name
