"""Verbs that compare the rules of one body with those of another, aligned by what they say."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.names import in_language
from app.domain.rules import RuleDocument
from app.services.facts.rules import provisions_of
from app.store.queries.rules import (
    VersionRow,
    list_languages,
    list_versions,
    read_version,
    version_in_force,
)
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.blocks import Provision
from app.texts.counterparts import (
    CounterpartRow,
    Likeness,
    Passage,
    SideText,
    lay_side_by_side,
)

__all__ = [
    "ComparedRules",
    "CounterpartRow",
    "Likeness",
    "Passage",
    "RulesChoice",
    "RulesComparison",
    "SideText",
    "compare",
    "list_choices",
]


class NothingToCompare(Misfortune):
    """Two texts were to be compared of which one is not held."""

    def __init__(self, title: str, *, field: str) -> None:
        super().__init__(
            f"The workspace holds no text of “{title}” in that language.",
            "Choose other rules or another language.",
            field=field,
        )


@dataclass(frozen=True)
class RulesChoice:
    """Rules of some body that can be compared.

    Attributes:
        languages: Those in which the text is held.
        versions: The numbers of the versions with text, and how each is called as printed.
    """

    document_id: UUID
    body: str
    title: str
    languages: tuple[str, ...]
    versions: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class ComparedRules:
    """One of the two texts."""

    document_id: UUID
    body: str
    title: str
    version: str
    number: int


@dataclass(frozen=True)
class RulesComparison:
    """Two texts side by side."""

    left: ComparedRules
    right: ComparedRules
    language: str
    rows: tuple[CounterpartRow, ...]

    def count(self, likeness: Likeness) -> int:
        """Return how many provisions agree so."""
        return sum(1 for row in self.rows if row.likeness is likeness)


def list_choices(workspace: Workspace, *, language: str = "en") -> tuple[RulesChoice, ...]:
    """Return all rules of which a text is held, those of each body together."""
    with workspace.read() as reader:
        found = []
        for document in reader.find(RuleDocument):
            versions = list_versions(reader, document_id=document.id, language=language)
            held = [row for row in versions if row.text_held and row.status != "withdrawn"]
            languages = list_languages(reader, document_id=document.id)
            if held and languages:
                found.append(
                    RulesChoice(
                        document_id=document.id,
                        body=_body(reader, document, language),
                        title=in_language(document.titles, language),
                        languages=languages,
                        versions=tuple((row.number, row.label) for row in held),
                    )
                )
    return tuple(sorted(found, key=lambda each: (each.body, each.title)))


def compare(
    workspace: Workspace,
    *,
    left_id: UUID,
    right_id: UUID,
    left_number: int | None = None,
    right_number: int | None = None,
    language: str = "en",
) -> RulesComparison:
    """Return two texts of rules side by side, aligned by what they say.

    Args:
        workspace: The workspace.
        left_id: The rules at the left.
        right_id: The rules at the right.
        left_number: Their version; by default the one in force today, else the latest.
        right_number: Likewise.
        language: The language in which both are read.

    Raises:
        NothingToCompare: if one of them has no text in that language.
    """
    with workspace.read() as reader:
        left, ours = _text(reader, workspace, left_id, left_number, language, "left_id")
        right, theirs = _text(reader, workspace, right_id, right_number, language, "right_id")
    rows = lay_side_by_side(ours, theirs, language=language)
    return RulesComparison(left, right, language, rows)


def _text(
    reader: Reader,
    workspace: Workspace,
    document_id: UUID,
    number: int | None,
    language: str,
    field: str,
) -> tuple[ComparedRules, tuple[Provision, ...]]:
    document = reader.get(RuleDocument, document_id)
    title = in_language(document.titles, language)
    versions = list_versions(reader, document_id=document_id, language=language)
    version = _version(reader, workspace, document_id, versions, number)
    if version is None:
        raise NothingToCompare(title, field=field)
    rows = tuple(
        row
        for row in read_version(
            reader,
            document_id=document_id,
            number=version.number,
            language=language,
            fallback=language,
        )
    )
    if not any(row.language == language and (row.text or row.heading) for row in rows):
        raise NothingToCompare(title, field=field)
    told = ComparedRules(
        document_id, _body(reader, document, language), title, version.label, version.number
    )
    return told, provisions_of(rows, language=language)


def _version(
    reader: Reader,
    workspace: Workspace,
    document_id: UUID,
    versions: tuple[VersionRow, ...],
    number: int | None,
) -> VersionRow | None:
    held = [row for row in versions if row.text_held and row.status != "withdrawn"]
    if number is None:
        number = version_in_force(reader, document_id=document_id, on=workspace.today())
    chosen = [row for row in held if row.number == number] or held
    return chosen[-1] if chosen else None


def _body(reader: Reader, document: RuleDocument, language: str) -> str:
    if document.body_id is None:
        return ""
    body = reader.get(Body, document.body_id)
    return in_language(body.short_names or body.names, language)
