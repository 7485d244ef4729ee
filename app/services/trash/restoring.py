"""The verb that brings back what was deleted, whatever else was done since."""

from dataclasses import replace
from uuid import UUID

from app.domain.errors import Misfortune, RuleBroken, Sealed
from app.services.agenda_order import renumber
from app.store.change_set import ChangeSet
from app.store.images import key_from
from app.store.past_images import model_of
from app.store.queries.record_marks import MARKS, rank_of
from app.store.queries.record_names import Named, RecordNames, is_present
from app.store.queries.trash import is_taken_back
from app.store.restoring import Deletion, Ref, bring_back, missing_for
from app.store.undoing import CannotBeUndone, ChangedSince, take_back
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["NotInTrash", "NotRestored", "OfUnknownKind", "RestoreFirst", "restore"]

_ITEM = "agenda_item"
_PLURALS = {"minutes": "editions of the minutes"}


class NotInTrash(Misfortune):
    """What was to be restored is there already, or was never deleted."""

    def __init__(self) -> None:
        super().__init__("This is not in the trash any more.", "It was restored in the meantime.")


class RestoreFirst(Misfortune):
    """What was to be restored belongs to something that was deleted as well."""

    def __init__(self, what: str, missing: Named) -> None:
        kind = missing.kind.replace("_", " ")
        told = f"{kind} “{missing.short}”" if missing.short else kind
        super().__init__(
            f"{what} was not restored: the {told}, which it needs, was deleted too.",
            f"Restore the {kind} first.",
        )
        self.missing = missing


class OfUnknownKind(Misfortune):
    """Something that was deleted is of a kind that this version of the program does not know."""

    def __init__(self) -> None:
        super().__init__(
            "This holds records of a kind that this JWG Desk does not know.",
            "Restore it with the version that deleted it.",
        )


class NotRestored(Misfortune):
    """What stands in the workspace now leaves no room for what was to be restored."""

    def __init__(self, what: str, reason: Misfortune) -> None:
        super().__init__(
            f"{what} was not restored. {reason.sentence}",
            reason.remedy
            if isinstance(reason, Sealed)
            else "Change the record that has its number or place now, then restore it.",
        )


def restore(workspace: Workspace, *, number: int, language: str = "en") -> ChangeSet:
    """Bring back everything that a change set deleted, with all that hung on it.

    What else the change set did is taken back with it, as the moves of a merge. Where its
    neighbours have changed since, what was deleted comes back among them.

    Args:
        workspace: The workspace.
        number: The change set, as the trash tells it.
        language: For the names of records in a refusal.

    Raises:
        NotInTrash: if it was restored already.
        OfUnknownKind: if an older or newer version of the program deleted it.
        RestoreFirst: if something it belongs to is gone too.
        NotRestored: if its number or place was taken since, or something was signed.
        ChangedSince: if what was changed along with it was changed again.
    """
    with workspace.read() as reader:
        deletion = Deletion.of(reader, number)
        if is_taken_back(reader, number) or not deletion.gone:
            raise NotInTrash
        if is_present(reader, deletion.gone):
            raise NotInTrash
        if any(kind not in MARKS for kind, _key in (*deletion.gone, *deletion.changed)):
            raise OfUnknownKind
        names = RecordNames(reader, language)
        first = deletion.roots(min((ref[0] for ref in deletion.gone), key=rank_of))[0]
        missing = missing_for(reader, deletion)
        names.load([first, *missing[:1]])
        what = _say(names.name(first))
        if missing:
            raise RestoreFirst(what, names.name(missing[0]))
    use_case = f"Restore {_say_kinds(deletion, first[0])}"
    try:
        with workspace.write(use_case, undo_of=number) as work:
            change = take_back(work, number=number, use_case=use_case)
            return replace(change, subject=_subject(first))
    except (ChangedSince, CannotBeUndone):
        if not deletion.is_pure:
            raise
    with workspace.write(use_case, undo_of=number) as work:
        try:
            return _bring_back(work, deletion, first)
        except (RuleBroken, Sealed) as reason:
            raise NotRestored(what, reason) from reason


def _bring_back(work: UnitOfWork, deletion: Deletion, first: Ref) -> ChangeSet:
    bring_back(work, deletion)
    for meeting_id in _meetings_of_items(deletion):
        renumber(work, meeting_id)
    return work.commit(subject=_subject(first))


def _meetings_of_items(deletion: Deletion) -> set[UUID]:
    return {
        UUID(image["meeting_id"]) for (kind, _key), image in deletion.gone.items() if kind == _ITEM
    }


def _subject(ref: Ref) -> UUID | int | None:
    """Return the key that others turn to the record by; one with a double key has none."""
    kind, key = ref
    values = list(key_from(model_of(kind), key).values())
    return values[0] if len(values) == 1 else None


def _say(named: Named) -> str:
    kind = named.kind.replace("_", " ")
    return f"The {kind} “{named.short}”" if named.short else f"The {kind}"


def _say_kinds(deletion: Deletion, kind: str) -> str:
    told, count = kind.replace("_", " "), len(deletion.roots(kind))
    return told if count == 1 else f"{count} {_PLURALS.get(kind, f'{told}s')}"
