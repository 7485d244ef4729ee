"""What the command line does with packs: write one in any form, say what is proved of one."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app import display
from app.answers import WrongUse, tell
from app.domain.errors import Misfortune
from app.domain.pack_scope import ALL_PARTS, OF_A_MEETING, PackPart, PackScope

if TYPE_CHECKING:
    from app.services.packs.reading import Verification
    from app.store.workspace import Workspace

FORMS = ("pack", "page", "folder")


class NoKeyToSign(Misfortune):
    """A signature was asked for, and which key is to give it cannot be told."""

    def __init__(self, count: int) -> None:
        told = "There is no key" if count == 0 else f"There are {count} keys"
        super().__init__(
            f"{told} of your own on this computer.", "Name the key with --sign, or make one."
        )


def add_export(parser: argparse.ArgumentParser) -> None:
    """Give a parser what an export can be asked."""
    parser.add_argument("--body", required=True, help="the code of the body")
    parser.add_argument("--meeting", help="the code of the meeting that it is for")
    parser.add_argument("--on", type=date.fromisoformat, help="as of which day; today if not given")
    parser.add_argument(
        "--form", choices=FORMS, default="pack", help="a .jwgx file, a page, a folder"
    )
    parser.add_argument("--title", default="", help="what it is called")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=[part.value for part in PackPart],
        help="a part to leave out; may be given several times",
    )
    parser.add_argument("--sign", nargs="?", const="own", help="sign with a key of your own")
    parser.add_argument("--for", dest="recipients", action="append", default=[], help="age1…")
    parser.add_argument("--passphrase-from", type=Path, help="a file whose first line it is")
    parser.add_argument("--into", type=Path, default=Path(), help="the folder to write into")


def export(workspace: "Workspace", asked: argparse.Namespace) -> list[str]:
    """Write what was asked for and return the paths.

    Raises:
        WrongUse: Nothing in the workspace has the code of the body or of the meeting.
    """
    from app.services import bodies, meetings
    from app.services.packs import folder, making, web

    body_id = _found(bodies.find_by_code(workspace, code=asked.body), asked.body)
    meeting_id = None
    if asked.meeting:
        found = meetings.find_by_code(workspace, code=asked.meeting, body_id=body_id)
        meeting_id = _found(found, asked.meeting)
    parts = frozenset(ALL_PARTS - {PackPart(each) for each in asked.without})
    order = making.PackOrder(
        scope=PackScope(
            body_id=body_id,
            on=asked.on or workspace.today(),
            meeting_id=meeting_id,
            parts=parts if meeting_id else parts - OF_A_MEETING,
        ),
        title=asked.title or f"{asked.meeting or asked.body} pack",
        key_id=_key(asked.sign) if asked.sign else "",
        protection=making.Protection(passphrase_of(asked), tuple(asked.recipients)),
    )
    asked.into.mkdir(parents=True, exist_ok=True)
    if asked.form == "page":
        return [str(web.make_page(workspace, order, folder_or_path=asked.into).path)]
    if asked.form == "folder":
        return [str(folder.make_folder(workspace, order, target=asked.into))]
    made = making.make(workspace, order, folder_or_path=asked.into)
    return [str(made.path), str(made.manifest_path)]


def verify(asked: argparse.Namespace) -> "Verification":
    """Return what is proved of a pack."""
    from app.services.packs import reading

    return reading.verify(asked.pack, passphrase=passphrase_of(asked))


def say(found: "Verification") -> str:
    """Return what is proved of a pack, and what is not, in a sentence."""
    from app.services.packs import proof_words

    return proof_words.say(found)


def is_pack(path: Path) -> bool:
    """Return whether a file is called a pack."""
    return path.suffix.lower() == ".jwgx"


def look(asked: argparse.Namespace, path: Path) -> Path:
    """Say what a pack is and what is proved of it, where no window will say so; return it."""
    from app.services.packs import reading

    if display.window_obstacle() is not None:
        found = reading.verify(path)
        about = [f"{found.manifest.title}: {found.manifest.body_name}"] if found.manifest else []
        tell([*about, say(found)], as_json=asked.json, quiet=asked.quiet)
    return path


def is_fine(found: "Verification") -> bool:
    """Return whether everything that can be proved is."""
    return found.is_fine


def passphrase_of(asked: argparse.Namespace) -> str:
    """Return the passphrase in the file that was named; on a command line it would be seen."""
    from app.services import disk

    if asked.passphrase_from is None:
        return ""
    content = disk.read_file(asked.passphrase_from).decode("utf-8-sig", "replace")
    return content.split("\n", 1)[0].rstrip("\r")


def _found(key: UUID | None, code: str) -> UUID:
    if key is None:
        raise WrongUse(f"Nothing in this workspace has the code “{code}”.", "See “jwg list -h”.")
    return key


def _key(asked: str) -> str:
    from app.services.packs import keys

    own = keys.list_keys().own
    wanted = asked.replace(" ", "").upper()
    named = [key.key_id for key in own if asked == "own" or key.key_id == wanted]
    if len(named) != 1:
        raise NoKeyToSign(len(named))
    return named[0]
