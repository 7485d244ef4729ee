"""Verbs for the text of rules as a document: a version, the text of a day, two languages."""

from datetime import date
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.rules import RuleDocument, RuleVersion, VersionStatus
from app.services.composing import USUAL, Finish, composed
from app.services.facts.bilingual import bilingual_facts
from app.services.facts.meetings import body_of
from app.services.facts.rules import rules_facts
from app.services.word_files import ComposedDocument
from app.store.queries.rules import list_languages, version_in_force
from app.store.reader import Reader
from app.store.workspace import Workspace

_NOT_ADOPTED = frozenset({VersionStatus.DRAFT, VersionStatus.WITHDRAWN})


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
            f"No version of these rules was in force on {day.day} {day:%B %Y}.",
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


class NoSecondLanguage(Misfortune):
    """Rules were asked for in two languages of which only one is held."""

    def __init__(self, language: str) -> None:
        super().__init__(
            f"The text of these rules is held in one language only ({language}).",
            "Enter it in a second language, or choose another one to stand beside it.",
        )
        self.language = language


def list_kinds_of_rules(workspace: Workspace, *, document_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents can be made of rules; two columns where there are two languages."""
    with workspace.read() as reader:
        reader.get(RuleDocument, document_id)
        return kinds_of_rules(reader, document_id)


def kinds_of_rules(reader: Reader, document_id: UUID) -> tuple[DocumentKind, ...]:
    """Return the same within one reading."""
    if reader.first(RuleVersion, document_id=document_id, text_held=True) is None:
        return ()
    several = len(list_languages(reader, document_id=document_id)) > 1
    return (DocumentKind.RULES, DocumentKind.BILINGUAL_RULES) if several else (DocumentKind.RULES,)


def list_languages_of_rules(workspace: Workspace, *, document_id: UUID) -> tuple[str, ...]:
    """Return the languages in which the text of rules is held."""
    with workspace.read() as reader:
        return list_languages(reader, document_id=document_id)


def find_version(
    workspace: Workspace, *, document_id: UUID, number: int | None = None, on: date | None = None
) -> UUID:
    """Return the version of a number or of a day; without both, the latest that was adopted.

    Raises:
        NoSuchVersion: if there is no version of that number.
        NotInForce: if none was in force on that day.
    """
    with workspace.read() as reader:
        return _find_version(reader, document_id, number, on).id


def compose_version(
    workspace: Workspace,
    *,
    version_id: UUID,
    kind: DocumentKind = DocumentKind.RULES,
    on: date | None = None,
    beside: str | None = None,
    language: str = "en",
    finish: Finish = USUAL,
) -> ComposedDocument:
    """Make the text of one version of rules, in one language or in two columns.

    Args:
        workspace: The workspace.
        version_id: Which version.
        kind: The rules, or the rules in two languages.
        on: A day on which this version was in force, to be named as the day of the text.
        beside: The second language; without one the first other one in which the text is held.
        language: The language of the document.
        finish: What is left out, and whether a draft goes round for comments.

    Raises:
        NotInForce: if another version was in force on that day, or none.
        NoSecondLanguage: if there is nothing to stand in the second column.
        TextNotHeld: if the workspace does not hold its text.
    """
    with workspace.read() as reader:
        version = reader.get(RuleVersion, version_id)
        if on is not None:
            in_force = version_in_force(reader, document_id=version.document_id, on=on)
            if in_force != version.number:
                raise NotInForce(on)
        if kind is DocumentKind.BILINGUAL_RULES:
            beside = _second_language(reader, version, language, beside)
        return _rules(workspace, reader, version, language, on=on, beside=beside, finish=finish)


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
    return compose_version(
        workspace,
        version_id=find_version(workspace, document_id=document_id, number=number, on=on),
        kind=DocumentKind.BILINGUAL_RULES if beside else DocumentKind.RULES,
        on=on,
        beside=beside,
        language=language,
    )


def latest_text(reader: Reader, body_id: UUID) -> RuleVersion | None:
    """Return the latest adopted version of the body's rules whose text is held."""
    held = [
        version
        for document in reader.find(RuleDocument, body_id=body_id)
        for version in reader.find(RuleVersion, document_id=document.id)
        if version.text_held and version.status not in _NOT_ADOPTED
    ]
    return max(held, key=lambda version: (version.adopted_on, version.number), default=None)


def compose_latest(
    workspace: Workspace,
    reader: Reader,
    meeting: Meeting,
    *,
    kind: DocumentKind = DocumentKind.RULES,
    beside: str | None = None,
    language: str,
    finish: Finish = USUAL,
) -> ComposedDocument:
    """Make the latest adopted text of the rules of a meeting's body.

    Raises:
        NoTextOf: if no text of them is held.
        NoSecondLanguage: if there is nothing to stand in the second column.
    """
    version = _text_for(reader, meeting)
    if kind is DocumentKind.BILINGUAL_RULES:
        beside = _second_language(reader, version, language, beside)
    else:
        beside = None
    return _rules(workspace, reader, version, language, beside=beside, finish=finish)


def _find_version(
    reader: Reader, document_id: UUID, number: int | None, on: date | None
) -> RuleVersion:
    if on is not None:
        number = version_in_force(reader, document_id=document_id, on=on)
        if number is None:
            raise NotInForce(on)
    versions = sorted(
        reader.find(RuleVersion, document_id=document_id), key=lambda made: made.number
    )
    chosen = [version for version in versions if version.number == number]
    if number is None:
        adopted = [version for version in versions if version.status not in _NOT_ADOPTED]
        chosen = adopted or versions
    if not chosen:
        raise NoSuchVersion(number, len(versions))
    return chosen[-1]


def _second_language(
    reader: Reader, version: RuleVersion, language: str, beside: str | None
) -> str:
    """Return what stands in the second column: the language asked for, else the first other one."""
    held = list_languages(reader, document_id=version.document_id)
    if beside is None:
        beside = next((tag for tag in held if tag != language), None)
    if beside is None or beside == language:
        raise NoSecondLanguage(language)
    return beside


def _text_for(reader: Reader, meeting: Meeting) -> RuleVersion:
    body = body_of(reader, meeting)
    version = latest_text(reader, body.id)
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
    finish: Finish = USUAL,
) -> ComposedDocument:
    code = reader.get(RuleDocument, version.document_id).code
    named = f"{code} version {version.label}" + (f" on {on.isoformat()}" if on else "")
    draft = version.status in _NOT_ADOPTED
    key, number = version.document_id, version.number
    if not beside:
        kind = DocumentKind.RULES
        facts = rules_facts(reader, document_id=key, number=number, language=language, text_of=on)
        return composed(
            workspace, kind, facts, named, language=language, draft=draft, finish=finish
        )
    both = bilingual_facts(
        reader, document_id=key, number=number, language=language, beside=beside, text_of=on
    )
    kind, named = DocumentKind.BILINGUAL_RULES, f"{named} - {language} and {beside}"
    return composed(workspace, kind, both, named, language=language, draft=draft, finish=finish)
