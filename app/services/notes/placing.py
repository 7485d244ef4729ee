"""Finds where the words of a note stand in a text that may have been amended since."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from app.domain.names import in_language
from app.domain.rules import RuleDocument, VersionStatus
from app.domain.sealing import text_hash
from app.services.notes.rows import Place, Placed, Placing, Span
from app.services.rule_names import names_of
from app.services.rule_wording import plain_words
from app.store.queries import rules as queries
from app.store.queries.rules import ProvisionRow
from app.store.reader import Reader
from app.texts.quotations import Quotation, find_quotation
from app.texts.renumbered_quotations import find_renumbered

_NO_TEXT = frozenset({VersionStatus.DRAFT.value, VersionStatus.WITHDRAWN.value})
_TELLING = 12
"""Words so long that stand once in all the rules are the same, wherever they were moved."""
_LAST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Target:
    """What a note speaks of, as it was when it was written."""

    document_id: UUID | None
    code: str
    title: str
    eid: str
    name: str
    version: int | None
    language: str
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a provision as they are shown: references by their names."""

    heading: str
    text: str

    @property
    def whole(self) -> str:
        """The heading and the text as one, which is what places are counted in."""
        return (
            f"{self.heading}\n{self.text}"
            if self.heading and self.text
            else (self.heading or self.text)
        )

    @property
    def text_start(self) -> int:
        """Where the text begins in the whole."""
        return len(self.heading) + 1 if self.heading and self.text else 0

    @property
    def sha256(self) -> str:
        """The hash of the whole."""
        return text_hash(self.whole)

    def spans(self, start: int, end: int) -> tuple[Span | None, Span | None]:
        """Return a stretch of the whole as stretches of the heading and of the text."""
        heading: Span | None = None
        if self.heading and start < len(self.heading):
            heading = (start, min(end, len(self.heading)))
        begin = max(start, self.text_start) - self.text_start
        finish = end - self.text_start
        text = (begin, finish) if self.text and finish > begin else None
        return heading, text


class ShownText:
    """One version of rules in one language, as it is shown."""

    def __init__(self, rows: tuple[ProvisionRow, ...], *, language: str, spoken: str) -> None:
        self._rows = {row.eid: row for row in rows}
        self._language = language
        self._names = names_of(rows, language=language)
        self.names: Mapping[str, str] = (
            self._names if spoken == language else names_of(rows, language=spoken)
        )
        self.order = {row.eid: place for place, row in enumerate(rows)}
        self.is_held = any(row.language == language for row in rows)
        self._shown: dict[str, Shown] = {}

    def __contains__(self, eid: str) -> bool:
        return eid in self._rows

    def show(self, eid: str) -> Shown:
        """Return the words of a provision; none where there are none in the language."""
        found = self._shown.get(eid)
        if found is None:
            row = self._rows[eid]
            held = row.language == self._language
            found = (
                Shown(self._spell(row.heading), self._spell(row.text)) if held else Shown("", "")
            )
            self._shown[eid] = found
        return found

    def names_in(self, language: str) -> Mapping[str, str]:
        """Return what the provisions are called in another language."""
        return names_of(tuple(self._rows.values()), language=language)

    def find_elsewhere(self, words: str) -> tuple[str, int] | None:
        """Return the provision in which words stand that stand nowhere else, and where in it."""
        if len(words) < _TELLING:
            return None
        whole, starts, eids = self._all
        at = whole.find(words)
        if at < 0 or whole.find(words, at + 1) >= 0:
            return None
        which = bisect_right(starts, at) - 1
        return eids[which], at - starts[which]

    @cached_property
    def _all(self) -> tuple[str, list[int], list[str]]:
        """Return all the words as one, and where each provision begins in it."""
        eids, starts, parts, at = list(self._rows), [], [], 0
        for eid in eids:
            starts.append(at)
            parts.append(self.show(eid).whole)
            at += len(parts[-1]) + 1
        return "\0".join(parts), starts, eids

    def _spell(self, stored: str) -> str:
        return "".join(piece.words for piece in plain_words(stored, self._names))


class Placer:
    """Places notes in the texts of a workspace or a pack; each text is read once."""

    def __init__(
        self, reader: Reader, *, language: str, numbers: Mapping[UUID, int] | None = None
    ) -> None:
        """Place notes in the latest adopted text of each document, unless ``numbers`` says else."""
        self._reader = reader
        self._language = language
        self._numbers = dict(numbers or {})
        documents = reader.find(RuleDocument)
        self._by_id = {row.id: row for row in documents}
        self._by_code = {row.code: row for row in documents}
        self._texts: dict[tuple[UUID, int, str], ShownText] = {}

    def document(self, document_id: UUID | None, code: str) -> RuleDocument | None:
        """Return rules by their key; where nobody knows that, by their code."""
        found = self._by_id.get(document_id) if document_id else None
        return found or self._by_code.get(code)

    def text(self, document_id: UUID, language: str, number: int | None = None) -> ShownText | None:
        """Return a text of rules; ``None`` where there is none."""
        wanted = number or self._number(document_id)
        if not wanted:
            return None
        key = (document_id, wanted, language)
        if key not in self._texts:
            rows = queries.read_version(
                self._reader,
                document_id=document_id,
                number=wanted,
                language=language,
                fallback=language,
            )
            self._texts[key] = ShownText(rows, language=language, spoken=self._language)
        return self._texts[key]

    def place(self, target: Target) -> Placed:
        """Return where a note belongs now."""
        document = self.document(target.document_id, target.code)
        if document is None:
            return self._orphan(target, None, Placing.NOT_HERE)
        text = self.text(document.id, target.language)
        if text is None:
            return self._orphan(target, document, Placing.NOT_HERE)
        if not target.quotation.words:
            return self._whole(target, document, text)
        return self._words(target, document, text)

    def _whole(self, target: Target, document: RuleDocument, text: ShownText) -> Placed:
        if target.eid not in text:
            return self._orphan(target, document, Placing.PROVISION_GONE)
        return self._found(target, document, text, target.eid, Placing.WHOLE)

    def _words(self, target: Target, document: RuleDocument, text: ShownText) -> Placed:
        if not text.is_held:
            return self._orphan(target, document, Placing.NOT_HERE)
        if target.eid in text:
            whole = text.show(target.eid).whole
            found = find_quotation(whole, target.quotation) or find_renumbered(
                whole, target.quotation, language=target.language
            )
            if found is not None:
                placing = Placing.IN_PLACE if found.is_in_place else Placing.MOVED
                return self._found(
                    target, document, text, target.eid, placing, (found.start, found.end)
                )
        elsewhere = text.find_elsewhere(target.quotation.words)
        if elsewhere is not None:
            eid, start = elsewhere
            stretch = (start, start + len(target.quotation.words))
            return self._found(target, document, text, eid, Placing.MOVED, stretch)
        gone = Placing.WORDS_GONE if target.eid in text else Placing.PROVISION_GONE
        return self._orphan(target, document, gone)

    def _found(
        self,
        target: Target,
        document: RuleDocument,
        text: ShownText,
        eid: str,
        placing: Placing,
        stretch: Span | None = None,
    ) -> Placed:
        heading_span, text_span = text.show(eid).spans(*stretch) if stretch else (None, None)
        return Placed(
            place=self._told(target, document, eid, text.names.get(eid, target.name)),
            placing=placing,
            rank=(False, target.code, text.order[eid], stretch[0] if stretch else -1),
            heading_span=heading_span,
            text_span=text_span,
        )

    def _orphan(self, target: Target, document: RuleDocument | None, placing: Placing) -> Placed:
        name, order = target.name, _LAST
        text = self.text(document.id, target.language) if document else None
        if text is not None and target.eid in text:
            name, order = text.names.get(target.eid, name), text.order[target.eid]
        elif document is not None:
            name = self._former_name(target, document) or name
        place = self._told(target, document, target.eid, name or target.eid)
        return Placed(place, placing, rank=(True, target.code, order, target.quotation.start))

    def _former_name(self, target: Target, document: RuleDocument) -> str:
        if not target.version:
            return ""
        former = self.text(document.id, target.language, target.version)
        return former.names.get(target.eid, "") if former else ""

    def _told(self, target: Target, document: RuleDocument | None, eid: str, name: str) -> Place:
        title = in_language(document.titles, self._language) if document else target.title
        return Place(
            document_id=document.id if document else None,
            code=document.code if document else target.code,
            title=title or target.code,
            eid=eid,
            name=name,
            version=target.version,
            language=target.language,
        )

    def _number(self, document_id: UUID) -> int:
        """Return the version in which notes are placed: the latest one with a text that holds."""
        if document_id not in self._numbers:
            versions = queries.list_versions(
                self._reader, document_id=document_id, language=self._language
            )
            held = [
                each.number for each in versions if each.text_held and each.status not in _NO_TEXT
            ]
            self._numbers[document_id] = max(held, default=0)
        return self._numbers[document_id]
