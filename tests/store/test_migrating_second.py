"""A workspace that version 2 of the program filled becomes one of version 3 with all it holds."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.identity import new_id
from app.domain.journal import Operation
from app.domain.rules import Provision, ProvisionKind, ProvisionText, RuleDocument
from app.domain.sealing import text_hash
from app.services import history
from app.store.engine import APPLICATION_ID, Access, connect
from app.store.queries.changes import list_record_changes
from app.store.schema import create_as_of
from app.store.search import Scope, find_provisions
from app.store.verify import verify
from app.store.workspace import Workspace
from app.texts.segments import index_text

STAMP = "2025-05-27 09:30:00.000000"
ENGLISH, KOREAN = "The Joint Working Group meets twice.", "합동작업반은 두 번 회의한다."


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Rules with a text in two languages, brought in by one change set and described by another."""
    path = tmp_path / "Korea–Mongolia 2025.jwg"
    create_as_of(path, 2)
    key, version = new_id(), new_id()
    record = {"id": str(key), "code": "R", "kind": "rule-set", "titles": {"en": "Rules"}}
    texts = ((1, "en", ENGLISH, None), (2, "ko", KOREAN, text_hash(ENGLISH)))
    with closing(connect(path, access=Access.READ_WRITE)) as store:
        store.execute("BEGIN")
        store.execute(
            "INSERT INTO rule_document (id, row_version, created_at, updated_at, code, kind,"
            " titles, scope_notes, authentic_languages, provenance, provenance_note, note) VALUES"
            " (?, 2, ?, ?, 'R', 'rule-set', '{\"en\":\"Rules\"}', '{}', '[]', 'original', '', 'B')",
            (key.hex, STAMP, STAMP),
        )
        store.execute(
            "INSERT INTO rule_version (id, row_version, document_id, number, label, status,"
            " text_held, applies_to, change_notes, content_root, provenance, is_provisional)"
            " VALUES (?, 1, ?, 1, '', 'draft', 1, '{}', '{}', '', 'original', 0)",
            (version.hex, key.hex),
        )
        store.execute("INSERT INTO provision VALUES (1, ?, 'art_1', 'article')", (key.hex,))
        store.execute(
            "INSERT INTO provision_revision (id, document_id, provision_id, v_from, ordinal,"
            " depth, label) VALUES (1, ?, 1, 1, 1, 0, 'Article 1')",
            (key.hex,),
        )
        for row, tag, words, source in texts:
            store.execute(
                "INSERT INTO provision_text (id, revision_id, language, correction, status,"
                " heading, text, sha256, source_sha256)"
                " VALUES (?, 1, ?, 0, 'working', '', ?, ?, ?)",
                (row, tag, words, text_hash(words), source),
            )
            for index in ("search_now", "search_all"):
                store.execute(
                    f"INSERT INTO {index} (rowid, title, text) VALUES (?, '', ?)",
                    (row, index_text(words)),
                )
        # A text with a higher key was there once, and its key is not given again.
        store.execute("UPDATE sqlite_sequence SET seq = 9 WHERE name = 'provision_text'")
        for number, use_case in ((1, "Bring in rules"), (2, "Describe rules")):
            store.execute(
                "INSERT INTO change_set (id, at, actor, use_case) VALUES (?, ?, 'Bat', ?)",
                (number, STAMP, use_case),
            )
        change = "INSERT INTO change (change_set_id, entity, pk, operation, before, after) VALUES"
        store.execute(
            f"{change} (1, 'rule_document', ?, 'insert', NULL, ?)",
            (str(key), json.dumps(record | {"note": "A"})),
        )
        store.execute(
            f"{change} (2, 'rule_document', ?, 'update', ?, ?)",
            (str(key), json.dumps({"note": "A"}), json.dumps({"note": "B"})),
        )
        facts = {"segmenter_version": "1", "oldest_reader": "1", "search_day": "2025-05-27"}
        store.executemany("INSERT INTO store_meta VALUES (?, ?)", list(facts.items()))
        store.execute("COMMIT")
        store.execute(f"PRAGMA application_id={APPLICATION_ID}")
    return path


def test_hashes_read_as_before_and_take_half_the_room(second: Path, clock: FixedClock) -> None:
    with Workspace.open(second, clock=clock, actor="Bat") as opened, opened.read() as reader:
        english, korean = reader.find(ProvisionText)
    assert (english.sha256, english.source_sha256) == (text_hash(ENGLISH), None)
    assert (korean.sha256, korean.source_sha256) == (text_hash(KOREAN), text_hash(ENGLISH))
    with closing(connect(second, access=Access.READ_ONLY)) as store:
        kept = store.execute("SELECT sha256 FROM provision_text ORDER BY id").fetchall()
    assert kept == [(bytes.fromhex(text_hash(words)),) for words in (ENGLISH, KOREAN)]


def test_every_text_is_found_and_the_file_is_sound(second: Path, clock: FixedClock) -> None:
    assert verify(second) == ()
    with Workspace.open(second, clock=clock, actor="Bat") as opened, opened.read() as reader:
        for query in ("twice", "합동작업반"):
            assert find_provisions(reader, query=query).count == 1
            assert find_provisions(reader, query=query, scope=Scope.ALL_VERSIONS).count == 1
    assert verify(second) == ()


def test_a_key_that_was_given_is_not_given_again(second: Path, clock: FixedClock) -> None:
    with Workspace.open(second, clock=clock, actor="Bat") as opened:
        with opened.write("Add a provision") as work:
            document = work.find(RuleDocument)[0]
            text = ProvisionText(revision_id=1, language="mn", text="Хурал", sha256="")
            work.add(Provision(document_id=document.id, eid="art_2", kind=ProvisionKind.ARTICLE))
            work.add(text)
            work.commit()
        assert text.id == 10


def test_its_journal_is_read_and_taken_back_as_it_was_written(
    second: Path, clock: FixedClock
) -> None:
    with Workspace.open(second, clock=clock, actor="Bat") as opened:
        with opened.read() as reader:
            key = str(reader.find(RuleDocument)[0].id)
            made, described = list_record_changes(reader, entity="rule_document", key=key)
        assert made.operation is Operation.INSERT
        assert made.after is not None
        assert (made.after["note"], made.after["code"]) == ("A", "R")
        assert (described.before, described.after) == ({"note": "A"}, {"note": "B"})
        for verb, note in ((history.undo, "A"), (history.redo, "B"), (history.undo, "A")):
            verb(opened)
            with opened.read() as reader:
                assert reader.find(RuleDocument)[0].note == note
