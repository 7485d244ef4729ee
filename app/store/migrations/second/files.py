"""Documents that were made, and the forms they were made from."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.rebuilding import rebuild


def change() -> None:
    """Create what is new, and rebuild what has changed."""
    _create_own_form()
    rebuild("issued_document", _create_issued_document, filled={"choices": "'{}'"})


def _create_own_form() -> None:
    op.create_table(
        "own_form",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("body_id", sa.Uuid),
        sa.Column("attachment_id", sa.Uuid, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_form"),
        sa.UniqueConstraint("body_id", "name", name="uq_own_form_body_id_name"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_own_form_body_id_body"),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name="fk_own_form_attachment_id_attachment"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_own_form_attachment_id", "own_form", ["attachment_id"])
    op.create_index("ix_own_form_body_id", "own_form", ["body_id"])
    op.create_index(
        "uq_own_form_general",
        "own_form",
        ["name"],
        unique=True,
        sqlite_where=sa.text("body_id IS NULL"),
    )


def _create_issued_document() -> None:
    op.create_table(
        "issued_document",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("body_id", sa.Uuid),
        sa.Column("meeting_id", sa.Uuid),
        sa.Column("decision_id", sa.Uuid),
        sa.Column("rule_version_id", sa.Uuid),
        sa.Column("original_of_id", sa.Uuid),
        sa.Column("is_draft", sa.Boolean, nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("file_name", sa.String, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("attachment_id", sa.Uuid, nullable=False),
        sa.Column("written_to", sa.String, nullable=False),
        sa.Column("returned_on", sa.Date),
        sa.Column("returned_attachment_id", sa.Uuid),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("choices", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_issued_document"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_issued_document_body_id_body"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_issued_document_meeting_id_meeting"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_issued_document_decision_id_decision"
        ),
        sa.ForeignKeyConstraint(
            ["rule_version_id"],
            ["rule_version.id"],
            name="fk_issued_document_rule_version_id_rule_version",
        ),
        sa.ForeignKeyConstraint(
            ["original_of_id"], ["party.id"], name="fk_issued_document_original_of_id_party"
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name="fk_issued_document_attachment_id_attachment"
        ),
        sa.ForeignKeyConstraint(
            ["returned_attachment_id"],
            ["attachment.id"],
            name="fk_issued_document_returned_attachment_id_attachment",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_issued_document_attachment_id", "issued_document", ["attachment_id"])
    op.create_index("ix_issued_document_body_id", "issued_document", ["body_id"])
    op.create_index("ix_issued_document_decision_id", "issued_document", ["decision_id"])
    op.create_index("ix_issued_document_meeting_id", "issued_document", ["meeting_id"])
    op.create_index("ix_issued_document_original_of_id", "issued_document", ["original_of_id"])
    op.create_index(
        "ix_issued_document_returned_attachment_id", "issued_document", ["returned_attachment_id"]
    )
    op.create_index("ix_issued_document_rule_version_id", "issued_document", ["rule_version_id"])
