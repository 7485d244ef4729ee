"""Puts what the Templates page shows into words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.templates.entries import PARTS, Entry, EntryKind
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.documents.forms.findings import Finding
    from app.documents.forms.places import Place
    from app.documents.gate import Removed

_CONTEXT = "TemplatesPage"
_GROUPS = {
    "look": QT_TRANSLATE_NOOP("TemplatesPage", "Look of all documents"),
    "forms": QT_TRANSLATE_NOOP("TemplatesPage", "Own Word forms"),
    PARTS: QT_TRANSLATE_NOOP("TemplatesPage", "Parts that templates share"),
}
_PARTS = {
    "parts": QT_TRANSLATE_NOOP("TemplatesPage", "Parts of all documents"),
    "record_parts": QT_TRANSLATE_NOOP("TemplatesPage", "Parts of records"),
    "letter_parts": QT_TRANSLATE_NOOP("TemplatesPage", "Parts of letters"),
}
_WHERE = {
    "body": QT_TRANSLATE_NOOP("TemplatesPage", "In the text"),
    "header": QT_TRANSLATE_NOOP("TemplatesPage", "In the header"),
    "footer": QT_TRANSLATE_NOOP("TemplatesPage", "In the footer"),
    "footnote": QT_TRANSLATE_NOOP("TemplatesPage", "In a footnote"),
    "endnote": QT_TRANSLATE_NOOP("TemplatesPage", "In an endnote"),
    "text-box": QT_TRANSLATE_NOOP("TemplatesPage", "In a text box"),
    "properties": QT_TRANSLATE_NOOP("TemplatesPage", "In the properties of the file"),
}
_REMOVED = {
    "macros": QT_TRANSLATE_NOOP("TemplatesPage", "Macros"),
    "controls": QT_TRANSLATE_NOOP("TemplatesPage", "Controls that run programs"),
    "embedded-file": QT_TRANSLATE_NOOP("TemplatesPage", "A file embedded in it"),
    "other-file": QT_TRANSLATE_NOOP("TemplatesPage", "Another file taken in"),
    "outside-template": QT_TRANSLATE_NOOP("TemplatesPage", "A link to a template elsewhere"),
    "outside-picture": QT_TRANSLATE_NOOP("TemplatesPage", "A picture that lies elsewhere"),
    "outside-link": QT_TRANSLATE_NOOP("TemplatesPage", "A link to a file"),
    "mail-merge": QT_TRANSLATE_NOOP("TemplatesPage", "A letter merge"),
    "field": QT_TRANSLATE_NOOP("TemplatesPage", "A Word field that fetches something"),
}
_MOST_REMOVED = 8
_DONE = {
    "saved": QT_TRANSLATE_NOOP(
        "TemplatesPage", "Saved. Documents are made with yours from now on."
    ),
    "discarded": QT_TRANSLATE_NOOP("TemplatesPage", "The changes were discarded."),
    "restored": QT_TRANSLATE_NOOP(
        "TemplatesPage", "Documents are made with the template of JWG Desk again."
    ),
    "replaced": QT_TRANSLATE_NOOP("TemplatesPage", "The form is the new file from now on."),
    "removed": QT_TRANSLATE_NOOP(
        "TemplatesPage", "The form was removed. Letters written with it are kept."
    ),
    "style": QT_TRANSLATE_NOOP(
        "TemplatesPage", "Every document looks as your house style says from now on."
    ),
    "style-restored": QT_TRANSLATE_NOOP(
        "TemplatesPage", "Every document looks as JWG Desk makes it again."
    ),
    "letterhead": QT_TRANSLATE_NOOP("TemplatesPage", "The letterhead was saved."),
}


def heading(group: str) -> str:
    """Return the heading of a group of entries."""
    return _say(_GROUPS[group]) if group in _GROUPS else phrases.say("document", group)


def title(entry: Entry) -> str:
    """Return what an entry is called in the list, under its heading."""
    match entry.kind:
        case EntryKind.STYLE:
            return _say("House style")
        case EntryKind.LETTERHEAD:
            return _say("Letterhead")
        case EntryKind.FORM:
            return entry.name
    if entry.document == PARTS:
        return _say(_PARTS[entry.name]) if entry.name in _PARTS else entry.name
    return phrases.say("language", entry.language)


def whole_title(entry: Entry) -> str:
    """Return what an entry is called where it stands alone."""
    if entry.kind is EntryKind.LETTERHEAD:
        return _say("Letterhead · {party}").format(party=entry.name)
    if entry.kind is not EntryKind.TEMPLATE:
        return title(entry)
    language = phrases.say("language", entry.language)
    what = title(entry) if entry.document == PARTS else heading(entry.document)
    return f"{what} · {language}"


def mark(entry: Entry) -> str:
    """Return the word that marks an entry as the office's own; nothing for one of ours."""
    if entry.kind is EntryKind.FORM or not entry.is_own:
        return ""
    return _say("yours") if entry.kind is not EntryKind.LETTERHEAD else _say("entered")


def spoken(entry: Entry) -> str:
    """Return what a screen reader says of an entry."""
    return ", ".join(filter(None, (whole_title(entry), entry.body_code, mark(entry))))


def found(finding: "Finding") -> str:
    """Return what was found in a form, without its place."""
    problem, field = str(finding.problem.value), finding.field
    if problem == "unknown":
        told = _say("“{field}” is no field that JWG Desk knows.").format(field=field)
        if finding.nearest:
            told += " " + _say("Perhaps “{name}” is meant.").format(name=finding.nearest)
        return told
    if problem == "several":
        told = "“{field}” is not one value but several. Put it into a loop."
    elif problem == "pending":
        told = "“{field}” stands in a tracked change. Accept or reject the change in Word first."
    elif problem == "missing":
        told = "“{field}” is not known yet. It stands in amber in a draft."
    else:
        return f"“{field}” {finding.detail}."
    return _say(told).format(field=field)


def where(place: "Place") -> str:
    """Return where in a form something stands."""
    told = _say(_WHERE[str(place.part.value)])
    if place.table:
        cell = _say("table {table}, row {row}, column {column}")
        told += ", " + cell.format(table=place.table, row=place.row, column=place.column)
    return f"{told}: “{place.around}”" if place.around else told


def removed(each: "Removed") -> str:
    """Return what was taken out of a file."""
    told = _say(_REMOVED[str(each.hazard.value)])
    return f"{told}: {each.detail[:120]}" if each.detail else told


def removed_in_short(all_removed: "tuple[Removed, ...]") -> list[str]:
    """Return what was taken out of a file, each once, and how much more there is."""
    told = list(dict.fromkeys(removed(each) for each in all_removed))
    more = len(told) - _MOST_REMOVED
    if more > 0:
        told = [*told[:_MOST_REMOVED], _say("and {n} more").format(n=more)]
    return told


def done(words: str) -> str:
    """Return the sentence that says that something was done."""
    return _say(_DONE[words])


def _say(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
