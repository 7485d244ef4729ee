"""Installs the locked packages with whatever installer a machine has, and explains what went wrong.

Standard library only. uv is tried before pip because it is four times as fast, and the host's pip
before ensurepip because Debian and Ubuntu ship Python without the latter.
"""

import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.display import apt_line

# The environment with all test packages takes 430 MB, and the downloads another 150.
NEEDED_BYTES = 600_000_000

NO_NETWORK = (
    "The packages that JWG Desk needs could not be fetched: there is no way to the network.",
    "Connect once and start again, or put the packages, fetched elsewhere, into packaging/wheels.",
)
DISK_FULL = (
    "The disk is full, and JWG Desk needs about 600 MB for the packages it runs with.",
    "Make room and start again.",
)
NO_PERMISSION = (
    "The packages could not be installed, because a folder may not be written.",
    "Start JWG Desk from a folder of your own, or ask for write permission.",
)
UNTRUSTED = (
    "The network's certificate is not trusted by this Python, so no package was fetched.",
    "Name your network's certificate file in PIP_CERT and SSL_CERT_FILE, and start again.",
)
WRONG_HASH = (
    "A package that was fetched is not the one JWG Desk was tested with; it was not installed.",
    "Start again; if it happens again, tell whoever looks after your network.",
)
NO_BUILD = (
    "There is no ready-made package {name} for {here}.",
    "Use Python 3.11 to 3.14 on Windows, macOS or a common Linux (64 bit).",
)
NOT_IN_FOLDER = (
    "The folder packaging/wheels lacks the package {name} for {here}.",
    "Fetch it again with pip download for this Python, or remove the folder to use the network.",
)
LONG_PATH = (
    "The name of this folder is too long for Windows.",
    "Move JWG Desk to a folder with a short name, such as C:\\jwg, and start again.",
)

# What installers say of each, in the order in which to believe them: without a network, they say
# of every package that it does not exist.
_SIGNS = (
    (("No space left", "not enough space", "os error 28", "os error 112"), DISK_FULL),
    (("CERTIFICATE_VERIFY_FAILED", "UnknownIssuer", "invalid peer certificate"), UNTRUSTED),
    (
        (
            *("NewConnectionError", "NameResolutionError", "name resolution", "getaddrinfo"),
            *("ConnectTimeout", "ReadTimeout", "ProxyError", "Network is unreachable"),
            *("dns error", "error sending request", "Failed to fetch", "Connection refused"),
            *("Connection broken", "Network connectivity is disabled"),
        ),
        NO_NETWORK,
    ),
    (("DO NOT MATCH THE HASHES", "Hash mismatch"), WRONG_HASH),
    (("Long Path", "LongPathsEnabled"), LONG_PATH),
    (("Permission denied", "os error 13", "Access is denied"), NO_PERMISSION),
    (("No matching distribution", "No solution found"), NO_BUILD),
)
_PACKAGE_NAME = re.compile(
    r"No matching distribution found for ([\w.-]+)|Because ([\w.-]+)(?:==\S+)? (?:has no|was not)"
)

Attempt = Callable[[list[str]], "subprocess.CompletedProcess[str]"]


class SetUpError(Exception):
    """The environment could not be made.

    Attributes:
        sentence: What is lacking, in one plain sentence.
        remedy: What to do about it.
        details: The end of what the installer printed, if anything.
    """

    def __init__(self, sentence: str, remedy: str, details: str = "") -> None:
        super().__init__(
            f"{details}\n\n{sentence}\n{remedy}" if details else f"{sentence}\n{remedy}"
        )
        self.sentence = sentence
        self.remedy = remedy
        self.details = details


def make_environment(folder: Path) -> None:
    """Make an environment without packages, not even pip, in an empty folder."""
    try:
        from venv import EnvBuilder
    except ImportError as error:
        raise _lacks_installer() from error
    EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(folder)


def install(
    python: Path, lock: Path, *, attempt: Attempt | None = None, host: str = sys.executable
) -> None:
    """Install what a lock names into the environment of a Python, checking every hash.

    Args:
        python: The environment's interpreter.
        lock: The list of packages with their hashes.
        attempt: Runs a command and captures what it says.
        host: The Python whose pip may be used.

    Raises:
        SetUpError: When no installer is there, or none succeeded.
    """
    if shutil.disk_usage(python.parent).free < NEEDED_BYTES:
        raise SetUpError(*DISK_FULL)
    attempt = attempt or _attempt
    wheels = lock.parent / "wheels"
    failure: subprocess.CompletedProcess[str] | None = None
    for prefix in _installers(python, attempt, host):
        done = attempt([*prefix, *_what_to_install(lock, wheels)])
        if done.returncode == 0:
            return
        failure = done
    if failure is None:
        raise _lacks_installer()
    raise _explained_output(failure.stdout or "", offline=wheels.is_dir())


def explained(error: OSError, folder: Path) -> SetUpError:
    """Turn what the system refused into a sentence about the folder."""
    if is_full(error):
        return SetUpError(*DISK_FULL)
    return SetUpError(
        f"The folder {folder} could not be made ready ({error.strerror or error}).",
        "Remove it, see that its disk can be written, and start again.",
    )


def is_full(error: OSError) -> bool:
    """Tell whether an error says that a disk or a quota is full."""
    return error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def _installers(python: Path, attempt: Attempt, host: str) -> Iterator[list[str]]:
    """Yield the beginnings of install commands, the fastest first."""
    uv = shutil.which("uv")
    if uv:
        yield [uv, "pip", "install", "--python", str(python)]
    # --python came with pip 22.3.
    if attempt([host, "-m", "pip", "--python", str(python), "--version"]).returncode == 0:
        yield [host, "-m", "pip", "--python", str(python), "install", "--no-compile"]
    elif attempt([str(python), "-m", "ensurepip", "--default-pip"]).returncode == 0:
        yield [str(python), "-m", "pip", "install", "--no-compile"]


def _what_to_install(lock: Path, wheels: Path) -> Sequence[str]:
    wanted = ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    if wheels.is_dir():
        wanted += ["--no-index", "--find-links", str(wheels)]
    return wanted


def _attempt(command: list[str]) -> "subprocess.CompletedProcess[str]":
    # A user's own pip settings must not send the packages elsewhere.
    settings = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    settings |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=settings,
        check=False,
    )


def _explained_output(output: str, *, offline: bool) -> SetUpError:
    details = "\n".join(output.strip().splitlines()[-12:])
    for signs, (sentence, remedy) in _SIGNS:
        if not any(sign in output for sign in signs):
            continue
        if (sentence, remedy) == NO_BUILD and offline:
            sentence, remedy = NOT_IN_FOLDER
        named = _PACKAGE_NAME.search(output)
        name = (named.group(1) or named.group(2)) if named else "it needs"
        here = f"Python {_version()} on this {sys.platform} machine"
        return SetUpError(sentence.format(name=name, here=here), remedy, details)
    return SetUpError(
        "The packages that JWG Desk needs could not be installed; the installer's words are above.",
        "Start again; if it happens again, send those words to whoever looks after JWG Desk.",
        details,
    )


def _lacks_installer() -> SetUpError:
    if shutil.which("apt-get"):
        remedy = f"Install it with: {apt_line([f'python{_version()}-venv'])}"
    elif shutil.which("dnf"):
        remedy = "Install it with: sudo dnf install python3-pip"
    else:
        remedy = "Install pip for this Python, or uv."
    return SetUpError(
        f"This Python {_version()} cannot make environments for packages: that part of it is not "
        "installed.",
        remedy,
    )


def _version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
