"""Every kind of value comes back as it was written; nothing passes that would come back else."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.action import ActionStatus
from app.domain.agenda import AgendaItem
from app.domain.attachment import Attachment
from app.domain.body import Body, BodyKind
from app.domain.errors import InvalidValue
from app.domain.identity import new_id
from app.domain.journal import ChangeSetEntry
from app.domain.meeting import Meeting
from app.domain.project import Quantity
from app.domain.rules import ProvisionText
from app.domain.tables import MODELS
from app.exchange.whole_workspace import values
from app.exchange.whole_workspace.layout import BYTES_OF, kinds
from app.exchange.whole_workspace.lines import read_object, write_line

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def held(record):
    """Return the values of a record."""
    return {name: getattr(record, name) for name in type(record).model_fields}


def again(kind, told, *, of_older=False):
    raw = write_line(told)
    return values.read(kind, read_object(raw), raw=raw, of_older=of_older)


def a_meeting():
    return Meeting(
        body_id=new_id(),
        ordinal=1,
        titles={"ko": "제1차 회의", "en": "First meeting"},
        starts_on=date(2026, 5, 27),
        starts_at=NOON,
        created_at=NOON,
        languages=["ko", "en"],
    )


@pytest.mark.parametrize(
    "record",
    [
        a_meeting(),
        Quantity(entity="project", pk="x", value=Decimal("12.50"), value_to=Decimal("1E+3")),
        Body(
            code="B", kind=BodyKind.COMMITTEE, settings={"b": [1, 2.5, None, True], "a": {"x": ""}}
        ),
        ProvisionText(id=2**62, revision_id=1, language="mn-Cyrl", text="а\n\tб", sha256="ab" * 32),
        Attachment(sha256="0" * 64, size=0, media_type="", file_name="회의.docx"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_comes_back_as_it_was(record):
    kind = type(record).__tablename__
    told = values.tell(held(record))

    read = again(kind, told)

    assert read == held(record)
    assert write_line(values.tell(read)) == write_line(told)
    assert [list(value) for value in read.values() if isinstance(value, dict)] == [
        list(value) for value in held(record).values() if isinstance(value, dict)
    ]


@settings(max_examples=60)
@given(text=st.text(), number=st.floats(allow_nan=False, allow_infinity=False), day=st.datetimes())
def test_whatever_can_be_entered_can_be_exported_and_comes_back(text, number, day):
    try:
        record = Body(
            code="B",
            kind=BodyKind.COMMITTEE,
            names={"mn": text, "en": text[::-1]},
            note=text,
            settings={text: [number, text], "n": {"deep": [[text]]}},
            created_at=day.replace(tzinfo=UTC),
        )
    except InvalidValue:
        return  # control characters are refused on entry
    told = values.tell(held(record))

    assert again("body", told) == held(record)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"status": "dreamt"}, "status"),
        ({"status": ActionStatus.OPEN.value}, "status"),
        ({"starts_on": "2026-02-30"}, "starts_on"),
        ({"starts_on": "2026-05-27T00:00:00"}, "starts_on"),
        ({"starts_on": 20}, "starts_on"),
        ({"body_id": "not-a-key"}, "body_id"),
        ({"body_id": str(new_id()).replace("-", "")}, "body_id"),
        ({"body_id": str(new_id()).upper()}, "body_id"),
        ({"ical_sequence": "0"}, "ical_sequence"),
        ({"ical_sequence": False}, "ical_sequence"),
        ({"ical_sequence": 0.0}, "ical_sequence"),
        ({"titles": {"EN!": "x"}}, "titles"),
        ({"titles": {"ko": "\u1112\u116c"}}, "titles"),
        ({"titles": {"en": "a\x00b"}}, "titles"),
        ({"titles": {"en": "a\r\nb"}}, "titles"),
        ({"titles": ["x"]}, "titles"),
        ({"titles": None}, "titles"),
        ({"created_at": "2026-03-02T12:00:00"}, "created_at"),
        ({"created_at": "2026-03-02T21:00:00+09:00"}, "created_at"),
        ({"created_at": "0001-01-01T00:00:00+14:00"}, "created_at"),
        ({"created_at": 0}, "created_at"),
        ({"id": None}, "id"),
        ({"id": ""}, "id"),
        ({"row_version": 0}, "row_version"),
    ],
)
def test_a_value_that_no_record_has_is_refused_by_the_name_of_its_field(fields, told):
    with pytest.raises(values.Misfit, match=f"“{told}"):
        again("meeting", values.tell(held(a_meeting())) | fields)


def test_an_hour_of_an_agenda_has_no_zone_of_its_own():
    told = values.tell(held(AgendaItem(meeting_id=new_id(), ordinal=1, starts_at=time(9, 30))))

    assert again("agenda_item", told)["starts_at"] == time(9, 30)
    with pytest.raises(values.Misfit, match="starts_at"):
        again("agenda_item", told | {"starts_at": "09:30:00+09:00"})


@pytest.mark.parametrize("sha256", ["no hash", "AB" * 32, "abc", "é" * 64])
def test_a_hash_is_written_in_one_way(sha256):
    text = ProvisionText(id=1, revision_id=1, language="en", sha256="ab" * 32)

    with pytest.raises(values.Misfit, match="sha256"):
        again("provision_text", values.tell(held(text)) | {"sha256": sha256})


def test_an_exact_figure_is_no_number_of_json():
    told = values.tell(held(Quantity(entity="x", pk="x", value=Decimal("0.1"))))

    assert told["value"] == "0.1"
    with pytest.raises(values.Misfit, match="value"):
        again("quantity", told | {"value": 0.1})


def test_what_the_journal_took_down_is_left_as_it_is():
    decomposed = "Cafe\u0301\u2028"
    entry = values.tell(held(ChangeSetEntry(id=1, at=NOON, use_case="x")))

    read = again("change_set", entry | {"use_case": decomposed, "actor": decomposed})

    assert (read["use_case"], read["actor"]) == (decomposed, decomposed)


@pytest.mark.parametrize("key", ["segmenter_version", "oldest_reader", "search_day"])
def test_what_the_program_notes_for_each_file_is_not_taken_from_another(key):
    with pytest.raises(values.Misfit, match=key):
        again("store_meta", {"key": key, "value": "1"})


def test_fields_that_came_later_get_the_value_of_a_new_record():
    told = values.tell(held(a_meeting()))
    del told["breaks"], told["zone"]

    assert again("meeting", told, of_older=True)["breaks"] == []
    with pytest.raises(values.Misfit, match="“breaks” is missing"):
        again("meeting", told)


def test_only_one_kind_of_record_holds_bytes():
    with_bytes = {
        kind
        for kind in kinds()
        if any(field.annotation is bytes for field in MODELS[kind].model_fields.values())
    }

    assert with_bytes == {BYTES_OF}
