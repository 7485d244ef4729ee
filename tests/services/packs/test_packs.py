"""A pack holds what was adopted and nothing else, says who signed it, and shows any change."""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pysqlite3 import dbapi2 as driver

from app import paths
from app.clock import FixedClock
from app.domain.agenda import AgendaItem
from app.domain.errors import Misfortune
from app.domain.pack_scope import PackPart, PackScope, spell_key
from app.domain.paper import Confidentiality, Distribution
from app.exchange.packs.encryption import CannotDecrypt, NotARecipient
from app.services import agenda, decisions, meetings, papers, rule_reading, rules
from app.services.finding import search
from app.services.packs import keys, making, proof_words, reading
from app.services.packs.making import MadePack, PackOrder, Protection
from app.services.packs.reading import Proof
from app.services.packs.verification import Beside
from app.store.packs.opening import NotAPack, PackDamaged, PackEncrypted, PackTooNew
from app.store.workspace import OpenedReadOnly, Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange
from tests.builders import (
    AUTHENTIC_ENGLISH,
    World,
    a_decision,
    a_paper,
    adopt_rules,
    an_agenda_item,
    an_article,
    open_minutes,
    seat_person,
    take_decision,
)
from tests.services.conftest import NOW

TODAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Prepared:
    """An office that has adopted rules and made a pack of them, once for all of these tests."""

    workspace: Path
    keys: Path
    pack: MadePack
    document: UUID


@pytest.fixture(scope="module")
def prepared(
    world_in_file: tuple[Path, World], tmp_path_factory: pytest.TempPathFactory
) -> Prepared:
    folder = tmp_path_factory.mktemp("office")
    path = Path(shutil.copyfile(world_in_file[0], folder / "Office.jwg"))
    world, clock = world_in_file[1], FixedClock(NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JWG_HOME", str(folder / "home"))
        with Workspace.open(path, clock=clock, actor="Bat") as office:
            document = fill(office, world)
            key = keys.make("Secretariat", clock=clock)
            order = PackOrder(scope_of(world), "Rules in force", key_id=key.key_id)
            made = making.make(office, order, folder_or_path=folder)
        return Prepared(path, paths.key_file(), made, document)


def fill(workspace: Workspace, world: World) -> UUID:
    """Adopt rules and draft others, decide, seat somebody, register papers of every kind."""
    document = adopt_rules(workspace, world.body, an_article(1), an_article(2))
    (first, *_) = rules.read_version(workspace, document_id=document, number=1)
    change = ProvisionChange(
        kind=ChangeKind.REPLACE, eid=first.eid, texts={"en": "Nobody has agreed on this yet."}
    )
    rules.draft_changes(
        workspace,
        document_id=document,
        label="v2",
        changes=(change,),
        statuses=AUTHENTIC_ENGLISH,
    )
    take_decision(workspace, world.body, "D1")
    decisions.draft_decision(workspace, a_decision(world.body))
    agenda.add_item(workspace, an_agenda_item(world.meeting, note="Our line: be firm."))
    for symbol, more in (
        ("JWG-1/1", {}),
        ("JWG-1/2", {"distribution": Distribution.ONE_SIDE}),
        ("JWG-1/3", {"confidentiality": Confidentiality.CONFIDENTIAL}),
    ):
        paper = a_paper(world.body, meeting_id=world.meeting, symbol=symbol, **more)
        papers.register(workspace, paper)
    open_minutes(workspace, world.meeting)
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    return document


def scope_of(world: World) -> PackScope:
    return PackScope(body_id=world.body, on=TODAY, meeting_id=world.meeting)


@pytest.fixture
def workspace(
    prepared: Prepared, tmp_path: Path, clock: FixedClock, without_backup: None
) -> Iterator[Workspace]:
    path = Path(shutil.copyfile(prepared.workspace, tmp_path / "Office.jwg"))
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        yield opened


@pytest.fixture
def filled(prepared: Prepared) -> UUID:
    return prepared.document


@pytest.fixture
def scope(world: World) -> PackScope:
    return scope_of(world)


@pytest.fixture
def key_id(made: MadePack) -> str:
    return made.manifest.key_id


@pytest.fixture
def made(prepared: Prepared, home: Path, tmp_path: Path) -> MadePack:
    """The pack in a folder of the test's own, on a computer that has the office's key."""
    paths.key_file().parent.mkdir(parents=True)
    shutil.copyfile(prepared.keys, paths.key_file())
    beside = Path(shutil.copy(prepared.pack.manifest_path, tmp_path))
    return replace(
        prepared.pack, path=Path(shutil.copy(prepared.pack.path, tmp_path)), manifest_path=beside
    )


@contextlib.contextmanager
def opened(path: Path, **how: str) -> Iterator[Workspace]:
    in_hand = reading.open_for_reading(path, clock=FixedClock(NOW), actor="Delegate", **how)
    with in_hand.workspace:
        yield in_hand.workspace


def changed(path: Path, *statements: str) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_pack_is_read_as_the_workspace_is_and_cannot_be_changed(
    made: MadePack, world: World, filled: UUID
) -> None:
    with opened(made.path) as pack:
        shown = rule_reading.read(pack, document_id=filled, on=TODAY)
        assert "Article 1" in str(shown)
        assert [row.symbol for row in decisions.list_for_body(pack, body_id=world.body)]
        assert search.find(pack, query="Heading").count == 2
        with pytest.raises(OpenedReadOnly, match="reading only"):
            agenda.add_item(pack, an_agenda_item(world.meeting))


def test_what_is_drafted_or_meant_for_one_side_stays_behind(
    made: MadePack, workspace: Workspace, world: World, filled: UUID, scope: PackScope
) -> None:
    with opened(made.path) as pack:
        assert [row.number for row in rules.list_versions(pack, document_id=filled)] == [1]
        symbols = [row.symbol for row in papers.list_for_meeting(pack, meeting_id=world.meeting)]
        assert symbols == ["JWG-1/1"]
        with pack.read() as reader:
            assert {item.note for item in reader.find(AgendaItem)} == {""}
    content = made.path.read_bytes()
    for secret in ("Nobody has agreed", "be firm", "JWG-1/2", "JWG-1/3"):
        assert secret.encode() not in content
    kept = making.preview(workspace, scope).kept_back
    assert [paper.symbol for paper in kept] == ["JWG-1/2", "JWG-1/3"]


def test_what_was_adopted_later_is_not_in_a_pack_of_an_earlier_day(
    workspace: Workspace, world: World, filled: UUID
) -> None:
    earlier = PackScope(body_id=world.body, on=date(2000, 1, 1), parts=frozenset({PackPart.RULES}))
    assert making.preview(workspace, earlier).counts[PackPart.RULES] == 0


def test_parts_that_were_left_out_are_not_in_it(
    workspace: Workspace, world: World, filled: UUID
) -> None:
    only = PackScope(body_id=world.body, on=TODAY, parts=frozenset({PackPart.RULES}))
    counts = making.preview(workspace, only).counts
    assert counts[PackPart.RULES] == 1
    assert counts[PackPart.PAPERS] == counts[PackPart.PARTICIPANTS] == 0


def test_an_empty_pack_and_parts_of_no_meeting_are_refused(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    nothing = PackScope(body_id=world.body, on=date(1990, 1, 1), parts=frozenset({PackPart.RULES}))
    with pytest.raises(making.EmptyPack):
        making.make(workspace, PackOrder(nothing, "Empty"), folder_or_path=tmp_path)
    without = PackScope(body_id=world.body, on=TODAY)
    with pytest.raises(making.NoMeetingChosen):
        making.make(workspace, PackOrder(without, "Papers"), folder_or_path=tmp_path)
    assert not list(tmp_path.glob("*.jwgx"))


def test_it_is_remembered_what_was_handed_out(made: MadePack, workspace: Workspace) -> None:
    (row,) = making.list_made(workspace)
    assert (row.title, row.content_root) == ("Rules in force", made.manifest.root)
    beside = made.manifest_path.read_text(encoding="utf-8")
    assert made.manifest.root in beside
    assert made.path.name in beside


def test_signed_with_a_known_key_it_is_proved(made: MadePack) -> None:
    found = reading.verify(made.path)
    assert found.proof is Proof.SIGNED
    assert found.standing.owner == "Secretariat"


def test_the_manifest_beside_it_must_be_its_own(made: MadePack) -> None:
    found = reading.verify(made.path)
    assert (found.beside, found.is_fine) == (Beside.AGREES, True)
    beside = made.manifest_path
    told = beside.read_text("utf-8")
    key = spell_key(made.manifest.key_id)
    sha256 = hashlib.sha256(made.path.read_bytes()).hexdigest()
    for written, expected, words in (
        (told.replace(sha256, "0" * 64), Beside.OF_ANOTHER_FILE, "the hash differs"),
        (told.replace(key, "ABCD ABCD ABCD ABCD"), Beside.OF_ANOTHER_KEY, "ANOTHER key"),
        ("<html>not found</html>", Beside.UNREADABLE, "cannot be read"),
        ("\0" * 3_000_000, Beside.UNREADABLE, "cannot be read"),
    ):
        beside.write_text(written, "utf-8")
        found = reading.verify(made.path)
        assert (found.proof, found.beside, found.is_fine) == (Proof.SIGNED, expected, False)
        assert words in proof_words.say(found)
    beside.unlink()
    found = reading.verify(made.path)
    assert (found.beside, found.is_fine) == (Beside.MISSING, True)
    assert "No manifest lies beside it" in proof_words.say(found)
    beside.mkdir()
    assert reading.verify(made.path).beside is Beside.UNREADABLE


def test_on_another_computer_the_key_is_unknown_until_it_was_compared(
    made: MadePack, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JWG_HOME", str(tmp_path / "elsewhere"))
    assert reading.verify(made.path).proof is Proof.SIGNED_BY_UNKNOWN
    keys.trust(made.manifest.public_key, owner="Seoul secretariat", clock=clock)
    found = reading.verify(made.path)
    assert (found.proof, found.standing.owner) == (Proof.SIGNED, "Seoul secretariat")


def test_a_revoked_key_is_named_with_the_reason(
    made: MadePack, key_id: str, clock: FixedClock
) -> None:
    keys.revoke(key_id, reason="The computer was stolen.", clock=clock)
    found = reading.verify(made.path)
    assert found.proof is Proof.REVOKED
    assert found.standing.reason == "The computer was stolen."


def test_a_revocation_reaches_those_who_open_the_next_pack_of_a_known_key(
    workspace: Workspace,
    scope: PackScope,
    made: MadePack,
    key_id: str,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    new = keys.make("Secretariat", clock=clock)
    keys.revoke(key_id, reason="Replaced.", clock=clock)
    order = PackOrder(scope=scope, title="Next", key_id=new.key_id)
    later = making.make(workspace, order, folder_or_path=tmp_path)
    monkeypatch.setenv("JWG_HOME", str(tmp_path / "delegate"))
    keys.trust(made.manifest.public_key, owner="Secretariat", clock=clock)
    keys.trust(new.public, owner="Secretariat", clock=clock)
    assert reading.verify(made.path).proof is Proof.SIGNED
    assert reading.verify(later.path).proof is Proof.SIGNED
    assert reading.verify(made.path).proof is Proof.REVOKED


def test_a_pack_without_a_signature_or_a_list_is_never_fine(
    workspace: Workspace, scope: PackScope, tmp_path: Path
) -> None:
    order = PackOrder(scope=scope, title="Unsigned")
    path = making.make(workspace, order, folder_or_path=tmp_path).path
    assert reading.verify(path).proof is Proof.UNSIGNED
    changed(path, "DELETE FROM store_meta WHERE key = 'pack_manifest'")
    assert reading.verify(path).proof is Proof.CANNOT_BE_VERIFIED


def test_a_changed_text_is_found_and_the_place_named(made: MadePack) -> None:
    changed(made.path, "UPDATE provision_text SET text = text || ' '")
    found = reading.verify(made.path)
    assert found.proof is Proof.CHANGED
    assert found.changed == ("provision_text",)
    with pytest.raises(reading.PackChanged, match=r"texts of rules\. It was not opened"):
        reading.open_for_reading(made.path, clock=FixedClock(NOW), actor="Delegate")


def test_a_list_that_was_written_anew_does_not_fit_the_signature(made: MadePack) -> None:
    changed(made.path, "DELETE FROM decision_text")
    connection = driver.connect(str(made.path), isolation_level=None)
    (written,) = connection.execute(
        "SELECT value FROM store_meta WHERE key = 'pack_manifest'"
    ).fetchone()
    values = json.loads(written)
    values["on"] = "2020-01-01"
    connection.execute(
        "UPDATE store_meta SET value = ? WHERE key = 'pack_manifest'", (json.dumps(values),)
    )
    connection.close()
    found = reading.verify(made.path)
    assert found.proof is Proof.CHANGED
    assert not found.signature_fits


def test_wherever_one_byte_is_changed_it_is_found_or_changes_nothing_that_is_read(
    made: MadePack, tmp_path: Path
) -> None:
    content = made.path.read_bytes()
    whole = reading.verify(made.path)
    other = tmp_path / "Other.jwgx"
    found = {"opened": 0, "refused": 0}
    for place in range(11, len(content), len(content) // 80):
        other.write_bytes(content[:place] + bytes([content[place] ^ 0x20]) + content[place + 1 :])
        try:
            result = reading.verify(other)
        except Misfortune:
            found["refused"] += 1
            continue
        if result.proof is Proof.SIGNED and not result.index_remade:
            # A byte of room that nothing uses: every row is as it was signed.
            assert result.manifest == whole.manifest
        found["opened"] += 1
    assert min(found.values()) > 0


def test_a_changed_search_index_is_made_anew_and_said(made: MadePack, filled: UUID) -> None:
    changed(made.path, "DELETE FROM search_entry")
    found = reading.verify(made.path)
    assert (found.proof, found.index_remade) == (Proof.SIGNED, True)


def test_one_that_is_cut_short_is_not_opened(made: MadePack) -> None:
    content = made.path.read_bytes()
    made.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(PackDamaged, match="its end is missing"):
        reading.verify(made.path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW decision_view AS SELECT * FROM decision",
        "CREATE TRIGGER mine AFTER INSERT ON decision BEGIN SELECT 1; END",
        "CREATE TABLE extra (a)",
        "DROP TABLE decision_relation",
        "CREATE INDEX mine ON decision (symbol)",
    ],
)
def test_what_no_pack_has_is_not_opened(made: MadePack, statement: str) -> None:
    changed(made.path, statement)
    with pytest.raises(PackDamaged, match="not as it was made"):
        reading.verify(made.path)


def test_one_of_a_newer_version_says_so(made: MadePack) -> None:
    changed(made.path, "PRAGMA user_version=99")
    with pytest.raises(PackTooNew, match="newer JWG Desk"):
        reading.verify(made.path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a Word file", b"SQLite format 3\x00"])
def test_what_is_no_pack_is_not_taken_for_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Letter.jwgx"
    path.write_bytes(content)
    with pytest.raises(NotAPack):
        reading.verify(path)


def test_a_workspace_is_no_pack_and_a_pack_is_no_workspace(
    made: MadePack, workspace: Workspace
) -> None:
    with pytest.raises(NotAPack, match="database of another kind"):
        reading.verify(workspace.path)
    with pytest.raises(Misfortune, match="not a JWG Desk workspace"):
        Workspace.open(made.path, clock=FixedClock(NOW), actor="Bat")


def test_it_opens_from_a_folder_that_cannot_be_written(made: MadePack, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    path = made.path.rename(closed / made.path.name)
    closed.chmod(0o500)
    try:
        with opened(path) as pack:
            assert meetings.list_for_body(pack, body_id=None) is not None
        assert [each.name for each in closed.iterdir()] == [path.name]
    finally:
        closed.chmod(0o700)


def test_under_a_passphrase_it_opens_with_that_alone(
    workspace: Workspace, scope: PackScope, tmp_path: Path
) -> None:
    order = PackOrder(scope=scope, title="Closed", protection=Protection(passphrase="Naadam 2026"))
    path = making.make(workspace, order, folder_or_path=tmp_path).path
    assert b"SQLite" not in path.read_bytes()
    with pytest.raises(PackEncrypted):
        reading.verify(path)
    with pytest.raises(CannotDecrypt, match="the passphrase is another"):
        reading.verify(path, passphrase="Naadam 2025")
    assert reading.verify(path, passphrase="Naadam 2026").proof is Proof.UNSIGNED


def test_for_a_recipient_it_opens_with_their_key_alone(
    workspace: Workspace,
    scope: PackScope,
    clock: FixedClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recipient = keys.make("Delegate", clock=clock).recipient
    order = PackOrder(scope, "For one", protection=Protection(recipients=(recipient,)))
    path = making.make(workspace, order, folder_or_path=tmp_path).path
    assert reading.verify(path).proof is Proof.UNSIGNED
    monkeypatch.setenv("JWG_HOME", str(tmp_path / "elsewhere"))
    keys.make("Somebody else", clock=clock)
    with pytest.raises(CannotDecrypt, match="not made for a key of this computer"):
        reading.verify(path)
    wrong = PackOrder(scope, "For nobody", protection=Protection(recipients=("age1nobody",)))
    with pytest.raises(NotARecipient, match="age1nobody"):
        making.make(workspace, wrong, folder_or_path=tmp_path)
