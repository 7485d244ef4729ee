"""Why a file is not let in as a Word file, each with what to do about it."""

from enum import StrEnum

from app.domain.errors import Misfortune

_SAVE_AGAIN = "Open it in Word and save it once more as a Word document (.docx)."
_ASK_AGAIN = "Ask whoever sent it for the file once more, and do not open this one."


class Refusal(StrEnum):
    """What is wrong with a file as a whole."""

    NOT_WORD = "not-word"
    OLD_FORMAT = "old-format"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"
    UNSAFE = "unsafe"


_WORDS: dict[Refusal, tuple[str, str]] = {
    Refusal.NOT_WORD: ("is not a Word document (.docx)", _SAVE_AGAIN),
    Refusal.OLD_FORMAT: (
        "is in the format of Word 97–2003 (.doc), or is another file of that time",
        _SAVE_AGAIN,
    ),
    Refusal.ENCRYPTED: (
        "is locked with a password",
        "Open it in Word, take the password off (File, Info, Protect Document), and save it.",
    ),
    Refusal.TOO_LARGE: (
        "is larger inside than any Word document should be",
        "Take large pictures out of it, or ask for the file once more.",
    ),
    Refusal.DAMAGED: ("is damaged", _SAVE_AGAIN),
    Refusal.UNSAFE: ("is put together in a way in which no Word document is", _ASK_AGAIN),
}


class WordFileRefused(Misfortune):
    """A file from outside is not read at all.

    Attributes:
        name: What it is called.
        refusal: What is wrong with it.
        detail: What was found, for the log; not for the user.
    """

    def __init__(self, name: str, refusal: Refusal, detail: str = "") -> None:
        words, remedy = _WORDS[refusal]
        super().__init__(f"“{name}” {words}.", remedy, field="path")
        self.name = name
        self.refusal = refusal
        self.detail = detail
