import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from pysqlite3 import dbapi2

from app import __version__, bootstrap, cli, display, paths
from app.clock import SystemClock
from app.documents.kinds import DocumentKind
from app.domain.body import Body
from app.services import bodies, house_styles, workspaces
from app.store.health import NotAWorkspace
from app.store.workspace import Workspace
from tests.closed_folder import closed

COMMANDS = (
    *("demo", "open", "list", "render", "search", "export", "backup", "restore", "verify"),
    *("export-workspace", "import-workspace", "notes"),
)


@dataclass(frozen=True)
class Answer:
    """What a command left: its exit code, and what it printed and complained of."""

    code: int
    printed: str
    complaint: str

    @property
    def json(self) -> object:
        return json.loads(self.printed)


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, in a place without a display."""
    monkeypatch.setattr(display, "window_obstacle", lambda: "there is no screen.")
    monkeypatch.setattr(display, "drawing_obstacle", lambda: "there is no libEGL.so.1.")

    def run_command(*arguments: object) -> Answer:
        capsys.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Answer(code, captured.out, captured.err)

    return run_command


@pytest.fixture
def on(run: Run, sample_path: Path) -> Run:
    """Run a command on the sample workspace, which it may only read."""

    def run_command(command: str, *arguments: object) -> Answer:
        before = sample_path.read_bytes()
        answer = run(command, *arguments, "--workspace", sample_path)
        assert sample_path.read_bytes() == before
        return answer

    return run_command


# Help and wrong use.


def test_the_program_lists_its_commands(run: Run) -> None:
    answer = run("--help")
    assert answer.code == 0
    for command in COMMANDS:
        assert f"\n    {command}" in answer.printed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_for_itself_and_each_option(run: Run, command: str) -> None:
    answer = run(command, "--help")
    assert answer.code == 0
    assert f"usage: jwg {command}" in answer.printed
    for option in ("--workspace", "--json", "--quiet"):
        assert option in answer.printed
    parser = cli.build_parser()._subparsers._group_actions[0].choices[command]  # type: ignore[union-attr]
    assert parser.description
    assert [action.dest for action in parser._actions if not action.help] == []


def test_every_command_is_tried_here() -> None:
    parser = cli.build_parser()
    found = parser._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    assert tuple(found) == COMMANDS


def test_the_version_is_told(run: Run) -> None:
    answer = run("--version")
    assert (answer.code, answer.printed) == (0, f"JWG Desk {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("list",),
        ("list", "clouds"),
        ("render",),
        ("render", "poem"),
        ("search",),
        ("verify", "--fast"),
        ("render", "rules", "--number", "two"),
        ("render", "rules", "--rules", "JWG-KM-ILLUSTRATIVE", "--on", "yesterday"),
    ],
)
def test_wrong_use_is_code_two_with_a_hint(run: Run, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)
    assert (answer.code, answer.printed) == (2, "")
    assert "usage: jwg" in answer.complaint


# A workspace that cannot be opened.

ASKING = [
    ("list", "bodies"),
    ("render", "agenda", "--meeting", "JWG-1"),
    ("search", "landfill"),
    ("backup",),
    ("verify",),
    ("open",),
]


@pytest.mark.parametrize("asking", ASKING, ids=lambda asking: asking[0])
def test_a_missing_workspace_is_named(run: Run, tmp_path: Path, asking: tuple[str, ...]) -> None:
    missing = tmp_path / "Missing.jwg"
    answer = run(*asking, "--workspace", missing)
    assert (answer.code, answer.printed) == (1, "")
    assert answer.complaint.startswith(f"There is no workspace at “{missing}”.")
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == []


@pytest.mark.parametrize("asking", ASKING, ids=lambda asking: asking[0])
def test_what_is_no_workspace_is_named(run: Run, tmp_path: Path, asking: tuple[str, ...]) -> None:
    letter = tmp_path / "Letter.jwg"
    letter.write_text("Dear colleagues")
    answer = run(*asking, "--workspace", letter)
    assert (answer.code, answer.printed) == (1, "")
    assert "“Letter.jwg” is not a JWG Desk workspace" in answer.complaint
    assert letter.read_text() == "Dear colleagues"


@pytest.mark.parametrize("asking", ASKING, ids=lambda asking: asking[0])
def test_a_corrupt_workspace_is_named_with_a_way_back(
    run: Run, sample_copy: Path, asking: tuple[str, ...]
) -> None:
    backup = workspaces.back_up(sample_copy, clock=SystemClock())
    content = bytearray(sample_copy.read_bytes())
    content[4096 * 3 : 4096 * 9] = b"\xff" * 4096 * 6
    sample_copy.write_bytes(content)
    answer = run(*asking, "--workspace", sample_copy)
    assert (answer.code, answer.printed) == (1, "")
    assert "“Sample workspace.jwg” is damaged" in answer.complaint
    if asking != ("backup",):
        assert backup.name in answer.complaint


def test_a_truncated_workspace_is_named(run: Run, sample_copy: Path) -> None:
    content = sample_copy.read_bytes()
    sample_copy.write_bytes(content[: len(content) // 2])
    answer = run("list", "bodies", "--workspace", sample_copy)
    assert answer.code == 1
    assert "is incomplete" in answer.complaint


# list


@pytest.mark.parametrize(
    ("noun", "count", "said"),
    [
        ("bodies", 25, "NOWPAP"),
        ("meetings", 28, "STOCKHOLM-1972"),
        ("decisions", 6, "1/JWG.1"),
        ("actions", 3, "JWG1-A1"),
        ("rules", 3, "JWG-KM-ILLUSTRATIVE"),
        ("parties", 14, "Gyeongbuk"),
        ("organisations", 49, "Ulaanbaatar City"),
        ("persons", 25, "Cho Gye-yeon"),
        ("instruments", 27, "2023-06-11"),
        ("projects", 15, "KM-P1"),
    ],
)
def test_records_are_listed_a_line_each_or_as_json(
    on: Run, noun: str, count: int, said: str
) -> None:
    lines = on("list", noun)
    assert (lines.code, lines.complaint) == (0, "")
    assert len(lines.printed.splitlines()) == count
    assert said in lines.printed
    told = on("list", noun, "--json")
    assert (told.code, len(told.json)) == (0, count)
    assert said in told.printed
    quiet = on("list", noun, "--quiet")
    assert (quiet.code, quiet.printed, quiet.complaint) == (0, "", "")


def test_every_noun_is_listed_here() -> None:
    assert set(cli.NOUNS) == {
        "bodies", "meetings", "decisions", "actions", "rules", "parties", "organisations",
        "persons", "instruments", "projects", "backups",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "count"), [("meetings", 1), ("decisions", 5), ("actions", 3), ("rules", 2)]
)
def test_records_of_one_body_are_listed(on: Run, noun: str, count: int) -> None:
    answer = on("list", noun, "--body", "JWG-KM-CLIMATE", "--json")
    assert len(answer.json) == count


def test_an_unknown_body_is_wrong_use(on: Run) -> None:
    answer = on("list", "meetings", "--body", "ATLANTIS")
    assert (answer.code, answer.printed) == (2, "")
    assert "Nothing in this workspace has the code “ATLANTIS”." in answer.complaint


# render


def made(answer: Answer) -> Path:
    assert (answer.code, answer.complaint) == (0, "")
    (line,) = answer.printed.splitlines()
    path = Path(line)
    with ZipFile(path) as package:
        assert "word/document.xml" in package.namelist()
    return path


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("agreed-minutes", "Agreed minutes - JWG-1 (draft).docx"),
        ("summary-record", "Summary record - JWG-1 (draft).docx"),
        ("participants", "List of participants - JWG-1.docx"),
        ("agenda", "Agenda - JWG-1"),
        ("run-sheet", "Chair’s run sheet - JWG-1"),
        ("invitation", "Invitation - JWG-1"),
        ("note-verbale", "Note verbale - JWG-1"),
        ("press-release", "Joint press release - JWG-1 (draft).docx"),
        ("action-list", "List of action items - JWG-1"),
        ("project-review", "Review of projects - JWG-1"),
        ("name-plates", "Name plates - JWG-1.docx"),
        ("badges", "Badges - JWG-1"),
        ("rules", "Rules - JWG-KM-ILLUSTRATIVE version 2.0"),
    ],
)
def test_each_kind_of_document_is_rendered_into_a_folder(
    on: Run, tmp_path: Path, kind: str, name: str
) -> None:
    path = made(on("render", kind, "--meeting", "JWG-1", "--into", tmp_path))
    assert path.parent == tmp_path
    assert path.name.startswith(name)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (
            ("decision", "--decision", "1/JWG.1", "--original-of", "MN"),
            "Decision - 1-JWG.1 - MN original (draft).docx",
        ),
        (
            ("circular", "--decision", "Illustrative decision E1/2026"),
            "Circular - Illustrative decision E1-2026",
        ),
        (
            ("decision-register", "--body", "JWG-KM-CLIMATE"),
            "Register of decisions - JWG-KM-CLIMATE.docx",
        ),
        (("action-list", "--body", "JWG-KM-CLIMATE"), "List of action items - JWG-KM-CLIMATE"),
        (("project-review", "--body", "JC-ROK-JP-ENV"), "Review of projects - JC-ROK-JP-ENV"),
        (
            ("rules", "--rules", "JWG-KM-ILLUSTRATIVE", "--on", "2026-01-01"),
            "Rules - JWG-KM-ILLUSTRATIVE version 1.0 on 2026-01-01.docx",
        ),
        (
            ("bilingual-rules", "--rules", "JWG-KM-ILLUSTRATIVE", "--beside", "ko"),
            "Rules in two languages - JWG-KM-ILLUSTRATIVE version 2.0 - en and ko",
        ),
    ],
)
def test_documents_of_bodies_decisions_and_rules_are_rendered(
    on: Run, tmp_path: Path, arguments: tuple[str, ...], name: str
) -> None:
    path = made(on("render", *arguments, "--into", tmp_path))
    assert path.name.startswith(name)


@pytest.mark.parametrize(
    "arguments",
    [
        ("participants", "--meeting", "JWG-1"),
        ("decision-register", "--body", "JWG-KM-CLIMATE"),
        ("decision", "--decision", "1/JWG.1"),
        ("rules", "--rules", "JWG-KM-ILLUSTRATIVE"),
    ],
)
def test_what_is_rendered_looks_as_the_workspace_says(
    run: Run, sample_copy: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    with Workspace.open(sample_copy, clock=SystemClock(), actor="Bat") as opened:
        shipped = house_styles.export(opened, path=tmp_path / "shipped.docx")
        style = tmp_path / "ours.docx"
        with ZipFile(shipped) as source, ZipFile(style, "w") as copy:
            for name in source.namelist():
                wider = source.read(name).replace(b'w:left="1418"', b'w:left="1701"')
                copy.writestr(name, wider)
        house_styles.adopt(opened, path=style)
    folder = tmp_path / "out"
    folder.mkdir()
    path = made(run("render", *arguments, "--into", folder, "--workspace", sample_copy))
    with ZipFile(path) as archive:
        assert b'w:left="1701"' in archive.read("word/document.xml")


def test_every_kind_of_document_can_be_asked_for() -> None:
    assert set(cli.KINDS) == {kind.value for kind in DocumentKind}


def test_an_original_is_rendered_for_a_side(on: Run, tmp_path: Path) -> None:
    path = made(
        on(
            "render",
            "agreed-minutes",
            "--meeting",
            "JWG-1",
            "--original-of",
            "MN",
            "--into",
            tmp_path,
        )
    )
    assert path.name == "Agreed minutes - JWG-1 - MN original (draft).docx"


def test_a_version_of_rules_is_rendered_by_its_number(on: Run, tmp_path: Path) -> None:
    path = made(
        on("render", "rules", "--rules", "JWG-KM-ILLUSTRATIVE", "--number", 1, "--into", tmp_path)
    )
    assert path.name.startswith("Rules - JWG-KM-ILLUSTRATIVE version 1.0")


def test_a_document_is_rendered_to_a_file_of_the_users_choice(on: Run, tmp_path: Path) -> None:
    chosen = tmp_path / "deep" / "Хурлын.docx"
    for _time in range(2):
        path = made(on("render", "agenda", "--meeting", "JWG-1", "--into", chosen))
        assert path == chosen
    assert [found.name for found in chosen.parent.iterdir()] == ["Хурлын.docx"]


def test_a_folder_that_is_not_there_is_made(on: Run, tmp_path: Path) -> None:
    path = made(on("render", "agenda", "--meeting", "JWG-1", "--into", tmp_path / "new" / "one"))
    assert path.parent == tmp_path / "new" / "one"
    assert path.suffix == ".docx"


def test_without_a_folder_a_document_goes_where_one_stands(
    on: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = on("render", "participants", "--meeting", "JWG-1", "--json")
    assert answer.json == ["List of participants - JWG-1.docx"]
    assert (tmp_path / "List of participants - JWG-1.docx").is_file()


def test_rendering_quietly_prints_nothing(on: Run, tmp_path: Path) -> None:
    answer = on("render", "agenda", "--meeting", "JWG-1", "--into", tmp_path, "--quiet")
    assert (answer.code, answer.printed) == (0, "")
    assert len(list(tmp_path.glob("*.docx"))) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (("agenda",), 2, "Say which meeting with --meeting"),
        (("agenda", "--meeting", "JWG-99"), 2, "the code “JWG-99”"),
        (("agenda", "--meeting", "JC-1"), 1, "More than one meeting has the code “JC-1”"),
        (("agenda", "--meeting", "JC-1", "--body", "NOWHERE"), 2, "the code “NOWHERE”"),
        (("rules", "--rules", "JWG-KM-X"), 2, "the code “JWG-KM-X”"),
        (("agenda", "--rules", "JWG-KM-ILLUSTRATIVE"), 2, "only “rules” and “bilingual-rules”"),
        (("bilingual-rules", "--rules", "JWG-KM-ILLUSTRATIVE"), 2, "second language"),
        (("rules", "--rules", "JWG-KM-ILLUSTRATIVE", "--on", "2020-01-01"), 1, "in force"),
        (("decision", "--decision", "9/JWG.9"), 2, "the code “9/JWG.9”"),
        (("circular", "--decision", "1/JWG.1"), 1, "no written procedure"),
        (("agenda", "--decision", "1/JWG.1"), 1, "is not made of a decision"),
        (("decision", "--meeting", "JWG-1"), 1, "is not made of a meeting"),
        (("agenda", "--body", "JWG-KM-CLIMATE"), 1, "is not made of a body"),
        (("rules", "--rules", "JWG-KM-ILLUSTRATIVE", "--number", "9"), 1, "no version 9"),
        (("rules", "--rules", "JWG-KM-RULES"), 1, "does not hold the text"),
        (("agreed-minutes", "--meeting", "JWG-1", "--original-of", "XX"), 2, "the code “XX”"),
        (("agreed-minutes", "--meeting", "JWG-1", "--original-of", "JP"), 1, "no original for JP"),
        (("agreed-minutes", "--meeting", "EPC-1"), 1, "has no minutes yet"),
        (("rules", "--meeting", "EPC-1"), 1, "holds no adopted text"),
        (("agenda", "--meeting", "COP29"), 1, "belongs to no body"),
        (("agenda", "--meeting", "JWG-1", "--language", "fr"), 1, "fr"),
    ],
    ids=lambda told: " ".join(told) if isinstance(told, tuple) else "",
)
def test_what_cannot_be_rendered_is_told_and_nothing_is_left(
    on: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, complaint: str
) -> None:
    answer = on("render", *arguments, "--into", tmp_path)
    assert (answer.code, answer.printed) == (code, "")
    assert complaint in answer.complaint
    assert list(tmp_path.glob("*.docx")) == []


def test_a_code_that_two_bodies_share_is_rendered_for_the_one_named(
    on: Run, tmp_path: Path
) -> None:
    path = made(
        on("render", "participants", "--meeting", "JC-1", "--body", "JCM-MN-JP", "--into", tmp_path)
    )
    assert path.name.startswith("List of participants - JC-1")


def test_a_folder_that_may_not_be_written_is_named(
    run: Run, sample_copy: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    asking = ("render", "agenda", "--meeting", "JWG-1", "--workspace", sample_copy, "--into")
    with closed(folder):
        answer = run(*asking, folder)
        deeper = run(*asking, folder / "deeper")
    assert (answer.code, deeper.code) == (1, 1)
    assert "Permission denied" in answer.complaint
    assert "“deeper” could not be written" in deeper.complaint
    assert list(folder.iterdir()) == []


# search


def test_a_search_prints_what_it_found_and_how_much(on: Run) -> None:
    answer = on("search", "landfill")
    lines = answer.printed.splitlines()
    assert answer.code == 0
    assert lines[-1] == f"{len(lines) - 1} found"
    assert any(line.startswith("minutes paragraph") for line in lines)


def test_a_search_as_json_can_be_read_by_a_program(on: Run) -> None:
    found = on("search", "landfill", "--json").json
    assert isinstance(found, dict)
    assert found["query"] == "landfill"
    assert found["count"] > 0
    (decision,) = (row for row in found["records"] if row["card"]["kind"] == "decision")
    assert decision["field"] == "decision_text.text"


def test_a_search_takes_the_conditions_of_the_window(on: Run) -> None:
    printed = on("search", "landfill", "type:decision").printed
    assert printed.splitlines()[-1] == "1 found"
    refused = on("search", "status:purple")
    assert (refused.code, refused.printed) == (2, "")
    assert "There is no state “purple”." in refused.complaint


def test_a_search_in_korean_finds_provisions_with_their_language(on: Run) -> None:
    answer = on("search", "공동위원회")
    assert "[ko]" in answer.printed


def test_several_words_are_searched_together(on: Run) -> None:
    both = on("search", "landfill", "project", "--json").json
    assert isinstance(both, dict)
    assert both["query"] == "landfill project"


def test_superseded_texts_are_searched_where_they_are_asked_for(on: Run) -> None:
    now = on("search", "shall", "--json").json
    ever = on("search", "shall", "--json", "--all-versions").json
    assert isinstance(now, dict)
    assert isinstance(ever, dict)
    assert ever["count"] >= now["count"]


def test_a_search_that_finds_nothing_says_so(on: Run) -> None:
    answer = on("search", "xyzzy")
    assert (answer.code, answer.printed) == (0, "0 found\n")
    quiet = on("search", "landfill", "--quiet")
    assert (quiet.code, quiet.printed) == (0, "")


# backup, restore, verify


def test_a_backup_is_made_listed_and_restored(run: Run, sample_copy: Path) -> None:
    workspace = ("--workspace", sample_copy)
    answer = run("backup", *workspace)
    backup = Path(answer.printed.strip())
    assert (answer.code, backup.is_file()) == (0, True)
    listed = run("list", "backups", *workspace, "--json").json
    assert [row["path"] for row in listed] == [str(backup)]  # type: ignore[attr-defined]
    shown = run("restore", *workspace)
    assert (shown.code, backup.name in shown.printed) == (0, True)

    before = sample_copy.read_bytes()
    change(sample_copy)
    named = run("restore", backup.name, *workspace)
    assert (named.code, backup.name in named.printed) == (0, True)
    assert "Nothing was changed" in named.complaint
    assert sample_copy.read_bytes() != before

    done = run("restore", backup.name, *workspace, "--yes", "--json")
    assert done.code == 0
    assert isinstance(done.json, dict)
    assert Path(done.json["kept_aside"]).is_file()
    with Workspace.open(sample_copy, clock=SystemClock(), actor="Bat", read_only=True) as opened:
        assert bodies.find_by_code(opened, code="NEW") is None


def change(path: Path) -> None:
    with Workspace.open(path, clock=SystemClock(), actor="Bat") as opened:
        bodies.establish(opened, Body(code="NEW", kind="forum", names={"en": "New"}))


def test_a_backup_is_restored_by_its_path_too(run: Run, sample_copy: Path) -> None:
    backup = Path(run("backup", "--workspace", sample_copy).printed.strip())
    change(sample_copy)
    answer = run("restore", backup, "--workspace", sample_copy, "--yes", "--quiet")
    assert (answer.code, answer.printed, answer.complaint) == (0, "", "")
    with Workspace.open(sample_copy, clock=SystemClock(), actor="Bat", read_only=True) as opened:
        assert bodies.find_by_code(opened, code="NEW") is None


@pytest.mark.parametrize("sure", [(), ("--yes",)])
def test_a_backup_that_is_not_there_is_wrong_use(
    run: Run, sample_copy: Path, sure: tuple[str, ...]
) -> None:
    before = sample_copy.read_bytes()
    answer = run("restore", "Yesterday.jwg", "--workspace", sample_copy, *sure)
    assert (answer.code, answer.printed) == (2, "")
    assert "There is no backup “Yesterday.jwg”." in answer.complaint
    assert sample_copy.read_bytes() == before


def test_a_damaged_backup_changes_nothing(run: Run, sample_copy: Path) -> None:
    backup = Path(run("backup", "--workspace", sample_copy).printed.strip())
    backup.write_bytes(backup.read_bytes()[:5000])
    before = sample_copy.read_bytes()
    answer = run("restore", backup, "--workspace", sample_copy, "--yes")
    assert (answer.code, answer.printed) == (1, "")
    assert f"“{backup.name}” is damaged" in answer.complaint
    assert sample_copy.read_bytes() == before


def test_where_there_is_no_backup_yet_that_is_said(run: Run, sample_copy: Path) -> None:
    workspace = ("--workspace", sample_copy)
    assert (
        run("restore", *workspace).printed == f"There is no backup of “{sample_copy.name}” yet.\n"
    )
    assert run("restore", *workspace, "--json").json == []


def test_the_backups_of_what_is_no_workspace_are_not_looked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.jwg").write_text("a letter")
    answer = run("restore", "--workspace", tmp_path / "letter.jwg")
    assert (answer.code, answer.printed) == (1, "")
    assert "is not a JWG Desk workspace" in answer.complaint


def test_a_file_from_elsewhere_is_shown_before_it_is_put_in_place(
    run: Run, sample_copy: Path, sample_path: Path
) -> None:
    answer = run("restore", sample_path, "--workspace", sample_copy)
    assert answer.code == 0
    assert "meetings 28" in answer.printed
    assert "Nothing was changed" in answer.complaint


def test_a_workspace_that_somebody_writes_is_not_restored(run: Run, sample_copy: Path) -> None:
    backup = Path(run("backup", "--workspace", sample_copy).printed.strip())
    with Workspace.open(sample_copy, clock=SystemClock(), actor="Bat"):
        answer = run("restore", backup, "--workspace", sample_copy, "--yes")
    assert answer.code == 1
    assert "is being written by Bat" in answer.complaint


def test_a_workspace_without_backups_lists_none(on: Run, sample_copy: Path, run: Run) -> None:
    answer = run("list", "backups", "--workspace", sample_copy)
    assert (answer.code, answer.printed) == (0, "")
    assert on("list", "bodies").code == 0


def test_a_sound_workspace_is_verified(on: Run) -> None:
    answer = on("verify")
    assert answer.code == 0
    assert answer.printed.startswith("The workspace is sound")
    assert on("verify", "--json").json == []
    assert on("verify", "--quiet").printed == ""


def test_what_is_wrong_with_a_workspace_is_found_with_code_one(run: Run, sample_copy: Path) -> None:
    connection = dbapi2.connect(str(sample_copy))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM person WHERE printed_name = 'Cho Gye-yeon'")
    connection.commit()
    connection.close()
    answer = run("verify", "--workspace", sample_copy)
    assert answer.code == 1
    assert "broken reference" in answer.printed
    assert "person" in answer.printed
    quiet = run("verify", "--workspace", sample_copy, "--quiet")
    assert (quiet.code, quiet.printed) == (1, "")
    assert run("verify", "--workspace", sample_copy, "--json").json != []


def test_a_changed_space_in_an_adopted_text_is_found_with_the_version_it_is_in(
    run: Run, sample_copy: Path
) -> None:
    connection = dbapi2.connect(str(sample_copy))
    connection.execute(
        "UPDATE provision_text SET text = replace(text, 'twice a year', 'twice  a year')"
        " WHERE text LIKE '%twice a year%' AND sealed_from IS NOT NULL"
    )
    assert connection.execute("SELECT changes()").fetchone() == (1,)
    connection.commit()
    connection.close()
    answer = run("verify", "--workspace", sample_copy)
    assert answer.code == 1
    assert "text changed after it was sealed" in answer.printed
    assert "JWG-KM-ILLUSTRATIVE/2" in answer.printed


# open


def test_opening_without_a_display_tells_what_is_inside(run: Run, sample_path: Path) -> None:
    answer = run("open", sample_path)
    assert answer.code == 0
    assert "No window was opened: there is no screen." in answer.complaint
    told = run("open", "--workspace", sample_path, "--json").json
    assert isinstance(told, dict)
    assert (told["bodies"], told["meetings"], told["read_only"]) == (25, 28, True)
    quiet = run("open", sample_path, "--quiet")
    assert (quiet.code, quiet.printed, quiet.complaint) == (0, "", "")


def test_opening_with_a_display_opens_the_window(
    run: Run, sample_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []

    def run_window(path: Path | None) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr(display, "window_obstacle", lambda: None)
    monkeypatch.setattr(bootstrap, "run_window", run_window)
    assert run("open", sample_path).code == 0
    assert opened == [sample_path]


# demo, and the sample where no workspace is named


def test_a_demo_is_made_in_the_folder_that_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, str]] = []

    def make_tour(folder: Path, *, clock: object, actor: str) -> tuple[Path, ...]:
        assert clock is not None
        asked.append((folder, actor))
        return (folder / "sample.jwg", folder / "word" / "Agenda.docx")

    monkeypatch.setattr("app.tour.make_tour", make_tour)
    answer = run("demo", "--into", tmp_path / "tour")
    assert (answer.code, len(answer.printed.splitlines())) == (0, 2)
    assert run("demo").code == 0
    assert run("demo", "--json").json == [
        str(Path("jwg-demo") / "sample.jwg"),
        str(Path("jwg-demo") / "word" / "Agenda.docx"),
    ]
    assert [folder for folder, _actor in asked] == [
        tmp_path / "tour",
        Path("jwg-demo"),
        Path("jwg-demo"),
    ]
    assert all(actor for _folder, actor in asked)


def test_where_no_workspace_is_named_the_sample_is_built_once(
    run: Run, sample_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Path] = []

    def build(path: Path, *, clock: object, actor: str) -> Path:
        assert clock is not None
        assert actor
        built.append(path)
        path.write_bytes(sample_path.read_bytes())
        return path

    monkeypatch.setattr("app.services.sample.build", build)
    for _time in range(2):
        assert "NOWPAP" in run("list", "bodies").printed
    assert built == [paths.sample_workspace_path()]


def test_a_user_without_a_name_can_work(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr(bootstrap.getpass, "getuser", nobody)
    answer = run("open", tmp_path / "Missing.jwg")
    assert answer.code == 1
    assert bootstrap.actor() == "unknown"


@pytest.mark.parametrize("home", ["a file/home", "~nobody at all/home", "n" * 300])
def test_a_data_folder_that_cannot_be_used_is_told_in_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    (tmp_path / "a file").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JWG_HOME", home)
    answer = run("list", "bodies")
    assert (answer.code, answer.printed) == (1, "")
    assert "cannot use its data folder" in answer.complaint
    assert "JWG_HOME" in answer.complaint


def test_hints_name_the_words_with_which_the_program_was_started(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "argv", [str(Path("clone") / "app" / "__main__.py")])
    assert "usage: python3 -m app list" in run("list", "--help").printed
    monkeypatch.setattr(sys, "platform", "win32")
    assert "usage: py -m app list" in run("list", "--help").printed
    monkeypatch.setattr(sys, "argv", [str(Path("bin") / "jwg")])
    assert "usage: jwg list" in run("list", "--help").printed


def test_a_reader_that_has_read_enough_is_no_error(sample_path: Path) -> None:
    asked = ["list", "persons", "--workspace", str(sample_path)]
    program = f"import sys; from app import cli; sys.exit(cli.main({asked!r}))"
    with subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=Path(cli.__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
    assert (process.returncode, complaint) == (0, b"")


def test_a_console_that_knows_few_signs_does_not_end_the_program(
    sample_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    console = io.TextIOWrapper(written, encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", console)
    monkeypatch.setattr(sys, "stderr", console)
    code = cli.main(["list", "persons", "--workspace", str(sample_path)])
    missing = cli.main(["list", "persons", "--workspace", "Хурал.jwg"])
    console.flush()
    assert (code, missing) == (0, 1)
    assert rb"\u5927\u83c5" in written.getvalue()


def test_an_error_of_ours_is_not_explained_away(
    run: Run, sample_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("app.services.bodies.list_all", fail)
    with pytest.raises(ZeroDivisionError):
        run("list", "bodies", "--workspace", sample_path)
    assert issubclass(NotAWorkspace, Exception)
