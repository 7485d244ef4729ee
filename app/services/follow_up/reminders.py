"""Writes reminders of what is still owed: as a Word letter or as a draft of a message.

Nothing is sent: staff look at the file and send it themselves.
"""

from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.action import UNFINISHED, ActionItem, ActionStatus
from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.names import in_language
from app.domain.party import Party
from app.domain.person import Person
from app.exchange.mail_draft import write_draft
from app.services import disk, house_styles
from app.services.composing import composed
from app.services.facts.reminders import reminder_facts
from app.services.parties import our_today_in
from app.services.word_files import ComposedDocument
from app.store.queries.follow_up import FollowUpRow, list_follow_up
from app.store.reader import Reader
from app.store.workspace import Workspace

_SUBJECTS = {
    "en": "{body}: action items that are still open",
    "ko": "{body} 후속 조치 사항 이행 요청",
    "mn": "{body}: хэрэгжүүлэх ажлын сануулга",
    "ja": "{body}：今後の措置の進捗について",
}


class NothingOwed(Misfortune):
    """A side was to be reminded that owes nothing."""

    def __init__(self, whose: str) -> None:
        super().__init__(
            f"Nothing is open for {whose}, so there is nothing to remind of.",
            "Choose other action items, or another side.",
        )


def compose_reminder(
    workspace: Workspace,
    *,
    body_id: UUID,
    party_id: UUID | None = None,
    action_ids: Collection[UUID] = (),
    language: str = "en",
) -> ComposedDocument:
    """Make the reminder of a side, of all that it owes or of some of it.

    Args:
        workspace: The workspace.
        body_id: The body.
        party_id: The side; ``None`` for all sides together.
        action_ids: Which action items; all that are open for none.
        language: The language of the letter.

    Raises:
        NothingOwed: if none of them is open.
    """
    with workspace.read() as reader:
        rows = _owed(reader, workspace, body_id, party_id, action_ids, language)
        body = reader.get(Body, body_id)
        if not rows:
            raise NothingOwed(_side_name(reader, party_id, language))
        facts = reminder_facts(
            reader,
            body_id=body_id,
            party_id=party_id,
            rows=rows,
            language=language,
            today=our_today_in(reader, workspace),
        )
        code = reader.get(Party, party_id).code if party_id else ""
    name = " ".join(part for part in (body.code, code) if part)
    return composed(workspace, DocumentKind.REMINDER, facts, name, language=language, draft=False)


def save_letter(
    workspace: Workspace,
    *,
    body_id: UUID,
    path: Path,
    party_id: UUID | None = None,
    action_ids: Collection[UUID] = (),
    language: str = "en",
) -> Path:
    """Write a reminder as Word, into a folder under a free name or to a path; return its path.

    Raises:
        NothingOwed: if nothing is open.
        FileNotWritten: naming the file and the reason.
    """
    from app.documents import word

    made = compose_reminder(
        workspace, body_id=body_id, party_id=party_id, action_ids=action_ids, language=language
    )
    content = word.write(made.document, house_style=house_styles.current(workspace))
    return disk.write_file(path, content, name=made.file_name)


def save_message(
    workspace: Workspace,
    *,
    body_id: UUID,
    path: Path,
    party_id: UUID | None = None,
    action_ids: Collection[UUID] = (),
    language: str = "en",
) -> Path:
    """Write a reminder as a draft of a message, with the words of the letter; return its path.

    It is addressed to the persons who are named as responsible, as far as their address is known.

    Raises:
        NothingOwed: if nothing is open.
        FileNotWritten: naming the file and the reason.
    """
    from app.documents.plain import plain_text

    made = compose_reminder(
        workspace, body_id=body_id, party_id=party_id, action_ids=action_ids, language=language
    )
    with workspace.read() as reader:
        body = reader.get(Body, body_id)
        name = in_language(body.short_names, language) or in_language(body.names, language)
        rows = _owed(reader, workspace, body_id, party_id, action_ids, language)
        to = _addresses(reader, rows)
    content = write_draft(
        subject=_SUBJECTS.get(language, _SUBJECTS["en"]).format(body=name),
        to=to,
        text=plain_text(made.document),
        stamp=workspace.clock.now(),
    )
    return disk.write_file(path, content, name=Path(made.file_name).with_suffix(".eml").name)


def suggest_name(workspace: Workspace, *, body_id: UUID, party_id: UUID | None = None) -> str:
    """Return the name of a reminder without its ending, such as “Reminder … - KM-JWG KR”."""
    with workspace.read() as reader:
        parts = [reader.get(Body, body_id).code]
        parts += [reader.get(Party, party_id).code] if party_id else []
    return f"Reminder of action items - {' '.join(parts)}"


def _owed(
    reader: Reader,
    workspace: Workspace,
    body_id: UUID,
    party_id: UUID | None,
    action_ids: Collection[UUID],
    language: str,
) -> tuple[FollowUpRow, ...]:
    """Return what is open: of those that are named, else of the side and of all sides together."""
    rows = list_follow_up(
        reader, body_id=body_id, language=language, today=our_today_in(reader, workspace)
    )
    owed = [row for row in rows if ActionStatus(row.status) in UNFINISHED]
    if action_ids:
        return tuple(row for row in owed if row.id in action_ids)
    if party_id is None:
        return tuple(owed)
    return tuple(row for row in owed if row.side is None or row.side.id == party_id)


def _addresses(reader: Reader, rows: tuple[FollowUpRow, ...]) -> list[str]:
    keys = [reader.get(ActionItem, row.id).person_id for row in rows]
    persons = [reader.get(Person, key) for key in dict.fromkeys(keys) if key is not None]
    return [person.email for person in persons if person.email]


def _side_name(reader: Reader, party_id: UUID | None, language: str) -> str:
    if party_id is None:
        return "any side"
    return in_language(reader.get(Party, party_id).names, language)
