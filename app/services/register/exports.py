"""Verbs that save the register: as an Excel workbook, as Word, one decision, its circular."""

from datetime import date
from pathlib import Path
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.names import in_language
from app.exchange.spreadsheet import WrittenSheet, write_workbook
from app.services import disk, issuing
from app.services.parties import our_today_in
from app.services.register.relations import name_of
from app.services.register.sheets import show
from app.services.safe_names import safe_name
from app.store.queries.register import RegisterRow, list_register
from app.store.workspace import Workspace

__all__ = [
    "save_circular",
    "save_decision",
    "save_register",
    "save_workbook",
    "suggest_name",
]

_HEADINGS = (
    *("Number", "Temporary number", "Title", "Text", "Kind", "Standing", "Channel"),
    *("Taken on", "In effect from", "Published on", "Meeting", "Relations", "Rules"),
    *("Reservations", "Conditions", "Note"),
)


def suggest_name(workspace: Workspace, *, body_id: UUID | None = None) -> str:
    """Return what the file of a register should be called, without its ending."""
    with workspace.read() as reader:
        code = reader.get(Body, body_id).code if body_id else ""
    return safe_name(f"Register of decisions - {code}" if code else "Register of decisions")


def suggest_decision_name(workspace: Workspace, *, decision_id: UUID) -> str:
    """Return what the file of one decision should be called, without its ending."""
    with workspace.read() as reader:
        return safe_name(f"Decision {name_of(reader.get(Decision, decision_id))}")


def save_workbook(
    workspace: Workspace, *, path: Path, body_id: UUID | None = None, language: str = "en"
) -> Path:
    """Write the register of a body, or of all bodies on a sheet each, as an Excel workbook.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        rows = list_register(reader, body_id=body_id, language=language, today=today)
        bodies = {row.body_id: reader.get(Body, row.body_id) for row in rows}
        if body_id is not None:
            bodies.setdefault(body_id, reader.get(Body, body_id))
    sheets = [
        WrittenSheet(
            title=body.code,
            headings=_HEADINGS,
            rows=tuple(_cells(workspace, row, language) for row in rows if row.body_id == key),
            caption=f"Register of decisions: {in_language(body.names, language)}",
        )
        for key, body in bodies.items()
    ]
    if not sheets:
        sheets = [WrittenSheet(title="Decisions", headings=_HEADINGS, rows=())]
    title = "Register of decisions"
    return disk.write_file(path, write_workbook(sheets, title=title, at=workspace.clock.now()))


def save_register(workspace: Workspace, *, body_id: UUID, path: Path, language: str = "en") -> Path:
    """Write the whole register of a body as Word.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    wanted = issuing.Wanted(kind=DocumentKind.DECISION_REGISTER, body_id=body_id, language=language)
    return issuing.save_where_chosen(workspace, wanted, folder_or_path=path)


def save_decision(
    workspace: Workspace, *, decision_id: UUID, path: Path, language: str = "en"
) -> Path:
    """Write one decision as Word.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    wanted = issuing.Wanted(kind=DocumentKind.DECISION, decision_id=decision_id, language=language)
    return issuing.save_where_chosen(workspace, wanted, folder_or_path=path)


def save_circular(
    workspace: Workspace, *, decision_id: UUID, path: Path, language: str = "en"
) -> Path:
    """Write the circular by which a decision is sought as Word.

    Raises:
        NoProcedure: if it is not sought in writing.
        FileNotWritten: naming the file and the reason.
    """
    wanted = issuing.Wanted(kind=DocumentKind.CIRCULAR, decision_id=decision_id, language=language)
    return issuing.save_where_chosen(workspace, wanted, folder_or_path=path)


def _cells(workspace: Workspace, row: RegisterRow, language: str) -> tuple[str, ...]:
    sheet = show(workspace, decision_id=row.id, language=language)
    relations = (
        f"{each.relation} {each.symbol}"
        if each.is_outward
        else f"{each.symbol} {each.relation} this"
        for each in sheet.related
    )
    return (
        row.symbol,
        row.alias,
        row.title,
        in_language(sheet.texts, language),
        row.kind.replace("-", " "),
        row.standing.value.replace("-", " "),
        row.channel,
        _day(row.taken_on),
        _day(row.effective_on),
        _day(row.published_on),
        row.meeting,
        "; ".join(relations),
        "; ".join(f"{each.how} {each.title} {each.label}".strip() for each in sheet.rules),
        "; ".join(f"{each.party.name}: {each.statement}" for each in sheet.positions),
        in_language(sheet.conditions, language),
        sheet.status_note,
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
