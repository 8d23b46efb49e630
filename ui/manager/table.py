"""The manager's table as a model: the coming days downwards, the offers across; in each cell a number, what is given and left.

A typed number is shown at once and becomes valid when the desk has booked it; a text that is no number changes nothing and is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.face import Face
from ui.operations import Quotas
from validator.desk import QuotaCell
from validator.domain.network import Offer
from validator.domain.quota import MOST_TICKETS

CELL = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell for the delegate.

    Attributes:
        held: whether there is anything to go to on that day.
        saving: whether the number waits to be booked.
    """

    cell: QuotaCell
    held: bool
    saving: bool


class QuotaModel(QAbstractTableModel):
    """The table.

    Signals:
        typed: an `Offer`, a day and the number (None for none) that is to hold there; ``sold_out`` as it stood.
        refused_text: what was typed is no number.
    """

    typed = Signal(object, object, object, bool)
    refused_text = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._days: tuple[date, ...] = ()
        self._offers: tuple[Offer, ...] = ()
        self._cells: dict[tuple[str, date], QuotaCell] = {}
        self._held: frozenset[tuple[str, date]] = frozenset()
        self._saving: dict[tuple[str, date], int | None] = {}
        face.reworded.connect(self._reworded)

    def has_place_for(self, quotas: Quotas) -> bool:
        """Whether these are the days and offers that are shown."""
        return quotas.days == self._days and tuple(offer for offer, _ in quotas.rows) == self._offers

    def put(self, quotas: Quotas) -> None:
        """Show these."""
        offers = tuple(offer for offer, _ in quotas.rows)
        same = self.has_place_for(quotas)
        if not same:
            self.beginResetModel()
        self._days, self._offers, self._held = quotas.days, offers, quotas.held
        self._cells = {(offer.id, cell.visit): cell for offer, cells in quotas.rows for cell in cells}
        self._saving.clear()
        if not same:
            self.endResetModel()
        elif offers and quotas.days:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._days) - 1, len(offers) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._offers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self.shown(index)
        if shown is None:
            return None
        if role == CELL:
            return shown
        value = shown.cell.value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return "" if value is None else str(value)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self._name(shown.cell)}: {self.number(shown)}, {self.detail(shown)}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        shown = self.shown(index)
        if role != Qt.ItemDataRole.EditRole or shown is None:
            return False
        text = str(value).strip()
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
        if text and (number is None or number > MOST_TICKETS):
            self.refused_text.emit()
            return False
        if number == shown.cell.value:
            return True
        offer, day = shown.cell.offer, shown.cell.visit
        self._saving[(offer.id, day)] = number
        self.dataChanged.emit(index, index)
        self.typed.emit(offer, day, number, shown.cell.sold_out)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._face.named(self._offers[section].names) if section < len(self._offers) else None
        return self._face.short_day(self._days[section]) if section < len(self._days) else None

    def shown(self, index: Index) -> Shown | None:
        """The cell at a place."""
        if not (0 <= index.row() < len(self._days) and 0 <= index.column() < len(self._offers)):
            return None
        key = (self._offers[index.column()].id, self._days[index.row()])
        cell = self._cells[key]
        if key in self._saving:
            value = self._saving[key]
            left = None if value is None else max(0, value - cell.given)
            over = 0 if value is None else max(0, cell.given - value)
            cell = QuotaCell(cell.offer, cell.visit, value, cell.given, left, over, cell.sold_out, cell.asked)
        return Shown(cell, key in self._held, key in self._saving)

    def number(self, shown: Shown) -> str:
        """The quota itself; a dash where there is none."""
        return "–" if shown.cell.value is None else self._face.formats.number(shown.cell.value)

    def detail(self, shown: Shown) -> str:
        """Given and left, or by how many it is over."""
        say, cell = self._face.say, shown.cell
        if cell.value is None and not cell.given and not cell.asked:
            return ""
        parts = [say("ui", "manager.given_count", n=cell.given)]
        if cell.over:
            parts.append(say("ui", "manager.over", n=cell.over))
        elif cell.left is not None:
            parts.append(say("ui", "today.left", n=cell.left))
        if cell.asked:
            parts.append(say("ui", "manager.asked", n=cell.asked))
        return " · ".join(parts)

    def _name(self, cell: QuotaCell) -> str:
        return self._face.say("ui", "manager.cell", offer=self._face.named(cell.offer.names), date=cell.visit)

    def _reworded(self) -> None:
        if self._days and self._offers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._days) - 1, len(self._offers) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._offers) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._days) - 1)
