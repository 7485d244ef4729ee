"""Tasks that meetings of such bodies usually need, with the term and where it is laid down.

The terms are those of published rules of procedure; a body takes what fits and changes the rest.
"""

from dataclasses import dataclass

from app.domain.preparation import OffsetAnchor, TaskSide

_B, _D, _A = OffsetAnchor.BEFORE_START, OffsetAnchor.DURING, OffsetAnchor.AFTER_END
_HOST, _GUESTS, _ALL = TaskSide.HOST, TaskSide.GUESTS, TaskSide.ALL


@dataclass(frozen=True)
class Preset:
    """One task with its usual term.

    Attributes:
        usual: It is offered ticked: most bodies need it.
    """

    title: str
    anchor: OffsetAnchor
    days: int
    side: TaskSide
    precedent: str = ""
    usual: bool = False


PRESETS: tuple[Preset, ...] = (
    Preset("Notice of the dates", _B, 56, _HOST, "7/CMA.4, para. 43", usual=True),
    Preset("Date, place and agenda circulated", _B, 35, _HOST, "24/CMA.3, rule 5(6)"),
    Preset(
        "Agenda agreed by both sides",
        _B,
        30,
        _ALL,
        "Agreements of the USA with Bulgaria and of Mexico with the Netherlands",
        usual=True,
    ),
    Preset("Annotated agenda and documents sent", _B, 28, _HOST, "KCI rules v2, paras. 26 and 30"),
    Preset("Attendance confirmed", _B, 28, _GUESTS, "24/CMA.3, rule 7"),
    Preset(
        "Final proposed agenda sent",
        _B,
        21,
        _HOST,
        "KCI rules v2, para. 31; 7/CMA.4, para. 48",
        usual=True,
    ),
    Preset(
        "Items for the agenda received",
        _B,
        15,
        _GUESTS,
        "Rules of procedure of the EU–Switzerland committee, art. 4",
    ),
    Preset(
        "Documents sent; no later proposal to change rules",
        _B,
        14,
        _ALL,
        "KCI rules v2, paras. 32 and 52; 7/CMA.4, para. 51",
        usual=True,
    ),
    Preset("Composition of delegations exchanged by note", _B, 14, _ALL, usual=True),
    Preset("Visas, badges, name plates and interpretation arranged", _B, 10, _HOST, usual=True),
    Preset(
        "Agenda sent",
        _B,
        10,
        _HOST,
        "Rules of procedure of the EU–Switzerland committee, art. 4",
    ),
    Preset("Draft minutes and draft decisions exchanged", _B, 7, _ALL, usual=True),
    Preset(
        "Papers received",
        _B,
        7,
        _GUESTS,
        "Rules of procedure of the EU–Switzerland committee, art. 4",
    ),
    Preset("List of action items brought up to date", _B, 7, _ALL, usual=True),
    Preset("Online connection tested", _B, 1, _ALL),
    Preset("Quorum confirmed and agenda adopted", _D, 0, _ALL, "24/CMA.3, rule 8"),
    Preset("Minutes agreed line by line", _D, 0, _ALL, "7/CMA.4, para. 62"),
    Preset("Signed copies of the minutes exchanged", _A, 14, _ALL, usual=True),
    Preset("Press release agreed", _A, 2, _ALL),
    Preset("Decisions and new rules published", _A, 21, _ALL, "KCI rules v2, para. 28"),
    Preset("Action items issued", _A, 7, _ALL, usual=True),
    Preset(
        "Host and date of the next meeting fixed", _A, 30, _ALL, "7/CMA.4, para. 55", usual=True
    ),
)
