"""Verbs for reading rules: a text on any day, in several languages, beside an earlier one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.domain.names import in_language
from app.domain.rules import ProvisionKind, RuleDocument
from app.services.rule_names import labels_of, names_of
from app.services.rule_wording import Piece, PieceKind, compare_words, plain_words
from app.store.queries import provision_history as history_queries
from app.store.queries import rules as queries
from app.store.queries.provision_history import ProvisionStep, Reliance
from app.store.queries.rules import ProvisionRow, VersionRow
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.alignment import heaviest_chain
from app.texts.cross_references import resolve
from app.texts.provision_index import PlacedProvision, ProvisionIndex
from app.texts.reference_grammars import find_references

__all__ = [
    "Change",
    "Piece",
    "PieceKind",
    "ProvisionStep",
    "ReadProvision",
    "ReadRules",
    "Reliance",
    "Wording",
    "read",
    "show_history",
    "show_reliances",
]


class Change(StrEnum):
    """What became of a provision between two versions."""

    NONE = "none"
    RENUMBERED = "renumbered"
    CHANGED = "changed"
    MOVED = "moved"
    INSERTED = "inserted"
    REPEALED = "repealed"


@dataclass(frozen=True)
class Wording:
    """What a provision says in one language.

    Attributes:
        asked: The language that was asked for.
        language: The language that the words are in, where there are none in that.
        status: Whether the text is authentic, official or a working text.
        label: Its number as that language writes it.
    """

    asked: str
    language: str
    status: str
    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]
    label: str = ""


@dataclass(frozen=True)
class ReadProvision:
    """A provision on the page.

    Attributes:
        label: Its number now; of a repealed one the number it had.
        was: The number it had in the other version, where that differs.
        wordings: One for each language that was asked for, in that order.
        name: What it is called in the first of them: ``Article 2(1)``.
    """

    eid: str
    kind: str
    depth: int
    label: str
    was: str
    change: Change
    wordings: tuple[Wording, ...]
    name: str = ""


@dataclass(frozen=True)
class ReadRules:
    """A text of rules on the page.

    Attributes:
        against: The version it is compared with.
        languages: The languages that were asked for.
        held: Every language in which some of the text is held.
        versions: All versions, the earliest first.
    """

    document_id: UUID
    code: str
    title: str
    scope_note: str
    version: VersionRow
    against: VersionRow | None
    languages: tuple[str, ...]
    held: tuple[str, ...]
    versions: tuple[VersionRow, ...]
    provisions: tuple[ReadProvision, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The identities of the provisions that did not stay as they were, in reading order."""
        still = (Change.NONE, Change.RENUMBERED)
        return tuple(each.eid for each in self.provisions if each.change not in still)


def read(
    workspace: Workspace,
    *,
    document_id: UUID,
    languages: tuple[str, ...] = ("en",),
    number: int | None = None,
    on: date | None = None,
    against: int | None = None,
) -> ReadRules | None:
    """Return a text of rules as it is read.

    Args:
        workspace: The workspace.
        document_id: Which rules.
        languages: The languages that stand side by side.
        number: Which version, counted from 1; by default the one in force, else the latest.
        on: The day on which the text shall have been in force, instead of a number.
        against: A version with which it is compared; what differs is marked.

    Returns:
        The text; ``None`` where there is no version, or none was in force on that day.
    """
    with workspace.read() as reader:
        document = reader.get(RuleDocument, document_id)
        versions = queries.list_versions(reader, document_id=document_id, language=languages[0])
        chosen = _chosen(reader, document_id, versions, number, on or workspace.today(), on)
        if chosen is None:
            return None
        other = next((each for each in versions if each.number == against), None)
        return ReadRules(
            document_id=document_id,
            code=document.code,
            title=in_language(document.titles, languages[0]),
            scope_note=in_language(document.scope_notes, languages[0]),
            version=chosen,
            against=other if other is not chosen else None,
            languages=languages,
            held=queries.list_languages(reader, document_id=document_id),
            versions=versions,
            provisions=_Page(reader, document_id, languages).provisions(
                chosen.number, other.number if other and other is not chosen else None
            ),
        )


def show_history(
    workspace: Workspace, *, document_id: UUID, eid: str, language: str = "en"
) -> tuple[ProvisionStep, ...]:
    """Return every wording that a provision had and who changed it, the latest first."""
    with workspace.read() as reader:
        steps = history_queries.list_steps(
            reader, document_id=document_id, eid=eid, language=language
        )
        return tuple(_spelled(reader, document_id, step, language) for step in steps)


def show_reliances(
    workspace: Workspace, *, document_id: UUID, number: int, eid: str, language: str = "en"
) -> tuple[Reliance, ...]:
    """Return the provisions that rely on a provision, each by its whole name.

    Those of the same text name it by its number (“Article 6(2)”), by its place (“the preceding
    paragraph”) or by its mark; those of other rules were linked to it.
    """
    with workspace.read() as reader:
        linked = history_queries.list_linked(
            reader, document_id=document_id, eid=eid, language=language
        )
        rows = queries.read_version(
            reader, document_id=document_id, number=number, language=language
        )
        document = in_language(reader.get(RuleDocument, document_id).titles, language)
    naming = [*_naming(rows, eid), *(each.eid for each in linked if not each.is_elsewhere)]
    names = names_of(rows, language=language) if naming else {}
    labels = {row.eid: row.label for row in rows}
    return tuple(
        Reliance(document_id, document, each, names.get(each, labels.get(each, "")))
        for each in dict.fromkeys(naming)
    ) + tuple(each for each in linked if each.is_elsewhere)


def _naming(rows: tuple[ProvisionRow, ...], eid: str) -> Iterator[str]:
    """Yield the provisions whose words name one, in reading order."""
    index = ProvisionIndex(
        PlacedProvision(row.eid, ProvisionKind(row.kind), row.label, row.parent_eid) for row in rows
    )
    for row in rows:
        for found in find_references(row.text, language=row.language):
            if not found.is_foreign and resolve(found, index, at=row.eid) == eid != row.eid:
                yield row.eid


def _spelled(
    reader: Reader, document_id: UUID, step: ProvisionStep, language: str
) -> ProvisionStep:
    """Return a step with the provisions that its text refers to as they were called then."""
    if "{ref:" not in step.text:
        return step
    rows = queries.read_version(
        reader, document_id=document_id, number=step.version, language=language
    )
    pieces = plain_words(step.text, names_of(rows, language=language))
    return replace(step, text="".join(piece.words for piece in pieces))


def _chosen(
    reader: Reader,
    document_id: UUID,
    versions: tuple[VersionRow, ...],
    number: int | None,
    day: date,
    on: date | None,
) -> VersionRow | None:
    wanted = number
    if wanted is None:
        wanted = queries.version_in_force(reader, document_id=document_id, on=day)
    if wanted is None and on is None and versions:
        wanted = versions[-1].number
    return next((each for each in versions if each.number == wanted), None)


@dataclass(frozen=True)
class _Page:
    reader: Reader
    document_id: UUID
    languages: tuple[str, ...]

    def provisions(self, number: int, against: int | None) -> tuple[ReadProvision, ...]:
        now = {language: self._rows(number, language) for language in self.languages}
        if against is None:
            before: dict[str, dict[str, ProvisionRow]] = {}
        else:
            before = {language: self._rows(against, language) for language in self.languages}
        first = self.languages[0]
        old = before.get(first, {})
        order = _merged(list(old), list(now[first])) if before else list(now[first])
        moved = _moved(list(old), list(now[first]))
        names = {
            language: (
                names_of(tuple(before.get(language, {}).values()), language=language),
                names_of(tuple(now[language].values()), language=language),
            )
            for language in self.languages
        }
        every = {**old, **now[first]}
        labels = labels_of(
            tuple(every[eid] for eid in order if eid in now[first]), languages=self.languages
        )
        return tuple(
            self._provision(eid, now, before, names, labels, eid in moved) for eid in order
        )

    def _rows(self, number: int, language: str) -> dict[str, ProvisionRow]:
        rows = queries.read_version(
            self.reader, document_id=self.document_id, number=number, language=language
        )
        return {row.eid: row for row in rows}

    def _provision(
        self,
        eid: str,
        now: Mapping[str, Mapping[str, ProvisionRow]],
        before: Mapping[str, Mapping[str, ProvisionRow]],
        names: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]],
        labels: Mapping[str, Mapping[str, str]],
        moved: bool,  # noqa: FBT001 - one of many facts of a provision
    ) -> ReadProvision:
        first = self.languages[0]
        row, old = now[first].get(eid), before.get(first, {}).get(eid)
        shown = row or old
        assert shown is not None
        wordings = tuple(
            _wording(
                language,
                now[language].get(eid),
                before.get(language, {}).get(eid),
                names[language],
                label=labels[language].get(eid, shown.label),
                compared=bool(before),
            )
            for language in self.languages
        )
        return ReadProvision(
            eid=eid,
            kind=shown.kind,
            depth=shown.depth,
            label=shown.label,
            was=old.label if old and row and old.label != row.label else "",
            change=_change(row, old, wordings, moved=moved) if before else Change.NONE,
            wordings=wordings,
            name=names[first][1].get(eid) or names[first][0].get(eid, shown.label),
        )


def _wording(
    asked: str,
    row: ProvisionRow | None,
    old: ProvisionRow | None,
    names: tuple[Mapping[str, str], Mapping[str, str]],
    *,
    label: str,
    compared: bool,
) -> Wording:
    shown = row or old
    if shown is None:
        return Wording(asked, asked, "", (), (), label)
    if not compared:
        heading = plain_words(shown.heading, names[1])
        text = plain_words(shown.text, names[1])
    else:
        old_heading, old_text = (old.heading, old.text) if old else ("", "")
        new_heading, new_text = (row.heading, row.text) if row else ("", "")
        heading = compare_words(old_heading, new_heading, names)
        text = compare_words(old_text, new_text, names)
    return Wording(asked, shown.language or asked, shown.status, heading, text, label)


def _change(
    row: ProvisionRow | None,
    old: ProvisionRow | None,
    wordings: tuple[Wording, ...],
    *,
    moved: bool,
) -> Change:
    if old is None:
        return Change.INSERTED
    if row is None:
        return Change.REPEALED
    pieces = (piece for each in wordings for piece in (*each.heading, *each.text))
    if any(piece.kind is not PieceKind.KEPT for piece in pieces):
        return Change.CHANGED
    if moved:
        return Change.MOVED
    return Change.RENUMBERED if old.label != row.label else Change.NONE


def _merged(old: list[str], new: list[str]) -> list[str]:
    """Return both orders as one: what is gone stands after what it stood after."""
    standing = set(new)
    after: dict[str, list[str]] = {}
    anchor = ""
    for eid in old:
        if eid in standing:
            anchor = eid
        else:
            after.setdefault(anchor, []).append(eid)
    merged = list(after.get("", []))
    for eid in new:
        merged += [eid, *after.get(eid, [])]
    return merged


def _moved(old: list[str], new: list[str]) -> frozenset[str]:
    """Return the provisions that changed places with others, as few as possible."""
    places = {eid: place for place, eid in enumerate(new)}
    pairs = [(at, places[eid]) for at, eid in enumerate(old) if eid in places]
    staying = {here for here, _ in heaviest_chain(pairs, weights=[1] * len(pairs))}
    return frozenset(old[here] for here, _ in pairs if here not in staying)
