"""The minutes of meetings, decisions and what follows from them."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.rebuilding import rebuild


def change() -> None:
    """Create what is new, and rebuild what has changed."""
    rebuild("minutes", _create_minutes, filled={"reopened_why": "''"})
    rebuild("decision", _create_decision, filled={"status_note": "''"})
    rebuild("action_item", _create_action_item)
    rebuild("written_procedure", _create_written_procedure, filled={"rule_source": "''"})
    rebuild(
        "minutes_paragraph", _create_minutes_paragraph, filled={"level": "0", "source_line": "''"}
    )


def _create_minutes() -> None:
    op.create_table(
        "minutes",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("meeting_id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("symbol", sa.String, nullable=False),
        sa.Column("approved_at_id", sa.Uuid),
        sa.Column("status_sentences", sa.JSON, nullable=False),
        sa.Column("next_meetings", sa.JSON, nullable=False),
        sa.Column("provenance", sa.String(40), nullable=False),
        sa.Column("provenance_note", sa.String, nullable=False),
        sa.Column("corrects_id", sa.Uuid),
        sa.Column("reopened_why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_minutes"),
        sa.UniqueConstraint(
            "meeting_id", "kind", "edition", name="uq_minutes_meeting_id_kind_edition"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_minutes_meeting_id_meeting", ondelete="CASCADE"
        ),
        sa.CheckConstraint("kind IN ('agreed-minutes', 'summary-record')", name="ck_minutes_kind"),
        sa.CheckConstraint(
            (
                "status IN ('pre-drafted', 'exchanged', 'negotiated', 'approved', "
                "'signed', 'confirmed', 'distributed', 'published', 'corrected')"
            ),
            name="ck_minutes_status",
        ),
        sa.ForeignKeyConstraint(
            ["approved_at_id"], ["meeting.id"], name="fk_minutes_approved_at_id_meeting"
        ),
        sa.CheckConstraint(
            "provenance IN ('original', 'reconstructed', 'illustrative')",
            name="ck_minutes_provenance",
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["minutes.id"], name="fk_minutes_corrects_id_minutes"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_minutes_approved_at_id", "minutes", ["approved_at_id"])
    op.create_index("ix_minutes_corrects_id", "minutes", ["corrects_id"])
    op.create_index("ix_minutes_meeting_id", "minutes", ["meeting_id"])


def _create_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid, nullable=False),
        sa.Column("meeting_id", sa.Uuid),
        sa.Column("agenda_item_id", sa.Uuid),
        sa.Column("symbol", sa.String),
        sa.Column("temporary_symbol", sa.String, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("method", sa.String(40), nullable=False),
        sa.Column("taken_on", sa.Date),
        sa.Column("effective_on", sa.Date),
        sa.Column("published_on", sa.Date),
        sa.Column("ad_referendum", sa.Boolean, nullable=False),
        sa.Column("confirmed_on", sa.Date),
        sa.Column("conditions", sa.JSON, nullable=False),
        sa.Column("provenance", sa.String(40), nullable=False),
        sa.Column("provenance_note", sa.String, nullable=False),
        sa.Column("done_on", sa.Date),
        sa.Column("status_note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.UniqueConstraint("body_id", "symbol", name="uq_decision_body_id_symbol"),
        sa.CheckConstraint(
            (
                "status NOT IN ('adopted', 'effective', 'amended', 'superseded', "
                "'lapsed') OR taken_on IS NOT NULL"
            ),
            name="ck_decision_adopted_has_a_day",
        ),
        sa.CheckConstraint(
            (
                "status NOT IN ('adopted', 'effective', 'amended', 'superseded', "
                "'lapsed') OR symbol IS NOT NULL"
            ),
            name="ck_decision_adopted_has_a_number",
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_decision_body_id_body"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_decision_meeting_id_meeting"
        ),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name="fk_decision_agenda_item_id_agenda_item"
        ),
        sa.CheckConstraint(
            (
                "kind IN ('adoption-of-rules', 'registration', 'approval', "
                "'issuance', 'designation', 'recommendation', 'conclusion', 'other')"
            ),
            name="ck_decision_kind",
        ),
        sa.CheckConstraint(
            (
                "status IN ('draft', 'bracketed', 'agreed', 'adopted', 'effective', "
                "'amended', 'superseded', 'lapsed', 'withdrawn')"
            ),
            name="ck_decision_status",
        ),
        sa.CheckConstraint("channel IN ('meeting', 'electronic')", name="ck_decision_channel"),
        sa.CheckConstraint(
            "method IN ('consensus', 'vote', 'silence', 'written')", name="ck_decision_method"
        ),
        sa.CheckConstraint(
            "provenance IN ('original', 'reconstructed', 'illustrative')",
            name="ck_decision_provenance",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_decision_agenda_item_id", "decision", ["agenda_item_id"])
    op.create_index("ix_decision_body_id", "decision", ["body_id"])
    op.create_index("ix_decision_meeting_id", "decision", ["meeting_id"])


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
        sa.Column("with_other_since", sa.Date),
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


def _create_written_procedure() -> None:
    op.create_table(
        "written_procedure",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("decision_id", sa.Uuid, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("texts", sa.JSON, nullable=False),
        sa.Column("clock_days", sa.Integer, nullable=False),
        sa.Column("clock_counts", sa.String(40), nullable=False),
        sa.Column("clock_starts", sa.String(40), nullable=False),
        sa.Column("hour", sa.Time),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("affirmation_required", sa.Boolean, nullable=False),
        sa.Column("circulated_at", sa.DateTime(timezone=True)),
        sa.Column("deadline_at", sa.DateTime(timezone=True)),
        sa.Column("result", sa.Text, nullable=False),
        sa.Column("rule_source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_written_procedure"),
        sa.UniqueConstraint("decision_id", name="uq_written_procedure_decision_id"),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name="fk_written_procedure_decision_id_decision",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            (
                "status IN ('prepared', 'circulated', 'no-objection', 'adopted', "
                "'announced', 'recorded', 'objected', 'consultation', 'withdrawn', "
                "'referred')"
            ),
            name="ck_written_procedure_status",
        ),
        sa.CheckConstraint(
            "clock_counts IN ('calendar', 'working')", name="ck_written_procedure_clock_counts"
        ),
        sa.CheckConstraint(
            "clock_starts IN ('dispatch', 'receipt')", name="ck_written_procedure_clock_starts"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_written_procedure_decision_id", "written_procedure", ["decision_id"])


def _create_minutes_paragraph() -> None:
    op.create_table(
        "minutes_paragraph",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("minutes_id", sa.Uuid, nullable=False),
        sa.Column("agenda_item_id", sa.Uuid),
        sa.Column("decision_id", sa.Uuid),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("grade", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("party_id", sa.Uuid),
        sa.Column("person_id", sa.Uuid),
        sa.Column("texts", sa.JSON, nullable=False),
        sa.Column("confirmed", sa.Boolean, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("source_line", sa.Text, nullable=False),
        sa.Column("action_id", sa.Uuid),
        sa.Column("standard", sa.String(40)),
        sa.PrimaryKeyConstraint("id", name="pk_minutes_paragraph"),
        sa.UniqueConstraint(
            "minutes_id", "ordinal", name="uq_minutes_paragraph_minutes_id_ordinal"
        ),
        sa.CheckConstraint(
            "grade = 'both-sides' OR party_id IS NOT NULL",
            name="ck_minutes_paragraph_one_side_is_named",
        ),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["minutes.id"],
            name="fk_minutes_paragraph_minutes_id_minutes",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name="fk_minutes_paragraph_agenda_item_id_agenda_item",
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_minutes_paragraph_decision_id_decision"
        ),
        sa.CheckConstraint(
            "grade IN ('both-sides', 'one-side', 'noted')", name="ck_minutes_paragraph_grade"
        ),
        sa.CheckConstraint(
            "kind IN ('statement', 'discussion', 'conclusion', 'note')",
            name="ck_minutes_paragraph_kind",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_minutes_paragraph_party_id_party"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_minutes_paragraph_person_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action_item.id"],
            name="fk_minutes_paragraph_action_id_action_item",
            ondelete="SET NULL",
        ),
        sa.CheckConstraint(
            (
                "standard IN ('opening', 'adoption-of-agenda', 'previous-minutes', "
                "'action-review', 'other-business', 'next-meeting', 'closing')"
            ),
            name="ck_minutes_paragraph_standard",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_minutes_paragraph_action_id", "minutes_paragraph", ["action_id"])
    op.create_index("ix_minutes_paragraph_agenda_item_id", "minutes_paragraph", ["agenda_item_id"])
    op.create_index("ix_minutes_paragraph_decision_id", "minutes_paragraph", ["decision_id"])
    op.create_index("ix_minutes_paragraph_minutes_id", "minutes_paragraph", ["minutes_id"])
    op.create_index("ix_minutes_paragraph_party_id", "minutes_paragraph", ["party_id"])
    op.create_index("ix_minutes_paragraph_person_id", "minutes_paragraph", ["person_id"])
