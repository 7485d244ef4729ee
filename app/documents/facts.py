"""Everything a document says, as plain records: what services collect and templates print.

No fact is a sentence of the document: wording belongs to the templates. A fact that nobody has
entered is ``None``, and the document then shows a gap in amber. Texts that are the record itself
(a paragraph of minutes, a provision) come as they were adopted.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from app.texts.blocks import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """A party.

    Attributes:
        code: Short code, such as ``KR``; ``original_of`` names a party by it.
        name: As it stands in a sentence: ``the Republic of Korea``.
        heading: As it stands alone: ``Republic of Korea``.
        adjective: As in “the Korean side”; ``None`` if it has none.
    """

    code: str
    name: str
    heading: str
    adjective: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFacts:
    """The joint body, as it was named on the day of the document.

    Attributes:
        code: Its code; a body may have templates of its own in ``templates/bodies/CODE``.
        name: Without its parties: ``Joint Working Group on Climate Change Cooperation``.
        short_name: As in “the Joint Working Group”.
    """

    code: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """A meeting; ``title`` replaces “First Meeting” where it has no ordinal."""

    id: str
    ordinal: int | None = None
    title: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    place: str | None = None
    venue: str | None = None
    mode: Literal["in-person", "hybrid", "online"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateFacts:
    """A person, with the post as printed on that day.

    Attributes:
        name: As stored for the language of the document; its order is never changed.
        honorific: Only where it was entered.
    """

    id: str
    name: str
    post: str | None = None
    organisation: str | None = None
    role: str | None = None
    mode: Literal["in-person", "online"] | None = None
    honorific: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationFacts:
    """A delegation: its head, its other members, and the institutions known without a person."""

    id: str
    party: PartyFacts
    head: DelegateFacts | None = None
    members: tuple[DelegateFacts, ...] = ()
    institutions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentFacts:
    """The agreement on which the body rests, with its title as printed."""

    title: str
    signed_on: date | None = None
    in_force_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """A decision; ``text`` is its operative text, if it is to be printed.

    ``symbol`` comes without the word: ``1/JWG.1``.
    """

    id: str
    symbol: str | None = None
    title: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItemFacts:
    """An agenda item.

    Attributes:
        number: Only where counting does not give it (“3 bis”).
        decisions: What the meeting is asked to decide under it, as it is cited.
    """

    id: str
    title: str
    number: str | None = None
    annotation: str | None = None
    lead: PartyFacts | None = None
    starts_at: time | None = None
    minutes_planned: int | None = None
    documents: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    children: tuple["AgendaItemFacts", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesParagraphFacts:
    """A paragraph of minutes; its wording already says whose word it is.

    Attributes:
        decisions: What was decided in it, and in the sub-points below it.
        below: Its sub-points.
        standard: What it says of every meeting: ``opening``, ``next-meeting``; else ``None``.
    """

    id: str
    text: str
    grade: Literal["both-sides", "one-side", "noted"] = "both-sides"
    decisions: tuple[DecisionFacts, ...] = ()
    confirmed: bool = True
    below: tuple["MinutesParagraphFacts", ...] = ()
    standard: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItemFacts:
    """The paragraphs under one agenda item; ``agenda_item`` is its id in the agenda annexed."""

    heading: str
    agenda_item: str | None = None
    paragraphs: tuple[MinutesParagraphFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """An action item; ``due_words`` stands for a day that is none (“before the next meeting”).

    Attributes:
        responsible: Whose it is, in English: ``Korean side (Ministry of Environment)``.
        is_joint: Whether it is that of all sides together.
        side: The party whose it is, for the other languages.
        organisation: The office within that party.
        reported: What was reported on it last.
    """

    id: str
    code: str
    text: str
    responsible: str | None = None
    due_on: date | None = None
    due_words: str | None = None
    is_joint: bool = False
    side: PartyFacts | None = None
    organisation: str | None = None
    reported: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReportFacts:
    """What a meeting heard on an action item: the meeting, where it left it, and the words."""

    meeting: str
    status: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedActionFacts:
    """An action item of an earlier meeting as this one found it.

    Attributes:
        reports: A line for each meeting that heard of it, the earliest first.
        status: Where this meeting left it.
    """

    action: ActionFacts
    status: str
    reports: tuple[ActionReportFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeetingFacts:
    """What is known of the next meeting; ``date_words`` stands for a month or a season."""

    ordinal: int | None = None
    place: str | None = None
    starts_on: date | None = None
    date_words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryFacts:
    """Who signs for a party, under the name and post as printed, and where and when they did."""

    party: PartyFacts
    name: str | None = None
    post: str | None = None
    place: str | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningFacts:
    """A place and a day at which some of the signatories signed."""

    place: str | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What a reconstructed record was reconstructed from: “press release of the Ministry of …”.

    Attributes:
        title: All of it, in English.
        kind: What it is, for the other languages: ``press-release``.
        publisher: Who published it.
    """

    title: str
    published_on: date | None = None
    kind: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What every document says; the documents of their own kind add to it.

    Attributes:
        id: The record that the document is made from.
        symbol: Its symbol, printed in the header.
        body: Whose document it is.
        parties: In the order in which they are named.
    """

    id: str
    symbol: str | None
    body: BodyFacts
    parties: tuple[PartyFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFacts(Facts):
    """Agreed minutes; the first party is named first.

    Attributes:
        languages: The languages of its originals, by their English names.
        language_tags: The same by their tags.
        says: What its paragraphs say themselves, so that it need not be put together of the
            records: ``opening``, ``adoption-of-agenda``, ``next-meeting``.
        signatories: Who signs; the heads of the delegations where nobody is named.
        signings: Each place and day at which it was signed, where these are several.
        reviewed: The action items of earlier meetings that this one had before it.
    """

    meeting: MeetingFacts
    delegations: tuple[DelegationFacts, ...]
    basis: InstrumentFacts | None = None
    items: tuple[MinutesItemFacts, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    agenda: tuple[AgendaItemFacts, ...] = ()
    agenda_adopted: bool = False
    next_meeting: NextMeetingFacts | None = None
    languages: tuple[str, ...] = ("English",)
    language_tags: tuple[str, ...] = ("en",)
    signed_at: str | None = None
    signed_on: date | None = None
    reconstructed_from: SourceFacts | None = None
    says: tuple[str, ...] = ()
    signatories: tuple[SignatoryFacts, ...] = ()
    signings: tuple[SigningFacts, ...] = ()
    reviewed: tuple[ReviewedActionFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantsFacts(Facts):
    """A list of participants."""

    meeting: MeetingFacts
    delegations: tuple[DelegationFacts, ...]
    reconstructed_from: SourceFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaFacts(Facts):
    """An agenda, from provisional to adopted."""

    meeting: MeetingFacts
    items: tuple[AgendaItemFacts, ...]
    status: Literal["provisional", "annotated", "adopted"] = "provisional"
    reconstructed_from: SourceFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """A version of rules, as the document history lists it.

    ``adopted_at`` is the meeting or the procedure: ``First Meeting``, ``written procedure``;
    ``decision`` is the decision as it is cited, with the word: ``Decision 1/JWG.1``. Both are
    English; other languages say the same by ``channel`` and ``decision_symbol``.
    """

    id: str
    label: str
    adopted_on: date | None = None
    adopted_at: str | None = None
    decision: str | None = None
    effective_on: date | None = None
    change_note: str | None = None
    illustrative: bool = False
    channel: Literal["meeting", "electronic"] | None = None
    decision_symbol: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesFacts(Facts):
    """The text of rules in one version, in one language.

    Attributes:
        provisions: The text, as a tree; it never passes through a template.
        history: Every version up to this one, oldest first.
        illustrative: The text is not the adopted one, and every page says so.
        text_of: The day on which the text was in force, where it was asked for by day.
        notice: A further sentence for the notice, such as where the adopted text is.
    """

    title: str
    version: VersionFacts
    provisions: tuple[Provision, ...]
    history: tuple[VersionFacts, ...] = ()
    text_of: date | None = None
    illustrative: bool = False
    notice: str | None = None
