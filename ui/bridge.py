"""The one bridge from other threads to the screen's. Typed signals that carry frozen values; Qt queues them.

Nothing else of the screen may be called from another thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from sync.runner import Connection
from validator.domain.code import CardRead
from validator.scan.serialport import SerialRead, SerialState
from validator.scan.source import PreviewFrame
from validator.scan.state import CameraState


class Bridge(QObject):
    """Lives on the screen's thread; its ``on_…`` and `land` may be called from any.

    Signals:
        read: a `CardRead`, from the camera.
        serial_read: a `SerialRead`, from a serial scanner.
        scanner_changed: a `SerialState`.
        camera_changed: a `CameraState`.
        preview_came: there is a newer picture of the camera; `newest_preview` gives it.
        connection_changed: a `Connection`, the state of the line to the hub.
    """

    read = Signal(object)
    serial_read = Signal(object)
    scanner_changed = Signal(object)
    camera_changed = Signal(object)
    preview_came = Signal()
    connection_changed = Signal(object)
    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview: PreviewFrame | None = None
        self._preview_lock = threading.Lock()
        self._closed = False
        self._landed.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def land(self, closure: Callable[[], None]) -> None:
        """Have a closure run on the screen's thread."""
        if not self._closed:
            self._landed.emit(closure)

    def on_read(self, read: CardRead) -> None:
        """The camera read a card."""
        if not self._closed:
            self.read.emit(read)

    def on_serial(self, came: SerialRead) -> None:
        """The serial scanner read something."""
        if not self._closed:
            self.serial_read.emit(came)

    def on_scanner(self, state: SerialState) -> None:
        """The serial scanner's state changed."""
        if not self._closed:
            self.scanner_changed.emit(state)

    def on_camera(self, state: CameraState) -> None:
        """The camera's state changed."""
        if not self._closed:
            self.camera_changed.emit(state)

    def on_connection(self, connection: Connection) -> None:
        """The line's state changed."""
        if not self._closed:
            self.connection_changed.emit(connection)

    def on_preview(self, frame: PreviewFrame) -> None:
        """The camera has a picture. Only the newest is kept: a slow screen skips some, it does not fall behind."""
        with self._preview_lock:
            is_news, self._preview = self._preview is None, frame
        if is_news and not self._closed:
            self.preview_came.emit()

    def newest_preview(self) -> PreviewFrame | None:
        """The newest picture, once."""
        with self._preview_lock:
            frame, self._preview = self._preview, None
        return frame

    def close(self) -> None:
        """Let everything that still comes go: the screen is gone."""
        self._closed = True

    def _run(self, closure: Callable[[], None]) -> None:
        if not self._closed:
            closure()
