"""What the presenter of the persons asks of its page, so that it need not know a widget."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.alike_persons import LikelyPair, LikelyPerson
    from app.services.persons import PersonDetail, PersonRow, PostRow


@dataclass(frozen=True)
class Choices:
    """What can be chosen in the forms: organisations and parties, by id and name."""

    offices: tuple[tuple[UUID, str, str], ...]
    parties: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class PersonShown:
    """A person as the page shows one.

    Attributes:
        likely: Who is perhaps the same person.
    """

    detail: "PersonDetail"
    likely: "tuple[LikelyPerson, ...]"
    can_change: bool


class PersonsView(Protocol):
    """The page of persons, seen from its presenter."""

    def show_reading(self) -> None:
        """Say that the persons are being read."""
        ...

    def show_rows(
        self, rows: "tuple[PersonRow, ...]", *, chosen: UUID | None, can_change: bool
    ) -> None:
        """Show the list, one of them chosen."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        ...

    def show_person(self, shown: PersonShown) -> None:
        """Show a person."""
        ...

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        ...

    def show_doubles(self, pairs: "tuple[LikelyPair, ...]") -> None:
        """Know who may be one person; the window of doubles shows it if it is open."""
        ...

    def ask_for_person(self, detail: "PersonDetail | None", choices: Choices) -> None:
        """Open the form for a person; ``None`` for a new one."""
        ...

    def ask_for_post(self, post: "PostRow | None", choices: Choices) -> None:
        """Open the form for a post; ``None`` for a new one."""
        ...

    def ask_for_spelling(self) -> None:
        """Open the form for another spelling."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        ...

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what could not be done."""
        ...


Values = dict[str, Any]
