"""Every table of a workspace, so that one import brings the whole schema."""

from app.domain import (
    action,
    agenda,
    attachment,
    body,
    decision,
    delegation,
    instrument,
    issued,
    journal,
    meeting,
    minutes,
    organisation,
    pack,
    paper,
    party,
    person,
    preparation,
    project,
    rules,
    seal,
    source,
    workspace_facts,
    written_procedure,
)
from app.domain.checked import Checked

MODULES = (
    action,
    agenda,
    attachment,
    body,
    decision,
    delegation,
    instrument,
    issued,
    journal,
    meeting,
    minutes,
    organisation,
    pack,
    paper,
    party,
    person,
    preparation,
    project,
    rules,
    seal,
    source,
    workspace_facts,
    written_procedure,
)
"""The modules that define tables."""

METADATA = Checked.metadata
"""The schema: all tables with their columns, constraints and indexes."""
