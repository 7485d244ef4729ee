"""What sources say about a record, and where they disagree."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from app.domain.source import Source, Statement
from app.store.reader import Reader


@dataclass(frozen=True)
class SourceNote:
    """One statement of one source; ``disputed`` where another source says otherwise."""

    title: str
    publisher: str
    quality: str
    reference: str
    field: str
    value: str
    quote: str
    note: str
    disputed: bool


def notes_about(reader: Reader, *, entity: str, key: UUID | int) -> tuple[SourceNote, ...]:
    """Return everything that sources say about a record, field by field."""
    statements = reader.find(Statement, entity=entity, pk=str(key))
    if not statements:
        return ()
    sources = {source.id: source for source in reader.find(Source)}
    said: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        if statement.value:
            said[statement.field].add(statement.value)
    return tuple(
        SourceNote(
            title=sources[statement.source_id].title,
            publisher=sources[statement.source_id].publisher,
            quality=sources[statement.source_id].quality.value,
            reference=sources[statement.source_id].reference,
            field=statement.field,
            value=statement.value,
            quote=statement.quote,
            note=statement.note,
            disputed=bool(statement.field) and len(said[statement.field]) > 1,
        )
        for statement in sorted(
            statements, key=lambda told: (told.field, sources[told.source_id].code)
        )
    )
