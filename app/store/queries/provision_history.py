"""The life of one provision: every wording it had, who changed it, and what relies on it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.agenda import AgendaItem
from app.domain.decision import Decision
from app.domain.meeting import Meeting
from app.domain.minutes import MinutesParagraph
from app.domain.names import in_language
from app.domain.rules import (
    Amendment,
    Provision,
    ProvisionLink,
    ProvisionRevision,
    ProvisionText,
    RuleDocument,
    RuleVersion,
)
from app.store.reader import Reader


@dataclass(frozen=True)
class ProvisionStep:
    """What one version made of a provision.

    Attributes:
        kind: What was done to it; empty in the version with which it began.
        label: The number it bore from then on; empty where it was repealed.
        heading, text: What it said from then on.
        decision: The number of the decision that did it.
        meeting: The meeting that took the decision; empty for one taken in writing.
        agenda_item: The item under which it was taken.
        paragraph_id: The paragraph of the minutes that records it.
    """

    version: int
    version_label: str
    in_force_from: date | None
    kind: str
    label: str
    heading: str
    text: str
    decision_id: UUID | None
    decision: str
    taken_on: date | None
    meeting_id: UUID | None
    meeting: str
    agenda_item: str
    paragraph_id: UUID | None
    is_gone: bool = False
    agenda_item_id: UUID | None = None


@dataclass(frozen=True)
class Reliance:
    """A provision that refers to another."""

    document_id: UUID
    document: str
    eid: str
    label: str
    is_elsewhere: bool = False


def list_steps(
    reader: Reader, *, document_id: UUID, eid: str, language: str
) -> tuple[ProvisionStep, ...]:
    """Return what every version made of a provision, the latest first."""
    provision = reader.first(Provision, document_id=document_id, eid=eid)
    if provision is None or provision.id is None:
        return ()
    versions = {each.number: each for each in reader.find(RuleVersion, document_id=document_id)}
    done = _amendments(reader, provision.id)
    steps = []
    for revision in reader.find(ProvisionRevision, provision_id=provision.id):
        steps.append(_step(reader, versions[revision.v_from], done, revision, language))
        if revision.v_to in versions and not _goes_on(reader, revision):
            steps.append(_step(reader, versions[revision.v_to], done, None, language))
    return tuple(sorted(steps, key=lambda step: step.version, reverse=True))


def list_linked(
    reader: Reader, *, document_id: UUID, eid: str, language: str
) -> tuple[Reliance, ...]:
    """Return the provisions that were linked to a provision, those of other rules too."""
    provision = reader.first(Provision, document_id=document_id, eid=eid)
    if provision is None:
        return ()
    found = []
    for link in reader.find(ProvisionLink, to_provision_id=provision.id):
        if link.from_provision_id is None:
            continue
        origin = reader.get(Provision, link.from_provision_id)
        document = reader.get(RuleDocument, origin.document_id)
        revisions = reader.find(ProvisionRevision, provision_id=origin.id)
        latest = max(revisions, key=lambda row: row.v_from, default=None)
        found.append(
            Reliance(
                document.id,
                in_language(document.titles, language),
                origin.eid,
                latest.label if latest else "",
                is_elsewhere=document.id != document_id,
            )
        )
    return tuple(found)


def _amendments(reader: Reader, provision_id: int) -> dict[UUID, list[Amendment]]:
    found: dict[UUID, list[Amendment]] = {}
    for amendment in reader.find(Amendment, provision_id=provision_id):
        found.setdefault(amendment.version_id, []).append(amendment)
    return found


def _goes_on(reader: Reader, revision: ProvisionRevision) -> bool:
    """Say whether a provision stands on after a revision ended: else it was repealed."""
    following = {"provision_id": revision.provision_id, "v_from": revision.v_to}
    return reader.first(ProvisionRevision, **following) is not None


def _step(
    reader: Reader,
    version: RuleVersion,
    done: dict[UUID, list[Amendment]],
    revision: ProvisionRevision | None,
    language: str,
) -> ProvisionStep:
    amendments = done.get(version.id, [])
    key = (amendments[0].decision_id if amendments else None) or version.decision_id
    decision = reader.get(Decision, key) if key else None
    text = _text(reader, revision, language) if revision is not None else None
    meeting = reader.get(Meeting, decision.meeting_id) if decision and decision.meeting_id else None
    return ProvisionStep(
        version=version.number,
        version_label=version.label,
        in_force_from=version.in_force_from,
        kind=amendments[0].kind.value if amendments else "",
        label=revision.label if revision is not None else "",
        heading=text.heading if text else "",
        text=text.text if text else "",
        decision_id=decision.id if decision else None,
        decision=(decision.symbol or decision.temporary_symbol) if decision else "",
        taken_on=decision.taken_on if decision else None,
        meeting_id=meeting.id if meeting else None,
        meeting=in_language(meeting.titles, language) if meeting else "",
        agenda_item=_item(reader, decision, language),
        paragraph_id=_paragraph(reader, decision),
        is_gone=revision is None,
        agenda_item_id=decision.agenda_item_id if decision else None,
    )


def _text(reader: Reader, revision: ProvisionRevision, language: str) -> ProvisionText | None:
    """Return the last correction of the text, in a language or in one that there is."""
    texts = reader.find(ProvisionText, revision_id=revision.id)
    ranked = sorted(
        texts, key=lambda each: (each.language == language, each.language == "en", each.correction)
    )
    return ranked[-1] if ranked else None


def _item(reader: Reader, decision: Decision | None, language: str) -> str:
    if decision is None or decision.agenda_item_id is None:
        return ""
    item = reader.get(AgendaItem, decision.agenda_item_id)
    return f"{item.label} {in_language(item.titles, language)}".strip()


def _paragraph(reader: Reader, decision: Decision | None) -> UUID | None:
    found = reader.first(MinutesParagraph, decision_id=decision.id) if decision else None
    return found.id if found else None
