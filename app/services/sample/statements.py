"""Enters what sources say beyond the records themselves, above all where they disagree."""

from app.domain.project import Quantity
from app.domain.source import Statement
from app.services import projects, sources
from app.services.sample.files import SampleFiles
from app.services.sample.keys import Keys
from app.store.workspace import Workspace


def enter_statements(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every statement; two that differ are both kept, and neither is chosen."""
    for row in files.rows("statements"):
        noun, _, name = row["record"].partition("/")
        entity, key = keys.kind(noun), keys.get(noun, name)
        sources.state(
            workspace,
            Statement(
                source_id=keys.get("sources", row["source"]),
                entity=entity,
                pk=str(key),
                field=row["field"],
                value=row["value"],
                quote=row["quote"],
                note=row.get("note", ""),
            ),
        )
        quantity = row.get("quantity")
        if quantity:
            projects.record_quantity(
                workspace,
                Quantity(
                    entity=entity,
                    pk=str(key),
                    label=row["field"],
                    value=quantity["value"],
                    value_to=quantity.get("value_to"),
                    unit=quantity["unit"],
                    words=row["value"],
                ),
            )
