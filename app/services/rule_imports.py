"""Verbs that bring in a text of rules that exists already: look into it, take it over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from app.domain.attachment import AttachmentLink
from app.domain.body import Body
from app.domain.decision import (
    ADOPTED_DECISIONS,
    Decision,
    DecisionKind,
    DecisionStatus,
    DecisionText,
    TextStatus,
)
from app.domain.errors import Misfortune
from app.domain.provenance import Provenance
from app.domain.rules import (
    SEALED_VERSIONS,
    VERSION_LIFE,
    ProvisionKind,
    ProvisionRevision,
    RuleDocument,
    RuleKind,
    RuleVersion,
    VersionStatus,
)
from app.services import amendments, attachments, seals
from app.services.adoption.originals import make_authentic
from app.services.following_texts import following_changes
from app.services.rule_sources import RuleSource, read_pasted, read_source
from app.services.second_languages import Alignment, align, write_beside
from app.services.version_drafts import open_draft, place_text, supersede_earlier
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.provision_draft import require_distinct
from app.texts.reading import arranging
from app.texts.reading.arranging import Rows, drafts_of, lay_out
from app.texts.reading.outcome import Remark
from app.texts.reading.profiles import PROFILES
from app.texts.reading.reader import read

__all__ = [
    "LANGUAGES",
    "Alignment",
    "ImportPreview",
    "RuleKind",
    "Taking",
    "TextStatus",
    "arrange",
    "look_beside",
    "look_into",
    "take_over",
]

LANGUAGES = tuple(PROFILES)
_BATCH = 100
Progress = Callable[[int, int], None]


class ImportStopped(Misfortune):
    """The user stopped taking a text over."""

    def __init__(self) -> None:
        super().__init__("It was stopped. Nothing of the text was stored.", "")


class Missing(Misfortune):
    """Something that a text cannot be taken over without was not entered."""

    def __init__(self, sentence: str, *, field: str) -> None:
        super().__init__(sentence, "Enter it and try again.", field=field)


class OutOfTurn(Misfortune):
    """An adopted text is older than one that follows it."""

    def __init__(self, label: str, day: date, *, field: str) -> None:
        super().__init__(
            f"Version {label} is of {day.day} {day:%B %Y}; an earlier one cannot follow it.",
            "Bring in the versions in the order of their adoption.",
            field=field,
        )


class DecisionNotTaken(Misfortune):
    """A text was to be taken over as adopted by a decision that is not adopted."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            f"Decision {symbol or 'without a number'} is not adopted.",
            "Choose the decision that adopted the text, or take the text over as a draft.",
            field="decision_id",
        )


@dataclass(frozen=True)
class ImportPreview:
    """A text as it would be taken over.

    Attributes:
        lines: The lines of the text; those of the remarks and rows are counted from 1.
        rows: Its provisions; a person may arrange them anew.
        remarks: What should be looked at.
    """

    source: RuleSource
    language: str
    lines: tuple[str, ...]
    rows: Rows
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, kw_only=True)
class Taking:
    """What is taken over, and as what.

    Attributes:
        document_id: The rules that the text is a version of; ``None`` for new ones.
        beside: The number of the version that the text is the other language of.
        code, title, kind, body_id: Of new rules.
        label: The version as printed.
        status: What authority the text has in its language.
        is_adopted: Whether it was adopted already; else it becomes a draft.
        decision_id: The decision that adopted it, if the workspace holds it.
        decision_symbol, decision_title: Else its number and title, to be entered with it.
    """

    source: RuleSource
    rows: Rows
    language: str
    document_id: UUID | None = None
    beside: int | None = None
    body_id: UUID | None = None
    code: str = ""
    title: str = ""
    kind: RuleKind = RuleKind.RULE_SET
    label: str = ""
    change_note: str = ""
    status: TextStatus = TextStatus.WORKING
    is_adopted: bool = False
    adopted_on: date | None = None
    in_force_from: date | None = None
    published_on: date | None = None
    decision_id: UUID | None = None
    decision_symbol: str = ""
    decision_title: str = ""


def look_into(path_or_text: Path | str, *, language: str, encoding: str = "") -> ImportPreview:
    """Take a text apart without storing anything.

    Args:
        path_or_text: A file, or the text itself.
        language: The language whose numbering it follows.
        encoding: How the bytes of a text file shall be read, where the guess was wrong.

    Raises:
        SourceRefused, WordFileRefused, WebPageRefused: The file cannot be read.
        NoProfile: The numbering of the language is not known.
    """
    if isinstance(path_or_text, Path):
        source = read_source(path_or_text, encoding=encoding)
    else:
        source = read_pasted(path_or_text)
    reading = read(source.text, language=language)
    return ImportPreview(
        source=source,
        language=language,
        lines=tuple(source.text.splitlines()),
        rows=lay_out(reading),
        remarks=reading.remarks,
    )


def arrange(rows: Rows, step: str, place: int, *, kind: str = "") -> tuple[Rows, int]:
    """Put one row right; return the rows and the place that is in hand then.

    Args:
        rows: The provisions.
        step: ``lift``, ``lower``, ``join``, ``leave-out`` or ``call``.
        place: Which row.
        kind: For ``call``, what the row is.
    """
    match step:
        case "lift":
            return arranging.lift(rows, place), place
        case "lower":
            return arranging.lower(rows, place), place
        case "join":
            joined = arranging.join(rows, place)
            return joined, place - 1 if len(joined) < len(rows) else place
        case "leave-out":
            left = arranging.leave_out(rows, place)
            return left, min(place, len(left) - 1)
        case _:
            return arranging.call(rows, place, ProvisionKind(kind)), place


def look_beside(
    workspace: Workspace, *, document_id: UUID, number: int, rows: Rows, language: str
) -> Alignment:
    """Lay a text in a further language beside a version, without storing anything."""
    with workspace.read() as reader:
        drafts = drafts_of(rows, language=language)
        return align(reader, document_id=document_id, number=number, drafts=drafts)


def take_over(
    workspace: Workspace,
    taking: Taking,
    *,
    progress: Progress | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> ChangeSet:
    """Store a text as a draft, as an adopted version, or as a further language of a version.

    Every word is stored as it was read. Of a further version the provisions that stood before
    keep their identities, and the changes are computed from the two texts. The file is kept.

    Args:
        workspace: The workspace.
        taking: What is taken over, and as what.
        progress: Told now and then how much is done, and of how much; at the end all of it.
        is_stopped: Asked now and then whether the user wants no more of it.

    Raises:
        Missing: if something must be entered first; ``field`` names it.
        OutOfTurn: if the text was adopted before the version that it would follow.
        DecisionNotTaken: if the decision that shall have adopted it is not adopted.
        DraftPending: if another draft of the rules is open.
        NotAligned: if the version has no place for a provision of the other language.
        ImportStopped: if the user stopped it; nothing is stored then.
    """
    _require(taking)
    with workspace.write("Bring in rules") as work:
        tell = _Telling(len(taking.rows), progress, is_stopped)
        version = (
            _beside(work, taking, tell, at=workspace.clock.now())
            if taking.beside is not None
            else _anew(work, taking, tell)
        )
        _keep_source(work, taking, version)
        if taking.is_adopted and taking.beside is None:
            _adopt(workspace, work, taking, version)
        return work.commit(subject=version.id)


def _require(taking: Taking) -> None:
    if taking.language not in LANGUAGES:
        raise Missing("Say in which language the text is.", field="language")
    if taking.beside is not None:
        return
    if taking.document_id is None:
        for name, told in (("code", "a short name"), ("title", "a title")):
            if not getattr(taking, name).strip():
                raise Missing(f"New rules need {told}.", field=name)
    if not taking.label.strip():
        raise Missing("The version needs its number, as it is printed.", field="label")
    if not taking.is_adopted:
        return
    if taking.adopted_on is None:
        raise Missing("An adopted text needs the day of its adoption.", field="adopted_on")
    if taking.in_force_from is None:
        raise Missing(
            "An adopted text needs the day from which it is in force.", field="in_force_from"
        )


class _Telling:
    """Tells how far it is, and stops where the user wants no more."""

    def __init__(
        self, total: int, progress: Progress | None, is_stopped: Callable[[], bool]
    ) -> None:
        self._total = total
        self._progress = progress
        self._is_stopped = is_stopped

    def __call__(self, done: int) -> None:
        if done % _BATCH:
            return
        if self._is_stopped():
            raise ImportStopped
        if self._progress is not None:
            self._progress(done, self._total)

    def that_the_end_is_near(self) -> None:
        """Tell that everything is written; sealing and indexing it cannot be counted."""
        self(0)
        if self._progress is not None:
            self._progress(self._total, self._total)


def _anew(work: UnitOfWork, taking: Taking, tell: _Telling) -> RuleVersion:
    """Draft the text as the first of its rules, or as changes to the one before."""
    drafts = drafts_of(taking.rows, language=taking.language)
    require_distinct(drafts)
    document_id = taking.document_id or _new_document(work, taking)
    statuses = {taking.language: taking.status}
    version = open_draft(
        work,
        document_id=document_id,
        label=taking.label.strip(),
        provenance=work.get(RuleDocument, document_id).provenance,
    )
    if taking.change_note.strip():
        version.change_notes = {taking.language: taking.change_note.strip()}
    version.published_on = taking.published_on
    work.flush()
    tell(0)
    if work.first(ProvisionRevision, document_id=document_id, v_to=None) is None:
        place_text(work, version=version, provisions=drafts, statuses=statuses, told=tell)
    else:
        changes = following_changes(
            work, document_id=document_id, after=drafts, language=taking.language
        )
        tell(0)
        amendments.apply(work, version=version, changes=changes, statuses=statuses, told=tell)
    tell.that_the_end_is_near()
    return version


def _new_document(work: UnitOfWork, taking: Taking) -> UUID:
    if taking.body_id is None:
        raise Missing("New rules belong to a body.", field="body_id")
    work.get(Body, taking.body_id)
    document = work.add(
        RuleDocument(
            code=taking.code.strip(),
            body_id=taking.body_id,
            kind=taking.kind,
            titles={taking.language: taking.title.strip()},
            authentic_languages=(
                [taking.language] if taking.status is TextStatus.AUTHENTIC else []
            ),
        )
    )
    work.flush()
    return document.id


def _beside(work: UnitOfWork, taking: Taking, tell: _Telling, *, at: datetime) -> RuleVersion:
    """Write the text beside that of a version, provision by provision."""
    assert taking.document_id is not None
    assert taking.beside is not None
    version = work.first(RuleVersion, document_id=taking.document_id, number=taking.beside)
    if version is None:
        raise Missing("There is no such version of these rules.", field="beside")
    tell(0)
    drafts = drafts_of(taking.rows, language=taking.language)
    alignment = align(work, document_id=taking.document_id, number=version.number, drafts=drafts)
    sealed = version.status in SEALED_VERSIONS and taking.status is TextStatus.AUTHENTIC
    # Into a sealed version a text comes as a translation, and becomes authentic with its own seal.
    status = TextStatus.OFFICIAL if sealed else taking.status
    write_beside(
        work, version=version, alignment=alignment, language=taking.language, status=status
    )
    if sealed:
        make_authentic(work, version, taking.language, at=at)
    document = work.get(RuleDocument, taking.document_id)
    if taking.title.strip() and not document.titles.get(taking.language):
        document.titles = {**document.titles, taking.language: taking.title.strip()}
    return version


def _keep_source(work: UnitOfWork, taking: Taking, version: RuleVersion) -> None:
    source = taking.source
    name = source.name or f"{taking.label.strip() or version.label} {taking.language}.txt"
    kept = attachments.keep(work, source.content, file_name=name, media_type=source.media_type)
    work.add(
        AttachmentLink(attachment_id=kept.id, rule_version_id=version.id, language=taking.language)
    )


def _adopt(workspace: Workspace, work: UnitOfWork, taking: Taking, version: RuleVersion) -> None:
    """Seal the text as what was adopted on a day that is past."""
    assert taking.adopted_on is not None
    assert taking.in_force_from is not None
    _require_turn(work, version, taking)
    VERSION_LIFE.require(version.status, VersionStatus.ADOPTED)
    decision_id = _decision(work, taking, version)
    supersede_earlier(work, version=version, from_day=taking.in_force_from)
    amendments.record(work, version=version, decision_id=decision_id)
    version.content_root = seals.seal_version(work, version, at=workspace.clock.now())
    version.decision_id = decision_id
    version.adopted_on = taking.adopted_on
    version.in_force_from = taking.in_force_from
    version.status = VersionStatus.ADOPTED


def _require_turn(work: UnitOfWork, version: RuleVersion, taking: Taking) -> None:
    for earlier in work.find(RuleVersion, document_id=version.document_id):
        if earlier.number >= version.number or earlier.status is VersionStatus.WITHDRAWN:
            continue
        for name in ("adopted_on", "in_force_from"):
            before, now = getattr(earlier, name), getattr(taking, name)
            if before is not None and now < before:
                raise OutOfTurn(earlier.label, before, field=name)


def _decision(work: UnitOfWork, taking: Taking, version: RuleVersion) -> UUID | None:
    if taking.decision_id is not None:
        decision = work.get(Decision, taking.decision_id)
        if decision.status not in ADOPTED_DECISIONS:
            raise DecisionNotTaken(decision.symbol or decision.temporary_symbol)
        return decision.id
    if not taking.decision_symbol.strip():
        return None
    body_id = work.get(RuleDocument, version.document_id).body_id
    if body_id is None:
        raise Missing("A decision belongs to a body; these rules have none.", field="decision_id")
    decision = work.add(
        Decision(
            body_id=body_id,
            kind=DecisionKind.ADOPTION_OF_RULES,
            status=DecisionStatus.ADOPTED,
            symbol=taking.decision_symbol.strip(),
            taken_on=taking.adopted_on,
            provenance=Provenance.RECONSTRUCTED,
        )
    )
    work.flush()
    if taking.decision_title.strip():
        title = taking.decision_title.strip()
        work.add(DecisionText(decision_id=decision.id, language=taking.language, title=title))
        work.flush()
    return decision.id
