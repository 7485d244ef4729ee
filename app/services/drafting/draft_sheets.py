"""Reads a draft as its editor shows it: the outline with what changed, and one provision whole."""

from collections.abc import Mapping
from uuid import UUID

from app.domain.body import Body
from app.domain.decision import TextStatus
from app.domain.names import in_language
from app.domain.provision_proposal import ProvisionProposal
from app.domain.rules import Provision, RuleDocument, RuleVersion, VersionStatus
from app.services.drafting.draft_records import (
    DraftLine,
    DraftSheet,
    ProposalRow,
    ProvisionSheet,
    SideRow,
    WordingSheet,
)
from app.services.drafting.draft_sides import proposal_row, sides_of
from app.services.drafting.following import index_of
from app.services.drafting.refusals import NotThere
from app.services.rule_reading import Change
from app.services.rule_wording import compare_words, plain_words
from app.store.queries.drafts import (
    RevisionRow,
    WordingRow,
    count_open_proposals,
    list_revisions,
    list_statuses,
    list_wordings,
)
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.alignment import heaviest_chain
from app.texts.brackets import find_brackets, is_bracketed
from app.texts.provision_index import ProvisionIndex
from app.texts.provision_names import name_in
from app.texts.wording import read_wording

__all__ = [
    "Change",
    "DraftLine",
    "DraftSheet",
    "ProposalRow",
    "ProvisionSheet",
    "SideRow",
    "WordingSheet",
    "find_eid",
    "read_draft",
    "read_provision",
]

_SHORT = 90


def read_draft(workspace: Workspace, *, version_id: UUID, language: str = "en") -> DraftSheet:
    """Return a draft with its outline, as it is written in a language."""
    with workspace.read() as reader:
        return _Reading(reader, version_id, language).sheet()


def read_provision(
    workspace: Workspace, *, version_id: UUID, eid: str, language: str = "en"
) -> ProvisionSheet:
    """Return one provision of a draft, one that it has repealed too.

    Raises:
        NotThere: if it stands neither in the draft nor in the version before.
    """
    with workspace.read() as reader:
        return _Reading(reader, version_id, language).provision(eid)


def find_eid(workspace: Workspace, *, provision_id: int) -> str:
    """Return the identity of a provision by its key."""
    with workspace.read() as reader:
        return reader.get(Provision, provision_id).eid


class _Reading:
    """What is read of a draft."""

    def __init__(self, reader: Reader, version_id: UUID, language: str) -> None:
        self._reader = reader
        self._language = language
        self._version = reader.get(RuleVersion, version_id)
        number, document_id = self._version.number, self._version.document_id
        rows = list_revisions(reader, document_id=document_id, number=number, with_ended=True)
        self._now = {row.eid: row for row in rows if row.v_to is None or row.v_to > number}
        self._old = {row.eid: row for row in rows if row.v_from < number}
        self._index = index_of(tuple(self._now.values()))
        self._old_index = index_of(tuple(self._old.values()))
        self._document = reader.get(RuleDocument, document_id)

    def sheet(self) -> DraftSheet:
        version, document = self._version, self._document
        statuses = {tag: status.value for tag, status in self._statuses().items()}
        return DraftSheet(
            version_id=version.id,
            document_id=document.id,
            body_id=document.body_id,
            title=in_language(document.titles, self._language),
            label=version.label,
            number=version.number,
            against=self._against(),
            languages=self._languages(statuses),
            statuses=statuses,
            sides=sides_of(self._reader, document.body_id, self._language),
            is_open=version.status is VersionStatus.DRAFT,
            lines=self._lines(),
        )

    def provision(self, eid: str) -> ProvisionSheet:
        row = self._now.get(eid) or self._old.get(eid)
        if row is None:
            raise NotThere(eid)
        old = self._old.get(eid)
        keys = [each.revision_id for each in (row, old) if each is not None]
        said = list_wordings(self._reader, revision_ids=keys)
        now = said.get(row.revision_id, {}) if eid in self._now else {}
        before = said.get(old.revision_id, {}) if old is not None else {}
        statuses = {tag: status.value for tag, status in self._statuses().items()}
        sides = sides_of(self._reader, self._document.body_id, self._language)
        known = tuple(name for side in sides for name in side.names)
        waiting = count_open_proposals(self._reader, version_id=self._version.id)
        line = self._line(row, {row.revision_id: now or before}, frozenset(), waiting)
        return ProvisionSheet(
            line=line,
            wordings=tuple(
                self._wording(tag, now, before, statuses, known)
                for tag in self._languages(statuses)
            ),
            proposals=self._proposals(row.provision_id, now),
        )

    def _lines(self) -> tuple[DraftLine, ...]:
        number = self._version.number
        rows = {**self._old, **self._now}
        order = sorted(rows.values(), key=lambda row: (row.ordinal, row.revision_id))
        shown = list_wordings(
            self._reader, revision_ids=[r.revision_id for r in order], language=self._language
        )
        own = [row for row in order if row.v_from == number]
        keys = [row.revision_id for row in own]
        keys += [self._old[row.eid].revision_id for row in own if row.eid in self._old]
        whole = list_wordings(self._reader, revision_ids=keys)
        said = {**shown, **whole}
        waiting = count_open_proposals(self._reader, version_id=self._version.id)
        moved = self._moved()
        return tuple(self._line(row, said, moved, waiting) for row in order)

    def _line(
        self,
        row: RevisionRow,
        said: Mapping[int, Mapping[str, WordingRow]],
        moved: frozenset[str],
        waiting: Mapping[int, int],
    ) -> DraftLine:
        old, now = self._old.get(row.eid), self._now.get(row.eid)
        words = said.get(row.revision_id, {})
        index = self._index if now is not None else self._old_index
        shown = words.get(self._language) or next(iter(words.values()), None)
        was = old.label if old is not None and now is not None and old.label != now.label else ""
        return DraftLine(
            eid=row.eid,
            kind=row.kind.value,
            parent=row.parent,
            depth=row.depth,
            label=row.label,
            was=was,
            name=index.name(row.eid),
            words=_beginning(shown, index) if shown is not None else "",
            change=self._change(row.eid, said, moved),
            proposals=waiting.get(row.provision_id, 0),
            is_bracketed=now is not None
            and now.v_from == self._version.number
            and any(is_bracketed(each.text + each.heading) for each in words.values()),
        )

    def _change(
        self, eid: str, said: Mapping[int, Mapping[str, WordingRow]], moved: frozenset[str]
    ) -> Change:
        old, now = self._old.get(eid), self._now.get(eid)
        if old is None:
            return Change.INSERTED
        if now is None:
            return Change.REPEALED
        if now.revision_id == old.revision_id:
            return Change.NONE
        before, after = said.get(old.revision_id, {}), said.get(now.revision_id, {})
        if _words(before) != _words(after):
            return Change.CHANGED
        if eid in moved or now.parent != old.parent:
            return Change.MOVED
        return Change.RENUMBERED if now.label != old.label else Change.NONE

    def _moved(self) -> frozenset[str]:
        """Return the provisions that changed places with others, as few as possible."""
        places = {eid: place for place, eid in enumerate(self._now)}
        pairs = [(at, places[eid]) for at, eid in enumerate(self._old) if eid in places]
        staying = {here for here, _ in heaviest_chain(pairs, weights=[1] * len(pairs))}
        order = list(self._old)
        return frozenset(order[here] for here, _ in pairs if here not in staying)

    def _wording(
        self,
        tag: str,
        now: Mapping[str, WordingRow],
        before: Mapping[str, WordingRow],
        statuses: Mapping[str, str],
        sides: tuple[str, ...],
    ) -> WordingSheet:
        new, old = now.get(tag), before.get(tag)
        heading, text = (new.heading, new.text) if new else ("", "")
        old_heading, old_text = (old.heading, old.text) if old else ("", "")
        names = self._names(tag, self._index, _targets(text))
        earlier = self._names(tag, self._old_index, _targets(old_text))
        both = (earlier, names)
        return WordingSheet(
            language=tag,
            status=new.status if new else statuses.get(tag, "working"),
            heading=heading,
            text=text,
            names=names,
            redline_heading=compare_words(old_heading, heading, both),
            redline=compare_words(old_text, text, both),
            brackets=find_brackets(text, sides=sides) if text != old_text else (),
            is_stale=_is_stale(tag, now),
        )

    def _proposals(
        self, provision_id: int, now: Mapping[str, WordingRow]
    ) -> tuple[ProposalRow, ...]:
        found = self._reader.find(
            ProvisionProposal, version_id=self._version.id, provision_id=provision_id
        )
        names = {tag: self._names(tag, self._index, _targets(row.text)) for tag, row in now.items()}
        return tuple(
            proposal_row(self._reader, each, now, names, self._language)
            for each in sorted(found, key=lambda row: row.id)
        )

    def _names(self, tag: str, index: ProvisionIndex, targets: set[str]) -> dict[str, str]:
        """Return what provisions are called in a language, as references name them."""
        return {eid: name_in(index, eid, language=tag) for eid in targets if eid in index}

    def _against(self) -> str:
        stands = [
            row
            for row in self._reader.find(RuleVersion, document_id=self._document.id)
            if row.number < self._version.number and row.status is not VersionStatus.WITHDRAWN
        ]
        latest = max(stands, key=lambda row: row.number, default=None)
        return (latest.label or str(latest.number)) if latest is not None else ""

    def _statuses(self) -> dict[str, TextStatus]:
        return dict(list_statuses(self._reader, document_id=self._document.id))

    def _languages(self, statuses: Mapping[str, str]) -> tuple[str, ...]:
        body = self._document.body_id
        spoken = self._reader.get(Body, body).languages if body is not None else []
        authentic = list(self._document.authentic_languages)
        known = dict.fromkeys([*authentic, *sorted(statuses), *spoken])
        return tuple(known) or (self._language,)


def _beginning(row: WordingRow, index: ProvisionIndex) -> str:
    words = row.heading or row.text
    if "{ref:" in words:
        names = {eid: index.name(eid) for eid in _targets(words) if eid in index}
        words = "".join(piece.words for piece in plain_words(words, names))
    said = " ".join(words[: 2 * _SHORT].split())
    return said if len(said) <= _SHORT else f"{said[:_SHORT].rstrip()}…"


def _words(said: Mapping[str, WordingRow]) -> dict[str, tuple[str, str]]:
    return {tag: (row.heading, row.text) for tag, row in said.items() if row.heading or row.text}


def _targets(text: str) -> set[str]:
    return {getattr(inline, "target", "") for inline in read_wording(text)} - {""}


def _is_stale(tag: str, now: Mapping[str, WordingRow]) -> bool:
    authentic = next((now[each] for each in sorted(now) if now[each].status == "authentic"), None)
    own = now.get(tag)
    if authentic is None or own is None or own.source_sha256 is None:
        return False
    return own.source_sha256 != authentic.sha256
