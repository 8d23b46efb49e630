"""Line drawings for where there is nothing to read: in the ink of the theme with one accent, as the icons are.

They say nothing that is not said in words beside them, so a screen reader passes them over, and where texts are so large that the
room is theirs they are not shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.face import Face
from ui.icons import drawn

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
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        face.restyled.connect(self._draw)
        self._draw()

    @property
    def name(self) -> str:
        """What is drawn; empty where nothing is."""
        return self._name if self.isVisible() else ""

    def show_drawing(self, name: str) -> None:
        """Show another one, or none."""
        if name != self._name:
            self._name = name
            self._draw()

    def _draw(self) -> None:
        shown = bool(self._name) and self._face.theme.factor < _LARGEST
        if shown:
            palette = self._face.theme.palette
            self.setPixmap(drawn(self._name, palette.soft, palette.accent, WIDE))
        else:
            self.clear()
        if self.parentWidget() is not None:
            self.setVisible(shown)
