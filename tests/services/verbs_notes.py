"""The verbs of the notes that delegates send, for the table of all verbs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.domain.identity import new_id
from app.domain.pack_note import NotesLetter, PackNote, SentNote
from app.exchange.notes.writing import write_letter
from app.services.notes import notes_in, received
from tests.builders import key_of

if TYPE_CHECKING:
    from uuid import UUID

    from app.store.change_set import ChangeSet
    from tests.services.test_verbs import Act, Stage

_AT = datetime(2026, 3, 1, tzinfo=UTC)


def _note(s: Stage) -> UUID:
    """Bring in a note on Article 1 and return its key."""
    note = PackNote(
        uid=new_id(),
        document_id=s.document,
        document="JWG-RULES",
        eid="art_1",
        version=1,
        language="en",
        quote="Text",
        text="Which text?",
        written_at=_AT,
        changed_at=_AT,
    )
    sent = SentNote(note=note, author="D. Dulam", side_id=s.world.mongolia, side="MN")
    letter = NotesLetter(
        body_id=s.world.body,
        body="KM-JWG",
        body_name="",
        pack_root="",
        pack_title="",
        pack_on="",
        written_at=_AT,
        notes=(sent,),
    )
    path = s.workspace.path.with_name("Notes.jwgn")
    path.write_bytes(write_letter(letter))
    notes_in.merge(s.workspace, path=path)
    return received.list_notes(s.workspace)[-1].id


def _answered(s: Stage) -> UUID:
    return key_of(received.answer(s.workspace, note_id=_note(s), text="This one."))


def _reopened(s: Stage, key: UUID | None) -> ChangeSet:
    note_id = key or _note(s)
    if key is None:
        received.resolve(s.workspace, note_ids=(note_id,))
    return received.reopen(s.workspace, note_ids=(note_id,))


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (received, "answer"): (
        lambda s, key: received.answer(s.workspace, note_id=key or _note(s), text="This one."),
        {"annotation"},
    ),
    (received, "change_answer"): (
        lambda s, key: received.change_answer(
            s.workspace, answer_id=key or _answered(s), text="That one."
        ),
        {"annotation"},
    ),
    (received, "delete_answer"): (
        lambda s, key: received.delete_answer(s.workspace, answer_id=key or _answered(s)),
        {"annotation"},
    ),
    (received, "resolve"): (
        lambda s, key: received.resolve(s.workspace, note_ids=(key or _note(s),)),
        {"annotation"},
    ),
    (received, "reopen"): (_reopened, {"annotation"}),
    (received, "propose"): (
        lambda s, key: received.propose(s.workspace, note_id=key or _note(s)),
        {"annotation", "provision_proposal"},
    ),
}
