"""The verb that brings the past in, for the table of all verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.services.past import reading, storing

if TYPE_CHECKING:
    from tests.services.test_verbs import Act, Stage

OLD = (
    "Minutes of the 7th Meeting of the Joint Working Group on Climate Change Cooperation\n"
    "The 7th meeting was held in Seoul on 4 May 2010.\n"
)


def _proposed(s: Stage) -> dict[str, Any]:
    """Return the proposals of one old paper, as they are ticked at first."""
    folder = s.workspace.path.parent / "old papers"
    folder.mkdir(exist_ok=True)
    (folder / "minutes.txt").write_text(OLD)
    going = reading.begin(s.workspace, folder=folder, body_id=s.world.body)
    going.read_next()
    found = going.propose()
    return {"group": found.groups[0], "papers": found.papers}


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (storing, "store"): (
        lambda s, key: storing.store(s.workspace, body_id=key or s.world.body, **_proposed(s)),
        {
            *("meeting", "paper", "paper_file", "attachment", "attachment_blob"),
            *("source", "statement"),
        },
    ),
}
