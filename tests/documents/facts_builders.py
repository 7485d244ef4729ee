"""Builds facts for documents: the first meeting by default, anything else by overriding it."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from app.documents.facts import (
    ActionFacts,
    AgendaFacts,
    AgendaItemFacts,
    BodyFacts,
    DecisionFacts,
    DelegateFacts,
    DelegationFacts,
    InstrumentFacts,
    MeetingFacts,
    MinutesFacts,
    MinutesItemFacts,
    MinutesParagraphFacts,
    NextMeetingFacts,
    ParticipantsFacts,
    PartyFacts,
    RulesFacts,
    SourceFacts,
    VersionFacts,
)
from app.texts.blocks import Level, Provision, Text
from app.texts.wording import read_wording

KOREA = PartyFacts(
    code="KR", name="the Republic of Korea", heading="Republic of Korea", adjective="Korean"
)
MONGOLIA = PartyFacts(code="MN", name="Mongolia", heading="Mongolia", adjective="Mongolian")
SIX = tuple(
    PartyFacts(code=f"P{number}", name=f"State {number}", heading=f"State {number}")
    for number in range(1, 7)
)
BODY = BodyFacts(
    code="JWG-KM",
    name="Joint Working Group on Climate Change Cooperation",
    short_name="Joint Working Group",
)
MEETING = MeetingFacts(
    id="jwg-1", ordinal=1, starts_on=date(2025, 5, 27), place="Ulaanbaatar", mode="hybrid"
)
RELEASE = SourceFacts(
    title="press release of the Ministry of Environment of the Republic of Korea on the meeting"
)


def record_id(number: int) -> str:
    """Return an identifier as records have them."""
    return str(UUID(int=0x0198_0000_0000_7000_8000_0000_0000_0000 + number))


def delegations() -> tuple[DelegationFacts, ...]:
    return (
        DelegationFacts(
            id=record_id(1),
            party=KOREA,
            head=DelegateFacts(
                id=record_id(2),
                name="Cho Gye-yeon",
                post="Deputy Director General of the Climate Change, Energy, Environment and"
                " Scientific Affairs Bureau",
                organisation="Ministry of Foreign Affairs",
            ),
            institutions=(
                "Ministry of Foreign Affairs",
                "Ministry of Trade, Industry and Energy",
                "Ministry of Environment",
                "Ministry of Oceans and Fisheries",
                "Korea Forest Service",
            ),
        ),
        DelegationFacts(
            id=record_id(3),
            party=MONGOLIA,
            head=DelegateFacts(
                id=record_id(4),
                name="Batkhishig Purevdoo",
                post="Special Envoy for Climate Change and Advisor to the Minister of Environment"
                " and Climate Change of Mongolia",
            ),
            institutions=(
                "Ministry of Environment and Climate Change",
                "Ulaanbaatar City",
                "Ministry of Energy",
                "Ministry of Urban Development and Construction and Housing",
                "Ministry of Food, Agriculture and Light Industry",
                "Ministry of Road and Transport",
                "Ministry of Economic Development",
                "Ministry of Foreign Affairs",
                "Ministry of Industry and Mineral Resources",
                "Energy Regulatory Commission",
            ),
        ),
    )


def agenda_items(*, annotated: bool = False) -> tuple[AgendaItemFacts, ...]:
    items = (
        AgendaItemFacts(
            id=record_id(11),
            title="Opening of the meeting and presentation of the delegations",
            annotation="The heads of delegation open the meeting and present their delegations.",
            starts_at=time(9, 30),
            minutes_planned=30,
        ),
        AgendaItemFacts(
            id=record_id(12),
            title="Exchange on domestic policies related to the implementation of Article 6.2 of"
            " the Paris Agreement",
            annotation="Each side informs the other of its policies since the Framework Agreement"
            " entered into force.",
            starts_at=time(10, 0),
            documents=("JWG.1/2", "JWG.1/3"),
        ),
        AgendaItemFacts(
            id=record_id(13),
            title="Bilateral cooperation projects for international emissions reduction under"
            " Article 6.2",
            lead=KOREA,
            children=(
                AgendaItemFacts(
                    id=record_id(14),
                    title="Mongolia landfill greenhouse gas international mitigation project",
                    lead=KOREA,
                ),
                AgendaItemFacts(
                    id=record_id(15),
                    title="Intergovernmental greenhouse gas reduction project in the ger areas of"
                    " Mongolia",
                    annotation="The Korean side presents the proposal.",
                ),
            ),
        ),
        AgendaItemFacts(
            id=record_id(16),
            title="Environmental integrity standards for cooperation under Article 6.2",
            lead=KOREA,
            minutes_planned=45,
        ),
        AgendaItemFacts(
            id=record_id(17),
            title="Adoption of the detailed rules and procedures for implementing international"
            " mitigation projects",
            annotation="The meeting is invited to adopt the rules.",
            documents=("JWG.1/4",),
        ),
    )
    return items if annotated else tuple(replace(item, annotation=None) for item in items)


def minutes_items() -> tuple[MinutesItemFacts, ...]:
    return (
        MinutesItemFacts(
            heading="Exchange on domestic policies",
            agenda_item=record_id(12),
            paragraphs=(
                MinutesParagraphFacts(
                    id=record_id(21),
                    text="The two sides exchanged views on their domestic policies related to the"
                    " implementation of Article 6.2 of the Paris Agreement.",
                ),
                MinutesParagraphFacts(
                    id=record_id(22),
                    text="The two sides agreed that cooperation under Article 6.2 of the Paris"
                    " Agreement would contribute significantly to achieving the nationally"
                    " determined contributions of both countries and to the sustainable"
                    " development of Mongolia.",
                ),
            ),
        ),
        MinutesItemFacts(
            heading="Mongolia landfill greenhouse gas international mitigation project",
            agenda_item=record_id(14),
            paragraphs=(
                MinutesParagraphFacts(
                    id=record_id(23),
                    text="The Korean side proposed the Mongolia landfill greenhouse gas"
                    " international mitigation project. The Mongolian side took note.",
                    grade="one-side",
                ),
                MinutesParagraphFacts(
                    id=record_id(24),
                    text="The two sides agreed to cooperate actively in order to advance the"
                    " project promptly.",
                    decisions=(
                        DecisionFacts(
                            id=record_id(31),
                            symbol="1/JWG.1",
                            title="Landfill project",
                            text="The Joint Working Group agrees that the two sides shall"
                            " cooperate actively to advance promptly the Mongolia landfill"
                            " greenhouse gas international mitigation project.",
                        ),
                    ),
                ),
            ),
        ),
        MinutesItemFacts(
            heading="Adoption of the detailed rules and procedures",
            agenda_item=record_id(17),
            paragraphs=(
                MinutesParagraphFacts(
                    id=record_id(25),
                    text="The two sides adopted, for the first time, detailed rules and procedures"
                    " for implementing international mitigation projects.",
                    decisions=(
                        DecisionFacts(
                            id=record_id(32),
                            symbol="2/JWG.1",
                            title="Adoption of the detailed rules and procedures for implementing"
                            " international mitigation projects",
                        ),
                    ),
                ),
            ),
        ),
    )


def actions() -> tuple[ActionFacts, ...]:
    return (
        ActionFacts(
            id=record_id(41),
            code="A1",
            text="Cooperate actively to advance the Mongolia landfill greenhouse gas international"
            " mitigation project.",
            responsible="Both sides",
            due_words="promptly",
        ),
        ActionFacts(
            id=record_id(42),
            code="A2",
            text="Send the environmental integrity standards to the Mongolian side.",
            responsible="Korean side",
            due_on=date(2025, 6, 30),
        ),
        ActionFacts(id=record_id(43), code="A3", text="Expand practical cooperation."),
    )


def minutes_facts(**changes: object) -> MinutesFacts:
    facts = MinutesFacts(
        id=record_id(50),
        symbol="JWG.1/MINUTES",
        body=BODY,
        meeting=MEETING,
        parties=(KOREA, MONGOLIA),
        delegations=delegations(),
        basis=InstrumentFacts(
            title="Framework Agreement on Climate Change Cooperation between the Government of"
            " the Republic of Korea and the Government of Mongolia",
            signed_on=date(2023, 2, 15),
            in_force_on=date(2023, 6, 11),
        ),
        items=minutes_items(),
        actions=actions(),
        agenda=agenda_items(),
        next_meeting=NextMeetingFacts(ordinal=2),
        signed_at="Ulaanbaatar",
        reconstructed_from=RELEASE,
    )
    return replace(facts, **changes)


def complete_minutes_facts() -> MinutesFacts:
    """Return minutes in which nothing is missing, so that they can be issued."""
    return minutes_facts(
        actions=actions()[:2],
        next_meeting=NextMeetingFacts(ordinal=2, place="Seoul", date_words="May 2026"),
        signed_on=date(2025, 5, 27),
        reconstructed_from=None,
    )


def participants_facts(**changes: object) -> ParticipantsFacts:
    korean, mongolian = delegations()
    korean = replace(
        korean,
        members=(
            DelegateFacts(
                id=record_id(61),
                name="A. Member",
                post="Director",
                organisation="Ministry of Environment",
                role="member",
                mode="online",
            ),
            DelegateFacts(id=record_id(62), name="B. Adviser", role="adviser"),
        ),
    )
    facts = ParticipantsFacts(
        id=record_id(51),
        symbol="JWG.1/INF.1",
        body=BODY,
        meeting=MEETING,
        parties=(KOREA, MONGOLIA),
        delegations=(korean, mongolian),
    )
    return replace(facts, **changes)


def agenda_facts(**changes: object) -> AgendaFacts:
    facts = AgendaFacts(
        id=record_id(52),
        symbol="JWG.1/1",
        body=BODY,
        meeting=MEETING,
        parties=(KOREA, MONGOLIA),
        items=agenda_items(annotated=True),
        status="annotated",
    )
    return replace(facts, **changes)


def rules_facts(**changes: object) -> RulesFacts:
    first = VersionFacts(
        id=record_id(71),
        label="1.0",
        adopted_on=date(2025, 5, 27),
        adopted_at="First Meeting",
        decision="Decision 2/JWG.1",
        effective_on=date(2025, 6, 1),
        change_note="First version.",
        illustrative=True,
    )
    second = replace(
        first,
        id=record_id(72),
        label="2.0",
        adopted_on=date(2026, 5, 20),
        adopted_at="Second Meeting",
        decision="Decision 1/JWG.2",
        effective_on=date(2026, 6, 1),
        change_note="Article 2 bis inserted.",
    )
    facts = RulesFacts(
        id=record_id(53),
        symbol="JWG/RULES/V2.0",
        title="Rules for Implementing International Mitigation Projects",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        version=second,
        provisions=provisions(),
        history=(first, second),
        illustrative=True,
    )
    return replace(facts, **changes)


def provisions() -> tuple[Provision, ...]:
    return (
        _chapter(
            "chp_1",
            "General provisions",
            _article(
                "art_1",
                "Purpose and scope",
                _paragraph(
                    "art_1__para_1",
                    "These Rules set out how the Parties propose and authorise international"
                    " mitigation projects.",
                ),
                _paragraph(
                    "art_1__para_2",
                    "They apply to every project listed under {ref:art_3__para_2__item_b}, and to"
                    " no other; see also {ref:art_2bis__para_1}.",
                ),
            ),
            _article(
                "art_2",
                "Definitions",
                _paragraph(
                    "art_2__para_1",
                    "For the purposes of these Rules:",
                    _item("art_2__para_1__item_a", "“Party” means a Party to the Agreement;"),
                    _item(
                        "art_2__para_1__item_b",
                        "“secretariat” means a unit designated under {ref:art_3};",
                    ),
                ),
            ),
            _article(
                "art_2bis",
                "Standardised baselines",
                _paragraph("art_2bis__para_1", "The Parties may adopt a standardised baseline."),
                _paragraph("art_2bis__para_2", "It is reviewed every three years."),
                number="2 bis",
            ),
        ),
        _chapter(
            "chp_2",
            "Institutions and procedure",
            _article(
                "art_3",
                "Secretariats",
                _paragraph("art_3__para_1", "Each Party designates a secretariat."),
                _paragraph(
                    "art_3__para_2",
                    "The secretariats shall, within the meaning of"
                    " {ref:art_2__para_1__item_b|last}:",
                    _item("art_3__para_2__item_a", "prepare the meetings;"),
                    _item(
                        "art_3__para_2__item_b",
                        "keep the list of projects, as regards:",
                        _subitem("art_3__para_2__item_b__sub_i", "their sector; and"),
                        _subitem("art_3__para_2__item_b__sub_ii", "their time frame."),
                    ),
                ),
            ),
            Provision(
                Level.ARTICLE,
                "art_4",
                heading=(Text("Final provision"),),
                text=read_wording("These Rules take effect on the day of their adoption."),
                record="provision",
            ),
        ),
    )


def _chapter(identifier: str, heading: str, *articles: Provision) -> Provision:
    return Provision(Level.CHAPTER, identifier, heading=(Text(heading),), children=articles)


def _article(identifier: str, heading: str, *children: Provision, number: str = "") -> Provision:
    return Provision(
        Level.ARTICLE,
        identifier,
        heading=(Text(heading),),
        children=children,
        number=number,
        record="provision",
    )


def _paragraph(identifier: str, text: str, *children: Provision) -> Provision:
    return Provision(Level.PARAGRAPH, identifier, text=read_wording(text), children=children)


def _item(identifier: str, text: str, *children: Provision) -> Provision:
    return Provision(Level.ITEM, identifier, text=read_wording(text), children=children)


def _subitem(identifier: str, text: str) -> Provision:
    return Provision(Level.SUBITEM, identifier, text=read_wording(text))
