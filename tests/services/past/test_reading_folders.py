"""A folder of old papers becomes proposals, each with its source; what cannot be read is told."""

import os
import zlib
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfWriter

from app.services.past import reading
from app.services.past.folders import FolderNotRead, NothingToRead
from tests.documents import hostile_files
from tests.old_papers import MINUTES_19, pdf_of, write_word
from tests.services.past.past_at_work import Past, only


def told(group, kind, field=""):
    return [
        each.values for each in group.proposals if each.kind.value == kind and each.field == field
    ]


def test_papers_of_one_meeting_are_put_together_and_everything_has_its_source(past):
    found = past.read()
    group = past.group(19)
    assert group.files == (
        "2017 Ibaraki/Announcement.pdf",
        "2017 Ibaraki/Minutes of the 19th meeting.docx",
        "2017 Ibaraki/Participants.docx",
    )
    days = only(group, "fact", "days")
    assert (days.values["first"], days.use.value) == (date(2017, 6, 29), "enter")
    assert (days.quotes[0].place.kind.value, days.quotes[0].place.number) == ("paragraph", 3)
    planned = only(group, "fact", "planned-days")
    assert planned.values["last"] == date(2017, 6, 30)
    assert (planned.quotes[0].place.kind.value, planned.quotes[0].place.number) == ("page", 2)
    assert [each.ordinal for each in found.groups] == [17, 18, 19, None]
    assert told(past.group(17), "fact", "days")[0]["first"] == date(2015, 6, 29)
    assert told(past.group(18), "fact", "place")[0]["town"] == "서울"


def test_only_what_is_certain_is_ticked(past):
    for group in past.read().groups:
        for each in group.proposals:
            if each.is_wanted and each.kind.value != "paper":
                assert each.certainty.value == "certain", each
    assert not only(past.group(19), "fact", "host").is_wanted
    assert not only(past.group(19), "decision").is_wanted


def test_files_that_cannot_be_read_are_listed_with_the_reason_and_the_rest_goes_on(past):
    found = past.read()
    reasons = {each.name: each.sentence for each in found.unread}
    assert set(reasons) == {"empty.txt", "old.docx", "picture.png", "scan.pdf"}
    assert "0 bytes" in reasons["empty.txt"]
    assert "Word 97" in reasons["old.docx"]
    assert "pictures of pages" in reasons["scan.pdf"]
    assert len(found.groups) == 4


def test_reading_stores_nothing(past, unchanged):
    with unchanged():
        past.read()


def test_hostile_word_files_are_refused_one_by_one(workspace, committee, tmp_path):
    folder = tmp_path / "hostile"
    folder.mkdir()
    refused = hostile_files.refused()
    for number, (content, _why) in enumerate(refused.values()):
        (folder / f"{number:02}.docx").write_bytes(content)
    (folder / "real.docx").write_bytes(write_word(tmp_path / "real.docx", MINUTES_19).read_bytes())
    past = Past(workspace, committee, folder)
    found = past.read()
    assert len(found.unread) == len(refused)
    assert [each.ordinal for each in found.groups] == [19]


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.4\nnothing", b"%PDF-1.7\n" + b"\xff" * 5_000, pdf_of([["Text"]])[:300]],
)
def test_broken_pdfs_are_refused_in_plain_words(workspace, committee, tmp_path, content):
    folder = tmp_path / "pdf"
    folder.mkdir()
    (folder / "broken.pdf").write_bytes(content)
    found = Past(workspace, committee, folder).read()
    assert [each.name for each in found.unread] == ["broken.pdf"]
    assert found.unread[0].sentence.startswith("“broken.pdf” ")


def test_pdfs_that_are_locked_or_swell_are_refused(workspace, committee, tmp_path):
    folder = tmp_path / "pdf"
    folder.mkdir()
    writer = PdfWriter(clone_from=BytesIO(pdf_of([["Minutes"]])))
    writer.encrypt("secret")
    writer.write(folder / "locked.pdf")
    swollen = zlib.compress(b"BT (x) Tj ET\n" * 2_000_000, 9)
    told = pdf_of([["Minutes"]])
    start, end = told.index(b"<< /Length"), told.index(b"\nendstream")
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(swollen) + swollen
    (folder / "swollen.pdf").write_bytes(told[:start] + stream + told[end:])
    found = Past(workspace, committee, folder).read()
    reasons = [each.sentence for each in found.unread]
    assert reasons == [
        "“locked.pdf” is locked with a password.",
        "“swollen.pdf” is damaged, or larger inside than it should be.",
    ]


@pytest.mark.skipif(os.name != "posix", reason="such names and links exist there only")
def test_links_are_not_followed_and_odd_names_are_shown_safely(workspace, committee, tmp_path):
    folder = tmp_path / "odd"
    (folder / "in").mkdir(parents=True)
    os.symlink(folder, folder / "in" / "loop")
    os.symlink("/etc/hostname", folder / "link.txt")
    (folder / "a\u202egnp.txt").write_text("Minutes\n")
    (folder / "<b>&'\n.txt").write_text("Agenda\n")
    (folder / "~$lock.docx").write_bytes(b"x")
    (folder / os.fsdecode(b"\xff\xfe.txt")).write_text("Letter\n")
    found = Past(workspace, committee, folder).read()
    assert [each.name for each in found.unread] == ["link.txt"]
    names = [name for group in found.groups for name in group.files]
    assert len(names) == 3
    for name in names:
        assert name.isprintable()
        assert name.encode("utf-8")


def test_the_same_file_twice_counts_once(past):
    (past.folder / "copy.txt").write_bytes((past.folder / "18차 회의록.txt").read_bytes())
    found = past.read()
    again = [each for each in found.unread if "word for word" in each.sentence]
    assert len(again) == 1
    assert len(past.group(18).files) == 1


def test_a_text_without_end_is_refused(workspace, committee, tmp_path):
    folder = tmp_path / "long"
    folder.mkdir()
    (folder / "long.txt").write_text("Minutes of the meeting\n" * 100_000)
    (folder / "longer.html").write_text("<p>Minutes</p>\n" * 600_000)
    found = Past(workspace, committee, folder).read()
    assert len(found.unread) == 2
    assert all("two million letters" in each.sentence for each in found.unread)


def test_a_number_that_two_papers_give_to_meetings_years_apart_is_ticked_in_neither(past):
    (past.folder / "other.txt").write_text(
        "Minutes of the 19th Meeting of the Joint Committee on Environmental Cooperation\n"
        "The 19th meeting was held in Seoul on 3 May 2011.\n"
    )
    past.read()
    twice = [group for group in past.found.groups if group.ordinal == 19]
    assert len(twice) == 2
    assert not any(group.is_wanted for group in twice)


def test_dates_that_end_before_they_begin_are_not_ticked(past):
    (past.folder / "wrong.txt").write_text(
        "Minutes of the 16th Meeting of the Joint Committee on Environmental Cooperation\n"
        "The 16th meeting was held in Seoul on 30–29 June 2014.\n"
    )
    past.read()
    days = only(past.group(16), "fact", "days")
    assert "backwards" in {remark.value for remark in days.remarks}
    assert not days.is_wanted


def test_a_folder_that_is_not_there_or_holds_nothing_is_told(workspace, committee, tmp_path):
    with pytest.raises(FolderNotRead):
        reading.begin(workspace, folder=tmp_path / "nowhere", body_id=committee)
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead):
        reading.begin(workspace, folder=tmp_path / "empty", body_id=committee)
