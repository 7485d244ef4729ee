"""Rules in two versions with a pack of each, and the rules page as it stands in the window."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextBrowser

from app.clock import FixedClock
from app.domain.decision import TextStatus
from app.domain.pack_scope import PackPart, PackScope
from app.services import workspaces
from app.services.packs import making, reading
from app.services.packs.making import PackOrder
from app.texts.provision_draft import ChangeKind, ProvisionChange
from app.ui import services
from app.ui.rules_desk import RulesDesk
from tests.builders import adopt_changes, adopt_rules, an_article
from tests.ui.real_workspace import copy_of_world, surround
from tests.ui.ui_fakes import NOW

BOTH = {"en": TextStatus.AUTHENTIC, "ko": TextStatus.AUTHENTIC}
FIRST = "The share of proceeds is two per cent of the credits issued."


@dataclass(frozen=True)
class Office:
    """A workspace, and the packs that were made of each version of its rules."""

    path: Path
    first: Path
    second: Path
    rules: UUID
    body: UUID


@pytest.fixture(scope="package")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    path, world = copy_of_world(folder, tmp_path_factory.mktemp("world"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JWG_HOME", str(folder / "home"))
        patch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
        with workspaces.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
            rules = adopt_rules(
                opened,
                world.body,
                an_article(1, FIRST, ko="수익 배분은 발급량의 2퍼센트로 한다."),
                an_article(2, "Reports are due.", ko="보고서를 제출한다."),
                statuses=BOTH,
            )
            first = _pack(opened, world, "First", folder)
            other = ProvisionChange(
                kind=ChangeKind.REPLACE, eid="art_1", texts={"en": "Nothing is kept apart."}
            )
            adopt_changes(opened, world.body, rules, other, statuses=BOTH)
            second = _pack(opened, world, "Second", folder)
    return Office(path, first, second, rules, world.body)


def _pack(workspace, world, title, folder):
    parts = frozenset({PackPart.RULES, PackPart.DECISIONS})
    order = PackOrder(PackScope(body_id=world.body, on=date(2026, 3, 2), parts=parts), title)
    return making.make(workspace, order, folder_or_path=folder).path


class Page:
    """The rules page over a pack or a workspace, and what a person does on it."""

    def __init__(self, desk, around):
        self.desk = desk
        self.around = around
        self.widget = desk.widget
        self.workspace = around.workspace

    @property
    def pane(self):
        """The pane of notes that is shown."""
        return self.desk.notes.panes.currentWidget()

    @property
    def editor(self):
        return self.widget.findChild(QPlainTextEdit, "note_text")

    def mark(self, words):
        """Choose words in the text."""
        browser = self.widget.findChild(QTextBrowser, "rules_text")
        cursor = browser.document().find(words)
        assert not cursor.isNull(), words
        browser.setFocus()
        browser.setTextCursor(cursor)

    def told(self, name):
        return self.pane.findChild(QLabel, name).text()

    def marks(self):
        """Return the words that are marked in the text."""
        browser = self.widget.findChild(QTextBrowser, "rules_text")
        return [each.cursor.selectedText() for each in browser.extraSelections()]


@pytest.fixture
def opens(qtbot, office, tmp_path, monkeypatch):
    """Open the rules page on a pack or on the workspace."""
    monkeypatch.setenv("JWG_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    opened = []

    def open_page(path):
        clock = FixedClock(NOW)
        if path.suffix == ".jwgx":
            workspace = reading.open_for_reading(path, clock=clock, actor="Dorj").workspace
        else:
            copy = tmp_path / path.name
            copy.write_bytes(path.read_bytes())
            workspace = workspaces.open(copy, clock=clock, actor="secretariat")
        around = surround(workspace, None, tmp_path)
        desk = RulesDesk(around.needs)
        qtbot.addWidget(desk.widget)
        desk.widget.resize(1240, 800)
        desk.widget.show()
        desk.open(services.load(), workspace, language="en")
        desk.show_body(office.body)
        desk.looked_at(shown=True)
        desk.presenter.choose_version(1 if path == office.first else 2)
        qtbot.waitUntil(lambda: not desk.page.text.is_filling())
        opened.append(around)
        return Page(desk, around)

    yield open_page
    for around in opened:
        around.workspace.close()
        assert around.mistakes == []
