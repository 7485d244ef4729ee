"""Writes the golden texts anew after a change that is meant.

Run it as ``python -m tests.documents.write_golden``. The golden texts are the documents as Word
reads them, so that a change to any of them is seen in the diff and not in a ministry.
"""

from pathlib import Path

from lxml import etree

from app.documents.word import write
from app.texts.blocks import Document
from tests.documents.invariants import WordFile
from tests.documents.samples import all_documents

GOLDEN = Path(__file__).parent / "golden"


def write_readable(document: Document) -> str:
    """Return the main part of ``document``, one element to a line."""
    root = WordFile(write(document)).document
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.xml"):
        old.unlink()
    for name, document in all_documents().items():
        (GOLDEN / f"{name}.xml").write_text(write_readable(document), encoding="utf-8")
