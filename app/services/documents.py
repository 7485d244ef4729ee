"""Verbs for documents: what can be made of which records, composing it, saving it as Word."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from app.documents.facts import Facts
from app.documents.kinds import DocumentKind
from app.domain.body import Body
from app.domain.decision import ADOPTED_DECISIONS, Decision
from app.domain.delegation import Delegation
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.party import Party
from app.domain.rules import RuleDocument, RuleVersion, VersionStatus
from app.domain.written_procedure import WrittenProcedure
from app.services import own_templates
from app.services.facts.bilingual import bilingual_facts
from app.services.facts.circulars import circular_facts
from app.services.facts.decisions import decision_facts
from app.services.facts.gathering import (
    facts_of_body,
    facts_of_meeting,
    is_draft,
    kinds_of_body,
    kinds_of_meeting,
)
from app.services.facts.meetings import body_of
from app.services.facts.rules import rules_facts
from app.services.word_files import ComposedDocument, FileNotWritten, file_name, write
from app.store.queries.rules import list_languages, version_in_force
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.blocks import Document

# The template and Word libraries are imported when the first document is made, so that they do not
# keep the window waiting.

__all__ = [
    "ComposedDocument",
    "DocumentKind",
    "FileNotWritten",
    "compose_decision",
    "compose_for_body",
    "compose_for_meeting",
    "compose_rules",
    "list_kinds",
    "list_kinds_of_body",
    "list_kinds_of_decision",
    "list_kinds_of_rules",
    "list_languages_of_kind",
    "list_originals",
    "save_all",
    "save_as_word",
    "write",
]

_NOT_ADOPTED = frozenset({VersionStatus.DRAFT, VersionStatus.WITHDRAWN})
# Of these each side has its own: named first in it, and the one who writes a note.
_ONE_PER_SIDE = frozenset(
    {DocumentKind.AGREED_MINUTES, DocumentKind.NOTE_VERBALE, DocumentKind.PRESS_RELEASE}
)


class NoOriginalFor(Misfortune):
    """An original was asked for a party that has no seat in the body."""

    def __init__(self, code: str, parties: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no original for {code}.", f"The parties are: {', '.join(parties)}."
        )


class NotMadeOf(Misfortune):
    """A document was asked for of records that it is not made of."""

    def __init__(self, kind: DocumentKind, records: str) -> None:
        super().__init__(
            f"A document of the kind “{kind.words}” is not made of {records}.",
            "See which kinds are offered there.",
        )
        self.kind = kind


class NoSuchVersion(Misfortune):
    """A version of rules was asked for that there is not."""

    def __init__(self, number: int | None, count: int) -> None:
        asked = "text yet" if number is None else f"version {number}"
        super().__init__(
            f"These rules have no {asked}.", f"They have {count} version(s), counted from 1."
        )
        self.number = number


class NotInForce(Misfortune):
    """The text of rules was asked for on a day on which none was in force."""

    def __init__(self, day: date) -> None:
        super().__init__(
            f"No version of these rules was in force on {day.isoformat()}.",
            "Choose a later day, or ask for a version by its number.",
        )
        self.day = day


class NoTextOf(Misfortune):
    """The rules of a body were asked for of which the workspace holds no text."""

    def __init__(self, body: str) -> None:
        super().__init__(
            f"The workspace holds no adopted text of rules of the {body}.",
            "It can be saved once a text was entered and adopted.",
        )


def list_kinds(workspace: Workspace, *, meeting_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents the records of a meeting are enough for."""
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        if meeting.body_id is None:
            return ()
        there = kinds_of_meeting(reader, workspace, meeting)
        if _latest_text(reader, meeting.body_id) is not None:
            there.add(DocumentKind.RULES)
    return _in_order(there)


def list_kinds_of_body(workspace: Workspace, *, body_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents the records of a body are enough for."""
    with workspace.read() as reader:
        reader.get(Body, body_id)
        return _in_order(kinds_of_body(reader, workspace, body_id))


def list_kinds_of_decision(workspace: Workspace, *, decision_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents can be made of a decision; a circular where it is sought so."""
    with workspace.read() as reader:
        reader.get(Decision, decision_id)
        sought = reader.first(WrittenProcedure, decision_id=decision_id) is not None
    return (DocumentKind.DECISION, DocumentKind.CIRCULAR) if sought else (DocumentKind.DECISION,)


def list_kinds_of_rules(workspace: Workspace, *, document_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents can be made of rules; two columns where there are two languages."""
    with workspace.read() as reader:
        reader.get(RuleDocument, document_id)
        if reader.first(RuleVersion, document_id=document_id, text_held=True) is None:
            return ()
        several = len(list_languages(reader, document_id=document_id)) > 1
    return (DocumentKind.RULES, DocumentKind.BILINGUAL_RULES) if several else (DocumentKind.RULES,)


def list_originals(
    workspace: Workspace, *, meeting_id: UUID, kind: DocumentKind
) -> tuple[UUID | None, ...]:
    """Return whose originals there are: of minutes one for each side, else of nobody's."""
    if kind not in _ONE_PER_SIDE:
        return (None,)
    with workspace.read() as reader:
        opened = reader.find(Delegation, meeting_id=meeting_id)
    return tuple(row.party_id for row in sorted(opened, key=lambda row: row.seat)) or (None,)


def list_languages_of_kind(*, kind: DocumentKind) -> tuple[str, ...]:
    """Return the languages in which a document can be made, because there is a template."""
    from app.documents.templates import shipped_templates

    return shipped_templates().list_languages(DocumentKind(kind))


def compose_for_meeting(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    kind: DocumentKind,
    original_of: UUID | None = None,
    language: str = "en",
) -> ComposedDocument:
    """Make a document of a meeting's records; what is not yet agreed comes out as a draft.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        kind: Which document; for the rules, the latest text of the meeting's body.
        original_of: The party whose original it is: named first, signs on the left, sends the note.
        language: The language of the document.

    Raises:
        NoMinutes, NoTextOf, NoBody: if the records are not enough for it.
        NoOriginalFor: if the party has no seat in the body.
        NotMadeOf: if no meeting gives such a document.
    """
    kind = DocumentKind(kind)
    if kind in {DocumentKind.DECISION, DocumentKind.CIRCULAR, DocumentKind.BILINGUAL_RULES}:
        raise NotMadeOf(kind, "a meeting")
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        if kind is DocumentKind.RULES:
            return _rules(workspace, reader, _text_for(reader, meeting), language)
        code = reader.get(Party, original_of).code if original_of else None
        facts = facts_of_meeting(
            reader, workspace, meeting_id=meeting_id, kind=kind, language=language
        )
        draft = is_draft(reader, meeting, kind, language)
        name = meeting.code or in_language(meeting.titles, language)
    return _composed(workspace, kind, facts, name, language=language, original_of=code, draft=draft)


def compose_for_body(
    workspace: Workspace, *, body_id: UUID, kind: DocumentKind, language: str = "en"
) -> ComposedDocument:
    """Make a document of a body's records: its register of decisions, its lists between meetings.

    Raises:
        NotMadeOf: if no body gives such a document.
    """
    kind = DocumentKind(kind)
    if kind not in {
        DocumentKind.DECISION_REGISTER,
        DocumentKind.ACTION_LIST,
        DocumentKind.PROJECT_REVIEW,
    }:
        raise NotMadeOf(kind, "a body")
    with workspace.read() as reader:
        code = reader.get(Body, body_id).code
        facts = facts_of_body(reader, workspace, body_id=body_id, kind=kind, language=language)
    return _composed(workspace, kind, facts, code, language=language, draft=False)


def compose_decision(
    workspace: Workspace,
    *,
    decision_id: UUID,
    kind: DocumentKind = DocumentKind.DECISION,
    original_of: UUID | None = None,
    language: str = "en",
) -> ComposedDocument:
    """Make a decision as a document of its own, or the circular by which it is sought.

    Raises:
        NoProcedure: if a circular is asked for, and the decision is not sought in writing.
        NoOriginalFor: if the party has no seat in the body.
        NotMadeOf: if no decision gives such a document.
    """
    kind = DocumentKind(kind)
    if kind not in {DocumentKind.DECISION, DocumentKind.CIRCULAR}:
        raise NotMadeOf(kind, "a decision")
    with workspace.read() as reader:
        decision = reader.get(Decision, decision_id)
        code = reader.get(Party, original_of).code if original_of else None
        collect = decision_facts if kind is DocumentKind.DECISION else circular_facts
        facts: Facts = collect(reader, decision_id=decision_id, language=language)
    draft = kind is DocumentKind.DECISION and decision.status not in ADOPTED_DECISIONS
    name = decision.symbol or decision.temporary_symbol
    return _composed(workspace, kind, facts, name, language=language, original_of=code, draft=draft)


def compose_rules(
    workspace: Workspace,
    *,
    document_id: UUID,
    number: int | None = None,
    on: date | None = None,
    beside: str | None = None,
    language: str = "en",
) -> ComposedDocument:
    """Make the text of rules: one version, by default the latest that was adopted.

    Args:
        workspace: The workspace.
        document_id: Which rules.
        number: Which version, counted from 1.
        on: The day on which the text shall have been in force, instead of a number.
        beside: A second language, for the text in two columns.
        language: The language of the document.

    Raises:
        NoSuchVersion: if there is no version of that number.
        NotInForce: if none was in force on that day.
        TextNotHeld: if the workspace does not hold its text.
    """
    with workspace.read() as reader:
        if on is not None:
            number = version_in_force(reader, document_id=document_id, on=on)
            if number is None:
                raise NotInForce(on)
        versions = sorted(
            reader.find(RuleVersion, document_id=document_id), key=lambda made: made.number
        )
        adopted = [version for version in versions if version.status not in _NOT_ADOPTED]
        chosen = [version for version in versions if version.number == number]
        if number is None:
            chosen = adopted or versions
        if not chosen:
            raise NoSuchVersion(number, len(versions))
        return _rules(workspace, reader, chosen[-1], language, on=on, beside=beside)


def save_as_word(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    kind: DocumentKind,
    folder_or_path: Path,
    original_of: UUID | None = None,
    language: str = "en",
) -> Path:
    """Write a document of a meeting as Word; return the path of the file.

    Into a folder it is written under a name that is still free; a path that names a file is the
    user's own choice and is replaced, in one step, so that no half-written file is ever left. Only
    what a person changed by hand since it was saved is never replaced without a word.

    Raises:
        FileNotWritten: naming the file and the reason.
        ChangedByHand: It was saved there before, and changed since.
    """
    from app.services import issuing  # which makes its documents here

    wanted = issuing.Wanted(
        meeting_id=meeting_id, kind=kind, original_of=original_of, language=language
    )
    return issuing.save_where_chosen(workspace, wanted, folder_or_path=folder_or_path)


def save_all(workspace: Workspace, *, meeting_id: UUID, folder: Path) -> tuple[Path, ...]:
    """Write every document of a meeting, every original of its minutes, into a folder."""
    return tuple(
        save_as_word(
            workspace,
            meeting_id=meeting_id,
            kind=kind,
            original_of=party_id,
            folder_or_path=folder,
        )
        for kind in list_kinds(workspace, meeting_id=meeting_id)
        for party_id in list_originals(workspace, meeting_id=meeting_id, kind=kind)
    )


def _in_order(kinds: set[DocumentKind]) -> tuple[DocumentKind, ...]:
    return tuple(kind for kind in DocumentKind if kind in kinds)


def _composed(
    workspace: Workspace,
    kind: DocumentKind,
    facts: Facts,
    name: str,
    *,
    language: str,
    original_of: str | None = None,
    draft: bool,
) -> ComposedDocument:
    _require_seat(facts, original_of)
    compose = partial(
        _compose,
        kind,
        facts,
        language=language,
        original_of=original_of,
        own=own_templates.carried(workspace),
    )
    document = compose(draft=draft)
    whose = ""
    if original_of:
        note = kind is DocumentKind.NOTE_VERBALE
        whose = f"from {original_of}" if note else f"{original_of} original"
    return ComposedDocument(
        document,
        file_name(kind, name, whose, draft=document.draft),
        mark_facts=partial(compose, draft=document.draft, mark_facts=True),
    )


def _compose(
    kind: DocumentKind,
    facts: Facts,
    *,
    draft: bool,
    own: Mapping[str, str],
    mark_facts: bool = False,
    **asked: Any,
) -> Document:
    """Return the document; as a draft too where something is still to be confirmed."""
    from app.documents.compose import FactsMissing, compose
    from app.documents.templates import templates_with

    asked["templates"] = templates_with(own, mark_facts=mark_facts)
    try:
        return compose(kind, facts, draft=draft, **asked)
    except FactsMissing:
        return compose(kind, facts, draft=True, **asked)


def _latest_text(reader: Reader, body_id: UUID) -> RuleVersion | None:
    """Return the latest adopted version of the body's rules whose text is held."""
    held = [
        version
        for document in reader.find(RuleDocument, body_id=body_id)
        for version in reader.find(RuleVersion, document_id=document.id)
        if version.text_held and version.status not in _NOT_ADOPTED
    ]
    return max(held, key=lambda version: (version.adopted_on, version.number), default=None)


def _text_for(reader: Reader, meeting: Meeting) -> RuleVersion:
    body = body_of(reader, meeting)
    version = _latest_text(reader, body.id)
    if version is None:
        raise NoTextOf(in_language(body.names, "en"))
    return version


def _rules(
    workspace: Workspace,
    reader: Reader,
    version: RuleVersion,
    language: str,
    *,
    on: date | None = None,
    beside: str | None = None,
) -> ComposedDocument:
    code = reader.get(RuleDocument, version.document_id).code
    named = f"{code} version {version.label}" + (f" on {on.isoformat()}" if on else "")
    draft = version.status in _NOT_ADOPTED
    key, number = version.document_id, version.number
    if beside:
        facts: Facts = bilingual_facts(
            reader, document_id=key, number=number, language=language, beside=beside, text_of=on
        )
        kind, named = DocumentKind.BILINGUAL_RULES, f"{named} - {language} and {beside}"
    else:
        facts = rules_facts(reader, document_id=key, number=number, language=language, text_of=on)
        kind = DocumentKind.RULES
    return _composed(workspace, kind, facts, named, language=language, draft=draft)


def _require_seat(facts: Facts, code: str | None) -> None:
    seats = tuple(party.code for party in facts.parties)
    if code is not None and code not in seats:
        raise NoOriginalFor(code, seats)
