"""What every widget is given to show itself: the language, the look and the size of texts, all of which may change at any time.

A widget says its texts in a method of its own and connects it to `Face.reworded`; what it paints by hand it connects to
`Face.restyled`. Nothing is built anew for another language, so that a switch in the middle of a customer changes the words alone.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.sheet import dress, dress_window
from ui.theme import DARK, LIGHT, Mode, Theme, next_factor
from ui.words import Translator
from validator.domain.network import HELSINKI, Names
from validator.errors import KnownError
from validator.words import LANGUAGES, Formats, Value, Wording


class Face(QObject):
    """The face of the program, shared by its windows.

    Args:
        app: the application that is dressed and translated.

    Signals:
        reworded: the language changed.
        restyled: the theme changed.
    """

    reworded = Signal()
    restyled = Signal()

    def __init__(
        self, app: QApplication, language: str = "fi", mode: Mode = Mode.SYSTEM, factor: float = 1.0
    ) -> None:
        super().__init__()
        self._app = app
        self._translator = Translator()
        self._mode = mode
        self._factor = factor
        self._zone = HELSINKI
        self._language = language
        self._theme = Theme()
        self._speak()
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def mode(self) -> Mode:
        """How the palette is chosen."""
        return self._mode

    @property
    def language(self) -> str:
        """The language in force."""
        return self._language

    @property
    def wording(self) -> Wording:
        """How things are said now."""
        return self._wording

    @property
    def formats(self) -> Formats:
        """How days and times are written now."""
        return self._wording.formats

    def say(self, context: str, key: str, /, **values: Value) -> str:
        """A text with its values. One without any is the same each time: an answer says a hundred of them."""
        if values:
            return self._wording.phrase(context, key, values)
        plain = self._plain.get((context, key))
        if plain is None:
            plain = self._plain[context, key] = self._wording.phrase(context, key)
        return plain

    def named(self, names: Names) -> str:
        """A name of the network in the language in force."""
        return names.spoken(self._language)

    def problem(self, error: Exception) -> str:
        """What went wrong, in words: the world's errors have their own, ours have one that calms."""
        if isinstance(error, KnownError):
            return self._wording.problem(error)
        return self.say("ui", "window.trouble")

    def short_day(self, day: date) -> str:
        """A day behind its weekday."""
        return self.formats.weekday(day)

    def moment(self, instant: datetime) -> str:
        """Weekday, day and time of day."""
        local = instant.astimezone(self._zone)
        return f"{self.formats.weekday(local.date())}  {self.formats.hour(local)}"

    def speak(self, language: str) -> None:
        """Switch the language, in place."""
        if language != self._language:
            self._language = language
            self._speak()
            self.reworded.emit()

    def speak_next(self) -> None:
        """Switch to the next language."""
        self.speak(LANGUAGES[(LANGUAGES.index(self._language) + 1) % len(LANGUAGES)])

    def show_in(self, zone: ZoneInfo) -> None:
        """Show instants in the venue's zone."""
        if zone != self._zone:
            self._zone = zone
            self._speak()
            self.reworded.emit()

    def wear(self, mode: Mode) -> None:
        """Light, dark, or as the system has it."""
        self._mode = mode
        self._dress()
        self.restyled.emit()

    def enlarge(self, factor: float) -> None:
        """Texts of this size."""
        if factor != self._factor:
            self._factor = factor
            self._dress()
            self.restyled.emit()

    def step(self, direction: int) -> None:
        """Texts one step larger (1) or smaller (-1)."""
        self.enlarge(next_factor(self._factor, direction))

    def dress(self, window: QWidget) -> None:
        """Give a window without a parent its look, for as long as it lives; what is put into it wears the same."""
        dress_window(window, self._theme)

    def close(self) -> None:
        """Leave the application as it was."""
        self._app.styleHints().colorSchemeChanged.disconnect(self._system_changed)
        self._translator.leave()

    def _speak(self) -> None:
        if self._translator.language != self._language:
            self._translator.use(self._language)
        self._wording = self._translator.wording(self._zone)
        self._plain: dict[tuple[str, str], str] = {}

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self.wear(Mode.SYSTEM)

    def _dress(self) -> None:
        scheme = self._app.styleHints().colorScheme()
        is_dark = self._mode is Mode.DARK or (self._mode is Mode.SYSTEM and scheme is Qt.ColorScheme.Dark)
        self._theme = Theme(DARK if is_dark else LIGHT, self._factor)
        dress(self._app, self._theme)
