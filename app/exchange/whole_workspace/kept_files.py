"""Keeps track of the files that an export holds: each must be that of one record, and be used."""

from collections.abc import Mapping
from typing import Any

from app.exchange.whole_workspace.layout import BYTES_FIELD, hash_in, kept_file
from app.exchange.whole_workspace.manifest import Listed
from app.exchange.whole_workspace.refusals import ExportDamaged
from app.exchange.whole_workspace.values import Misfit

KNOWN_BY = "attachment"
"""The kind of record that knows a file; it is read before the bytes are."""


class KeptFiles:
    """The files of an export, as its records are read one after the other."""

    def __init__(self, listed: Mapping[str, Listed]) -> None:
        self._listed = {name: each for name, each in listed.items() if hash_in(name)}
        self._unused = set(self._listed)
        self._known: dict[str, tuple[str, int]] = {}

    def know(self, attachment: Mapping[str, Any]) -> None:
        """Take down which file a record speaks of."""
        where = kept_file(attachment["sha256"], attachment["file_name"])
        self._known[str(attachment["id"])] = (where, attachment["size"])

    def take(self, told: Mapping[str, Any]) -> str:
        """Return where the bytes lie that belong to a record.

        Raises:
            Misfit: They are not there, or are those of another record.
        """
        name, key = told.get(BYTES_FIELD), told.get("attachment_id")
        if not isinstance(name, str) or hash_in(name) is None:
            raise Misfit(f"“{BYTES_FIELD}” does not name a kept file.")
        if name not in self._listed:
            raise Misfit(f"The file “{name}” is not there.")
        if self._known.get(str(key)) != (name, self._listed[name].size):
            raise Misfit(f"“{name}” is not the file that the {KNOWN_BY} “{key}” speaks of.")
        self._unused.discard(name)
        return name

    def require_all_used(self) -> None:
        """Look whether a file is left that no record speaks of.

        Raises:
            ExportDamaged: naming it.
        """
        for name in sorted(self._unused):
            raise ExportDamaged(name, "belongs to no record")
