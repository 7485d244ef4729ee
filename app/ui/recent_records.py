"""Remembers which records were looked at last, from one day to the next."""

from uuid import UUID

from app.settings.options import RECENT_RECORDS
from app.settings.settings_file import Settings

Ref = tuple[str, UUID]
_MOST = 12


class RecentRecords:
    """The records that were looked at, the last first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._refs = [
            ref for told in settings.value(RECENT_RECORDS).split() if (ref := _read(told))
        ]

    def note(self, kind: str, record_id: UUID) -> None:
        """Remember that a record is looked at now."""
        ref = (kind, record_id)
        if self._refs[:1] == [ref]:
            return
        self._refs = [ref, *(known for known in self._refs if known != ref)][:_MOST]
        told = " ".join(f"{kind}:{key}" for kind, key in self._refs)
        self._settings.choose(RECENT_RECORDS, told)

    def refs(self) -> tuple[Ref, ...]:
        """Return them, the last first."""
        return tuple(self._refs)


def _read(told: str) -> Ref | None:
    kind, _, key = told.partition(":")
    try:
        return kind, UUID(key)
    except ValueError:
        return None  # a line that somebody has changed by hand
