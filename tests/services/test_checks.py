"""Before you sign: each check passes on a record that is in order, and finds what is not."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.documents.kinds import DocumentKind
from app.domain.agenda import AgendaItem
from app.domain.attachment import Attachment, AttachmentLink
from app.domain.decision import Decision
from app.domain.delegation import DelegateRole
from app.domain.meeting import Meeting
from app.domain.minutes import MinutesParagraph, Signature
from app.domain.party import Party
from app.services import checks, decisions, documents, minutes, persons, signing
from app.services.checks import Check, CheckKey, Outcome, Problem
from app.services.checks.checklist import check_document
from app.services.checks.decisions import number_in_row
from app.services.facts.minutes import NoMinutes
from app.services.issuing import Wanted
from app.store.workspace import Workspace
from app.texts.blocks import Document, Signatures
from tests.builders import (
    World,
    a_decision,
    a_paragraph,
    a_person,
    key_of,
    open_minutes,
    seat_person,
    take_decision,
)
from tests.services.conftest import NOW

MINUTES = DocumentKind.AGREED_MINUTES


@pytest.fixture
def record(workspace: Workspace, world: World) -> UUID:
    """Minutes of two paragraphs, with a head of each delegation; return their key."""
    seat_person(workspace, world.korean_delegation, "Kim Seo-yeon", role=DelegateRole.HEAD)
    seat_person(workspace, world.mongolian_delegation, "Bold Ganbaatar", role=DelegateRole.HEAD)
    return open_minutes(workspace, world.meeting, "Both sides agreed.", "Both sides met.")


def look(workspace: Workspace, world: World, **asked: object) -> dict[CheckKey, Check]:
    asked = {"kind": MINUTES, "original_of": world.mongolia} | asked
    found = checks.check(workspace, meeting_id=world.meeting, **asked)
    assert [check.key for check in found] == list(CheckKey)
    return {check.key: check for check in found}


def problems(check: Check) -> list[tuple[Problem, str]]:
    assert (check.outcome is Outcome.FAILED) == bool(check.findings)
    return [(finding.problem, finding.what) for finding in check.findings]


def write(workspace: Workspace, record: UUID, text: str, **fields: object) -> UUID:
    draft = a_paragraph(record, text, confirmed=True, **fields)
    return key_of(minutes.write_paragraph(workspace, draft))


def test_a_record_in_order_passes(workspace: Workspace, world: World, record: UUID) -> None:
    take_decision(workspace, world.body, meeting_id=world.meeting)
    taken = decisions.list_for_meeting(workspace, meeting_id=world.meeting)
    write(workspace, record, "Both sides decided.", decision_id=taken[0].id)
    found = look(workspace, world)
    passed = {key for key, check in found.items() if check.outcome is Outcome.PASSED}
    assert passed == set(CheckKey) - {CheckKey.FACTS}
    assert found[CheckKey.NAMES].total == 2
    assert found[CheckKey.PARTY_ORDER].first == "Mongolia"
    assert (found[CheckKey.DECISIONS].first, found[CheckKey.DECISIONS].total) == ("JWG-1/D1", 1)
    assert found[CheckKey.CONFIRMED].total == 3


def test_what_is_missing_is_named(workspace: Workspace, world: World, record: UUID) -> None:
    found = look(workspace, world)[CheckKey.FACTS]
    assert (Problem.MISSING, "date of signature to be confirmed") in problems(found)


def test_an_agenda_has_nothing_but_its_facts_and_language_to_be_looked_at(
    workspace: Workspace, world: World
) -> None:
    with workspace.write("Enter item") as work:
        work.add(AgendaItem(meeting_id=world.meeting, ordinal=1, titles={"en": "Opening"}))
        work.commit()
    found = look(workspace, world, kind=DocumentKind.AGENDA, original_of=None)
    applied = {key for key, each in found.items() if each.outcome is not Outcome.NOT_APPLICABLE}
    assert applied == {CheckKey.FACTS, CheckKey.LANGUAGES}


def test_a_name_spelled_otherwise_than_in_the_delegation_list_is_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    write(workspace, record, "Ms. Kim Seo-yoen thanked Bold Ganbaatar.")
    found = look(workspace, world)[CheckKey.NAMES]
    assert problems(found) == [(Problem.SPELLED_OTHERWISE, "Kim Seo-yoen")]
    assert found.findings[0].meant == "Kim Seo-yeon"


def test_a_signatory_who_is_no_delegate_is_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    for name, party in (("Kim Seo-yeon", world.korea), ("Somebody Else", world.mongolia)):
        signature = Signature(
            minutes_id=record, ordinal=1, party_id=party, printed_names={"en": name}
        )
        signing.add_signatory(workspace, signature)
    found = look(workspace, world)[CheckKey.NAMES]
    assert problems(found) == [(Problem.NOT_ON_THE_LIST, "Somebody Else")]


def test_a_speaker_who_is_no_delegate_is_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    stranger = key_of(persons.register(workspace, a_person(printed_name="Somebody Else")))
    paragraph = write(workspace, record, "A word.", person_id=stranger)
    (finding,) = look(workspace, world)[CheckKey.NAMES].findings
    assert (finding.problem, finding.what) == (Problem.NOT_ON_THE_LIST, "Somebody Else")
    assert finding.subject == paragraph


def composed(workspace: Workspace, world: World, holder: UUID) -> Document:
    made = documents.compose_for_meeting(
        workspace, meeting_id=world.meeting, kind=MINUTES, original_of=holder
    )
    return made.document


def order_of(workspace: Workspace, world: World, document: Document) -> Check:
    found = check_document(
        workspace, document, meeting_id=world.meeting, kind=MINUTES, original_of=world.mongolia
    )
    return next(check for check in found if check.key is CheckKey.PARTY_ORDER)


def test_a_document_that_names_the_other_party_first_is_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    assert order_of(workspace, world, composed(workspace, world, world.mongolia)).findings == ()
    wrong = order_of(workspace, world, composed(workspace, world, world.korea))
    assert problems(wrong) == [(Problem.NAMED_FIRST, "KR"), (Problem.SIGNS_FIRST, "KR")]
    assert {finding.meant for finding in wrong.findings} == {"MN"}


def test_a_document_in_which_only_the_signatures_are_turned_round_is_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    document = composed(workspace, world, world.mongolia)
    (section, *others) = document.sections
    blocks = tuple(
        Signatures(block.signatories[::-1]) if isinstance(block, Signatures) else block
        for block in section.blocks
    )
    turned = replace(document, sections=(replace(section, blocks=blocks), *others))
    assert problems(order_of(workspace, world, turned)) == [(Problem.SIGNS_FIRST, "KR")]


def decide(workspace: Workspace, world: World, record: UUID, *symbols: str) -> None:
    """Take decisions in the order of their numbers, and minute them in the order given."""
    made = {
        symbol: take_decision(workspace, world.body, symbol, meeting_id=world.meeting)
        for symbol in sorted(symbols)
    }
    for symbol in symbols:
        write(workspace, record, f"On {symbol}.", decision_id=made[symbol])


def test_decisions_out_of_order_and_left_out_numbers_are_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    decide(workspace, world, record, "JWG-1/D2", "JWG-1/D1", "JWG-1/D4")
    found = look(workspace, world)[CheckKey.DECISIONS]
    assert problems(found) == [
        (Problem.OUT_OF_ORDER, "JWG-1/D1"),
        (Problem.LEAVES_A_GAP, "JWG-1/D4"),
    ]


def test_decisions_from_nine_to_eleven_are_in_order(
    workspace: Workspace, world: World, record: UUID
) -> None:
    decide(workspace, world, record, *sorted(("JWG-1/D9", "JWG-1/D10", "JWG-1/D11"), key=len))
    found = look(workspace, world)[CheckKey.DECISIONS]
    assert (problems(found), found.first, found.last) == ([], "JWG-1/D9", "JWG-1/D11")


def test_a_decision_that_is_not_in_the_minutes_or_has_no_number_is_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    decisions.draft_decision(workspace, a_decision(world.body, meeting_id=world.meeting))
    found = look(workspace, world)[CheckKey.DECISIONS]
    assert problems(found) == [
        (Problem.NO_NUMBER, "Draft A"),
        (Problem.NOT_IN_THE_DOCUMENT, "Draft A"),
    ]


@pytest.mark.parametrize(
    ("symbols", "numbers"),
    [
        (("1/JWG.2", "2/JWG.2"), (1, 2)),
        (("JWG-2/D1", "JWG-2/D3"), (1, 3)),
        (("2025/1", "2026/1"), (2025, 2026)),
        (("D1",), (1,)),
        (("D1", "Decision 2"), ()),
        (("one", "one"), ()),
        ((), ()),
    ],
)
def test_the_number_that_tells_decisions_apart_is_found(
    symbols: tuple[str, ...], numbers: tuple[int, ...]
) -> None:
    assert number_in_row(symbols) == numbers


def test_an_annex_that_is_spoken_of_and_not_there_is_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    write(workspace, record, "The programme appears in Annex 3.")
    found = look(workspace, world)[CheckKey.ANNEXES]
    assert problems(found) == [(Problem.NOT_ATTACHED, "Annex 3")]
    assert found.total == 3


def test_a_file_attached_to_the_minutes_is_an_annex(
    workspace: Workspace, world: World, record: UUID
) -> None:
    annexes = look(workspace, world)[CheckKey.ANNEXES].total
    write(workspace, record, f"The programme appears in Annex {annexes + 1}.")
    assert look(workspace, world)[CheckKey.ANNEXES].outcome is Outcome.FAILED
    with workspace.write("Attach a file") as work:
        file = work.add(
            Attachment(sha256="0" * 64, size=1, media_type="text/plain", file_name="a.txt")
        )
        work.flush()
        work.add(AttachmentLink(attachment_id=file.id, minutes_id=record))
        work.commit()
    found = look(workspace, world)[CheckKey.ANNEXES]
    assert (found.outcome, found.total) == (Outcome.PASSED, annexes + 1)


def test_paragraphs_not_confirmed_as_having_happened_are_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    draft = a_paragraph(record, "Drafted beforehand.", confirmed=False)
    key = key_of(minutes.write_paragraph(workspace, draft))
    found = look(workspace, world)[CheckKey.CONFIRMED]
    assert problems(found) == [(Problem.NOT_CONFIRMED, "3")]
    assert (found.findings[0].subject, found.total) == (key, 3)


def speak(workspace: Workspace, world: World, *languages: str) -> None:
    with workspace.write("Agree on languages") as work:
        work.get(Meeting, world.meeting).languages = list(languages)
        work.commit()


def test_a_language_in_which_a_paragraph_is_not_written_is_found(
    workspace: Workspace, world: World, record: UUID
) -> None:
    speak(workspace, world, "en", "mn")
    found = look(workspace, world)[CheckKey.LANGUAGES]
    assert problems(found) == [
        (Problem.NOT_TRANSLATED, "Both sides agreed."),
        (Problem.NOT_TRANSLATED, "Both sides met."),
    ]
    assert ({finding.meant for finding in found.findings}, found.total) == ({"mn"}, 2)
    with workspace.read() as reader:
        paragraphs = reader.find(MinutesParagraph, minutes_id=record)
    for paragraph in paragraphs:
        texts = paragraph.texts | {"mn-Cyrl": "Талууд тохиролцов."}
        minutes.rewrite_paragraph(workspace, paragraph_id=paragraph.id, texts=texts)
    assert look(workspace, world)[CheckKey.LANGUAGES].outcome is Outcome.PASSED


def test_of_a_list_of_participants_only_its_own_language_matters(
    workspace: Workspace, world: World, record: UUID
) -> None:
    speak(workspace, world, "en", "mn", "ko")
    found = look(workspace, world, kind=DocumentKind.PARTICIPANTS)[CheckKey.LANGUAGES]
    assert (found.outcome, found.total) == (Outcome.PASSED, 1)


def test_minutes_that_are_not_there_cannot_be_checked(workspace: Workspace, world: World) -> None:
    with pytest.raises(NoMinutes):
        look(workspace, world)


def test_the_sample_is_told_what_it_lacks(sample_path: Path) -> None:
    with Workspace.open(
        sample_path, clock=FixedClock(NOW), actor="Bat", read_only=True
    ) as workspace:
        with workspace.read() as reader:
            meeting = reader.first(Meeting, code="JWG-1")
            assert meeting is not None
            korea = reader.first(Party, code="KR")
            assert korea is not None
            taken = reader.find(Decision, meeting_id=meeting.id)
        found = checks.check(workspace, meeting_id=meeting.id, kind=MINUTES, original_of=korea.id)
    by_key = {check.key: check for check in found}
    assert by_key[CheckKey.NAMES].outcome is Outcome.PASSED
    assert by_key[CheckKey.PARTY_ORDER].first == "Republic of Korea"
    assert by_key[CheckKey.DECISIONS].total == len(taken) > 0
    assert by_key[CheckKey.FACTS].outcome is Outcome.FAILED


def test_what_keeps_a_document_from_being_issued_is_told_of_every_record(
    workspace: Workspace, world: World, record: UUID
) -> None:
    minutes_wanted = Wanted(kind=MINUTES, meeting_id=world.meeting, original_of=world.mongolia)
    found = checks.look_through(workspace, minutes_wanted)
    assert [check.key for check in found] == list(CheckKey)
    assert found == tuple(look(workspace, world).values())

    decision = take_decision(workspace, world.body, meeting_id=world.meeting)
    wanted = Wanted(kind=DocumentKind.DECISION, decision_id=decision)
    (facts,) = checks.look_through(workspace, wanted)
    assert (facts.key, facts.outcome) == (CheckKey.FACTS, Outcome.FAILED)
