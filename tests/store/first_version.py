"""A workspace file as version 1 of the program left it: its tables, and rows in them."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from app.domain.agenda import AgendaItem, AgendaPaper
from app.domain.attachment import Attachment, AttachmentBlob
from app.domain.body import Body, BodyKind, BodyName
from app.domain.checked import Checked, kind_of
from app.domain.issued import IssuedDocument
from app.domain.journal import ChangeEntry, ChangeSetEntry, Operation
from app.domain.meeting import Meeting, MeetingKind
from app.domain.minutes import Grade, Minutes, MinutesParagraph
from app.domain.paper import Paper, PaperCategory
from app.domain.party import NameKind, Party, PartyKind, PartyName
from app.domain.preparation import OffsetAnchor, PreparationOffset, PreparationTask
from app.store.engine import APPLICATION_ID, Access, Begin, connect, open_engine
from app.store.migrations.versions import v0001_first

WRITTEN = datetime(2025, 5, 27, 9, 30, tzinfo=UTC)


def make_first_version(path: Path, records: Sequence[Checked]) -> None:
    """Make a file of version 1 that holds ``records``, as far as that version knew them."""
    engine = open_engine(path, access=Access.CREATE, begin=Begin.WRITING)
    with engine.begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            v0001_first.upgrade()
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version ( version_num TEXT NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0001')")
        facts = {"segmenter_version": "1", "oldest_reader": "1", "search_day": "2025-05-27"}
        connection.exec_driver_sql("INSERT INTO store_meta VALUES (?, ?)", list(facts.items()))
        for record in records:
            _insert(connection, record)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql("PRAGMA user_version=1")
    engine.dispose()


def records_of_then() -> list[Checked]:
    """Return records of each kind that a later version changed, and of some that it did not."""
    korea = Party(code="KR", kind=PartyKind.STATE, names={"en": "Republic of Korea"})
    body = Body(code="KM-JWG", kind=BodyKind.JOINT_WORKING_GROUP, names={"en": "Joint group"})
    meeting = Meeting(
        body_id=body.id,
        kind=MeetingKind.ORDINARY,
        ordinal=1,
        titles={"en": "First Joint Working Group Meeting", "ko": "제1차 합동작업반 회의"},
        starts_on=date(2025, 5, 27),
        starts_at=WRITTEN,
        zone="Asia/Ulaanbaatar",
    )
    item = AgendaItem(meeting_id=meeting.id, ordinal=1, titles={"en": "Rules of Procedure"})
    below = AgendaItem(meeting_id=meeting.id, parent_id=item.id, ordinal=1)
    paper = Paper(body_id=body.id, symbol="JWG-1/3", category=PaperCategory.WORKING)
    minutes = Minutes(meeting_id=meeting.id, symbol="JWG-1/MIN")
    file = Attachment(sha256="a" * 64, size=3, media_type="text/plain", file_name="a.txt")
    names = {
        "party_id": korea.id,
        "kind": NameKind.FORMER,
        "language": "en",
        "text": "Chosŏn",
        "valid_to": "1948",
    }
    return [
        korea,
        PartyName(**names),
        body,
        BodyName(body_id=body.id, kind=NameKind.FORMER, language="en", text="Preparatory group"),
        meeting,
        item,
        below,
        paper,
        AgendaPaper(agenda_item_id=item.id, paper_id=paper.id),
        PreparationOffset(body_id=body.id, ordinal=1, anchor=OffsetAnchor.BEFORE_START, days=60),
        PreparationOffset(
            body_id=body.id, ordinal=2, anchor=OffsetAnchor.BEFORE_START, days=30, party_id=korea.id
        ),
        PreparationTask(meeting_id=meeting.id, ordinal=1, due_on=date(2025, 3, 28)),
        minutes,
        MinutesParagraph(
            minutes_id=minutes.id,
            ordinal=1,
            grade=Grade.BOTH_SIDES,
            texts={"en": "Both sides agreed."},
        ),
        file,
        AttachmentBlob(attachment_id=file.id, data=b"abc"),
        IssuedDocument(
            kind="agreed-minutes",
            template="agreed-minutes",
            language="en",
            is_draft=True,
            issued_at=WRITTEN,
            file_name="Minutes.docx",
            sha256="a" * 64,
            attachment_id=file.id,
        ),
        ChangeSetEntry(id=7, at=WRITTEN, actor="Bat", use_case="Plan a meeting"),
        ChangeEntry(
            id=9,
            change_set_id=7,
            entity="meeting",
            pk=str(meeting.id),
            operation=Operation.INSERT,
            after={"titles": {"en": "First"}},
        ),
    ]


def rows_of(path: Path, columns: dict[str, list[str]] | None = None) -> dict[str, list[object]]:
    """Return every row of every table, as far as ``columns`` names them, in any order."""
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        wanted = columns or columns_of(path)
        return {
            table: sorted(
                connection.execute(
                    f"SELECT {', '.join(f'{chr(34)}{name}{chr(34)}' for name in names)}"
                    f' FROM "{table}"'
                ).fetchall(),
                key=repr,
            )
            for table, names in wanted.items()
        }


def columns_of(path: Path) -> dict[str, list[str]]:
    """Return the columns of every table that holds records."""
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'search_%' AND name NOT IN ('alembic_version', 'store_meta')"
        ).fetchall()
        return {
            table: [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
            for (table,) in tables
        }


def _insert(connection: sa.Connection, record: Checked) -> None:
    live = Checked.metadata.tables[kind_of(type(record))]
    info = connection.exec_driver_sql(f'PRAGMA table_info("{live.name}")').all()
    known = {row[1] for row in info}
    table = sa.Table(
        live.name,
        sa.MetaData(),
        *(sa.Column(column.name, column.type) for column in live.columns if column.name in known),
    )
    values = {name: getattr(record, name) for name in table.columns.keys()}  # noqa: SIM118
    connection.execute(table.insert().values(**values))
