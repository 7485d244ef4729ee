"""What the presenters of the minutes have in hand together: a workspace, a meeting, its sheet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.minutes.page_text import BEFORE, PageText, Place

if TYPE_CHECKING:
    from app.clock import Clock
    from app.services.minutes_sheets import MinutesSheet
    from app.ui.minutes.view import MinutesView
    from app.ui.operations import OperationRunner
    from app.ui.services import Services

Refused = Callable[[Misfortune], None]


@dataclass
class InHand:
    """The meeting whose minutes are looked at, and how they stand.

    Attributes:
        acts: How often something was asked of the record; what was read before is out of date.
        show: Shows the place in hand anew.
        read: Reads everything anew.
        heard: Hears that the record was read anew.
    """

    view: "MinutesView"
    operations: "OperationRunner"
    clock: "Clock"
    services: "Services | None" = None
    workspace: Any = None
    meeting_id: UUID | None = None
    sheet: "MinutesSheet | None" = None
    page: PageText = field(default_factory=PageText)
    place: Place = BEFORE
    language: str = "en"
    beside: str = ""
    acts: int = 0
    show: Callable[[], None] = lambda: None
    read: Callable[[], None] = lambda: None
    heard: Callable[[], None] = lambda: None

    @property
    def is_open(self) -> bool:
        """Whether the minutes can be changed."""
        return (
            self.sheet is not None
            and self.sheet.id is not None
            and not self.sheet.is_sealed
            and not self.workspace.read_only
        )

    @property
    def minutes_id(self) -> UUID:
        """The minutes that are written; only to be asked while there are any."""
        assert self.sheet is not None
        assert self.sheet.id is not None
        return self.sheet.id

    def act(
        self,
        name: str,
        verb: Callable[..., Any],
        *arguments: Any,
        done: Callable[[Any], None] | None = None,
        refused: Refused | None = None,
        **how: Any,
    ) -> None:
        """Ask something of the record; where it is refused, show how the record stands."""
        self.acts += 1
        work = partial(verb, self.workspace, *arguments, **how)
        self.operations.run(name, work, done, partial(self._refuse, refused))

    def ask(
        self,
        name: str,
        verb: Callable[..., Any],
        *,
        done: Callable[[Any], None],
        **how: Any,
    ) -> None:
        """Ask for something that changes nothing."""
        self.operations.run(name, partial(verb, self.workspace, **how), done)

    def _refuse(self, refused: Refused | None, problem: Misfortune) -> None:
        if refused is not None:
            refused(problem)
        else:
            self.view.tell_misfortune(problem.sentence, problem.remedy)
        self.read()
