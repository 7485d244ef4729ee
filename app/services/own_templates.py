"""Verbs for an office's own templates: the workspace carries them, and they go before ours.

A body may have one of its own (``bodies/CODE/agenda.en.xml.jinja``); it goes before the general one
of the same name, whoever it comes from.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app import paths
from app.documents.kinds import DocumentKind
from app.domain.errors import Misfortune
from app.domain.workspace_facts import StoreMeta
from app.services import disk
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

_PREFIX = "template:"
_DRAFT = "template draft:"
_NAME = re.compile(
    r"(bodies/(?P<body>[A-Za-z0-9][A-Za-z0-9 ._-]{0,79})/)?"
    r"(?P<stem>[a-z_]+)\.(?P<language>[a-z]{2,3})\.xml\.jinja"
)
_KINDS = {kind.value.replace("-", "_"): kind for kind in DocumentKind}
_PARTS = "parts"
_LONGEST = 200_000


class NoTemplateName(Misfortune):
    """A template was to be saved under a name under which it would never be found."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is not the name of a template.",
            "Name it after a document and its language, such as “agenda.en.xml.jinja”.",
        )
        self.name = name


class TemplateTooLarge(Misfortune):
    """A template was to be saved that is larger than any template is."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The template “{name}” is longer than {_LONGEST:,} characters.", "Shorten it."
        )
        self.name = name


class TemplateThere(Misfortune):
    """A template was to be begun that there is already."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "There is already a template for this document, language and body.",
            "Choose it in the list and change it there.",
            field="language",
        )
        self.name = name


@dataclass(frozen=True)
class TemplateRow:
    """A template that documents of this workspace can be made with.

    Attributes:
        name: Its name, with the folder of the body whose own it is.
        kind: What it makes; ``None`` for parts that others include.
        language: The language of its wording.
        body_code: The body whose own it is; empty for a general one.
        is_own: Whether the workspace carries it.
        is_shipped: Whether one of this name comes with JWG Desk.
    """

    name: str
    kind: DocumentKind | None
    language: str
    body_code: str
    is_own: bool
    is_shipped: bool


def carried(workspace: Workspace) -> Mapping[str, str]:
    """Return the sources of the workspace's own templates by name."""
    with workspace.read() as reader:
        found = {each.key: each.value for each in reader.find(StoreMeta)}
    return {
        key.removeprefix(_PREFIX): value for key, value in found.items() if key.startswith(_PREFIX)
    }


def list_templates(workspace: Workspace) -> tuple[TemplateRow, ...]:
    """Return every template, the workspace's own and ours, by name."""
    folder = paths.template_folder()
    shipped = {file.relative_to(folder).as_posix() for file in folder.rglob("*.xml.jinja")}
    own = carried(workspace).keys()
    rows = (_row(name, own, shipped) for name in sorted(own | shipped))
    return tuple(row for row in rows if row is not None)


def read(workspace: Workspace, *, name: str) -> str:
    """Return the source of a template: the workspace's own, else ours.

    Raises:
        NoTemplateName: There is none of that name.
    """
    own = carried(workspace).get(name)
    if own is not None:
        return own
    shipped = paths.template_folder() / name
    if _NAME.fullmatch(name) is None or not shipped.is_file():
        raise NoTemplateName(name)
    return disk.read_file(shipped).decode()


def read_draft(workspace: Workspace, *, name: str) -> str | None:
    """Return what somebody began to write of a template and has not saved; else nothing."""
    with workspace.read() as reader:
        held = reader.first(StoreMeta, key=_DRAFT + name)
        return held.value if held else None


def keep_draft(workspace: Workspace, *, name: str, source: str) -> ChangeSet:
    """Keep what is being written of a template, right or wrong; no document is made with it.

    Raises:
        NoTemplateName: No document would ever find it under that name.
        TemplateTooLarge: It is longer than any template.
    """
    _require_name(name)
    if len(source) > _LONGEST:
        raise TemplateTooLarge(name)
    with workspace.write("Edit template") as work:
        _put(work, _DRAFT + name, source)
        return work.commit()


def drop_draft(workspace: Workspace, *, name: str) -> ChangeSet:
    """Forget what was begun of a template."""
    with workspace.write("Discard changes to template") as work:
        _take(work, _DRAFT + name)
        return work.commit()


def check(workspace: Workspace, *, name: str, source: str) -> None:
    """Look whether a template can be used at all, whatever the facts.

    Raises:
        NoTemplateName: No document would ever find it under that name.
        TemplateError: It cannot be used; the error names the line.
    """
    from app.documents.templates import templates_with

    _require_name(name)
    if len(source) > _LONGEST:
        raise TemplateTooLarge(name)
    templates_with({**carried(workspace), name: source}).check(name)


def save(workspace: Workspace, *, name: str, source: str) -> ChangeSet:
    """Have the workspace carry a template, which goes before ours of the same name from now on.

    Raises:
        NoTemplateName: No document would ever find it under that name.
        TemplateError: It cannot be used; the error names the line.
    """
    check(workspace, name=name, source=source)
    with workspace.write("Save template") as work:
        _put(work, _PREFIX + name, source)
        _take(work, _DRAFT + name)
        return work.commit()


def restore(workspace: Workspace, *, name: str) -> ChangeSet:
    """Go back to our template of that name."""
    with workspace.write("Restore template") as work:
        _take(work, _PREFIX + name)
        _take(work, _DRAFT + name)
        return work.commit()


def require_free(workspace: Workspace, *, name: str) -> None:
    """Check that there is no template of that name yet.

    Raises:
        NoTemplateName: No document would ever find it under that name.
        TemplateThere: There is one.
    """
    _require_name(name)
    if any(row.name == name for row in list_templates(workspace)):
        raise TemplateThere(name)


def name_for(*, kind: DocumentKind, language: str, body_code: str = "") -> str:
    """Return the name under which a template of a document is found.

    Raises:
        NoTemplateName: The code of the body cannot be part of a name.
    """
    own = f"bodies/{body_code}/" if body_code else ""
    name = f"{own}{DocumentKind(kind).value.replace('-', '_')}.{language}.xml.jinja"
    _require_name(name)
    return name


def _put(work: UnitOfWork, key: str, value: str) -> None:
    held = work.first(StoreMeta, key=key)
    if held is None:
        work.add(StoreMeta(key=key, value=value))
    else:
        held.value = value


def _take(work: UnitOfWork, key: str) -> None:
    held = work.first(StoreMeta, key=key)
    if held is not None:
        work.delete(held)


def _row(name: str, own: Collection[str], shipped: Collection[str]) -> TemplateRow | None:
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    return TemplateRow(
        name=name,
        kind=_KINDS.get(found["stem"]),
        language=found["language"],
        body_code=found["body"] or "",
        is_own=name in own,
        is_shipped=name in shipped,
    )


def _require_name(name: str) -> None:
    found = _NAME.fullmatch(name)
    known = found is not None and (found["stem"] in _KINDS or found["stem"].endswith(_PARTS))
    if not known or ".." in name:
        raise NoTemplateName(name)
