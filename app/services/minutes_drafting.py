"""Drafts minutes before they are written: every sentence is to be confirmed as having happened.

Drafting once more adds what is missing and touches nothing that is there.
"""

from collections.abc import Iterable
from uuid import UUID

from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesParagraph
from app.domain.names import Names
from app.services.facts.drafts import draft_facts
from app.services.minutes_order import STEP, in_row, require_open
from app.services.minutes_outline import Outline, Sentence
from app.store.change_set import ChangeSet
from app.store.queries.minutes import latest_edition
from app.store.queries.minutes_sheet import languages_of
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace


class NothingMissing(Misfortune):
    """Minutes were to be drafted that say everything already that could be drafted."""

    def __init__(self) -> None:
        super().__init__(
            "These minutes say already whatever can be drafted from the records of the meeting.",
            "Enter more of the agenda or its decisions, or write on by hand.",
        )


def draft(workspace: Workspace, *, meeting_id: UUID) -> ChangeSet:
    """Draft what the minutes of a meeting lack, in every language of theirs that has wording.

    Raises:
        Sealed: if the minutes are signed.
        NothingMissing: if there is nothing to add.
        NoBody: if the meeting is an event that belongs to no body.
        TemplateError: if an office's own wording cannot be used.
    """
    with workspace.write("Pre-draft minutes") as work:
        meeting = work.get(Meeting, meeting_id)
        minutes = latest_edition(work, meeting_id=meeting_id)
        if minutes is None:
            minutes = work.add(Minutes(meeting_id=meeting_id))
            work.flush()
        require_open(work, minutes.id)
        there = in_row(work, minutes.id)
        sentences = Outline(work, meeting, there).sentences()
        if not sentences:
            raise NothingMissing
        texts = _worded(work, workspace, meeting, sentences)
        _add_all(work, minutes.id, there, sentences, texts)
        return work.commit(subject=minutes.id)


def _add_all(
    work: UnitOfWork,
    minutes_id: UUID,
    there: list[MinutesParagraph],
    sentences: Iterable[Sentence],
    texts: dict[str, Names],
) -> None:
    """Add the paragraphs after all others: what each belongs to gives it its place on the page."""
    ordinal = there[-1].ordinal if there else 0
    for sentence in sentences:
        ordinal += STEP
        work.add(
            MinutesParagraph(
                minutes_id=minutes_id,
                agenda_item_id=sentence.item.id if sentence.item else None,
                decision_id=sentence.decision.id if sentence.decision else None,
                action_id=sentence.action.id if sentence.action else None,
                ordinal=ordinal,
                grade=sentence.grade,
                kind=sentence.kind,
                party_id=sentence.party_id,
                texts=texts[sentence.key],
                level=sentence.level,
                standard=sentence.standard,
            )
        )


def _worded(
    work: UnitOfWork, workspace: Workspace, meeting: Meeting, sentences: tuple[Sentence, ...]
) -> dict[str, Names]:
    """Return the words of every sentence in every language, by its key."""
    # The template library is imported when the first draft is made, not when the window opens.
    from app.documents.drafting import list_draft_languages, word_points
    from app.services.own_templates import carried

    own = carried(workspace)
    wanted = languages_of(work, meeting)
    languages = [tag for tag in wanted if tag in list_draft_languages()] or ["en"]
    texts: dict[str, Names] = {sentence.key: {} for sentence in sentences}
    for language in languages:
        facts = draft_facts(work, meeting, sentences, language=language)
        for key, words in word_points(facts, language=language, own=own).items():
            texts[key][language] = words
    return texts
