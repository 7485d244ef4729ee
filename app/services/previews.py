"""Shows a document before it is one: as a page for the window, and as plain text."""

from dataclasses import dataclass

from app.documents.plain import plain_text
from app.services.wanted import Wanted, compose
from app.store.workspace import Workspace
from app.texts.walking import missing_facts

__all__ = ["Preview", "Wanted", "show", "write_plain"]


@dataclass(frozen=True)
class Preview:
    """A document as the window shows it.

    Attributes:
        html: The page, for QTextBrowser: values from the records on blue, gaps on amber.
        file_name: What its Word file will be called.
        title: Its title.
        is_draft: Whether it will bear the word DRAFT.
        missing: What is still to be confirmed in it, each once.
    """

    html: str
    file_name: str
    title: str
    is_draft: bool
    missing: tuple[str, ...]


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
    )


def write_plain(workspace: Workspace, wanted: Wanted) -> str:
    """Return the document that is wanted as plain text, to be pasted into a message."""
    return plain_text(compose(workspace, wanted).document)
