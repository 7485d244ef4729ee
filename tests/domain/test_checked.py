import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import FixedClock
from app.domain.body import Body, BodyKind, BodyParty, BodyStatus
from app.domain.checked import Record, kind_of
from app.domain.delegation import Delegate
from app.domain.errors import InvalidValue, Misfortune
from app.domain.meeting import Meeting, MeetingMode
from app.domain.minutes import Signature
from app.domain.party import Party, PartyKind
from app.domain.person import Person
from app.store.workspace import Workspace

DECOMPOSED = unicodedata.normalize("NFD", "한몽 기후변화")


def a_party(**fields: Any) -> Party:
    return Party(**({"code": "KR", "kind": PartyKind.STATE, "names": {"en": "Korea"}} | fields))


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        pytest.param({"kind": PartyKind.STATE}, "code", id="a missing field"),
        pytest.param({"code": "KR", "kind": "state", "nmaes": {}}, "nmaes", id="a misspelt name"),
        pytest.param({"code": "KR", "kind": "kingdom"}, "kind", id="a value that is no choice"),
        pytest.param({"code": "", "kind": "state"}, "code", id="too short a text"),
        pytest.param({"code": "K" * 41, "kind": "state"}, "code", id="too long a text"),
        pytest.param({"code": 7, "kind": "state"}, "code", id="a number for a text"),
        pytest.param({"code": "KR", "kind": "state", "names": "Korea"}, "names", id="no mapping"),
        pytest.param({"code": "KR", "kind": "state", "names": {"en": 5}}, "names.en", id="inside"),
        pytest.param({"code": "KR", "kind": "state", "parent_id": "KR"}, "parent_id", id="no key"),
        pytest.param({"code": "KR", "kind": "state", "valid_from": "May"}, "valid_from", id="date"),
        pytest.param({"code": None, "kind": "state"}, "code", id="nothing"),
    ],
)
def test_a_record_is_refused_when_it_is_made_wrong(fields: dict[str, Any], refused: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Party(**fields)
    assert refused in [field for field, _told in caught.value.problems]
    assert caught.value.kind == "party"


def test_every_wrong_field_is_told_at_once() -> None:
    with pytest.raises(InvalidValue) as caught:
        Party(code="", kind="kingdom", sort_key=5)
    assert {field for field, _told in caught.value.problems} == {"code", "kind", "sort_key"}


def test_a_refusal_names_the_record_the_field_and_what_is_wrong() -> None:
    with pytest.raises(InvalidValue) as caught:
        BodyParty(body_id=uuid4(), party_id=uuid4(), seat=0)
    assert isinstance(caught.value, Misfortune)
    assert caught.value.sentence.startswith("The body party was not changed")
    assert caught.value.sentence.endswith("Seat: Enter a number that is 1 or more.")
    assert caught.value.field == "seat"
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ordinal", "first"),
        ("mode", "telepathic"),
        ("starts_on", "27 May"),
        ("starts_at", 5.5j),
        ("languages", ["Korean!"]),
        ("titles", {"english language": "x"}),
        ("ical_sequence", -1),
        ("body_id", 12),
        ("prevailing_language", "한국어"),
    ],
)
def test_a_refused_assignment_leaves_the_old_value(name: str, value: Any) -> None:
    meeting = Meeting(
        body_id=uuid4(),
        ordinal=1,
        mode=MeetingMode.HYBRID,
        starts_on=date(2025, 5, 27),
        starts_at=datetime(2025, 5, 27, 1, tzinfo=UTC),
        titles={"en": "First meeting"},
        languages=["en"],
        prevailing_language="en",
    )
    before = getattr(meeting, name)
    with pytest.raises(InvalidValue) as caught:
        setattr(meeting, name, value)
    assert getattr(meeting, name) == before
    assert [field.split(".")[0] for field, _told in caught.value.problems] == [name]


def test_a_good_assignment_is_taken_in_the_type_of_its_field() -> None:
    meeting = Meeting()
    meeting.starts_on = "2025-05-27"  # type: ignore[assignment]
    meeting.mode = "online"  # type: ignore[assignment]
    assert meeting.starts_on == date(2025, 5, 27)
    assert meeting.mode is MeetingMode.ONLINE


@pytest.mark.parametrize(
    "sign", ["\x00", "\x01", "\x08", "\x1b", "\x1f", "\x7f", "\ufffe", "\uffff"]
)
def test_control_characters_are_refused_and_named(sign: str) -> None:
    with pytest.raises(InvalidValue, match=f"U\\+{ord(sign):04X}"):
        a_party(note=f"a{sign}b")
    with pytest.raises(InvalidValue, match=f"U\\+{ord(sign):04X}"):
        a_party(names={"en": f"a{sign}b"})
    party = a_party(note="kept")
    with pytest.raises(InvalidValue):
        party.note = sign
    assert party.note == "kept"


def test_control_characters_are_refused_however_deep_they_lie() -> None:
    with pytest.raises(InvalidValue, match=r"U\+0007"):
        Person(printed_name="Bat", name_parts={"mn": {"given": "Ba\x07t"}})
    with pytest.raises(InvalidValue, match=r"U\+0007"):
        Delegate(delegation_id=uuid4(), person_id=uuid4(), ordinal=1, sessions=["a", "\x07"])
    with pytest.raises(InvalidValue, match=r"U\+0007"):
        Body(code="B", kind="forum", settings={"patterns": [{"paper": "\x07"}]})
    with pytest.raises(InvalidValue, match=r"U\+0007"):
        Body(code="B", kind="forum", settings={"pa\x07per": 1})


@pytest.mark.parametrize("text", ["tab\there", "line\nbreak", "유효 ☃ 𝄞", "soft\u00adhyphen"])
def test_texts_that_only_look_odd_are_kept(text: str) -> None:
    assert a_party(note=text).note == text


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InvalidValue):
        a_party(code="\ud800")
    with pytest.raises(InvalidValue):
        a_party(names={"en": "half \udfff"})
    with pytest.raises(InvalidValue):
        Body(code="B", kind="forum", settings={"paper_pattern": "\ud800"})


def test_texts_are_put_into_composed_form_wherever_they_stand() -> None:
    composed = unicodedata.normalize("NFC", DECOMPOSED)
    assert composed != DECOMPOSED
    body = Body(
        code=DECOMPOSED,
        kind=BodyKind.JOINT_COMMITTEE,
        names={"ko": DECOMPOSED},
        settings={"deep": [{DECOMPOSED: DECOMPOSED}]},
    )
    assert body.code == composed
    assert body.names == {"ko": composed}
    assert body.settings == {"deep": [{composed: composed}]}
    body.topic = DECOMPOSED
    assert body.topic == composed


@pytest.mark.parametrize("mark", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\u2028", "\u2029"])
def test_every_line_break_becomes_the_one_kind(mark: str) -> None:
    assert a_party(note=f"one{mark}two").note == "one\ntwo"


@given(st.text())
def test_any_text_is_either_refused_or_kept_composed(text: str) -> None:
    try:
        kept = a_party(note=text).note
    except InvalidValue:
        assert any(unicodedata.category(sign) in {"Cc", "Cn", "Cs"} for sign in text)
    else:
        assert unicodedata.is_normalized("NFC", kept)
        assert "\r" not in kept
        assert a_party(note=kept).note == kept


def test_a_copy_has_the_same_values_and_shares_none() -> None:
    body = Body(code="B", kind=BodyKind.FORUM, names={"en": "Forum"}, languages=["en"])
    copy = body.copied()
    assert copy.model_dump() == body.model_dump()
    copy.names["en"] = "Changed"
    copy.languages.append("ko")
    assert body.names == {"en": "Forum"}
    assert body.languages == ["en"]


def test_the_kind_of_a_record_is_the_name_of_its_table() -> None:
    assert (kind_of(BodyParty), kind_of(Signature)) == ("body_party", "signature")


@pytest.fixture
def workspace(tmp_path: Path) -> Any:
    clock = FixedClock(datetime(2026, 3, 2, tzinfo=UTC))
    with Workspace.create(tmp_path / "Test.jwg", clock=clock, actor="Bat") as made:
        yield made


def enter(workspace: Workspace, record: Record) -> UUID:
    with workspace.write("Enter record") as work:
        work.add(record)
        work.commit()
    return record.id


def test_a_dictionary_spoilt_after_the_making_is_caught_before_it_is_written(
    workspace: Workspace,
) -> None:
    party = a_party()
    party.names["en"] = 5  # type: ignore[assignment]
    with pytest.raises(InvalidValue) as caught:
        enter(workspace, party)
    assert caught.value.problems[0][0] == "names.en"
    with workspace.read() as reader:
        assert reader.find(Party) == []


def test_a_dictionary_spoilt_in_a_stored_record_is_caught_with_the_next_change(
    workspace: Workspace,
) -> None:
    key = enter(workspace, a_party())
    with workspace.write("Change party") as work:
        party = work.get(Party, key)
        party.names["en"] = "bell \x07"
        party.note = "changed"
        with pytest.raises(InvalidValue):
            work.commit()
    with workspace.read() as reader:
        assert reader.get(Party, key).names == {"en": "Korea"}


def test_a_dictionary_changed_after_the_making_is_written_composed(workspace: Workspace) -> None:
    party = a_party()
    party.names["ko"] = DECOMPOSED
    enter(workspace, party)
    with workspace.read() as reader:
        stored = reader.get(Party, party.id).names["ko"]
    assert stored == unicodedata.normalize("NFC", DECOMPOSED)


def test_a_record_is_read_back_as_it_was_written(workspace: Workspace) -> None:
    written = Body(
        code="KM-JWG",
        kind=BodyKind.JOINT_WORKING_GROUP,
        status=BodyStatus.ESTABLISHED,
        names={"en": "Joint Working Group", "mn": "Хамтарсан ажлын хэсэг"},
        languages=["en", "mn"],
        established_on="2025-05",
        settings={"paper_pattern": "JWG-{n}/{p}"},
    )
    before = written.model_dump(exclude={"created_at", "updated_at"})
    enter(workspace, written)
    with workspace.read() as reader:
        read = reader.get(Body, written.id).model_dump(exclude={"created_at", "updated_at"})
    assert read == before
