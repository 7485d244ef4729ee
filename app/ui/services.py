"""The services that presenters call, handed in after the first paint.

The window must paint before the database libraries are imported, so no module of ``app.ui``
imports ``app.services`` when it is loaded; the modules themselves are passed here instead.
"""

from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Services:
    """One service module per noun, each as it is called in ``app.services``."""

    workspaces: Any
    bodies: Any
    meetings: Any
    delegations: Any
    agenda: Any
    decisions: Any
    actions: Any
    papers: Any
    documents: Any
    previews: Any
    checks: Any
    issuing: Any
    pdf_files: Any
    sample: Any


class Later:
    """A service module that is imported when one of its verbs is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, verb: str) -> Any:
        """Return a verb of the module, importing it if need be."""
        return getattr(import_module(self._name), verb)


# These bring the document libraries or the sample's data with them, and the first screen needs
# neither.
_LATER = frozenset({"documents", "previews", "checks", "issuing", "pdf_files", "sample"})


def load() -> Services:
    """Import the services; slow the first time, because the database libraries come with them."""
    return Services(**{field.name: _module(field.name) for field in fields(Services)})


def _module(noun: str) -> Any:
    name = f"app.services.{noun}"
    return Later(name) if noun in _LATER else import_module(name)
