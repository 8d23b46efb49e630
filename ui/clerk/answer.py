"""Where the answer stands: what is said above, who comes along and what can be done below, always in sight.

What is said scrolls where texts are large, by PageUp and PageDown from wherever the focus is: it never has the keys itself. A
manager's reasons scroll with it: five of them in large letters leave no room beside them. The other way to have a customer's
tickets, a booking, stands beside who comes along, so that the buttons keep to one line.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.parts import column
from ui.scroller import PAGES, Scroller
from ui.sheet import give_role
from ui.theme import GRID
from ui.wrapping import WrappingRow


class AnswerPanel(QFrame):
    """The panel.

    Args:
        said: what scrolls.
        asked: scrolls with it, at its lower end; what has the focus there is kept in sight.
        below: stand below it, in their order; a list of them stands beside each other, the last at the right end.
    """

    def __init__(self, said: QWidget, asked: QWidget, *below: QWidget | tuple[QWidget, ...]) -> None:
        super().__init__()
        give_role(self, "panel")
        inside = QWidget()
        inside.setLayout(column(said, 1, asked, gap=GRID))
        self._area = Scroller(inside, keys=False)
        parts = (_beside(part) if isinstance(part, tuple) else part for part in below)
        margin = (3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self.setLayout(column(self._area, *parts, gap=GRID + GRID // 2, margin=margin))
        self._asked = asked
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def reveal(self, part: QWidget) -> None:
        """Scroll so far that a part can be seen."""
        self._area.reveal(part)

    def turn_page(self, pressed: int) -> bool:
        """PageUp or PageDown; whether it was one of them."""
        return self._area.step(pressed, PAGES)

    def _follow(self, _before: QWidget | None, focus: QWidget | None) -> None:
        if focus is not None and self._asked.isAncestorOf(focus):
            self.reveal(self._asked)  # as much of it as there is room for
            self.reveal(focus)


def _beside(parts: tuple[QWidget, ...]) -> WrappingRow:
    row = WrappingRow(gap=GRID + GRID // 2, apart=True)
    for part in parts:
        row.addWidget(part)
    return row
