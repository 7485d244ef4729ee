"""Reads one old paper through the gate: its lines with their places, and what they say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.documents.incoming.pdf_text import read_pdf
from app.documents.incoming.web_page import read_web_page
from app.documents.incoming.word_text import IncomingText, Left, read_word
from app.domain.errors import Misfortune
from app.services import incoming_files
from app.services.attachments import hash_of
from app.services.past.folders import PastFile
from app.services.rule_imports import ImportPreview, look_into
from app.services.rule_sources import read_source
from app.texts.characters import clean
from app.texts.past.body_terms import BodyTerms
from app.texts.past.evidence import Line, Place, PlaceKind
from app.texts.past.recognition import PaperSaid, recognise

_ZIP_OR_OLD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PDF = b"%PDF"
_WORD = frozenset({".docx", ".docm", ".dotx", ".doc"})
_WEB = frozenset({".html", ".htm", ".xhtml"})
_LONGEST = 2_000_000
_MOST_BYTES = 4 * _LONGEST
"""What a text or web page of that length may weigh, in whatever encoding."""
_LONGEST_HEADING = 120


class PaperTooLong(Misfortune):
    """A file says more than any minutes do."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is longer than any minutes: more than two million letters.",
            "Divide it, or bring it in as rules by itself.",
        )


class PaperEmpty(Misfortune):
    """A file holds no words."""

    def __init__(self, name: str, *, pictured: bool) -> None:
        if pictured:
            super().__init__(
                f"“{name}” holds pictures of pages, but no words.",
                "Have the words recognised by the scanner or in Word, and use that file.",
            )
        else:
            super().__init__(f"“{name}” is empty.", "")


class PaperChanged(Misfortune):
    """A file was changed between the reading and the approval."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” was changed since it was read.", "Read the folder again, and look once more."
        )


@dataclass(frozen=True)
class PastPaper:
    """An old paper.

    Attributes:
        said: What was recognised in it.
        rules: Its provisions, if it is a text of rules.
    """

    name: str
    path: Path
    sha256: str
    media_type: str
    said: PaperSaid
    rules: ImportPreview | None = field(default=None, repr=False)


def read_paper(
    file: PastFile, terms: BodyTerms, *, is_stopped: Callable[[], bool] = lambda: False
) -> PastPaper:
    """Return what an old paper says.

    Raises:
        Misfortune: It cannot be read; naming it and the reason.
    """
    content = incoming_files.read(file.path)
    short = file.name.rpartition("/")[2]
    lines = tuple(_lines(file, content, short, is_stopped))
    if not lines:
        raise PaperEmpty(short, pictured=False)
    if sum(len(line.text) for line in lines) > _LONGEST:
        raise PaperTooLong(short)
    said = recognise(file.name, lines, terms)
    media_type = incoming_files.media_type_of(short)
    rules = None
    if said.rules is not None:
        rules = _look_into_rules(file, lines, language=said.language)
        source = replace(rules.source, name=short, content=b"", media_type=media_type)
        rules = replace(rules, source=source)
    return PastPaper(
        name=file.name,
        path=file.path,
        sha256=hash_of(content),
        media_type=media_type,
        said=said,
        rules=rules,
    )


def content_of(paper: PastPaper) -> bytes:
    """Return the bytes of a paper; hundreds of them are not held while it is looked through.

    Raises:
        PaperChanged: if the file is no longer what was read.
        Misfortune: if it cannot be read any more; naming it.
    """
    content = incoming_files.read(paper.path)
    if hash_of(content) != paper.sha256:
        raise PaperChanged(paper.name.rpartition("/")[2])
    return content


def _look_into_rules(file: PastFile, lines: tuple[Line, ...], *, language: str) -> ImportPreview:
    """Take a text of rules apart; of a PDF there are only its lines."""
    if lines[0].place.kind is PlaceKind.PAGE:
        return look_into("\n".join(line.text for line in lines), language=language)
    return look_into(file.path, language=language)


def _lines(
    file: PastFile, content: bytes, short: str, is_stopped: Callable[[], bool]
) -> Iterator[Line]:
    ending = file.path.suffix.lower()
    if content.startswith(_PDF) or ending == ".pdf":
        for page in read_pdf(content, name=short, is_stopped=is_stopped):
            place = Place(PlaceKind.PAGE, page.number)
            yield from (Line(clean(line), place) for line in page.lines)
    elif content.startswith(_ZIP_OR_OLD) or ending in _WORD:
        yield from _of_paragraphs(read_word(content, name=short), short)
    elif len(content) > _MOST_BYTES:
        raise PaperTooLong(short)
    elif ending in _WEB:
        yield from _of_paragraphs(read_web_page(content, name=short), short)
    else:
        told = read_source(file.path).text
        for number, line in enumerate(told.splitlines(), start=1):
            if line.strip():
                yield Line(clean(line), Place(PlaceKind.LINE, number))


def _of_paragraphs(told: IncomingText, name: str) -> Iterator[Line]:
    """Yield the paragraphs of a Word file or web page, each with the nearest heading above it."""
    heading = ""
    is_told = False
    for number, paragraph in enumerate(told.paragraphs, start=1):
        for line in paragraph.line.split("\n"):
            if line.strip():
                is_told = True
                yield Line(clean(line), Place(PlaceKind.PARAGRAPH, number, heading))
        if paragraph.style.lower().startswith(("heading", "title")) and paragraph.text.strip():
            heading = clean(paragraph.text.strip())[:_LONGEST_HEADING]
    if not is_told:
        raise PaperEmpty(name, pictured=any(kind is Left.PICTURES for kind, _n in told.left))
