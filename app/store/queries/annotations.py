"""The notes that delegates sent, and the answers to them."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from app.domain.pack import Annotation
from app.store.reader import Reader

_TOGETHER = 500


def find_by_uids(reader: Reader, uids: Collection[UUID]) -> dict[UUID, Annotation]:
    """Return the notes of these names that are in the workspace."""
    found = _find(reader, Annotation.uid, uids)
    return {each.uid: each for each in found if each.uid is not None}


def list_notes(reader: Reader, *, document_ids: Collection[UUID]) -> list[Annotation]:
    """Return the notes on these rules, without the answers, in the order in which they came."""
    found = _find(reader, Annotation.document_id, document_ids)
    return [each for each in found if each.parent_id is None]


def list_answers(reader: Reader, *, note_ids: Collection[UUID]) -> dict[UUID, list[Annotation]]:
    """Return the answers to notes, the earliest first."""
    answers: dict[UUID, list[Annotation]] = {}
    for each in _find(reader, Annotation.parent_id, note_ids):
        if each.parent_id is not None:
            answers.setdefault(each.parent_id, []).append(each)
    return answers


def _find(reader: Reader, column: Any, keys: Collection[UUID]) -> list[Annotation]:
    wanted = sorted(keys)
    found: list[Annotation] = []
    for start in range(0, len(wanted), _TOGETHER):
        some = col(column).in_(wanted[start : start + _TOGETHER])
        found += reader.scalars(select(Annotation).where(some))
    return sorted(found, key=lambda each: each.id)
