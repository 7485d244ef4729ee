"""Why an exported workspace is not taken over, naming the file and the record."""

from app.domain.errors import Misfortune

_AGAIN = "Nothing was taken over. Export the workspace again, or ask for another copy."


class NotAnExport(Misfortune):
    """What was chosen is something else."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"“{name}” is not an exported workspace: {what}.",
            "Choose the zip archive, or the file manifest.json in the folder of the export.",
        )


class ExportTooNew(Misfortune):
    """A newer JWG Desk wrote it."""

    def __init__(self, name: str, *, program: str) -> None:
        by = f" ({program})" if program else ""
        super().__init__(
            f"“{name}” was exported by a newer JWG Desk{by}, which knows more than this one.",
            "Install the newest JWG Desk and open it there.",
        )


class ExportDamaged(Misfortune):
    """A file of the export is not what was written."""

    def __init__(self, file: str, what: str) -> None:
        super().__init__(f"“{_short(file)}” in the export {what}.", _AGAIN)
        self.file = file


class RecordRefused(Misfortune):
    """A record of the export cannot be one.

    Attributes:
        file: The file that it stands in.
        line: In which line; 0 where only its key is known.
    """

    def __init__(self, file: str, line: int, what: str) -> None:
        place = f"“{_short(file)}”, line {line:,}" if line else f"“{_short(file)}”"
        super().__init__(f"{place}: {what}", _AGAIN)
        self.file = file
        self.line = line


def _short(name: str) -> str:
    """Return a name as it can be shown: a hostile one may be long, or hold signs of control."""
    shown = "".join(sign if sign.isprintable() else "·" for sign in name)
    return shown if len(shown) <= 120 else f"{shown[:120]}…"
