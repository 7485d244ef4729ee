"""What Word must be told about each language: its tag, its font, and the few words we print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as Word knows it.

    Attributes:
        tag: Word's tag for proofing.
        font: The font of its characters where Western ones do not have them.
        page: The footer, with the page and the number of pages to fill in.
        draft: The word across the pages of a draft.
        close: Whether figures stand close to its letters: 2025년, not 2025 년.
    """

    tag: str
    font: str
    page: str
    draft: str
    close: bool = False

    @property
    def is_slanted(self) -> bool:
        """Whether its letters have an italic; those of Korean and Japanese have none."""
        return not self.font


TONGUES: dict[str, Tongue] = {
    "en": Tongue("en-GB", "", "Page {page} of {pages}", "DRAFT"),
    "mn": Tongue("mn-MN", "", "{page} / {pages}", "ТӨСӨЛ"),
    "ko": Tongue("ko-KR", "Batang", "{page} / {pages}", "초안", close=True),
    "ja": Tongue("ja-JP", "MS Mincho", "{page} / {pages}", "案"),
}

_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_KANA = "\u3040-\u30ff\u31f0-\u31ff"
_HAN = "\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_RUNS = re.compile(f"(?P<east>[{_HANGUL}{_KANA}{_HAN}]+)|(?P<cyrillic>[\u0400-\u052f]+)")
_ONLY_KOREAN = re.compile(f"[{_HANGUL}]")
_ONLY_JAPANESE = re.compile(f"[{_KANA}]")


def split_by_script(text: str, *, language: str, inside: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of ``text`` with the properties that tell Word their language.

    Args:
        text: The words of one run.
        language: The run's own language, if it was given.
        inside: The document's language, which needs no mark.
    """
    if text.isascii():
        yield text, _mark(language, inside)
        return
    end = 0
    for found in _RUNS.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], _mark(language, inside)
        yield found[0], _mark(language or _guess(found), inside)
        end = found.end()
    if end < len(text):
        yield text[end:], _mark(language, inside)


def _guess(found: re.Match[str]) -> str:
    if found["cyrillic"]:
        return "mn"
    if _ONLY_KOREAN.search(found[0]):
        return "ko"
    return "ja" if _ONLY_JAPANESE.search(found[0]) else ""


def _mark(language: str, inside: str) -> str:
    tongue = TONGUES.get(language)
    if tongue is None or language == inside:
        return ""
    if tongue.font:
        # Han glyphs differ between Korean and Japanese: font and language belong together.
        return (
            f'<w:rFonts w:hint="eastAsia" w:eastAsia="{tongue.font}"/>|'
            f'<w:lang w:eastAsia="{tongue.tag}"/>'
        )
    return f'|<w:lang w:val="{tongue.tag}"/>'
