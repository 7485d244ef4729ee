"""Seals what was adopted, and finds out whether a seal still fits what it covers.

Every seal is a link in one chain of hashes: to change an adopted text unseen, somebody would have
to write the whole chain anew, and its last hash stands in what was printed and sent.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.rules import RuleDocument, RuleVersion
from app.domain.seal import Seal
from app.domain.sealing import chain_hash, merkle_root
from app.store.queries.rules import sealed_texts, texts_in, unsealed_texts
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

_KIND = "rule_version"
_LANGUAGE_KIND = "rule_language"


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
    _add_link(work, kind=_KIND, reference=_reference(work, version), root=root, at=at)
    return root


def seal_language(work: UnitOfWork, version: RuleVersion, language: str, *, at: datetime) -> str:
    """Seal the texts of a sealed version in a further language; return their Merkle root.

    The seal of the version stays as it is: it never covered them. They have one of their own.
    """
    root = _language_root(work, version, language)
    reference = f"{_reference(work, version)}/{language}"
    _add_link(work, kind=_LANGUAGE_KIND, reference=reference, root=root, at=at)
    work.flush()
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
        findings += _broken_languages(reader, links)
    return tuple(findings)


def check_version(workspace: Workspace, *, version_id: UUID) -> bool | None:
    """Say whether a version is word for word what was sealed; ``None`` where it has no seal."""
    with workspace.read() as reader:
        version = reader.get(RuleVersion, version_id)
        if not version.content_root:
            return None
        if workspace.is_pack:  # the chain stays at home; what is in a pack is signed as a whole
            return _root(reader, version) == version.content_root
        link = reader.first(Seal, kind=_KIND, reference=_reference(reader, version))
        return link is not None and _root(reader, version) == version.content_root == link.root


def chain_head(workspace: Workspace) -> tuple[int, str]:
    """Return how many links the chain of seals has, and the hash of the last one."""
    with workspace.read() as reader:
        links = _chain(reader)
    return len(links), links[-1].hash if links else ""


def _broken_languages(reader: Reader, links: list[Seal]) -> list[SealFinding]:
    """Return the languages added after an adoption whose texts are not what was sealed then."""
    by_reference = {_reference(reader, version): version for version in reader.find(RuleVersion)}
    found = []
    for link in links:
        reference, _, language = link.reference.rpartition("/")
        if link.kind != _LANGUAGE_KIND:
            continue
        version = by_reference.get(reference)
        if version is None or _language_root(reader, version, language) != link.root:
            found.append(SealFinding(SealTrouble.TEXT_CHANGED, link.reference))
    return found


def _add_link(work: UnitOfWork, *, kind: str, reference: str, root: str, at: datetime) -> None:
    links = _chain(work)
    prev = links[-1].hash if links else None
    made = chain_hash(prev=prev, kind=kind, reference=reference, root=root)
    work.add(Seal(at=at, kind=kind, reference=reference, root=root, prev=prev, hash=made))


def _language_root(reader: Reader, version: RuleVersion, language: str) -> str:
    key, number = version.document_id, version.number
    texts = texts_in(reader, document_id=key, number=number, language=language)
    return merkle_root([sealed.canonical() for sealed, _ in texts])


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
