"""Kills a writing program at random moments and looks for what it had reported as saved."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from app.clock import SystemClock
from app.domain.body import Body, BodyName
from app.domain.journal import ChangeSetEntry
from app.store.search import find_records
from app.store.verify import verify
from app.store.workspace import Workspace

KILLS = 60

# One program imports everything and forks a writer for each kill: an import takes a second.
NURSERY = """
import os, sys
from pathlib import Path
from app.clock import SystemClock
from app.domain.body import Body, BodyKind, BodyName
from app.domain.party import NameKind
from app.store.workspace import Workspace

def say(words):
    os.write(1, (words + "\\n").encode())

def write_for_ever(path, round):
    workspace = Workspace.open(path, clock=SystemClock(), actor="Bat")
    assert not workspace.read_only
    number = 0
    while True:
        code = f"R{round}-{number}"
        with workspace.write("Set up a body") as work:
            body = work.add(Body(code=code, kind=BodyKind.COMMISSION, names={"ko": "한몽 위원회"}))
            work.add(BodyName(body_id=body.id, kind=NameKind.ALIAS, language="mn", text=code))
            work.commit()
        say(f"saved {code}")
        number += 1

for round, _line in enumerate(sys.stdin):
    pid = os.fork()
    if pid == 0:
        write_for_ever(Path(sys.argv[1]), round)
    say(f"writer {pid}")
    os.waitpid(pid, 0)
    say("gone")
"""


def run_until_killed(nursery: subprocess.Popen[str], chance: random.Random) -> list[str]:
    """Start a writer, kill it after a random number of commits and return what it reported."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write("another\n")
    nursery.stdin.flush()
    pid = int(nursery.stdout.readline().split()[1])
    wanted = range(chance.randint(1, 8))
    saved = [nursery.stdout.readline().split()[1] for _ in wanted]
    moment = perf_counter() + chance.random() * 0.008  # anywhere in the transaction that follows
    while perf_counter() < moment:
        pass
    os.kill(pid, signal.SIGKILL)
    for line in nursery.stdout:
        if line == "gone\n":
            return saved
        saved.append(line.split()[1])
    raise AssertionError("the program that starts the writers ended early")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_no_kill_loses_what_was_reported_as_saved(path: Path) -> None:
    chance = random.Random()
    saved: list[str] = []
    nursery = subprocess.Popen(
        [sys.executable, "-c", NURSERY, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        for _ in range(KILLS):
            saved += run_until_killed(nursery, chance)
            check(path, saved)
    finally:
        nursery.communicate(timeout=30)
    assert len(saved) >= KILLS


def check(path: Path, saved: list[str]) -> None:
    with (
        Workspace.open(path, clock=SystemClock(), actor="Bat", read_only=True) as opened,
        opened.read() as reader,
    ):
        codes = {body.code for body in reader.find(Body)}
        names = {name.text for name in reader.find(BodyName)}
        changes = len(reader.find(ChangeSetEntry))
        last = find_records(reader, query=saved[-1])
    assert set(saved) - codes == set()
    assert names == codes, "half a transaction was written"
    assert changes == len(codes)
    assert last.count >= 1
    assert verify(path) == ()
