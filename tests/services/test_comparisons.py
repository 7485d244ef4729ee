"""What was sent is put beside what came of it, what would be made now, and another version."""

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest

from app.documents.gate import WordFileRefused
from app.documents.kinds import DocumentKind
from app.documents.optional_sections import OptionalSection
from app.documents.word.revisions import accept_all, list_revisions, reject_all
from app.documents.word.words import read_words
from app.domain.delegation import DelegateRole
from app.services import comparisons, disk, issuing, returned_copies
from app.services.comparisons import FileAndNow, StoredAndFile, StoredAndNow, TwoVersions
from app.services.disk import FileNotRead
from app.services.issuing import SavedFile, Wanted
from app.services.rule_documents import NoSuchVersion
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange
from tests.builders import (
    World,
    a_numbered_paragraph,
    adopt_changes,
    adopt_rules,
    an_article,
    seat_person,
)
from tests.services.conftest import NOW

POSTS = {"en": "Director-General"}


@pytest.fixture
def wanted(workspace: Workspace, world: World) -> Wanted:
    for delegation, name in (
        (world.korean_delegation, "Kim Seo-yeon"),
        (world.mongolian_delegation, "Bold Ganbaatar"),
    ):
        role: dict[str, Any] = {"role": DelegateRole.HEAD, "printed_posts": POSTS}
        seat_person(workspace, delegation, name, **role)
    return Wanted(kind=DocumentKind.PARTICIPANTS, meeting_id=world.meeting)


@pytest.fixture
def saved(workspace: Workspace, wanted: Wanted, tmp_path: Path) -> SavedFile:
    return issuing.save(workspace, wanted, path=tmp_path / "sent.docx")


def edit(path: Path, before: str, after: str) -> None:
    """Change a word of a Word file as a person does."""
    copy = path.with_suffix(".copy")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            target.writestr(name, content)
    copy.replace(path)


def told(shown: comparisons.ShownComparison) -> list[tuple[str, str, str]]:
    return [(change.outcome, change.removed, change.added) for change in shown.changes]


def key(saved: SavedFile) -> Any:
    return saved.document_id


def test_what_a_person_changed_by_hand_is_shown(workspace: Workspace, saved: SavedFile) -> None:
    edit(saved.path, "Kim Seo-yeon", "Kim Seo-yeong")

    shown = comparisons.show(workspace, StoredAndFile(document_id=key(saved)), scale=0.8)

    assert told(shown) == [("changed", "yeon", "yeong")]
    assert "text-decoration:line-through" in shown.html
    assert shown.file_name == "sent - changed by hand.docx"
    assert shown.width == round(794 * 0.8)


def test_a_file_that_nobody_changed_shows_no_change(workspace: Workspace, saved: SavedFile) -> None:
    assert comparisons.show(workspace, StoredAndFile(document_id=key(saved))).changes == ()


def test_a_copy_that_came_back_is_compared_before_the_file_on_the_disk(
    workspace: Workspace, saved: SavedFile, tmp_path: Path
) -> None:
    back = tmp_path / "back.docx"
    back.write_bytes(saved.path.read_bytes())
    edit(back, "Bold Ganbaatar", "Bold Gantulga")
    returned_copies.take_back(workspace, document_id=key(saved), path=back)

    shown = comparisons.show(workspace, StoredAndFile(document_id=key(saved)))
    assert told(shown) == [("changed", "Ganbaatar", "Gantulga")]

    on_disk = StoredAndFile(document_id=key(saved), path=saved.path)
    assert comparisons.show(workspace, on_disk).changes == ()


def test_what_would_be_otherwise_now_is_shown(
    workspace: Workspace, world: World, saved: SavedFile
) -> None:
    seat_person(workspace, world.korean_delegation, "Lee Min-ho", printed_posts=POSTS)

    shown = comparisons.show(workspace, StoredAndNow(document_id=key(saved)))

    assert [outcome for outcome, *_ in told(shown)] == ["changed"]
    assert "Lee Min-ho" in shown.changes[0].added
    assert shown.file_name == "sent - changes since.docx"


def test_a_document_is_made_again_as_it_was_wanted(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    """What was left out of it is no change, though it would be there in the usual document."""
    rules = adopt_rules(workspace, world.body, an_article(1), an_article(2))
    bare = Wanted(
        kind=DocumentKind.RULES,
        rule_version_id=_version(workspace, rules),
        omitted=frozenset({OptionalSection.HISTORY}),
        on=date(2025, 6, 1),
    )
    saved = issuing.save(workspace, bare, path=tmp_path)

    shown = comparisons.show(workspace, StoredAndNow(document_id=key(saved)))

    assert shown.changes == ()
    usual = comparisons.show(
        workspace,
        FileAndNow(
            path=saved.path,
            wanted=Wanted(kind=DocumentKind.RULES, rule_version_id=bare.rule_version_id),
        ),
    )
    assert usual.changes != ()


def test_a_file_in_the_way_is_compared_with_what_would_be_written_over_it(
    workspace: Workspace, wanted: Wanted, saved: SavedFile
) -> None:
    edit(saved.path, "Kim Seo-yeon", "Kim Seo-yeong")

    shown = comparisons.show(workspace, FileAndNow(path=saved.path, wanted=wanted))

    assert told(shown) == [("changed", "yeong", "yeon")]


@pytest.mark.parametrize("by_hand", [True, False], ids=["by hand", "since"])
def test_a_comparison_is_saved_as_word_with_tracked_changes(
    workspace: Workspace, world: World, saved: SavedFile, tmp_path: Path, *, by_hand: bool
) -> None:
    before = read_words(saved.path.read_bytes(), name="sent")
    if by_hand:
        edit(saved.path, "Kim Seo-yeon", "Kim Seo-yeong")
        compared: Any = StoredAndFile(document_id=key(saved))
        after = "Kim Seo-yeong"
    else:
        seat_person(workspace, world.korean_delegation, "Lee Min-ho", printed_posts=POSTS)
        compared, after = StoredAndNow(document_id=key(saved)), "Lee Min-ho"
    folder = tmp_path / "out"
    folder.mkdir()

    path = comparisons.save_as_word(workspace, compared, folder_or_path=folder)

    content = path.read_bytes()
    assert {revision.author for revision in list_revisions(content)} == {
        "Changed by hand" if by_hand else "Bat"
    }
    assert after in " ".join(read_words(accept_all(content), name="new"))
    assert read_words(reject_all(content), name="old") == before
    assert docx.Document(str(path)).paragraphs


def test_two_versions_of_rules_are_compared_provision_by_provision(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    rules = adopt_rules(
        workspace,
        world.body,
        an_article(1, "", a_numbered_paragraph(1, 1, "It meets once a year.")),
        an_article(2),
    )
    adopt_changes(
        workspace,
        world.body,
        rules,
        ProvisionChange(
            ChangeKind.REPLACE, "art_1__para_1", texts={"en": "It meets twice a year."}
        ),
    )
    compared = TwoVersions(document_id=rules, older=1, newer=2)

    shown = comparisons.show(workspace, compared)

    changed = [change for change in shown.changes if change.where]
    assert [(change.where, change.removed, change.added) for change in changed] == [
        ("Article 1(1)", "once", "twice")
    ]
    assert shown.file_name == "Rules - JWG-RULES - 1.0 to 2.0 - changes.docx"
    content = comparisons.save_as_word(workspace, compared, folder_or_path=tmp_path).read_bytes()
    (author,) = {revision.author for revision in list_revisions(content)}
    assert author.removeprefix("Decision ") == f"{rules}/D2"


def test_a_version_that_there_is_not_is_not_compared(workspace: Workspace, world: World) -> None:
    rules = adopt_rules(workspace, world.body, an_article(1))

    with pytest.raises(NoSuchVersion):
        comparisons.show(workspace, TwoVersions(document_id=rules, older=1, newer=7))


def test_a_file_that_is_gone_or_no_word_file_is_named(
    workspace: Workspace, saved: SavedFile
) -> None:
    saved.path.write_bytes(b"no Word file")
    with pytest.raises(WordFileRefused, match=r"sent\.docx"):
        comparisons.show(workspace, StoredAndFile(document_id=key(saved)))

    saved.path.unlink()
    with pytest.raises(FileNotRead, match=r"sent\.docx"):
        comparisons.show(workspace, StoredAndFile(document_id=key(saved)))


def test_the_day_of_a_change_by_hand_is_that_of_the_file(
    workspace: Workspace, saved: SavedFile, tmp_path: Path
) -> None:
    edit(saved.path, "Kim Seo-yeon", "Kim Seo-yeong")
    content = comparisons.save_as_word(
        workspace, StoredAndFile(document_id=key(saved)), folder_or_path=tmp_path / "c.docx"
    ).read_bytes()

    changed = datetime.fromtimestamp(int(saved.path.stat().st_mtime), UTC)
    assert {revision.at for revision in list_revisions(content)} == {changed}
    assert changed != NOW


def test_comparing_keeps_nothing_in_the_workspace(
    workspace: Workspace, saved: SavedFile, tmp_path: Path
) -> None:
    before = disk.read_file(workspace.path)

    comparisons.show(workspace, StoredAndNow(document_id=key(saved)))
    comparisons.save_as_word(
        workspace, StoredAndNow(document_id=key(saved)), folder_or_path=tmp_path / "c.docx"
    )

    assert disk.read_file(workspace.path) == before


def _version(workspace: Workspace, document_id: Any) -> Any:
    from app.services import rules

    return rules.list_versions(workspace, document_id=document_id)[-1].id
