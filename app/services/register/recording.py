"""Verb that records in the minutes of the next meeting what was decided in writing before it."""

from datetime import datetime
from uuid import UUID

from app.documents.languages import wording_of
from app.domain.decision import Decision, DecisionText
from app.domain.meeting import Meeting
from app.domain.minutes import Grade, Minutes, MinutesKind, MinutesParagraph, ParagraphKind
from app.domain.written_procedure import (
    PROCEDURE_LIFE,
    ProcedureEventKind,
    ProcedureStatus,
    WrittenProcedure,
)
from app.services.minutes_order import last_of, make_room, require_open
from app.services.register.clocks import note_event
from app.services.register.silence import MeetingOfAnotherBody
from app.store.change_set import ChangeSet
from app.store.queries.minutes import latest_edition
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["record"]

_SENTENCES = {
    "en": "It was recorded that decision {symbol}, “{title}”, had been adopted in writing"
    " on {day}, no side having objected within the period.",
    "ko": "양측은 결정 {symbol}(“{title}”)이 정해진 기간 내에 이의가 없어 {day} 서면으로"
    " 채택되었음을 확인하였다.",
    "mn": "{symbol} дугаартай “{title}” шийдвэрийг тогтоосон хугацаанд аль нэг тал эсэргүүцээгүй"
    " тул {day} бичгээр баталсныг тэмдэглэв.",
    "ja": "決定{symbol}（「{title}」）が、期限内に異議がなかったため、{day}に書面により採択された"
    "ことを確認した。",
}
"""What minutes say of a decision that was taken in writing; staff may change the words there."""


def record(
    workspace: Workspace, *, procedure_id: UUID, meeting_id: UUID, at: datetime
) -> ChangeSet:
    """Write into the minutes of a meeting that the decision was taken, in each of its languages.

    Where the meeting has no minutes yet they are begun.

    Raises:
        UnlawfulTransition: if it is not announced, or recorded already.
        MeetingOfAnotherBody: if the meeting is not one of the body.
        Sealed: if the minutes of the meeting are signed.
    """
    with workspace.write("Record decision in minutes") as work:
        procedure = work.get(WrittenProcedure, procedure_id)
        PROCEDURE_LIFE.require(procedure.status, ProcedureStatus.RECORDED)
        decision = work.get(Decision, procedure.decision_id)
        if work.get(Meeting, meeting_id).body_id != decision.body_id:
            raise MeetingOfAnotherBody
        minutes = _minutes_of(work, meeting_id)
        (ordinal,) = make_room(work, minutes.id, after_id=last_of(work, minutes.id))
        work.add(
            MinutesParagraph(
                minutes_id=minutes.id,
                decision_id=decision.id,
                ordinal=ordinal,
                grade=Grade.BOTH_SIDES,
                kind=ParagraphKind.CONCLUSION,
                texts=_sentences(work, decision),
            )
        )
        procedure.status = ProcedureStatus.RECORDED
        note_event(work, procedure_id, ProcedureEventKind.RECORDED, at)
        return work.commit(subject=procedure_id)


def _minutes_of(work: UnitOfWork, meeting_id: UUID) -> Minutes:
    latest = latest_edition(work, meeting_id=meeting_id)
    if latest is None:
        minutes = Minutes(meeting_id=meeting_id, kind=MinutesKind.AGREED_MINUTES)
        work.add(minutes)
        work.flush()
        return minutes
    return require_open(work, latest.id)


def _sentences(work: UnitOfWork, decision: Decision) -> dict[str, str]:
    texts = work.find(DecisionText, decision_id=decision.id)
    titles = {text.language: text.title for text in texts if text.title}
    day = decision.taken_on
    told = {
        tag: sentence.format(
            symbol=decision.symbol or "",
            title=titles[tag],
            day=wording_of(tag).spell_day(day) if day else "",
        )
        for tag, sentence in _SENTENCES.items()
        if tag in titles
    }
    if told:
        return told
    language, title = next(iter(titles.items()), ("en", ""))
    return {language: f"{decision.symbol} — {title}".strip(" —")}
