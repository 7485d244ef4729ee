"""How each thing looks on the preview's page: the house style, in what Qt's HTML can say.

A page is white with dark letters whatever the window's theme; it shows what will be on paper. Only
what the house style is delivered with is shown; changes that staff make in Word show in Word.
"""

from dataclasses import dataclass

from app.texts.blocks import Level, Role

PAGE_WIDTH = 794
"""The width of an A4 page in pixels of 1/96 inch."""
PAGE_HEIGHT = 1123
"""Its height; the width of a page that lies on its side."""
PAGE_MARGIN = 94
"""The width of the white edge on every side."""

FONTS = "'Source Serif 4','Times New Roman','Batang','MS Mincho','Noto Serif CJK KR',serif"
INK = "#1f2a37"
MUTED = "#5b6572"
RULE = "#8a94a0"
LINK = "#1d57b8"
HAIR = "#c9ced6"
RECORD = "#e4ecfa"
GAP = "#fde6b3"
GAP_INK = "#7a4b00"
NOTICE = "#f4f1e8"
HEAD = "#f1f3f6"
TAB_STOP = 38
"""How far each lower level stands in, and where tabs stop."""
ARTICLE = 110


@dataclass(frozen=True, slots=True)
class Face:
    """How a paragraph stands and looks; lengths in pixels at full size.

    Attributes:
        size: The height of its letters.
        before: The space above it.
        after: The space below it.
        left: How far it stands in.
        hanging: How wide the column of its number is; 0 where the number stands in the line.
        align: How its lines are set.
        letters: What else its letters have, as CSS.
        line: The height of its lines, in hundredths of that of its letters.
    """

    size: int = 16
    before: int = 0
    after: int = 8
    left: int = 0
    hanging: int = 0
    align: str = "left"
    letters: str = ""
    line: int = 115


BOLD = "font-weight:600;"
_ITALIC = "font-style:italic;"
_CAPITALS = "text-transform:uppercase;"

ROLES: dict[Role, Face] = {
    Role.TITLE: Face(
        size=21,
        before=13,
        after=10,
        align="center",
        letters=f"{BOLD}{_CAPITALS}letter-spacing:1px;",
    ),
    Role.SUBTITLE: Face(after=3, align="center"),
    Role.PLACE: Face(before=10, after=24, align="center", letters=_ITALIC),
    Role.BODY: Face(after=10, align="justify"),
    Role.NOTICE: Face(size=13, before=3, after=21, line=108),
    Role.DECISION: Face(before=3, after=13, left=TAB_STOP - 15, align="justify"),
    Role.ANNOTATION: Face(size=15, after=8, left=TAB_STOP),
    Role.DETAIL: Face(size=14, after=8, letters=f"{_ITALIC}color:{MUTED};"),
    Role.LISTED: Face(after=4, left=TAB_STOP),
    Role.PERSON: Face(after=8, left=TAB_STOP // 2),
    Role.CLOSING: Face(before=19, after=19, align="justify"),
    Role.ADOPTION: Face(size=15, after=5, align="center"),
    Role.LETTERHEAD: Face(size=17, after=21, align="center", letters=f"{BOLD}letter-spacing:1px;"),
    Role.DATELINE: Face(size=15, after=16, align="right"),
    Role.ADDRESSEE: Face(after=16),
    Role.MATTER: Face(before=12, after=11, letters=BOLD),
    Role.LEAD: Face(size=17, after=13, align="center", letters=_ITALIC),
}

HEADINGS: dict[int, Face] = {
    1: Face(size=17, before=20, after=8, letters=BOLD),
    2: Face(before=16, after=7, letters=BOLD),
    3: Face(before=13, after=5, letters=_ITALIC),
}

LEVELS: dict[Level, Face] = {
    Level.PART: Face(size=17, before=34, after=13, align="center", letters=BOLD + _CAPITALS),
    Level.CHAPTER: Face(size=17, before=30, after=13, align="center", letters=BOLD),
    Level.ARTICLE: Face(before=18, after=7, hanging=ARTICLE, letters=BOLD),
    Level.PARAGRAPH: Face(hanging=TAB_STOP, align="justify"),
    Level.ITEM: Face(after=7, left=TAB_STOP, hanging=TAB_STOP, align="justify"),
    Level.SUBITEM: Face(after=5, left=2 * TAB_STOP, hanging=TAB_STOP, align="justify"),
    Level.POINT: Face(after=12, align="justify"),
    Level.SUBPOINT: Face(left=TAB_STOP, hanging=TAB_STOP, align="justify"),
    Level.AGENDA_ITEM: Face(before=10, after=5, hanging=TAB_STOP),
    Level.AGENDA_SUBITEM: Face(after=5, left=TAB_STOP, hanging=TAB_STOP),
    Level.TOPIC: Face(size=17, before=24, after=8, hanging=TAB_STOP, letters=BOLD),
    Level.ANNEX: Face(size=17, before=64, after=20, align="center", letters=BOLD),
}

TEXT_BELOW: dict[Level, Face] = {
    Level.PART: ROLES[Role.BODY],
    Level.CHAPTER: ROLES[Role.BODY],
    Level.ARTICLE: Face(align="justify"),
    Level.AGENDA_ITEM: ROLES[Role.ANNOTATION],
    Level.AGENDA_SUBITEM: Face(size=15, after=8, left=2 * TAB_STOP),
    Level.ANNEX: Face(after=18, align="center", letters=_ITALIC),
}
"""Levels whose number stands beside a heading; their text, if any, is a paragraph below it."""

CONTENTS_TITLE = Face(
    size=15, before=13, after=10, align="center", letters=f"{BOLD}{_CAPITALS}letter-spacing:1px;"
)
CONTENTS: dict[int, Face] = {
    1: Face(size=15, before=10, after=4, letters=BOLD),
    2: Face(size=15, before=10, after=3, letters=BOLD, hanging=ARTICLE),
    3: Face(size=15, after=1, hanging=ARTICLE),
}
TABLE_HEAD = Face(size=13, letters=BOLD, line=108)
TABLE_TEXT = Face(size=14, line=108)
CAPACITY = Face(letters=BOLD)
SIGNER = Face()
POST = Face(size=13, line=108)
CARD = Face(align="center", letters=f"color:{MUTED};")
PLATE_NAME = Face(size=34, align="center", letters=BOLD, line=100)
BADGE_NAME = Face(size=22, align="center", letters=BOLD, line=100)
FURNITURE = Face(size=12, letters=f"color:{MUTED};", line=108)
DRAFT_MARK = Face(size=12, align="right")
LETTERHEAD_LOGO = Face(align="center", after=5)
LETTERHEAD_NAME = Face(size=17, after=5, align="center", letters=f"{BOLD}letter-spacing:1px;")
LETTERHEAD_LINE = Face(size=13, after=10, align="center", letters=f"color:{MUTED};")
FOOTNOTE = Face(size=13, after=3, align="justify", line=108)


class Sheet:
    """The faces at one size, and how far down the page the writing has come.

    Between two things stands the larger of the space below the one and above the other, as in Word;
    Qt alone would forget the space below a paragraph where a table follows.
    """

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._after = 0

    def length(self, pixels: float) -> int:
        """Return a length at this size; nothing that is there vanishes."""
        return max(round(pixels * self._scale), 1) if pixels else 0

    def space(self, before: int, after: int) -> int:
        """Return the space above what comes next, which wants ``before`` and ``after``."""
        above = max(self._after, before)
        self._after = after
        return self.length(above)

    def letters(self, face: Face) -> str:
        """Return the CSS of the letters and lines of ``face``."""
        size = self.length(face.size)
        return f"font-size:{size}px;line-height:{face.line}%;{face.letters}"
