import subprocess
import sys

import pytest

from app import environment, installer
from app.installer import SetUpError

# What installers said, taken down on real machines.
WORDS = {
    "pip without a network": (
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError('<HTTPSConnection>: "
            "Failed to establish a new connection: Temporary failure in name resolution')'\n"
            "ERROR: No matching distribution found for alembic==1.20.1"
        ),
        "no way to the network",
    ),
    "uv without a network": (
        (
            "error: Request failed after 3 retries\n  Caused by: Failed to fetch: `alembic`\n"
            "  Caused by: dns error"
        ),
        "no way to the network",
    ),
    "a full disk": (
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
        "The disk is full",
    ),
    "a changed package": (
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
        "not the one JWG Desk was tested with",
    ),
    "a network that reads along": (
        (
            "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]')) "
            "NewConnectionError"
        ),
        "certificate is not trusted",
    ),
    "a Python that is too new": (
        (
            "ERROR: Could not find a version that satisfies the requirement pysqlite3==0.6.1\n"
            "ERROR: No matching distribution found for pysqlite3==0.6.1"
        ),
        "no ready-made package pysqlite3",
    ),
    "a folder that may not be written": (
        "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'",
        "may not be written",
    ),
    "something new": ("ERROR: the moon is in the wrong house", "could not be installed"),
}


class Machine:
    """Stands in for a machine: answers commands and remembers them."""

    def __init__(self, *, works=(), says=""):
        self.works = works
        self.says = says
        self.commands = []

    def __call__(self, command):
        self.commands.append(command)
        code = 0 if command[0] in self.works else 1
        return subprocess.CompletedProcess(command, code, self.says, "")


@pytest.fixture
def lock(tmp_path):
    path = tmp_path / "packaging" / "requirements.lock"
    path.parent.mkdir()
    path.touch()
    return path


@pytest.fixture
def python(tmp_path):
    return tmp_path / "python"


@pytest.fixture(autouse=True)
def only_these_programs(monkeypatch):
    """Let ``shutil.which`` find only what a test names."""
    found = {}
    monkeypatch.setattr("shutil.which", found.get)
    return found


def test_uv_is_used_where_it_is_on_the_path(lock, python, only_these_programs):
    only_these_programs["uv"] = "/usr/bin/uv"
    machine = Machine(works=["/usr/bin/uv"])

    installer.install(python, lock, attempt=machine)

    assert machine.commands[0][:5] == ["/usr/bin/uv", "pip", "install", "--python", str(python)]
    assert len(machine.commands) == 1


def test_every_hash_is_checked_and_nothing_is_built(lock, python):
    machine = Machine(works=["host"])

    installer.install(python, lock, attempt=machine, host="host")

    command = machine.commands[-1]
    assert "--require-hashes" in command
    assert command[command.index("--only-binary") + 1] == ":all:"
    assert command[command.index("-r") + 1] == str(lock)
    assert "--no-index" not in command


def test_the_hosts_pip_serves_where_uv_fails(lock, python, only_these_programs):
    only_these_programs["uv"] = "/usr/bin/uv"
    machine = Machine(works=["host"])

    installer.install(python, lock, attempt=machine, host="host")

    assert machine.commands[-1][:5] == ["host", "-m", "pip", "--python", str(python)]


def test_the_environments_own_pip_serves_where_the_host_has_none(lock, python):
    machine = Machine(works=[str(python)])

    installer.install(python, lock, attempt=machine, host="host")

    assert [str(python), "-m", "ensurepip", "--default-pip"] in machine.commands
    assert machine.commands[-1][:4] == [str(python), "-m", "pip", "install"]


def test_a_folder_of_wheels_replaces_the_network(lock, python):
    (lock.parent / "wheels").mkdir()
    machine = Machine(works=["host"])

    installer.install(python, lock, attempt=machine, host="host")

    command = machine.commands[-1]
    assert "--no-index" in command
    assert command[command.index("--find-links") + 1] == str(lock.parent / "wheels")


def test_what_a_folder_of_wheels_lacks_is_named(lock, python):
    (lock.parent / "wheels").mkdir()
    words = "ERROR: No matching distribution found for lxml==6.1.3"

    with pytest.raises(SetUpError, match=r"packaging/wheels lacks the package lxml"):
        _install_failing(lock, python, words)


@pytest.mark.parametrize(("words", "told"), WORDS.values(), ids=WORDS.keys())
def test_what_went_wrong_is_told_in_a_sentence(lock, python, words, told):
    with pytest.raises(SetUpError, match=told) as failure:
        _install_failing(lock, python, words)

    assert failure.value.remedy.endswith(".")
    assert failure.value.details in words
    assert str(failure.value).endswith(failure.value.remedy)


def test_debian_without_its_venv_package_hears_its_name(lock, python, only_these_programs):
    only_these_programs["apt-get"] = "/usr/bin/apt-get"

    with pytest.raises(SetUpError) as failure:
        installer.install(python, lock, attempt=Machine())

    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert failure.value.remedy == f"Install it with: sudo apt install python{version}-venv"


def test_fedora_hears_its_own_command(lock, python, only_these_programs):
    only_these_programs["dnf"] = "/usr/bin/dnf"

    with pytest.raises(SetUpError, match="dnf install python3-pip"):
        installer.install(python, lock, attempt=Machine())


def test_a_disk_without_room_is_seen_before_anything_is_fetched(lock, python, monkeypatch):
    monkeypatch.setattr(installer, "NEEDED_BYTES", 10**18)
    machine = Machine(works=["host"])

    with pytest.raises(SetUpError, match="The disk is full"):
        installer.install(python, lock, attempt=machine, host="host")

    assert machine.commands == []


def test_a_real_pip_that_finds_nothing_is_understood(lock, tmp_path, monkeypatch):
    host = sys._base_executable
    if subprocess.run([host, "-m", "pip", "--version"], capture_output=True).returncode:
        pytest.skip("the Python under this environment has no pip")
    installer.make_environment(tmp_path / "environment")
    python = environment._python_of(tmp_path / "environment")
    (lock.parent / "wheels").mkdir()
    lock.write_text(f"no-such-package-here==1.0 --hash=sha256:{'0' * 64}\n")
    monkeypatch.setenv("PIP_FIND_LINKS", "")

    with pytest.raises(SetUpError, match="lacks the package no-such-package-here"):
        installer.install(python, lock, host=host)


def _install_failing(lock, python, words):
    def attempt(command):
        code = 0 if "--version" in command else 1
        return subprocess.CompletedProcess(command, code, words, "")

    installer.install(python, lock, attempt=attempt, host="host")
