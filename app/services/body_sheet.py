"""What staff enter about a body: read from the record, looked at, and written back into it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from app.domain.body import Body, BodyKind, BodyParty, HostRotation, Level, MembershipRole
from app.domain.errors import InvalidValue
from app.domain.names import Names, held_on, sort_key
from app.domain.number_patterns import DECISION_FIELDS, MEETING_FIELDS, unknown_fields
from app.store.reader import Reader
from app.store.workspace import Workspace

TITLE_PATTERNS = "title_patterns"


@dataclass(frozen=True)
class SeatSheet:
    """A party's seat in a body.

    Attributes:
        party: The party on record, or the code of a state that is to be added to the workspace.
    """

    party: UUID | str
    role: MembershipRole = MembershipRole.MEMBER


@dataclass(frozen=True)
class BodySheet:
    """Everything about a body that staff fill in.

    Attributes:
        names: Its official name; ``short_names`` is what the screens call it, ``plain_names`` its
            name without its parties, ``call_names`` what its own documents call it.
        seats: The parties in the order of their seats.
        our_side: Which of them keeps this workspace; as in ``seats``.
        meeting_pattern, decision_pattern: How they are numbered, such as ``JWG-{ordinal}``.
        title_patterns: How its meetings are titled, per language, where that is laid down.
        cadence: How often it meets, in words.
        established_on: As exactly as it is known.
    """

    code: str
    kind: BodyKind = BodyKind.JOINT_COMMITTEE
    names: Names = field(default_factory=dict)
    short_names: Names = field(default_factory=dict)
    plain_names: Names = field(default_factory=dict)
    call_names: Names = field(default_factory=dict)
    seats: tuple[SeatSheet, ...] = ()
    our_side: UUID | str | None = None
    host_rotation: HostRotation = HostRotation.ALTERNATING
    languages: tuple[str, ...] = ()
    prevailing_language: str | None = None
    meeting_pattern: str = ""
    decision_pattern: str = ""
    title_patterns: Names = field(default_factory=dict)
    cadence: str = ""
    level: Level = Level.UNKNOWN
    topic: str = ""
    established_on: str | None = None


def read_sheet(
    reader: Reader, workspace: Workspace, body: Body, *, our_side: UUID | None
) -> BodySheet:
    """Return what is on record about a body, with the seats that are taken today."""
    seats = current_seats(reader, workspace, body.id)
    ours = our_side if our_side in {seat.party_id for seat in seats} else None
    return BodySheet(
        code=body.code,
        kind=body.kind,
        names=dict(body.names),
        short_names=dict(body.short_names),
        plain_names=dict(body.plain_names),
        call_names=dict(body.call_names),
        seats=tuple(SeatSheet(seat.party_id, seat.role) for seat in seats),
        our_side=ours,
        host_rotation=body.host_rotation,
        languages=tuple(body.languages),
        prevailing_language=body.prevailing_language,
        meeting_pattern=body.meeting_pattern,
        decision_pattern=body.decision_pattern,
        title_patterns=dict(body.settings.get(TITLE_PATTERNS, {})),
        cadence=body.cadence,
        level=body.level,
        topic=body.topic,
        established_on=body.established_on,
    )


def current_seats(reader: Reader, workspace: Workspace, body_id: UUID) -> list[BodyParty]:
    """Return the seats of a body that are taken today, in order."""
    today = workspace.today()
    taken = [seat for seat in reader.find(BodyParty, body_id=body_id) if held_on(today, seat)]
    return sorted(taken, key=lambda seat: seat.seat)


def write_sheet(body: Body, sheet: BodySheet) -> None:
    """Put what staff have filled in on record, but for the seats; it was looked at before."""
    body.code = sheet.code.strip()
    for name in ("kind", "host_rotation", "prevailing_language", "level", "established_on"):
        setattr(body, name, getattr(sheet, name))
    for name in ("meeting_pattern", "decision_pattern", "cadence", "topic"):
        setattr(body, name, getattr(sheet, name).strip())
    for name in ("names", "short_names", "plain_names", "call_names"):
        setattr(body, name, dict(getattr(sheet, name)))
    body.languages = list(sheet.languages)
    body.sort_key = sort_key(sheet.names)
    kept = {name: value for name, value in body.settings.items() if name != TITLE_PATTERNS}
    patterns = {TITLE_PATTERNS: dict(sheet.title_patterns)} if sheet.title_patterns else {}
    body.settings = kept | patterns


def require_fit(sheet: BodySheet) -> None:
    """Look at what staff have filled in.

    Raises:
        InvalidValue: naming each field that does not fit, with what to enter instead.
    """
    problems = tuple(_problems(sheet))
    if problems:
        raise InvalidValue("body", problems)


def _problems(sheet: BodySheet) -> Iterator[tuple[str, str]]:
    if not any(text.strip() for text in sheet.names.values()):
        yield "names", "Enter the name of the body in at least one language."
    if not sheet.code.strip():
        yield "code", "Enter a short code, such as KM-JWG."
    parties = [seat.party for seat in sheet.seats]
    if len(set(parties)) < len(parties):
        yield "seats", "Each party can sit in the body only once."
    if sheet.our_side is not None and sheet.our_side not in parties:
        yield "our_side", "Our side must be one of the parties."
    if sheet.prevailing_language and sheet.prevailing_language not in sheet.languages:
        yield "prevailing_language", "The language that prevails must be one of the languages."
    yield from _wrong_pattern("meeting_pattern", sheet.meeting_pattern, MEETING_FIELDS)
    yield from _wrong_pattern("decision_pattern", sheet.decision_pattern, DECISION_FIELDS)
    for pattern in sheet.title_patterns.values():
        yield from _wrong_pattern("title_patterns", pattern, (*MEETING_FIELDS, "nth"))


def _wrong_pattern(name: str, pattern: str, known: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    unknown = unknown_fields(pattern, known)
    if unknown:
        offered = ", ".join(f"{{{each}}}" for each in known)
        yield name, f"“{unknown[0]}” cannot be filled in; use {offered}."
