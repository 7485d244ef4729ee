"""The texts of many revisions at once: one by one, a long text would take minutes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col

from app.domain.rules import ProvisionRevision, ProvisionText
from app.store.reader import Reader

_TOGETHER = 500


def texts_of_revisions(reader: Reader, keys: Sequence[int]) -> list[ProvisionText]:
    """Return the records of all texts of revisions."""
    found: list[ProvisionText] = []
    for begin in range(0, len(keys), _TOGETHER):
        some = col(ProvisionText.revision_id).in_(keys[begin : begin + _TOGETHER])
        found += reader.scalars(select(ProvisionText).where(some))
    return found


def texts_around(reader: Reader, *, document_id: UUID, number: int) -> Sequence[Any]:
    """Return the texts of what stands last and of what a version opens or closes.

    Each row tells ``revision_id``, ``language``, ``heading``, ``text``, ``status`` and
    ``source_sha256``; a correction comes after what it corrects.
    """
    revision, text = ProvisionRevision, ProvisionText
    statement = (
        select(
            col(text.revision_id),
            col(text.language),
            col(text.heading),
            col(text.text),
            col(text.status),
            col(text.source_sha256),
        )
        .join(revision, col(revision.id) == col(text.revision_id))
        .where(
            col(revision.document_id) == document_id,
            or_(
                col(revision.v_to).is_(None),
                col(revision.v_to) == number,
                col(revision.v_from) == number,
            ),
        )
        .order_by(col(text.correction))
    )
    return reader.execute(statement)
