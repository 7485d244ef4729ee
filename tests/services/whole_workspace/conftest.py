"""A workspace in which everything was done once, and its export, made once for all tests."""

import shutil
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.errors import Misfortune
from app.domain.person import Person
from app.services import history, persons
from app.services.whole_workspace import exporting, importing
from app.store.workspace import Workspace
from tests.builders import World
from tests.services import test_verbs as verbs
from tests.services.conftest import NOW
from tests.services.whole_workspace.exports import Tampered, read

stage_in_file = verbs.stage_in_file


@pytest.fixture(scope="session")
def everything(
    stage_in_file: tuple[Path, dict[str, object]],
    world_in_file: tuple[Path, World],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Return a workspace in which every verb was tried once, one after the other."""
    path = tmp_path_factory.mktemp("everything") / "Everything.jwg"
    shutil.copyfile(stage_in_file[0], path)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        stage = verbs.Stage(workspace=opened, world=world_in_file[1], **stage_in_file[1])
        for act, _kinds in verbs.VERBS.values():
            try:
                act(stage, None)
            except Misfortune:
                continue  # an earlier verb has closed or removed what this one would act on
        for name in ("First", "Second", "Third"):
            persons.register(opened, Person(printed_name=name))
        history.undo(opened)
        history.undo(opened)
        history.redo(opened)
    return path


@pytest.fixture(scope="session")
def there_and_back(
    everything: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[exporting.Exported, importing.Imported]:
    """Return the export of that workspace, and the workspace that was made of it."""
    folder = tmp_path_factory.mktemp("there and back")
    with read(everything) as opened:
        out = exporting.export(opened, target=folder / "Out")
    made = importing.bring_in(out.path, target=folder / "Back", clock=FixedClock(NOW), actor="Dorj")
    return out, made


@pytest.fixture
def export(
    there_and_back: tuple[exporting.Exported, importing.Imported], tmp_path: Path
) -> Tampered:
    """Return an export that a test may change as it likes."""
    folder = tmp_path / "Export"
    shutil.copytree(there_and_back[0].path, folder)
    return Tampered(folder)
