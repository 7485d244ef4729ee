"""What the parts of the studio work on together: the workspace, what is chosen, what is shown."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.checks import Check
    from app.services.comparisons import Change, ShownComparison
    from app.services.previews import Preview
    from app.ui.services import Services
    from app.ui.studio.offer import Offer


@dataclass(frozen=True)
class ShownPage:
    """A document, or two versions side by side, as the page shows it.

    Attributes:
        html: The page.
        file_name: What its Word file will be called.
        title: Its title.
        width: How wide the page is at its scale.
        watermark: The word across its pages.
        is_draft: Whether it is marked as a draft.
        is_for_circulation: Whether its lines are counted and changes to it are tracked.
        changes: What changed, where two versions are put side by side.
    """

    html: str
    file_name: str
    title: str
    width: int
    watermark: str = ""
    is_draft: bool = False
    is_for_circulation: bool = False
    changes: "tuple[Change, ...] | None" = None


@dataclass
class Bench:
    """The state of the studio.

    Attributes:
        services: The services, once a workspace is open.
        workspace: The workspace.
        language: The language of the window.
        body_id: Whose records.
        offer: What can be chosen, and what is.
        page: The document that is shown, once it is made.
        checks: What was found in it, once it was looked through.
    """

    services: "Services | None" = None
    workspace: Any = None
    language: str = "en"
    body_id: "UUID | None" = None
    offer: "Offer | None" = None
    page: ShownPage | None = None
    checks: "tuple[Check, ...]" = field(default=())

    @property
    def can_write(self) -> bool:
        """Whether anything can be kept in the workspace."""
        return self.workspace is None or not self.workspace.read_only

    @property
    def wanted(self) -> Any:
        """Which document is shown, as the services ask for it."""
        return self.offer.wanted if self.offer is not None else None

    def clear(self) -> None:
        """Have nothing chosen and nothing shown."""
        self.offer = None
        self.page = None
        self.checks = ()


def page_of_preview(preview: "Preview") -> ShownPage:
    """Return a document as the page shows it."""
    return ShownPage(
        html=preview.html,
        file_name=preview.file_name,
        title=preview.title,
        width=preview.width,
        watermark=preview.watermark,
        is_draft=preview.is_draft,
        is_for_circulation=preview.is_for_circulation,
    )


def page_of_comparison(shown: "ShownComparison") -> ShownPage:
    """Return two versions side by side as the page shows them."""
    return ShownPage(
        html=shown.html,
        file_name=shown.file_name,
        title=shown.file_name.removesuffix(".docx"),
        width=shown.width,
        changes=shown.changes,
    )
