"""Computes what a version changes, drafts a note of it, and finds what a note leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.rules import RuleVersion, VersionStatus
from app.services.rule_names import names_of
from app.services.rule_reading import Change, ReadProvision, read
from app.store.queries.rules import ProvisionRow, list_languages, read_version
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.change_notes import (
    Done,
    NamedChange,
    Numbered,
    Path,
    draft_note,
    is_declared,
    mentions_in,
    paths_of,
    spell_alone,
)

__all__ = ["VersionChange", "VersionChanges", "compute", "draft_notes", "find_undeclared"]

_DONE = {
    Change.INSERTED: Done.INSERTED,
    Change.CHANGED: Done.REWORDED,
    Change.MOVED: Done.MOVED,
    Change.REPEALED: Done.REPEALED,
    Change.RENUMBERED: Done.RENUMBERED,
}
_NOTED_IN = ("en", "ko", "mn", "ja")
_SHOWN = 40


@dataclass(frozen=True)
class VersionChange:
    """What a version did to one provision.

    Attributes:
        name: What the provision is called in it, or was called before it was repealed.
        was: What it was called before, where that differs.
        is_part: Whether it only shares what became of the provision it stands in.
    """

    eid: str
    done: Done
    name: str
    was: str
    is_part: bool
    path: Path
    old_path: Path
    names: Mapping[str, str]
    old_names: Mapping[str, str]


@dataclass(frozen=True)
class VersionChanges:
    """What a version changes in the text before it.

    Attributes:
        against: The number of the version before; ``None`` where it is the first text.
        against_label: How that one is called as printed.
        changes: Everything that differs, in reading order.
    """

    against: int | None
    against_label: str
    changes: tuple[VersionChange, ...]


def compute(workspace: Workspace, *, version_id: UUID, language: str = "en") -> VersionChanges:
    """Return what a version changes in the text before it, whatever anybody declares."""
    with workspace.read() as reader:
        version = reader.get(RuleVersion, version_id)
        before = _before(reader, version)
        if before is None:
            return VersionChanges(None, "", ())
        held = list_languages(reader, document_id=version.document_id) or (language,)
        languages = (language, *(tag for tag in held if tag != language))
        named = _Named(reader, version.document_id, before.number, version.number)
    found = read(
        workspace,
        document_id=version.document_id,
        languages=languages,
        number=version.number,
        against=before.number,
    )
    rows = found.provisions if found is not None else ()
    return VersionChanges(before.number, before.label, tuple(_changes(rows, named, language)))


def draft_notes(computed: VersionChanges, *, languages: tuple[str, ...]) -> dict[str, str]:
    """Return a change note in each language that names everything that was changed."""
    return {
        language: draft_note(
            [
                NamedChange(
                    each.done,
                    each.names.get(language, each.name),
                    each.old_names.get(language, each.was) if each.was else "",
                )
                for each in computed.changes
                if not each.is_part
            ],
            language=language,
        )
        for language in languages
        if language in _NOTED_IN
    }


def find_undeclared(
    computed: VersionChanges, notes: Mapping[str, str]
) -> tuple[VersionChange, ...]:
    """Return the changes that a note leaves out in one of its languages.

    A number that follows from the others is no change, and what is empty declares nothing.
    """
    told = [note for note in notes.values() if note.strip()] or [""]
    mentions = [(note, mentions_in(note)) for note in told]
    return tuple(
        each
        for each in computed.changes
        if each.done is not Done.RENUMBERED
        and not each.is_part
        and not all(_is_named(each, note, named) for note, named in mentions)
    )


def _is_named(change: VersionChange, note: str, mentions: frozenset[Path]) -> bool:
    return any(
        is_declared(path, tuple(names.values()), note, mentions)
        for path, names in ((change.path, change.names), (change.old_path, change.old_names))
        if path
    )


class _Named:
    """What the provisions of two versions are called, in each language."""

    def __init__(self, reader: Reader, document_id: UUID, before: int, after: int) -> None:
        self.old = _Names(reader, document_id, before)
        self.new = _Names(reader, document_id, after)


class _Names:
    def __init__(self, reader: Reader, document_id: UUID, number: int) -> None:
        rows = read_version(reader, document_id=document_id, number=number, language="en")
        self.paths = paths_of(Numbered(row.eid, row.kind, row.label, row.depth) for row in rows)
        unnamed = {row.eid: _beginning(row) for row in rows if not row.label and not row.heading}
        self._by_language = {tag: self._spelled(rows, tag) | unnamed for tag in _NOTED_IN}

    def _spelled(self, rows: tuple[ProvisionRow, ...], language: str) -> dict[str, str]:
        return {
            eid: spell_alone(self.paths.get(eid, ()), name, language=language)
            for eid, name in names_of(rows, language=language).items()
        }

    def of(self, eid: str) -> dict[str, str]:
        """Return what a provision is called in each language."""
        return {tag: names[eid] for tag, names in self._by_language.items() if eid in names}


def _before(reader: Reader, version: RuleVersion) -> RuleVersion | None:
    earlier = [
        row
        for row in reader.find(RuleVersion, document_id=version.document_id)
        if row.number < version.number
        and row.text_held
        and row.status is not VersionStatus.WITHDRAWN
    ]
    return max(earlier, key=lambda row: row.number, default=None)


def _changes(
    rows: tuple[ReadProvision, ...], named: _Named, language: str
) -> "list[VersionChange]":
    made: list[VersionChange] = []
    whole: list[tuple[int, Change]] = []
    for row in rows:
        while whole and whole[-1][0] >= row.depth:
            whole.pop()
        is_part = bool(whole) and whole[-1][1] is row.change
        if row.change in {Change.INSERTED, Change.REPEALED, Change.MOVED} and not is_part:
            whole.append((row.depth, row.change))
        done = _DONE.get(row.change)
        if done is None:
            continue
        old_names, names = named.old.of(row.eid), named.new.of(row.eid)
        now, was = names.get(language, ""), old_names.get(language, "")
        if done is Done.RENUMBERED and now == was:
            continue
        made.append(
            VersionChange(
                eid=row.eid,
                done=done,
                name=now or was or row.label,
                was=was if now and was and was != now else "",
                is_part=is_part or (done is Done.RENUMBERED and _follows(row.eid, made, named)),
                path=named.new.paths.get(row.eid, ()),
                old_path=named.old.paths.get(row.eid, ()),
                names=names,
                old_names=old_names,
            )
        )
    return made


def _follows(eid: str, made: list[VersionChange], named: _Named) -> bool:
    """Say whether only the number of an article above changed, as with its paragraphs."""
    new, old = named.new.paths.get(eid, ()), named.old.paths.get(eid, ())
    return len(new) > 1 and len(new) == len(old) and new[1:] == old[1:]


def _beginning(row: ProvisionRow) -> str:
    """Return how a provision is told that has neither number nor heading: by its first words."""
    words = " ".join(row.text.split())
    return f"“{words}”" if len(words) <= _SHOWN else f"“{words[:_SHOWN].rstrip()}…”"
