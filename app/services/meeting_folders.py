"""Verbs for the whole meeting as one folder or one zip archive: agenda, papers, minutes, list."""

from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.errors import Misfortune, Mistake
from app.domain.meeting import Meeting
from app.domain.names import in_language, name_language
from app.domain.paper import Distribution
from app.exchange.bundles import write_folder, write_zip
from app.exchange.folder_index import FolderIndex, IndexLine, write_index
from app.services import attachments, house_styles
from app.services.disk import FileNotWritten
from app.services.folder_plans import (
    FolderEntry,
    FolderPlan,
    LeftOut,
    LeftOutReason,
    plan,
)
from app.services.wanted import Wanted, compose
from app.store.workspace import Workspace

__all__ = [
    "Cancelled",
    "Distribution",
    "FolderEntry",
    "FolderPlan",
    "LeftOut",
    "LeftOutReason",
    "PlanChanged",
    "plan",
    "write",
]

INDEX = "index.html"
_FOR = {
    Distribution.ONE_SIDE: "For our side only; it may hold confidential papers.",
    Distribution.BOTH_SIDES: "For both sides.",
    Distribution.PUBLIC: "For everybody.",
}


class Cancelled(Misfortune):
    """The user has stopped the writing of a folder."""

    def __init__(self) -> None:
        super().__init__("The folder was not made.", "Nothing was left behind.")


class PlanChanged(Misfortune):
    """The records have changed between what was shown and the writing."""

    def __init__(self) -> None:
        super().__init__(
            "The papers of the meeting have changed since the list was shown.",
            "Look at the list again.",
        )


Progress = Callable[[int, int], bool]
"""Hears how many of how many files are done, and says whether to go on."""


def write(
    workspace: Workspace,
    wanted: FolderPlan,
    *,
    target: Path,
    as_zip: bool = False,
    progress: Progress = lambda done, total: True,
) -> Path:
    """Write a meeting's folder, all of it or nothing; an earlier one is never touched.

    Args:
        workspace: The workspace.
        wanted: What goes in, as it was shown to the user.
        target: The folder in which it gets its own; or the zip archive.
        as_zip: Whether it becomes an archive.
        progress: Hears how far it is, and may stop it.

    Raises:
        PlanChanged: if the records have changed since the plan was made.
        Cancelled: if ``progress`` said not to go on.
        AttachmentDamaged: if stored bytes are not those that were stored.
        FileNotWritten: naming the file and the reason.
    """
    current = plan(
        workspace, meeting_id=wanted.meeting_id, scope=wanted.scope, language=wanted.language
    )
    if current != wanted:
        raise PlanChanged
    files = _files(workspace, wanted, progress)
    path = target if as_zip else target / wanted.name
    try:
        if as_zip:
            return write_zip(path, files, when=workspace.clock.now())
        return write_folder(path, files)
    except OSError as error:
        raise FileNotWritten.because_of(path, error) from error


def _files(
    workspace: Workspace, wanted: FolderPlan, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    total = len(wanted.entries) + 1
    for done, entry in enumerate(wanted.entries):
        if not progress(done, total):
            raise Cancelled
        yield entry.path, _content(workspace, wanted, entry)
    if not progress(total - 1, total):
        raise Cancelled
    yield INDEX, write_index(_index(workspace, wanted))
    progress(total, total)


def _content(workspace: Workspace, wanted: FolderPlan, entry: FolderEntry) -> bytes:
    if entry.attachment_id is not None:
        with workspace.read() as reader:
            return attachments.read(reader, entry.attachment_id)
    if entry.document is None:
        raise Mistake(f"“{entry.path}” is neither kept nor made.")
    from app.documents import word

    asked = Wanted(kind=entry.document, meeting_id=wanted.meeting_id, language=wanted.language)
    made = compose(workspace, asked)
    return word.write(made.document, house_style=house_styles.current(workspace))


def _index(workspace: Workspace, wanted: FolderPlan) -> FolderIndex:
    with workspace.read() as reader:
        meeting = reader.get(Meeting, wanted.meeting_id)
    days = " – ".join(
        dict.fromkeys(day.isoformat() for day in (meeting.first_day, meeting.ends_on) if day)
    )
    lines = [_line(entry) for entry in wanted.entries]
    return FolderIndex(
        title=in_language(meeting.titles, wanted.language) or meeting.code,
        lines=(
            meeting.code,
            ", ".join(
                part for part in (in_language(meeting.places, wanted.language), days) if part
            ),
            _FOR[wanted.scope],
        ),
        documents=tuple(line for line in lines if not line.symbol),
        papers=tuple(line for line in lines if line.symbol),
        made=f"Made with JWG Desk on {workspace.today().isoformat()}.",
    )


def _line(entry: FolderEntry) -> IndexLine:
    return IndexLine(
        path=entry.path,
        symbol=entry.symbol,
        title=entry.title[:1].upper() + entry.title[1:],
        language=name_language(entry.language),
        note="Confidential" if entry.is_confidential else "",
    )
