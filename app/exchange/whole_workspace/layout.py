"""Where everything lies in an exported workspace, and what does not go into it."""

import re
from pathlib import PurePosixPath

from app.domain.tables import MODELS

FORMAT = 1
"""The number of this way of writing; raised when an older program could no longer read it."""

NATURE = "JWG Desk workspace"
"""What the manifest says it is the manifest of."""

MANIFEST = "manifest.json"
README = "README.txt"
SCHEMA = "schema.json"
BYTES_OF = "attachment_blob"
"""The one kind of record that holds bytes; they become files, and it tells where they lie."""

BYTES_FIELD = "data"

FACTS = "store_meta"
"""The kind of record that holds facts about the workspace itself."""

_DERIVED = frozenset({"search_entry"})
"""Kinds that the program makes from the others: the entries of the search index."""

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")
_KEPT_FILE = re.compile(r"files/(?P<sha256>[0-9a-f]{64})(\.[a-z0-9]{1,8})?")
_RECORDS_FILE = re.compile(r"records/(?P<kind>[a-z][a-z_]{0,60})\.jsonl")


def kinds() -> tuple[str, ...]:
    """Return the kinds of record that are exported, in the order of their files."""
    return tuple(sorted(MODELS.keys() - _DERIVED))


def records_file(kind: str) -> str:
    """Return where the records of a kind lie."""
    return f"records/{kind}.jsonl"


def kind_in(name: str) -> str | None:
    """Return the kind whose records lie in a file; ``None`` if it is no file of records."""
    found = _RECORDS_FILE.fullmatch(name)
    return found["kind"] if found else None


def kept_file(sha256: str, called: str) -> str:
    """Return where a kept file lies, by its hash and with the ending of its name, if it is plain.

    The ending lets people open it; nothing else of the name goes into the path.
    """
    ending = PurePosixPath(called).suffix
    return f"files/{sha256}{ending.lower() if _ENDING.fullmatch(ending) else ''}"


def hash_in(name: str) -> str | None:
    """Return the hash that the name of a kept file consists of; ``None`` if it is none."""
    found = _KEPT_FILE.fullmatch(name)
    return found["sha256"] if found else None


def is_known(name: str) -> bool:
    """Return whether a file of this name can be part of an export."""
    return name in (README, SCHEMA) or bool(kind_in(name) or hash_in(name))
