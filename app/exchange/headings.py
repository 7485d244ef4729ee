"""Knows the words that head the columns of a list of delegates, in four languages."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """What a column holds."""

    NOTHING = "nothing"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    HONORIFIC = "honorific"
    POST = "post"
    ORGANISATION = "organisation"
    ROLE = "role"
    PARTY = "party"
    PRESENCE = "presence"
    ATTENDANCE = "attendance"
    EMAIL = "email"
    PHONE = "phone"
    NOTE = "note"


@dataclass(frozen=True)
class Use:
    """What a column is used for; ``language`` is empty where the letters of each cell tell it."""

    meaning: Meaning
    language: str = ""


IN_LANGUAGES = frozenset({Meaning.NAME, Meaning.POST, Meaning.ORGANISATION})
"""What a list may have in several languages side by side."""

_WORDS: dict[Meaning, str] = {
    Meaning.NAME: "name|full name|names|participant|participants|delegate|delegates|member|"
    "name and surname|name of participant|성명|이름|성함|참석자|참가자|нэр|овог нэр|овог, нэр|"
    "оролцогч|төлөөлөгч|бүтэн нэр|氏名|名前|お名前|参加者|出席者|姓名|fn",
    Meaning.FAMILY: "family name|surname|last name|family|성|姓|名字|苗字",
    Meaning.GIVEN: "given name|given names|first name|forename|given|өөрийн нэр|名",
    Meaning.PATRONYMIC: "patronymic|father's name|father’s name|fathers name|овог|эцгийн нэр|"
    "эцэг/эхийн нэр|эцэг эхийн нэр",
    Meaning.HONORIFIC: "honorific|title (mr/ms)|mr/ms|salutation|prefix|courtesy title|경칭|호칭|"
    "敬称|хүндэтгэл",
    Meaning.POST: "post|position|title|job title|designation|function|job|rank|occupation|직위|"
    "직책|직급|직함|албан тушаал|тушаал|役職|職名|肩書|肩書き|官職",
    Meaning.ORGANISATION: "organisation|organization|affiliation|ministry|institution|agency|"
    "company|department|employer|office|org|소속|기관|부처|소속기관|기관명|부서|байгууллага|"
    "байгууллагын нэр|яам|газар|хаана ажилладаг|所属|機関|組織|省庁|部署|会社|所属機関",
    Meaning.ROLE: "role|capacity|role in delegation|status|역할|구분|자격|үүрэг|статус|役割|区分|"
    "資格",
    Meaning.PARTY: "delegation|party|country|side|state|nationality|국가|대표단|국적|측|улс|тал|"
    "төлөөлөгчид|төлөөлөгчдийн баг|国|国名|代表団|国籍|側",
    Meaning.PRESENCE: "in person or online|mode|participation|attendance mode|room or online|"
    "참석방식|참석 방식|참가 방식|оролцох хэлбэр|хэлбэр|参加形式|参加方法|出席方法",
    Meaning.ATTENDANCE: "attendance|attended|참석여부|참석 여부|ирц|出欠|出席",
    Meaning.EMAIL: "email|e-mail|mail|e-mail address|email address|이메일|전자우편|메일|и-мэйл|"
    "имэйл|цахим шуудан|и-мэйл хаяг|メール|メールアドレス|電子メール|eメール",
    Meaning.PHONE: "phone|telephone|tel|mobile|mobile phone|phone number|cell|전화|전화번호|"
    "연락처|휴대폰|휴대전화|утас|утасны дугаар|гар утас|電話|電話番号|携帯|携帯電話",
    Meaning.NOTE: "note|notes|remark|remarks|comment|comments|비고|тайлбар|備考|摘要",
    Meaning.NOTHING: "no|no.|nr|#|number|s/n|seq|번호|순번|연번|№|д/д|дугаар|番号|通番",
}
_MEANINGS = {word: meaning for meaning, words in _WORDS.items() for word in words.split("|")}
_LANGUAGES: dict[str, str] = {
    "en": "english|eng|en|in english|영문|영어|англи|англиар|англи хэл|英語|英文|英字|ローマ字|"
    "roman|romanised|romanized|latin",
    "ko": "korean|kor|ko|in korean|hangul|한글|국문|한국어|солонгос|солонгос хэл|韓国語|ハングル",
    "mn": "mongolian|mon|mn|in mongolian|cyrillic|몽골어|몽골|монгол|монгол хэл|монголоор|"
    "モンゴル語",
    "ja": "japanese|jpn|ja|jp|in japanese|kanji|일본어|일문|япон|япон хэл|日本語|和文|漢字|kana",
}
_LANGUAGE_WORDS = {word: tag for tag, words in _LANGUAGES.items() for word in words.split("|")}
_ASIDE = re.compile(r"[(\[（［/／:：_\-–—](.*?)[)\]）］]?$")
_BLANKS = re.compile(r"\s+")
_ROWS_TO_LOOK_AT = 15


def read_heading(text: str) -> Use | None:
    """Return what a column with a heading holds; ``None`` if the heading says nothing."""
    plain = _plain(text)
    if not plain:
        return None
    if plain in _MEANINGS:
        return Use(_MEANINGS[plain])
    found = _ASIDE.search(plain)
    if found is not None:
        use = _of_two(plain[: found.start()].strip(), found[1].strip(" )]）］"))
        if use is not None:
            return use
    return _joined(plain)


def find_headings(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the place of the row that heads the columns, if one of the first rows does."""
    best, most = None, 0
    for place, cells in enumerate(rows[:_ROWS_TO_LOOK_AT]):
        known = sum(1 for cell in cells if read_heading(cell) is not None)
        filled = sum(1 for cell in cells if cell)
        is_heading = known >= 2 or (known == 1 and filled <= 2)
        if is_heading and known > most:
            best, most = place, known
    return best


def count_known_words(text: str) -> int:
    """Return how many headings there are among the cells of the first lines of a text."""
    lines = text.splitlines()[:_ROWS_TO_LOOK_AT]
    cells = (cell for line in lines for cell in re.split(r"[\t,;|]", line))
    foreign = (cell for cell in cells if not cell.isascii())
    return sum(1 for cell in foreign if read_heading(cell.strip("\"' ")) is not None)


def _of_two(heading: str, aside: str) -> Use | None:
    """Return what “Name (English)” says, and “성명(영문)”, and “Surname / 성”."""
    meaning = _MEANINGS.get(heading)
    language = _LANGUAGE_WORDS.get(aside, "")
    if meaning is not None:
        return Use(meaning, language if meaning in IN_LANGUAGES else "")
    other = _MEANINGS.get(aside)
    return Use(other) if other is not None else None


def _joined(plain: str) -> Use | None:
    """Return what “English name” and “영문성명” say: a language before what is named."""
    for word, tag in sorted(_LANGUAGE_WORDS.items(), key=lambda pair: -len(pair[0])):
        for rest in (plain.removeprefix(word), plain.removesuffix(word)):
            meaning = _MEANINGS.get(rest.strip())
            if rest != plain and meaning in IN_LANGUAGES:
                return Use(meaning, tag)
    return None


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _BLANKS.sub(" ", folded).strip(" *:.\n\t")
