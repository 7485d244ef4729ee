import json
import subprocess
import sys
from pathlib import Path

import pytest

from app import environment
from app.__main__ import ENDED_BY_QT
from app.installer import SetUpError

ROOT = Path(__file__).parent.parent

# Stands in for pip: says what it was asked, in a file inside the environment.
INSTALL = """
import sys
from pathlib import Path
sys.path.insert(0, {code!r})
from app import environment

def install(python, lock):
    with (Path({root!r}) / "installed.txt").open("a") as log:
        log.write(lock.name + "\\n")
    {then}

environment.make_ready("run", root=Path({root!r}), install=install)
"""


class Installer:
    """Notes what it was asked to install and leaves a file behind."""

    def __init__(self):
        self.locks = []
        self.fails = False

    def __call__(self, python, lock):
        assert python.exists()
        (python.parent / "installed").touch()
        self.locks.append(lock.name)
        if self.fails:
            raise SetUpError("There is no way to the network.", "Connect and start again.")


@pytest.fixture
def install():
    return Installer()


@pytest.fixture
def repository(tmp_path, monkeypatch):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    packaging = tmp_path / "clone" / "packaging"
    packaging.mkdir(parents=True)
    for lock in environment.LOCKS.values():
        (packaging / lock).write_text(f"# {lock}\n")
    return packaging.parent


def test_the_first_start_makes_an_environment_that_runs(repository, install):
    python = environment.make_ready("run", root=repository, install=install)

    question = "import sys; print(sys.prefix != sys.base_prefix)"
    answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "True"
    assert install.locks == ["requirements.lock"]
    assert python.is_relative_to(repository / ".venv")


def test_the_second_start_installs_nothing(repository, install):
    first = environment.make_ready("run", root=repository, install=install)
    second = environment.make_ready("run", root=repository, install=install)

    assert first == second
    assert install.locks == ["requirements.lock"]


def test_what_serves_the_tests_serves_the_application_too(repository, install):
    environment.make_ready("test", root=repository, install=install)
    environment.make_ready("run", root=repository, install=install)
    environment.make_ready("check", root=repository, install=install)

    assert install.locks == ["requirements-test.lock", "requirements-check.lock"]


def test_a_changed_lock_is_installed_into_the_same_environment(repository, install):
    python = environment.make_ready("run", root=repository, install=install)
    kept = python.parent / "kept"
    kept.touch()
    (repository / "packaging" / "requirements.lock").write_text("# newer\n")

    environment.make_ready("run", root=repository, install=install)

    assert install.locks == ["requirements.lock"] * 2
    assert kept.exists()


def test_windows_line_ends_do_not_make_another_lock(repository, install):
    environment.make_ready("run", root=repository, install=install)
    (repository / "packaging" / "requirements.lock").write_bytes(b"# requirements.lock\r\n")

    environment.make_ready("run", root=repository, install=install)

    assert len(install.locks) == 1


def test_an_environment_of_another_python_is_made_anew(repository, install):
    python = environment.make_ready("run", root=repository, install=install)
    settings = repository / ".venv" / "pyvenv.cfg"
    settings.write_text(settings.read_text().replace("version = 3", "version = 2"))
    left_over = python.parent / "left over"
    left_over.touch()

    environment.make_ready("run", root=repository, install=install)

    assert not left_over.exists()
    assert len(install.locks) == 2


def test_what_a_failed_start_left_is_made_anew_by_the_next(repository, install):
    install.fails = True
    with pytest.raises(SetUpError, match="no way to the network"):
        environment.make_ready("run", root=repository, install=install)
    half_made = repository / ".venv" / "half made"
    half_made.touch()

    install.fails = False
    environment.make_ready("run", root=repository, install=install)

    assert not half_made.exists()
    assert len(install.locks) == 2


def test_what_a_killed_start_left_is_made_anew_by_the_next(repository, install):
    script = INSTALL.format(code=str(ROOT), root=str(repository), then="import os; os._exit(9)")
    killed = subprocess.run([sys.executable, "-c", script], check=False)
    assert killed.returncode == 9
    assert (repository / ".venv" / "pyvenv.cfg").exists()
    half_made = repository / ".venv" / "half made"
    half_made.touch()

    environment.make_ready("run", root=repository, install=install)

    assert not half_made.exists()
    assert install.locks == ["requirements.lock"]


def test_two_first_starts_at_once_install_once(repository):
    wait = "print('installing', flush=True); sys.stdin.read()"
    slow = INSTALL.format(code=str(ROOT), root=str(repository), then=wait)
    first = subprocess.Popen(
        [sys.executable, "-c", slow], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout.readline() == "installing\n"
    quick = INSTALL.format(code=str(ROOT), root=str(repository), then="pass")
    second = subprocess.Popen([sys.executable, "-c", quick], stderr=subprocess.PIPE, text=True)
    assert "waiting" in second.stderr.readline()

    first.communicate(input="", timeout=60)
    second.communicate(timeout=60)

    assert (first.returncode, second.returncode) == (0, 0)
    assert (repository / "installed.txt").read_text() == "requirements.lock\n"


def test_where_the_folder_cannot_be_written_the_users_cache_serves(repository, install, tmp_path):
    (repository / ".venv").write_text("in the way")

    python = environment.make_ready("run", root=repository, install=install)

    assert python.is_relative_to(tmp_path / "cache")
    assert environment.make_ready("run", root=repository, install=install) == python
    assert len(install.locks) == 1


def test_where_nothing_can_be_written_both_folders_are_named(repository, install, tmp_path):
    (repository / ".venv").write_text("in the way")
    (tmp_path / "cache").write_text("in the way")

    with pytest.raises(SetUpError) as told:
        environment.make_ready("run", root=repository, install=install)

    assert str(repository / ".venv") in told.value.sentence
    assert str(tmp_path / "cache") in told.value.sentence
    assert told.value.remedy


def test_an_environment_that_a_developer_made_is_used_and_kept(repository, install):
    folder = repository / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    (folder / "mine").touch()

    environment.make_ready("test", root=repository, install=install)

    assert (folder / "mine").exists()
    assert install.locks == ["requirements-test.lock"]


def test_a_folder_of_somebody_elses_that_does_not_run_is_left_alone(repository, install):
    (repository / ".venv").mkdir()
    (repository / ".venv" / "mine").touch()

    with pytest.raises(SetUpError, match="was not made by JWG Desk") as told:
        environment.make_ready("run", root=repository, install=install)

    assert "Rename or remove" in told.value.remedy
    assert (repository / ".venv" / "mine").exists()
    assert install.locks == []


def test_a_missing_lock_is_named(repository, install):
    lock = repository / "packaging" / "requirements.lock"
    lock.unlink()

    with pytest.raises(SetUpError) as told:
        environment.make_ready("run", root=repository, install=install)

    assert str(lock) in told.value.sentence


def test_a_disk_that_fills_up_is_told_as_such(repository):
    def install(python, lock):
        raise OSError(28, "No space left on device")

    with pytest.raises(SetUpError, match="The disk is full"):
        environment.make_ready("run", root=repository, install=install)


def test_a_damaged_record_is_no_record(repository, install):
    environment.make_ready("run", root=repository, install=install)
    (repository / ".venv" / environment.RECORD).write_text("[]")

    environment.make_ready("run", root=repository, install=install)

    record = json.loads((repository / ".venv" / environment.RECORD).read_text())
    assert record["state"] == "ready"
    assert len(install.locks) == 2


def test_the_exit_code_of_what_runs_inside_is_handed_back():
    code = environment.run_inside(Path(sys.executable), ["-c", "raise SystemExit(7)"])

    assert code == 7


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGABRT to report")
def test_the_end_that_qt_makes_of_a_process_is_explained(capfd):
    ending = "import os, resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); os.abort()"
    code = environment.run_inside(Path(sys.executable), ["-c", ending], if_aborted=ENDED_BY_QT)

    assert code == 134
    assert "ended by its window library Qt" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends the child at once")
def test_a_request_to_end_reaches_what_runs_inside():
    inside = (
        "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit(5)); "
        "print('ready', flush=True); signal.pause()"
    )
    outside = (
        f"import sys; from pathlib import Path; from app import environment; "
        f"sys.exit(environment.run_inside(Path(sys.executable), ['-c', {inside!r}]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", outside], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout.readline() == "ready\n"
    process.terminate()
    process.communicate(timeout=60)

    assert process.returncode == 5


def test_this_process_stands_in_an_environment():
    # The tests run in one, by `python3 -m app test` or by a developer's own.
    assert environment.stands() == (sys.prefix != sys.base_prefix)
