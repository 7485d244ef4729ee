"""Finds out whether Qt could open a window, because Qt ends the whole process where it cannot."""

import ctypes
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# What a library belongs to on Debian and Ubuntu; the names were tried on bare systems.
APT_PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# Wanted even for drawing without a screen, and besides those for a window under X11.
DRAWING_PACKAGES = (
    "libgl1",
    "libegl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libglib2.0-0",
)
WINDOW_PACKAGES = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)

SCREENLESS_PLATFORMS = ("offscreen", "minimal")

_MISSING_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object file")
_DRAW_NOTHING = "from PySide6.QtWidgets import QApplication; QApplication([])"


def window_obstacle(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> str | None:
    """Say why no window can be opened here, or return None where one can.

    Windows and macOS always have a display. ``QT_QPA_PLATFORM`` is respected; the platforms
    that draw without a screen count as no display unless ``JWG_WINDOW_ANYWAY`` is set.
    """
    wanted = _wanted_platforms(environment)
    if wanted and wanted[0] in SCREENLESS_PLATFORMS:
        if environment.get("JWG_WINDOW_ANYWAY"):
            return None
        return f"QT_QPA_PLATFORM is “{wanted[0]}”, which draws without a screen."
    if platform in ("win32", "darwin", "cygwin"):
        return None
    if not wanted:
        return (
            "neither DISPLAY nor WAYLAND_DISPLAY is set, so there is no screen to open a window on."
        )
    obstacles = [_platform_obstacle(name, environment) for name in wanted]
    return None if None in obstacles else obstacles[-1]


def drawing_obstacle() -> str | None:
    """Say why Qt cannot even draw pictures without a screen, or return None where it can.

    Asked of a child process, since Qt would end this one.
    """
    screenless = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    tried = subprocess.run(
        [sys.executable, "-c", _DRAW_NOTHING],
        capture_output=True,
        text=True,
        env=screenless,
        check=False,
    )
    if tried.returncode == 0:
        return None
    missing = _MISSING_LIBRARY.search(tried.stderr)
    if missing:
        return missing_library_sentence(missing.group(1), DRAWING_PACKAGES)
    last_line = (tried.stderr.strip().splitlines() or [f"exit code {tried.returncode}"])[-1]
    return f"the window library Qt does not start ({last_line})."


def missing_library_sentence(library: str, packages: tuple[str, ...]) -> str:
    """Name the library that the system lacks and the command that installs it.

    Args:
        library: The file, such as ``libEGL.so.1``.
        packages: The Debian packages that are wanted besides the one of that library.
    """
    lacking = f"the system library {library} is missing."
    if shutil.which("apt-get"):
        owner = APT_PACKAGES.get(library)
        wanted = [owner, *packages] if owner else list(packages)
        return f"{lacking} Install it with: {apt_line(wanted)}"
    if shutil.which("dnf"):
        return f"{lacking} Install it with: sudo dnf install '{library}()(64bit)'"
    return f"{lacking} Install the package of your system that contains it."


def apt_line(packages: list[str]) -> str:
    """Return the command that installs Debian packages, each named once.

    Newer releases say libglib2.0-0t64; apt finds it under the old name too.
    """
    return "sudo apt install " + " ".join(dict.fromkeys(packages))


def _wanted_platforms(environment: Mapping[str, str]) -> list[str]:
    """List the Qt platforms that would be tried, in Qt's order."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [name.split(":")[0] for name in chosen.split(";")]
    wanted = []
    if environment.get("WAYLAND_DISPLAY"):
        wanted.append("wayland")
    if environment.get("DISPLAY"):
        wanted.append("xcb")
    return wanted


def _platform_obstacle(name: str, environment: Mapping[str, str]) -> str | None:
    if name == "xcb":
        unreachable = _x_obstacle(environment.get("DISPLAY", ""))
    elif name.startswith("wayland"):
        unreachable = _wayland_obstacle(environment)
    else:
        unreachable = None
    return unreachable or _library_obstacle(name)


def _x_obstacle(display: str) -> str | None:
    """Try to reach the X server that ``DISPLAY`` names, such as ``:0`` or ``host:10.0``."""
    named = re.fullmatch(r"(?:(?P<host>[^:/]*)(?:/unix)?):(?P<number>\d+)(?:\.\d+)?", display)
    if not named:
        return None if Path(display).exists() else f"DISPLAY is “{display}”, which is no display."
    number = int(named["number"])
    if named["host"] in ("", "unix"):
        addresses = [f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}"]
        reached = any(_answers(address) for address in addresses)
    else:
        reached = _answers((named["host"], 6000 + number))
    return None if reached else f"DISPLAY is “{display}”, but no X server answers there."


def _wayland_obstacle(environment: Mapping[str, str]) -> str | None:
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), name)
    if _answers(str(path)):
        return None
    return f"WAYLAND_DISPLAY is “{name}”, but no Wayland compositor answers there."


def _answers(address: str | tuple[str, int]) -> bool:
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as line:
        line.settimeout(2)
        try:
            line.connect(address)
        except OSError:
            return False
    return True


def _library_obstacle(platform: str) -> str | None:
    """Load Qt's plugin for a platform as Qt would, to hear which library it lacks."""
    plugin = _plugin_file("wayland" if platform.startswith("wayland") else platform)
    if plugin is None:
        return "the package PySide6 is not installed in this environment."
    if not plugin.exists():
        return f"QT_QPA_PLATFORM is “{platform}”, which this Qt does not have."
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        missing = _MISSING_LIBRARY.search(str(error))
        if missing:
            return missing_library_sentence(missing.group(1), DRAWING_PACKAGES + WINDOW_PACKAGES)
        return f"Qt's platform plugin does not load ({error})."
    return None


def _plugin_file(platform: str) -> Path | None:
    # Asked of the import system without importing PySide6, which would cost 90 ms.
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return None
    package = Path(next(iter(found.submodule_search_locations)))
    return package / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"
