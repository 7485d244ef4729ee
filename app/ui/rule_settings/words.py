"""What the forms for rules say: kinds of rules, states of a version."""

from PySide6.QtCore import QCoreApplication


def say(text: str) -> str:
    """Return a sentence of the forms in the user's language."""
    return QCoreApplication.translate("RuleSettings", text)


def kinds() -> list[tuple[str, str]]:
    """Return the kinds of rules with their names."""
    return [
        ("rule-set", say("Set of rules")),
        ("rules-of-procedure", say("Rules of procedure")),
        ("rules-of-implementation", say("Rules of implementation")),
        ("procedure", say("Procedure")),
        ("guidelines", say("Guidelines")),
        ("form", say("Form")),
        ("other", say("Other")),
    ]
