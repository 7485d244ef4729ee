"""Action items and projects."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Create the tables."""
    _create_quantity()
    _create_action_item()
    _create_project()
    _create_action_update()
    _create_meeting_action()
    _create_project_organisation()
    _create_project_party()
    _create_project_review()


def _create_quantity() -> None:
    op.create_table(
        "quantity",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("entity", sa.String, nullable=False),
        sa.Column("pk", sa.String, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("value", sa.Numeric(24, 6)),
        sa.Column("value_to", sa.Numeric(24, 6)),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quantity"),
        sqlite_strict=True,
    )
    op.create_index("ix_quantity_entity", "quantity", ["entity"])
    op.create_index("ix_quantity_pk", "quantity", ["pk"])


def _create_action_item() -> None:
    op.create_table(
        "action_item",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("texts", sa.JSON, nullable=False),
        sa.Column("origin_meeting_id", sa.Uuid),
        sa.Column("origin_agenda_id", sa.Uuid),
        sa.Column("decision_id", sa.Uuid),
        sa.Column("party_id", sa.Uuid),
        sa.Column("organisation_id", sa.Uuid),
        sa.Column("person_id", sa.Uuid),
        sa.Column("due_on", sa.Date),
        sa.Column("due_words", sa.String, nullable=False),
        sa.Column("due_meeting_id", sa.Uuid),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.Column("provenance", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action_item"),
        sa.UniqueConstraint("body_id", "code", name="uq_action_item_body_id_code"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_action_item_body_id_body"),
        sa.ForeignKeyConstraint(
            ["origin_meeting_id"], ["meeting.id"], name="fk_action_item_origin_meeting_id_meeting"
        ),
        sa.ForeignKeyConstraint(
            ["origin_agenda_id"],
            ["agenda_item.id"],
            name="fk_action_item_origin_agenda_id_agenda_item",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_action_item_decision_id_decision"
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_action_item_party_id_party"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name="fk_action_item_organisation_id_organisation",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_action_item_person_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["due_meeting_id"], ["meeting.id"], name="fk_action_item_due_meeting_id_meeting"
        ),
        sa.CheckConstraint(
            "status IN ('open', 'in-progress', 'partly-done', 'done', 'dropped')",
            name="ck_action_item_status",
        ),
        sa.CheckConstraint(
            "provenance IN ('original', 'reconstructed', 'illustrative')",
            name="ck_action_item_provenance",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_action_item_body_id", "action_item", ["body_id"])
    op.create_index(
        "ix_action_item_body_id_status_due_on", "action_item", ["body_id", "status", "due_on"]
    )
    op.create_index("ix_action_item_decision_id", "action_item", ["decision_id"])
    op.create_index("ix_action_item_due_meeting_id", "action_item", ["due_meeting_id"])
    op.create_index("ix_action_item_organisation_id", "action_item", ["organisation_id"])
    op.create_index("ix_action_item_origin_agenda_id", "action_item", ["origin_agenda_id"])
    op.create_index("ix_action_item_origin_meeting_id", "action_item", ["origin_meeting_id"])
    op.create_index("ix_action_item_party_id", "action_item", ["party_id"])
    op.create_index("ix_action_item_person_id", "action_item", ["person_id"])


def _create_project() -> None:
    op.create_table(
        "project",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("code", sa.String(80), nullable=False),
        sa.Column("body_id", sa.Uuid),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("instrument_id", sa.Uuid),
        sa.Column("decision_id", sa.Uuid),
        sa.Column("titles", sa.JSON, nullable=False),
        sa.Column("proposer_party_id", sa.Uuid),
        sa.Column("host_party_id", sa.Uuid),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("phase", sa.String, nullable=False),
        sa.Column("starts_on", sa.String),
        sa.Column("ends_on", sa.String),
        sa.Column("budget", sa.Numeric(18, 2)),
        sa.Column("currency", sa.String),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_project"),
        sa.UniqueConstraint("code", name="uq_project_code"),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            name="ck_project_ends_after_it_begins",
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_project_body_id_body"),
        sa.ForeignKeyConstraint(["parent_id"], ["project.id"], name="fk_project_parent_id_project"),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name="fk_project_instrument_id_instrument"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_project_decision_id_decision"
        ),
        sa.ForeignKeyConstraint(
            ["proposer_party_id"], ["party.id"], name="fk_project_proposer_party_id_party"
        ),
        sa.ForeignKeyConstraint(
            ["host_party_id"], ["party.id"], name="fk_project_host_party_id_party"
        ),
        sa.CheckConstraint(
            ("status IN ('proposed', 'active', 'suspended', 'completed', 'cancelled', 'unknown')"),
            name="ck_project_status",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_project_body_id", "project", ["body_id"])
    op.create_index("ix_project_decision_id", "project", ["decision_id"])
    op.create_index("ix_project_host_party_id", "project", ["host_party_id"])
    op.create_index("ix_project_instrument_id", "project", ["instrument_id"])
    op.create_index("ix_project_parent_id", "project", ["parent_id"])
    op.create_index("ix_project_proposer_party_id", "project", ["proposer_party_id"])


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


def _create_meeting_action() -> None:
    op.create_table(
        "meeting_action",
        sa.Column("meeting_id", sa.Uuid, nullable=False),
        sa.Column("action_id", sa.Uuid, nullable=False),
        sa.Column("status_before", sa.String(40), nullable=False),
        sa.Column("status_after", sa.String(40)),
        sa.Column("carried", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "action_id", name="pk_meeting_action"),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name="fk_meeting_action_meeting_id_meeting",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action_item.id"],
            name="fk_meeting_action_action_id_action_item",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            ("status_before IN ('open', 'in-progress', 'partly-done', 'done', 'dropped')"),
            name="ck_meeting_action_status_before",
        ),
        sa.CheckConstraint(
            ("status_after IN ('open', 'in-progress', 'partly-done', 'done', 'dropped')"),
            name="ck_meeting_action_status_after",
        ),
        sqlite_strict=True,
    )


def _create_project_organisation() -> None:
    op.create_table(
        "project_organisation",
        sa.Column("project_id", sa.Uuid, nullable=False),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("project_id", "organisation_id", name="pk_project_organisation"),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name="fk_project_organisation_project_id_project",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name="fk_project_organisation_organisation_id_organisation",
        ),
        sqlite_strict=True,
    )


def _create_project_party() -> None:
    op.create_table(
        "project_party",
        sa.Column("project_id", sa.Uuid, nullable=False),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("contribution", sa.Numeric(18, 2)),
        sa.Column("role", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("project_id", "party_id", name="pk_project_party"),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name="fk_project_party_project_id_project",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_project_party_party_id_party"),
        sqlite_strict=True,
    )


def _create_project_review() -> None:
    op.create_table(
        "project_review",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("project_id", sa.Uuid, nullable=False),
        sa.Column("meeting_id", sa.Uuid),
        sa.Column("reviewed_on", sa.Date, nullable=False),
        sa.Column("progress", sa.Integer),
        sa.Column("rating", sa.String(40)),
        sa.Column("texts", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_project_review"),
        sa.CheckConstraint(
            "progress IS NULL OR progress BETWEEN 0 AND 100",
            name="ck_project_review_progress_is_a_percentage",
        ),
        sa.UniqueConstraint(
            "project_id", "reviewed_on", name="uq_project_review_project_id_reviewed_on"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name="fk_project_review_project_id_project",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_project_review_meeting_id_meeting"
        ),
        sa.CheckConstraint(
            "rating IN ('on-track', 'at-risk', 'off-track', 'complete')",
            name="ck_project_review_rating",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_project_review_meeting_id", "project_review", ["meeting_id"])
    op.create_index("ix_project_review_project_id", "project_review", ["project_id"])
