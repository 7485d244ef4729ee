"""The studio's page over offers made of the fakes."""

import pytest

from app.ui.studio.bench import page_of_preview
from app.ui.studio.material import Source
from app.ui.studio.offer import read_offer
from app.ui.studio.page import StudioPage
from app.ui.studio.wish import Wish
from tests.ui.ui_fakes import CHECKS, FIRST, KM, MONGOLIA, FakePreviews, fake_services


@pytest.fixture
def page(qtbot, notifier):
    page = StudioPage(notifier=notifier)
    qtbot.addWidget(page)
    page.resize(1224, 820)
    with qtbot.waitSignal(page.entered):
        page.show()
    return page


@pytest.fixture
def offer():
    """Return a function that reads what can be chosen for a wish."""

    def read(services=None, **wish):
        source = Source(services or fake_services(), None, KM.id, "en")
        return read_offer(source, Wish(**({"meeting_id": FIRST.id} | wish)))

    return read


@pytest.fixture
def made():
    """Return a function that makes the page of a document."""

    def make(kind="agreed-minutes", *, scale=1.0, **asked):
        wanted = FakePreviews.Wanted(
            meeting_id=FIRST.id, kind=kind, original_of=MONGOLIA.id, language="en", **asked
        )
        return page_of_preview(FakePreviews().show(None, wanted, scale=scale))

    return make


@pytest.fixture
def filled(page, offer, made):
    page.show_offer(offer(), has_pdf=False, can_write=True)
    page.show_page(made(), scale=1.0)
    page.show_checks(CHECKS)
    return page
