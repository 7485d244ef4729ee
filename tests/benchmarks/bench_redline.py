"""Redlines against the engines of python-redlines, on the same pair of rules in the same run.

Ours is timed from two block trees to the bytes of the file, comparing and writing; the peers from
the two finished files. They also start a program of their own each time: that is how they work.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from statistics import median
from time import perf_counter

import pytest

from app.documents.word import write
from app.documents.word.redline import write_redline
from app.documents.word.revisions import accept_all
from tests.benchmarks.ledger import record
from tests.documents.peer_engines import PeerEngine
from tests.documents.peer_engines import peer as peer
from tests.documents.redline_pairs import Editor, make_rules, read_paragraphs

pytestmark = pytest.mark.bench

ROUNDS = 5
AT = datetime(2026, 2, 1, 9, tzinfo=UTC)


def measure(work: Callable[[], bytes]) -> float:
    """Return the median time of ``work`` in seconds."""
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return median(times)


def test_a_redline_of_120_articles_is_five_times_faster_than_a_peer(peer: PeerEngine):
    old = make_rules(120, seed=1)
    new = Editor(Random(2)).edit(old, edits=90)
    before, after = write(old), write(new)
    ours = write_redline(old, new, author="Decision 2/JWG.2", at=AT)
    assert read_paragraphs(accept_all(ours)) == read_paragraphs(after)
    assert read_paragraphs(accept_all(peer.redline(before, after)))
    value = measure(lambda: write_redline(old, new, author="Decision 2/JWG.2", at=AT))
    against = measure(lambda: peer.redline(before, after))
    # The faster of the two is the one to be measured by, and runs first.
    name = "redline" if peer.name == "DocxodusEngine" else f"redline_{peer.name.lower()}"
    assert record(name, value, "s", f"python-redlines {peer.name}", against) >= 5
