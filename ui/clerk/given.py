"""What was given today at this desk, newest first, each line with its honest state, and a way to undo it.

Undoing is a button in the line, or Delete on the chosen line; it is a new entry, never a deletion, so nobody is asked "are you
sure?".
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.clerk.given_paint import GivenPaint
from ui.face import Face
from ui.lines import Index, Lines
from ui.operations import Given
from ui.parts import Button, Words, announce, column, line
from ui.theme import GRID, TARGET
from ui.words import GIVING_STATES, giving_state
from validator.desk import GivenLine
from validator.domain.network import Names

_UNDO_KEYS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class GivenModel(QAbstractListModel):
    """The lines.

    Signals:
        restated: lines have come to other states, in which they are as high as before.
    """

    restated = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._given = Given((), {})
        self._states: tuple[str, ...] = ()
        self.practises = False
        face.reworded.connect(self._reworded)

    @property
    def lines(self) -> tuple[GivenLine, ...]:
        """The lines, newest first."""
        return self._given.lines

    def put(self, given: Given) -> bool:
        """Take these; whether lines came or went."""
        if given == self._given:
            return False
        before, after = [row.giving for row in self._given.lines], [row.giving for row in given.lines]
        if before == after:
            named, self._given = given.names == self._given.names, given
            if named and not QAccessible.isActive():
                self.restated.emit()
            else:  # a screen reader has to hear of it, and to tell it has the list measure all of its lines
                self._reworded()
            return False
        self.beginResetModel()
        self._given = given
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._given.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._given.lines):
            return None
        row = self._given.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._face.formats.hour(row.at)} {self.name(row)}, {self.detail(row)}"
        return None

    def name(self, row: GivenLine) -> str:
        """What was given for, and the day, where it is not that of the giving."""
        names, day = self.name_of(row), self._face.short_day(row.choice.visit)
        if names is None:
            return day
        same = row.at.astimezone(self._face.formats.zone).date() == row.choice.visit
        return self._face.named(names) if same else f"{self._face.named(names)} · {day}"

    def name_of(self, row: GivenLine) -> Names | None:
        """What was given for; None where it is not known any more."""
        return self._given.names.get(row.choice.offer)

    def detail(self, row: GivenLine) -> str:
        """Card, tickets and state."""
        state = giving_state(row.state, voided=row.voided, practised=self.practises)
        return f"{self._beside(row)} · {self._face.say('state', state)}"

    def details(self, row: GivenLine) -> tuple[str, ...]:
        """The same in every state that the line may come to."""
        if not self._states:
            self._states = tuple(self._face.say("state", state) for state in GIVING_STATES)
        beside = self._beside(row)
        return tuple(f"{beside} · {state}" for state in self._states)

    def _beside(self, row: GivenLine) -> str:
        key = "given.group" if row.tickets.representatives else "given.tickets"
        return f"{row.masked} · {self._face.say('ui', key, n=row.tickets.total)}"

    def _reworded(self) -> None:
        self._states = ()
        if self._given.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._given.lines) - 1))


class GivenView(Lines):
    """The list itself.

    Signals:
        undone: the giving that is to be undone.
        laid: the lines have their places, or the list has another size.
    """

    undone = Signal(str)
    laid = Signal()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.laid.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        # A key of a line's own button comes by here too, and means nothing for the chosen line.
        on_line = self.hasFocus() and isinstance(row, GivenLine) and not row.voided
        if event.key() in _UNDO_KEYS and isinstance(row, GivenLine) and on_line:
            self.undone.emit(row.giving)
            return
        super().keyPressEvent(event)


class GivenPanel(QWidget):
    """The list with its title.

    Signals:
        undone: the giving that is to be undone.
    """

    undone = Signal(str)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._title = Words("strong", wraps=False)
        self._told = Words("soft")
        self._news: Callable[[], str] = str
        self._opens: bool | None = None
        self._nothing = Words("soft")
        self._buttons: dict[str, Button] = {}
        self._model = GivenModel(face)
        self._view = GivenView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(GivenPaint(face, self._view, self._model))
        self._view.undone.connect(self.undone)
        self._model.restated.connect(self._view.viewport().update)
        self.setLayout(
            column(line(self._title, self._told, gap=2 * GRID), self._nothing, self._view, gap=GRID // 2)
        )
        face.reworded.connect(self._say)
        face.restyled.connect(self._view.scheduleDelayedItemsLayout)
        self._view.verticalScrollBar().valueChanged.connect(self._place_buttons)
        self._view.laid.connect(self._place_buttons)
        self._say()

    @property
    def rows(self) -> tuple[GivenLine, ...]:
        """What is listed."""
        return self._model.lines

    @property
    def told(self) -> str:
        """What is told beside the title."""
        return self._told.text()

    def practise(self) -> None:
        """Nothing of this list is ever sent: it is practice."""
        self._model.practises = True

    @property
    def model(self) -> GivenModel:
        """The lines as the view has them."""
        return self._model

    def put(self, given: Given) -> None:
        """List these."""
        chosen = self._view.currentIndex().data(Qt.ItemDataRole.UserRole)
        self._hold_focus(given.lines)
        held = self._holds(QApplication.focusWidget())
        if self._model.put(given):
            self._buttons.clear()  # a view that is reset lets its widgets go
            if isinstance(chosen, GivenLine) and held:
                self._choose(chosen.giving)
            else:  # nobody is at a line any more: the newest one is what the next customer may ask about
                self._view.setCurrentIndex(QModelIndex())
                self._view.scrollToTop()
        self._say()

    def tell(self, news: Callable[[], str] = str) -> None:
        """Say what came of an undoing, in whatever language is spoken; without it, nothing any more."""
        self._news = news
        said = news()
        self._told.say(said)
        if said:
            announce(self._told, said)
        if self._opens:
            self._opens = False

    def open_with(self, words: Callable[[], str]) -> None:
        """Say this until anything else is told or the first customer comes; after that, never again."""
        if self._opens is not False:
            self._opens = None
            self.tell(words)
            self._opens = True

    def undo_latest(self) -> None:
        """Undo the newest giving that still stands; after midnight there is none, and a clerk who pressed Ctrl+Z is told so."""
        row = next((row for row in self._model.lines if not row.voided), None)
        if row is None:
            self.tell(lambda: self._face.say("ui", "undo.nothing"))
        else:
            self.undone.emit(row.giving)

    def take_focus(self) -> None:
        """For the keys that choose a line; one is chosen at once, and shown to be."""
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(0))
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _holds(self, focus: QWidget | None) -> bool:
        return focus is not None and (focus is self._view or self._view.isAncestorOf(focus))

    def _hold_focus(self, lines: tuple[GivenLine, ...]) -> None:
        """A line's button that may go away leaves the focus to the list: the next one would be another line's."""
        held = QApplication.focusWidget() in self._buttons.values()
        if held and [(row.giving, row.voided) for row in lines] != [
            (row.giving, row.voided) for row in self._model.lines
        ]:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        say = self._face.say
        self._title.setText(say("ui", "given.title"))
        self._view.setAccessibleName(self._title.text())
        self._view.setAccessibleDescription(say("help", "undo"))
        self._told.say(self._news())
        self._nothing.say("" if self._model.lines else say("ui", "given.none"))
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._model.lines else Qt.FocusPolicy.NoFocus)
        self._place_buttons()

    def _choose(self, giving: str) -> None:
        for place, row in enumerate(self._model.lines):
            if row.giving == giving:
                self._view.setCurrentIndex(self._model.index(place))

    def _place_buttons(self) -> None:
        """A button in each line in view that can be undone; Tab comes to them behind the list, the newest first.

        Only those in view: on a busy evening there are hundreds of lines, and a second would pass until each had its own.
        """
        before: QWidget = self._view
        lines = self._model.lines
        for place in self._in_view():
            row, index = lines[place], self._model.index(place)
            button = self._buttons.get(row.giving)
            if row.voided:
                if button is not None:
                    button.hide()
                continue
            if button is None:
                button = self._buttons[row.giving] = self._new_button(row.giving)
                cell = QWidget()
                cell.setLayout(line(1, button, margin=(0, 0, GRID, 0)))
                self._view.setIndexWidget(index, cell)
            name = self._face.say("ui", "given.undo_line", time=row.at, card=row.masked)
            button.say(self._face.say("ui", "give.undo"))
            button.setAccessibleName(name)
            QWidget.setTabOrder(before, button)
            before = button

    def _in_view(self) -> range:
        """The places of the lines that can be seen."""
        area = self._view.viewport().rect()
        first, last = (self._view.indexAt(point).row() for point in (area.topLeft(), area.bottomLeft()))
        count = len(self._model.lines)
        end = count if last < 0 else last + 1
        # While it is being scrolled to its end there may be no line at its upper edge.
        return range(first if first >= 0 else max(0, end - area.height() // TARGET - 2), end)

    def _new_button(self, giving: str) -> Button:
        return Button(lambda: self.undone.emit(giving), "quiet")
