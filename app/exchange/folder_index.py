"""Writes the index of a meeting's folder: one plain page that every browser shows, offline."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52em;margin:2em auto;padding:0 1em;"
    "color:#161a21;background:#fff}h1{font-size:1.5em;margin-bottom:.2em}"
    "h2{font-size:1.1em;margin:1.6em 0 .4em}p{margin:.2em 0;color:#48515f}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.4em .8em .4em 0;"
    "border-bottom:1px solid #e2e5ea}th{font-weight:600;color:#48515f}"
    "a{color:#1d5bb8}td:first-child{white-space:nowrap}"
)


@dataclass(frozen=True)
class IndexLine:
    """A file in the folder: what it is called there, its symbol, title and language."""

    path: str
    symbol: str
    title: str
    language: str
    note: str = ""


@dataclass(frozen=True)
class FolderIndex:
    """What the index says; ``made`` is the sentence at its foot."""

    title: str
    lines: tuple[str, ...]
    documents: tuple[IndexLine, ...]
    papers: tuple[IndexLine, ...]
    made: str


def write_index(index: FolderIndex) -> bytes:
    """Return the index as a page."""
    head = "".join(f"<p>{escape(line)}</p>" for line in index.lines if line)
    body = (
        f"<h1>{escape(index.title)}</h1>{head}"
        f"{_table('Documents of the meeting', index.documents)}"
        f"{_table('Papers', index.papers)}"
        f"<p style='margin-top:2em'>{escape(index.made)}</p>"
    )
    page = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(index.title)}</title><style>{_STYLE}</style></head>"
        f"<body>{body}</body></html>\n"
    )
    return page.encode()


def _table(title: str, lines: Sequence[IndexLine]) -> str:
    if not lines:
        return ""
    rows = "".join(
        f"<tr><td>{escape(line.symbol)}</td>"
        f'<td><a href="{escape(quote(line.path))}">{escape(line.title)}</a>'
        f"{f'<p>{escape(line.note)}</p>' if line.note else ''}</td>"
        f"<td>{escape(line.language)}</td></tr>"
        for line in lines
    )
    head = "<tr><th>Symbol</th><th>Title</th><th>Language</th></tr>"
    return f"<h2>{escape(title)}</h2><table>{head}{rows}</table>"
