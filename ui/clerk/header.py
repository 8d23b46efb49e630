"""The top line: venue and desk, the desk's own day and time, the connection and how old the card list is, the menu.

Where a list is old enough to be told of all the time, a line below says so, what still works, and until when.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QSizePolicy, QWidget

from sync.runner import Connection
from ui.clerk.age import list_words
from ui.face import Face
from ui.parts import Line, Sign, Words, column, frame, line
from ui.theme import GRID, Tone
from ui.words import connection_state
from ui.wrapping import WrappingRow
from validator.desk import DeskStatus, OfferLine
from validator.domain.network import Venue
from validator.domain.policy import Grade, gravest

_SIGN = 16


class Header(QWidget):
    """Says where and when we are.

    Args:
        face: the face.
        menu: the button that opens the menu.
        practice: it is the practice desk, which no manager gave a name: it is called so in the language of now.
    """

    def __init__(self, face: Face, menu: QWidget, *, demo: bool, practice: bool = False) -> None:
        super().__init__()
        self._face = face
        self._demo = demo
        self._practice = practice
        self._now: datetime | None = None
        self._status: DeskStatus | None = None
        self._connection = Connection()
        self._venue: Venue | None = None
        self._place = Line("strong")
        self._time = Line()
        self._sign = Sign(face, "offline", Tone.CALM, _SIGN)
        self._line = Line()
        self._banner = Words("small")
        self._lists = Words("small")
        state = QWidget()
        state.setLayout(line(self._sign, self._line))
        row = WrappingRow(gap=4 * GRID)
        for part in (self._place, self._time, state):
            row.addWidget(part)
        parts = QWidget()
        parts.setLayout(row)
        parts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        margin = (2 * GRID, GRID // 2, GRID, GRID // 2)
        band = frame(
            "band", line(column(parts, self._banner, self._lists, gap=0), menu, gap=2 * GRID, margin=margin)
        )
        self.setLayout(column(band, gap=0))
        face.reworded.connect(self._say)
        self._say()

    @property
    def place(self) -> str:
        """Venue and desk, as the window's title has them too."""
        return self._place.text()

    @property
    def state(self) -> str:
        """What it says of the connection."""
        return self._line.text()

    @property
    def lists(self) -> str:
        """What it says of an old list."""
        return self._lists.text()

    def show_time(self, now: datetime) -> None:
        """The desk's clock moved on."""
        self._now = now
        self._say()

    def show_status(self, status: DeskStatus) -> None:
        """The desk's state."""
        self._status = status
        self._say()

    def show_offer(self, line_chosen: OfferLine | None) -> None:
        """What is given now: of a desk that serves several venues, its venue is the place."""
        self._venue = None if line_chosen is None else line_chosen.venue
        self._say()

    def show_connection(self, connection: Connection) -> None:
        """The line's state."""
        self._connection = connection
        self._say()

    def _say(self) -> None:
        say, status = self._face.say, self._status
        venues = () if status is None else status.venues
        if self._venue is not None and len(venues) > 1:
            venues = (self._venue,)
        names = [self._face.named(venue.names) for venue in venues]
        desk = "" if status is None else say("ui", "training.desk") if self._practice else status.desk
        self._place.setText(" · ".join(part for part in (", ".join(names), desk) if part))
        self._time.setText("" if self._now is None else self._face.moment(self._now))
        self._banner.say(
            say("ui", "window.demo", time=self._now) if self._demo and self._now is not None else ""
        )
        worst = None if status is None else gravest(status.lists)
        self._lists.say("" if worst is None else list_words(self._face, worst, Grade.BANNER, Grade.STOP))
        before_first = self._connection.since is None
        online = self._connection.online
        self._sign.show_sign("online" if online else "offline", Tone.GIVE if online else Tone.CALM)
        state = say("state", connection_state(online=online))
        parts = [say("ui", "status.connecting") if before_first else state, self._list_age()]
        self._line.setText(" · ".join(part for part in parts if part))

    def _list_age(self) -> str:
        status = self._status
        if status is None:
            return ""
        if status.listed_at is None or self._now is None:
            return self._face.say("state", "list_none") if status.listed_at is None else ""
        age = max(self._now - status.listed_at, timedelta(0))
        if age < timedelta(hours=1):
            return self._face.say("ui", "status.list_minutes", n=int(age.total_seconds() // 60))
        if age < timedelta(days=1):
            return self._face.say("ui", "status.list_hours", n=int(age.total_seconds() // 3600))
        return self._face.say("ui", "status.list_days", n=age.days)
