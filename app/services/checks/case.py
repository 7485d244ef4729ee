"""What the checks look at: one document of a meeting, and the records it was made of."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.documents.plain import plain_text
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesParagraph
from app.domain.party import Party
from app.store.queries.minutes import latest_edition
from app.store.reader import Reader
from app.texts.blocks import Document

RECORDS_OF_MEETINGS = frozenset({DocumentKind.AGREED_MINUTES, DocumentKind.SUMMARY_RECORD})


@dataclass(frozen=True)
class Case:
    """A document under examination; ``holder`` is the party whose original it is."""

    reader: Reader
    meeting: Meeting
    kind: DocumentKind
    document: Document
    holder: Party | None

    @property
    def meeting_id(self) -> UUID:
        """The key of the meeting."""
        return self.meeting.id

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.document.language

    @property
    def is_record(self) -> bool:
        """Whether it is the record of a meeting: agreed minutes or a summary record."""
        return self.kind in RECORDS_OF_MEETINGS

    @cached_property
    def words(self) -> str:
        """Everything the document says."""
        return plain_text(self.document)

    @cached_property
    def minutes(self) -> Minutes | None:
        """The edition of the minutes that it was made of."""
        if not self.is_record:
            return None
        return latest_edition(self.reader, meeting_id=self.meeting_id)

    @cached_property
    def paragraphs(self) -> tuple[MinutesParagraph, ...]:
        """The paragraphs of the minutes in order."""
        if self.minutes is None:
            return ()
        found = self.reader.find(MinutesParagraph, minutes_id=self.minutes.id)
        return tuple(sorted(found, key=lambda paragraph: paragraph.ordinal))
