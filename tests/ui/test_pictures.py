from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QImage

from app.clock import FixedClock
from app.services import sample
from app.ui import pictures


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.jwg"
    clock = FixedClock(datetime(2025, 6, 2, tzinfo=UTC))
    return sample.build(path, clock=clock, actor="secretariat")


def test_pictures_show_every_screen_light_and_dark_and_leave_the_workspace_alone(
    workspace, tmp_path, theme
):
    before = workspace.read_bytes()
    beside = sorted(workspace.parent.iterdir())

    taken = pictures.take(workspace, tmp_path / "pictures")

    assert [path.name for path in taken] == [
        f"{screen}-{choice}.png"
        for choice in ("light", "dark")
        for screen in ("meeting-overview", "meeting-delegations", "meeting-agenda", "studio")
    ]
    images = [QImage(str(path)) for path in taken]
    assert {(image.width(), image.height()) for image in images} == {(1440, 900)}
    grounds = [image.pixelColor(300, 500).lightness() for image in images]
    assert min(grounds[:4]) > 200
    assert max(grounds[4:]) < 60
    assert len({path.read_bytes() for path in taken}) == 8
    papers = [image.pixelColor(800, 130).lightness() for image in (images[3], images[7])]
    assert min(papers) > 220
    assert workspace.read_bytes() == before
    assert sorted(workspace.parent.iterdir()) == beside
