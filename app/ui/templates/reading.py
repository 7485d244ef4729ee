"""Reads what was chosen on the Templates page in one go, away from the window's thread."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.templates.entries import Entry, EntryKind
from app.ui.templates.view import LetterheadShown

if TYPE_CHECKING:
    from app.ui.services import Services


@dataclass(frozen=True)
class LetterScope:
    """For whose letters a letterhead is wanted.

    Attributes:
        body_id: The body in hand.
        is_of_body: Whether for its letters alone; ``None`` for its own if it has one.
    """

    body_id: UUID | None = None
    is_of_body: bool | None = None


@dataclass(frozen=True)
class Shown:
    """An entry with everything that is shown of it.

    Attributes:
        entry: Which.
        can_edit: Whether the workspace can be written.
        source: Of a template what was written last, saved or not.
        saved: Of a template what documents are made with.
        form: Of a Word form what the list says of it.
        report: Of a Word form what was found in it.
        body: Of a Word form what the body is called whose it is.
        style_name: Of the house style the file that it came from.
        letterhead: Of a letterhead what is on it, and for whose letters.
        fields: What can be put in.
        no_fields: Why nothing can.
    """

    entry: Entry
    can_edit: bool
    source: str = ""
    saved: str = ""
    form: Any = None
    report: Any = None
    body: str = ""
    style_name: str = ""
    letterhead: LetterheadShown = field(default_factory=LetterheadShown)
    fields: tuple[Any, ...] = ()
    no_fields: str = ""

    def written(self, source: str) -> "Shown":
        """Return the same with other words in the editor."""
        return replace(self, source=source)


def read_shown(
    services: "Services",
    workspace: Any,
    entry: Entry,
    *,
    meeting_id: UUID | None,
    scope: LetterScope,
    language: str,
) -> Shown:
    """Return an entry with everything that is shown of it.

    Args:
        services: What reads it.
        workspace: The workspace.
        entry: Which.
        meeting_id: The meeting that it is tried with.
        scope: For whose letters a letterhead is shown.
        language: The language in which names are shown.

    Raises:
        Misfortune: It is not there any more, or is damaged.
    """
    shown = Shown(entry, can_edit=not workspace.read_only)
    match entry.kind:
        case EntryKind.STYLE:
            return replace(shown, style_name=services.house_styles.name_of_current(workspace))
        case EntryKind.LETTERHEAD:
            return _letterhead(services, workspace, shown, scope, language=language)
        case EntryKind.FORM:
            return _form(services, workspace, shown, meeting_id, language=language)
        case EntryKind.TEMPLATE:
            return _template(services, workspace, shown, meeting_id)


def _template(services: "Services", workspace: Any, shown: Shown, meeting_id: UUID | None) -> Shown:
    templates, name = services.own_templates, shown.entry.key
    saved = templates.read(workspace, name=name)
    draft = templates.read_draft(workspace, name=name)
    shown = replace(shown, saved=saved, source=saved if draft is None else draft)
    if meeting_id is None:
        return shown
    try:
        fields = services.template_trials.list_fields(workspace, meeting_id=meeting_id, name=name)
    except Misfortune as problem:
        return replace(shown, no_fields=problem.sentence)
    return replace(shown, fields=fields)


def _form(
    services: "Services",
    workspace: Any,
    shown: Shown,
    meeting_id: UUID | None,
    *,
    language: str,
) -> Shown:
    forms, key = services.own_forms, shown.entry.key
    row = next((each for each in forms.list_forms(workspace) if each.id == key), None)
    report = forms.check(workspace, form_id=key, meeting_id=meeting_id)
    bodies = services.bodies.list_all(workspace, language=language)
    names = {each.id: each.name for each in bodies}
    shown = replace(shown, form=row, report=report)
    if row is not None and row.body_id is not None:
        shown = replace(shown, body=names.get(row.body_id, ""))
    if meeting_id is None:
        return shown
    fields = services.template_trials.list_form_fields(
        workspace, meeting_id=meeting_id, language=shown.entry.language
    )
    return replace(shown, fields=fields)


def _letterhead(
    services: "Services", workspace: Any, shown: Shown, scope: LetterScope, *, language: str
) -> Shown:
    letterheads = services.letterheads
    rows = letterheads.list_letterheads(workspace)
    there = {row.body_id: row for row in rows if row.party_id == shown.entry.key}
    own = scope.body_id is not None and scope.is_of_body
    if scope.is_of_body is None:
        own = scope.body_id is not None and scope.body_id in there
    found = there.get(scope.body_id if own else None)
    logo = b""
    if found is not None and found.logo_id is not None:
        logo = letterheads.read_logo(workspace, logo_id=found.logo_id)
    bodies = services.bodies.list_all(workspace, language=language)
    names = ((each.name, each.code) for each in bodies if each.id == scope.body_id)
    name, code = next(names, ("", ""))
    return replace(shown, letterhead=LetterheadShown(found, logo, name, code, bool(own)))
