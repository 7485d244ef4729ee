"""Whose work this program stands on, with the version that is installed and its licence."""

from dataclasses import dataclass
from importlib import metadata


@dataclass(frozen=True)
class Component:
    """A library, typeface or set of icons that is used or shipped."""

    name: str
    version: str
    licence: str


_LIBRARIES: tuple[tuple[str, str], ...] = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("shiboken6", "LGPL-3.0"),
    ("sqlmodel", "MIT"),
    ("SQLAlchemy", "MIT"),
    ("pydantic", "MIT"),
    ("alembic", "MIT"),
    ("pysqlite3", "Zlib"),
    ("python-docx", "MIT"),
    ("lxml", "BSD-3-Clause"),
    ("Jinja2", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
)
_SHIPPED: tuple[Component, ...] = (
    Component("Pretendard JP", "1.3.9", "OFL-1.1"),
    Component("Source Serif 4", "0.4.1", "OFL-1.1"),
    Component("Lucide", "1.62.0", "ISC, MIT"),
)


def components() -> tuple[Component, ...]:
    """Return the libraries that are installed, and what is shipped with the program."""
    return (*(_library(name, licence) for name, licence in _LIBRARIES), *_SHIPPED)


def _library(name: str, licence: str) -> Component:
    try:
        return Component(name, metadata.version(name), licence)
    except metadata.PackageNotFoundError:
        return Component(name, "–", licence)
