"""``jwg verify`` against somebody who writes into the file behind the program's back."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from app import cli
from app.clock import FixedClock
from app.store.workspace import Workspace
from tests.builders import adopt_rules, an_article, set_up_world


@pytest.fixture
def adopted(tmp_path: Path) -> Path:
    """A workspace with one adopted text."""
    path = tmp_path / "Adopted.jwg"
    clock = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    with Workspace.create(path, clock=clock, actor="Bat") as workspace:
        world = set_up_world(workspace)
        adopt_rules(workspace, world.body, an_article(1, "The Committee meets twice a year."))
    return path


def change(path: Path, statement: str) -> None:
    connection = dbapi2.connect(str(path))
    assert connection.execute(statement).rowcount == 1
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE provision_text SET text = replace(text, 'twice a', 'twice  a')",
        "UPDATE provision_text SET text = replace(text, 'a year', 'a\u00a0year')",
        "UPDATE provision_text SET text = text || ' '",
        "UPDATE provision_revision SET label = 'Article  1'",
    ],
)
def test_a_changed_space_in_an_adopted_text_is_found(
    adopted: Path, capsys: pytest.CaptureFixture[str], statement: str
) -> None:
    assert cli.main(["verify", "--workspace", str(adopted)]) == 0
    assert "The workspace is sound" in capsys.readouterr().out
    change(adopted, statement)
    assert cli.main(["verify", "--workspace", str(adopted)]) == 1
    assert "text changed after it was sealed  JWG-RULES/1" in capsys.readouterr().out
    assert cli.main(["verify", "--json", "--workspace", str(adopted)]) == 1
    (finding,) = json.loads(capsys.readouterr().out)
    assert "JWG-RULES/1" in finding.values()
