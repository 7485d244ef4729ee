"""Proposes the symbol of a new paper: by the body's pattern, else like those of its meeting."""

import re
from collections.abc import Collection
from uuid import UUID

from app.domain.body import Body
from app.domain.meeting import Meeting
from app.domain.paper import Paper, PaperCategory
from app.store.reader import Reader

_PATTERN = "{code}/{number}"
_SERIES = {
    PaperCategory.INFORMATION: "INF.",
    PaperCategory.CONFERENCE_ROOM: "CRP.",
    PaperCategory.NON_PAPER: "NP.",
}
"""Papers of these kinds are counted by themselves, as at the United Nations."""
_NUMBERED = re.compile(r"(?P<stem>.+[/ ])(?P<series>[A-Z]{2,4}\.)?(?P<number>\d+)")
_FIELD = re.compile(r"\{(\w+)\}")


def propose(
    reader: Reader,
    *,
    meeting_id: UUID,
    category: PaperCategory,
    taken: Collection[str] = (),
) -> str:
    """Return a symbol that no paper of the body has, and none of ``taken``."""
    meeting = reader.get(Meeting, meeting_id)
    body = reader.get(Body, meeting.body_id) if meeting.body_id else None
    papers = reader.find(Paper, body_id=meeting.body_id) if meeting.body_id else []
    held = {paper.symbol for paper in papers} | set(taken)
    beside = [paper.symbol for paper in papers if paper.meeting_id == meeting_id]
    pattern = _pattern(body, meeting, beside)
    series = _SERIES.get(category, "")
    number = 1
    while _fill(pattern, meeting, f"{series}{number}") in held:
        number += 1
    return _fill(pattern, meeting, f"{series}{number}")


def _pattern(body: Body | None, meeting: Meeting, beside: list[str]) -> str:
    entered = str(body.settings.get("paper_pattern") or "") if body else ""
    if "{number}" in entered:
        return entered
    for symbol in sorted(beside):
        found = _NUMBERED.fullmatch(symbol)
        if found is not None:
            return found["stem"].replace("{", "").replace("}", "") + "{number}"
    return _PATTERN if meeting.code else "{year}/{number}"


def _fill(pattern: str, meeting: Meeting, number: str) -> str:
    year = meeting.first_day.year if meeting.first_day else ""
    values = {
        "number": number,
        "ordinal": str(meeting.ordinal or ""),
        "code": meeting.code,
        "year": str(year),
    }
    return _FIELD.sub(lambda found: values.get(found[1], ""), pattern).strip()
