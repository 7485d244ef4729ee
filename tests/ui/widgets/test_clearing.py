from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout


def fill(down):
    labels = [QLabel(f"Label {number}") for number in range(6)]
    across, flow = QHBoxLayout(), FlowLayout()
    down.addWidget(labels[0])
    down.addLayout(across)
    down.addSpacing(4)
    down.addLayout(flow)
    down.addStretch(1)
    for label in labels[1:3]:
        across.addWidget(label)
    for label in labels[3:]:
        flow.addWidget(label)
    return [*labels, across, flow]


def test_everything_is_taken_out_however_deep_and_can_be_filled_anew(qtbot):
    page = QWidget()
    down = QVBoxLayout(page)
    qtbot.addWidget(page)
    page.show()
    for _turn in range(20):
        held = fill(down)
        QCoreApplication.processEvents()

        clear(down)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()

        assert down.count() == 0
        assert not any(isValid(each) for each in held)
    fill(down)
    QCoreApplication.processEvents()
    assert page.sizeHint().height() > 60
