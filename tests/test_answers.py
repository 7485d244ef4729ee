import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from pathlib import Path
from uuid import UUID

import pytest

from app.answers import tell


class Status(StrEnum):
    CLOSED = "closed"


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Chip:
    id: UUID
    code: str
    name: str


@dataclass(frozen=True)
class Row:
    id: UUID
    body_id: UUID | None
    title: str
    status: Status
    colour: Colour
    starts_on: date | None
    parties: tuple[Chip, ...]
    host: Chip | None
    counts: dict[str, int]
    is_late: bool
    number: int


KEY = UUID(int=7)
KOREA = Chip(KEY, "KR", "대한민국")
ROW = Row(
    id=KEY, body_id=KEY, title="Хурал 회의", status=Status.CLOSED, colour=Colour.RED,
    starts_on=date(2025, 5, 27), parties=(KOREA, Chip(KEY, "MN", "Mongolia")), host=None,
    counts={"body": 2, "meeting": 3}, is_late=False, number=0,
)  # fmt: skip


def told(capsys: pytest.CaptureFixture[str], answer: object, **how: bool) -> str:
    tell(answer, **({"as_json": False, "quiet": False} | how))
    return capsys.readouterr().out


def test_a_record_is_a_line_of_what_says_something(capsys: pytest.CaptureFixture[str]) -> None:
    line = told(capsys, ROW)
    assert line == "Хурал 회의  closed  red  2025-05-27  KR – MN  body 2, meeting 3\n"


def test_figures_and_marks_bear_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    line = told(capsys, replace(ROW, is_late=True, number=3, counts={}, parties=()))
    assert line == "Хурал 회의  closed  red  2025-05-27  is late  number 3\n"


def test_each_record_has_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, (ROW, ROW)).count("\n") == 2
    assert told(capsys, ["a.docx", "b.docx"]) == "a.docx\nb.docx\n"
    assert told(capsys, ()) == ""


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, [ROW], quiet=True) == ""


def test_json_tells_everything_in_types_that_json_has(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, [ROW], as_json=True)
    assert "Хурал 회의" in text
    (row,) = json.loads(text)
    assert row == {
        "id": str(KEY),
        "body_id": str(KEY),
        "title": "Хурал 회의",
        "status": "closed",
        "colour": "red",
        "starts_on": "2025-05-27",
        "parties": [
            {"id": str(KEY), "code": "KR", "name": "대한민국"},
            {"id": str(KEY), "code": "MN", "name": "Mongolia"},
        ],
        "host": None,
        "counts": {"body": 2, "meeting": 3},
        "is_late": False,
        "number": 0,
    }


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime(2025, 5, 27, 1, 2, tzinfo=UTC), "2025-05-27T01:02:00+00:00"),
        (Path("a") / "b.docx", str(Path("a") / "b.docx")),
        (KEY, str(KEY)),
        (Status.CLOSED, "closed"),
        ([], []),
    ],
)
def test_json_writes_each_kind_of_value(
    capsys: pytest.CaptureFixture[str], value: object, written: object
) -> None:
    assert json.loads(told(capsys, {"value": value}, as_json=True)) == {"value": written}


def test_json_wins_over_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(told(capsys, [], as_json=True, quiet=True)) == []
