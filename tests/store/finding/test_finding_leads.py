import pytest

from app.store.finding.facts import subquery_of
from app.store.finding.leads import LEADS
from app.store.searchable import SEARCHABLE
from app.texts.query.asked import Kind

LEAD_NOWHERE = {
    "attachment_link",
    "decision_number",
    "holiday",
    "letterhead",
    "organisation",
    "organisation_name",
    "own_form",
    "party",
    "party_name",
    "preparation_offset",
    "quantity",
    "source",
    "statement",
}


def test_every_table_of_the_index_leads_to_a_record_or_is_known_not_to():
    assert not set(LEADS) & LEAD_NOWHERE
    assert set(SEARCHABLE) == set(LEADS) | LEAD_NOWHERE


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.PROVISION}))
def test_every_kind_has_the_same_facts(kind):
    assert list(subquery_of(kind).c.keys()) == [
        "id",
        "code",
        "names",
        "body_id",
        "meeting_id",
        "party_id",
        "day",
        "due",
        "status",
    ]
