"""Is this desk ready? Every point of `ui.readiness` with its sign, below one calm line that sums them up.

It stands beside the scanner's test (F12) and is kept up to date while it is shown. Signs are told by their shape and by words; no
point is in colour that would say more than they do.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sync.runner import Connection
from ui.face import Face
from ui.parts import Sign, Words, announce, column, line
from ui.readiness import Known, Point, Standing, at_start, headline, points
from ui.theme import GRID, Tone
from validator.desk import DeskStatus, OfferLine
from validator.scan.serialport import SerialState
from validator.scan.state import CameraState

_SIGN = 20
_SIGNS = {
    Standing.GOOD: ("passed", Tone.CALM),
    Standing.NOTE: ("noted", Tone.CALM),
    Standing.ACT: ("note", Tone.NOTE),
}


class Preflight(QWidget):
    """The points.

    Args:
        face: the face.
        known: what is known already, such as where the keys are.

    Signals:
        wanted: it is shown: today's programme is to be read, for the rights.
        changed: something else is known.
    """

    wanted = Signal()
    changed = Signal()

    def __init__(self, face: Face, known: Known) -> None:
        super().__init__()
        self._face = face
        self._known = known
        self._said = ""
        self._title = Words("title")
        self._headline = Words("strong")
        self._rows: list[_Row] = []
        self._list = column(gap=GRID)
        self.setLayout(column(self._title, self._headline, self._list, 1, gap=GRID + GRID // 2))
        face.reworded.connect(self._say)
        self._say()

    @property
    def points(self) -> tuple[Point, ...]:
        """Every point, as it stands now."""
        return points(self._face, self._known)

    @property
    def text(self) -> str:
        """All that it says."""
        told = (f"{each.about}: {each.text}" for each in self.points)
        return "\n".join((self._headline.text(), *told))

    @property
    def knows_offers(self) -> bool:
        """Whether today's programme has been read."""
        return self._known.offers is not None

    def start_words(self) -> str:
        """The line for the first minute of the evening."""
        return at_start(self._face, self.points)

    def show_status(self, status: DeskStatus) -> None:
        """The desk's state."""
        self._know(replace(self._known, status=status))

    def show_connection(self, connection: Connection) -> None:
        """The line's state."""
        self._know(replace(self._known, connection=connection))

    def show_scanner(self, state: SerialState) -> None:
        """The serial scanner's state."""
        self._know(replace(self._known, scanner=state))

    def show_layout(self) -> None:
        """The keyboard scanner's layout differs from the computer's."""
        self._know(replace(self._known, layout_differs=True))

    def show_scanned(self) -> None:
        """A hand scanner has read something."""
        self._know(replace(self._known, has_scanned=True))

    def show_camera(self, state: CameraState) -> None:
        """The camera's state."""
        self._know(replace(self._known, camera=state))

    def show_others(self, others: int) -> None:
        """How many other windows are open on this desk's folder."""
        self._know(replace(self._known, others=others))

    def show_offers(self, offers: tuple[OfferLine, ...]) -> None:
        """Today's programme, with what this desk may give of it."""
        self._know(replace(self._known, offers=offers))

    def showEvent(self, event: QShowEvent) -> None:
        """Bring it up to date."""
        super().showEvent(event)
        self.wanted.emit()
        self._said = ""
        self._say()

    def _know(self, known: Known) -> None:
        if known != self._known:
            self._known = known
            if self.isVisible():
                self._say()
            self.changed.emit()

    def _say(self) -> None:
        found = self.points
        self._title.say(self._face.say("ui", "preflight.title"))
        self.setAccessibleName(self._title.text())
        self._headline.say(headline(self._face, found))
        while len(self._rows) < len(found):
            row = _Row(self._face)
            self._rows.append(row)
            self._list.addWidget(row)
        for at, row in enumerate(self._rows):
            row.put(found[at] if at < len(found) else None)
        self._announce()

    def _announce(self) -> None:
        """Tell a screen reader, once for each new line."""
        said = self._headline.text()
        if said and said != self._said and self.isVisible():
            self._said = said
            announce(self, said)


class _Row(QWidget):
    """One point: its sign, its name, how it stands."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._sign = Sign(face, "passed", Tone.CALM, _SIGN)
        self._about = Words("strong")
        self._text = Words()
        self.setLayout(line(column(self._sign, 1), column(self._about, self._text, gap=0), gap=GRID))

    def put(self, point: Point | None) -> None:
        """Show a point; none takes no room."""
        self.setVisible(point is not None)
        if point is not None:
            self._sign.show_sign(*_SIGNS[point.standing])
            self._about.say(point.about)
            self._text.say(point.text)
            self.setAccessibleName(f"{point.about}: {point.text}")
