"""Tracked changes of every form, and what becomes of them; ``@`` is for who made them and when."""


def run(text: str, face: str = "") -> str:
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def put_in(text: str) -> str:
    return f"<w:ins @>{run(text)}</w:ins>"


def gone(text: str) -> str:
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


def struck(text: str) -> str:
    return f"<w:del @>{gone(text)}</w:del>"


def line(content: str, properties: str = "") -> str:
    about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{about}{content}</w:p>"


def ending(mark: str) -> str:
    return f"<w:rPr><w:{mark} @/></w:rPr>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def before(properties: str) -> str:
    return f"<w:pPrChange @><w:pPr>{properties}</w:pPr></w:pPrChange>"


def row(*cells: str, about: str = "") -> str:
    properties = f"<w:trPr>{about}</w:trPr>" if about else ""
    return f"<w:tr>{properties}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl><w:p/>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(code: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"{begin}<w:r><w:{code}> PAGE </w:{code}></w:r>{end}"


def moved(move: str, text: str, number: int) -> str:
    start = f'<w:{move}RangeStart w:id="{number}" w:name="m"/>'
    content = line(f"<w:{move} @>{run(text)}</w:{move}>", style("T") + ending(move))
    return f'{start}{content}<w:{move}RangeEnd w:id="{number}"/>'


def bookmarked(content: str, *, start: bool = True, end: bool = True) -> str:
    begun = '<w:bookmarkStart w:id="1" w:name="k"/>' if start else ""
    return begun + content + ('<w:bookmarkEnd w:id="1"/>' if end else "")


BARE = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"

CASES: dict[str, tuple[str, str, str]] = {
    "a word put in": (line(run("a") + put_in("b")), line(run("a") + run("b")), line(run("a"))),
    "a word struck": (line(run("a") + struck("b")), line(run("a")), line(run("a") + run("b"))),
    "a word put in by one and struck by another": (
        line(run("a") + f"<w:ins @>{struck('b')}</w:ins>"),
        line(run("a")),
        line(run("a")),
    ),
    "a field struck": (
        line(f"<w:del @>{field('delInstrText')}</w:del>" + run("a")),
        line(run("a")),
        line(field("instrText") + run("a")),
    ),
    "a paragraph put in": (
        line(run("a")) + line(put_in("b"), style("T") + ending("ins")) + line(run("c")),
        line(run("a")) + line(run("b"), style("T")) + line(run("c")),
        line(run("a")) + line(run("c")),
    ),
    "a paragraph struck": (
        line(run("a")) + line(struck("b"), style("T") + ending("del")) + line(run("c")),
        line(run("a")) + line(run("c")),
        line(run("a")) + line(run("b"), style("T")) + line(run("c")),
    ),
    "a paragraph split in two": (
        line(run("a"), style("T") + ending("ins")) + line(run("b"), style("S")),
        line(run("a"), style("T")) + line(run("b"), style("S")),
        line(run("a") + run("b"), style("S")),
    ),
    "three paragraphs joined": (
        line(run("a"), ending("del")) + line(run("b"), ending("del")) + line(run("c")),
        line(run("a") + run("b") + run("c")),
        line(run("a")) + line(run("b")) + line(run("c")),
    ),
    "a paragraph put in before a table": (
        line(put_in("a"), style("T") + ending("ins")) + table(row("<w:p/>")),
        line(run("a"), style("T")) + table(row("<w:p/>")),
        table(row("<w:p/>")),
    ),
    "a paragraph between two tables": (
        BARE + line(struck("a"), ending("del")) + BARE + "<w:p/>",
        BARE + "<w:p/>" + BARE + "<w:p/>",
        BARE + line(run("a")) + BARE + "<w:p/>",
    ),
    "the last paragraph of a cell struck": (
        table(row(line(struck("a"), style("T") + ending("del")))),
        table(row(line("", style("T")))),
        table(row(line(run("a"), style("T")))),
    ),
    "a move": (
        moved("moveFrom", "a", 1) + line(run("b")) + moved("moveTo", "a", 2) + line(run("c")),
        line(run("b")) + line(run("a"), style("T")) + line(run("c")),
        line(run("a"), style("T")) + line(run("b")) + line(run("c")),
    ),
    "a row put in": (
        table(row("<w:p/>"), row(line(put_in("a")), about="<w:cantSplit/><w:ins @/>")),
        table(row("<w:p/>"), row(line(run("a")), about="<w:cantSplit/>")),
        table(row("<w:p/>")),
    ),
    "all rows struck": (
        table(row(line(struck("a"), ending("del")), about="<w:del @/>")),
        "<w:p/>",
        table(row(line(run("a")))),
    ),
    "a cell put in": (
        table(row("<w:p/>", "<w:tcPr><w:cellIns @/></w:tcPr><w:p/>")),
        table(row("<w:p/>", "<w:p/>")),
        table(row("<w:p/>", about='<w:gridAfter w:val="1"/>')),
    ),
    "a wide cell struck": (
        table(row("<w:p/>", '<w:tcPr><w:gridSpan w:val="2"/><w:cellDel @/></w:tcPr><w:p/>')),
        table(row("<w:p/>", about='<w:gridAfter w:val="2"/>')),
        table(row("<w:p/>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/>')),
    ),
    "the only cell struck": (
        table(row("<w:p/>"), row("<w:tcPr><w:cellDel @/></w:tcPr><w:p/>")),
        table(row("<w:p/>")),
        table(row("<w:p/>"), row("<w:p/>")),
    ),
    "another face": (
        line(run("a", "<w:b/><w:rPrChange @><w:rPr><w:i/></w:rPr></w:rPrChange>")),
        line(run("a", "<w:b/>")),
        line(run("a", "<w:i/>")),
    ),
    "another style": (
        line(run("a"), style("New") + before(style("Old"))),
        line(run("a"), style("New")),
        line(run("a"), style("Old")),
    ),
    "another style of a paragraph whose end was put in": (
        line(run("a"), style("New") + ending("ins") + before(style("Old"))) + line(run("b")),
        line(run("a"), style("New")) + line(run("b")),
        line(run("a") + run("b")),
    ),
    "another page": (
        (
            "<w:p/><w:sectPr><w:headerReference/><w:pgSz/>"
            "<w:sectPrChange @><w:sectPr><w:cols/></w:sectPr></w:sectPrChange></w:sectPr>"
        ),
        "<w:p/><w:sectPr><w:headerReference/><w:pgSz/></w:sectPr>",
        "<w:p/><w:sectPr><w:headerReference/><w:cols/></w:sectPr>",
    ),
    "numbering put on": (
        line(run("a"), "<w:numPr><w:numId/><w:ins @/></w:numPr>"),
        line(run("a"), "<w:numPr><w:numId/></w:numPr>"),
        line(run("a")),
    ),
    "all of a control struck": (
        control(line(struck("a"), ending("del"))) + line(run("b")),
        line(run("b")),
        control(line(run("a"))) + line(run("b")),
    ),
    "the end of a control struck": (
        control(line(run("a"), ending("del"))) + line(run("b")),
        line(run("a") + run("b")),
        control(line(run("a"))) + line(run("b")),
    ),
    "the beginning of a control joined to what is before": (
        line(run("a"), ending("del")) + control(line(run("b"))),
        control(line(run("a") + run("b"))),
        line(run("a")) + control(line(run("b"))),
    ),
    "a bookmark that begins in what was struck": (
        line(f"<w:del @>{bookmarked(gone('a'), end=False)}</w:del>")
        + line(bookmarked(run("b"), start=False)),
        line(bookmarked("", end=False)) + line(bookmarked(run("b"), start=False)),
        line(bookmarked(run("a"), end=False)) + line(bookmarked(run("b"), start=False)),
    ),
    "a bookmark of a paragraph that was struck": (
        line(bookmarked(struck("a")), style("T") + ending("del")) + line(run("b")),
        line(run("b")),
        line(bookmarked(run("a")), style("T")) + line(run("b")),
    ),
}
"""Of each: as it is marked, as it is if accepted, as it is if rejected."""
