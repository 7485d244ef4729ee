"""The address of a record, ``jwg://decision/0198…``: what a link in Word or a message leads to.

It names the record and nothing else: neither a file, which each machine keeps in a place of its
own, nor a title, which others could read. The workspace that is open finds the record, or says that
it is not there.
"""

import re
from dataclasses import dataclass
from uuid import UUID

SCHEME = "jwg"
_LONGEST = 200
_ADDRESS = re.compile(
    r"jwg:/{0,2}(?P<kind>[a-z][a-z_-]{1,39})/"
    r"(?P<key>[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})/?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Address:
    """A record, by its kind and key."""

    kind: str
    key: UUID

    def __str__(self) -> str:
        return f"{SCHEME}://{self.kind.replace('_', '-')}/{self.key}"


def is_address(text: str) -> bool:
    """Return whether a text is meant as an address, right or wrong."""
    return text.strip().lower().startswith(f"{SCHEME}:")


def read_address(text: str) -> Address | None:
    """Return the record that a text is the address of; ``None`` where it is none."""
    found = _ADDRESS.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    return Address(found["kind"].lower().replace("-", "_"), UUID(found["key"]))
