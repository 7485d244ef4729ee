"""Shows a document before it is one: as a page for the window, and as plain text."""

from dataclasses import dataclass
from uuid import UUID

from app.documents import fields
from app.documents.fields import Field, FieldKind
from app.documents.plain import plain_text
from app.services import own_templates
from app.services.wanted import Wanted, compose, list_originals
from app.store.workspace import Workspace
from app.texts.walking import missing_facts

__all__ = [
    "Field",
    "FieldKind",
    "PlannedFile",
    "Preview",
    "Wanted",
    "list_fields",
    "list_files",
    "show",
    "try_template",
    "write_plain",
]


@dataclass(frozen=True)
class Preview:
    """A document as the window shows it.

    Attributes:
        html: The page, for QTextBrowser: values from the records on blue, gaps on amber.
        file_name: What its Word file will be called.
        title: Its title.
        is_draft: Whether it will bear the word DRAFT.
        missing: What is still to be confirmed in it, each once.
        width: How wide its page is at this scale, in pixels.
        margin: How wide its white edge is.
        tab_stop: How far apart its tabs stop.
        watermark: The word that lies across its pages; empty if none does.
        is_for_circulation: Whether its lines are counted and changes to it are tracked.
    """

    html: str
    file_name: str
    title: str
    is_draft: bool
    missing: tuple[str, ...]
    width: int = 794
    margin: int = 94
    tab_stop: int = 38
    watermark: str = ""
    is_for_circulation: bool = False


@dataclass(frozen=True)
class PlannedFile:
    """A Word file that would be saved: whose original, its name, whether it is a draft."""

    original_of: UUID | None
    file_name: str
    is_draft: bool


def show(
    workspace: Workspace, wanted: Wanted, *, scale: float = 1.0, mark_facts: bool = True
) -> Preview:
    """Return the document that is wanted as it will look.

    Args:
        workspace: The workspace.
        wanted: Which document.
        scale: How large: 1.0 is as large as on paper at 96 dots to the inch.
        mark_facts: Whether values from the records stand on blue; on paper they do not.

    Raises:
        Misfortune: The records are not enough for it; as the verbs of ``documents``.
    """
    from app.documents import preview

    made = compose(workspace, wanted)
    return Preview(
        html=preview.html(made.mark_facts() if mark_facts else made.document, scale=scale),
        file_name=made.file_name,
        title=made.document.title,
        is_draft=made.document.draft,
        missing=missing_facts(made.document),
        width=round(preview.page_width(made.document) * scale),
        margin=round(preview.PAGE_MARGIN * scale),
        tab_stop=round(preview.TAB_STOP * scale),
        watermark=preview.watermark(made.document),
        is_for_circulation=made.document.for_circulation,
    )


def list_fields(workspace: Workspace, wanted: Wanted) -> tuple[Field, ...]:
    """Return what the document that is wanted is made of, as templates write it.

    Raises:
        Misfortune: The records are not enough for it; as the verbs of ``documents``.
    """
    return fields.list_fields(compose(workspace, wanted).facts)


def try_template(
    workspace: Workspace, wanted: Wanted, *, name: str, source: str, scale: float = 1.0
) -> Preview:
    """Return the document that is wanted as a template would make it; nothing is kept of that.

    Args:
        workspace: The workspace.
        wanted: Which document.
        name: The name that the template would have.
        source: The template.
        scale: How large.

    Raises:
        NoTemplateName: No document would ever find it under that name.
        TemplateError: It cannot be used; the error names the line.
        MarkupError: What it writes is no document; the error names the line that wrote it.
    """
    with workspace.write("Try template"):  # and never commit it
        own_templates.save(workspace, name=name, source=source)
        return show(workspace, wanted, scale=scale)


def write_plain(workspace: Workspace, wanted: Wanted) -> str:
    """Return the document that is wanted as plain text, to be pasted into a message."""
    return plain_text(compose(workspace, wanted).document)


def list_files(workspace: Workspace, wanted: Wanted) -> tuple[PlannedFile, ...]:
    """Return what would be saved: the file of every original, in the order of the sides.

    Raises:
        Misfortune: The records are not enough for it; as the verbs of ``documents``.
    """
    files = []
    for each in list_originals(workspace, wanted):
        made = compose(workspace, each)
        files.append(PlannedFile(each.original_of, made.file_name, made.document.draft))
    return tuple(files)
