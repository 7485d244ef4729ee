"""The verbs of drafting a version of rules, for the table of all verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.provision_proposal import ProvisionProposal
from app.domain.rules import ProvisionKind
from app.services.drafting import (
    draft_numbers,
    draft_proposals,
    draft_structure,
    draft_versions,
    draft_wording,
)
from app.services.drafting.draft_structure import Where
from tests.builders import adopt_rules, an_article, key_of

if TYPE_CHECKING:
    from uuid import UUID

    from app.store.change_set import ChangeSet
    from tests.services.test_verbs import Act, Stage

_REVISED = {"provision_revision", "provision_text"}
_WHOLE = _REVISED | {"provision"}


def _proposal(s: Stage, key: UUID | None) -> ChangeSet:
    draft = ProvisionProposal(
        version_id=key or s.draft_version,
        provision_id=0,
        party_id=s.world.korea,
        texts={"en": "Other words."},
    )
    return draft_proposals.propose(s.workspace, draft, eid="art_1")


def _proposed(s: Stage) -> UUID:
    return key_of(_proposal(s, None))


def _rules(s: Stage) -> UUID:
    return adopt_rules(s.workspace, s.world.body, an_article(1), code="FURTHER")


def _bracketed(s: Stage, key: UUID | None) -> ChangeSet:
    if key is None:
        draft_wording.reword(
            s.workspace, version_id=s.draft_version, eid="art_1", language="en", text="[a] [b]"
        )
    return draft_wording.settle_brackets(
        s.workspace,
        version_id=key or s.draft_version,
        eid="art_1",
        language="en",
        place=0,
        chosen=1,
    )


def _two(s: Stage, key: UUID | None, verb: Any, **how: Any) -> ChangeSet:
    """Act on the second of two articles; the first stands before it."""
    if key is None:
        _inserted(s)
    return verb(s.workspace, version_id=key or s.draft_version, **how)


def _inserted(s: Stage) -> None:
    draft_structure.insert(
        s.workspace,
        version_id=s.draft_version,
        kind=ProvisionKind.ARTICLE,
        label="Article 2",
    )


def _repealed(s: Stage) -> None:
    draft_structure.repeal(s.workspace, version_id=s.draft_version, eids=("art_1",))


def _restore(s: Stage, key: UUID | None) -> ChangeSet:
    if key is None:
        _repealed(s)
    return draft_structure.restore(s.workspace, version_id=key or s.draft_version, eid="art_1")


def _indent(s: Stage, key: UUID | None) -> ChangeSet:
    if key is None:
        draft_structure.insert(
            s.workspace,
            version_id=s.draft_version,
            kind=ProvisionKind.PARAGRAPH,
            label="7.",
        )
    return draft_structure.indent(
        s.workspace, version_id=key or s.draft_version, eid="para_7", step=1
    )


def _let_follow(s: Stage, key: UUID | None) -> ChangeSet:
    draft = s.draft_version
    if key is None:
        draft_wording.reword(
            s.workspace, version_id=draft, eid="art_1", language="en", text="See Article 1."
        )
        draft_numbers.renumber(
            s.workspace, version_id=draft, eid="art_1", label="Article 9", follows=False
        )
    return draft_numbers.let_references_follow(s.workspace, version_id=key or draft)


def _settle(s: Stage, key: UUID | None, verb: Any) -> ChangeSet:
    if key is None:
        _proposed(s)
    return verb(s.workspace, version_id=key or s.draft_version, eid="art_1")


def _reopen(s: Stage, key: UUID | None) -> ChangeSet:
    if key is None:
        _settle(s, None, draft_proposals.choose_neither)
    return draft_proposals.reopen_proposals(
        s.workspace, version_id=key or s.draft_version, eid="art_1"
    )


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (draft_versions, "begin"): (
        lambda s, key: draft_versions.begin(s.workspace, document_id=key or _rules(s), label="2.0"),
        {"rule_version"},
    ),
    (draft_versions, "describe"): (
        lambda s, key: draft_versions.describe(
            s.workspace, version_id=key or s.draft_version, label="Draft of May"
        ),
        {"rule_version"},
    ),
    (draft_wording, "reword"): (
        lambda s, key: draft_wording.reword(
            s.workspace,
            version_id=key or s.draft_version,
            eid="art_1",
            language="ko",
            text="다른 말.",
        ),
        {"provision_text"},
    ),
    (draft_wording, "settle_brackets"): (_bracketed, {"provision_text"}),
    (draft_structure, "insert"): (
        lambda s, key: draft_structure.insert(
            s.workspace,
            version_id=key or s.draft_version,
            kind=ProvisionKind.ARTICLE,
            texts={"en": "New."},
        ),
        _WHOLE,
    ),
    (draft_structure, "repeal"): (
        lambda s, key: draft_structure.repeal(
            s.workspace, version_id=key or s.draft_version, eids=("art_1",)
        ),
        _REVISED,
    ),
    (draft_structure, "restore"): (_restore, {"provision_revision"}),
    (draft_structure, "move"): (
        lambda s, key: _two(
            s,
            key,
            draft_structure.move,
            eids=("art_2",),
            where=Where.BEFORE,
            beside="art_1",
        ),
        {"provision_revision"},
    ),
    (draft_structure, "indent"): (
        _indent,
        {"provision_revision"},
    ),
    (draft_numbers, "renumber"): (
        lambda s, key: draft_numbers.renumber(
            s.workspace, version_id=key or s.draft_version, eid="art_1", label="Article 5"
        ),
        {"provision_revision"},
    ),
    (draft_numbers, "let_references_follow"): (
        _let_follow,
        {"provision_text"},
    ),
    (draft_proposals, "propose"): (_proposal, {"provision_proposal"}),
    (draft_proposals, "change_proposal"): (
        lambda s, key: draft_proposals.change_proposal(
            s.workspace, proposal_id=key or _proposed(s), changes={"reason": "Clearer."}
        ),
        {"provision_proposal"},
    ),
    (draft_proposals, "remove_proposal"): (
        lambda s, key: draft_proposals.remove_proposal(
            s.workspace, proposal_id=key or _proposed(s)
        ),
        {"provision_proposal"},
    ),
    (draft_proposals, "choose_proposal"): (
        lambda s, key: draft_proposals.choose_proposal(
            s.workspace, proposal_id=key or _proposed(s)
        ),
        {"provision_proposal", "provision_text"},
    ),
    (draft_proposals, "choose_neither"): (
        lambda s, key: _settle(s, key, draft_proposals.choose_neither),
        {"provision_proposal"},
    ),
    (draft_proposals, "reopen_proposals"): (
        _reopen,
        {"provision_proposal"},
    ),
}
