"""Each platform is told by whom links to records are opened, in a form that it can read."""

import configparser
import plistlib
from pathlib import Path

from app.texts.addresses import SCHEME

LINKS = Path(__file__).parents[1] / "packaging" / "links"


def test_linux_hands_links_to_the_window():
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINKS / "jwg-desk.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    assert told["MimeType"].split(";")[0] == f"x-scheme-handler/{SCHEME}"
    assert told["Exec"] == "jwg-desk %u"


def test_windows_hands_links_to_the_window():
    lines = (LINKS / "jwg-desk.reg").read_text("utf-8").splitlines()
    assert lines[0] == "Windows Registry Editor Version 5.00"
    assert rf"[HKEY_CURRENT_USER\Software\Classes\{SCHEME}]" in lines
    assert '"URL Protocol"=""' in lines
    assert any("jwg-desk.exe" in line and r"\"%1\"" in line for line in lines)


def test_macos_hands_links_to_the_window():
    told = plistlib.loads((LINKS / "Info.plist").read_bytes())
    assert told["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == [SCHEME]
