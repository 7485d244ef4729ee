"""Verbs for the house style: a workspace may carry its own, which staff changed in Word."""

from pathlib import Path
from uuid import UUID

from app import paths
from app.domain.attachment import Attachment
from app.domain.workspace_facts import StoreMeta
from app.services import attachments, disk
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.workspace import Workspace

_KEY = "house_style"


def current(workspace: Workspace) -> bytes | None:
    """Return the workspace's own house style; ``None`` where it uses that of JWG Desk."""
    with workspace.read() as reader:
        carried = _carried(reader)
        return attachments.read(reader, carried.id) if carried else None


def name_of_current(workspace: Workspace) -> str:
    """Return the name of the file that the workspace's own house style came from; else nothing."""
    with workspace.read() as reader:
        carried = _carried(reader)
        return carried.file_name if carried else ""


def adopt(workspace: Workspace, *, path: Path) -> ChangeSet:
    """Have every document of the workspace look as the Word file at ``path`` says.

    What acts on its own in the file, such as macros, is left out.

    Raises:
        WordFileRefused: It is no Word file, or one that is not let in.
        HouseStyleUnusable: It lacks styles, which the error names.
        FileNotRead: It cannot be read.
    """
    from app.documents.gate import let_in
    from app.documents.house_style_check import require_usable

    content = let_in(disk.read_file(path), name=path.name).to_bytes()
    require_usable(content, name=path.name)
    with workspace.write("Adopt house style") as work:
        kept = attachments.keep(work, content, file_name=path.name)
        held = work.first(StoreMeta, key=_KEY)
        if held is None:
            work.add(StoreMeta(key=_KEY, value=str(kept.id)))
        else:
            held.value = str(kept.id)
        return work.commit(subject=kept.id)


def restore(workspace: Workspace) -> ChangeSet:
    """Go back to the house style of JWG Desk."""
    with workspace.write("Restore house style") as work:
        held = work.first(StoreMeta, key=_KEY)
        if held is not None:
            work.delete(held)
        return work.commit()


def export(workspace: Workspace, *, path: Path) -> Path:
    """Write the house style in use to ``path``, to be changed in Word and adopted.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    shipped = paths.template_folder() / "house_style.docx"
    disk.write_file(path, current(workspace) or disk.read_file(shipped))
    return path


def _carried(reader: Reader) -> Attachment | None:
    held = reader.first(StoreMeta, key=_KEY)
    return reader.get(Attachment, UUID(held.value)) if held else None
