"""A seal shows whether an adopted text is still what was adopted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.decision import TextStatus
from app.domain.rules import ProvisionText
from app.domain.sealing import text_hash
from app.services import rules, seals
from app.services.seals import SealTrouble
from app.store.queries.rules import sealed_texts
from app.store.workspace import Workspace

RULES = "JWG-KM-ILLUSTRATIVE"


@pytest.fixture
def sample(sample_copy: Path, clock: FixedClock, without_backup: None) -> Iterator[Workspace]:
    """The sample workspace, open, as a copy of the test's own."""
    with Workspace.open(sample_copy, clock=clock, actor="secretariat") as opened:
        yield opened


def change_behind_its_back(workspace: Workspace, sql: str) -> None:
    """Write to the file as a stranger would, past everything that guards it."""
    with workspace._writing.begin() as connection:
        connection.exec_driver_sql(sql)


def test_the_seals_of_the_sample_fit(sample: Workspace) -> None:
    assert seals.find_broken(sample) == ()


def test_one_changed_sign_in_an_adopted_text_is_found(sample: Workspace) -> None:
    change_behind_its_back(
        sample,
        "UPDATE provision_text SET text = text || ' '"
        " WHERE id = (SELECT max(id) FROM provision_text WHERE sealed_from = 2)",
    )
    found = seals.find_broken(sample)
    assert [(finding.trouble, finding.detail) for finding in found] == [
        (SealTrouble.TEXT_CHANGED, f"{RULES}/2")
    ]


def test_a_root_written_anew_does_not_fit_the_chain(sample: Workspace) -> None:
    change_behind_its_back(sample, "UPDATE seal SET root = 'ab' WHERE seq = 1")
    troubles = {finding.trouble for finding in seals.find_broken(sample)}
    assert SealTrouble.CHAIN_BROKEN in troubles


def test_a_removed_seal_is_missed(sample: Workspace) -> None:
    change_behind_its_back(sample, "DELETE FROM seal WHERE seq = (SELECT max(seq) FROM seal)")
    found = seals.find_broken(sample)
    assert [finding.trouble for finding in found] == [SealTrouble.SEAL_MISSING]


def test_a_translation_added_after_adoption_breaks_no_seal(sample: Workspace) -> None:
    document_id = rules.find_by_code(sample, code=RULES)
    assert document_id is not None
    with sample.write("Add translation") as work:
        english = {
            text.revision_id: text for text in work.find(ProvisionText, language="en") if text.text
        }
        japanese = "日本語訳"
        work.add(
            ProvisionText(
                revision_id=min(english),
                language="ja",
                status=TextStatus.WORKING,
                text=japanese,
                sha256=text_hash(japanese),
            )
        )
        work.commit()
    assert seals.find_broken(sample) == ()
    with sample.read() as reader:
        covered = sealed_texts(reader, document_id=document_id, number=2)
    assert "ja" not in {text.language for text in covered}
