"""The fields of a document are listed as a template writes them, with what is in each."""

from dataclasses import replace

from app.documents.fields import FieldKind, list_fields
from tests.documents.facts_builders import minutes_facts, rules_facts


def test_every_field_is_listed_as_a_template_writes_it():
    rows = {field.path: field for field in list_fields(minutes_facts())}
    assert (rows["facts.meeting.place"].kind, rows["facts.meeting.place"].value) == (
        FieldKind.TEXT,
        "Ulaanbaatar",
    )
    assert rows["facts.meeting.starts_on"].value == "2025-05-27"
    assert rows["facts.meeting.starts_on"].kind is FieldKind.DAY
    assert rows["facts.meeting.ordinal"].kind is FieldKind.NUMBER
    assert rows["facts.agenda_adopted"].kind is FieldKind.CHOICE
    assert (rows["facts.parties"].kind, rows["facts.parties"].value) == (FieldKind.LIST, "2")
    assert rows["facts.parties[1].code"].value == minutes_facts().parties[0].code


def test_a_missing_fact_is_listed_as_missing():
    meeting = replace(minutes_facts().meeting, place=None)
    rows = {field.path: field for field in list_fields(minutes_facts(meeting=meeting))}
    assert rows["facts.meeting.place"].kind is FieldKind.MISSING
    assert rows["facts.meeting.place"].value == ""


def test_a_field_knows_the_record_that_it_is_a_fact_of():
    facts = minutes_facts()
    rows = {field.path: field for field in list_fields(facts)}
    assert rows["facts.meeting.place"].record == facts.meeting.id
    head = facts.delegations[0].head
    assert rows["facts.delegations[1].head.name"].record == head.id
    assert rows["facts.body.name"].record == facts.id


def test_texts_of_rules_are_no_fields():
    paths = [field.path for field in list_fields(rules_facts())]
    assert "facts.title" in paths
    assert "facts.provisions" in paths
    assert not any(path.startswith("facts.provisions[") for path in paths)
