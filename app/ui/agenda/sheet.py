"""Everything that the agenda's tab shows, read in one go away from the window's thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.domain.running_times import Course, Taken
    from app.services.agenda import Outline, OutlineItem
    from app.services.agenda_editions import EditionRow
    from app.ui.services import Services

NEW = "new"
"""The key of the line in which a new item is being entered."""


@dataclass(frozen=True)
class AgendaSheet:
    """An agenda and what can be done with it.

    Attributes:
        course: When each item is taken.
        editions: The editions that were kept, the latest first.
        missing: The standard items that it lacks.
        steps: The steps that it can take as a whole.
        can_change: Whether the workspace can be written.
    """

    outline: "Outline"
    course: "Course"
    editions: "tuple[EditionRow, ...]"
    missing: tuple[str, ...]
    steps: tuple[str, ...]
    can_change: bool

    def item(self, item_id: UUID) -> "OutlineItem | None":
        """Return an item, if it is there."""
        return next((item for item in self.outline.items if item.id == item_id), None)

    def lines(self) -> "tuple[AgendaLine, ...]":
        """Return a line for each item, in the order of the agenda."""
        taken = {each.key: each for each in self.course.items}
        return tuple(AgendaLine(item.id, item, taken.get(item.id)) for item in self.outline.items)


@dataclass(frozen=True)
class AgendaLine:
    """A line of the list: an item with its hours, or the one in which a new item is entered."""

    id: Any
    item: "OutlineItem | None"
    taken: "Taken | None" = None
    new_depth: int = 0

    @property
    def depth(self) -> int:
        """How deep it lies below others."""
        return self.item.depth if self.item is not None else self.new_depth


def read(services: "Services", workspace: Any, *, meeting_id: UUID, language: str) -> AgendaSheet:
    """Read the agenda of a meeting."""
    outline = services.agenda.outline(workspace, meeting_id=meeting_id, language=language)
    editions = services.agenda_editions
    missing = services.standard_items.list_missing(workspace, meeting_id=meeting_id)
    return AgendaSheet(
        outline=outline,
        course=services.agenda_hours.run(outline),
        editions=editions.list_editions(workspace, meeting_id=meeting_id),
        missing=tuple(str(kind) for kind in missing),
        steps=tuple(str(step) for step in editions.list_steps(status=outline.status)),
        can_change=not workspace.read_only,
    )
