"""The documents that JWG Desk makes; a template and a record of facts stand behind each."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """Which document it is."""

    AGREED_MINUTES = "agreed-minutes"
    PARTICIPANTS = "participants"
    AGENDA = "agenda"
    RULES = "rules"

    @property
    def words(self) -> str:
        """Its name in a sentence, in English."""
        return _WORDS[self]


_WORDS = {
    DocumentKind.AGREED_MINUTES: "agreed minutes",
    DocumentKind.PARTICIPANTS: "list of participants",
    DocumentKind.AGENDA: "agenda",
    DocumentKind.RULES: "rules",
}
