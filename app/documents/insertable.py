"""What whoever writes a template can put in at the cursor: every field, as the template writes it.

The list is made from what a document may say, not from what one meeting happens to say, so that a
field is offered where its value is missing too.
"""

import types
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from app.documents.fields import FieldKind
from app.texts.blocks import Provision
from app.texts.letterhead import Letterhead, Picture

_LEFT_OUT = (Provision, Picture, Letterhead)
_NO_FIELDS = frozenset({"id", "shown", "letterheads"})
_DEEPEST = 5
_SINGULAR = {
    "parties": "party",
    "agenda": "item",
    "history": "version",
    "children": "sub_item",
    "originals": "original",
}


@dataclass(frozen=True, slots=True)
class Insertable:
    """A field that can be put in.

    Attributes:
        path: What it is called: ``meeting.place``; of each in a list ``delegations.head.name``.
        inserted: What is put in, with the loop that it needs.
        kind: What it holds.
        value: What is in it now, as plain words; nothing where it is missing.
        is_listed: Whether it is one of several, of which the first is told.
    """

    path: str
    inserted: str
    kind: FieldKind
    value: str
    is_listed: bool = False


@dataclass(frozen=True)
class _Spot:
    """Where one is in a record: what it is called there, how it is written, in which loops."""

    path: str
    written: str
    loops: tuple[str, ...] = ()
    above: tuple[Any, ...] = ()

    def field(self, name: str, kind: Any) -> "_Spot":
        path = f"{self.path}.{name}" if self.path else name
        written = f"{self.written}.{name}" if self.written else name
        return _Spot(path, written, self.loops, (*self.above, kind))

    def each(self) -> "_Spot":
        name = self.path.rpartition(".")[2]
        one = _SINGULAR.get(name, name.removesuffix("s") if name.endswith("s") else f"one_{name}")
        loop = f"{{% for {one} in {self.written} %}}"
        return _Spot(self.path, one, (*self.loops, loop), self.above)


def list_insertable(facts: Any, *, root: str = "facts") -> tuple[Insertable, ...]:
    """Return every field of ``facts`` in the order in which they are declared.

    Args:
        facts: The record; its values are the examples.
        root: What the record itself is called; forms give it no name.
    """
    return tuple(_walk(type(facts), facts, _Spot("", root)))


def _walk(declared: Any, value: Any, spot: _Spot) -> Iterator[Insertable]:
    hint = _bare(declared)
    if hint in _LEFT_OUT or spot.above.count(hint) > 1 or len(spot.above) > _DEEPEST:
        return
    if is_dataclass(hint):
        inside: dict[str, Any] = _fields_of(hint)  # type: ignore[arg-type]
        for name, inner in inside.items():
            if name not in _NO_FIELDS:
                yield from _walk(inner, getattr(value, name, None), spot.field(name, hint))
    elif get_origin(hint) is tuple:
        yield from _walk_list(get_args(hint)[0], value or (), spot)
    else:
        yield _insertable(hint, value, spot)


def _walk_list(each: Any, values: tuple[Any, ...], spot: _Spot) -> Iterator[Insertable]:
    inside = spot.each()
    first = values[0] if values else None
    if _bare(each) in _LEFT_OUT:
        return
    if is_dataclass(_bare(each)):
        yield Insertable(
            spot.path, _looped("", inside), FieldKind.LIST, str(len(values)), bool(spot.loops)
        )
        yield from _walk(each, first, inside)
    else:
        told = ", ".join(map(str, values))
        written = _looped(f"{{{{ {inside.written} }}}} ", inside)
        yield Insertable(spot.path, written, FieldKind.LIST, told, bool(spot.loops))


def _insertable(hint: Any, value: Any, spot: _Spot) -> Insertable:
    kind = _kind_of(hint)
    spelled = {FieldKind.DAY: "|day", FieldKind.HOUR: "|hour"}.get(kind, "")
    printed = f"{{{{ {spot.written}{spelled} }}}}"
    if kind is FieldKind.CHOICE:
        printed = f"{{% if {spot.written} %}}{{% endif %}}"
    told = "" if value is None else value
    shown = told.isoformat() if isinstance(told, date | time) else str(told)
    missing = value is None or value == ""
    return Insertable(
        path=spot.path,
        inserted=_looped(printed, spot),
        kind=FieldKind.MISSING if missing else kind,
        value=shown,
        is_listed=bool(spot.loops),
    )


def _looped(inside: str, spot: _Spot) -> str:
    return "".join(spot.loops) + inside + "{% endfor %}" * len(spot.loops)


def _kind_of(hint: Any) -> FieldKind:
    if get_origin(hint) is Literal:
        return FieldKind.TEXT
    kinds: tuple[tuple[type, FieldKind], ...] = (
        (bool, FieldKind.CHOICE),
        (date, FieldKind.DAY),
        (time, FieldKind.HOUR),
        (int, FieldKind.NUMBER),
    )
    return next((kind for model, kind in kinds if hint is model), FieldKind.TEXT)


def _bare(hint: Any) -> Any:
    """Return a type without the “or nothing” that most facts have."""
    if get_origin(hint) in {Union, types.UnionType}:
        left = [each for each in get_args(hint) if each is not types.NoneType]
        return left[0]
    return hint


@lru_cache(maxsize=128)
def _fields_of(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}
