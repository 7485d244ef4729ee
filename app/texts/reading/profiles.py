"""The numbering of English, Korean, Japanese and Mongolian drafting."""

import re

from app.domain.rules import ProvisionKind
from app.texts.reading.numerals import Numeral
from app.texts.reading.profile import HeadingForm, MarkerForm, Profile, marker

_K = ProvisionKind
_N = Numeral

_ENGLISH_NUMBER = r"(?P<number>\d{1,4}|[IVXLC]{1,7})"
_INSERTED = r"(?:[ \u00a0](?P<inserted>bis|ter|quater|quinquies|sexies|septies)\b)?"
_ENGLISH_END = r"(?![\w(])(?!\.\d)(?!,)"
_BULLET = MarkerForm("bullet", re.compile(r"(?P<number>[•‣◦▪–—\-*○●□■·ㅇ])(?=\s)"), (), 4)

_CHAINS_OF = {2: _N.CHAIN_OF_TWO, 3: _N.CHAIN_OF_THREE, 4: _N.CHAIN_OF_FOUR}
_CHAINS = tuple(
    marker(f"chain of {links}", "#", _CHAINS_OF[links], rank=links - 1) for links in (4, 3, 2)
)


def _heading(
    kind: ProvisionKind, pattern: str, *numerals: Numeral, counted: bool = True
) -> HeadingForm:
    return HeadingForm(kind, re.compile(pattern), numerals, counted)


def _english_heading(kind: ProvisionKind, words: str) -> HeadingForm:
    pattern = rf"(?P<label>(?:{words})[ \u00a0]{_ENGLISH_NUMBER}{_INSERTED}){_ENGLISH_END}"
    return _heading(kind, pattern, _N.DIGITS, _N.UPPER_ROMAN)


_GOING_ON = frozenset(
    {"of", "and", "or", "to", "shall", "is", "are", "was", "were", "may", "in", "on", "as"}
    | {"above", "below", "hereof", "thereof", "paragraph", "paragraphs", "subparagraph"}
    | {"which", "that", "with", "for", "from", "by", "applies", "apply"}
)

ENGLISH = Profile(
    language="en",
    headings=(
        _heading(
            _K.ANNEX,
            r"(?P<label>(?:Annex|ANNEX|Appendix|APPENDIX|Attachment|ATTACHMENT)"
            r"(?:[ \u00a0](?P<number>\d{1,3}|[IVXLC]{1,7}|[A-Z]))?)(?![\w,(])(?!\.\d)",
            _N.DIGITS,
            _N.UPPER_ROMAN,
            _N.UPPER_LETTER,
            counted=False,
        ),
        _english_heading(_K.PART, "Part|PART"),
        _english_heading(_K.CHAPTER, "Chapter|CHAPTER|Title|TITLE"),
        _english_heading(_K.SECTION, "Section|SECTION"),
        _english_heading(_K.ARTICLE, r"Article|ARTICLE|Art\.|Rule|RULE"),
    ),
    markers=(
        *_CHAINS,
        marker("1.", "#.", _N.DIGITS, rank=0),
        marker("(1)", "(#)", _N.DIGITS, rank=4),
        marker("1)", "#)", _N.DIGITS, rank=4),
        marker("I.", "#.", _N.UPPER_ROMAN, _N.UPPER_LETTER, rank=0, apart=True),
        marker("(A)", "(#)", _N.UPPER_LETTER, rank=4),
        marker("(a)", "(#)", _N.LOWER_LETTER, _N.LOWER_ROMAN, _N.DOUBLE_LETTER, rank=5),
        marker("a)", "#)", _N.LOWER_LETTER, _N.LOWER_ROMAN, rank=5),
        marker("a.", "#.", _N.LOWER_LETTER, _N.LOWER_ROMAN, rank=5, apart=True),
        _BULLET,
    ),
    sentence_words=_GOING_ON,
)

KOREAN = Profile(
    language="ko",
    headings=(
        _heading(
            _K.ANNEX,
            r"(?P<label>(?:부속서|별표|별지|부록|붙임)"
            r"(?: ?제?(?P<number>\d{1,3}|[IVX]{1,5})호?)?)(?![가-힣])",
            _N.DIGITS,
            _N.UPPER_ROMAN,
            counted=False,
        ),
        _heading(_K.PART, r"(?P<label>제 ?(?P<number>\d{1,3}) ?편)", _N.DIGITS),
        _heading(_K.CHAPTER, r"(?P<label>제 ?(?P<number>\d{1,3}) ?장)", _N.DIGITS),
        _heading(_K.SECTION, r"(?P<label>제 ?(?P<number>\d{1,3}) ?절)", _N.DIGITS),
        _heading(
            _K.ARTICLE,
            r"(?P<label>제 ?(?P<number>\d{1,4}) ?조(?:의 ?(?P<inserted>\d{1,2}))?)"
            r"(?! ?제? ?\d+ ?항)(?![에의를은는과와및,])(?: ?[(（](?P<heading>[^)）]{1,80})[)）])?",
            _N.DIGITS,
        ),
    ),
    markers=(
        marker("①", "#", _N.CIRCLED, rank=0),
        *_CHAINS,
        marker("1.", "#.", _N.DIGITS, rank=4),
        marker("가.", "#.", _N.GANADA, rank=5),
        marker("1)", "#)", _N.DIGITS, rank=6),
        marker("가)", "#)", _N.GANADA, rank=7),
        marker("(1)", "(#)", _N.DIGITS, rank=8),
        marker("(가)", "(#)", _N.GANADA, rank=9),
        marker("(a)", "(#)", _N.LOWER_LETTER, _N.LOWER_ROMAN, rank=5),
        _BULLET,
    ),
)

_JAPANESE_NUMBER = r"(?P<number>[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})"

JAPANESE = Profile(
    language="ja",
    headings=(
        _heading(
            _K.ANNEX,
            rf"(?P<label>(?:附属書|付属書|別表|別紙|別添|附則)(?:第?{_JAPANESE_NUMBER})?)(?![\u3040-\u9fff])",
            _N.KANJI,
            counted=False,
        ),
        _heading(_K.PART, rf"(?P<label>第{_JAPANESE_NUMBER}[編部])", _N.KANJI),
        _heading(_K.CHAPTER, rf"(?P<label>第{_JAPANESE_NUMBER}章)", _N.KANJI),
        _heading(_K.SECTION, rf"(?P<label>第{_JAPANESE_NUMBER}節)", _N.KANJI),
        _heading(
            _K.ARTICLE,
            rf"(?P<label>第{_JAPANESE_NUMBER}条(?:の(?P<inserted>[0-9０-９]|[二三四五六七八九]))?)"
            r"(?![第のにをはがとで、])(?:[ \u3000]?[(（](?P<heading>[^)）]{1,60})[)）])?",
            _N.KANJI,
        ),
    ),
    markers=(
        *_CHAINS,
        marker("1.", "#.", _N.DIGITS, rank=0),
        marker("１．", "#．", _N.DIGITS, rank=0),
        marker("1", "#\u3000", _N.DIGITS, rank=0),
        marker("(1)", "(#)", _N.DIGITS, rank=4),
        marker("（1）", "（#）", _N.DIGITS, rank=4),
        marker("①", "#", _N.CIRCLED, rank=4),
        marker("一", "#\u3000", _N.KANJI, rank=4),
        marker("一、", "#、", _N.KANJI, rank=4),
        marker("イ", "#\u3000", _N.IROHA, _N.AIUEO, rank=5),
        marker("(ア)", "(#)", _N.AIUEO, _N.IROHA, rank=6),
        marker("（ア）", "（#）", _N.AIUEO, _N.IROHA, rank=6),
        marker("(a)", "(#)", _N.LOWER_LETTER, _N.LOWER_ROMAN, rank=6),
        _BULLET,
    ),
    loose_heading=re.compile(r"[(（](?P<heading>[^)）]{1,60})[)）]"),
)

_MONGOLIAN_ORDINAL = (
    r"(?P<number>\d{1,4}|[А-Яа-яӨөҮү]{2,9}?(?: [А-Яа-яӨөҮү]{2,9}?)?)"
    r"(?P<inserted>[¹²³⁴⁵])?"
)
_MONGOLIAN_ENDING = r"[ -]?(?:дугаар|дүгээр|ДУГААР|ДҮГЭЭР|р|Р)"


def _mongolian_heading(kind: ProvisionKind, word: str) -> HeadingForm:
    pattern = rf"(?P<label>{_MONGOLIAN_ORDINAL}{_MONGOLIAN_ENDING} {word}(?![а-яөү]))"
    return _heading(kind, pattern, _N.DIGITS, _N.MONGOLIAN_WORD)


MONGOLIAN = Profile(
    language="mn",
    headings=(
        _heading(
            _K.ANNEX,
            r"(?P<label>(?:Хавсралт|ХАВСРАЛТ)(?: №? ?(?P<number>\d{1,3}|[IVX]{1,5}))?)(?![а-яөү])",
            _N.DIGITS,
            _N.UPPER_ROMAN,
            counted=False,
        ),
        _mongolian_heading(_K.PART, "(?:хэсэг|ХЭСЭГ)"),
        _mongolian_heading(_K.CHAPTER, "(?:бүлэг|БҮЛЭГ)"),
        _mongolian_heading(_K.ARTICLE, "(?:зүйл|ЗҮЙЛ)"),
        _heading(_K.ARTICLE, r"(?P<label>(?:Зүйл|ЗҮЙЛ) (?P<number>\d{1,4}))(?!\d)", _N.DIGITS),
    ),
    markers=(
        *_CHAINS,
        marker("1.", "#.", _N.DIGITS, rank=0),
        marker("1)", "#)", _N.DIGITS, rank=4),
        marker("1/", "#/", _N.DIGITS, rank=4),
        marker("(1)", "(#)", _N.DIGITS, rank=4),
        marker("I.", "#.", _N.UPPER_ROMAN, rank=0, apart=True),
        marker("а)", "#)", _N.CYRILLIC, rank=5),
        marker("а/", "#/", _N.CYRILLIC, rank=5),
        marker("а.", "#.", _N.CYRILLIC, rank=5, apart=True),
        marker("(a)", "(#)", _N.LOWER_LETTER, _N.LOWER_ROMAN, _N.CYRILLIC, rank=6),
        _BULLET,
    ),
    sentence_words=frozenset(["нь", "дэх", "дахь", "дээр", "заасан"]),
)

PROFILES: dict[str, Profile] = {
    profile.language: profile for profile in (ENGLISH, KOREAN, JAPANESE, MONGOLIAN)
}
"""By the tag of their language."""
