"""Reads the words of a PDF from outside, page by page; a scan without words says that it is one."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from time import monotonic
from typing import Any

from app.domain.errors import Misfortune

_MOST_PAGES = 1_500
_LONGEST_PAGE = 200_000
_LONGEST = 12_000_000
_MOST_UNPACKED = 10_000_000
_LONGEST_SECONDS = 60


class PdfRefused(Misfortune):
    """A PDF cannot be read."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"“{name}” {why}.", remedy, field="path")
        self.name = name


class ReadingStopped(Misfortune):
    """The user wants no more of a long file."""

    def __init__(self) -> None:
        super().__init__("The reading was stopped.", "")


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The lines of one page; the page is counted from 1."""

    number: int
    lines: tuple[str, ...]


def read_pdf(
    content: bytes, *, name: str, is_stopped: Callable[[], bool] = lambda: False
) -> tuple[PdfPage, ...]:
    """Return what each page of a PDF says; nothing in it is run, and nothing is fetched.

    Raises:
        PdfRefused: It is locked, damaged, too large inside, or a scan without words.
        ReadingStopped: if the user wants no more.
    """
    # Imported when the first PDF is read, which most days nobody does.
    from pypdf import apply_configuration

    with apply_configuration(
        zlib_maximum_output_length=_MOST_UNPACKED, disable_legacy_handling=True
    ):
        return _read(content, name, is_stopped)


def _read(content: bytes, name: str, is_stopped: Callable[[], bool]) -> tuple[PdfPage, ...]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise PdfRefused(name, "is locked with a password", _UNLOCK)
        return _pages(reader, name, is_stopped)
    except (PyPdfError, zlib.error, RecursionError, MemoryError) as error:
        raise PdfRefused(name, "is damaged, or larger inside than it should be", _AGAIN) from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        # What a broken PDF makes of its reader is not foreseen by the reader.
        raise PdfRefused(name, "is damaged", _AGAIN) from error


def _pages(reader: Any, name: str, is_stopped: Callable[[], bool]) -> tuple[PdfPage, ...]:
    count = len(reader.pages)
    if count > _MOST_PAGES:
        raise PdfRefused(name, f"has more than {_MOST_PAGES:,} pages", _PARTS)
    pages = []
    length = 0
    latest = monotonic() + _LONGEST_SECONDS
    for number, page in enumerate(reader.pages, start=1):
        if is_stopped():
            raise ReadingStopped
        if monotonic() > latest:
            raise PdfRefused(name, "takes too long to read", _PARTS)
        told = (page.extract_text() or "")[:_LONGEST_PAGE]
        length += len(told)
        if length > _LONGEST:
            raise PdfRefused(name, "is larger inside than any minutes", _PARTS)
        pages.append(PdfPage(number, tuple(_lines(told))))
    if not any(page.lines for page in pages):
        raise PdfRefused(name, "holds pictures of pages, but no words", _RECOGNISE)
    return tuple(pages)


def _lines(text: str) -> list[str]:
    """Return the lines of a page; one that breaks off in the middle of a sentence goes on."""
    lines: list[str] = []
    for line in text.splitlines():
        told = line.strip()
        if not told:
            continue
        if lines and _goes_on(lines[-1], told):
            lines[-1] = f"{lines[-1].removesuffix('-')} {told}"
        else:
            lines.append(told)
    return lines


def _goes_on(before: str, line: str) -> bool:
    is_full = len(before) >= _FULL_LINE
    return is_full and not before.endswith((".", ":", ";", "。")) and line[:1].islower()


_FULL_LINE = 60
_UNLOCK = "Open it with its password, print it to a new PDF, and put that into the folder."
_AGAIN = "Ask for the file once more, or open it and print it to a new PDF."
_PARTS = "Divide it, and put the parts into the folder."
_RECOGNISE = (
    "Have the words recognised by the scanner or in Word, and put that file into the folder."
)
