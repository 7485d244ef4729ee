"""Puts into words what an instrument is, how it stands, how long it lasts and what rests on it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.instrument_term import TermWarning
from app.ui import dates
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.domain.instrument_term import Term
    from app.services.instruments import InstrumentListRow

_KIND: Mapping[str, str] = {
    "treaty": QT_TRANSLATE_NOOP("Instruments", "Treaty"),
    "agreement": QT_TRANSLATE_NOOP("Instruments", "Agreement"),
    "framework-agreement": QT_TRANSLATE_NOOP("Instruments", "Framework agreement"),
    "implementing-arrangement": QT_TRANSLATE_NOOP("Instruments", "Implementing arrangement"),
    "mou": QT_TRANSLATE_NOOP("Instruments", "Memorandum of understanding"),
    "exchange-of-notes": QT_TRANSLATE_NOOP("Instruments", "Exchange of notes"),
    "declaration": QT_TRANSLATE_NOOP("Instruments", "Declaration"),
    "bilateral-document": QT_TRANSLATE_NOOP("Instruments", "Bilateral document"),
    "terms-of-reference": QT_TRANSLATE_NOOP("Instruments", "Terms of reference"),
    "annex": QT_TRANSLATE_NOOP("Instruments", "Annex"),
    "plan": QT_TRANSLATE_NOOP("Instruments", "Plan"),
    "law": QT_TRANSLATE_NOOP("Instruments", "Law"),
    "rules": QT_TRANSLATE_NOOP("Instruments", "Rules"),
    "other": QT_TRANSLATE_NOOP("Instruments", "Other"),
}
_STATUS: Mapping[str, tuple[str, str]] = {
    "negotiated": (QT_TRANSLATE_NOOP("Instruments", "Negotiated"), "violet"),
    "initialled": (QT_TRANSLATE_NOOP("Instruments", "Initialled"), "violet"),
    "adopted": (QT_TRANSLATE_NOOP("Instruments", "Adopted"), "ok"),
    "signed": (QT_TRANSLATE_NOOP("Instruments", "Signed"), "info"),
    "in-force": (QT_TRANSLATE_NOOP("Instruments", "In force"), "ok"),
    "renewed": (QT_TRANSLATE_NOOP("Instruments", "Renewed"), "ok"),
    "expired": (QT_TRANSLATE_NOOP("Instruments", "Expired"), "neutral"),
    "replaced": (QT_TRANSLATE_NOOP("Instruments", "Replaced"), "neutral"),
    "terminated": (QT_TRANSLATE_NOOP("Instruments", "Terminated"), "neutral"),
    "unknown": (QT_TRANSLATE_NOOP("Instruments", "Not known"), "neutral"),
}
_RELATION: Mapping[str, str] = {
    "rests-on": QT_TRANSLATE_NOOP("Instruments", "Rests on"),
    "renews": QT_TRANSLATE_NOOP("Instruments", "Renews"),
    "replaces": QT_TRANSLATE_NOOP("Instruments", "Replaces"),
    "rests-on-it": QT_TRANSLATE_NOOP("Instruments", "Rests on this"),
    "renewed-by": QT_TRANSLATE_NOOP("Instruments", "Renewed by"),
    "replaced-by": QT_TRANSLATE_NOOP("Instruments", "Replaced by"),
    "body": QT_TRANSLATE_NOOP("Instruments", "Body set up by this"),
    "project": QT_TRANSLATE_NOOP("Instruments", "Project under this"),
    "rules": QT_TRANSLATE_NOOP("Instruments", "Rules under this"),
}
KINDS = tuple(_KIND)
STATUSES = tuple(_STATUS)


def say_kind(kind: str) -> str:
    """Return what sort of instrument it is."""
    return _say(_KIND[kind])


def say_status(status: str) -> str:
    """Return how it stands."""
    return _say(_STATUS[status][0])


def status_hue(status: str) -> str:
    """Return the hue of the chip that says so."""
    return _STATUS[status][1]


def say_relation(relation: str) -> str:
    """Return how another record stands to it."""
    return _say(_RELATION[relation])


def say_end(row: "InstrumentListRow") -> str:
    """Return when its present term ends; empty where no end is known."""
    term = row.term
    if term.ends_on is None:
        return ""
    told = dates.brief_day(term.ends_on)
    return _say("{day}, extended").format(day=told) if term.extensions else told


def say_term(term: "Term") -> str:
    """Return how long it lasts, in a sentence."""
    if term.ends_on is None:
        return _say("No end is on record.")
    day = dates.day_and_year(term.ends_on)
    if not term.extensions:
        return _say("The present term ends on {day}.").format(day=day)
    told = QCoreApplication.translate(
        "Instruments", "Tacitly extended %n time(s), now until {day}.", "", term.extensions
    )
    return told.format(day=day)


def say_warning(term: "Term") -> str:
    """Return what is to be looked at; empty for nothing."""
    if term.warning is None or term.ends_on is None:
        return ""
    day = dates.day_and_year(term.ends_on)
    if term.warning is TermWarning.PAST_END:
        told = _say("Its term ended on {day}. Renew it, or mark it as expired.")
        return told.format(day=day)
    if term.warning is TermWarning.LAPSES_SOON:
        return _say("It lapses on {day} unless it is renewed.").format(day=day)
    by = dates.day_and_year(term.notice_by) if term.notice_by else ""
    return _say("It is extended on {day} unless notice is given by {by}.").format(day=day, by=by)


def short_warning(term: "Term") -> str:
    """Return what is to be looked at in two words; empty for nothing."""
    if term.warning is None:
        return ""
    return {
        TermWarning.PAST_END: _say("Term over"),
        TermWarning.LAPSES_SOON: _say("Lapses soon"),
        TermWarning.NOTICE_SOON: _say("Notice due"),
    }[term.warning]


def say_follows(row: "InstrumentListRow") -> str:
    """Return what it renews or replaces; empty for nothing."""
    if not row.follows:
        return ""
    told = _say("renews {code}") if row.is_renewal else _say("replaces {code}")
    return told.format(code=row.follows)


def spoken(row: "InstrumentListRow") -> str:
    """Return everything that a line of the timeline says, for whoever does not see it."""
    begins = row.signed_on or row.in_force_from
    told = (
        row.code,
        row.title,
        say_kind(row.kind.value),
        _say("from {day}").format(day=begins) if begins else _say("no date"),
        _say("until {day}").format(day=say_end(row)) if say_end(row) else "",
        say_status(row.status.value),
        say_follows(row),
        say_warning(row.term),
    )
    return ". ".join(part for part in told if part)


def _say(told: str) -> str:
    return QCoreApplication.translate("Instruments", told)
