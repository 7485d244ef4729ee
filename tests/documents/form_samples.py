"""A ministry's letter as a Word form, and the facts that it is filled with."""

from dataclasses import replace
from datetime import date, time

from app.documents.facts import DecisionFacts, NextMeetingFacts
from app.documents.forms.filling import Filled, fill_form
from app.documents.forms.form_facts import (
    FormFacts,
    FormItemFacts,
    FormMeetingFacts,
    FormSideFacts,
)
from app.documents.forms.reading import Form, read_form
from app.documents.gate import let_in
from tests.documents.facts_builders import BODY, KOREA, MONGOLIA, delegations
from tests.documents.word_files import paragraph, run, table, word_file

NAME = "Letter of invitation.docx"
_RIGHT = '<w:pPr><w:jc w:val="right"/></w:pPr>'
_CENTRE = '<w:pPr><w:jc w:val="center"/></w:pPr>'
_LISTED = '<w:pPr><w:spacing w:after="60"/><w:ind w:left="360"/></w:pPr>'
_BOLD = "<w:b/>"


def form_facts(**changes) -> FormFacts:
    korean, mongolian = delegations()
    sides = (
        FormSideFacts(party=KOREA, office="Ministry of Foreign Affairs", head=korean.head),
        FormSideFacts(
            party=MONGOLIA,
            office="Ministry of Environment and Climate Change",
            head=mongolian.head,
        ),
    )
    facts = FormFacts(
        today=date(2025, 4, 14),
        meeting=FormMeetingFacts(
            title="First Meeting",
            number="JWG-1",
            ordinal=1,
            dates="27 May 2025",
            starts_on=date(2025, 5, 27),
            ends_on=date(2025, 5, 27),
            starts_at=time(9, 30),
            place="Ulaanbaatar",
            venue="State Conference Hall",
            chair="Mongolia",
            languages=("English", "Mongolian"),
        ),
        body=BODY,
        host=MONGOLIA,
        our_side=sides[1],
        other_sides=sides[:1],
        sides=sides,
        parties=(KOREA, MONGOLIA),
        delegations=(korean, mongolian),
        agenda=(
            FormItemFacts(number="1", title="Opening of the meeting", starts_at=time(9, 30)),
            FormItemFacts(number="2", title="Projects & programmes under Article 6.2", lead=KOREA),
            FormItemFacts(number="3", title="Other business"),
        ),
        decisions=(DecisionFacts(id="d1", symbol="1/JWG.1", title="Rules of Procedure"),),
        next_meeting=NextMeetingFacts(ordinal=2, place="Seoul"),
    )
    return replace(facts, **changes)


def torn(*pieces: str) -> str:
    """Return runs that Word has torn a text into: spelling marks between, one of them bold."""
    mark = '<w:proofErr w:type="spellStart"/>'
    return mark.join(
        run(piece, _BOLD if number == 1 else "") for number, piece in enumerate(pieces)
    )


def letter_body() -> str:
    agenda = table(
        (f"<w:p>{run('No.', _BOLD)}</w:p>", "Agenda item", "Lead"),
        ("{%tr for item in agenda %}", "", ""),
        (
            "{{ item.number }}",
            "{{ item.title }}",
            "{% if item.lead %}{{ item.lead.adjective }} side{% else %}Both sides{% endif %}",
        ),
        ("{%tr endfor %}", "", ""),
    )
    sides = "{%% for side in other_sides %%}%s{%% endfor %%}"
    invited = (
        run("The ")
        + run("{{ our_side.office }}", "<w:i/>")
        + run(" has the honour to invite the delegation of ")
        + run(sides % "{{ side.party.name }}")
        + run(" to the meeting, which will be held in {{ meeting.venue }}, {{ meeting.place }},")
        + run(" on {{ meeting.dates }} at {{ meeting.starts_at|hour }}.")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    title = (
        run("Invitation to the ", _BOLD)
        + torn("{{ meet", "ing.ti", "tle }}")
        + run(" of the {{ body.short_name }}", _BOLD)
    )
    members = "{{ delegation.party.heading }}: {{ delegation.head.name }}"
    return "".join(
        (
            paragraph("{{ today|day }}", properties=_RIGHT),
            paragraph("To: " + sides % "{{ side.head.name }}, {{ side.office }}"),
            f"<w:p>{_CENTRE}{title}</w:p>",
            f"<w:p>{invited}</w:p>",
            paragraph("The following agenda is proposed:"),
            agenda,
            paragraph("The working languages are {{ meeting.languages }}."),
            paragraph("{%p if next_meeting.place %}"),
            paragraph("The second meeting would be held in {{ next_meeting.place }}."),
            paragraph("{%p endif %}"),
            paragraph("{%p for delegation in delegations %}"),
            paragraph(members, properties=_LISTED),
            paragraph("{%p endfor %}"),
            paragraph("Signed for the {{ host.adjective }} side", properties=_RIGHT),
        )
    )


def letter() -> bytes:
    """Return the whole letter: header, footer, table, footnote."""
    return word_file(
        letter_body(),
        header=f"<w:p>{_CENTRE}{run('MINISTRY OF ENVIRONMENT AND CLIMATE CHANGE', _BOLD)}</w:p>"
        + paragraph("{{ body.name }}", properties=_CENTRE),
        footer=paragraph("{{ meeting.number }}", properties=_RIGHT),
        footnote=paragraph(" By the clock of {{ meeting.place }}."),
        settings='<w:zoom w:percent="100"/>',
    )


def read(content: bytes, *, language: str = "en", name: str = NAME) -> Form:
    return read_form(let_in(content, name=name), language=language)


def form_of(*paragraphs: str, **more) -> Form:
    """Return a form of paragraphs, each in one run."""
    return read(word_file("".join(map(paragraph, paragraphs)), **more))


def fill(content: bytes, facts: FormFacts | None = None, **limits) -> Filled:
    language = limits.pop("language", "en")
    form = read(content, language=language)
    return fill_form(form, facts or form_facts(), language=language, **limits)
