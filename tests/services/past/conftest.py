"""A committee of two parties, and the folder of its old papers."""

import pytest

from app.services import bodies
from app.services.body_sheet import BodySheet, SeatSheet
from tests.old_papers import fill_folder
from tests.services.past.past_at_work import Past

COMMITTEE = BodySheet(
    code="KR-JP-JC",
    names={"en": "Joint Committee on Environmental Cooperation"},
    short_names={"en": "ROK–Japan Joint Committee"},
    seats=(SeatSheet("KR"), SeatSheet("JP")),
    our_side="KR",
    languages=("en", "ja"),
    prevailing_language="en",
    meeting_pattern="JC-{ordinal}",
)


@pytest.fixture
def committee(workspace):
    return bodies.create(workspace, COMMITTEE).subject


@pytest.fixture
def old_folder(tmp_path):
    return fill_folder(tmp_path / "old papers")


@pytest.fixture
def past(workspace, committee, old_folder):
    return Past(workspace, committee, old_folder)
