"""Writes down what the developers need to mend a mistake, and nothing from the workspace."""

import platform
import traceback
from importlib import metadata

from app import __version__

_PARTS = ("PySide6-Essentials", "sqlmodel", "SQLAlchemy", "python-docx", "Jinja2", "lxml")


def compose(problem: BaseException, *, log: str = "") -> str:
    """Return the report as plain text."""
    told = "".join(traceback.format_exception(problem))
    parts = "\n".join(f"  {name} {_version(name)}" for name in _PARTS)
    return (
        f"JWG Desk {__version__}\n"
        f"Python {platform.python_version()} on {platform.platform()}\n"
        f"{parts}\n\n{told}\n"
        f"The end of the log\n------------------\n{log}\n"
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"
