"""The clerk's page: it puts the panels together, and every key where it belongs.

A scan, a typed code, a dropped picture and the camera all end in `ui.clerk.flow`; what it answers is shown here. Nothing on this
page is modal, and nothing asks "are you sure?".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from ui.clerk.answer import AnswerPanel
from ui.clerk.arrangement import Arrangement, Below
from ui.clerk.booking import BookingRow
from ui.clerk.bookings import BookingsPanel
from ui.clerk.flow import Flow, Patience
from ui.clerk.give_words import GiveButton
from ui.clerk.given import GivenPanel
from ui.clerk.group import GroupList
from ui.clerk.letters import Letters
from ui.clerk.lift import LiftRow
from ui.clerk.lookonly import LookOnlyBand
from ui.clerk.party import PartyRow
from ui.clerk.queue import QueueLine
from ui.clerk.scanbox import ScanBox
from ui.clerk.today import TodayPanel
from ui.clerk.turn import Stage
from ui.clerk.undoing import Undoing
from ui.clerk.verdict import VerdictPanel
from ui.clerk.ways import Ways
from ui.clerk.why import WhyPanel
from ui.face import Face
from ui.keys import event_instant
from ui.operations import Operations
from ui.parts import Button, column, key, press
from validator.desk import Contacts, OfferLine
from validator.domain.code import CardRead, Source
from validator.domain.party import Purpose
from validator.domain.verdict import Give

ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ClerkPage(QWidget):
    """The page.

    Signals:
        changed: something was given or undone.
        cancelled: Esc; the customer is gone.
    """

    changed = Signal()
    cancelled = Signal()

    def __init__(
        self,
        face: Face,
        operations: Operations,
        now: Callable[[], datetime],
        read_picture: Callable[[Path, Callable[[CardRead], None], Callable[[Exception], None]], None],
        patience: Patience | None = None,
        instant: Callable[[QKeyEvent], float] = event_instant,
    ) -> None:
        super().__init__()
        self._face = face
        self._operations = operations
        self._now = now
        self._read_picture = read_picture
        self._stage: Stage | None = None
        self._readings: tuple[CardRead, ...] = ()
        self._astray = False
        self.flow = Flow(operations, now, patience, self)
        self.today = TodayPanel(face)
        self.scanbox = ScanBox(face)
        self.group = GroupList(face)
        self.verdict = VerdictPanel(face, self.group)
        self.party = PartyRow(face)
        self.queue = QueueLine(face)
        self.lift = LiftRow(face)
        self.given = GivenPanel(face)
        self.undoing = Undoing(
            face, operations, self.flow, self.given, self.lift, self.verdict, self.changed.emit
        )
        self.why = WhyPanel(face, self._why_closer())
        self.booking = BookingRow(face)
        self.bookings = BookingsPanel(face, operations, now, self.toggle_bookings)
        self._letters = Letters(self.flow, self.party, self.booking, self.scanbox, self.lift, instant)
        self._give = GiveButton(face, self.flow.confirm, self._enter_gives)
        self._cancel = Button(self.cancel)
        self._why = Button(self.toggle_why, "quiet")
        self.look_only = LookOnlyBand(face, self.toggle_look_only)
        who, actions = (self.party, self.booking), (self._give, self._cancel, self._why)
        self._answer = AnswerPanel(self.verdict, self.lift.reasons, self.queue, who, self.lift, actions)
        self.places = Arrangement(
            face, self.today, self.scanbox, self._answer, self.given, self.why, self.bookings
        )
        self.setLayout(column(self.look_only, self.places, gap=0))
        self._connect()
        self._bind_keys()
        self._say()
        self._show_turn()

    def refresh(self) -> None:
        """Ask the desk for the programme and what was given."""
        day = self.today.day
        self._operations.programme(day, lambda lines: self._show_programme(day, lines))
        self._operations.given(self.given.put)
        self.bookings.refresh()

    def remember(self) -> None:
        """Keys begin that may be a scanner's: the field gets back what stands in it now."""
        self.scanbox.remember()
        self._letters.begin()

    def take_scan(self, text: str) -> None:
        """A hand scanner's reading."""
        self._letters.take_back()
        self.scanbox.restore()
        self.today.settle()
        self.flow.scan(text, Source.HAND)

    def take_picture(self, path: Path) -> None:
        """A picture file: what is in it is read on a thread of its own."""
        self._read_picture(path, self.flow.take, self._picture_failed)

    def cancel(self) -> None:
        """Esc: the customer is gone."""
        self.scanbox.field.forget()
        self.places.show_below(Below.USUAL)
        self.flow.clear()
        self.today.go_today()
        self.scanbox.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancelled.emit()

    def toggle_look_only(self) -> None:
        """Ctrl+N: nothing is given from now on; once more, everything as usual."""
        could_give = self._give.opens
        self.flow.look_only(only=not self.flow.only_looks)
        self._place_focus(opened=self._give.opens and not could_give)
        self.look_only.show_looking(only=self.flow.only_looks)

    def toggle_why(self) -> None:
        """F1: how this was decided, or what was given."""
        if self._why.isEnabled():
            self.places.toggle(Below.WHY)

    def toggle_bookings(self) -> None:
        """Ctrl+R: the bookings of what is chosen; while they are shown, a card collects its own."""
        self.places.toggle(Below.BOOKINGS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.flow.touch()
        if event.key() in ENTERS:
            self._enter(held=event.isAutoRepeat())
        elif event.key() == Qt.Key.Key_Backspace and self.flow.turn.group_open:
            self.flow.remove(self.group.members)
        elif not self._answer.turn_page(event.key()) and not self._letters.take(event):
            super().keyPressEvent(event)

    def _enter(self, *, held: bool) -> None:
        """Enter means one thing each time it is pressed: a key that is held down gives to nobody else."""
        focus = self.focusWidget()
        if held or self._ways.takes_enter(focus) or self.today.settle():
            return
        if isinstance(focus, QAbstractButton) and not self._enter_gives(focus):
            press(focus)
        elif self.today.offers.asking and not self.scanbox.field.text():
            self.today.offers.confirm()
        elif not self.scanbox.submit():
            self.flow.confirm()

    def _enter_gives(self, focus: QWidget | None) -> bool:
        """Whether Enter is the customer's, and not a field's or another button's."""
        return focus is self._give or not (
            isinstance(focus, QAbstractButton) or self._ways.takes_enter(focus)
        )

    def _show_programme(self, day: object, lines: tuple[OfferLine, ...]) -> None:
        if day == self.today.day:
            now = self._now()
            self.today.put(lines, now.astimezone(self._face.formats.zone).date(), now)
            self.verdict.know_day(empty=not lines)

    def _picture_failed(self, error: Exception) -> None:
        self.flow.scan("", Source.PICTURE)
        self.verdict.tell(lambda: self._face.problem(error))

    def _show_turn(self) -> None:
        turn, offer = self.flow.turn, self.today.offers.line
        held = self._focused()
        self.verdict.ask_choice(self.flow.kept)
        if not self.flow.kept:
            self.today.offers.ask(False)
        self.verdict.show_turn(turn, offer, self.today.day, gives=not self.flow.only_looks)
        self.queue.show_turn(turn)
        self.party.show_turn(turn, offer)
        self.booking.show_turn(turn, offer, gives=not self.flow.only_looks)
        self.group.show_turn(turn)
        self.lift.show_turn(turn)
        self._fold_party()
        look = turn.look
        self._why.setEnabled(look is not None and bool(look.verdict.trace) and turn.stage is not Stage.READY)
        self.why.show_look(look)
        if not self._why.isEnabled() and self.places.below is Below.WHY:
            self.places.show_below(Below.USUAL)
        can_give = turn.can_give and not self.flow.only_looks
        could_give, self._give.opens = self._give.opens, can_give or turn.can_leave_out or turn.is_over
        # While an answer is awaited the button stays as it was, so that it keeps the focus; the flow knows better than to give.
        if turn.stage is not Stage.LOOKING or look is None:
            self._give.setEnabled(self._give.opens or turn.is_declined)
        self._cancel.setEnabled(turn.stage is not Stage.GIVING)
        self._give.show_turn(turn)
        gone = held is not None and not (isValid(held) and held.isEnabled() and held.isVisible())
        self._astray |= gone and not self.lift.holds(self._focused())
        if self._is_new_card():
            self._astray |= isinstance(held, QAbstractButton) or self._ways.takes_enter(held)
            self._answer.reveal(self.group.newest or self.verdict.top)
        if turn.look is None and turn.stage is not self._stage:
            self.given.tell()  # what was told, was told of the customer before
            self.verdict.tell()
        if turn.stage is not self._stage or self._astray:  # a mere refresh takes the focus from nobody
            self._stage = turn.stage
            self._place_focus(opened=self._give.opens and not could_give)

    def _is_new_card(self) -> bool:
        """Whether the answer that came is to other cards than the one before."""
        turn = self.flow.turn
        if turn.busy:
            return False
        before = self._readings
        self._readings = () if turn.ask is None else (turn.ask.read, *turn.ask.group)
        return turn.stage is Stage.SHOWN and self._readings != before

    def _focused(self) -> QWidget | None:
        """Where the next key goes, also beside this page; where it would go while another program has the keys."""
        return QApplication.focusWidget() or cast("QWidget | None", self.focusWidget())

    def _place_focus(self, *, opened: bool = False) -> None:
        """To what Enter does next; a field that somebody is typing in keeps the focus.

        A focus that was put somewhere stays there, unless it is astray: on a button when another card comes, or wherever Qt
        moved it because what had it went away. Enter would press there what nobody chose for this customer, such as an undo.

        Args:
            opened: whether giving became possible just now.
        """
        stage = self.flow.turn.stage
        if stage in (Stage.LOOKING, Stage.GIVING) or not self.isVisible() or self.today.offers.asking:
            return
        astray, self._astray = self._astray, False
        focus = self._focused()
        if isinstance(focus, QLineEdit) and focus.text():
            return
        at_rest = astray or focus is None or focus is self.scanbox.field or not focus.isEnabled()
        after_no = opened and (focus is self._cancel or self.lift.has(focus))
        if stage is Stage.READY and not astray and focus is not None and self.given.isAncestorOf(focus):
            return  # somebody undoes one line after the other
        if stage is Stage.READY:
            self.scanbox.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif stage is Stage.SHOWN and (at_rest or after_no):
            self._next_control().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.flow.turn.is_over:
            self._give.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_control(self) -> QWidget:
        """What Enter does next. One Enter too many clears no group that does not fit: it says why."""
        if self._give.isEnabled():
            return self._give
        return self._why if self.flow.turn.group_open else self._cancel

    def _say(self) -> None:
        say = self._face.say
        self.places.panel.setAccessibleName(say("ui", "verdict.panel"))
        self._cancel.say(say("ui", "give.clear"), "Esc", say("help", "clear"))
        self._why.say(say("ui", "verdict.why"), "F1", say("help", "why"))
        self._closer.say(say("ui", "action.close"), "F1")

    def _below_changed(self) -> None:
        """The focus goes where the keys are wanted, and comes back."""
        below = self.places.below
        self._fold_party()
        self.flow.expect(Purpose.COLLECT if below is Below.BOOKINGS else Purpose.TAKE)
        if below is Below.WHY:
            self.why.take_focus()
        elif below is Below.TODAY:
            self.today.take_focus()
        elif below is Below.GIVEN:
            self.given.take_focus()
        elif below is Below.BOOKINGS:
            self.bookings.take_focus()
        else:
            self._astray = True
            self._place_focus()

    def _fold_party(self) -> None:
        """The lists of a tight page and a manager's reasons need the room; and who comes along is settled by then."""
        turn = self.flow.turn
        attended = turn.stage is not Stage.READY
        collecting = self.places.below is Below.BOOKINGS
        gives = turn.look is not None and isinstance(turn.look.verdict, Give)
        folded = self.lift.asking or not (self.places.below is Below.USUAL or (collecting and gives))
        self.party.fold(folded)
        self.booking.fold(folded)
        self.bookings.fold(tight=self.places.tight, attended=attended)
        self.places.attend(attended)
        self.places.crowd(self.lift.asking or self.group.members > 0)

    def know_contacts(self, contacts: Contacts) -> None:
        """Whom to ask where it says so."""
        self.undoing.contacts = contacts
        self.verdict.know_contacts(contacts)

    def _tightened(self) -> None:
        self._fold_party()
        focus = self._focused()
        if focus is None or not self.isAncestorOf(focus):  # what had it is not seen any more
            self._astray = True
            self._place_focus()
        if self.today.offers.asking:
            self._ask_choice()

    def _ask_choice(self) -> None:
        """A card came and several may be meant: it is kept, and the list has the keys. Where there is none, nothing is kept."""
        if not self.today.offers.count:
            self.today.widen()  # no event fits the filter: for the card that is no answer
        if not self.today.offers.count:
            self.flow.let_kept_go()
            return
        self.verdict.ask_choice(self.flow.kept)
        self.today.offers.ask(self.flow.kept > 0)
        if self.places.tight:
            self.places.show_below(Below.TODAY)
        self.today.take_focus()

    def _why_closer(self) -> Button:
        self._closer = Button(self.toggle_why, "quiet")
        return self._closer

    def _connect(self) -> None:
        self.flow.turned.connect(self._show_turn)
        self.flow.booked.connect(self.changed)
        self.flow.failed.connect(self.verdict.show_trouble)
        self.flow.no_choice.connect(self._ask_choice)
        self.flow.pin_answered.connect(self.lift.show_answer)
        self.today.chosen.connect(self._chosen)
        self.today.day_wanted.connect(lambda _day: self.refresh())
        self.scanbox.typed.connect(lambda text: self.flow.scan(text, Source.TYPED))
        self.party.children_chosen.connect(self.flow.set_children)
        self.party.assistants_chosen.connect(self.flow.set_assistants)
        self.booking.chosen.connect(self.flow.set_purpose)
        self.bookings.changed.connect(self.changed)
        self.today.bookings_wanted.connect(self.toggle_bookings)
        self.group.removed.connect(self.flow.remove)
        self.party.bringer.chosen.connect(self.flow.set_party)
        self.lift.tried.connect(self.flow.allow)
        self.lift.chosen.connect(self.flow.lift)
        self._face.reworded.connect(self._say)
        self.places.below_changed.connect(self._below_changed)
        self.places.tightened.connect(self._tightened)

    def _chosen(self, line_chosen: OfferLine | None) -> None:
        kept = self.flow.kept > 0
        self.places.show_offer(line_chosen)
        self.bookings.show_offer(line_chosen)
        self.flow.choose(None if line_chosen is None else line_chosen.choice)
        if kept and not self.flow.kept:  # the card goes on: the keys go back to it
            self.places.show_below(Below.USUAL)
            self._astray = True
        self._show_turn()

    def _bind_keys(self) -> None:
        # Kept, because Qt holds on to nobody whose method it calls.
        self._ways = ways = Ways(self.places, self.today, self.scanbox, self.given, self.bookings, self.lift)
        for sequence, act in (
            ("Esc", self.cancel),
            ("F1", self.toggle_why),
            ("F2", lambda: self.today.go(1)),
            ("Shift+F2", lambda: self.today.go(-1)),
            ("F3", ways.offers),
            ("Ctrl+D", ways.day),
            ("F4", ways.field),
            ("F5", ways.given),
            ("F6", ways.manager),
            ("Ctrl+N", self.toggle_look_only),
            ("Ctrl+Z", self.undoing.latest),
            ("Ctrl+R", self.toggle_bookings),
            ("Ctrl+O", self.scanbox.picture_wanted.emit),
        ):
            key(sequence, self, act)
