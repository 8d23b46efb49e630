"""The scanner's test: what arrives, by which way, and how the scanner should be set. Nothing is given, looked up or kept here.

While this page is shown every reading comes to it and to nobody else, so that a real card may be used. Of a card there is the
masked code alone. Keys that the rhythm takes for typing are measured too: a scanner that is too slow looks so. Before a network is
known nobody can say what a card's code looks like, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.face import Face
from ui.parts import Button, Words, announce, column, frame, key, line
from ui.scanwords import advice_words, check_words, scanner_state, way_words
from ui.scroller import Scroller
from ui.theme import GRID
from validator.domain.code import CardRead, CodeFormat, Source
from validator.scan.serialport import SerialRead, SerialState
from validator.scan.strokes import Burst, Stroke, StrokeKind
from validator.scan.tested import Advice, Report, examine

LULL = 700
"""Milliseconds without a key after which what came is looked at, though no Enter ended it."""

LEAST = 4
"""Signs that are looked at: fewer are no scan."""

ROWS = 6
_TWO_COLUMNS = 110 * GRID


class ScanTest(QWidget):
    """The page.

    Args:
        now: the clock of the readings.
        beside: what stands beside the test, where there is room, and above it where there is none.

    Signals:
        left: back to where one came from.
    """

    left = Signal()

    def __init__(self, face: Face, now: Callable[[], datetime], beside: QWidget | None = None) -> None:
        super().__init__()
        self._face = face
        self._now = now
        self._beside = beside
        self._format: CodeFormat | None = None
        self._burst = Burst()
        self._scanned: CardRead | None = None
        self._tested: Report | None = None
        self._state = SerialState.OFF
        self._said = ""
        self._title = Words("title")
        self._intro = Words()
        self._port = Words("soft")
        self._rows = [Words() for _ in range(ROWS)]
        self._advice = Words("strong")
        self._close = Button(self.left.emit, "primary")
        self._lull = QTimer(self)
        self._lull.setSingleShot(True)
        self._lull.setInterval(LULL)
        self._lull.timeout.connect(self._look_at_typing)
        inside = QWidget()
        side = 4 * GRID
        test = column(
            self._title,
            self._intro,
            self._advice,
            *self._rows,
            self._port,
            1,
            gap=GRID + GRID // 2,
        )
        self._columns = line(*(() if beside is None else (beside,)), test, gap=side)
        self._columns.setContentsMargins(side, 3 * GRID, side, 0)
        for at in range(self._columns.count()):
            self._columns.setStretch(at, 1)
        inside.setLayout(self._columns)
        area = self._area = Scroller(inside)
        foot = line(1, self._close, margin=(side, 0, side, 3 * GRID))
        panel = frame("panel", column(area, foot, gap=2 * GRID))
        self.setLayout(column(panel, gap=0, margin=2 * GRID))
        self.setFocusProxy(area)
        key("Esc", self, self.left.emit)
        face.reworded.connect(self._say)
        face.restyled.connect(self._arrange)
        self._say()

    @property
    def text(self) -> str:
        """All that it says."""
        words = (self._title, self._intro, self._advice, *self._rows, self._port)
        return "\n".join(each.text() for each in words if each.text())

    @property
    def advice(self) -> str:
        """What to do."""
        return self._advice.text()

    @property
    def tested(self) -> Report | None:
        """What the last reading told."""
        return self._tested

    def begin(self) -> None:
        """Nothing was read yet."""
        self._forget()
        self._tested = None
        self._say()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Forget everything: nobody looks any more."""
        self._lull.stop()
        self._forget()
        self._tested = None

    def know(self, code_format: CodeFormat) -> None:
        """What a code of this network looks like."""
        self._format = code_format

    def show_scanner(self, state: SerialState) -> None:
        """How the serial scanner stands."""
        self._state = state
        self._say()

    def take_stroke(self, stroke: Stroke) -> None:
        """A key, whosever it is."""
        if self._scanned is not None and stroke.kind is StrokeKind.SIGN:
            self._forget()  # the next scan begins
        if self._burst.take(stroke):
            self._scanned = None
        if self._scanned is not None:
            self._show(self._scanned)  # one more Enter behind it
            return
        self._lull.start()
        if stroke.kind is not StrokeKind.SIGN and self._burst.text:
            # If these are a scanner's keys the scan is told at once, and this look is not taken.
            QTimer.singleShot(0, self, self._look_at_typing)

    def take_scan(self, text: str) -> None:
        """A hand scanner's reading by keys."""
        self._lull.stop()
        self._scanned = CardRead(text, Source.HAND, self._now())
        self._show(self._scanned)

    def take_serial(self, came: SerialRead) -> None:
        """A reading from a serial port."""
        self._forget()
        self._put(came.read, (), came.ending)

    def take_read(self, read: CardRead) -> None:
        """A reading of the camera or from a picture."""
        self._forget()
        self._put(read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._close.hasFocus():
            self.left.emit()
        elif not self._area.step(event.key()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._announce()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other where a line of text still has its room."""
        has_room = self.width() >= self._face.theme.pixels(_TWO_COLUMNS)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)

    def _look_at_typing(self) -> None:
        text = self._burst.text
        if self._scanned is None and len(text) >= LEAST:
            self._lull.stop()
            self._show(CardRead(text, Source.TYPED, self._now()))

    def _show(self, read: CardRead) -> None:
        strokes = self._burst.strokes
        signs = [at for at, each in enumerate(strokes) if each.kind is StrokeKind.SIGN]
        # What was typed a moment before is no part of the scan; what commands came in front of it are.
        early = len(signs) - len(read.payload)
        self._put(read, strokes[signs[early - 1] + 1 :] if early > 0 else strokes)

    def _put(self, read: CardRead, strokes: Sequence[Stroke] = (), ending: str = "") -> None:
        before, self._tested = self._tested, examine(read, self._format or CodeFormat(), strokes, ending)
        self._say()
        self._announce()
        if (
            self._beside is not None and self._tested != before
        ):  # a key that scrolls brings nothing back in sight
            self._area.reveal(self._advice)

    def _forget(self) -> None:
        self._burst.clear()
        self._scanned = None

    def _say(self) -> None:
        say = self._face.say
        self._title.setText(say("ui", "scan_test.title"))
        for named in (self, self._area):  # the area has the keys
            named.setAccessibleName(self._title.text())
        self.setAccessibleDescription(say("ui", "scan_test.intro"))
        self._intro.say("" if self._tested is not None else say("ui", "scan_test.intro"))
        self._port.say(say("state", scanner_state(self._state)))
        self._close.say(say("ui", "action.close"), "Esc")
        found = [] if self._tested is None else self._told(self._tested)
        for words, text in zip(self._rows, (found + [""] * ROWS)[:ROWS], strict=True):
            words.say(text)
        self._advice.say("" if self._tested is None else self._advised(self._tested))

    def _advised(self, tested: Report) -> str:
        if tested.advice is Advice.AGAIN and self._format is None:
            return self._face.say("ui", "scan_test.not_yet")
        return advice_words(self._face, tested.advice, tested.layouts)

    def _told(self, tested: Report) -> list[str]:
        say = self._face.say
        kind = tested.symbology
        rhythm = tested.rhythm
        none = say("ui", "scan_test.nothing")
        return [
            say("ui", "scan_test.way", what=say("ui", way_words(tested.source))),
            say("ui", "scan_test.code", card=tested.masked, n=tested.signs)
            if tested.masked
            else say(
                "ui", "scan_test.signs" if self._format is None else "scan_test.no_code", n=tested.signs
            ),
            "" if self._format is None and not tested.masked else say("ui", check_words(tested.check)),
            say("ui", "scan_test.kind", what=kind) if kind else say("ui", "scan_test.kind_unknown"),
            say(
                "ui",
                "scan_test.around",
                seen=" ".join(tested.before) or none,
                typed=" ".join(tested.after) or none,
            ),
            "" if rhythm is None else say("ui", "scan_test.rhythm", n=rhythm.usual, most=rhythm.longest),
        ]

    def _announce(self) -> None:
        """Tell a screen reader, once for each new text."""
        said = " ".join(words.text() for words in (self._advice, *self._rows) if words.text())
        if said and said != self._said and self.isVisible():
            announce(self, said)
        self._said = said
