"""Takes a Word file apart without trusting anything that it says about itself."""

import re
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.documents.gate.refusals import Refusal, WordFileRefused

LARGEST_PART = 64 * 1024 * 1024
LARGEST_WHOLE = 200 * 1024 * 1024
HIGHEST_RATIO = 200
MOST_PARTS = 2_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 0x1
# Small parts pack very well without being a trap.
_TOO_SMALL_TO_MATTER = 1024 * 1024
_BROKEN = (
    *(BadZipFile, zlib.error, OSError, EOFError),
    *(NotImplementedError, RuntimeError, ValueError),
)
_NAME = re.compile(r"(?!/)[^\x00-\x1f\\:]+")


def take_apart(content: bytes, *, name: str) -> dict[str, bytes]:
    """Return the parts of a Word file by their names, in the order in which they lie in it.

    Raises:
        WordFileRefused: It is none, or one that no honest program writes.
    """
    _require_archive(content, name)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _inspect(entries, name)
            return {entry.filename: _read(archive, entry, name) for entry in entries}
    except _BROKEN as error:
        raise WordFileRefused(name, Refusal.DAMAGED, str(error)) from error


def _require_archive(content: bytes, name: str) -> None:
    if content.startswith(_OLE):
        locked = _PASSWORD in content
        raise WordFileRefused(name, Refusal.ENCRYPTED if locked else Refusal.OLD_FORMAT)
    if not content.startswith(b"PK"):
        raise WordFileRefused(name, Refusal.NOT_WORD)


def _inspect(entries: list[ZipInfo], name: str) -> None:
    """Look at what the archive lists before anything of it is unpacked."""
    if len(entries) > MOST_PARTS:
        raise WordFileRefused(name, Refusal.TOO_LARGE, f"{len(entries)} parts")
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise WordFileRefused(name, Refusal.TOO_LARGE, "the whole")
    seen = set()
    for entry in entries:
        _inspect_entry(entry, name)
        # Programs differ in which of two they read; names of parts do not tell cases apart.
        if entry.filename.casefold() in seen:
            raise WordFileRefused(name, Refusal.UNSAFE, f"{entry.filename} is there twice")
        seen.add(entry.filename.casefold())


def _inspect_entry(entry: ZipInfo, name: str) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise WordFileRefused(name, Refusal.ENCRYPTED, entry.filename)
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise WordFileRefused(name, Refusal.UNSAFE, f"{entry.filename} is packed otherwise")
    steps = entry.filename.split("/")
    if _NAME.fullmatch(entry.filename) is None or {".", "..", ""} & set(steps):
        raise WordFileRefused(name, Refusal.UNSAFE, f"a part named {entry.filename!r}")
    packed_well = entry.file_size > HIGHEST_RATIO * max(1, entry.compress_size)
    if entry.file_size > LARGEST_PART or (packed_well and entry.file_size > _TOO_SMALL_TO_MATTER):
        raise WordFileRefused(name, Refusal.TOO_LARGE, entry.filename)


def _read(archive: ZipFile, entry: ZipInfo, name: str) -> bytes:
    with archive.open(entry) as part:
        # The size that was listed may be a lie, so that the bytes themselves are counted.
        read = part.read(entry.file_size + 1)
    if len(read) != entry.file_size:
        raise WordFileRefused(name, Refusal.UNSAFE, f"{entry.filename} has another size")
    return read
