"""The agenda's tab over a real workspace."""

import pytest

from app.ui.agenda.part import AgendaPart
from tests.ui.part_stage import part_file, read_only_stage, stage

__all__ = ["part_file", "read_only_stage", "stage"]


@pytest.fixture
def part(stage, qtbot):
    """The agenda of the meeting ahead, which has none yet."""
    shown = stage.show(AgendaPart(stage.needs), qtbot)
    yield shown
    assert stage.mistakes == []


@pytest.fixture
def page(part):
    return part.widget


@pytest.fixture
def table(page):
    return page.outline.table
