"""What a keystroke in the palette costs over 100,000 provisions and 10,000 other records.

Against it stands a LIKE scan of the same words in the same run; no workspace is small enough that a
scan answers while somebody types.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import text

from app.clock import FixedClock
from app.services.finding import search
from app.store.search_index import rebuild
from app.store.workspace import Workspace
from tests import large_workspace
from tests.benchmarks.bench_store import fill_with_provisions, milliseconds, scan
from tests.benchmarks.ledger import record

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

NOW = datetime(2026, 3, 2, tzinfo=UTC)
LIMIT = 12
TYPED = (
    "joint committee",
    "jc-12",
    "agreed minutes",
    "registry",
    "감축 실적",
    "회의록",
    "合同委員会",
    "хурал",
    "exchanged views type:minutes",
    "party:KR meeting",
    "-registry credit",
)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = Path(tmp_path_factory.mktemp("palette")) / "Large.jwg"
    large_workspace.build(path, clock=FixedClock(NOW))
    assert fill_with_provisions(path, documents=250, provisions=100) == 100_000
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        with opened._writing.begin() as connection:
            rebuild(connection, today=NOW.date())
        yield opened


def test_a_keystroke_in_the_palette(large: Workspace) -> None:
    ours, theirs, slowest = [], [], (0.0, "")
    for whole in TYPED:
        for end in range(2, len(whole) + 1):
            typed = whole[:end]
            taken = milliseconds(
                lambda typed=typed: search.find(large, query=typed, limit=LIMIT, is_typing=True), 3
            )
            slowest = max(slowest, (taken, typed))
            ours.append(taken)
    with large.read() as reader:
        for words in TYPED[:8]:
            for table, column in (("provision_text", "text"), ("minutes_paragraph", "texts")):
                where = (
                    scan(words)
                    .replace("heading LIKE", f"{column} LIKE")
                    .replace("text LIKE", f"{column} LIKE")
                )
                plain = text(f"SELECT {column} FROM {table} WHERE {where} LIMIT {LIMIT}")
                every = text(f"SELECT count(*) FROM {table} WHERE {where}")
                theirs.append(
                    milliseconds(lambda p=plain, e=every: (reader.scalar(e), reader.scalar(p)), 3)
                )
    scanned = 2 * median(theirs)
    print(f"\nslowest keystroke {slowest[0]:.1f} ms (“{slowest[1]}”)", end="")
    record("palette", median(ours), "ms", "LIKE scan", scanned)
    assert median(ours) < scanned
