"""Pairs of small texts, each with one kind of change between the two."""

from dataclasses import replace

from app.texts.blocks import (
    Cell,
    Contents,
    Control,
    Document,
    Heading,
    Inline,
    Level,
    Note,
    Paragraph,
    Provision,
    Reference,
    Role,
    Row,
    Section,
    Signatory,
    Signatures,
    Table,
    Text,
)
from tests.documents.redline_pairs import document


def words(*pieces: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(piece) if isinstance(piece, str) else piece for piece in pieces)


def paragraph(identifier: str, *pieces: str | Inline) -> Provision:
    return Provision(Level.PARAGRAPH, identifier, text=words(*pieces))


def article(identifier: str, heading: str, *below: Provision, number: str = "") -> Provision:
    return Provision(
        Level.ARTICLE, identifier, heading=words(heading), children=below, number=number
    )


SCOPE = article("a", "Scope", paragraph("a1", "These rules apply to the Joint Committee."))
MEMBERS = article(
    "b",
    "Members",
    paragraph("b1", "Each side names five members for two years."),
    paragraph("b2", "Vacancies are filled as ", Reference("d"), " says."),
)
MEETINGS = article("c", "Meetings", paragraph("c1", "The Committee meets once a year, in turn."))
TERMS = article("d", "Terms", paragraph("d1", "A member stays until a successor is named."))
TITLE = Paragraph(words("Rules of Procedure"), role=Role.TITLE)
RULES = document(TITLE, SCOPE, MEMBERS, MEETINGS, TERMS)

SIX = paragraph("b1", "Each side names six members for two years.")
LONGER = article("b", "Members", SIX, MEMBERS.children[1])
BIS = article("n", "Interests", paragraph("n1", "Members disclose theirs."), number="2 bis")
PLAIN = article("n", "Interests", paragraph("n1", "Members disclose theirs."))
STAYS = article("d", "Terms", paragraph("d1", "A member stays until another is named."))
WITH_HEADING = article("a", "Scope", replace(SCOPE.children[0], heading=words("Whom")))
NOTED = article("z", "Last", paragraph("z1", "By consensus", Note(words("Of all."))))
DEEPER = Provision(Level.PART, "p", heading=words("General"), children=(SCOPE, MEMBERS))


def table(*rows: tuple[str, ...], identifier: str = "t") -> Table:
    made = tuple(
        Row(tuple(Cell(words(cell)) for cell in row), id=f"r{row[0]}", record="decision")
        for row in rows
    )
    head = Row(tuple(Cell(words(f"Column {n}")) for n in range(len(rows[0]))))
    return Table((1,) * len(rows[0]), made, head=(head,), id=identifier)


def signed(*names: str) -> Signatures:
    return Signatures(tuple(Signatory(name[0], words("For"), words(name)) for name in names))


def noted(text: str) -> Paragraph:
    return Paragraph(words("Adopted by consensus", Note(words(text)), "."))


PAIRS: dict[str, tuple[Document, Document]] = {
    "nothing changed": (RULES, RULES),
    "a word replaced": (RULES, document(TITLE, SCOPE, LONGER, MEETINGS, TERMS)),
    "an article inserted": (RULES, document(TITLE, SCOPE, PLAIN, MEMBERS, MEETINGS, TERMS)),
    "an article bis inserted": (RULES, document(TITLE, SCOPE, MEMBERS, BIS, MEETINGS, TERMS)),
    "an article at the end": (RULES, document(TITLE, SCOPE, MEMBERS, MEETINGS, TERMS, PLAIN)),
    "an article bis deleted": (document(SCOPE, BIS, MEETINGS), document(SCOPE, MEETINGS)),
    "an article deleted": (RULES, document(TITLE, SCOPE, MEMBERS, TERMS)),
    "what a reference leads to deleted": (
        document(TITLE, SCOPE, MEMBERS, TERMS),
        document(TITLE, SCOPE),
    ),
    "the last article deleted": (document(SCOPE, MEETINGS), document(SCOPE)),
    "everything deleted": (RULES, document()),
    "everything inserted": (document(), RULES),
    "an article moved": (RULES, document(TITLE, TERMS, SCOPE, MEMBERS, MEETINGS)),
    "an article moved and edited": (RULES, document(TITLE, STAYS, SCOPE, MEMBERS, MEETINGS)),
    "a number by hand instead of a counted one": (
        RULES,
        document(TITLE, SCOPE, MEMBERS, replace(MEETINGS, number="2 ter"), TERMS),
    ),
    "articles put into a part": (RULES, document(TITLE, DEEPER, MEETINGS, TERMS)),
    "a heading of a paragraph put in": (
        RULES,
        document(TITLE, WITH_HEADING, MEMBERS, MEETINGS, TERMS),
    ),
    "a wording below a heading put in and taken out": (
        document(SCOPE, replace(MEETINGS, text=words("Two kinds."))),
        document(replace(SCOPE, text=words("All of it.")), MEETINGS),
    ),
    "an annex with a title": (
        document(SCOPE, Provision(Level.ANNEX, "x", heading=words("Form A"))),
        document(SCOPE, Provision(Level.ANNEX, "x", heading=words("Form A, revised"))),
    ),
    "an annex that gets a title": (
        document(SCOPE, Provision(Level.ANNEX, "x")),
        document(SCOPE, Provision(Level.ANNEX, "x", heading=words("Form A"))),
    ),
    "a paragraph of another kind": (
        document(Paragraph(words("Note well."), id="k"), SCOPE),
        document(Paragraph(words("Note well."), role=Role.NOTICE, id="k"), SCOPE),
    ),
    "a paragraph that became a heading": (
        document(Paragraph(words("Closing"), id="k"), SCOPE),
        document(Heading(words("Closing"), id="k"), SCOPE),
    ),
    "another face": (
        document(Paragraph(words("The word agreed is defined."))),
        document(Paragraph((Text("The word "), Text("agreed", italic=True), Text(" is defined.")))),
    ),
    "another language": (
        document(Paragraph(words("合意 is the word."))),
        document(Paragraph((Text("合意", language="ja"), Text(" is the word.")))),
    ),
    "a note replaced": (document(noted("2019"), SCOPE), document(noted("2020"), SCOPE)),
    "a note inserted": (
        document(Paragraph(words("Adopted by consensus.")), SCOPE),
        document(noted("2020"), SCOPE),
    ),
    "a moved article with a note": (
        document(NOTED, SCOPE, MEETINGS, TERMS),
        document(SCOPE, MEETINGS, TERMS, NOTED),
    ),
    "rows inserted, deleted, edited and moved": (
        document(table(("1", "Adopts"), ("2", "Notes"), ("3", "Names"), ("4", "Asks"))),
        document(table(("3", "Names"), ("1", "Adopts all"), ("5", "Sets"), ("4", "Asks"))),
    ),
    "all rows replaced": (document(table(("1", "Adopts"))), document(table(("2", "Notes")))),
    "another number of columns": (
        document(table(("1", "Adopts"))),
        document(table(("1", "Adopts", "in force"))),
    ),
    "a table inserted before another": (
        document(table(("1", "Adopts"))),
        document(table(("9", "First of all"), identifier="s"), table(("1", "Adopts"))),
    ),
    "a table deleted at the end": (document(SCOPE, table(("1", "Adopts"))), document(SCOPE)),
    "a paragraph deleted before a table": (
        document(Paragraph(words("The decisions were these:")), table(("1", "Adopts"))),
        document(table(("1", "Adopts"))),
    ),
    "another who signs": (document(signed("Kim", "Bat")), document(signed("Kim", "Oyun"))),
    "a third who signs": (document(signed("Kim", "Bat")), document(signed("Kim", "Bat", "Sato"))),
    "contents, controls and sections": (
        Document((Section((Contents(words("Contents")), SCOPE, MEETINGS)),)),
        Document(
            (
                Section((Contents(words("Contents")), Control("rule", "k", "", (SCOPE, PLAIN)))),
                Section((MEETINGS, table(("1", "Adopts"))), landscape=True),
                Section(()),
            )
        ),
    ),
    "Japanese and Korean": (
        document(Paragraph(words("合同委員会は年一回会合する。위원회는 매년 회의를 개최한다."))),
        document(Paragraph(words("合同委員会は年二回会合する。위원회는 매년 총회를 개최한다."))),
    ),
}
