"""Parties, persons, bodies and what is kept about them."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.rebuilding import rebuild


def change() -> None:
    """Create what is new, and rebuild what has changed."""
    rebuild("instrument", _create_instrument)
    rebuild("party", _create_party, filled={"weekend": "'[6, 7]'"})
    _create_holiday()
    rebuild("party_name", _create_party_name, filled={"form": "'name'"})
    rebuild("body_name", _create_body_name, filled={"form": "'name'"})
    _create_letterhead()
    _create_person_distinction()


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
        sa.Column("extends_by_months", sa.Integer),
        sa.Column("notice_months", sa.Integer),
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
        sa.Column("weekend", sa.JSON, nullable=False),
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


def _create_holiday() -> None:
    op.create_table(
        "holiday",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("names", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_holiday"),
        sa.UniqueConstraint("party_id", "on", name="uq_holiday_party_id_on"),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_holiday_party_id_party", ondelete="CASCADE"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_holiday_party_id", "holiday", ["party_id"])


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
        sa.Column("form", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_party_name"),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_party_name_party_id_party", ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            ("kind IN ('official', 'former', 'short', 'acronym', 'alias', 'as-printed')"),
            name="ck_party_name_kind",
        ),
        sa.CheckConstraint(
            "form IN ('name', 'formal', 'adjective', 'short', 'plain', 'call')",
            name="ck_party_name_form",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_party_name_party_id", "party_name", ["party_id"])


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
        sa.Column("form", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_body_name"),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name="fk_body_name_body_id_body", ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            ("kind IN ('official', 'former', 'short', 'acronym', 'alias', 'as-printed')"),
            name="ck_body_name_kind",
        ),
        sa.CheckConstraint(
            "form IN ('name', 'formal', 'adjective', 'short', 'plain', 'call')",
            name="ck_body_name_form",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_body_name_body_id", "body_name", ["body_id"])


def _create_letterhead() -> None:
    op.create_table(
        "letterhead",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("party_id", sa.Uuid, nullable=False),
        sa.Column("body_id", sa.Uuid),
        sa.Column("lines", sa.JSON, nullable=False),
        sa.Column("logo_id", sa.Uuid),
        sa.PrimaryKeyConstraint("id", name="pk_letterhead"),
        sa.UniqueConstraint("party_id", "body_id", name="uq_letterhead_party_id_body_id"),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_letterhead_party_id_party", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name="fk_letterhead_body_id_body", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["logo_id"], ["attachment.id"], name="fk_letterhead_logo_id_attachment"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_letterhead_body_id", "letterhead", ["body_id"])
    op.create_index("ix_letterhead_logo_id", "letterhead", ["logo_id"])
    op.create_index("ix_letterhead_party_id", "letterhead", ["party_id"])
    op.create_index(
        "uq_letterhead_general",
        "letterhead",
        ["party_id"],
        unique=True,
        sqlite_where=sa.text("body_id IS NULL"),
    )


def _create_person_distinction() -> None:
    op.create_table(
        "person_distinction",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("first_id", sa.Uuid, nullable=False),
        sa.Column("second_id", sa.Uuid, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person_distinction"),
        sa.UniqueConstraint(
            "first_id", "second_id", name="uq_person_distinction_first_id_second_id"
        ),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["person.id"],
            name="fk_person_distinction_first_id_person",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["person.id"],
            name="fk_person_distinction_second_id_person",
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_person_distinction_first_id", "person_distinction", ["first_id"])
    op.create_index("ix_person_distinction_second_id", "person_distinction", ["second_id"])
