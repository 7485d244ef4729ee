from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.domain.attachment import Attachment, AttachmentBlob
from app.domain.errors import NotFound
from app.domain.journal import ChangeEntry, Operation
from app.domain.names import Names
from app.domain.rules import Provision
from app.services import agenda, bodies, history, persons
from app.services.history_view import pages, sheets
from app.services.history_view.pages import Sought
from app.services.history_view.sheets import PieceKind, Sort
from app.services.trash import contents, restoring
from app.store.workspace import Workspace
from tests.builders import World, a_person, adopt_rules, an_agenda_item, an_article, key_of
from tests.services.conftest import NOW


def add_item(workspace: Workspace, world: World, titles: Names) -> UUID:
    draft = an_agenda_item(world.meeting, label="", titles=titles)
    return key_of(agenda.add_item(workspace, draft))


def done(workspace: Workspace, **sought: object) -> list[str]:
    page = pages.list_page(workspace, sought=Sought(**sought))  # type: ignore[arg-type]
    return [row.use_case for row in page.rows]


def newest(workspace: Workspace) -> sheets.ChangeSheet:
    number = pages.list_page(workspace, sought=Sought()).rows[0].id
    return sheets.show(workspace, number=number)


def test_pages_follow_one_another_without_gap_or_double(workspace: Workspace, world: World) -> None:
    for number in range(7):
        persons.register(workspace, a_person(printed_name=f"Person {number}"))
    whole = pages.list_page(workspace, sought=Sought(actor="Bat"))
    read: list[int] = []
    before: int | None = None
    while True:
        page = pages.list_page(workspace, sought=Sought(), before=before, limit=3)
        read += [row.id for row in page.rows]
        before = page.next
        if before is None:
            break

    assert read == [row.id for row in whole.rows]
    assert read == sorted(read, reverse=True)


def test_days_are_those_of_the_clock_on_the_wall(workspace: Workspace, world: World) -> None:
    today = NOW.astimezone().date()
    assert done(workspace, first=today, last=today) == done(workspace)
    assert done(workspace, last=today - timedelta(days=1)) == []
    workspace.close()
    later = datetime.combine(date(2026, 4, 1), datetime.min.time()).astimezone()
    with Workspace.open(workspace.path, clock=FixedClock(later), actor="Lee") as opened:
        persons.register(opened, a_person())
        assert done(opened, first=date(2026, 4, 1)) == ["Register person"]
        assert done(opened, first=date(2026, 4, 1), actor="Bat") == []
        assert pages.list_actors(opened) == ("Bat", "Lee")


def test_words_find_a_change_by_what_was_done_by_names_and_by_what_was_replaced(
    workspace: Workspace, world: World
) -> None:
    item = add_item(workspace, world, {"en": "Landfill gas", "ko": "매립가스"})
    agenda.rename_item(workspace, item_id=item, language="en", title="Insulation of gers")
    gone = key_of(persons.register(workspace, a_person(printed_name="Somebody Unknown")))
    persons.remove(workspace, person_id=gone)

    assert done(workspace, words="rename agenda") == ["Rename agenda item"]
    assert done(workspace, words="landfill") == ["Rename agenda item"]
    assert done(workspace, words="insulation gers") == ["Rename agenda item", "Add agenda item"]
    assert done(workspace, words="매립가스") == ["Rename agenda item", "Add agenda item"]
    assert done(workspace, words="unknown somebody") == ["Remove person"]
    assert done(workspace, words="100%_'\"") == []


def test_a_change_shows_texts_by_language_choices_references_and_days(
    workspace: Workspace, world: World
) -> None:
    item = add_item(workspace, world, {"en": "Review", "ko": "검토"})
    agenda.edit_item(
        workspace,
        item_id=item,
        changes={
            "lead_party_id": world.korea,
            "titles": {"en": "Review", "ko": "이행규칙 검토"},
            "minutes_planned": 20,
        },
    )

    (record,) = newest(workspace).records
    told = {(each.name, each.language): each for each in record.fields}

    assert told.keys() == {("lead_party_id", ""), ("titles", "ko"), ("minutes_planned", "")}
    lead = told["lead_party_id", ""].after
    assert lead is not None
    assert lead.sort is Sort.RECORD
    assert lead.record is not None
    assert lead.record.title == "Republic of Korea"
    assert told["lead_party_id", ""].before is None
    korean = told["titles", "ko"]
    assert korean.before is not None
    assert korean.after is not None
    assert (korean.before.text, korean.after.text) == ("검토", "이행규칙 검토")


def test_a_longer_text_is_shown_as_one_with_what_went_and_what_came(
    workspace: Workspace, world: World
) -> None:
    words = "The two sides are invited to consider the paper. " * 200
    key = key_of(persons.register(workspace, a_person(note=words)))
    version = persons.show(workspace, person_id=key).row_version
    persons.change(
        workspace,
        person_id=key,
        row_version=version,
        values={"note": words + "They adopt it."},
    )

    (record,) = newest(workspace).records
    (change,) = record.fields

    assert change.name == "note"
    assert [piece.kind for piece in change.pieces if piece.kind is not PieceKind.KEPT] == [
        PieceKind.ADDED
    ]
    assert change.before is not None
    assert len(change.before.text) > 9_000


def test_bytes_are_told_by_their_size_and_never_shown(workspace: Workspace, world: World) -> None:
    with workspace.write("Keep file") as work:
        kept = work.add(
            Attachment(sha256="0" * 64, size=3, media_type="image/png", file_name="logo.png")
        )
        work.flush()
        work.add(AttachmentBlob(attachment_id=kept.id, data=b"\x00\xff\x01"))
        work.commit()
    with workspace.write("Drop file") as work:
        work.delete(work.get(Attachment, kept.id))
        work.commit()

    (record,) = newest(workspace).records

    told = {each.name: each.before.text for each in record.fields if each.before}
    assert told == {"size": "3", "media_type": "image/png", "file_name": "logo.png"}


def test_the_history_of_rules_holds_every_provision_and_that_of_one_only_its_own(
    workspace: Workspace, world: World
) -> None:
    document = adopt_rules(workspace, world.body, an_article(1), an_article(2))
    with workspace.read() as reader:
        first = reader.find(Provision, document_id=document)[0]
    assert first.id is not None
    persons.register(workspace, a_person())

    whole = done(workspace, record=("rule_document", document))
    alone = done(workspace, record=("provision", UUID(int=first.id)))

    assert "Adopt rules" in whole
    assert "Register person" not in whole
    assert alone
    assert set(alone) <= set(whole)


def test_what_only_undid_something_says_so_and_names_it(workspace: Workspace, world: World) -> None:
    persons.register(workspace, a_person(printed_name="Kim"))
    history.undo(workspace)

    undo, register = pages.list_page(workspace, sought=Sought()).rows[:2]

    assert undo.is_backwards
    assert undo.undo_of == register.id
    assert register.undone_by is not None
    assert (register.undone_by.number, register.undone_by.actor) == (undo.id, "Bat")
    assert register.names[0].title == "Kim"
    assert not register.names[0].is_there


def test_entries_of_a_kind_that_is_gone_are_passed_over(workspace: Workspace, world: World) -> None:
    with workspace.write("Close ticket") as work:
        work.begin_change_set()
        change = work.commit()
    assert change.number is not None
    with workspace.write("Remember") as work:
        for operation in (Operation.INSERT, Operation.DELETE):
            work.add(
                ChangeEntry(
                    change_set_id=change.number,
                    entity="ticket",
                    pk="not-a-key",
                    operation=operation,
                    before={"title": "x"} if operation is Operation.DELETE else None,
                )
            )
        work.commit()

    sheet = sheets.show(workspace, number=change.number)

    assert sheet.records == ()
    assert "Close ticket" in done(workspace)
    assert [row.use_case for row in contents.list_page(workspace).rows] == []
    with pytest.raises(restoring.NotInTrash):
        restoring.restore(workspace, number=change.number)
    with pytest.raises(NotFound):
        sheets.show(workspace, number=99_999)


def test_a_record_that_is_gone_keeps_its_name_and_its_history(
    workspace: Workspace, world: World
) -> None:
    key = key_of(persons.register(workspace, a_person(printed_name="Kim Min-su")))
    persons.remove(workspace, person_id=key)

    named = pages.name_record(workspace, kind="person", record_id=key)

    assert (named.title, named.is_there) == ("Kim Min-su", False)
    assert done(workspace, record=("person", key)) == ["Remove person", "Register person"]
    assert bodies.list_all(workspace) != ()
