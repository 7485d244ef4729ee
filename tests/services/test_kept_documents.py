"""What was issued and saved is listed with how its file stands, and can be had again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.documents.kinds import DocumentKind
from app.documents.optional_sections import OptionalSection
from app.domain.delegation import DelegateRole
from app.domain.issued import IssuedDocument
from app.services import issuing, kept_documents, returned_copies, rules
from app.services.attachments import hash_of
from app.services.issuing import Wanted
from app.services.kept_choices import choices_of, wanted_again
from app.services.kept_documents import KeptState
from app.store.workspace import Workspace
from tests.builders import World, adopt_rules, an_article, seat_person, take_decision


@pytest.fixture
def wanted(workspace: Workspace, world: World) -> Wanted:
    for delegation, name in (
        (world.korean_delegation, "Kim Seo-yeon"),
        (world.mongolian_delegation, "Bold Ganbaatar"),
    ):
        posts = {"en": "Director-General"}
        seat_person(workspace, delegation, name, role=DelegateRole.HEAD, printed_posts=posts)
    return Wanted(kind=DocumentKind.PARTICIPANTS, meeting_id=world.meeting)


def states(workspace: Workspace, world: World) -> list[KeptState]:
    found = kept_documents.list_for_meeting(workspace, meeting_id=world.meeting)
    return [kept.state for kept in found]


def test_every_state_of_a_file_is_told(
    workspace: Workspace, world: World, wanted: Wanted, tmp_path: Path
) -> None:
    names = ("kept", "changed", "missing", "came-back")
    saved = {
        name: issuing.save(workspace, wanted, path=tmp_path / f"{name}.docx") for name in names
    }
    saved["changed"].path.write_bytes(saved["changed"].path.read_bytes() + b" ")
    saved["missing"].path.unlink()
    returned_copies.take_back(
        workspace, document_id=saved["came-back"].document_id, path=saved["kept"].path
    )
    issuing.issue(workspace, wanted)

    found = kept_documents.list_for_meeting(workspace, meeting_id=world.meeting)

    assert {Path(kept.row.file_name).stem: kept.state for kept in found} == {
        "kept": KeptState.AS_KEPT,
        "changed": KeptState.CHANGED,
        "missing": KeptState.MISSING,
        "came-back": KeptState.CAME_BACK,
        "List of participants - JWG-1": KeptState.NOT_WRITTEN,
    }
    assert {kept.path is None for kept in found} == {True, False}


def test_a_file_that_cannot_be_read_is_said_to_be_so(
    workspace: Workspace, world: World, wanted: Wanted, tmp_path: Path
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    issuing.save(workspace, wanted, path=folder / "a.docx")
    (folder / "a.docx").unlink()
    (folder / "a.docx").mkdir()

    assert states(workspace, world) == [KeptState.UNREADABLE]


def test_documents_are_listed_with_what_they_are_made_of(
    workspace: Workspace, world: World, wanted: Wanted, tmp_path: Path
) -> None:
    decision = take_decision(workspace, world.body, meeting_id=world.meeting)
    document_id = adopt_rules(workspace, world.body, an_article(1))
    (version,) = rules.list_versions(workspace, document_id=document_id)
    for place, made in enumerate(
        (
            wanted,
            Wanted(kind=DocumentKind.DECISION, decision_id=decision),
            Wanted(kind=DocumentKind.RULES, rule_version_id=version.id),
            Wanted(kind=DocumentKind.DECISION_REGISTER, body_id=world.body),
        )
    ):
        issuing.save(workspace, made, path=tmp_path / f"{place}.docx")

    lists = (
        kept_documents.list_for_meeting(workspace, meeting_id=world.meeting),
        kept_documents.list_for_decision(workspace, decision_id=decision),
        kept_documents.list_for_rules(workspace, document_id=document_id),
        kept_documents.list_for_body(workspace, body_id=world.body),
    )

    assert [[kept.row.kind for kept in found] for found in lists] == [
        ["participants"],
        ["decision"],
        ["rules"],
        ["decision-register"],
    ]


def test_the_stored_copy_is_put_where_nobody_works_on_it_by_mistake(
    workspace: Workspace, wanted: Wanted
) -> None:
    issuing.issue(workspace, wanted)
    with workspace.read() as reader:
        (record,) = reader.find(IssuedDocument)

    first = kept_documents.put_out(workspace, document_id=record.id)
    second = kept_documents.put_out(workspace, document_id=record.id)

    assert first.name == second.name == record.file_name
    assert first != second
    assert hash_of(first.read_bytes()) == record.sha256
    assert not first.stat().st_mode & 0o222


CHOICES = [
    {},
    {"omitted": frozenset({OptionalSection.ACTIONS, OptionalSection.NEXT_MEETING})},
    {"for_circulation": False},
    {"for_circulation": True, "beside": "ko"},
    {"on": date(2026, 1, 31)},
]


@pytest.mark.parametrize("chosen", CHOICES, ids=lambda chosen: ", ".join(chosen) or "the usual")
def test_how_a_document_was_wanted_is_kept_with_it(
    workspace: Workspace, wanted: Wanted, tmp_path: Path, chosen: dict[str, object]
) -> None:
    asked = replace(wanted, **chosen)
    issuing.save(workspace, asked, path=tmp_path / "a.docx")

    with workspace.read() as reader:
        (record,) = reader.find(IssuedDocument)
        assert wanted_again(record) == asked
    assert bool(choices_of(asked)) == bool(chosen)


def test_a_draft_that_is_saved_again_keeps_the_last_choices(
    workspace: Workspace, wanted: Wanted, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    issuing.save(workspace, replace(wanted, for_circulation=True), path=path)
    issuing.save(workspace, wanted, path=path)

    with workspace.read() as reader:
        (record,) = reader.find(IssuedDocument)
        assert wanted_again(record) == wanted


def test_a_document_of_a_body_is_made_of_it_again(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    take_decision(workspace, world.body, meeting_id=world.meeting)
    asked = Wanted(kind=DocumentKind.DECISION_REGISTER, body_id=world.body)
    issuing.save(workspace, asked, path=tmp_path / "a.docx")

    with workspace.read() as reader:
        (record,) = reader.find(IssuedDocument)
        assert wanted_again(record) == asked


def test_sections_of_a_later_version_are_passed_over(
    workspace: Workspace, wanted: Wanted, tmp_path: Path
) -> None:
    issuing.save(workspace, wanted, path=tmp_path / "a.docx")
    with workspace.write("Choose otherwise") as work:
        (record,) = work.find(IssuedDocument)
        record.choices = {"omitted": "actions of-the-future"}
        again = wanted_again(record)

    assert again.omitted == {OptionalSection.ACTIONS}
