"""Reads a workspace of an older version without touching it: a copy is brought up to date instead.

Needed where the file itself may not be changed: it was asked for reading, somebody else is writing
it, or its folder is closed.
"""

import tempfile
from datetime import date
from pathlib import Path

from app.store.backup import copy_verified
from app.store.engine import Access, Begin, open_engine
from app.store.faults import translated
from app.store.index_upkeep import keep_index_current
from app.store.schema import bring_up_to_date
from app.store.space import require_space


class OlderCopy:
    """A copy in the folder for temporary files, which goes when it is closed.

    Attributes:
        path: The copy.
    """

    def __init__(self, original: Path, *, today: date) -> None:
        """Copy ``original`` and bring the copy up to date.

        Raises:
            DiskFull: if there is no room for it.
            WorkspaceDamaged: if the workspace does not pass the full check.
        """
        # Should the program die, the system clears the folder away some day.
        self._folder = tempfile.TemporaryDirectory(prefix="jwg-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name) / "older.jwg"
        try:
            with translated(original):
                require_space(original, folder=self.path.parent)
            copy_verified(original, self.path)
            bring_up_to_date(self.path)
            engine = open_engine(self.path, access=Access.READ_WRITE, begin=Begin.WRITING)
            try:
                with translated(self.path):
                    keep_index_current(engine, today=today)
            finally:
                engine.dispose()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Take the copy away."""
        self._folder.cleanup()
