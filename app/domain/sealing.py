"""Hashes over adopted texts, so that one changed sign shows, and shows where.

Leaves are the canonical JSON of a text (RFC 8785; for objects of strings and whole numbers a
sorted, compact ``json.dumps`` gives the same bytes), the tree is split as in RFC 6962 §2.1.
"""

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class SealedText:
    """One text of one provision as it enters the tree."""

    document: str
    version: int
    eid: str
    language: str
    label: str
    heading: str
    text: str

    def canonical(self) -> bytes:
        """Return the bytes that are hashed."""
        values = {
            "doc": self.document,
            "eid": self.eid,
            "heading": self.heading,
            "label": self.label,
            "lang": self.language,
            "text": self.text,
            "v": self.version,
        }
        written = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return unicodedata.normalize("NFC", written).encode()


def text_hash(text: str) -> str:
    """Return the SHA-256 of one text in composed form, in hexadecimal."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def merkle_root(leaves: Sequence[bytes]) -> str:
    """Return the root over ``leaves`` in hexadecimal; leaves and nodes are hashed apart.

    The split at the largest power of two below the count means that no two lists of leaves share
    a root (RFC 6962 §2.1).
    """
    return _root(leaves).hex()


def chain_hash(*, prev: str | None, kind: str, reference: str, root: str) -> str:
    """Return the hash of a link in the chain of seals, which includes the link before it."""
    link = json.dumps([prev or "", kind, reference, root], ensure_ascii=False)
    return hashlib.sha256(link.encode()).hexdigest()


def _root(leaves: Sequence[bytes]) -> bytes:
    """Join the leaves level by level; the odd one out at the end goes up as it is.

    That is the tree of RFC 6962: its left half is the largest full one.
    """
    if not leaves:
        return hashlib.sha256(b"").digest()
    sha256 = hashlib.sha256
    level = [sha256(b"\x00" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        odd = level[-1:] if len(level) % 2 else []
        pairs = zip(level[::2], level[1::2], strict=False)
        level = [sha256(b"\x01" + left + right).digest() for left, right in pairs] + odd
    return level[0]
