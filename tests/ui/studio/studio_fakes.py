"""A body with decisions, a written procedure and rules, and a page that only remembers."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from app.domain.provenance import Provenance
from app.services.compared_texts import FileAndNow, StoredAndFile, StoredAndNow, TwoVersions
from app.services.comparisons import Change, ShownComparison
from app.services.kept_documents import KeptDocument, KeptState
from app.services.rule_documents import NotInForce
from app.store.queries.issued import IssuedRow
from app.store.queries.rules import RuleDocumentRow, VersionRow
from tests.ui.ui_fakes import DECISIONS, FakeDocuments, a_key, fake_services

RULES = RuleDocumentRow(
    a_key(90), None, "JWG-RULES", "Detailed rules", "rules", "", Provenance.ORIGINAL, "", "2.0"
)


def a_version(number, **fields):
    made = {
        "id": a_key(900 + number),
        "number": number,
        "label": f"{number}.0",
        "status": "adopted",
        "decision": f"{number}/JWG.{number}",
        "adopted_on": date(2024 + number, 5, 27),
        "in_force_from": date(2024 + number, 6, 1),
        "in_force_to": None,
        "change_note": "",
        "content_root": "",
        "text_held": True,
        "provenance": Provenance.ORIGINAL,
    }
    return VersionRow(**(made | fields))


VERSIONS = (a_version(1, status="superseded"), a_version(2), a_version(3, status="draft"))
SOUGHT = DECISIONS[1]


class Library(FakeDocuments):
    """Documents of decisions, rules and the body too."""

    def list_kinds_of_body(self, workspace, *, body_id):
        return ("decision-register",)

    def list_kinds_of_decision(self, workspace, *, decision_id):
        return ("decision", "circular") if decision_id == SOUGHT.id else ("decision",)

    def list_kinds_of_rules(self, workspace, *, document_id):
        return ("rules", "bilingual-rules")

    def list_languages_of_rules(self, workspace, *, document_id):
        return ("en", "ko", "mn")

    def list_languages_of_kind(self, *, kind, **whose):
        return ("en",) if kind == "bilingual-rules" else ("en", "ja", "ko", "mn")

    def find_version(self, workspace, *, document_id, on):
        found = [each for each in VERSIONS[:2] if each.in_force_from <= on]
        if not found:
            raise NotInForce(on)
        return found[-1].id


class FakeComparisons:
    """Compares whatever it is given, and says what that was."""

    StoredAndNow, StoredAndFile = StoredAndNow, StoredAndFile
    FileAndNow, TwoVersions = FileAndNow, TwoVersions

    def __init__(self):
        self.shown = []
        self.saved = []
        self.problem = None

    def show(self, workspace, compared, *, scale=1.0):
        if self.problem is not None:
            raise self.problem
        self.shown.append((compared, scale))
        return a_comparison(type(compared).__name__)

    def save_as_word(self, workspace, compared, *, folder_or_path):
        self.saved.append((compared, folder_or_path))
        return folder_or_path


CHANGES = (
    Change("change-1", "changed", "5", "", "government", "at the ministry"),
    Change("change-2", "inserted", "Article 2 bis", "", "", "Standardised baselines"),
    Change("change-3", "deleted", "", "", "A line that went", ""),
    Change("change-4", "moved", "Article 3(1)", "Article 7(2)", "", ""),
)


def a_comparison(name="minutes", changes=CHANGES):
    lines = "".join(
        f'<p><a name="{change.anchor}"></a>{"<br>".join(["A line"] * 30)}{change.added}</p>'
        for change in changes
    )
    html = f"<html><body>{lines}</body></html>"
    return ShownComparison(html, changes, f"{name} - changes.docx", 794)


def a_kept(number=1, *, state=KeptState.AS_KEPT, **fields):
    row = {
        "id": a_key(700 + number),
        "kind": "agreed-minutes",
        "language": "en",
        "original_of": "MN",
        "is_draft": True,
        "issued_at": datetime(2025, 6, number, 5, 6, tzinfo=UTC),
        "file_name": f"Agreed minutes {number}.docx",
        "size": 1000,
        "sha256": f"{number}abcdef0123456789".ljust(64, "0"),
        "written_to": f"/saved/Agreed minutes {number}.docx",
        "returned_on": None,
    }
    return KeptDocument(IssuedRow(**(row | fields)), state)


class FakeKept:
    """A list of its own for everything that documents are made of."""

    def __init__(self, documents=()):
        self.documents = documents
        self.asked = []
        self.problem = None

    def _list(self, name, **of):
        if self.problem is not None:
            raise self.problem
        self.asked.append((name, *of.values()))
        return self.documents

    def list_for_meeting(self, workspace, **of):
        return self._list("meeting", **of)

    def list_for_decision(self, workspace, **of):
        return self._list("decision", **of)

    def list_for_rules(self, workspace, **of):
        return self._list("rules", **of)

    def list_for_body(self, workspace, **of):
        return self._list("body", **of)

    def put_out(self, workspace, *, document_id):
        return Path("/out") / f"{document_id}.docx"


def library_services(**instead):
    """Return the services of a body of which every kind of document can be made."""
    made = {
        "documents": Library(),
        "decisions": SimpleNamespace(
            list_for_body=lambda workspace, *, body_id, language: DECISIONS
        ),
        "rules": SimpleNamespace(
            list_documents=lambda workspace, *, body_id, language: (RULES,),
            list_versions=lambda workspace, *, document_id, language: VERSIONS,
        ),
        "written_procedures": SimpleNamespace(
            find_for_decision=lambda workspace, *, decision_id: SimpleNamespace(
                deadline_at=datetime(2025, 7, 1, 9, 0, tzinfo=UTC)
            )
        ),
        "comparisons": FakeComparisons(),
        "kept_documents": FakeKept(),
    }
    return fake_services(**(made | instead))


class FakeWaysOut:
    """Answers as the test says, and remembers what was told."""

    def __init__(self):
        self.path = None
        self.folder = None
        self.answer = None
        self.agrees = True
        self.suggested = []
        self.asked = []
        self.saved = []
        self.issued = []
        self.printed = []
        self.laid_out = []
        self.told = []
        self.opened = []
        self.led_to_checks = 0

    def choose_word_file(self, name):
        self.suggested.append(name)
        return self.path

    def choose_pdf_file(self, name):
        self.suggested.append(name)
        return self.path

    def pdf_writer(self, page, path):
        def write():
            self.laid_out.append(path)
            return path

        return write

    def choose_folder(self):
        return self.folder

    def ask_to_issue(self, name):
        self.asked.append(name)
        return self.agrees

    def ask_what_to_do(self, sentence):
        self.asked.append(sentence)
        return self.answer

    def show_not_ready(self):
        self.led_to_checks += 1

    def show_saved(self, path):
        self.saved.append(path)

    def show_all_saved(self, paths):
        self.saved.extend(paths)

    def show_issued(self, path):
        self.issued.append(path)

    def show_print(self, page):
        self.printed.append(page)

    def tell_misfortune(self, sentence, remedy):
        self.told.append((sentence, remedy))

    def open_outside(self, path):
        self.opened.append(path)


class FakeView:
    """The page, seen from its presenters."""

    def __init__(self):
        self.ways_out = FakeWaysOut()
        self.seen = []
        self.offer = None
        self.has_pdf = None
        self.can_write = None
        self.pages = []
        self.checks = None
        self.files = ()
        self.problem = None
        self.kept = None
        self.compared = []
        self.opened = None

    def show_reading(self):
        self.seen.append("reading")

    def show_offer(self, offer, *, has_pdf, can_write):
        self.seen.append("offer")
        self.offer, self.has_pdf, self.can_write = offer, has_pdf, can_write

    def show_page(self, page, *, scale):
        self.seen.append("page")
        self.pages.append((page, scale))

    def show_checks(self, found):
        self.seen.append("checks")
        self.checks = found

    def show_files(self, files):
        self.files = files

    def show_nothing_to_make(self):
        self.seen.append("nothing")

    def show_no_document(self):
        self.seen.append("no document")

    def show_problem(self, sentence, remedy):
        self.seen.append("problem")
        self.problem = (sentence, remedy)

    def show_kept(self, documents):
        self.kept = documents

    def show_kept_problem(self, sentence, remedy):
        self.kept = sentence

    def open_comparison(self, name, angles, chosen, *, is_asked):
        self.seen.append("comparison")
        self.opened = (name, tuple(angles), chosen, is_asked)

    def show_comparison(self, shown, *, scale):
        self.compared.append((shown, scale))

    def show_comparison_problem(self, sentence, remedy):
        self.problem = (sentence, remedy)

    def close_comparison(self):
        self.opened = None

    def show_comparison_saved(self, path):
        self.ways_out.saved.append(path)

    @property
    def shown(self):
        """Return what the page shows now."""
        return self.pages[-1][0].html


def said(widget):
    """Return the words that a widget shows, once its layout has come to rest."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendPostedEvents(None, 0)
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
