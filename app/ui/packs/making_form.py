"""The form for a pack: what goes in, how it is written, who signs it and who can read it."""

from typing import Any

from app.domain.pack_scope import OF_A_MEETING, PackPart, spell_key
from app.ui.packs import words
from app.ui.packs.presenter import FOLDER, OPEN, PACK, PAGE, PASSPHRASE, RECIPIENTS, PackFilling
from app.ui.widgets.fields import CheckField, DateField, LongTextField, OptionField, TextField
from app.ui.widgets.form import Form
from app.ui.widgets.label import wrapped_label


class MakingForm(Form):
    """Asks for a pack; what does not apply is not shown."""

    def __init__(self, filling: PackFilling) -> None:
        super().__init__(name="pack")
        self._filling = filling
        self._locked = {key.key_id: key.needs_passphrase for key in filling.keys}
        self._add_contents()
        self._add_form()
        first = filling.keys[0].key_id if filling.keys else ""
        self.set_values(
            {
                "on": filling.today,
                "meeting": filling.meeting_id,
                **{part.value: True for part in PackPart},
                "form": PACK,
                "key": first,
                "protection": OPEN,
            }
        )
        self.changed.connect(self._follow)
        self._follow()

    def values(self) -> dict[str, Any]:
        """Return what was entered, and the title that is suggested for it."""
        values = super().values()
        named = dict(self._filling.meetings).get(values["meeting"], "")
        code = named.split(" ", 1)[0] if named else self._filling.body
        return values | {"suggested": f"{code}, {values['on']}"}

    def show_preview(self, contents: str, kept_back: str) -> None:
        """Say what would go in, and what stays behind."""
        self._contents.setText(contents)
        self._kept_back.setText(kept_back)
        self._kept_back.setVisible(bool(kept_back))

    def _add_contents(self) -> None:
        self.add(
            "title",
            self.tr("Title"),
            TextField(max_length=120),
            hint=self.tr("Without one it is called after the meeting and the day."),
        )
        self.add("on", self.tr("As of"), DateField(optional=False))
        none = (None, self.tr("No meeting: the body as a whole"))
        meetings = OptionField((none, *self._filling.meetings))
        self.add("meeting", self.tr("For the meeting"), meetings)
        self.add_heading(self.tr("What goes in"))
        for place, part in enumerate(PackPart):
            self.add(part.value, words.say_part(part), CheckField(), beside=place % 3 != 0)
        self._contents = wrapped_label("", "muted")
        self._contents.setObjectName("pack_contents")
        self._kept_back = wrapped_label("", "muted")
        self._kept_back.setObjectName("pack_kept_back")
        self.add_widget(self._contents)
        self.add_widget(self._kept_back)

    def _add_form(self) -> None:
        self.add_heading(self.tr("How it goes out"))
        forms = (
            (PACK, self.tr("A pack for JWG Desk, with search and proof (.jwgx)")),
            (PAGE, self.tr("One page for any browser (.html)")),
            (FOLDER, self.tr("A folder of Word and PDF files")),
        )
        self.add("form", self.tr("As"), OptionField(forms))
        keys = [(key.key_id, f"{key.owner}, {spell_key(key.key_id)}") for key in self._filling.keys]
        self.add("key", self.tr("Signed with"), OptionField([*keys, ("", self.tr("Not signed"))]))
        self.add("key_passphrase", self.tr("Passphrase of the key"), TextField(is_secret=True))
        readers = (
            (OPEN, self.tr("Whoever has the file")),
            (PASSPHRASE, self.tr("Whoever knows a passphrase")),
            (RECIPIENTS, self.tr("Holders of certain keys")),
        )
        self.add("protection", self.tr("Can be read by"), OptionField(readers))
        self.add("passphrase", self.tr("Passphrase"), TextField(is_secret=True))
        self.add(
            "recipients",
            self.tr("Their keys"),
            LongTextField(lines=2, most=5),
            hint=self.tr("One to a line; each begins with “age1”."),
        )

    def _follow(self) -> None:
        values = super().values()
        for part in OF_A_MEETING | {PackPart.MINUTES}:
            self.show_field(part.value, shown=values["meeting"] is not None)
        is_file = values["form"] == PACK
        is_signed = values["form"] in (PACK, PAGE)
        self.show_field("key", shown=is_signed)
        locked = self._locked.get(values["key"], False)
        self.show_field("key_passphrase", shown=is_signed and locked)
        self.show_field("protection", shown=is_file)
        self.show_field("passphrase", shown=is_file and values["protection"] == PASSPHRASE)
        self.show_field("recipients", shown=is_file and values["protection"] == RECIPIENTS)
