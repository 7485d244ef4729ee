"""How much room a library of rules takes: texts, index, journal and all, table by table.

Built as people build it: drafted, changed and adopted by a decision, each through its verb. It is
measured on a part: one document is as large as another, so that the size of a thousand follows
from that of some. Pages that are free are left out, as the next texts are written into them.
"""

import random
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.decision import TextStatus
from app.domain.rules import ProvisionKind, RuleDocument, RuleKind
from app.services import rules
from app.services.adoption import adopting
from app.services.adoption.adopting import Adoption, NewDecision
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange, ProvisionDraft
from tests.benchmarks.bench_store import LANGUAGES, PROVISIONS, VERSIONS, WORDS
from tests.benchmarks.ledger import record
from tests.builders import World, key_of, set_up_world

apsw = pytest.importorskip("apsw", reason="pages are counted table by table by another SQLite")
pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

NOW = datetime(2026, 3, 2, tzinfo=UTC)
MEASURED, ALL = 8, 1000
LIMIT = 1000.0
STATUSES = {
    "en": TextStatus.AUTHENTIC,
    "ko": TextStatus.OFFICIAL,
    "mn": TextStatus.OFFICIAL,
}


class Author:
    """Writes rules of a hundred articles in three languages, and changes a tenth of them."""

    def __init__(self, workspace: Workspace, world: World, *, seed: int) -> None:
        self._workspace = workspace
        self._world = world
        self._chance = random.Random(seed)

    def write(self, code: str) -> None:
        draft = RuleDocument(
            code=code,
            body_id=self._world.body,
            kind=RuleKind.RULE_SET,
            titles={"en": f"Rules {code}"},
            authentic_languages=["en"],
        )
        key = key_of(rules.enter_document(self._workspace, draft))
        for number in range(1, VERSIONS + 1):
            version = self._first(key) if number == 1 else self._next(key, number)
            self._adopt(version, code, number)

    def _first(self, key):
        provisions = tuple(
            ProvisionDraft(
                eid=f"art_{at}",
                kind=ProvisionKind.ARTICLE,
                label=f"Article {at}",
                texts=self._texts(),
            )
            for at in range(1, PROVISIONS + 1)
        )
        return key_of(
            rules.draft_version(
                self._workspace,
                document_id=key,
                label="ver01.0",
                provisions=provisions,
                statuses=STATUSES,
            )
        )

    def _next(self, key, number: int):
        changes = tuple(
            ProvisionChange(ChangeKind.REPLACE, f"art_{at}", texts=self._texts())
            for at in range(1, PROVISIONS + 1)
            if self._chance.random() < 0.1
        )
        return key_of(
            rules.draft_changes(
                self._workspace,
                document_id=key,
                label=f"ver{number:02}.0",
                changes=changes,
                statuses=STATUSES,
            )
        )

    def _adopt(self, version, code: str, number: int) -> None:
        day = date(2000, 1, 1) + timedelta(days=365 * (number - 1))
        decision = NewDecision(
            symbol=f"{code}/{number}",
            taken_on=day,
            titles={"en": f"Decision {code}/{number}"},
            texts={"en": "The Joint Working Group adopts the rules."},
        )
        adopting.adopt(
            self._workspace,
            Adoption(
                version_id=version,
                label=f"ver{number:02}.0",
                in_force_from=day,
                new_decision=decision,
            ),
        )

    def _texts(self) -> dict[str, str]:
        return {tag: " ".join(self._chance.choices(WORDS[tag], k=45)) for tag in LANGUAGES}


def pages_of(path: Path) -> dict[str, int]:
    """Return how many bytes the pages of each table and index take up."""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        return dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))


def test_a_thousand_documents_of_twenty_versions(tmp_path: Path) -> None:
    path = tmp_path / "Library.jwg"
    opened = Workspace.create(path, clock=FixedClock(NOW), actor="Bat")
    author = Author(opened, set_up_world(opened), seed=20)
    before = pages_of(path)
    for at in range(MEASURED):
        author.write(f"RULES-{at}")
    after = pages_of(path)
    opened._reading.dispose()
    opened._writing.dispose()

    grown = {name: size - before.get(name, 0) for name, size in after.items()}
    print(f"\n{'bytes per document and version':>60}   MB per {ALL} documents")
    for name, size in sorted(grown.items(), key=lambda pair: -pair[1]):
        if size * ALL / MEASURED > 1e6:
            each = size / MEASURED / VERSIONS
            print(f"{name:>52} {each:7,.0f} {size / 1e6 * ALL / MEASURED:8.1f}")
    held = sum(grown.values()) / 1e6 * ALL / MEASURED
    journal = sum(size for name, size in grown.items() if "change" in name)
    print(
        f"{MEASURED} documents were built; of that the journal {journal / sum(grown.values()):.0%}"
    )
    record("rules_held", held, "MB", "the limit", LIMIT)
