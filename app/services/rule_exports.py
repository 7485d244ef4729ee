"""Verbs that save a text of rules outside the workspace: Word, PDF, plain text, Akoma Ntoso."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.body import Body
from app.domain.names import in_language
from app.domain.party import Party
from app.domain.rules import RuleDocument, VersionStatus
from app.exchange.akoma_facts import AkomaAmendment, AkomaEvent, AkomaProvision, AkomaText
from app.services import comparisons, disk, rule_documents
from app.services.comparisons import TwoVersions
from app.services.pdf_files import save_as_pdf
from app.services.rule_documents import NoSuchVersion
from app.services.rule_names import names_of
from app.services.saving import save_where_chosen
from app.services.wanted import Wanted
from app.store.queries.bodies import seats_on
from app.store.queries.rules import (
    ProvisionRow,
    VersionRow,
    list_amendments,
    list_versions,
    read_version,
)
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = ["RuleForm", "akoma_ntoso", "save"]

_NOT_ADOPTED = frozenset({VersionStatus.DRAFT.value, VersionStatus.WITHDRAWN.value})


class RuleForm(StrEnum):
    """In what form a text of rules is saved."""

    WORD = "docx"
    BILINGUAL = "bilingual"
    REDLINE = "redline"
    PDF = "pdf"
    PLAIN = "txt"
    AKOMA_NTOSO = "xml"


def save(
    workspace: Workspace,
    *,
    document_id: UUID,
    number: int,
    form: str,
    path: Path,
    language: str = "en",
    against: int | None = None,
    beside: str = "",
    on: date | None = None,
) -> Path:
    """Write one version of rules to ``path``; return the path.

    Args:
        workspace: The workspace.
        document_id: Which rules.
        number: Which version, counted from 1.
        form: One of ``RuleForm``.
        path: Where.
        language: In which language.
        against: The version that a redline starts from.
        beside: The second language of a text in two columns; else the first other one.
        on: A day on which the version was in force, to be named as the day of the text.

    Raises:
        NoSuchVersion: if there is no version of that number.
        NotInForce: if another version was in force on that day, or none.
        NoSecondLanguage: if there is nothing to stand in the second column.
        FileNotWritten: naming the file and the reason.
    """
    version_id = rule_documents.find_version(workspace, document_id=document_id, number=number)
    wanted = Wanted(kind=DocumentKind.RULES, rule_version_id=version_id, language=language, on=on)
    match RuleForm(form):
        case RuleForm.WORD:
            return save_where_chosen(workspace, wanted, folder_or_path=path)
        case RuleForm.BILINGUAL:
            two = replace(wanted, kind=DocumentKind.BILINGUAL_RULES, beside=beside or None)
            return save_where_chosen(workspace, two, folder_or_path=path)
        case RuleForm.PDF:
            return save_as_pdf(workspace, wanted, folder_or_path=path)
        case RuleForm.REDLINE:
            compared = TwoVersions(
                document_id=document_id,
                older=against or number - 1,
                newer=number,
                language=language,
            )
            return comparisons.save_as_word(workspace, compared, folder_or_path=path)
        case RuleForm.PLAIN:
            return _save_plain(workspace, wanted, path)
        case RuleForm.AKOMA_NTOSO:
            content = akoma_ntoso(
                workspace, document_id=document_id, number=number, language=language
            )
            return disk.write_file(path, content)


def akoma_ntoso(
    workspace: Workspace, *, document_id: UUID, number: int, language: str = "en"
) -> bytes:
    """Return one version of rules as Akoma Ntoso 3.0.

    Raises:
        NoSuchVersion: if there is no version of that number, or its text is not held.
    """
    from app.exchange.akoma_ntoso import write

    with workspace.read() as reader:
        return write(_akoma_text(reader, document_id, number, language, workspace))


def _save_plain(workspace: Workspace, wanted: Wanted, path: Path) -> Path:
    from app.documents.plain import plain_text
    from app.services.wanted import compose

    return disk.write_file(path, plain_text(compose(workspace, wanted).document).encode())


def _akoma_text(
    reader: Reader, document_id: UUID, number: int, language: str, workspace: Workspace
) -> AkomaText:
    document = reader.get(RuleDocument, document_id)
    versions = list_versions(reader, document_id=document_id, language=language)
    rows = read_version(reader, document_id=document_id, number=number, language=language)
    version = next((each for each in versions if each.number == number), None)
    if version is None or not rows:
        raise NoSuchVersion(number, len(versions))
    body = reader.get(Body, document.body_id) if document.body_id else None
    adopted = [each for each in versions if each.number <= number and _day(each) is not None]
    first_day = (_day(adopted[0]) if adopted else None) or workspace.today()
    return AkomaText(
        jurisdiction=_jurisdiction(reader, body, version),
        actor=body.code if body else document.code,
        actor_name=in_language(body.names, language) if body else document.code,
        document=document.code,
        kind=document.kind.value,
        title=in_language(document.titles, language),
        language=language,
        version=version.label,
        first_day=first_day,
        version_day=version.in_force_from or _day(version) or first_day,
        is_draft=version.status in _NOT_ADOPTED,
        provisions=_provisions(rows),
        events=tuple(_event(each) for each in adopted),
        amendments=_amendments(reader, document_id, number),
        labels=names_of(rows, language=language),
    )


def _jurisdiction(reader: Reader, body: Body | None, version: VersionRow) -> str:
    """Return the codes of the parties, joined: no code is assigned to a body of two states."""
    if body is None:
        return "un"
    seats = seats_on(reader, body_id=body.id, day=version.adopted_on)
    codes = sorted(reader.get(Party, seat.party_id).code.lower() for seat in seats)
    return "-".join(codes) or "un"


def _event(version: VersionRow) -> AkomaEvent:
    day = _day(version)
    assert day is not None
    return AkomaEvent(day, version.label, version.decision)


def _day(version: VersionRow) -> date | None:
    return version.in_force_from or version.adopted_on


def _amendments(reader: Reader, document_id: UUID, number: int) -> tuple[AkomaAmendment, ...]:
    return tuple(
        AkomaAmendment(each.kind, each.eid, each.decision)
        for each in list_amendments(reader, document_id=document_id)
        if each.version == number
    )


def _provisions(rows: tuple[ProvisionRow, ...]) -> tuple[AkomaProvision, ...]:
    below: dict[str | None, list[ProvisionRow]] = defaultdict(list)
    for row in rows:
        below[row.parent_eid].append(row)

    def grown(parent: str | None) -> tuple[AkomaProvision, ...]:
        return tuple(
            AkomaProvision(row.eid, row.kind, row.label, row.heading, row.text, grown(row.eid))
            for row in below.get(parent, [])
        )

    return grown(None)
