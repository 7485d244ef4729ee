"""What JWG Desk makes where no window can open: the sample, its documents, pictures.

The folder may be anybody's: what a tour made is remembered with its hash, and a later tour takes
away only what nobody has changed since.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import display
from app.clock import Clock

SAMPLE_NAME = "sample.jwg"
FIRST_MEETING = "JWG-1"
RECORD = ".jwg-demo.json"


def make_tour(folder: Path, *, clock: Clock, actor: str) -> tuple[Path, ...]:
    """Fill ``folder`` with the sample workspace, its Word documents and pictures.

    What an earlier tour left there unchanged is made anew; everything else stays, and a sample
    workspace that was worked in is backed up before a new one takes its place. Pictures are left
    out where Qt's libraries are missing; everything else needs none of them.

    Returns:
        The files that were made, in the order of the making.

    Raises:
        Misfortune: if the folder cannot be written, or a file in it is open elsewhere.
    """
    from app.services import documents, meetings, sample
    from app.services import workspaces as files

    workspace_path = folder / SAMPLE_NAME
    before = _read_record(folder)
    if os.path.lexists(workspace_path) and before.get(SAMPLE_NAME) != _digest(workspace_path):
        files.back_up(workspace_path, clock=clock)
    made = [sample.build(workspace_path, clock=clock, actor=actor)]
    word_folder, picture_folder = folder / "word", folder / "pictures"
    try:
        _clear(folder, before)
        for place in (word_folder, picture_folder):
            with _writing(place):
                place.mkdir(exist_ok=True)
        with files.open(workspace_path, clock=clock, actor=actor, read_only=True) as workspace:
            meeting_id = meetings.find_by_code(workspace, code=FIRST_MEETING)
            if meeting_id is not None:
                made += documents.save_all(workspace, meeting_id=meeting_id, folder=word_folder)
        if display.drawing_obstacle() is None:
            made += _take_pictures(workspace_path, picture_folder)
    finally:
        _write_record(folder, made)
    return tuple(made)


def _clear(folder: Path, record: dict[str, str]) -> None:
    """Take away what an earlier tour made and nobody has changed since."""
    filled = (folder / "word", folder / "pictures")
    for name, digest in record.items():
        path = folder / name
        if path.parent in filled and digest and _digest(path) == digest:
            with _writing(path):
                path.unlink()


def _take_pictures(workspace_path: Path, folder: Path) -> tuple[Path, ...]:
    from app.ui import pictures

    return pictures.take(workspace_path, folder)


def _read_record(folder: Path) -> dict[str, str]:
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # the first tour here
    return record if isinstance(record, dict) else {}


def _write_record(folder: Path, made: list[Path]) -> None:
    record = {path.relative_to(folder).as_posix(): _digest(path) for path in made}
    with _writing(folder / RECORD):
        (folder / RECORD).write_text(json.dumps(record, indent=1), encoding="utf-8")


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # the digest of no file


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    from app.services.documents import FileNotWritten

    try:
        yield
    except OSError as error:
        raise FileNotWritten.because_of(path, error) from error
