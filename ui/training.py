"""Training: the open desk's page gives way to one of a practice desk, whose files are thrown away, and comes back as it was.

1. Nothing of practice reaches the desk's own files or its hub: the page has another desk behind it (`validator.desk.practice`).
   What the real desk has to send is sent meanwhile.
2. A real card is not judged here. It is kept for `patience`, told of in the band, and asked for once training ends; Esc lets it be.
3. In earnest, a practice card is no customer's: it is said what it is, and the desk is not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from sync.runner import Connection
from ui.deskview import DeskView
from ui.face import Face
from ui.operations import Operations
from ui.parts import key
from ui.practicecards import PracticeCards
from ui.ready import Ready
from ui.trainingband import TrainingBand
from ui.window import Window
from ui.work import DeskWork, PassingWork
from validator.desk.practice import PIN, PracticeDesk
from validator.domain.code import CardRead, Recognised, Source, Symbology, interpret
from validator.domain.network import RuleSet
from validator.domain.practice import PracticeCard, is_practice

MakeView = Callable[[Operations, Callable[[], datetime], TrainingBand], DeskView]
"""Makes an open desk's page: what it asks, its clock, and what stands above every page."""


class Training(QObject):
    """Begins and ends training in one window.

    Args:
        view: the real desk's page.
        ready: the real desk.
        rules: the rule sets of its card list.
        make: makes the practice desk's page.
        patience: milliseconds for which a real card's reading is kept.

    Signals:
        switched: another page is shown; `view` has it.
    """

    switched = Signal()

    def __init__(
        self,
        face: Face,
        window: Window,
        work: DeskWork,
        view: DeskView,
        ready: Ready,
        rules: Callable[[], tuple[RuleSet, ...]],
        make: MakeView,
        patience: int,
    ) -> None:
        super().__init__(window)
        self._face, self._window, self._work = face, window, work
        self._real, self._ready, self._rules, self._make = view, ready, rules, make
        self._opening = False
        self._passing = PassingWork(work)
        self._practice: PracticeDesk | None = None
        self._view: DeskView | None = None
        self._band: TrainingBand | None = None
        self.cards: PracticeCards | None = None
        self._kept: tuple[CardRead, ...] = ()
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.setInterval(patience)
        self._forgetting.timeout.connect(self._let_be)
        view.clerk.flow.sets_aside = self._is_for_practice
        key("Ctrl+T", window, self.toggle)
        key("Ctrl+K", window, self.show_cards)

    @property
    def on(self) -> bool:
        """Whether somebody practises."""
        return self._view is not None

    @property
    def views(self) -> tuple[DeskView, ...]:
        """The pages that there are: the real desk's, and while somebody practises the practice desk's."""
        return (self._real,) if self._view is None else (self._real, self._view)

    @property
    def real(self) -> DeskView:
        """The real desk's page, shown or not."""
        return self._real

    @property
    def band(self) -> TrainingBand | None:
        """What stands above every page while somebody practises."""
        return self._band

    def toggle(self) -> None:
        """Ctrl+T: begin, or end."""
        if self.on:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Make a practice desk and show its page."""
        if self.on or self._opening or self._real.stopped or self._serves():
            return
        self._opening = True
        ready, rules = self._ready, self._rules()
        name = self._face.say("ui", "training.desk")

        def make() -> PracticeDesk:
            at_once = ready.desk.at_once.anywhere()
            return PracticeDesk.open(name, ready.code_format, rules, ready.now, at_once=at_once)

        self._work.submit(make, self._opened, self._failed)

    def end(self) -> None:
        """Back to the real desk's page; a real card that was read meanwhile is asked for now."""
        view, practice = self._view, self._practice
        if view is None or practice is None:
            return
        kept, self._kept = self._kept, ()
        self._forgetting.stop()
        self._tell_kept()
        self._put_away(view)
        self._window.hold(self._real)
        self._work.submit(practice.close, lambda _: None)
        self.switched.emit()
        self._real.refresh()
        self._real.clerk.scanbox.field.setFocus()
        for read in kept:
            self._real.clerk.flow.take(read)

    def stop(self) -> None:
        """The program ends: ask no more, and throw the practice desk away."""
        self._real.stop()
        if self._view is not None and self._practice is not None:
            practice = self._practice
            self._put_away(self._view)
            self._work.submit(practice.close, lambda _: None)

    def show_cards(self) -> None:
        """The practice cards, beside the window."""
        if self._practice is None:
            return
        if self.cards is None:
            self.cards = PracticeCards(
                self._face, self._window, self._practice.cards, PIN, self._read, self._cut, self.end
            )
        self.cards.show()
        self.cards.take_focus()

    def _put_away(self, view: DeskView) -> None:
        view.stop()
        self._passing.end()
        self._view = self._practice = self._band = None
        if self.cards is not None:
            self.cards.close()
            self.cards.deleteLater()
            self.cards = None

    def _opened(self, practice: PracticeDesk) -> None:
        self._opening = False
        if self._real.stopped or self._serves():
            self._work.submit(practice.close, lambda _: None)
            return
        self._real.to_clerk()
        self._practice = practice
        self._band = band = TrainingBand(self._face, self.show_cards, self.end)
        self._passing = PassingWork(self._work)
        operations = Operations(practice.desk, self._passing, lambda: None)
        self._view = view = self._make(operations, self._ready.now, band)
        view.clerk.flow.sets_aside = self._is_real
        view.clerk.given.practise()
        view.clerk.cancelled.connect(self._let_be)
        view.customer.covered.connect(band.cover)
        view.show_connection(self._connection())
        self._window.hold(view, keep=True)
        self.switched.emit()
        view.clerk.scanbox.field.setFocus()
        band.announce()

    def _serves(self) -> bool:
        """Whether a customer is on the real page, who comes first."""
        busy = self._real.clerk.flow.turn.ask is not None
        if busy:
            self._real.clerk.verdict.tell(lambda: self._face.say("ui", "training.customer_first"))
        return busy

    def _failed(self, error: Exception) -> None:
        self._opening = False
        self._real.strip.show_trouble(error)

    def _connection(self) -> Connection:
        practice = self._practice
        online = practice is None or not practice.cut_off
        return Connection(online=online, since=self._ready.now())

    def _cut(self, off: bool) -> None:
        practice = self._practice
        if practice is None:
            return

        def done(_: None) -> None:
            if self._view is not None and self._practice is practice:
                self._view.show_connection(self._connection())
                self._view.clerk.flow.refresh()

        self._work.submit(lambda: practice.cut(off=off), done)

    def _read(self, card: PracticeCard) -> None:
        """As if a scanner, or for a slip of the finger the keys, had read it."""
        if self._view is None:
            return
        self._window.activateWindow()
        if not self._view.on_clerk_page:
            self._view.show_clerk()
        source = Source.TYPED if card.typed else Source.HAND
        self._view.clerk.flow.scan(card.text, source, None if card.typed else Symbology.CODE39)

    def _is_real(self, read: CardRead) -> bool:
        """While somebody practises: whether a reading is a real card's, which is then kept and told of."""
        found = interpret(read, self._ready.code_format)
        if is_practice(read) or not isinstance(found, Recognised) or self._view is None:
            return False
        if all(read.payload != known.payload for known in self._kept):
            self._kept = (*self._kept, read)
        self._view.clerk.flow.clear()
        self._forgetting.start()
        self._tell_kept()
        return True

    def _let_be(self) -> None:
        """Nobody waits any more."""
        self._forgetting.stop()
        self._kept = ()
        self._tell_kept()

    def _tell_kept(self) -> None:
        if self._band is not None:
            found = (interpret(read, self._ready.code_format) for read in self._kept)
            self._band.show_real(tuple(each.code.masked for each in found if isinstance(each, Recognised)))

    def _is_for_practice(self, read: CardRead) -> bool:
        """In earnest: whether a reading is a practice card's; then it is said what it is."""
        if not is_practice(read):
            return False
        clerk = self._real.clerk
        clerk.verdict.tell(lambda: self._face.say("ui", "training.card_in_earnest"))
        return True
