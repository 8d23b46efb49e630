"""The part of the menu that says which serial scanner is used: none, whichever is found, or a port."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.face import Face
from ui.work import DeskWork
from validator.scan.serialport import AUTO, OFF, Port, ports


class ScannerMenu(QMenu):
    """The menu. Which ports there are is asked each time it is opened, off the screen's thread.

    Args:
        work: asks for the ports.
        chosen: tells what is chosen.
        choose: takes another choice.
    """

    def __init__(
        self,
        face: Face,
        parent: QWidget,
        work: DeskWork,
        chosen: Callable[[], str],
        choose: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._face = face
        self._work = work
        self._chosen = chosen
        self._choose = choose
        self._group = QActionGroup(self)
        self._ports: tuple[Port, ...] = ()
        self.aboutToShow.connect(self._opened)
        face.reworded.connect(self._say)
        self._say()

    def _opened(self) -> None:
        self._say()
        self._work.submit(ports, self._found)

    def _found(self, found: tuple[Port, ...]) -> None:
        if found != self._ports:
            self._ports = found
            self._say()

    def _say(self) -> None:
        say = self._face.say
        self.setTitle(say("ui", "window.scanner"))
        for action in self.actions():
            self._group.removeAction(action)
            self.removeAction(action)
            action.deleteLater()
        self._add(OFF, say("ui", "scanner.off"))
        self._add(AUTO, say("ui", "scanner.auto"))
        chosen = self._chosen()
        listed = {port.path: port.name for port in self._ports}
        if chosen not in (OFF, AUTO):
            listed.setdefault(chosen, "")
        for path, name in listed.items():
            shown = f"{path}  {name}" if name else path
            self._add(path, shown.replace("&", "&&"))

    def _add(self, value: str, text: str) -> None:
        action = QAction(text, self)
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(value == self._chosen())
        action.triggered.connect(lambda _checked: self._choose(value))
        self._group.addAction(action)
        self.addAction(action)
