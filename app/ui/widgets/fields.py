"""The fields that forms are made of, in one place to take them from."""

from app.ui.widgets.check_field import CheckField as CheckField
from app.ui.widgets.date_field import DateField as DateField
from app.ui.widgets.field import Field as Field
from app.ui.widgets.languages_field import LanguagesField as LanguagesField
from app.ui.widgets.names_field import NamesField as NamesField
from app.ui.widgets.number_field import NumberField as NumberField
from app.ui.widgets.option_field import OptionField as OptionField
from app.ui.widgets.record_field import RecordField as RecordField
from app.ui.widgets.text_field import LongTextField as LongTextField
from app.ui.widgets.text_field import TextField as TextField
from app.ui.widgets.time_field import TimeField as TimeField
from app.ui.widgets.zone_field import ZoneField as ZoneField
