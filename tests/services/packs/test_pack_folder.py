"""A pack as a folder holds what the pack holds: Word files, papers for both sides, an index."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.pack_scope import PackPart, PackScope
from app.services import papers
from app.services.meeting_folders import Cancelled
from app.services.packs import folder
from app.services.packs.making import PackOrder
from app.services.paper_files import PaperDraft
from app.store.workspace import Workspace
from tests.builders import World, adopt_rules, an_article

ONLY = frozenset({PackPart.RULES, PackPart.PAPERS})


@pytest.fixture(autouse=True)
def no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave PDF out, which has tests of its own and takes seconds."""
    monkeypatch.setattr(folder, "find_layout", lambda: None)


@pytest.fixture
def order(workspace: Workspace, world: World, tmp_path: Path) -> PackOrder:
    adopt_rules(workspace, world.body, an_article(1, ko="제1조의 본문."))
    source = tmp_path / "Draft budget.txt"
    source.write_text("The budget.", encoding="utf-8")
    draft = PaperDraft(path=source, symbol="JWG-1/1", titles={"en": "Budget"})
    papers.add_from_files(workspace, meeting_id=world.meeting, drafts=[draft])
    scope = PackScope(world.body, date(2026, 3, 2), meeting_id=world.meeting, parts=ONLY)
    return PackOrder(scope, "Rules: of 2026")


def test_it_has_the_rules_in_every_language_the_papers_and_an_index(
    workspace: Workspace, order: PackOrder, tmp_path: Path
) -> None:
    made = folder.make_folder(workspace, order, target=tmp_path)
    names = sorted(path.relative_to(made).as_posix() for path in made.rglob("*.*"))
    assert ":" not in made.name
    assert [name.split("/")[0] for name in names] == ["Papers", "Word", "Word", "index.html"]
    index = (made / "index.html").read_text(encoding="utf-8")
    assert "Korean" in index
    assert "Fingerprint" in index
    assert (made / names[0]).read_text(encoding="utf-8") == "The budget."


def test_one_that_is_stopped_leaves_nothing_behind(
    workspace: Workspace, order: PackOrder, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    target.mkdir()
    with pytest.raises(Cancelled):
        folder.make_folder(workspace, order, target=target, progress=lambda done, _all: done < 1)
    assert list(target.iterdir()) == []
