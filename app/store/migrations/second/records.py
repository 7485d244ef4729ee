"""The minutes of meetings, decisions and what follows from them."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.rebuilding import rebuild


def change() -> None:
    """Create what is new, and rebuild what has changed."""
    rebuild("minutes", _create_minutes, filled={"reopened_why": "''"})
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
