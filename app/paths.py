"""Says where everything lies, so that no other module works out a folder for itself."""

import hashlib
import os
from pathlib import Path

from platformdirs import user_data_path, user_log_path

APPLICATION = "JWG Desk"

_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """Return the folder of this user's workspaces and settings, making it if need be.

    ``JWG_HOME`` names another folder: tests use it, and offices that keep the data on a
    drive of their own.
    """
    chosen = os.environ.get("JWG_HOME")
    folder = Path(chosen).expanduser() if chosen else user_data_path(APPLICATION, appauthor=False)
    return _made(folder)


def log_folder() -> Path:
    """Return the folder of the log and of crash reports, making it if need be."""
    if os.environ.get("JWG_HOME"):
        return _made(data_folder() / "log")
    return _made(user_log_path(APPLICATION, appauthor=False))


def sample_workspace_path() -> Path:
    """Return where the sample workspace is kept once it has been built."""
    return data_folder() / "Sample workspace.jwg"


def settings_file() -> Path:
    """Return the file of preferences and window positions; it may not exist yet."""
    return data_folder() / "settings.ini"


def key_file() -> Path:
    """Return the file of this user's keys, and of known ones of others; it may not exist."""
    return data_folder() / "keys" / "keys.json"


def draft_file(workspace: Path) -> Path:
    """Return where words typed into a workspace are kept until they are in it."""
    told = hashlib.sha256(os.fsencode(workspace.resolve())).hexdigest()
    return data_folder() / "drafts" / f"{told[:24]}.json"


def notebook_file(body: str) -> Path:
    """Return the file of this user's own notes on the packs of a body; it may not exist yet."""
    return data_folder() / "notes" / f"{body}.notes"


def resource(*parts: str) -> Path:
    """Return a shipped file, such as ``resource("fonts", "PretendardJP-Regular.otf")``."""
    return _shipped_folder().joinpath("resources", *parts)


def template_folder() -> Path:
    """Return the folder of the document templates that come with the application."""
    return _shipped_folder() / "templates"


def _shipped_folder() -> Path:
    """Find what is shipped: beside the code once installed, else at the repository's root."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
