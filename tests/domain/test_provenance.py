from app.domain.decision import Decision
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes
from app.domain.provenance import Provenance
from app.domain.rules import RuleDocument, RuleVersion
from app.domain.tables import METADATA


def test_a_record_is_an_original_a_reconstruction_or_an_illustration() -> None:
    assert [made.value for made in Provenance] == ["original", "reconstructed", "illustrative"]


def test_records_are_originals_unless_somebody_says_otherwise() -> None:
    for model in (Meeting, Minutes, Decision, RuleDocument, RuleVersion):
        assert model.model_fields["provenance"].default is Provenance.ORIGINAL


def test_everything_that_a_meeting_leaves_behind_tells_its_provenance() -> None:
    told = {made.name for made in METADATA.tables.values() if "provenance" in made.columns}
    assert told >= {
        "meeting", "minutes", "decision", "action_item", "rule_document", "rule_version",
    }  # fmt: skip
