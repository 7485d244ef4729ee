"""Every verb is taken back and brought back here; what sealed something says so instead."""

import pytest

from app.services import history
from app.store.workspace import Workspace
from tests.contents import contents_of, what_can_be_found
from tests.services import test_verbs as verbs

workspace = verbs.workspace
stage = verbs.stage
stage_in_file = verbs.stage_in_file

SEALING = {"rule_version", "minutes", "decision", "seal"}


def undo_back_to(workspace: Workspace, number: int) -> int:
    """Undo until the change of that number is the next; return how often."""
    undone = 0
    while (row := history.next_undo(workspace)) is not None and row.number != number:
        history.undo(workspace)
        undone += 1
    return undone


@pytest.mark.parametrize(("name", "act", "kinds"), verbs.TABLE_OF_CASES, ids=verbs.NAMES)
def test_a_verb_is_undone_and_done_again_unless_it_sealed_something(
    stage: verbs.Stage, name: str, act: verbs.Act, kinds: set[str]
) -> None:
    workspace = stage.workspace
    before, known = contents_of(workspace.path), what_can_be_found(workspace.path)
    last = history.next_undo(workspace)
    assert last is not None
    change = act(stage, None)
    if "issued_document" in kinds:  # a file that has left the workspace is not called back
        present = history.next_undo(workspace)
        assert present is not None
        assert present.number != change.number
        return
    after = contents_of(workspace.path)
    try:
        undone = undo_back_to(workspace, last.number)
    except history.CannotBeUndone:
        assert kinds & SEALING, name
        return

    assert contents_of(workspace.path) == before
    assert what_can_be_found(workspace.path) == known
    for _time in range(undone):
        history.redo(workspace)
    assert contents_of(workspace.path) == after
