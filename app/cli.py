"""The command line: every sub-command is a few lines that call services; none needs a display.

Exit codes: 0 done, 1 something was found or went wrong, 2 wrong use.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from app import __version__, answers, bootstrap, display, pack_commands, paths, workspace_commands
from app.answers import WrongUse
from app.clock import SystemClock
from app.documents.kinds import DocumentKind
from app.domain.errors import Misfortune, NotFound
from app.note_commands import add as add_notes
from app.texts.addresses import is_address, read_address

Arguments = argparse.Namespace

NOUNS = (
    "bodies",
    "meetings",
    "decisions",
    "actions",
    "rules",
    "parties",
    "organisations",
    "persons",
    "instruments",
    "projects",
    "backups",
)
KINDS = tuple(kind.value for kind in DocumentKind)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command and return its exit code."""
    _print_what_cannot_be_printed()
    try:
        asked = build_parser().parse_args(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    run: Callable[[Arguments], int] = asked.run
    try:
        code = run(asked)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read the answer, such as “head”, has read enough. Python would flush once more
        # at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except WrongUse as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except Misfortune as misfortune:
        print(misfortune, file=sys.stderr)
        return 1


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all sub-commands."""
    parser = argparse.ArgumentParser(
        prog=called(), description="JWG Desk: meetings, adopted rules and agreed minutes."
    )
    parser.add_argument("--version", action="version", version=f"JWG Desk {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (_demo, _open, _list, _render, _search, _export, _backup, _restore, _verify):
        add(commands)
    line = workspace_commands.Line(_command, _opened, _tell)
    workspace_commands.add(commands, line)
    add_notes(commands, line)
    return parser


def called() -> str:
    """Return the words with which this program was started, to be used in hints."""
    program = Path(sys.argv[0])
    if (program.parent.name, program.name) == ("app", "__main__.py"):
        return "py -m app" if sys.platform == "win32" else "python3 -m app"
    return "jwg"


def _command(
    commands: Any, name: str, run: Callable[[Arguments], int], about: str
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    made.set_defaults(run=run)
    made.add_argument(
        "--workspace", type=Path, help="the workspace file; the sample workspace if not given"
    )
    made.add_argument("--json", action="store_true", help="print the answer as JSON")
    made.add_argument("--quiet", action="store_true", help="print nothing but problems")
    return made


def _demo(commands: Any) -> None:
    parser = _command(commands, "demo", run_demo, "make the sample workspace and its documents")
    parser.add_argument("--into", type=Path, default=Path("jwg-demo"), help="the folder to fill")


def _open(commands: Any) -> None:
    parser = _command(commands, "open", run_open, "look into a workspace and open its window")
    parser.add_argument("path", nargs="?", help="the workspace file, or the link of a record")


def _list(commands: Any) -> None:
    parser = _command(commands, "list", run_list, "list what is in a workspace")
    parser.add_argument("noun", choices=NOUNS, help="what to list")
    parser.add_argument("--body", help="the code of the body, for its meetings and decisions")


def _render(commands: Any) -> None:
    parser = _command(commands, "render", run_render, "write a document as Word")
    parser.add_argument("kind", choices=KINDS, help="which document")
    parser.add_argument("--meeting", help="the code of the meeting, such as JWG-1")
    parser.add_argument(
        "--body", help="the code of the body: for its lists, and where several use the same code"
    )
    parser.add_argument("--decision", help="the number of the decision, such as 1/JWG.1")
    parser.add_argument("--rules", help="the code of the rules, for their text")
    parser.add_argument("--number", type=int, help="which version of the rules, counted from 1")
    parser.add_argument("--on", type=_day, help="the rules in force on a day")
    parser.add_argument("--beside", help="a second language, for rules in two columns")
    parser.add_argument("--original-of", help="the code of the party whose original it is")
    parser.add_argument("--language", default="en", help="language of the document (default en)")
    parser.add_argument("--into", type=Path, default=Path(), help="a folder, or a .docx file")


def _search(commands: Any) -> None:
    parser = _command(commands, "search", run_search, "find records of every kind")
    parser.add_argument("words", nargs="+", help="words and conditions, such as type:decision")
    parser.add_argument("--all-versions", action="store_true", help="superseded texts too")


def _backup(commands: Any) -> None:
    _command(commands, "backup", run_backup, "make a checked backup beside the workspace")


def _restore(commands: Any) -> None:
    parser = _command(commands, "restore", run_restore, "show the backups, or go back to one")
    parser.add_argument("backup", type=Path, nargs="?", help="the backup to go back to")
    parser.add_argument("--yes", action="store_true", help="do it; without this it is only shown")


def _export(commands: Any) -> None:
    about = "write a pack for delegates: a file, a page for browsers, or a folder"
    pack_commands.add_export(_command(commands, "export", run_export, about))


def _verify(commands: Any) -> None:
    about = "look through a workspace for damage, or prove a pack unchanged"
    parser = _command(commands, "verify", run_verify, about)
    parser.add_argument("pack", type=Path, nargs="?", help="a pack (.jwgx), in place of that")
    parser.add_argument("--passphrase-from", type=Path, help="a file whose first line it is")


def run_demo(asked: Arguments) -> int:
    """Make the sample workspace, its Word documents and pictures of the screens in a folder."""
    from app.tour import make_tour

    made = make_tour(asked.into, clock=SystemClock(), actor=bootstrap.actor())
    _tell(asked, [str(path) for path in made])
    return 0


def run_open(asked: Arguments) -> int:
    """Say what a workspace holds, and open its window where there is a display."""
    from app.services import workspaces

    if asked.path and is_address(asked.path):
        return _open_record(asked)
    path = Path(asked.path) if asked.path else _workspace_path(asked)
    if pack_commands.is_pack(path):
        return _open_window(asked, pack_commands.look(asked, path))
    with workspaces.open(
        path, clock=SystemClock(), actor=bootstrap.actor(), read_only=True
    ) as opened:
        _tell(asked, workspaces.summarise(opened))
    return _open_window(asked, path)


def _open_record(asked: Arguments) -> int:
    """Open the window at a record; without a display say what the record is."""
    from app.services.finding import search

    address = read_address(asked.path)
    if address is None:
        raise WrongUse(
            f"“{asked.path[:80]}” is not the link of a record.",
            "Copy it again in the window: Edit, Copy link.",
        )
    if display.window_obstacle() is None:
        return bootstrap.run_window(asked.workspace, record=address)
    with _opened(asked) as workspace:
        refs = [(address.kind, address.key)]
        found = search.recall(workspace, refs)
        if not found:
            raise NotFound(address.kind, address.key)
        _tell(asked, [record.card for record in found])
    return _open_window(asked, None)


def _open_window(asked: Arguments, path: Path | None) -> int:
    obstacle = display.window_obstacle()
    if obstacle is None:
        return bootstrap.run_window(path)
    if not asked.quiet:
        print(f"No window was opened: {obstacle}", file=sys.stderr)
    return 0


def run_list(asked: Arguments) -> int:
    """List the records of one kind."""
    from app.services import workspaces

    if asked.noun == "backups":
        _tell(asked, workspaces.list_backups(_workspace_path(asked)))
        return 0
    with _opened(asked) as workspace:
        _tell(asked, _rows(workspace, asked))
    return 0


def run_render(asked: Arguments) -> int:
    """Write a document as Word."""
    from app.services import issuing

    with _opened(asked) as workspace:
        if asked.rules:
            made_of = _rules_text(workspace, asked)
        elif asked.decision:
            made_of = _decision_document(workspace, asked)
        elif asked.meeting:
            made_of = _meeting_document(workspace, asked)
        elif asked.body:
            made_of = {"body_id": _found(_body_id(workspace, asked), asked.body)}
        else:
            raise WrongUse(
                "Say which meeting with --meeting, or name a --body, a --decision or --rules.",
                f"See “{called()} render -h”.",
            )
        asked_for = {"kind": DocumentKind(asked.kind), "language": asked.language, **made_of}
        wanted = issuing.Wanted(**asked_for)
        into = _folder_or_file(asked.into)
        _tell(asked, [str(issuing.save_where_chosen(workspace, wanted, folder_or_path=into))])
    return 0


def _rules_text(workspace: Any, asked: Arguments) -> dict[str, Any]:
    from app.services import documents, rules

    if asked.kind not in {DocumentKind.RULES, DocumentKind.BILINGUAL_RULES}:
        raise WrongUse(
            "With --rules only “rules” and “bilingual-rules” can be made.",
            f"See “{called()} render -h”.",
        )
    if asked.kind == DocumentKind.BILINGUAL_RULES and not asked.beside:
        raise WrongUse("Name the second language with --beside.", "For example: --beside ko.")
    version_id = documents.find_version(
        workspace,
        document_id=_found(rules.find_by_code(workspace, code=asked.rules), asked.rules),
        number=asked.number,
        on=asked.on,
    )
    kind = DocumentKind.BILINGUAL_RULES if asked.beside else DocumentKind.RULES
    return {"kind": kind, "rule_version_id": version_id, "on": asked.on, "beside": asked.beside}


def _decision_document(workspace: Any, asked: Arguments) -> dict[str, Any]:
    from app.services import decisions

    found = decisions.find_by_symbol(
        workspace, symbol=asked.decision, body_id=_body_id(workspace, asked)
    )
    return {
        "decision_id": _found(found, asked.decision),
        "original_of": _party_id(workspace, asked),
    }


def _meeting_document(workspace: Any, asked: Arguments) -> dict[str, Any]:
    from app.services import meetings

    found = meetings.find_by_code(workspace, code=asked.meeting, body_id=_body_id(workspace, asked))
    return {
        "meeting_id": _found(found, asked.meeting),
        "original_of": _party_id(workspace, asked),
    }


def _party_id(workspace: Any, asked: Arguments) -> UUID | None:
    from app.services import parties

    code = asked.original_of
    return _found(parties.find_by_code(workspace, code=code), code) if code else None


def run_search(asked: Arguments) -> int:
    """Find records of every kind by words and conditions."""
    from app.services.finding import search

    query = " ".join(asked.words)
    with _opened(asked) as workspace:
        found = search.find(workspace, query=query, all_versions=asked.all_versions)
    if found.problem is not None:
        raise WrongUse(found.problem.sentence, found.problem.remedy)
    answers.tell_found(found, query=query, as_json=asked.json, quiet=asked.quiet)
    return 0


def run_backup(asked: Arguments) -> int:
    """Make a checked backup beside the workspace."""
    from app.services import workspaces

    _tell(asked, [str(workspaces.back_up(_workspace_path(asked), clock=SystemClock()))])
    return 0


def run_restore(asked: Arguments) -> int:
    """Show the backups and what each holds; with a backup and --yes, go back to it."""
    from app.services import workspaces

    path = _workspace_path(asked)
    backups = workspaces.list_backups(path)
    if asked.backup is None:
        _tell(asked, backups or _no_backups(path, asked))
        return 0
    named = [row for row in backups if row.path.name == asked.backup.name]
    is_there = os.path.exists(asked.backup)
    if not is_there and not named:
        raise WrongUse(
            f"There is no backup “{asked.backup}”.", f"See “{called()} restore” without a name."
        )
    if not asked.yes:
        _tell(asked, named or _held_by(asked.backup))
        if not asked.quiet:
            print("Nothing was changed. To go back to it, say so with --yes.", file=sys.stderr)
        return 0
    backup = asked.backup if is_there else named[0].path
    _tell(
        asked, workspaces.restore(path, backup=backup, actor=bootstrap.actor(), clock=SystemClock())
    )
    return 0


def _no_backups(path: Path, asked: Arguments) -> list[str]:
    """Say that there are none yet; a workspace that is not there is told instead."""
    _held_by(path)
    return [] if asked.json else [f"There is no backup of “{path.name}” yet."]


def _held_by(path: Path) -> Any:
    from app.services import workspaces

    with workspaces.open(
        path, clock=SystemClock(), actor=bootstrap.actor(), read_only=True
    ) as opened:
        return workspaces.summarise(opened)


def run_verify(asked: Arguments) -> int:
    """Look through a workspace and its seals, or a pack; exit code 1 if something is wrong."""
    from app.services import seals, workspaces

    if asked.pack is not None:
        found = pack_commands.verify(asked)
        _tell(asked, [found] if asked.json else [pack_commands.say(found)])
        return 0 if pack_commands.is_fine(found) else 1
    path = _workspace_path(asked)
    findings: list[Any] = list(workspaces.verify(path))
    with workspaces.open(
        path, clock=SystemClock(), actor=bootstrap.actor(), read_only=True
    ) as opened:
        findings += seals.find_broken(opened)
    if findings or asked.json:
        _tell(asked, findings)
    elif not asked.quiet:
        print("The workspace is sound: nothing is damaged, nothing is missing.")
    return 1 if findings else 0


def run_export(asked: Arguments) -> int:
    """Write a pack in one of its forms."""
    from app.services import workspaces

    path, actor = _workspace_path(asked), bootstrap.actor()
    with workspaces.open(path, clock=SystemClock(), actor=actor) as opened:
        _tell(asked, pack_commands.export(opened, asked))
    return 0


def _rows(workspace: Any, asked: Arguments) -> Any:
    from app.services import (
        actions,
        bodies,
        decisions,
        instruments,
        meetings,
        organisations,
        parties,
        persons,
        projects,
        rules,
    )

    everywhere = {
        "bodies": bodies,
        "parties": parties,
        "organisations": organisations,
        "persons": persons,
        "instruments": instruments,
        "projects": projects,
    }
    if asked.noun in everywhere:
        return everywhere[asked.noun].list_all(workspace)
    body_id = _body_id(workspace, asked)
    if asked.noun == "rules":
        return rules.list_documents(workspace, body_id=body_id)
    of_bodies = {"meetings": meetings, "decisions": decisions, "actions": actions}[asked.noun]
    wanted: list[UUID | None] = [body_id]
    if not body_id:
        wanted = [row.id for row in bodies.list_all(workspace)]
        if asked.noun == "meetings":
            wanted.append(None)  # summits and conferences belong to no body
    return [row for key in wanted for row in of_bodies.list_for_body(workspace, body_id=key)]


def _body_id(workspace: Any, asked: Arguments) -> UUID | None:
    from app.services import bodies

    if not asked.body:
        return None
    return _found(bodies.find_by_code(workspace, code=asked.body), asked.body)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{words}” is no day like 2026-05-01") from None


def _folder_or_file(path: Path) -> Path:
    """Return a path to write to; one without the ending of a Word file names a folder."""
    from app.services.documents import FileNotWritten

    if path.suffix.lower() != ".docx":
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileNotWritten.because_of(path, error) from error
    return path


def _found(key: UUID | None, code: str) -> UUID:
    if key is None:
        raise WrongUse(
            f"Nothing in this workspace has the code “{code}”.", f"See “{called()} list -h”."
        )
    return key


def _workspace_path(asked: Arguments) -> Path:
    """Return the workspace asked for, else the sample workspace, which is built if need be."""
    if asked.workspace is not None:
        return Path(asked.workspace)
    bootstrap.require_data_folder()
    path = paths.sample_workspace_path()
    if not path.exists():
        from app.services import sample

        sample.build(path, clock=SystemClock(), actor=bootstrap.actor())
    return path


def _opened(asked: Arguments) -> Any:
    from app.services import workspaces

    return workspaces.open(
        _workspace_path(asked), clock=SystemClock(), actor=bootstrap.actor(), read_only=True
    )


def _print_what_cannot_be_printed() -> None:
    """Have signs that a console does not know printed by their number, and not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _tell(asked: Arguments, answer: Any) -> None:
    answers.tell(answer, as_json=asked.json, quiet=asked.quiet)
