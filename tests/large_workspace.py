"""Builds a workspace as large as a secretariat's after forty meetings, for what must stay quick."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from app.clock import FixedClock
from app.domain.agenda import AgendaItem, ItemOutcome, ItemStatus
from app.domain.body import Body, BodyKind, BodyParty
from app.domain.checked import Checked
from app.domain.delegation import Attendance, Delegate, DelegateRole, Delegation
from app.domain.meeting import Meeting, MeetingMode, MeetingStatus
from app.domain.minutes import Grade, Minutes, MinutesParagraph
from app.domain.paper import Paper, PaperCategory, PaperStatus
from app.domain.party import Party, PartyKind
from app.domain.person import Person, Post
from app.store.workspace import Workspace

MEETINGS = 40
DELEGATES = 2_000
PARAGRAPHS = 10_000
ITEMS_PER_MEETING = 25
PAPERS_PER_MEETING = 15

_FIRST_DAY = date(1986, 4, 3)
_EVERY = timedelta(days=365)

Add = Callable[[Checked], UUID]


@dataclass(frozen=True)
class Large:
    """What was built.

    Attributes:
        body: The only body.
        meetings: Its meetings, the first held first.
    """

    body: UUID
    meetings: tuple[UUID, ...]


def build(path: Path, *, clock: FixedClock) -> Large:
    """Make the workspace at ``path`` and close it again."""
    with (
        Workspace.create(path, clock=clock, actor="secretariat") as workspace,
        workspace.write("Build large workspace") as work,
    ):

        def add(record: Checked) -> UUID:
            key: UUID = work.add(record).id  # type: ignore[attr-defined]
            return key

        body, sides = _body(add)
        persons = tuple(add(person) for person in _persons())
        for number, person in enumerate(persons):
            add(Post(person_id=person, titles={"en": f"Deputy Director {number}"}))
        meetings = tuple(
            _meeting(add, body=body, sides=sides, persons=persons, ordinal=ordinal)
            for ordinal in range(1, MEETINGS + 1)
        )
        work.commit()
    return Large(body, meetings)


def _body(add: Add) -> tuple[UUID, tuple[UUID, UUID]]:
    body = add(Body(code="JC", kind=BodyKind.JOINT_COMMITTEE, names={"en": "Joint Committee"}))
    korea = add(
        Party(
            code="KR",
            kind=PartyKind.STATE,
            names={"en": "Republic of Korea"},
            adjectives={"en": "Korean"},
            time_zone="Asia/Seoul",
        )
    )
    japan = add(
        Party(
            code="JP",
            kind=PartyKind.STATE,
            names={"en": "Japan"},
            adjectives={"en": "Japanese"},
            time_zone="Asia/Tokyo",
        )
    )
    for seat, party in enumerate((korea, japan), 1):
        add(BodyParty(body_id=body, party_id=party, seat=seat))
    return body, (korea, japan)


def _persons() -> Iterator[Person]:
    families = ("Kim", "Lee", "Park", "Tanaka", "Suzuki", "Batbayar", "Dorj", "Yamamoto")
    for number in range(DELEGATES):
        yield Person(printed_name=f"{families[number % len(families)]} Given-{number}")


def _meeting(
    add: Add, *, body: UUID, sides: tuple[UUID, UUID], persons: tuple[UUID, ...], ordinal: int
) -> UUID:
    day = _FIRST_DAY + ordinal * _EVERY
    meeting = add(
        Meeting(
            body_id=body,
            ordinal=ordinal,
            code=f"JC-{ordinal}",
            titles={"en": f"Meeting {ordinal} of the Joint Committee"},
            status=MeetingStatus.CLOSED,
            mode=MeetingMode.IN_PERSON,
            starts_on=day,
            ends_on=day,
            zone="Asia/Seoul",
            places={"en": "Seoul"},
            host_party_id=sides[ordinal % 2],
            languages=["en", "ko"],
        )
    )
    _delegations(add, meeting=meeting, sides=sides, persons=persons, ordinal=ordinal)
    items = _agenda(add, meeting)
    _minutes(add, meeting=meeting, items=items, sides=sides)
    for number in range(1, PAPERS_PER_MEETING + 1):
        add(
            Paper(
                body_id=body,
                meeting_id=meeting,
                symbol=f"JC-{ordinal}/WP.{number}",
                titles={"en": f"Working paper {number}"},
                category=PaperCategory.WORKING,
                status=PaperStatus.FINAL,
            )
        )
    return meeting


def _delegations(
    add: Add, *, meeting: UUID, sides: tuple[UUID, UUID], persons: tuple[UUID, ...], ordinal: int
) -> None:
    each = len(persons) // MEETINGS
    came = persons[(ordinal - 1) * each : ordinal * each]
    for seat, party in enumerate(sides, 1):
        delegation = add(Delegation(meeting_id=meeting, party_id=party, seat=seat))
        for place, person in enumerate(came[seat - 1 :: 2], 1):
            add(
                Delegate(
                    delegation_id=delegation,
                    person_id=person,
                    ordinal=place,
                    role=DelegateRole.HEAD if place == 1 else DelegateRole.DELEGATE,
                    printed_names={"en": f"Delegate {place}"},
                    printed_posts={"en": "Deputy Director"},
                    attendance=Attendance.ATTENDED,
                )
            )


def _agenda(add: Add, meeting: UUID) -> tuple[UUID, ...]:
    return tuple(
        add(
            AgendaItem(
                meeting_id=meeting,
                ordinal=number,
                label=str(number),
                titles={"en": f"Item {number} of the agenda"},
                status=ItemStatus.CONCLUDED,
                outcome=ItemOutcome.AGREED,
                minutes_planned=15,
            )
        )
        for number in range(1, ITEMS_PER_MEETING + 1)
    )


def _minutes(add: Add, *, meeting: UUID, items: tuple[UUID, ...], sides: tuple[UUID, UUID]) -> None:
    minutes = add(Minutes(meeting_id=meeting))
    words = "The two sides exchanged views on the matter and agreed to continue their work. "
    for ordinal in range(1, PARAGRAPHS // MEETINGS + 1):
        grade = (Grade.BOTH_SIDES, Grade.ONE_SIDE, Grade.NOTED)[ordinal % 3]
        add(
            MinutesParagraph(
                minutes_id=minutes,
                agenda_item_id=items[(ordinal - 1) * len(items) // (PARAGRAPHS // MEETINGS)],
                ordinal=ordinal,
                grade=grade,
                party_id=None if grade is Grade.BOTH_SIDES else sides[ordinal % 2],
                texts={"en": words * 2, "ko": "양측은 계속 협력하기로 합의하였다. " * 2},
                confirmed=True,
            )
        )
