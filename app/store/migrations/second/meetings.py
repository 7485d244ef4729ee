"""Meetings with their steps, agenda, delegations, papers and preparation."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.rebuilding import rebuild


def change() -> None:
    """Create what is new, and rebuild what has changed."""
    rebuild(
        "preparation_offset",
        _create_preparation_offset,
        filled={"side": "CASE WHEN party_id IS NULL THEN 'all' ELSE 'party' END"},
    )
    rebuild("meeting", _create_meeting, filled={"agenda_numbering": "'decimal'", "breaks": "'[]'"})
    _create_agenda_edition()
    _create_meeting_step()
    rebuild("preparation_task", _create_preparation_task, filled={"is_fixed": "0"})
    rebuild("agenda_item", _create_agenda_item, filled={"is_late": "0"})
    rebuild("agenda_paper", _create_agenda_paper, filled={"ordinal": "0"})


def _create_preparation_offset() -> None:
    op.create_table(
        "preparation_offset",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("titles", sa.JSON, nullable=False),
        sa.Column("anchor", sa.String(40), nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("party_id", sa.Uuid),
        sa.Column("precedent", sa.String, nullable=False),
        sa.Column("side", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_preparation_offset"),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name="fk_preparation_offset_body_id_body", ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "anchor IN ('before-start', 'during', 'after-end')", name="ck_preparation_offset_anchor"
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_preparation_offset_party_id_party"
        ),
        sa.CheckConstraint(
            "side IN ('all', 'host', 'guests', 'party')", name="ck_preparation_offset_side"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_preparation_offset_body_id", "preparation_offset", ["body_id"])
    op.create_index("ix_preparation_offset_party_id", "preparation_offset", ["party_id"])


def _create_meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid),
        sa.Column("ordinal", sa.Integer),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("status_reason", sa.String, nullable=False),
        sa.Column("titles", sa.JSON, nullable=False),
        sa.Column("mode", sa.String(40), nullable=False),
        sa.Column("planned_starts_on", sa.Date),
        sa.Column("planned_ends_on", sa.Date),
        sa.Column("starts_on", sa.Date),
        sa.Column("ends_on", sa.Date),
        sa.Column("date_words", sa.String, nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True)),
        sa.Column("ends_at", sa.DateTime(timezone=True)),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("places", sa.JSON, nullable=False),
        sa.Column("venues", sa.JSON, nullable=False),
        sa.Column("deemed_place", sa.String, nullable=False),
        sa.Column("host_party_id", sa.Uuid),
        sa.Column("chair_person_id", sa.Uuid),
        sa.Column("chair_words", sa.String, nullable=False),
        sa.Column("predecessor_id", sa.Uuid),
        sa.Column("agenda_status", sa.String(40), nullable=False),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("prevailing_language", sa.String),
        sa.Column("outcomes", sa.JSON, nullable=False),
        sa.Column("provenance", sa.String(40), nullable=False),
        sa.Column("provenance_note", sa.String, nullable=False),
        sa.Column("ical_uid", sa.String, nullable=False),
        sa.Column("ical_sequence", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("agenda_numbering", sa.String(40), nullable=False),
        sa.Column("breaks", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
        sa.UniqueConstraint("body_id", "kind", "ordinal", name="uq_meeting_body_id_kind_ordinal"),
        sa.CheckConstraint(
            "ends_at IS NULL OR starts_at IS NULL OR ends_at >= starts_at",
            name="ck_meeting_ends_after_it_starts",
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            name="ck_meeting_last_day_after_first",
        ),
        sa.CheckConstraint(
            (
                "planned_ends_on IS NULL OR planned_starts_on IS NULL OR "
                "planned_ends_on >= planned_starts_on"
            ),
            name="ck_meeting_planned_last_day_after_first",
        ),
        sa.CheckConstraint("ordinal IS NULL OR ordinal > 0", name="ck_meeting_ordinal_is_positive"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_meeting_body_id_body"),
        sa.CheckConstraint(
            (
                "kind IN ('ordinary', 'special', 'preparatory', 'intersessional', "
                "'summit', 'conference', 'visit', 'other')"
            ),
            name="ck_meeting_kind",
        ),
        sa.CheckConstraint(
            (
                "status IN ('proposed', 'dates-agreed', 'convened', 'in-session', "
                "'suspended', 'closed', 'record-agreed', 'archived', 'postponed', "
                "'cancelled')"
            ),
            name="ck_meeting_status",
        ),
        sa.CheckConstraint(
            "mode IN ('in-person', 'hybrid', 'online', 'unknown')", name="ck_meeting_mode"
        ),
        sa.ForeignKeyConstraint(
            ["host_party_id"], ["party.id"], name="fk_meeting_host_party_id_party"
        ),
        sa.ForeignKeyConstraint(
            ["chair_person_id"], ["person.id"], name="fk_meeting_chair_person_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["meeting.id"], name="fk_meeting_predecessor_id_meeting"
        ),
        sa.CheckConstraint(
            (
                "agenda_status IN ('preliminary', 'provisional', 'annotated', "
                "'draft', 'adopted', 'amended')"
            ),
            name="ck_meeting_agenda_status",
        ),
        sa.CheckConstraint(
            "provenance IN ('original', 'reconstructed', 'illustrative')",
            name="ck_meeting_provenance",
        ),
        sa.UniqueConstraint("ical_uid", name="uq_meeting_ical_uid"),
        sa.CheckConstraint(
            "agenda_numbering IN ('decimal', 'letters', 'roman', 'as-entered')",
            name="ck_meeting_agenda_numbering",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_meeting_body_id", "meeting", ["body_id"])
    op.create_index("ix_meeting_chair_person_id", "meeting", ["chair_person_id"])
    op.create_index("ix_meeting_host_party_id", "meeting", ["host_party_id"])
    op.create_index("ix_meeting_predecessor_id", "meeting", ["predecessor_id"])


def _create_agenda_edition() -> None:
    op.create_table(
        "agenda_edition",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("meeting_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("dated_on", sa.Date, nullable=False),
        sa.Column("items", sa.JSON, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_edition"),
        sa.UniqueConstraint("meeting_id", "number", name="uq_agenda_edition_meeting_id_number"),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name="fk_agenda_edition_meeting_id_meeting",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            (
                "status IN ('preliminary', 'provisional', 'annotated', 'draft', "
                "'adopted', 'amended')"
            ),
            name="ck_agenda_edition_status",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_agenda_edition_meeting_id", "agenda_edition", ["meeting_id"])


def _create_meeting_step() -> None:
    op.create_table(
        "meeting_step",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("meeting_id", sa.Uuid, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("taken_on", sa.Date, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_step"),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name="fk_meeting_step_meeting_id_meeting",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            (
                "status IN ('proposed', 'dates-agreed', 'convened', 'in-session', "
                "'suspended', 'closed', 'record-agreed', 'archived', 'postponed', "
                "'cancelled')"
            ),
            name="ck_meeting_step_status",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_meeting_step_meeting_id", "meeting_step", ["meeting_id"])


def _create_preparation_task() -> None:
    op.create_table(
        "preparation_task",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("meeting_id", sa.Uuid, nullable=False),
        sa.Column("offset_id", sa.Uuid),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("titles", sa.JSON, nullable=False),
        sa.Column("party_id", sa.Uuid),
        sa.Column("due_on", sa.Date),
        sa.Column("done_on", sa.Date),
        sa.Column("done_by", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("is_fixed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_preparation_task"),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name="fk_preparation_task_meeting_id_meeting",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["offset_id"],
            ["preparation_offset.id"],
            name="fk_preparation_task_offset_id_preparation_offset",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_preparation_task_party_id_party"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_preparation_task_meeting_id", "preparation_task", ["meeting_id"])
    op.create_index("ix_preparation_task_offset_id", "preparation_task", ["offset_id"])
    op.create_index("ix_preparation_task_party_id", "preparation_task", ["party_id"])


def _create_agenda_item() -> None:
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("meeting_id", sa.Uuid, nullable=False),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("titles", sa.JSON, nullable=False),
        sa.Column("annotations", sa.JSON, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("outcome", sa.String(40)),
        sa.Column("outcomes", sa.JSON, nullable=False),
        sa.Column("lead_party_id", sa.Uuid),
        sa.Column("carried_from_id", sa.Uuid),
        sa.Column("carried_to_id", sa.Uuid),
        sa.Column("starts_at", sa.Time),
        sa.Column("minutes_planned", sa.Integer),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("standard", sa.String(40)),
        sa.Column("is_late", sa.Boolean, nullable=False),
        sa.Column("minutes_id", sa.Uuid),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_item"),
        sa.UniqueConstraint(
            "meeting_id", "parent_id", "ordinal", name="uq_agenda_item_meeting_id_parent_id_ordinal"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name="fk_agenda_item_meeting_id_meeting",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["agenda_item.id"],
            name="fk_agenda_item_parent_id_agenda_item",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            ("status IN ('proposed', 'included', 'opened', 'concluded', 'deferred', 'withdrawn')"),
            name="ck_agenda_item_status",
        ),
        sa.CheckConstraint(
            (
                "outcome IN ('adopted', 'adopted-as-amended', 'agreed', 'noted', "
                "'exchanged-views', 'deferred')"
            ),
            name="ck_agenda_item_outcome",
        ),
        sa.ForeignKeyConstraint(
            ["lead_party_id"], ["party.id"], name="fk_agenda_item_lead_party_id_party"
        ),
        sa.ForeignKeyConstraint(
            ["carried_from_id"],
            ["agenda_item.id"],
            name="fk_agenda_item_carried_from_id_agenda_item",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["carried_to_id"],
            ["agenda_item.id"],
            name="fk_agenda_item_carried_to_id_agenda_item",
            ondelete="SET NULL",
        ),
        sa.CheckConstraint(
            (
                "standard IN ('opening', 'adoption-of-agenda', 'previous-minutes', "
                "'action-review', 'other-business', 'next-meeting', 'closing')"
            ),
            name="ck_agenda_item_standard",
        ),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["minutes.id"],
            name="fk_agenda_item_minutes_id_minutes",
            ondelete="SET NULL",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_agenda_item_carried_from_id", "agenda_item", ["carried_from_id"])
    op.create_index("ix_agenda_item_carried_to_id", "agenda_item", ["carried_to_id"])
    op.create_index("ix_agenda_item_lead_party_id", "agenda_item", ["lead_party_id"])
    op.create_index("ix_agenda_item_meeting_id", "agenda_item", ["meeting_id"])
    op.create_index("ix_agenda_item_minutes_id", "agenda_item", ["minutes_id"])
    op.create_index("ix_agenda_item_parent_id", "agenda_item", ["parent_id"])
    op.create_index(
        "uq_agenda_item_top_level",
        "agenda_item",
        ["meeting_id", "ordinal"],
        unique=True,
        sqlite_where=sa.text("parent_id IS NULL"),
    )


def _create_agenda_paper() -> None:
    op.create_table(
        "agenda_paper",
        sa.Column("agenda_item_id", sa.Uuid, nullable=False),
        sa.Column("paper_id", sa.Uuid, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("agenda_item_id", "paper_id", name="pk_agenda_paper"),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name="fk_agenda_paper_agenda_item_id_agenda_item",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["paper.id"], name="fk_agenda_paper_paper_id_paper", ondelete="CASCADE"
        ),
        sqlite_strict=True,
    )
