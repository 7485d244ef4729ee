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


class Beside(StrEnum):
    """What the manifest that lies beside a pack says of it."""

    AGREES = "agrees"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    OF_ANOTHER_FILE = "of-another-file"
    """The file is not the one that was written with it, even if its content is whole."""
    OF_ANOTHER_KEY = "of-another-key"


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
        beside: What the manifest beside it says; ``None`` where nobody looked.
    """

    proof: Proof
    manifest: Manifest | None
    changed: tuple[str, ...] = ()
    signature_fits: bool = False
    standing: Standing = field(default_factory=Standing)
    detail: str = ""
    index_remade: bool = False
    beside: Beside | None = None

    @property
    def is_fine(self) -> bool:
        """Whether everything that can be proved is, and nothing beside it says otherwise."""
        return self.proof is Proof.SIGNED and self.beside in _NOT_AGAINST


_NOT_AGAINST = frozenset({None, Beside.AGREES, Beside.MISSING})
"""What is no reason to doubt a pack; where there is no manifest beside it, that is told."""
