"""Fills a workspace with a register of many decisions and action items, past the slow way in."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from app.domain.action import ActionItem, ActionStatus
from app.domain.decision import Decision, DecisionKind, DecisionStatus, DecisionText
from app.domain.identity import new_id
from app.store.search_index import rebuild
from app.store.workspace import Workspace

DECISIONS = 10_000
ACTIONS = 2_000

_FIRST_DAY = date(1990, 1, 8)
_STAMP = datetime(2026, 3, 2, tzinfo=UTC)
_RECORD = {"row_version": 1, "created_at": _STAMP, "updated_at": _STAMP}
_SUBJECTS = {
    "en": ("landfill methodology", "project registration", "registry rules", "third-party entity"),
    "ko": ("매립지 방법론", "사업 등록", "등록부 규칙", "제3자 기관"),
    "ja": ("埋立地の方法論", "プロジェクトの登録", "登録簿の規則", "第三者機関"),
    "mn": ("хогийн цэгийн аргачлал", "төслийн бүртгэл", "бүртгэлийн журам", "гуравдагч этгээд"),
}
_STATES = (*(DecisionStatus.EFFECTIVE,) * 7, DecisionStatus.AMENDED, DecisionStatus.DRAFT)


def fill(
    workspace: Workspace, body_id: UUID, *, decisions: int = DECISIONS, actions: int = ACTIONS
) -> None:
    """Put decisions in four languages and action items of a body into a workspace; index them."""
    taken = [_decision(body_id, number) for number in range(1, decisions + 1)]
    texts = [text for number, each in enumerate(taken, 1) for text in _texts(each["id"], number)]
    owed = [_action(body_id, number) for number in range(1, actions + 1)]
    with workspace._writing.begin() as connection:
        for model, rows in ((Decision, taken), (DecisionText, texts), (ActionItem, owed)):
            table: Any = model.__table__  # type: ignore[attr-defined]
            for part in (rows[at : at + 2_000] for at in range(0, len(rows), 2_000)):
                connection.execute(insert(table), part)
        rebuild(connection, today=workspace.today())


def _decision(body_id: UUID, number: int) -> dict[str, Any]:
    status = _STATES[number % len(_STATES)]
    is_draft = status is DecisionStatus.DRAFT
    day = _FIRST_DAY + timedelta(days=number)
    return _RECORD | {
        "id": new_id(),
        "body_id": body_id,
        "symbol": None if is_draft else f"D/{number}",
        "temporary_symbol": f"TMP-{number}" if is_draft else "",
        "kind": tuple(DecisionKind)[number % len(DecisionKind)],
        "status": status,
        "taken_on": None if is_draft else day,
        "effective_on": None if is_draft else day,
        "conditions": {},
    }


def _texts(decision_id: UUID, number: int) -> list[dict[str, Any]]:
    return [
        _RECORD
        | {
            "id": new_id(),
            "decision_id": decision_id,
            "language": language,
            "title": f"{subjects[number % len(subjects)]} {number}",
            "text": f"{subjects[(number + 1) % len(subjects)]}. " * 4,
        }
        for language, subjects in _SUBJECTS.items()
    ]


def _action(body_id: UUID, number: int) -> dict[str, Any]:
    return _RECORD | {
        "id": new_id(),
        "body_id": body_id,
        "code": f"A-{number}",
        "texts": {"en": f"Send the draft of working paper {number}"},
        "due_on": _FIRST_DAY + timedelta(days=7 * number),
        "status": tuple(ActionStatus)[number % len(ActionStatus)],
    }
