"""Tells what records are called by people, those that are gone as well: nobody knows a key.

What every kind of record is told by stands in one table; a record without a name of its own, such
as a delegate's seat, is called by what it refers to and by what it belongs to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlmodel import col

from app.domain.checked import Checked
from app.domain.errors import InvalidValue
from app.domain.journal import ChangeEntry, Operation
from app.domain.names import in_language
from app.domain.tables import METADATA
from app.store.finding.cards import describe
from app.store.images import key_from
from app.store.journal import plain
from app.store.past_images import model_of
from app.store.queries.record_marks import MARKS, Marks
from app.store.reader import Reader
from app.texts.query.asked import Kind

Ref = tuple[str, str]
Image = Mapping[str, Any]
_PROVISION = "provision"
_TITLED_ELSEWHERE = frozenset({"decision", _PROVISION})
_TOGETHER = 400
_DEEPEST = 5
_LONGEST = 90


@dataclass(frozen=True)
class Named:
    """What a record is called.

    Attributes:
        kind, key: The record, as the journal names it.
        code: Its number, symbol or code; nothing where it has none.
        title: Its name; nothing where it has none of its own.
        beside: What tells it from its like: of a meeting, the place.
        within: What it belongs to, as an agenda item to its meeting.
        is_there: Whether it still exists.
    """

    kind: str
    key: str
    code: str = ""
    title: str = ""
    beside: str = ""
    within: "Named | None" = None
    is_there: bool = True

    @property
    def short(self) -> str:
        """What it is called in a few words: its code, else its title."""
        return self.code or self.title


@dataclass
class RecordNames:
    """The names of records that were asked for; asked for together, for they lie in many tables."""

    reader: Reader
    language: str
    _images: dict[Ref, Image] = field(default_factory=dict)
    _gone: set[Ref] = field(default_factory=set)

    def load(self, refs: Iterable[Ref]) -> None:
        """Fetch what records are told by, and what those are told by to which they refer."""
        wanted = {ref for ref in refs if ref[0] in MARKS} - self._images.keys()
        for _round in range(_DEEPEST):
            if not wanted:
                return
            self._fetch(wanted)
            needed = {
                other for ref in wanted for other in _referred(ref[0], self._images.get(ref, {}))
            }
            wanted = needed - self._images.keys()

    def name(self, ref: Ref) -> Named:
        """Return what a record is called; ``load`` was asked for it before."""
        return self._name(ref, _DEEPEST)

    def _name(self, ref: Ref, depth: int) -> Named:
        kind, key = ref
        marks, image = MARKS.get(kind, Marks()), self._images.get(ref, {})
        title = self._words(image, marks.title)
        code = self._words(image, marks.code)
        if not title and depth:
            others = (self._name(other, depth - 1) for other in _told_by(kind, image))
            title = " – ".join(part for part in (each.short for each in others) if part)
        above = _reference(kind, marks.within, image)
        return Named(
            kind=kind,
            key=key,
            code=code if code != title else "",
            title=title,
            beside=self._words(image, marks.beside),
            within=self._name(above, depth - 1) if above and depth else None,
            is_there=ref not in self._gone,
        )

    def _words(self, image: Image, names: tuple[str, ...]) -> str:
        for name in names:
            value = image.get(name)
            told = in_language(value, self.language) if isinstance(value, dict) else value
            if told not in (None, ""):
                words = " ".join(str(told).split())
                return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
        return ""

    def _fetch(self, refs: Iterable[Ref]) -> None:
        by_kind: dict[str, list[str]] = defaultdict(list)
        for kind, key in refs:
            by_kind[kind].append(key)
        for kind, keys in by_kind.items():
            for begin in range(0, len(keys), _TOGETHER):
                some = keys[begin : begin + _TOGETHER]
                found = _present(self.reader, kind, some)
                missing = [key for key in some if key not in found]
                gone = _last_images(self.reader, kind, missing)
                self._images.update({(kind, key): image for key, image in (gone | found).items()})
                self._gone.update((kind, key) for key in missing)
                self._images.update({(kind, key): {} for key in missing if key not in gone})
                self._add_titles(kind, found)

    def _add_titles(self, kind: str, found: Mapping[str, Image]) -> None:
        """Add the titles that lie in other tables: of a decision, of a provision."""
        if kind not in _TITLED_ELSEWHERE:
            return
        numbered = kind == _PROVISION
        keys = {UUID(int=int(key)) if numbered else UUID(key): key for key in found}
        told = Kind(kind)
        cards = describe(self.reader, [(told, key) for key in keys], language=self.language)
        for (_kind, key), card in cards.items():
            image = self._images[kind, keys[key]]
            title = card.title if card.title != image.get("symbol") else ""
            self._images[kind, keys[key]] = {**image, "title": title}


def is_present(reader: Reader, refs: Iterable[Ref]) -> frozenset[Ref]:
    """Return which of these records still exist."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, key in refs:
        if kind in METADATA.tables:
            by_kind[kind].append(key)
    return frozenset(
        (kind, key)
        for kind, keys in by_kind.items()
        for begin in range(0, len(keys), _TOGETHER)
        for key in _present(reader, kind, keys[begin : begin + _TOGETHER])
    )


def target_of(kind: str, name: str) -> str:
    """Return the kind of record that a field refers to; nothing if it refers to none."""
    table = METADATA.tables.get(kind)
    if table is None or name not in table.columns:
        return ""
    return next((key.column.table.name for key in table.columns[name].foreign_keys), "")


def _present(reader: Reader, kind: str, keys: list[str]) -> dict[str, Image]:
    """Return what those that still exist are told by."""
    model = model_of(kind)
    primary = inspect(model).primary_key
    columns = {column.name: column for column in primary}
    columns |= {name: METADATA.tables[kind].columns[name] for name in _columns_of(kind)}
    statement = select(*columns.values())
    if len(primary) == 1:
        values = [value for key in keys if (value := _read_key(model, key)) is not None]
        statement = statement.where(primary[0].in_(values))
    else:
        first = primary[0]
        values = [_read_key(model, key, first.name) for key in keys]
        statement = statement.where(first.in_([value for value in values if value is not None]))
    wanted = set(keys)
    found: dict[str, Image] = {}
    for row in reader.execute(statement):
        image = {name: plain(getattr(row, name)) for name in columns}
        key = "/".join(str(image[column.name]) for column in primary)
        if key in wanted:
            found[key] = image
    return found


def _last_images(reader: Reader, kind: str, keys: list[str]) -> dict[str, Image]:
    """Return what those that are gone were told by at last."""
    if not keys:
        return {}
    rows = reader.execute(
        select(col(ChangeEntry.pk), col(ChangeEntry.before))
        .where(
            col(ChangeEntry.entity) == kind,
            col(ChangeEntry.pk).in_(keys),
            col(ChangeEntry.operation) == Operation.DELETE,
        )
        .order_by(col(ChangeEntry.id))
    )
    return {key: before or {} for key, before in rows}


def _read_key(model: type[Checked], key: str, name: str = "") -> Any:
    try:
        values = key_from(model, key)
    except (InvalidValue, ValueError):
        return None
    return values[name] if name else next(iter(values.values()))


def _columns_of(kind: str) -> tuple[str, ...]:
    marks = MARKS.get(kind, Marks())
    named = (*marks.code, *marks.title, *marks.by, *marks.beside)
    extra = ("entity", "pk") if marks.names_any else ()
    above = (marks.within,) if marks.within else ()
    columns = METADATA.tables[kind].columns
    return tuple(name for name in dict.fromkeys((*named, *above, *extra)) if name in columns)


def _referred(kind: str, image: Image) -> list[Ref]:
    above = _reference(kind, MARKS[kind].within, image)
    return [*_told_by(kind, image), *([above] if above else [])]


def _told_by(kind: str, image: Image) -> list[Ref]:
    """Return the records whose names stand for a name of its own."""
    marks = MARKS.get(kind, Marks())
    found = [_reference(kind, name, image) for name in marks.by]
    if marks.names_any and image.get("entity"):
        found.append((str(image["entity"]), str(image.get("pk", ""))))
    return [each for each in found if each is not None]


def _reference(kind: str, name: str, image: Image) -> Ref | None:
    value = image.get(name) if name else None
    return (target_of(kind, name), str(value)) if value is not None else None
