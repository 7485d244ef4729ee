"""Every table of a workspace, so that one import brings the whole schema."""

from collections.abc import Iterator
from typing import Any

from app.domain import (
    action,
    agenda,
    agenda_edition,
    attachment,
    body,
    decision,
    delegation,
    holiday,
    instrument,
    issued,
    journal,
    letterhead,
    meeting,
    meeting_step,
    minutes,
    organisation,
    own_form,
    pack,
    paper,
    party,
    person,
    preparation,
    project,
    provision_proposal,
    rules,
    saved_search,
    seal,
    source,
    workspace_facts,
    written_procedure,
)
from app.domain.checked import Checked, kind_of

MODULES = (
    action,
    agenda,
    agenda_edition,
    attachment,
    body,
    decision,
    delegation,
    holiday,
    instrument,
    issued,
    journal,
    letterhead,
    meeting,
    meeting_step,
    minutes,
    organisation,
    own_form,
    pack,
    paper,
    party,
    person,
    preparation,
    project,
    provision_proposal,
    rules,
    saved_search,
    seal,
    source,
    workspace_facts,
    written_procedure,
)
"""The modules that define tables."""

METADATA = Checked.metadata
"""The schema: all tables with their columns, constraints and indexes."""


def _tables_below(model: Any) -> Iterator[type[Checked]]:
    for child in model.__subclasses__():
        if kind_of(child) in METADATA.tables:
            yield child
        yield from _tables_below(child)


MODELS = {kind_of(model): model for model in _tables_below(Checked)}
"""The model of every kind of record."""
