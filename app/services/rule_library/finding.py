"""Verbs that look for words in all texts of rules, of every body."""

import re
from dataclasses import dataclass
from uuid import UUID

from app.domain.body import Body
from app.domain.names import in_language
from app.domain.rules import Provision, RuleDocument, RuleVersion
from app.services.rule_names import names_of
from app.store.queries.rules import list_versions, read_version
from app.store.reader import Reader
from app.store.search import ProvisionHit, Scope, find_provisions
from app.store.workspace import Workspace

__all__ = ["Findings", "FoundProvision", "RulesPlace", "find", "locate"]

_MOST = 100
_MARK = re.compile(r"\{ref:([^\s{}|]+)(?:\|\w+)?\}")


@dataclass(frozen=True)
class FoundProvision:
    """A provision that has the words.

    Attributes:
        number: The version that shows them, where it is not the text of today.
        version: How that version is called as printed; empty for the text of today.
        words: A part of the text, with the places of the words found in it.
    """

    document_id: UUID
    document: str
    body_id: UUID | None
    body: str
    eid: str
    label: str
    heading: str
    language: str
    number: int | None
    version: str
    words: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Findings:
    """What was found; ``is_more`` where not all of it is listed."""

    rows: tuple[FoundProvision, ...]
    is_more: bool


@dataclass(frozen=True)
class RulesPlace:
    """Where a record stands in the rules.

    Attributes:
        number: The version; ``None`` for the text of today.
        eid: The provision; empty for the whole text.
    """

    document_id: UUID
    body_id: UUID | None
    number: int | None = None
    eid: str = ""


def locate(workspace: Workspace, *, kind: str, key: UUID | int | str) -> RulesPlace:
    """Return where a rule document, one of its versions or a provision is read.

    Raises:
        NotFound: if it is no longer there.
    """
    with workspace.read() as reader:
        number, eid = None, ""
        if kind == "rule_version":
            version = reader.get(RuleVersion, UUID(str(key)))
            document_id, number = version.document_id, version.number
        elif kind == "provision":
            # The window names every record by a UUID: that of a provision is its number.
            number_of = key.int if isinstance(key, UUID) else int(str(key))
            provision = reader.get(Provision, number_of)
            document_id, eid = provision.document_id, provision.eid
        else:
            document_id = UUID(str(key))
        return RulesPlace(document_id, reader.get(RuleDocument, document_id).body_id, number, eid)


def find(
    workspace: Workspace, *, words: str, language: str = "en", all_versions: bool = False
) -> Findings:
    """Return the provisions of all rules that hold every one of the words, the best first.

    Args:
        workspace: The workspace.
        words: Words, and passages in quotation marks, in any of the four languages.
        language: For titles.
        all_versions: Look through the texts that do not stand any more, too.
    """
    scope = Scope.ALL_VERSIONS if all_versions else Scope.NOW
    with workspace.read() as reader:
        found = find_provisions(reader, query=words, scope=scope, language=language, limit=_MOST)
        known: dict[UUID, _Rules] = {}
        rows = []
        for hit in found.provisions:
            rules = known.setdefault(
                hit.document_id, _Rules.read(reader, hit.document_id, language)
            )
            rows.append(_row(hit, rules, _names(reader, rules, hit)))
    return Findings(tuple(rows), found.is_more or found.count > len(rows))


@dataclass
class _Rules:
    """What is told of the rules that something was found in."""

    body_id: UUID | None
    body: str
    labels: dict[int, str]
    names: dict[tuple[int, str], dict[str, str]]

    @classmethod
    def read(cls, reader: Reader, document_id: UUID, language: str) -> "_Rules":
        document = reader.get(RuleDocument, document_id)
        body = reader.get(Body, document.body_id) if document.body_id else None
        name = in_language(body.short_names or body.names, language) if body else ""
        versions = list_versions(reader, document_id=document_id, language=language)
        return cls(document.body_id, name, {row.number: row.label for row in versions}, {})


def _names(reader: Reader, rules: _Rules, hit: ProvisionHit) -> dict[str, str]:
    """Return what the provisions are called in the version that shows what was found."""
    number = hit.v_to - 1 if hit.v_to is not None else max(rules.labels, default=1)
    asked = (number, hit.language)
    if asked not in rules.names:
        rows = read_version(
            reader, document_id=hit.document_id, number=number, language=hit.language
        )
        rules.names[asked] = names_of(rows, language=hit.language)
    return rules.names[asked]


def _row(hit: ProvisionHit, rules: _Rules, names: dict[str, str]) -> FoundProvision:
    number = hit.v_to - 1 if hit.v_to is not None else None
    words, spans = _spelled(hit.excerpt.text, hit.excerpt.spans, names)
    return FoundProvision(
        document_id=hit.document_id,
        document=hit.document_title,
        body_id=rules.body_id,
        body=rules.body,
        eid=hit.eid,
        label=names.get(hit.eid, hit.label),
        heading=hit.heading,
        language=hit.language,
        number=number,
        version=rules.labels.get(number, "") if number is not None else "",
        words=words,
        spans=spans,
    )


def _spelled(
    text: str, spans: tuple[tuple[int, int], ...], names: dict[str, str]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return words with the names of the provisions they refer to, and the places found in them."""
    made, at, shifts = [], 0, [(0, 0)]
    for mark in _MARK.finditer(text):
        name = names.get(mark[1], mark[1])
        made += [text[at : mark.start()], name]
        at = mark.end()
        shifts.append((mark.end(), shifts[-1][1] + len(name) - len(mark[0])))
    made.append(text[at:])

    def moved(place: int) -> int:
        return place + [shift for begin, shift in shifts if begin <= place][-1]

    return "".join(made), tuple((moved(start), moved(end)) for start, end in spans)
