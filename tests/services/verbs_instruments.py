"""The further verbs of instruments, for the table of all verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.services import instruments

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.test_verbs import Act, Stage

VALUES = {"titles": {"en": "Memorandum"}, "code": "MOU-7", "kind": "mou"}


def _version(s: Stage, key: UUID) -> int:
    with s.workspace.read() as reader:
        found = reader.first(instruments.Instrument, id=key)
        return found.row_version if found else 1


def _with_party(s: Stage) -> UUID:
    instruments.set_party(
        s.workspace, instrument_id=s.instrument, party_id=s.world.korea, signatory="Minister"
    )
    return s.world.korea


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (instruments, "enter"): (
        lambda s, key: instruments.enter(
            s.workspace, values=VALUES, party_ids=(key or s.world.korea,)
        ),
        {"instrument", "instrument_party"},
    ),
    (instruments, "change"): (
        lambda s, key: instruments.change(
            s.workspace,
            instrument_id=key or s.instrument,
            values=VALUES,
            version=_version(s, key or s.instrument),
        ),
        {"instrument"},
    ),
    (instruments, "set_party"): (
        lambda s, key: instruments.set_party(
            s.workspace,
            instrument_id=s.instrument,
            party_id=key or s.world.korea,
            signed_on="2025",
        ),
        {"instrument_party"},
    ),
    (instruments, "remove_party"): (
        lambda s, key: instruments.remove_party(
            s.workspace, instrument_id=s.instrument, party_id=key or _with_party(s)
        ),
        {"instrument_party"},
    ),
}
