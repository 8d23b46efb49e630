"""One desk in a real window on real files, offscreen, with a keyboard whose rhythm the test sets."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sync.runner import Rhythm
from tests.ui.world import Theatre
from ui.clerk.flow import Flow
from ui.clerk.page import ClerkPage
from ui.clerk.turn import Stage, Turn
from ui.deskview import DeskView, Times
from ui.face import Face
from ui.session import Session
from ui.theme import Mode
from ui.work import When
from validator.desk import Look
from validator.domain.code import Source

SELDOM = Rhythm(interval=3600.0, gap=0.0, first=3600.0, longest=3600.0)
PATIENCE = 10_000
SLOW, FAST = 300.0, 8.0
"""Milliseconds between two keys: somebody types; a scanner types."""


@dataclass
class Keyboard:
    """Presses keys in the window, each so many milliseconds after the one before."""

    at: float = 10_000.0
    window: Callable[[], object] = field(default=lambda: None)

    def instant(self, _event: QKeyEvent) -> float:
        return self.at

    def press(self, key: Qt.Key, gap: float = SLOW, modifier: Qt.KeyboardModifier | None = None) -> None:
        """One key that types nothing, or Enter."""
        self.at += gap
        QTest.keyClick(self.window(), key, modifier or Qt.KeyboardModifier.NoModifier)  # type: ignore[call-overload]

    def type(self, text: str, gap: float = SLOW) -> None:
        """Signs, one after the other."""
        for sign in text:
            self.at += gap
            QTest.keyClick(self.window(), sign)  # type: ignore[call-overload]

    def scan(self, text: str, *, enter: bool = True) -> None:
        """A hand scanner's burst."""
        self.at += SLOW
        self.type(text, FAST)
        if enter:
            self.press(Qt.Key.Key_Return, FAST)


@dataclass
class Clerk:
    """Somebody at the clerk's page: does things and waits for what comes of them."""

    bot: QtBot
    session: Session
    keys: Keyboard

    @property
    def view(self) -> DeskView:
        view = self.session.desk_view
        assert view is not None
        return view

    @property
    def page(self) -> ClerkPage:
        return self.view.clerk

    @property
    def flow(self) -> Flow:
        return self.page.flow

    @property
    def turn(self) -> Turn:
        return self.flow.turn

    @property
    def look(self) -> Look:
        look = self.turn.look
        assert look is not None
        return look

    @property
    def reason(self) -> str:
        return self.look.verdict.main.reason

    @property
    def card(self) -> str:
        """The last signs of the card on the screen; empty where none is answered for."""
        card = None if self.turn.look is None else self.turn.look.card
        return "" if card is None else card.masked[-4:]

    @property
    def voided(self) -> list[bool]:
        """Of each line of what was given, newest first."""
        return [line.voided for line in self.page.given.rows]

    def until(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds, timeout=PATIENCE)

    def settled(self) -> None:
        """Wait for the answer to whatever was asked last; cards that wait for this customer go on waiting."""
        self.until(lambda: not self.turn.busy)

    def refreshed(self) -> None:
        """Wait until the page knows whatever it asked for to stay fresh."""
        done: list[None] = []
        self.session._work.submit(lambda: None, done.append, when=When.IDLE)  # noqa: SLF001  behind all of it
        self.until(lambda: bool(done))

    def show(self, code: str, source: Source = Source.CAMERA) -> str:
        """A card comes in; what the desk says to it."""
        self.flow.scan(code, source)
        self.settled()
        return self.reason

    def scan(self, code: str) -> str:
        """A card comes in by the hand scanner's keys."""
        self.keys.scan(code)
        self.settled()
        return self.reason

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.keys.press(key, modifier=modifier)
        self.settled()

    def give(self) -> None:
        """Enter, and the ticket is in the list."""
        before = len(self.page.given.rows)
        self.press(Qt.Key.Key_Return)
        assert self.turn.stage is Stage.GIVEN
        self.until(lambda: len(self.page.given.rows) == before + 1)


@pytest.fixture(scope="session")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of an enrolled desk whose hub does not answer: each test gets its own copy."""
    return Theatre(tmp_path_factory.mktemp("enrolled")).set_up().folder


@pytest.fixture(scope="session")
def enrolled_with_pin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a manager's PIN; a module whose tests want one takes it for its ``enrolled``."""
    return Theatre(tmp_path_factory.mktemp("with_pin")).set_up().with_pin().folder


@pytest.fixture
def theatre(tmp_path: Path, enrolled: Path) -> Theatre:
    """The files of an enrolled desk whose hub does not answer."""
    return copied(enrolled, tmp_path)


def copied(enrolled: Path, folder: Path) -> Theatre:
    """A desk of the same files."""
    shutil.copytree(enrolled, folder, dirs_exist_ok=True)
    return Theatre(folder)


@pytest.fixture
def face(qapp: QApplication) -> Iterator[Face]:
    """Finnish, light, plain size."""
    face = Face(qapp, "fi", Mode.LIGHT)
    yield face
    face.close()


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def times(keyboard: Keyboard) -> Times:
    """As in earnest, but for the keys' instants."""
    return Times(instant=keyboard.instant)


@pytest.fixture
def session(
    qtbot: QtBot, qapp: QApplication, face: Face, theatre: Theatre, times: Times, keyboard: Keyboard
) -> Iterator[Session]:
    """The program's window, open, with its first lists shown."""
    session = Session(qapp, face, theatre.open, times=times, rhythm=SELDOM)
    keyboard.window = session.window.windowHandle
    session.start()
    yield session
    session.stop()
    session.window.deleteLater()


@pytest.fixture
def clerk(qtbot: QtBot, session: Session, keyboard: Keyboard) -> Clerk:
    """The clerk, ready for the first customer, who has no connection."""
    qtbot.waitUntil(lambda: session.desk_view is not None, timeout=PATIENCE)
    clerk = Clerk(qtbot, session, keyboard)
    session.window.activateWindow()
    clerk.until(session.window.isActiveWindow)
    clerk.until(lambda: clerk.page.scanbox.helps and clerk.page.scanbox.field.hasFocus())
    clerk.until(
        lambda: clerk.flow.choice is not None and bool(session.desk_view and session.desk_view.strip.text)
    )
    return clerk
