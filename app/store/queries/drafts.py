"""The text of a draft as rows, without the records behind them: an editor reads it all the time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlmodel import col

from app.domain.provision_proposal import ProposalStatus, ProvisionProposal
from app.domain.rules import Provision, ProvisionKind, ProvisionRevision, ProvisionText
from app.store.reader import Reader

_TOGETHER = 900


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """Where a provision stands, or stood, and how it is numbered."""

    revision_id: int
    provision_id: int
    eid: str
    kind: ProvisionKind
    parent: str | None
    depth: int
    ordinal: int
    label: str
    v_from: int
    v_to: int | None


@dataclass(frozen=True, slots=True)
class WordingRow:
    """What a revision says in one language."""

    text_id: int
    revision_id: int
    language: str
    status: str
    heading: str
    text: str
    sha256: str
    source_sha256: str | None


def list_revisions(
    reader: Reader, *, document_id: UUID, number: int, with_ended: bool = False
) -> tuple[RevisionRow, ...]:
    """Return the revisions that stand in a version, in reading order.

    With ``with_ended`` those come too that this version ended.
    """
    ends = col(ProvisionRevision.v_to)
    standing = or_(ends.is_(None), ends >= number if with_ended else ends > number)
    statement = (
        select(
            col(ProvisionRevision.id),
            col(ProvisionRevision.provision_id),
            col(Provision.eid),
            col(Provision.kind),
            col(ProvisionRevision.parent_eid),
            col(ProvisionRevision.depth),
            col(ProvisionRevision.ordinal),
            col(ProvisionRevision.label),
            col(ProvisionRevision.v_from),
            ends,
        )
        .join(Provision, col(Provision.id) == col(ProvisionRevision.provision_id))
        .where(
            col(ProvisionRevision.document_id) == document_id,
            col(ProvisionRevision.v_from) <= number,
            standing,
        )
        .order_by(col(ProvisionRevision.ordinal), col(ProvisionRevision.id))
    )
    return tuple(RevisionRow(*row) for row in reader.execute(statement))


def list_wordings(
    reader: Reader, *, revision_ids: Iterable[int], language: str | None = None
) -> dict[int, dict[str, WordingRow]]:
    """Return what revisions say, by language; of several corrections the last."""
    found: dict[int, dict[str, WordingRow]] = {}
    for some in _in_portions(revision_ids):
        statement = (
            select(
                col(ProvisionText.id),
                col(ProvisionText.revision_id),
                col(ProvisionText.language),
                col(ProvisionText.status),
                col(ProvisionText.heading),
                col(ProvisionText.text),
                col(ProvisionText.sha256),
                col(ProvisionText.source_sha256),
            )
            .where(col(ProvisionText.revision_id).in_(some))
            .order_by(col(ProvisionText.correction))
        )
        if language is not None:
            statement = statement.where(col(ProvisionText.language) == language)
        for row in reader.execute(statement):
            key, revision_id, tag, status, heading, text, sha256, source = row
            wording = WordingRow(key, revision_id, tag, status.value, heading, text, sha256, source)
            found.setdefault(wording.revision_id, {})[wording.language] = wording
    return found


def list_bracketed(reader: Reader, *, document_id: UUID, number: int) -> tuple[WordingRow, ...]:
    """Return the wordings in square brackets that a version brought, in reading order."""
    statement = (
        select(ProvisionText)
        .join(ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id))
        .where(
            col(ProvisionRevision.document_id) == document_id,
            col(ProvisionRevision.v_from) == number,
            or_(
                *(
                    column.contains(sign, autoescape=True)
                    for column in (col(ProvisionText.text), col(ProvisionText.heading))
                    for sign in "[]［］"
                )
            ),
        )
        .order_by(col(ProvisionRevision.ordinal), col(ProvisionText.language))
    )
    return tuple(
        WordingRow(
            each.id or 0,
            each.revision_id,
            each.language,
            each.status.value,
            each.heading,
            each.text,
            each.sha256,
            each.source_sha256,
        )
        for each in reader.scalars(statement)
    )


def count_open_proposals(reader: Reader, *, version_id: UUID) -> dict[int, int]:
    """Return how many proposals wait for a choice, by the provision that they touch."""
    statement = (
        select(col(ProvisionProposal.provision_id), func.count())
        .where(
            col(ProvisionProposal.version_id) == version_id,
            col(ProvisionProposal.status) == ProposalStatus.OPEN,
        )
        .group_by(col(ProvisionProposal.provision_id))
    )
    return {row[0]: row[1] for row in reader.execute(statement)}


def list_statuses(reader: Reader, *, document_id: UUID) -> tuple[tuple[str, Any], ...]:
    """Return the languages of a document, each with the authority that its texts have."""
    statement = (
        select(col(ProvisionText.language), col(ProvisionText.status), func.count())
        .join(ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id))
        .where(col(ProvisionRevision.document_id) == document_id)
        .group_by(col(ProvisionText.language), col(ProvisionText.status))
        .order_by(func.count())
    )
    return tuple((row[0], row[1]) for row in reader.execute(statement))


def _in_portions(keys: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(keys)
    while some := list(islice(rest, _TOGETHER)):
        yield some
