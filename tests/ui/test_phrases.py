import pytest

from app.documents.kinds import DocumentKind
from app.domain.action import ActionStatus
from app.domain.agenda import ItemOutcome, ItemStatus, StandardItem
from app.domain.body import BodyStatus
from app.domain.decision import DecisionStatus
from app.domain.delegation import Attendance, DelegateRole, Presence
from app.domain.meeting import AgendaNumbering, AgendaStatus, MeetingMode, MeetingStatus
from app.domain.paper import Confidentiality, Distribution, PaperCategory, PaperStatus
from app.domain.record_steps import StepKey, StepState
from app.domain.source import SourceQuality
from app.ui import phrases
from app.ui.tokens import LIGHT

PHRASED = [
    *(("meeting status", value) for value in MeetingStatus),
    *(("outcome", value) for value in ItemOutcome),
    *(("action status", value) for value in ActionStatus),
    *(("decision status", value) for value in DecisionStatus),
    *(("delegate role", value) for value in DelegateRole),
    *(("attendance", value) for value in Attendance),
    *(("mode", value) for value in (*MeetingMode, *Presence)),
    *(("paper status", value) for value in PaperStatus),
    *(("paper category", value) for value in PaperCategory),
    *(("distribution", value) for value in Distribution),
    *(("confidentiality", value) for value in Confidentiality),
    *(("item status", value) for value in ItemStatus),
    *(("standard item", value) for value in StandardItem),
    *(("agenda status", value) for value in AgendaStatus),
    *(("agenda numbering", value) for value in AgendaNumbering),
    *(("body status", value) for value in BodyStatus),
    *(("quality", value) for value in SourceQuality),
    *(("step", value) for value in StepKey),
    *(("step state", value) for value in StepState),
    *(("document", value) for value in DocumentKind),
]


@pytest.mark.parametrize(("table", "value"), PHRASED)
def test_every_value_of_the_domain_has_words(table, value):
    assert value.value in phrases.TABLES[table]
    assert phrases.say(table, value) == phrases.say(table, value.value)


@pytest.mark.parametrize("table", phrases.TABLES)
def test_every_hue_has_a_colour_and_a_ground(table):
    for _, hue in phrases.TABLES[table].values():
        assert {hue, f"{hue}_soft"} <= LIGHT.keys()


def test_a_value_without_words_is_shown_as_it_is_written():
    assert phrases.say("meeting status", "moved-elsewhere") == "Moved elsewhere"
    assert phrases.hue("meeting status", "moved-elsewhere") == "neutral"


def test_neighbours_at_the_table_have_different_hues():
    assert [phrases.party_hue(seat) for seat in (1, 2, 3)] == ["party_a", "party_b", "party_a"]
