"""Seals what was adopted, and finds out whether a seal still fits what it covers.

Every seal is a link in one chain of hashes: to change an adopted text unseen, somebody would have
to write the whole chain anew, and its last hash stands in what was printed and sent.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.rules import RuleDocument, RuleVersion
from app.domain.seal import Seal
from app.domain.sealing import chain_hash, merkle_root
from app.store.queries.rules import sealed_texts, unsealed_texts
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

_KIND = "rule_version"


class SealTrouble(StrEnum):
    """What may be wrong with a seal."""

    TEXT_CHANGED = "text changed after it was sealed"
    CHAIN_BROKEN = "chain of seals broken"
    SEAL_MISSING = "seal missing"


@dataclass(frozen=True)
class SealFinding:
    """A seal that does not fit, and what it covers: ``JWG-KM-RULES/2``."""

    trouble: SealTrouble
    detail: str


def seal_version(work: UnitOfWork, version: RuleVersion, *, at: datetime) -> str:
    """Seal the texts of a version within ``work``; return their Merkle root.

    Texts that an earlier version sealed are covered again; a translation that is added later
    belongs to the next seal.
    """
    for text in unsealed_texts(work, document_id=version.document_id, number=version.number):
        text.sealed_from = version.number
    work.flush()
    root = _root(work, version)
    links = _chain(work)
    prev = links[-1].hash if links else None
    reference = _reference(work, version)
    work.add(
        Seal(
            at=at,
            kind=_KIND,
            reference=reference,
            root=root,
            prev=prev,
            hash=chain_hash(prev=prev, kind=_KIND, reference=reference, root=root),
        )
    )
    return root


def find_broken(workspace: Workspace) -> tuple[SealFinding, ...]:
    """Return every seal that does not fit what it covers; nothing if all is as it was adopted."""
    with workspace.read() as reader:
        links = _chain(reader)
        findings = [
            SealFinding(SealTrouble.CHAIN_BROKEN, link.reference)
            for link, prev in zip(links, [None, *(link.hash for link in links)], strict=False)
            if not _fits(link, prev)
        ]
        sealed = {link.reference: link.root for link in links}
        for version in reader.find(RuleVersion):
            if not version.content_root:
                continue
            reference = _reference(reader, version)
            if reference not in sealed:
                findings.append(SealFinding(SealTrouble.SEAL_MISSING, reference))
            elif not _root(reader, version) == version.content_root == sealed[reference]:
                findings.append(SealFinding(SealTrouble.TEXT_CHANGED, reference))
    return tuple(findings)


def _chain(reader: Reader) -> list[Seal]:
    return sorted(reader.find(Seal), key=lambda link: link.seq or 0)


def _fits(link: Seal, prev: str | None) -> bool:
    expected = chain_hash(prev=prev, kind=link.kind, reference=link.reference, root=link.root)
    return link.prev == prev and link.hash == expected


def _root(reader: Reader, version: RuleVersion) -> str:
    texts = sealed_texts(reader, document_id=version.document_id, number=version.number)
    return merkle_root([text.canonical() for text in texts])


def _reference(reader: Reader, version: RuleVersion) -> str:
    return f"{reader.get(RuleDocument, version.document_id).code}/{version.number}"
