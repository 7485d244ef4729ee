"""How far a record may be trusted: original, reconstructed from an account, or made up."""

from enum import StrEnum


class Provenance(StrEnum):
    """Where the wording of a record comes from."""

    ORIGINAL = "original"
    RECONSTRUCTED = "reconstructed"  # written afterwards from a published account
    ILLUSTRATIVE = "illustrative"  # made up to show what such a record looks like
