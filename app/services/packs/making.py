"""Verbs for packs: look at what would go in, make the file, know what was handed out."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.pack import Pack
from app.domain.pack_scope import OF_A_MEETING, PackPart, PackScope
from app.domain.paper import Paper
from app.domain.seal import SigningKey
from app.exchange.packs import encryption
from app.exchange.packs.beside import SUFFIX as BESIDE
from app.exchange.packs.beside import write_beside
from app.exchange.packs.manifest import Manifest, signed
from app.services import disk
from app.services.packs import keys
from app.services.safe_names import safe_name
from app.store.packs.digest import content_root
from app.store.packs.selection import Selection, select_rows
from app.store.packs.writing import seal_file, write_rows
from app.store.reader import Reader
from app.store.workspace import Workspace

SUFFIX = ".jwgx"


class EmptyPack(Misfortune):
    """Nothing that was chosen is there to be packed."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to put into the pack.",
            "Choose more parts, or a later day: only what was adopted or signed by then goes in.",
        )


class NoMeetingChosen(Misfortune):
    """Parts of a meeting were asked for without a meeting."""

    def __init__(self) -> None:
        super().__init__(
            "The agenda, papers and participants are those of a meeting, and none is chosen.",
            "Choose a meeting, or leave these parts out.",
            field="meeting",
        )


@dataclass(frozen=True)
class Protection:
    """Who can read a pack: everybody, whoever knows a passphrase, or the holders of keys."""

    passphrase: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True)
class PackOrder:
    """A pack as it is wanted.

    Attributes:
        title: What it is called.
        key_id: The key of one's own that signs it; nobody signs it where there is none.
        key_passphrase: The passphrase of that key.
    """

    scope: PackScope
    title: str
    key_id: str = ""
    key_passphrase: str = ""
    protection: Protection = field(default_factory=Protection)


@dataclass(frozen=True)
class KeptBack:
    """A paper of the meeting that no pack holds: it is confidential, or for one side alone."""

    symbol: str
    title: str


@dataclass(frozen=True)
class PackPreview:
    """What would go into a pack.

    Attributes:
        documents: The rule documents by title, each with how many versions and provisions.
        counts: How many decisions, agenda items, papers, minutes and delegates.
        kept_back: The papers that stay behind.
    """

    documents: tuple[tuple[str, int, int], ...]
    counts: dict[PackPart, int]
    kept_back: tuple[KeptBack, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing would go in."""
        return not any(self.counts.values())


@dataclass(frozen=True)
class MadePack:
    """A pack that was written."""

    path: Path
    manifest_path: Path
    manifest: Manifest
    size: int


@dataclass(frozen=True)
class HandedOut:
    """A pack that was made earlier."""

    id: UUID
    made_at: datetime | None
    title: str
    content_root: str
    key_id: str
    recipients: tuple[str, ...]


def preview(workspace: Workspace, scope: PackScope, *, language: str = "en") -> PackPreview:
    """Return what a pack would hold, and what stays behind."""
    with workspace.read() as reader:
        chosen = select_rows(reader.connection(), scope)
        return PackPreview(
            documents=_documents(chosen, language),
            counts=_counts(chosen),
            kept_back=_kept_back(reader, scope, language),
        )


def make(
    workspace: Workspace,
    order: PackOrder,
    *,
    folder_or_path: Path,
) -> MadePack:
    """Write a pack, its manifest beside it, and remember that it was made.

    Raises:
        EmptyPack: Nothing would be in it.
        NoMeetingChosen: Parts of a meeting are asked for without one.
        NoKey, KeyUnreadable: It cannot be signed as was asked.
        NotARecipient: It cannot be encrypted as was asked.
        FileNotWritten: naming the file and the reason.
    """
    content, manifest = build(workspace, order)
    closed = _close(content, order.protection)
    name = f"{safe_name(order.title)}{SUFFIX}"
    path = disk.write_file(folder_or_path, closed, name=name)
    digest = hashlib.sha256(closed).hexdigest()
    beside = path.with_name(path.name + BESIDE)
    disk.write_file(beside, write_beside(manifest, name=path.name, sha256=digest))
    if not workspace.read_only:
        _remember(workspace, order, manifest, digest)
    return MadePack(path, beside, manifest, len(closed))


def list_made(workspace: Workspace) -> tuple[HandedOut, ...]:
    """Return the packs that were made, the newest first."""
    with workspace.read() as reader:
        found = [
            HandedOut(
                id=row.id,
                made_at=row.created_at,
                title=str(row.scope.get("title", "")),
                content_root=row.content_root,
                key_id=row.key_id,
                recipients=tuple(row.recipients),
            )
            for row in reader.find(Pack)
        ]
    return tuple(reversed(found))


def build(workspace: Workspace, order: PackOrder) -> tuple[bytes, Manifest]:
    """Return a pack, not encrypted, and what is said and signed of it.

    Raises:
        EmptyPack, NoMeetingChosen, NoKey, KeyUnreadable: as ``make``.
    """
    if order.scope.meeting_id is None and order.scope.parts & OF_A_MEETING:
        raise NoMeetingChosen
    with TemporaryDirectory(prefix="jwg-pack-", ignore_cleanup_errors=True) as folder:
        return _build(workspace, order, Path(folder) / "pack.jwgx")


def _build(workspace: Workspace, order: PackOrder, path: Path) -> tuple[bytes, Manifest]:
    scope = order.scope
    with workspace.read() as reader:
        chosen = select_rows(reader.connection(), scope)
        if not any(_counts(chosen).values()):
            raise EmptyPack
        body = reader.get(Body, scope.body_id)
        meeting = reader.get(Meeting, scope.meeting_id) if scope.meeting_id else None
    tables = write_rows(path, chosen, clock=workspace.clock, on=scope.on)
    ring = keys.list_keys()
    manifest = Manifest(
        title=order.title,
        body=body.code,
        body_name=in_language(body.names, "en"),
        on=scope.on.isoformat(),
        made_at=workspace.clock.now().isoformat(),
        made_by=workspace.actor,
        meeting=(meeting.code or "") if meeting else "",
        parts=tuple(sorted(part.value for part in scope.parts)),
        tables={name: (each.rows, each.root) for name, each in tables.items()},
        root=content_root(tables),
        revoked=tuple(sorted((key, day, why) for key, (day, why) in ring.revoked.items())),
    )
    if order.key_id:
        pem = keys.secret_half(order.key_id)
        manifest = signed(manifest, pem=pem, passphrase=order.key_passphrase)
    seal_file(path, manifest.write())
    return path.read_bytes(), manifest


def _close(content: bytes, protection: Protection) -> bytes:
    if protection.recipients:
        return encryption.encrypt_for(content, protection.recipients)
    if protection.passphrase:
        return encryption.encrypt_under(content, protection.passphrase)
    return content


def _remember(workspace: Workspace, order: PackOrder, manifest: Manifest, digest: str) -> None:
    with workspace.write("Make pack") as work:
        known = work.first(SigningKey, key_id=manifest.key_id) if manifest.key_id else None
        if manifest.key_id and known is None:
            owner = keys.list_keys().standing(manifest.key_id).owner
            work.add(
                SigningKey(
                    key_id=manifest.key_id,
                    public_key=manifest.public_key,
                    owner=owner,
                    valid_from=workspace.today(),
                )
            )
        row = Pack(
            meeting_id=order.scope.meeting_id,
            content_root=manifest.root,
            file_sha256=digest,
            key_id=manifest.key_id,
            signature=manifest.signature,
            recipients=list(order.protection.recipients),
            scope={
                "title": order.title,
                "body": manifest.body,
                "on": manifest.on,
                "parts": list(manifest.parts),
            },
        )
        work.add(row)
        work.commit(subject=row.id)


def _documents(chosen: Selection, language: str) -> tuple[tuple[str, int, int], ...]:
    told = []
    for key, row in chosen.rows["rule_document"].items():
        versions = [
            each for each in chosen.rows["rule_version"].values() if each["document_id"] == key
        ]
        provisions = [
            each for each in chosen.rows["provision"].values() if each["document_id"] == key
        ]
        titles = json.loads(row["titles"])
        told.append((in_language(titles, language), len(versions), len(provisions)))
    return tuple(sorted(told))


def _counts(chosen: Selection) -> dict[PackPart, int]:
    return {
        PackPart.RULES: chosen.count("rule_version"),
        PackPart.DECISIONS: chosen.count("decision"),
        PackPart.AGENDA: chosen.count("agenda_item"),
        PackPart.PAPERS: chosen.count("paper"),
        PackPart.MINUTES: chosen.count("minutes"),
        PackPart.PARTICIPANTS: chosen.count("delegate"),
    }


def _kept_back(reader: Reader, scope: PackScope, language: str) -> tuple[KeptBack, ...]:
    if scope.meeting_id is None or PackPart.PAPERS not in scope.parts:
        return ()
    return tuple(
        KeptBack(paper.symbol or "", in_language(paper.titles, language))
        for paper in reader.find(Paper, meeting_id=scope.meeting_id)
        if paper.is_kept_back
    )
