"""Enters an illustrative meeting that lies ahead: without one, no preparation could be seen."""

from datetime import date, timedelta

from app.clock import today
from app.domain.meeting import Meeting, MeetingStatus
from app.domain.preparation import OffsetAnchor
from app.domain.preparation_presets import PRESETS, Preset
from app.domain.provenance import Provenance
from app.services import meetings, preparation
from app.services.preparation import TaskDraft
from app.services.sample.files import SampleFiles
from app.services.sample.keys import Keys, cite
from app.store.workspace import Workspace

_TUESDAY = 1


def enter_planned_meeting(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter the meeting and its list; its body gets no terms, which nobody has laid down for it."""
    for row in files.rows("planned_meeting"):
        day = _tuesday_after(today(workspace.clock, "UTC") + timedelta(days=row["days_ahead"]))
        draft = Meeting(
            body_id=keys.find("bodies", row["body"]),
            code=row["code"],
            titles=row["titles"],
            status=MeetingStatus.PROPOSED,
            planned_starts_on=day,
            planned_ends_on=day,
            note=row["note"],
            provenance=Provenance.ILLUSTRATIVE,
            provenance_note=row["note"],
        )
        meeting_id = keys.add("meetings", row["key"], meetings.plan(workspace, draft))
        for preset in PRESETS:
            if preset.usual:
                note = row["task_note"].format(precedent=preset.precedent)
                task = TaskDraft(
                    titles={"en": preset.title},
                    due_on=_due(preset, day),
                    note=note if preset.precedent else row["note"],
                )
                preparation.add_task(workspace, meeting_id=meeting_id, draft=task)
        cite(workspace, keys, "meetings", row)


def _tuesday_after(day: date) -> date:
    return day + timedelta(days=(_TUESDAY - day.weekday()) % 7)


def _due(preset: Preset, day: date) -> date:
    """Count a term from the day of the meeting."""
    before = preset.anchor is OffsetAnchor.BEFORE_START
    return day - timedelta(days=preset.days) if before else day + timedelta(days=preset.days)
