"""What stands above a page while things are not as usual: words, and the way back beside them as far as there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.parts import column, frame
from ui.theme import GRID
from ui.wrapping import WrappingRow


def band(*row: QWidget, below: tuple[QWidget, ...] = ()) -> QVBoxLayout:
    """A coloured band: parts beside each other, others below them."""
    beside = WrappingRow(gap=2 * GRID)
    for part in row:
        beside.addWidget(part)
    inside = QWidget()
    inside.setLayout(beside)
    inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    margin = (2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
    return column(frame("training", column(inside, *below, gap=GRID // 2, margin=margin)), gap=0)
