"""Many records deleted at once: the journal sees each, and nothing that is used goes."""

from datetime import date

import pytest

from app.domain.errors import Sealed
from app.domain.journal import ChangeEntry, Operation
from app.domain.rules import Provision, ProvisionLink, ProvisionRevision, ProvisionText
from app.services import rules
from app.store.broken_rules import StillInUse
from tests.builders import (
    AUTHENTIC_ENGLISH,
    a_rule_document,
    adopt_rules,
    an_article,
    key_of,
    set_up_world,
)


@pytest.fixture
def world(workspace):
    return set_up_world(workspace)


@pytest.fixture
def drafted(workspace, world):
    document_id = key_of(rules.enter_document(workspace, a_rule_document(world.body)))
    articles = tuple(an_article(number) for number in range(1, 700))
    rules.draft_version(
        workspace,
        document_id=document_id,
        label="1",
        provisions=articles,
        statuses=AUTHENTIC_ENGLISH,
    )
    return document_id


def test_texts_revisions_and_provisions_go_and_each_is_in_the_journal(workspace, drafted):
    with workspace.write("Clear") as work:
        work.delete_together(work.find(ProvisionText))
        work.delete_together(work.find(ProvisionRevision))
        work.delete_together(work.find(Provision))
        number = work.commit().number
    with workspace.read() as reader:
        assert [reader.find(model) for model in (Provision, ProvisionRevision, ProvisionText)] == [
            [], [], [],
        ]  # fmt: skip
        entries = reader.find(ChangeEntry, change_set_id=number, operation=Operation.DELETE)
    assert len(entries) == 3 * 699


def test_what_belongs_to_one_of_them_goes_with_it(workspace, drafted):
    with workspace.write("Link") as work:
        one, other = work.find(Provision)[:2]
        work.add(ProvisionLink(from_provision_id=one.id, to_provision_id=other.id, relation="x"))
        work.commit()
    with workspace.write("Clear") as work:
        work.delete_together(work.find(ProvisionText))
        work.delete_together(work.find(ProvisionRevision))
        work.delete_together(work.find(Provision)[:1])
        assert work.find(ProvisionLink) == []
        work.commit()


def test_what_others_refer_to_stays(workspace, drafted):
    with workspace.write("Clear") as work, pytest.raises(StillInUse):
        work.delete_together(work.find(Provision))
    with workspace.read() as reader:
        assert len(reader.find(Provision)) == 699


def test_what_was_adopted_is_not_deleted_together_either(workspace, world):
    adopt_rules(workspace, world.body, an_article(1), in_force_from=date(2026, 4, 1))
    with workspace.write("Clear") as work, pytest.raises(Sealed):
        work.delete_together(work.find(ProvisionText))
