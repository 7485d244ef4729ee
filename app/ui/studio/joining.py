"""Joins the studio's page with its presenters: what the one asks for, the others do."""

from functools import partial

from app.ui.studio.comparison_pane import ComparisonPane
from app.ui.studio.kept_pane import KeptPane
from app.ui.studio.page import StudioPage
from app.ui.studio.presenter import StudioPresenter


def join(page: StudioPage, presenter: StudioPresenter) -> None:
    """Have the presenters do what is asked for on the page."""
    page.entered.connect(presenter.enter)
    page.left.connect(presenter.leave)
    page.preview.scale_changed.connect(presenter.resize)
    _join_choices(page, presenter)
    _join_ways_out(page, presenter)
    page.bench.kept_looked_at.connect(presenter.kept.look)
    page.bench.kept_made.connect(partial(_join_kept, presenter))
    page.comparison_made.connect(partial(_join_comparison, presenter))


def _join_choices(page: StudioPage, presenter: StudioPresenter) -> None:
    chooser, options = page.fields.chooser, page.fields.options
    chooser.subject_chosen.connect(presenter.choose_subject)
    chooser.record_chosen.connect(presenter.choose_record)
    chooser.kind_chosen.connect(presenter.choose_kind)
    chooser.original_chosen.connect(presenter.choose_original)
    chooser.language_chosen.connect(presenter.choose_language)
    chooser.second_language_chosen.connect(presenter.choose_second_language)
    chooser.rules.version_chosen.connect(presenter.choose_version)
    chooser.rules.day_chosen.connect(presenter.choose_day)
    chooser.rules.since_chosen.connect(presenter.choose_since)
    options.sections_left_out.connect(presenter.leave_out)
    options.circulation_chosen.connect(presenter.circulate)


def _join_ways_out(page: StudioPage, presenter: StudioPresenter) -> None:
    toolbar, files, saving = page.preview.toolbar, page.checks.files, presenter.saving
    toolbar.word_requested.connect(saving.save_as_word)
    toolbar.pdf_requested.connect(saving.save_as_pdf)
    toolbar.issue_requested.connect(saving.issue)
    toolbar.print_requested.connect(saving.print)
    files.all_requested.connect(saving.save_all)
    files.all_as_pdf_requested.connect(saving.save_all_as_pdf)


def _join_kept(presenter: StudioPresenter, pane: KeptPane) -> None:
    kept = presenter.kept
    pane.refresh_requested.connect(kept.refresh)
    pane.stored_requested.connect(kept.open_stored)
    pane.file_requested.connect(kept.open_file)
    pane.folder_requested.connect(kept.open_folder)
    pane.now_requested.connect(kept.compare_with_now)
    pane.by_hand_requested.connect(kept.compare_by_hand)


def _join_comparison(presenter: StudioPresenter, pane: ComparisonPane) -> None:
    comparing = presenter.comparing
    pane.entered.connect(comparing.enter)
    pane.scale_changed.connect(comparing.resize)
    pane.angle_chosen.connect(comparing.choose)
    pane.word_requested.connect(comparing.save_as_word)
    pane.keep_both_requested.connect(comparing.keep_both)
    pane.replace_requested.connect(comparing.replace)
    pane.closed.connect(comparing.close)
