"""Makes the pages of the window in the order of their places; each knows only what it is handed."""

from app.ui.actions.joining import ActionsDeskPage
from app.ui.calendar.joining import CalendarDeskPage
from app.ui.decisions.joining import DecisionsDeskPage
from app.ui.desk_page import DeskPage
from app.ui.drafting.joining import DraftingDeskPage
from app.ui.instruments.joining import InstrumentsDeskPage
from app.ui.needs import Needs
from app.ui.persons.joining import PersonsDeskPage
from app.ui.projects.joining import ProjectsDeskPage
from app.ui.rules_desk import RulesDesk
from app.ui.templates.joining import TemplatesDeskPage
from app.ui.today.joining import TodayDeskPage


def make_first(needs: Needs) -> tuple[DeskPage, ...]:
    """Return the pages that stand before the meetings."""
    return (TodayDeskPage(needs),)


def make_work(needs: Needs) -> tuple[DeskPage, ...]:
    """Return the pages that stand after the meetings: the work between two of them."""
    return (CalendarDeskPage(needs), ActionsDeskPage(needs))


def make_library(needs: Needs) -> tuple[DeskPage, ...]:
    """Return the pages that stand before the Document studio."""
    return (
        RulesDesk(needs),
        DraftingDeskPage(needs),
        DecisionsDeskPage(needs),
        InstrumentsDeskPage(needs),
        ProjectsDeskPage(needs),
        PersonsDeskPage(needs),
    )


def make_studio(needs: Needs) -> tuple[DeskPage, ...]:
    """Return the pages that stand after the Document studio."""
    return (TemplatesDeskPage(needs),)
