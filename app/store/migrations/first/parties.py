"""Parties, organisations, persons, instruments and sources: what the rest refers to."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Create the tables."""
    _create_attachment()
    _create_instrument()
    _create_party()
    _create_source()
    _create_attachment_blob()
    _create_instrument_party()
    _create_organisation()
    _create_party_name()
    _create_statement()
    _create_organisation_name()
    _create_person()
    _create_person_name()
    _create_post()


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("file_name", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        sa.UniqueConstraint("sha256", name="uq_attachment_sha256"),
        sa.CheckConstraint("size >= 0", name="ck_attachment_size_is_not_negative"),
        sqlite_strict=True,
    )


def _create_instrument() -> None:
    op.create_table(
        "instrument",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("code", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("titles", sa.JSON, nullable=False),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("renews_id", sa.Uuid),
        sa.Column("replaces_id", sa.Uuid),
        sa.Column("signed_on", sa.String),
        sa.Column("signed_at", sa.String, nullable=False),
        sa.Column("in_force_from", sa.String),
        sa.Column("in_force_to", sa.String),
        sa.Column("renewal_rule", sa.String, nullable=False),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("prevailing_language", sa.String),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_instrument"),
        sa.UniqueConstraint("code", name="uq_instrument_code"),
        sa.CheckConstraint(
            ("in_force_to IS NULL OR in_force_from IS NULL OR in_force_to > in_force_from"),
            name="ck_instrument_ends_after_it_begins",
        ),
        sa.CheckConstraint(
            (
                "kind IN ('treaty', 'agreement', 'framework-agreement', "
                "'implementing-arrangement', 'mou', 'exchange-of-notes', "
                "'declaration', 'bilateral-document', 'terms-of-reference', 'annex', "
                "'plan', 'law', 'rules', 'other')"
            ),
            name="ck_instrument_kind",
        ),
        sa.CheckConstraint(
            (
                "status IN ('negotiated', 'initialled', 'adopted', 'signed', "
                "'in-force', 'renewed', 'expired', 'replaced', 'terminated', "
                "'unknown')"
            ),
            name="ck_instrument_status",
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["instrument.id"], name="fk_instrument_parent_id_instrument"
        ),
        sa.ForeignKeyConstraint(
            ["renews_id"], ["instrument.id"], name="fk_instrument_renews_id_instrument"
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["instrument.id"], name="fk_instrument_replaces_id_instrument"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_instrument_parent_id", "instrument", ["parent_id"])
    op.create_index("ix_instrument_renews_id", "instrument", ["renews_id"])
    op.create_index("ix_instrument_replaces_id", "instrument", ["replaces_id"])


def _create_party() -> None:
    op.create_table(
        "party",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("names", sa.JSON, nullable=False),
        sa.Column("formal_names", sa.JSON, nullable=False),
        sa.Column("adjectives", sa.JSON, nullable=False),
        sa.Column("sort_key", sa.String, nullable=False),
        sa.Column("time_zone", sa.String, nullable=False),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_party"),
        sa.UniqueConstraint("code", name="uq_party_code"),
        sa.CheckConstraint(
            "kind NOT IN ('province', 'city') OR parent_id IS NOT NULL",
            name="ck_party_subnational_has_parent",
        ),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from",
            name="ck_party_ends_after_it_begins",
        ),
        sa.CheckConstraint(
            (
                "kind IN ('state', 'government', 'ministry', 'province', 'city', "
                "'agency', 'intergovernmental', 'organisation', 'other')"
            ),
            name="ck_party_kind",
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["party.id"], name="fk_party_parent_id_party"),
        sqlite_strict=True,
    )
    op.create_index("ix_party_parent_id", "party", ["parent_id"])


def _create_source() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("publisher", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("quality", sa.String(40), nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("published_on", sa.String),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("code", name="uq_source_code"),
        sa.CheckConstraint(
            (
                "quality IN ('official', 'unofficial-translation', 'academic', "
                "'press', 'copy', 'illustrative')"
            ),
            name="ck_source_quality",
        ),
        sqlite_strict=True,
    )


def _create_attachment_blob() -> None:
    op.create_table(
        "attachment_blob",
        sa.Column("attachment_id", sa.Uuid, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("attachment_id", name="pk_attachment_blob"),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name="fk_attachment_blob_attachment_id_attachment",
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )


def _create_instrument_party() -> None:
    op.create_table(
        "instrument_party",
        sa.Column("instrument_id", sa.Uuid, nullable=False),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("signatory", sa.String, nullable=False),
        sa.Column("signed_on", sa.String),
        sa.Column("approved_on", sa.String),
        sa.Column("withdrawn_on", sa.String),
        sa.PrimaryKeyConstraint("instrument_id", "party_id", name="pk_instrument_party"),
        sa.ForeignKeyConstraint(
            ["instrument_id"],
            ["instrument.id"],
            name="fk_instrument_party_instrument_id_instrument",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_instrument_party_party_id_party"
        ),
        sqlite_strict=True,
    )


def _create_organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("code", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("party_id", sa.Uuid),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("names", sa.JSON, nullable=False),
        sa.Column("sort_key", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.UniqueConstraint("code", name="uq_organisation_code"),
        sa.CheckConstraint(
            (
                "kind IN ('ministry', 'agency', 'city', 'province', 'regulator', "
                "'institute', 'secretariat', 'company', 'intergovernmental', 'fund', "
                "'other')"
            ),
            name="ck_organisation_kind",
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_organisation_party_id_party"),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organisation.id"], name="fk_organisation_parent_id_organisation"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_organisation_parent_id", "organisation", ["parent_id"])
    op.create_index("ix_organisation_party_id", "organisation", ["party_id"])


def _create_party_name() -> None:
    op.create_table(
        "party_name",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_party_name"),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_party_name_party_id_party", ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            ("kind IN ('official', 'former', 'short', 'acronym', 'alias', 'as-printed')"),
            name="ck_party_name_kind",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_party_name_party_id", "party_name", ["party_id"])


def _create_statement() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("source_id", sa.Uuid, nullable=False),
        sa.Column("entity", sa.String, nullable=False),
        sa.Column("pk", sa.String, nullable=False),
        sa.Column("field", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statement"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_statement_source_id_source"),
        sqlite_strict=True,
    )
    op.create_index("ix_statement_entity_pk_field", "statement", ["entity", "pk", "field"])
    op.create_index("ix_statement_source_id", "statement", ["source_id"])


def _create_organisation_name() -> None:
    op.create_table(
        "organisation_name",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_name"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name="fk_organisation_name_organisation_id_organisation",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            ("kind IN ('official', 'former', 'short', 'acronym', 'alias', 'as-printed')"),
            name="ck_organisation_name_kind",
        ),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_organisation_name_organisation_id", "organisation_name", ["organisation_id"]
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("printed_name", sa.String, nullable=False),
        sa.Column("names", sa.JSON, nullable=False),
        sa.Column("name_parts", sa.JSON, nullable=False),
        sa.Column("name_parts_verified", sa.Boolean, nullable=False),
        sa.Column("honorific", sa.String, nullable=False),
        sa.Column("sort_key", sa.String, nullable=False),
        sa.Column("organisation_id", sa.Uuid),
        sa.Column("email", sa.String, nullable=False),
        sa.Column("phone", sa.String, nullable=False),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("retain_until", sa.Date),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_person_organisation_id_organisation"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_person_organisation_id", "person", ["organisation_id"])


def _create_person_name() -> None:
    op.create_table(
        "person_name",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("person_id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_person_name"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_person_name_person_id_person", ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            ("kind IN ('official', 'former', 'short', 'acronym', 'alias', 'as-printed')"),
            name="ck_person_name_kind",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_person_name_person_id", "person_name", ["person_id"])


def _create_post() -> None:
    op.create_table(
        "post",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("person_id", sa.Uuid, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("titles", sa.JSON, nullable=False),
        sa.Column("organisation_id", sa.Uuid),
        sa.Column("party_id", sa.Uuid),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_post"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_post_person_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_post_organisation_id_organisation"
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_post_party_id_party"),
        sqlite_strict=True,
    )
    op.create_index("ix_post_organisation_id", "post", ["organisation_id"])
    op.create_index("ix_post_party_id", "post", ["party_id"])
    op.create_index("ix_post_person_id", "post", ["person_id"])
