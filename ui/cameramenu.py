"""The menu of cameras: those that the machine has, by name, what the setting says besides, and none. No entry has a mnemonic."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.camera import Camera
from ui.face import Face
from validator.scan.choice import OFF, choice_of, chosen_camera, name_of, path_of
from validator.scan.known import KnownCamera


class CameraMenu(QMenu):
    """The entries are made anew whenever the list of cameras comes; until it comes for the first time there is what is chosen.

    Args:
        face: the language.
        camera: what is chosen, and what can be.
        parent: what it belongs to.
    """

    def __init__(self, face: Face, camera: Camera, parent: QWidget) -> None:
        super().__init__(parent)
        self._face = face
        self._camera = camera
        self._known: tuple[KnownCamera, ...] = ()
        self._group = QActionGroup(self)
        camera.listed.connect(self._list)
        camera.chosen.connect(self._tick)
        face.reworded.connect(self._fill)
        self._fill()

    def refresh(self) -> None:
        """Have the list of cameras read anew; it comes when it comes."""
        self._camera.ask()

    def _list(self, known: tuple[KnownCamera, ...]) -> None:
        if known != self._known:
            self._known = known
            self._fill()

    def _fill(self) -> None:
        self.setTitle(self._face.say("ui", "window.camera"))
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        self.clear()
        for choice, text in self._entries():
            action = QAction(text.replace("&", "&&"), self)
            action.setData(choice)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, choice=choice: self._camera.choose(choice))
            self._group.addAction(action)
            self.addAction(action)
        self._tick()

    def _entries(self) -> Iterable[tuple[str, str]]:
        """Settings and what they are called: cameras, then what is, or was, set and is none of them, then none."""
        names = [camera.name for camera in self._known]
        for camera in self._known:
            number = self._numbered(camera.index)
            alike = names.count(camera.name) > 1 and camera.name
            yield choice_of(camera), f"{camera.name} ({number})" if alike else camera.name or number
        for choice in dict.fromkeys((self._camera.first_choice, self._camera.choice)):
            if choice != OFF and (path_of(choice) is not None or chosen_camera(choice, self._known) is None):
                yield choice, name_of(choice) or self._numbered(int(choice))
        yield OFF, self._face.say("ui", "camera.none")

    def _numbered(self, index: int) -> str:
        return self._face.say("ui", "camera.numbered", number=index + 1)

    def _tick(self) -> None:
        choice = self._camera.choice
        camera = chosen_camera(choice, self._known)
        meant = choice if camera is None else choice_of(camera)
        for action in self._group.actions():
            action.setChecked(action.data() == meant)
