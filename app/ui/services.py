"""The services that presenters call, handed in after the first paint.

The window must paint before the database libraries are imported, so no module of ``app.ui``
imports ``app.services`` when it is loaded; the modules themselves are passed here instead.
"""

from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Services:
    """One service module per noun, each as it is called in ``app.services``."""

    workspaces: Any
    bodies: Any
    meetings: Any
    delegations: Any
    organisations: Any
    participants_export: Any
    participants_import: Any
    alike_persons: Any
    persons: Any
    earlier_delegations: Any
    attendance: Any
    agenda: Any
    decisions: Any
    actions: Any
    papers: Any
    documents: Any
    previews: Any
    checks: Any
    issuing: Any
    pdf_files: Any
    comparisons: Any
    kept_documents: Any
    rules: Any
    rule_reading: Any
    rule_imports: Any
    rule_exports: Any
    written_procedures: Any
    sample: Any
    own_templates: Any
    own_forms: Any
    template_trials: Any
    house_styles: Any
    letterheads: Any
    parties: Any
    states: Any
    holidays: Any
    planning: Any
    preparation: Any
    calendars: Any
    agenda_carrying: Any
    agenda_editions: Any
    agenda_hours: Any
    meeting_folders: Any
    paper_files: Any
    standard_items: Any
    working_copies: Any
    minute_words: Any
    minutes: Any
    minutes_drafting: Any
    minutes_editions: Any
    minutes_records: Any
    minutes_sheets: Any
    minutes_writing: Any
    note_lines: Any
    signing: Any
    spelling: Any
    unsaved_words: Any
    history: Any


class Later:
    """A service module that is imported when one of its verbs is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, verb: str) -> Any:
        """Return a verb of the module, importing it if need be."""
        return getattr(import_module(self._name), verb)


# These bring the document libraries or the sample's data with them, and the first screen needs
# neither.
_LATER = frozenset(
    {
        "attendance",
        "earlier_delegations",
        "alike_persons",
        "participants_import",
        "participants_export",
        "persons",
        "organisations",
        "documents",
        "previews",
        "checks",
        "issuing",
        "pdf_files",
        "comparisons",
        "kept_documents",
        "rules",
        "rule_reading",
        "rule_imports",
        "rule_exports",
        "written_procedures",
        "sample",
        "calendars",
        "holidays",
        "parties",
        "planning",
        "preparation",
        "states",
        "own_templates",
        "own_forms",
        "template_trials",
        "house_styles",
        "letterheads",
        "agenda_carrying",
        "agenda_editions",
        "agenda_hours",
        "meeting_folders",
        "paper_files",
        "standard_items",
        "working_copies",
        "minute_words",
        "minutes",
        "minutes_drafting",
        "minutes_editions",
        "minutes_records",
        "minutes_sheets",
        "minutes_writing",
        "note_lines",
        "signing",
        "spelling",
        "unsaved_words",
        "history",
    }
)


# Services that live in a room of their own, with the place where they are.
_IN_ROOMS: dict[str, str] = {}


def load() -> Services:
    """Import the services; slow the first time, because the database libraries come with them."""
    return Services(**{field.name: _module(field.name) for field in fields(Services)})


def _module(noun: str) -> Any:
    name = _IN_ROOMS.get(noun, f"app.services.{noun}")
    return Later(name) if noun in _LATER else import_module(name)
