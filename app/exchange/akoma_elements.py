"""Makes elements of Akoma Ntoso, with no sign in them that XML cannot hold."""

import re

from lxml import etree

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(tag: str, /, **attributes: str) -> etree._Element:
    """Return an element that stands alone."""
    return etree.Element(f"{{{NAMESPACE}}}{tag}", _clean(attributes), nsmap={None: NAMESPACE})


def below(above: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """Return a new last child of an element."""
    return etree.SubElement(above, f"{{{NAMESPACE}}}{tag}", _clean(attributes))


def append_words(holder: etree._Element, after: etree._Element | None, words: str) -> None:
    """Add words at the end of an element whose last child is ``after``."""
    if after is None:
        holder.text = (holder.text or "") + clean(words)
    else:
        after.tail = (after.tail or "") + clean(words)


def clean(words: str) -> str:
    """Return words with a replacement sign for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)


def _clean(attributes: dict[str, str]) -> dict[str, str]:
    return {name: clean(value) for name, value in attributes.items()}
