"""What stands in the input that has the focus, so that it can be put back: the first signs of a scan were none of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid


class Entry:
    """The input that has the focus now: a field with its text and cursor, or a box with its choice. Of anything else, nothing."""

    def __init__(self) -> None:
        focus = QApplication.focusWidget()
        self._held: QWidget | None = None
        self._restore: Callable[[], None] = lambda: None
        if isinstance(focus, QLineEdit):
            self._hold_field(focus)
        elif isinstance(focus, QComboBox) and not focus.isEditable():
            self._hold_box(focus)

    def restore(self) -> None:
        """Put it back as it was, if it is still there."""
        if self._held is not None and isValid(self._held):
            self._restore()

    def _hold_field(self, field: QLineEdit) -> None:
        text, cursor = field.text(), field.cursorPosition()
        first, length = field.selectionStart(), len(field.selectedText())

        def restore() -> None:
            if field.text() != text:
                field.setText(text)
            if length:
                field.setSelection(first, length)
            else:
                field.setCursorPosition(cursor)

        self._held, self._restore = field, restore

    def _hold_box(self, box: QComboBox) -> None:
        chosen = box.currentIndex()
        self._held, self._restore = box, lambda: box.setCurrentIndex(chosen)
