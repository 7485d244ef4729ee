from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.domain.attachment import Attachment
from app.domain.body import Body
from app.domain.decision import Decision, DecisionKind, DecisionStatus, DecisionText, TextStatus
from app.domain.errors import Sealed
from app.domain.issued import IssuedDocument
from app.domain.journal import ChangeEntry, ChangeSetEntry
from app.domain.meeting import Meeting
from app.domain.minutes import Grade, Minutes, MinutesParagraph, MinutesStatus, Signature
from app.domain.party import Party, PartyKind
from app.domain.rules import (
    Provision,
    ProvisionKind,
    ProvisionRevision,
    ProvisionText,
    RuleDocument,
    RuleKind,
    RuleVersion,
    VersionStatus,
)
from app.domain.seal import Seal
from app.store.broken_rules import StillInUse
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

AddBody = Callable[..., Body]
AddMeeting = Callable[..., Meeting]
Change = Callable[[UnitOfWork], Any]


def attempt(workspace: Workspace, change: Change) -> None:
    with workspace.write("Change what is sealed") as work:
        change(work)
        work.commit()


@pytest.fixture
def rules(workspace: Workspace) -> RuleDocument:
    """A document with version 1 adopted and version 2 in draft, one provision in each."""
    with workspace.write("Draft rules") as work:
        document = work.add(RuleDocument(code="RULES", kind=RuleKind.RULE_SET))
        version = work.add(RuleVersion(document_id=document.id, number=1))
        add_provision(work, document, "art_1", "The parties meet once a year.")
        work.commit()
    with workspace.write("Adopt the rules") as work:
        adopted = work.get(RuleVersion, version.id)
        adopted.adopted_on = adopted.in_force_from = date(2025, 5, 27)
        adopted.content_root = "ab" * 32
        adopted.status = VersionStatus.ADOPTED
        work.add(RuleVersion(document_id=document.id, number=2))
        work.commit()
    return document


def add_provision(
    work: UnitOfWork, document: RuleDocument, eid: str, words: str, v_from: int = 1
) -> ProvisionText:
    provision = work.add(Provision(document_id=document.id, eid=eid, kind=ProvisionKind.ARTICLE))
    work.flush()
    revision = work.add(
        ProvisionRevision(
            document_id=document.id,
            provision_id=provision.id,
            v_from=v_from,
            ordinal=1,
            depth=0,
            label="Article 1",
        )
    )
    work.flush()
    return work.add(
        ProvisionText(
            revision_id=revision.id, language="en", status=TextStatus.AUTHENTIC, text=words
        )
    )


def the(work: UnitOfWork, model: Any) -> Any:
    found = work.first(model)
    assert found is not None
    return found


def set_field(model: Any, name: str, value: Any) -> Change:
    return lambda work: setattr(the(work, model), name, value)


def remove(model: Any) -> Change:
    return lambda work: work.delete(the(work, model))


def add_text(status: TextStatus, language: str, correction: int = 0) -> Change:
    return lambda work: work.add(
        ProvisionText(
            revision_id=the(work, ProvisionRevision).id,
            language=language,
            correction=correction,
            status=status,
            text="…",
        )
    )


@pytest.mark.parametrize(
    "change",
    [
        set_field(ProvisionText, "text", "The parties meet when they please."),
        set_field(ProvisionText, "heading", "Meetings"),
        set_field(ProvisionRevision, "label", "Article 2"),
        set_field(ProvisionRevision, "ordinal", 7),
        set_field(ProvisionRevision, "v_from", 2),
        set_field(Provision, "eid", "art_9"),
        set_field(RuleVersion, "content_root", "cd" * 32),
        set_field(RuleVersion, "number", 8),
        set_field(RuleVersion, "status", VersionStatus.DRAFT),
        add_text(TextStatus.AUTHENTIC, "ko"),
        remove(ProvisionText),
        lambda work: add_provision(
            work, the(work, RuleDocument), "art_2", "A second article.", v_from=1
        ),
    ],
)
def test_the_text_of_an_adopted_version_cannot_be_changed(
    workspace: Workspace, rules: RuleDocument, change: Change
) -> None:
    with pytest.raises(Sealed) as refused:
        attempt(workspace, change)
    assert refused.value.remedy
    with workspace.read() as reader:
        assert reader.find(ProvisionText)[0].text == "The parties meet once a year."
        assert len(reader.find(ProvisionText)) == 1
        assert reader.find(ProvisionRevision)[0].label == "Article 1"


@pytest.mark.parametrize(
    "change",
    [
        add_text(TextStatus.WORKING, "mn"),
        add_text(TextStatus.OFFICIAL, "ko"),
        set_field(ProvisionRevision, "v_to", 2),
        set_field(RuleVersion, "in_force_to", date(2027, 1, 1)),
        set_field(RuleVersion, "status", VersionStatus.EFFECTIVE),
        lambda work: add_provision(
            work, the(work, RuleDocument), "art_2", "A second article.", v_from=2
        ),
    ],
)
def test_what_leaves_an_adopted_text_as_it_is_may_be_done(
    workspace: Workspace, rules: RuleDocument, change: Change
) -> None:
    attempt(workspace, change)
    with workspace.read() as reader:
        assert reader.find(ProvisionText)[0].text == "The parties meet once a year."


def test_a_revision_cannot_end_before_a_sealed_version_that_shows_it(
    workspace: Workspace, rules: RuleDocument
) -> None:
    with workspace.write("Adopt the second version") as work:
        second = work.find(RuleVersion, number=2)[0]
        second.adopted_on, second.content_root = date(2026, 5, 27), "ef" * 32
        second.status = VersionStatus.ADOPTED
        work.commit()
    with pytest.raises(Sealed, match="Version 2"):
        attempt(workspace, set_field(ProvisionRevision, "v_to", 2))
    attempt(workspace, set_field(ProvisionRevision, "v_to", 3))


def test_a_draft_can_be_changed(workspace: Workspace) -> None:
    with workspace.write("Draft rules") as work:
        document = work.add(RuleDocument(code="RULES", kind=RuleKind.RULE_SET))
        work.add(RuleVersion(document_id=document.id, number=1))
        add_provision(work, document, "art_1", "First words.")
        work.commit()
    attempt(workspace, set_field(ProvisionText, "text", "Better words."))
    attempt(workspace, remove(ProvisionText))
    with workspace.read() as reader:
        assert reader.find(ProvisionText) == []


def test_the_one_that_adopts_may_finish_writing(workspace: Workspace) -> None:
    with workspace.write("Enter adopted rules") as work:
        document = work.add(RuleDocument(code="RULES", kind=RuleKind.RULE_SET))
        work.add(
            RuleVersion(
                document_id=document.id,
                number=1,
                status=VersionStatus.ADOPTED,
                adopted_on=date(2025, 5, 27),
                content_root="ab" * 32,
            )
        )
        work.flush()
        text = add_provision(work, document, "art_1", "The words.")
        work.flush()
        text.heading = "Meetings"
        work.commit()
    with pytest.raises(Sealed):
        attempt(workspace, set_field(ProvisionText, "heading", ""))


@pytest.fixture
def signed(workspace: Workspace, add_body: AddBody, add_meeting: AddMeeting) -> Minutes:
    with workspace.write("Sign the minutes") as work:
        meeting = add_meeting(work, add_body(work))
        party = work.add(Party(code="KR", kind=PartyKind.STATE))
        minutes = work.add(Minutes(meeting_id=meeting.id, status=MinutesStatus.SIGNED))
        work.add(
            MinutesParagraph(
                minutes_id=minutes.id, ordinal=1, grade=Grade.BOTH_SIDES, texts={"en": "Agreed."}
            )
        )
        work.add(
            Signature(
                minutes_id=minutes.id, ordinal=1, party_id=party.id, signed_on=date(2025, 5, 27)
            )
        )
        work.commit()
    return minutes


@pytest.mark.parametrize(
    "change",
    [
        set_field(MinutesParagraph, "texts", {"en": "Not agreed."}),
        set_field(MinutesParagraph, "ordinal", 2),
        set_field(Minutes, "status", MinutesStatus.NEGOTIATED),
        set_field(Minutes, "edition", 4),
        set_field(Signature, "place", "Seoul"),
        remove(MinutesParagraph),
        remove(Signature),
        remove(Minutes),
        remove(Meeting),
        lambda work: work.add(
            MinutesParagraph(minutes_id=the(work, Minutes).id, ordinal=2, grade=Grade.BOTH_SIDES)
        ),
    ],
)
def test_signed_minutes_cannot_be_changed(
    workspace: Workspace, signed: Minutes, change: Change
) -> None:
    with pytest.raises(Sealed):
        attempt(workspace, change)
    with workspace.read() as reader:
        assert [paragraph.texts for paragraph in reader.find(MinutesParagraph)] == [
            {"en": "Agreed."}
        ]


def test_signed_minutes_may_be_distributed_and_signed_later_by_others(
    workspace: Workspace, signed: Minutes
) -> None:
    attempt(workspace, set_field(Minutes, "status", MinutesStatus.DISTRIBUTED))
    attempt(
        workspace,
        lambda work: work.add(
            Signature(minutes_id=signed.id, ordinal=2, party_id=the(work, Party).id)
        ),
    )
    with workspace.read() as reader:
        assert reader.get(Minutes, signed.id).status is MinutesStatus.DISTRIBUTED
        assert len(reader.find(Signature)) == 2


@pytest.fixture
def adopted(workspace: Workspace, add_body: AddBody) -> Decision:
    with workspace.write("Take a decision") as work:
        decision = work.add(
            Decision(
                body_id=add_body(work).id,
                symbol="Decision 1",
                kind=DecisionKind.ADOPTION_OF_RULES,
                status=DecisionStatus.ADOPTED,
                taken_on=date(2025, 5, 27),
            )
        )
        work.add(DecisionText(decision_id=decision.id, language="en", text="The group adopts."))
        work.commit()
    return decision


def add_decision_text(status: TextStatus) -> Change:
    return lambda work: work.add(
        DecisionText(decision_id=the(work, Decision).id, language="ko", status=status)
    )


@pytest.mark.parametrize(
    "change",
    [
        set_field(DecisionText, "text", "The group rejects."),
        set_field(DecisionText, "title", "Otherwise"),
        set_field(Decision, "symbol", "Decision 2"),
        set_field(Decision, "taken_on", date(2025, 5, 28)),
        set_field(Decision, "status", DecisionStatus.DRAFT),
        add_decision_text(TextStatus.AUTHENTIC),
        remove(DecisionText),
        remove(Decision),
    ],
)
def test_an_adopted_decision_cannot_be_changed(
    workspace: Workspace, adopted: Decision, change: Change
) -> None:
    with pytest.raises(Sealed):
        attempt(workspace, change)
    with workspace.read() as reader:
        assert [text.text for text in reader.find(DecisionText)] == ["The group adopts."]


@pytest.mark.parametrize(
    "change",
    [
        set_field(Decision, "status", DecisionStatus.SUPERSEDED),
        set_field(Decision, "published_on", date(2025, 7, 1)),
        add_decision_text(TextStatus.WORKING),
    ],
)
def test_an_adopted_decision_may_take_effect_be_superseded_and_translated(
    workspace: Workspace, adopted: Decision, change: Change
) -> None:
    attempt(workspace, change)
    with workspace.read() as reader:
        assert reader.get(Decision, adopted.id).symbol == "Decision 1"


@pytest.mark.parametrize("model", [ChangeSetEntry, ChangeEntry, Seal])
def test_history_is_only_ever_added_to(workspace: Workspace, add_body: AddBody, model: Any) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        at = datetime(2025, 5, 27, tzinfo=UTC)
        work.add(Seal(at=at, kind="version", reference="RULES 1", root="ab", hash="cd"))
        work.commit()
    name = {ChangeSetEntry: "actor", ChangeEntry: "entity", Seal: "root"}[model]
    with pytest.raises(Sealed):
        attempt(workspace, set_field(model, name, "somebody else"))
    with pytest.raises((Sealed, StillInUse)):
        attempt(workspace, lambda work: work.delete(work.find(model)[-1]))
    with workspace.read() as reader:
        assert len(reader.find(ChangeSetEntry)) == 1


@pytest.fixture
def issued(workspace: Workspace) -> IssuedDocument:
    with workspace.write("Issue a document") as work:
        attachment = work.add(
            Attachment(sha256="ab" * 32, size=3, media_type="text/plain", file_name="a.docx")
        )
        document = work.add(
            IssuedDocument(
                kind="agreed-minutes",
                language="en",
                issued_at=datetime(2025, 5, 27, tzinfo=UTC),
                file_name="a.docx",
                sha256="ab" * 32,
                attachment_id=attachment.id,
                is_draft=False,
            )
        )
        work.commit()
    return document


@pytest.mark.parametrize(
    "change",
    [
        set_field(IssuedDocument, "sha256", "cd" * 32),
        set_field(IssuedDocument, "is_draft", True),
        remove(IssuedDocument),
    ],
)
def test_what_was_issued_stays_as_it_was_sent(
    workspace: Workspace, issued: IssuedDocument, change: Change
) -> None:
    with pytest.raises(Sealed, match=r"a\.docx"):
        attempt(workspace, change)


def test_what_came_back_may_be_noted_on_what_was_issued(
    workspace: Workspace, issued: IssuedDocument
) -> None:
    attempt(workspace, set_field(IssuedDocument, "returned_on", date(2025, 6, 3)))
    with workspace.read() as reader:
        assert reader.get(IssuedDocument, issued.id).returned_on == date(2025, 6, 3)
