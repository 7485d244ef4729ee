"""Builds the facts of the first meeting in Korean, Mongolian and Japanese, and their documents."""

from dataclasses import replace
from datetime import date, time

from app.documents.compose import compose
from app.documents.decision_facts import ChairFacts, DecisionPaperFacts, RelationFacts
from app.documents.facts import (
    ActionFacts,
    AgendaFacts,
    AgendaItemFacts,
    BodyFacts,
    DecisionFacts,
    DelegateFacts,
    DelegationFacts,
    Facts,
    InstrumentFacts,
    MeetingFacts,
    MinutesFacts,
    MinutesItemFacts,
    MinutesParagraphFacts,
    NextMeetingFacts,
    ParticipantsFacts,
    PartyFacts,
    RulesFacts,
    VersionFacts,
)
from app.documents.follow_up_facts import ActionEntryFacts
from app.documents.kinds import DocumentKind
from app.documents.letter_facts import SideFacts
from app.documents.reminder_facts import ReminderFacts
from app.domain.action import BEFORE_NEXT_MEETING
from app.texts.blocks import Document, Level, Provision, Reference, Text
from tests.documents.facts_builders import provisions, record_id
from tests.documents.language_words import WORDS, Words

LANGUAGES = tuple(WORDS)


def all_in_language(language: str) -> dict[DocumentKind, Facts]:
    """Return the facts of every document that there is in ``language``; nothing is missing."""
    words = WORDS[language]
    return {
        DocumentKind.AGREED_MINUTES: minutes_in(words, language),
        DocumentKind.PARTICIPANTS: participants_in(words),
        DocumentKind.AGENDA: agenda_in(words),
        DocumentKind.RULES: rules_in(words),
        DocumentKind.DECISION: decision_in(words),
        DocumentKind.REMINDER: reminder_in(words),
    }


def documents_in_languages() -> dict[str, Document]:
    """Return every document in every language but English, by name."""
    return {
        f"{kind.value}-{language}": compose(kind, facts, language=language, original_of="MN")
        for language in LANGUAGES
        for kind, facts in all_in_language(language).items()
    }


def parties_in(words: Words) -> tuple[PartyFacts, PartyFacts]:
    return tuple(
        PartyFacts(code=code, name=name, heading=name, adjective=adjective)
        for code, (name, adjective) in (("KR", words.korea), ("MN", words.mongolia))
    )


def reminder_in(words: Words, **changes: object) -> ReminderFacts:
    korea, mongolia = delegations_in(words)
    offices = [
        SideFacts(party=each.party, office=each.head.organisation if each.head else None)
        for each in (korea, mongolia)
    ]
    owed = ActionEntryFacts(
        id=record_id(161), code="A.1", text=words.action, status="in-progress", due_words="-"
    )
    facts = ReminderFacts(
        id=record_id(160),
        symbol=None,
        body=_body(words),
        parties=parties_in(words),
        writer=offices[1],
        addressed=replace(offices[0], person=korea.head),
        sender=offices[1].party,
        as_of=date(2026, 3, 2),
        actions=(
            replace(owed, due_on=date(2026, 2, 1), due_words=None, days_late=29),
            replace(owed, id=record_id(162), code="A.2", status="open", due_words=words.promptly),
            replace(
                owed,
                id=record_id(163),
                code="A.3",
                status="with-other",
                due_words=BEFORE_NEXT_MEETING,
                organisation=words.offices[0],
            ),
        ),
        next_meeting=_meeting(words),
    )
    return replace(facts, **changes)


def minutes_in(words: Words, language: str, **changes: object) -> MinutesFacts:
    korea, _ = parties_in(words)
    noted, proposed, agreed = words.paragraphs
    title, text = words.decision
    facts = MinutesFacts(
        id=record_id(50),
        symbol="JWG.1/MINUTES",
        body=_body(words),
        meeting=_meeting(words),
        parties=parties_in(words),
        delegations=delegations_in(words),
        basis=InstrumentFacts(
            title=words.framework, signed_on=date(2023, 2, 15), in_force_on=date(2023, 6, 11)
        ),
        items=(
            MinutesItemFacts(
                heading=words.agenda[1],
                agenda_item=record_id(12),
                paragraphs=(
                    MinutesParagraphFacts(id=record_id(21), text=noted),
                    MinutesParagraphFacts(id=record_id(22), text=proposed, grade="one-side"),
                    MinutesParagraphFacts(
                        id=record_id(23),
                        text=agreed,
                        decisions=(
                            DecisionFacts(
                                id=record_id(31), symbol="1/JWG.1", title=title, text=text
                            ),
                        ),
                    ),
                ),
            ),
        ),
        actions=(
            ActionFacts(
                id=record_id(41), code="A1", text=agreed, is_joint=True, due_words=words.promptly
            ),
            ActionFacts(
                id=record_id(42),
                code="A2",
                text=words.action,
                side=korea,
                organisation=words.offices[0],
                due_on=date(2025, 6, 30),
            ),
        ),
        agenda=agenda_in(words).items,
        agenda_adopted=True,
        next_meeting=NextMeetingFacts(
            ordinal=2, place=words.next_place, starts_on=date(2026, 5, 20)
        ),
        language_tags=(language, "en"),
        signed_at=words.place,
        signed_on=date(2025, 5, 27),
    )
    return replace(facts, **changes)


def delegations_in(words: Words) -> tuple[DelegationFacts, ...]:
    return tuple(
        DelegationFacts(
            id=record_id(60 + number),
            party=party,
            head=DelegateFacts(
                id=record_id(70 + number), name=name, post=post, organisation=organisation
            ),
            members=(
                DelegateFacts(id=record_id(80), name=words.adviser, role="adviser", post=post),
            )
            if number == 0
            else (),
            institutions=words.offices,
        )
        for number, (party, (name, post, organisation)) in enumerate(
            zip(parties_in(words), words.heads, strict=True)
        )
    )


def participants_in(words: Words) -> ParticipantsFacts:
    return ParticipantsFacts(
        id=record_id(51),
        symbol="JWG.1/INF.1",
        body=_body(words),
        meeting=_meeting(words),
        parties=parties_in(words),
        delegations=delegations_in(words),
    )


def agenda_in(words: Words) -> AgendaFacts:
    opening, projects, landfill = words.agenda
    korea, _ = parties_in(words)
    return AgendaFacts(
        id=record_id(52),
        symbol="JWG.1/1",
        body=_body(words),
        meeting=_meeting(words),
        parties=parties_in(words),
        items=(
            AgendaItemFacts(
                id=record_id(11), title=opening, starts_at=time(9, 30), minutes_planned=30
            ),
            AgendaItemFacts(
                id=record_id(12),
                title=projects,
                annotation=words.annotation,
                lead=korea,
                documents=("JWG.1/2", "JWG.1/3"),
                decisions=(words.decision[0],),
                children=(AgendaItemFacts(id=record_id(13), title=landfill),),
            ),
        ),
        status="annotated",
    )


def rules_in(words: Words) -> RulesFacts:
    first = VersionFacts(
        id=record_id(71),
        label="1.0",
        adopted_on=date(2025, 5, 27),
        channel="meeting",
        decision_symbol="2/JWG.1",
        effective_on=date(2025, 6, 1),
        change_note=words.change,
    )
    second = replace(
        first,
        id=record_id(72),
        label="2.0",
        adopted_on=date(2026, 4, 9),
        channel="electronic",
        effective_on=date(2026, 5, 1),
    )
    return RulesFacts(
        id=record_id(53),
        symbol="JWG/RULES/V2.0",
        title=words.rules,
        body=_body(words),
        parties=parties_in(words),
        version=second,
        provisions=tuple(_translate(each, words) for each in (*provisions(), *_more_articles())),
        history=(first, second),
        illustrative=True,
    )


def decision_in(words: Words) -> DecisionPaperFacts:
    korea, mongolia = parties_in(words)
    title, text = words.decision
    return DecisionPaperFacts(
        id=record_id(31),
        symbol="1/JWG.1",
        body=_body(words),
        parties=(korea, mongolia),
        title=title,
        operative=(text, words.paragraphs[2]),
        channel="meeting",
        adopted=True,
        chairs=tuple(
            ChairFacts(party=party, name=name, post=post)
            for party, (name, post, _) in zip((korea, mongolia), words.heads, strict=True)
        ),
        meeting=_meeting(words),
        basis=InstrumentFacts(title=words.framework, signed_on=date(2023, 2, 15)),
        relations=(RelationFacts(relation="amends", symbol="4/JWG.0", taken_on=date(2024, 4, 4)),),
        taken_on=date(2025, 5, 27),
        effective_on=date(2025, 6, 1),
        place=words.place,
    )


def _body(words: Words) -> BodyFacts:
    name, short_name = words.body
    return BodyFacts(code="JWG-KM", name=name, short_name=short_name)


def _meeting(words: Words) -> MeetingFacts:
    return MeetingFacts(
        id="jwg-1", ordinal=1, starts_on=date(2025, 5, 27), place=words.place, mode="hybrid"
    )


def _translate(provision: Provision, words: Words) -> Provision:
    """Return ``provision`` with the same numbers and references in other words."""
    before, after = words.sentences
    references = [each for each in provision.text if isinstance(each, Reference)]
    text = (Text(before),) if provision.text else ()
    for reference in references:
        text += (reference, Text(after))
    return replace(
        provision,
        heading=(Text(words.heading),) if provision.heading else (),
        text=text,
        children=tuple(_translate(each, words) for each in provision.children),
    )


def _more_articles() -> tuple[Provision, ...]:
    """Return articles up to the tenth, so that endings change with the number more than once."""
    return tuple(
        Provision(
            Level.ARTICLE,
            f"art_{number}",
            heading=(Text("Heading"),),
            children=(Provision(Level.PARAGRAPH, f"art_{number}__para_1", text=(Text("Text."),)),),
        )
        for number in range(5, 11)
    )
