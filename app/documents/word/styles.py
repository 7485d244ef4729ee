"""Which style of the house style each thing on a page has; Word and staff know it by this name."""

from app.texts.blocks import Level, Role

ROLES: dict[Role, str] = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.PLACE: "JWG Place",
    Role.BODY: "Body Text",
    Role.NOTICE: "JWG Notice",
    Role.DECISION: "JWG Decision",
    Role.ANNOTATION: "JWG Annotation",
    Role.DETAIL: "JWG Detail",
    Role.LISTED: "JWG Listed",
    Role.PERSON: "JWG Person",
    Role.CLOSING: "JWG Closing",
    Role.ADOPTION: "JWG Adoption",
    Role.LETTERHEAD: "JWG Letterhead",
    Role.DATELINE: "JWG Dateline",
    Role.ADDRESSEE: "JWG Addressee",
    Role.MATTER: "JWG Matter",
    Role.LEAD: "JWG Lead",
}

LEVELS: dict[Level, str] = {
    Level.PART: "JWG Part",
    Level.CHAPTER: "JWG Chapter",
    Level.ARTICLE: "JWG Article",
    Level.PARAGRAPH: "JWG Paragraph",
    Level.ITEM: "JWG Item",
    Level.SUBITEM: "JWG Subitem",
    Level.POINT: "JWG Point",
    Level.SUBPOINT: "JWG Subpoint",
    Level.AGENDA_ITEM: "JWG Agenda Item",
    Level.AGENDA_SUBITEM: "JWG Agenda Subitem",
    Level.ANNEX: "JWG Annex",
    Level.TOPIC: "JWG Topic",
}

TEXT_BELOW: dict[Level, str] = {
    Level.PART: "Body Text",
    Level.CHAPTER: "Body Text",
    Level.ARTICLE: "JWG Article Text",
    Level.AGENDA_ITEM: "JWG Annotation",
    Level.AGENDA_SUBITEM: "JWG Subannotation",
    Level.ANNEX: "JWG Annex Title",
    Level.TOPIC: "Body Text",
}
"""Levels whose number stands beside a heading; their text, if any, is a paragraph below it."""

HEADINGS = {1: "heading 1", 2: "heading 2", 3: "heading 3"}
CONTENTS = {1: "toc 1", 2: "toc 2", 3: "toc 3"}
CONTENTS_TITLE = "TOC Heading"
TABLE = "JWG Table"
TABLE_HEAD = "JWG Table Head"
TABLE_TEXT = "JWG Table Text"
PLATE = "JWG Plate"
PLATE_NAME = "JWG Plate Name"
BADGE = "JWG Badge"
BADGE_NAME = "JWG Badge Name"
SIGNATURE_CAPACITY = "JWG Signature Capacity"
SIGNATURE_NAME = "JWG Signature Name"
SIGNATURE_POST = "JWG Signature Post"
HEADER = "header"
FOOTER = "footer"
NOTE_TEXT = "footnote text"
NOTE_MARK = "footnote reference"
LINK = "Hyperlink"
GAP = "JWG To Be Confirmed"
SYMBOL = "JWG Symbol"
LETTERHEAD_NAME = "JWG Letterhead Name"
LETTERHEAD_LINE = "JWG Letterhead Line"

REQUIRED: tuple[str, ...] = (
    *ROLES.values(),
    *LEVELS.values(),
    *TEXT_BELOW.values(),
    *HEADINGS.values(),
    *CONTENTS.values(),
    *(CONTENTS_TITLE, TABLE, TABLE_HEAD, TABLE_TEXT),
    *(PLATE, PLATE_NAME, BADGE, BADGE_NAME),
    *(SIGNATURE_CAPACITY, SIGNATURE_NAME, SIGNATURE_POST),
    *(HEADER, FOOTER, NOTE_TEXT, NOTE_MARK, LINK, GAP, SYMBOL),
)
# An office's own house style may be older than these; its other documents go on as before.
REQUIRED_OF_LETTERS: tuple[str, ...] = (LETTERHEAD_NAME, LETTERHEAD_LINE)
