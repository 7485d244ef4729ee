"""Makes the PDF of record: LibreOffice lays our own Word file out, where it is on the machine.

Only what we have written ourselves is given to it, never a file that came from elsewhere. Each time
it has a profile of its own, so that it neither waits for an open window nor changes a setting.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from app.documents.outside_program import NotLaidOut, run
from app.domain.errors import Misfortune

__all__ = ["NoLibreOffice", "NotLaidOut", "convert", "find_libreoffice"]

SECONDS = 120.0
_NAMES = ("soffice", "libreoffice")
_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


class NoLibreOffice(Misfortune):
    """A PDF was asked for on a machine that has nothing to make it with."""

    def __init__(self) -> None:
        super().__init__(
            "There is neither LibreOffice nor Word on this computer to lay out the PDF.",
            "Install LibreOffice (free, libreoffice.org), or save as Word and export from there.",
        )


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program: on the search path, else where installers put it."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((path for path in _usual_places() if path.is_file()), None)


def convert(content: bytes, *, program: Path | None = None, seconds: float = SECONDS) -> bytes:
    """Return the Word file ``content``, which we have written, as a PDF with bookmarks and tags.

    Args:
        content: The Word file.
        program: LibreOffice; looked for where it is not given.
        seconds: How long it may take.

    Raises:
        NoLibreOffice: There is none.
        NotLaidOut: It failed, or took too long.
    """
    program = program or find_libreoffice()
    if program is None:
        raise NoLibreOffice
    with TemporaryDirectory(prefix="jwg-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(content)
        told = _run(program, folder, seconds)
        made = folder / "document.pdf"
        if not made.is_file():
            raise NotLaidOut(told or "it said nothing")
        return made.read_bytes()


def _run(program: Path, folder: Path, seconds: float) -> str:
    """Run it on the document in ``folder``; return the last thing it said."""
    profile = (folder / "profile").as_uri()
    command = [
        *(str(program), f"-env:UserInstallation={profile}", "--headless", "--norestore"),
        *("--convert-to", _FILTER, "--outdir", str(folder), str(folder / "document.docx")),
    ]
    return run(command, folder=folder, seconds=seconds, called="LibreOffice")


def _usual_places() -> Iterator[Path]:
    for variable in ("ProgramFiles", "ProgramFiles(x86)"):
        if folder := os.environ.get(variable):
            yield Path(folder) / "LibreOffice" / "program" / "soffice.exe"
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    yield Path("/usr/lib/libreoffice/program/soffice")
    yield Path("/snap/bin/libreoffice")
