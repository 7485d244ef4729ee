import json

import pytest

from app.domain.tables import METADATA, MODELS
from app.exchange.whole_workspace.layout import kinds
from app.exchange.whole_workspace.readme import write_readme
from app.exchange.whole_workspace.record_schema import summary_of, write_schema

SCHEMA = json.loads(write_schema())


@pytest.mark.parametrize("kind", kinds())
def test_every_field_of_every_kind_is_described(kind):
    told = SCHEMA["$defs"][kind]

    assert told["properties"].keys() == MODELS[kind].model_fields.keys()
    assert told["required"] == sorted(MODELS[kind].model_fields)
    assert told["x-key"] == [column.name for column in METADATA.tables[kind].primary_key]
    assert told["description"] == summary_of(kind)
    assert len(told["description"].split()) > 3


def test_every_table_is_exported_but_the_search_index():
    assert set(METADATA.tables) - set(kinds()) == {"search_entry"}


def test_a_reference_names_the_file_that_it_leads_into():
    agenda_item = SCHEMA["$defs"]["agenda_item"]["properties"]

    assert agenda_item["meeting_id"]["x-refers-to"] == "records/meeting.jsonl id"
    assert agenda_item["parent_id"]["x-refers-to"] == "records/agenda_item.jsonl id"
    assert "x-refers-to" not in agenda_item["ordinal"]


def test_what_the_tables_say_of_fields_and_rules_is_said_there_too():
    told = SCHEMA["$defs"]["rule_version"]

    assert "as printed" in told["properties"]["label"]["description"]
    assert "An adopted version must be sealed." in told["x-rules"]
    assert SCHEMA["$defs"]["MeetingStatus"]["enum"][0] == "proposed"


def test_every_word_that_is_referred_to_is_there():
    referred = set()

    def walk(told):
        if isinstance(told, dict):
            referred.update([told["$ref"]] if isinstance(told.get("$ref"), str) else [])
            for inner in told.values():
                walk(inner)

    walk(SCHEMA)
    assert referred
    assert {f"#/$defs/{name}" for name in SCHEMA["$defs"]} >= referred


def test_the_readme_names_every_kind_and_fits_a_screen():
    lines = write_readme().decode().splitlines()

    assert {line.strip() for line in lines if line.startswith("  ")} >= set(kinds())
    assert max(map(len, lines)) <= 80
    assert lines[0] == "A WORKSPACE OF JWG DESK, FORMAT 1, AS FILES THAT ANY PROGRAM CAN READ"
