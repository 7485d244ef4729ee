"""What the preview of an import shows of each row: made, matched or refused, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from app.domain.delegation import Attendance, DelegateRole, Presence
from app.exchange.column_guess import rows_below
from app.exchange.headings import Meaning, Use
from app.exchange.list_words import read_attendance, read_presence, read_role
from app.exchange.tables import Sheet, SheetRow
from app.services.alike_persons import LikelyPerson
from app.texts.name_likeness import LikenessReason
from app.texts.scripts import guess_language

LONGEST_NAME = 200
_FALLBACK = "en"


class Verdict(StrEnum):
    """What becomes of a row."""

    CREATE = "create"
    MATCH = "match"
    JOIN = "join"
    REFUSE = "refuse"


class Refusal(StrEnum):
    """Why a row is refused."""

    NO_NAME = "no-name"
    NO_LETTERS = "no-letters"
    TOO_LONG = "too-long"
    HIDDEN = "hidden"
    TWICE_IN_LIST = "twice-in-list"
    ALREADY_SEATED = "already-seated"
    SECOND_HEAD = "second-head"
    UNKNOWN_PARTY = "unknown-party"
    NO_PARTY = "no-party"
    LEFT_OUT = "left-out"


class Answer(StrEnum):
    """What the user decided about a row, where that is not a person to match it with."""

    CREATE = "create"
    LEAVE_OUT = "leave-out"


@dataclass(frozen=True)
class SameAs:
    """The user decided that a row is about whom a row above it is about."""

    number: int


@dataclass(frozen=True)
class ImportPlan:
    """How a list shall be read.

    Attributes:
        meeting_id: The meeting that the people are nominated for.
        sheet: The sheet that holds them.
        heading: The place of the row that heads the columns; ``None`` where none does.
        uses: What each column is used for.
        party_id: The side of everybody whose row names none; ``None`` where each row must.
        role: The role of everybody whose row names none.
        with_hidden: Whether rows that are hidden in the sheet count.
        answers: What was decided of single rows, by their number: an answer, a person, or a row.
    """

    meeting_id: UUID
    sheet: Sheet
    heading: int | None
    uses: tuple[Use, ...]
    party_id: UUID | None = None
    role: DelegateRole = DelegateRole.DELEGATE
    with_hidden: bool = False
    answers: Mapping[int, Answer | UUID | SameAs] = field(default_factory=dict)

    def rows(self) -> tuple[SheetRow, ...]:
        """Return the rows that hold people."""
        return rows_below(self.sheet, self.heading)


@dataclass(frozen=True)
class Reading:
    """What a row says, before anything is looked up.

    Attributes:
        names: The name, per language; the first one is the name that the person is kept under.
        role_words: What stands in the column of roles, where it is no role that is known.
    """

    names: Mapping[str, str]
    parts: Mapping[str, str]
    posts: Mapping[str, str]
    organisations: Mapping[str, str]
    party: str
    role: DelegateRole | None
    role_words: str
    presence: Presence
    attendance: Attendance
    honorific: str
    email: str
    phone: str
    note: str

    @property
    def name(self) -> str:
        """The name that the person is kept under."""
        return next(iter(self.names.values()), "")


@dataclass(frozen=True)
class AlikeRow:
    """A row further up that may be about the same person.

    Attributes:
        name: The name in it.
    """

    number: int
    name: str
    reason: LikenessReason


@dataclass(frozen=True)
class ImportRow:
    """A row in the preview.

    Attributes:
        person_id: Whom it is matched with.
        person: The name of that person.
        reason: Why it is taken for that person; ``None`` where the user said so.
        refusal: Why it is refused.
        concerns: What the refusal is about: a row number, a name, the words that say nothing.
        likely: Known persons who may be meant, the likest first.
        alike: Rows above that may be about the same person, the likest first.
        is_settled: Whether the user has said that it is nobody of those.
        joins: The row above whose person it is about; it adds what that row does not say.
    """

    number: int
    cells: tuple[str, ...]
    reading: Reading
    verdict: Verdict
    party_id: UUID | None
    role: DelegateRole
    person_id: UUID | None = None
    person: str = ""
    reason: LikenessReason | None = None
    refusal: Refusal | None = None
    concerns: str = ""
    likely: tuple[LikelyPerson, ...] = ()
    alike: tuple[AlikeRow, ...] = ()
    is_settled: bool = False
    joins: int | None = None

    @property
    def is_seated(self) -> bool:
        """Whether it gives somebody a seat."""
        return self.verdict in (Verdict.CREATE, Verdict.MATCH)

    @property
    def is_doubtful(self) -> bool:
        """Whether the user should say if it is about whom a row above is about."""
        return self.verdict is Verdict.CREATE and bool(self.alike) and not self.is_settled


def read_row(row: SheetRow, uses: tuple[Use, ...]) -> Reading:
    """Return what a row says in the columns that are used."""
    told: dict[Meaning, dict[str, str]] = {}
    for use, cell in zip(uses, row.cells, strict=False):
        if cell and use.meaning is not Meaning.NOTHING:
            known = told.setdefault(use.meaning, {})
            known.setdefault(use.language or _language_of(use, cell), cell)
    words = {meaning: next(iter(known.values())) for meaning, known in told.items()}
    parts = _parts(words)
    names = told.get(Meaning.NAME, {}) or _names_of(parts)
    role = words.get(Meaning.ROLE, "")
    return Reading(
        names=names,
        parts=parts,
        posts=told.get(Meaning.POST, {}),
        organisations=told.get(Meaning.ORGANISATION, {}),
        party=words.get(Meaning.PARTY, ""),
        role=read_role(role) if role else None,
        role_words=role if role and read_role(role) is None else "",
        presence=read_presence(words.get(Meaning.PRESENCE, "")) or Presence.UNKNOWN,
        attendance=read_attendance(words.get(Meaning.ATTENDANCE, "")) or Attendance.NOMINATED,
        honorific=words.get(Meaning.HONORIFIC, ""),
        email=words.get(Meaning.EMAIL, ""),
        phone=words.get(Meaning.PHONE, ""),
        note=words.get(Meaning.NOTE, ""),
    )


def _language_of(use: Use, cell: str) -> str:
    return guess_language(cell) or ("ja" if use.meaning is Meaning.NAME else _FALLBACK)


def _parts(words: Mapping[Meaning, str]) -> dict[str, str]:
    """Return the parts of a name that have columns of their own; nothing is taken apart."""
    columns = {
        "family": Meaning.FAMILY,
        "given": Meaning.GIVEN,
        "patronymic": Meaning.PATRONYMIC,
    }
    return {part: words[meaning] for part, meaning in columns.items() if words.get(meaning)}


def _names_of(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the name made of its parts, in the order in which its language says them."""
    first = parts.get("patronymic", "") or parts.get("family", "")
    whole = " ".join(part for part in (first, parts.get("given", "")) if part)
    return {guess_language(whole) or _FALLBACK: whole} if whole else {}
