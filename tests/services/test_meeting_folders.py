from datetime import date
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.attachment import AttachmentLink
from app.domain.errors import Misfortune
from app.domain.minutes import Minutes, MinutesStatus
from app.domain.paper import Confidentiality, Distribution, Paper, PaperStatus
from app.services import agenda, attachments, meeting_folders, meetings, paper_files, papers
from app.services.meeting_folders import Cancelled, LeftOutReason, PlanChanged
from app.services.papers import PaperDraft
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, an_agenda_item, key_of, open_minutes, seat_person

D = Distribution
R = LeftOutReason


def add(
    workspace: Workspace,
    world: World,
    tmp_path: Path,
    symbol: str,
    *,
    content: bytes = b"",
    name: str = "note.pdf",
    meeting_id: UUID | None = None,
    **fields: object,
) -> UUID:
    path = tmp_path / name
    path.write_bytes(content or symbol.encode())
    draft = PaperDraft(
        path=path, symbol=symbol, **({"titles": {"en": f"Title of {symbol}"}} | fields)
    )
    papers.add_from_files(workspace, meeting_id=meeting_id or world.meeting, drafts=(draft,))
    with workspace.read() as reader:
        found = reader.first(Paper, symbol=symbol)
        assert found is not None
        return found.id


@pytest.fixture
def meeting(workspace: Workspace, world: World, tmp_path: Path) -> World:
    """A meeting with an agenda, delegates, minutes and a paper of every kind."""
    agenda.add_item(workspace, an_agenda_item(world.meeting))
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    open_minutes(workspace, world.meeting)
    for symbol, fields in {
        "P/1": {},
        "P/2": {"distribution": D.PUBLIC},
        "P/3": {"distribution": D.ONE_SIDE},
        "P/4": {"confidentiality": Confidentiality.CONFIDENTIAL, "distribution": D.PUBLIC},
        "P/5": {"distribution": D.PUBLIC},
    }.items():
        add(workspace, world, tmp_path, symbol, **fields)
    with workspace.write("Withdraw") as work:
        paper = work.first(Paper, symbol="P/5")
        assert paper is not None
        paper.status = PaperStatus.WITHDRAWN
        work.commit()
    return world


def plan(workspace: Workspace, world: World, scope: Distribution) -> meeting_folders.FolderPlan:
    return meeting_folders.plan(workspace, meeting_id=world.meeting, scope=scope)


def symbols(found: meeting_folders.FolderPlan) -> list[str]:
    return [entry.symbol for entry in found.entries if entry.symbol]


def documents(found: meeting_folders.FolderPlan) -> list[str]:
    return [str(entry.document) for entry in found.entries if entry.document]


def test_for_our_side_everything_goes_in_but_what_was_withdrawn(
    workspace: Workspace, meeting: World
) -> None:
    found = plan(workspace, meeting, D.ONE_SIDE)
    assert symbols(found) == ["P/1", "P/2", "P/3", "P/4"]
    assert documents(found) == ["agenda", "participants", "agreed-minutes", "run-sheet"]
    assert [(left.symbol, left.reason) for left in found.left_out] == [("P/5", R.WITHDRAWN)]
    assert [entry.symbol for entry in found.entries if entry.is_confidential] == ["P/4"]


def test_for_both_sides_nothing_goes_in_that_is_ours_or_confidential(
    workspace: Workspace, meeting: World
) -> None:
    found = plan(workspace, meeting, D.BOTH_SIDES)
    assert symbols(found) == ["P/1", "P/2"]
    assert documents(found) == ["agenda", "participants", "agreed-minutes"]
    assert [(left.symbol or left.document, left.reason) for left in found.left_out] == [
        ("run-sheet", R.OUR_SIDE),
        ("P/3", R.OUR_SIDE),
        ("P/4", R.CONFIDENTIAL),
        ("P/5", R.WITHDRAWN),
    ]


def test_for_the_public_only_what_is_public_goes_in(workspace: Workspace, meeting: World) -> None:
    found = plan(workspace, meeting, D.PUBLIC)
    assert symbols(found) == ["P/2"]
    assert documents(found) == ["agenda"]
    reasons = {left.symbol or str(left.document): left.reason for left in found.left_out}
    assert reasons["P/1"] is R.NOT_PUBLIC
    assert reasons["P/4"] is R.CONFIDENTIAL
    assert reasons["agreed-minutes"] is R.NOT_PUBLISHED
    assert reasons["participants"] is R.NOT_PUBLIC


def test_minutes_are_for_the_public_once_they_are_published(
    workspace: Workspace, meeting: World
) -> None:
    with workspace.write("Publish") as work:
        minutes = work.first(Minutes, meeting_id=meeting.meeting)
        assert minutes is not None
        minutes.status = MinutesStatus.PUBLISHED
        work.commit()
    assert documents(plan(workspace, meeting, D.PUBLIC)) == ["agenda", "agreed-minutes"]


def test_bytes_of_a_confidential_paper_never_go_out_under_another_name(
    workspace: Workspace, meeting: World
) -> None:
    rows = {row.symbol: row for row in papers.list_details(workspace, meeting_id=meeting.meeting)}
    with workspace.write("Link behind the services' back") as work:
        work.add(
            AttachmentLink(
                attachment_id=rows["P/2"].files[0].attachment_id, paper_id=rows["P/4"].id
            )
        )
        work.commit()
    for scope in (D.BOTH_SIDES, D.PUBLIC):
        found = plan(workspace, meeting, scope)
        assert "P/2" not in symbols(found)
        assert ("P/2", R.KEPT_BACK_ELSEWHERE) in [
            (left.symbol, left.reason) for left in found.left_out
        ]


def test_signed_scans_go_to_both_sides_and_not_to_the_public(
    workspace: Workspace, meeting: World
) -> None:
    with workspace.write("Attach scan") as work:
        minutes = work.first(Minutes, meeting_id=meeting.meeting)
        assert minutes is not None
        kept = attachments.keep(work, b"%PDF scan", file_name="Signed.pdf")
        work.add(AttachmentLink(attachment_id=kept.id, minutes_id=minutes.id))
        minutes.status = MinutesStatus.SIGNED
        work.commit()
    paths = [entry.path for entry in plan(workspace, meeting, D.BOTH_SIDES).entries]
    assert "Signed minutes/Signed.pdf" in paths
    assert not any("Signed" in entry.path for entry in plan(workspace, meeting, D.PUBLIC).entries)


def test_the_folder_holds_what_the_plan_showed_and_an_index_that_leads_to_it(
    workspace: Workspace, meeting: World, tmp_path: Path
) -> None:
    wanted = plan(workspace, meeting, D.BOTH_SIDES)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    made = meeting_folders.write(workspace, wanted, target=tmp_path, progress=progress)
    assert made.name == "JWG-1 (both sides)"
    files = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert files == {entry.path for entry in wanted.entries} | {"index.html"}
    assert (made / "Papers" / "P-1_EN - Title of P-1.pdf").read_bytes() == b"P/1"
    opened = docx.Document(str(made / "List of participants - JWG-1.docx"))
    assert "Cho Gye-yeon" in opened.element.xpath("string(.)")
    index = (made / "index.html").read_text("utf-8")
    assert "Papers/P-1_EN%20-%20Title%20of%20P-1.pdf" in index
    assert told[0] == (0, 6)
    assert told[-1] == (6, 6)


@pytest.mark.parametrize("scope", [D.BOTH_SIDES, D.PUBLIC])
def test_nothing_in_what_goes_out_speaks_of_what_is_kept_back(
    workspace: Workspace, meeting: World, tmp_path: Path, scope: Distribution
) -> None:
    item = agenda.outline(workspace, meeting_id=meeting.meeting).items[0]
    rows = papers.list_details(workspace, meeting_id=meeting.meeting)
    agenda.edit_item(workspace, item_id=item.id, changes={}, paper_ids=[row.id for row in rows])
    made = meeting_folders.write(workspace, plan(workspace, meeting, scope), target=tmp_path)
    for path in made.rglob("*"):
        assert "P-3" not in path.name
        assert "P-4" not in path.name
        if path.suffix == ".docx":
            text = docx.Document(str(path)).element.xpath("string(.)")
        else:
            text = path.read_text("utf-8", errors="ignore") if path.is_file() else ""
        assert "P/3" not in text
        assert "P/4" not in text


def test_a_second_folder_stands_beside_the_first(
    workspace: Workspace, meeting: World, tmp_path: Path
) -> None:
    wanted = plan(workspace, meeting, D.PUBLIC)
    first = meeting_folders.write(workspace, wanted, target=tmp_path)
    (first / "mine.txt").write_text("keep me")
    second = meeting_folders.write(workspace, wanted, target=tmp_path)
    assert second.name == "JWG-1 (public) (2)"
    assert (first / "mine.txt").read_text() == "keep me"


def test_the_same_as_a_zip_archive(workspace: Workspace, meeting: World, tmp_path: Path) -> None:
    wanted = plan(workspace, meeting, D.ONE_SIDE)
    target = tmp_path / "Meeting.zip"
    target.write_bytes(b"somebody's own")
    made = meeting_folders.write(workspace, wanted, target=target, as_zip=True)
    assert (made.name, target.read_bytes()) == ("Meeting (2).zip", b"somebody's own")
    with ZipFile(made) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {entry.path for entry in wanted.entries} | {"index.html"}


def test_stopping_leaves_nothing_behind(
    workspace: Workspace, meeting: World, tmp_path: Path
) -> None:
    into = tmp_path / "into"
    into.mkdir()
    wanted = plan(workspace, meeting, D.BOTH_SIDES)
    for as_zip in (False, True):
        with pytest.raises(Cancelled):
            meeting_folders.write(
                workspace,
                wanted,
                target=into / "a.zip" if as_zip else into,
                as_zip=as_zip,
                progress=lambda done, _total: done < 2,
            )
        assert list(into.iterdir()) == []


def test_what_was_not_shown_does_not_go_in(
    workspace: Workspace, meeting: World, tmp_path: Path
) -> None:
    wanted = plan(workspace, meeting, D.PUBLIC)
    paper_id = next(
        row.id
        for row in papers.list_details(workspace, meeting_id=meeting.meeting)
        if row.symbol == "P/2"
    )
    papers.edit(workspace, paper_id=paper_id, changes={"distribution": D.ONE_SIDE})
    with pytest.raises(PlanChanged):
        meeting_folders.write(workspace, wanted, target=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_told(
    workspace: Workspace, meeting: World, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(Misfortune, match="could not be written"):
        meeting_folders.write(workspace, plan(workspace, meeting, D.PUBLIC), target=blocked)


def test_only_the_last_revision_of_each_language_goes_in(
    workspace: Workspace, meeting: World, tmp_path: Path
) -> None:
    row = papers.list_details(workspace, meeting_id=meeting.meeting)[0]
    path = tmp_path / "later.pdf"
    for language, content in (("en", b"second"), ("mn", b"other")):
        path.write_bytes(content)
        paper_files.add_file(workspace, paper_id=row.id, language=language, path=path)
    paths = [
        entry.path
        for entry in plan(workspace, meeting, D.BOTH_SIDES).entries
        if entry.symbol == "P/1"
    ]
    assert paths == [
        "Papers/P-1_Rev.1_EN - Title of P-1.pdf",
        "Papers/P-1_MN - Title of P-1.pdf",
    ]


def test_names_that_would_fall_together_are_kept_apart(
    workspace: Workspace, world: World, tmp_path: Path
) -> None:
    for symbol in ("a/1", "A:1", "a?1"):
        add(workspace, world, tmp_path, symbol, titles={})
    found = plan(workspace, world, D.BOTH_SIDES)
    paths = [entry.path for entry in found.entries if entry.symbol]
    assert len({path.casefold() for path in paths}) == 3


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(D), st.sampled_from(Confidentiality)), min_size=1, max_size=5
    ),
    st.sampled_from([D.BOTH_SIDES, D.PUBLIC]),
)
def test_whatever_is_registered_what_is_kept_back_stays_back(
    workspace: Workspace,
    world: World,
    tmp_path: Path,
    made: list[tuple[Distribution, Confidentiality]],
    scope: Distribution,
) -> None:
    draft = a_meeting(world.body, ordinal=None, starts_on=date(2026, 1, 1))
    meeting_id = key_of(meetings.plan(workspace, draft))
    kept_back = set()
    for number, (distribution, confidentiality) in enumerate(made):
        symbol = f"{meeting_id}/{number}"
        add(
            workspace,
            world,
            tmp_path,
            symbol,
            meeting_id=meeting_id,
            distribution=distribution,
            confidentiality=confidentiality,
        )
        if distribution is D.ONE_SIDE or confidentiality is Confidentiality.CONFIDENTIAL:
            kept_back.add(symbol)
    found = meeting_folders.plan(workspace, meeting_id=meeting_id, scope=scope)
    assert kept_back.isdisjoint(symbols(found))
    assert kept_back <= {left.symbol for left in found.left_out}
