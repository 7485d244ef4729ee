"""Verbs for whoever has a pack: open it, and know what is proved of it and what is not."""

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.clock import Clock
from app.domain.errors import Misfortune
from app.exchange.packs import encryption
from app.exchange.packs.manifest import Manifest, ManifestUnreadable, read_manifest
from app.exchange.packs.signatures import is_signed, key_id
from app.services import disk
from app.services.packs import keys
from app.services.packs.beside import look_beside
from app.services.packs.keys import Standing
from app.services.packs.proof_words import say, say_changed
from app.services.packs.verification import Proof, Verification
from app.store.packs.digest import SEARCH, content_root
from app.store.packs.opening import OpenedPack, PackEncrypted, open_pack
from app.store.workspace import Workspace

__all__ = ["PackChanged", "PackInHand", "Proof", "Verification", "open_for_reading", "verify"]


class PackChanged(Misfortune):
    """A pack is not as it was made, so that nothing in it is shown as adopted."""

    def __init__(self, path: Path, changed: str) -> None:
        super().__init__(
            f"“{path.name}” is not as it was made. Changed: {changed}. It was not opened.",
            "Ask the secretariat for the pack again, and tell them what stands here.",
        )


@dataclass(frozen=True)
class PackInHand:
    """An open pack.

    Attributes:
        workspace: Its records, which can only be read.
        verification: What is proved of it.
    """

    workspace: Workspace
    verification: Verification


def open_for_reading(path: Path, *, clock: Clock, actor: str, passphrase: str = "") -> PackInHand:
    """Open a pack, wherever it lies; it is looked through first and read from a copy.

    Raises:
        NotAPack, PackTooNew, PackDamaged: It cannot be opened, and why.
        PackEncrypted: It needs a passphrase, or a key that is not here.
        CannotDecrypt: The passphrase is another.
        PackChanged: It is not as it was made.
    """
    opened = _open(path, passphrase)
    try:
        verification = _verify(opened)
        if verification.proof is Proof.CHANGED:
            raise PackChanged(path, say_changed(verification))
        why = f"It is a pack. {say(verification)}"
        workspace = Workspace.of_pack(opened, clock=clock, actor=actor, why=why)
    except BaseException:
        opened.close()
        raise
    return PackInHand(workspace, verification)


def verify(path: Path, *, passphrase: str = "") -> Verification:
    """Return what is proved of a pack, and what the manifest beside it says of it.

    Raises:
        NotAPack, PackTooNew, PackDamaged, PackEncrypted, CannotDecrypt: as on opening.
    """
    with closing(_open(path, passphrase)) as opened:
        found = _verify(opened)
    return replace(found, beside=look_beside(path, found.manifest))


def _open(path: Path, passphrase: str) -> OpenedPack:
    try:
        return open_pack(path)
    except PackEncrypted:
        secrets = keys.identities()
        if not passphrase and not secrets:
            raise
    content = encryption.decrypt(disk.read_file(path), passphrase=passphrase, identities=secrets)
    with TemporaryDirectory(prefix="jwg-pack-", ignore_cleanup_errors=True) as folder:
        plain = Path(folder) / path.name
        plain.write_bytes(content)
        return open_pack(plain, original=path)


def _verify(opened: OpenedPack) -> Verification:
    try:
        manifest = read_manifest(opened.manifest)
    except ManifestUnreadable as error:
        return Verification(Proof.CANNOT_BE_VERIFIED, None, detail=error.sentence)
    found = {name: (each.rows, each.root) for name, each in opened.tables.items()}
    told = dict(manifest.tables)
    changed = sorted(
        name for name in found.keys() | told.keys() if found.get(name) != told.get(name)
    )
    index_remade = SEARCH in changed
    if index_remade:  # it holds no text of its own, and is made from the texts again
        opened.remake_index(on=date.fromisoformat(manifest.on))
        changed.remove(SEARCH)
    elif not changed and content_root(opened.tables) != manifest.root:
        changed = ["root"]
    standing = _standing(manifest)
    fits = bool(manifest.signature) and is_signed(
        manifest.signed_bytes(), signature=manifest.signature, public=manifest.public_key
    )
    proof = _weigh(manifest, changed=bool(changed), fits=fits, standing=standing)
    if proof is Proof.SIGNED:
        keys.believe_revocations(manifest.revoked)
    return Verification(proof, manifest, tuple(changed), fits, standing, index_remade=index_remade)


def _standing(manifest: Manifest) -> Standing:
    """Return what is known of the key that a pack names, if that is the name of its own key."""
    if not manifest.key_id or key_id(manifest.public_key) != manifest.key_id:
        return Standing()
    return keys.list_keys().standing(manifest.key_id)


def _weigh(manifest: Manifest, *, changed: bool, fits: bool, standing: Standing) -> Proof:
    if changed or (manifest.signature and not fits):
        return Proof.CHANGED
    if not manifest.signature:
        return Proof.UNSIGNED
    if standing.revoked_on:
        return Proof.REVOKED
    return Proof.SIGNED if standing.owner else Proof.SIGNED_BY_UNKNOWN
