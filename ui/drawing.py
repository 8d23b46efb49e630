"""Line drawings for where there is nothing to read: in the ink of the theme with one accent, as the icons are.

They say nothing that is not said in words beside them, so a screen reader passes them over, and where texts are so large that the
room is theirs, or there is too little of it, they are not shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.face import Face
from ui.icons import drawn
from ui.theme import GRID

WIDE = 240
"""Pixels; half as high."""

_LARGEST = 1.5
"""Where texts are larger, the room is theirs."""


class Drawing(QLabel):
    """One of ``assets/drawings``, or none."""

    def __init__(self, face: Face, name: str = "") -> None:
        super().__init__()
        self._face = face
        self._name = name
        self._makes_room = False
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        face.restyled.connect(self._draw)
        self._draw()

    @property
    def name(self) -> str:
        """What is drawn; empty where nothing is."""
        return self._name if self.isVisible() else ""

    @property
    def takes(self) -> int:
        """Pixels of height that it would take, with the gap beside it, where it is not shown for want of room; else 0."""
        wanted = bool(self._name) and self._face.theme.factor < _LARGEST
        return WIDE // 2 + 2 * GRID if wanted and self._makes_room else 0

    def make_room(self, makes_room: bool) -> None:
        """The words around it need the room, or do not any more."""
        if makes_room is not self._makes_room:
            self._makes_room = makes_room
            self._draw()

    def show_drawing(self, name: str) -> None:
        """Show another one, or none."""
        if name != self._name:
            self._name = name
            self._draw()

    def _draw(self) -> None:
        shown = bool(self._name) and self._face.theme.factor < _LARGEST and not self._makes_room
        if shown:
            palette = self._face.theme.palette
            self.setPixmap(drawn(self._name, palette.soft, palette.accent, WIDE))
        else:
            self.clear()
        if self.parentWidget() is not None:
            self.setVisible(shown)
