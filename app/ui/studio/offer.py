"""What can be chosen in the studio, settled in one go away from the window's thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.studio.record_facts import Fact, gather

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow
    from app.services.parties import PartyChip
    from app.ui.services import Services

_FIRST_LANGUAGE = "en"
_ORDER = ("en", "ko", "mn", "ja")
# The text of the rules is of its own; it says nothing of the meeting it is opened from.
_NOT_OF_THE_MEETING = "rules"


@dataclass(frozen=True)
class Wish:
    """What the user chose last, whether or not it can be had now.

    Attributes:
        meeting_id: Which meeting; ``None`` for the latest.
        kind: Which document; ``None`` for the first.
        original_of: The party whose original; ``None`` for the first.
        language: In which language.
    """

    meeting_id: UUID | None = None
    kind: Any = None
    original_of: UUID | None = None
    language: str = _FIRST_LANGUAGE


@dataclass(frozen=True)
class Offer:
    """What there is to choose from, and what is chosen of it.

    Attributes:
        meetings: The meetings of the body, the latest first.
        kinds: The documents that the records of the meeting are enough for.
        originals: The sides that each have an original of their own; else empty.
        languages: The languages in which there is a template of the document.
        facts: What the records say that the document is made of.
        chosen: What is chosen; its kind is ``None`` if no document can be made.
    """

    meetings: "tuple[MeetingRow, ...]"
    kinds: tuple[Any, ...]
    originals: "tuple[PartyChip, ...]"
    languages: tuple[str, ...]
    facts: tuple[Fact, ...]
    chosen: Wish


def read_offer(
    services: "Services", workspace: Any, *, body_id: UUID, wish: Wish, language: str
) -> Offer | None:
    """Return what can be chosen of a body's records, as near to the wish as can be.

    Args:
        services: The services.
        workspace: The workspace.
        body_id: Which body.
        wish: What the user would like.
        language: The language of the window.

    Returns:
        The offer; ``None`` if the body has no meetings.
    """
    rows = services.meetings.list_for_body(workspace, body_id=body_id, language=language)
    if not rows:
        return None
    meetings = tuple(sorted(rows, key=_latest_first))
    meeting_id = _nearest(wish.meeting_id, tuple(row.id for row in meetings))
    asked: dict[str, Any] = {"meeting_id": meeting_id, "language": language}
    detail = services.meetings.show(workspace, **asked)
    delegations = services.delegations.list_for_meeting(workspace, **asked)
    kinds = services.documents.list_kinds(workspace, meeting_id=meeting_id)
    if not kinds:
        return Offer(meetings, (), (), (), (), Wish(meeting_id))
    kind = _nearest(wish.kind, kinds)
    parties = {opened.party.id: opened.party for opened in delegations}
    owners = services.documents.list_originals(workspace, meeting_id=meeting_id, kind=kind)
    originals = tuple(parties[owner] for owner in owners if owner in parties)
    languages = _in_order(services.documents.list_languages_of_kind(kind=kind), detail.languages)
    return Offer(
        meetings=meetings,
        kinds=kinds,
        originals=originals,
        languages=languages,
        facts=() if kind == _NOT_OF_THE_MEETING else gather(detail, delegations),
        chosen=Wish(
            meeting_id,
            kind,
            _nearest(wish.original_of, tuple(party.id for party in originals)),
            _nearest(wish.language, languages),
        ),
    )


def _nearest(wished: Any, offered: tuple[Any, ...]) -> Any:
    return wished if wished in offered else next(iter(offered), None)


def _in_order(tags: tuple[str, ...], of_the_meeting: tuple[str, ...]) -> tuple[str, ...]:
    """Return English first, then the languages of the meeting, then the others."""
    known = [*_ORDER, *sorted(set(tags) - set(_ORDER))]
    others = [tag for tag in known[1:] if tag not in of_the_meeting]
    row = dict.fromkeys((known[0], *of_the_meeting, *others))
    return tuple(tag for tag in row if tag in tags)


def _latest_first(row: "MeetingRow") -> tuple[bool, int, int]:
    day = row.starts_on
    return (day is not None, -day.toordinal() if day is not None else 0, -(row.ordinal or 0))
