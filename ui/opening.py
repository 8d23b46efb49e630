"""What is in the window before a desk is: its files are being opened, want a passphrase, or cannot be opened and why.

It is shown before most of the program is loaded; a passphrase that is entered before then waits.
"""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.face import Face
from ui.parts import Button, Field, Words, column, frame, line
from ui.theme import GRID
from ui.window import Window

_WIDTH = 72 * GRID
Entrance: TypeAlias = "tuple[Window, Opening]"
"""A window, and the page that it holds until the desk is open."""

_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Opening(QWidget):
    """The page.

    Signals:
        wanted: open the files, with this passphrase where one was asked for.
    """

    wanted = Signal(str)

    def __init__(self, face: Face, *, passphrase: bool = False) -> None:
        super().__init__()
        self._face = face
        self._asks = passphrase
        self._busy = not passphrase
        self._begun = False
        self._error: Exception | None = None
        self._title = Words("title")
        self._label = Words("soft")
        self._passphrase = Field()
        self._label.setBuddy(self._passphrase)
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.setVisible(passphrase)
        self._go = Button(self._want, "primary")
        field = column(self._label, self._passphrase, gap=GRID // 2)
        inner = column(self._title, field, line(self._go, 1), gap=2 * GRID)
        inner.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        self._panel = frame("panel", inner)
        self.setLayout(column(1, line(1, self._panel, 1), 2))
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)
        self._measure()
        self._say()

    @property
    def text(self) -> str:
        """What it says."""
        return self._title.text()

    def begin(self) -> None:
        """Open, once there is a passphrase if one is asked for."""
        self._begun = True
        if self._asks and not self._busy:
            self._passphrase.setFocus()
        else:
            self._busy = False
            self._want()

    def fail(self, error: Exception) -> None:
        """The files cannot be opened; it may be tried again."""
        self._error, self._busy = error, False
        self._say()
        (self._passphrase if self._asks else self._go).setFocus()

    def take_text(self, text: str) -> None:
        """Signs that came in one go, as from a program that keeps passphrases; whoever typed them presses Enter."""
        if self._asks and not self._busy:
            self._passphrase.insert(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self._want()
        else:
            super().keyPressEvent(event)

    def _want(self) -> None:
        if self._busy or (self._asks and not self._passphrase.text()):
            return
        self._busy, self._error = True, None
        self._say()
        if self._begun:
            self.wanted.emit(self._passphrase.text())
            self._passphrase.clear()

    def _say(self) -> None:
        say = self._face.say
        if self._error is not None:
            self._title.setText(self._face.problem(self._error))
        elif self._busy:
            self._title.setText(say("ui", "opening.busy"))
        else:
            self._title.setText(say("ui", "opening.passphrase"))
        name = say("ui", "opening.passphrase")
        self._passphrase.setAccessibleName(name)
        # Where the title says what to type, once is enough.
        self._label.say(name if self._asks and self._title.text() != name else "")
        self._go.say(say("ui", "first_run.retry" if self._error is not None else "pin.open"), "⏎")
        self._go.setVisible(not self._busy)

    def _measure(self) -> None:
        self._panel.setFixedWidth(min(self._face.theme.pixels(_WIDTH), 116 * GRID))


def entrance(face: Face, *, passphrase: bool = False) -> Entrance:
    """A window with this page, yet to be shown."""
    window, page = Window(face), Opening(face, passphrase=passphrase)
    window.hold(page)
    return window, page
