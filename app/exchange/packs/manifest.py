"""What is said of a pack and signed: whose it is, as of when, and what every table comes to."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from app.domain.errors import Misfortune
from app.exchange.packs import signatures

FORMAT = 1
LARGEST = 1_000_000


class ManifestUnreadable(Misfortune):
    """What stands in the place of the manifest is none."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"What the pack says of itself cannot be read: {what}.",
            "Nothing of it can be proved; ask the secretariat for it again.",
        )


@dataclass(frozen=True)
class Manifest:
    """What is said of a pack.

    Attributes:
        title: Its name, as people know it.
        body, body_name: The body's code and name.
        on: The day as of which it stands, ``2026-11-22``.
        made_at: When it was made, in UTC.
        made_by: Who made it.
        meeting: The code of the meeting that it is for; empty if for none.
        parts: What it holds.
        tables: For each table how many rows it has and the root over them.
        root: The root over the tables.
        key_id, public_key: The key that it is signed with; empty if it is not signed.
        revoked: Keys that are no longer to be trusted, each with the day and the reason.
        signature: Over all the rest.
    """

    title: str
    body: str
    body_name: str
    on: str
    made_at: str
    made_by: str
    tables: Mapping[str, tuple[int, str]]
    root: str
    meeting: str = ""
    parts: tuple[str, ...] = ()
    key_id: str = ""
    public_key: str = ""
    revoked: tuple[tuple[str, str, str], ...] = ()
    signature: str = ""
    format: int = field(default=FORMAT)

    def signed_bytes(self) -> bytes:
        """Return what the signature is given for: everything but itself."""
        values = asdict(self)
        del values["signature"]
        return _canonical(values).encode()

    def write(self) -> str:
        """Return it as JSON."""
        return _canonical(asdict(self))


def signed(manifest: Manifest, *, pem: bytes, passphrase: str = "") -> Manifest:
    """Return a manifest with its signature.

    Raises:
        KeyUnreadable: The key cannot be used.
    """
    key = signatures.read_key(pem, passphrase=passphrase)
    named = replace(manifest, key_id=key.key_id, public_key=key.public)
    given = signatures.sign(named.signed_bytes(), pem=pem, passphrase=passphrase)
    return replace(named, signature=given)


def read_manifest(written: str) -> Manifest:
    """Return the manifest that is written in JSON.

    Raises:
        ManifestUnreadable: It is none.
    """
    if not written:
        raise ManifestUnreadable("there is nothing")
    if len(written) > LARGEST:
        raise ManifestUnreadable("it is far too long")
    try:
        values = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise ManifestUnreadable("it is no JSON") from error
    if not isinstance(values, dict):
        raise ManifestUnreadable("it is a list or a value")
    if values.get("format") != FORMAT:
        raise ManifestUnreadable("it is written for another version")
    try:
        return _read(values)
    except (TypeError, ValueError, KeyError) as error:
        raise ManifestUnreadable("something in it is missing or of another kind") from error


def _read(values: dict[str, Any]) -> Manifest:
    words = ("title", "body", "body_name", "on", "made_at", "made_by", "root", "meeting")
    told: dict[str, Any] = {
        name: _word(values[name]) for name in (*words, "key_id", "public_key", "signature")
    }
    date.fromisoformat(told["on"])
    return Manifest(
        **told,
        tables={
            _word(name): (int(rows), _word(root)) for name, (rows, root) in values["tables"].items()
        },
        parts=tuple(_word(each) for each in values["parts"]),
        revoked=tuple((_word(key), _word(day), _word(why)) for key, day, why in values["revoked"]),
    )


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _canonical(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
