"""Bodies, their seats and offices."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Create the tables."""
    _create_body()
    _create_body_name()
    _create_body_organisation()
    _create_body_party()
    _create_body_office()


def _create_body() -> None:
    op.create_table(
        "body",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("names", sa.JSON, nullable=False),
        sa.Column("short_names", sa.JSON, nullable=False),
        sa.Column("plain_names", sa.JSON, nullable=False),
        sa.Column("call_names", sa.JSON, nullable=False),
        sa.Column("sort_key", sa.String, nullable=False),
        sa.Column("topic", sa.String, nullable=False),
        sa.Column("level", sa.String(40), nullable=False),
        sa.Column("founder_level", sa.String(40)),
        sa.Column("cadence", sa.String, nullable=False),
        sa.Column("host_rotation", sa.String(40), nullable=False),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("instrument_id", sa.Uuid),
        sa.Column("established_on", sa.String),
        sa.Column("ended_on", sa.String),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("prevailing_language", sa.String),
        sa.Column("meeting_pattern", sa.String, nullable=False),
        sa.Column("decision_pattern", sa.String, nullable=False),
        sa.Column("settings", sa.JSON, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_body"),
        sa.UniqueConstraint("code", name="uq_body_code"),
        sa.CheckConstraint(
            "ended_on IS NULL OR established_on IS NULL OR ended_on >= established_on",
            name="ck_body_ends_after_it_begins",
        ),
        sa.CheckConstraint(
            (
                "kind IN ('joint-working-group', 'joint-committee', 'committee', "
                "'subgroup', 'commission', 'consultation', 'programme', "
                "'partnership', 'conference', 'ministerial-meeting', 'forum', "
                "'fund', 'dialogue', 'organisation', 'other')"
            ),
            name="ck_body_kind",
        ),
        sa.CheckConstraint(
            ("status IN ('proposed', 'established', 'active', 'dormant', 'ended', 'merged')"),
            name="ck_body_status",
        ),
        sa.CheckConstraint(
            (
                "level IN ('leaders', 'minister', 'vice-minister', "
                "'director-general', 'deputy-director-general', 'working', 'expert', "
                "'unknown')"
            ),
            name="ck_body_level",
        ),
        sa.CheckConstraint(
            (
                "founder_level IN ('leaders', 'minister', 'vice-minister', "
                "'director-general', 'deputy-director-general', 'working', 'expert', "
                "'unknown')"
            ),
            name="ck_body_founder_level",
        ),
        sa.CheckConstraint(
            "host_rotation IN ('alternating', 'rotating', 'fixed', 'none', 'unknown')",
            name="ck_body_host_rotation",
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["body.id"], name="fk_body_parent_id_body"),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name="fk_body_instrument_id_instrument"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_body_instrument_id", "body", ["instrument_id"])
    op.create_index("ix_body_parent_id", "body", ["parent_id"])


def _create_body_name() -> None:
    op.create_table(
        "body_name",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_body_name"),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name="fk_body_name_body_id_body", ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            ("kind IN ('official', 'former', 'short', 'acronym', 'alias', 'as-printed')"),
            name="ck_body_name_kind",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_body_name_body_id", "body_name", ["body_id"])


def _create_body_organisation() -> None:
    op.create_table(
        "body_organisation",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid, nullable=False),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_body_organisation"),
        sa.UniqueConstraint(
            "body_id",
            "organisation_id",
            "role",
            name="uq_body_organisation_body_id_organisation_id_role",
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name="fk_body_organisation_body_id_body", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name="fk_body_organisation_organisation_id_organisation",
        ),
        sa.CheckConstraint(
            (
                "role IN ('member', 'secretariat', 'headquarters', "
                "'regional-centre', 'founder', 'focal-point')"
            ),
            name="ck_body_organisation_role",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_body_organisation_body_id", "body_organisation", ["body_id"])
    op.create_index(
        "ix_body_organisation_organisation_id", "body_organisation", ["organisation_id"]
    )


def _create_body_party() -> None:
    op.create_table(
        "body_party",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid, nullable=False),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("seat", sa.Integer, nullable=False),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_body_party"),
        sa.UniqueConstraint(
            "body_id", "party_id", "valid_from", name="uq_body_party_body_id_party_id_valid_from"
        ),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from",
            name="ck_body_party_ends_after_it_begins",
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name="fk_body_party_body_id_body", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_body_party_party_id_party"),
        sa.CheckConstraint(
            "role IN ('member', 'observer', 'associate', 'guest')", name="ck_body_party_role"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_body_party_body_id", "body_party", ["body_id"])
    op.create_index("ix_body_party_party_id", "body_party", ["party_id"])


def _create_body_office() -> None:
    op.create_table(
        "body_office",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("body_id", sa.Uuid, nullable=False),
        sa.Column("person_id", sa.Uuid, nullable=False),
        sa.Column("party_id", sa.Uuid),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_body_office"),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from",
            name="ck_body_office_ends_after_it_begins",
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name="fk_body_office_body_id_body", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_body_office_person_id_person"
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_body_office_party_id_party"),
        sa.CheckConstraint(
            (
                "role IN ('chair', 'co-chair', 'vice-chair', 'secretary', "
                "'rapporteur', 'focal-point')"
            ),
            name="ck_body_office_role",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_body_office_body_id", "body_office", ["body_id"])
    op.create_index("ix_body_office_party_id", "body_office", ["party_id"])
    op.create_index("ix_body_office_person_id", "body_office", ["person_id"])
