"""One search over everything: provisions, meetings, minutes, decisions, people, bodies."""

from dataclasses import dataclass

from app.store import search as index
from app.store.search import Found, ProvisionHit, RecordHit, Scope
from app.store.workspace import Workspace

__all__ = ["Found", "ProvisionHit", "RecordHit", "Scope", "SearchResult", "find"]


@dataclass(frozen=True)
class SearchResult:
    """What was found: provisions of rules, and all other records."""

    query: str
    provisions: Found
    records: Found

    @property
    def count(self) -> int:
        """How many were found, as far as they are counted."""
        return self.provisions.count + self.records.count


def find(
    workspace: Workspace,
    *,
    query: str,
    language: str = "en",
    limit: int = 50,
    all_versions: bool = False,
) -> SearchResult:
    """Return what holds all the words of ``query``, in any of the four languages.

    Args:
        workspace: The workspace.
        query: Words, and passages in quotation marks.
        language: For the titles of what is found.
        limit: How many of each are returned.
        all_versions: Look through superseded texts of rules too.
    """
    scope = Scope.ALL_VERSIONS if all_versions else Scope.NOW
    with workspace.read() as reader:
        return SearchResult(
            query=query,
            provisions=index.find_provisions(
                reader, query=query, scope=scope, language=language, limit=limit
            ),
            records=index.find_records(reader, query=query, language=language, limit=limit),
        )
