"""A secretary runs a meeting of the ROK-Japan Joint Committee from nothing to signed minutes."""

from datetime import UTC, datetime

import pytest

from app.clock import FixedClock
from tests.journeys import whole_meeting as work
from tests.journeys.at_work import Person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NAMES = {
    "en": "Joint Committee on Environmental Cooperation",
    "ko": "환경협력공동위원회",
    "ja": "環境保護協力合同委員会",
}
PASTED = (
    "Name\tPost\tMinistry\tRole\n"
    "Han Ji-woo\tDirector\tMinistry of Environment\tdelegate\n"
    "Seo Min-a\tInterpreter\t\tinterpreter\n"
)
BIRDS = (
    "The two sides agreed on the text of the agreement on migratory birds. "
    "Japan prepares the signing."
)

COUNTRIES = ("the Republic of Korea", "Japan")
HEADS = {"KR": "Kwon Sei-joong", "JP": "Takizaki Shigeki"}


@pytest.fixture
def clock():
    """The spring before the meeting."""
    return FixedClock(datetime(2017, 5, 8, 1, 0, tzinfo=UTC))


@pytest.fixture
def user(tmp_path):
    return work.Chooser(tmp_path)


@pytest.fixture
def person(desk, qtbot, clock):
    return Person(desk, qtbot, clock, "joint-committee")


def test_a_new_meeting_comes_to_signed_minutes_in_word(person, user, tmp_path, mistakes):
    work.begin(person, tmp_path)
    work.enter_body(
        person,
        names=NAMES,
        short="ROK-Japan Joint Committee",
        states=("republic of korea", "japan"),
        ours="Republic of Korea",
        languages=("en",),
    )
    work.plan_meeting(
        person,
        number="19",
        host="Japan",
        lines={"titles": {"en": "Nineteenth Meeting"}, "places": {"en": "Ibaraki Prefecture"}},
        plain={
            "planned_starts_on": "29 June 2017",
            "planned_ends_on": "30 June 2017",
            "starts_time": "9:30",
            "ends_time": "17:00",
        },
    )
    work.look_at_preparation(person)
    person.step("dates-agreed")
    work.open_delegations(person)
    work.add_head(
        person,
        "KR",
        {"en": "Kwon Sei-joong"},
        {"en": "Deputy Director-General for Climate Change and Environmental Affairs"},
    )
    work.paste_delegates(person, "KR", PASTED)
    work.add_head(
        person,
        "JP",
        {"en": "Takizaki Shigeki"},
        {"en": "Deputy Director-General, Asian and Oceanian Affairs Bureau"},
    )
    person.picture("delegations")
    work.enter_items(
        person,
        (
            "Environmental policies of the two countries",
            "The ten cooperation projects",
            "Agreement on the protection of migratory birds",
            "Fine dust",
        ),
        below="Adoption of the agenda",
    )
    report = tmp_path / "Progress of the ten projects.pdf"
    report.write_bytes(b"%PDF-1.7 report")
    work.add_paper(person, user, report)
    work.agree_agenda(person, ("Provisional",))
    person.step("convened")

    person.on(2017, 6, 29)
    work.agree_agenda(person, ("Before the meeting", "Adopted"))
    person.step("in-session")
    work.mark_all_attended(person)
    page = work.draft_minutes(person)
    work.choose_item(person, page, "Fine dust")
    work.note(person, page, "D: the joint study of fine dust is continued in 2018")
    work.note(person, page, "A: KR, 31 Oct 2017: Send the data of the spring of 2017")
    work.note(person, page, "N: both sides measure at two more places since 2016")
    work.note(person, page, "+ Takizaki")
    person.picture("notes")
    work.choose_item(person, page, "Agreement on the protection of migratory birds")
    work.write_paragraph(person, page, 0, BIRDS)
    work.make_of(
        person,
        page,
        0,
        BIRDS.split(". ")[0] + ".",
        button="make_decision",
        dialog="decision_dialog",
    )
    work.make_of(
        person,
        page,
        0,
        BIRDS.split(". ")[1],
        button="make_action",
        dialog="action_dialog",
        party_id="Japan",
        due_on="30 Nov 2017",
    )
    work.adopt_decision(person, page, 0)
    person.picture("written")
    work.choose_item(person, page, "Fine dust")
    work.adopt_decision(person, page, 1)
    work.confirm_everything(person, page)
    person.on(2017, 6, 30)
    person.step("closed")
    work.turn_to_agreement(person, page)
    work.take_minutes_on(person, page, "Sent round")
    work.answer_for(person, "KR")
    work.answer_for(person, "JP")
    person.press("take_heads")
    person.picture("answered")
    work.take_minutes_on(person, page, "Negotiated")
    work.fill_gap(
        person, page, "The two sides agreed to hold their next meeting in the Republic of Korea."
    )
    work.take_minutes_on(person, page, "Approved")
    work.sign_for(person, "KR", "Seoul", "7 July 2017")
    work.sign_for(person, "JP", "Tokyo", "11 July 2017")
    work.take_minutes_on(person, page, "Signed")
    scan = tmp_path / "Signed minutes.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")
    work.attach_scan(person, user, scan)
    person.picture("signed")
    assert not work.can_write(person, page, "Fine dust")
    person.turn("overview")
    person.picture("overview")

    for code, (one, other) in {"KR": COUNTRIES, "JP": COUNTRIES[::-1]}.items():
        words = work.save_original(person, code, tmp_path, one, (other,))
        assert f"between {one} and {other}" in words
        signatures = words[words.rindex("Kwon Sei-joong") - 400 :]
        assert words.rindex(HEADS[code]) < words.rindex(HEADS["JP" if code == "KR" else "KR"])
        assert "Han Ji-woo" in words
        assert "joint study of fine dust is continued in 2018" in words
        assert "1/JC.19" in words
        assert "2/JC.19" in words
        assert "31 October 2017" in words
        assert "Seoul, 7 July 2017" in signatures
        assert "DRAFT" not in words
    with person.qtbot.waitSignal(person.desk.closed, timeout=60_000):
        person.window.close()
    assert mistakes == []
    assert user.told == []
