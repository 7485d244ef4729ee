"""Packs, annotations, issued documents and the places of attachments."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Create the tables."""
    _create_pack()
    _create_annotation()
    _create_issued_document()
    _create_attachment_link()


def _create_pack() -> None:
    op.create_table(
        "pack",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("meeting_id", sa.Uuid),
        sa.Column("content_root", sa.String, nullable=False),
        sa.Column("file_sha256", sa.String, nullable=False),
        sa.Column("key_id", sa.String, nullable=False),
        sa.Column("signature", sa.String, nullable=False),
        sa.Column("recipients", sa.JSON, nullable=False),
        sa.Column("scope", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pack"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_pack_meeting_id_meeting"),
        sqlite_strict=True,
    )
    op.create_index("ix_pack_meeting_id", "pack", ["meeting_id"])


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
        sa.PrimaryKeyConstraint("id", name="pk_annotation"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_annotation_party_id_party"),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["annotation.id"], name="fk_annotation_parent_id_annotation"
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["pack.id"], name="fk_annotation_pack_id_pack"),
        sqlite_strict=True,
    )
    op.create_index("ix_annotation_pack_id", "annotation", ["pack_id"])
    op.create_index("ix_annotation_parent_id", "annotation", ["parent_id"])
    op.create_index("ix_annotation_party_id", "annotation", ["party_id"])
    op.create_index(
        "ix_annotation_target_code_target_eid", "annotation", ["target_code", "target_eid"]
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


def _create_attachment_link() -> None:
    op.create_table(
        "attachment_link",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("attachment_id", sa.Uuid, nullable=False),
        sa.Column("language", sa.String),
        sa.Column("captions", sa.JSON, nullable=False),
        sa.Column("instrument_id", sa.Uuid),
        sa.Column("meeting_id", sa.Uuid),
        sa.Column("paper_id", sa.Uuid),
        sa.Column("decision_id", sa.Uuid),
        sa.Column("minutes_paragraph_id", sa.Uuid),
        sa.Column("minutes_id", sa.Uuid),
        sa.Column("action_update_id", sa.Uuid),
        sa.Column("project_review_id", sa.Uuid),
        sa.Column("rule_version_id", sa.Uuid),
        sa.PrimaryKeyConstraint("id", name="pk_attachment_link"),
        sa.CheckConstraint(
            (
                "CASE WHEN instrument_id IS NULL THEN 0 ELSE 1 END + CASE WHEN "
                "meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN paper_id IS NULL "
                "THEN 0 ELSE 1 END + CASE WHEN decision_id IS NULL THEN 0 ELSE 1 END "
                "+ CASE WHEN minutes_paragraph_id IS NULL THEN 0 ELSE 1 END + CASE "
                "WHEN minutes_id IS NULL THEN 0 ELSE 1 END + CASE WHEN "
                "action_update_id IS NULL THEN 0 ELSE 1 END + CASE WHEN "
                "project_review_id IS NULL THEN 0 ELSE 1 END + CASE WHEN "
                "rule_version_id IS NULL THEN 0 ELSE 1 END = 1"
            ),
            name="ck_attachment_link_belongs_to_one_record",
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name="fk_attachment_link_attachment_id_attachment"
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"],
            ["instrument.id"],
            name="fk_attachment_link_instrument_id_instrument",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name="fk_attachment_link_meeting_id_meeting",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["paper.id"], name="fk_attachment_link_paper_id_paper", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name="fk_attachment_link_decision_id_decision",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["minutes_paragraph_id"],
            ["minutes_paragraph.id"],
            name="fk_attachment_link_minutes_paragraph_id_minutes_paragraph",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["minutes.id"],
            name="fk_attachment_link_minutes_id_minutes",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["action_update_id"],
            ["action_update.id"],
            name="fk_attachment_link_action_update_id_action_update",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["project_review_id"],
            ["project_review.id"],
            name="fk_attachment_link_project_review_id_project_review",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["rule_version_id"],
            ["rule_version.id"],
            name="fk_attachment_link_rule_version_id_rule_version",
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_attachment_link_action_update_id", "attachment_link", ["action_update_id"])
    op.create_index("ix_attachment_link_attachment_id", "attachment_link", ["attachment_id"])
    op.create_index("ix_attachment_link_decision_id", "attachment_link", ["decision_id"])
    op.create_index("ix_attachment_link_instrument_id", "attachment_link", ["instrument_id"])
    op.create_index("ix_attachment_link_meeting_id", "attachment_link", ["meeting_id"])
    op.create_index("ix_attachment_link_minutes_id", "attachment_link", ["minutes_id"])
    op.create_index(
        "ix_attachment_link_minutes_paragraph_id", "attachment_link", ["minutes_paragraph_id"]
    )
    op.create_index("ix_attachment_link_paper_id", "attachment_link", ["paper_id"])
    op.create_index(
        "ix_attachment_link_project_review_id", "attachment_link", ["project_review_id"]
    )
    op.create_index("ix_attachment_link_rule_version_id", "attachment_link", ["rule_version_id"])
