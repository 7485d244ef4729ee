"""The journal, the seals and what the workspace knows of itself."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Create the tables."""
    _create_change_set()
    _create_seal()
    _create_search_entry()
    _create_signing_key()
    _create_store_meta()
    _create_change()


def _create_change_set() -> None:
    op.create_table(
        "change_set",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("use_case", sa.String, nullable=False),
        sa.Column("undo_of", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_change_set"),
        sa.UniqueConstraint("undo_of", name="uq_change_set_undo_of"),
        sa.ForeignKeyConstraint(
            ["undo_of"], ["change_set.id"], name="fk_change_set_undo_of_change_set"
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _create_seal() -> None:
    op.create_table(
        "seal",
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("root", sa.String, nullable=False),
        sa.Column("prev", sa.String),
        sa.Column("hash", sa.String, nullable=False),
        sa.Column("key_id", sa.String),
        sa.Column("signature", sa.String),
        sa.PrimaryKeyConstraint("seq", name="pk_seal"),
        sa.UniqueConstraint("prev", name="uq_seal_prev"),
        sa.UniqueConstraint("hash", name="uq_seal_hash"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _create_search_entry() -> None:
    op.create_table(
        "search_entry",
        sa.Column("id", sa.BigInteger, nullable=False),
        sa.Column("entity", sa.String, nullable=False),
        sa.Column("pk", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_entry"),
        sa.UniqueConstraint("entity", "pk", "language", name="uq_search_entry_entity_pk_language"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _create_signing_key() -> None:
    op.create_table(
        "signing_key",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("key_id", sa.String, nullable=False),
        sa.Column("public_key", sa.String, nullable=False),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("revoked_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_signing_key"),
        sa.UniqueConstraint("key_id", name="uq_signing_key_key_id"),
        sqlite_strict=True,
    )


def _create_store_meta() -> None:
    op.create_table(
        "store_meta",
        sa.Column("key", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_store_meta"),
        sqlite_strict=True,
    )


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
    op.create_index("ix_change_entity_pk", "change", ["entity", "pk"])
