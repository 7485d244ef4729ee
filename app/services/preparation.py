"""Verbs for preparation: the terms of a body, and the tasks that a meeting gets from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.body import Body
from app.domain.due_days import ClosedBy, Closure, due_day
from app.domain.errors import InvalidValue
from app.domain.meeting import HELD, Meeting, MeetingStatus
from app.domain.names import Names
from app.domain.party import Party
from app.domain.preparation import OffsetAnchor, PreparationOffset, PreparationTask, TaskSide
from app.domain.preparation_presets import PRESETS, Preset
from app.services.parties import our_today_in
from app.store.change_set import ChangeSet
from app.store.queries import preparation as queries
from app.store.queries.bodies import seats_on
from app.store.queries.parties import PartyChip
from app.store.queries.preparation import OffsetRow, TaskCount, TaskRow
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "ClosedBy",
    "Closure",
    "OffsetAnchor",
    "OffsetDraft",
    "OffsetRow",
    "Preset",
    "TaskCount",
    "TaskDraft",
    "TaskRow",
    "TaskSide",
    "add_task",
    "change_task",
    "list_for_meeting",
    "list_offsets",
    "list_presets",
    "list_sides",
    "make_tasks",
    "mark_done",
    "mark_not_done",
    "remove_tasks",
    "save_offsets",
    "usual_offsets",
]

_OVER = HELD | {MeetingStatus.CANCELLED}
_LONGEST = 3660


@dataclass(frozen=True)
class OffsetDraft:
    """What staff enter about a task that every meeting needs.

    Attributes:
        id: The one that it changes; ``None`` for a new one.
    """

    titles: Names
    anchor: OffsetAnchor
    days: int
    side: TaskSide = TaskSide.ALL
    party_id: UUID | None = None
    precedent: str = ""
    id: UUID | None = None


@dataclass(frozen=True)
class TaskDraft:
    """What staff enter about a task of one meeting.

    Attributes:
        party_id: Whose task it is; ``None`` for everybody's.
        done_on, done_by: When it was done and by whom, where it is done.
    """

    titles: Names
    party_id: UUID | None = None
    due_on: date | None = None
    note: str = ""
    done_on: date | None = None
    done_by: str = ""


def list_presets() -> tuple[Preset, ...]:
    """Return the tasks that such bodies usually need, with their terms and precedents."""
    return PRESETS


def usual_offsets() -> tuple[OffsetDraft, ...]:
    """Return those of them that most bodies need, ready to be saved."""
    return tuple(from_preset(preset) for preset in PRESETS if preset.usual)


def from_preset(preset: Preset) -> OffsetDraft:
    """Return a preset ready to be saved as a body's own."""
    return OffsetDraft(
        titles={"en": preset.title},
        anchor=preset.anchor,
        days=preset.days,
        side=preset.side,
        precedent=preset.precedent,
    )


def list_offsets(
    workspace: Workspace, *, body_id: UUID, language: str = "en"
) -> tuple[OffsetRow, ...]:
    """Return the tasks that every meeting of a body needs."""
    with workspace.read() as reader:
        return queries.list_offsets(reader, body_id=body_id, language=language)


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[TaskRow, ...]:
    """Return the tasks of a meeting by the day they are due."""
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return queries.list_tasks(reader, meeting_id=meeting_id, language=language, today=today)


def list_sides(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[PartyChip, ...]:
    """Return the parties whose task something can be: those that sit in the body on the day."""
    with workspace.read() as reader:
        return queries.list_sides(reader, meeting_id=meeting_id, language=language)


def save_offsets(
    workspace: Workspace, *, body_id: UUID, drafts: Sequence[OffsetDraft]
) -> ChangeSet:
    """Make these the tasks that every meeting of a body needs, in this order.

    The lists of meetings that are still ahead follow; what is done, and what somebody changed in
    them by hand, stays.

    Raises:
        InvalidValue: naming the task that has no name, or no term that can be counted.
    """
    _require_fit(drafts)
    with workspace.write("Change preparation terms") as work:
        work.get(Body, body_id)
        present = {offset.id: offset for offset in work.find(PreparationOffset, body_id=body_id)}
        ahead = _meetings_ahead(work, body_id)
        for offset in [present[key] for key in present.keys() - {draft.id for draft in drafts}]:
            _drop_offset(work, offset)
        for ordinal, draft in enumerate(drafts, start=1):
            _save_offset(work, present.get(draft.id) if draft.id else None, draft, body_id, ordinal)
        work.flush()
        for meeting in ahead:
            rework(work, meeting)
        return work.commit(subject=body_id)


def make_tasks(workspace: Workspace, *, meeting_id: UUID) -> ChangeSet:
    """Give a meeting the tasks of its body that it does not have yet, and work out their days."""
    with workspace.write("Make preparation list") as work:
        rework(work, work.get(Meeting, meeting_id))
        return work.commit(subject=meeting_id)


def add_task(workspace: Workspace, *, meeting_id: UUID, draft: TaskDraft) -> ChangeSet:
    """Add a task to the list of one meeting.

    Raises:
        InvalidValue: if it has no name.
    """
    _require_title(draft.titles)
    with workspace.write("Add preparation task") as work:
        work.get(Meeting, meeting_id)
        taken = [task.ordinal for task in work.find(PreparationTask, meeting_id=meeting_id)]
        task = PreparationTask(
            meeting_id=meeting_id, ordinal=max(taken, default=0) + 1, titles=dict(draft.titles)
        )
        _fill(task, draft, workspace.actor, is_fixed=True)
        work.add(task)
        return work.commit(subject=task.id)


def change_task(workspace: Workspace, *, task_id: UUID, draft: TaskDraft) -> ChangeSet:
    """Change a task; a day that differs from the one worked out is fixed from then on.

    Raises:
        InvalidValue: if it has no name.
    """
    _require_title(draft.titles)
    with workspace.write("Change preparation task") as work:
        task = work.get(PreparationTask, task_id)
        is_fixed = task.is_fixed or draft.due_on != task.due_on
        task.titles = dict(draft.titles)
        _fill(task, draft, workspace.actor, is_fixed=is_fixed)
        return work.commit(subject=task_id)


def remove_tasks(workspace: Workspace, *, task_ids: Sequence[UUID]) -> ChangeSet:
    """Take tasks off the list of their meeting."""
    with workspace.write("Remove preparation task") as work:
        for task_id in task_ids:
            work.delete(work.get(PreparationTask, task_id))
        return work.commit(subject=task_ids[0] if task_ids else None)


def mark_done(
    workspace: Workspace, *, task_ids: Sequence[UUID], on: date | None = None, by: str = ""
) -> ChangeSet:
    """Mark tasks as done, on a day and by whom; without these, today and by whoever says so."""
    with workspace.write("Mark as done") as work:
        day = on or our_today_in(work, workspace)
        for task_id in task_ids:
            task = work.get(PreparationTask, task_id)
            task.done_on = day
            task.done_by = by or workspace.actor
        return work.commit(subject=task_ids[0] if task_ids else None)


def mark_not_done(workspace: Workspace, *, task_ids: Sequence[UUID]) -> ChangeSet:
    """Mark tasks as not done after all."""
    with workspace.write("Mark as not done") as work:
        for task_id in task_ids:
            task = work.get(PreparationTask, task_id)
            task.done_on = None
            task.done_by = ""
        return work.commit(subject=task_ids[0] if task_ids else None)


def rework(work: UnitOfWork, meeting: Meeting) -> None:
    """Bring the list of a meeting that is ahead in step with its dates and its body's terms."""
    if meeting.body_id is None or meeting.status in _OVER:
        return
    offsets = sorted(
        work.find(PreparationOffset, body_id=meeting.body_id), key=lambda offset: offset.ordinal
    )
    tasks = work.find(PreparationTask, meeting_id=meeting.id)
    by_offset = {task.offset_id: task for task in tasks if task.offset_id is not None}
    last = max((task.ordinal for task in tasks), default=0)
    for offset in offsets:
        task = by_offset.get(offset.id)
        if task is None:
            last += 1
            task = work.add(
                PreparationTask(
                    meeting_id=meeting.id,
                    offset_id=offset.id,
                    ordinal=last,
                    titles=dict(offset.titles),
                )
            )
        if not task.is_fixed and task.done_on is None:
            task.due_on = _due_on(offset, meeting)
            task.party_id = _whose(work, offset, meeting)


def _due_on(offset: PreparationOffset, meeting: Meeting) -> date | None:
    last = meeting.ends_on or meeting.planned_ends_on
    return due_day(offset.anchor, offset.days, starts_on=meeting.first_day, ends_on=last)


def _whose(reader: Reader, offset: PreparationOffset, meeting: Meeting) -> UUID | None:
    """Return whose task it is at this meeting; ``None`` where it is several sides'."""
    if offset.side is TaskSide.PARTY:
        return offset.party_id
    if offset.side is TaskSide.HOST:
        return meeting.host_party_id
    if offset.side is TaskSide.GUESTS and meeting.host_party_id is not None:
        seats = seats_on(reader, body_id=meeting.body_id, day=meeting.first_day)
        guests = {seat.party_id for seat in seats} - {meeting.host_party_id}
        return guests.pop() if len(guests) == 1 else None
    return None


def _meetings_ahead(work: UnitOfWork, body_id: UUID) -> list[Meeting]:
    """Return the meetings to come that have a list already, or dates to make one from."""
    return [
        meeting for meeting in work.find(Meeting, body_id=body_id) if meeting.status not in _OVER
    ]


def _save_offset(
    work: UnitOfWork,
    offset: PreparationOffset | None,
    draft: OffsetDraft,
    body_id: UUID,
    ordinal: int,
) -> None:
    if offset is None:
        offset = work.add(
            PreparationOffset(
                body_id=body_id, ordinal=ordinal, titles=dict(draft.titles), anchor=draft.anchor
            )
        )
    elif offset.titles != draft.titles:
        for task in work.find(PreparationTask, offset_id=offset.id):
            if task.titles == offset.titles and task.done_on is None:
                task.titles = dict(draft.titles)
    if draft.party_id is not None:
        work.get(Party, draft.party_id)
    offset.ordinal = ordinal
    offset.titles = dict(draft.titles)
    offset.anchor = draft.anchor
    offset.days = draft.days
    offset.side = draft.side
    offset.party_id = draft.party_id if draft.side is TaskSide.PARTY else None
    offset.precedent = draft.precedent


def _drop_offset(work: UnitOfWork, offset: PreparationOffset) -> None:
    """Take a term away, and with it the tasks that nobody has done or changed."""
    for task in work.find(PreparationTask, offset_id=offset.id):
        if task.done_on is None and not task.is_fixed and not task.note:
            work.delete(task)
    work.delete(offset)


def _fill(task: PreparationTask, draft: TaskDraft, actor: str, *, is_fixed: bool) -> None:
    task.party_id = draft.party_id
    task.due_on = draft.due_on
    task.note = draft.note
    task.is_fixed = is_fixed
    task.done_on = draft.done_on
    task.done_by = (draft.done_by or actor) if draft.done_on else ""


def _require_title(titles: Names) -> None:
    if not any(text.strip() for text in titles.values()):
        raise InvalidValue("task", (("titles", "Say what is to be done."),))


def _require_fit(drafts: Sequence[OffsetDraft]) -> None:
    problems = []
    for place, draft in enumerate(drafts, start=1):
        if not any(text.strip() for text in draft.titles.values()):
            problems.append(("offsets", f"Task {place} has no name: say what is to be done."))
        if not 0 <= draft.days <= _LONGEST:
            problems.append(("offsets", f"Task {place}: enter from 0 to {_LONGEST} days."))
        if draft.side is TaskSide.PARTY and draft.party_id is None:
            problems.append(("offsets", f"Task {place}: choose the party whose task it is."))
    if problems:
        raise InvalidValue("preparation list", tuple(problems))
