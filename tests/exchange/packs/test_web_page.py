"""The page of a pack brings no script but its own, whatever stands in its texts."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.packs.manifest import Manifest
from app.exchange.packs.web_facts import (
    PageDocument,
    PagePiece,
    PageProvision,
    PageTable,
    PageWording,
    WebPack,
)
from app.exchange.packs.web_page import PAGE, WebPage

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!--<script>",
    "\u2028alert(1)//",
    "&lt;b&gt;",
    "javascript:alert(1)",
)


def pack(words: str) -> WebPack:
    wording = PageWording("en", words, (PagePiece(words),), (PagePiece(words, target=words),))
    provision = PageProvision(words, 1, True, "changed", (wording,), wording)
    document = PageDocument(words, words, words, words, ("en",), (provision,))
    return WebPack(
        title=words,
        body_name=words,
        on="2026-11-22",
        made_at="2026-11-22T00:00:00",
        made_by=words,
        documents=(document,),
        tables=(PageTable("papers", words, (words,), ((words,),)),),
    )


def written(words: str) -> str:
    page = WebPage(pack(words))
    manifest = Manifest(
        title=words,
        body=words,
        body_name=words,
        on="2026-11-22",
        made_at="",
        made_by=words,
        tables={PAGE: (page.passages, page.root)},
        root=page.root,
    )
    return page.write(manifest)


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.leaves: list[str] = []
        self._depth = 0
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if self._depth or dict(attrs).get("class") == "leaf":
            self._depth += 1
            if self._depth == 1:
                self.leaves.append("")

    def handle_endtag(self, tag):
        self._depth = max(0, self._depth - 1)

    def handle_data(self, data):
        if self._depth:
            self.leaves[-1] += data


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    page = Elements(written(words))
    tags = [tag for tag, _ in page.found]
    assert tags.count("script") == 2, "its data and its own script"
    assert "img" not in tags
    for _, attributes in page.found:
        assert not any(name.startswith("on") for name in attributes)
        assert not str(attributes.get("href", "#")).startswith("javascript")
        assert "src" not in attributes
        assert "style" not in attributes


def test_the_policy_lets_nothing_in_but_what_stands_in_the_page() -> None:
    page = written("Rules")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    script = re.search(r"<script>(.*)</script>", page, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert rules["script-src"] == f"'sha256-{digest}'"
    assert "http://" not in page
    assert "https://" not in page


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=60))
def test_what_is_counted_is_what_a_browser_reads(words: str) -> None:
    page = WebPage(pack(words))
    read = Elements(written(words)).leaves
    assert len(read) == page.passages == 2
    shown = words.encode("utf-8", "replace").decode().replace("\r\n", "\n")
    assert read[1] == shown.replace("\r", "\n").replace("\0", "\ufffd")
