"""Carries out the user's wishes about colours and text size, and remembers them."""

from app.settings.options import LARGEST_TEXT, SMALLEST_TEXT, TEXT_SCALE, THEME, ThemeChoice
from app.settings.settings_file import Settings
from app.ui.theme import Theme

_STEP = 0.1


class Look:
    """The theme together with the settings that it is kept in."""

    def __init__(self, *, theme: Theme, settings: Settings) -> None:
        self._theme = theme
        self._settings = settings

    def wear_chosen(self) -> ThemeChoice:
        """Dress the application as the settings say."""
        choice = self._settings.value(THEME)
        self._theme.wear(choice, text_scale=self._settings.value(TEXT_SCALE))
        return choice

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Change the colours now and remember the choice."""
        self._settings.choose(THEME, choice)
        self._theme.change_into(choice, text_scale=self._theme.text_scale)

    def enlarge(self) -> None:
        """Show all text a step larger, up to the largest."""
        self._scale(self._theme.text_scale + _STEP)

    def reduce(self) -> None:
        """Show all text a step smaller, down to the smallest."""
        self._scale(self._theme.text_scale - _STEP)

    def restore_size(self) -> None:
        """Show all text in its normal size."""
        self._scale(TEXT_SCALE.default)

    def _scale(self, wanted: float) -> None:
        text_scale = round(min(LARGEST_TEXT, max(SMALLEST_TEXT, wanted)), 2)
        self._settings.choose(TEXT_SCALE, text_scale)
        self._theme.change_into(self._theme.choice, text_scale=text_scale)
