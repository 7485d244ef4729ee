"""What the window that brings rules in says in words: remarks, what was left out, kinds."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from app.services.rule_imports import Alignment
    from app.texts.reading.outcome import Remark


def say(text: str) -> str:
    """Return a sentence of the window in the user's language."""
    return QCoreApplication.translate("RuleImport", text)


def kinds() -> tuple[tuple[str, str], ...]:
    """Return the kinds of provision with their names, the highest first."""
    return (
        ("part", say("Part")),
        ("chapter", say("Chapter")),
        ("section", say("Section")),
        ("article", say("Article")),
        ("paragraph", say("Paragraph")),
        ("item", say("Item")),
        ("subitem", say("Sub-item")),
        ("annex", say("Annex")),
    )


def rule_kinds() -> tuple[tuple[str, str], ...]:
    """Return the kinds of rules with their names."""
    return (
        ("rule-set", say("Set of rules")),
        ("rules-of-procedure", say("Rules of procedure")),
        ("rules-of-implementation", say("Rules of implementation")),
        ("procedure", say("Procedure")),
        ("guidelines", say("Guidelines")),
        ("form", say("Form")),
        ("other", say("Other")),
    )


def statuses() -> tuple[tuple[str, str], ...]:
    """Return what authority a text may have."""
    return (
        ("authentic", say("Authentic text")),
        ("official", say("Official translation")),
        ("working", say("Working text")),
    )


def language_name(tag: str) -> str:
    """Return what a language calls itself."""
    names = {"en": "English", "ko": "한국어", "mn": "Монгол", "ja": "日本語"}
    return names.get(tag, tag)


def remark(one: "Remark") -> str:
    """Return what is doubtful at a place of the text."""
    sentence = {
        "gap": say("Number {found} follows; {expected} was expected. One may be missing."),
        "double": say("Number {found} stands here a second time."),
        "out-of-order": say("Number {found} stands here; {expected} was expected."),
        "starts-late": say("A list begins with {found}, not with its first number."),
        "starts-again": say("The numbers begin again with {found}."),
        "closing-words": say("“{found}” bears no number. It was taken for a paragraph of its own."),
        "letter-or-numeral": say("{found} may be a letter or a numeral."),
        "letter-spaced": say("The heading “{found}” was set wide and was read without the gaps."),
        "page-mark-left-out": say("“{found}” was taken for the number of a page and left out."),
        "lines-joined": say("Lines that end where a page does were joined to paragraphs."),
        "decomposed": say("Letters in several parts were put together; they look the same."),
        "control-signs": say("Signs that nobody can see were left out: {found}."),
        "stray-number": say("“{found}” stands alone. It was taken for no provision."),
        "heading-marks": say("Signs that mark headings (#) were read as such and left out."),
        "nothing-numbered": say("No numbered provision was found. Every line is a paragraph."),
    }[str(one.doubt.value)]
    return sentence.format(found=one.found.rstrip("."), expected=one.expected)


def left_out(kind: Any, number: int) -> str:
    """Return what of the file is not in the text."""
    sentence = {
        "pending-changes": say("Tracked changes that nobody decided: {number}, read as accepted."),
        "notes": say("Footnotes and endnotes that are not taken over: {number}."),
        "pictures": say("Pictures that are not taken over: {number}."),
        "text-boxes": say("Text boxes that are not taken over: {number}."),
        "tables": say("Tables, read row by row: {number}."),
        "hazards": say("Macros, outside files and the like, not taken over: {number}."),
        "contents": say("Lines of a table of contents, left out: {number}."),
    }[str(kind.value)]
    return sentence.format(number=number)


def stored(done: int, total: int) -> str:
    """Return how far a text is taken over."""
    if not total:
        return say("The text is being stored.")
    if done >= total:
        return say("Everything is stored. It is now sealed and made ready for the search.")
    return say("Stored: {done} of {total} provisions").format(done=done, total=total)


def disagreements(alignment: "Alignment") -> tuple[tuple[str, int | None], ...]:
    """Return where two languages differ, each with the place among the rows that came."""
    told: list[tuple[str, int | None]] = [
        (say("“{name}” has no counterpart in this version.").format(name=name), None)
        for name in alignment.strangers
    ]
    for each in alignment.warnings:
        names = {
            "missing": say("{label} is missing in this language."),
            "empty": say("{label} has no words in this language."),
            "stale": say("{label} translates an earlier text."),
            "unnumbered": say("{label} has no number in this language."),
            "numbers": say("{label}: numbers differ{what}."),
            "dates": say("{label}: dates differ{what}."),
            "amounts": say("{label}: amounts differ{what}."),
            "references": say("{label}: references differ{what}."),
        }
        signs = (
            ", ".join(each.warned.only_first) or "–",
            ", ".join(each.warned.only_second) or "–",
        )
        what = f" ({signs[0]} | {signs[1]})" if any(sign != "–" for sign in signs) else ""
        sentence = names[str(each.warned.kind.value)].format(label=each.label, what=what)
        told.append((sentence, each.place))
    return tuple(told)
