"""Describes every kind of record as JSON Schema, from the tables themselves.

Nothing here is written by hand, so that the description cannot fall behind what is exported.
"""

import inspect
import json
import re
from functools import cache
from typing import Any

from sqlalchemy import CheckConstraint, Table, UniqueConstraint

from app.domain.checked import Checked, schema_of
from app.domain.tables import METADATA, MODELS
from app.exchange.whole_workspace.layout import (
    BYTES_FIELD,
    BYTES_OF,
    FORMAT,
    kinds,
    records_file,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ATTRIBUTE = re.compile(r"^    (?P<names>\w+(, \w+)*): (?P<told>.*)$")
_NOISE = frozenset({"title", "default"})


@cache
def write_schema() -> bytes:
    """Return the description of all kinds of record, as a file of JSON Schema."""
    words: dict[str, Any] = {}
    described = {kind: describe(kind, words) for kind in kinds()}
    told = {
        "$schema": DIALECT,
        "title": f"Records of an exported JWG Desk workspace, format {FORMAT}",
        "description": "Each line of records/KIND.jsonl is an object as $defs/KIND says.",
        "$defs": described | words,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def describe(kind: str, words: dict[str, Any]) -> dict[str, Any]:
    """Return what a record of a kind is like; the lists of words it uses go into ``words``."""
    model, table = MODELS[kind], METADATA.tables[kind]
    told = _plain(schema_of(model))
    words |= told.pop("$defs", {})
    properties = told["properties"]
    if kind == BYTES_OF:
        properties[BYTES_FIELD] = {"type": "string", "pattern": "^files/[0-9a-f]{64}"}
    for name, meaning in _meanings(model).items():
        properties[name] = _with_meaning(properties[name], meaning)
    for column in table.columns:
        targets = [key.target_fullname for key in column.foreign_keys]
        if targets:
            target, _, field = targets[0].partition(".")
            properties[column.name]["x-refers-to"] = f"{records_file(target)} {field}"
    for name in (column.name for column in table.primary_key):
        properties[name].pop("anyOf", None)
        properties[name].setdefault("type", "integer")
    return {
        "description": _summary(model),
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
        "x-key": [column.name for column in table.primary_key],
        "x-rules": _rules(table),
    }


def summary_of(kind: str) -> str:
    """Return in a sentence what a kind of record is."""
    return _summary(MODELS[kind])


def _summary(model: type[Checked]) -> str:
    return inspect.cleandoc(model.__doc__ or "").partition("\n\n")[0].replace("\n", " ")


def _meanings(model: type[Checked]) -> dict[str, str]:
    """Return what the description of a model says of single fields."""
    meanings: dict[str, str] = {}
    names: list[str] = []
    _, _, after = inspect.cleandoc(model.__doc__ or "").partition("Attributes:\n")
    for line in after.splitlines():
        found = _ATTRIBUTE.match(line)
        if found:
            names = [name for name in found["names"].split(", ") if name in model.model_fields]
            meanings |= dict.fromkeys(names, found["told"])
        elif names and line.startswith("     "):
            meanings |= {name: f"{meanings[name]} {line.strip()}" for name in names}
    return meanings


def _with_meaning(told: dict[str, Any], meaning: str) -> dict[str, Any]:
    return {**told, "description": meaning.replace("``", "")}


def _plain(told: Any) -> Any:
    """Return a schema without the titles and defaults that say nothing here."""
    if isinstance(told, list):
        return [_plain(each) for each in told]
    if not isinstance(told, dict):
        return told
    kept = {name: _plain(value) for name, value in told.items() if name not in _NOISE}
    if "properties" in told:  # where these are names of fields
        kept["properties"] = {name: _plain(value) for name, value in told["properties"].items()}
    return kept


def _rules(table: Table) -> list[str]:
    """Return the rules that records of a kind keep among one another, in sentences."""
    rules = [
        rule for rule in table.constraints if isinstance(rule, CheckConstraint | UniqueConstraint)
    ]
    told = [each.info.get("sentence", "") for each in (*rules, *table.indexes)]
    return sorted({sentence for sentence in told if sentence})
