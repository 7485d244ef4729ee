"""Makes the PDF with Word on Windows, for ministries that have Word and no LibreOffice.

Word is driven through its own automation by the PowerShell that every Windows has. Only what we
have written ourselves is given to it. It stays hidden, asks nothing, runs no macro and opens the
document for reading; a Word that the user has open is another process and is left alone.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from app.documents.outside_program import NotLaidOut, end, run

SECONDS = 120.0
_SHELLS = ("powershell", "pwsh")
# Word counts the pages of its tables of contents before it exports: 17 is PDF, 1 bookmarks from
# headings, the `$true` after it the tags for screen readers. No double quote may stand in here:
# the text is an argument of the command line.
SCRIPT = """
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$before = @(Get-Process WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
try {
  $word = New-Object -ComObject Word.Application
  $ours = @(Get-Process WINWORD | ForEach-Object { $_.Id } |
    Where-Object { $before -notcontains $_ })
  Set-Content -LiteralPath $env:JWG_WORD_STARTED -Value $ours
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $document = $word.Documents.Open($env:JWG_WORD_SOURCE, $false, $true, $false)
  foreach ($contents in $document.TablesOfContents) { $contents.Update() }
  $document.ExportAsFixedFormat(
    $env:JWG_WORD_TARGET, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1, $true)
  $document.Close(0)
} catch {
  Write-Output $_.Exception.Message
} finally {
  if ($word) { $word.Quit(0) }
}
"""


def find_word() -> Path | None:
    """Return the program that drives Word, where Word is installed; on Windows alone."""
    if not _has_word():
        return None
    found = (shutil.which(name) for name in _SHELLS)
    return next((Path(shell) for shell in found if shell), None)


def convert(content: bytes, *, program: Path, seconds: float = SECONDS) -> bytes:
    """Return the Word file ``content``, which we have written, as a PDF with bookmarks and tags.

    Args:
        content: The Word file.
        program: What drives Word, from ``find_word``.
        seconds: How long it may take.

    Raises:
        NotLaidOut: It failed, or took too long.
    """
    with TemporaryDirectory(prefix="jwg-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target, started = (
            folder / each for each in ("document.docx", "document.pdf", "started.txt")
        )
        source.write_bytes(content)
        told = run(
            [str(program), "-NoProfile", "-NonInteractive", "-Command", SCRIPT],
            folder=folder,
            seconds=seconds,
            called="Word",
            settings={
                "JWG_WORD_SOURCE": str(source),
                "JWG_WORD_TARGET": str(target),
                "JWG_WORD_STARTED": str(started),
            },
            given_up=lambda: _end_started(started),
        )
        if not target.is_file():
            raise NotLaidOut(told or "it said nothing", program="Word")
        return target.read_bytes()


def _end_started(started: Path) -> None:
    """End the Word that was started for this: Windows does not count it as the shell's own."""
    if not started.is_file():
        return
    words = started.read_text(encoding="utf-8-sig", errors="ignore").split()
    for word in words:
        if word.isdecimal():
            end(int(word))


def _has_word() -> bool:
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
    except OSError:
        return False
    return True
