"""Where the scanner's test stands: over another page, which is as it was when one comes back from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from ui.face import Face
from ui.scantest import ScanTest
from validator.domain.code import CardRead, CodeFormat
from validator.scan.serialport import SerialRead, SerialState
from validator.scan.strokes import Stroke


class TestStand(QObject):
    """The test over a page; while it is shown every reading is its own.

    Args:
        now: the clock of the readings.
        stack: shows the page, or the test.
        page: what is shown again afterwards.
        field: has the focus then, where what had it before cannot.
        beside: what stands beside the test.

    Signals:
        testing: whether the test is shown, from now on.
    """

    __test__ = False
    testing = Signal(bool)

    def __init__(
        self,
        face: Face,
        now: Callable[[], datetime],
        stack: QStackedWidget,
        page: QWidget,
        field: QWidget,
        beside: QWidget | None = None,
    ) -> None:
        super().__init__(stack)
        self._face = face
        self._now = now
        self._stack = stack
        self._page = page
        self._field = field
        self._beside = beside
        self._test: ScanTest | None = None
        self._format: CodeFormat | None = None
        self._state = SerialState.OFF
        self._focus_before: QWidget | None = None

    @property
    def test(self) -> ScanTest:
        """The test, made when it is first asked for."""
        if self._test is None:
            self._test = ScanTest(self._face, self._now, self._beside)
            self._test.left.connect(self.leave)
            self._test.show_scanner(self._state)
            if self._format is not None:
                self._test.know(self._format)
            self._stack.addWidget(self._test)
        return self._test

    @property
    def is_shown(self) -> bool:
        """Whether every reading is the test's."""
        return self._test is not None and self._stack.currentWidget() is self._test

    def show(self) -> None:
        """F12, or the menu."""
        if self.is_shown:
            return
        self._focus_before = self._page.focusWidget()
        self._stack.setCurrentWidget(self.test)
        self.test.begin()
        self.testing.emit(True)

    def leave(self) -> None:
        """Back to the page."""
        if not self.is_shown:
            return
        self.testing.emit(False)
        self.test.end()
        self._stack.setCurrentWidget(self._page)
        before = self._focus_before
        held = before is not None and isValid(before) and before.isEnabled() and before.isVisible()
        (before if held and before is not None else self._field).setFocus()

    def know(self, code_format: CodeFormat) -> None:
        """What a code of the network looks like."""
        self._format = code_format
        if self._test is not None:
            self._test.know(code_format)

    def show_scanner(self, state: SerialState) -> None:
        """The serial scanner's state."""
        self._state = state
        if self._test is not None:
            self._test.show_scanner(state)

    def take_scan(self, text: str) -> bool:
        """A hand scanner's reading by keys. Whether it was the test's; so do all that follow say."""
        if self.is_shown:
            self.test.take_scan(text)
        return self.is_shown

    def take_serial(self, came: SerialRead) -> bool:
        """A serial scanner's reading."""
        if self.is_shown:
            self.test.take_serial(came)
        return self.is_shown

    def take_read(self, read: CardRead) -> bool:
        """The camera's reading, or a picture's."""
        if self.is_shown:
            self.test.take_read(read)
        return self.is_shown

    def take_stroke(self, stroke: Stroke) -> None:
        """A key, whosever it is."""
        if self.is_shown:
            self.test.take_stroke(stroke)
