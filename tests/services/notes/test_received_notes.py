"""Notes that came back are answered, put aside, and become proposals for the next version."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.domain.errors import Misfortune, NotFound
from app.domain.provision_proposal import ProvisionProposal
from app.services import history
from app.services.drafting import draft_proposals, draft_structure, draft_versions
from app.services.drafting.refusals import NotThere
from app.services.notes import notebook, notes_in, notes_out, received
from app.services.notes.notebook import NoteDraft
from app.services.notes.received import NoteRow, NoteState
from app.services.notes.refusals import AlreadyProposed, NoDraftYet, NoSideToPropose, NoteEmpty
from app.store.workspace import Workspace
from tests.builders import World, key_of
from tests.services.notes.conftest import MOVED, Office


@pytest.fixture
def note(
    pack: Workspace, workspace: Workspace, office: Office, world: World, tmp_path: Path
) -> NoteRow:
    return brought(pack, workspace, office, tmp_path, side=world.mongolia)


def brought(
    pack: Workspace, workspace: Workspace, office: Office, folder: Path, *, side: UUID | None
) -> NoteRow:
    """Bring in a note on words that were moved from Article 2 to Article 3."""
    notebook.say_writer(pack, author="D. Dulam", side_id=side)
    draft = NoteDraft(
        document_id=office.rules,
        eid="art_2",
        number=1,
        language="en",
        text="Sixty days.",
        quote=MOVED,
        for_secretariat=True,
    )
    notebook.add(pack, draft)
    notes_in.merge(workspace, path=notes_out.write_file(pack, folder_or_path=folder).path)
    return received.list_notes(workspace)[0]


def again(workspace: Workspace) -> NoteRow:
    (row,) = received.list_notes(workspace)
    return row


def test_a_note_is_answered_by_whoever_does_it(workspace: Workspace, note: NoteRow) -> None:
    key = key_of(received.answer(workspace, note_id=note.id, text=" Thirty were agreed. "))
    row = again(workspace)
    assert row.state is NoteState.ANSWERED
    assert [(each.id, each.author, each.text) for each in row.answers] == [
        (key, "Bat", "Thirty were agreed.")
    ]
    received.change_answer(workspace, answer_id=key, text="Forty.")
    assert [each.text for each in again(workspace).answers] == ["Forty."]
    received.delete_answer(workspace, answer_id=key)
    assert again(workspace).state is NoteState.OPEN
    with pytest.raises(NoteEmpty):
        received.answer(workspace, note_id=note.id, text=" \n")


def test_what_a_delegate_wrote_is_not_changed_as_if_it_were_an_answer(
    workspace: Workspace, note: NoteRow
) -> None:
    key = key_of(received.answer(workspace, note_id=note.id, text="Yes."))
    for act in (
        lambda: received.change_answer(workspace, answer_id=note.id, text="I agree."),
        lambda: received.delete_answer(workspace, answer_id=note.id),
        lambda: received.answer(workspace, note_id=key, text="An answer to an answer."),
        lambda: received.resolve(workspace, note_ids=(key,)),
    ):
        with pytest.raises(NotFound):
            act()


def test_notes_are_put_aside_and_taken_up_again(workspace: Workspace, note: NoteRow) -> None:
    received.resolve(workspace, note_ids=(note.id,))
    assert again(workspace).state is NoteState.RESOLVED
    assert received.count_notes(workspace, document_id=note.place.document_id) == {}
    received.reopen(workspace, note_ids=(note.id,))
    assert again(workspace).state is NoteState.OPEN


def test_without_a_draft_it_is_said_that_one_must_be_begun(
    workspace: Workspace, note: NoteRow
) -> None:
    assert received.look_for_draft(workspace, note_id=note.id) is None
    with pytest.raises(NoDraftYet, match="Begin a draft first"):
        received.propose(workspace, note_id=note.id)


@pytest.fixture
def draft(workspace: Workspace, office: Office) -> UUID:
    return key_of(draft_versions.begin(workspace, document_id=office.rules, label="3.0"))


def test_a_note_becomes_a_proposal_for_the_provision_where_its_words_stand_now(
    workspace: Workspace, note: NoteRow, draft: UUID, world: World
) -> None:
    assert received.look_for_draft(workspace, note_id=note.id) == draft
    key = key_of(received.propose(workspace, note_id=note.id, texts={"en": "Within sixty days."}))
    with workspace.read() as reader:
        proposal = reader.get(ProvisionProposal, key)
    assert (proposal.version_id, proposal.party_id) == (draft, world.mongolia)
    assert proposal.texts == {"en": "Within sixty days."}
    assert "Sixty days." in proposal.reason
    assert "(Note of D. Dulam, Mongolia, 2026-03-02)" in proposal.reason
    assert MOVED in proposal.reason
    row = again(workspace)
    assert (row.state, row.proposal_id, row.version_id) == (NoteState.PROPOSED, key, draft)
    assert row.place.eid == "art_3"
    with pytest.raises(AlreadyProposed):
        received.propose(workspace, note_id=note.id)


def test_a_proposal_that_is_taken_off_the_table_leaves_the_note_open(
    workspace: Workspace, note: NoteRow, draft: UUID
) -> None:
    key = key_of(received.propose(workspace, note_id=note.id))
    draft_proposals.remove_proposal(workspace, proposal_id=key)
    assert (again(workspace).state, again(workspace).proposal_id) == (NoteState.OPEN, None)
    history.undo(workspace)
    assert again(workspace).proposal_id == key
    history.undo(workspace)
    assert again(workspace).state is NoteState.OPEN


def test_when_the_draft_is_withdrawn_the_note_can_be_proposed_for_the_next(
    workspace: Workspace, office: Office, note: NoteRow, draft: UUID
) -> None:
    received.propose(workspace, note_id=note.id)
    draft_versions.withdraw(workspace, version_id=draft)
    assert (again(workspace).state, again(workspace).proposal_id) == (NoteState.OPEN, None)
    next_one = key_of(draft_versions.begin(workspace, document_id=office.rules, label="3.1"))
    received.propose(workspace, note_id=note.id)
    assert again(workspace).version_id == next_one


def test_the_provision_must_stand_in_the_draft(
    workspace: Workspace, note: NoteRow, draft: UUID
) -> None:
    draft_structure.repeal(workspace, version_id=draft, eids=("art_2", "art_3"))
    with pytest.raises(NotThere):
        received.propose(workspace, note_id=note.id)


def test_a_note_of_no_side_asks_who_proposes_it(
    pack: Workspace,
    workspace: Workspace,
    office: Office,
    draft: UUID,
    world: World,
    tmp_path: Path,
) -> None:
    note = brought(pack, workspace, office, tmp_path, side=None)
    assert (note.side, note.side_id) == ("", None)
    with pytest.raises(NoSideToPropose) as caught:
        received.propose(workspace, note_id=note.id)
    assert caught.value.field == "party_id"
    key = key_of(received.propose(workspace, note_id=note.id, party_id=world.korea))
    with workspace.read() as reader:
        assert reader.get(ProvisionProposal, key).party_id == world.korea


def test_a_refused_verb_leaves_nothing_behind(
    workspace: Workspace, note: NoteRow, unchanged: Any
) -> None:
    with unchanged(), pytest.raises(Misfortune):
        received.propose(workspace, note_id=note.id)
