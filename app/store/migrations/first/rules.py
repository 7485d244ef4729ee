"""Rule documents, their versions, provisions and texts."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Create the tables."""
    _create_rule_document()
    _create_provision()
    _create_provision_revision()
    _create_provision_text()
    _create_provision_link()
    _create_rule_version()
    _create_amendment()


def _create_rule_document() -> None:
    op.create_table(
        "rule_document",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("code", sa.String(80), nullable=False),
        sa.Column("body_id", sa.Uuid),
        sa.Column("instrument_id", sa.Uuid),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("titles", sa.JSON, nullable=False),
        sa.Column("scope_notes", sa.JSON, nullable=False),
        sa.Column("authentic_languages", sa.JSON, nullable=False),
        sa.Column("provenance", sa.String(40), nullable=False),
        sa.Column("provenance_note", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rule_document"),
        sa.UniqueConstraint("code", name="uq_rule_document_code"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_rule_document_body_id_body"),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name="fk_rule_document_instrument_id_instrument"
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["rule_document.id"], name="fk_rule_document_parent_id_rule_document"
        ),
        sa.CheckConstraint(
            (
                "kind IN ('rule-set', 'rules-of-procedure', "
                "'rules-of-implementation', 'procedure', 'guidelines', 'form', "
                "'other')"
            ),
            name="ck_rule_document_kind",
        ),
        sa.CheckConstraint(
            "provenance IN ('original', 'reconstructed', 'illustrative')",
            name="ck_rule_document_provenance",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_rule_document_body_id", "rule_document", ["body_id"])
    op.create_index("ix_rule_document_instrument_id", "rule_document", ["instrument_id"])
    op.create_index("ix_rule_document_parent_id", "rule_document", ["parent_id"])


def _create_provision() -> None:
    op.create_table(
        "provision",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("document_id", sa.Uuid, nullable=False),
        sa.Column("eid", sa.String, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_provision"),
        sa.UniqueConstraint("document_id", "eid", name="uq_provision_document_id_eid"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["rule_document.id"], name="fk_provision_document_id_rule_document"
        ),
        sa.CheckConstraint(
            (
                "kind IN ('part', 'chapter', 'section', 'article', 'paragraph', "
                "'item', 'subitem', 'annex')"
            ),
            name="ck_provision_kind",
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_provision_document_id", "provision", ["document_id"])


def _create_provision_revision() -> None:
    op.create_table(
        "provision_revision",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("document_id", sa.Uuid, nullable=False),
        sa.Column("provision_id", sa.Integer, nullable=False),
        sa.Column("v_from", sa.Integer, nullable=False),
        sa.Column("v_to", sa.Integer),
        sa.Column("parent_eid", sa.String),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("depth", sa.Integer, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_provision_revision"),
        sa.UniqueConstraint(
            "provision_id", "v_from", name="uq_provision_revision_provision_id_v_from"
        ),
        sa.CheckConstraint(
            "v_to IS NULL OR v_to > v_from", name="ck_provision_revision_ends_after_it_begins"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["rule_document.id"],
            name="fk_provision_revision_document_id_rule_document",
        ),
        sa.ForeignKeyConstraint(
            ["provision_id"], ["provision.id"], name="fk_provision_revision_provision_id_provision"
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_provision_revision_document_id_v_from_v_to_ordinal",
        "provision_revision",
        ["document_id", "v_from", "v_to", "ordinal"],
    )
    op.create_index(
        "uq_provision_revision_open",
        "provision_revision",
        ["provision_id"],
        unique=True,
        sqlite_where=sa.text("v_to IS NULL"),
        postgresql_where=sa.text("v_to IS NULL"),
    )


def _create_provision_text() -> None:
    op.create_table(
        "provision_text",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("revision_id", sa.Integer, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("correction", sa.Integer, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("source_sha256", sa.String),
        sa.Column("sealed_from", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_provision_text"),
        sa.UniqueConstraint(
            "revision_id",
            "language",
            "correction",
            name="uq_provision_text_revision_id_language_correction",
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["provision_revision.id"],
            name="fk_provision_text_revision_id_provision_revision",
        ),
        sa.CheckConstraint(
            "status IN ('authentic', 'official', 'working', 'machine')",
            name="ck_provision_text_status",
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _create_provision_link() -> None:
    op.create_table(
        "provision_link",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("decision_id", sa.Uuid),
        sa.Column("from_provision_id", sa.Integer),
        sa.Column("to_provision_id", sa.Integer, nullable=False),
        sa.Column("relation", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_provision_link"),
        sa.CheckConstraint(
            "(decision_id IS NOT NULL) <> (from_provision_id IS NOT NULL)",
            name="ck_provision_link_from_one_thing",
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name="fk_provision_link_decision_id_decision",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["from_provision_id"],
            ["provision.id"],
            name="fk_provision_link_from_provision_id_provision",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["to_provision_id"],
            ["provision.id"],
            name="fk_provision_link_to_provision_id_provision",
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_provision_link_decision_id", "provision_link", ["decision_id"])
    op.create_index("ix_provision_link_from_provision_id", "provision_link", ["from_provision_id"])
    op.create_index("ix_provision_link_to_provision_id", "provision_link", ["to_provision_id"])


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


def _create_amendment() -> None:
    op.create_table(
        "amendment",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("decision_id", sa.Uuid, nullable=False),
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
