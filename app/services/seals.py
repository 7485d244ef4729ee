"""Seals what was adopted: one link in the workspace's chain of hashes."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.seal import Seal
from app.domain.sealing import chain_hash, merkle_root
from app.store.unit_of_work import UnitOfWork


def seal(
    work: UnitOfWork, *, at: datetime, kind: str, reference: str, leaves: Sequence[bytes]
) -> str:
    """Add a link over ``leaves`` to the chain, within ``work``; return their root."""
    root = merkle_root(leaves)
    links = work.find(Seal)
    prev = max(links, key=lambda link: link.seq or 0).hash if links else None
    work.add(
        Seal(
            at=at,
            kind=kind,
            reference=reference,
            root=root,
            prev=prev,
            hash=chain_hash(prev=prev, kind=kind, reference=reference, root=root),
        )
    )
    return root
