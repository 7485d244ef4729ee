"""Asks, where a name was changed, whether it holds from a day on or corrects a mistake."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.ui.body_settings.filling import CORRECTS, SINCE
from app.ui.widgets.fields import DateField, OptionField
from app.ui.widgets.form import Form


class NameChange:
    """Two fields of a form, which are shown while a name differs from what is on record.

    Whoever makes it keeps it: a slot of an object that nobody holds is called no more.
    """

    def __init__(
        self, form: Form, *, names: Sequence[str], before: Mapping[str, Any], today: date
    ) -> None:
        """Add the fields to a form.

        Args:
            form: The form.
            names: Which of its fields hold names.
            before: What is on record.
            today: The day that is proposed.
        """
        self._form = form
        self._names = tuple(names)
        self._before = {name: dict(before[name]) for name in names}
        pairs = (
            (SINCE, _tr("It has a new name: earlier documents keep the old one")),
            (CORRECTS, _tr("It corrects a mistake: earlier documents get it too")),
        )
        form.add("name_change", _tr("The name was changed because"), OptionField(pairs))
        since = form.add("since", _tr("New name since"), DateField(), beside=True)
        since.set_value(today)
        form.changed.connect(self.show_what_applies)

    def show_what_applies(self) -> None:
        """Show the fields only where they make sense."""
        differs = any(self._lost(name) for name in self._names)
        renamed = self._form.field("name_change").value() == SINCE
        self._form.show_field("name_change", shown=differs)
        self._form.show_field("since", shown=differs and renamed)

    def _lost(self, name: str) -> bool:
        """Return whether a name that was on record is no more; a further language is no change."""
        now = self._form.field(name).value()
        return any(now.get(tag) != text for tag, text in self._before[name].items())


def _tr(text: str) -> str:
    return QCoreApplication.translate("NameChange", text)
