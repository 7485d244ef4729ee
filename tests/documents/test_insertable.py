"""What can be put into a template is offered whether or not one meeting has a value for it."""

from dataclasses import replace

import pytest

from app.documents.fields import FieldKind
from app.documents.insertable import list_insertable
from app.documents.templates import Templates
from tests.documents.facts_builders import agenda_facts, minutes_facts
from tests.documents.form_samples import fill, form_facts
from tests.documents.word_files import paragraph, word_file


def found(facts, root="facts"):
    return {each.path: each for each in list_insertable(facts, root=root)}


def test_a_field_is_written_as_the_template_writes_it():
    fields = found(minutes_facts())
    assert fields["body.name"].inserted == "{{ facts.body.name }}"
    assert fields["meeting.starts_on"].inserted == "{{ facts.meeting.starts_on|day }}"
    assert fields["meeting.starts_on"].value == "2025-05-27"
    assert fields["body.name"].value == "Joint Working Group on Climate Change Cooperation"


def test_what_is_one_of_several_comes_with_its_loop():
    fields = found(minutes_facts())
    head = fields["delegations.head.name"]
    assert head.inserted == (
        "{% for delegation in facts.delegations %}{{ delegation.head.name }}{% endfor %}"
    )
    assert (head.is_listed, head.value) == (True, "Cho Gye-yeon")
    assert fields["delegations"].kind is FieldKind.LIST
    assert fields["delegations.members.name"].inserted.count("endfor") == 2


def test_a_field_whose_record_is_missing_is_offered_all_the_same():
    fields = found(replace(minutes_facts(), next_meeting=None))
    assert fields["next_meeting.place"].kind is FieldKind.MISSING
    assert fields["next_meeting.place"].inserted == "{{ facts.next_meeting.place }}"


def test_items_that_have_items_are_offered_once_more_and_not_for_ever():
    paths = [each.path for each in list_insertable(agenda_facts())]
    assert "items.children.title" in paths
    assert not any(path.count("children") > 2 for path in paths)


def test_identifiers_are_not_offered():
    assert not any(each.path.endswith("id") for each in list_insertable(minutes_facts()))


@pytest.mark.parametrize("each", list_insertable(form_facts(), root=""), ids=lambda each: each.path)
def test_everything_that_is_offered_for_a_form_can_be_filled(each):
    assert fill(word_file(paragraph(each.inserted + "."))).content


def test_everything_that_is_offered_for_minutes_can_be_printed(tmp_path):
    facts = minutes_facts()
    name = "agreed_minutes.en.xml.jinja"
    known = [each for each in list_insertable(facts) if each.kind is not FieldKind.MISSING]
    (tmp_path / name).write_text("\n".join(each.inserted for each in known), encoding="utf-8")
    assert Templates(tmp_path).fill_in(name, facts=facts, original=None)
