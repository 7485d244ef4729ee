"""What the page for drafting says in words: kinds of provision, marks of what changed, problems."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui import phrases

if TYPE_CHECKING:
    from app.services.drafting.draft_numbers import ReferenceAhead
    from app.services.drafting.draft_sheets import DraftLine
    from app.services.drafting.readiness import OpenPlace

KINDS = ("annex", "part", "chapter", "section", "article", "paragraph", "item", "subitem")
HEADED = frozenset({"annex", "part", "chapter", "section", "article"})
BELOW = {
    "annex": "article",
    "part": "chapter",
    "chapter": "article",
    "section": "article",
    "article": "paragraph",
    "paragraph": "item",
    "item": "subitem",
    "subitem": "subitem",
}
"""What usually stands in what."""

_HUES = {
    "inserted": "ok",
    "changed": "info",
    "moved": "violet",
    "renumbered": "neutral",
    "repealed": "bad",
}


def say(text: str) -> str:
    """Return a sentence of the page in the user's language."""
    return QCoreApplication.translate("Drafting", text)


def kind(which: str) -> str:
    """Return what a provision is."""
    return {
        "annex": say("Annex"),
        "part": say("Part"),
        "chapter": say("Chapter"),
        "section": say("Section"),
        "article": say("Article"),
        "paragraph": say("Paragraph"),
        "item": say("Item"),
        "subitem": say("Sub-item"),
    }.get(which, which)


def change(value: Any) -> str:
    """Return what became of a provision since the version in force; nothing where it stayed."""
    return {
        "inserted": say("New"),
        "changed": say("Reworded"),
        "moved": say("Moved"),
        "renumbered": say("Renumbered"),
        "repealed": say("Repealed"),
    }.get(_value(value), "")


def mark(line: "DraftLine") -> str:
    """Return the word at the end of a line: what is open there, else what changed."""
    if line.proposals:
        return proposals(line.proposals)
    if line.is_bracketed:
        return say("In brackets")
    return change(line.change)


def mark_hue(line: "DraftLine") -> str:
    """Return the hue of that word."""
    if line.proposals or line.is_bracketed:
        return "warn"
    return _HUES.get(_value(line.change), "")


def line_words(line: "DraftLine") -> str:
    """Return what a line says; what is repealed says so."""
    if _value(line.change) == "repealed":
        return f"{say('[repealed]')} {line.words}".strip()
    return line.words


def line_text(line: "DraftLine") -> str:
    """Return the number of a line and what it says."""
    return "  ".join(part for part in (line.label, line_words(line)) if part)


def proposals(count: int) -> str:
    """Return how many proposals there are."""
    return say("1 proposal") if count == 1 else say("{count} proposals").format(count=count)


def spoken(line: "DraftLine") -> str:
    """Return a line as a screen reader says it."""
    was = say("was {label}").format(label=line.was) if line.was else ""
    parts = (line.name or kind(line.kind), line_words(line), change(line.change), was)
    open_parts = mark(line) if line.proposals or line.is_bracketed else ""
    return ", ".join(part for part in (*parts, open_parts) if part)


def name_of(line: "DraftLine") -> str:
    """Return what a provision is called; one without a number by what it is."""
    return line.name or kind(line.kind)


def language(tag: str) -> str:
    """Return the name of a language."""
    return phrases.say("language", tag)


def status(value: str) -> str:
    """Return what authority a text has."""
    return {
        "authentic": say("authentic text"),
        "official": say("official translation"),
        "working": say("working text"),
        "machine": say("machine translation"),
    }.get(value, "")


def fate(reference: "ReferenceAhead") -> str:
    """Return what is wrong with a reference, or how it will read."""
    value = _value(reference.fate)
    if value == "follows":
        return say("becomes “{words}”").format(words=reference.now)
    if value == "gone":
        return say("{target} is repealed").format(target=reference.target or say("It"))
    if value == "by-hand":
        return say("names {target} now; write it anew by hand").format(target=reference.target)
    return say("leads to nothing in this text")


def open_place(place: "OpenPlace") -> str:
    """Return what is to be settled at a place."""
    value = _value(place.kind)
    if value == "proposals":
        return say("{proposals}: choose one, or none").format(proposals=proposals(place.count))
    if value == "loose-bracket":
        return say("A square bracket has no counterpart")
    return say("Choose an alternative in brackets, or none")


def proposal_status(value: str) -> tuple[str, str]:
    """Return what came of a proposal, and its hue."""
    return {
        "open": (say("Waits for a choice"), "warn"),
        "chosen": (say("Chosen"), "ok"),
        "not-chosen": (say("Not chosen"), "neutral"),
    }.get(value, (value, "neutral"))


def proposal_kind(value: str) -> str:
    """Return what a proposal would do."""
    return {
        "replace": say("New wording"),
        "repeal": say("Repeal"),
        "insert": say("Insert after it"),
    }.get(value, value)


def _value(value: Any) -> str:
    return str(getattr(value, "value", value))
