"""The documents that JWG Desk makes; a template and a record of facts stand behind each."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """Which document it is."""

    AGREED_MINUTES = "agreed-minutes"
    SUMMARY_RECORD = "summary-record"
    PARTICIPANTS = "participants"
    AGENDA = "agenda"
    RUN_SHEET = "run-sheet"
    INVITATION = "invitation"
    NOTE_VERBALE = "note-verbale"
    PRESS_RELEASE = "press-release"
    ACTION_LIST = "action-list"
    PROJECT_REVIEW = "project-review"
    REMINDER = "reminder"
    NAME_PLATES = "name-plates"
    BADGES = "badges"
    DECISION = "decision"
    DECISION_REGISTER = "decision-register"
    CIRCULAR = "circular"
    RULES = "rules"
    BILINGUAL_RULES = "bilingual-rules"

    @property
    def words(self) -> str:
        """Its name in a sentence, in English."""
        return _WORDS[self]


_WORDS = {
    DocumentKind.AGREED_MINUTES: "agreed minutes",
    DocumentKind.SUMMARY_RECORD: "summary record",
    DocumentKind.PARTICIPANTS: "list of participants",
    DocumentKind.AGENDA: "agenda",
    DocumentKind.RUN_SHEET: "chair’s run sheet",
    DocumentKind.INVITATION: "invitation",
    DocumentKind.NOTE_VERBALE: "note verbale",
    DocumentKind.PRESS_RELEASE: "joint press release",
    DocumentKind.ACTION_LIST: "list of action items",
    DocumentKind.PROJECT_REVIEW: "review of projects",
    DocumentKind.REMINDER: "reminder of action items",
    DocumentKind.NAME_PLATES: "name plates",
    DocumentKind.BADGES: "badges",
    DocumentKind.DECISION: "decision",
    DocumentKind.DECISION_REGISTER: "register of decisions",
    DocumentKind.CIRCULAR: "circular",
    DocumentKind.RULES: "rules",
    DocumentKind.BILINGUAL_RULES: "rules in two languages",
}
