"""What JWG Desk makes where no window can open: the sample, its documents, pictures."""

import shutil
from pathlib import Path

from app import display
from app.clock import Clock

SAMPLE_NAME = "sample.jwg"
FIRST_MEETING = "JWG-1"


def make_tour(folder: Path, *, clock: Clock, actor: str) -> tuple[Path, ...]:
    """Fill ``folder`` with the sample workspace, its Word documents and pictures.

    What an earlier tour left there is made anew. Pictures are left out where Qt's libraries are
    missing; everything else needs none of them.

    Returns:
        The files that were made, in the order of the making.

    Raises:
        Misfortune: if the folder cannot be written, or a file in it is open elsewhere.
    """
    from app.services import documents, meetings, sample
    from app.services import workspaces as files

    workspace_path = sample.build(folder / SAMPLE_NAME, clock=clock, actor=actor)
    word_folder, picture_folder = folder / "word", folder / "pictures"
    for stale in (word_folder, picture_folder):
        _empty(stale)
    made = [workspace_path]
    with files.open(workspace_path, clock=clock, actor=actor, read_only=True) as workspace:
        meeting_id = meetings.find_by_code(workspace, code=FIRST_MEETING)
        if meeting_id is not None:
            made.extend(documents.save_all(workspace, meeting_id=meeting_id, folder=word_folder))
    if display.drawing_obstacle() is None:
        made.extend(_take_pictures(workspace_path, picture_folder))
    return tuple(made)


def _empty(folder: Path) -> None:
    from app.services.documents import FileNotWritten

    try:
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir()
    except OSError as error:
        raise FileNotWritten(folder, error.strerror or str(error)) from error


def _take_pictures(workspace_path: Path, folder: Path) -> tuple[Path, ...]:
    from app.ui import pictures

    return pictures.take(workspace_path, folder)
