"""Short lines beside a verdict, each behind the same small icon."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.face import Face
from ui.parts import Sign, Words, column, line
from ui.theme import GRID, Tone

_SIGN = 18


class Notes(QWidget):
    """Lines of text; as many as are shown, and no room when there are none."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._rows: list[tuple[QWidget, Words]] = []
        self._column = column(gap=GRID // 2)
        self.setLayout(self._column)

    def show_notes(self, texts: Sequence[str]) -> None:
        """Show these."""
        while len(self._rows) < len(texts):
            self._rows.append(self._new_row())
        for at, (row, words) in enumerate(self._rows):
            row.setVisible(at < len(texts))
            words.setText(texts[at] if at < len(texts) else "")
        self.setVisible(bool(texts))

    def _new_row(self) -> tuple[QWidget, Words]:
        words = Words("soft")
        row = QWidget()
        row.setLayout(line(column(Sign(self._face, "note", Tone.NOTE, _SIGN), 1), words, gap=GRID))
        self._column.addWidget(row)
        return row, words
