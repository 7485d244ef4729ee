"""What can be proved of a pack."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.exchange.packs.manifest import Manifest
from app.services.packs.keys import Standing


class Proof(StrEnum):
    """How much is proved of a pack."""

    SIGNED = "signed"
    """Unchanged since somebody known signed it."""
    SIGNED_BY_UNKNOWN = "signed-by-unknown"
    """Unchanged since it was signed, with a key that nobody here has compared."""
    REVOKED = "revoked"
    """Signed with a key that is no longer to be trusted."""
    UNSIGNED = "unsigned"
    """As its own list says, which anybody could have written."""
    CHANGED = "changed"
    """Not as it was made."""
    CANNOT_BE_VERIFIED = "cannot-be-verified"
    """It has no list of its own to hold it against."""


@dataclass(frozen=True)
class Verification:
    """What was found out about a pack.

    Attributes:
        manifest: What it says of itself; nothing where that cannot be read.
        changed: The tables that are not as they were made.
        signature_fits: Whether the signature was given for just this list.
        standing: What is known of the key.
        detail: Why it cannot be verified, where it cannot.
        index_remade: Whether the search index was not as it was made, and was made anew here.
    """

    proof: Proof
    manifest: Manifest | None
    changed: tuple[str, ...] = ()
    signature_fits: bool = False
    standing: Standing = field(default_factory=Standing)
    detail: str = ""
    index_remade: bool = False
