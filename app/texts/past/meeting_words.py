"""The words by which a sentence says that a meeting was held, lies ahead, or is another one."""

import re

HELD = re.compile(
    r"\b(?:was|were|been)\s+(?:held|convened|organi[sz]ed)\b|\bheld\b|\btook\s+place\b|\bmet\b"
    r"|개최(?:되었|됐|했|하였|함|한|된)|열렸|열린|가졌|가진|開催(?:され(?:た|ました)|した|しました)"
    r"|開かれた|行われた|болов|болсон|боллоо|зохион\s+байгуул(?:ав|сан|лаа|агдав|агдсан)|хуралдав",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|shall|would)\s+(?:be\s+(?:held|convened)|take\s+place|meet)\b|\bto\s+(?:be\s+held"
    r"|hold|take\s+place)\b|\bis\s+scheduled\b|\bupcoming\b|개최(?:될|할|\s?예정)|열릴\s?예정"
    r"|예정|開催(?:予定|される予定|する予定)|予定|болно|хуралдана|зохион\s+байгуулагдана|товло",
    re.IGNORECASE,
)
NEXT = re.compile(
    r"\bnext\s+(?:\w+\s+){0,3}?(?:meeting|session|round|committee)\b|\bfollowing\s+meeting\b"
    r"|차기|다음\s?(?:회의|회기|차)|次回|次期|дараагийн",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\b(?:previous|last|earlier|preceding|since\s+the|after\s+the|outcomes?\s+of\s+the)\b"
    r"|지난|전차|前回|өмнөх|сүүлийн",
    re.IGNORECASE,
)
NOT_THE_MEETING = re.compile(
    r"(?:\bsigned|\bdated|\bconcluded|\bas\s+of|\bissued|\breceived|\baccepted|\bpublished|\brevised"
    r"|\binto\s+force|\bin\s+force|\beffective|\bupdated|\bby|\bbefore|\buntil|\bsince|\bposted"
    r"|서명한|체결된|署名された|締結された|гарын\s+үсэг\s+зурсан)"
    r"(?:\s+(?:in|on|at|the|from|and|of|no\s+later\s+than|[A-Z]\w+)){0,5}[\s,:]*$",
    re.IGNORECASE,
)
"""What stands before a day that is of something else than the meeting."""

DAY_LABEL = re.compile(
    r"^\s*(?:dates?(?:\s+of\s+(?:the\s+)?meeting)?|when|일\s?시|일\s?자|회의\s?일시|日\s?時|開催日"
    r"|開催日時|日\s?付|огноо|хэзээ|хугацаа)\s*[:\t]",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(
    rf"\b({'|'.join(_WEEKDAYS)})\b|\(([월화수목금토일])(?:요일)?\)|\(([月火水木金土日])(?:曜日?)?\)"
)
_SIGNS = ("월화수목금토일", "月火水木金土日")


def says_when(text: str) -> bool:
    """Say whether a sentence tells that a meeting was held, or will be."""
    return HELD.search(text) is not None or AHEAD.search(text) is not None


def weekday_near(text: str) -> int | None:
    """Return the day of the week that a piece of text names, Monday being 0."""
    found = _WEEKDAY.search(text.casefold())
    if found is None:
        return None
    if found[1]:
        return _WEEKDAYS.index(found[1])
    return _SIGNS[0].index(found[2]) if found[2] else _SIGNS[1].index(found[3])
