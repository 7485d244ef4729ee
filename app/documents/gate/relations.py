"""Follows which part of a Word file hangs on which, and cuts off what is dangerous."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from app.documents.gate.hazards import Hazard, Removed, hazard_of
from app.documents.gate.instructions import unwrap
from app.documents.gate.refusals import Refusal, WordFileRefused
from app.documents.gate.trees import attribute, local_name

_ROOT = "_rels/.rels"
_OFFICE = "officedocument"
_LINKS = "relationships"
_PICTURES = frozenset({"blip", "imagedata"})
_DRAWN = frozenset({"drawing", "pict", "object"})


@dataclass(frozen=True)
class Cut:
    """A relationship that was cut off: what hung on it, if that is inside, and what it was."""

    key: str
    target: str
    removed: Removed


def main_part(rels: Mapping[str, etree._Element]) -> str:
    """Return the part that holds the text; nothing where the file says of none."""
    root = rels.get(_ROOT)
    for relation in () if root is None else root:
        if _is_office(relation):
            return _resolve("", attribute(relation, "Target"))
    return ""


def owner_of(rels_name: str) -> str:
    """Return the part whose relationships ``rels_name`` holds; nothing for the file's own."""
    folder, _, file = rels_name.rpartition("/")
    part = file.removesuffix(".rels")
    above = folder.removesuffix("_rels").rstrip("/")
    return f"{above}/{part}".lstrip("/") if part else ""


def cut_hazards(root: etree._Element, *, owner: str, name: str) -> list[Cut]:
    """Cut the dangerous relationships of one part off, and return them.

    Raises:
        WordFileRefused: One leads out of the file by its name.
    """
    cut = []
    for relation in list(root):
        if not local_name(relation):
            continue
        is_external = attribute(relation, "TargetMode").casefold() == "external"
        target = attribute(relation, "Target")
        if not is_external:
            target = _require_inside(owner, target, name)
        hazard = hazard_of(attribute(relation, "Type"), target=target, is_external=is_external)
        if hazard is not None:
            removed = Removed(hazard, target if is_external else posixpath.basename(target))
            inside = "" if is_external else target
            cut.append(Cut(attribute(relation, "Id"), inside, removed))
            root.remove(relation)
    return cut


def forget_cut(root: etree._Element, keys: frozenset[str]) -> None:
    """Take out of a part what speaks of relationships that it no longer has."""
    for element in list(root.iter("{*}*")):
        for key, value in list(element.attrib.items()):
            in_links = (etree.QName(key).namespace or "").rstrip("/").endswith(_LINKS)
            if in_links and value in keys:
                _forget(element, key)


def forget_merge(root: etree._Element) -> list[Removed]:
    """Take out the letter merge that a file opens with: it asks a database."""
    found = list(root.iter("{*}mailMerge"))
    for element in found:
        _drop(element)
    return [Removed(Hazard.MAIL_MERGE)] if found else []


def reach(rels: Mapping[str, etree._Element]) -> frozenset[str]:
    """Return the parts that hang on the file, directly or on one another."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        owner = waiting.pop()
        for target in _targets_of(rels, owner):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return frozenset(reached)


def _targets_of(rels: Mapping[str, etree._Element], owner: str) -> Iterator[str]:
    folder, _, file = owner.rpartition("/")
    own = f"{folder}/_rels/{file}.rels".lstrip("/") if owner else _ROOT
    for relation in rels.get(own, ()):
        if attribute(relation, "TargetMode").casefold() != "external":
            yield _resolve(owner, attribute(relation, "Target"))


def _require_inside(owner: str, target: str, name: str) -> str:
    resolved = _resolve(owner, target)
    if resolved.startswith("..") or "\\" in resolved:
        raise WordFileRefused(name, Refusal.UNSAFE, f"{owner} leads to {target}")
    return resolved


def _resolve(owner: str, target: str) -> str:
    """Return the part that ``target`` names from within ``owner``."""
    plain = unquote(target.partition("#")[0])
    if plain.startswith("/"):
        return posixpath.normpath(plain).lstrip("/")
    folder = owner.rpartition("/")[0]
    return posixpath.normpath(posixpath.join(folder, plain)) if plain else owner


def _is_office(relation: etree._Element) -> bool:
    kind = attribute(relation, "Type") if local_name(relation) else ""
    return kind.rsplit("/", 1)[-1].casefold() == _OFFICE


def _forget(element: etree._Element, key: str) -> None:
    match local_name(element):
        case "hyperlink":
            unwrap(element)
        case picture if picture in _PICTURES:
            del element.attrib[key]
            if not any("relationships" in other for other in element.attrib):
                _drop_drawing(element)
        case "hlinkClick" | "hlinkHover" | "altChunk" | "subDoc" | "attachedTemplate" | "control":
            _drop(element)
        case "OLEObject" | "recipientData" | "dataSource" | "headerSource" | "externalData":
            _drop(element)
        case _:
            del element.attrib[key]


def _drop_drawing(element: etree._Element) -> None:
    """Take out the whole drawing of a picture that lies elsewhere; an empty one has no meaning."""
    drawing = next(
        (above for above in element.iterancestors() if local_name(above) in _DRAWN), element
    )
    _drop(drawing)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
