"""Makes the PDF of record: LibreOffice lays our own Word file out, where it is on the machine.

Only what we have written ourselves is given to it, never a file that came from elsewhere. Each time
it has a profile of its own, so that it neither waits for an open window nor changes a setting.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.errors import Misfortune

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
            "There is no LibreOffice on this computer, which lays out the PDF.",
            "Install LibreOffice (free, libreoffice.org), or save as Word and export from there.",
        )


class NotLaidOut(Misfortune):
    """LibreOffice did not make a PDF of a document."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"LibreOffice did not make the PDF: {reason}.",
            "Try again, or save as Word and export the PDF from there.",
        )
        self.reason = reason


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
    try:
        # A session of its own, because the program that is found only starts another one.
        running = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise NotLaidOut(error.strerror or str(error)) from error
    try:
        told, _ = running.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        _stop(running)
        raise NotLaidOut(f"it took longer than {seconds:.0f} seconds") from error
    lines = told.decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _stop(running: subprocess.Popen[bytes]) -> None:
    """End it together with the program that it has started."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(running.pid)], check=False, capture_output=True
        )
    else:
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate()


def _usual_places() -> Iterator[Path]:
    for variable in ("ProgramFiles", "ProgramFiles(x86)"):
        if folder := os.environ.get(variable):
            yield Path(folder) / "LibreOffice" / "program" / "soffice.exe"
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    yield Path("/usr/lib/libreoffice/program/soffice")
    yield Path("/snap/bin/libreoffice")
