import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.appearance import font
from app.ui.widgets.label import ElidingLabel, wrapped_label
from app.ui.widgets.lines import broken

LONG = (
    "Joint Working Group (JWG) on Climate Change Cooperation between the Republic of Korea and "
    "Mongolia"
)


def test_a_long_name_does_not_widen_the_window(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    down = QVBoxLayout(box)
    down.addWidget(ElidingLabel(LONG))
    down.addWidget(wrapped_label(LONG))

    assert box.minimumSizeHint().width() < 100


def test_a_name_that_is_cut_off_is_told_in_a_tip_and_whole_to_a_screen_reader(qtbot):
    label = ElidingLabel(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))

    assert label.is_elided()
    assert label.toolTip() == LONG
    assert label.text() == LONG


def test_a_name_that_fits_needs_no_tip(qtbot):
    label = ElidingLabel("Seoul")
    qtbot.addWidget(label)
    label.resize(400, 20)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))

    assert not label.is_elided()
    assert label.toolTip() == ""


def test_a_wrapped_name_takes_more_height_where_it_is_narrow(qtbot):
    label = wrapped_label(LONG)
    qtbot.addWidget(label)

    assert label.heightForWidth(150) > 3 * label.heightForWidth(2000)


@pytest.mark.parametrize(
    ("text", "width", "count"), [("", 100, 1), ("Seoul", 100, 1), (LONG, 260, 2), (LONG, 5000, 1)]
)
def test_a_text_is_broken_into_no_more_lines_than_allowed(text, width, count):
    assert len(broken(text, font("h3"), width, most=2)) == count


def test_the_last_line_says_that_more_is_left():
    lines = broken(LONG, font("h3"), 260, most=2)

    assert LONG.startswith(lines[0])
    assert lines[-1].endswith("…")
