"""A dialog that stands beside the window, which goes on meanwhile. Its texts scroll where they are higher than the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QWidget

from ui.contacts import contact_lines
from ui.face import Face
from ui.parts import Button, Words, column, is_sign, line
from ui.scroller import Scroller
from ui.theme import FOCUS, GRID
from validator.desk import Contacts


class Beside(QDialog):
    """A title, some texts, whom to ask, and a button that closes it."""

    def __init__(
        self, face: Face, parent: QWidget, head: QLayout | Words, texts: list[Words], gap: int
    ) -> None:
        super().__init__(parent)
        self._face, self._window = face, parent
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._close = Button(self.accept, "primary")
        self._contacts = Contacts()
        self._ask = Words("soft")
        self._inside = QWidget()
        side = 4 * GRID
        self._column = column(head, *texts, self._ask, 1, gap=gap, margin=(side, side, side, 2 * GRID))
        self._inside.setLayout(self._column)
        self._inside.installEventFilter(self)
        foot = line(1, self._close)
        foot.setContentsMargins(side, 0, side, 3 * GRID)
        self._area = Scroller(self._inside)
        self.setLayout(column(self._area, foot, gap=2 * GRID))
        self.windowTitleChanged.connect(self._area.setAccessibleName)
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)

    @property
    def whom_to_ask(self) -> str:
        """The contacts that it names."""
        return self._ask.text()

    def show_contacts(self, contacts: Contacts) -> None:
        """Whom to ask."""
        self._contacts = contacts
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A sign that nothing here takes begins a code in the window, which comes to the front."""
        window = self._window.window()
        if is_sign(event):
            window.activateWindow()
            focus: QWidget | None = window.focusWidget()
            QApplication.sendEvent(window if focus is None else focus, event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        self._close.say(self._face.say("ui", "action.close"), "Esc")
        self._ask.say("\n".join(contact_lines(self._face, self._contacts)))

    def _measure(self) -> None:
        """As wide as a text is read well, as high as it is, and no higher than the window."""
        width = min(self._face.theme.pixels(64 * GRID), 116 * GRID)
        high = (
            self._column.heightForWidth(width - 2 * FOCUS)
            + 2 * FOCUS
            + 5 * GRID
            + self._close.sizeHint().height()
        )
        self.setFixedWidth(width)
        self.resize(width, min(high, self._window.window().height()))
