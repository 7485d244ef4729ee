"""Every line of a template is held to the names that there are, also those no meeting reaches."""

import time

import pytest

from app import paths
from app.documents.kind_facts import FACTS_OF, facts_behind
from app.documents.kinds import DocumentKind
from app.documents.template_errors import TemplateUnreadable, UnknownField
from app.documents.templates import shipped_templates, templates_with

AGENDA = "agenda.en.xml.jinja"
PARTS = "parts.en.xml.jinja"
SHIPPED = sorted(file.name for file in paths.template_folder().glob("*.xml.jinja"))


def check(source, name=AGENDA):
    templates_with({name: source}).check(name)


def shipped(name):
    return (paths.template_folder() / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_no_template_of_ours_raises_a_false_alarm(name):
    shipped_templates().check(name)
    assert facts_behind(name) is not None or "parts" in name


def test_every_document_has_a_record_that_its_templates_are_held_to():
    assert set(FACTS_OF) == set(DocumentKind)


@pytest.mark.parametrize(
    ("source", "line", "field", "nearest"),
    [
        ("{{ facts.meeting.plase }}", 1, "facts.meeting.plase", "facts.meeting.place"),
        (
            "\n{% if facts.status == 'never' %}\n{{ facts.body.nam }}{% endif %}",
            *(3, "facts.body.nam", "facts.body.name"),
        ),
        ("{{ meeting.place }}", 1, "meeting.place", "facts.meeting.place"),
        (
            "{% for item in facts.items %}\n{{ item.titel }}{% endfor %}",
            *(2, "item.titel", "item.title"),
        ),
        (
            "{% for i in facts.items %}{% for c in i.children %}\n{{c.titel}}{%endfor%}{%endfor%}",
            *(2, "c.titel", "c.title"),
        ),
        (
            "{% set meeting = facts.meeting %}\n{{ meeting.vanue }}",
            2,
            "meeting.vanue",
            "meeting.venue",
        ),
        ("{% for p in facts.parties %}{{ loop.indx }}{% endfor %}", 1, "loop.indx", "loop.index"),
        ("{{ facts.id|fact(facts.symbl) }}", 1, "facts.symbl", "facts.symbol"),
        ("{{ sections.signature }}", 1, "sections.signature", "sections.signatures"),
        ("{{ original.nam }}", 1, "original.nam", "original.name"),
        ("{{ facts.id.upper }}", 1, "facts.id.upper", "facts.id"),
    ],
)
def test_an_unknown_name_is_told_with_its_line_and_the_nearest_known_one(
    source, line, field, nearest
):
    with pytest.raises(UnknownField) as refused:
        check(source)
    told = refused.value
    assert (told.template, told.line, told.field) == (AGENDA, line, field)
    assert told.nearest == nearest
    assert f"“{nearest}”" in told.remedy


def test_a_macro_is_followed_with_what_it_is_given():
    macro = "{% macro seat(party) %}\n{{ party.nam }}{% endmacro %}\n"
    source = macro + "{% for p in facts.parties %}{{ seat(p) }}{% endfor %}"
    with pytest.raises(UnknownField) as refused:
        check(source)
    assert (refused.value.line, refused.value.nearest) == (2, "party.name")


def test_a_macro_of_parts_that_is_given_the_wrong_record_is_told_where_it_is_called():
    source = f'{{% from "{PARTS}" import side %}}\n\n{{{{ side(facts.meeting) }}}}'
    with pytest.raises(UnknownField, match="“party") as refused:
        check(source)
    assert (refused.value.template, refused.value.line) == (AGENDA, 3)


def test_a_macro_that_nobody_calls_may_be_given_anything_that_there_is():
    check(
        "{% macro seat(party) %}{{ party.name }}{{ party.title }}{% endmacro %}".replace(
            "titles", "title"
        )
    )
    with pytest.raises(UnknownField, match=r"“party\.namx”"):
        check("{% macro seat(party) %}{{ party.namx }}{% endmacro %}")


def test_parts_are_held_to_the_templates_that_take_them_in():
    wrong = shipped(PARTS).replace("item.annotation|lines", "item.status|lines")
    with pytest.raises(UnknownField, match=r"“item\.status”") as refused:
        check(wrong, PARTS)
    assert wrong.splitlines()[refused.value.line - 1].count("item.status") == 1


def test_parts_may_not_lose_what_others_take_from_them():
    wrong = shipped(PARTS).replace("between(", "betwen(")
    with pytest.raises(TemplateUnreadable, match="takes “between” from it") as refused:
        check(wrong, PARTS)
    assert "perhaps “betwen” is meant" in refused.value.sentence


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (f'{{% from "{PARTS}" import betwen %}}', "perhaps “between” is meant"),
        ('{% from "part.en.xml.jinja" import side %}', "does not exist"),
        ('{% include "part.en.xml.jinja" %}', "does not exist"),
        ("{% for each in facts.meeting %}{% endfor %}", "which is no list"),
        ("{% for each in facts.body.name %}{% endfor %}", "which is no list"),
    ],
)
def test_what_is_not_there_and_what_is_no_list_is_told(source, told):
    with pytest.raises(TemplateUnreadable, match=told) as refused:
        check(source)
    assert refused.value.line == 1


@pytest.mark.parametrize(
    "source",
    [
        "{% if nothing is defined %}{{ nothing.at_all }}{% endif %}",
        "{{ nothing if nothing is defined else facts.id }}",
        "{% set x = facts.id %}{% if facts.id %}{% set x = facts.body %}{% endif %}{{ x.name }}",
        "{% for two in facts.parties|pairs %}{% for p in two %}{{p.code}}{% endfor %}{% endfor %}",
        "{% for p in facts.parties if not loop.first %}{{ loop.previtem.name }}{% endfor %}",
        "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(facts) }}",
        f'{{% include "{AGENDA}" %}}',
        "{% macro m(a, b=facts.body) %}{{ b.name }}{% endmacro %}{{ m(facts.id) }}",
        "{% macro m(a) %}{{ a.name }}{% endmacro %}{{ m(a=facts.body) }}",
    ],
)
def test_what_may_be_there_is_no_mistake(source):
    check(source)


def test_several_mistakes_are_counted_and_the_first_is_told():
    with pytest.raises(UnknownField, match=r"“facts\.one_more_x”") as refused:
        check("{{ facts.one_more_x }}\n{{ facts.two }}\n{{ facts.three }}")
    assert "2 more are not known." in refused.value.remedy


@pytest.mark.parametrize(
    "source",
    [
        "".join(f"{{{{ facts.n{place}.x }}}}\n" for place in range(5_000)),
        "{{ facts" + ".a" * 40_000 + " }}",
        "{{ facts." + "a" * 150_000 + " }}",
        "{{ " + "(" * 3_000 + "facts" + ")" * 3_000 + " }}",
        "{% for x in facts.parties %}" * 300 + "{% endfor %}" * 300,
    ],
    ids=["many", "deep", "long", "brackets", "loops"],
)
def test_a_hostile_template_is_refused_in_a_short_while_and_few_words(source):
    begun = time.monotonic()
    with pytest.raises((UnknownField, TemplateUnreadable)) as refused:
        check(source)
    assert time.monotonic() - begun < 30
    assert len(refused.value.sentence) < 300


def test_macros_that_call_one_another_without_end_are_followed_for_a_short_while():
    names = [f"a{place}" for place in range(8)]
    calls = "".join(
        "{{ m(" + ",".join(f"{a}|pairs" if a == b else a for a in names) + ") }}" for b in names
    )
    listed = ",".join(names)
    given = ",".join(["facts.parties"] * 8)
    begun = time.monotonic()
    check(f"{{% macro m({listed}) %}}{calls}{{% endmacro %}}{{{{ m({given}) }}}}")
    assert time.monotonic() - begun < 30
