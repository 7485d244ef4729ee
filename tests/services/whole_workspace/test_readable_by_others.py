"""An export is read here as its README and its schema say, with no part of JWG Desk."""

import hashlib
import json
import re
import unicodedata
from datetime import date, datetime
from uuid import UUID

import pytest

FORMATS = {"uuid": UUID, "date": date.fromisoformat, "date-time": datetime.fromisoformat}
SILENT = {"description", "x-refers-to", "x-key", "x-rules", "format"}
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


@pytest.fixture(scope="module")
def folder(there_and_back):
    return there_and_back[0].path


def records(folder, kind):
    raw = (folder / f"records/{kind}.jsonl").read_bytes()
    return [json.loads(line) for line in raw.split(b"\n")[:-1]]


def sha256(raw):
    return hashlib.sha256(raw).hexdigest()


def require(value, told, defs, path):
    """Check a value as a JSON Schema says; a keyword that is not known here is an error."""
    if "$ref" in told:
        require(value, defs[told["$ref"].removeprefix("#/$defs/")], defs, path)
    if "anyOf" in told:
        assert any(fits(value, each, defs) for each in told["anyOf"]), (path, value)
    for word, wanted in told.items():
        if word not in SILENT | {"$ref", "anyOf", "additionalProperties"}:
            CHECKS[word](value, wanted, defs, path)
    if told.get("format") in FORMATS:
        FORMATS[told["format"]](value)
    extra = told.get("additionalProperties", True)
    for name in set(value) - set(told.get("properties", {})) if isinstance(value, dict) else ():
        if extra is False:
            patterns = told.get("patternProperties", {})
            assert any(re.search(pattern, name) for pattern in patterns), (path, name)
        elif isinstance(extra, dict):
            require(value[name], extra, defs, f"{path}.{name}")


def fits(value, told, defs):
    try:
        require(value, told, defs, "")
    except (AssertionError, TypeError, ValueError):
        return False
    return True


def check_type(value, wanted, _defs, path):
    assert isinstance(value, TYPES[wanted]), (path, value)
    assert wanted == "boolean" or not isinstance(value, bool), (path, value)


def check_properties(value, wanted, defs, path):
    for name, inner in wanted.items():
        require(value[name], inner, defs, f"{path}.{name}")


def check_patterns(value, wanted, defs, path):
    for pattern, inner in wanted.items():
        for name in value:
            assert re.search(pattern, name), (path, name)
            require(value[name], inner, defs, f"{path}.{name}")


def check_items(value, wanted, defs, path):
    for each in value:
        require(each, wanted, defs, path)


def must(holds):
    def check(value, wanted, _defs, path):
        assert holds(value, wanted), (path, value, wanted)

    return check


CHECKS = {
    "type": check_type,
    "properties": check_properties,
    "patternProperties": check_patterns,
    "items": check_items,
    "propertyNames": lambda value, wanted, defs, path: [
        require(name, wanted, defs, path) for name in value
    ],
    "required": must(lambda value, wanted: set(value) >= set(wanted)),
    "enum": must(lambda value, wanted: value in wanted),
    "pattern": must(lambda value, wanted: re.search(wanted, value)),
    "minimum": must(lambda value, wanted: value >= wanted),
    "maximum": must(lambda value, wanted: value <= wanted),
    "minLength": must(lambda value, wanted: len(value) >= wanted),
    "maxLength": must(lambda value, wanted: len(value) <= wanted),
}


def test_every_record_is_as_the_schema_says(folder):
    schema = json.loads((folder / "schema.json").read_bytes())
    counted = 0
    for path in sorted((folder / "records").iterdir()):
        for number, record in enumerate(records(folder, path.stem), 1):
            where = f"{path.name}:{number}"
            require(record, schema["$defs"][path.stem], schema["$defs"], where)
            counted += 1

    assert counted > 500


def test_every_reference_leads_to_a_record(folder):
    schema = json.loads((folder / "schema.json").read_bytes())["$defs"]
    keys = {}
    for path in (folder / "records").iterdir():
        for name in schema[path.stem]["x-key"]:
            keys[f"records/{path.name} {name}"] = {
                each[name] for each in records(folder, path.stem)
            }
    followed = 0
    for path in (folder / "records").iterdir():
        for name, told in schema[path.stem]["properties"].items():
            if "x-refers-to" in told:
                named = {each[name] for each in records(folder, path.stem)} - {None}
                assert named <= keys[told["x-refers-to"]], (path.stem, name)
                followed += len(named)

    assert followed > 100


def test_the_manifest_lists_every_file_with_its_hash(folder):
    manifest = json.loads((folder / "manifest.json").read_bytes())
    present = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }

    assert manifest["files"] == {
        name: {"sha256": sha256(raw), "size": len(raw)} for name, raw in present.items()
    }
    assert manifest["records"] == {
        name[8:-6]: raw.count(b"\n") for name, raw in present.items() if name.startswith("records/")
    }


def test_fields_and_records_stand_in_order(folder):
    for path in (folder / "records").iterdir():
        for line in path.read_bytes().splitlines():
            assert list(json.loads(line)) == sorted(json.loads(line))
    keys = [record["id"] for record in records(folder, "person")]
    assert keys == sorted(keys)


def test_kept_files_are_found_by_their_records_and_can_be_opened_by_their_ending(folder):
    where = {each["attachment_id"]: each["data"] for each in records(folder, "attachment_blob")}

    assert where
    for each in records(folder, "attachment"):
        path = folder / where[each["id"]]
        assert sha256(path.read_bytes()) == each["sha256"] == path.name.partition(".")[0]
        assert path.stat().st_size == each["size"]
        assert path.suffix == "." + each["file_name"].rpartition(".")[2]


def test_the_seals_can_be_proved_from_the_files_alone(folder):
    proved, before = 0, ""
    for seal in sorted(records(folder, "seal"), key=lambda each: each["seq"]):
        told = json.dumps(
            [before, seal["kind"], seal["reference"], seal["root"]], ensure_ascii=False
        )
        assert seal["hash"] == sha256(told.encode())
        before = seal["hash"]
        if seal["kind"] == "rule_version":
            code, _, number = seal["reference"].rpartition("/")
            assert merkle_root(leaves_of(folder, code, int(number))).hex() == seal["root"]
            proved += 1

    assert proved > 0
    assert json.loads((folder / "manifest.json").read_bytes())["seals"]["last"] == before


def leaves_of(folder, code, number):
    document = next(each["id"] for each in records(folder, "rule_document") if each["code"] == code)
    eids = {each["id"]: each["eid"] for each in records(folder, "provision")}
    standing = {
        each["id"]: each
        for each in records(folder, "provision_revision")
        if each["document_id"] == document
        and each["v_from"] <= number
        and (each["v_to"] is None or each["v_to"] > number)
    }
    texts = [
        each
        for each in records(folder, "provision_text")
        if each["revision_id"] in standing
        and each["correction"] == 0
        and each["sealed_from"] is not None
        and each["sealed_from"] <= number
    ]
    texts.sort(key=lambda each: (standing[each["revision_id"]]["ordinal"], each["language"]))
    for each in texts:
        revision = standing[each["revision_id"]]
        leaf = {
            "doc": code,
            "eid": eids[revision["provision_id"]],
            "heading": each["heading"],
            "label": revision["label"],
            "lang": each["language"],
            "text": each["text"],
            "v": number,
        }
        told = json.dumps(leaf, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield unicodedata.normalize("NFC", told).encode()


def merkle_root(leaves):
    """Return the tree hash of RFC 6962, section 2.1, in the words of that section."""
    leaves = list(leaves)
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    left, right = merkle_root(leaves[:split]), merkle_root(leaves[split:])
    return hashlib.sha256(b"\x01" + left + right).digest()
