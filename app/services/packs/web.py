"""Verbs for the page of a pack that opens in any browser, without any software of ours.

It is made from the pack itself and not from the workspace, so that nothing can be in it that is not
in the pack.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from app.domain.names import name_language
from app.exchange.packs.manifest import Manifest, signed
from app.exchange.packs.web_facts import (
    PageDocument,
    PagePiece,
    PageProvision,
    PageTable,
    PageWording,
    WebPack,
)
from app.exchange.packs.web_page import PAGE, WebPage
from app.services import agenda, decisions, delegations, disk, minutes, papers, rule_reading, rules
from app.services.packs import keys, reading
from app.services.packs.making import PackOrder, build
from app.services.rule_reading import Change, Piece, ReadProvision, ReadRules, Wording
from app.services.safe_names import safe_name
from app.store.packs.digest import TableDigest, content_root
from app.store.workspace import Workspace

SUFFIX = ".html"
_STATUS = {"official": "official translation", "working": "working text"}
_HEADINGS = frozenset({"part", "chapter", "section", "article", "annex"})
_SAME = (Change.NONE, Change.RENUMBERED)


@dataclass(frozen=True)
class MadePage:
    """A page that was written.

    Attributes:
        passages: How many passages stand in it.
        root: The fingerprint over them.
    """

    path: Path
    passages: int
    root: str


def make_page(
    workspace: Workspace, order: PackOrder, *, folder_or_path: Path, language: str = "en"
) -> MadePage:
    """Write what a pack would hold as one page for a browser.

    Raises:
        EmptyPack, NoMeetingChosen, NoKey, KeyUnreadable, FileNotWritten: as for a pack.
    """
    content, manifest = build(workspace, replace(order, key_id=""))
    with opened(content, workspace) as pack:
        facts = gather(pack, order, manifest, language=language)
    page = WebPage(facts)
    told = {PAGE: TableDigest(page.passages, page.root)}
    manifest = replace(
        manifest,
        tables={name: (each.rows, each.root) for name, each in told.items()},
        root=content_root(told),
    )
    if order.key_id:
        pem = keys.secret_half(order.key_id)
        manifest = signed(manifest, pem=pem, passphrase=order.key_passphrase)
    written = page.write(manifest).encode("utf-8", "replace")
    name = f"{safe_name(order.title)}{SUFFIX}"
    path = disk.write_file(folder_or_path, written, name=name)
    return MadePage(path, page.passages, page.root)


@contextmanager
def opened(content: bytes, workspace: Workspace) -> Iterator[Workspace]:
    """Open a pack that was just built, for as long as something is made from it."""
    with TemporaryDirectory(prefix="jwg-pack-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "pack.jwgx"
        path.write_bytes(content)
        in_hand = reading.open_for_reading(path, clock=workspace.clock, actor=workspace.actor)
        with in_hand.workspace as pack:
            yield pack


def gather(pack: Workspace, order: PackOrder, manifest: Manifest, *, language: str) -> WebPack:
    """Return everything that the page of a pack says."""
    texts = [
        document
        for row in rules.list_documents(pack, body_id=order.scope.body_id, language=language)
        if (document := _document(pack, row.id, order, language)) is not None
    ]
    tables = [*_decisions(pack, order, language)]
    if order.scope.meeting_id is not None:
        tables += _of_meeting(pack, order.scope.meeting_id, language)
    return WebPack(
        title=order.title,
        body_name=manifest.body_name,
        on=manifest.on,
        made_at=manifest.made_at,
        made_by=manifest.made_by,
        documents=tuple(texts),
        tables=tuple(table for table in tables if table.rows),
    )


def _document(
    pack: Workspace, document_id: UUID, order: PackOrder, language: str
) -> PageDocument | None:
    first = rule_reading.read(
        pack, document_id=document_id, languages=(language,), on=order.scope.on
    ) or rule_reading.read(pack, document_id=document_id, languages=(language,))
    if first is None or not first.held:
        return None
    tongues = (language, *(tag for tag in first.held if tag != language))
    tongues = tuple(tag for tag in tongues if tag in first.held)
    number = first.version.number
    whole = rule_reading.read(pack, document_id=document_id, languages=tongues, number=number)
    before = max((each.number for each in first.versions if each.number < number), default=None)
    marked = None
    if before is not None:
        marked = rule_reading.read(
            pack, document_id=document_id, languages=tongues[:1], number=number, against=before
        )
    assert whole is not None, "the version was found a moment ago"
    alike = _statuses(whole)
    return PageDocument(
        code=whole.code,
        title=whole.title,
        facts=_facts(whole, alike),
        against=next((each.label for each in first.versions if each.number == before), ""),
        languages=tongues,
        provisions=tuple(_provisions(whole, marked, alike)),
    )


def _statuses(text: ReadRules) -> dict[str, str]:
    """Return what the texts of a language are, where all of them are the same."""
    found: dict[str, set[str]] = defaultdict(set)
    for provision in text.provisions:
        for words in provision.wordings:
            if words.language == words.asked and (words.text or words.heading):
                found[words.language].add(words.status)
    return {tag: statuses.pop() for tag, statuses in found.items() if len(statuses) == 1}


def _facts(text: ReadRules, alike: dict[str, str]) -> str:
    version = text.version
    told = [
        version.label,
        f"adopted on {_spoken(version.adopted_on)}" if version.adopted_on else "",
        f"in force from {_spoken(version.in_force_from)}" if version.in_force_from else "",
        f"decision {version.decision}" if version.decision else "",
        text.scope_note,
        *(
            f"{name_language(tag)}: {_STATUS[told]}"
            for tag, told in alike.items()
            if told in _STATUS
        ),
    ]
    return " · ".join(part for part in told if part)


def _provisions(
    whole: ReadRules, marked: ReadRules | None, alike: dict[str, str]
) -> Iterator[PageProvision]:
    if marked is None:
        yield from (_provision(each, None, alike) for each in whole.provisions)
        return
    stands = {each.eid: each for each in whole.provisions}
    for other in marked.provisions:
        is_changed = other.change not in _SAME
        words = _wording(other.wordings[0], other, alike) if is_changed else None
        standing = stands.get(other.eid)
        if standing is not None:
            yield _provision(standing, words, alike)
        elif words is not None:
            yield PageProvision(
                eid=other.eid,
                depth=other.depth,
                is_heading=False,
                change=other.change.value,
                wordings=(),
                marked=words,
            )


def _provision(
    each: ReadProvision, marked: PageWording | None, alike: dict[str, str]
) -> PageProvision:
    return PageProvision(
        eid=each.eid,
        depth=each.depth,
        is_heading=each.kind in _HEADINGS,
        change=each.change.value if marked else "",
        wordings=tuple(
            _wording(words, each, alike) for words in each.wordings if words.language == words.asked
        )
        or tuple(_wording(words, each, alike) for words in each.wordings[:1]),
        marked=marked,
    )


def _wording(words: Wording, of: ReadProvision, alike: dict[str, str]) -> PageWording:
    return PageWording(
        language=words.language,
        label=words.label or of.label,
        heading=_pieces(words.heading),
        text=_pieces(words.text),
        status="" if words.language in alike else _STATUS.get(words.status, ""),
    )


def _pieces(pieces: tuple[Piece, ...]) -> tuple[PagePiece, ...]:
    return tuple(PagePiece(each.words, each.kind.value, each.target) for each in pieces)


def _decisions(pack: Workspace, order: PackOrder, language: str) -> Iterator[PageTable]:
    rows = decisions.list_for_body(pack, body_id=order.scope.body_id, language=language)
    yield PageTable(
        "decisions",
        "Decisions",
        ("Number", "Taken on", "Decision"),
        tuple(
            (
                row.symbol,
                _spoken(row.taken_on) if row.taken_on else "",
                ". ".join(filter(None, (row.title, row.text))),
            )
            for row in rows
        ),
    )


def _of_meeting(pack: Workspace, meeting_id: UUID, language: str) -> Iterator[PageTable]:
    items = agenda.list_for_meeting(pack, meeting_id=meeting_id, language=language)
    yield PageTable(
        "agenda",
        "Agenda",
        ("Item", "Title", "Notes"),
        tuple((row.label, row.title, row.annotation) for row in items),
    )
    yield PageTable(
        "papers",
        "Papers",
        ("Symbol", "Title", "Languages"),
        tuple(
            (row.symbol, row.title, ", ".join(row.languages))
            for row in papers.list_for_meeting(pack, meeting_id=meeting_id, language=language)
        ),
    )
    record = minutes.show(pack, meeting_id=meeting_id, language=language)
    said = record.paragraphs if record else ()
    yield PageTable("minutes", "Minutes", ("Paragraph",), tuple((row.text,) for row in said))
    sides = delegations.list_for_meeting(pack, meeting_id=meeting_id, language=language)
    yield PageTable(
        "participants",
        "Participants",
        ("Side", "Name", "Post", "Organisation"),
        tuple(
            (side.party.name, seat.name, seat.post, seat.organisation)
            for side in sides
            for seat in side.delegates
        ),
    )


def _spoken(day: date) -> str:
    """Return a day in words that stay on one line."""
    return f"{day.day}\u00a0{day:%B}\u00a0{day.year}"
