"""Makes the pages of the window in the order of their places; each knows only what it is handed."""

from app.ui.desk_page import DeskPage
from app.ui.needs import Needs
from app.ui.persons.joining import PersonsDeskPage
from app.ui.rules.joining import RulesDeskPage
from app.ui.templates.joining import TemplatesDeskPage


def make_first(needs: Needs) -> tuple[DeskPage, ...]:
    """Return the pages that stand before the meetings."""
    return ()


def make_work(needs: Needs) -> tuple[DeskPage, ...]:
    """Return the pages that stand after the meetings: the work between two of them."""
    return ()


def make_library(needs: Needs) -> tuple[DeskPage, ...]:
    """Return the pages that stand before the Document studio."""
    return (RulesDeskPage(needs), PersonsDeskPage(needs))


def make_studio(needs: Needs) -> tuple[DeskPage, ...]:
    """Return the pages that stand after the Document studio."""
    return (TemplatesDeskPage(needs),)
