"""The part of the menu that says which serial scanner is used: none, whichever is found, or a port."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.face import Face
from ui.work import DeskWork
from validator.scan.serialport import AUTO, OFF, Port, chosen_port, port_choice, port_words, ports


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
        for value, key in ((OFF, "scanner.off"), (AUTO, "scanner.auto")):
            self._add(value, say("ui", key), ticked=self._chosen() == value)
        chosen = self._chosen()
        meant = chosen_port(chosen, self._ports)
        listed = {port_choice(port): port for port in self._ports}
        if chosen not in (OFF, AUTO) and meant is None:
            self._add(chosen, port_words(chosen), ticked=True)
        for choice, port in listed.items():
            self._add(choice, port_words(choice), ticked=port is meant)

    def _add(self, value: str, text: str, *, ticked: bool) -> None:
        action = QAction(text.replace("&", "&&"), self)
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.triggered.connect(lambda _checked: self._choose(value))
        self._group.addAction(action)
        self.addAction(action)
