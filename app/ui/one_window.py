"""Passes a link to the window that is open already, so that following one opens no second window.

A second window could only read: the first one holds the workspace.
"""

import hashlib
import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app import paths

_PATIENCE_MILLISECONDS = 400
_LONGEST = 300


def hand_over(link: str) -> bool:
    """Give a link to the window of the same user that is open; return whether there is one."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name())
    if not socket.waitForConnected(_PATIENCE_MILLISECONDS):
        return False
    socket.write(link.encode("utf-8"))
    was_written = socket.waitForBytesWritten(_PATIENCE_MILLISECONDS)
    socket.disconnectFromServer()
    return bool(was_written)


def listen(parent: QObject, follow: Callable[[str], None]) -> QObject:
    """Follow the links that are handed over, as long as ``parent`` lives."""
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(partial(_take, server, follow))
    if not _answers():  # else another window listens already, and goes on doing so
        QLocalServer.removeServer(_name())  # one that was ended by force leaves its name behind
        server.listen(_name())
    return server


def _answers() -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name())
    return bool(socket.waitForConnected(_PATIENCE_MILLISECONDS))


def _take(server: QObject, follow: Callable[[str], None]) -> None:
    socket = server.nextPendingConnection()  # type: ignore[attr-defined]
    if socket is None:
        return

    def read() -> None:
        told = bytes(socket.readAll().data())[:_LONGEST].decode("utf-8", "replace")
        if told:
            follow(told)

    socket.readyRead.connect(read)
    socket.disconnected.connect(socket.deleteLater)
    if socket.bytesAvailable():
        read()


def _name() -> str:
    """Return a name of this user's own, so that nobody hears the links of another."""
    told = os.fsencode(paths.data_folder())
    return f"jwg-desk-{hashlib.sha256(told).hexdigest()[:16]}"
