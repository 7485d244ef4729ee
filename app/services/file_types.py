"""Verbs that have the system open workspaces, packs and links with this program on a double click.

They concern the present user alone and need no rights of an administrator. An installer writes
the same for everybody; what it takes is in ``packaging/links``.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import Misfortune
from app.texts.addresses import SCHEME

TYPES = {"jwg": "JWG Desk workspace", "jwgx": "JWG Desk pack"}
"""The endings of the files that a double click opens, and what they are called."""

MIME = {"jwg": "application/vnd.jwg-desk.workspace", "jwgx": "application/vnd.jwg-desk.pack"}
_ENTRY = "jwg-desk.desktop"
_PATIENCE_SECONDS = 20


class NotOnThisSystem(Misfortune):
    """The program cannot say so to this system by itself."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The system was not told: {why}.",
            "Open packs with File, Open until the program is installed on this computer.",
        )


@dataclass(frozen=True)
class Registered:
    """What the system was told: the files that were written, or the keys of its registry."""

    places: tuple[str, ...]


def register() -> Registered:
    """Have the present user's system open workspaces, packs and links with this program.

    Raises:
        NotOnThisSystem: It learns that from an installer alone, or nothing can be written.
    """
    if sys.platform == "win32":
        return _register_windows()
    if sys.platform.startswith("linux"):
        return _register_linux()
    raise NotOnThisSystem("here an application says so in its bundle")


def desktop_entry(command: str = "jwg-desk") -> str:
    """Return what a Linux desktop reads about the program."""
    types = "".join(f"{each};" for each in MIME.values())
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=JWG Desk\n"
        "Comment=Meetings, adopted rules and agreed minutes of joint working groups\n"
        f"Exec={command} %u\n"
        "Icon=jwg-desk\n"
        "Terminal=false\n"
        "Categories=Office;\n"
        f"MimeType=x-scheme-handler/{SCHEME};{types}\n"
    )


def mime_types() -> str:
    """Return what a Linux desktop reads about the kinds of file."""
    told = "".join(
        f'  <mime-type type="{MIME[each]}">\n'
        f"    <comment>{name}</comment>\n"
        f'    <glob pattern="*.{each}"/>\n'
        "  </mime-type>\n"
        for each, name in TYPES.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f"{told}</mime-info>\n"
    )


def registry_values(program: str) -> dict[str, dict[str, str]]:
    """Return the keys below the user's classes of a Windows registry, each with its values."""
    command = f'"{program}" "%1"'
    found: dict[str, dict[str, str]] = {
        SCHEME: {"": "URL:JWG Desk record", "URL Protocol": ""},
        rf"{SCHEME}\shell\open\command": {"": command},
    }
    for each, name in TYPES.items():
        kind = f"JWGDesk.{each}"
        found[f".{each}"] = {"": kind}
        found[kind] = {"": name}
        found[rf"{kind}\shell\open\command"] = {"": command}
    return found


def _register_linux() -> Registered:
    told = os.environ.get("XDG_DATA_HOME")
    data = Path(told) if told else Path.home() / ".local" / "share"
    entry = data / "applications" / _ENTRY
    types = data / "mime" / "packages" / "jwg-desk.xml"
    try:
        for path, words in ((entry, desktop_entry(_command())), (types, mime_types())):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
    except OSError as problem:
        raise NotOnThisSystem(f"“{problem.filename}”: {problem.strerror}") from problem
    _run("update-mime-database", str(data / "mime"))
    _run("update-desktop-database", str(entry.parent))
    for each in (f"x-scheme-handler/{SCHEME}", *MIME.values()):
        _run("xdg-mime", "default", _ENTRY, each)
    return Registered((str(entry), str(types)))


def _register_windows() -> Registered:
    if sys.platform != "win32":
        raise NotOnThisSystem("this is not Windows")
    program = shutil.which("jwg-desk") or str(Path(sys.executable).with_name("jwg-desk.exe"))
    if not Path(program).is_file():
        raise NotOnThisSystem("this copy runs from its source, and has no program file of its own")
    import winreg

    wanted = registry_values(program)
    for key, values in wanted.items():
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"Software\Classes\{key}") as opened:
            for name, value in values.items():
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)
    return Registered(tuple(wanted))


def _command() -> str:
    """Return what starts the program: its command, or Python with this copy of it."""
    installed = shutil.which("jwg-desk")
    if installed:
        return _quoted(installed)
    home = Path(__file__).resolve().parents[2]
    return f"env {_quoted(f'PYTHONPATH={home}')} {_quoted(sys.executable)} -m app"


def _quoted(words: str) -> str:
    """Return a word as the Exec line of a desktop entry takes it."""
    escaped = "".join(f"\\\\{sign}" if sign in '"`$\\' else sign for sign in words)
    return f'"{escaped.replace("%", "%%")}"'


def _run(*command: str) -> None:
    """Have a desktop read what was written at once; without the tool it does at the next login."""
    program = shutil.which(command[0])
    if program is not None:
        subprocess.run(
            [program, *command[1:]], check=False, capture_output=True, timeout=_PATIENCE_SECONDS
        )
