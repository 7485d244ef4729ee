"""Reads the house style, which staff may open and change in Word.

Styles are looked up by name: Word and LibreOffice rewrite the identifiers behind them.
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Self
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from app import paths
from app.documents.word import styles
from app.domain.errors import Misfortune
from app.texts.blocks import Level

_NO_WORD_FILE = (
    *(PackageNotFoundError, BadZipFile, etree.XMLSyntaxError),
    *(KeyError, ValueError, OSError, EOFError, zlib.error),
)
_FILE = "house_style.docx"
_RESTORE = "Restore the house style that came with JWG Desk, or add what is missing in Word."


class HouseStyleUnusable(Misfortune):
    """The house style cannot be read, or lacks something that documents need."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"The house style “{path.name}” cannot be used: {problem}.", _RESTORE)
        self.path = path
        self.problem = problem

    @classmethod
    def lacking(cls, path: Path, names: tuple[str, ...]) -> Self:
        """Return the error for a house style without the styles ``names``."""
        told = ", ".join(f"“{name}”" for name in names)
        return cls(path, f"it has no style {told}")


@dataclass(frozen=True, slots=True)
class Page:
    """The page in twentieths of a point, standing upright."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    def text_width(self, *, landscape: bool = False) -> int:
        """Return the width between the margins."""
        return (self.height if landscape else self.width) - self.left - self.right


class House:
    """One house style, opened anew for each document, because the writer completes its parts."""

    def __init__(self, source: Path | bytes | None = None, *, name: str = "") -> None:
        """Open a house style, by default the one among the templates.

        Args:
            source: Where it is, or what is in it.
            name: What its file is called, for errors, where ``source`` is its bytes.

        Raises:
            HouseStyleUnusable: It cannot be read, or lacks a style, a list or its page.
        """
        self.path = path_of(source, name=name)
        self._parts = _read_source(source, self.path)
        self.styles = self._part(RELATIONSHIP_TYPE.STYLES)
        self.numbering = self._part(RELATIONSHIP_TYPE.NUMBERING)
        self.settings = self._part(RELATIONSHIP_TYPE.SETTINGS)
        self.fonts = self._optional_part(RELATIONSHIP_TYPE.FONT_TABLE)
        self.theme = self._optional_part(RELATIONSHIP_TYPE.THEME)
        self._styles = {_name_of(style): style for style in self.styles.iterchildren(qn("w:style"))}
        missing = tuple(each for each in dict.fromkeys(styles.REQUIRED) if each not in self._styles)
        if missing:
            raise HouseStyleUnusable.lacking(self.path, missing)
        self._identifiers = {
            name: str(style.get(qn("w:styleId"))) for name, style in self._styles.items()
        }
        self.page = self._read_page()

    def style(self, name: str) -> str:
        """Return the identifier of the style ``name``.

        Raises:
            HouseStyleUnusable: There is no such style.
        """
        if name not in self._identifiers:
            raise HouseStyleUnusable.lacking(self.path, (name,))
        return self._identifiers[name]

    def list_of(self, level: Level) -> tuple[str, int]:
        """Return the number of the list that the style of ``level`` belongs to, and its depth.

        Raises:
            HouseStyleUnusable: The style has no numbering.
        """
        name = styles.LEVELS[level]
        number = self._styles[name].find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        depth = self._styles[name].find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
        if number is None:
            raise HouseStyleUnusable(self.path, f"the style “{name}” has no numbering")
        return str(number.get(qn("w:val"))), int(depth.get(qn("w:val")) if depth is not None else 0)

    def _part(self, relationship: str) -> etree._Element:
        part = self._optional_part(relationship)
        if part is None:
            kind = relationship.rsplit("/", 1)[-1]
            raise HouseStyleUnusable(self.path, f"it has no {kind}")
        return part

    def _optional_part(self, relationship: str) -> etree._Element | None:
        content = self._parts.get(relationship)
        if content is None:
            return None
        return _parse(content)

    def _read_page(self) -> Page:
        section = self._part(RELATIONSHIP_TYPE.OFFICE_DOCUMENT).find(f".//{qn('w:sectPr')}")
        size = None if section is None else section.find(qn("w:pgSz"))
        margin = None if section is None else section.find(qn("w:pgMar"))
        if size is None or margin is None:
            raise HouseStyleUnusable(self.path, "it has no page size and margins")
        sides = sorted((int(size.get(qn("w:w"))), int(size.get(qn("w:h")))))
        names = ("top", "right", "bottom", "left", "header", "footer")
        top, right, bottom, left, header, footer = (
            abs(int(margin.get(qn(f"w:{name}"), "709"))) for name in names
        )
        return Page(sides[0], sides[1], top, right, bottom, left, header, footer)


def list_styles(source: Path | bytes, *, name: str = "") -> frozenset[str]:
    """Return the names of all the styles in a Word file.

    Raises:
        HouseStyleUnusable: It is not a Word file.
    """
    path = path_of(source, name=name)
    content = _read_source(source, path).get(RELATIONSHIP_TYPE.STYLES)
    if content is None:
        return frozenset()
    return frozenset(_name_of(style) for style in _parse(content).iterchildren(qn("w:style")))


def path_of(source: Path | bytes | None, *, name: str = "") -> Path:
    """Return where a house style is; of one that is only bytes, the name of the file it was."""
    if isinstance(source, Path):
        return source
    return Path(name or _FILE) if source else paths.template_folder() / _FILE


def _read_source(source: Path | bytes | None, path: Path) -> dict[str, bytes]:
    try:
        if isinstance(source, bytes):
            return _read_bytes(source)
        return _read_parts(path, path.stat().st_mtime_ns)
    except _NO_WORD_FILE as error:
        raise HouseStyleUnusable(path, "it is not a Word file") from error


@lru_cache(maxsize=4)
def _read_parts(path: Path, _changed: int) -> dict[str, bytes]:
    """Return the parts at ``path`` by their relationship; read again when the file changes."""
    return _collect(docx.Document(str(path)))


@lru_cache(maxsize=4)
def _read_bytes(content: bytes) -> dict[str, bytes]:
    return _collect(docx.Document(BytesIO(content)))


def _collect(opened: Any) -> dict[str, bytes]:
    main = opened.part
    parts = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT: main.blob}
    for relation in main.rels.values():
        # A part that hangs on others (embedded fonts, pictures) is better left out than broken.
        if not relation.is_external and not relation.target_part.rels:
            parts[relation.reltype] = relation.target_part.blob
    return parts


def _parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _name_of(style: etree._Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val")))
