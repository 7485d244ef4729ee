"""The papers' tab over a real workspace."""

import pytest

from app.ui.papers.part import PapersPart
from tests.ui.part_stage import part_file, read_only_stage, stage

__all__ = ["part_file", "read_only_stage", "stage"]


@pytest.fixture
def part(stage, qtbot):
    """The papers of the meeting ahead, which has none yet."""
    shown = stage.show(PapersPart(stage.needs), qtbot)
    yield shown
    shown._presenter.clear_copies()
    assert stage.mistakes == []


@pytest.fixture
def page(part):
    return part.widget


@pytest.fixture
def table(page):
    return page.table
