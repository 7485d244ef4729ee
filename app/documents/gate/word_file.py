"""A Word file that was let in: its parts by name, and what was taken out of it."""

from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.documents.gate.hazards import Removed

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word file.

    Attributes:
        name: What the file is called.
        main: The name of the part that holds its text.
        parts: Every part by its name, in the order of the file.
        removed: What was taken out.
    """

    name: str
    main: str
    parts: dict[str, bytes]
    removed: tuple[Removed, ...] = ()
    original: bytes = field(default=b"", repr=False)

    def to_bytes(self) -> bytes:
        """Return the file as it was; the same parts give the same bytes where it was changed."""
        return self.original or pack(self.parts)


def pack(parts: dict[str, bytes]) -> bytes:
    """Return a Word file of ``parts``; the same parts give the same bytes wherever it is made."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name in sorted(parts, key=lambda name: name != _TYPES):
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, parts[name])
    return written.getvalue()
