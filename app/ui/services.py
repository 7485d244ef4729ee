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
    draft_versions: Any
    draft_sheets: Any
    draft_wording: Any
    draft_structure: Any
    draft_numbers: Any
    draft_proposals: Any
    draft_terms: Any
    draft_checks: Any
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
    history_pages: Any
    history_sheets: Any
    trash: Any
    trash_restoring: Any
    organisation_doubles: Any
    today_sheets: Any
    pack_making: Any
    pack_web: Any
    pack_folder: Any
    pack_keys: Any
    pack_reading: Any
    pack_words: Any
    file_types: Any
    notebook: Any
    notes_out: Any
    notes_in: Any
    received_notes: Any
    search: Any
    kept_searches: Any
    calendar_sheets: Any
    calendar_files: Any
    projects: Any
    instruments: Any
    sources: Any
    follow_up: Any
    action_carrying: Any
    action_deadlines: Any
    reminders: Any
    follow_up_papers: Any
    adoption: Any
    adopting: Any
    originals: Any
    rule_versions: Any
    language_gaps: Any
    rule_finding: Any
    reliances: Any
    counterparts: Any
    counterpart_files: Any
    rule_sheets: Any
    seals: Any
    register: Any
    decision_entering: Any
    decision_numbers: Any
    decision_relations: Any
    decision_standing: Any
    contradictions: Any
    register_exports: Any
    silence: Any
    silence_sheets: Any
    silence_rules: Any
    silence_recording: Any
    past_reading: Any
    past_storing: Any
    whole_export: Any
    whole_import: Any


class Later:
    """A service module that is imported when one of its verbs is asked for, or when called.

    It has no method with a name: that might be the name of a verb.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self) -> None:
        """Import the module now."""
        import_module(self._name)

    def __getattr__(self, verb: str) -> Any:
        """Return a verb of the module, importing it if need be."""
        return getattr(import_module(self._name), verb)


# These bring the document libraries or the sample's data with them, and the first screen needs
# neither.
_LATER = frozenset(
    {
        "register",
        "decision_entering",
        "decision_numbers",
        "decision_relations",
        "decision_standing",
        "contradictions",
        "register_exports",
        "silence",
        "silence_sheets",
        "silence_rules",
        "silence_recording",
        "past_reading",
        "past_storing",
        "whole_export",
        "whole_import",
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
        "draft_versions",
        "draft_sheets",
        "draft_wording",
        "draft_structure",
        "draft_numbers",
        "draft_proposals",
        "draft_terms",
        "draft_checks",
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
        "history_pages",
        "history_sheets",
        "trash",
        "trash_restoring",
        "organisation_doubles",
        "today_sheets",
        "pack_making",
        "pack_web",
        "pack_folder",
        "pack_keys",
        "pack_reading",
        "pack_words",
        "file_types",
        "notebook",
        "notes_out",
        "notes_in",
        "received_notes",
        "search",
        "kept_searches",
        "calendar_sheets",
        "calendar_files",
        "projects",
        "instruments",
        "sources",
        "follow_up",
        "action_carrying",
        "action_deadlines",
        "reminders",
        "follow_up_papers",
        "adoption",
        "adopting",
        "originals",
        "rule_versions",
        "language_gaps",
        "rule_finding",
        "reliances",
        "counterparts",
        "counterpart_files",
        "rule_sheets",
        "seals",
    }
)


# Services that live in a room of their own, with the place where they are.
_IN_ROOMS: dict[str, str] = {
    "history_pages": "app.services.history_view.pages",
    "history_sheets": "app.services.history_view.sheets",
    "trash": "app.services.trash.contents",
    "trash_restoring": "app.services.trash.restoring",
    "organisation_doubles": "app.services.doubles.organisations",
    "register": "app.services.register.sheets",
    "decision_entering": "app.services.register.entering",
    "decision_numbers": "app.services.register.numbers",
    "decision_relations": "app.services.register.relations",
    "decision_standing": "app.services.register.standing",
    "contradictions": "app.services.register.contradictions",
    "register_exports": "app.services.register.exports",
    "silence": "app.services.register.silence",
    "silence_sheets": "app.services.register.silence_sheets",
    "silence_rules": "app.services.register.silence_rules",
    "silence_recording": "app.services.register.recording",
    "past_reading": "app.services.past.reading",
    "past_storing": "app.services.past.storing",
    "whole_export": "app.services.whole_workspace.exporting",
    "whole_import": "app.services.whole_workspace.importing",
    "draft_versions": "app.services.drafting.draft_versions",
    "draft_sheets": "app.services.drafting.draft_sheets",
    "draft_wording": "app.services.drafting.draft_wording",
    "draft_structure": "app.services.drafting.draft_structure",
    "draft_numbers": "app.services.drafting.draft_numbers",
    "draft_proposals": "app.services.drafting.draft_proposals",
    "draft_terms": "app.services.drafting.draft_terms",
    "draft_checks": "app.services.drafting.readiness",
    "search": "app.services.finding.search",
    "kept_searches": "app.services.finding.kept",
    "calendar_sheets": "app.services.calendar_view.sheets",
    "calendar_files": "app.services.calendar_view.files",
    "follow_up": "app.services.follow_up.sheets",
    "action_carrying": "app.services.follow_up.carrying",
    "action_deadlines": "app.services.follow_up.deadlines",
    "reminders": "app.services.follow_up.reminders",
    "follow_up_papers": "app.services.follow_up.papers",
    "adoption": "app.services.adoption.sheets",
    "adopting": "app.services.adoption.adopting",
    "originals": "app.services.adoption.originals",
    "rule_versions": "app.services.rule_library.version_sheets",
    "language_gaps": "app.services.rule_library.language_gaps",
    "rule_finding": "app.services.rule_library.finding",
    "reliances": "app.services.rule_library.reliances",
    "counterparts": "app.services.rule_library.counterparts",
    "counterpart_files": "app.services.rule_library.counterpart_files",
    "rule_sheets": "app.services.rule_library.document_sheets",
    "today_sheets": "app.services.today.sheets",
    "pack_making": "app.services.packs.making",
    "pack_web": "app.services.packs.web",
    "pack_folder": "app.services.packs.folder",
    "pack_keys": "app.services.packs.keys",
    "pack_reading": "app.services.packs.reading",
    "pack_words": "app.services.packs.proof_words",
    "notebook": "app.services.notes.notebook",
    "notes_out": "app.services.notes.notes_out",
    "notes_in": "app.services.notes.notes_in",
    "received_notes": "app.services.notes.received",
}


def load() -> Services:
    """Import the services; slow the first time, because the database libraries come with them."""
    return Services(**{field.name: _module(field.name) for field in fields(Services)})


def _module(noun: str) -> Any:
    name = _IN_ROOMS.get(noun, f"app.services.{noun}")
    return Later(name) if noun in _LATER else import_module(name)


def warm(services: Services) -> None:
    """Import what was left for later; meant for a thread of its own, once the window stands.

    Otherwise the first click on a page would wait for the libraries that its services need.
    """
    for module in vars(services).values():
        if isinstance(module, Later):
            module()
