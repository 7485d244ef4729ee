import base64
import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from app.clock import FixedClock
from app.domain.attachment import Attachment, AttachmentBlob
from app.domain.body import Body, BodyKind
from app.domain.identity import new_id
from app.domain.journal import ChangeEntry, ChangeSetEntry, Operation
from app.domain.source import Source, SourceQuality
from app.store.broken_rules import Double
from app.store.journal import plain
from app.store.queries.changes import RecordChange, list_set_changes
from app.store.workspace import Workspace

AddBody = Callable[..., Body]


def entries(workspace: Workspace) -> list[ChangeEntry]:
    with workspace.read() as reader:
        return reader.find(ChangeEntry)


def changes(workspace: Workspace) -> list[RecordChange]:
    """Return what was ever done, with the values that the journal does not hold itself."""
    with workspace.read() as reader:
        sets = [entry.id for entry in reader.find(ChangeSetEntry)]
        return [
            told for number in sets if number for told in list_set_changes(reader, number=number)
        ]


def set_up(workspace: Workspace, add_body: AddBody, **fields: object) -> Body:
    with workspace.write("Set up a body") as work:
        body = add_body(work, **fields)
        work.commit()
    return body


def test_a_change_set_says_who_did_what_and_when(
    workspace: Workspace, clock: FixedClock, add_body: AddBody
) -> None:
    set_up(workspace, add_body)
    with workspace.read() as reader:
        (written,) = reader.find(ChangeSetEntry)
    assert (written.actor, written.use_case, written.at) == ("Bat", "Set up a body", clock.instant)
    assert written.undo_of is None


def test_a_new_record_is_told_with_its_values(workspace: Workspace, add_body: AddBody) -> None:
    body = set_up(workspace, add_body, established_on="2025-05-27")
    (told,) = changes(workspace)
    assert (told.entity, told.key, told.operation) == ("body", str(body.id), Operation.INSERT)
    assert told.before is None
    assert told.after is not None
    assert told.after["code"] == "KM-JWG"
    assert told.after["names"] == {"en": "Joint Working Group KM-JWG", "ko": "한몽 합동위원회"}
    assert told.after["established_on"] == "2025-05-27"


def test_the_values_of_a_new_record_are_written_once(
    workspace: Workspace, add_body: AddBody
) -> None:
    """They are in the record; a journal that held them again would be larger than all the rest."""
    set_up(workspace, add_body)
    (entry,) = entries(workspace)
    assert (entry.before, entry.after) == (None, None)


def test_a_change_is_written_with_the_changed_fields_only(
    workspace: Workspace, clock: FixedClock, add_body: AddBody
) -> None:
    body = set_up(workspace, add_body)
    clock.instant += timedelta(days=1)
    with workspace.write("Describe a body") as work:
        work.get(Body, body.id).topic = "Article 6.2"
        work.commit()
    told = changes(workspace)[-1]
    assert told.operation is Operation.UPDATE
    assert (told.before, told.after) == ({"topic": ""}, {"topic": "Article 6.2"})


def test_a_change_to_a_field_that_was_not_read_keeps_what_it_replaces(
    workspace: Workspace, add_body: AddBody
) -> None:
    body = set_up(workspace, add_body, topic="waste")
    with workspace.write("Describe a body") as work:
        stored = work.get(Body, body.id)
        with workspace.write("Describe it otherwise") as inner:
            stored.topic = "water"
            inner.flush()  # dropped: the record must be read again after this
        stored.topic = "air"
        work.commit()
    told = changes(workspace)[-1]
    assert (told.before, told.after) == ({"topic": "waste"}, {"topic": "air"})


def test_a_deleted_record_is_written_whole(workspace: Workspace, add_body: AddBody) -> None:
    body = set_up(workspace, add_body, topic="waste")
    with workspace.write("Remove a body") as work:
        work.delete(work.get(Body, body.id))
        work.commit()
    inserted, deleted = changes(workspace)
    assert deleted.operation is Operation.DELETE
    assert deleted.before == inserted.after
    assert deleted.after is None


def test_a_record_can_be_made_again_from_what_the_journal_holds(
    workspace: Workspace, add_body: AddBody
) -> None:
    body = set_up(workspace, add_body, topic="waste", languages=["en", "ko"])
    with workspace.write("Remove a body") as work:
        work.delete(work.get(Body, body.id))
        work.commit()
    before = entries(workspace)[-1].before
    assert before is not None
    with workspace.write("Undo", undo_of=2) as work:
        work.add(Body(**before))
        work.commit()
    with workspace.read() as reader:
        again = reader.get(Body, body.id)
        assert [entry.undo_of for entry in reader.find(ChangeSetEntry)] == [None, None, 2]
    same = ("code", "names", "topic", "languages", "kind", "created_at")
    assert [getattr(again, name) for name in same] == [getattr(body, name) for name in same]


def undo_first(workspace: Workspace, add_body: AddBody, code: str) -> None:
    with workspace.write("Undo", undo_of=1) as work:
        add_body(work, code)
        work.commit()


def test_a_change_set_can_be_undone_once(workspace: Workspace, add_body: AddBody) -> None:
    set_up(workspace, add_body)
    undo_first(workspace, add_body, "A")
    with pytest.raises(Double, match="already undone"):
        undo_first(workspace, add_body, "B")


def test_everything_in_one_intention_is_one_change_set(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up bodies") as work:
        add_body(work, "A")
        work.flush()
        add_body(work, "B")
        changes = work.commit()
    assert {entry.change_set_id for entry in entries(workspace)} == {changes.number}


def test_bytes_are_kept_whole_only_when_they_go(workspace: Workspace) -> None:
    data = bytes(range(256)) * 9
    digest = hashlib.sha256(data).hexdigest()
    with workspace.write("Attach a file") as work:
        attachment = work.add(
            Attachment(
                sha256=digest, size=len(data), media_type="application/pdf", file_name="a.pdf"
            )
        )
        work.add(AttachmentBlob(attachment_id=attachment.id, data=data))
        work.commit()
    with workspace.write("Remove a file") as work:
        work.delete(work.get(Attachment, attachment.id))
        work.commit()
    put_in, taken_out = [entry for entry in entries(workspace) if entry.entity == "attachment_blob"]
    assert put_in.after is None
    assert taken_out.before is not None
    assert taken_out.before["data"]["sha256"] == digest
    assert base64.b64decode(taken_out.before["data"]["base64"]) == data


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Decimal("12.50"), "12.50"),
        (date(2025, 5, 27), "2025-05-27"),
        (time(9, 30), "09:30:00"),
        (datetime(2025, 5, 27, 1, tzinfo=UTC), "2025-05-27T01:00:00+00:00"),
        (BodyKind.COMMISSION, "commission"),
        ({"ko": "회의"}, {"ko": "회의"}),
        (None, None),
    ],
)
def test_a_value_is_written_as(value: object, told: object) -> None:
    assert plain(value) == told


def test_a_key_is_written_as_text() -> None:
    key = new_id()
    assert plain(key) == str(key)


def test_the_journal_does_not_write_about_itself(workspace: Workspace) -> None:
    with workspace.write("Enter a source") as work:
        work.add(Source(code="MOE", title="Press release", quality=SourceQuality.OFFICIAL))
        work.commit()
    assert {entry.entity for entry in entries(workspace)} == {"source"}
