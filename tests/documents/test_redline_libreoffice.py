"""LibreOffice, settling a redline in its own way, comes to the same two texts, numbers included."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from app.documents.word.redline import write_redline
from app.texts.blocks import Document
from tests.documents.plain import write_plain
from tests.documents.redline_cases import MEETINGS, PAIRS, SCOPE, TERMS
from tests.documents.redline_pairs import Editor, document, make_rules
from tests.documents.test_libreoffice import lines, run_libreoffice

pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(300)]

MACRO = Path(__file__).with_name("settling_macro.xba")
AT = datetime(2026, 2, 1, 9, tzinfo=UTC)


# What LibreOffice does on its own account: it writes the table of contents anew, leaves the style
# of what is gone on an empty paragraph at the end of a text, and loses references to what moved.
# Headings that run in are written otherwise in the plain text that it is compared with.
OTHERWISE = {
    "a heading of a paragraph put in",
    "a moved article with a note",
    "an article at the end",
    "an article moved",
    "an article moved and edited",
    "contents, controls and sections",
}
# The number of a note stands in LibreOffice's text.
NOTE = re.compile(r"(?<=consensus)\d")


def edited(articles: int, *, edits: int, seed: int) -> tuple[Document, Document]:
    """Return rules without references: LibreOffice 7 settles changes with fields in them badly."""
    old = make_rules(articles, seed=seed, references=False)
    return old, Editor(Random(seed)).edit(old, edits=edits)


CASES = {
    **{name: pair for name, pair in PAIRS.items() if name not in OTHERWISE},
    **{f"rules edited at random, {seed}": edited(20, edits=12, seed=seed) for seed in range(5)},
    "long rules edited at random": edited(120, edits=90, seed=1),
    "an article moved": (document(SCOPE, MEETINGS, TERMS), document(TERMS, SCOPE, MEETINGS)),
    # In Mongolian the word beside the number changes with it: 1 дүгээр, 2 дугаар.
    "an article put in, in Mongolian": (
        replace(document(MEETINGS, TERMS), language="mn"),
        replace(document(SCOPE, MEETINGS, TERMS), language="mn"),
    ),
}


@pytest.fixture(scope="module")
def settled(tmp_path_factory):
    """Have all redlines settled at once."""
    folder = tmp_path_factory.mktemp("settled")
    for name, (old, new) in CASES.items():
        content = write_redline(old, new, author="Decision 2/JWG.2", at=AT)
        (folder / f"{name}.docx").write_bytes(content)
    run_libreoffice(folder, "--terminate_after_init")
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    assert module.is_file()
    module.write_bytes(MACRO.read_bytes())
    run_libreoffice(folder, f'macro:///Standard.Module1.SettleAll("{folder.as_posix()}")')
    return folder


@pytest.mark.parametrize("name", sorted(CASES))
def test_libreoffice_accepts_a_redline_to_the_new_text(settled, name):
    assert told(settled, name, "accepted") == lines(write_plain(CASES[name][1]))


@pytest.mark.parametrize("name", sorted(CASES))
def test_libreoffice_rejects_a_redline_to_the_old_text(settled, name):
    assert told(settled, name, "rejected") == lines(write_plain(CASES[name][0]))


def told(folder: Path, name: str, which: str) -> list[str]:
    text = (folder / f"{name}.{which}.txt").read_text(encoding="utf-8-sig")
    return lines(NOTE.sub("", text))
