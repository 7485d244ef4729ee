import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import docx
import pytest

from app.clock import FixedClock
from app.domain.errors import Misfortune, NotFound
from app.domain.identity import new_id
from app.domain.meeting import Meeting
from app.domain.minutes import MinutesStatus
from app.services import bodies, documents, meetings, parties, rules
from app.services.documents import (
    DocumentKind,
    FileNotWritten,
    NoOriginalFor,
    NoTextOf,
)
from app.services.facts.meetings import NoBody
from app.services.facts.minutes import NoMinutes
from app.services.facts.rules import TextNotHeld
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange
from tests.builders import (
    AUTHENTIC_ENGLISH,
    World,
    a_body,
    a_held_meeting,
    a_meeting,
    a_party,
    a_rule_document,
    adopt_rules,
    an_article,
    key_of,
    open_minutes,
    seat_person,
    take_minutes_to,
)
from tests.closed_folder import closed
from tests.services.conftest import NOW

FIRST = "JWG-1"
FIRST_KINDS = (
    DocumentKind.AGREED_MINUTES,
    DocumentKind.PARTICIPANTS,
    DocumentKind.AGENDA,
    DocumentKind.RULES,
)


@pytest.fixture(scope="module")
def sample(sample_path: Path) -> Iterator[Workspace]:
    with Workspace.open(sample_path, clock=FixedClock(NOW), actor="Bat", read_only=True) as opened:
        yield opened


@pytest.fixture
def first_meeting(sample: Workspace) -> UUID:
    key = meetings.find_by_code(sample, code=FIRST)
    assert key is not None
    return key


def party(workspace: Workspace, code: str) -> UUID:
    key = parties.find_by_code(workspace, code=code)
    assert key is not None
    return key


def words(path: Path) -> str:
    """Every word of a Word file's body, tables included."""
    texts = docx.Document(str(path)).element.body.itertext()
    return " ".join(texts)


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("agreed-minutes", "Agreed minutes - JWG-1 (draft).docx", "Batkhishig Purevdoo"),
        ("participants", "List of participants - JWG-1.docx", "Energy Regulatory Commission"),
        ("agenda", "Agenda - JWG-1", "landfill"),
        ("rules", "Rules - JWG-KM-ILLUSTRATIVE version 2.0.docx", "Article 12"),
    ],
)
def test_each_kind_of_document_is_saved_for_the_first_meeting(
    sample: Workspace, first_meeting: UUID, tmp_path: Path, kind: str, name: str, said: str
) -> None:
    path = documents.save_as_word(
        sample, meeting_id=first_meeting, kind=DocumentKind(kind), folder_or_path=tmp_path
    )
    assert path.parent == tmp_path
    assert path.name.startswith(name)
    assert said in words(path)
    with ZipFile(path) as package:
        assert package.testzip() is None


def test_all_documents_of_a_meeting_are_saved_with_an_original_for_each_side(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    made = documents.save_all(sample, meeting_id=first_meeting, folder=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in made)
    minutes_first = [path.name for path in made if path.name.startswith("Agreed minutes")]
    assert minutes_first == [
        "Agreed minutes - JWG-1 - MN original (draft).docx",
        "Agreed minutes - JWG-1 - KR original (draft).docx",
    ]
    assert {path.name.partition(" - ")[0] for path in made} >= {
        "Agreed minutes",
        "List of participants",
        "Agenda",
        "Rules",
    }


@pytest.mark.parametrize(("code", "other"), [("KR", "MN"), ("MN", "KR")])
def test_an_original_names_its_own_side_first(
    sample: Workspace, first_meeting: UUID, tmp_path: Path, code: str, other: str
) -> None:
    sides = {"KR": "Korean", "MN": "Mongolian"}
    path = documents.save_as_word(
        sample,
        meeting_id=first_meeting,
        kind=DocumentKind.AGREED_MINUTES,
        original_of=party(sample, code),
        folder_or_path=tmp_path,
    )
    text = words(path)
    signed = text.rpartition("Done in")[2]
    assert signed.index(f"For the {sides[code]} side") < signed.index(
        f"For the {sides[other]} side"
    )


def test_an_original_for_a_party_without_a_seat_is_refused(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    with pytest.raises(NoOriginalFor, match="There is no original for JP") as caught:
        documents.save_as_word(
            sample,
            meeting_id=first_meeting,
            kind=DocumentKind.AGREED_MINUTES,
            original_of=party(sample, "JP"),
            folder_or_path=tmp_path,
        )
    assert "KR" in caught.value.remedy
    assert "MN" in caught.value.remedy
    with pytest.raises(NotFound, match="There is no party"):
        documents.compose_for_meeting(
            sample,
            meeting_id=first_meeting,
            kind=DocumentKind.AGREED_MINUTES,
            original_of=new_id(),
        )
    assert list(tmp_path.iterdir()) == []


def test_into_a_folder_a_file_is_saved_under_a_name_that_is_free(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    saved = []
    for content in (b"", b"1", b"2"):
        path = documents.save_as_word(
            sample,
            meeting_id=first_meeting,
            kind=DocumentKind.PARTICIPANTS,
            folder_or_path=tmp_path,
        )
        saved.append(path.name)
        path.write_bytes(content)  # what somebody did with it afterwards
    assert saved == [
        "List of participants - JWG-1.docx",
        "List of participants - JWG-1 (2).docx",
        "List of participants - JWG-1 (3).docx",
    ]
    kept = [(tmp_path / name).read_bytes() for name in saved]
    assert kept == [b"", b"1", b"2"]


def test_a_path_that_the_user_chose_is_replaced_in_one_step(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    chosen = tmp_path / "new folder" / "Жагсаалт.docx"
    for _time in range(2):
        path = documents.save_as_word(
            sample,
            meeting_id=first_meeting,
            kind=DocumentKind.PARTICIPANTS,
            folder_or_path=chosen,
        )
        assert path == chosen
    assert [path.name for path in chosen.parent.iterdir()] == ["Жагсаалт.docx"]
    assert "Cho Gye-yeon" in words(chosen)


@pytest.mark.skipif(os.name == "nt", reason="modes of files do not tell there")
def test_a_saved_file_can_be_read_by_colleagues(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    path = documents.save_as_word(
        sample, meeting_id=first_meeting, kind=DocumentKind.AGENDA, folder_or_path=tmp_path
    )
    neighbour = tmp_path / "neighbour"
    neighbour.touch()
    assert path.stat().st_mode == neighbour.stat().st_mode


def test_the_same_records_make_the_same_bytes(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    one, other = (
        documents.save_as_word(
            sample,
            meeting_id=first_meeting,
            kind=DocumentKind.AGREED_MINUTES,
            folder_or_path=tmp_path,
        )
        for _time in range(2)
    )
    assert one != other
    assert one.read_bytes() == other.read_bytes()


def test_a_folder_that_may_not_be_written_is_named_and_nothing_is_left(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    with closed(tmp_path), pytest.raises(FileNotWritten) as caught:
        documents.save_as_word(
            sample,
            meeting_id=first_meeting,
            kind=DocumentKind.PARTICIPANTS,
            folder_or_path=tmp_path,
        )
    assert caught.value.path == tmp_path / "List of participants - JWG-1.docx"
    assert "“List of participants - JWG-1.docx” could not be written" in caught.value.sentence
    assert "Permission denied" in caught.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_path_below_a_file_is_refused(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    (tmp_path / "letter").write_text("Dear colleagues")
    with pytest.raises(FileNotWritten, match=r"“minutes\.docx” could not be written"):
        documents.save_as_word(
            sample,
            meeting_id=first_meeting,
            kind=DocumentKind.AGENDA,
            folder_or_path=tmp_path / "letter" / "minutes.docx",
        )
    assert [path.name for path in tmp_path.iterdir()] == ["letter"]


def test_a_disk_that_fills_up_leaves_no_half_a_file(
    sample: Workspace, first_meeting: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "Agenda.docx"
    chosen.write_bytes(b"the last good one")

    def no_room(_descriptor: int, _mode: str) -> object:
        class Full(BytesIO):
            def write(self, _content: object) -> int:
                raise OSError(28, "No space left on device")

        os.close(_descriptor)
        return Full()

    monkeypatch.setattr(os, "fdopen", no_room)
    with pytest.raises(FileNotWritten, match="the disk is full"):
        documents.save_as_word(
            sample, meeting_id=first_meeting, kind=DocumentKind.AGENDA, folder_or_path=chosen
        )
    assert [path.name for path in tmp_path.iterdir()] == ["Agenda.docx"]
    assert chosen.read_bytes() == b"the last good one"


def test_only_what_the_records_are_enough_for_is_offered(
    workspace: Workspace, world: World
) -> None:
    def offered(meeting_id: UUID) -> list[DocumentKind]:
        found = documents.list_kinds(workspace, meeting_id=meeting_id)
        return [kind for kind in found if kind in FIRST_KINDS]

    empty = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, code="JWG-2")))
    assert offered(empty) == []
    assert offered(world.meeting) == [DocumentKind.PARTICIPANTS]
    open_minutes(workspace, world.meeting)
    adopt_rules(workspace, world.body, an_article(1))
    assert offered(world.meeting) == [
        DocumentKind.AGREED_MINUTES,
        DocumentKind.PARTICIPANTS,
        DocumentKind.RULES,
    ]
    assert offered(empty) == [DocumentKind.RULES]


def test_minutes_have_an_original_for_each_delegation_and_other_documents_one(
    workspace: Workspace, world: World
) -> None:
    originals = documents.list_originals(
        workspace, meeting_id=world.meeting, kind=DocumentKind.AGREED_MINUTES
    )
    assert originals == (world.korea, world.mongolia)
    assert documents.list_originals(
        workspace, meeting_id=world.meeting, kind=DocumentKind.AGENDA
    ) == (None,)
    empty = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2)))
    assert documents.list_originals(
        workspace, meeting_id=empty, kind=DocumentKind.AGREED_MINUTES
    ) == (None,)


@pytest.mark.parametrize("kind", sorted(set(FIRST_KINDS) - {DocumentKind.PARTICIPANTS}))
def test_an_event_without_a_body_has_only_its_list_of_participants(
    workspace: Workspace, kind: DocumentKind
) -> None:
    draft = a_held_meeting(None, ordinal=None, code="", titles={"en": "Summit of 2021"})
    key = key_of(meetings.plan(workspace, draft))
    assert documents.list_kinds(workspace, meeting_id=key) == ()
    with pytest.raises(NoBody, match="“Summit of 2021” belongs to no body"):
        documents.compose_for_meeting(workspace, meeting_id=key, kind=kind)


def test_a_document_is_offered_in_the_languages_of_its_templates() -> None:
    assert documents.list_languages_of_kind(kind=DocumentKind.AGREED_MINUTES) == (
        *("en", "ja", "ko", "mn"),
    )
    assert "en" in documents.list_languages_of_kind(kind=DocumentKind.BADGES)


def test_minutes_that_are_not_drafted_cannot_be_saved(workspace: Workspace, world: World) -> None:
    with pytest.raises(NoMinutes, match="“First meeting” has no minutes yet"):
        documents.compose_for_meeting(
            workspace, meeting_id=world.meeting, kind=DocumentKind.AGREED_MINUTES
        )


def test_rules_of_a_body_without_a_text_cannot_be_saved(workspace: Workspace, world: World) -> None:
    with pytest.raises(NoTextOf, match="holds no adopted text of rules of the Joint Working"):
        documents.compose_for_meeting(workspace, meeting_id=world.meeting, kind=DocumentKind.RULES)
    document_id = key_of(rules.enter_document(workspace, a_rule_document(world.body)))
    rules.draft_version(
        workspace,
        document_id=document_id,
        label="1.0",
        provisions=(an_article(1),),
        statuses=AUTHENTIC_ENGLISH,
    )
    with pytest.raises(NoTextOf):
        documents.compose_for_meeting(workspace, meeting_id=world.meeting, kind=DocumentKind.RULES)


def test_a_document_of_an_unknown_meeting_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="There is no meeting"):
        documents.compose_for_meeting(workspace, meeting_id=new_id(), kind=DocumentKind.AGENDA)


def test_a_language_without_a_template_is_refused_by_name(
    sample: Workspace, first_meeting: UUID
) -> None:
    with pytest.raises(Misfortune, match="fr"):
        documents.compose_for_meeting(
            sample, meeting_id=first_meeting, kind=DocumentKind.AGENDA, language="fr"
        )


def test_minutes_are_a_draft_until_they_are_approved_and_whole(
    workspace: Workspace, world: World
) -> None:
    key = open_minutes(workspace, world.meeting, "Both sides agreed.")
    take_minutes_to(workspace, key, MinutesStatus.APPROVED)
    made = documents.compose_for_meeting(
        workspace, meeting_id=world.meeting, kind=DocumentKind.AGREED_MINUTES
    )
    # No head of delegation is known, so whatever was approved is not what could be signed.
    assert made.document.draft
    assert made.file_name == "Agreed minutes - JWG-1 (draft).docx"


def test_participants_are_final_once_the_meeting_was_held_and_the_heads_are_known(
    workspace: Workspace, world: World
) -> None:
    def name_of_file(meeting_id: UUID) -> str:
        made = documents.compose_for_meeting(
            workspace, meeting_id=meeting_id, kind=DocumentKind.PARTICIPANTS
        )
        assert made.document.draft == ("(draft)" in made.file_name)
        return made.file_name

    draft = a_meeting(world.body, ordinal=2, code="JWG-2")
    planned = key_of(meetings.plan(workspace, draft))
    assert name_of_file(planned) == "List of participants - JWG-2 (draft).docx"
    assert name_of_file(world.meeting) == "List of participants - JWG-1 (draft).docx"
    for delegation in (world.korean_delegation, world.mongolian_delegation):
        posts = {"en": "Director"}
        seat_person(workspace, delegation, "Head", role="head", printed_posts=posts)
        seat_person(workspace, delegation, "Member", printed_posts=posts)
    assert name_of_file(world.meeting) == "List of participants - JWG-1.docx"


def test_a_version_of_rules_is_chosen_by_its_number(workspace: Workspace, world: World) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1, "Old text."))
    change = ProvisionChange(ChangeKind.REPLACE, "art_1", texts={"en": "New text."})
    rules.draft_changes(
        workspace,
        document_id=document_id,
        label="2.0",
        changes=(change,),
        statuses=AUTHENTIC_ENGLISH,
    )
    first = documents.compose_rules(workspace, document_id=document_id, number=1)
    second = documents.compose_rules(workspace, document_id=document_id, number=2)
    assert (first.document.draft, second.document.draft) == (False, True)
    assert first.file_name.endswith("JWG-RULES version 1.0.docx")
    assert second.file_name.endswith("JWG-RULES version 2.0 (draft).docx")
    with pytest.raises(Misfortune, match="have no version 3") as caught:
        documents.compose_rules(workspace, document_id=document_id, number=3)
    assert "2 version(s)" in caught.value.remedy


def test_by_default_the_latest_adopted_version_of_rules_is_made(
    workspace: Workspace, world: World
) -> None:
    document_id = adopt_rules(workspace, world.body, an_article(1))
    change = ProvisionChange(ChangeKind.REPLACE, "art_1", texts={"en": "New text."})
    rules.draft_changes(
        workspace,
        document_id=document_id,
        label="2.0",
        changes=(change,),
        statuses=AUTHENTIC_ENGLISH,
    )
    made = documents.compose_rules(workspace, document_id=document_id)
    assert made.file_name.endswith("JWG-RULES version 1.0.docx")


def test_rules_whose_text_is_not_held_say_so(sample: Workspace, tmp_path: Path) -> None:
    document_id = rules.find_by_code(sample, code="JWG-KM-RULES")
    assert document_id is not None
    with pytest.raises(TextNotHeld, match="does not hold the text of “Detailed rules"):
        documents.compose_rules(sample, document_id=document_id)
    assert list(tmp_path.glob("*.docx")) == []


@pytest.mark.parametrize(
    ("code", "title", "name"),
    [
        ("A/B:C*?", "", "List of participants - A-B-C-- (draft).docx"),
        ("", "Хурал <1>", "List of participants - Хурал -1- (draft).docx"),
        ("", "", "List of participants (draft).docx"),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(
    workspace: Workspace, world: World, code: str, title: str, name: str
) -> None:
    draft = a_held_meeting(world.body, ordinal=2, code=code, titles={"en": title})
    key = key_of(meetings.plan(workspace, draft))
    made = documents.compose_for_meeting(workspace, meeting_id=key, kind=DocumentKind.PARTICIPANTS)
    assert made.file_name == name


def test_a_long_korean_title_does_not_make_too_long_a_name(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    draft = a_held_meeting(world.body, ordinal=2, code="", titles={"ko": "기후변화 " * 60})
    key = key_of(meetings.plan(workspace, draft))
    for _time in range(2):
        path = documents.save_as_word(
            workspace, meeting_id=key, kind=DocumentKind.PARTICIPANTS, folder_or_path=tmp_path
        )
        assert path.exists()
        assert len(path.name.encode()) < 255
        assert path.suffix == ".docx"


def test_a_party_that_left_the_body_is_not_in_its_minutes(workspace: Workspace) -> None:
    body_id = key_of(bodies.establish(workspace, a_body(code="THREE")))
    for code, over in (("KR", None), ("JP", "2003"), ("MN", None)):
        names = {"en": f"State {code}"}
        party_id = key_of(parties.register(workspace, a_party(code=code, names=names)))
        bodies.seat_party(workspace, body_id=body_id, party_id=party_id, valid_to=over)
    key = key_of(meetings.plan(workspace, a_held_meeting(body_id)))
    path = documents.save_as_word(
        workspace,
        meeting_id=key,
        kind=DocumentKind.PARTICIPANTS,
        folder_or_path=workspace.path.parent / "List.docx",
    )
    assert "State KR" in words(path)
    assert "State JP" not in words(path)


def test_a_reconstructed_record_says_from_what(
    sample: Workspace, first_meeting: UUID, tmp_path: Path
) -> None:
    path = documents.save_as_word(
        sample,
        meeting_id=first_meeting,
        kind=DocumentKind.AGREED_MINUTES,
        folder_or_path=tmp_path,
    )
    text = words(path).lower()
    assert "reconstructed" in text
    assert "press release" in text
    with sample.read() as reader:
        assert reader.get(Meeting, first_meeting).provenance_note
    shutil.rmtree(tmp_path)
