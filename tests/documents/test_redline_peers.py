"""An independent engine finds nothing between a settled redline and the text it should be.

It settles the changes of a file itself before it compares, so it is also asked to accept ours.
The results of references are left out: an old text that was restored shows its new numbers until
Word counts again.
"""

import re
from datetime import UTC, datetime
from random import Random

import pytest

from app.documents.word import write
from app.documents.word.redline import write_redline
from app.documents.word.revisions import accept_all, reject_all
from app.texts.blocks import Document
from tests.documents.peer_engines import PeerEngine
from tests.documents.peer_engines import peer as peer
from tests.documents.redline_cases import MEETINGS, PAIRS, PLAIN, SCOPE, table
from tests.documents.redline_pairs import Editor, document, make_rules, read_paragraphs

AT = datetime(2026, 2, 1, 9, tzinfo=UTC)


def edited(*, seed: int) -> tuple[Document, Document]:
    old = make_rules(20, seed=seed, references=False)
    return old, Editor(Random(seed)).edit(old, edits=12)


def with_table() -> tuple[Document, Document]:
    old = document(SCOPE, table(("1", "Adopts"), ("2", "Notes"), ("3", "Names")), MEETINGS)
    rows = table(("1", "Adopts all"), ("3", "Names"), ("4", "Asks"))
    return old, document(PLAIN, SCOPE, rows, MEETINGS)


CASES = {
    "rules edited at random": edited(seed=1),
    "a table": with_table(),
    "a note": PAIRS["a note replaced"],
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_peer_finds_nothing_between_what_we_settle_and_the_text_itself(name, peer: PeerEngine):
    old, new = CASES[name]
    redline = write_redline(old, new, author="Decision 2/JWG.2", at=AT)
    assert peer.count_changes(accept_all(redline), write(new)) == 0
    assert peer.count_changes(reject_all(redline), write(old)) == 0
    assert peer.count_changes(write(old), write(new)) > 0


# One of the peers leaves a deleted note in the file, emptied, and takes that for a difference.
@pytest.mark.parametrize("name", sorted(CASES.keys() - {"a note"}))
def test_a_peer_accepts_our_changes_to_the_new_text(name, peer: PeerEngine):
    old, new = CASES[name]
    redline = write_redline(old, new, author="Decision 2/JWG.2", at=AT)
    assert peer.count_changes(redline, write(new)) == 0


@pytest.mark.parametrize("name", sorted(CASES))
def test_we_settle_the_changes_of_a_peer(name, peer: PeerEngine):
    old, new = (write(one) for one in CASES[name])
    redline = peer.redline(old, new)
    assert words(accept_all(redline)) == words(new)
    assert words(reject_all(redline)) == words(old)


def words(content: bytes) -> list[str]:
    """Return the words alone: peers may rename styles that they take for their own."""
    return [re.sub(r"^\w+: ", "", one) for one in read_paragraphs(content)]
