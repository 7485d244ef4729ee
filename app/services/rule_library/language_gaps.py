"""Verbs that compare two languages of one version: what a translation lacks or says otherwise."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.rules import ProvisionText, RuleVersion
from app.services.rule_names import names_of
from app.store.queries.rules import latest_texts, list_languages, read_version
from app.store.workspace import Workspace
from app.texts.language_agreement import Disagreement, Warned, Wording, compare_wordings

__all__ = ["Disagreement", "LanguageGap", "compare", "list_statuses"]


@dataclass(frozen=True)
class LanguageGap:
    """Where two languages of a provision differ.

    Attributes:
        name: What the provision is called.
        language: The language that lacks something, or says it otherwise.
        only_first, only_second: What only one of the two has: numbers, days, amounts, references.
    """

    eid: str
    name: str
    kind: Disagreement
    language: str
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


@dataclass(frozen=True)
class LanguageStatus:
    """What authority the text of a version has in one language; empty where it is not one."""

    language: str
    status: str


def list_statuses(workspace: Workspace, *, version_id: UUID) -> tuple[LanguageStatus, ...]:
    """Return the languages in which a version has words, and the authority of each."""
    with workspace.read() as reader:
        version = reader.get(RuleVersion, version_id)
        key = version.document_id
        found = []
        for language in list_languages(reader, document_id=key):
            texts = latest_texts(reader, document_id=key, number=version.number, language=language)
            statuses = {text.status.value for text in texts.values()}
            if statuses:
                status = statuses.pop() if len(statuses) == 1 else ""
                found.append(LanguageStatus(language, status))
        return tuple(found)


def compare(
    workspace: Workspace, *, document_id: UUID, number: int, first: str, second: str
) -> tuple[LanguageGap, ...]:
    """Return where two languages of a version differ, in reading order.

    The authentic one of the two is what the other is measured by.
    """
    with workspace.read() as reader:
        rows = read_version(reader, document_id=document_id, number=number, language=first)
        ours, theirs = (
            latest_texts(reader, document_id=document_id, number=number, language=language)
            for language in (first, second)
        )
        labels = {row.eid: row.label for row in rows}
        names = names_of(rows, language=first)
    found: list[LanguageGap] = []
    missing: dict[str, str] = {}
    for row in rows:
        label = labels[row.eid]
        for warned in _differences(label, ours.get(row.eid), theirs.get(row.eid), first, second):
            if warned.kind is Disagreement.MISSING:
                missing[row.eid] = warned.language
                if missing.get(row.parent_eid or "") == warned.language:
                    continue  # its article is missing as a whole
            found.append(
                LanguageGap(
                    eid=row.eid,
                    name=names.get(row.eid, label),
                    kind=warned.kind,
                    language=warned.language,
                    only_first=tuple(names.get(sign, sign) for sign in warned.only_first),
                    only_second=tuple(names.get(sign, sign) for sign in warned.only_second),
                )
            )
    return tuple(found)


def _differences(
    label: str, one: ProvisionText | None, other: ProvisionText | None, first: str, second: str
) -> tuple[Warned, ...]:
    mine, theirs = _wording(label, one, other), _wording(label, other, one)
    if mine is None and theirs is None:
        return ()
    if mine is None:
        return (Warned(Disagreement.MISSING, first),)
    if theirs is None:
        return (Warned(Disagreement.MISSING, second),)
    if mine.is_stale:
        return compare_wordings(theirs, mine, language=first)
    return compare_wordings(mine, theirs, language=second)


def _wording(label: str, text: ProvisionText | None, other: ProvisionText | None) -> Wording | None:
    if text is None:
        return None
    words = "\n".join(part for part in (text.heading, text.text) if part)
    if not words and (other is None or not (other.heading or other.text)):
        return None
    return Wording(text.language, label, words, is_stale=_is_stale(text, other))


def _is_stale(text: ProvisionText, other: ProvisionText | None) -> bool:
    """Say whether a text translates another one than the authentic text beside it."""
    if other is None or other.status is not TextStatus.AUTHENTIC or not text.source_sha256:
        return False
    return text.status is not TextStatus.AUTHENTIC and text.source_sha256 != other.sha256
