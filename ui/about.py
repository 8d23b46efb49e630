"""About this program: version, licence, the rules in force, whose scheme Kaikukortti is. The desk goes on beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.beside import Beside
from ui.face import Face
from ui.icons import program_icon
from ui.parts import Words, line
from ui.theme import GRID
from validator import __version__
from validator.domain.network import RuleSet

LICENCE = "MIT"
_LOGO = 64


class About(Beside):
    """The box."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        self._rules: tuple[RuleSet, ...] = ()
        logo = Words(wraps=False)
        logo.setPixmap(program_icon().pixmap(_LOGO, _LOGO))
        self._title = Words("title")
        self._texts = [Words() for _ in range(5)]
        super().__init__(face, parent, line(logo, self._title, gap=2 * GRID), self._texts, gap=2 * GRID)
        self._say()

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(words.text() for words in (self._title, *self._texts))

    def show_rules(self, rules: tuple[RuleSet, ...]) -> None:
        """The rule sets of the card list."""
        self._rules = rules
        self._say()

    def _say(self) -> None:
        super()._say()
        say = self._face.say
        self.setWindowTitle(say("ui", "about.title"))
        self._title.setText("Kaikuportti")
        rules = ", ".join(self._named(each) for each in self._rules)
        said = (
            say("ui", "about.what"),
            say("ui", "about.version", version=__version__),
            say("ui", "about.licence", licence=LICENCE),
            say("ui", "about.rules", rules=rules) if rules else "",
            say("ui", "about.scheme"),
        )
        for words, text in zip(self._texts, said, strict=True):
            words.say(text)
        self._measure()

    def _named(self, rules: RuleSet) -> str:
        day = self._face.formats.day
        start, end = rules.window.start, rules.window.end
        span = f"{'' if start is None else day(start)}–{'' if end is None else day(end)}"
        return rules.id if span == "–" else f"{rules.id} ({span})"
