"""Whatever is done to a draft, search keeps what stands today apart, and holds each text once."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.rules import ProvisionKind
from app.services import history, rules
from app.services.adoption import adopting
from app.services.adoption.adopting import Adoption, NewDecision
from app.services.drafting import draft_numbers, draft_structure, draft_versions, draft_wording
from app.store.engine import Access, connect
from app.store.search_index import rebuild
from app.store.verify import verify
from app.store.workspace import Workspace
from tests.builders import World, adopt_rules, an_article, key_of

Act = Callable[[Workspace, UUID], object]
DAY = date(2025, 6, 1)


def indexed(path: Path) -> dict[str, set[int]]:
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        return {
            table: {row[0] for row in connection.execute(f"SELECT id FROM {table}_docsize")}
            for table in ("search_now", "search_rest")
        }


def reword(workspace: Workspace, version: UUID) -> None:
    draft_wording.reword(
        workspace, version_id=version, eid="art_1", language="en", text="Other words."
    )


def translate(workspace: Workspace, version: UUID) -> None:
    draft_wording.reword(
        workspace, version_id=version, eid="art_2", language="ko", text="합의한다."
    )


def insert(workspace: Workspace, version: UUID) -> None:
    draft_structure.insert(
        workspace,
        version_id=version,
        kind=ProvisionKind.ARTICLE,
        beside="art_1",
        texts={"en": "A new article."},
    )


def adopt(workspace: Workspace, version: UUID) -> None:
    decision = NewDecision(symbol="D/2", taken_on=DAY, titles={"en": "Decision"})
    adopting.adopt(
        workspace,
        Adoption(version_id=version, label="2", in_force_from=DAY, new_decision=decision),
    )


ACTS: dict[str, tuple[Act, ...]] = {
    "reworded": (reword,),
    "translated": (translate,),
    "inserted and renumbered": (
        insert,
        lambda w, v: draft_numbers.renumber(w, version_id=v),
    ),
    "repealed": (lambda w, v: draft_structure.repeal(w, version_id=v, eids=("art_2",)),),
    "taken back": (reword, insert, lambda w, _v: history.undo(w), lambda w, _v: history.redo(w)),
    "withdrawn": (reword, insert, lambda w, v: rules.withdraw_draft(w, version_id=v)),
    "adopted": (reword, translate, insert, adopt),
}


@pytest.mark.parametrize("acts", ACTS.values(), ids=ACTS.keys())
def test_the_index_is_the_one_that_would_be_made_anew(
    workspace: Workspace, world: World, acts: tuple[Act, ...]
) -> None:
    document = adopt_rules(workspace, world.body, an_article(1), an_article(2), an_article(3))
    version = key_of(draft_versions.begin(workspace, document_id=document, label="2"))
    for act in acts:
        act(workspace, version)
        kept = indexed(workspace.path)
        with workspace._writing.begin() as connection:
            rebuild(connection, today=workspace.today())
        assert kept == indexed(workspace.path), act
        assert not kept["search_now"] & kept["search_rest"]
    assert verify(workspace.path) == ()
