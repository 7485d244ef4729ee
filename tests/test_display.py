import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app import display

LINUX = "linux"


@pytest.fixture
def x_server():
    """Answer where an X server would, on a display number that is free."""
    for number in range(200, 400):
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", 6000 + number))
            except OSError:
                continue
            listener.listen()
            yield f"127.0.0.1:{number}.0"
            return
    pytest.fail("no free port between 6200 and 6400")


@pytest.fixture
def plugin(monkeypatch, tmp_path):
    """Put a file of the test's own in the place of Qt's platform plugin."""
    path = tmp_path / "libqxcb.so"
    path.write_text("no library at all")
    monkeypatch.setattr(display, "_plugin_file", lambda _platform: path)
    return path


def test_without_a_display_no_window_opens():
    obstacle = display.window_obstacle({}, LINUX)

    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in obstacle


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display(platform):
    assert display.window_obstacle({}, platform) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:fontdir=x"])
def test_drawing_without_a_screen_is_no_window(platform):
    chosen = {"QT_QPA_PLATFORM": platform}

    assert "draws without a screen" in display.window_obstacle(chosen, LINUX)
    assert "draws without a screen" in display.window_obstacle(chosen, "win32")
    assert display.window_obstacle({**chosen, "JWG_WINDOW_ANYWAY": "1"}, LINUX) is None


def test_a_display_where_nobody_answers_is_named():
    obstacle = display.window_obstacle({"DISPLAY": ":4321"}, LINUX)

    assert obstacle == "DISPLAY is “:4321”, but no X server answers there."


def test_a_display_that_is_none_is_named():
    obstacle = display.window_obstacle({"DISPLAY": "the big one"}, LINUX)

    assert "“the big one”, which is no display" in obstacle


def test_a_compositor_that_does_not_answer_is_named(tmp_path):
    session = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}

    assert "“wayland-7”, but no Wayland" in display.window_obstacle(session, LINUX)


def test_a_display_elsewhere_is_reached_over_the_network(x_server, monkeypatch):
    monkeypatch.setattr(display, "_library_obstacle", lambda _platform: None)

    assert display.window_obstacle({"DISPLAY": x_server}, LINUX) is None


def test_one_of_two_ways_to_a_screen_is_enough(x_server, monkeypatch, tmp_path):
    monkeypatch.setattr(display, "_library_obstacle", lambda _platform: None)
    session = {
        "DISPLAY": x_server,
        "WAYLAND_DISPLAY": "wayland-7",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }

    assert display.window_obstacle(session, LINUX) is None


def test_a_plugin_that_does_not_load_is_told(x_server, plugin):
    obstacle = display.window_obstacle({"DISPLAY": x_server}, LINUX)

    assert obstacle.startswith("Qt's platform plugin does not load")
    assert plugin.name in obstacle


def test_a_platform_that_this_qt_does_not_have_is_named():
    obstacle = display.window_obstacle({"QT_QPA_PLATFORM": "teletype"}, LINUX)

    assert "“teletype”, which this Qt does not have" in obstacle


def test_debian_hears_the_package_of_a_missing_library(monkeypatch):
    _only(monkeypatch, "apt-get")
    sentence = display.missing_library_sentence("libxcb-icccm.so.4", display.WINDOW_PACKAGES)

    assert sentence.startswith("the system library libxcb-icccm.so.4 is missing.")
    assert "sudo apt install libxcb-icccm4 libxkbcommon-x11-0" in sentence
    assert sentence.count("libxcb-icccm4") == 1


def test_fedora_hears_the_library_as_a_capability(monkeypatch):
    _only(monkeypatch, "dnf")
    sentence = display.missing_library_sentence("libEGL.so.1", display.DRAWING_PACKAGES)

    assert sentence.endswith("sudo dnf install 'libEGL.so.1()(64bit)'")


def test_other_systems_hear_the_name_of_the_library(monkeypatch):
    _only(monkeypatch, "nothing")
    sentence = display.missing_library_sentence("libEGL.so.1", display.DRAWING_PACKAGES)

    assert "libEGL.so.1 is missing" in sentence
    assert "install" not in sentence.split(".")[0]


def test_qt_that_lacks_a_library_is_heard_through_a_child(monkeypatch, tmp_path):
    _only(monkeypatch, "apt-get")
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file')\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    obstacle = display.drawing_obstacle()

    assert obstacle.startswith("the system library libEGL.so.1 is missing")
    assert "sudo apt install libegl1 libgl1" in obstacle


def test_qt_that_ends_its_process_is_heard_through_a_child(monkeypatch, tmp_path):
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text("import os\nos._exit(134)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    assert "does not start (exit code 134)" in display.drawing_obstacle()


@pytest.mark.skipif(not display.shutil.which("Xvfb"), reason="needs Xvfb on the machine")
def test_where_the_way_is_clear_a_real_window_opens(monkeypatch, request):
    if not request.config.pluginmanager.hasplugin("pytest-qt"):
        pytest.skip("Qt cannot start on this machine")
    with subprocess.Popen(["Xvfb", "-displayfd", "1"], stdout=subprocess.PIPE, text=True) as server:
        try:
            monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().strip()}")
            monkeypatch.delenv("QT_QPA_PLATFORM")
            monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
            assert display.window_obstacle() is None
            opened = subprocess.run([sys.executable, "-c", _WINDOW], capture_output=True, text=True)
        finally:
            server.terminate()
    assert (opened.stdout, opened.returncode) == ("xcb\n", 0), opened.stderr


def test_the_library_table_names_what_the_install_lines_name():
    wanted = {*display.DRAWING_PACKAGES, *display.WINDOW_PACKAGES}

    assert wanted <= set(display.APT_PACKAGES.values())
    script = Path(__file__).parent.parent.joinpath(".ci", "run").read_text(encoding="utf-8")
    assert wanted <= set(script.split())


_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("JWG Desk")
label.show()
QTimer.singleShot(0, application.quit)
application.exec()
print(application.platformName())
"""


def _only(monkeypatch, program):
    monkeypatch.setattr(
        "shutil.which", lambda name: f"/usr/bin/{name}" if name == program else None
    )
