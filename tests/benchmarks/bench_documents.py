"""Word documents against docxtpl, which fills in a Word template, in the same run.

The peer gets an easy task: the same words without content controls, bookmarks, hashes, reference
fields or a table of contents, and with the numbers of references already written out.
"""

from collections.abc import Callable
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from types import SimpleNamespace

import docx
import pytest
from docxtpl import DocxTemplate

from app.documents.compose import compose
from app.documents.kinds import DocumentKind
from app.documents.word import write
from app.texts.blocks import Provision
from app.texts.numbering import Numbering, number_provisions
from app.texts.walking import walk
from tests.benchmarks.ledger import record
from tests.documents.large_builders import large_minutes, large_rules
from tests.documents.plain import spell

pytestmark = pytest.mark.bench

ROUNDS = 25

MINUTES = (
    ("Title", "Agreed Minutes"),
    ("Normal", "of the First Meeting of the {{ body.name }}"),
    ("Normal", "{{ meeting.place }}, 27 May 2025"),
    ("List Number", "The First Meeting of the {{ body.name }} was held in {{ meeting.place }}."),
    ("Normal", "{%p for delegation in delegations %}"),
    (
        "List Number",
        (
            "The delegation of {{ delegation.party.name }} was led by"
            " {{ delegation.head.name }}, {{ delegation.head.post }}."
        ),
    ),
    ("Normal", "{%p endfor %}"),
    ("List Number", "The meeting was convened in accordance with the {{ basis.title }}."),
    ("Normal", "{%p for item in items %}"),
    ("Heading 1", "{{ item.heading }}"),
    ("Normal", "{%p for paragraph in item.paragraphs %}"),
    ("List Number", "{{ paragraph.text }}"),
    ("Normal", "{%p for decision in paragraph.decisions %}"),
    ("Normal", "Decision {{ decision.symbol }}. {{ decision.title }} {{ decision.text }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
)
ANNEXES = (
    ("Heading 1", "Annex 1 List of Participants"),
    ("Normal", "{%p for delegation in delegations %}"),
    ("Heading 2", "{{ delegation.party.heading }}"),
    ("Normal", "{%p for person in delegation.members %}"),
    ("Normal", "{{ person.name }}, {{ person.post }}, {{ person.organisation }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for institution in delegation.institutions %}"),
    ("Normal", "{{ institution }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Heading 1", "Annex 2 Agenda"),
    ("Normal", "{%p for item in agenda %}"),
    ("List Number", "{{ item.title }}"),
    ("Normal", "{%p endfor %}"),
)
RULES = (
    ("Title", "{{ title }}"),
    ("Normal", "{%p for chapter in chapters %}"),
    ("Heading 1", "{{ chapter.heading }}"),
    ("Normal", "{%p for article in chapter.children %}"),
    ("Heading 2", "{{ article.heading }}"),
    ("Normal", "{%p for paragraph in article.children %}"),
    ("List Number", "{{ paragraph.text }}"),
    ("Normal", "{%p for item in paragraph.children %}"),
    ("List Number 2", "{{ item.text }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
)


def test_minutes_of_28_items_are_no_slower_than_with_docxtpl(tmp_path: Path) -> None:
    facts = large_minutes()
    template = tmp_path / "minutes.docx"
    blank = docx.Document()
    fill(blank, MINUTES)
    add_actions(blank)
    fill(blank, ANNEXES)
    blank.save(str(template))
    context = {field.name: getattr(facts, field.name) for field in fields(facts)}

    ours, theirs = race(
        lambda: write(compose(DocumentKind.AGREED_MINUTES, facts, original_of="KR")),
        lambda: render(template, context),
    )
    assert record("minutes", ours, "ms", "docxtpl", theirs) >= 1


def test_rules_of_120_articles_against_docxtpl(tmp_path: Path) -> None:
    facts = large_rules()
    template = tmp_path / "rules.docx"
    blank = docx.Document()
    fill(blank, RULES)
    blank.save(str(template))
    numbering = number_provisions(
        (block for block in walk(facts.provisions) if isinstance(block, Provision)), language="en"
    )
    context = {
        "title": facts.title,
        "chapters": [in_words(chapter, numbering) for chapter in facts.provisions],
    }

    ours, theirs = race(
        lambda: write(compose(DocumentKind.RULES, facts)), lambda: render(template, context)
    )
    assert record("rules", ours, "ms", "docxtpl", theirs) > 0


def race(first: Callable[[], bytes], second: Callable[[], bytes]) -> tuple[float, float]:
    """Return the median milliseconds of each, run in turn so that both meet the same noise."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for contender, taken in zip((first, second), times, strict=True):
            start = perf_counter()
            assert contender().startswith(b"PK")
            if turn:
                taken.append((perf_counter() - start) * 1000)
    return median(times[0]), median(times[1])


def render(template: Path, context: dict[str, object]) -> bytes:
    """Return what docxtpl makes of ``template``."""
    document = DocxTemplate(str(template))
    document.render(context, autoescape=True)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def fill(blank: docx.document.Document, lines: tuple[tuple[str, str], ...]) -> None:
    for style, text in lines:
        blank.add_paragraph(text, style=style)


def add_actions(blank: docx.document.Document) -> None:
    table = blank.add_table(rows=4, cols=4)
    rows = (
        ("No.", "Action", "Responsible", "Due"),
        ("{%tr for action in actions %}", "", "", ""),
        (
            "{{ action.code }}",
            "{{ action.text }}",
            "{{ action.responsible }}",
            "{{ action.due_words }}",
        ),
        ("{%tr endfor %}", "", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def in_words(provision: Provision, numbering: Numbering) -> SimpleNamespace:
    """Return ``provision`` as plain words, with the numbers of references written out."""
    return SimpleNamespace(
        heading=spell(provision.heading, numbering),
        text=spell(provision.text, numbering),
        children=[in_words(child, numbering) for child in provision.children],
    )
