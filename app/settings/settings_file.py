"""Keeps the user's choices in one small INI file that can be read, copied and mended by hand."""

import configparser
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from app.settings.options import Option

logger = logging.getLogger(__name__)

Kind = TypeVar("Kind")


class Settings:
    """The options as they stand in the settings file.

    A missing file, a missing option and a value that does not fit all mean the default: a
    preference is never a reason not to open the window.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values = configparser.ConfigParser(interpolation=None)
        try:
            self._values.read(path, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError, OSError) as problem:
            logger.warning("The settings in %s could not be read: %s", path, problem)
            self._values = configparser.ConfigParser(interpolation=None)

    def value(self, option: "Option[Kind]") -> Kind:
        """Return what the user chose, or the option's default."""
        text = self._values.get(option.section, option.name, fallback=None)
        if text is None:
            return option.default
        try:
            return option.read(text)
        except ValueError:
            logger.warning("%s = %r does not fit; the default is used", option.name, text)
            return option.default

    def choose(self, option: "Option[Kind]", value: Kind) -> None:
        """Set an option and write the file; a file that cannot be written is only logged."""
        if not self._values.has_section(option.section):
            self._values.add_section(option.section)
        self._values.set(option.section, option.name, str(value))
        try:
            self._write()
        except OSError as problem:
            logger.warning("The settings could not be kept in %s: %s", self.path, problem)

    def _write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(self.path.name + ".new")
        with unfinished.open("w", encoding="utf-8") as stream:
            self._values.write(stream)
        os.replace(unfinished, self.path)
