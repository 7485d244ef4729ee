"""Encrypts packs in the age format, which other programs than ours can open too."""

import pyrage

from app.domain.errors import Misfortune

AGE = b"age-encryption.org/"


class CannotDecrypt(Misfortune):
    """A pack stays closed."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The pack cannot be decrypted: {why}.",
            "Enter the passphrase again, or ask the secretariat whether it was made for your key.",
            field="passphrase",
        )


class NotARecipient(Misfortune):
    """What was entered is no public key that can be encrypted for."""

    def __init__(self, entered: str) -> None:
        super().__init__(
            f"“{entered[:60]}” is not a key that a pack can be encrypted for.",
            "Such a key begins with “age1” and is copied as a whole.",
            field="recipients",
        )


def is_encrypted(content: bytes) -> bool:
    """Return whether a file is in the age format."""
    return content.startswith(AGE)


def make_identity() -> tuple[str, str]:
    """Return a new key to receive packs with: the secret and the public half."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def encrypt_for(content: bytes, recipients: tuple[str, ...]) -> bytes:
    """Return ``content`` so that only the holders of the recipients' keys can read it.

    Raises:
        NotARecipient: naming the one that is no key.
    """
    keys = []
    for told in recipients:
        try:
            keys.append(pyrage.x25519.Recipient.from_str(told.strip()))
        except pyrage.RecipientError as error:
            raise NotARecipient(told) from error
    return bytes(pyrage.encrypt(content, keys))


def encrypt_under(content: bytes, passphrase: str) -> bytes:
    """Return ``content`` under a passphrase; this takes some seconds, so that guessing does too."""
    return bytes(pyrage.passphrase.encrypt(content, passphrase))


def decrypt(content: bytes, *, passphrase: str = "", identities: tuple[str, ...] = ()) -> bytes:
    """Return what was encrypted.

    Args:
        content: A file in the age format.
        passphrase: Tried first, if there is one.
        identities: The secret halves of one's own keys.

    Raises:
        CannotDecrypt: Neither fits, or the file was changed.
    """
    try:
        if passphrase:
            return bytes(pyrage.passphrase.decrypt(content, passphrase))
        known = [pyrage.x25519.Identity.from_str(each) for each in identities]
        return bytes(pyrage.decrypt(content, known))
    except pyrage.DecryptError as error:
        why = (
            "the passphrase is another, or the file was changed"
            if passphrase
            else ("it was not made for a key of this computer, or needs a passphrase")
        )
        raise CannotDecrypt(why) from error
