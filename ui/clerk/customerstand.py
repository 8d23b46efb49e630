"""Where the customer's view stands: on a second screen beside the clerk's window, or over the whole of the only one.

On the only screen it takes the clerk's page's place until F9 or Esc, and the window all of the screen; the lines around it go. On a
second screen it has no keys: they stay with the clerk, and Shift+F9 changes the customer's language from there.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.clerk.customer import CustomerView
from ui.clerk.flow import Flow
from ui.face import Face


class CustomerStand(QObject):
    """Shows the customer's view, and puts it away.

    Args:
        flow: whose turns are shown.
        stack: holds the pages.
        page: the clerk's; shown again afterwards.
        field: has the focus then.
        around: what else is in the window, which the customer need not read.

    Signals:
        covered: whether the customer reads the clerk's window, from now on.
    """

    covered = Signal(bool)

    def __init__(
        self, face: Face, flow: Flow, stack: QStackedWidget, page: QWidget, field: QWidget, *around: QWidget
    ) -> None:
        super().__init__(stack)
        self._face, self._flow = face, flow
        self._stack, self._page, self._field = stack, page, field
        self._around = around
        self._put_by: list[QWidget] = []
        self._fills = False
        self._view: CustomerView | None = None
        flow.turned.connect(self._show_turn)

    @property
    def view(self) -> CustomerView:
        """The view, made when it is first asked for."""
        if self._view is None:
            self._view = CustomerView(self._face)
            self._view.left.connect(self.leave)
            self._show_turn()
        return self._view

    @property
    def is_shown(self) -> bool:
        """Whether the customer can read it."""
        return self._view is not None and (self._view.isWindow() or self.covers)

    @property
    def covers(self) -> bool:
        """Whether it stands in the clerk's page's place."""
        return self._view is not None and self._stack.currentWidget() is self._view

    def toggle(self) -> None:
        """F9."""
        if self.is_shown:
            self.leave()
        elif self._stack.currentWidget() is self._page:
            self._show()

    def speak_next(self) -> None:
        """Shift+F9: the customer's next language."""
        if self.is_shown:
            self.view.speak_next()

    def leave(self) -> None:
        """Away with it; the clerk's page is as it was."""
        view = self._view
        if view is None or not self.is_shown:
            return
        if not self.covers:
            view.hide()
            self._view = None
            view.deleteLater()
            return
        for part in self._put_by:
            part.show()
        self._stack.setCurrentWidget(self._page)
        window = self._stack.window()
        if self._fills and window.isFullScreen():
            window.showNormal()
        self._field.setFocus()
        self.covered.emit(False)

    def _show(self) -> None:
        view = self.view
        beside = self._other_screen()
        if beside is not None:
            view.setParent(None)
            view.setObjectName("window")
            self._face.dress(view)
            view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            view.setWindowTitle(view.accessibleName())
            view.setGeometry(beside.geometry())
            view.showFullScreen()
            return
        self._put_by = [part for part in self._around if not part.isHidden()]
        for part in self._put_by:
            part.hide()
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        window = self._stack.window()
        self._fills = not window.isFullScreen()
        window.showFullScreen()
        view.setFocus()
        self.covered.emit(True)

    def _other_screen(self) -> QScreen | None:
        """A screen that the clerk's window is not on."""
        own = self._stack.screen()
        return next((screen for screen in QGuiApplication.screens() if screen is not own), None)

    def _show_turn(self) -> None:
        if self._view is not None:
            self._view.show_turn(self._flow.turn)
