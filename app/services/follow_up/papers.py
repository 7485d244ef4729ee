"""Saves the lists between meetings as Word: the action items of a body, and its projects."""

from pathlib import Path
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.services import saving
from app.services.wanted import Wanted
from app.store.workspace import Workspace


def save_action_list(
    workspace: Workspace, *, body_id: UUID, path: Path, language: str = "en"
) -> Path:
    """Write the action items of a body, side by side, as Word; return the path.

    Raises:
        ChangedByHand: if the file there was changed since it was written.
        FileNotWritten: naming the file and the reason.
    """
    return _save(workspace, DocumentKind.ACTION_LIST, body_id, path, language)


def save_project_review(
    workspace: Workspace, *, body_id: UUID, path: Path, language: str = "en"
) -> Path:
    """Write the projects of a body with what meetings found about them; return the path.

    Raises:
        ChangedByHand: if the file there was changed since it was written.
        FileNotWritten: naming the file and the reason.
    """
    return _save(workspace, DocumentKind.PROJECT_REVIEW, body_id, path, language)


def _save(
    workspace: Workspace, kind: DocumentKind, body_id: UUID, path: Path, language: str
) -> Path:
    wanted = Wanted(kind=kind, body_id=body_id, language=language)
    return saving.save_where_chosen(workspace, wanted, folder_or_path=path)
