"""Why a list from outside cannot be read: one sentence each, naming the file and the way out."""

from app.domain.errors import Misfortune


class UnusableTable(Misfortune):
    """A file or a pasted text is no list that can be read."""

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(sentence, remedy, field="file")


class EmptyTable(UnusableTable):
    """There is nothing in it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{_called(name)} is empty.", "Choose the file or the sheet with the names."
        )


class TooLarge(UnusableTable):
    """It is larger than any list of people."""

    def __init__(self, name: str, *, limit: str) -> None:
        super().__init__(
            f"{_called(name)} is too large for a list of names: at most {limit} can be read.",
            "Copy the rows that are needed into a new file, or paste them.",
        )


class PasswordProtected(UnusableTable):
    """It cannot be opened without a password."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{_called(name)} is protected by a password.",
            "Open it in Excel, remove the password under File, Info, and save a copy.",
        )


class OldWorkbook(UnusableTable):
    """It is a workbook of Excel 2003 or before, whatever its name ends with."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{_called(name)} is in the format of Excel 2003 (.xls).",
            "Open it in Excel and save it as “Excel Workbook (.xlsx)”, or copy its rows and paste.",
        )


class OtherFile(UnusableTable):
    """It is a file of another kind."""

    def __init__(self, name: str, *, what: str, remedy: str) -> None:
        super().__init__(f"{_called(name)} is {what}, not a list that can be read.", remedy)


class Damaged(UnusableTable):
    """It says that it is a workbook, and cannot be read as one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{_called(name)} is damaged or was not downloaded whole.",
            "Open it in Excel and save it again, or ask for it once more.",
        )


class NotThisEncoding(UnusableTable):
    """Its bytes are no text in the encoding that was chosen."""

    def __init__(self, name: str, encoding: str) -> None:
        super().__init__(
            f"{_called(name)} cannot be read as {encoding}.", "Choose another encoding."
        )


def _called(name: str) -> str:
    return f"“{name}”" if name else "What was pasted"
