"""Holds a pack against the manifest that lies beside it, if one does."""

import hashlib
from pathlib import Path

from app.exchange.packs.beside import LARGEST, SUFFIX, read_beside
from app.exchange.packs.manifest import Manifest
from app.services.packs.verification import Beside


def look_beside(path: Path, manifest: Manifest | None) -> Beside:
    """Return what the manifest beside a pack says of the file at ``path``."""
    place = path.with_name(path.name + SUFFIX)
    try:
        with place.open("rb") as file:
            told = read_beside(file.read(LARGEST))
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return Beside.MISSING
    except OSError:
        return Beside.UNREADABLE
    if told is None:
        return Beside.UNREADABLE
    if told.sha256 != sha256:
        return Beside.OF_ANOTHER_FILE
    key_id = manifest.key_id if manifest else ""
    return Beside.AGREES if told.key_id == key_id else Beside.OF_ANOTHER_KEY
