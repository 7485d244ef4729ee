from PySide6.QtCore import QObject

from app.ui import one_window

LINK = "jwg://decision/0198f0c2-5a1e-7c33-8d11-6f2a9b3c4d5e"


def test_a_link_goes_to_the_window_that_is_open(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("JWG_HOME", str(tmp_path))
    assert not one_window.hand_over(LINK), "no window is open yet"
    followed = []
    window = QObject()
    one_window.listen(window, followed.append)
    assert one_window.hand_over(LINK)
    qtbot.waitUntil(lambda: followed == [LINK])
    one_window.listen(QObject(window), lambda link: followed.append("second"))
    assert one_window.hand_over(LINK)
    qtbot.waitUntil(lambda: followed == [LINK, LINK])
