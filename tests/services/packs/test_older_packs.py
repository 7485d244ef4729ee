"""A pack that version 2 of the program made is proved and read by this one, as it came."""

import hashlib
import json
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.domain.pack_scope import PackScope
from app.domain.sealing import merkle_root
from app.exchange.packs.manifest import signed
from app.services import rule_reading, rules
from app.services.finding import search
from app.services.packs import keys, making, reading
from app.services.packs.making import MadePack, PackOrder
from app.services.packs.reading import Proof
from app.store.engine import Access, connect
from app.store.packs.opening import NotAPack, PackDamaged
from app.store.packs.writing import seal_file
from app.store.schema import create_as_of
from app.store.workspace import Workspace
from app.texts.segments import index_text
from tests.builders import World, adopt_rules, an_article, take_decision
from tests.services.conftest import NOW

PACKED_THEN = frozenset(
    {
        *("agenda_item", "agenda_paper", "amendment", "attachment", "attachment_blob", "body"),
        *("body_name", "body_organisation", "body_party", "decision", "decision_relation"),
        *("decision_text", "delegate", "delegation", "instrument", "instrument_party", "meeting"),
        *("minutes", "minutes_paragraph", "organisation", "organisation_name", "paper"),
        *("paper_file", "party", "party_name", "person", "person_name", "provision"),
        *("provision_link", "provision_revision", "provision_text", "rule_document"),
        *("rule_version", "signature"),
    }
)
SEARCHED_THEN = ("search_all", "search_misc", "search_now")


def write_as_version_two(made: MadePack, path: Path) -> None:
    """Write the rows of a pack as version 2 did: hashes as text, every text in two indexes."""
    create_as_of(path, 2)
    with (
        closing(connect(path, access=Access.READ_WRITE)) as old,
        closing(connect(made.path, access=Access.IMMUTABLE)) as new,
    ):
        old.execute("PRAGMA foreign_keys=OFF")
        for table in (*PACKED_THEN, "search_entry"):
            columns = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
            names = ", ".join(f'"{name}"' for name in columns)
            marks = ", ".join("?" * len(columns))
            for row in new.execute(f"SELECT {names} FROM {table}").fetchall():
                told = row if table == "attachment_blob" else [_as_text(value) for value in row]
                old.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(told))
        texts = old.execute("SELECT id, heading, text FROM provision_text").fetchall()
        for index in ("search_all", "search_now"):
            for key, *words in texts:
                old.execute(
                    f"INSERT INTO {index} (rowid, title, text) VALUES (?, ?, ?)",
                    (key, *map(index_text, words)),
                )
        facts = {"segmenter_version": "1", "oldest_reader": "1", "search_day": made.manifest.on}
        old.executemany("INSERT INTO store_meta VALUES (?, ?)", list(facts.items()))
        tables = digest_then(old)
    root = merkle_root(
        [f"{name}:{tables[name][0]}:{tables[name][1]}".encode() for name in sorted(tables)]
    )
    manifest = replace(made.manifest, tables=tables, root=root, signature="")
    pem = keys.secret_half(made.manifest.key_id)
    seal_file(path, signed(manifest, pem=pem).write())


def _as_text(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def digest_then(connection: Any) -> dict[str, tuple[int, str]]:
    """Return what version 2 said of its tables."""
    found = {}
    for name in sorted(PACKED_THEN):
        info = connection.execute(f"PRAGMA table_info({name})").fetchall()
        names = ", ".join(f'"{row[1]}"' for row in info)
        order = ", ".join(f'"{row[1]}"' for row in info if row[5])
        rows = connection.execute(f"SELECT {names} FROM {name} ORDER BY {order}").fetchall()
        found[name] = _digest_then(name, rows)
    shadows = sorted(
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'search_%'"
        )
        if name not in SEARCHED_THEN
    )
    index = [
        (name, *row)
        for name in shadows
        for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
    ]
    found["search"] = _digest_then("search", index)
    return found


def _digest_then(name: str, rows: list[Any]) -> tuple[int, str]:
    leaves = []
    for row in rows:
        told = [
            {"sha256": hashlib.sha256(value).hexdigest()} if isinstance(value, bytes) else value
            for value in row
        ]
        leaves.append(json.dumps([name, *told], ensure_ascii=False, separators=(",", ":")).encode())
    return len(leaves), merkle_root(leaves)


@pytest.fixture
def made(workspace: Workspace, world: World, home: Path, tmp_path: Path) -> MadePack:
    adopt_rules(workspace, world.body, an_article(1), an_article(2))
    take_decision(workspace, world.body, "D1")
    key = keys.make("Secretariat", clock=FixedClock(NOW))
    scope = PackScope(body_id=world.body, on=NOW.date(), meeting_id=world.meeting)
    order = PackOrder(scope=scope, title="Rules in force", key_id=key.key_id)
    return making.make(workspace, order, folder_or_path=tmp_path)


@pytest.fixture
def older(made: MadePack, tmp_path: Path) -> Path:
    path = tmp_path / "Older.jwgx"
    write_as_version_two(made, path)
    return path


def test_it_is_proved_to_be_what_was_signed(older: Path) -> None:
    found = reading.verify(older)
    assert (found.proof, found.changed, found.index_remade) == (Proof.SIGNED, (), False)


def test_it_is_read_and_searched_as_one_of_today(older: Path, made: MadePack, world: World) -> None:
    told = []
    for path in (made.path, older):
        in_hand = reading.open_for_reading(path, clock=FixedClock(NOW), actor="Delegate")
        with in_hand.workspace as pack:
            (document,) = rules.list_documents(pack)
            told.append(
                (
                    rule_reading.read(pack, document_id=document.id, on=NOW.date()),
                    search.find(pack, query="Heading").count,
                )
            )
    assert told[0] == told[1]
    assert told[1][1] == 2


def test_the_file_itself_stays_as_it_came(older: Path) -> None:
    before = older.read_bytes()
    reading.open_for_reading(older, clock=FixedClock(NOW), actor="Delegate").workspace.close()
    assert older.read_bytes() == before


def changed(path: Path, *statements: str) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_changed_text_in_it_is_found(older: Path) -> None:
    changed(older, "UPDATE provision_text SET text = text || ' '")
    found = reading.verify(older)
    assert (found.proof, found.changed) == (Proof.CHANGED, ("provision_text",))


def test_what_no_pack_of_its_version_has_is_refused(older: Path, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(older, tmp_path / "Other.jwgx"))
    changed(other, "CREATE TRIGGER t AFTER INSERT ON body BEGIN SELECT 1; END")
    with pytest.raises(PackDamaged, match="which no pack has"):
        reading.verify(other)
    changed(older, "ALTER TABLE change ADD COLUMN last INTEGER")
    with pytest.raises(PackDamaged, match="which no pack has"):
        reading.verify(older)


def test_rows_that_cannot_be_brought_up_to_date_are_damage(older: Path) -> None:
    changed(
        older,
        "PRAGMA foreign_keys=OFF",
        "UPDATE provision_text SET revision_id = 999 WHERE id = 1",
    )
    with pytest.raises(PackDamaged, match="broken"):
        reading.verify(older)


def test_there_were_no_packs_before_version_two(older: Path) -> None:
    changed(older, "PRAGMA user_version=1")
    with pytest.raises(NotAPack, match="no packs"):
        reading.verify(older)
