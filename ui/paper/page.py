"""Entering from paper (Ctrl+E): the row that is typed, and below it what waits and what was entered.

A row is kept while it is typed, so that a power cut loses no more than the last quarter of a second. Recording is one step for each
row. A row that cannot be recorded yet says why and stays; the next one can be begun meanwhile. Where the card has a ticket, Enter
records nothing until something is changed: another ticket is a button of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui.face import Face
from ui.paper import words
from ui.paper.calls import PaperCalls
from ui.paper.form import RowForm
from ui.parts import Button, Line, Words, column, frame, is_sign, key, press
from ui.scroller import Scroller
from ui.theme import GRID
from ui.wrapping import WrappingRow
from validator.desk import OfferLine, PaperAnswer, PaperState
from validator.domain.network import HELSINKI, Names
from validator.domain.paper import OLDEST, PaperRow, read_day
from validator.domain.verdict import Reason, Verdict

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the focus goes while it stays this page's."""
MOST_TOLD = 200
"""Rows of this sitting that stay on the page; all are in the list of tickets of their day."""


class PaperPage(QWidget):
    """The page.

    Signals:
        left: back to the clerk's page.
        changed: something was recorded or taken back.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, face: Face, calls: PaperCalls, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._face = face
        self._calls = calls
        self._now = now
        self._busy = False
        self._answer: PaperAnswer | None = None
        self._asked: PaperRow | None = None
        self._at: QObject | None = None
        self._error: Exception | None = None
        self._waiting: dict[str, PaperRow] = {}
        self._told: list[PaperAnswer] = []
        self._taken: dict[str, Verdict] = {}
        self._names: dict[str, Names] = {}
        self._title, self._intro = Words("title"), Words("soft")
        self.form = RowForm(face)
        self._trouble = Words("strong")
        self._record = Button(self.record, "primary")
        self._again = Button(self.record_again)
        self._later = Button(self.put_off)
        self._strike = Button(self.strike)
        self._leave = Button(self.leave, "quiet")
        buttons = WrappingRow(gap=GRID)
        for each in (self._record, self._again, self._later, self._strike, self._leave):
            buttons.addWidget(each)
        self._buttons = QWidget()
        self._buttons.setLayout(buttons)
        self._parts: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        inside = QWidget()
        inside.setLayout(
            column(
                self._title,
                self._intro,
                frame("panel", column(self.form, self._trouble, self._buttons, gap=GRID, margin=2 * GRID)),
                self._list,
                1,
                gap=2 * GRID,
                margin=3 * GRID,
            )
        )
        self._area = Scroller(inside)
        self.setLayout(column(self._area, gap=0))
        key("Esc", self, self.leave)
        self.form.typed.connect(self._say_trouble)
        self.form.edited.connect(self._keep)
        self.form.day_typed.connect(self._load_events)
        self.form.entered.connect(self.record)
        for part in (*self.form.fields, self._record):
            part.installEventFilter(self)
        face.reworded.connect(self._say)
        face.restyled.connect(self._name_key)
        self._say()

    @property
    def trouble(self) -> str:
        """Why the row stays."""
        return self._trouble.text()

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below the form, from above."""
        return tuple(each.accessibleName() for each in self._parts)

    def enter(self) -> None:
        """Shown: what was left unfinished comes first."""
        self._calls.rows(self._know_rows)

    def take_scan(self, text: str) -> None:
        """A card was read: it is the row's."""
        self.form.take_scan(text)

    def record(self) -> None:
        """Enter."""
        self._ask(again=False)

    def record_again(self) -> None:
        """The card has a ticket, and this is another one."""
        self._ask(again=True)

    def put_off(self) -> None:
        """Leave the row as it is, and begin the next one."""
        row = self.form.row
        self._keep()
        if not row.is_empty:
            self._waiting[row.id] = row
        self._begin(row)

    def strike(self) -> None:
        """The row is not to be recorded."""
        row = self.form.row
        self._waiting.pop(row.id, None)
        self._calls.strike(row.id, lambda: self._begin(row))

    def go_on(self, row_id: str) -> None:
        """Take up a row that waits; the one in the form waits instead."""
        row = self._waiting.get(row_id)
        if row is None:
            return
        if self.form.row.id != row_id:
            self.put_off()
        self._waiting.pop(row_id, None)
        self._show(row)

    def take_back(self, answer: PaperAnswer) -> None:
        """Undo a row that was recorded."""

        def told(verdict: Verdict) -> None:
            self._taken[answer.giving] = verdict
            self._fill()
            self.changed.emit()

        self._calls.take_back(answer.giving, told)

    def leave(self) -> None:
        """Esc: what is typed is kept."""
        self.form.rest()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() in _ENTERS and isinstance(focus, QAbstractButton):
            press(focus)
        elif is_sign(event):
            self.form.take_sign(event.text())  # no field took it: it begins a code, as everywhere
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._at = watched
            self._name_key()
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _COMES_BACK:
            self._at = None
            self._name_key()
        return super().eventFilter(watched, event)

    @property
    def _is_before(self) -> bool:
        """Whether the row is as it was when the desk said that its card has a ticket."""
        before = self._answer is not None and self._answer.state is PaperState.BEFORE
        return before and self.form.row == self._asked

    def _ask(self, *, again: bool) -> None:
        row = self.form.row
        if self._busy or row.is_empty or (self._is_before and not again):
            return
        self._busy, self._asked = True, row
        self.form.rest()
        self._calls.record(row, self._answered, self._failed, again=again)

    def _answered(self, answer: PaperAnswer) -> None:
        self._busy = False
        row = self.form.row
        if not answer.is_done:
            self._answer, self._error = answer, None
            if self._is_before and self._at is self._record:
                self.form.code.setFocus()  # from a button that goes it would come to the one that records another ticket
            self._say_trouble()
            self._area.reveal(self._buttons)
            return
        self._told = [answer, *self._told][:MOST_TOLD]
        self._waiting.pop(answer.row, None)
        self.changed.emit()
        if row.id == answer.row:
            self._begin(row)
        else:
            self._fill()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._answer, self._error = None, error
        self._say_trouble()
        self._area.reveal(self._buttons)

    def _keep(self) -> None:
        self._calls.keep(self.form.row)

    def _know_rows(self, rows: tuple[PaperRow, ...]) -> None:
        mine = self.form.row
        self._waiting = {row.id: row for row in rows if row.id != mine.id}
        if not mine.id:
            self._show(self._waiting.pop(next(iter(self._waiting)), mine) if rows else self._first())
            return
        self._fill()
        self._focus()

    def _first(self) -> PaperRow:
        today = self._now().astimezone(HELSINKI)
        row = self._calls.new_row()
        return PaperRow(row.id, f"{today.day}.{today.month}.{today.year}")

    def _begin(self, after: PaperRow) -> None:
        self._show(self._calls.new_row(after))

    def _show(self, row: PaperRow) -> None:
        self._answer = self._error = None
        self.form.show_row(row)
        self._load_events(row.day)
        self._say_trouble()
        self._fill()
        self._focus()

    def _focus(self) -> None:
        form = self.form
        empty = (field for field in (form.day, form.time, form.code) if not field.text())
        next(empty, form.code).setFocus()
        self._area.reveal(form)

    def _load_events(self, text: str) -> None:
        today = self._now().astimezone(HELSINKI).date()
        day = read_day(text, today)
        if day is not None and today - OLDEST <= day <= today:  # of no other day anything can be recorded
            self._calls.events(day, self._know_events)

    def _know_events(self, lines: tuple[OfferLine, ...]) -> None:
        self._names |= {line.offer.id: line.offer.names for line in lines}
        self.form.show_events(lines)

    def _say(self) -> None:
        say = self._face.say
        self._title.setText(say("ui", "paper.title"))
        self._area.setAccessibleName(self._title.text())
        self._intro.setText(say("ui", "paper.intro"))
        self._name_key()
        self._again.say(say("ui", "paper.again"))
        self._later.say(say("ui", "paper.later"))
        self._strike.say(say("ui", "paper.strike"))
        self._leave.say(say("ui", "paper.leave"), "Esc")
        self._say_trouble()
        self._fill()

    def _name_key(self) -> None:
        """The key stands on the button as long as Enter presses it; its room is kept."""
        text = self._face.say("ui", "paper.record")
        self._record.say(text, "⏎")
        self._record.setMinimumWidth(self._record.sizeHint().width())
        if not (self._at is self._record or self.form.records(self._at)):
            self._record.say(text)

    def _say_trouble(self) -> None:
        """Why the row stays, and what may be done with it as it is now."""
        text = "" if self._answer is None else words.trouble(self._face, self._answer)
        if self._answer is not None and self._answer.state is PaperState.BEFORE and not self._is_before:
            text = ""  # it is said of what was typed then
        self._trouble.say(self._face.problem(self._error) if self._error is not None else text)
        self._trouble.setAccessibleName(self._trouble.text())
        self._again.setVisible(self._is_before)
        self._record.setVisible(not self._is_before)

    def _fill(self) -> None:
        for part in self._parts:
            self._list.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for row in self._waiting.values():
            say = self._face.say
            part = self._part(
                words.begun(row),
                say("ui", "paper.waiting"),
                (say("ui", "paper.go_on"), lambda row=row: self.go_on(row.id)),  # type: ignore[misc]
            )
            self._put(part)
        for answer in self._told:
            self._put(self._told_part(answer))

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._list.addWidget(part)

    def _told_part(self, answer: PaperAnswer) -> QWidget:
        taken = self._taken.get(answer.giving)
        head = words.headline(self._face, answer, self._names)
        said = words.outcome(self._face, answer) if taken is None else words.taken_back(self._face, taken)
        if taken is None or taken.main.reason is Reason.NOT_SAVED:
            back = self._face.say("ui", "paper.take_back")
            return self._part(head, said, (back, lambda: self.take_back(answer)))
        return self._part(head, said)

    def _part(self, head: str, said: str, *acts: tuple[str, Callable[[], None]]) -> QWidget:
        title, text = Line("strong"), Words()
        title.setText(head)
        text.setText(said)
        row = WrappingRow(gap=GRID)
        for name, act in acts:
            button = Button(act)
            button.say(name, described=head)
            row.addWidget(button)
        buttons = QWidget()
        buttons.setLayout(row)
        made = frame("row", column(title, text, *([buttons] if acts else []), gap=GRID // 2, margin=2 * GRID))
        made.setAccessibleName(f"{head}: {said}")
        return made
