"""Where cards come in: the field for a typed code, and the camera's picture where there is one.

A hand scanner needs no field: `ui.keys` gathers its keys wherever the focus is. Typing gets live help on the code's form; it never
picks another code by itself.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from shiboken6 import isValid

from ui.face import Face
from ui.parts import Button, Field, Words, column, line
from ui.sheet import give_role
from ui.theme import GRID
from ui.words import camera_state
from validator.domain.code import CodeFormat, feedback
from validator.scan.outline import Corners
from validator.scan.source import PreviewFrame
from validator.scan.state import CameraState

LONGEST = 4096
_SHOWING = frozenset(
    {
        CameraState.WATCHING,
        CameraState.TWO_CARDS,
        CameraState.TROUBLED,
        CameraState.BLACK,
        CameraState.FROZEN,
    }
)
ASKING = frozenset(CameraState) - {CameraState.OPENING, CameraState.WATCHING, CameraState.STOPPED}
"""What somebody should do something about: said as large as anything else."""


class CameraPicture(QWidget):
    """The newest picture, with a frame that says where to hold the card, and the outline of a code that is seen."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._image = QImage()
        self._outlines: tuple[Corners, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_frame(self, frame: PreviewFrame) -> None:
        """Show a picture."""
        whole = QImage(frame.rgb, frame.width, frame.height, 3 * frame.width, QImage.Format.Format_RGB888)
        self._image = whole.convertToFormat(QImage.Format.Format_RGB32)  # a copy, drawn three times as fast
        self._outlines = frame.outlines
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def sizeHint(self) -> QSize:
        return QSize(256, 144)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(area, GRID, GRID)
        painter.setClipPath(clip)
        painter.fillRect(area, QColor("#101214"))
        shown = self._shown(area)
        if not self._image.isNull():
            painter.drawImage(shown, self._image)
        self._draw_guide(painter, area)
        painter.setPen(QPen(QColor("#86d3dd"), 3))
        for outline in self._outlines:
            points = [
                QPointF(shown.x() + x * shown.width(), shown.y() + y * shown.height()) for x, y in outline
            ]
            painter.drawPolygon(QPolygonF(points))

    def _shown(self, area: QRectF) -> QRectF:
        size = self._image.size()
        if size.isEmpty():
            return area
        scale = max(area.width() / size.width(), area.height() / size.height())
        made = QRectF(0, 0, size.width() * scale, size.height() * scale)
        made.moveCenter(area.center())
        return made

    def _draw_guide(self, painter: QPainter, area: QRectF) -> None:
        """Four corners of a card's shape."""
        height = area.height() * 0.72
        guide = QRectF(0, 0, min(height * 1.586, area.width() - 4 * GRID), height)
        guide.moveCenter(area.center())
        long = min(guide.width(), guide.height()) * 0.2
        path = QPainterPath()
        for corner, right, down in (
            (guide.topLeft(), 1, 1),
            (guide.topRight(), -1, 1),
            (guide.bottomLeft(), 1, -1),
            (guide.bottomRight(), -1, -1),
        ):
            path.moveTo(corner + QPointF(right * long, 0))
            path.lineTo(corner)
            path.lineTo(corner + QPointF(0, down * long))
        # A dark rim, so that they are seen on a white card too.
        for colour, width in ((QColor(0, 0, 0, 120), 6), (QColor(255, 255, 255, 210), 3)):
            pen = QPen(colour, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)


class CodeField(Field):
    """The field for a typed code."""

    def forget(self) -> None:
        """Empty, and nothing brings a customer's code back."""
        self.setText("")


class ScanBox(QWidget):
    """The field and the picture.

    Signals:
        typed: a code that was typed and confirmed.
        picture_wanted: a picture file is to be opened.
    """

    typed = Signal(str)
    picture_wanted = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._format: CodeFormat | None = None
        self._camera: CameraState | None = None
        self._folded = False
        self._before: tuple[str, QWidget | None] = "", None
        self._label = Words("soft", wraps=False)
        self.field = CodeField()
        give_role(self.field, "code")
        self.field.setMaxLength(LONGEST)
        self.field.textChanged.connect(self._say_hint)
        self._label.setBuddy(self.field)
        self._hint = Words("small")
        self._picture = CameraPicture(face)
        self._camera_says = Words("small")
        self._camera_lacks = Words()
        self._camera_lacks.setContentsMargins(0, 0, 0, GRID // 2)
        self._open = Button(self.picture_wanted.emit, "quiet")
        self._field_line = line(self.field, gap=2 * GRID)
        self._field_line.setStretchFactor(self.field, 1)
        self.setLayout(
            column(
                self._picture,
                self._camera_says,
                self._camera_lacks,
                self._label,
                self._field_line,
                self._hint,
                line(self._open, 1),
                gap=GRID // 2,
            )
        )
        self._picture.hide()
        face.reworded.connect(self._say)
        self._say()

    @property
    def shows_camera(self) -> bool:
        """Whether the camera's picture is seen."""
        return self._picture.isVisible()

    @property
    def camera(self) -> CameraState | None:
        """How the camera stands; None before it was told."""
        return self._camera

    @property
    def camera_says(self) -> str:
        """What is said of the camera."""
        return self._camera_says.text() or self._camera_lacks.text()

    @property
    def helps(self) -> bool:
        """Whether it knows what a code looks like."""
        return self._format is not None

    def show_format(self, code_format: CodeFormat) -> None:
        """What a code looks like, for the help while typing."""
        self._format = code_format
        self._say_hint()

    def show_camera(self, state: CameraState) -> None:
        """How the camera stands."""
        self._camera = state
        self._show_picture()
        self._say()

    def show_frame(self, frame: PreviewFrame) -> None:
        """The camera's newest picture."""
        if self._picture.isVisible():
            self._picture.show_frame(frame)

    def fold(self, folded: bool) -> None:
        """Only the field, for a page without room."""
        self._folded = folded
        self._label.setVisible(not folded)
        self._open.setVisible(not folded)
        self._show_picture()
        self._say()

    def stand_beside(self, other: QWidget) -> None:
        """Another control in the field's line, where it is shown; what is said above and below has the whole width."""
        self._field_line.addWidget(other, 1)

    def remember(self) -> None:
        """A scan may begin: what stands in the field now, and where the keys are."""
        self._before = self.field.text(), QApplication.focusWidget()

    def restore(self) -> None:
        """It was one: the field has what it had, and the keys are back where its first sign took them from."""
        text, focus = self._before
        self.field.setText(text)
        if (
            self.field.hasFocus()
            and focus is not None
            and isValid(focus)
            and self.window().isAncestorOf(focus)
        ):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> bool:
        """Enter in the field. Whether there was anything to take."""
        text = self.field.text().strip()
        if text:
            self.field.forget()
            self.typed.emit(text)
        return bool(text)

    def take_key(self, text: str) -> None:
        """A sign that was typed elsewhere belongs here."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.insert(text)

    def _camera_text(self) -> str:
        match self._camera:
            case None:
                return ""
            case CameraState.WATCHING:
                return self._face.say("ui", "camera.show" if self._folded else "camera.hold")
            case state:
                return self._face.say("state", camera_state(state))

    def _show_picture(self) -> None:
        self._picture.setVisible(self._camera in _SHOWING and not self._folded)

    def _say(self) -> None:
        say = self._face.say
        self._label.setText(say("ui", "scan.label"))
        self.field.setPlaceholderText(say("ui", "scan.placeholder"))
        self.field.setAccessibleName(say("ui", "scan.label"))
        self._open.say(say("ui", "scan.open"), "Ctrl+O")
        self._open.setToolTip(say("ui", "scan.drop"))
        text, asks = self._camera_text(), self._camera in ASKING
        self._camera_says.say("" if asks else text)
        self._camera_lacks.say(text if asks else "")
        self._picture.setAccessibleName(say("ui", "camera.title"))
        self._say_hint()

    def _say_hint(self) -> None:
        text = self.field.text()
        hint = None if not text or self._format is None else feedback(text, self._format)
        self._hint.say("" if hint is None else self._face.say("hint", hint.value))
        self.field.setAccessibleDescription(self._hint.text())
