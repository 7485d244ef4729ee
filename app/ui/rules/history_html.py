"""Writes the life of one provision: each wording with what changed, who decided it and where."""

from collections.abc import Callable, Iterator
from html import escape
from typing import TYPE_CHECKING

from app.ui.dates import day_and_year
from app.ui.rules import words

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.rule_reading import ProvisionStep

Colour = Callable[[str], str]


def write_history(
    steps: "tuple[ProvisionStep, ...]", *, label: str, colour: Colour, scale: float
) -> str:
    """Return the history for QTextBrowser, the latest first."""
    told = words.say("History of {label}").format(label=label)
    head = (
        f"<p style=\"font-family: 'Pretendard JP'; font-size: {round(15 * scale)}px; "
        f'font-weight: 600; color: {colour("text")}; margin-top: 10px">{escape(told)}</p>'
    )
    return head + "".join(_step(step, colour, scale) for step in steps)


def _step(step: "ProvisionStep", colour: Colour, scale: float) -> str:
    small, text = round(12 * scale), round(15.5 * scale)
    when = day_and_year(step.in_force_from) if step.in_force_from else ""
    version = step.version_label
    version = f"v{version}" if version[:1].isdigit() else version
    line = " · ".join(part for part in (words.step(step), version, when) if part)
    by = " · ".join(part for part in _origin(step, colour) if part)
    said = escape(" ".join(part for part in (step.label, step.heading) if part))
    return (
        f"<p style=\"font-family: 'Pretendard JP'; font-size: {round(13 * scale)}px; "
        f'font-weight: 600; color: {colour("text")}; margin-top: 18px; margin-bottom: 0">'
        f"{escape(line)}</p>"
        f"<p style=\"font-family: 'Pretendard JP'; font-size: {small}px; "
        f'color: {colour("text2")}; margin-top: 2px; margin-bottom: 4px">{by}</p>'
        f"<p style=\"font-family: 'Source Serif 4'; font-size: {text}px; "
        f'color: {colour("text")}; margin-top: 0; line-height: 120%">'
        f"<b>{said}</b> {escape(step.text)}</p>"
    )


def _origin(step: "ProvisionStep", colour: Colour) -> Iterator[str]:
    """Yield where a step comes from, each as a link to its record."""
    yield _link("decision", step.decision_id, step.decision, colour)
    yield escape(day_and_year(step.taken_on)) if step.taken_on else ""
    yield _link("meeting", step.meeting_id, step.meeting, colour)
    yield _link("agenda_item", step.agenda_item_id, step.agenda_item, colour)
    said = words.say("Minutes") if step.paragraph_id else ""
    yield _link("minutes_paragraph", step.paragraph_id, said, colour)


def _link(kind: str, key: "UUID | None", text: str, colour: Colour) -> str:
    if not text or key is None:
        return escape(text)
    style = f'style="color: {colour("accent")}; text-decoration: none"'
    return f'<a href="record:{kind}/{key}" {style}>{escape(text)}</a>'
