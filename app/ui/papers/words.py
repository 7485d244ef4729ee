"""Puts what the papers' tab tells into words: sizes, revisions, why a file cannot be taken."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.meeting_folders import LeftOut
    from app.services.papers import FileRow, PaperDetail

_DANGERS = {
    "program": QT_TRANSLATE_NOOP(
        "Papers", "This file is a program. JWG Desk keeps it, but does not open it."
    ),
    "macros": QT_TRANSLATE_NOOP(
        "Papers", "This file can hold macros, which run when it is opened."
    ),
}
_LEFT_OUT = {
    "our-side": QT_TRANSLATE_NOOP("Papers", "for our side only"),
    "confidential": QT_TRANSLATE_NOOP("Papers", "confidential"),
    "not-public": QT_TRANSLATE_NOOP("Papers", "not public"),
    "not-published": QT_TRANSLATE_NOOP("Papers", "not published yet"),
    "withdrawn": QT_TRANSLATE_NOOP("Papers", "withdrawn"),
    "no-file": QT_TRANSLATE_NOOP("Papers", "no file is kept"),
    "kept-back-elsewhere": QT_TRANSLATE_NOOP(
        "Papers", "the same file is kept back in another paper"
    ),
}
_KILO = 1024


def say(text: str) -> str:
    """Return the words of this page in the language of the interface."""
    return QCoreApplication.translate("Papers", text)


def size(number: int) -> str:
    """Return how large a file is, such as "1.2 MB"."""
    if number < _KILO:
        return QCoreApplication.translate("Papers", "%n byte(s)", "", number)
    if number < _KILO * _KILO:
        return say("{n} KB").format(n=round(number / _KILO))
    return say("{n} MB").format(n=f"{number / _KILO / _KILO:.1f}")


def revision(number: int) -> str:
    """Return what a revision is called: the first is none, the second is Rev.1."""
    return f"Rev.{number - 1}" if number > 1 else ""


def danger(kind: str) -> str:
    """Return why a file should not be opened without a thought."""
    return say(_DANGERS[kind])


def file(row: "FileRow") -> str:
    """Return a file in one line: its language, revision, name and size."""
    told = (
        phrases.say("language", row.language),
        revision(row.revision),
        row.file_name,
        size(row.size),
    )
    return " · ".join(part for part in told if part)


def readers(paper: "PaperDetail") -> str:
    """Return who may see a paper; that it is confidential or redacted comes first."""
    if str(paper.confidentiality) != "open":
        return phrases.say("confidentiality", paper.confidentiality)
    return phrases.say("distribution", paper.distribution)


def readers_hue(paper: "PaperDetail") -> str:
    """Return the hue of the chip that says who may see a paper."""
    if str(paper.confidentiality) != "open":
        return phrases.hue("confidentiality", paper.confidentiality)
    return phrases.hue("distribution", paper.distribution)


def left_out(row: "LeftOut") -> str:
    """Return why something does not go into the folder."""
    return say(_LEFT_OUT[str(row.reason)])


def confidential(count: int) -> str:
    """Return how many confidential papers go in."""
    return QCoreApplication.translate(
        "Papers", "%n confidential paper(s) among it: keep it to yourselves.", "", count
    )
