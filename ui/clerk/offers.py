"""The day's offers: time, name, what is left. The chosen one is what the next card gets.

The list keeps its choice while it is refreshed and narrowed, until it is told to `follow` what was typed. Where nothing is chosen,
or the choice is no longer there, it takes the one line that can be meant (`ui.clerk.meant`); where there are several it takes none.
While a card waits for the choice (`ask`), arrows only move, and nothing but `confirm` chooses.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from ui.clerk.meant import meant
from ui.clerk.offer_paint import HEADING, OfferPaint
from ui.clerk.offer_words import state, when
from ui.face import Face
from ui.lines import Index, Lines
from validator.desk import Choice, OfferLine

LINE = Qt.ItemDataRole.UserRole


class OfferModel(QAbstractListModel):
    """The lines of one day, those that fit the filter."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._all: tuple[OfferLine, ...] = ()
        self._lines: tuple[OfferLine, ...] = ()
        self._filter = ""
        face.reworded.connect(self._reworded)

    @property
    def lines(self) -> tuple[OfferLine, ...]:
        """What is listed."""
        return self._lines

    @property
    def every(self) -> tuple[OfferLine, ...]:
        """What there is, listed or not."""
        return self._all

    def put(self, lines: tuple[OfferLine, ...]) -> None:
        """List these."""
        self._all = lines
        self._apply()

    def narrow(self, text: str) -> None:
        """List only what has this text in its name or time."""
        self._filter = text.strip().casefold()
        self._apply()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            venue = f"{self._face.named(line.venue.names)}, " if self._several else ""
            name = self._face.named(line.offer.names)
            return f"{venue}{when(self._face, line)} {name}, {state(self._face, line)}"
        if role == HEADING:
            return self._heading(index.row())
        return None

    @property
    def _several(self) -> bool:
        """Whether this desk serves several venues on this day; one that serves one never sees any."""
        return len({line.venue.id for line in self._all}) > 1

    def _heading(self, row: int) -> str:
        line = self._lines[row]
        first = row == 0 or self._lines[row - 1].venue.id != line.venue.id
        return self._face.named(line.venue.names) if self._several and first else ""

    def _apply(self) -> None:
        places = list(dict.fromkeys(line.venue.id for line in self._all))
        ordered = sorted(self._all, key=lambda line: places.index(line.venue.id))
        fitting = tuple(line for line in ordered if self._filter in self._searched(line))
        if [line.choice for line in fitting] == [line.choice for line in self._lines]:
            self._lines = fitting
            self._reworded()
            return
        self.beginResetModel()
        self._lines = fitting
        self.endResetModel()

    def _searched(self, line: OfferLine) -> str:
        venue = self._face.named(line.venue.names) if self._several else ""
        return f"{when(self._face, line)} {self._face.named(line.offer.names)} {venue}".casefold()

    def _reworded(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))


class OfferList(Lines):
    """The list.

    Signals:
        chosen: the `OfferLine` that was chosen, or None where there is nothing to choose.
    """

    chosen = Signal(object)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._model = OfferModel(face)
        self._choice: Choice | None = None
        self._now: datetime | None = None
        self._asking = False
        self.setModel(self._model)
        self.setItemDelegate(OfferPaint(face, self))
        self.selectionModel().currentChanged.connect(self._current_changed)
        face.restyled.connect(self.scheduleDelayedItemsLayout)
        face.reworded.connect(self.scheduleDelayedItemsLayout)

    @property
    def line(self) -> OfferLine | None:
        """The chosen line."""
        return next((line for line in self._model.every if line.choice == self._choice), None)

    @property
    def lines(self) -> tuple[OfferLine, ...]:
        """What is listed, in its order."""
        return self._model.lines

    @property
    def count(self) -> int:
        """How many lines are listed."""
        return len(self._model.lines)

    @property
    def asking(self) -> bool:
        """Whether a card waits for the choice."""
        return self._asking

    def ask(self, asking: bool) -> None:
        """A card waits for the choice, or no longer does."""
        if asking and not self._asking and not self.currentIndex().isValid():
            may_be = meant(self._model.lines, self._now)
            self._asking = True
            self._show(may_be[0].choice if may_be else None)
        self._asking = asking

    def confirm(self) -> None:
        """The line at the highlight is the one."""
        line = self.currentIndex().data(LINE)
        if isinstance(line, OfferLine):
            self._asking = False
            self._tell(line)

    def put(self, lines: tuple[OfferLine, ...], now: datetime | None = None) -> None:
        """List the lines of a day.

        Args:
            lines: performances by time first.
            now: aware, where the day is today.
        """
        self._now = now
        self._model.put(lines)
        self._keep_choice(self.line)

    def narrow(self, text: str) -> None:
        """List only what fits; what was chosen stays so."""
        self._model.narrow(text)
        self._show(self._choice)

    def follow(self) -> None:
        """What was chosen and is listed no more is no choice any longer; the only one that can be meant is."""
        self._keep_choice(self.line if self.line in self._model.lines else None)

    def choose(self, choice: Choice) -> None:
        """Choose a line."""
        self._show(choice)

    def _show(self, choice: Choice | None) -> None:
        for row, line in enumerate(self._model.lines):
            if line.choice == choice:
                self.setCurrentIndex(self._model.index(row))
                self.scrollTo(self._model.index(row))

    def _keep_choice(self, kept: OfferLine | None) -> None:
        may_be = meant(self._model.lines, self._now)
        if kept is None and len(may_be) == 1 and not self._asking:
            kept = may_be[0]
        if kept is None:
            if not self._asking:
                self.setCurrentIndex(QModelIndex())
            elif may_be and not self.currentIndex().isValid():  # other lines came: Enter still means one
                self._show(may_be[0].choice)
            self._tell(None)
        else:
            self._asking = False
            self.choose(kept.choice)
            self._tell(kept)

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = current.data(LINE)
        if isinstance(line, OfferLine) and not self._asking:
            self._tell(line)

    def _tell(self, line: OfferLine | None) -> None:
        self._choice = None if line is None else line.choice
        self.chosen.emit(line)
