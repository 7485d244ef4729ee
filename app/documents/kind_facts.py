"""Which record of facts stands behind each document, so that its templates can be held to it."""

from app.documents.bilingual_facts import BilingualRulesFacts
from app.documents.decision_facts import DecisionPaperFacts, DecisionRegisterFacts
from app.documents.draft_facts import MinutesDraftFacts
from app.documents.facts import AgendaFacts, Facts, MinutesFacts, ParticipantsFacts, RulesFacts
from app.documents.follow_up_facts import ActionListFacts, ProjectReviewFacts
from app.documents.kinds import DocumentKind
from app.documents.letter_facts import (
    CircularFacts,
    InvitationFacts,
    NoteVerbaleFacts,
    PressReleaseFacts,
)
from app.documents.meeting_facts import CardsFacts, RunSheetFacts, SummaryRecordFacts
from app.documents.reminder_facts import ReminderFacts

FACTS_OF: dict[DocumentKind, type[Facts]] = {
    DocumentKind.AGREED_MINUTES: MinutesFacts,
    DocumentKind.SUMMARY_RECORD: SummaryRecordFacts,
    DocumentKind.PARTICIPANTS: ParticipantsFacts,
    DocumentKind.AGENDA: AgendaFacts,
    DocumentKind.RUN_SHEET: RunSheetFacts,
    DocumentKind.INVITATION: InvitationFacts,
    DocumentKind.NOTE_VERBALE: NoteVerbaleFacts,
    DocumentKind.PRESS_RELEASE: PressReleaseFacts,
    DocumentKind.ACTION_LIST: ActionListFacts,
    DocumentKind.PROJECT_REVIEW: ProjectReviewFacts,
    DocumentKind.REMINDER: ReminderFacts,
    DocumentKind.NAME_PLATES: CardsFacts,
    DocumentKind.BADGES: CardsFacts,
    DocumentKind.DECISION: DecisionPaperFacts,
    DocumentKind.DECISION_REGISTER: DecisionRegisterFacts,
    DocumentKind.CIRCULAR: CircularFacts,
    DocumentKind.RULES: RulesFacts,
    DocumentKind.BILINGUAL_RULES: BilingualRulesFacts,
}
_OF_STEMS: dict[str, type[Facts]] = {
    **{kind.value.replace("-", "_"): facts for kind, facts in FACTS_OF.items()},
    "draft_minutes_parts": MinutesDraftFacts,
}


def facts_behind(name: str) -> type[Facts] | None:
    """Return the record that the template ``name`` prints; ``None`` where it is given none."""
    return _OF_STEMS.get(name.rpartition("/")[2].partition(".")[0])
