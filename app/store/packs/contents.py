"""Says of every table and column whether it may leave the office in a pack.

A table that is named nowhere here stops the tests: nothing new can slip into a pack unasked.
"""

PACKED: dict[str, frozenset[str]] = {
    "body": frozenset({"note", "settings"}),
    "body_name": frozenset(),
    "body_party": frozenset(),
    "body_organisation": frozenset(),
    "party": frozenset({"note"}),
    "party_name": frozenset(),
    "organisation": frozenset({"note"}),
    "organisation_name": frozenset(),
    "person": frozenset({"note", "email", "phone", "languages", "retain_until", "organisation_id"}),
    "person_name": frozenset(),
    "instrument": frozenset({"note"}),
    "instrument_party": frozenset(),
    "meeting": frozenset({"note", "status_reason", "provenance_note"}),
    "agenda_item": frozenset({"note"}),
    "agenda_paper": frozenset(),
    "paper": frozenset({"note", "twin_id"}),
    "paper_file": frozenset(),
    "attachment": frozenset(),
    "attachment_blob": frozenset(),
    "minutes": frozenset({"provenance_note", "reopened_why"}),
    "minutes_paragraph": frozenset({"source_line", "action_id"}),
    "signature": frozenset(),
    "delegation": frozenset({"note", "credentials_ok"}),
    "delegate": frozenset(),
    "decision": frozenset({"provenance_note", "status_note"}),
    "decision_text": frozenset(),
    "decision_relation": frozenset(),
    "rule_document": frozenset({"note", "provenance_note"}),
    "rule_version": frozenset(),
    "provision": frozenset(),
    "provision_revision": frozenset(),
    "provision_text": frozenset(),
    "provision_link": frozenset(),
    "amendment": frozenset(),
}
"""The tables that a pack may hold, each with the columns that are left empty in it."""

KEPT_BACK = frozenset(
    {
        # How the office works, and what it keeps for itself.
        *("action_item", "action_update", "meeting_action", "annotation", "pack", "signing_key"),
        *("change", "change_set", "store_meta", "search_entry", "seal", "statement", "source"),
        *("preparation_offset", "preparation_task", "holiday", "letterhead", "own_form"),
        *("issued_document", "attachment_link", "agenda_edition", "meeting_step"),
        # What the sides have not agreed on.
        *("minutes_answer", "written_procedure", "written_procedure_side", "decision_position"),
        *("written_procedure_event", "decision_number", "provision_proposal", "saved_search"),
        # Who a person is beyond the post that was printed.
        *("post", "person_distinction", "organisation_distinction", "body_office"),
        *("project", "project_decision", "project_organisation", "project_party"),
        *("project_review", "quantity"),
    }
)
"""The tables that no pack holds."""

FOLLOWED = ("organisation", "person", "party", "instrument")
"""What a record names is packed with it, as the name is all that is told of it; other bodies are
not, as nothing that a pack tells names one."""
