"""Enters the rules: those adopted, whose text is not public, and an illustrative text."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.provenance import Provenance
from app.domain.rules import ProvisionKind, RuleDocument, RuleVersion, VersionStatus
from app.services import rules
from app.services.register import relations
from app.services.sample.decisions import enter_decision
from app.services.sample.files import Row, SampleFiles
from app.services.sample.keys import Keys, cite
from app.services.sample.procedures import enter_procedure
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange, ProvisionDraft


def enter_rules(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter the rules that were really adopted; the sources do not print their text."""
    for row in [*files.rows("rules"), *files.rows("other_rules")]:
        if row["illustrative"]:
            continue
        document_id = _enter_document(workspace, keys, row, Provenance.ORIGINAL)
        decision_id = _adopting_decision(workspace, keys, row)
        versions = row["versions"] or [{"label": "", "adopted_on": row["adopted_on"]}]
        for told in versions:
            rules.record_version_without_text(
                workspace,
                RuleVersion(
                    document_id=document_id,
                    number=1,
                    label=told["label"],
                    status=VersionStatus.ADOPTED,
                    decision_id=decision_id,
                    text_held=False,
                    adopted_on=told["adopted_on"],
                    in_force_from=told.get("in_force_from"),
                ),
            )


def enter_illustrative_rules(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter the illustrative text: a first version, and a second that amends it."""
    for row in files.rows("rules"):
        if not row["illustrative"]:
            continue
        document_id = _enter_document(workspace, keys, row, Provenance.ILLUSTRATIVE)
        for decision in row["decisions"]:
            _enter_decision(workspace, keys, row["body"], decision, Provenance.ILLUSTRATIVE)
            _relate(workspace, keys, decision)
            enter_procedure(workspace, keys, decision)
        statuses = {tag: TextStatus(status) for tag, status in row["text_status"].items()}
        for told in row["versions"]:
            version_id = _draft(workspace, document_id, told, statuses)
            rules.adopt_version(
                workspace,
                version_id=version_id,
                decision_id=keys.get("decisions", told["decision"]),
                in_force_from=date.fromisoformat(told["in_force_from"]),
            )


def _enter_document(workspace: Workspace, keys: Keys, row: Row, provenance: Provenance) -> UUID:
    draft = RuleDocument(
        code=row["code"],
        body_id=keys.get("bodies", row["body"]),
        instrument_id=keys.find("instruments", row.get("instrument")),
        kind=row["kind"],
        titles=row["title"],
        authentic_languages=row.get("authentic_languages", []),
        provenance=provenance,
        provenance_note=row.get("mark", ""),
        note=row.get("note", ""),
    )
    document_id = keys.add("rules", row["key"], rules.enter_document(workspace, draft))
    cite(workspace, keys, "rules", row)
    return document_id


def _adopting_decision(workspace: Workspace, keys: Keys, row: Row) -> UUID | None:
    """Return the decision that adopted a document: one entered already, or one told here."""
    told: Any = row.get("decision")
    if isinstance(told, dict):
        told = {"key": f"{row['key']}-adopted", "meeting": row["meeting"], "text": {}, **told}
        return _enter_decision(workspace, keys, row["body"], told, Provenance.RECONSTRUCTED)
    named = [version.get("decision") for version in row["versions"]]
    return keys.get("decisions", named[0].rpartition("/")[2]) if any(named) else None


def _enter_decision(
    workspace: Workspace, keys: Keys, body: str, row: Row, provenance: Provenance
) -> UUID:
    return enter_decision(
        workspace,
        keys,
        row,
        body_id=keys.get("bodies", body),
        meeting_id=keys.find("meetings", row.get("meeting")),
        provenance=provenance,
    )


def _relate(workspace: Workspace, keys: Keys, row: Row) -> None:
    for told in row.get("relations", ()):
        relations.relate(
            workspace,
            decision_id=keys.get("decisions", row["key"]),
            other_id=keys.get("decisions", told["decision"]),
            relation=told["kind"],
        )


def _draft(
    workspace: Workspace, document_id: UUID, told: Row, statuses: Mapping[str, TextStatus]
) -> UUID:
    if "provisions" in told:
        change = rules.draft_version(
            workspace,
            document_id=document_id,
            label=told["label"],
            provisions=tuple(_provision(row) for row in told["provisions"]),
            statuses=statuses,
            change_notes={"en": told["change_note"]},
            provenance=Provenance.ILLUSTRATIVE,
        )
    else:
        change = rules.draft_changes(
            workspace,
            document_id=document_id,
            label=told["label"],
            changes=tuple(_change(row) for row in told["operations"]),
            statuses=statuses,
            change_notes={"en": told["change_note"]},
            provenance=Provenance.ILLUSTRATIVE,
        )
    if not isinstance(change.subject, UUID):
        raise TypeError("a version of rules was drafted without a key")
    return change.subject


def _provision(row: Row) -> ProvisionDraft:
    return ProvisionDraft(
        eid=row["eid"],
        kind=ProvisionKind(row["kind"]),
        label=row["label"],
        headings=row["heading"],
        texts=row["text"],
        children=tuple(_provision(child) for child in row["children"]),
    )


def _change(row: Row) -> ProvisionChange:
    kind = ChangeKind(row["op"])
    return ProvisionChange(
        kind=kind,
        eid=row["eid"],
        after=row.get("after"),
        parent=row.get("parent"),
        label=row.get("label"),
        headings=row.get("heading", {}),
        texts=row.get("text", {}),
        provision=_provision(row) if kind is ChangeKind.INSERT else None,
    )
