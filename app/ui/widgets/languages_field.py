"""A field for the languages of a thing, in the order in which they were chosen."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.ui import phrases
from app.ui.widgets.check_field import CheckBox
from app.ui.widgets.field import Field
from app.ui.widgets.flow import FlowLayout

OFFERED = ("en", "ko", "mn", "ja")


class LanguagesField(Field):
    """A box to tick for each language."""

    def __init__(self, offered: Sequence[str] = OFFERED, *, parent: QWidget | None = None) -> None:
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self._boxes: dict[str, CheckBox] = {}
        self._chosen: list[str] = []
        super().__init__(self._holder, parent)
        for tag in offered:
            self._add_box(tag)

    def value(self) -> list[str]:
        """Return the tags of the languages."""
        return list(self._chosen)

    def box(self, tag: str) -> CheckBox:
        """Return the box of one language."""
        return self._boxes[tag]

    def editors(self) -> tuple[QWidget, ...]:
        """Return every widget of the field that takes the keyboard."""
        return tuple(self._boxes.values())

    def setAccessibleName(self, name: str, /) -> None:
        """Say in words what the field is for; each box adds its language."""
        super().setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")

    def _show(self, value: Any) -> None:
        tags = list(value or ())
        for tag in tags:
            if tag not in self._boxes:
                self._add_box(tag)
        for tag, box in self._boxes.items():
            box.setChecked(tag in tags)
        self._chosen = tags

    def _add_box(self, tag: str) -> None:
        box = CheckBox(phrases.say("language", tag))
        box.toggled.connect(partial(self._take, tag))
        self._boxes[tag] = box
        self._flow.addWidget(box)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def _take(self, tag: str, ticked: bool) -> None:  # noqa: FBT001 - Qt calls it so
        if self._is_being_set:
            return
        if ticked and tag not in self._chosen:
            self._chosen.append(tag)
        elif not ticked and tag in self._chosen:
            self._chosen.remove(tag)
        self._tell()
        self._finish()
