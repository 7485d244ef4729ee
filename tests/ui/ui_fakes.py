"""The first Korea–Mongolia meeting as services would return it, and stand-ins for what is slow."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from app.clock import FixedClock
from app.documents.optional_sections import OptionalSection, sections_of
from app.domain.agenda import ItemOutcome, ItemStatus
from app.domain.errors import Misfortune
from app.domain.meeting import AgendaNumbering, AgendaStatus, MeetingStatus
from app.domain.party_order import PartyOrder
from app.domain.provenance import Provenance
from app.domain.record_steps import RecordStep, StepKey, StepState
from app.domain.running_times import Course
from app.services.checks import Check, CheckKey, Finding, Outcome, Problem
from app.services.checks.readiness import NotReady
from app.services.hand_changes import ChangedByHand, IfChanged
from app.services.previews import PlannedFile, Preview, Wanted
from app.store.queries.actions import ActionRow
from app.store.queries.agenda import AgendaRow
from app.store.queries.agenda_outline import Outline, OutlineItem
from app.store.queries.bodies import BodyRow
from app.store.queries.decisions import DecisionRow
from app.store.queries.delegations import DelegateRow, DelegationRow
from app.store.queries.meetings import MeetingDetail, MeetingRow
from app.store.queries.papers import PaperRow
from app.store.queries.parties import PartyChip
from app.store.queries.sources import SourceNote
from app.ui.notify import FileKind
from app.ui.services import Services

NOW = datetime(2025, 6, 2, 5, 6, tzinfo=UTC)
FRAMEWORK = "Climate Change Cooperation between the Republic of Korea and Mongolia"


def a_key(number: int) -> UUID:
    return UUID(int=number)


KOREA = PartyChip(a_key(1), "KR", "Republic of Korea", "Korean", 1)
MONGOLIA = PartyChip(a_key(2), "MN", "Mongolia", "Mongolian", 2)
JAPAN = PartyChip(a_key(3), "JP", "Japan", "Japanese", 1)

KM = BodyRow(
    a_key(10),
    "KM-JWG",
    f"Joint Working Group (JWG) on {FRAMEWORK}",
    "Korea–Mongolia JWG",
    "joint-working-group",
    "active",
    (KOREA, MONGOLIA),
    ("Korea-Mongolia joint committee on climate change cooperation",),
    2,
)
JM = BodyRow(
    a_key(11),
    "JM-JCM",
    "Japan–Mongolia Joint Committee concerning the JCM",
    "JCM Joint Committee",
    "joint-committee",
    "active",
    (JAPAN, replace(MONGOLIA, seat=2)),
    (),
    1,
)
TEMM = BodyRow(
    a_key(12),
    "TEMM",
    "Tripartite Environment Ministers Meeting",
    "TEMM",
    "conference",
    "active",
    (KOREA, replace(JAPAN, seat=2), PartyChip(a_key(4), "CN", "China", "Chinese", 3)),
    (),
    0,
)

FIRST = MeetingRow(
    id=a_key(20),
    body_id=KM.id,
    ordinal=1,
    code="JWG-1",
    title=f"First Joint Working Group Meeting on {FRAMEWORK}",
    kind="ordinary",
    mode="hybrid",
    status=MeetingStatus.CLOSED,
    starts_on=date(2025, 5, 27),
    ends_on=date(2025, 5, 27),
    dates_are_planned=False,
    date_words="",
    place="Ulaanbaatar",
    host=MONGOLIA,
    provenance=Provenance.RECONSTRUCTED,
    decisions=2,
    actions=3,
    agenda_items=5,
    delegates=17,
    papers=2,
)
SECOND = replace(
    FIRST,
    id=a_key(21),
    ordinal=2,
    code="JWG-2",
    title="Second Joint Working Group Meeting",
    status=MeetingStatus.PROPOSED,
    starts_on=date(2026, 5, 12),
    ends_on=date(2026, 5, 13),
    dates_are_planned=True,
    place="Seoul",
    host=KOREA,
    provenance=Provenance.ILLUSTRATIVE,
    decisions=0,
    actions=0,
)

RELEASE = SourceNote(
    title="First Korea-Mongolia joint committee on climate change cooperation held",
    publisher="Ministry of Environment, Republic of Korea",
    quality="press",
    reference="S0",
    field="starts_on",
    value="27 May 2025",
    quote=(
        f"The First Joint Working Group Meeting on {FRAMEWORK} … was held on Tuesday, May 27, "
        "in Ulaanbaatar, Mongolia."
    ),
    note="The year is implied.",
    disputed=False,
)
NAMED_OTHERWISE = replace(
    RELEASE,
    field="title",
    value="joint committee",
    quote="First Korea-Mongolia joint committee on climate change cooperation held",
    note="",
    disputed=True,
)

STEPS = (
    RecordStep(StepKey.AGENDA, StepState.DONE, date(2025, 5, 27), None, None),
    RecordStep(StepKey.DELEGATIONS, StepState.DONE, date(2025, 5, 27), None, None),
    RecordStep(StepKey.DRAFTED, StepState.DONE, date(2025, 5, 27), None, None),
    RecordStep(StepKey.AGREED, StepState.DONE, date(2025, 5, 27), None, None),
    RecordStep(StepKey.SIGNED, StepState.NOW, None, None, None),
    RecordStep(StepKey.FOLLOW_UP, StepState.AHEAD, None, 1, 3),
)

DETAIL = MeetingDetail(
    row=FIRST,
    body_name=KM.name,
    starts_at=datetime(2025, 5, 27, 1, 30, tzinfo=UTC),
    ends_at=datetime(2025, 5, 27, 9, 30, tzinfo=UTC),
    zone="Asia/Ulaanbaatar",
    other_clocks=(("Asia/Seoul", "Republic of Korea"),),
    venue="",
    chair="Mongolia",
    languages=("en", "mn", "ko"),
    prevailing="en",
    predecessor="",
    outcome="",
    provenance_note="",
    planned=(None, None),
    steps=STEPS,
    sources=(RELEASE, NAMED_OTHERWISE),
)

CHO = DelegateRow(
    a_key(30),
    "Cho Gye-yeon",
    "Deputy Director General of the Climate Change, Energy, Environment and Scientific Affairs "
    "Bureau of the Ministry of Foreign Affairs",
    "Ministry of Foreign Affairs",
    "head",
    "attended",
    "unknown",
    is_institution=False,
    initials="CG",
)
BATKHISHIG = DelegateRow(
    a_key(31),
    "Batkhishig Purevdoo",
    "Special Envoy for Climate Change and Advisor to the Minister of Environment and Climate "
    "Change of Mongolia",
    "Ministry of Environment and Climate Change",
    "head",
    "attended",
    "room",
    is_institution=False,
    initials="BP",
)
_KOREAN = (
    "Ministry of Foreign Affairs",
    "Ministry of Trade, Industry and Energy",
    "Ministry of Environment",
    "Ministry of Oceans and Fisheries",
    "Korea Forest Service",
)
_MONGOLIAN = (
    "Ministry of Environment and Climate Change",
    "Ulaanbaatar City",
    "Ministry of Energy",
    "Ministry of Urban Development and Construction and Housing",
    "Ministry of Food, Agriculture and Light Industry",
    "Ministry of Road and Transport",
    "Ministry of Economic Development",
    "Ministry of Foreign Affairs",
    "Ministry of Industry and Mineral Resources",
    "Energy Regulatory Commission",
)


def _institutions(names: tuple[str, ...], first: int) -> tuple[DelegateRow, ...]:
    return tuple(
        DelegateRow(
            a_key(first + place),
            name,
            "",
            name,
            "delegate",
            "attended",
            "unknown",
            is_institution=True,
            initials=name[0],
        )
        for place, name in enumerate(names)
    )


DELEGATIONS = (
    DelegationRow(
        a_key(40), MONGOLIA, True, "member", (BATKHISHIG, *_institutions(_MONGOLIAN, 400))
    ),
    DelegationRow(a_key(41), KOREA, False, "member", (CHO, *_institutions(_KOREAN, 500))),
)

DECISIONS = (
    DecisionRow(
        a_key(50),
        FIRST.id,
        a_key(61),
        "JWG-1/D1",
        "Detailed rules and procedures for implementing international mitigation projects",
        "",
        "adoption-of-rules",
        "adopted",
        "meeting",
        date(2025, 5, 27),
        "Detailed rules and procedures, version 1",
        Provenance.RECONSTRUCTED,
        "",
    ),
    DecisionRow(
        a_key(51),
        FIRST.id,
        a_key(62),
        "JWG-1/D2",
        "Prompt advancement of the landfill and ger area projects proposed by Korea",
        "",
        "conclusion",
        "agreed",
        "meeting",
        date(2025, 5, 27),
        "",
        Provenance.ILLUSTRATIVE,
        "Made up.",
    ),
)


def _item(number: int, title: str, outcome: str | None, **more: Any) -> AgendaRow:
    given = {
        "id": a_key(60 + number),
        "parent_id": None,
        "depth": 0,
        "label": str(number),
        "title": title,
        "annotation": "",
        "lead": None,
        "starts_at": None,
        "minutes_planned": None,
        "status": "concluded",
        "outcome": outcome,
        "outcome_text": "",
        "decisions": (),
    }
    return AgendaRow(**(given | more))


AGENDA = (
    _item(
        1,
        "Detailed rules and procedures for implementing international mitigation projects",
        "adopted",
        decisions=((a_key(50), "JWG-1/D1"),),
        annotation="The draft was exchanged between the two sides before the meeting.",
        outcome_text="The two sides adopted the rules for the first time.",
    ),
    _item(
        2,
        "Bilateral cooperation projects for international emissions reduction under Article 6.2 of "
        "the Paris Agreement",
        "agreed",
        lead=KOREA,
        decisions=((a_key(51), "JWG-1/D2"),),
    ),
    _item(
        3,
        "Mongolia landfill greenhouse gas international mitigation project",
        None,
        depth=1,
        parent_id=a_key(62),
        label="2.1",
        lead=KOREA,
    ),
    _item(4, "Environmental integrity standards", "noted", lead=KOREA, label="3"),
    _item(5, "Other business", "deferred", label="4", minutes_planned=15),
)


def _outline_item(row: AgendaRow) -> OutlineItem:
    """Return an item as it is worked on, of the item as lists show it."""
    return OutlineItem(
        id=row.id,
        parent_id=row.parent_id,
        depth=row.depth,
        label=row.label,
        title=row.title,
        titles={"en": row.title},
        annotations={"en": row.annotation} if row.annotation else {},
        lead=row.lead,
        starts_at=row.starts_at,
        minutes_planned=row.minutes_planned,
        status=ItemStatus(row.status),
        outcome=ItemOutcome(row.outcome) if row.outcome else None,
        outcomes={"en": row.outcome_text} if row.outcome_text else {},
        note="",
        standard=None,
        is_late=False,
        carried_from="",
        carried_to="",
        minutes_of="",
        papers=(),
        decisions=row.decisions,
        paragraphs=0,
        version=1,
    )


OUTLINE = Outline(
    meeting_id=FIRST.id,
    body_id=KM.id,
    code="JWG-1",
    status=AgendaStatus.DRAFT,
    numbering=AgendaNumbering.AS_ENTERED,
    breaks=(),
    starts_at=None,
    ends_at=None,
    zone="Asia/Ulaanbaatar",
    days=1,
    first_day=date(2025, 5, 27),
    parties=(KOREA, MONGOLIA),
    languages=("en", "ko"),
    was_held=True,
    items=tuple(_outline_item(row) for row in AGENDA),
)

ACTIONS = (
    ActionRow(
        a_key(70),
        "JWG-1/A1",
        "Advance the landfill greenhouse gas project promptly",
        None,
        "",
        date(2025, 5, 30),
        "",
        "open",
        True,
        "2",
        Provenance.RECONSTRUCTED,
    ),
    ActionRow(
        a_key(71),
        "JWG-1/A2",
        "Expand practical cooperation on the basis of the adopted rules",
        KOREA,
        "Ministry of Environment",
        None,
        "before the next meeting",
        "in-progress",
        False,
        "1",
        Provenance.RECONSTRUCTED,
    ),
    ActionRow(
        a_key(72),
        "JWG-1/A3",
        "Publish the press release",
        MONGOLIA,
        "",
        None,
        "",
        "done",
        False,
        "4",
        Provenance.RECONSTRUCTED,
    ),
)

PAPERS = (
    PaperRow(
        a_key(80),
        "JWG-1/INF.1",
        "Press release on the first meeting",
        "information",
        "final",
        "public",
        ("en",),
        date(2025, 5, 27),
        False,
        True,
    ),
    PaperRow(
        a_key(81),
        "JWG-1/2",
        "Provisional agenda",
        "agenda",
        "circulated",
        "both-sides",
        ("en", "ko", "mn"),
        None,
        False,
        False,
    ),
)


class FakeWorkspace:
    def __init__(self, path: Path, *, why: str = "") -> None:
        self.path = path
        self.actor = "secretariat"
        self.why_read_only = why
        self.holder = None
        self.clock = FixedClock(NOW)
        self.was_closed = False
        self.is_pack = False

    @property
    def read_only(self) -> bool:
        return bool(self.why_read_only)

    def close(self) -> None:
        self.was_closed = True


@dataclass
class FakeChange:
    use_case: str = "Change a meeting"
    kinds: frozenset[str] = frozenset({"meeting"})


@dataclass
class FakeDocuments:
    saved: list[dict[str, Any]] = field(default_factory=list)
    problem: Exception | None = None

    def list_kinds(self, workspace: Any, *, meeting_id: UUID) -> tuple[str, ...]:
        return ("agreed-minutes", "participants", "agenda", "rules")

    def list_originals(
        self, workspace: Any, *, meeting_id: UUID, kind: str
    ) -> tuple[UUID | None, ...]:
        return (MONGOLIA.id, KOREA.id) if kind == "agreed-minutes" else (None,)

    def list_languages_of_kind(self, *, kind: str, **whose: Any) -> tuple[str, ...]:
        return ("en", "ja", "ko", "mn") if kind == "agreed-minutes" else ("en",)

    def list_kinds_of_body(self, workspace: Any, *, body_id: UUID) -> tuple[str, ...]:
        return ()

    def list_kinds_of_decision(self, workspace: Any, *, decision_id: UUID) -> tuple[str, ...]:
        return ("decision",)

    def list_kinds_of_rules(self, workspace: Any, *, document_id: UUID) -> tuple[str, ...]:
        return ("rules",)

    def list_sections(self, *, kind: str) -> tuple[OptionalSection, ...]:
        return sections_of(kind) if kind == "agreed-minutes" else ()

    def can_circulate(self, *, kind: str) -> bool:
        return kind == "agreed-minutes"

    def save_as_word(self, workspace: Any, *, folder_or_path: Path, **asked: Any) -> Path:
        if self.problem is not None:
            raise self.problem
        self.saved.append({"path": folder_or_path, **asked})
        return folder_or_path


CHECKS = (
    Check(
        CheckKey.FACTS,
        Outcome.FAILED,
        1,
        findings=(Finding(Problem.MISSING, "place to be confirmed"),),
    ),
    Check(CheckKey.NAMES, Outcome.PASSED, 13),
    Check(CheckKey.PARTY_ORDER, Outcome.PASSED, 2, first="Mongolia"),
    Check(CheckKey.DECISIONS, Outcome.NOT_APPLICABLE),
)


@dataclass
class FakePreviews:
    """Writes pages that say what they are."""

    Wanted: Any = Wanted
    shown: list[tuple[Wanted, float]] = field(default_factory=list)
    problem: Exception | None = None

    def show(
        self, workspace: Any, wanted: Wanted, *, scale: float = 1.0, mark_facts: bool = True
    ) -> Preview:
        if self.problem is not None:
            raise self.problem
        self.shown.append((wanted, scale))
        whose = {MONGOLIA.id: " - MN original", KOREA.id: " - KR original"}
        name = f"{wanted.kind} - JWG-1{whose.get(wanted.original_of, '')}.docx"
        ground = "marked" if mark_facts else "bare"
        html = (
            f"<p>{wanted.kind} in {wanted.language}, {ground}</p>"
            '<p><a href="#annex">Annex 1</a> <a href="jwg:delegate:30">Cho Gye-yeon</a></p>'
            + "<p>A line.</p>" * 90
            + '<p><a name="annex"></a>The annex</p>'
        )
        is_draft = wanted.kind == "agreed-minutes"
        return Preview(
            html,
            name,
            f"{wanted.kind}",
            is_draft,
            (),
            width=round(794 * scale),
            watermark="DRAFT" if is_draft else "",
            is_for_circulation=is_draft and wanted.for_circulation is not False,
        )

    def list_files(self, workspace: Any, wanted: Wanted) -> tuple[PlannedFile, ...]:
        codes = {MONGOLIA.id: "MN", KOREA.id: "KR"}
        return tuple(
            PlannedFile(key, f"{wanted.kind} - JWG-1 - {code} original.docx", is_draft=True)
            for key, code in codes.items()
        )


@dataclass
class FakeIssuing:
    """Remembers what was saved where; a file that was changed by hand is asked about."""

    ChangedByHand: Any = ChangedByHand
    IfChanged: Any = IfChanged
    NotReady: Any = NotReady
    Wanted: Any = Wanted
    saved: list[tuple[Wanted, Path, IfChanged | None]] = field(default_factory=list)
    issued: list[tuple[Wanted, Path, IfChanged]] = field(default_factory=list)
    problem: Exception | None = None

    def list_originals(self, workspace: Any, wanted: Wanted) -> tuple[Wanted, ...]:
        owners = (MONGOLIA.id, KOREA.id) if wanted.kind == "agreed-minutes" else (None,)
        return tuple(replace(wanted, original_of=owner) for owner in owners)

    def issue_to(
        self, workspace: Any, wanted: Wanted, *, path: Path, if_changed: IfChanged = IfChanged.ASK
    ) -> SimpleNamespace:
        if self.problem is not None and if_changed is IfChanged.ASK:
            raise self.problem
        self.issued.append((wanted, path, if_changed))
        return SimpleNamespace(path=path)

    def save_originals(
        self, workspace: Any, wanted: Wanted, *, folder: Path
    ) -> tuple[SimpleNamespace, ...]:
        return tuple(SimpleNamespace(path=folder / f"{place}.docx") for place in (1, 2))

    def save_where_chosen(self, workspace: Any, wanted: Wanted, *, folder_or_path: Path) -> Path:
        if self.problem is not None:
            raise self.problem
        self.saved.append((wanted, folder_or_path, None))
        return folder_or_path

    def save(
        self, workspace: Any, wanted: Wanted, *, path: Path, if_changed: IfChanged
    ) -> SimpleNamespace:
        self.saved.append((wanted, path, if_changed))
        return SimpleNamespace(path=path)


@dataclass
class FakePdfFiles:
    """Makes a PDF, if there is something to make it with."""

    has_program: bool = False
    saved: list[tuple[Wanted, Path]] = field(default_factory=list)

    def can_lay_out(self) -> bool:
        return self.has_program

    def save_as_pdf(self, workspace: Any, wanted: Wanted, *, folder_or_path: Path) -> Path:
        self.saved.append((wanted, folder_or_path))
        return folder_or_path

    def save_originals_as_pdf(
        self, workspace: Any, wanted: Wanted, *, folder_or_path: Path
    ) -> Path:
        return folder_or_path / "both originals.pdf"


@dataclass
class FakeWorkspaces:
    opened: list[Path] = field(default_factory=list)
    restored: list[Path] = field(default_factory=list)
    copied: list[Path] = field(default_factory=list)
    why_read_only: str = ""
    problem: Exception | None = None
    backups: tuple[Any, ...] = ()
    backed_up_at: datetime | None = None

    def open(self, path: Path, *, clock: Any, actor: str) -> FakeWorkspace:
        if self.problem is not None:
            raise self.problem
        self.opened.append(path)
        return FakeWorkspace(path, why=self.why_read_only)

    def create(self, path: Path, *, clock: Any, actor: str) -> FakeWorkspace:
        return self.open(path, clock=clock, actor=actor)

    def save_copy(self, workspace: Any, *, path: Path) -> None:
        self.copied.append(path)

    def list_backups(self, path: Path) -> tuple[Any, ...]:
        return self.backups

    def last_backup(self, path: Path) -> datetime | None:
        return None

    def back_up_if_due(self, workspace: Any) -> datetime | None:
        return self.backed_up_at

    def restore(self, path: Path, *, backup: Path, actor: str, clock: Any) -> None:
        self.restored.append(backup)


def fake_services(**instead: Any) -> Services:
    meetings = {KM.id: (FIRST, SECOND), JM.id: (), TEMM.id: ()}
    details = {FIRST.id: DETAIL, SECOND.id: replace(DETAIL, row=SECOND, starts_at=None)}

    def of_the_first(rows: tuple[Any, ...]) -> SimpleNamespace:
        def list_for_meeting(workspace: Any, *, meeting_id: UUID, language: str) -> tuple[Any, ...]:
            return rows if meeting_id == FIRST.id else ()

        return SimpleNamespace(list_for_meeting=list_for_meeting)

    made: dict[str, Any] = {
        "workspaces": FakeWorkspaces(),
        "bodies": SimpleNamespace(list_all=lambda workspace, *, language: (JM, KM, TEMM)),
        "meetings": SimpleNamespace(
            list_for_body=lambda workspace, *, body_id, language: meetings[body_id],
            show=lambda workspace, *, meeting_id, language: details[meeting_id],
        ),
        "delegations": SimpleNamespace(
            PartyOrder=PartyOrder,
            can_open=lambda workspace, *, meeting_id: False,
            list_for_meeting=lambda workspace, *, meeting_id, **how: (
                DELEGATIONS if meeting_id == FIRST.id else ()
            ),
        ),
        "agenda": SimpleNamespace(
            list_for_meeting=of_the_first(AGENDA).list_for_meeting,
            outline=lambda workspace, *, meeting_id, language: OUTLINE,
        ),
        "agenda_hours": SimpleNamespace(run=lambda outline: Course()),
        "agenda_editions": SimpleNamespace(
            list_editions=lambda workspace, *, meeting_id: (),
            list_steps=lambda *, status: (AgendaStatus.ADOPTED,),
        ),
        "standard_items": SimpleNamespace(list_missing=lambda workspace, *, meeting_id: ()),
        "decisions": SimpleNamespace(
            list_for_meeting=of_the_first(DECISIONS).list_for_meeting,
            list_for_body=lambda workspace, *, body_id, language: (),
        ),
        "actions": of_the_first(ACTIONS),
        "papers": SimpleNamespace(
            list_for_meeting=of_the_first(PAPERS).list_for_meeting,
            list_details=lambda workspace, *, meeting_id, language: (),
        ),
        "documents": FakeDocuments(),
        "previews": FakePreviews(),
        "checks": SimpleNamespace(look_through=lambda workspace, wanted: CHECKS),
        "rules": SimpleNamespace(list_documents=lambda workspace, *, body_id, language: ()),
        "issuing": FakeIssuing(),
        "pdf_files": FakePdfFiles(),
        "follow_up": SimpleNamespace(count_late=lambda workspace, *, body_id: 0),
        "history": SimpleNamespace(
            next_undo=lambda workspace: None, next_redo=lambda workspace: None
        ),
        "kept_searches": SimpleNamespace(list_all=lambda workspace: ()),
        "search": SimpleNamespace(
            recall=lambda workspace, refs, *, language: (),
            place_of=lambda workspace, *, kind, record_id: SimpleNamespace(
                body_id=None, meeting_id=record_id if kind == "meeting" else None
            ),
        ),
        "sample": SimpleNamespace(build=lambda path, *, clock, actor: path.write_bytes(b"")),
    }
    others = {each.name: SimpleNamespace() for each in fields(Services)}  # asked for nothing
    return Services(**(others | made | instead))


class RecordingNotifier:
    """Answers questions as the test says, and refuses those it did not foresee."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.asked: list[tuple[str, str]] = []
        self.opened: list[Path] = []
        self.answers: list[Any] = []
        self.suggestions: list[Path] = []

    def tell(self, sentence: str, detail: str = "") -> None:
        self.told.append((sentence, detail))

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        self.told.append((sentence, remedy))

    def ask(self, question: str, detail: str, *, agree: str) -> bool:
        self.asked.append((question, detail))
        return self.answers.pop(0)

    def choose(self, question: str, detail: str, *, answers: tuple[str, ...]) -> int | None:
        self.asked.append((question, detail))
        answer = self.answers.pop(0)
        return answers.index(answer) if answer is not None else None

    def choose_file(self, kind: FileKind, *, title: str, folder: Path) -> Path | None:
        return self.answers.pop(0)

    def choose_new_file(self, kind: FileKind, *, title: str, suggestion: Path) -> Path | None:
        self.suggestions.append(suggestion)
        return self.answers.pop(0)

    def choose_folder(self, *, title: str, folder: Path) -> Path | None:
        return self.answers.pop(0)

    def choose_files(self, *, title: str, folder: Path) -> tuple[Path, ...]:
        return self.answers.pop(0)

    def choose_place(self, *, title: str, suggestion: Path) -> Path | None:
        self.suggestions.append(suggestion)
        return self.answers.pop(0)

    def open_outside(self, path: Path) -> None:
        self.opened.append(path)


class HeldTasks:
    """Keeps work until the test lets it go, so that the order of answers can be chosen."""

    def __init__(self) -> None:
        self.held: list[tuple[Callable[[], Any], Callable[[Any], None], Any]] = []

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Any) -> None:
        self.held.append((work, done, failed))

    def let_go(self, place: int = 0) -> None:
        work, done, _ = self.held.pop(place)
        done(work())


class FakeOperations:
    """Runs at once and remembers the names."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.problems: list[Exception] = []

    def run(
        self,
        name: str,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Misfortune], None] | None = None,
    ) -> None:
        self.names.append(name)
        try:
            result = work()
        except Misfortune as problem:
            if refused is None:
                self.problems.append(problem)
            else:
                refused(problem)
        else:
            if done is not None:
                done(result)
