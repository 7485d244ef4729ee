"""Joins the studio's page with its presenter: what the one asks for, the other does."""

from app.ui.studio.page import StudioPage
from app.ui.studio.presenter import StudioPresenter


def join(page: StudioPage, presenter: StudioPresenter) -> None:
    """Have the presenter do what is asked for on the page."""
    page.entered.connect(presenter.enter)
    page.left.connect(presenter.leave)
    fields, preview = page.fields, page.preview
    fields.meeting_chosen.connect(presenter.choose_meeting)
    fields.kind_chosen.connect(presenter.choose_kind)
    fields.original_chosen.connect(presenter.choose_original)
    fields.language_chosen.connect(presenter.choose_language)
    preview.scale_changed.connect(presenter.resize)
    preview.toolbar.word_requested.connect(presenter.save_as_word)
    preview.toolbar.pdf_requested.connect(presenter.save_as_pdf)
    preview.toolbar.print_requested.connect(presenter.print)
