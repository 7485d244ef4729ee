"""Why a note cannot be kept, sent, taken in or answered, in words that name the thing."""

from app.domain.errors import Misfortune


class NoteEmpty(Misfortune):
    """A note without words."""

    def __init__(self) -> None:
        super().__init__("The note says nothing.", "Write something, or delete it.", field="text")


class NoteTooLong(Misfortune):
    """A note that is a paper of its own."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"The note is longer than {limit:,} characters.",
            "Send so long a text as a paper of its own.",
            field="text",
        )


class WordsNotThere(Misfortune):
    """A note speaks of words that its provision does not have."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"The chosen words do not stand in “{where}” in this language.",
            "Choose words within one provision, or none for a note on the whole of it.",
            field="quote",
        )


class NoteGone(Misfortune):
    """A note was deleted meanwhile."""

    def __init__(self) -> None:
        super().__init__("This note is not there any more.", "It was deleted in another window.")


class AuthorUnnamed(Misfortune):
    """Notes are to be sent, and nobody says whose they are."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody is named whose notes these are.",
            "Enter a name of at most 120 characters, as the secretariat knows you; the signs "
            "“<” and “>” stand in no name.",
            field="author",
        )


class NothingToSend(Misfortune):
    """No note is meant for the secretariat."""

    def __init__(self) -> None:
        super().__init__(
            "None of your notes is for the secretariat.",
            "Mark those that you want to send; the others stay private.",
        )


class NotesOfAnotherBody(Misfortune):
    """Notes were made on a pack of a body that this workspace does not have."""

    def __init__(self, name: str, body: str) -> None:
        super().__init__(
            f"“{name}” was not taken in: its notes are on rules of “{body}”, which is not in this "
            "workspace.",
            "Open the workspace from which that pack was made.",
        )


class UnknownRules(Misfortune):
    """Notes speak of rules that the body does not have here."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(
            f"“{name}” was not taken in: it speaks of the rules “{code}”, which this body does not "
            "have in this workspace.",
            "Open the workspace from which that pack was made.",
        )


class UnknownSide(Misfortune):
    """Notes are said to be those of a side that nobody knows."""

    def __init__(self, name: str, side: str) -> None:
        super().__init__(
            f"“{name}” was not taken in: it speaks for “{side}”, which is no party of this body.",
            "Ask whoever sent it for which side the notes are.",
        )


class NoteOfAnother(Misfortune):
    """A file changes a note that somebody else wrote."""

    def __init__(self, name: str, author: str) -> None:
        super().__init__(
            f"“{name}” was not taken in: it changes a note of {author}, who speaks for another "
            "side.",
            "Ask whoever sent it to save the notes again.",
        )


class NoDraftYet(Misfortune):
    """A note was to become a proposal, and there is no draft that it could be one for."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"There is no draft of a new version of “{title}” that this could be proposed for.",
            "Begin a draft first, then turn the note into a proposal.",
        )


class NoSideToPropose(Misfortune):
    """A note of nobody's side was to become a proposal."""

    def __init__(self, author: str) -> None:
        super().__init__(
            f"{author} did not say for which side the note is.",
            "Choose the party that proposes it.",
            field="party_id",
        )


class AlreadyProposed(Misfortune):
    """A note was to become a proposal a second time."""

    def __init__(self) -> None:
        super().__init__(
            "This note has become a proposal already.",
            "Change that proposal, or take it off the table first.",
        )
