"""Puts the program's own values into words: presenters pass enum members, pages say them here.

The words are looked up by value, so that a value added to the domain later still shows, if only
as it is written there.
"""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP

_CONTEXT = "Phrases"
_QUIET = "neutral"

# What is said, and in which hue; the hue never says anything that the word does not.
_MEETING_STATUS: Mapping[str, tuple[str, str]] = {
    "proposed": (QT_TRANSLATE_NOOP("Phrases", "Proposed"), "violet"),
    "dates-agreed": (QT_TRANSLATE_NOOP("Phrases", "Dates agreed"), "violet"),
    "convened": (QT_TRANSLATE_NOOP("Phrases", "Convened"), "violet"),
    "in-session": (QT_TRANSLATE_NOOP("Phrases", "In session"), "info"),
    "suspended": (QT_TRANSLATE_NOOP("Phrases", "Suspended"), "warn"),
    "closed": (QT_TRANSLATE_NOOP("Phrases", "Closed"), "ok"),
    "record-agreed": (QT_TRANSLATE_NOOP("Phrases", "Record agreed"), "ok"),
    "archived": (QT_TRANSLATE_NOOP("Phrases", "Archived"), "neutral"),
    "postponed": (QT_TRANSLATE_NOOP("Phrases", "Postponed"), "warn"),
    "cancelled": (QT_TRANSLATE_NOOP("Phrases", "Cancelled"), "neutral"),
}
_OUTCOME: Mapping[str, tuple[str, str]] = {
    "adopted": (QT_TRANSLATE_NOOP("Phrases", "Adopted"), "ok"),
    "adopted-as-amended": (QT_TRANSLATE_NOOP("Phrases", "Adopted as amended"), "ok"),
    "agreed": (QT_TRANSLATE_NOOP("Phrases", "Agreed"), "ok"),
    "noted": (QT_TRANSLATE_NOOP("Phrases", "Noted"), "neutral"),
    "exchanged-views": (QT_TRANSLATE_NOOP("Phrases", "Views exchanged"), "neutral"),
    "deferred": (QT_TRANSLATE_NOOP("Phrases", "Deferred"), "warn"),
}
_ITEM_STATUS: Mapping[str, tuple[str, str]] = {
    "proposed": (QT_TRANSLATE_NOOP("Phrases", "Proposed"), "violet"),
    "included": (QT_TRANSLATE_NOOP("Phrases", "On the agenda"), "neutral"),
    "opened": (QT_TRANSLATE_NOOP("Phrases", "Opened"), "info"),
    "concluded": (QT_TRANSLATE_NOOP("Phrases", "Concluded"), "ok"),
    "deferred": (QT_TRANSLATE_NOOP("Phrases", "Deferred"), "warn"),
    "withdrawn": (QT_TRANSLATE_NOOP("Phrases", "Withdrawn"), "neutral"),
}
_AGENDA_STATUS: Mapping[str, tuple[str, str]] = {
    "preliminary": (QT_TRANSLATE_NOOP("Phrases", "Being drawn up"), "neutral"),
    "provisional": (QT_TRANSLATE_NOOP("Phrases", "Provisional"), "violet"),
    "annotated": (QT_TRANSLATE_NOOP("Phrases", "Provisional, annotated"), "violet"),
    "draft": (QT_TRANSLATE_NOOP("Phrases", "Before the meeting"), "info"),
    "adopted": (QT_TRANSLATE_NOOP("Phrases", "Adopted"), "ok"),
    "amended": (QT_TRANSLATE_NOOP("Phrases", "Adopted, amended"), "ok"),
}
_STANDARD_ITEM: Mapping[str, tuple[str, str]] = {
    "opening": (QT_TRANSLATE_NOOP("Phrases", "Opening of the meeting"), "neutral"),
    "adoption-of-agenda": (QT_TRANSLATE_NOOP("Phrases", "Adoption of the agenda"), "neutral"),
    "previous-minutes": (
        QT_TRANSLATE_NOOP("Phrases", "Adoption of the previous minutes"),
        "neutral",
    ),
    "action-review": (QT_TRANSLATE_NOOP("Phrases", "Review of action items"), "neutral"),
    "other-business": (QT_TRANSLATE_NOOP("Phrases", "Other business"), "neutral"),
    "next-meeting": (
        QT_TRANSLATE_NOOP("Phrases", "Date and place of the next meeting"),
        "neutral",
    ),
    "closing": (QT_TRANSLATE_NOOP("Phrases", "Closing of the meeting"), "neutral"),
}
_NUMBERING: Mapping[str, tuple[str, str]] = {
    "decimal": (QT_TRANSLATE_NOOP("Phrases", "1, 1.1, 1.2"), "neutral"),
    "letters": (QT_TRANSLATE_NOOP("Phrases", "A, A.1, A.2"), "neutral"),
    "roman": (QT_TRANSLATE_NOOP("Phrases", "I, I.1, I.2"), "neutral"),
    "as-entered": (QT_TRANSLATE_NOOP("Phrases", "As entered"), "neutral"),
}
_PAPER_CATEGORY: Mapping[str, tuple[str, str]] = {
    "working": (QT_TRANSLATE_NOOP("Phrases", "Working paper"), "neutral"),
    "information": (QT_TRANSLATE_NOOP("Phrases", "Information paper"), "neutral"),
    "conference-room": (QT_TRANSLATE_NOOP("Phrases", "Conference room paper"), "neutral"),
    "non-paper": (QT_TRANSLATE_NOOP("Phrases", "Non-paper"), "neutral"),
    "presentation": (QT_TRANSLATE_NOOP("Phrases", "Presentation"), "neutral"),
    "agenda": (QT_TRANSLATE_NOOP("Phrases", "Agenda"), "neutral"),
    "list": (QT_TRANSLATE_NOOP("Phrases", "List"), "neutral"),
    "minutes": (QT_TRANSLATE_NOOP("Phrases", "Minutes"), "neutral"),
    "rules": (QT_TRANSLATE_NOOP("Phrases", "Rules text"), "neutral"),
    "report": (QT_TRANSLATE_NOOP("Phrases", "Report"), "neutral"),
    "press-release": (QT_TRANSLATE_NOOP("Phrases", "Press release"), "neutral"),
    "other": (QT_TRANSLATE_NOOP("Phrases", "Other"), "neutral"),
}
_DISTRIBUTION: Mapping[str, tuple[str, str]] = {
    "one-side": (QT_TRANSLATE_NOOP("Phrases", "Our side"), "warn"),
    "both-sides": (QT_TRANSLATE_NOOP("Phrases", "All sides"), "neutral"),
    "public": (QT_TRANSLATE_NOOP("Phrases", "Public"), "ok"),
}
_CONFIDENTIALITY: Mapping[str, tuple[str, str]] = {
    "open": (QT_TRANSLATE_NOOP("Phrases", "Open"), "neutral"),
    "confidential": (QT_TRANSLATE_NOOP("Phrases", "Confidential"), "bad"),
    "redacted": (QT_TRANSLATE_NOOP("Phrases", "Redacted"), "info"),
}
_ACTION_STATUS: Mapping[str, tuple[str, str]] = {
    "open": (QT_TRANSLATE_NOOP("Phrases", "To do"), "neutral"),
    "in-progress": (QT_TRANSLATE_NOOP("Phrases", "In progress"), "info"),
    "partly-done": (QT_TRANSLATE_NOOP("Phrases", "Partly done"), "info"),
    "done": (QT_TRANSLATE_NOOP("Phrases", "Done"), "ok"),
    "dropped": (QT_TRANSLATE_NOOP("Phrases", "Dropped"), "neutral"),
}
_DECISION_STATUS: Mapping[str, tuple[str, str]] = {
    "draft": (QT_TRANSLATE_NOOP("Phrases", "Draft"), "violet"),
    "bracketed": (QT_TRANSLATE_NOOP("Phrases", "In brackets"), "warn"),
    "agreed": (QT_TRANSLATE_NOOP("Phrases", "Agreed"), "ok"),
    "adopted": (QT_TRANSLATE_NOOP("Phrases", "Adopted"), "ok"),
    "effective": (QT_TRANSLATE_NOOP("Phrases", "In effect"), "ok"),
    "amended": (QT_TRANSLATE_NOOP("Phrases", "Amended"), "neutral"),
    "superseded": (QT_TRANSLATE_NOOP("Phrases", "Superseded"), "neutral"),
    "lapsed": (QT_TRANSLATE_NOOP("Phrases", "Lapsed"), "neutral"),
    "withdrawn": (QT_TRANSLATE_NOOP("Phrases", "Withdrawn"), "neutral"),
}
_DELEGATE_ROLE: Mapping[str, tuple[str, str]] = {
    "head": (QT_TRANSLATE_NOOP("Phrases", "Chief delegate"), "info"),
    "alternate": (QT_TRANSLATE_NOOP("Phrases", "Alternate"), "neutral"),
    "delegate": (QT_TRANSLATE_NOOP("Phrases", "Delegate"), "neutral"),
    "adviser": (QT_TRANSLATE_NOOP("Phrases", "Adviser"), "neutral"),
    "expert": (QT_TRANSLATE_NOOP("Phrases", "Expert"), "neutral"),
    "interpreter": (QT_TRANSLATE_NOOP("Phrases", "Interpreter"), "neutral"),
    "secretariat": (QT_TRANSLATE_NOOP("Phrases", "Secretariat"), "neutral"),
    "observer": (QT_TRANSLATE_NOOP("Phrases", "Observer"), "neutral"),
}
_ATTENDANCE: Mapping[str, tuple[str, str]] = {
    "nominated": (QT_TRANSLATE_NOOP("Phrases", "Nominated"), "violet"),
    "notified": (QT_TRANSLATE_NOOP("Phrases", "Notified"), "violet"),
    "confirmed": (QT_TRANSLATE_NOOP("Phrases", "Confirmed"), "info"),
    "attended": (QT_TRANSLATE_NOOP("Phrases", "Attended"), "ok"),
    "absent": (QT_TRANSLATE_NOOP("Phrases", "Absent"), "warn"),
    "replaced": (QT_TRANSLATE_NOOP("Phrases", "Replaced"), "neutral"),
    "unknown": (QT_TRANSLATE_NOOP("Phrases", "Attendance not recorded"), "neutral"),
}
_MODE: Mapping[str, tuple[str, str]] = {
    "in-person": (QT_TRANSLATE_NOOP("Phrases", "In person"), "neutral"),
    "hybrid": (QT_TRANSLATE_NOOP("Phrases", "Hybrid"), "neutral"),
    "online": (QT_TRANSLATE_NOOP("Phrases", "Online"), "neutral"),
    "unknown": ("", "neutral"),
    "room": ("", "neutral"),
}
_PAPER_STATUS: Mapping[str, tuple[str, str]] = {
    "draft": (QT_TRANSLATE_NOOP("Phrases", "Draft"), "violet"),
    "circulated": (QT_TRANSLATE_NOOP("Phrases", "Circulated"), "info"),
    "final": (QT_TRANSLATE_NOOP("Phrases", "Final"), "ok"),
    "withdrawn": (QT_TRANSLATE_NOOP("Phrases", "Withdrawn"), "neutral"),
}
_BODY_STATUS: Mapping[str, tuple[str, str]] = {
    "proposed": (QT_TRANSLATE_NOOP("Phrases", "Proposed"), "violet"),
    "established": (QT_TRANSLATE_NOOP("Phrases", "Established"), "ok"),
    "active": (QT_TRANSLATE_NOOP("Phrases", "Active"), "ok"),
    "dormant": (QT_TRANSLATE_NOOP("Phrases", "Dormant"), "neutral"),
    "ended": (QT_TRANSLATE_NOOP("Phrases", "Ended"), "neutral"),
    "merged": (QT_TRANSLATE_NOOP("Phrases", "Merged"), "neutral"),
}
_QUALITY: Mapping[str, tuple[str, str]] = {
    "official": (QT_TRANSLATE_NOOP("Phrases", "Official"), "ok"),
    "unofficial-translation": (QT_TRANSLATE_NOOP("Phrases", "Unofficial translation"), "warn"),
    "academic": (QT_TRANSLATE_NOOP("Phrases", "Academic"), "neutral"),
    "press": (QT_TRANSLATE_NOOP("Phrases", "Press"), "neutral"),
    "copy": (QT_TRANSLATE_NOOP("Phrases", "Copy"), "neutral"),
    "illustrative": (QT_TRANSLATE_NOOP("Phrases", "Illustrative"), "violet"),
}
_STEP: Mapping[str, tuple[str, str]] = {
    "agenda": (QT_TRANSLATE_NOOP("Phrases", "Agenda"), "neutral"),
    "delegations": (QT_TRANSLATE_NOOP("Phrases", "Delegations"), "neutral"),
    "drafted": (QT_TRANSLATE_NOOP("Phrases", "Drafted"), "neutral"),
    "agreed": (QT_TRANSLATE_NOOP("Phrases", "Agreed"), "neutral"),
    "signed": (QT_TRANSLATE_NOOP("Phrases", "Signed"), "neutral"),
    "follow-up": (QT_TRANSLATE_NOOP("Phrases", "Follow-up"), "neutral"),
}
_STEP_STATE: Mapping[str, tuple[str, str]] = {
    "done": (QT_TRANSLATE_NOOP("Phrases", "done"), "ok"),
    "now": (QT_TRANSLATE_NOOP("Phrases", "under way"), "info"),
    "ahead": (QT_TRANSLATE_NOOP("Phrases", "not yet"), "neutral"),
}
_DOCUMENT: Mapping[str, tuple[str, str]] = {
    "agreed-minutes": (QT_TRANSLATE_NOOP("Phrases", "Agreed minutes"), "neutral"),
    "summary-record": (QT_TRANSLATE_NOOP("Phrases", "Summary record"), "neutral"),
    "participants": (QT_TRANSLATE_NOOP("Phrases", "List of participants"), "neutral"),
    "agenda": (QT_TRANSLATE_NOOP("Phrases", "Agenda"), "neutral"),
    "run-sheet": (QT_TRANSLATE_NOOP("Phrases", "Chair’s run sheet"), "neutral"),
    "invitation": (QT_TRANSLATE_NOOP("Phrases", "Invitation"), "neutral"),
    "note-verbale": (QT_TRANSLATE_NOOP("Phrases", "Note verbale"), "neutral"),
    "press-release": (QT_TRANSLATE_NOOP("Phrases", "Joint press release"), "neutral"),
    "action-list": (QT_TRANSLATE_NOOP("Phrases", "List of action items"), "neutral"),
    "project-review": (QT_TRANSLATE_NOOP("Phrases", "Review of projects"), "neutral"),
    "reminder": (QT_TRANSLATE_NOOP("Phrases", "Reminder of action items"), "neutral"),
    "name-plates": (QT_TRANSLATE_NOOP("Phrases", "Name plates"), "neutral"),
    "badges": (QT_TRANSLATE_NOOP("Phrases", "Badges"), "neutral"),
    "decision": (QT_TRANSLATE_NOOP("Phrases", "Decision"), "neutral"),
    "decision-register": (QT_TRANSLATE_NOOP("Phrases", "Register of decisions"), "neutral"),
    "circular": (QT_TRANSLATE_NOOP("Phrases", "Circular"), "neutral"),
    "rules": (QT_TRANSLATE_NOOP("Phrases", "Rules text"), "neutral"),
    "bilingual-rules": (QT_TRANSLATE_NOOP("Phrases", "Rules in two languages"), "neutral"),
    "own-form": (QT_TRANSLATE_NOOP("Phrases", "Letter from an own form"), "neutral"),
    "changes": (QT_TRANSLATE_NOOP("Phrases", "Changes between two versions"), "neutral"),
}
_SECTION: Mapping[str, tuple[str, str]] = {
    "opening": (QT_TRANSLATE_NOOP("Phrases", "Opening and agenda"), "neutral"),
    "decisions": (QT_TRANSLATE_NOOP("Phrases", "Decisions, in agenda order"), "neutral"),
    "actions": (QT_TRANSLATE_NOOP("Phrases", "Action items"), "neutral"),
    "next-meeting": (QT_TRANSLATE_NOOP("Phrases", "Next meeting"), "neutral"),
    "signatures": (QT_TRANSLATE_NOOP("Phrases", "Signature block"), "neutral"),
    "participants": (QT_TRANSLATE_NOOP("Phrases", "Annex: list of participants"), "neutral"),
    "agenda": (QT_TRANSLATE_NOOP("Phrases", "Annex: agenda"), "neutral"),
    "papers": (QT_TRANSLATE_NOOP("Phrases", "Annex: documents of the meeting"), "neutral"),
    "contents": (QT_TRANSLATE_NOOP("Phrases", "Table of contents"), "neutral"),
    "history": (QT_TRANSLATE_NOOP("Phrases", "Document history"), "neutral"),
}
_KEPT_STATE: Mapping[str, tuple[str, str]] = {
    "as-kept": (QT_TRANSLATE_NOOP("Phrases", "As it was written"), "ok"),
    "changed": (QT_TRANSLATE_NOOP("Phrases", "Changed by hand"), "warn"),
    "missing": (QT_TRANSLATE_NOOP("Phrases", "No longer there"), "warn"),
    "not-written": (QT_TRANSLATE_NOOP("Phrases", "In the workspace only"), "neutral"),
    "unreadable": (QT_TRANSLATE_NOOP("Phrases", "Cannot be read"), "warn"),
    "came-back": (QT_TRANSLATE_NOOP("Phrases", "Came back changed"), "warn"),
}
_FIELD: Mapping[str, tuple[str, str]] = {
    "starts_on": (QT_TRANSLATE_NOOP("Phrases", "On the date"), "neutral"),
    "ends_on": (QT_TRANSLATE_NOOP("Phrases", "On the last day"), "neutral"),
    "ordinal": (QT_TRANSLATE_NOOP("Phrases", "On the number of the meeting"), "neutral"),
    "title": (QT_TRANSLATE_NOOP("Phrases", "On the title"), "neutral"),
    "names": (QT_TRANSLATE_NOOP("Phrases", "On the name"), "neutral"),
    "place": (QT_TRANSLATE_NOOP("Phrases", "On the place"), "neutral"),
    "mode": (QT_TRANSLATE_NOOP("Phrases", "On the form of the meeting"), "neutral"),
    "status": (QT_TRANSLATE_NOOP("Phrases", "On whether it was held"), "neutral"),
    "planned_starts_on": (QT_TRANSLATE_NOOP("Phrases", "On the planned date"), "neutral"),
    "host_party_id": (QT_TRANSLATE_NOOP("Phrases", "On the host"), "neutral"),
    "next_meeting": (QT_TRANSLATE_NOOP("Phrases", "On the next meeting"), "neutral"),
}
_LANGUAGE: Mapping[str, tuple[str, str]] = {
    "en": (QT_TRANSLATE_NOOP("Phrases", "English"), "neutral"),
    "ko": (QT_TRANSLATE_NOOP("Phrases", "Korean"), "neutral"),
    "mn": (QT_TRANSLATE_NOOP("Phrases", "Mongolian"), "neutral"),
    "ja": (QT_TRANSLATE_NOOP("Phrases", "Japanese"), "neutral"),
    "zh": (QT_TRANSLATE_NOOP("Phrases", "Chinese"), "neutral"),
    "ru": (QT_TRANSLATE_NOOP("Phrases", "Russian"), "neutral"),
}

TABLES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "meeting status": _MEETING_STATUS,
    "outcome": _OUTCOME,
    "item status": _ITEM_STATUS,
    "agenda status": _AGENDA_STATUS,
    "agenda numbering": _NUMBERING,
    "standard item": _STANDARD_ITEM,
    "paper category": _PAPER_CATEGORY,
    "distribution": _DISTRIBUTION,
    "confidentiality": _CONFIDENTIALITY,
    "action status": _ACTION_STATUS,
    "decision status": _DECISION_STATUS,
    "delegate role": _DELEGATE_ROLE,
    "attendance": _ATTENDANCE,
    "mode": _MODE,
    "paper status": _PAPER_STATUS,
    "body status": _BODY_STATUS,
    "quality": _QUALITY,
    "step": _STEP,
    "step state": _STEP_STATE,
    "document": _DOCUMENT,
    "section": _SECTION,
    "kept state": _KEPT_STATE,
    "field": _FIELD,
    "language": _LANGUAGE,
}


def say(table: str, value: object) -> str:
    """Return the words for a value of one of the tables."""
    key = _key(value)
    found = TABLES[table].get(key)
    if found is None:
        return key.replace("-", " ").replace("_", " ").capitalize()
    return QCoreApplication.translate(_CONTEXT, found[0]) if found[0] else ""


def hue(table: str, value: object) -> str:
    """Return the hue of the chip that says a value."""
    found = TABLES[table].get(_key(value))
    return found[1] if found else _QUIET


def party_hue(seat: int) -> str:
    """Return the hue of a side: the first and every other seat one, those between the other."""
    return "party_a" if seat % 2 else "party_b"


def _key(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)
