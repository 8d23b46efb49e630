"""One desk's window: it holds a page, takes pictures that are dropped on it, and says when it is closed that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.face import Face
from ui.icons import program_icon
from ui.parts import Words, column, key
from ui.theme import GRID

SMALLEST = QSize(1024, 700)
USUAL = QSize(1180, 800)
FAREWELL = 3_000
MASK = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff"


class Window(QWidget):
    """The window.

    Args:
        face: the face.
        farewell: milliseconds for which the last words stand.

    Attributes:
        waiting: tells how many tickets wait to be sent.

    Signals:
        dropped: the path of a picture that was dropped or opened.
    """

    dropped = Signal(object)

    def __init__(self, face: Face, farewell: int = FAREWELL) -> None:
        super().__init__()
        self._face = face
        self.waiting: Callable[[], int] = lambda: 0
        self._leaving = False
        self._farewell = farewell
        self._page: QWidget | None = None
        self._dialog: QFileDialog | None = None
        self._place = ""
        self.setObjectName("window")
        face.dress(self)
        self.setWindowIcon(program_icon())
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.setAcceptDrops(True)
        self._column: QVBoxLayout = column(gap=0)
        self.setLayout(self._column)
        face.reworded.connect(self._say)
        key("F11", self, self._toggle_full_screen)
        self._say()

    @property
    def page(self) -> QWidget | None:
        """What it holds."""
        return self._page

    @property
    def dialog(self) -> QFileDialog | None:
        """The dialog that asks for a file; one at a time."""
        return self._dialog

    def hold(self, page: QWidget, *, keep: bool = False) -> None:
        """Show another page; the one before is let go, or kept unseen for a later `hold` of it."""
        before, self._page = self._page, page
        if before is not None:
            before.hide()
            if not keep:
                self._column.removeWidget(before)
                before.deleteLater()
        if self._column.indexOf(page) < 0:
            self._column.addWidget(page)
        page.show()  # at once, so that it can take the focus

    @property
    def place(self) -> str:
        """Venue and desk, as they stand in the title."""
        return self._place

    def name_place(self, place: str) -> None:
        """Venue and desk, for the title: several windows may be open."""
        self._place = place
        self._say()

    def open_picture(self) -> None:
        """Let the user choose a picture file; the window goes on meanwhile."""
        dialog = self.ask_file("scan.open", self._face.say("ui", "scan.open"))
        if dialog is not None:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilter(f"{self._face.say('ui', 'scan.pictures')} ({MASK})")
            dialog.fileSelected.connect(lambda name: self.dropped.emit(Path(name)))
            dialog.show()

    def ask_file(self, question: str, title: str) -> QFileDialog | None:
        """A dialog beside the window for whoever asks to fill and show, in the place of the one before.

        Args:
            question: what is asked; where just that is asked already, its dialog comes to the front, and None is returned.
            title: the dialog's.
        """
        before = self._dialog
        if before is not None and before.objectName() == question:
            before.raise_()
            before.activateWindow()
            return None
        if before is not None:
            before.close()
        self._dialog = dialog = QFileDialog(self, title)
        dialog.setObjectName(question)
        dialog.setModal(False)
        dialog.finished.connect(self._file_asked)
        return dialog

    def close_dialog(self) -> None:
        """A card was read: nothing may stand above its answer, or have the keys that are meant for it."""
        if self._dialog is not None:
            self._dialog.close()
            self.activateWindow()

    def _file_asked(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        waiting = 0 if self._leaving else self.waiting()
        if not waiting:
            self.setUpdatesEnabled(False)  # what was still to be painted would meet a window that is gone
            event.accept()
            return
        # Said, not asked: closing once more closes at once.
        event.ignore()
        self._leaving = True
        if self._page is not None:
            self._page.hide()
        self._column.addWidget(Farewell(self._face, waiting))
        QTimer.singleShot(self._farewell, self, self.close)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _say(self) -> None:
        title = self._face.say("ui", "window.title")
        self.setWindowTitle(f"{self._place} – {title}" if self._place else title)


class Farewell(QWidget):
    """Said when the window is closed while tickets wait: they are safe. It asks nothing."""

    def __init__(self, face: Face, waiting: int) -> None:
        super().__init__()
        self._face = face
        self._waiting = waiting
        self._words = Words("title")
        face.reworded.connect(self._say)  # a method: it is let go with the widget
        self._say()
        layout = column(1, self._words, 1)
        layout.setContentsMargins(8 * GRID, 8 * GRID, 8 * GRID, 8 * GRID)
        self.setLayout(layout)

    def _say(self) -> None:
        self._words.setText(self._face.say("ui", "window.close_waiting", n=self._waiting))


def _file_of(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
