"""Asks what a Word form is called and whose it is, and for whom a template is begun."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui import phrases
from app.ui.notify import Notifier
from app.ui.templates.form_summary import FormSummary
from app.ui.widgets.fields import LongTextField, OptionField, TextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.own_forms import FormReport

_LANGUAGES = ("en", "ko", "mn", "ja")
LONGEST = 120
Bodies = Sequence[tuple[Any, str]]


def form_dialog(
    *,
    path: Path | None,
    report: "FormReport | None",
    values: dict[str, Any],
    bodies: Bodies,
    notifier: Notifier,
    parent: QWidget,
) -> FormDialog:
    """Return the dialog that asks what a Word form is called, in which language, and whose it is.

    Args:
        path: The file of a new form; ``None`` for one that is there.
        report: What a new form has in it, and what is left out of it.
        values: What stands in the fields first.
        bodies: The bodies, with their codes or keys and names.
        notifier: Asks before what was typed is lost.
        parent: What it opens over.
    """
    form = Form(name="word_form")
    if report is not None:
        form.add_widget(FormSummary(report))
    form.add("name", _say("Name"), TextField(max_length=LONGEST), hint=_say("As staff call it"))
    form.add("language", _say("Language of its wording"), OptionField(_languages()))
    form.add("body_id", _say("For"), OptionField([(None, _say("Every body")), *bodies]))
    form.add("note", _say("Note"), LongTextField(lines=2))
    form.set_values(values)
    form.mark_clean()
    title = _say("Add “{name}” as a Word form").format(name=path.name) if path else ""
    return FormDialog(
        title or _say("Name and body of the form"),
        form,
        save=_say("Add the form") if path else _say("Save"),
        notifier=notifier,
        parent=parent,
    )


def copy_dialog(
    *, language: str, bodies: Bodies, for_bodies: bool, notifier: Notifier, parent: QWidget
) -> FormDialog:
    """Return the dialog that asks for which language and body a template is begun."""
    form = Form(name="template_copy")
    form.add("language", _say("Language"), OptionField(_languages()))
    if for_bodies:
        form.add(
            "body_code",
            _say("For the documents of"),
            OptionField([("", _say("Every body")), *bodies]),
            hint=_say("A template of one body goes before that of every body."),
        )
    form.set_values({"language": language, **({"body_code": ""} if for_bodies else {})})
    form.mark_clean()
    return FormDialog(
        _say("Begin a template with these words"),
        form,
        save=_say("Begin it"),
        notifier=notifier,
        parent=parent,
    )


def _languages() -> list[tuple[str, str]]:
    return [(tag, phrases.say("language", tag)) for tag in _LANGUAGES]


def _say(text: str) -> str:
    return QCoreApplication.translate("TemplatesDialogs", text)
