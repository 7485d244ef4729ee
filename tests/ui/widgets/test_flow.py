import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout


@pytest.fixture
def box(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    return box


def a_brick(width=50, height=20):
    brick = QWidget()
    brick.setFixedSize(width, height)
    return brick


@pytest.mark.parametrize(("width", "height"), [(200, 20), (110, 44), (50, 68)])
def test_a_line_wraps_where_there_is_no_more_room(box, width, height):
    flow = FlowLayout(box, spacing=10, line_spacing=4)
    for _ in range(3):
        flow.addWidget(a_brick())

    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(width) == height


def test_smaller_things_stand_in_the_middle_of_their_line(box):
    flow = FlowLayout(box, spacing=10)
    flow.addWidget(a_brick(height=20))
    small = a_brick(height=10)
    flow.addWidget(small)

    flow.setGeometry(QRect(0, 0, 200, 20))

    assert (small.x(), small.y()) == (60, 5)


def test_a_layout_that_gained_something_is_measured_anew(box):
    flow = FlowLayout(box, spacing=10, line_spacing=4)
    flow.addWidget(a_brick())
    assert flow.heightForWidth(60) == 20

    flow.addWidget(a_brick())

    assert flow.heightForWidth(60) == 44
    assert flow.sizeHint() == QSize(110, 20)
    assert flow.minimumSize() == QSize(50, 20)


def test_a_cleared_layout_is_empty(box):
    flow = FlowLayout(box)
    flow.addWidget(a_brick())
    flow.addWidget(a_brick())

    clear(flow)

    assert flow.count() == 0
    assert flow.heightForWidth(100) == 0
    assert flow.itemAt(0) is None
    assert flow.takeAt(0) is None


def test_an_item_that_qt_has_destroyed_is_passed_over(box):
    flow = FlowLayout(box, spacing=10)
    for _ in range(2):
        flow.addWidget(a_brick())
    delete(flow.itemAt(0))
    flow.invalidate()

    assert flow.count() == 1
    assert flow.heightForWidth(200) == 20
    assert flow.sizeHint() == QSize(50, 20)
