"""What rules in two languages say: one text in two columns, provision beside provision."""

from dataclasses import dataclass
from datetime import date

from app.documents.facts import Facts, VersionFacts
from app.texts.blocks import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFacts:
    """The text in one language.

    Attributes:
        language: Its tag.
        name: Its name in English.
        title: The title of the rules in it.
        authority: What the text is: ``authentic``, ``official``, ``working``.
        provisions: The text; a provision without words in this language has none here.
    """

    language: str
    name: str
    title: str
    authority: str | None = None
    provisions: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BilingualRulesFacts(Facts):
    """Rules in one version and two languages."""

    title: str
    version: VersionFacts
    columns: tuple[ColumnFacts, ...]
    text_of: date | None = None
    illustrative: bool = False
    notice: str | None = None
