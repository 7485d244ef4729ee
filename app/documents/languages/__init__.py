"""The languages that documents can be written in, each with the words that no record holds."""

from app.documents.languages.english import ENGLISH as ENGLISH
from app.documents.languages.japanese import JAPANESE
from app.documents.languages.korean import KOREAN
from app.documents.languages.mongolian import MONGOLIAN
from app.documents.languages.wording import Wording as Wording

WORDINGS: dict[str, Wording] = {each.tag: each for each in (ENGLISH, KOREAN, MONGOLIAN, JAPANESE)}


def wording_of(language: str) -> Wording:
    """Return the wording of ``language``; of English for one that documents are not written in."""
    return WORDINGS.get(language, ENGLISH)
