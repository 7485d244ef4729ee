"""Builds the facts of the documents around the first meeting, whole by default."""

from dataclasses import replace
from datetime import date, time

from app.documents.bilingual_facts import BilingualRulesFacts, ColumnFacts
from app.documents.decision_facts import (
    ChairFacts,
    DecisionEntryFacts,
    DecisionPaperFacts,
    DecisionRegisterFacts,
    PositionFacts,
    RelationFacts,
)
from app.documents.facts import InstrumentFacts, NextMeetingFacts
from app.documents.follow_up_facts import (
    ActionEntryFacts,
    ActionGroupFacts,
    ActionListFacts,
    ProjectFacts,
    ProjectReviewFacts,
    ReviewFacts,
)
from app.documents.letter_facts import (
    CircularFacts,
    ClockFacts,
    ClockRuleFacts,
    InvitationFacts,
    NoteVerbaleFacts,
    PressReleaseFacts,
    RequestFacts,
    SideFacts,
)
from app.documents.meeting_facts import (
    CardFacts,
    CardsFacts,
    ChapterFacts,
    PaperFacts,
    RunSheetFacts,
    RunSheetItemFacts,
    SummaryRecordFacts,
)
from app.documents.reminder_facts import ReminderFacts
from tests.documents.facts_builders import (
    BODY,
    KOREA,
    MEETING,
    MONGOLIA,
    agenda_items,
    delegations,
    minutes_items,
    provisions,
    record_id,
    rules_facts,
)

TODAY = date(2025, 7, 10)
BASIS = InstrumentFacts(
    title="Framework Agreement on Climate Change Cooperation between the Government of the"
    " Republic of Korea and the Government of Mongolia",
    signed_on=date(2023, 2, 15),
    in_force_on=date(2023, 6, 11),
)
NEXT = NextMeetingFacts(ordinal=2, place="Seoul", date_words="May 2026")
OPENING = (
    ClockFacts(city="Ulaanbaatar", day=date(2025, 5, 27), hour=time(9, 30)),
    ClockFacts(city="Seoul", day=date(2025, 5, 27), hour=time(10, 30)),
)
LATE = (
    ClockFacts(city="Seoul", day=date(2026, 3, 23), hour=time(0, 30)),
    ClockFacts(city="Ulaanbaatar", day=date(2026, 3, 22), hour=time(23, 30), other_day=True),
)


def sides() -> tuple[SideFacts, ...]:
    korean, mongolian = delegations()
    return (
        SideFacts(party=MONGOLIA, office="Ministry of Environment", person=mongolian.head),
        SideFacts(party=KOREA, office="Ministry of Foreign Affairs", person=korean.head),
    )


def summary_record_facts(**changes: object) -> SummaryRecordFacts:
    items = minutes_items()
    chapters = tuple(
        ChapterFacts(
            heading=item.heading,
            agenda_item=item.agenda_item,
            documents=("JWG.1/2",),
            paragraphs=item.paragraphs,
        )
        for item in items
    )
    facts = SummaryRecordFacts(
        id=record_id(101),
        symbol="JWG.1/SR",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        meeting=MEETING,
        delegations=delegations(),
        chapters=(*chapters, ChapterFacts(heading="Other matters", outcome="None was raised.")),
        planned_starts_on=date(2025, 5, 26),
        planned_ends_on=date(2025, 5, 27),
        host=MONGOLIA,
        basis=BASIS,
        agenda=agenda_items(),
        agenda_adopted=True,
        decisions=items[1].paragraphs[1].decisions,
        papers=(PaperFacts(symbol="JWG.1/2", title="Domestic policies"),),
        next_meeting=NEXT,
    )
    return replace(facts, **changes)


def run_sheet_facts(**changes: object) -> RunSheetFacts:
    decision = minutes_items()[1].paragraphs[1].decisions[0]
    facts = RunSheetFacts(
        id=record_id(102),
        symbol="JWG.1/RUN",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        meeting=replace(MEETING, venue="State House"),
        delegations=delegations(),
        items=(
            RunSheetItemFacts(
                id=record_id(11),
                number="1",
                title="Domestic policies",
                starts_at=time(9, 30),
                ends_at=time(10, 15),
                minutes_planned=45,
                outcome="exchanged-views",
            ),
            RunSheetItemFacts(
                id=record_id(12),
                number="2 (a)",
                title="Landfill project",
                below=True,
                lead=KOREA,
                papers=("JWG.1/2",),
                decisions=(decision,),
            ),
        ),
        starts=OPENING,
        host=MONGOLIA,
        chair="Batkhishig Purevdoo",
        languages=("English",),
    )
    return replace(facts, **changes)


def cards_facts(**changes: object) -> CardsFacts:
    facts = CardsFacts(
        id=record_id(103),
        symbol=None,
        body=BODY,
        parties=(KOREA, MONGOLIA),
        meeting=MEETING,
        cards=(
            CardFacts(
                id=record_id(2),
                party=KOREA,
                name="Cho Gye-yeon",
                own_name="조계연",
                own_language="ko",
                organisation="Ministry of Foreign Affairs",
                post="Deputy Director General",
                capacity="head",
            ),
            CardFacts(id=record_id(4), party=MONGOLIA, name="Batkhishig Purevdoo"),
            CardFacts(id=record_id(5), party=MONGOLIA, organisation="Ulaanbaatar City"),
        ),
    )
    return replace(facts, **changes)


def invitation_facts(**changes: object) -> InvitationFacts:
    facts = InvitationFacts(
        id=record_id(104),
        symbol=None,
        body=BODY,
        parties=(MONGOLIA, KOREA),
        meeting=replace(MEETING, venue="State House"),
        sides=sides(),
        host=MONGOLIA,
        dated_on=date(2025, 4, 1),
        number="12/2025",
        starts=OPENING,
        languages=("English",),
        requests=(
            RequestFacts(matter="composition", by=date(2025, 4, 29)),
            RequestFacts(words="The names of the interpreters"),
        ),
        items=("Domestic policies", "Landfill project"),
        basis=BASIS,
    )
    return replace(facts, **changes)


def note_verbale_facts(**changes: object) -> NoteVerbaleFacts:
    facts = NoteVerbaleFacts(
        id=record_id(105),
        symbol=None,
        body=BODY,
        parties=(MONGOLIA, KOREA),
        meeting=MEETING,
        sides=sides(),
        delegations=delegations(),
        host=MONGOLIA,
        dated_on=date(2025, 5, 2),
        number="3",
        year=2025,
    )
    return replace(facts, **changes)


def press_release_facts(**changes: object) -> PressReleaseFacts:
    facts = PressReleaseFacts(
        id=record_id(106),
        symbol=None,
        body=BODY,
        parties=(KOREA, MONGOLIA),
        meeting=replace(MEETING, ends_on=MEETING.starts_on),
        delegations=delegations(),
        basis=BASIS,
        topics=("domestic policies", "the landfill project"),
        paragraphs=("The two sides exchanged views.", "The Korean side introduced standards."),
        decisions=("Landfill project",),
        next_meeting=NEXT,
        contact="the two secretariats",
    )
    return replace(facts, **changes)


def action_list_facts(**changes: object) -> ActionListFacts:
    facts = ActionListFacts(
        id=record_id(107),
        symbol="JWG.1/ACTIONS",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        as_of=TODAY,
        groups=(
            ActionGroupFacts(
                party=KOREA,
                actions=(
                    ActionEntryFacts(
                        id=record_id(42),
                        code="A2",
                        text="Send the environmental integrity standards.",
                        status="partly-done",
                        organisation="Ministry of Environment",
                        meeting="JWG-1",
                        item="4",
                        decision="1/JWG.1",
                        due_on=date(2025, 6, 30),
                        days_late=10,
                        reported="Sent in part.",
                        reported_on=date(2025, 6, 20),
                    ),
                ),
            ),
            ActionGroupFacts(party=MONGOLIA),
            ActionGroupFacts(
                party=None,
                actions=(
                    ActionEntryFacts(
                        id=record_id(41),
                        code="A1",
                        text="Advance the landfill project.",
                        status="open",
                        due_words="promptly",
                    ),
                ),
            ),
        ),
        meeting=MEETING,
        late=1,
        open=2,
    )
    return replace(facts, **changes)


def reminder_facts(**changes: object) -> ReminderFacts:
    mongolian, korean = sides()
    (owed, *_others), *_rest = (group.actions for group in action_list_facts().groups)
    facts = ReminderFacts(
        id=record_id(119),
        symbol=None,
        body=BODY,
        parties=(MONGOLIA, KOREA),
        writer=mongolian,
        addressed=korean,
        sender=MONGOLIA,
        as_of=TODAY,
        actions=(owed,),
        next_meeting=MEETING,
    )
    return replace(facts, **changes)


def project_review_facts(**changes: object) -> ProjectReviewFacts:
    facts = ProjectReviewFacts(
        id=record_id(108),
        symbol="JWG.1/PROJECTS",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        as_of=TODAY,
        projects=(
            ProjectFacts(
                id=record_id(121),
                code="KM-P1",
                title="Landfill gas",
                status="active",
                count=10,
                proposer=KOREA,
                parties=("Mongolia", "Republic of Korea"),
                organisations=("Ulaanbaatar City",),
                phase="1 (from 2025)",
                starts="2025",
                ends="2035",
                quantities=("about 540,000 t over ten years",),
                decision="1/JWG.1",
                reviews=(
                    ReviewFacts(
                        reviewed_on=date(2025, 5, 27),
                        progress=20,
                        rating="at-risk",
                        text="The site is not chosen.",
                    ),
                    ReviewFacts(reviewed_on=date(2024, 5, 27), rating="on-track"),
                ),
                note="Proposed by Korea.",
            ),
        ),
        meeting=MEETING,
    )
    return replace(facts, **changes)


def decision_facts(**changes: object) -> DecisionPaperFacts:
    korean, mongolian = (each.head for each in delegations())
    assert korean is not None
    assert mongolian is not None
    facts = DecisionPaperFacts(
        id=record_id(31),
        symbol="1/JWG.1",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        title="Landfill project",
        operative=("The Joint Working Group agrees to cooperate.", "It reviews the project."),
        channel="meeting",
        adopted=True,
        chairs=(
            ChairFacts(party=KOREA, name=korean.name, post=korean.post),
            ChairFacts(party=MONGOLIA, name=mongolian.name),
        ),
        meeting=MEETING,
        basis=BASIS,
        relations=(RelationFacts(relation="amends", symbol="E1/2025", taken_on=date(2025, 3, 1)),),
        positions=(
            PositionFacts(party=MONGOLIA, position="reservation", statement="on paragraph 2."),
        ),
        taken_on=date(2025, 5, 27),
        effective_on=date(2025, 6, 1),
        place="Ulaanbaatar",
    )
    return replace(facts, **changes)


def register_facts(**changes: object) -> DecisionRegisterFacts:
    facts = DecisionRegisterFacts(
        id=record_id(109),
        symbol="JWG/DECISIONS",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        as_of=TODAY,
        decisions=(
            DecisionEntryFacts(
                id=record_id(31),
                symbol="1/JWG.1",
                title="Landfill project",
                status="effective",
                channel="meeting",
                meeting=MEETING,
                taken_on=date(2025, 5, 27),
                provenance="reconstructed",
            ),
            DecisionEntryFacts(
                id=record_id(32),
                symbol="E1/2025",
                title="Rules",
                status="superseded",
                channel="electronic",
                taken_on=date(2025, 9, 15),
                effective_on=date(2025, 10, 1),
                adopts="Rules 1.0",
                relations=(RelationFacts(relation="supersedes", symbol="1/JWG.1"),),
                provenance="illustrative",
            ),
        ),
    )
    return replace(facts, **changes)


def circular_facts(**changes: object) -> CircularFacts:
    facts = CircularFacts(
        id=record_id(110),
        symbol="E1/2026",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        title="Amendment of the rules",
        decision="E1/2026",
        proposed=("The Joint Working Group adopts version 2.0.",),
        sides=sides(),
        rule=ClockRuleFacts(
            days=10,
            counts="working",
            starts="dispatch",
            quote="The period shall be ten working days.",
            source="Article 9(2)",
        ),
        justification="Article 2 bis is inserted.",
        circulated=OPENING,
        deadline=LATE,
        affirmation_required=True,
        effective_on=date(2026, 5, 1),
    )
    return replace(facts, **changes)


def bilingual_facts(**changes: object) -> BilingualRulesFacts:
    rules = rules_facts()
    facts = BilingualRulesFacts(
        id=record_id(111),
        symbol=rules.symbol,
        body=BODY,
        parties=(KOREA, MONGOLIA),
        title=rules.title,
        version=rules.version,
        columns=(
            ColumnFacts(
                language="en",
                name="English",
                title=rules.title,
                authority="authentic",
                provisions=provisions(),
            ),
            ColumnFacts(
                language="ko",
                name="Korean",
                title="국제감축사업 이행 규칙",
                authority="working",
                provisions=provisions(),
            ),
        ),
        illustrative=True,
    )
    return replace(facts, **changes)
