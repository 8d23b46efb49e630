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
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLineEdit, QWidget
from shiboken6 import isValid

from ui.clerk.arrangement import Arrangement, Below
from ui.clerk.bringer import Bringer
from ui.clerk.flow import Flow, Patience
from ui.clerk.given import GivenPanel
from ui.clerk.group import GroupList
from ui.clerk.letters import Letters
from ui.clerk.lift import LiftRow
from ui.clerk.party import PartyRow
from ui.clerk.queue import QueueLine
from ui.clerk.scanbox import ScanBox
from ui.clerk.today import TodayPanel
from ui.clerk.turn import Stage
from ui.clerk.verdict import VerdictPanel
from ui.clerk.why import WhyPanel
from ui.contacts import support_words
from ui.face import Face
from ui.keys import event_instant
from ui.operations import Operations
from ui.parts import Button, Scroller, column, frame, key, press
from ui.theme import GRID
from ui.wrapping import WrappingRow
from validator.desk import Contacts, OfferLine
from validator.domain.code import CardRead, Source
from validator.domain.verdict import Give, Reason, Verdict

_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_GIVING = {Reason.OK_COURSE: "give.place", Reason.OK_POPUP: "give.visit", Reason.OK_COLLECT: "give.hand_over"}


class ClerkPage(QWidget):
    """The page.

    Attributes:
        contacts: whom to ask where it says so.

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
        self.contacts = Contacts()
        self._remembered = ""
        self._stage: Stage | None = None
        self._readings: tuple[CardRead, ...] = ()
        self._astray = False
        self.flow = Flow(operations, now, patience, self)
        self.today = TodayPanel(face)
        self.scanbox = ScanBox(face)
        self.group = GroupList(face)
        self.verdict = VerdictPanel(face, self.group)
        self.bringer = Bringer(face)
        self.party = PartyRow(face, self.bringer)
        self.queue = QueueLine(face)
        self.lift = LiftRow(face)
        self.given = GivenPanel(face)
        self.why = WhyPanel(face, self._why_closer())
        self._letters = Letters(self.flow, self.party, self.bringer, self.scanbox, instant)
        self._give = Button(self.flow.confirm, "primary")
        self._cancel = Button(self.cancel)
        self._why = Button(self.toggle_why, "quiet")
        self.places = Arrangement(face, self.today, self.scanbox, self._panel(), self.given, self.why)
        self.setLayout(column(self.places, gap=0))
        self._connect()
        self._bind_keys()
        self._say()
        self._show_turn()

    def refresh(self) -> None:
        """Ask the desk for the programme and what was given."""
        day = self.today.day
        self._operations.programme(day, lambda lines: self._show_programme(day, lines))
        self._operations.given(self.given.put)

    def remember(self) -> None:
        """Keys begin that may be a scanner's: the field gets back what stands in it now."""
        self._remembered = self.scanbox.field.text()
        self._letters.begin()

    def take_scan(self, text: str) -> None:
        """A hand scanner's reading."""
        self._letters.take_back()
        self.scanbox.field.setText(self._remembered)
        self.flow.scan(text, Source.HAND)

    def take_picture(self, path: Path) -> None:
        """A picture file: what is in it is read on a thread of its own."""
        self._read_picture(path, self.flow.take, self._picture_failed)

    def cancel(self) -> None:
        """Esc: the customer is gone."""
        self.scanbox.field.clear()
        self.places.show_below(Below.USUAL)
        self.flow.clear()
        self.today.go_today()
        self.scanbox.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancelled.emit()

    def toggle_why(self) -> None:
        """F1: how this was decided, or what was given."""
        if self._why.isEnabled():
            self.places.toggle(Below.WHY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.flow.touch()
        if event.key() in _ENTERS:
            self._enter(held=event.isAutoRepeat())
        elif event.key() == Qt.Key.Key_Backspace and self.flow.turn.group_open:
            self.flow.remove(self.group.members)
        elif not self._letters.take(event):
            super().keyPressEvent(event)

    def _enter(self, *, held: bool) -> None:
        """Enter means one thing each time it is pressed: a key that is held down gives to nobody else."""
        focus = self.focusWidget()
        if held or self.lift.takes_enter(focus):
            return
        if isinstance(focus, QAbstractButton) and focus is not self._give:
            press(focus)
        elif not self.scanbox.submit():
            self.flow.confirm()

    def _show_programme(self, day: object, lines: tuple[OfferLine, ...]) -> None:
        if day == self.today.day:
            self.today.put(lines, self._now().astimezone(self._face.formats.zone).date())

    def _picture_failed(self, error: Exception) -> None:
        self.flow.scan("", Source.PICTURE)
        self.verdict.tell(lambda: self._face.problem(error))

    def _undo(self, giving: str) -> None:
        def told(verdict: Verdict) -> None:
            if isinstance(verdict, Give):
                self.flow.undone(giving)
            self.given.tell(lambda: self._undone_words(verdict))
            self.changed.emit()

        self._operations.undo(giving, told)

    def _undone_words(self, verdict: Verdict) -> str:
        """What came of an undoing; where it says to ask support, whom."""
        late = verdict.main.reason is Reason.UNDO_TOO_LATE
        whom = support_words(self._face, self.contacts) if late else ""
        return " ".join(filter(None, (self._face.wording.sentence(verdict.main), whom)))

    def _show_turn(self) -> None:
        turn, offer = self.flow.turn, self.today.offers.line
        held = self._focused()
        self.verdict.show_turn(turn, offer, self.today.day)
        self.queue.show_turn(turn)
        self.party.show_turn(turn, offer)
        self.group.show_turn(turn)
        self.lift.show_turn(turn)
        self._fold_party()
        look = turn.look
        self._why.setEnabled(look is not None and bool(look.verdict.trace) and turn.stage is not Stage.READY)
        self.why.show_look(look)
        if not self._why.isEnabled() and self.places.below is Below.WHY:
            self.places.show_below(Below.USUAL)
        could_give = self._give.isEnabled()
        # While an answer is awaited the button stays as it was, so that it keeps the focus; the flow knows better than to give.
        if turn.stage is not Stage.LOOKING or look is None:
            self._give.setEnabled(turn.can_give or turn.can_leave_out or turn.is_over)
        self._cancel.setEnabled(turn.stage is not Stage.GIVING)
        self._say_give()
        gone = held is not None and not (isValid(held) and held.isEnabled() and held.isVisible())
        self._astray |= gone and not self.lift.holds(self._focused())
        if self._is_new_card():
            self._astray |= isinstance(self._focused(), QAbstractButton)
            self._area.reveal(self.group.newest or self.verdict.top)
        if turn.look is None and turn.stage is not self._stage:
            self.given.tell()  # what was told, was told of the customer before
            self.verdict.tell()
        if turn.stage is not self._stage or self._astray:  # a mere refresh takes the focus from nobody
            self._stage = turn.stage
            self._place_focus(opened=self._give.isEnabled() and not could_give)

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
        if stage in (Stage.LOOKING, Stage.GIVING) or not self.isVisible():
            return
        astray, self._astray = self._astray, False
        focus = self._focused()
        if isinstance(focus, QLineEdit) and focus.text():
            return
        at_rest = astray or focus is None or focus is self.scanbox.field or not focus.isEnabled()
        after_no = opened and (focus is self._cancel or (focus is not None and self.lift.isAncestorOf(focus)))
        if stage is Stage.READY and not astray and focus is not None and self.given.isAncestorOf(focus):
            return  # somebody undoes one line after the other
        if stage is Stage.READY:
            self.scanbox.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif stage is Stage.SHOWN and (at_rest or after_no):
            (self._give if self._give.isEnabled() else self._cancel).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.flow.turn.is_over:
            self._give.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_give(self) -> None:
        turn, say = self.flow.turn, self._face.say
        verdict = None if turn.look is None else turn.look.verdict
        if turn.is_over:
            self._give.say(say("ui", "give.next"), "⏎", say("help", "go_on"))
            return
        if turn.can_leave_out:
            text = say("ui", "group.go_on")
        elif isinstance(verdict, Give):
            text = say("ui", _GIVING.get(verdict.main.reason, "give.tickets"), n=verdict.tickets.total)
        else:
            text = say("ui", "give.tickets", n=1)
        self._give.say(text, "⏎", say("help", "give"))

    def _say(self) -> None:
        say = self._face.say
        self.places.panel.setAccessibleName(say("ui", "verdict.panel"))
        self._cancel.say(say("ui", "give.clear"), "Esc", say("help", "clear"))
        self._why.say(say("ui", "verdict.why"), "F1", say("help", "why"))
        self._closer.say(say("ui", "action.close"), "F1")
        self._say_give()

    def _below_changed(self) -> None:
        """The focus goes where the keys are wanted, and comes back."""
        below = self.places.below
        self._fold_party()
        if below is Below.WHY:
            self.why.take_focus()
        elif below is Below.TODAY:
            self.today.take_focus()
        elif below is Below.GIVEN:
            self.given.take_focus()
        else:
            self._astray = True
            self._place_focus()

    def _fold_party(self) -> None:
        """The lists of a tight page and a manager's reasons need the room; and who comes along is settled by then."""
        self.party.fold(self.places.below is not Below.USUAL or self.lift.asking)
        self.places.crowd(self.lift.asking or self.group.members > 1)

    def _go_offers(self) -> None:
        if self.places.tight:
            self.places.toggle(Below.TODAY)
        else:
            self.today.take_focus()

    def _go_given(self) -> None:
        if self.places.hides_given:
            self.places.toggle(Below.GIVEN)
        else:
            self.given.take_focus()

    def _why_closer(self) -> Button:
        self._closer = Button(self.toggle_why, "quiet")
        return self._closer

    def _connect(self) -> None:
        self.flow.turned.connect(self._show_turn)
        self.flow.booked.connect(self.changed)
        self.flow.failed.connect(self.verdict.show_trouble)
        self.flow.no_choice.connect(
            lambda: self.given.tell(lambda: self._face.say("ui", "scan.choose_first"))
        )
        self.flow.pin_answered.connect(self.lift.show_answer)
        self.today.chosen.connect(self._chosen)
        self.today.day_wanted.connect(lambda _day: self.refresh())
        self.scanbox.typed.connect(lambda text: self.flow.scan(text, Source.TYPED))
        self.party.children_chosen.connect(self.flow.set_children)
        self.party.assistants_chosen.connect(self.flow.set_assistants)
        self.group.removed.connect(self.flow.remove)
        self.bringer.chosen.connect(self.flow.set_party)
        self.lift.tried.connect(self.flow.allow)
        self.lift.chosen.connect(self.flow.lift)
        self.given.undone.connect(self._undo)
        self._face.reworded.connect(self._say)
        self.places.below_changed.connect(self._below_changed)

    def _chosen(self, line_chosen: OfferLine | None) -> None:
        self.places.show_offer(line_chosen)
        self.flow.choose(None if line_chosen is None else line_chosen.choice)
        self._show_turn()

    def _bind_keys(self) -> None:
        for sequence, act in (
            ("Esc", self.cancel),
            ("F1", self.toggle_why),
            ("F2", lambda: self.today.go(1)),
            ("Shift+F2", lambda: self.today.go(-1)),
            ("F3", self._go_offers),
            ("F4", lambda: self.scanbox.field.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            ("F5", self._go_given),
            ("F6", self.lift.open),
            ("Ctrl+Z", self.given.undo_latest),
            ("Ctrl+O", self.scanbox.picture_wanted.emit),
        ):
            key(sequence, self, act)

    def _panel(self) -> QFrame:
        inside = QWidget()
        inside.setLayout(column(self.verdict, 1, gap=0))
        area = self._area = Scroller(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        actions = WrappingRow(gap=2 * GRID, apart=True)
        for button in (self._give, self._cancel, self._why):
            actions.addWidget(button)
        parts = (area, self.queue, self.party, self.lift, actions)
        margin = (3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        return frame("panel", column(*parts, gap=GRID + GRID // 2, margin=margin))
