"""Templates, forms and letterheads as services would return them, and what was asked of them."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from app.documents.fields import FieldKind
from app.documents.forms.findings import Finding, Problem
from app.documents.forms.places import PartOfForm, Place
from app.documents.gate import Hazard, Removed
from app.documents.insertable import Insertable
from app.documents.kinds import DocumentKind
from app.documents.template_errors import UnknownField
from app.services.hand_changes import ChangedByHand, IfChanged
from app.services.letterheads import LetterheadRow
from app.services.own_forms import FormReport, OwnFormRow
from app.services.own_templates import TemplateRow
from app.services.previews import Preview
from app.services.template_trials import NothingToTryWith
from app.ui.paper.sheet import PAGE_WIDTH
from tests.ui.ui_fakes import KM, KOREA, a_key, fake_services

AGENDA = "agenda.en.xml.jinja"
AGENDA_KO = "agenda.ko.xml.jinja"
MINUTES = "agreed_minutes.en.xml.jinja"
PARTS = "parts.en.xml.jinja"
OWN = "bodies/KM-JWG/agenda.en.xml.jinja"
SOURCE = "<document>\n<section>\n<p>{{ facts.body.name }}</p>\n</section>\n</document>"
LETTER = OwnFormRow(a_key(900), "Letter of invitation", "en", None, "letter.docx", 5_000, "")
NOTE = OwnFormRow(a_key(901), "Note", "mn", KM.id, "note.docx", 9_000, "From the embassy")
PLACE = Place(PartOfForm.BODY, 1, 2, 3, "In {{ meeting.plase }}")
WRONG = Finding(Problem.UNKNOWN, "meeting.plase", PLACE, nearest="meeting.place")
OPEN = Finding(Problem.MISSING, "meeting.venue", Place(PartOfForm.HEADER, around="At"))
FIELDS = (
    Insertable("meeting.place", "{{ facts.meeting.place }}", FieldKind.TEXT, "Ulaanbaatar"),
    Insertable("meeting.venue", "{{ facts.meeting.venue }}", FieldKind.MISSING, ""),
    Insertable("parties", "{% for party in facts.parties %}{% endfor %}", FieldKind.LIST, "2"),
    Insertable(
        "parties.name",
        "{% for party in facts.parties %}{{ party.name }}{% endfor %}",
        FieldKind.TEXT,
        "the Republic of Korea",
        is_listed=True,
    ),
)


def a_row(name: str, kind: DocumentKind | None, **more: Any) -> TemplateRow:
    given = {"language": "en", "body_code": "", "is_own": False, "is_shipped": True}
    return TemplateRow(name=name, kind=kind, **(given | more))


ROWS = (
    a_row(AGENDA, DocumentKind.AGENDA, is_own=True),
    a_row(AGENDA_KO, DocumentKind.AGENDA, language="ko"),
    a_row(MINUTES, DocumentKind.AGREED_MINUTES),
    a_row(OWN, DocumentKind.AGENDA, body_code="KM-JWG", is_own=True, is_shipped=False),
    a_row(PARTS, None),
)


@dataclass
class FakeTemplates:
    """Keeps sources and drafts; a source with “nothing” in it asks for what there is not."""

    sources: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    done: list[tuple[str, str]] = field(default_factory=list)
    problem: Exception | None = None

    def list_templates(self, workspace: Any) -> tuple[TemplateRow, ...]:
        begun = (
            a_row(name, DocumentKind.AGENDA, language="mn", is_own=True, is_shipped=False)
            for name in self.sources
            if name not in {row.name for row in ROWS}
        )
        return (*ROWS, *begun)

    def read(self, workspace: Any, *, name: str) -> str:
        if self.problem is not None:
            raise self.problem
        return self.sources.get(name, SOURCE)

    def read_draft(self, workspace: Any, *, name: str) -> str | None:
        return self.drafts.get(name)

    def keep_draft(self, workspace: Any, *, name: str, source: str) -> Any:
        self.drafts[name] = source
        return self._changed("draft", name)

    def drop_draft(self, workspace: Any, *, name: str) -> Any:
        self.drafts.pop(name, None)
        return self._changed("drop", name)

    def check(self, workspace: Any, *, name: str, source: str) -> None:
        if "nothing" in source:
            line = source[: source.index("nothing")].count("\n") + 1
            raise UnknownField("nothing", template=name, line=line)

    def save(self, workspace: Any, *, name: str, source: str) -> Any:
        self.check(workspace, name=name, source=source)
        self.sources[name] = source
        self.drafts.pop(name, None)
        return self._changed("save", name)

    def restore(self, workspace: Any, *, name: str) -> Any:
        self.sources.pop(name, None)
        self.drafts.pop(name, None)
        return self._changed("restore", name)

    def require_free(self, workspace: Any, *, name: str) -> None:
        if any(row.name == name for row in ROWS):
            raise UnknownField(name, template=name, line=0)

    def _changed(self, verb: str, name: str) -> Any:
        self.done.append((verb, name))
        return SimpleNamespace(use_case=verb, kinds=frozenset({"store_meta"}))


INSIDE = FormReport(("meeting.place",), ())


@dataclass
class FakeForms:
    """Remembers what was asked; the letter has a gap, the note a mistake."""

    done: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    rows: tuple[OwnFormRow, ...] = (LETTER, NOTE)
    inside: FormReport = INSIDE
    gaps: tuple[Finding, ...] = (OPEN,)
    problem: Exception | None = None

    def list_forms(self, workspace: Any) -> tuple[OwnFormRow, ...]:
        return self.rows

    def look_into(self, path: Path) -> FormReport:
        if self.problem is not None:
            raise self.problem
        return self.inside

    def suggest_name(self, workspace: Any, *, form_id: Any, meeting_id: Any) -> str:
        return "Letter of invitation - KM-1.docx"

    def issue_to(self, workspace: Any, **asked: Any) -> Any:
        self.done.append(("issue_to", asked))
        if self.problem is not None and "if_changed" not in asked:
            raise self.problem
        return SimpleNamespace(path=asked["path"])

    def check(self, workspace: Any, *, form_id: Any, meeting_id: Any = None) -> FormReport:
        if form_id == NOTE.id:
            return FormReport(("meeting.plase",), (WRONG,), (), (Removed(Hazard.FIELD, "DDE"),))
        return FormReport(("meeting.place", "meeting.venue"), (), self.gaps if meeting_id else ())

    def export(self, workspace: Any, *, form_id: Any, path: Path) -> Path:
        self.done.append(("export", {"form_id": form_id}))
        return path / "letter.docx"

    def fill(self, workspace: Any, **asked: Any) -> Any:
        self.done.append(("fill", asked))
        if self.problem is not None and "if_changed" not in asked:
            raise self.problem
        return SimpleNamespace(path=asked["path"])

    def __getattr__(self, verb: str) -> Any:
        def act(workspace: Any, **asked: Any) -> Any:
            self.done.append((verb, asked))
            if self.problem is not None:
                raise self.problem
            return SimpleNamespace(use_case=verb, kinds=frozenset({"own_form"}))

        return act


@dataclass
class FakeTrials:
    """Makes a page that says which template it was made with."""

    NOT_THERE: Any = (NothingToTryWith,)
    tried: list[tuple[str, float]] = field(default_factory=list)
    problem: Exception | None = None

    def try_with_meeting(
        self, workspace: Any, *, meeting_id: Any, name: str, source: str, scale: float = 1.0
    ) -> Preview:
        if self.problem is not None:
            raise self.problem
        self.tried.append((name, scale))
        page = Preview(f"<p>Tried {name}</p>", f"{name}.docx", name, True, ())
        return replace(page, width=round(PAGE_WIDTH * scale))

    def list_fields(self, workspace: Any, *, meeting_id: Any, name: str) -> tuple[Any, ...]:
        return FIELDS

    def list_form_fields(
        self, workspace: Any, *, meeting_id: Any, language: str
    ) -> tuple[Any, ...]:
        return FIELDS[:2]


@dataclass
class FakeStyles:
    name: str = ""
    done: list[str] = field(default_factory=list)
    problem: Exception | None = None

    def name_of_current(self, workspace: Any) -> str:
        return self.name

    def adopt(self, workspace: Any, *, path: Path) -> Any:
        if self.problem is not None:
            raise self.problem
        self.name = path.name
        self.done.append("adopt")
        return SimpleNamespace(use_case="x", kinds=frozenset({"store_meta"}))

    def restore(self, workspace: Any) -> Any:
        self.name = ""
        self.done.append("restore")
        return SimpleNamespace(use_case="x", kinds=frozenset({"store_meta"}))

    def export(self, workspace: Any, *, path: Path) -> Path:
        self.done.append("export")
        return path


@dataclass
class FakeLetterheads:
    """Korea has a letterhead, Mongolia none yet."""

    done: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def list_letterheads(self, workspace: Any) -> tuple[LetterheadRow, ...]:
        return (self.row(),)

    def show(self, workspace: Any, *, party_id: Any) -> LetterheadRow | None:
        return self.row() if party_id == KOREA.id else None

    def row(self) -> LetterheadRow:
        lines = {"en": "Ministry of Foreign Affairs\nSeoul"}
        return LetterheadRow(a_key(950), KOREA.id, None, lines, None, "")

    def __getattr__(self, verb: str) -> Any:
        def act(workspace: Any, **asked: Any) -> Any:
            self.done.append((verb, asked))
            return SimpleNamespace(use_case=verb, kinds=frozenset({"letterhead"}))

        return act


def templates_services(**instead: Any) -> Any:
    made = {
        "own_templates": FakeTemplates(),
        "own_forms": FakeForms(),
        "template_trials": FakeTrials(),
        "house_styles": FakeStyles(),
        "letterheads": FakeLetterheads(),
        "issuing": SimpleNamespace(ChangedByHand=ChangedByHand, IfChanged=IfChanged),
    }
    return fake_services(**(made | instead))
