"""An office with rules in two languages, a pack of the first version and one of the second."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.domain.decision import TextStatus
from app.domain.pack_scope import PackPart, PackScope
from app.services.packs import making, reading
from app.services.packs.making import PackOrder
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange
from tests.builders import World, adopt_changes, adopt_rules, an_article
from tests.services.conftest import NOW

SHARES = "The share of proceeds is two per cent of the credits issued."
MOVED = "Each side names a focal point within thirty days of the first meeting."
STATUSES = {"en": TextStatus.AUTHENTIC, "ko": TextStatus.AUTHENTIC}


@dataclass(frozen=True)
class Office:
    """A workspace with two versions of rules, and the packs that were made of each."""

    path: Path
    first: Path
    second: Path
    rules: UUID


@pytest.fixture(scope="session")
def office(world_in_file: tuple[Path, World], tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("notes-office")
    path = Path(shutil.copyfile(world_in_file[0], folder / "Office.jwg"))
    world = world_in_file[1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JWG_HOME", str(folder / "home"))
        patch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
        with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
            rules = adopt_rules(
                opened,
                world.body,
                an_article(
                    1, f"{SHARES} It is kept apart.", ko="수익 배분은 발급량의 2퍼센트로 한다."
                ),
                an_article(2, f"Reports are due. {MOVED}", ko="보고서를 제출한다."),
                an_article(3, "Nothing else is agreed.", ko="그 밖의 합의는 없다."),
                statuses=STATUSES,
            )
            first = made(opened, world, "First", folder)
            adopt_changes(
                opened,
                world.body,
                rules,
                _replaced("art_1", f"In every year: {SHARES} It is paid at once."),
                _replaced("art_2", "Reports are due each March, which nobody forgets."),
                _replaced("art_3", f"As agreed before. {MOVED} All else is open."),
                statuses=STATUSES,
            )
            second = made(opened, world, "Second", folder)
    return Office(path, first, second, rules)


def _replaced(eid: str, text: str) -> ProvisionChange:
    return ProvisionChange(kind=ChangeKind.REPLACE, eid=eid, texts={"en": text})


def made(workspace: Workspace, world: World, title: str, folder: Path) -> Path:
    """Make a pack of the rules and the decisions as they stand."""
    parts = frozenset({PackPart.RULES, PackPart.DECISIONS})
    scope = PackScope(body_id=world.body, on=date(2026, 3, 2), parts=parts)
    return making.make(workspace, PackOrder(scope, title), folder_or_path=folder).path


Opens = Callable[[Path], AbstractContextManager[Workspace]]


@pytest.fixture
def opens() -> Opens:
    """Open a pack as a delegate does who has no workspace."""

    @contextmanager
    def opened(path: Path) -> Iterator[Workspace]:
        in_hand = reading.open_for_reading(path, clock=FixedClock(NOW), actor="Dulam")
        with in_hand.workspace:
            yield in_hand.workspace

    return opened


@pytest.fixture
def pack(office: Office, opens: Opens) -> Iterator[Workspace]:
    with opens(office.first) as opened:
        yield opened


@pytest.fixture
def workspace(office: Office, tmp_path: Path, without_backup: None) -> Iterator[Workspace]:
    """The office's workspace, a copy for each test."""
    path = Path(shutil.copyfile(office.path, tmp_path / "Office.jwg"))
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        yield opened
