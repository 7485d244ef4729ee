"""Why a file of notes is not taken in, in a sentence that names what is wrong with it."""

from app.domain.errors import Misfortune

_AGAIN = "Ask whoever sent it to save the notes again and to send the file as it is."


class NotesRefused(Misfortune):
    """A file is no file of notes, or not as it was written; nothing of it was taken in."""

    def __init__(self, name: str, what: str, remedy: str = _AGAIN) -> None:
        super().__init__(f"“{name}” was not taken in: {what}.", remedy)


class NotesTooNew(NotesRefused):
    """A file of notes in a format that is not known here."""

    def __init__(self, name: str, told: int) -> None:
        super().__init__(
            name,
            f"it is written in format {told}, and this JWG Desk reads format 1",
            "Install the newest JWG Desk, or ask for the notes as a Word comment sheet.",
        )


class NotesTooLarge(NotesRefused):
    """A file that is far larger than notes ever are."""

    def __init__(self, name: str, limit: int) -> None:
        megabytes = limit // 1_000_000
        super().__init__(
            name,
            f"it is larger than {megabytes} MB, which no file of notes is",
            "Ask whoever sent it for the right file.",
        )


class BrokenNote(Exception):
    """Something in a file of notes is not as it was written; the sentence says what."""
