import pytest
from sqlalchemy import CheckConstraint, UniqueConstraint

from app.domain.tables import METADATA
from app.store.broken_rules import (
    BrokenCheck,
    BrokenReference,
    Double,
    StillInUse,
    ValueMissing,
    WrongKind,
    explain,
)


def test_a_double_is_told_in_the_words_of_its_rule() -> None:
    broken = explain("UNIQUE constraint failed: body.code")
    assert isinstance(broken, Double)
    assert broken.sentence == "Another body already has this code."


def test_a_double_over_several_fields_is_found_in_any_order() -> None:
    broken = explain("UNIQUE constraint failed: decision.symbol, decision.body_id")
    assert broken.sentence == "The body already has a decision with this number."


def test_a_partial_index_is_told_in_its_own_words() -> None:
    broken = explain("UNIQUE constraint failed: delegate.delegation_id")
    assert "one head" in broken.sentence


def test_a_check_is_told_in_the_words_of_its_rule() -> None:
    broken = explain("CHECK constraint failed: ck_meeting_ends_after_it_starts")
    assert isinstance(broken, BrokenCheck)
    assert broken.sentence == "A meeting cannot end before it starts."


@pytest.mark.parametrize(
    ("message", "kind", "said"),
    [
        ("CHECK constraint failed: ck_meeting_mode", BrokenCheck, "meeting"),
        ("CHECK constraint failed: unheard_of", BrokenCheck, "unheard_of"),
        ("UNIQUE constraint failed: party.sort_key", Double, "sort key of a party is taken"),
        ("UNIQUE constraint failed: index 'odd'", Double, "odd"),
        (
            "NOT NULL constraint failed: agenda_item.ordinal",
            ValueMissing,
            "ordinal of an agenda item must",
        ),
        ("FOREIGN KEY constraint failed", BrokenReference, "not in the workspace"),
        ("cannot store TEXT value in INTEGER column meeting.ordinal", WrongKind, "ordinal"),
    ],
)
def test_a_rule_without_words_names_table_and_field(message: str, kind: type, said: str) -> None:
    broken = explain(message)
    assert type(broken) is kind
    assert said in broken.sentence
    assert broken.remedy


def test_what_is_still_in_use_says_by_what() -> None:
    told = StillInUse("agenda_item", (("decision", 2), ("minutes_paragraph", 1)))
    assert "agenda item" in told.sentence
    assert "decision (2), minutes paragraph (1)" in told.sentence


RULES = [
    (table, rule)
    for table in METADATA.sorted_tables
    for rule in table.constraints
    if isinstance(rule, CheckConstraint | UniqueConstraint)
]


@pytest.mark.parametrize(("table", "rule"), RULES, ids=lambda part: getattr(part, "name", None))
def test_every_rule_of_every_table_can_be_told(table, rule) -> None:
    if isinstance(rule, CheckConstraint):
        broken = explain(f"CHECK constraint failed: {rule.name}")
    else:
        columns = ", ".join(f"{table.name}.{column.name}" for column in rule.columns)
        broken = explain(f"UNIQUE constraint failed: {columns}")
    assert broken.sentence == rule.info.get("sentence", broken.sentence)
    assert broken.sentence


def test_a_broken_rule_names_the_field_that_it_belongs_beside() -> None:
    assert explain("CHECK constraint failed: ck_meeting_last_day_after_first").field == "ends_on"
    assert explain("UNIQUE constraint failed: party.code").field == "code"
    assert explain("UNIQUE constraint failed: delegate.delegation_id").field == "role"
    assert explain("NOT NULL constraint failed: meeting.zone").field == "zone"


def test_a_rule_with_a_condition_is_known_by_the_name_of_its_index() -> None:
    broken = explain("UNIQUE constraint failed: index 'uq_letterhead_general'")

    assert broken.sentence == "This party already has a letterhead."
    assert broken.field == "body_id"
