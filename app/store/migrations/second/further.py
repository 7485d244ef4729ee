"""What the other tables gained."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.rebuilding import rebuild


def change() -> None:
    """Create what is new, and rebuild what has changed."""
    _create_saved_search()
    _create_decision_number()
    rebuild("rule_version", _create_rule_version, filled={"is_provisional": "0"})
    rebuild("action_update", _create_action_update, filled={"with_other": "0", "actor": "''"})
    rebuild("amendment", _create_amendment)
    _create_project_decision()
    _create_provision_proposal()
    _create_written_procedure_event()
    rebuild("written_procedure_side", _create_written_procedure_side)


def _create_saved_search() -> None:
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("line", sa.String(400), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_search"),
        sa.UniqueConstraint("name", name="uq_saved_search_name"),
        sqlite_strict=True,
    )


def _create_decision_number() -> None:
    op.create_table(
        "decision_number",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid, nullable=False),
        sa.Column("symbol", sa.String(80), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("noted_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision_number"),
        sa.UniqueConstraint("body_id", "symbol", name="uq_decision_number_body_id_symbol"),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name="fk_decision_number_body_id_body", ondelete="CASCADE"
        ),
        sa.CheckConstraint("state IN ('reserved', 'void')", name="ck_decision_number_state"),
        sqlite_strict=True,
    )
    op.create_index("ix_decision_number_body_id", "decision_number", ["body_id"])


def _create_rule_version() -> None:
    op.create_table(
        "rule_version",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("document_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("decision_id", sa.Uuid),
        sa.Column("text_held", sa.Boolean, nullable=False),
        sa.Column("adopted_on", sa.Date),
        sa.Column("in_force_from", sa.Date),
        sa.Column("in_force_to", sa.Date),
        sa.Column("published_on", sa.Date),
        sa.Column("applies_to", sa.JSON, nullable=False),
        sa.Column("change_notes", sa.JSON, nullable=False),
        sa.Column("content_root", sa.String, nullable=False),
        sa.Column("provenance", sa.String(40), nullable=False),
        sa.Column("is_provisional", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rule_version"),
        sa.UniqueConstraint("document_id", "number", name="uq_rule_version_document_id_number"),
        sa.CheckConstraint(
            ("in_force_to IS NULL OR in_force_from IS NULL OR in_force_to >= in_force_from"),
            name="ck_rule_version_ends_after_it_begins",
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'withdrawn') OR NOT text_held OR content_root <> ''",
            name="ck_rule_version_adopted_is_sealed",
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'withdrawn') OR adopted_on IS NOT NULL",
            name="ck_rule_version_adopted_has_a_day",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["rule_document.id"], name="fk_rule_version_document_id_rule_document"
        ),
        sa.CheckConstraint(
            ("status IN ('draft', 'adopted', 'effective', 'superseded', 'withdrawn', 'repealed')"),
            name="ck_rule_version_status",
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_rule_version_decision_id_decision"
        ),
        sa.CheckConstraint(
            "provenance IN ('original', 'reconstructed', 'illustrative')",
            name="ck_rule_version_provenance",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_rule_version_decision_id", "rule_version", ["decision_id"])
    op.create_index("ix_rule_version_document_id", "rule_version", ["document_id"])
    op.create_index(
        "ix_rule_version_document_id_in_force_from_in_force_to_number",
        "rule_version",
        ["document_id", "in_force_from", "in_force_to", "number"],
    )


def _create_action_update() -> None:
    op.create_table(
        "action_update",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("action_id", sa.Uuid, nullable=False),
        sa.Column("meeting_id", sa.Uuid),
        sa.Column("reported_on", sa.Date, nullable=False),
        sa.Column("party_id", sa.Uuid),
        sa.Column("status_after", sa.String(40), nullable=False),
        sa.Column("due_after", sa.Date),
        sa.Column("texts", sa.JSON, nullable=False),
        sa.Column("with_other", sa.Boolean, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action_update"),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action_item.id"],
            name="fk_action_update_action_id_action_item",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_action_update_meeting_id_meeting"
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_action_update_party_id_party"),
        sa.CheckConstraint(
            ("status_after IN ('open', 'in-progress', 'partly-done', 'done', 'dropped')"),
            name="ck_action_update_status_after",
        ),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_action_update_action_id_reported_on", "action_update", ["action_id", "reported_on"]
    )
    op.create_index("ix_action_update_meeting_id", "action_update", ["meeting_id"])
    op.create_index("ix_action_update_party_id", "action_update", ["party_id"])


def _create_amendment() -> None:
    op.create_table(
        "amendment",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("decision_id", sa.Uuid),
        sa.Column("version_id", sa.Uuid, nullable=False),
        sa.Column("provision_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("instruction", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_amendment"),
        sa.UniqueConstraint(
            "version_id", "provision_id", "kind", name="uq_amendment_version_id_provision_id_kind"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_amendment_decision_id_decision"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["rule_version.id"], name="fk_amendment_version_id_rule_version"
        ),
        sa.ForeignKeyConstraint(
            ["provision_id"], ["provision.id"], name="fk_amendment_provision_id_provision"
        ),
        sa.CheckConstraint(
            "kind IN ('insert', 'replace', 'repeal', 'renumber', 'move')", name="ck_amendment_kind"
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_amendment_decision_id", "amendment", ["decision_id"])
    op.create_index("ix_amendment_provision_id", "amendment", ["provision_id"])
    op.create_index("ix_amendment_version_id", "amendment", ["version_id"])


def _create_project_decision() -> None:
    op.create_table(
        "project_decision",
        sa.Column("project_id", sa.Uuid, nullable=False),
        sa.Column("decision_id", sa.Uuid, nullable=False),
        sa.PrimaryKeyConstraint("project_id", "decision_id", name="pk_project_decision"),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name="fk_project_decision_project_id_project",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name="fk_project_decision_decision_id_decision",
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )


def _create_provision_proposal() -> None:
    op.create_table(
        "provision_proposal",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("version_id", sa.Uuid, nullable=False),
        sa.Column("provision_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("kind_of_provision", sa.String(40)),
        sa.Column("party_id", sa.Uuid),
        sa.Column("person_id", sa.Uuid),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("label", sa.String(80), nullable=False),
        sa.Column("headings", sa.JSON, nullable=False),
        sa.Column("texts", sa.JSON, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("proposed_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_provision_proposal"),
        sa.CheckConstraint(
            "party_id IS NOT NULL OR person_id IS NOT NULL",
            name="ck_provision_proposal_somebody_proposes_it",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["rule_version.id"],
            name="fk_provision_proposal_version_id_rule_version",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["provision_id"],
            ["provision.id"],
            name="fk_provision_proposal_provision_id_provision",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            "kind IN ('replace', 'repeal', 'insert')", name="ck_provision_proposal_kind"
        ),
        sa.CheckConstraint(
            (
                "kind_of_provision IN ('part', 'chapter', 'section', 'article', "
                "'paragraph', 'item', 'subitem', 'annex')"
            ),
            name="ck_provision_proposal_kind_of_provision",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_provision_proposal_party_id_party"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_provision_proposal_person_id_person"
        ),
        sa.CheckConstraint(
            "status IN ('open', 'chosen', 'not-chosen')", name="ck_provision_proposal_status"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_provision_proposal_party_id", "provision_proposal", ["party_id"])
    op.create_index("ix_provision_proposal_person_id", "provision_proposal", ["person_id"])
    op.create_index("ix_provision_proposal_provision_id", "provision_proposal", ["provision_id"])
    op.create_index("ix_provision_proposal_version_id", "provision_proposal", ["version_id"])


def _create_written_procedure_event() -> None:
    op.create_table(
        "written_procedure_event",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("procedure_id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("party_id", sa.Uuid),
        sa.Column("words", sa.JSON, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_written_procedure_event"),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["written_procedure.id"],
            name="fk_written_procedure_event_procedure_id_written_procedure",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            (
                "kind IN ('circulated', 'received', 'affirmed', 'comment', "
                "'extended', 'objection', 'late-objection', 'consultation', "
                "'settled', 'withdrawn', 'referred', 'no-objection', 'adopted', "
                "'announced', 'recorded')"
            ),
            name="ck_written_procedure_event_kind",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_written_procedure_event_party_id_party"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_written_procedure_event_party_id", "written_procedure_event", ["party_id"])
    op.create_index(
        "ix_written_procedure_event_procedure_id", "written_procedure_event", ["procedure_id"]
    )


def _create_written_procedure_side() -> None:
    op.create_table(
        "written_procedure_side",
        sa.Column("procedure_id", sa.Uuid, nullable=False),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("dispatched_at", sa.DateTime(timezone=True)),
        sa.Column("received_at", sa.DateTime(timezone=True)),
        sa.Column("affirmed_at", sa.DateTime(timezone=True)),
        sa.Column("objected_at", sa.DateTime(timezone=True)),
        sa.Column("objections", sa.JSON, nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("procedure_id", "party_id", name="pk_written_procedure_side"),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["written_procedure.id"],
            name="fk_written_procedure_side_procedure_id_written_procedure",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_written_procedure_side_party_id_party"
        ),
        sqlite_strict=True,
    )
