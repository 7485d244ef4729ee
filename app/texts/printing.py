"""Prints a block tree as JWG markup; reading it again gives the same tree."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from app.texts.blocks import (
    Block,
    Break,
    Contents,
    Control,
    Document,
    Form,
    Heading,
    Inline,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Reference,
    ReferenceForm,
    Row,
    Section,
    Signatures,
    Table,
    Text,
)


def print_markup(document: Document) -> str:
    """Return ``document`` as JWG markup."""
    attributes = {
        "kind": document.kind,
        "language": document.language,
        "title": document.title,
        "symbol": document.symbol,
        "subject": document.subject,
        "author": document.author,
        "identifier": document.identifier,
        "original-of": document.original_of,
        "running-head": document.running_head,
        "running-foot": document.running_foot,
        "draft": "yes" if document.draft else "",
    }
    inside = "".join(_section(section) for section in document.sections)
    return _element("document", inside, attributes) + "\n"


def _section(section: Section) -> str:
    attributes = {
        "landscape": "yes" if section.landscape else "",
        "line-numbers": "yes" if section.line_numbers else "",
        "bare": "yes" if section.bare else "",
    }
    return "\n" + _element("section", _blocks(section.blocks), attributes)


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(f"\n{_block(block)}" for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            attributes = {"role": block.role.value, "id": block.id}
            return _element("p", _inlines(block.inlines), attributes)
        case Heading():
            attributes = {"level": str(block.level), "id": block.id}
            return _element("heading", _inlines(block.inlines), attributes)
        case Contents():
            levels = {"levels": str(block.levels)}
            return _element("contents", _inlines(block.title), levels)
        case Control():
            attributes = {"record": block.record, "id": block.id, "alias": block.alias}
            return _element("control", _blocks(block.blocks), attributes)
        case Table():
            return _table(block)
        case Signatures():
            return _signatures(block)
        case Provision():
            return _provision(block)


def _provision(provision: Provision) -> str:
    inside = _wording("title", provision.heading) + _wording("text", provision.text)
    attributes = {"id": provision.id, "number": provision.number, "record": provision.record}
    inside += _blocks(provision.children)
    return _element(provision.level.value, inside, attributes)


def _table(table: Table) -> str:
    head = "".join(_row(row) for row in table.head)
    inside = (_element("head", head) if head else "") + "".join(_row(row) for row in table.rows)
    widths = " ".join(str(width) for width in table.widths)
    attributes = {
        "widths": widths,
        "caption": table.caption,
        "id": table.id,
        "form": "" if table.form is Form.RULED else table.form.value,
    }
    return _element("table", inside, attributes)


def _row(row: Row) -> str:
    cells = "".join(
        _element("cell", _inlines(cell.inlines), {"depth": str(cell.depth or "")})
        for cell in row.cells
    )
    heads = "yes" if row.heads else ""
    return "\n" + _element("row", cells, {"record": row.record, "id": row.id, "heads": heads})


def _signatures(signatures: Signatures) -> str:
    inside = ""
    for signatory in signatures.signatories:
        lines = _wording("capacity", signatory.capacity)
        lines += _wording("name", signatory.name) + _wording("post", signatory.post)
        inside += "\n" + _element("signatory", lines, {"party": signatory.party})
    return _element("signatures", inside)


def _wording(tag: str, inlines: tuple[Inline, ...]) -> str:
    return _element(tag, _inlines(inlines)) if inlines else ""


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _text(inline)
        case Reference():
            form = "" if inline.form is ReferenceForm.FULL else inline.form.value
            return _element("ref", "", {"to": inline.target, "form": form})
        case Note():
            return _element("note", _inlines(inline.inlines))
        case Placeholder():
            return _element("missing", escape(inline.what))
        case Break():
            return "<br/>"


def _text(text: Text) -> str:
    printed = escape(text.text)
    if text.from_record:
        printed = f"<fact>{printed}</fact>"
    if text.language:
        printed = _element("lang", printed, {"tag": text.language})
    if text.italic:
        printed = f"<i>{printed}</i>"
    return f"<b>{printed}</b>" if text.bold else printed


def _element(tag: str, inside: str, attributes: dict[str, str] | None = None) -> str:
    carried = "".join(_attributes(attributes or {}))
    return f"<{tag}{carried}>{inside}</{tag}>" if inside else f"<{tag}{carried}/>"


def _attributes(attributes: dict[str, str]) -> Iterator[str]:
    for key, value in attributes.items():
        if value:
            yield f" {key}={quoteattr(value, {chr(10): '&#10;', chr(13): '&#13;', chr(9): '&#9;'})}"
