"""The verbs for what is on record about rules, and for their adoption, for the table of all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.decision import TextStatus
from app.domain.rules import ProvisionText
from app.services import rules
from app.services.adoption import adopting, originals
from app.services.rule_library import document_sheets, reliances, version_sheets
from tests.builders import FIRST_DAY

if TYPE_CHECKING:
    from uuid import UUID

    from tests.services.test_verbs import Act, Stage

SHEET = document_sheets.RuleSheet(code="R9", titles={"en": "Rules"})
WITHOUT_TEXT = version_sheets.VersionSheet(label="1", adopted_on=FIRST_DAY)


def _sealed(s: Stage) -> UUID:
    return rules.list_versions(s.workspace, document_id=s.document)[0].id


def _with_korean(s: Stage) -> UUID:
    with s.workspace.write("Add translation") as work:
        for text in work.find(ProvisionText, language="en"):
            work.add(
                ProvisionText(
                    revision_id=text.revision_id,
                    language="ko",
                    status=TextStatus.OFFICIAL,
                    text="본문",
                )
            )
        work.commit()
    return _sealed(s)


def _published(s: Stage, key: UUID | None) -> Any:
    version_id = _sealed(s)
    shown = version_sheets.show(s.workspace, document_id=s.document, version_id=version_id)
    told = vars(shown.sheet) | {"published_on": date(2026, 1, 2)}
    sheet = version_sheets.VersionSheet(**told)
    return version_sheets.change(s.workspace, version_id=key or version_id, sheet=sheet)


def _link(s: Stage, key: UUID | None) -> Any:
    asked = {"document_id": s.document, "eid": "art_1"}
    return reliances.link_decision(s.workspace, decision_id=key or s.decision, **asked)


def _adopt(s: Stage, key: UUID | None) -> Any:
    adoption = adopting.Adoption(
        version_id=key or s.draft_version,
        label="2.0",
        decision_id=s.other_decision,
        in_force_from=date(2026, 1, 1),
    )
    return adopting.adopt(s.workspace, adoption)


VERBS: dict[tuple[Any, str], tuple[Act, set[str]]] = {
    (adopting, "adopt"): (_adopt, {"rule_version", "provision_text", "amendment", "seal"}),
    (originals, "declare_authentic"): (
        lambda s, key: originals.declare_authentic(
            s.workspace, version_id=key or _with_korean(s), language="ko"
        ),
        {"rule_document", "provision_text", "seal"},
    ),
    (document_sheets, "enter"): (
        lambda s, key: document_sheets.enter(s.workspace, body_id=key or s.world.body, sheet=SHEET),
        {"rule_document"},
    ),
    (document_sheets, "change"): (
        lambda s, key: document_sheets.change(
            s.workspace, document_id=key or s.bare_document, sheet=SHEET
        ),
        {"rule_document"},
    ),
    (version_sheets, "record"): (
        lambda s, key: version_sheets.record(
            s.workspace, document_id=key or s.bare_document, sheet=WITHOUT_TEXT
        ),
        {"rule_version"},
    ),
    (version_sheets, "change"): (_published, {"rule_version"}),
    (reliances, "link_decision"): (_link, {"provision_link"}),
    (reliances, "unlink_decision"): (
        lambda s, key: reliances.unlink_decision(
            s.workspace, link_id=-1 if key else int(str(_link(s, None).subject))
        ),
        {"provision_link"},
    ),
}
