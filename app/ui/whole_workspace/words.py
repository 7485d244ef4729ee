"""How the figures of a whole workspace are said on screen."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

_GROUP = 8


def contents(counts: Mapping[str, int]) -> str:
    """Return in words what an export holds of the main kinds of record."""
    translate = QCoreApplication.translate
    words = {
        "body": translate("WholeWorkspace", "bodies: {n}"),
        "meeting": translate("WholeWorkspace", "meetings: {n}"),
        "decision": translate("WholeWorkspace", "decisions: {n}"),
        "rule_document": translate("WholeWorkspace", "rule documents: {n}"),
        "action_item": translate("WholeWorkspace", "action items: {n}"),
        "person": translate("WholeWorkspace", "persons: {n}"),
        "attachment": translate("WholeWorkspace", "kept files: {n}"),
        "change_set": translate("WholeWorkspace", "changes in the history: {n}"),
    }
    told = (text.format(n=figure(counts.get(kind, 0))) for kind, text in words.items())
    return ", ".join(each.replace(": ", ":\u00a0") for each in told)


def figure(number: int) -> str:
    """Return a number with its thousands set apart."""
    return QLocale().toString(number)


def fingerprint(told: str) -> str:
    """Return a hash in groups, so that two can be compared by eye."""
    return " ".join(told[at : at + _GROUP] for at in range(0, len(told), _GROUP))
