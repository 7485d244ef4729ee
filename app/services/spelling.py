"""Looks words up in the dictionaries that are installed, where the library for them is too.

Japanese has none: its words are not told apart by spaces, and Word does that better.
"""

import importlib
import re
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from app import paths
from app.domain.errors import Misfortune

_REGIONS: Mapping[str, tuple[str, ...]] = {
    "en": ("en_GB", "en-GB", "en_US", "en-US", "en"),
    "ko": ("ko_KR", "ko-KR", "ko"),
    "mn": ("mn_MN", "mn-MN", "mn"),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_LONGEST = 60


class DictionaryUnusable(Misfortune):
    """A dictionary that is installed cannot be used."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The dictionary “{path.name}” cannot be used, so spelling is not checked.",
            "Install it once more, or take it away.",
        )
        self.path = path


class Speller:
    """The dictionary of one language."""

    def __init__(self, dictionary: Any) -> None:
        self._dictionary = dictionary

    def is_right(self, word: str) -> bool:
        """Return whether a word is spelled as the dictionary has it."""
        plain = word.replace("’", "'").replace("ʼ", "'")
        return len(word) > _LONGEST or bool(self._dictionary.spell(plain))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may be meant by a word, the likeliest first."""
        return tuple(self._dictionary.suggest(word.replace("’", "'"))[:7])

    def find_wrong(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the beginning and the length of every word that is not in the dictionary.

        Words in capitals are symbols and names of offices, and are passed over.
        """
        for found in _WORD.finditer(text):
            word = found[0]
            if len(word) > 1 and not word.isupper() and not self.is_right(word):
                yield found.start(), len(word)


def find_dictionaries() -> Mapping[str, Path]:
    """Return the dictionary of each language that has one here, without the ending of its name."""
    if not _library():
        return {}
    found = {}
    for language, names in _REGIONS.items():
        path = next((path for name in names for path in _places(name)), None)
        if path is not None:
            found[language] = path
    return found


@lru_cache(maxsize=4)
def load(path: Path) -> Speller:
    """Open a dictionary; slow the first time (a second for the largest).

    It stays open, because one costs up to a hundred megabytes.

    Raises:
        DictionaryUnusable: It is damaged, or of a kind that cannot be read.
    """
    library = _library()
    if library is None:
        raise DictionaryUnusable(path)
    try:
        opened = library.Hunspell(path.name, hunspell_data_dir=str(path.parent))
    except Exception as error:  # a foreign library raises what it likes
        raise DictionaryUnusable(path) from error
    return Speller(opened)


def _library() -> Any:
    try:
        return importlib.import_module("hunspell")
    except ImportError:
        return None


def _places(name: str) -> Iterator[Path]:
    """Yield where a dictionary of this name is installed, the user's own folder first."""
    for folder in _folders():
        stem = folder / name
        if stem.with_suffix(".dic").is_file() and stem.with_suffix(".aff").is_file():
            yield stem


def _folders() -> Iterator[Path]:
    yield paths.data_folder() / "dictionaries"
    if sys.platform == "darwin":
        yield Path.home() / "Library" / "Spelling"
        yield Path("/Library/Spelling")
        offices = [Path("/Applications/LibreOffice.app/Contents/Resources/extensions")]
    elif sys.platform == "win32":
        offices = [Path("C:/Program Files/LibreOffice/share/extensions")]
    else:
        yield from (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"))
        offices = [Path("/usr/lib/libreoffice/share/extensions")]
    for office in offices:
        if office.is_dir():
            yield from sorted(each for each in office.glob("dict-*") if each.is_dir())
    library = _library()
    if library is not None and library.__file__:
        yield Path(library.__file__).parent / "dictionaries"
