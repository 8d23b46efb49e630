"""The scenes to photograph: each brings the real window into a state, through the same calls as keys and answers do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from sync.runner import Rhythm
from sync.snapshot import Stage as ListStage
from tests.shots.cases import cases_of
from tests.ui.world import (
    CLOSED,
    EXPIRED,
    GROUP,
    HOLDER,
    LATE,
    NOW,
    PLAY,
    SECOND,
    THEATRE,
    THIRD,
    TODAY,
    Theatre,
)
from ui.clerk.arrangement import Below
from ui.clerk.flow import Patience
from ui.clerk.turn import Stage as Turned
from ui.deskview import DeskView, Times
from ui.face import Face
from ui.firstrun import FirstRun
from ui.manager.board import SHOWS, SOLD_OUT, TRUSTING
from ui.manager.table import CELL
from ui.opening import Opening
from ui.operations import ToSettle
from ui.session import Session
from ui.window import Farewell, Window
from validator.desk import quota_key
from validator.domain.code import Source
from validator.domain.elsewhere import Lent, Reach
from validator.domain.party import Purpose
from validator.domain.rights import Slot
from validator.errors import HubUnreachable, StoreDamaged
from validator.scan.state import CameraState

SELDOM = Rhythm(interval=3600.0, gap=0.0, first=3600.0, longest=3600.0)
NEVER = Times(Patience(single=3_600_000, group=3_600_000), idle=3_600_000)
LIMIT_MS = 20_000
PIN = "2468"

Scene = tuple[str, Callable[[], QWidget]]


@dataclass
class Stage:
    """The window and what stands behind it."""

    app: QApplication
    session: Session

    @property
    def view(self) -> DeskView:
        view = self.session.desk_view
        if view is None:
            raise RuntimeError("the desk is not open")
        return view

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the program run until something holds."""
        wait(self.app, holds)

    def show(self, *codes: str) -> None:
        """Cards come in, one after the other."""
        for code in codes:
            self.view.clerk.flow.scan(code, Source.CAMERA)
            self.until(lambda: not self.view.clerk.flow.turn.busy)

    def give(self) -> None:
        """Enter."""
        before = len(self.view.clerk.given.rows)
        self.view.clerk.flow.confirm()
        self.until(lambda: len(self.view.clerk.given.rows) > before)


@contextmanager
def stage(app: QApplication, face: Face, folder: Path) -> Iterator[Stage]:
    """An open desk whose hub does not answer."""
    theatre = Theatre(folder).set_up()
    with theatre.open() as station:
        station.desk(lambda: False).door.set_pin(PIN)
        with station.ledger.write() as books:
            lent = [
                Lent(THEATRE.id, Slot(offer, show, TODAY), 5)
                for offer, show in (("play", "play-0"), ("matinee", "matinee-0"))
            ]
            books.elsewhere.put(NOW, lent, {quota_key(LATE, TODAY): Reach(2, 3)})
    session = Session(app, face, theatre.open, times=NEVER, rhythm=SELDOM)
    session.start()
    try:
        made = Stage(app, session)
        made.until(lambda: session.desk_view is not None and session.desk_view.clerk.flow.choice is not None)
        made.until(lambda: "yhteyttä" in made.view.strip.text.lower() or bool(made.view.strip.text))
        yield made
    finally:
        session.stop()


def desk_scenes(on: Stage) -> Iterator[Scene]:
    """Every state of the open desk, in an order in which one leads to the next."""
    clerk, flow, window = on.view.clerk, on.view.clerk.flow, on.session.window

    def shown() -> QWidget:
        return window

    yield "ready", shown
    on.show(HOLDER)
    yield "give", shown
    flow.set_children(2)
    on.until(lambda: not flow.turn.busy)
    yield "give-children", shown
    on.give()
    yield "given", shown
    clerk.cancel()
    yield "ready-with-list", shown
    yield from _booking_scenes(on)
    on.show(EXPIRED)
    yield "decline", shown
    clerk.toggle_why()
    yield "decline-why", shown
    clerk.toggle_why()
    on.show(HOLDER)
    clerk.lift.open()
    yield "decline-manager", shown
    flow.allow(PIN)
    on.until(lambda: clerk.lift.asking)
    yield "decline-reasons", shown
    clerk.cancel()
    on.show(GROUP, SECOND)
    yield "group", shown
    on.show(CLOSED)
    yield "group-choose", shown
    flow.confirm()
    on.until(lambda: flow.turn.can_give)
    on.give()
    on.show(THIRD)
    clerk.places.show_below(Below.TODAY)
    yield "offers", shown
    clerk.cancel()
    yield from _preflight_scenes(on)
    yield from _camera_scenes(on)
    clerk.verdict.show_trouble(StoreDamaged())
    yield "trouble", shown
    clerk.cancel()
    yield from _manager_scenes(on)
    on.session.show_about()
    yield "about", lambda: on.session.about or window
    on.session.show_guide()
    yield "guide", lambda: on.session.guide or window


def _preflight_scenes(on: Stage) -> Iterator[Scene]:
    """Whether everything is ready, and the scanner's test beside it."""
    on.view.show_test()
    on.until(lambda: on.view.preflight.knows_offers)
    yield "preflight", lambda: on.session.window
    on.view.test.take_scan(f"{THIRD[:5]}+{THIRD[5:]}")
    yield "scanner-test", lambda: on.session.window
    on.view.leave_test()


def _booking_scenes(on: Stage) -> Iterator[Scene]:
    """A booking by a call, and the door's list while one is collected."""
    clerk, flow, window = on.view.clerk, on.view.clerk.flow, on.session.window

    def shown() -> QWidget:
        return window

    on.show(THIRD)
    flow.set_children(2)
    on.until(lambda: not flow.turn.busy)
    flow.set_purpose(Purpose.RESERVE)
    on.until(lambda: not flow.turn.busy)
    yield "booking", shown
    flow.confirm()
    on.until(lambda: flow.turn.stage is Turned.GIVEN)
    yield "booked", shown
    clerk.cancel()
    clerk.toggle_bookings()
    on.until(lambda: bool(clerk.bookings.rows))
    yield "bookings", shown
    on.show(THIRD)
    yield "collect", shown
    on.show(SECOND)
    yield "no-booking", shown
    told = clerk.bookings.told
    clerk.bookings.release(clerk.bookings.rows[0].reservation)
    on.until(lambda: clerk.bookings.told != told)
    clerk.cancel()


def _camera_scenes(on: Stage) -> Iterator[Scene]:
    """What is said below a picture, and where there is none."""
    for state in (CameraState.BLACK, CameraState.DENIED):
        _tell_camera(on, state)
        yield f"camera-{state}", lambda: on.session.window
    _tell_camera(on, CameraState.STOPPED)


def _tell_camera(on: Stage, state: CameraState) -> None:
    on.session.bridge.on_camera(state)
    on.until(lambda: on.view.clerk.scanbox.camera is state)


def _manager_scenes(on: Stage) -> Iterator[Scene]:
    """The manager's page: its door, the table, what is to be looked at."""
    window = on.session.window

    def shown() -> QWidget:
        return window

    on.view.show_manager()
    yield "manager-door", shown
    on.view.manager.door.try_pin(PIN)
    on.until(lambda: on.view.manager.table.currentIndex().isValid())
    yield "manager-table", shown
    for letter in (SHOWS, SOLD_OUT, TRUSTING):
        on.view.manager.board.press(letter)
    table = on.view.manager.table
    on.until(lambda: bool(on.view.manager.message) and not table.currentIndex().data(CELL).saving)
    yield "manager-performances", shown
    before = table.currentIndex()
    table.model().setData(before.siblingAtColumn(1), "3")
    on.until(lambda: not before.siblingAtColumn(1).data(CELL).saving)
    yield "manager-over", shown
    on.view.manager.toggle_settle()
    yield "manager-nothing-to-settle", shown
    found = _to_settle(on)

    def settling() -> QWidget:
        on.view.manager.show_settle(found)
        return window

    yield "manager-settle", settling
    on.view.manager.lock()


def _to_settle(on: Stage) -> ToSettle:
    """What was given, as if the hub had raised cases about it."""
    given = on.view.clerk.given.rows
    return ToSettle((), {PLAY.id: PLAY.names}, cases_of(given))


def page_scenes(face: Face, window: Window) -> Iterator[Scene]:
    """The pages before there is a desk, and the last words after."""

    def shown() -> QWidget:
        return window

    first = FirstRun(face, QWidget(), lambda: NOW)
    window.hold(first)
    yield "first-run", shown
    first.hub.setText("https://hub.example.fi")
    first.code.setText("KXTR-MHZB-WQFN")
    first.fail(HubUnreachable())
    yield "first-run-trouble", shown
    first.show_listing()
    first.show_progress(ListStage.FETCHING, 412_000, 1_000_000)
    yield "first-run-list", shown
    first.show_stopped()
    yield "first-run-stopped", shown
    opening = Opening(face, passphrase=True)
    window.hold(opening)
    yield "passphrase", shown
    opening.fail(StoreDamaged())
    yield "opening-trouble", shown
    window.hold(Farewell(face, 3))
    yield "farewell", shown


def wait(app: QApplication, holds: Callable[[], bool]) -> None:
    """Let the program run until something holds.

    Raises:
        RuntimeError: it does not come to hold.
    """
    clock = QElapsedTimer()
    clock.start()
    while not holds():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if clock.elapsed() > LIMIT_MS:
            raise RuntimeError("the scene does not come about")
