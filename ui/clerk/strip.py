"""The bottom line, in plain words: what waits to be sent, since when there is no connection, what needs a look, and F10.

Of the rights it says those for the chosen offer alone: others' are no help to who asks for this one, and where there is no limit
none are needed. What only reassures takes no line of its own: the room is the page's.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from sync.runner import Connection
from ui.clerk.age import list_words
from ui.face import Face
from ui.parts import Button, Line, column, frame, line
from ui.readiness import AMISS, LOW_ROOM, Known, line_words, rights_words, waiting_words
from ui.scanwords import scanner_state
from ui.theme import GRID
from ui.wrapping import WrappingRow
from validator.desk import DeskStatus, OfferLine
from validator.domain.policy import Grade, gravest
from validator.scan.serialport import SerialState

LARGE = 1.5
"""Of texts so large the bare fact stands here, and the answer has the room; F12 says what it means for giving."""


class StatusStrip(QWidget):
    """Says how the desk stands."""

    def __init__(self, face: Face, manager: Button) -> None:
        super().__init__()
        self._face = face
        self._manager = manager
        self._status: DeskStatus | None = None
        self._offer: OfferLine | None = None
        self._connection = Connection()
        self._trouble: Exception | None = None
        self._scanner = SerialState.OFF
        self._layout_differs = False
        self._others = 0
        self._gives = True
        self._words = [Line() for _ in range(6)]
        self._row = row = WrappingRow(gap=3 * GRID)
        for words in self._words:
            row.addWidget(words)
        parts = QWidget()
        parts.setLayout(row)
        parts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        margin = (2 * GRID, GRID // 2, GRID, GRID // 2)
        band = frame("band", line(parts, manager, gap=2 * GRID, margin=margin))
        self.setLayout(column(band, gap=0))
        face.reworded.connect(self._say)
        face.restyled.connect(self._say)
        self._say()

    @property
    def text(self) -> str:
        """All that it says."""
        return " · ".join(words.text() for words in self._words if words.text())

    @property
    def others(self) -> int:
        """How many other windows it tells of."""
        return self._others

    def show_status(self, status: DeskStatus) -> None:
        """The desk's state; whatever was in the way is not any more."""
        self._status, self._trouble = status, None
        self._say()

    def show_offer(self, offer: OfferLine | None) -> None:
        """What is chosen to be given."""
        if offer != self._offer:
            self._offer = offer
            self._say()

    def let_give(self, *, gives: bool) -> None:
        """Whether tickets are given at all just now: what could not be saved, or is only looked at, is none to go on with."""
        if gives is not self._gives:
            self._gives = gives
            self._say()

    def show_trouble(self, error: Exception) -> None:
        """The desk could not answer."""
        self._trouble = error
        self._say()

    def show_connection(self, connection: Connection) -> None:
        """The line's state."""
        self._connection = connection
        self._say()

    def show_scanner(self, state: SerialState) -> None:
        """The serial scanner's state."""
        self._scanner = state
        self._say()

    def show_others(self, others: int) -> None:
        """How many other windows are open on this desk."""
        if others != self._others:
            self._others = others
            self._say()

    def show_layout(self) -> None:
        """The keyboard scanner's layout differs from the computer's."""
        if not self._layout_differs:
            self._layout_differs = True
            self._say()

    def _say(self) -> None:
        self._manager.say(self._face.say("ui", "window.manager"), "F10")
        told = [] if self._status is None else self._parts(self._status)
        if self._trouble is not None:
            told = [self._face.problem(self._trouble)]
        told = (told + [""] * len(self._words))[: len(self._words)]
        calm = self._reassuring()
        for words, text in zip(self._words, told, strict=True):
            words.say(text)
            self._row.spare(words, spared=text in calm)

    def _reassuring(self) -> frozenset[str]:
        """What asks nothing of anybody."""
        say, status = self._face.say, self._status
        if status is None or status.waiting:
            return frozenset()
        given = say("ui", "status.given_today", n=status.given)
        sure = say("ui", "status.scanner"), say("ui", "status.clock_ok")
        return frozenset({say("ui", "status.all_sent"), given, *sure})

    def _rights(self) -> str:
        """How many tickets for the chosen offer this desk may give with its line down."""
        return "" if self._offer is None else rights_words(self._face, self._offer)

    def _scanner_words(self) -> str:
        """What is amiss with a scanner."""
        if self._scanner in AMISS:
            return self._face.say("state", scanner_state(self._scanner))
        return self._face.say("ui", "status.scanner_layout") if self._layout_differs else ""

    def _parts(self, status: DeskStatus) -> list[str]:
        say = self._face.say
        known = Known(status, self._connection)
        worst = gravest(status.lists)
        used_up = self._offer is not None and self._offer.rights == 0
        gives = self._gives and worst is not None and worst.grade is not Grade.STOP and not used_up
        large = self._face.theme.factor >= LARGE
        parts = [
            line_words(self._face, known, gives=gives and not large),
            self._rights(),
            waiting_words(self._face, status, short=large),
            say("ui", "status.refused", n=status.refused) if status.refused else "",
            say("state", "list_none") if worst is None else list_words(self._face, worst, Grade.NOTICE),
            "" if status.clock_trusted else say("ui", "status.clock_doubt"),
            say("ui", "status.disk_low") if status.room is not None and status.room < LOW_ROOM else "",
            say("ui", "status.others", n=self._others) if self._others else "",
            self._scanner_words(),
        ]
        quiet = not known.offline and not status.refused and status.clock_trusted
        quiet = quiet and worst is not None and worst.grade is Grade.FRESH
        if quiet:
            # One line, also in the smallest window: what was given stands in the list above.
            given = "" if self._rights() else say("ui", "status.given_today", n=status.given)
            scanner = "" if self._scanner_words() else say("ui", "status.scanner")
            parts += [given, scanner, say("ui", "status.clock_ok")]
        return [part for part in parts if part]
