"""Signs and checks with Ed25519, so that a reader knows whose pack it is.

Keys are written as everywhere: the private one as PKCS#8 in PEM, under a passphrase if wanted, the
public one in Base64.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.errors import Misfortune

_ID_LENGTH = 16
_KEY_BYTES = 32


class KeyUnreadable(Misfortune):
    """A key cannot be used."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"The key cannot be read: {what}.", remedy, field="passphrase")


@dataclass(frozen=True)
class KeyPair:
    """A key that signs.

    Attributes:
        public: The public half in Base64.
        pem: The private half, as it is kept.
    """

    public: str
    pem: bytes

    @property
    def key_id(self) -> str:
        """Return what the key is called for short."""
        return key_id(self.public)


def make_key(*, passphrase: str = "") -> KeyPair:
    """Return a new key; its private half is encrypted if there is a passphrase."""
    private = Ed25519PrivateKey.generate()
    return KeyPair(_public_of(private), _as_pem(private, passphrase))


def read_key(pem: bytes, *, passphrase: str = "") -> KeyPair:
    """Return the key of a file.

    Raises:
        KeyUnreadable: It is no such key, or the passphrase is not its own.
    """
    return KeyPair(_public_of(_load(pem, passphrase)), pem)


def is_locked(pem: bytes) -> bool:
    """Return whether a passphrase is needed to sign with a key."""
    return b"ENCRYPTED" in pem.split(b"\n", 1)[0]


def key_id(public: str) -> str:
    """Return what a key is called for short: the beginning of the hash of its public half.

    Raises:
        KeyUnreadable: It is no public key.
    """
    return hashlib.sha256(_public_bytes(public)).hexdigest()[:_ID_LENGTH].upper()


def sign(content: bytes, *, pem: bytes, passphrase: str = "") -> str:
    """Return the signature of ``content`` in Base64.

    Raises:
        KeyUnreadable: The key cannot be used.
    """
    return base64.b64encode(_load(pem, passphrase).sign(content)).decode("ascii")


def is_signed(content: bytes, *, signature: str, public: str) -> bool:
    """Return whether ``signature`` was given for ``content`` with the private half of a key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(_public_bytes(public))
        key.verify(base64.b64decode(signature, validate=True), content)
    except (InvalidSignature, KeyUnreadable, binascii.Error, ValueError):
        return False
    return True


def _load(pem: bytes, passphrase: str) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(pem, passphrase.encode() or None)
    except TypeError as error:  # encrypted and no passphrase, or the other way round
        what = "it needs its passphrase" if not passphrase else "it has no passphrase"
        raise KeyUnreadable(what, "Enter the passphrase it was made with.") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        what = "the passphrase is another" if passphrase else "the file holds no key"
        raise KeyUnreadable(what, "Enter the passphrase again, or choose another file.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyUnreadable("it is of another kind", "Choose a key that was made here.")
    return key


def _public_of(private: Ed25519PrivateKey) -> str:
    return base64.b64encode(private.public_key().public_bytes_raw()).decode("ascii")


def _public_bytes(public: str) -> bytes:
    remedy = "Copy it again as a whole: 44 signs, the last of them “=”."
    try:
        content = base64.b64decode("".join(public.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise KeyUnreadable("there are signs in it that no key has", remedy) from error
    if len(content) != _KEY_BYTES:
        raise KeyUnreadable("it has another length than a public key", remedy)
    return content


def _as_pem(private: Ed25519PrivateKey, passphrase: str) -> bytes:
    closed: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        closed = serialization.BestAvailableEncryption(passphrase.encode())
    return private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, closed
    )
