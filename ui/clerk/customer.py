"""The customer's view: one large, plain sentence in the customer's language, and nothing else of the desk.

It shows the turn as it stands and clears with the screen. Its language is the customer's: it is chosen here, changes
nothing for the clerk, and goes with the customer. Enter gives nothing here: the clerk does not see what.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.clerk.turn import Stage, Turn
from ui.face import Face
from ui.parts import Line, Words, announce, column, frame
from ui.scroller import Scroller
from ui.theme import GRID
from validator.words import LANGUAGES
from validator.words.customer import customer_sentences, customer_words

_SENTENCES = 4


class CustomerView(QWidget):
    """The view.

    Signals:
        left: F9 or Esc was pressed on it.
    """

    left = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._turn = Turn()
        self._language = ""
        self._above = Words("title")
        self._sentences = [Words("customer" if at == 0 else "sentence") for at in range(_SENTENCES)]
        self._languages = Line("strong")
        self._keys = Line("small")
        inside = QWidget()
        margin = 6 * GRID
        inside.setLayout(column(1, self._above, *self._sentences, 2, gap=3 * GRID, margin=margin))
        foot = column(self._languages, self._keys, gap=GRID // 2, margin=(margin, GRID, margin, 2 * GRID))
        self._area = Scroller(inside)
        self.setLayout(column(frame("panel", column(self._area, foot, gap=0)), gap=0))
        self.setFocusProxy(self._area)
        face.reworded.connect(self._say)
        self._say()

    @property
    def language(self) -> str:
        """The customer's language; the clerk's as long as no other was chosen."""
        return self._language or self._face.language

    @property
    def sentence(self) -> str:
        """The largest sentence."""
        return self._sentences[0].text()

    @property
    def text(self) -> str:
        """All that the customer reads."""
        words = (self._above, *self._sentences)
        return "\n".join(each.text() for each in words if each.text())

    def show_turn(self, turn: Turn) -> None:
        """Show where a turn stands; once the customer is gone, so is their language."""
        if turn.stage is Stage.READY and self._turn.stage is not Stage.READY:
            self._language = ""
        self._turn = turn
        self._say()

    def speak_next(self) -> None:
        """The next language, for the customer alone."""
        self._language = LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]
        self._say()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F8
        ):
            event.accept()  # else it would be the clerk's language that changes
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_F8:
                self.speak_next()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _say(self) -> None:
        before, language, look = self.text, self.language, self._turn.look
        given = self._turn.stage is Stage.GIVEN
        if self._turn.stage is Stage.READY:
            said: tuple[str, ...] = (customer_words("ready", language),)
        elif look is None:
            said = (customer_words("looking", language),)
        else:
            said = customer_sentences(look.verdict, language, self._face.formats.zone, done=given)
        self._above.say(customer_words("given", language) if given else "")
        for words, text in zip(self._sentences, (*said, *[""] * _SENTENCES), strict=False):
            words.say(text)
        names = (self._face.say("language", each) for each in LANGUAGES)
        marked = (
            f"● {name}" if each == language else name for each, name in zip(LANGUAGES, names, strict=True)
        )
        self._languages.setText("   ".join(marked))
        self._keys.setText(self._face.say("ui", "customer.keys"))
        for named in (self, self._area):  # the area has the keys
            named.setAccessibleName(self._face.say("ui", "customer.title"))
        if self.text != before and self.isVisible():
            announce(self, self.text)
