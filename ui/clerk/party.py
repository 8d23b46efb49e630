"""Who comes along: children by a stepper, an assistant by a tick. Keys + and - and A do the same.

Where an event lets a holder bring two assistants, A once more is the second one, and then none again. A third is no event's.

The stepper ends where the register's count ends; beyond it the desk would decline, and a manager may lift that.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.clerk.bringer import Bringer
from ui.clerk.turn import Stage, Turn
from ui.face import Face
from ui.parts import IconButton, Tick, Words, line
from ui.theme import GRID, Text
from ui.wrapping import WrappingRow
from validator.desk import OfferLine
from validator.domain.card import CardKind
from validator.domain.network import OfferKind
from validator.domain.verdict import Give

MOST = 99
MOST_ASSISTANTS = 2


class PartyRow(QWidget):
    """The controls.

    Attributes:
        bringer: who brings a group.

    Signals:
        children_chosen: so many children.
        assistants_chosen: so many assistants.
    """

    children_chosen = Signal(int)
    assistants_chosen = Signal(int)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._children = 0
        self._assistants = 0
        self._folded = False
        self._guests = False
        self._most_assistants = 1
        self._child_under: int | None = None
        self._label = Words("soft", wraps=False)
        self._count = Words("title", wraps=False)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fewer = IconButton(face, "minus", lambda: self.step(-1))
        self._more = IconButton(face, "plus", lambda: self.step(1))
        self._assistant = Tick(face)
        self._assistant.clicked.connect(self._ticked)
        self._stepper = QWidget()
        self._stepper.setLayout(line(self._label, self._fewer, self._count, self._more, gap=GRID))
        row = WrappingRow(gap=3 * GRID)
        row.addWidget(self._stepper)
        row.addWidget(self._assistant)
        self.bringer = Bringer(face)
        row.addWidget(self.bringer)
        self.setLayout(row)
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)
        self._measure()
        self._say()

    def show_turn(self, turn: Turn, offer: OfferLine | None) -> None:
        """Show the party of a turn; it can be changed while a verdict stands."""
        card = None if turn.look is None else turn.look.card
        verdict = None if turn.look is None else turn.look.verdict
        booked = verdict.booked if isinstance(verdict, Give) else None
        who = turn.party
        if isinstance(verdict, Give) and booked is not None and not who.counted:
            who = replace(who, children=verdict.tickets.children, assistants=verdict.tickets.assistants)
        self._children, self._assistants = who.children, who.assistants
        most = MOST if booked is None else booked.children
        read = card is not None and turn.stage is not Stage.READY
        community = card is not None and card.kind is CardKind.COMMUNITY
        course = offer is not None and offer.offer.kind is OfferKind.COURSE
        self.bringer.show_turn(turn)
        guests = self.bringer.is_open and offer is not None and offer.guests
        with_children = read and not course and (guests or not community)
        self._guests = guests
        with_assistant = read and offer is not None and offer.offer.assistants > 0
        self._most_assistants = 1 if offer is None else min(MOST_ASSISTANTS, max(1, offer.offer.assistants))
        self._child_under = None if offer is None else offer.child_under
        if booked is not None:  # nobody is added to a booking; who stayed at home is taken off
            with_children, with_assistant = with_children and most > 0, booked.assistants > 0
            self._most_assistants = max(1, booked.assistants)
        self._stepper.setVisible(with_children or self._children > 0)
        self._assistant.setVisible(with_assistant or self._assistants > 0)
        self._show()
        can_change = turn.can_change_party
        self._fewer.setEnabled(can_change and self._children > 0)
        self._more.setEnabled(can_change and self._children < most)
        self._assistant.setEnabled(can_change)
        self._assistant.setChecked(self._assistants > 0)
        self._say()

    def fold(self, folded: bool) -> None:
        """Make room for something else for a while."""
        self._folded = folded
        self._show()

    def step(self, by: int) -> None:
        """One child more or less, if children can be changed now."""
        button = self._more if by > 0 else self._fewer
        if button.isEnabled() and self._stepper.isVisibleTo(self):
            self.children_chosen.emit(self._children + by)

    def add_guest(self) -> None:
        """G: one child more without a card of their own, where a group may bring any."""
        if self._guests:
            self.step(1)

    def toggle_assistant(self) -> None:
        """One assistant more, as far as the event goes; then without."""
        if self._assistant.isEnabled() and self._assistant.isVisibleTo(self):
            more = self._assistants + 1
            self.assistants_chosen.emit(more if more <= self._most_assistants else 0)

    def _show(self) -> None:
        any_shown = self._stepper.isVisibleTo(self) or self._assistant.isVisibleTo(self)
        any_shown |= self.bringer.is_open
        self.setVisible(any_shown and not self._folded)

    def _ticked(self) -> None:
        self._assistant.setChecked(self._assistants > 0)
        self.toggle_assistant()

    def _say(self) -> None:
        self._label.say(self._label_words())
        self._count.setText(self._face.formats.number(self._children))
        self._count.setAccessibleName(self._face.say("ui", "verdict.children", n=self._children))
        self._fewer.say(self._face.say("ui", "party.fewer"), "-")
        self._more.say(self._face.say("ui", "party.more"), "+")
        helpers, most = self._assistants, self._most_assistants
        several = self._face.say("ui", "party.assistants", n=helpers) if helpers > 1 else ""
        name = several or self._face.say("ui", "party.assistant")
        more = self._face.say("ui", "party.assistant_more", n=most) if most > 1 else ""
        self._assistant.setText(f"{name}   A")
        self._assistant.setAccessibleName(name)
        self._assistant.setAccessibleDescription(f"A. {more}" if more else "A")
        self._assistant.setToolTip(more)

    def _label_words(self) -> str:
        """Whom a child's ticket is for: the clerk judges it, and the program asks nobody's age (A9)."""
        if self._guests:
            return self._face.say("ui", "group.guests")
        if self._child_under is None:
            return self._face.say("ui", "party.children")
        return self._face.say("ui", "party.children_under", age=self._child_under)

    def _measure(self) -> None:
        self._count.setMinimumWidth(self._face.theme.pixels(round(2.2 * self._face.theme.points(Text.TITLE))))
