"""The presenter over tasks that end when the test says so: the last keystroke wins."""

from types import SimpleNamespace
from uuid import UUID

from app.ui.palette.commands import CommandEntry, find_commands
from app.ui.palette.presenter import PalettePresenter

KEY = UUID(int=7)
COMMANDS = (
    CommandEntry("save", "Save", "File", "Everything is saved as soon as it is entered."),
    CommandEntry("go", "Meetings", "View", "Go to the list of meetings.", "Ctrl+2"),
    CommandEntry("new", "New meeting…", "Meeting", "Plan a meeting of the body."),
)


class LateTasks:
    def __init__(self):
        self.jobs = []

    def run(self, work, done, failed):
        self.jobs.append((work, done, failed))

    def end_next(self):
        work, done, _ = self.jobs.pop(0)
        done(work())


class Screen:
    def __init__(self):
        self.found = []
        self.recent = []
        self.closed = 0

    def show_recent(self, records, *, body_id):
        self.recent.append(records)

    def show_found(self, answer, commands, *, body_id, milliseconds):
        self.found.append((answer, [hit.entry.command for hit in commands]))

    def close_palette(self):
        self.closed += 1


def stage():
    tasks, screen, done = LateTasks(), Screen(), []
    presenter = PalettePresenter(
        screen,
        tasks=tasks,
        report_failure=done.append,
        commands=lambda: COMMANDS,
        recent=lambda: (("meeting", KEY),),
        go_to=lambda kind, key: done.append((kind, key)),
        obey=done.append,
        search_page=done.append,
    )
    asked = []

    def find(workspace, *, query, **how):
        asked.append(query)
        return f"answer to {query}"

    search = SimpleNamespace(
        find=find,
        recall=lambda workspace, refs, *, language: tuple(refs),
        prepare=lambda workspace: asked.append("prepared"),
        Answer=lambda records, count: ("answer", records),
    )
    presenter.open(SimpleNamespace(search=search), None, language="en")
    return presenter, tasks, screen, asked, done


def test_only_the_last_of_many_keystrokes_is_asked():
    presenter, tasks, screen, asked, _ = stage()
    for typed in ("m", "me", "mee", "meet"):
        presenter.type(typed)
    assert len(tasks.jobs) == 1
    tasks.end_next()
    tasks.end_next()
    assert asked == ["m", "meet"]
    assert [answer for answer, _ in screen.found] == ["answer to meet"]
    assert tasks.jobs == []


def test_an_empty_line_shows_what_was_looked_at_last():
    presenter, tasks, screen, _, _ = stage()
    presenter.type("")
    tasks.end_next()
    assert screen.recent == [(("meeting", KEY),)]


def test_a_link_that_is_pasted_leads_to_its_record():
    presenter, tasks, screen, asked, done = stage()
    presenter.type(f"jwg://decision/{KEY}")
    tasks.end_next()
    assert asked == []
    assert screen.found[0][0] == ("answer", (("decision", KEY),))
    presenter.choose(("decision", KEY))
    presenter.choose("save")
    assert done == [("decision", KEY), "save"]
    assert screen.closed == 2


def test_commands_are_found_by_any_part_of_a_word_those_named_so_first():
    assert [hit.entry.command for hit in find_commands(COMMANDS, "meet")] == ["go", "new"]
    assert [hit.entry.command for hit in find_commands(COMMANDS, "n meet")] == ["new"]
    assert find_commands(COMMANDS, "meet")[0].spans == ((0, 8),)
    assert find_commands(COMMANDS, "zebra") == ()
    assert find_commands(COMMANDS, "::") == ()
