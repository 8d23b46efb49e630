"""One row of a paper sheet as it is typed: in the order in which it stands on the sheet, with help for the code on the way.

Enter goes from the day, the time and the event to the next field; from the code on it records. What is typed is told after a
moment's rest (`edited`), so that it can be kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.clerk.scanbox import LONGEST
from ui.face import Face
from ui.paper import words
from ui.parts import Field, Words, column
from ui.sheet import give_role
from ui.theme import GRID, TARGET
from ui.wrapping import WrappingRow
from validator.desk import Choice, OfferLine
from validator.domain.code import CodeFormat, feedback
from validator.domain.paper import MOST_ASSISTANTS, MOST_CHILDREN, PaperRow
from validator.domain.party import Representative

REST = 250
"""Milliseconds without a key after which what is typed is told."""

_BETWEEN = re.compile(r"[\s,;]+")
_CODE = 3
"""The place of the code among the fields."""
_EVENT = 44
"""Signs for which the event has room at least; where one is longer, and there is room, it gets it."""

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROLES = {
    Representative.WORKER: "paper.worker",
    Representative.STUDENT: "paper.student",
    Representative.VOLUNTEER: "paper.volunteer",
}


class RowForm(QWidget):
    """The fields.

    Signals:
        typed: something was typed or chosen just now.
        edited: what is typed has changed, and rests.
        day_typed: the day's text has changed.
        entered: Enter in the code or behind it.
    """

    typed = Signal()
    edited = Signal()
    day_typed = Signal(str)
    entered = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._row = PaperRow("")
        self._format: CodeFormat | None = None
        self._lines: tuple[OfferLine, ...] = ()
        self._labels = [Words("soft", wraps=False) for _ in range(8)]
        self.day, self.time, self.code, self.kids, self.assistants, self.members = (Field() for _ in range(6))
        self.events = _Events()
        self.role = QComboBox()
        self.role.addItems([""] * len(_ROLES))
        give_role(self.code, "code")
        give_role(self.members, "code")
        self.code.setMaxLength(LONGEST)
        self.kids.setValidator(QIntValidator(0, MOST_CHILDREN, self))
        self.assistants.setValidator(QIntValidator(0, MOST_ASSISTANTS, self))
        self._hint = Words("small")
        self._fields: tuple[QLineEdit | QComboBox, ...] = (
            *(self.day, self.time, self.events, self.code),
            *(self.kids, self.assistants, self.members, self.role),
        )
        self._boxes = [QWidget() for _ in self._fields]
        for box, label, field in zip(self._boxes, self._labels, self._fields, strict=True):
            box.setLayout(column(label, field, gap=GRID // 2))
            label.setBuddy(field)
        near, far = WrappingRow(gap=2 * GRID), WrappingRow(gap=2 * GRID)
        for box in self._boxes[:3]:
            near.addWidget(box)
        for box in self._boxes[3:]:
            far.addWidget(box)
        rows = QWidget(), QWidget()
        rows[0].setLayout(near)
        rows[1].setLayout(far)
        self.setLayout(column(*rows, self._hint, gap=GRID))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.edited)
        for each in self._fields:
            if isinstance(each, QLineEdit):
                each.textEdited.connect(self._typed)
            else:
                each.activated.connect(self._typed)
        self.day.textEdited.connect(self.day_typed)
        self.code.textChanged.connect(self._say_hint)
        self.members.textChanged.connect(self._show_role)
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)
        self._measure()
        self._say()
        self._show_role()

    @property
    def row(self) -> PaperRow:
        """The row as it is typed now."""
        at = self.events.currentData()
        members = tuple(filter(None, _BETWEEN.split(self.members.text().strip())))
        return replace(
            self._row,
            day=self.day.text(),
            time=self.time.text(),
            slot=at if isinstance(at, Choice) else None,
            code=self.code.text(),
            members=members,
            children=int(self.kids.text() or 0),
            assistants=int(self.assistants.text() or 0),
            representative=tuple(_ROLES)[max(0, self.role.currentIndex())],
        )

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """All that can have the focus."""
        return self._fields

    def records(self, field: QObject | None) -> bool:
        """Whether Enter in this field records; in the ones before the code it goes on to the next."""
        return field in self._fields[_CODE:]

    @property
    def says(self) -> str:
        """The help beside the code."""
        return self._hint.text()

    def show_row(self, row: PaperRow) -> None:
        """Show a row, new or begun before."""
        self._rest.stop()
        self._row = row
        self.day.setText(row.day)
        self.time.setText(row.time)
        self.code.setText(row.code)
        self.members.setText(" ".join(row.members))
        self.kids.setText(str(row.children or ""))
        self.assistants.setText(str(row.assistants or ""))
        self.role.setCurrentIndex(tuple(_ROLES).index(row.representative))
        self._choose(row.slot)

    def show_events(self, lines: Sequence[OfferLine]) -> None:
        """What a ticket may have been for. One that is chosen stays chosen; where there is but one, it is it."""
        chosen = self.row.slot or self._row.slot
        self._lines = tuple(lines)
        self._fill()
        self._choose(chosen)

    def show_format(self, code_format: CodeFormat) -> None:
        """What a code looks like."""
        self._format = code_format
        self._say_hint()

    def take_scan(self, text: str) -> None:
        """A card was read: a member's where the focus is there, else the row's own."""
        if self.members.hasFocus():
            self.members.setText(f"{self.members.text()} {text}".strip())
        else:
            self.code.setText(text)
            self.code.setFocus()
        self.day_typed.emit(self.day.text())  # where its first signs came to the day, that is as it was again
        self._typed()

    def take_sign(self, sign: str) -> None:
        """A sign was typed where no field is."""
        self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.code.insert(sign)
        self._typed()

    def rest(self) -> None:
        """Tell what is typed at once, if it was not yet."""
        if self._rest.isActive():
            self._rest.stop()
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() not in _ENTERS or focus is None:
            super().keyPressEvent(event)
        elif self.records(focus):
            self.entered.emit()
        else:
            self.focusNextChild()

    def _typed(self, *_: object) -> None:
        self._rest.start()
        self.typed.emit()

    def _choose(self, slot: Choice | None) -> None:
        places = [self.events.itemData(at) for at in range(self.events.count())]
        if slot in places:
            self.events.setCurrentIndex(places.index(slot))
        else:
            self.events.setCurrentIndex(1 if self.events.count() == 2 else 0)

    def _fill(self) -> None:
        many = len({line.venue.id for line in self._lines}) > 1
        at = max(0, self.events.currentIndex())
        self.events.clear()
        self.events.addItem(self._face.say("ui", "paper.choose"), None)
        for line in self._lines:
            self.events.addItem(words.event(self._face, line, with_venue=many), line.choice)
        self.events.setCurrentIndex(min(at, self.events.count() - 1))
        self._measure()

    def _show_role(self) -> None:
        self._boxes[-1].setVisible(bool(self.members.text().strip()))

    def _say(self) -> None:
        say = self._face.say
        texts = (
            say("ui", "paper.day"),
            say("ui", "paper.time"),
            say("ui", "paper.event"),
            say("ui", "paper.code"),
            say("ui", "paper.children"),
            say("ui", "paper.assistants"),
            say("ui", "paper.members"),
            say("ui", "paper.who"),
        )
        for label, field, text in zip(self._labels, self._fields, texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        for at, key in enumerate(_ROLES.values()):
            self.role.setItemText(at, say("ui", key))
        self._fill()
        self._say_hint()

    def _say_hint(self) -> None:
        text = self.code.text()
        hint = None if not text or self._format is None else feedback(text, self._format)
        self._hint.say("" if hint is None else self._face.say("hint", hint.value))
        self.code.setAccessibleDescription(self._hint.text())

    def _measure(self) -> None:
        """Each as wide as what stands in it, and none wider than the window."""
        theme = self._face.theme
        wide = (14, 9, _EVENT, 20, 8, 8, 34, 20)
        for field, signs in zip(self._fields, wide, strict=True):
            needed = self.events.sizeHint().width() if field is self.events else 0
            field.setFixedWidth(min(max(theme.pixels(signs * 9), needed), 110 * GRID))
            field.setMinimumHeight(TARGET)


class _Events(QComboBox):
    """What a ticket may have been for; a name without room ends with dots."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - GRID
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
