"""Lets a Word file in: looks at every part of it, and takes out what is dangerous."""

from collections.abc import Iterable

from lxml import etree

from app.documents.gate import relations, trees
from app.documents.gate.archive import take_apart
from app.documents.gate.hazards import Hazard, Removed
from app.documents.gate.instructions import strip_fields
from app.documents.gate.refusals import Refusal, WordFileRefused
from app.documents.gate.word_file import WordFile

_TYPES = "[Content_Types].xml"
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAINS = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    }
)
_ACTING_TYPES = {
    "application/vnd.ms-office.vbaproject": Hazard.MACROS,
    "application/vnd.ms-word.vbadata+xml": Hazard.MACROS,
    "application/vnd.ms-office.activex": Hazard.CONTROLS,
    "application/vnd.ms-office.activex+xml": Hazard.CONTROLS,
    "application/vnd.openxmlformats-officedocument.oleobject": Hazard.EMBEDDED_FILE,
}


def let_in(content: bytes, *, name: str) -> WordFile:
    """Return the Word file ``content`` as the rest of the house may read it.

    Args:
        content: The file.
        name: What it is called, for the sentences.

    Raises:
        WordFileRefused: It is no Word file, cannot be read, or is put together as no honest one is.
    """
    parts = take_apart(content, name=name)
    if _TYPES not in parts:
        raise WordFileRefused(name, Refusal.NOT_WORD, "it says of no part what it is")
    types = trees.parse(parts[_TYPES], part=_TYPES, name=name)
    written = _written_in_xml(types, parts)
    opened = {part: trees.parse(parts[part], part=part, name=name) for part in written}
    return _Gate(name, content, parts, {**opened, _TYPES: types}).pass_through()


def _written_in_xml(types: etree._Element, parts: Iterable[str]) -> list[str]:
    """Return the parts that are XML by their name or by what the file says of them."""
    told = {
        (trees.attribute(entry, "PartName") or trees.attribute(entry, "Extension")).casefold()
        for entry in types
        if trees.attribute(entry, "ContentType").casefold().endswith("xml")
    }
    return [
        part
        for part in parts
        if part != _TYPES
        and (
            part.casefold().endswith((".xml", ".rels"))
            or f"/{part}".casefold() in told
            or part.casefold().rpartition(".")[2] in told
        )
    ]


class _Gate:
    """One file on its way in."""

    def __init__(
        self,
        name: str,
        content: bytes,
        parts: dict[str, bytes],
        opened: dict[str, etree._Element],
    ) -> None:
        self._name = name
        self._content = content
        self._parts = parts
        self._opened = opened
        self._rels = {part: root for part, root in opened.items() if part.endswith(".rels")}
        self._changed: set[str] = set()
        self._removed: list[Removed] = []

    def pass_through(self) -> WordFile:
        main = self._require_main()
        before = relations.reach(self._rels)
        dropped = self._cut_relations() | self._acting_parts()
        dropped |= before - relations.reach(self._rels)
        self._clean_texts()
        self._settle_types(main, dropped)
        kept = {
            part: self._content_of(part) for part in self._parts if self._is_kept(part, dropped)
        }
        untouched = not self._changed and len(kept) == len(self._parts)
        return WordFile(
            name=self._name,
            main=main,
            parts=kept,
            removed=tuple(dict.fromkeys(self._removed)),
            original=self._content if untouched else b"",
        )

    def _require_main(self) -> str:
        main = relations.main_part(self._rels)
        root = self._opened.get(main)
        if root is None or not trees.is_word(root):
            raise WordFileRefused(self._name, Refusal.NOT_WORD, main)
        return main

    def _cut_relations(self) -> set[str]:
        """Cut dangerous relationships; return the parts that hung on them."""
        dropped: set[str] = set()
        for rels_name, root in self._rels.items():
            owner = relations.owner_of(rels_name)
            cut = relations.cut_hazards(root, owner=owner, name=self._name)
            if not cut:
                continue
            self._changed.add(rels_name)
            self._removed += [each.removed for each in cut]
            dropped.update(each.target for each in cut if each.target)
            if owner in self._opened:
                relations.forget_cut(self._opened[owner], frozenset(each.key for each in cut))
                self._changed.add(owner)
        return dropped

    def _acting_parts(self) -> set[str]:
        """Return the parts that act by their type, though nothing may lead to them."""
        acting = set()
        for entry in self._opened[_TYPES]:
            hazard = _ACTING_TYPES.get(trees.attribute(entry, "ContentType").casefold())
            part = trees.attribute(entry, "PartName").lstrip("/")
            if hazard is not None and part in self._parts:
                acting.add(part)
                self._removed.append(Removed(hazard, part.rpartition("/")[2]))
        return acting

    def _clean_texts(self) -> None:
        for part, root in self._opened.items():
            if not trees.is_word(root):
                continue
            found = [*strip_fields(root), *relations.forget_merge(root)]
            if found:
                self._changed.add(part)
                self._removed += found

    def _settle_types(self, main: str, dropped: Iterable[str]) -> None:
        """Have the list of types say what is still there, and that it is a plain document."""
        gone = {f"/{part}".casefold() for part in dropped}
        types = self._opened[_TYPES]
        is_known = False
        for entry in list(types):
            named = trees.attribute(entry, "PartName").casefold()
            if named in gone:
                types.remove(entry)
                self._changed.add(_TYPES)
            elif named == f"/{main}".casefold():
                is_known = True
                self._settle_main(entry)
        if not is_known:
            raise WordFileRefused(self._name, Refusal.NOT_WORD, "its text has no type")

    def _settle_main(self, entry: etree._Element) -> None:
        kind = trees.attribute(entry, "ContentType")
        if kind == _PLAIN:
            return
        if kind.casefold() not in _OTHER_MAINS:
            raise WordFileRefused(self._name, Refusal.NOT_WORD, kind)
        entry.set("ContentType", _PLAIN)
        self._changed.add(_TYPES)

    def _is_kept(self, part: str, dropped: set[str]) -> bool:
        owner = relations.owner_of(part) if part.endswith(".rels") else part
        return owner not in dropped

    def _content_of(self, part: str) -> bytes:
        return trees.write(self._opened[part]) if part in self._changed else self._parts[part]
