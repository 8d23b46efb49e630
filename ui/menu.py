"""The menu: language, look, size of texts, camera, scanner, about. No entry has a mnemonic: a hand scanner might type it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.camera import Camera
from ui.cameramenu import CameraMenu
from ui.face import Face
from ui.parts import IconButton, key
from ui.sounds import Sounds
from ui.theme import FACTORS, Mode
from validator.words import LANGUAGES


class MenuButton(IconButton):
    """The button and its menu.

    Args:
        face: what most entries change.
        guide: shows the quick guide.
        about: shows the About box.
        camera: what the entry of cameras changes.
        test: shows the check-up and the scanner's test.
        train: begins or ends training.
        sounds: what one entry switches on and off.
    """

    def __init__(
        self,
        face: Face,
        guide: Callable[[], None],
        about: Callable[[], None],
        camera: Camera,
        test: Callable[[], None],
        train: Callable[[], None],
        sounds: Sounds,
    ) -> None:
        super().__init__(face, "menu", self.open)
        self._face = face
        self._menu = QMenu(self)
        self._titles: list[tuple[QMenu, str]] = []
        self._languages = self._choices("window.language", LANGUAGES, face.speak)
        self._looks = self._choices("window.look", tuple(Mode), lambda mode: face.wear(Mode(mode)))
        sizes = tuple(str(factor) for factor in FACTORS)
        self._sizes = self._choices("window.text_size", sizes, lambda factor: face.enlarge(float(factor)))
        self._cameras = CameraMenu(face, camera, self)
        self._menu.addMenu(self._cameras)
        self._end = self._menu.addSeparator()
        self._more: list[tuple[QAction, str, str]] = []
        self._sounds = sounds
        self._sound = self._menu.addAction("")
        self._sound.setCheckable(True)
        self._sound.triggered.connect(sounds.switch)
        self._test = self._menu.addAction("", test)
        self._train = self._menu.addAction("", train)
        self._guide = self._menu.addAction("", guide)
        self._about = self._menu.addAction("", about)
        face.reworded.connect(self._say)
        face.restyled.connect(self._tick)
        self._say()

    def hold(self, menu: QMenu) -> None:
        """One more choice below the others."""
        self._menu.insertMenu(self._end, menu)

    def offer(self, text: str, shortcut: str, act: Callable[[], None]) -> None:
        """One more entry above the test, by the key of its text in the context ``ui`` and its own key."""
        action = QAction(self)
        action.triggered.connect(act)
        self._menu.insertAction(self._test, action)
        self._more.append((action, text, shortcut))
        self._say()

    def open(self) -> None:
        """Open the menu below the button; it blocks nothing."""
        self._tick()
        self._cameras.refresh()
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def close_menu(self) -> None:
        """Away with it, for example because a card was scanned."""
        self._menu.close()

    def _choices(self, title: str, values: tuple[str, ...], chosen: Callable[[str], None]) -> list[QAction]:
        menu = self._menu.addMenu("")
        self._titles.append((menu, title))
        group = QActionGroup(self)
        actions = []
        for value in values:
            action = QAction(self)
            action.setData(value)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, value=value: chosen(value))
            group.addAction(action)
            menu.addAction(action)
            actions.append(action)
        return actions

    def _say(self) -> None:
        say = self._face.say
        self.say(say("ui", "window.menu"))
        for menu, title in self._titles:
            menu.setTitle(self._title(title))
        for action in self._languages:
            action.setText(say("language", action.data()))
        looks = {
            Mode.SYSTEM: say("ui", "look.system"),
            Mode.LIGHT: say("ui", "look.light"),
            Mode.DARK: say("ui", "look.dark"),
        }
        for action in self._looks:
            action.setText(looks[Mode(action.data())])
        for action in self._sizes:
            action.setText(f"{round(float(action.data()) * 100)} %")
        self._sound.setText(say("ui", "window.sounds"))
        self._test.setText(f"{say('ui', 'preflight.menu')}   F12")
        for action, text, shortcut in self._more:
            action.setText("   ".join(filter(None, (say("ui", text), shortcut))))
        self._train.setText(f"{say('ui', 'training.title')}   Ctrl+T")
        self._guide.setText(say("ui", "window.help"))
        self._about.setText(say("ui", "window.about"))
        self._tick()

    def _title(self, title: str) -> str:
        match title:
            case "window.language":
                return f"{self._face.say('ui', 'window.language')}   F8"
            case "window.look":
                return self._face.say("ui", "window.look")
            case _:
                return self._face.say("ui", "window.text_size")

    def _tick(self) -> None:
        self._sound.setChecked(self._sounds.on)
        now = (
            (self._languages, self._face.language),
            (self._looks, self._face.mode.value),
            (self._sizes, str(self._face.theme.factor)),
        )
        for actions, value in now:
            for action in actions:
                action.setChecked(action.data() == value)


def bind_face_keys(face: Face, window: QWidget) -> None:
    """The keys that do the same as the menu."""
    key("F8", window, face.speak_next)
    key("Ctrl++", window, lambda: face.step(1))
    key("Ctrl+=", window, lambda: face.step(1))
    key("Ctrl+-", window, lambda: face.step(-1))
    key("Ctrl+0", window, lambda: face.enlarge(1.0))
