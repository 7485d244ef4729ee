"""Says in a sentence which rule of the workspace a refused write would have broken.

SQLite names the constraint or the columns; the tables carry the sentence for each constraint in
its ``info``. Where a table gives none, the sentence names the table and the field.
"""

import re
from collections.abc import Callable, Iterable

from sqlalchemy import CheckConstraint, Constraint, Index, Table, UniqueConstraint

from app.domain.checked import Checked
from app.domain.errors import RuleBroken

_FOUND = re.compile(r"(?P<rule>[A-Z ]+) constraint failed(: (?P<detail>.*))?", re.DOTALL)
_WRONG_TYPE = re.compile(r"cannot store \w+ value in \w+ column (?P<detail>\w+\.\w+)")


class BrokenCheck(RuleBroken):
    """The values of a record do not go together."""


class Double(RuleBroken):
    """There is already a record with this value, where only one may be."""


class ValueMissing(RuleBroken):
    """A field that must have a value has none."""


class WrongKind(RuleBroken):
    """A value is of a kind that the field does not hold."""


class BrokenReference(RuleBroken):
    """A record refers to one that is not there."""


class StillInUse(RuleBroken):
    """A record that others refer to was to be deleted.

    Attributes:
        kind: What was to be deleted.
        used_by: The kinds of record that refer to it, and how many of each.
    """

    def __init__(self, kind: str, used_by: tuple[tuple[str, int], ...]) -> None:
        users = ", ".join(f"{_spoken(user)} ({count})" for user, count in used_by)
        super().__init__(
            f"This {_spoken(kind)} cannot be deleted, because it is used: {users}.",
            "Remove it there first.",
        )
        self.kind = kind
        self.used_by = used_by


def explain(message: str) -> RuleBroken:
    """Return the broken rule that SQLite's ``message`` stands for."""
    found = _FOUND.search(message)
    if found is None:
        wrong = _WRONG_TYPE.search(message)
        return (
            _of_field(wrong["detail"], WrongKind, "cannot hold this kind of value.")
            if wrong
            else (RuleBroken("The change would break a rule of the workspace.", message))
        )
    rule, detail = found["rule"].strip(), found["detail"] or ""
    return _EXPLAINERS.get(rule, _of_reference)(detail)


def refers_to_nothing(kind: str, target: str) -> BrokenReference:
    """Return the broken reference from a record of ``kind`` to one of ``target``."""
    return BrokenReference(
        f"{_a(kind).capitalize()} refers to {_a(target)} that is not in the workspace.",
        "Look whether it has been removed in the meantime.",
    )


def _of_check(detail: str) -> RuleBroken:
    for table in Checked.metadata.tables.values():
        for constraint in table.constraints:
            if isinstance(constraint, CheckConstraint) and constraint.name == detail:
                return _broken(BrokenCheck, constraint, table, ())
    return BrokenCheck(f"The values do not go together ({detail}).", "Correct them and try again.")


def _of_unique(detail: str) -> RuleBroken:
    if detail.startswith("index "):
        name = detail.removeprefix("index ").strip("'")
        return _of_index(name)
    fields = [field.strip() for field in detail.split(",")]
    table = Checked.metadata.tables.get(fields[0].partition(".")[0])
    columns = tuple(field.partition(".")[2] for field in fields)
    rule = _unique_rule(table, columns) if table is not None else None
    if table is None or rule is None:
        return _of_field(fields[0], Double, "is taken already.")
    return _broken(Double, rule, table, columns)


def _of_index(name: str) -> RuleBroken:
    """SQLite names a unique index, and not its columns, where the index has a condition."""
    for table in Checked.metadata.tables.values():
        for index in table.indexes:
            if index.name == name:
                return _broken(Double, index, table, ())
    return Double(f"There is one of these already ({name}).", "Change the value, or that one.")


def _of_missing(detail: str) -> RuleBroken:
    return _of_field(detail, ValueMissing, "must have a value.")


def _of_reference(_detail: str) -> RuleBroken:
    return BrokenReference(
        "The change refers to a record that is not in the workspace, or deletes one still in use.",
        "Look whether the record has been removed in the meantime.",
    )


_EXPLAINERS: dict[str, Callable[[str], RuleBroken]] = {
    "CHECK": _of_check,
    "UNIQUE": _of_unique,
    "NOT NULL": _of_missing,
    "FOREIGN KEY": _of_reference,
}


def _unique_rule(table: Table, columns: tuple[str, ...]) -> Constraint | Index | None:
    """Return the unique constraint or index over ``columns``, one with a sentence first."""
    fitting = [rule for rule in _unique_rules(table) if _column_names(rule) == set(columns)]
    fitting.sort(key=lambda rule: "sentence" not in rule.info)
    return fitting[0] if fitting else None


def _unique_rules(table: Table) -> Iterable[UniqueConstraint | Index]:
    yield from (rule for rule in table.constraints if isinstance(rule, UniqueConstraint))
    yield from (index for index in table.indexes if index.unique)


def _column_names(rule: UniqueConstraint | Index) -> set[str]:
    return {column.name for column in rule.columns}


def _broken(
    kind: type[RuleBroken], rule: Constraint | Index, table: Table, columns: tuple[str, ...]
) -> RuleBroken:
    sentence = rule.info.get("sentence")
    if not sentence:
        fields = f" ({', '.join(map(_spoken, columns))})" if columns else ""
        record = _a(table.name).capitalize()
        sentence = f"{record} with these values{fields} is refused: {rule.name}."
    field = rule.info.get("field", "")
    return kind(str(sentence), "Correct the values and try again.", field=field)


def _of_field(detail: str, kind: type[RuleBroken], what: str) -> RuleBroken:
    table, _, field = detail.partition(".")
    told = f"The {_spoken(field)} of {_a(table)} {what}"
    return kind(told, "Correct it and try again.", field=field)


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _a(name: str) -> str:
    return f"{'an' if name[0] in 'aeio' else 'a'} {_spoken(name)}"
