"""Whatever is typed, the quick way finds what reading everything from end to end finds."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.clock import FixedClock
from app.domain.rules import RuleDocument
from app.services.finding import search
from app.services.finding.search import Kind
from app.services.parties import our_today_in
from app.store.current_text import standing_text_ids
from app.store.workspace import Workspace
from tests.services.finding.slow_scan import OF, SlowScan

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
KINDS = frozenset(str(model.__tablename__) for model in OF)

WORDS = (
    *("meeting", "joint committee", "rules", "Mongolia", "landfill", "article", "Cho", "the"),
    *("위원회", "협력", "회", "합동", "委員会", "会", "хорооны", "хам", "2025", "1", "JCM"),
    *('"joint committee"', '"the rules"', "Takizaki Shigeki", "party parties"),
)
CONDITIONS = (
    *("type:decision", "type:action", "type:meeting", "type:minutes", "type:person", "type:rule"),
    *("-type:decision", "party:KR", "party:MN", "party:JP", "-party:KR"),
    *("status:open", "-status:open", "status:adopted", "status:effective", "status:draft"),
    *("meeting:1", "meeting:19", "-meeting:1", "on:2025", "on:<2020-01-01", "on:>=2025-05-27"),
    *("-on:2025", "due:<2027-01-01", "due:>=2025-01-01", "-due:2026", "owner:KR", "-owner:KR"),
)


@pytest.fixture(scope="module")
def read_only(sample_path):
    with Workspace.open(sample_path, clock=FixedClock(NOW), actor="B", read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def slow(read_only):
    with read_only.read() as reader:
        today = our_today_in(reader, read_only)
        scan = SlowScan(reader)
        connection = reader.connection()
        scan.standing = frozenset(
            key
            for document in reader.find(RuleDocument)
            for key in standing_text_ids(connection, document.id, today=today)
        )
        yield scan


def quick(workspace, query):
    answer = search.find(workspace, query=query, limit=1_000)
    assert answer.problem is None, answer.problem
    return {(record.card.kind.value, record.card.id) for record in answer.records}


@settings(max_examples=60)
@given(
    word=st.sampled_from(WORDS),
    conditions=st.lists(st.sampled_from(CONDITIONS), max_size=3, unique=True),
)
def test_words_and_conditions_find_what_a_slow_scan_finds(read_only, slow, word, conditions):
    found = quick(read_only, " ".join((word, *conditions)))
    assert {each for each in found if each[0] in KINDS} == slow.find(word, tuple(conditions))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_condition_alone_finds_what_a_slow_scan_finds(read_only, slow, condition):
    found = quick(read_only, condition)
    assert {each for each in found if each[0] in KINDS} == slow.find("", (condition,))


@pytest.mark.parametrize("word", WORDS)
def test_the_provisions_found_are_those_of_a_slow_scan(read_only, slow, word):
    found = {key.int for kind, key in quick(read_only, word) if kind == Kind.PROVISION.value}
    assert found == slow.find_provisions(word, slow.standing)
