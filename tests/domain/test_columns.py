import inspect
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, Enum, Index, Table, UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlmodel import Field

from app.domain.checked import Checked
from app.domain.columns import HexBytes, check, choice, names_field, table, unique, unique_where
from app.domain.tables import METADATA, MODULES

TABLES = sorted(METADATA.tables.values(), key=lambda made: made.name)
PREPARER = sqlite.dialect().identifier_preparer


def models() -> list[type[Checked]]:
    return [
        value
        for module in MODULES
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, Checked)
        and value.__module__ == module.__name__
    ]


def test_the_schema_is_whole() -> None:
    assert len(TABLES) == 74
    assert {made.name for made in TABLES} == {model.__tablename__ for model in models()}


def test_every_table_is_strict() -> None:
    assert [made.name for made in TABLES if not made.dialect_options["sqlite"]["strict"]] == []


def test_every_constraint_and_index_has_a_name_of_its_own() -> None:
    # A name that is left to the naming convention shows only once it is written out.
    names = [PREPARER.format_constraint(rule) for made in TABLES for rule in made.constraints]
    names += [index.name for made in TABLES for index in made.indexes]
    assert len(names) > 300
    assert all(names)
    assert len(names) == len(set(names))


def test_every_foreign_key_is_indexed_or_part_of_the_primary_key() -> None:
    bare = {
        f"{made.name}.{key.parent.name}"
        for made in TABLES
        for key in made.foreign_keys
        if key.parent not in leading_columns(made) and not key.parent.primary_key
    }
    assert bare == set()


def leading_columns(made: Table) -> list[Column[Any]]:
    rules = [rule for rule in made.constraints if isinstance(rule, UniqueConstraint)]
    return [next(iter(rule.columns)) for rule in (*rules, *made.indexes)]


def test_every_rule_that_can_be_broken_has_a_sentence_for_the_user() -> None:
    unique_rules = [
        rule
        for made in TABLES
        for rule in (*made.constraints, *made.indexes)
        if isinstance(rule, UniqueConstraint) or (isinstance(rule, Index) and rule.unique)
    ]
    silent = {
        str(rule.name) for rule in unique_rules if not rule.info.get("sentence", "").endswith(".")
    }
    assert len(unique_rules) > 30
    assert silent == {"uq_meeting_ical_uid"}  # given by us, never by the user


def test_only_the_check_of_a_choice_has_no_sentence() -> None:
    choices = {
        f"ck_{made.name}_{column.name}"
        for made in TABLES
        for column in made.columns
        if isinstance(column.type, Enum)
    }
    silent = {
        PREPARER.format_constraint(rule)
        for made in TABLES
        for rule in made.constraints
        if isinstance(rule, CheckConstraint) and not rule.info
    }
    assert len(choices) > 40
    assert silent == choices


def test_every_table_says_what_it_is() -> None:
    first_lines = {model: (model.__doc__ or "").strip().partition("\n")[0] for model in models()}
    assert [model for model, line in first_lines.items() if not line.endswith(".")] == []
    assert [model for model, line in first_lines.items() if len(line.split()) < 4] == []


def test_choices_are_stored_by_value_and_checked() -> None:
    for column in (column for made in TABLES for column in made.columns):
        if isinstance(column.type, Enum):
            values = column.type.enum_class
            assert values is not None
            assert column.type.enums == [member.value for member in values]
            assert column.type.create_constraint
            assert column.type.validate_strings
            assert not column.type.native_enum


def test_names_and_texts_are_never_null() -> None:
    nullable = {
        f"{made.name}.{column.name}"
        for made in TABLES
        for column in made.columns
        if column.nullable and str(column.type) in {"JSON", "TEXT"}
    }
    assert nullable == {"change.before", "change.after"}


class Colour(StrEnum):
    RED = "red"


def test_the_helpers_name_what_they_make() -> None:
    rule = check("is_red", "colour = 'red'", "It must be red.")
    assert (rule.name, rule.info["sentence"]) == ("is_red", "It must be red.")
    assert unique("code", sentence="Twice.").info["sentence"] == "Twice."
    index = unique_where("one_red", "body_id", where="colour = 'red'", sentence="One only.")
    assert (index.name, index.unique, index.info["sentence"]) == ("one_red", True, "One only.")
    assert table(rule)[-1] == {"sqlite_strict": True}


def test_a_field_of_names_starts_empty_and_of_its_own() -> None:
    made: Any = names_field()
    assert made.default_factory() == {}
    assert made.default_factory() is not made.default_factory()


def test_a_choice_keeps_what_is_said_about_its_field() -> None:
    made: Any = choice(Colour, "colour", default=Colour.RED)
    assert made.default is Colour.RED
    assert isinstance(made, type(Field()))


def test_a_hash_is_kept_as_bytes_and_read_as_it_was_written() -> None:
    kept = HexBytes()
    write = kept.bind_processor(sqlite.dialect())
    read = kept.result_processor(sqlite.dialect(), None)
    assert write is not None
    for told in ("ab" * 32, "", None):
        stored = write(told)
        assert stored == (None if told is None else bytes.fromhex(told))
        assert read(stored) == told
    assert read("ab") == "ab"  # from a file that was not brought up to date yet
