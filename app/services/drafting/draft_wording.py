"""Verbs that change what a provision of a draft says: its words, and what stands in brackets."""

from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.rules import RuleDocument, RuleVersion
from app.services.drafting.draft_text import require_draft
from app.services.drafting.own_revision import OwnRevision
from app.services.drafting.refusals import ChangedElsewhere, NothingChosen
from app.store.change_set import ChangeSet
from app.store.queries.drafts import list_statuses
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.brackets import BracketPlace, find_brackets, settle

__all__ = ["reword", "settle_brackets"]


def reword(
    workspace: Workspace,
    *,
    version_id: UUID,
    eid: str,
    language: str,
    heading: str | None = None,
    text: str | None = None,
    was: str | None = None,
) -> ChangeSet:
    """Give a provision other words in one language.

    Args:
        workspace: The workspace.
        version_id: The draft.
        eid: The provision.
        language: The language that is written.
        heading: What it is headed; ``None`` lets that stay.
        text: Its words; ``None`` lets them stay.
        was: What the text said when somebody began to change it.

    Raises:
        NotADraft: if the version is no draft.
        NotThere: if the provision does not stand in it.
        ChangedElsewhere: if the text is not what it was.
    """
    with workspace.write("Reword provision") as work:
        version = require_draft(work, version_id)
        own = OwnRevision(work, version, eid)
        old_heading, old_text = own.says(language)
        if text is not None and was is not None and was != old_text != text:
            raise ChangedElsewhere(own.label or eid, old_text)
        own.say(
            language,
            heading=old_heading if heading is None else heading.strip(),
            text=old_text if text is None else text.strip(),
            status=status_in(work, version, language),
        )
        return work.commit(subject=version_id)


def settle_brackets(
    workspace: Workspace,
    *,
    version_id: UUID,
    eid: str,
    language: str,
    place: int,
    chosen: int | None,
    sides: tuple[str, ...] = (),
    was: str | None = None,
) -> ChangeSet:
    """Let one of the alternatives in brackets stand, or none of them.

    Args:
        workspace: The workspace.
        version_id: The draft.
        eid: The provision.
        language: The language whose words are settled.
        place: Which of the places in brackets, counted from 0.
        chosen: Which of its alternatives, counted from 0; ``None`` for none.
        sides: The names by which sides are written in brackets.
        was: What the text said when the choice was made.

    Raises:
        NothingChosen: if there is no such place or alternative any more.
    """
    with workspace.write("Choose alternative") as work:
        version = require_draft(work, version_id)
        own = OwnRevision(work, version, eid)
        heading, text = own.says(language)
        places = find_brackets(text, sides=sides)
        if not _is_there(places, place, chosen) or was not in (None, text):
            raise NothingChosen(own.label or eid)
        own.say(
            language,
            heading=heading,
            text=settle(text, places[place], chosen),
            status=status_in(work, version, language),
        )
        return work.commit(subject=version_id)


def _is_there(places: tuple[BracketPlace, ...], place: int, chosen: int | None) -> bool:
    if not 0 <= place < len(places):
        return False
    return chosen is None or 0 <= chosen < len(places[place].alternatives)


def status_in(work: UnitOfWork | Reader, version: RuleVersion, language: str) -> TextStatus:
    """Return what authority a new text in a language has: that of the others in it."""
    document = work.get(RuleDocument, version.document_id)
    known = dict(list_statuses(work, document_id=document.id))
    if language in known:
        return TextStatus(known[language])
    return TextStatus.AUTHENTIC if language in document.authentic_languages else TextStatus.WORKING
