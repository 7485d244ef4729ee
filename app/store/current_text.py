"""Finds which texts of a rule document stand on a day; what search looks through by default."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, or_, select
from sqlmodel import col

from app.domain.rules import (
    SEALED_VERSIONS,
    ProvisionRevision,
    ProvisionText,
    RuleVersion,
    VersionStatus,
)


def standing_version(connection: Connection, document_id: UUID, *, today: date) -> int | None:
    """Return the number of the version in force today.

    Where none has come into force yet, the newest that is agreed or, failing that, in draft; where
    the last one has ceased to be in force, None.
    """
    versions = fetch_rows(
        connection,
        select(
            col(RuleVersion.number),
            col(RuleVersion.status),
            col(RuleVersion.in_force_from),
            col(RuleVersion.in_force_to),
        )
        .where(
            col(RuleVersion.document_id) == document_id,
            col(RuleVersion.status) != VersionStatus.WITHDRAWN,
        )
        .order_by(col(RuleVersion.in_force_from), col(RuleVersion.number)),
    )
    begun = [version for version in versions if _has_begun(version, today)]
    in_force = [version for version in begun if _is_in_force(version, today)]
    if in_force:
        return int(in_force[-1].number)
    if begun:
        return None
    agreed = [version for version in versions if version.status in SEALED_VERSIONS]
    return max((int(version.number) for version in agreed or versions), default=None)


def standing_text_ids(
    connection: Connection,
    document_id: UUID,
    *,
    today: date,
    revisions: Sequence[int] | None = None,
) -> list[int]:
    """Return the keys of the texts that stand today: of each the latest correction.

    Args:
        connection: The store.
        document_id: The rule document.
        today: The day.
        revisions: Only the texts of these, unless it is None.
    """
    number = standing_version(connection, document_id, today=today)
    if number is None:
        return []
    revision = ProvisionRevision
    latest = (
        select(func.max(col(ProvisionText.correction)), col(ProvisionText.id))
        .join(revision, col(revision.id) == col(ProvisionText.revision_id))
        .where(
            col(revision.document_id) == document_id,
            col(revision.v_from) <= number,
            or_(col(revision.v_to).is_(None), col(revision.v_to) > number),
        )
        .group_by(col(ProvisionText.revision_id), col(ProvisionText.language))
    )
    if revisions is not None:
        latest = latest.where(col(revision.id).in_(revisions))
    return [row[1] for row in fetch_rows(connection, latest)]


def text_ids(
    connection: Connection, document_id: UUID, *, revisions: Sequence[int] | None = None
) -> list[int]:
    """Return the keys of all texts of a document, of every version or of some revisions."""
    statement = (
        select(col(ProvisionText.id))
        .join(ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id))
        .where(col(ProvisionRevision.document_id) == document_id)
    )
    if revisions is not None:
        statement = statement.where(col(ProvisionRevision.id).in_(revisions))
    return [row[0] for row in fetch_rows(connection, statement)]


def documents_changing_between(connection: Connection, *, after: date, until: date) -> list[UUID]:
    """Return the documents of which a version comes into force or ceases to in these days."""
    starts, ends = col(RuleVersion.in_force_from), col(RuleVersion.in_force_to)
    statement = (
        select(col(RuleVersion.document_id))
        .where(or_((starts > after) & (starts <= until), (ends > after) & (ends <= until)))
        .distinct()
    )
    return [row[0] for row in fetch_rows(connection, statement)]


def fetch_rows(connection: Connection, statement: Any) -> Sequence[Any]:
    """Return all the rows of a statement."""
    return connection.execute(statement).all()


def _has_begun(version: Any, today: date) -> bool:
    starts = version.in_force_from
    return version.status in SEALED_VERSIONS and starts is not None and starts <= today


def _is_in_force(version: Any, today: date) -> bool:
    return version.in_force_to is None or version.in_force_to > today
