"""Writes a pack as one page for any browser, which needs nothing but itself.

Everything stands in the page as text, so that it can be read where no script runs. The one script
and the one style sheet are named by their hashes; whatever else a title or a text might bring with
it is shown as words, and no browser fetches anything.
"""

import base64
import hashlib
import json
from html import escape

from app import paths
from app.domain.sealing import merkle_root
from app.exchange.packs.manifest import Manifest
from app.exchange.packs.web_facts import (
    PageDocument,
    PagePiece,
    PageProvision,
    PageTable,
    PageWording,
    WebPack,
)

_NAMES = {"en": "English", "ko": "한국어", "mn": "Монгол", "ja": "日本語"}
_DEEPEST = 3
_TAGS = {"removed": "del", "added": "ins"}
PAGE = "page"


class WebPage:
    """A page in the making: its passages are counted as they are written."""

    def __init__(self, facts: WebPack) -> None:
        self._facts = facts
        self._leaves: list[bytes] = []
        self._body = self._main()

    @property
    def passages(self) -> int:
        """How many passages stand in it."""
        return len(self._leaves)

    @property
    def root(self) -> str:
        """The Merkle root over its passages, in hexadecimal."""
        return merkle_root(self._leaves)

    def write(self, manifest: Manifest) -> str:
        """Return the page with what is said and signed of it.

        Args:
            manifest: It names the root of the page under the table ``page``.
        """
        style = paths.resource("reader", "reader.css").read_text(encoding="utf-8")
        script = paths.resource("reader", "reader.js").read_text(encoding="utf-8")
        policy = "; ".join(
            (
                "default-src 'none'",
                f"script-src '{_hash(script)}'",
                # The script sets which language is shown, and the size of the text.
                f"style-src '{_hash(style)}'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )
        return (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>{escape(self._facts.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
            f"{self._header()}\n{self._body}\n"
            f'<script type="application/json" id="data">{_inert(self._data(manifest))}</script>\n'
            f"<script>{script}</script>\n</body>\n</html>\n"
        )

    def _data(self, manifest: Manifest) -> str:
        tags = dict.fromkeys(tag for each in self._facts.documents for tag in each.languages)
        return json.dumps(
            {
                "languages": list(tags),
                "signed": manifest.signed_bytes().decode(),
                "signature": manifest.signature,
                "public_key": manifest.public_key,
                "key_id": manifest.key_id,
            },
            ensure_ascii=False,
        )

    def _header(self) -> str:
        facts = self._facts
        tags = dict.fromkeys(tag for each in facts.documents for tag in each.languages)
        languages = "".join(
            f'<button type="button" data-tag="{escape(tag)}" lang="{escape(tag)}">'
            f"{escape(_NAMES.get(tag, tag))}</button>"
            for tag in tags
        )
        told = f"{facts.body_name}, as of {facts.on}"
        return (
            '<header><button type="button" id="menu" class="only-narrow">Contents</button>'
            f'<div class="grow"><h1>{escape(facts.title)}</h1><p>{escape(told)}</p></div>'
            '<div class="tools"><span id="languages" class="tools" role="group"'
            f' aria-label="Language">{languages}</span>'
            '<button type="button" id="beside" aria-pressed="false">Two languages</button>'
            '<button type="button" id="changes" aria-pressed="false">Changes</button>'
            '<input type="search" id="query" placeholder="Find" aria-label="Find in all texts">'
            '<button type="button" id="smaller" aria-label="Smaller text">A−</button>'
            '<button type="button" id="larger" aria-label="Larger text">A+</button>'
            '<button type="button" id="theme" aria-label="Light or dark">◐</button>'
            '<button type="button" id="print">Print</button>'
            '<button type="button" id="check">Check again</button></div></header>'
            '\n<p id="seal" role="status" aria-live="polite"></p><div id="found" hidden></div>'
        )

    def _main(self) -> str:
        documents = [
            self._document(place, each) for place, each in enumerate(self._facts.documents)
        ]
        tables = [self._table(each) for each in self._facts.tables]
        return f"<main>{self._contents()}<div>{''.join((*documents, *tables))}</div></main>"

    def _contents(self) -> str:
        parts = ['<nav id="contents" aria-label="Contents">']
        places = [(f"d{place}", each.title) for place, each in enumerate(self._facts.documents)]
        places += [(table.key, table.title) for table in self._facts.tables]
        parts += [
            f'<a class="doc" href="#{escape(key)}">{escape(told)}</a>' for key, told in places
        ]
        for place, document in enumerate(self._facts.documents):
            parts.append(f'<h2 data-of="{place}">Contents</h2>')
            parts += [
                _contents_link(place, each)
                for each in document.provisions
                if each.is_heading and each.wordings
            ]
        parts.append("</nav>")
        return "".join(parts)

    def _document(self, place: int, document: PageDocument) -> str:
        provisions = "".join(self._provision(place, document, p) for p in document.provisions)
        against = f' data-against="{escape(document.against)}"' if document.against else ""
        return (
            f'<article id="d{place}" data-languages="{escape(" ".join(document.languages))}"'
            f"{against}><h2>{escape(document.title)}</h2>"
            f'<p class="facts">{escape(document.facts)}</p>{provisions}</article>\n'
        )

    def _provision(self, place: int, document: PageDocument, provision: PageProvision) -> str:
        classes = ["prov", f"d{min(provision.depth, _DEEPEST)}"]
        classes += ["heading"] if provision.is_heading else []
        classes += ["changed"] if provision.marked else []
        classes += ["gone"] if not provision.wordings else []
        words = "".join(
            self._wording(f"{document.code}/{provision.eid}/{each.language}", place, each)
            for each in provision.wordings
        )
        marked = ""
        if provision.marked is not None:
            marked = (
                f'<div class="changes" lang="{escape(provision.marked.language)}">'
                f"{_words(provision.marked, place)}</div>"
            )
        return (
            f'<section class="{" ".join(classes)}" id="{_id(place, provision.eid)}">'
            f"{words}{marked}</section>\n"
        )

    def _wording(self, key: str, place: int, wording: PageWording) -> str:
        plain = _plain(wording)
        self._note(key, plain)
        status = f'<span class="status">{escape(wording.status)}</span>' if wording.status else ""
        return (
            f'<div class="w" lang="{escape(wording.language)}"><span class="leaf" '
            f'lang="{escape(wording.language)}" data-key="{escape(key)}">'
            f"{_words(wording, place)}</span>{status}</div>"
        )

    def _table(self, table: PageTable) -> str:
        heads = "".join(f"<th>{escape(column)}</th>" for column in table.columns)
        rows = "".join(self._row(table, number, row) for number, row in enumerate(table.rows))
        return (
            f'<article id="{escape(table.key)}" hidden><h2>{escape(table.title)}</h2>'
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></article>\n"
        )

    def _row(self, table: PageTable, number: int, row: tuple[str, ...]) -> str:
        cells = []
        for column, cell in enumerate(map(_shown, row)):
            key = f"{table.key}/{number}/{column}"
            self._note(key, cell)
            cells.append(
                f'<td><span class="leaf" data-key="{escape(key)}">{escape(cell)}</span></td>'
            )
        return f'<tr id="{escape(table.key)}-{number}">{"".join(cells)}</tr>'

    def _note(self, key: str, words: str) -> None:
        """Remember a passage as the page's own script will read it."""
        told = json.dumps([key, words], ensure_ascii=False, separators=(",", ":"))
        self._leaves.append(told.encode("utf-8", "replace"))


def _contents_link(place: int, provision: PageProvision) -> str:
    first = provision.wordings[0]
    told = f"{first.label} {''.join(piece.words for piece in first.heading)}".strip()
    depth = min(provision.depth + 1, _DEEPEST)
    return (
        f'<a class="d{depth}" data-of="{place}" href="#{_id(place, provision.eid)}">'
        f"{escape(told)}</a>"
    )


def _words(wording: PageWording, place: int) -> str:
    label = f'<span class="label">{escape(wording.label)}</span>' if wording.label else ""
    heading = _pieces(wording.heading, place)
    heading = f'<span class="head">{heading}</span>\n' if heading else ""
    return f"{label}{heading}{_pieces(wording.text, place)}"


def _plain(wording: PageWording) -> str:
    """Return what a browser sees as the text of ``_words``."""
    heading = "".join(piece.words for piece in wording.heading)
    text = "".join(piece.words for piece in wording.text)
    return _shown(wording.label) + (f"{_shown(heading)}\n" if heading else "") + _shown(text)


def _pieces(pieces: tuple[PagePiece, ...], place: int) -> str:
    return "".join(_piece(piece, place) for piece in pieces)


def _piece(piece: PagePiece, place: int) -> str:
    words = escape(_shown(piece.words))
    if piece.target:
        words = f'<a href="#{_id(place, piece.target)}">{words}</a>'
    tag = _TAGS.get(piece.kind)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _shown(words: str) -> str:
    """Return words as a browser gives them back: it has one kind of line end, and no NUL."""
    whole = words.encode("utf-8", "replace").decode()
    return whole.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _id(place: int, eid: str) -> str:
    return escape(f"d{place}-{eid}")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _inert(data: str) -> str:
    """Return JSON that cannot end the element that it stands in."""
    return data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
