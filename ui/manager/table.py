"""The manager's table as a model: days downwards, whole venues and offers across; in each cell a number, what is given and left.

Below a day stand its performances, each with a cell in its offer's column: those that have something set, or all once the day is
opened. The other cells of such a row are no cells: nobody gets there, and they say nothing.

A typed number or a moved switch is shown at once and becomes valid when the desk has booked it; a text that is no number changes
nothing and is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.face import Face
from ui.manager.targets import figure, switches, target_name
from ui.operations import Quotas
from validator.desk import QuotaCell, QuotaTarget, quota_key
from validator.domain.network import Offer, Performance, Venue
from validator.domain.numbers import Number
from validator.domain.quota import MOST_TICKETS, QuotaKey

CELL = Qt.ItemDataRole.UserRole

_FOLDED, _UNFOLDED = "▸ ", "▾ "

Index = QModelIndex | QPersistentModelIndex

_NOTHING = Quotas((), (), (), {}, frozenset())


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell for the delegate.

    Attributes:
        held: whether there is anything to go to on that day.
        saving: whether what was typed waits to be booked.
    """

    cell: QuotaCell
    held: bool
    saving: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A day, or one of its performances."""

    day: date
    show: Performance | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by what it is of."""

    row: Row
    column: Venue | Offer


class QuotaModel(QAbstractTableModel):
    """The table.

    Signals:
        typed: a `QuotaTarget`, a day and the number (None for none) that is to hold there.
        refused_text: what was typed is no number.
    """

    typed = Signal(object, object, object)
    refused_text = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._quotas = _NOTHING
        self._rows: tuple[Row, ...] = ()
        self._open: frozenset[date] = frozenset()
        self._saving: Mapping[QuotaKey, QuotaCell] = {}
        face.reworded.connect(self._reworded)

    def has_place_for(self, quotas: Quotas) -> bool:
        """Whether these are the days, performances and columns that are shown."""
        return self._rows_of(quotas, ()) == self._rows and quotas.columns == self._quotas.columns

    def put(self, quotas: Quotas) -> None:
        """Show these."""
        same = self.has_place_for(quotas)
        if not same:
            self.beginResetModel()
        self._quotas, self._saving, self._rows = quotas, {}, self._rows_of(quotas, ())
        if not same:
            self.endResetModel()
        else:
            self._all_changed()

    def unfold(self, day: date) -> bool:
        """Show a day's performances, or only those with something set again; whether it has any at all."""
        if not _shows(self._quotas, day):
            return False
        self._fold(self._open ^ {day})
        return True

    def fold(self) -> None:
        """Show no more performances than have something set."""
        self._fold(frozenset())

    @property
    def days(self) -> tuple[int, ...]:
        """The rows that are whole days."""
        return tuple(at for at, row in enumerate(self._rows) if row.show is None)

    def is_unfolded(self, day: date) -> bool:
        """Whether all performances of a day are shown."""
        return day in self._open

    def move(self, index: Index, number: Number) -> None:
        """Show a cell's switches as they are being booked."""
        shown = self.shown(index)
        if shown is not None:
            self._save(index, replace(shown.cell, sold_out=number.sold_out, mode=number.mode))

    def place_of(self, index: Index) -> Place | None:
        """What an index means, whatever stands before it later."""
        return (
            Place(self._rows[index.row()], self._quotas.columns[index.column()]) if index.isValid() else None
        )

    def index_of(self, place: Place | None) -> QModelIndex:
        """The cell of a place; of its day where its performance is not shown, and today's first offer where nothing of it is."""
        columns = self._quotas.columns
        if place is not None and place.column in columns:
            for row in (place.row, Row(place.row.day)):
                if row in self._rows:
                    return self.index(self._rows.index(row), columns.index(place.column))
        return self.index(0, min(self.houses, len(columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._quotas.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.shown(index) is None:
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
            told = ", ".join(filter(None, (self.number(shown), self.detail(shown), self.heard(shown))))
            return f"{self._name(shown.cell)}: {told}"
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
        cell = shown.cell
        if number == cell.value:
            return True
        self._save(index, replace(cell, value=number, reach=None))
        self.typed.emit(cell.target, cell.visit, number)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if orientation is Qt.Orientation.Horizontal:
            columns = self._quotas.columns
            return self._column_name(section, spoken=spoken) if section < len(columns) else None
        if section >= len(self._rows):
            return None
        return self._row_name(self._rows[section], spoken=spoken)

    def shown(self, index: Index) -> Shown | None:
        """The cell at a place; None where there is none."""
        place = self.place_of(index)
        if place is None:
            return None
        row, target = place.row, place.column
        if row.show is None:
            key = quota_key(target, row.day)
        elif isinstance(target, Offer) and target.id == row.show.offer:
            key = quota_key(row.show, row.day)
        else:
            return None
        cell = self._saving.get(key, self._quotas.cells[key])
        return Shown(cell, key in self._quotas.held, key in self._saving)

    def house_of(self, target: QuotaTarget) -> Venue | None:
        """The venue that a cell's number is part of."""
        offer = self._offer_of(target) if isinstance(target, Performance) else target
        house = offer.venue if isinstance(offer, Offer) else "" if offer is None else offer.id
        return next(
            (each for each in self._quotas.columns if isinstance(each, Venue) and each.id == house), None
        )

    def number(self, shown: Shown) -> str:
        """The quota itself; a dash where there is none."""
        return figure(self._face, shown.cell.value)

    def switched(self, shown: Shown) -> str:
        """Where its switches stand, as far as that is worth a word."""
        cell = shown.cell
        return " · ".join(switches(self._face, Number(cell.value, cell.mode, cell.sold_out)))

    def counted(self, shown: Shown) -> str:
        """Given and left, or by how many it is over, and what of that is at other desks."""
        say, cell = self._face.say, shown.cell
        on_its_way = [say("ui", "manager.on_its_way")] if cell.waiting else []
        if cell.reach is not None:
            on_its_way.append(say("ui", "manager.in_force", n=cell.reach.heard, k=cell.reach.desks))
        if cell.value is None and not cell.given and not cell.asked:
            return " · ".join(on_its_way)
        parts = [say("ui", "manager.given_count", n=cell.given)]
        if cell.over and cell.lent:
            parts.append(say("ui", "manager.lent", n=cell.lent))
        if cell.over:
            parts.append(say("ui", "manager.over", n=cell.over))
        elif cell.left is not None and not cell.sold_out:
            parts.append(say("ui", "today.left", n=cell.left))
        if cell.asked:
            parts.append(say("ui", "manager.asked", n=cell.asked))
        return " · ".join(parts + on_its_way)

    def brief(self, shown: Shown) -> str:
        """The one thing to know of it, where there is no room for more."""
        say, cell = self._face.say, shown.cell
        if cell.sold_out:
            return say("ui", "today.sold_out")
        if cell.over:
            return say("ui", "manager.over", n=cell.over)
        if cell.left is not None:
            return say("ui", "today.left", n=cell.left)
        return say("ui", "manager.given_count", n=cell.given) if cell.given else ""

    def heard(self, shown: Shown) -> str:
        """How many are at other desks, as of when; for who listens, or stays there with the mouse."""
        cell = shown.cell
        if cell.heard_at is None or (cell.value is None and not cell.lent):
            return ""
        return self._face.say("ui", "manager.lent_heard", n=cell.lent, time=cell.heard_at)

    def detail(self, shown: Shown) -> str:
        """All that stands below the number."""
        return " · ".join(filter(None, (self.switched(shown), self.counted(shown))))

    def _rows_of(self, quotas: Quotas, saving: Collection[QuotaKey]) -> tuple[Row, ...]:
        def rows() -> Iterator[Row]:
            for day in quotas.days:
                yield Row(day)
                for show in _shows(quotas, day):
                    key = quota_key(show, day)
                    if day in self._open or quotas.cells[key].is_set or key in saving:
                        yield Row(day, show)

        return tuple(rows())

    def _fold(self, unfolded: frozenset[date]) -> None:
        self.beginResetModel()
        self._open = unfolded
        self._rows = self._rows_of(self._quotas, self._saving)
        self.endResetModel()

    def _save(self, index: Index, cell: QuotaCell) -> None:
        self._saving = {**self._saving, cell.key: cell}
        self.dataChanged.emit(index, index)

    def _column_name(self, at: int, *, spoken: bool) -> str:
        """A house that is the only one here needs no name to be read."""
        columns = self._quotas.columns
        if isinstance(columns[at], Venue) and not spoken and self.houses == 1:
            return self._face.say("ui", "manager.whole")
        return target_name(self._face, columns[at])

    @property
    def houses(self) -> int:
        """How many venues this desk serves: the first offer stands behind their columns."""
        return sum(isinstance(each, Venue) for each in self._quotas.columns)

    def _row_name(self, row: Row, *, spoken: bool) -> str:
        if row.show is not None:
            return target_name(self._face, row.show, self._offer_of(row.show))
        day, shows = self._face.short_day(row.day), _shows(self._quotas, row.day)
        if not shows:
            return day
        if spoken:
            count = self._face.say("ui", "manager.show_count", n=len(shows))
            return f"{day}, {count}"
        return (_UNFOLDED if row.day in self._open else _FOLDED) + day

    def _offer_of(self, show: Performance) -> Offer | None:
        offers = (each for each in self._quotas.columns if isinstance(each, Offer))
        return next((offer for offer in offers if offer.id == show.offer), None)

    def _name(self, cell: QuotaCell) -> str:
        offer = self._offer_of(cell.target) if isinstance(cell.target, Performance) else None
        name = target_name(self._face, cell.target, offer)
        return self._face.say("ui", "manager.cell", offer=name, date=cell.visit)

    def _all_changed(self) -> None:
        if self._rows and self._quotas.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _reworded(self) -> None:
        if self._rows and self._quotas.columns:
            self._all_changed()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)


def _shows(quotas: Quotas, day: date) -> tuple[Performance, ...]:
    return tuple(show for visit, show in quotas.shows if visit == day)
