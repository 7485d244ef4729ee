"""The states that can be parties, with their names, as they come with the program."""

import json
from dataclasses import dataclass, field
from functools import lru_cache

from app import paths
from app.domain.names import Names, in_language


@dataclass(frozen=True)
class State:
    """A state, by its code of two letters (ISO 3166).

    Attributes:
        names: Its name per language.
        formal_names: As treaties print it; only where that is certain.
        adjectives: As in “the Korean side”; only where that is certain.
        time_zone: The zone of its capital.
    """

    code: str
    names: Names
    time_zone: str
    formal_names: Names = field(default_factory=dict)
    adjectives: Names = field(default_factory=dict)

    def name(self, language: str) -> str:
        """Return its name in a language."""
        return in_language(self.names, language)


def list_states(*, language: str = "en") -> tuple[State, ...]:
    """Return every state by name."""
    return tuple(sorted(_states().values(), key=lambda state: state.name(language).casefold()))


def find(code: str) -> State | None:
    """Return the state with a code, or ``None``."""
    return _states().get(code)


@lru_cache(maxsize=1)
def _states() -> dict[str, State]:
    told = json.loads(paths.resource("states", "states.json").read_text(encoding="utf-8"))
    return {row["code"]: State(**row) for row in told["rows"]}
