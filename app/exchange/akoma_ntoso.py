"""Writes a text of rules as Akoma Ntoso 3.0, the standard of parliaments and the United Nations."""

import re
from collections.abc import Iterator

from lxml import etree

from app.exchange.akoma_elements import append_words, below, clean, element
from app.exchange.akoma_facts import AkomaProvision, AkomaText
from app.exchange.akoma_identifiers import class_name, place_ids
from app.exchange.akoma_meta import meta

_ELEMENTS = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "article": "article",
    "paragraph": "paragraph",
    "item": "point",
    "subitem": "indent",
    "annex": "hcontainer",  # one below another unit; those at the end are attachments
}
_REFERENCE = re.compile(r"\{ref:([^\s{}|]+)(?:\|\w+)?\}")


def write(text: AkomaText) -> bytes:
    """Return the text as an Akoma Ntoso file: the same bytes for the same text.

    Chapters, articles and what is below them stand in the body, annexes as attachments. Words
    after a list, which bear no number, close it as ``wrapUp``.
    """
    written: bytes = etree.tostring(
        _Writer(text).root(), xml_declaration=True, encoding="UTF-8", pretty_print=True
    )
    return written


class _Writer:
    def __init__(self, text: AkomaText) -> None:
        self._text = text
        self._ids = place_ids(text.provisions)

    def root(self) -> etree._Element:
        root = element("akomaNtoso")
        kind = "bill" if self._text.is_draft else "act"
        document = below(root, kind, name=class_name(self._text.kind))
        document.append(meta(self._text, self._ids))
        preface = below(document, "preface", eId="preface")
        title = below(preface, "p", eId="preface__p_1")
        below(title, "docTitle", eId="preface__p_1__docTitle_1").text = clean(self._text.title)
        body = below(document, "body", eId="body")
        inside = tuple(each for each in self._text.provisions if each.kind != "annex")
        for provision in inside:
            self._provision(body, provision)
        if not inside:
            self._empty(body)
        self._annexes(document)
        return root

    def _annexes(self, document: etree._Element) -> None:
        annexes = [each for each in self._text.provisions if each.kind == "annex"]
        if not annexes:
            return
        attachments = below(document, "attachments")
        for number, annex in enumerate(annexes, 1):
            attachment = below(attachments, "attachment", eId=self._ids[annex.identity])
            attachment.set("wId", annex.identity)
            heading = " ".join(part for part in (annex.label, annex.heading) if part)
            if heading:
                below(attachment, "heading").text = clean(heading)
            inner = below(attachment, "doc", name="annex")
            inner.append(meta(self._text, {}, component=f"annex_{number}"))
            place = below(inner, "mainBody", eId=f"{self._ids[annex.identity]}__body")
            for line in self._lines(annex.text):
                self._paragraph(place, line)
            for child in annex.children:
                self._provision(place, child)
            if not annex.text and not annex.children:
                below(place, "p")

    def _provision(self, above: etree._Element, provision: AkomaProvision) -> None:
        made = below(above, _ELEMENTS[provision.kind], eId=self._ids[provision.identity])
        made.set("wId", provision.identity)
        if provision.kind == "annex":
            made.set("name", "annex")
        if provision.label:
            below(made, "num").text = clean(provision.label)
        if provision.heading:
            self._wording(below(made, "heading"), provision.heading)
        children, closing = _divide(provision)
        self._words(made, provision, has_children=bool(children))
        for child in children:
            self._provision(made, child)
        if closing is not None:
            wrapped = below(made, "wrapUp", eId=f"{self._ids[provision.identity]}__wrapup")
            wrapped.set("wId", closing.identity)
            for line in self._lines(closing.text):
                self._paragraph(wrapped, line)

    def _words(
        self, made: etree._Element, provision: AkomaProvision, *, has_children: bool
    ) -> None:
        lines = tuple(self._lines(provision.text))
        if has_children and not lines:
            return
        place = "intro" if has_children else "content"
        eid = f"{self._ids[provision.identity]}__{place}"
        holder = below(made, place, eId=eid)
        for line in lines or ("",):
            self._paragraph(holder, line)

    def _empty(self, body: etree._Element) -> None:
        article = below(body, "article", eId="art_1")
        below(below(article, "content", eId="art_1__content"), "p")

    def _paragraph(self, holder: etree._Element, line: str) -> None:
        self._wording(below(holder, "p"), line)

    def _wording(self, element: etree._Element, words: str) -> None:
        """Write words, each reference to a provision as a link to where that stands now."""
        last: etree._Element | None = None
        position = 0
        for found in _REFERENCE.finditer(words):
            append_words(element, last, words[position : found.start()])
            position = found.end()
            target = self._ids.get(found[1])
            name = self._text.labels.get(found[1], found[1])
            if target is None:
                append_words(element, last, name)
            else:
                last = below(element, "ref", href=f"#{target}")
                last.text = clean(name)
        append_words(element, last, words[position:])

    def _lines(self, words: str) -> Iterator[str]:
        return (line for line in words.split("\n") if line.strip())


def _divide(
    provision: AkomaProvision,
) -> tuple[tuple[AkomaProvision, ...], AkomaProvision | None]:
    """Return what stands below a provision, and the words without number that close it."""
    *before, final = provision.children or (None,)
    if final is None or not before or final.label or final.heading or final.children:
        return provision.children, None
    return tuple(each for each in before if each is not None), final
