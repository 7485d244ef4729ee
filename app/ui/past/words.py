"""Says what was found in old papers: values, certainty, sources, and what must be settled."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.texts.past.evidence import Place, PlaceKind, Quote
from app.ui import dates, phrases
from app.ui.translation import QT_TRANSLATE_NOOP

_CONTEXT = "Past"
_FIELDS = {
    "ordinal": QT_TRANSLATE_NOOP("Past", "Number"),
    "title": QT_TRANSLATE_NOOP("Past", "Title"),
    "days": QT_TRANSLATE_NOOP("Past", "Dates"),
    "planned-days": QT_TRANSLATE_NOOP("Past", "Planned dates"),
    "place": QT_TRANSLATE_NOOP("Past", "Place"),
    "mode": QT_TRANSLATE_NOOP("Past", "Form"),
    "happening": QT_TRANSLATE_NOOP("Past", "State"),
    "next": QT_TRANSLATE_NOOP("Past", "Next meeting"),
    "host": QT_TRANSLATE_NOOP("Past", "Host"),
}
_KINDS = {
    "paper": QT_TRANSLATE_NOOP("Past", "File"),
    "decision": QT_TRANSLATE_NOOP("Past", "Decision"),
    "action": QT_TRANSLATE_NOOP("Past", "Action item"),
    "delegate": QT_TRANSLATE_NOOP("Past", "Delegate"),
    "rules": QT_TRANSLATE_NOOP("Past", "Rules"),
}
_CERTAINTY = {
    "certain": (QT_TRANSLATE_NOOP("Past", "Certain"), "ok"),
    "likely": (QT_TRANSLATE_NOOP("Past", "Likely"), "info"),
    "doubtful": (QT_TRANSLATE_NOOP("Past", "Doubtful"), "warn"),
}
_STANDING = {
    "new": ("", ""),
    "fills": (QT_TRANSLATE_NOOP("Past", "Missing on record"), "info"),
    "same": (QT_TRANSLATE_NOOP("Past", "On record already"), "neutral"),
    "differs": (QT_TRANSLATE_NOOP("Past", "The record says otherwise"), "warn"),
}
_CHOICES = {
    "held": QT_TRANSLATE_NOOP("Past", "It was held"),
    "ahead": QT_TRANSLATE_NOOP("Past", "It was announced"),
    "in-person": QT_TRANSLATE_NOOP("Past", "In person"),
    "hybrid": QT_TRANSLATE_NOOP("Past", "Hybrid"),
    "online": QT_TRANSLATE_NOOP("Past", "Online"),
}
_USES = {
    "enter": QT_TRANSLATE_NOOP("Past", "Enter it in the record"),
    "state": QT_TRANSLATE_NOOP("Past", "Keep it only as what this file says"),
    "leave": QT_TRANSLATE_NOOP("Past", "Leave it out"),
}
_REMARKS = {
    "contested": QT_TRANSLATE_NOOP(
        "Past", "The papers differ here. Choose one, or keep each as what its file says."
    ),
    "backwards": QT_TRANSLATE_NOOP("Past", "These dates end before they begin: correct them."),
    "twice": QT_TRANSLATE_NOOP("Past", "Another meeting bears this number. Look which is right."),
    "no-side": QT_TRANSLATE_NOOP("Past", "The paper does not say plainly for which side."),
    "no-number": QT_TRANSLATE_NOOP(
        "Past", "A sentence that decides something; no number is printed."
    ),
    "year-guessed": QT_TRANSLATE_NOOP("Past", "The year is not printed; it was taken from nearby."),
    "lines-to-look-at": QT_TRANSLATE_NOOP(
        "Past", "Some lines may be read wrongly: look through the rules once they are in."
    ),
}
_SEALED = QT_TRANSLATE_NOOP("Past", "It comes in as adopted: that cannot be undone.")
_DRAFT = {
    "decision": QT_TRANSLATE_NOOP(
        "Past", "It comes in as a draft, as long as its number or its day is missing."
    ),
    "rules": QT_TRANSLATE_NOOP(
        "Past", "It comes in as a draft, as long as one of its days is missing."
    ),
}
_OBSTACLES = {
    "contested": QT_TRANSLATE_NOOP(
        "Past", "{where}: the papers differ. Choose one, or keep each as what its file says."
    ),
    "backwards": QT_TRANSLATE_NOOP("Past", "{where}: the dates end before they begin."),
    "no-days": QT_TRANSLATE_NOOP("Past", "{where}: enter the first day."),
    "number-twice": QT_TRANSLATE_NOOP("Past", "{where}: two meetings would get this number."),
    "no-meeting": QT_TRANSLATE_NOOP(
        "Past", "{where}: tick the number or the dates too, so that the meeting can be known."
    ),
    "no-side": QT_TRANSLATE_NOOP("Past", "{where}: choose the side."),
    "no-title": QT_TRANSLATE_NOOP("Past", "{where}: enter a title."),
    "symbol-twice": QT_TRANSLATE_NOOP("Past", "{where}: two decisions would get this number."),
    "in-force-before": QT_TRANSLATE_NOOP(
        "Past", "{where}: rules cannot be in force before they are adopted."
    ),
}
_PLACES = {
    PlaceKind.PAGE: QT_TRANSLATE_NOOP("Past", "page {number}"),
    PlaceKind.PARAGRAPH: QT_TRANSLATE_NOOP("Past", "paragraph {number}"),
    PlaceKind.LINE: QT_TRANSLATE_NOOP("Past", "line {number}"),
    PlaceKind.NAME: QT_TRANSLATE_NOOP("Past", "its name"),
}


def what(proposal: Any) -> str:
    """Return what a proposal is: “Dates”, “Decision 19/1”."""
    if proposal.kind.value == "fact":
        return _say(_FIELDS[proposal.field])
    name = _say(_KINDS[proposal.kind.value])
    symbol = proposal.values.get("symbol") or proposal.values.get("label") or ""
    return f"{name} {symbol}".strip()


def value(proposal: Any, sides: Mapping[Any, str]) -> str:
    """Return what would be stored of a proposal, in one line."""
    told = proposal.values
    if proposal.kind.value == "fact":
        return _fact(proposal.field, told, sides)
    match proposal.kind.value:
        case "paper":
            kind = phrases.say("paper category", told["category"])
            return f"{told['title']} · {kind}"
        case "decision" | "rules":
            return str(told["title"])
        case "action":
            side = sides.get(told.get("party_id"), "")
            return f"{side}: {told['words']}" if side else str(told["words"])
        case _:
            side = sides.get(told.get("party_id"), "")
            return " · ".join(part for part in (told["name"], told["post"], side) if part)


def span(first: date | None, last: date | None) -> str:
    """Return one day, or the first and the last of several."""
    if first is None:
        return ""
    if last is None or last == first:
        return dates.day_and_year(first)
    return f"{dates.day_and_year(first)} – {dates.day_and_year(last)}"


def group(told: Any) -> str:
    """Return what a meeting is called in the list."""
    if told.label:
        return str(told.label)
    if not told.is_meeting:
        words = _say("Of no meeting: {file}") if told.proposals else _say("Nothing found: {file}")
        return words.format(file=told.files[0].rpartition("/")[2])
    day = dates.day_and_year(told.first_day) if told.first_day else ""
    if told.ordinal is not None:
        number = _say("Meeting no. {number}").format(number=told.ordinal)
        return f"{number} · {day}" if day else number
    return _say("Meeting of {day}").format(day=day) if day else _say("A meeting")


def state_of(told: Any) -> str:
    """Return whether a meeting is on record or new."""
    if not told.is_meeting:
        return ""
    return _say("On record") if told.meeting_id else _say("New meeting")


def about_group(told: Any) -> str:
    """Return what becomes of what is ticked of a meeting, and which files speak of it."""
    files = "\n".join(told.files)
    if told.meeting_id is None:
        return files
    added = _say("What is ticked is added to this meeting; what is on record stays as it is.")
    return f"{added}\n{files}"


def certainty(proposal: Any) -> tuple[str, str]:
    """Return how sure a proposal is, and in which hue."""
    words, hue = _CERTAINTY[proposal.certainty.value]
    return _say(words), hue


def in_short(proposal: Any) -> str:
    """Return the one word that matters most of a proposal in the list."""
    if proposal.standing.value == "same":
        return _say("On record")
    remarks = {remark.value for remark in proposal.remarks}
    if "contested" in remarks:
        return _say("Papers differ")
    if proposal.standing.value == "differs":
        return _say("Differs")
    return certainty(proposal)[0]


def standing(proposal: Any) -> tuple[str, str]:
    """Return how a proposal stands to the record, and in which hue; empty for a new thing."""
    words, hue = _STANDING[proposal.standing.value]
    return (_say(words), hue) if words else ("", "")


def remarks(proposal: Any) -> tuple[str, ...]:
    """Return what must be known of a proposal."""
    told = [_say(_REMARKS[remark.value]) for remark in proposal.remarks]
    if proposal.on_record:
        says = _say("The record says “{value}” and keeps it; this is kept beside it.")
        told.append(says.format(value=proposal.on_record))
    if proposal.kind.value in _DRAFT and proposal.standing.value != "same":
        told.append(_say(_SEALED if proposal.becomes_sealed else _DRAFT[proposal.kind.value]))
    if proposal.kind.value == "rules":
        count = _say("Provisions: {number}. Lines to look at: {doubts}.")
        told.append(
            count.format(number=proposal.values["provisions"], doubts=proposal.values["doubts"])
        )
    return tuple(told)


def use(name: str) -> str:
    """Return what shall become of a proposal."""
    return _say(_USES[name])


def choice(name: str) -> str:
    """Return the words for a value of a list."""
    return _say(_CHOICES.get(name, name))


def obstacle(name: str, where: str) -> str:
    """Return what must be settled first, and where."""
    return _say(_OBSTACLES[name]).format(where=where)


def source(quote: Quote) -> str:
    """Return the file and the place of a quotation, in one line."""
    return f"{quote.file.rpartition('/')[2]}, {place(quote.place)}"


def place(told: Place) -> str:
    """Return a place in a file: page 3; paragraph 12, under “Decisions”."""
    words = _say(_PLACES[told.kind]).format(number=told.number)
    if not told.heading:
        return words
    return _say("{place}, under “{heading}”").format(place=words, heading=told.heading)


def _fact(field: str, told: Mapping[str, Any], sides: Mapping[Any, str]) -> str:
    match field:
        case "ordinal":
            return str(told["number"])
        case "days" | "planned-days":
            return span(told["first"], told["last"])
        case "place":
            return ", ".join(part for part in (told["town"], told.get("land", "")) if part)
        case "mode" | "happening":
            return choice(told["choice"])
        case "host":
            return sides.get(told["party_id"], "")
        case _:
            return str(told["text"])


def _say(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def say(text: str) -> str:
    """Return one of the sentences of this window in the language of the interface."""
    return _say(text)
