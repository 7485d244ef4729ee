"""Decisions, written procedures and the minutes of meetings."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Create the tables."""
    _create_minutes()
    _create_decision()
    _create_minutes_answer()
    _create_signature()
    _create_decision_position()
    _create_decision_relation()
    _create_decision_text()
    _create_minutes_paragraph()
    _create_written_procedure()
    _create_written_procedure_side()


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
        sqlite_strict=True,
    )
    op.create_index("ix_minutes_approved_at_id", "minutes", ["approved_at_id"])
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


def _create_minutes_answer() -> None:
    op.create_table(
        "minutes_answer",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("minutes_id", sa.Uuid, nullable=False),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("answer", sa.String(40), nullable=False),
        sa.Column("answered_on", sa.Date, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_minutes_answer"),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["minutes.id"],
            name="fk_minutes_answer_minutes_id_minutes",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_minutes_answer_party_id_party"
        ),
        sa.CheckConstraint(
            "answer IN ('agreed', 'changes-proposed', 'no-objection')",
            name="ck_minutes_answer_answer",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_minutes_answer_minutes_id", "minutes_answer", ["minutes_id"])
    op.create_index("ix_minutes_answer_party_id", "minutes_answer", ["party_id"])


def _create_signature() -> None:
    op.create_table(
        "signature",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("minutes_id", sa.Uuid, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("person_id", sa.Uuid),
        sa.Column("printed_names", sa.JSON, nullable=False),
        sa.Column("capacities", sa.JSON, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("signed_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_signature"),
        sa.UniqueConstraint("minutes_id", "ordinal", name="uq_signature_minutes_id_ordinal"),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["minutes.id"],
            name="fk_signature_minutes_id_minutes",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_signature_party_id_party"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_signature_person_id_person"),
        sqlite_strict=True,
    )
    op.create_index("ix_signature_minutes_id", "signature", ["minutes_id"])
    op.create_index("ix_signature_party_id", "signature", ["party_id"])
    op.create_index("ix_signature_person_id", "signature", ["person_id"])


def _create_decision_position() -> None:
    op.create_table(
        "decision_position",
        sa.Column("decision_id", sa.Uuid, nullable=False),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("position", sa.String(40), nullable=False),
        sa.Column("statements", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("decision_id", "party_id", name="pk_decision_position"),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name="fk_decision_position_decision_id_decision",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_decision_position_party_id_party"
        ),
        sa.CheckConstraint(
            "position IN ('for', 'against', 'abstain', 'reservation', 'absent')",
            name="ck_decision_position_position",
        ),
        sqlite_strict=True,
    )


def _create_decision_relation() -> None:
    op.create_table(
        "decision_relation",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("decision_id", sa.Uuid, nullable=False),
        sa.Column("other_id", sa.Uuid, nullable=False),
        sa.Column("relation", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision_relation"),
        sa.UniqueConstraint(
            "decision_id",
            "other_id",
            "relation",
            name="uq_decision_relation_decision_id_other_id_relation",
        ),
        sa.CheckConstraint("decision_id <> other_id", name="ck_decision_relation_not_to_itself"),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name="fk_decision_relation_decision_id_decision",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["decision.id"], name="fk_decision_relation_other_id_decision"
        ),
        sa.CheckConstraint(
            "relation IN ('amends', 'supersedes', 'confirms', 'implements')",
            name="ck_decision_relation_relation",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_decision_relation_decision_id", "decision_relation", ["decision_id"])
    op.create_index("ix_decision_relation_other_id", "decision_relation", ["other_id"])


def _create_decision_text() -> None:
    op.create_table(
        "decision_text",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("decision_id", sa.Uuid, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision_text"),
        sa.UniqueConstraint(
            "decision_id", "language", name="uq_decision_text_decision_id_language"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name="fk_decision_text_decision_id_decision",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            "status IN ('authentic', 'official', 'working', 'machine')",
            name="ck_decision_text_status",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_decision_text_decision_id", "decision_text", ["decision_id"])


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
        sqlite_strict=True,
    )
    op.create_index("ix_minutes_paragraph_agenda_item_id", "minutes_paragraph", ["agenda_item_id"])
    op.create_index("ix_minutes_paragraph_decision_id", "minutes_paragraph", ["decision_id"])
    op.create_index("ix_minutes_paragraph_minutes_id", "minutes_paragraph", ["minutes_id"])
    op.create_index("ix_minutes_paragraph_party_id", "minutes_paragraph", ["party_id"])
    op.create_index("ix_minutes_paragraph_person_id", "minutes_paragraph", ["person_id"])


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
