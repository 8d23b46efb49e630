"""The open desk: the top line, the clerk's page, the manager's or the scanner test, the bottom line, and what keeps them fresh."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QWidget

from sync.runner import Connection
from ui.clerk.customerstand import CustomerStand
from ui.clerk.flow import Patience
from ui.clerk.header import Header
from ui.clerk.page import ENTERS, ClerkPage
from ui.clerk.strip import StatusStrip
from ui.face import Face
from ui.keys import event_instant
from ui.manager.alone import ALONE
from ui.manager.page import IDLE, ManagerPage
from ui.operations import Operations
from ui.paper.page import PaperPage
from ui.parts import Button, column, is_sign, key, press
from ui.pictures import Pictures
from ui.preflight import Preflight
from ui.readiness import Known
from ui.scantest import ScanTest
from ui.teststand import TestStand
from validator.config import KeyStorage
from validator.desk import DeskStatus, OfferLine
from validator.domain.code import CardRead, CodeFormat
from validator.scan.serialport import SerialRead, SerialState
from validator.scan.state import CameraState
from validator.scan.strokes import Stroke

TICK = 1_000
MANY, LATER = 200, 3_000
"""Tickets that wait above which a pass is told of after so many milliseconds, together with those that follow it."""

FRESH = 30_000
"""Milliseconds between two looks at the clock, and at the desk's state where nothing else says that it changed."""


@dataclass(frozen=True, slots=True)
class Times:
    """What is counted in milliseconds.

    Attributes:
        patience: until the clerk's page clears itself.
        idle: until the manager's page locks itself.
        alone: until a letter on the manager's page was no scanner's.
        instant: when a key was pressed.
    """

    patience: Patience = field(default_factory=Patience)
    idle: int = IDLE
    alone: int = ALONE
    instant: Callable[[QKeyEvent], float] = event_instant


class DeskView(QWidget):
    """What is in the window once the desk is enrolled.

    Args:
        band: stands above every page; None: nothing does.

    Attributes:
        stopped: whether it asks no more.

    Signals:
        titled: the window's title changed.
        contacted: whom to ask, `Contacts`, as it is known now.
        testing: whether the scanner's test is shown, from now on.
    """

    titled = Signal(str)
    contacted = Signal(object)
    testing = Signal(bool)

    def __init__(  # noqa: PLR0913  (what a page is made of)
        self,
        face: Face,
        operations: Operations,
        now: Callable[[], datetime],
        pictures: Pictures,
        menu: QWidget,
        *,
        demo: bool = False,
        keys: KeyStorage | None = None,
        times: Times | None = None,
        band: QWidget | None = None,
    ) -> None:
        super().__init__()
        times = times or Times()
        self._face = face
        self._operations = operations
        self._now = now
        self._pictures = pictures
        self._waiting = 0
        self.stopped = False
        self._connection = Connection()
        self.clerk = ClerkPage(face, operations, now, pictures.read, times.patience, times.instant)
        self._times = times
        self._manager: ManagerPage | None = None
        self._paper: PaperPage | None = None
        self.header = Header(face, menu, demo=demo, practice=band is not None)
        self.strip = StatusStrip(face, Button(self.show_manager, "quiet"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.clerk)
        self.preflight = Preflight(face, Known(keys=keys))
        self._stand = TestStand(face, now, self._stack, self.clerk, self.clerk.scanbox.field, self.preflight)
        self._stand.testing.connect(self.testing)
        self.customer = CustomerStand(
            face, self.clerk.flow, self._stack, self.clerk, self.clerk.scanbox.field, self.header, self.strip
        )
        self.clerk.flow.is_seen = lambda: self._stack.currentWidget() is self.clerk
        parts = (self.header, self._stack, self.strip)
        body = column(*parts, gap=0) if band is None else column(band, *parts, gap=0)
        body.setStretchFactor(self._stack, 1)
        self.setLayout(body)
        # In training nothing waits to be sent, and the band needs the room.
        self.strip.setVisible(band is None)
        self.clerk.changed.connect(self.refresh)
        self.clerk.today.chosen.connect(self.strip.show_offer)
        self.clerk.today.chosen.connect(self._show_place)
        self.clerk.flow.turned.connect(self._look_at_scanner)
        self.clerk.flow.turned.connect(lambda: self.strip.let_give(gives=self.clerk.flow.gives))
        self.preflight.wanted.connect(lambda: operations.programme(None, self.preflight.show_offers))
        self.preflight.changed.connect(self._say_readiness)
        face.reworded.connect(self._retitle)
        key("F10", self, self.show_manager)
        key("Ctrl+E", self, self.show_paper)
        key("F12", self, self.show_test)
        key("F9", self, self.customer.toggle)
        key("Shift+F9", self, self.customer.speak_next)
        self._clock = self._timer(TICK, self._tick)
        self._state = self._timer(FRESH, self.refresh)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.refresh)
        self._tick()
        operations.code_format(self._know_format)
        self.refresh()

    @property
    def manager(self) -> ManagerPage:
        """The manager's page. Made when it is first asked for: the window is there the sooner, and most evenings do without."""
        if self._manager is None:
            self._manager = ManagerPage(self._face, self._operations, self._times.idle, self._times.alone)
            self._stack.addWidget(self._manager)
            self._manager.changed.connect(self.refresh)
            self._manager.left.connect(self.show_clerk)
        return self._manager

    @property
    def paper(self) -> PaperPage:
        """Where a paper sheet is entered, made when it is first asked for."""
        if self._paper is None:
            self._paper = PaperPage(self._face, self._operations.paper, self._now)
            self._stack.addWidget(self._paper)
            self._paper.changed.connect(self.refresh)
            self._paper.left.connect(self.show_clerk)
            self._operations.code_format(self._paper.form.show_format)
        return self._paper

    @property
    def on_paper_page(self) -> bool:
        """Whether a paper sheet is being entered: then every card read is the row's."""
        return self._paper is not None and self._stack.currentWidget() is self._paper

    @property
    def test(self) -> ScanTest:
        """The scanner's test."""
        return self._stand.test

    @property
    def on_test_page(self) -> bool:
        """Whether the scanner's test is shown: then every reading is its own."""
        return self._stand.is_shown

    @property
    def waiting(self) -> int:
        """Tickets that are not confirmed yet, as last heard."""
        return self._waiting

    @property
    def on_clerk_page(self) -> bool:
        """Whether a reading is the next customer's: the clerk's page is shown, or the customer's view in its place."""
        return self._stack.currentWidget() is self.clerk or self.customer.covers

    def take_scan(self, text: str) -> None:
        """A hand scanner's reading; on the manager's page it is nobody's."""
        self.preflight.show_scanned()
        if self._stand.take_scan(text):
            return
        if self.on_clerk_page:
            self.clerk.take_scan(text)
        elif self.on_paper_page:
            self.paper.take_scan(text)
        else:
            self.manager.take_scan()

    def take_serial(self, came: SerialRead) -> None:
        """A serial scanner's reading; on the manager's page it is nobody's."""
        self.preflight.show_scanned()
        if not self._stand.take_serial(came):
            self._take(came.read)

    def take_camera(self, read: CardRead) -> None:
        """The camera read a card; on the manager's page it is nobody's."""
        if not self._stand.take_read(read):
            self._take(read)

    def take_stroke(self, stroke: Stroke) -> None:
        """A key, whosever it is."""
        self._stand.take_stroke(stroke)

    def take_picture(self, path: Path) -> None:
        """A picture was dropped or opened."""
        if self.on_test_page:
            self._pictures.read(path, self.test.take_read, self.strip.show_trouble)
        elif self.on_clerk_page:
            self.clerk.take_picture(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key beside the clerk's page that nothing took: a sign begins a code there too, Enter presses what has the focus.

        Over the customer's view nobody sees the customer on the clerk's page, so a sign is a code's there and nothing else.
        """
        focus, covered = QApplication.focusWidget(), self.customer.covers
        if not self.on_clerk_page or focus is None or self.clerk.isAncestorOf(focus):
            super().keyPressEvent(event)
        elif is_sign(event) and covered:
            self.clerk.scanbox.take_key(event.text())
        elif is_sign(event):
            self.clerk.keyPressEvent(event)
        elif event.key() in ENTERS and covered:
            self.clerk.scanbox.submit()
        elif event.key() in ENTERS and isinstance(focus, QAbstractButton) and not event.isAutoRepeat():
            press(focus)
        else:
            super().keyPressEvent(event)

    def touch(self) -> None:
        """Some key was pressed."""
        self.clerk.flow.touch()
        if self._manager is not None:
            self._manager.touch()

    def show_connection(self, connection: Connection) -> None:
        """The line's state; after a pass the desk knows more."""
        passed = self._connection.working and not connection.working
        switched = connection.online != self._connection.online
        self._connection = connection
        for each in (self.header, self.strip, self.preflight):
            each.show_connection(connection)
        self.clerk.verdict.know_line(offline=not connection.online and connection.since is not None)
        if switched or (passed and self._waiting <= MANY):
            self.refresh()
        elif passed and not self._later.isActive():  # to be told of each pass would only delay customers
            self._later.start()

    def show_scanner(self, state: SerialState) -> None:
        """The serial scanner's state."""
        for each in (self.strip, self.preflight, self._stand):
            each.show_scanner(state)

    def show_camera(self, state: CameraState) -> None:
        """The camera's state."""
        self.clerk.scanbox.show_camera(state)
        self.preflight.show_camera(state)

    def show_test(self) -> None:
        """F12, or the menu: whether everything is ready, and the scanner's test. The manager's page is locked by it."""
        if not self.on_test_page:
            self.to_clerk()
            self._stand.show()

    def leave_test(self) -> None:
        """Back to the clerk's page, which is as it was."""
        self._stand.leave()

    def show_manager(self) -> None:
        """F10."""
        self.customer.leave()
        if self.on_test_page:
            self.leave_test()
        if self.on_clerk_page:
            self._stack.setCurrentWidget(self.manager)
            self.manager.enter()

    def show_paper(self) -> None:
        """Ctrl+E, or the menu: a paper sheet is entered."""
        self.customer.leave()
        if self.on_test_page:
            self.leave_test()
        if self.on_clerk_page:
            self._stack.setCurrentWidget(self.paper)
            self.paper.enter()

    def to_clerk(self) -> None:
        """To the clerk's page, from wherever; the manager's page is locked."""
        self.customer.leave()
        self.leave_test()
        if self.on_paper_page:
            self.paper.leave()
        if self._manager is not None and not self.on_clerk_page:
            self._manager.lock()

    def show_clerk(self) -> None:
        """Back to the clerk's page."""
        self._stack.setCurrentWidget(self.clerk)
        self.clerk.refresh()
        self.clerk.scanbox.field.setFocus()

    def refresh(self) -> None:
        """Ask the desk anew for everything that is shown."""
        self._operations.status(self._show_status)
        self._operations.others(self._show_others)
        self.clerk.refresh()
        if self._manager is not None:
            self._manager.refresh()

    def stop(self) -> None:
        """Ask no more."""
        self.customer.leave()
        self.stopped = True
        self._clock.stop()
        self._state.stop()
        self._later.stop()
        if self._paper is not None:
            self._paper.form.rest()
        if self._manager is not None:
            self._manager.stop()

    def _take(self, read: CardRead) -> None:
        """A card was read where every page can have it."""
        if self.on_clerk_page:
            self.clerk.flow.take(read)
        elif self.on_paper_page:
            self.paper.take_scan(read.payload)

    def _show_status(self, status: DeskStatus) -> None:
        self._waiting = status.waiting
        if status.venues:
            self._face.show_in(ZoneInfo(status.venues[0].zone))
        for each in (self.header, self.strip, self.preflight):
            each.show_status(status)
        self.clerk.know_contacts(status.contacts)
        self.contacted.emit(status.contacts)
        self._retitle()

    def _show_others(self, others: int) -> None:
        """Other windows on the same folder: they take nothing from this one, but keys go to one window only."""
        self.preflight.show_others(others)
        self.strip.show_others(others)

    def _show_place(self, line_chosen: OfferLine | None) -> None:
        self.header.show_offer(line_chosen)
        self._retitle()

    def _retitle(self) -> None:
        self.titled.emit(self.header.place)

    def _look_at_scanner(self) -> None:
        """A repaired reading says that the scanner is to be set."""
        look = self.clerk.flow.turn.look
        if look is not None and look.repaired:
            self.strip.show_layout()
            self.preflight.show_layout()

    def _say_readiness(self) -> None:
        """One calm line, until the first customer."""
        self.clerk.given.open_with(self.preflight.start_words)

    def _know_format(self, code_format: CodeFormat) -> None:
        self._stand.know(code_format)
        self.clerk.scanbox.show_format(code_format)
        self.clerk.flow.know(code_format)
        self._pictures.know(code_format)

    def _tick(self) -> None:
        self.header.show_time(self._now())

    def _timer(self, interval: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(act)
        timer.start()
        return timer
