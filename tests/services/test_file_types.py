"""The system is told by whom packs and workspaces are opened, for the present user alone."""

import configparser
import plistlib
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.services import file_types

LINKS = Path(__file__).parents[2] / "packaging" / "links"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def no_tools(monkeypatch):
    monkeypatch.setattr(file_types.shutil, "which", lambda _name: None)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="written where Linux reads it")
def test_linux_opens_packs_with_this_copy_of_the_program(tmp_path, monkeypatch, no_tools):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    entry, types = map(Path, file_types.register().places)
    told = configparser.ConfigParser(interpolation=None)
    told.read(entry, encoding="utf-8")
    line = told["Desktop Entry"]["Exec"]
    assert line.endswith(" -m app %u")
    assert sys.executable in line
    globs = [each.get("pattern") for each in ElementTree.parse(types).iter(f"{SPACE}glob")]
    assert globs == ["*.jwg", "*.jwgx"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="written where Linux reads it")
def test_where_nothing_can_be_written_that_is_said(tmp_path, monkeypatch, no_tools):
    (tmp_path / "share").write_text("a file in the way")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    with pytest.raises(file_types.NotOnThisSystem, match="was not told"):
        file_types.register()


def test_a_system_that_an_installer_alone_can_tell_is_named(monkeypatch):
    monkeypatch.setattr(file_types.sys, "platform", "darwin")
    with pytest.raises(file_types.NotOnThisSystem, match="bundle"):
        file_types.register()


def test_a_path_with_signs_of_its_own_is_kept_whole(monkeypatch):
    monkeypatch.setattr(file_types.shutil, "which", lambda _name: '/J "W" $G/50%')
    assert file_types._command() == '"/J \\\\"W\\\\" \\\\$G/50%%"'


def test_what_installers_take_says_the_same():
    assert (LINKS / "jwg-desk.desktop").read_text("utf-8") == file_types.desktop_entry()
    assert (LINKS / "jwg-desk.xml").read_text("utf-8") == file_types.mime_types()
    registry = (LINKS / "jwg-desk.reg").read_text("utf-8")
    for key, values in file_types.registry_values("jwg-desk.exe").items():
        assert f"[HKEY_CURRENT_USER\\Software\\Classes\\{key}]" in registry
        assert all(value in registry for value in values.values() if "%1" not in value)
    bundle = plistlib.loads((LINKS / "Info.plist").read_bytes())
    endings = [each["CFBundleTypeExtensions"] for each in bundle["CFBundleDocumentTypes"]]
    assert endings == [[each] for each in file_types.TYPES]
