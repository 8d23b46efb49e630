"""The printable pages from the window: where to put the PDF is asked beside it, and the system's viewer shows what was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.contacts import support_words
from ui.deskview import DeskView
from ui.face import Face
from ui.menu import MenuButton
from ui.paper.cheat import write_guide
from ui.paper.sheet import write_sheet
from ui.parts import key
from ui.window import Window
from ui.work import DeskWork
from validator.desk import Contacts

Write = Callable[[Path], None]


def show_file(path: Path) -> None:
    """Show a file in whatever the system shows such files with: there it can be printed."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Printables(QObject):
    """The pages.

    Args:
        face: their language.
        window: what the question where to put them stands beside.
        work: the thread on which they are drawn.
        trouble: is told what went wrong.
        shown: shows what was written.
    """

    def __init__(
        self,
        face: Face,
        window: Window,
        work: DeskWork,
        trouble: Callable[[Exception], None],
        shown: Callable[[Path], None] = show_file,
    ) -> None:
        super().__init__(window)
        self._face = face
        self._window = window
        self._work = work
        self._trouble = trouble
        self._shown = shown
        self._contacts = Contacts()
        key("Ctrl+P", window, self.save_guide)

    def attach(self, view: DeskView, menu: MenuButton) -> None:
        """Put what is about paper into an open desk's menu."""
        menu.offer("paper.menu", "Ctrl+E", view.show_paper)
        menu.offer("sheet.menu", "", self.save_sheet)
        menu.offer("guide.menu", "Ctrl+P", self.save_guide)

    def save_guide(self) -> None:
        """Ctrl+P, or the menu: cheat sheet and quick guide."""
        wording, contact = self._face.wording, support_words(self._face, self._contacts)
        self._save("guide.file", lambda path: write_guide(path, wording, contact))

    def save_sheet(self) -> None:
        """The paper sheet."""
        wording, venue = self._face.wording, self._window.place
        self._save("sheet.file", lambda path: write_sheet(path, wording, venue))

    def know_contacts(self, contacts: Contacts) -> None:
        """Whom to ask."""
        self._contacts = contacts

    def _save(self, name: str, write: Write) -> None:
        dialog = self._window.ask_file(name, self._face.say("ui", "print.where"))
        if dialog is None:
            return
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._face.say('ui', name)}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), write))
        dialog.show()

    def write(self, path: Path, write: Write) -> None:
        """Write a page, off the screen's thread, and show it."""
        self._work.submit(lambda: write(path), lambda _: self._shown(path), self._trouble)
