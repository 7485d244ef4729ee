"""Makes the folder of packages that JWG Desk runs in, so that one command is all there is to do.

Standard library only. What is made is remembered in a small file inside the folder, so that the
next start sees at once that nothing is left to do.
"""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from app import installer
from app.installer import SetUpError

ROOT = Path(__file__).resolve().parent.parent
# Each lock holds everything that the one before it holds, and more.
LOCKS = {
    "run": "requirements.lock",
    "test": "requirements-test.lock",
    "check": "requirements-check.lock",
}
RECORD = "jwg-desk.json"
GUARD = "jwg-desk.lock"
# How a process ends that gives itself up, with SIGABRT: in a shell's words and in Python's.
ABORTED = (134, -6)

Install = Callable[[Path, Path], None]


def stands() -> bool:
    """Tell whether this very process already runs where the packages are.

    That is so inside the folder made here, in an installed copy, and in an environment into
    which a developer installed the project.
    """
    if (Path(__file__).parent / "_data").is_dir():
        return True
    if sys.prefix == sys.base_prefix:
        return False
    if Path(sys.prefix).resolve() in [folder.resolve() for folder in _possible_folders(ROOT)]:
        return True
    return any(True for _ in metadata.distributions(name="jwg-desk"))


def make_ready(purpose: str, *, root: Path = ROOT, install: Install | None = None) -> Path:
    """Return the Python of an environment that has what a lock names, making it if need be.

    Args:
        purpose: ``run``, ``test`` or ``check``: a key of ``LOCKS``.
        root: The repository.
        install: Installs a lock into the environment of a Python; tests pass their own.

    Raises:
        SetUpError: With what is lacking, and what to do about it.
    """
    lock = root / "packaging" / LOCKS[purpose]
    digest = _digest(lock)
    for folder in _possible_folders(root):
        if _is_ready(folder, purpose, digest):
            return _python_of(folder)
    folder = _writable_folder(root)
    with _guarded(folder):
        if not _is_ready(folder, purpose, digest):
            _say(f"Setting JWG Desk up in {folder}; this is done once and takes about 20 seconds …")
            try:
                _make(folder, purpose, lock, install or installer.install)
            except OSError as error:
                raise installer.explained(error, folder) from error
    return _python_of(folder)


def run_inside(python: Path, arguments: list[str], *, if_aborted: str = "") -> int:
    """Run the environment's Python as a child and return its exit code.

    A child, because Qt may end its process where nothing can catch it; ``if_aborted`` is then
    said.
    """
    child = subprocess.Popen([str(python), *arguments])
    with _handed_on(child):
        code = _waited_for(child)
    if code in ABORTED and if_aborted:
        _say(if_aborted)
    return code if code >= 0 else 128 - code


def _possible_folders(root: Path) -> tuple[Path, Path]:
    """Return the folder beside the code and, where that cannot be written, this user's own."""
    name = hashlib.sha256(str(root).encode()).hexdigest()[:12]
    return root / ".venv", _cache_folder() / "jwg-desk" / f"environment-{name}"


def _cache_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _writable_folder(root: Path) -> Path:
    """Return the first folder that can be made and written; being root proves nothing."""
    folders = _possible_folders(root)
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / GUARD).open("a"):
                return folder
        except OSError as error:
            if installer.is_full(error):
                raise installer.explained(error, folder) from error
    raise SetUpError(
        f"Neither {folders[0]} nor {folders[1]} can be written, so JWG Desk has no place for the "
        "packages it needs.",
        "Copy its folder to where you may write, and start it there.",
    )


def _is_ready(folder: Path, purpose: str, digest: str) -> bool:
    record = _record_of(folder)
    return (
        record.get("state") == "ready"
        and record.get("python") == _fingerprint(folder)
        and record.get("locks", {}).get(purpose) == digest
        and _python_of(folder).exists()
    )


def _make(folder: Path, purpose: str, lock: Path, install: Install) -> None:
    record = _record_of(folder)
    ours = bool(record) or not any(entry.name != GUARD for entry in folder.iterdir())
    if ours:
        # Until the record says "ready" again, a start that finds it makes everything anew.
        _write_record(folder, {"state": "being made"})
        if record.get("state") != "ready" or record.get("python") != _fingerprint(folder):
            _empty(folder)
            installer.make_environment(folder)
    elif not _runs(_python_of(folder)):
        raise SetUpError(
            f"The folder {folder} was not made by JWG Desk, and holds no Python that runs.",
            "Rename or remove that folder and start again.",
        )
    install(_python_of(folder), lock)
    held = list(LOCKS)[: list(LOCKS).index(purpose) + 1]
    locks = {name: _digest(lock.with_name(LOCKS[name])) for name in held}
    _write_record(folder, {"state": "ready", "python": _fingerprint(folder), "locks": locks})


def _runs(python: Path) -> bool:
    question = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([str(python), "-c", question], check=False).returncode == 0
    except OSError:
        return False


def _empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.name in (GUARD, RECORD):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _fingerprint(folder: Path) -> str:
    """Tell which Python the folder was made with; another one cannot use what lies in it."""
    try:
        settings = (folder / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return ""
    version = [line for line in settings.splitlines() if line.startswith(("version", "home"))]
    return "; ".join([*version, str(_python_of(folder).resolve())])


def _python_of(folder: Path) -> Path:
    if sys.platform == "win32":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def _digest(lock: Path) -> str:
    try:
        # Git may hand out other line ends on Windows; the lock is the same.
        return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except FileNotFoundError as error:
        raise SetUpError(
            f"The file {lock} is missing, so it is not known which packages to install.",
            "Fetch JWG Desk again, with all its files.",
        ) from error


def _record_of(folder: Path) -> dict[str, Any]:
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _write_record(folder: Path, record: dict[str, Any]) -> None:
    draft = folder / f"{RECORD}.draft"
    draft.write_text(json.dumps(record, indent=1), encoding="utf-8")
    draft.replace(folder / RECORD)


@contextlib.contextmanager
def _guarded(folder: Path) -> Iterator[None]:
    """Let one process at a time work on the folder; the system frees it if the process dies."""
    with (folder / GUARD).open("a") as guard:
        if not _locked(guard.fileno(), wait=False):
            _say("JWG Desk is being set up by another start of it; waiting for that …")
            while not _locked(guard.fileno(), wait=True):
                pass
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int, *, wait: bool) -> bool:
        try:
            # LK_LOCK tries for ten seconds.
            msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(file: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network folders know no locks; there the user is on their own.
            return True
        return True


@contextlib.contextmanager
def _handed_on(child: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Hand a request to end on to the child, which is the one that has something to put away."""
    before = signal.signal(signal.SIGTERM, lambda number, _frame: child.send_signal(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _waited_for(child: "subprocess.Popen[bytes]") -> int:
    while True:
        # Ctrl+C reaches the child too; what it means there, the child decides.
        with contextlib.suppress(KeyboardInterrupt):
            return child.wait()


def _say(sentence: str) -> None:
    # On stderr: what a command prints for another program stays as it is.
    print(sentence, file=sys.stderr, flush=True)


def _command_line() -> int:
    """Print the Python of the environment for a purpose; what the Makefile asks for."""
    try:
        print(make_ready(sys.argv[1] if len(sys.argv) > 1 else "run"))
    except SetUpError as failure:
        _say(str(failure))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_command_line())
