"""Verbs for keys: make one, back it up, know whose another is, and trust one no longer.

They belong to a person at a computer and not to a workspace, which others open too; so they lie in
the user's own folder, readable by that user alone.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from app import paths
from app.clock import Clock
from app.domain.errors import Misfortune
from app.domain.pack_scope import spell_key
from app.exchange.packs import encryption, signatures
from app.services import disk

__all__ = ["KnownKey", "OwnKey", "Ring", "Standing"]


class KeysUnreadable(Misfortune):
    """The file of keys is there and cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"The file of keys, “{path}”, cannot be read: {why}.",
            "Put a backup of a key in its place, or move the file away to begin anew.",
        )


class KeyKnown(Misfortune):
    """A key was entered that is there already."""

    def __init__(self, owner: str, key_id: str) -> None:
        super().__init__(
            f"This key is known already: {owner}, {spell_key(key_id)}.",
            "Nothing needs to be done.",
            field="public",
        )


class NoKey(Misfortune):
    """There is no key of one's own to sign with."""

    def __init__(self) -> None:
        super().__init__(
            "There is no key to sign with on this computer.",
            "Make one, or bring one back from its backup.",
        )


@dataclass(frozen=True)
class OwnKey:
    """A key of one's own.

    Attributes:
        owner: Whose it is, as others read it.
        public: What others check its signatures with.
        recipient: What others encrypt for.
        made_on: The day it was made.
        needs_passphrase: Whether it signs only with its passphrase.
    """

    key_id: str
    owner: str
    public: str
    recipient: str
    made_on: str
    needs_passphrase: bool


@dataclass(frozen=True)
class KnownKey:
    """Somebody's public key that was compared and is trusted."""

    key_id: str
    owner: str
    public: str
    known_since: str


@dataclass(frozen=True)
class Standing:
    """What is known of the key of a signature.

    Attributes:
        owner: Whose it is; empty if nobody knows.
        revoked_on, reason: When and why it was revoked; empty if it was not.
        is_own: Whether it was made here.
    """

    owner: str = ""
    revoked_on: str = ""
    reason: str = ""
    is_own: bool = False


@dataclass(frozen=True)
class Ring:
    """All keys of this user.

    Attributes:
        revoked: The day and the reason for each key that is no longer trusted.
    """

    own: tuple[OwnKey, ...] = ()
    known: tuple[KnownKey, ...] = ()
    revoked: dict[str, tuple[str, str]] = field(default_factory=dict)

    def standing(self, key_id: str) -> Standing:
        """Return what is known of a key."""
        day, reason = self.revoked.get(key_id, ("", ""))
        own = next((key for key in self.own if key.key_id == key_id), None)
        known = next((key for key in self.known if key.key_id == key_id), None)
        owner = own.owner if own else known.owner if known else ""
        return Standing(owner, day, reason, is_own=own is not None)


def list_keys(path: Path | None = None) -> Ring:
    """Return all keys: one's own, those of others, and those that were revoked.

    Raises:
        KeysUnreadable: The file is there and cannot be read.
    """
    kept = _read(path or paths.key_file())
    own = tuple(_shown(each) for each in kept["own"])
    known = tuple(KnownKey(**each) for each in kept["known"])
    return Ring(own, known, {key: (day, why) for key, (day, why) in kept["revoked"].items()})


def make(owner: str, *, clock: Clock, passphrase: str = "", path: Path | None = None) -> OwnKey:
    """Make a key of one's own and keep it; return what may be shown of it.

    Args:
        owner: Whose it is, as others will read it: a person, or an office.
        clock: Tells the day.
        passphrase: Without it nobody can sign with the key, if it is given.
        path: The file of keys; the user's own by default.
    """
    place = path or paths.key_file()
    kept = _read(place)
    pair = signatures.make_key(passphrase=passphrase)
    secret, recipient = encryption.make_identity()
    row = {
        "owner": owner.strip(),
        "public": pair.public,
        "pem": pair.pem.decode("ascii"),
        "made_on": clock.now().date().isoformat(),
        "identity": secret,
        "recipient": recipient,
    }
    kept["own"].append(row)
    _write(place, kept)
    return _shown(row)


def back_up(key_id: str, *, target: Path, path: Path | None = None) -> Path:
    """Write a key of one's own to a file, to be kept elsewhere; return where it is.

    Raises:
        NoKey: There is none of that name.
        FileNotWritten: naming the file and the reason.
    """
    row = _own(_read(path or paths.key_file()), key_id)
    written = json.dumps({"jwg_key": 1, **row}, ensure_ascii=False, indent=1)
    return disk.write_file(target, written.encode(), name=f"JWG Desk key {key_id}.json")


def bring_back(source: Path, *, path: Path | None = None) -> OwnKey:
    """Take a key of one's own from its backup.

    Raises:
        KeyKnown: It is there already.
        KeyUnreadable: The file holds no key.
    """
    place = path or paths.key_file()
    kept = _read(place)
    row = _from_backup(source)
    key_id = signatures.key_id(row["public"])
    if any(signatures.key_id(each["public"]) == key_id for each in kept["own"]):
        raise KeyKnown(row["owner"], key_id)
    kept["own"].append(row)
    _write(place, kept)
    return _shown(row)


def trust(public: str, *, owner: str, clock: Clock, path: Path | None = None) -> KnownKey:
    """Remember whose a public key is, after it was compared with what they printed.

    Raises:
        KeyUnreadable: It is no public key.
        KeyKnown: It is known already.
    """
    place = path or paths.key_file()
    kept = _read(place)
    public = "".join(public.split())
    key_id = signatures.key_id(public)
    standing = list_keys(place).standing(key_id)
    if standing.owner:
        raise KeyKnown(standing.owner, key_id)
    known = KnownKey(key_id, owner.strip(), public, clock.now().date().isoformat())
    kept["known"].append(asdict(known))
    _write(place, kept)
    return known


def revoke(key_id: str, *, reason: str, clock: Clock, path: Path | None = None) -> None:
    """Trust a key no longer, one's own or another's; what it signs is named so from now on."""
    believe_revocations([(key_id, clock.now().date().isoformat(), reason)], path=path)


def believe_revocations(
    told: Iterable[tuple[str, str, str]], *, path: Path | None = None
) -> tuple[str, ...]:
    """Take over revocations, each a key, a day and a reason; return the keys that are new."""
    place = path or paths.key_file()
    kept = _read(place)
    new = [each for each in told if each[0] not in kept["revoked"]]
    if new:
        kept["revoked"] |= {key: [day, reason] for key, day, reason in new}
        _write(place, kept)
    return tuple(key for key, _, _ in new)


def secret_half(key_id: str, *, path: Path | None = None) -> bytes:
    """Return what a key of one's own signs with, as it is kept.

    Raises:
        NoKey: There is none of that name.
    """
    return str(_own(_read(path or paths.key_file()), key_id)["pem"]).encode("ascii")


def identities(path: Path | None = None) -> tuple[str, ...]:
    """Return what packs that were encrypted for one's own keys are opened with."""
    return tuple(row["identity"] for row in _read(path or paths.key_file())["own"])


def _shown(row: dict[str, Any]) -> OwnKey:
    return OwnKey(
        key_id=signatures.key_id(row["public"]),
        owner=row["owner"],
        public=row["public"],
        recipient=row["recipient"],
        made_on=row["made_on"],
        needs_passphrase=signatures.is_locked(row["pem"].encode("ascii")),
    )


def _own(kept: dict[str, Any], key_id: str) -> dict[str, Any]:
    for row in kept["own"]:
        if signatures.key_id(row["public"]) == key_id:
            return dict(row)
    raise NoKey


def _from_backup(source: Path) -> dict[str, Any]:
    remedy = "Choose the file that “Back up” wrote."
    try:
        row = json.loads(disk.read_file(source))
        if row.pop("jwg_key") != 1:
            raise ValueError(row)
        wanted = {name: row[name] for name in _OWN}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise signatures.KeyUnreadable("the file holds no key", remedy) from error
    if not all(isinstance(value, str) for value in wanted.values()):
        raise signatures.KeyUnreadable("the file holds no key", remedy)
    signatures.key_id(wanted["public"])
    return wanted


_OWN = ("owner", "public", "pem", "made_on", "identity", "recipient")


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {"own": [], "known": [], "revoked": {}}
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {
            "own": list(kept["own"]),
            "known": list(kept["known"]),
            "revoked": dict(kept["revoked"]),
        }
    except OSError as error:
        raise KeysUnreadable(path, error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise KeysUnreadable(path, "it was changed by another program") from error


def _write(path: Path, kept: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    written = json.dumps(kept, ensure_ascii=False, indent=1).encode()
    disk.write_file(path, written)
    os.chmod(path, 0o600)
