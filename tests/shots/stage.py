"""A desk in its window for one state of the catalogue, on real files; and the hands that bring it there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sync.runner import Connection, Rhythm
from tests.ui.world import NOW, PIN, Theatre
from ui.clerk.flow import Patience
from ui.clerk.page import ClerkPage
from ui.deskview import DeskView, Times
from ui.face import Face
from ui.firstrun import FirstRun
from ui.opening import entrance
from ui.session import Session
from ui.window import SMALLEST, Window
from validator.domain.code import Source
from validator.store.keys import FileVault

SELDOM = Rhythm(interval=3600.0, gap=0.0, first=3600.0, longest=3600.0)
NEVER = Times(Patience(single=3_600_000, group=3_600_000), idle=3_600_000)
"""Nothing clears itself while it is looked at."""

LIMIT_MS = 20_000
SETTLING = 12
"""Rounds of events until a new size has gone through all layouts."""

Begin = Callable[[Path], Theatre]


def evening(folder: Path) -> Theatre:
    """The usual evening: an enrolled desk with a list, numbers of tickets and a manager's PIN; its hub does not answer."""
    return Theatre(folder).set_up().with_pin()


def nothing(folder: Path) -> Theatre:
    """An empty folder: the first run."""
    return Theatre(folder, vault=FileVault(folder))


@dataclass
class Files:
    """What desks begin with, each filled once and then copied.

    Args:
        folder: an empty folder of one's own.
    """

    folder: Path
    _filled: dict[Begin, Theatre] = field(default_factory=dict)
    _made: int = 0

    def of(self, begin: Begin) -> Theatre:
        """A copy of its own for one desk."""
        if begin not in self._filled:
            self._filled[begin] = begin(self._new_folder())
        filled = self._filled[begin]
        folder = self._new_folder()
        shutil.copytree(filled.folder, folder, dirs_exist_ok=True)
        vault = None if filled.vault is None else FileVault(folder)
        return Theatre(folder, vault=vault)

    def _new_folder(self) -> Path:
        self._made += 1
        folder = self.folder / str(self._made)
        folder.mkdir()
        return folder


@dataclass
class Stage:
    """One desk in its window.

    Attributes:
        theatre: its files, for what a hub or another program of the house writes there.
    """

    app: QApplication
    session: Session
    theatre: Theatre

    @property
    def face(self) -> Face:
        return self.session.face

    @property
    def window(self) -> Window:
        return self.session.window

    @property
    def view(self) -> DeskView:
        """The open desk."""
        view = self.session.desk_view
        if view is None:
            raise RuntimeError("the desk is not open")
        return view

    @property
    def clerk(self) -> ClerkPage:
        """The clerk's page of the open desk."""
        return self.view.clerk

    @property
    def first_run(self) -> FirstRun:
        """The first run's page."""
        page = self.session.first_run
        if page is None:
            raise RuntimeError("the first run is not shown")
        return page

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the program run until something holds.

        Raises:
            RuntimeError: it does not come to hold.
        """
        wait(self.app, holds)

    def settled(self) -> None:
        """Wait for the answer to whatever was asked last; cards that wait go on waiting."""
        self.until(lambda: not self.clerk.flow.turn.busy)

    def show(self, *codes: str) -> None:
        """Cards come in by the camera, one after the other."""
        for code in codes:
            self.clerk.flow.scan(code, Source.CAMERA)
            self.settled()

    def give(self) -> None:
        """Enter, and it is in the list."""
        before = len(self.clerk.given.rows)
        self.clerk.flow.confirm()
        self.until(lambda: len(self.clerk.given.rows) > before)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the focus is."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def online(self) -> None:
        """The hub answers, as the line to it would tell."""
        self.session.bridge.on_connection(Connection(online=True, since=NOW, heard_at=NOW))
        self.let_settle()

    def offline(self) -> None:
        """The hub does not answer any more, as the line to it would tell."""
        self.session.bridge.on_connection(Connection(online=False, since=NOW, reason="hub_unreachable"))
        self.let_settle()

    def enter_manager(self) -> None:
        """F10 and the PIN."""
        self.view.show_manager()
        self.view.manager.door.try_pin(PIN)
        self.until(lambda: self.view.manager.table.currentIndex().isValid())
        self.let_settle()

    def let_settle(self) -> None:
        """Let events and layouts run out."""
        settle(self.app)


@contextmanager
def staged(
    app: QApplication, face: Face, theatre: Theatre, *, passphrase: bool = False, times: Times = NEVER
) -> Iterator[Stage]:
    """A window on these files: an open desk, the first run where there is none, or the question for a passphrase.

    It is as small as it may be, where everything is hardest.
    """
    session = Session(
        app,
        face,
        theatre.open,
        entrance=entrance(face, passphrase=passphrase),
        times=times,
        rhythm=SELDOM,
    )
    session.window.resize(SMALLEST)
    heard: list[Connection] = []
    session.bridge.connection_changed.connect(heard.append)
    session.start()
    session.window.activateWindow()
    try:
        made = Stage(app, session, theatre)
        if not passphrase:
            made.until(lambda: session.first_run is not None or (_is_ready(session) and _has_tried(heard)))
            made.until(session.window.isActiveWindow)
        made.let_settle()
        yield made
    finally:
        session.stop()
        session.window.deleteLater()
        # At once: what is only marked to go would be dressed anew with every state after it.
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle(app: QApplication) -> None:
    """Let events and layouts run out."""
    for _ in range(SETTLING):
        app.sendPostedEvents()
        app.processEvents()


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
            raise RuntimeError("the state does not come about")


def _has_tried(heard: list[Connection]) -> bool:
    """Whether the loop to the hub made its first try, and will say nothing more by itself."""
    return bool(heard) and not heard[-1].working and heard[-1].since is not None


def _is_ready(session: Session) -> bool:
    """Whether the lists are there, and what stands in the bottom line."""
    view = session.desk_view
    if view is None or not view.strip.text:
        return False
    clerk = view.clerk
    return clerk.scanbox.helps and clerk.today.listed and clerk.scanbox.field.hasFocus()
