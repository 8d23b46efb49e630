"""Small parts that every page is made of: labels that wrap, icons in one colour, buttons, frames."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import (
    QEvent,
    QMargins,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from ui.face import Face
from ui.icons import icon, picture
from ui.sheet import ROLE, font_of, give_role
from ui.theme import FOCUS, GRID, ICON, Text, Tone

Margin = int | tuple[int, int, int, int]
"""Around a layout: the same everywhere, or left, top, right, bottom."""

_EDITING = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Redo,
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Words(QLabel):
    """Text that wraps and is never taken for markup."""

    def __init__(self, role: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if role:
            give_role(self, role)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room."""
        self.setText(text)
        if not text:
            self.hide()
        elif self.parentWidget() is not None:  # else it would be a window of its own for a moment
            self.show()


class Field(QLineEdit):
    """A field that leaves the window its own keys, whatever the platform edits with them: under X11 Ctrl+E is the line's end.

    The keys that somebody edits with stay the field's; while nothing stands in it Ctrl+Z is not one of them.
    """

    def event(self, event: QEvent) -> bool:
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and not self._edits_with(event) and self._is_bound(event):
            event.ignore()
            return False
        return super().event(event)

    def _edits_with(self, event: QKeyEvent) -> bool:
        undoes = bool(self.text()) and event.matches(QKeySequence.StandardKey.Undo)
        return undoes or any(event.matches(key) for key in _EDITING)

    def _is_bound(self, event: QKeyEvent) -> bool:
        """Whether some page of the window has this key, shown or not: where none takes it, the field still gets it."""
        if not event.modifiers() & _COMMANDS:
            return False
        pressed = QKeySequence(event.keyCombination())
        return any(bound.key() == pressed for bound in self.window().findChildren(QShortcut))


class Line(Words):
    """Words that would like to be on one line, and wrap where there is no room for that."""

    def __init__(self, role: str = "") -> None:
        super().__init__(role)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(wide, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())


class Sign(QLabel):
    """An icon, `ICON` pixels large at most: the only thing on a panel that has a colour.

    It is as high as a line of the text beside it, so that it stands in the middle of the first one.
    """

    def __init__(
        self,
        face: Face,
        name: str = "",
        tone: Tone = Tone.CALM,
        size: int = ICON,
        beside: Text = Text.BASE,
    ) -> None:
        super().__init__()
        self._beside = beside
        self._face = face
        self._name = name
        self._tone = tone
        self._size = size
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(size)
        face.restyled.connect(self._draw)
        self._draw()

    def show_sign(self, name: str, tone: Tone) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self._draw()

    def _draw(self) -> None:
        theme = self._face.theme
        line_height = QFontMetrics(font_of(theme, self._beside)).height()
        self.setFixedHeight(max(self._size, line_height))
        if self._name:
            palette = theme.palette
            self.setPixmap(
                picture(self._name, palette.ink, theme.tone(self._tone), palette.panel, self._size)
            )
        else:
            self.clear()


ENTER_SIGN = "⏎"
"""Names the Enter key on what it presses."""


class Button(QPushButton):
    """A button that never acts on a mnemonic, which a hand scanner might type."""

    def __init__(self, act: Callable[[], None], role: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_role(self, role)
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: act())

    def say(self, text: str, key: str = "", described: str = "") -> None:
        """Its text, the key that does the same, and what a screen reader adds."""
        shown = text.replace("&", "&&")
        self.setText(f"{shown}   {key}" if key else shown)
        self.setAccessibleName(text)
        self.setAccessibleDescription(described or key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a ring inside its edge where it is filled: a darker edge alone would hardly be seen on it."""
        super().paintEvent(event)
        if self.hasFocus() and self.property(ROLE) == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QApplication.palette().highlightedText().color(), FOCUS))
            inside = 1.5 * FOCUS
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inside, inside, -inside, -inside), FOCUS, FOCUS
            )
            painter.end()


class IconButton(Button):
    """A button with an icon instead of a text; its name is for screen readers and the tool tip."""

    def __init__(self, face: Face, name: str, act: Callable[[], None], role: str = "round") -> None:
        super().__init__(act, role)
        self._face = face
        self._name = name
        face.restyled.connect(self._draw)
        self._draw()

    def say(self, text: str, key: str = "", described: str = "") -> None:
        self.setAccessibleName(text)
        self.setAccessibleDescription(described or key)
        self.setToolTip(f"{text}   {key}" if key else text)

    def _draw(self) -> None:
        side = min(self._face.theme.pixels(20), 28)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon(self._name, self._face.theme.palette))


class Tick(QCheckBox):
    """A box to tick, with a tick in it: a filled box alone would tell too little."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._face.theme.palette.on_accent)
        painter.setPen(QPen(colour, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        points = ((0.26, 0.52), (0.44, 0.70), (0.76, 0.32))
        painter.drawPolyline(
            [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in points]
        )
        painter.end()


class Share(QWidget):
    """Takes the share of the height that its layout gives, whatever what is inside it would like."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def hasHeightForWidth(self) -> bool:
        return False


def frame(role: str, layout: QLayout) -> QFrame:
    """A frame of a role around a layout."""
    made = QFrame()
    give_role(made, role)
    made.setLayout(layout)
    return made


def column(*parts: QWidget | QLayout | int, gap: int = GRID, margin: Margin = 0) -> QVBoxLayout:
    """Parts below each other; a number is a stretch."""
    made = QVBoxLayout()
    made.setSpacing(gap)
    made.setContentsMargins(_margins(margin))
    _fill(made, parts)
    return made


def line(*parts: QWidget | QLayout | int, gap: int = GRID, margin: Margin = 0) -> QHBoxLayout:
    """Parts beside each other; a number is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(gap)
    made.setContentsMargins(_margins(margin))
    _fill(made, parts)
    return made


def key(sequence: str, parent: QWidget, act: Callable[[], None]) -> QShortcut:
    """A key that acts while ``parent`` is shown, wherever the focus is, and even if it is nowhere."""
    made = QShortcut(QKeySequence(sequence), parent)
    made.setContext(Qt.ShortcutContext.WindowShortcut)
    made.setAutoRepeat(False)
    made.activated.connect(act)
    return made


def announce(part: QWidget, said: str) -> None:
    """Have a screen reader say it, wherever the focus is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, said))


def tab_through(*parts: QWidget) -> None:
    """Let Tab go through these parts in their order, whenever they came to where they are."""
    stops = [
        stop
        for part in parts
        for stop in (part, *part.findChildren(QWidget))
        if stop.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and stop.window() is part.window()
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def is_sign(event: QKeyEvent) -> bool:
    """Whether a key types a sign that a code may have."""
    text = event.text()
    return len(text) == 1 and text.isprintable() and text != " "


def press(button: QAbstractButton) -> None:
    """As if it were pressed, if it can be."""
    if button.isEnabled() and button.isVisible():
        button.click()


def _margins(margin: Margin) -> QMargins:
    return QMargins(margin, margin, margin, margin) if isinstance(margin, int) else QMargins(*margin)


def _fill(box: QVBoxLayout | QHBoxLayout, parts: tuple[QWidget | QLayout | int, ...]) -> None:
    for part in parts:
        if isinstance(part, int):
            box.addStretch(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
