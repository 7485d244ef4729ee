"""The sample's data files must be whole: what they cite, refer to and mark is checked here."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
NOUNS = (
    "sources", "parties", "organisations", "instruments", "bodies", "persons",
    "meetings", "projects", "statements", "rules", "other_rules",
)  # fmt: skip
CITED = ("parties", "organisations", "instruments", "bodies", "persons", "meetings", "projects",
         "rules", "other_rules")  # fmt: skip
# field name -> the file its value points into, wherever the field stands
REFERENCES = {
    "party": "parties", "parties": "parties", "host": "parties", "proposer": "parties",
    "side": "parties", "lead": "parties",
    "organisation": "organisations", "organisations": "organisations",
    "instrument": "instruments", "renews": "instruments", "replaces": "instruments",
    "body": "bodies", "meeting": "meetings", "predecessor": "meetings",
    "person": "persons", "heads": "persons", "source": "sources",
    "project": "projects", "projects": "projects",
}  # fmt: skip
REFERENCE_TOKEN = re.compile(r"\{ref:([^}]*)\}")
MARK = "illustrative, not the adopted text"


def read(name: str) -> dict[str, Any]:
    return json.loads((SAMPLE / f"{name}.json").read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, Any]]:
    return read(name)["rows"]


def keys(name: str) -> set[str]:
    return {row["key"] for row in rows(name)}


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a value, itself included."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def pointed_at(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each (file, key) that an object refers to by one of its own fields."""
    for field, file in REFERENCES.items():
        value = record.get(field)
        for key in value if isinstance(value, list) else [value]:
            if isinstance(key, str):
                yield file, key
            elif isinstance(key, dict) and "key" in key:
                pytest.fail(f"{field} holds a record, not a reference")


def illustrative_rules() -> dict[str, Any]:
    return next(row for row in rows("rules") if row["key"] == "jwg-km-illustrative-rules")


def provisions(tree: Any) -> Iterator[dict[str, Any]]:
    return (node for node in walk(tree) if "eid" in node)


def first_version() -> list[dict[str, Any]]:
    return illustrative_rules()["versions"][0]["provisions"]


def operations() -> list[dict[str, Any]]:
    return illustrative_rules()["versions"][1]["operations"]


def all_files() -> list[Path]:
    return sorted(SAMPLE.glob("*.json"))


@pytest.mark.parametrize("name", NOUNS)
def test_keys_of_one_file_are_unique(name: str) -> None:
    found = [row["key"] for row in rows(name)]
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", ["parties", "organisations", "instruments", "bodies", "persons",
                                  "meetings", "projects"])  # fmt: skip
def test_codes_of_one_file_are_unique_within_their_body(name: str) -> None:
    found = [(row.get("body"), row["code"]) for row in rows(name) if row.get("code")]
    assert len(found) == len(set(found))


def test_every_reference_resolves() -> None:
    known = {name: keys(name) for name in NOUNS}
    missing = [
        (path.stem, file, key)
        for path in all_files()
        for record in walk(json.loads(path.read_text(encoding="utf-8")))
        for file, key in pointed_at(record)
        if key not in known[file]
    ]
    assert missing == []


@pytest.mark.parametrize("name", ["parties", "organisations", "bodies", "instruments"])
def test_every_parent_is_a_record_of_the_same_file(name: str) -> None:
    parents = {row["parent"] for row in rows(name) if row.get("parent")}
    assert parents
    assert parents <= keys(name)


def test_every_statement_is_about_a_known_record() -> None:
    for statement in rows("statements"):
        file, _, key = statement["record"].partition("/")
        assert key in keys(file), statement["record"]


@pytest.mark.parametrize("name", CITED)
def test_every_row_has_a_source(name: str) -> None:
    assert [row["key"] for row in rows(name) if not row["sources"]] == []


@pytest.mark.parametrize("part", ["agenda", "papers", "paragraphs", "decisions", "actions"])
def test_every_part_of_the_reconstructed_record_is_marked_and_cites_the_release(part: str) -> None:
    for record in read("first_meeting")[part]:
        assert record["reconstructed"] is True
        assert {citation["source"] for citation in record["sources"]} == {"S0"}


def test_no_quote_is_empty() -> None:
    quotes = [
        record["quote"]
        for path in all_files()
        for record in walk(json.loads(path.read_text(encoding="utf-8")))
        if "quote" in record
    ]
    assert len(quotes) > 300
    assert all(quote.strip() for quote in quotes)


def test_where_sources_disagree_more_than_one_statement_is_kept() -> None:
    values: dict[tuple[str, str], set[str]] = {}
    disputed = set()
    for row in rows("statements"):
        about = (row["record"], row["field"])
        values.setdefault(about, set()).add(row["value"])
        if row["disputed"]:
            disputed.add(about)
    assert len(disputed) >= 20
    assert [about for about in disputed if len(values[about]) < 2] == []


@pytest.mark.parametrize("path", all_files(), ids=lambda path: path.stem)
def test_texts_are_composed_and_indented_by_two(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("path", all_files(), ids=lambda path: path.stem)
def test_no_mail_address_or_telephone_number_is_kept(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"[\w.]+\s?@\s?[\w-]+\.\w+", text) == []
    assert re.findall(r"\+\d{1,3}[-\s]\d{1,4}[-\s]\d{3,4}", text) == []


def test_the_adopted_rules_have_no_text() -> None:
    adopted = next(row for row in rows("rules") if row["key"] == "jwg-km-detailed-rules")
    assert adopted["illustrative"] is False
    assert [version["provisions"] for version in adopted["versions"]] == [[]]


def test_the_illustrative_rules_say_so_wherever_they_are_read() -> None:
    document = illustrative_rules()
    assert document["illustrative"] is True
    assert MARK in document["title"]["en"]
    assert all(version["illustrative"] for version in document["versions"])
    for decision in document["decisions"]:
        assert decision["illustrative"] is True
        assert decision["symbol"].startswith("Illustrative decision")


def test_the_illustrative_rules_have_twenty_to_thirty_articles_on_three_levels() -> None:
    nodes = list(provisions(first_version()))
    kinds = [node["kind"] for node in nodes]
    assert 24 <= kinds.count("article") <= 28
    assert 5 <= kinds.count("chapter") <= 7
    assert kinds.count("paragraph") > 60
    assert kinds.count("item") > 30


def test_a_provision_identity_is_used_once_only() -> None:
    inserted = [operation for operation in operations() if operation["op"] == "insert"]
    found = [node["eid"] for node in provisions([first_version(), inserted])]
    assert len(found) == len(set(found))


def test_every_cross_reference_in_the_rules_leads_to_a_provision() -> None:
    first = {node["eid"] for node in provisions(first_version())}
    second = first | {node["eid"] for node in provisions(operations())}
    for tree, known in ((first_version(), first), (operations(), second)):
        targets = REFERENCE_TOKEN.findall(json.dumps(tree, ensure_ascii=False))
        assert targets
        assert set(targets) <= known


def test_translations_carry_the_same_cross_references_as_the_english_text() -> None:
    for node in provisions([first_version(), operations()]):
        texts = node.get("text", {})
        expected = sorted(REFERENCE_TOKEN.findall(texts.get("en", "")))
        for language, text in texts.items():
            assert sorted(REFERENCE_TOKEN.findall(text)) == expected, (node["eid"], language)


@pytest.mark.parametrize("language", ["ko", "mn"])
def test_fifteen_articles_or_more_are_whole_in_each_translation(language: str) -> None:
    articles = [node for node in provisions(first_version()) if node["kind"] == "article"]
    whole = [
        article["label"]
        for article in articles
        if all(
            language in words
            for node in provisions(article)
            for words in (node["heading"], node["text"])
            if words
        )
    ]
    assert len(whole) >= 15


def test_every_provision_has_an_english_heading_or_text() -> None:
    bare = [
        node["eid"]
        for node in provisions(first_version())
        if not (node["heading"].get("en") or node["text"].get("en"))
    ]
    assert bare == []


def test_the_second_version_changes_six_to_nine_provisions_in_every_manner() -> None:
    done = [operation["op"] for operation in operations()]
    assert 6 <= len(done) <= 9
    assert set(done) == {"replace", "insert", "repeal", "renumber", "move"}
    first = {node["eid"] for node in provisions(first_version())}
    for operation in operations():
        assert (operation["eid"] in first) == (operation["op"] != "insert")
        for place in ("parent", "after"):
            assert operation.get(place, "art_1") in first
