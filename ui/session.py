"""One desk in one window, from its files to its last key: opened, perhaps enrolled, run, and closed in reverse order.

What takes time runs elsewhere: files on the desk's thread, enrolment and the first list on the set-up's, pictures on theirs, the
line to the hub in the runner, the camera in its loop, and the reading of both in a process apart. Here are only the steps between
them, on the screen's thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from sync.enrol import Invitation
from sync.runner import Connection, Rhythm
from sync.snapshot import Stage
from sync.station import Station
from ui import garbage
from ui.boxes import Boxes
from ui.bridge import Bridge
from ui.camera import Camera
from ui.copies import Copies
from ui.deskview import DeskView, Times
from ui.face import Face
from ui.firstrun import FirstRun
from ui.hubline import HubLine
from ui.keys import KeyWatch
from ui.memory import Memory
from ui.menu import MenuButton, bind_face_keys
from ui.opening import Entrance
from ui.opening import entrance as entrance_of
from ui.operations import Operations
from ui.paper.printing import Printables
from ui.pictures import Pictures
from ui.readings import Readings
from ui.ready import Ready, ready_of
from ui.scannermenu import ScannerMenu
from ui.scanners import ScannerChoice, Scanners
from ui.sounds import Sounds
from ui.training import Training
from ui.trainingband import TrainingBand
from ui.work import DeskWork
from validator.clock import SystemClock
from validator.config import KeyStorage
from validator.scan.apart import Apart
from validator.scan.serialport import SerialState
from validator.scan.state import CameraState

JOIN = 30.0
"""Seconds that a thread gets to end when the program closes; what is being written is finished first."""

_log = logging.getLogger(__name__)


class Session(QObject):
    """The desk and its window.

    Args:
        app: the application.
        face: language and look, kept by whoever made it.
        open_station: opens the desk's files; gets the passphrase, which is empty where none is asked for.
        entrance: the window and what is in it so far; without one it is made, and asks for no passphrase.
        camera, scanner, keys: the settings.
        sounds: what is heard; None: nothing until it is switched on.
        memory: the file that keeps what is chosen in the window; None keeps nothing.

    Attributes:
        boxes: what stands beside the window.
        training: begins and ends training, once the desk is open.
    """

    def __init__(  # noqa: PLR0913  (each may be another in a test)
        self,
        app: QApplication,
        face: Face,
        open_station: Callable[[str], Station],
        *,
        entrance: Entrance | None = None,
        camera: str = "off",
        scanner: ScannerChoice | None = None,
        keys: KeyStorage | None = None,
        sounds: Sounds | None = None,
        memory: Path | None = None,
        times: Times | None = None,
        rhythm: Rhythm | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self.face = face
        self._open_station = open_station
        self._times = times or Times()
        self._rhythm = rhythm
        self._keys = keys
        self.sounds = sounds or Sounds()
        self._station: Station | None = None
        self._line = HubLine()
        self._now: Callable[[], datetime] = SystemClock().now
        self._fetching = threading.Event()
        self._stopped = False
        self._copies = Copies()
        self.bridge = Bridge()
        self._work = DeskWork(self.bridge.land, self._trouble, "desk")
        self._setup = DeskWork(self.bridge.land, self._trouble, "setup")
        scanner = scanner or ScannerChoice()
        self._picture_work = DeskWork(self.bridge.land, self._trouble, "pictures")
        self._apart = Apart()
        self._pictures = Pictures(self._picture_work, self._time, self._apart)
        self._camera = Camera(camera, self.bridge, self._picture_work, self._time, self._trouble, self._apart)
        self._scanners = Scanners(scanner, self.bridge, self._time)
        self._scanner_state = SerialState.OFF
        self._camera_state = CameraState.STOPPED
        kept = camera, scanner.port, self.sounds.on
        self._memory = None if memory is None else Memory(face, memory, self._work, *kept)
        if self._memory is not None:
            self.sounds.switched.connect(self._memory.keep_sounds)
            self._camera.chosen.connect(self._memory.keep_camera)
        self.menu: MenuButton | None = None
        self.training: Training | None = None
        self.keys = KeyWatch(self._times.instant)
        self.window, self._opening = entrance or entrance_of(face)
        self.boxes = Boxes(face, self.window)
        self._readings = Readings(self.window, self.keys, self.bridge, self._pictures, lambda: self.menu)
        self.printables = Printables(face, self.window, self._picture_work, self._trouble)
        self._connect()

    @property
    def desk_view(self) -> DeskView | None:
        """The open desk's page, or None before and after."""
        page = self.window.page
        return page if isinstance(page, DeskView) and not self._stopped else None

    @property
    def first_run(self) -> FirstRun | None:
        """The first run's page, or None when it is not shown."""
        page = self.window.page
        return page if isinstance(page, FirstRun) and not self._stopped else None

    def start(self) -> None:
        """Show the window and open the files."""
        for work in (self._work, self._setup, self._picture_work):
            work.start()
        self.keys.install(self._app)
        self.window.show()
        self._opening.begin()

    def stop(self) -> None:
        """Close everything in reverse order; what was asked for is booked first."""
        if self._stopped:
            return
        if self.training is not None:
            self.training.stop()
        self._stopped = True
        self._app.removeEventFilter(self.keys)
        self._fetching.set()
        if self._memory is not None:
            self._memory.close()
        self._scanners.stop()
        self._camera.stop()
        self._apart.close()
        ended = self._line.end(JOIN)
        for work in (self._picture_work, self._setup, self._work):
            work.stop()
            ended = work.join(JOIN) and ended
        self._copies.leave()
        self.bridge.close()
        if self._station is not None and ended:
            self._station.close()
        elif not ended:
            _log.info("a thread did not end in time; the files are left to the system")
        self.window.close()

    def _opened(self, found: tuple[Station, Ready | None]) -> None:
        self._station, ready = found
        if ready is None:
            self._show_first_run()
        elif not ready.listed:
            self._show_first_run().hub.setText(ready.hub)
            self._fetch_list()
        else:
            self._show_desk(ready)

    def _show_first_run(self) -> FirstRun:
        page = FirstRun(self.face, self._menu(), self._time)
        page.stand.testing.connect(self._listen)
        page.stand.show_scanner(self._scanner_state)
        page.invited.connect(self._enrol)
        page.list_wanted.connect(self._fetch_list)
        page.list_cancelled.connect(self._fetching.set)
        page.picture_wanted.connect(self.window.open_picture)
        page.finished.connect(lambda: self._work.submit(self._made_ready, self._finish))
        self.window.hold(page)
        page.hub.setFocus()
        garbage.take_up()
        self._camera.watch(None)
        self._scanners.start()
        return page

    def _enrol(self, invitation: Invitation, name: str) -> None:
        station = self._station
        page = self.first_run
        if station is None or page is None:
            return

        self._setup.submit(
            lambda: station.enrol(invitation, name), lambda _identity: self._fetch_list(), page.fail
        )

    def _fetch_list(self) -> None:
        station, page = self._station, self.first_run
        if station is None or page is None:
            return
        self._fetching.clear()
        page.show_listing()

        def progress(stage: Stage, done: int, whole: int) -> None:
            self.bridge.land(lambda: page.show_progress(stage, done, whole))

        def fetch() -> Ready | None:
            station.courier(progress).carry(self._fetching)
            return None if station.listed_at() is None else self._made_ready()

        def fetched(ready: Ready | None) -> None:
            if ready is None:
                page.show_stopped()
            elif ready.has_pin:
                self._show_desk(ready)
            else:
                self._now = ready.now
                page.ask_pin(Operations(ready.desk, self._work, lambda: None))

        self._setup.submit(fetch, fetched, page.fail)

    def _made_ready(self) -> Ready | None:
        """Off the screen's thread: what an enrolled desk needs, or None where it is not enrolled."""
        station = self._station
        return None if station is None else ready_of(station, self._line.online)

    def _finish(self, ready: Ready | None) -> None:
        if ready is not None:
            self._show_desk(ready)

    def _show_desk(self, ready: Ready) -> None:
        station = self._station
        if station is None:
            return
        self._now = ready.now
        operations = Operations(ready.desk, self._work, self._line.wake, self._copies.others)
        view = self._view_of(operations, ready.now, self._menu(), demo=ready.demo)
        self.window.hold(view)
        self._listen(False)
        self.window.waiting = lambda: view.waiting
        operations.rule_sets(self.boxes.know_rules)
        view.contacted.connect(self.boxes.know_contacts)
        view.contacted.connect(self.printables.know_contacts)
        self.sounds.listen(view.clerk.flow)
        view.clerk.scanbox.field.setFocus()
        garbage.take_up()
        menu, patience = self.menu, self._times.patience.group

        def practice(asks: Operations, now: Callable[[], datetime], band: TrainingBand) -> DeskView:
            made = self._view_of(asks, now, self._menu(), band=band)
            made.show_camera(self._camera_state)
            return made

        training = self.training = Training(
            self.face, self.window, self._work, view, ready, lambda: self.boxes.rules, practice, patience
        )
        training.switched.connect(lambda: self._switched(menu, ready))
        self._camera.watch(ready.code_format)
        self._scanners.start()
        self._work.submit(
            lambda: station.runner(self.bridge.on_connection, self._rhythm), self._line.run, self._trouble
        )

    def _view_of(
        self,
        operations: Operations,
        now: Callable[[], datetime],
        menu: MenuButton,
        *,
        demo: bool = False,
        band: TrainingBand | None = None,
    ) -> DeskView:
        """An open desk's page, the real one's or the practice desk's."""
        pictures, keys, times = self._pictures, self._keys, self._times
        view = DeskView(
            self.face, operations, now, pictures, menu, demo=demo, keys=keys, times=times, band=band
        )
        view.titled.connect(self._entitle)
        self.printables.attach(view, menu)
        view.clerk.scanbox.picture_wanted.connect(self.window.open_picture)
        view.testing.connect(self._listen)
        view.show_scanner(self._scanner_state)
        return view

    def _switched(self, menu: MenuButton | None, ready: Ready) -> None:
        """Training began or ended."""
        if self.training is not None and not self.training.on:
            self.menu = menu
            self._pictures.know(ready.code_format)
        self._entitle()

    def _entitle(self) -> None:
        """The window is named after the desk that is shown, not the one behind it, and what is printed after the window."""
        if self.desk_view is not None:
            self.window.name_place(self.desk_view.header.place)

    def _time(self) -> datetime:
        """The desk's time once there is a desk, the machine's before."""
        return self._now()

    def _open(self, passphrase: str) -> None:
        def act() -> tuple[Station, Ready | None]:
            station = self._open_station(passphrase)
            self._copies.enter(station.folder)
            try:
                return station, ready_of(station, self._line.online)
            except BaseException:
                station.close()
                raise

        self._work.submit(act, self._opened, self._opening.fail)

    def _connect(self) -> None:
        bind_face_keys(self.face, self.window)
        self._opening.wanted.connect(self._open)
        self.bridge.scanner_changed.connect(self._scanner_changed)
        self.bridge.camera_changed.connect(self._camera_changed)
        self.bridge.preview_came.connect(self._preview_came)
        self.bridge.connection_changed.connect(self._connection_changed)

    def _camera_changed(self, state: CameraState) -> None:
        self._camera_state = state
        if self.first_run is not None:
            self.first_run.show_camera(state)
        for view in self._views():
            view.show_camera(state)

    def _scanner_changed(self, state: SerialState) -> None:
        self._scanner_state = state
        if self.first_run is not None:
            self.first_run.stand.show_scanner(state)
        for view in self._views():
            view.show_scanner(state)

    def _views(self) -> tuple[DeskView, ...]:
        return () if self.training is None or self._stopped else self.training.views

    def _preview_came(self) -> None:
        frame = self.bridge.newest_preview()
        if frame is not None and self.desk_view is not None:
            self.desk_view.clerk.scanbox.show_frame(frame)

    def _connection_changed(self, connection: Connection) -> None:
        if self.training is not None and not self._stopped:
            self.training.real.show_connection(connection)

    def _trouble(self, error: Exception) -> None:
        if self.desk_view is not None:
            self.desk_view.strip.show_trouble(error)

    def _menu(self) -> MenuButton:
        self.menu = menu = MenuButton(
            self.face,
            self.boxes.show_guide,
            self.boxes.show_about,
            self._camera,
            self._show_test,
            self._train,
            self.sounds,
        )
        menu.hold(
            ScannerMenu(self.face, menu, self._picture_work, lambda: self._scanners.port, self._use_scanner)
        )
        return menu

    def _use_scanner(self, port: str) -> None:
        self._scanners.choose(port)
        if self._memory is not None:
            self._memory.keep_scanner(port)

    def _show_test(self) -> None:
        if self.first_run is not None:
            self.first_run.stand.show()
        if self.desk_view is not None:
            self.desk_view.show_test()

    def _train(self) -> None:
        if self.training is not None:
            self.training.toggle()

    def _listen(self, listening: bool) -> None:
        self.keys.listening = listening
