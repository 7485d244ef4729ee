"""Which states and hosts a list of meetings can be narrowed to, and is."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow


@dataclass(frozen=True)
class Narrowing:
    """States by their values, and hosts by code with their names; none of a kind means all."""

    states: frozenset[str] = frozenset()
    hosts: dict[str, str] = field(default_factory=dict)

    def fits(self, row: "MeetingRow") -> bool:
        """Say whether a meeting is among those that are wanted."""
        in_state = not self.states or str(getattr(row.status, "value", row.status)) in self.states
        hosted = not self.hosts or (row.host is not None and row.host.code in self.hosts)
        return in_state and hosted

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return bool(self.states or self.hosts)


def narrowing_of(rows: "tuple[MeetingRow, ...]") -> Narrowing:
    """Return every state and host that there is among meetings."""
    return Narrowing(
        states=frozenset(str(getattr(row.status, "value", row.status)) for row in rows),
        hosts={row.host.code: row.host.name for row in rows if row.host is not None},
    )
