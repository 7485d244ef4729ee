"""A pack of ten thousand provisions: made, opened, searched and proved while one waits."""

import hashlib
import json
import random
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from time import perf_counter

import pytest

from app.clock import FixedClock
from app.domain.pack_scope import PackPart, PackScope
from app.services import bodies
from app.services.finding import search
from app.services.packs import keys, making, reading
from app.services.packs.making import MadePack, PackOrder
from app.services.packs.reading import Proof
from app.store.engine import Access, connect
from app.store.workspace import Workspace
from tests.benchmarks.bench_store import (
    WORDS,
    add_document,
    add_provision,
    add_text,
    milliseconds,
    write_passage,
)
from tests.benchmarks.ledger import record
from tests.builders import a_body, key_of

pytestmark = pytest.mark.bench

NOW = datetime(2026, 3, 2, tzinfo=UTC)
DOCUMENTS, ARTICLES = 50, 200


def fill(path: Path, body: str) -> list[tuple[int, str, str]]:
    """Put ten thousand provisions into a workspace, a language by turns; return their texts."""
    chance, texts = random.Random(9), []
    weights = {
        language: list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
        for language, words in WORDS.items()
    }
    with closing(connect(path, access=Access.READ_WRITE)) as store:
        store.execute("BEGIN IMMEDIATE")
        for number in range(DOCUMENTS):
            document = add_document(store, f"RULES-{number}", versions=1)
            language = list(WORDS)[number % len(WORDS)]
            for ordinal in range(ARTICLES):
                revision = add_provision(store, document, ordinal, v_from=1, v_to=None)
                words = write_passage(chance, language, weights[language], 50)
                add_text(store, revision, language, words)
                texts.append((ordinal, language, words))
        store.execute("UPDATE rule_document SET body_id = ?", (body,))
        store.execute("COMMIT")
    return texts


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, PackOrder, Path]]:
    folder = tmp_path_factory.mktemp("packs")
    clock = FixedClock(NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JWG_HOME", str(folder / "home"))
        key = keys.make("Secretariat", clock=clock)
        with Workspace.create(folder / "Office.jwg", clock=clock, actor="Bat") as opened:
            body = key_of(bodies.establish(opened, a_body()))
            texts = fill(opened.path, body.hex)
            (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
            scope = PackScope(body_id=body, on=NOW.date(), parts=frozenset({PackPart.RULES}))
            yield opened, PackOrder(scope, "Rules", key_id=key.key_id), folder


@pytest.fixture(autouse=True)
def home(office: tuple[Workspace, PackOrder, Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office's own keys, in place of the empty home that other tests have."""
    monkeypatch.setenv("JWG_HOME", str(office[2] / "home"))
    return office[2] / "home"


@pytest.fixture(scope="module")
def made(office: tuple[Workspace, PackOrder, Path]) -> tuple[MadePack, float]:
    workspace, order, folder = office
    start = perf_counter()
    pack = making.make(workspace, order, folder_or_path=folder)
    return pack, (perf_counter() - start) * 1000


def test_making_it(
    office: tuple[Workspace, PackOrder, Path], made: tuple[MadePack, float], tmp_path: Path
) -> None:
    pack, ours = made
    content = (office[2] / "texts.json").read_bytes()

    def zipped() -> None:
        with zipfile.ZipFile(tmp_path / "texts.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("texts.json", content)
            archive.writestr("sha256", hashlib.sha256(content).hexdigest())

    print(f"\n{DOCUMENTS * ARTICLES:,} provisions: {pack.size / 1e6:.1f} MB")
    record("pack", ours, "ms", "zip of the bare texts", milliseconds(zipped, 3))
    assert dict(pack.manifest.tables)["provision"][0] == DOCUMENTS * ARTICLES


def test_proving_it(made: tuple[MadePack, float]) -> None:
    path = made[0].path
    assert reading.verify(path).proof is Proof.SIGNED
    ours = milliseconds(lambda: reading.verify(path), 5)
    bare = milliseconds(lambda: hashlib.sha256(path.read_bytes()).hexdigest(), 5)
    record("pack_verify", ours, "ms", "sha256 of the file, which proves no author", bare)


def test_opening_it_and_the_first_search(made: tuple[MadePack, float]) -> None:
    clock, path = FixedClock(NOW), made[0].path
    start = perf_counter()
    in_hand = reading.open_for_reading(path, clock=clock, actor="Delegate")
    opened = (perf_counter() - start) * 1000
    with in_hand.workspace as pack:
        start = perf_counter()
        assert search.find(pack, query="분쟁 해결").count
        first = (perf_counter() - start) * 1000
        with pack.read() as reader:
            connection = reader.connection()
            condition = "text LIKE '%분쟁%' AND text LIKE '%해결%'"
            scan = f"SELECT count(*) FROM provision_text WHERE {condition}"
            plain = milliseconds(lambda: connection.exec_driver_sql(scan).all(), 5)
    proving = milliseconds(lambda: reading.verify(path), 3)
    record("pack_open", opened, "ms", "proving it alone", proving)
    record("pack_search", first, "ms", "LIKE scan", plain)
