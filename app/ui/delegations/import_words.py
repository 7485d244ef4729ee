"""Puts the preview of an import into words: what becomes of a row, why, and what a column holds."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui import people_words, phrases
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.import_rows import AlikeRow, ImportRow

_CONTEXT = "Import"
_VERDICTS: Mapping[str, tuple[str, str]] = {
    "create": (QT_TRANSLATE_NOOP("Import", "New person"), "info"),
    "match": (QT_TRANSLATE_NOOP("Import", "Known person"), "ok"),
    "join": (QT_TRANSLATE_NOOP("Import", "With row {n}"), "ok"),
    "refuse": (QT_TRANSLATE_NOOP("Import", "Refused"), "bad"),
}
_REFUSALS: Mapping[str, str] = {
    "no-name": QT_TRANSLATE_NOOP("Import", "There is no name in this row."),
    "no-letters": QT_TRANSLATE_NOOP("Import", "“{what}” is no name: it has no letters."),
    "too-long": QT_TRANSLATE_NOOP("Import", "The name is longer than {what} characters."),
    "hidden": QT_TRANSLATE_NOOP("Import", "The row is hidden in its sheet."),
    "twice-in-list": QT_TRANSLATE_NOOP("Import", "The same as row {what}."),
    "already-seated": QT_TRANSLATE_NOOP("Import", "{what} is in the delegation already."),
    "second-head": QT_TRANSLATE_NOOP(
        "Import", "{what} leads the delegation already; there is one head."
    ),
    "unknown-party": QT_TRANSLATE_NOOP("Import", "“{what}” is no party that is known here."),
    "no-party": QT_TRANSLATE_NOOP("Import", "The row does not say for which side."),
    "left-out": QT_TRANSLATE_NOOP("Import", "Left out."),
}
_MEANINGS: Mapping[str, str] = {
    "nothing": QT_TRANSLATE_NOOP("Import", "(not used)"),
    "name": QT_TRANSLATE_NOOP("Import", "Name"),
    "family": QT_TRANSLATE_NOOP("Import", "Family name"),
    "given": QT_TRANSLATE_NOOP("Import", "Given name"),
    "patronymic": QT_TRANSLATE_NOOP("Import", "Father’s name"),
    "honorific": QT_TRANSLATE_NOOP("Import", "Form of address"),
    "post": QT_TRANSLATE_NOOP("Import", "Post"),
    "organisation": QT_TRANSLATE_NOOP("Import", "Organisation"),
    "role": QT_TRANSLATE_NOOP("Import", "Role"),
    "party": QT_TRANSLATE_NOOP("Import", "Side"),
    "presence": QT_TRANSLATE_NOOP("Import", "Room or online"),
    "attendance": QT_TRANSLATE_NOOP("Import", "Attendance"),
    "email": QT_TRANSLATE_NOOP("Import", "E-mail"),
    "phone": QT_TRANSLATE_NOOP("Import", "Phone"),
    "note": QT_TRANSLATE_NOOP("Import", "Note"),
}
_ENCODINGS: Mapping[str, str] = {
    "utf-8": QT_TRANSLATE_NOOP("Import", "UTF-8"),
    "utf-16": QT_TRANSLATE_NOOP("Import", "UTF-16"),
    "cp949": QT_TRANSLATE_NOOP("Import", "Korean (CP949)"),
    "cp932": QT_TRANSLATE_NOOP("Import", "Japanese (Shift-JIS)"),
    "euc_jp": QT_TRANSLATE_NOOP("Import", "Japanese (EUC)"),
    "cp1251": QT_TRANSLATE_NOOP("Import", "Cyrillic (Windows-1251)"),
    "gb18030": QT_TRANSLATE_NOOP("Import", "Chinese (GB 18030)"),
    "big5": QT_TRANSLATE_NOOP("Import", "Chinese (Big5)"),
    "cp1252": QT_TRANSLATE_NOOP("Import", "Western (Windows-1252)"),
}


def say_verdict(row: "ImportRow") -> str:
    """Return what becomes of a row."""
    if row.is_doubtful:
        return _say("New, or not?")
    return _say(_VERDICTS[row.verdict.value][0]).format(n=row.joins)


def hue_of(row: "ImportRow") -> str:
    """Return the hue of the chip that says so."""
    return "warn" if row.is_doubtful else _VERDICTS[row.verdict.value][1]


def say_why(row: "ImportRow") -> str:
    """Return why a row is refused, whom it is matched with and why, or who is perhaps meant."""
    if row.refusal is not None:
        return _say(_REFUSALS[row.refusal.value]).format(what=row.concerns)
    told = []
    if row.person_id is not None and row.reason is not None:
        reason = people_words.say_reason(row.reason)
        told.append(_say("{name}: {reason}").format(name=row.person, reason=reason))
    elif row.person_id is not None or row.joins is not None:
        told.append(_say("{name}, as you said").format(name=row.person))
    elif row.likely and not row.is_settled:
        likely = people_words.say_likely(row.likely[0])
        told.append(_say("Or is it {likely}?").format(likely=likely))
    elif row.is_doubtful:
        told.append(_say("Or is it {alike}?").format(alike=say_alike(row.alike[0])))
    if row.reading.role_words:
        words = _say("“{words}” is no role that is known")
        told.append(words.format(words=row.reading.role_words))
    return " · ".join(told)


def say_alike(alike: "AlikeRow") -> str:
    """Return which row may be about the same person, and why."""
    told = _say("row {n}, {name} ({reason})")
    reason = people_words.say_reason(alike.reason)
    return told.format(n=alike.number, name=alike.name, reason=reason)


def say_use(use: Any) -> str:
    """Return what a column holds."""
    words = _say(_MEANINGS[use.meaning.value])
    if not use.language:
        return words
    language = phrases.say("language", use.language)
    return _say("{what} in {language}").format(what=words, language=language)


def say_encoding(encoding: str) -> str:
    """Return what an encoding is called."""
    plain = encoding.removesuffix("-le").removesuffix("-be")
    return _say(_ENCODINGS[plain]) if plain in _ENCODINGS else encoding


def say_role(row: "ImportRow") -> str:
    """Return the role that a row gets."""
    return phrases.say("delegate role", row.role)


def _say(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
