"""Lays out the comments of a delegate as a table to be answered: provision, words, comment, answer.

The wording is a handful of headings, so it stands here in every language and needs no template.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.documents.languages import wording_of
from app.documents.word import write
from app.documents.word.characters import write_text
from app.documents.word.tongues import TONGUES
from app.texts.blocks import (
    Block,
    Break,
    Cell,
    Document,
    Form,
    Heading,
    Inline,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    Text,
)
from app.texts.characters import clean

KIND = "comment-sheet"
NAMESPACE = "urn:jwg-desk:notes:1"
"""Names what travels with a sheet unseen, so that a returned one is known by it."""
PROVISION, QUOTE, COMMENT = 1, 2, 3
"""Which of the columns holds what, counted from 0."""
_WIDTHS = (5, 17, 27, 31, 20)
_PARTICULARS = (22, 78)


@dataclass(frozen=True, slots=True)
class SheetComment:
    """A comment.

    Attributes:
        id: The name of the note, by which a returned sheet is read.
        provision: What the provision is called.
        version: The version that was read, as it is printed.
        quote: The words that it speaks of; empty for the whole provision.
        language: The language of these words.
    """

    id: str
    provision: str
    version: str
    quote: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetRules:
    """The comments on one text of rules."""

    title: str
    comments: tuple[SheetComment, ...]


@dataclass(frozen=True, slots=True)
class CommentSheet:
    """What stands on a comment sheet.

    Attributes:
        body: The joint body.
        pack: The pack that was read, and ``as_of`` the day as of which it stands.
        author, side: Who comments, and for which party.
        enclosed: What travels with the sheet unseen, so that it can be read back.
    """

    body: str
    pack: str
    as_of: date | None
    author: str
    side: str
    written_on: date
    rules: tuple[SheetRules, ...]
    enclosed: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    body: str
    pack: str
    as_of: str
    author: str
    side: str
    written_on: str
    heads: tuple[str, str, str, str, str]
    whole: str
    version: str


_WORDS = {
    "en": _Words(
        title="Comments on the Rules",
        body="Body",
        pack="Pack",
        as_of="Rules as of",
        author="Comments by",
        side="On behalf of",
        written_on="Date",
        heads=("No.", "Provision", "Words commented on", "Comment", "Answer"),
        whole="the whole provision",
        version="version {label}",
    ),
    "ko": _Words(
        title="규정에 대한 의견서",
        body="협의체",
        pack="자료집",
        as_of="규정 기준일",
        author="의견 제출자",
        side="대표하는 측",
        written_on="작성일",
        heads=("번호", "조항", "의견 대상 문구", "의견", "답변"),
        whole="조항 전체",
        version="{label}판",
    ),
    "mn": _Words(
        title="Журамд өгөх санал",
        body="Хамтарсан байгууллага",
        pack="Баримтын багц",
        as_of="Журмын хүчинтэй өдөр",
        author="Санал өгсөн",
        side="Төлөөлж буй тал",
        written_on="Огноо",
        heads=("№", "Заалт", "Санал өгч буй хэсэг", "Санал", "Хариу"),
        whole="заалт бүхэлдээ",
        version="{label} хувилбар",
    ),
    "ja": _Words(
        title="規則に対する意見書",
        body="合同機関",
        pack="資料集",
        as_of="規則の基準日",
        author="意見提出者",
        side="代表する側",
        written_on="作成日",
        heads=("番号", "条項", "対象となる文言", "意見", "回答"),
        whole="条項全体",
        version="{label}版",
    ),
}
LANGUAGES = tuple(_WORDS)
WHOLE = frozenset(words.whole for words in _WORDS.values())
"""What stands in the place of words that are commented on where it is the whole provision."""


def write_sheet(sheet: CommentSheet, *, language: str, written_at: datetime) -> bytes:
    """Return a comment sheet as a Word file; in English where it has no words of the language."""
    known = language if language in _WORDS else "en"
    document = compose_sheet(sheet, language=known)
    enclosed = f'<notes xmlns="{NAMESPACE}">{write_text(sheet.enclosed)}</notes>'
    return write(document, written_at=written_at, enclosed=enclosed if sheet.enclosed else "")


def compose_sheet(sheet: CommentSheet, *, language: str) -> Document:
    """Return a comment sheet as a block tree."""
    words = _WORDS[language]
    blocks: list[Block] = [
        Paragraph((Text(words.title),), role=Role.TITLE),
        _particulars(sheet, words, language),
    ]
    number = 1
    for rules in sheet.rules:
        blocks.append(Heading((Text(clean(rules.title)),), level=2))
        blocks.append(_table(rules, words, language, first=number))
        number += len(rules.comments)
    return Document(
        sections=(Section(tuple(blocks), landscape=True),),
        kind=KIND,
        language=language,
        title=words.title,
        subject=clean(sheet.body),
        author=clean(sheet.author),
        running_head=f"{words.title}, {clean(sheet.author)}",
        running_foot=wording_of(language).spell_day(sheet.written_on),
    )


def _particulars(sheet: CommentSheet, words: _Words, language: str) -> Table:
    spell = wording_of(language).spell_day
    facts = (
        (words.body, sheet.body),
        (words.pack, sheet.pack),
        (words.as_of, spell(sheet.as_of) if sheet.as_of else ""),
        (words.author, sheet.author),
        (words.side, sheet.side),
        (words.written_on, spell(sheet.written_on)),
    )
    rows = tuple(
        Row((Cell((Text(name, bold=True),)), Cell((Text(clean(fact)),))))
        for name, fact in facts
        if fact
    )
    return Table(_PARTICULARS, rows, form=Form.PARTICULARS, id="particulars")


def _table(rules: SheetRules, words: _Words, language: str, *, first: int) -> Table:
    rows = (
        _row(comment, words, language, number)
        for number, comment in enumerate(rules.comments, start=first)
    )
    return Table(
        _WIDTHS,
        tuple(rows),
        head=(Row(tuple(Cell((Text(title),)) for title in words.heads)),),
        caption=f"{words.title}: {clean(rules.title)}",
        id=f"comments-{first}",
    )


def _row(comment: SheetComment, words: _Words, language: str, number: int) -> Row:
    slanted = TONGUES[language].is_slanted
    where: list[Inline] = [Text(clean(comment.provision), bold=True)]
    if comment.version:
        where += [Break(), Text(_version(clean(comment.version), words), italic=slanted)]
    tongue = comment.language if comment.language != language else ""
    quoted = (
        tuple(_lines(comment.quote, tongue))
        if comment.quote
        else (Text(words.whole, italic=slanted),)
    )
    cells = (
        Cell((Text(str(number)),)),
        Cell(tuple(where)),
        Cell(quoted),
        Cell(tuple(_lines(comment.text, ""))),
        Cell(()),
    )
    return Row(cells, record="note", id=comment.id)


def _version(label: str, words: _Words) -> str:
    """Return how a version is called: “ver02.0” says by itself what it is, “1.0” does not."""
    return label if label[0].isalpha() else words.version.format(label=label)


def _lines(text: str, language: str) -> Iterable[Inline]:
    for place, line in enumerate(text.splitlines()):
        if place:
            yield Break()
        yield Text(clean(line), language=language)
