"""The manual keeps its promise: everything a menu offers is explained in it."""

import re

import pytest

from app import paths
from app.ui.window.menus import MENUS, Entry

MANUAL = paths.resource("manual", "en.md").read_text("utf-8")
ENTRIES = [entry for menu in MENUS for entry in menu.entries if entry is not None]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.command.value)
def test_every_menu_entry_is_named_in_the_manual(entry: Entry) -> None:
    assert f"**{entry.text.replace('&', '')}**" in MANUAL


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.command.value)
def test_every_menu_entry_says_in_a_sentence_what_it_does(entry: Entry) -> None:
    assert entry.help.endswith(".")
    assert len(entry.help.split()) >= 3


@pytest.mark.parametrize(
    "entry", [entry for entry in ENTRIES if entry.keys], ids=lambda entry: entry.command.value
)
def test_every_shortcut_is_in_the_table_of_keys(entry: Entry) -> None:
    table = "\n".join(line for line in MANUAL.splitlines() if line.startswith("|"))
    assert re.search(rf"(?<!\w){re.escape(entry.keys)}(?!\w)", table)
