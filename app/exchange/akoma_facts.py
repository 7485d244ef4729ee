"""What an Akoma Ntoso file says of a text of rules: plain values, gathered by the services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class AkomaProvision:
    """A provision of the text.

    Attributes:
        identity: The identity that never changes; it becomes the ``wId``.
        kind: ``chapter``, ``article``, ``paragraph`` and so on, as ``ProvisionKind`` names them.
        label: The number as printed; empty for a paragraph without one.
        text: With ``{ref:identity}`` where another provision is named.
    """

    identity: str
    kind: str
    label: str = ""
    heading: str = ""
    text: str = ""
    children: tuple["AkomaProvision", ...] = ()


@dataclass(frozen=True)
class AkomaEvent:
    """A version of the rules: when it took effect and by which decision."""

    day: date
    label: str
    decision: str = ""


@dataclass(frozen=True)
class AkomaAmendment:
    """What a decision did to a provision of this version."""

    kind: str
    identity: str
    decision: str


@dataclass(frozen=True)
class AkomaText:
    """A text of rules in one language and version.

    Attributes:
        jurisdiction: The code in the identifiers: two parties' codes joined, such as ``kr-mn``.
        actor: The code of the body.
        document: The code of the rule document.
        kind: ``RuleKind`` by value.
        language: The language tag; written with three letters in the identifiers.
        is_draft: A draft becomes a ``bill``, an adopted text an ``act``.
        labels: How each provision is named where the text refers to it, by identity.
    """

    jurisdiction: str
    actor: str
    actor_name: str
    document: str
    kind: str
    title: str
    language: str
    version: str
    first_day: date
    version_day: date
    is_draft: bool
    provisions: tuple[AkomaProvision, ...]
    events: tuple[AkomaEvent, ...] = ()
    amendments: tuple[AkomaAmendment, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
