"""Words the opening of minutes anew for each original: the party whose original it is comes first.

The record holds one wording for all originals. What stands there as it was drafted is worded again
in the order of the alternat; what a person has changed stays in every original as it was written.
"""

from collections.abc import Mapping
from dataclasses import replace

from app.documents.draft_facts import Says
from app.documents.facts import MinutesFacts, MinutesItemFacts, MinutesParagraphFacts
from app.domain.agenda import StandardItem
from app.domain.meeting import Meeting
from app.services import own_templates
from app.services.facts.drafts import draft_facts
from app.services.minutes_outline import Sentence
from app.store.reader import Reader
from app.store.workspace import Workspace

_OPENING = StandardItem.OPENING
_SENTENCES = tuple(Sentence(says, _OPENING) for says in (Says.OPENING, Says.DELEGATIONS))


def open_for(
    reader: Reader,
    workspace: Workspace,
    facts: MinutesFacts,
    *,
    meeting: Meeting,
    holder: str,
    language: str,
) -> MinutesFacts:
    """Return what minutes say, their drafted opening as the original of a party words it.

    Args:
        reader: A transaction.
        workspace: Whose offices may word minutes in their own way.
        facts: What the minutes say.
        meeting: Whose minutes they are.
        holder: The code of the party whose original it is.
        language: The language of the original.
    """
    if _OPENING.value not in facts.says or holder not in {each.code for each in facts.parties}:
        return facts
    words = _reworded(reader, workspace, meeting, holder=holder, language=language)
    return replace(facts, items=tuple(_item(item, words) for item in facts.items))


def _reworded(
    reader: Reader, workspace: Workspace, meeting: Meeting, *, holder: str, language: str
) -> dict[str, str]:
    """Return the words of a party's original by those that are drafted for all."""
    # The template library is imported when the first document is made.
    from app.documents.drafting import list_draft_languages, word_points
    from app.documents.ordering import order_facts
    from app.documents.template_errors import TemplateError
    from app.texts.conformity import MarkupError

    if language not in list_draft_languages():
        return {}
    drafted = draft_facts(reader, meeting, _SENTENCES, language=language)
    ordered = order_facts(drafted, holder=holder)
    own = own_templates.carried(workspace)
    try:
        usual = word_points(drafted, language=language, own=own)
        theirs = word_points(ordered, language=language, own=own)
    except (TemplateError, MarkupError):
        # Own wording that can draft nothing any more is no reason to refuse minutes that stand.
        return {}
    return {words: theirs[key] for key, words in usual.items() if words}


def _item(item: MinutesItemFacts, words: Mapping[str, str]) -> MinutesItemFacts:
    return replace(item, paragraphs=tuple(_paragraph(each, words) for each in item.paragraphs))


def _paragraph(said: MinutesParagraphFacts, words: Mapping[str, str]) -> MinutesParagraphFacts:
    if said.standard != _OPENING.value:
        return said
    return replace(said, text=words.get(said.text, said.text))
