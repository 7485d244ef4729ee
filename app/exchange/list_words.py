"""The words in the cells of a list of delegates, read and written in four languages."""

import unicodedata
from collections.abc import Mapping

from app.domain.delegation import Attendance, DelegateRole, Presence
from app.exchange.headings import Meaning

_ROLES: Mapping[DelegateRole, Mapping[str, str]] = {
    DelegateRole.HEAD: {
        "en": "Chief delegate|head|head of delegation|chief|chair|co-chair|leader|hod|"
        "chief representative|head delegate",
        "ko": "수석대표|단장|대표단장|공동의장|의장",
        "mn": "төлөөлөгчдийн тэргүүн|тэргүүн|ахлагч|дарга|багийн ахлагч|хамтран дарга",
        "ja": "首席代表|団長|議長|共同議長",
    },
    DelegateRole.ALTERNATE: {
        "en": "Alternate|alternate head|deputy head|deputy head of delegation|deputy",
        "ko": "교체대표|교체수석대표|부단장|차석대표",
        "mn": "орлогч төлөөлөгч|орлогч|дэд ахлагч",
        "ja": "代表代理|副団長|首席代表代理",
    },
    DelegateRole.DELEGATE: {
        "en": "Delegate|member|participant|representative|member of delegation",
        "ko": "대표|대표단원|위원|참석자",
        "mn": "төлөөлөгч|гишүүн|оролцогч",
        "ja": "代表|団員|委員|参加者",
    },
    DelegateRole.ADVISER: {
        "en": "Adviser|advisor",
        "ko": "자문|고문|보좌관",
        "mn": "зөвлөх",
        "ja": "顧問|随員|アドバイザー",
    },
    DelegateRole.EXPERT: {
        "en": "Expert|technical expert|specialist",
        "ko": "전문가",
        "mn": "шинжээч|мэргэжилтэн|эксперт",
        "ja": "専門家",
    },
    DelegateRole.INTERPRETER: {
        "en": "Interpreter|translator",
        "ko": "통역|통역사|통역관",
        "mn": "орчуулагч|хэлмэрч",
        "ja": "通訳|通訳者",
    },
    DelegateRole.SECRETARIAT: {
        "en": "Secretariat|secretary|note-taker|note taker|rapporteur",
        "ko": "사무국|간사|기록",
        "mn": "нарийн бичгийн газар|нарийн бичиг|ажлын алба|нарийн бичгийн дарга",
        "ja": "事務局|書記",
    },
    DelegateRole.OBSERVER: {
        "en": "Observer|guest",
        "ko": "옵서버|옵저버|참관인",
        "mn": "ажиглагч",
        "ja": "オブザーバー|傍聴",
    },
}
_PRESENCES: Mapping[Presence, Mapping[str, str]] = {
    Presence.ROOM: {
        "en": "In the room|room|in person|in-person|onsite|on-site|physical|offline",
        "ko": "대면|현장|현장참석|오프라인|대면참석",
        "mn": "танхимаар|биечлэн|танхим",
        "ja": "対面|現地|会場",
    },
    Presence.ONLINE: {
        "en": "Online|virtual|remote|video|vc|zoom|teams",
        "ko": "온라인|화상|비대면|화상참석",
        "mn": "цахимаар|онлайн|цахим",
        "ja": "オンライン|リモート|ウェブ",
    },
}
_ATTENDANCES: Mapping[Attendance, Mapping[str, str]] = {
    Attendance.NOMINATED: {"en": "Nominated", "ko": "지명", "mn": "нэр дэвшсэн", "ja": "推薦"},
    Attendance.NOTIFIED: {"en": "Notified", "ko": "통보", "mn": "мэдэгдсэн", "ja": "通知済"},
    Attendance.CONFIRMED: {
        "en": "Confirmed",
        "ko": "확정|참석예정",
        "mn": "баталгаажсан",
        "ja": "確定|出席予定",
    },
    Attendance.ATTENDED: {
        "en": "Attended|present|yes|o|✓|v",
        "ko": "참석|출석",
        "mn": "оролцсон|ирсэн|тийм",
        "ja": "出席|参加|〇|○",
    },
    Attendance.ABSENT: {
        "en": "Absent|no|excused|x",
        "ko": "불참|결석",
        "mn": "оролцоогүй|ирээгүй|чөлөөтэй|үгүй",
        "ja": "欠席|不参加|×",
    },
    Attendance.REPLACED: {"en": "Replaced", "ko": "교체", "mn": "солигдсон", "ja": "交代"},
}
HEADINGS: Mapping[Meaning, Mapping[str, str]] = {
    Meaning.NOTHING: {"en": "No.", "ko": "번호", "mn": "Дугаар", "ja": "番号"},
    Meaning.PARTY: {"en": "Delegation", "ko": "대표단", "mn": "Тал", "ja": "代表団"},
    Meaning.NAME: {"en": "Name", "ko": "성명", "mn": "Овог нэр", "ja": "氏名"},
    Meaning.POST: {"en": "Post", "ko": "직위", "mn": "Албан тушаал", "ja": "役職"},
    Meaning.ORGANISATION: {
        "en": "Organisation",
        "ko": "소속",
        "mn": "Байгууллага",
        "ja": "所属",
    },
    Meaning.ROLE: {"en": "Role", "ko": "역할", "mn": "Үүрэг", "ja": "役割"},
    Meaning.ATTENDANCE: {"en": "Attendance", "ko": "참석 여부", "mn": "Ирц", "ja": "出欠"},
    Meaning.PRESENCE: {
        "en": "Room or online",
        "ko": "참석 방식",
        "mn": "Оролцох хэлбэр",
        "ja": "参加形式",
    },
    Meaning.EMAIL: {"en": "E-mail", "ko": "이메일", "mn": "Цахим шуудан", "ja": "メール"},
    Meaning.PHONE: {"en": "Phone", "ko": "전화", "mn": "Утас", "ja": "電話"},
}
"""What heads the columns of a list that is written, so that it can be read again."""


def read_role(text: str) -> DelegateRole | None:
    """Return the role that a cell names, or ``None``."""
    return _BY_ROLE.get(_plain(text))


def read_presence(text: str) -> Presence | None:
    """Return whether a cell says that somebody is in the room or online, or ``None``."""
    return _BY_PRESENCE.get(_plain(text))


def read_attendance(text: str) -> Attendance | None:
    """Return how far a cell says that a nomination has come, or ``None``."""
    return _BY_ATTENDANCE.get(_plain(text))


def say_role(role: str, language: str) -> str:
    """Return the word for a role."""
    return _say(_ROLES[DelegateRole(role)], language)


def say_presence(presence: str, language: str) -> str:
    """Return the words for where somebody takes part from; none where that is not known."""
    found = _PRESENCES.get(Presence(presence))
    return _say(found, language) if found else ""


def say_attendance(attendance: str, language: str) -> str:
    """Return the word for how far a nomination has come; none where that is not known."""
    found = _ATTENDANCES.get(Attendance(attendance))
    return _say(found, language) if found else ""


def _say(words: Mapping[str, str], language: str) -> str:
    return words.get(language.partition("-")[0], words["en"]).split("|")[0]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip(" .*")


_BY_ROLE = {
    _plain(word): role
    for role, by_language in _ROLES.items()
    for words in by_language.values()
    for word in words.split("|")
}
_BY_PRESENCE = {
    _plain(word): presence
    for presence, by_language in _PRESENCES.items()
    for words in by_language.values()
    for word in words.split("|")
}
_BY_ATTENDANCE = {
    _plain(word): attendance
    for attendance, by_language in _ATTENDANCES.items()
    for words in by_language.values()
    for word in words.split("|")
}
