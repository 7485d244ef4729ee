"""Writes and reads the small file beside a pack, which tells people and programs what it is."""

import re
from dataclasses import dataclass

from app.domain.pack_scope import spell_key
from app.exchange.packs.manifest import Manifest

SUFFIX = ".manifest.json"
LARGEST = 2_000_000

_SHA256 = re.compile(r"^ {2}sha256 {2}([0-9a-f]{64})$", re.MULTILINE)
_KEY = re.compile(r"^ {2}key {5}([0-9A-F ]{16,24})$", re.MULTILINE)


@dataclass(frozen=True)
class ToldBeside:
    """What stands beside a pack.

    Attributes:
        sha256: The hash of the file as it was written.
        key_id: The key that it was signed with; empty if it was not.
    """

    sha256: str
    key_id: str


def write_beside(manifest: Manifest, *, name: str, sha256: str) -> bytes:
    """Return what stands beside the pack for whoever has no JWG Desk at hand."""
    key = f"\n  key     {spell_key(manifest.key_id)}" if manifest.key_id else ""
    signature = f"\n  signature {manifest.signature}" if manifest.signature else ""
    return (
        f"{manifest.title}\n{manifest.body_name}, as of {manifest.on}\n\n"
        f"  file    {name}\n  sha256  {sha256}\n  root    {manifest.root}{key}{signature}\n\n"
        f"{manifest.write()}\n"
    ).encode()


def read_beside(content: bytes) -> ToldBeside | None:
    """Return what a file beside a pack tells; ``None`` if it tells nothing of a pack."""
    text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    found = _SHA256.search(text)
    if found is None:
        return None
    key = _KEY.search(text)
    return ToldBeside(found[1], key[1].replace(" ", "") if key else "")
