"""Builds long documents: minutes of 28 items on 40 pages, rules of 120 articles."""

from dataclasses import replace

from app.documents.facts import (
    ActionFacts,
    AgendaItemFacts,
    DecisionFacts,
    DelegateFacts,
    MinutesFacts,
    MinutesItemFacts,
    MinutesParagraphFacts,
    RulesFacts,
)
from app.texts.blocks import Level, Provision, Text
from app.texts.wording import read_wording
from tests.documents.facts_builders import minutes_facts, record_id, rules_facts

SENTENCES = (
    (
        "The two sides agreed that cooperation under Article 6.2 of the Paris Agreement would"
        " contribute to the nationally determined contributions of both countries."
    ),
    (
        "The Korean side explained the progress of the projects since the last meeting and proposed"
        " that the secretariats exchange the monitoring reports before the end of the year."
    ),
    (
        "The Mongolian side took note of the explanation and stated that the ministries concerned"
        " would examine the reports without delay."
    ),
    (
        "The two sides shared the view that a transparent and robust carbon market contributes to"
        " strengthening climate action, and encouraged public institutions to take part."
    ),
)
RULES = (
    "Each Party shall inform the other Party in writing of every change within thirty days.",
    (
        "The secretariats shall examine whether the proposal is complete and shall inform the"
        " project participants of the result, giving reasons where it is not."
    ),
    "The Joint Working Group may set up expert groups for a stated task and a stated period.",
)


def large_minutes(items: int = 28, *, paragraphs: int = 7) -> MinutesFacts:
    """Return minutes of ``items`` agenda items with delegations, decisions and actions."""
    numbers = iter(range(1_000, 100_000))
    agenda = tuple(
        AgendaItemFacts(id=record_id(next(numbers)), title=f"Review of cooperation project {place}")
        for place in range(1, items + 1)
    )
    discussed = tuple(
        MinutesItemFacts(
            heading=item.title,
            agenda_item=item.id,
            paragraphs=tuple(
                MinutesParagraphFacts(
                    id=record_id(next(numbers)),
                    text=" ".join(SENTENCES[(line + step) % 4] for step in range(3)),
                    decisions=(
                        DecisionFacts(
                            id=record_id(next(numbers)),
                            symbol=f"{place}/JWG.1",
                            title=f"Cooperation project {place}",
                            text=SENTENCES[place % 4],
                        ),
                    )
                    if line == paragraphs - 1
                    else (),
                )
                for line in range(paragraphs)
            ),
        )
        for place, item in enumerate(agenda, start=1)
    )
    actions = tuple(
        ActionFacts(
            id=record_id(next(numbers)),
            code=f"A{place}",
            text=SENTENCES[1],
            responsible="Both sides",
            due_words="before the next meeting",
        )
        for place in range(1, items + 1)
    )
    return minutes_facts(
        agenda=agenda,
        items=discussed,
        actions=actions,
        delegations=tuple(
            replace(
                delegation,
                members=tuple(
                    DelegateFacts(
                        id=record_id(next(numbers)),
                        name=f"Member {place}",
                        post="Director",
                        organisation="Ministry of Environment",
                        role="member",
                    )
                    for place in range(12)
                ),
            )
            for delegation in minutes_facts().delegations
        ),
    )


def large_rules(articles: int = 120) -> RulesFacts:
    """Return rules of ``articles`` articles in chapters of ten, each referring to another."""
    chapters = tuple(
        Provision(
            Level.CHAPTER,
            f"chp_{first // 10 + 1}",
            heading=(Text(f"Subject {first // 10 + 1}"),),
            children=tuple(
                _article(place, articles) for place in range(first, min(first + 10, articles))
            ),
        )
        for first in range(0, articles, 10)
    )
    return rules_facts(provisions=chapters)


def _article(place: int, articles: int) -> Provision:
    name = f"art_{place}"
    other = f"art_{(place * 7 + 3) % articles}"
    items = tuple(
        Provision(Level.ITEM, f"{name}__p1__i{item}", text=read_wording(RULES[item]))
        for item in range(3)
    )
    paragraphs = tuple(
        Provision(
            Level.PARAGRAPH,
            f"{name}__p{line}",
            text=read_wording(
                f"{' '.join(RULES)} This applies subject to {{ref:{other}__p1__i1}}."
                if line == 2
                else f"{RULES[line % 3]} {RULES[(line + 1) % 3]}"
            ),
            children=items if line == 1 else (),
        )
        for line in range(4)
    )
    return Provision(
        Level.ARTICLE,
        name,
        heading=(Text(f"Rules on subject {place}"),),
        children=paragraphs,
        record="provision",
    )
