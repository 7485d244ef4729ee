"""Whether everything that the record says is there in every language in which it is signed."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from app.domain.agenda import AgendaItem
from app.domain.decision import Decision, DecisionText
from app.domain.names import in_language, is_same_language
from app.services.checks.case import Case
from app.services.checks.results import Check, CheckKey, Finding, Problem, judge


def check_languages(case: Case) -> Check:
    """Return whether the texts of the record are complete.

    Minutes are signed in all the languages of the meeting and are looked at in each; of other
    documents only their own language matters.
    """
    wanted = [case.language]
    for tag in case.meeting.languages if case.is_record else ():
        if not any(is_same_language(tag, other) for other in wanted):
            wanted.append(tag)
    findings = tuple(
        Finding(Problem.NOT_TRANSLATED, in_language(texts, case.language), tag, subject)
        for tag in wanted
        for subject, texts in _texts(case)
        if any(texts.values()) and not _has(texts, tag)
    )
    return judge(CheckKey.LANGUAGES, findings, total=len(wanted), first=wanted[0], last=wanted[-1])


def _texts(case: Case) -> Iterator[tuple[UUID, Mapping[str, str]]]:
    """Yield what is to be there in every language, with the record that it belongs to."""
    for paragraph in case.paragraphs:
        yield paragraph.id, paragraph.texts
    items = case.reader.find(AgendaItem, meeting_id=case.meeting_id)
    for item in sorted(items, key=lambda item: item.ordinal):
        yield item.id, item.titles
    if case.is_record:
        for decision in case.reader.find(Decision, meeting_id=case.meeting_id):
            worded = case.reader.find(DecisionText, decision_id=decision.id)
            yield decision.id, {each.language: each.title for each in worded}
            yield decision.id, {each.language: each.text for each in worded}


def _has(texts: Mapping[str, str], language: str) -> bool:
    return any(text and is_same_language(tag, language) for tag, text in texts.items())
