"""What the other tables gained."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.rebuilding import rebuild


def change() -> None:
    """Create what is new, and rebuild what has changed."""
    rebuild("change", _create_change)
    _create_organisation_distinction()
    rebuild(
        "provision_text",
        _create_provision_text,
        converted={
            "sha256": "coalesce(unhex(sha256), x'')",
            "source_sha256": "unhex(source_sha256)",
        },
    )
    rebuild("annotation", _create_annotation)
    op.drop_index("ix_amendment_version_id", "amendment")
    op.drop_index("ix_provision_document_id", "provision")
    op.drop_index("ix_rule_version_document_id", "rule_version")


def _create_change() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("change_set_id", sa.Integer, nullable=False),
        sa.Column("entity", sa.String, nullable=False),
        sa.Column("pk", sa.String, nullable=False),
        sa.Column("operation", sa.String(40), nullable=False),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
        sa.Column("last", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
        sa.ForeignKeyConstraint(
            ["change_set_id"], ["change_set.id"], name="fk_change_change_set_id_change_set"
        ),
        sa.CheckConstraint(
            "operation IN ('insert', 'update', 'delete')", name="ck_change_operation"
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_change_set_id", "change", ["change_set_id"])
    op.create_index(
        "ix_change_entity_last",
        "change",
        ["entity", "last"],
        sqlite_where=sa.text("last IS NOT NULL"),
    )
    op.create_index("ix_change_entity_pk", "change", ["entity", "pk"])


def _create_organisation_distinction() -> None:
    op.create_table(
        "organisation_distinction",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("first_id", sa.Uuid, nullable=False),
        sa.Column("second_id", sa.Uuid, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_distinction"),
        sa.UniqueConstraint(
            "first_id", "second_id", name="uq_organisation_distinction_first_id_second_id"
        ),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["organisation.id"],
            name="fk_organisation_distinction_first_id_organisation",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["organisation.id"],
            name="fk_organisation_distinction_second_id_organisation",
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_organisation_distinction_first_id", "organisation_distinction", ["first_id"]
    )
    op.create_index(
        "ix_organisation_distinction_second_id", "organisation_distinction", ["second_id"]
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
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("source_sha256", sa.LargeBinary),
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


def _create_annotation() -> None:
    op.create_table(
        "annotation",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("party_id", sa.Uuid),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("target_code", sa.String, nullable=False),
        sa.Column("target_eid", sa.String, nullable=False),
        sa.Column("target_version", sa.Integer),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("target_sha256", sa.String, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("resolved", sa.Boolean, nullable=False),
        sa.Column("pack_id", sa.Uuid),
        sa.Column("uid", sa.Uuid),
        sa.Column("document_id", sa.Uuid),
        sa.Column("written_at", sa.DateTime(timezone=True)),
        sa.Column("proposal_id", sa.Uuid),
        sa.PrimaryKeyConstraint("id", name="pk_annotation"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_annotation_party_id_party"),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["annotation.id"], name="fk_annotation_parent_id_annotation"
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["pack.id"], name="fk_annotation_pack_id_pack"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["rule_document.id"], name="fk_annotation_document_id_rule_document"
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["provision_proposal.id"],
            name="fk_annotation_proposal_id_provision_proposal",
            ondelete="SET NULL",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_annotation_document_id", "annotation", ["document_id"])
    op.create_index("ix_annotation_pack_id", "annotation", ["pack_id"])
    op.create_index("ix_annotation_parent_id", "annotation", ["parent_id"])
    op.create_index("ix_annotation_party_id", "annotation", ["party_id"])
    op.create_index("ix_annotation_proposal_id", "annotation", ["proposal_id"])
    op.create_index(
        "ix_annotation_target_code_target_eid", "annotation", ["target_code", "target_eid"]
    )
    op.create_index(
        "uq_annotation_uid",
        "annotation",
        ["uid"],
        unique=True,
        sqlite_where=sa.text("uid IS NOT NULL"),
    )
