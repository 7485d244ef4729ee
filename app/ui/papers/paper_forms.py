"""The forms of papers: of a file that becomes one, of a paper, of its twin, of a further file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.papers.sheet import PapersSheet
from app.ui.widgets.fields import DateField, LongTextField, NamesField, OptionField, TextField
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.services.papers import PaperDetail

CATEGORIES = (
    *("working", "information", "conference-room", "non-paper", "presentation", "agenda"),
    *("list", "minutes", "rules", "report", "press-release", "other"),
)
_READERS = ("both-sides", "one-side", "public")
_LONGEST_SYMBOL = 60


def draft_form(sheet: PapersSheet) -> Form:
    """Return the form of a file that becomes a paper."""
    form = Form(name="paper_draft")
    form.add("symbol", _say("Symbol"), TextField(max_length=_LONGEST_SYMBOL))
    form.add(
        "category", _say("Kind"), OptionField(_pairs("paper category", CATEGORIES)), beside=True
    )
    form.add("titles", _say("Title"), NamesField(sheet.languages))
    form.add("language", _say("Language of the file"), OptionField(_tongues(sheet)))
    form.add("submitted_by_id", _say("Submitted by"), OptionField(_sides(sheet)), beside=True)
    _add_readers(form, ("open", "confidential"))
    return form


def paper_form(paper: "PaperDetail", sheet: PapersSheet) -> Form:
    """Return the form of a paper, filled."""
    form = Form(name="paper")
    form.add("symbol", _say("Symbol"), TextField(max_length=_LONGEST_SYMBOL))
    form.add(
        "category", _say("Kind"), OptionField(_pairs("paper category", CATEGORIES)), beside=True
    )
    tongues = tuple(dict.fromkeys((*sheet.languages, *paper.titles)))
    form.add("titles", _say("Title"), NamesField(tongues))
    form.add("submitted_by_id", _say("Submitted by"), OptionField(_sides(sheet)))
    form.add("issued_on", _say("Dated"), DateField(), beside=True)
    _add_readers(form, ("open", "confidential", "redacted"))
    form.add(
        "note",
        _say("Note"),
        LongTextField(lines=2),
        hint=_say("For the secretariat alone; it is never printed."),
    )
    form.set_values(_values(paper))
    form.set_read_only(read_only=not sheet.can_change)
    return form


def file_form(paper: "PaperDetail", sheet: PapersSheet) -> Form:
    """Return the form that asks for the language of a further file."""
    form = Form(name="paper_file")
    tongues = list(_tongues(sheet))
    held = ", ".join(phrases.say("language", tag) for tag in paper.languages)
    told = _say("There is a file in {languages}; another in the same language is a new revision.")
    hint = told.format(languages=held) if held else ""
    form.add("language", _say("Language of the file"), OptionField(tongues), hint=hint)
    if paper.languages:
        form.set_values({"language": paper.languages[0]})
    return form


def twin_form(paper: "PaperDetail", others: "Sequence[PaperDetail]") -> Form:
    """Return the form that asks for the redacted form of a confidential paper."""
    form = Form(name="paper_twin")
    pairs = [(other.id, f"{other.symbol}  {other.title}") for other in others]
    told = _say(
        "{symbol} then counts as confidential, the other as its redacted form. They never share a"
        " file, and only the redacted one goes to others."
    )
    form.add(
        "twin_id", _say("Redacted form"), OptionField(pairs), hint=told.format(symbol=paper.symbol)
    )
    return form


def _add_readers(form: Form, kinds: tuple[str, ...]) -> None:
    form.add("distribution", _say("For"), OptionField(_pairs("distribution", _READERS)))
    form.add(
        "confidentiality",
        _say("Confidentiality"),
        OptionField(_pairs("confidentiality", kinds)),
        beside=True,
    )


def _values(paper: "PaperDetail") -> dict[str, Any]:
    return {
        "symbol": paper.symbol,
        "category": str(paper.category),
        "titles": paper.titles,
        "submitted_by_id": paper.side.id if paper.side is not None else None,
        "issued_on": paper.issued_on,
        "distribution": str(paper.distribution),
        "confidentiality": str(paper.confidentiality),
        "note": paper.note,
    }


def _tongues(sheet: PapersSheet) -> list[tuple[Any, str]]:
    tags = dict.fromkeys((*sheet.languages, "en", "ko", "mn", "ja"))
    return [(tag, phrases.say("language", tag)) for tag in tags]


def _sides(sheet: PapersSheet) -> list[tuple[Any, str]]:
    return [(None, _say("Nobody named")), *((side.id, side.name) for side in sheet.parties)]


def _pairs(table: str, values: Sequence[str]) -> list[tuple[Any, str]]:
    return [(value, phrases.say(table, value)) for value in values]


def _say(text: str) -> str:
    return QCoreApplication.translate("Papers", text)
