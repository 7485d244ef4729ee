"""The numbering of English, Korean, Japanese and Mongolian drafting."""

import re

from app.domain.rules import ProvisionKind
from app.texts.reading.numerals import Numeral
from app.texts.reading.profile import HeadingForm, MarkerForm, Profile, marker

_K = ProvisionKind
_N = Numeral

_ENGLISH_NUMBER = r"(?P<number>\d{1,4}|[IVXLC]{1,7})"
_NUMBER_OR_LETTER = r"(?P<number>\d{1,4}|[IVXLC]{1,7}|[A-Z])"
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


def _english_division(kind: ProvisionKind, words: str) -> HeadingForm:
    pattern = rf"(?P<label>(?:{words})[ \u00a0]{_NUMBER_OR_LETTER}){_ENGLISH_END}"
    return _heading(kind, pattern, _N.DIGITS, _N.UPPER_ROMAN, _N.UPPER_LETTER)


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
        _english_division(_K.PART, "Part|PART"),
        _english_division(_K.CHAPTER, "Chapter|CHAPTER|Title|TITLE"),
        _english_division(_K.SECTION, "Section|SECTION"),
        _english_heading(_K.ARTICLE, r"Article|ARTICLE|Art\.|Rule|RULE"),
    ),
    markers=(
        *_CHAINS,
        marker("1.", "#.", _N.DIGITS, rank=0),
        marker("1:", "#:", _N.DIGITS, rank=0, apart=True),
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
    pointing_words=frozenset(
        {"paragraph", "paragraphs", "subparagraph", "article", "articles", "rule", "rules"}
        | {"section", "sections", "chapter", "annex", "part", "no", "nos", "and", "or", "to"}
    ),
    closing=re.compile(r"(?i:in witness whereof)|DONE (?:at|in) |Done (?:at|in) "),
)

KOREAN = Profile(
    language="ko",
    headings=(
        _heading(
            _K.ANNEX,
            r"(?P<label>(?:부속서|별 ?표|별 ?지|부 ?록|붙 ?임|부 ?칙)"
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
    longest_bare_heading=24,
    closing=re.compile(r"이상의 증거로"),
)

_GAP = r"[ \u3000]*"
_JAPANESE_NUMBER = rf"{_GAP}(?P<number>[0-9０-９]{{1,4}}|[一二三四五六七八九十百]{{1,5}}){_GAP}"

JAPANESE = Profile(
    language="ja",
    headings=(
        _heading(
            _K.ANNEX,
            rf"(?P<label>(?:附属書|付属書|別{_GAP}表|別{_GAP}紙|別{_GAP}添|附{_GAP}則)"
            rf"(?:第?{_JAPANESE_NUMBER})?)(?![\u3040-\u9fff])",
            _N.KANJI,
            counted=False,
        ),
        _heading(_K.PART, rf"(?P<label>第{_JAPANESE_NUMBER}[編部])", _N.KANJI),
        _heading(_K.CHAPTER, rf"(?P<label>第{_JAPANESE_NUMBER}章)", _N.KANJI),
        _heading(_K.SECTION, rf"(?P<label>第{_JAPANESE_NUMBER}節)", _N.KANJI),
        _heading(
            _K.ARTICLE,
            rf"(?P<label>第{_JAPANESE_NUMBER}条(?:の(?P<inserted>[0-9０-９]|[二三四五六七八九]))?)"
            rf"(?![第のにをはがとで、])(?:{_GAP}[(（](?P<heading>[^)）]{{1,60}})[)）])?",
            _N.KANJI,
        ),
    ),
    markers=(
        *_CHAINS,
        marker("1.", "#.", _N.DIGITS, rank=0),
        marker("１．", "#．", _N.DIGITS, rank=0),
        MarkerForm("1", re.compile(r"(?P<number>[0-9０-９]{1,2})(?=[ \u3000])"), (_N.DIGITS,), 0),
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
    longest_bare_heading=24,
    closing=re.compile(r"以上の証拠として"),
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
    closing=re.compile(r"(?:Үүнийг|Дээрхийг) (?:нотолж|гэрчилж|гэрчлэн)"),
)

PROFILES: dict[str, Profile] = {
    profile.language: profile for profile in (ENGLISH, KOREAN, JAPANESE, MONGOLIAN)
}
"""By the tag of their language."""
