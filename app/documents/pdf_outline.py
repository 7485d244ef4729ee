"""Reads on which page of a PDF each of its bookmarks is; no more of PDF than LibreOffice writes."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_REFERENCE = rb"(\d+) 0 R"
_TITLE = re.compile(rb"/Title\s*<([0-9A-Fa-f]*)>")
_PAGE = re.compile(rb"/Dest\s*\[\s*(\d+) 0 R")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark, and the page it leads to, counted from 1."""

    title: str
    page: int


def list_bookmarks(content: bytes) -> tuple[Bookmark, ...]:
    """Return the bookmarks of a PDF that LibreOffice has made, in the order of its pages' text.

    Nothing at all is returned of what is not understood.
    """
    objects = dict(_objects(content))
    pages = {page: place for place, page in enumerate(_pages(objects), start=1)}
    outlines = objects.get(_referred(_root(objects), b"Outlines"), b"")
    return tuple(_bookmarks(objects, outlines, pages))


def _objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    for found in _OBJECT.finditer(content):
        body = found[2]
        if b"/ObjStm" in body:
            yield from _packed(body)
        else:
            yield int(found[1]), body


def _packed(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the objects in an object stream, in which newer versions pack them."""
    stream = _STREAM.search(body)
    count, first = (re.search(rb"/%s (\d+)" % key, body) for key in (b"N", b"First"))
    if stream is None or count is None or first is None:
        return
    try:
        told = zlib.decompressobj().decompress(stream[1])
    except zlib.error:
        return
    start = int(first[1])
    heads = [int(each) for each in told[:start].split()[: 2 * int(count[1])]]
    places = [*heads[1::2], len(told) - start]
    for number, begin, end in zip(heads[::2], places, places[1:], strict=False):
        yield number, told[start + begin : start + end]


def _pages(objects: dict[int, bytes]) -> Iterator[int]:
    return _leaves(objects, _referred(_root(objects), b"Pages"), depth=0)


def _leaves(objects: dict[int, bytes], number: int, *, depth: int) -> Iterator[int]:
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", objects.get(number, b""))
    if kids is None:
        yield number
    elif depth < 20:  # a page tree is flat; one that goes round is none
        for child in re.findall(_REFERENCE, kids[1]):
            yield from _leaves(objects, int(child), depth=depth + 1)


def _bookmarks(
    objects: dict[int, bytes], parent: bytes, pages: dict[int, int]
) -> Iterator[Bookmark]:
    """Yield what hangs on ``parent``, each before what hangs on it."""
    waiting = [_referred(parent, b"First")]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        entry = objects.get(number)
        if entry is None or number in seen:
            continue
        seen.add(number)
        waiting += [_referred(entry, b"Next"), _referred(entry, b"First")]
        title, page = _TITLE.search(entry), _PAGE.search(entry)
        if title is not None and page is not None and int(page[1]) in pages:
            words = bytes.fromhex(title[1].decode()).decode("utf-16", errors="replace")
            yield Bookmark(words, pages[int(page[1])])


def _root(objects: dict[int, bytes]) -> bytes:
    catalogue = re.compile(rb"/Type\s*/Catalog\b")
    return next((each for each in objects.values() if catalogue.search(each)), b"")


def _referred(entry: bytes, key: bytes) -> int:
    found = re.search(rb"/%s\s+%s" % (key, _REFERENCE), entry)
    return int(found[1]) if found else 0
