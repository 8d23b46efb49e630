"""The first run: the hub's address and a one-time code, the way of the first card list, the manager's PIN.

The code is typed, or comes as a QR picture that is dropped, opened or scanned. What went wrong is said in plain words below, and
what was typed stays. The list can be cancelled and gone on with; the PIN can wait.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QStackedWidget, QWidget

from sync.enrol import Invitation
from sync.snapshot import Stage
from ui.clerk.scanbox import ASKING
from ui.drawing import Drawing
from ui.face import Face
from ui.manager.door import Door
from ui.operations import Operations
from ui.parts import Button, Field, Words, column, frame, key, line, press
from ui.scroller import Scroller
from ui.sheet import give_role
from ui.teststand import TestStand
from ui.theme import GRID
from ui.words import camera_state
from ui.wrapping import WrappingRow
from validator.errors import ConfigError, HubRefused, HubUnreachable
from validator.scan.state import CameraState

_WIDTH = 72 * GRID
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = 1000
_KILO = 1000


class Step(StrEnum):
    """Where the first run stands."""

    FORM = "form"
    CONNECTING = "connecting"
    FETCHING = "fetching"
    BUILDING = "building"
    STOPPED = "stopped"


_LISTING = (Step.FETCHING, Step.BUILDING)
_SEES = (CameraState.WATCHING, CameraState.TWO_CARDS)
"""The camera works: the code may be held before it."""


class FirstRun(QWidget):
    """The page.

    Args:
        menu: stands at its top right.
        now: the clock of the scanner test's readings.

    Attributes:
        stand: where the scanner's test is, before any network is known.

    Signals:
        invited: an `Invitation` and the desk's name: enrol with these.
        listed: the desk is enrolled; its list is on its way.
        list_wanted: go on with the first list.
        list_cancelled: not now.
        picture_wanted: a picture file is to be opened.
        finished: the desk may be opened.
    """

    invited = Signal(object, str)
    listed = Signal()
    list_wanted = Signal()
    list_cancelled = Signal()
    picture_wanted = Signal()
    finished = Signal()

    def __init__(self, face: Face, menu: QWidget, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._face = face
        self._step = Step.FORM
        self._progress: tuple[int, int] = (0, 0)
        self._error: Exception | None = None
        self._no_code = False
        self._read: Invitation | None = None
        self._door: Door | None = None
        self._title = Words("title")
        self._intro = Words("soft")
        self._labels = [Words("soft", wraps=False) for _ in range(3)]
        self.hub, self.code, self.name = (Field() for _ in range(3))
        give_role(self.code, "code")
        self._picture_hint = Words("small")
        self._camera: CameraState | None = None
        self._camera_lacks = Words()
        self._picture = Button(self.picture_wanted.emit)
        self._start = Button(self.start, "primary")
        self._way = Words("strong")
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._address = Words("soft")
        self._cancel = Button(self._stop)
        self._retry = Button(self.list_wanted.emit, "primary")
        self._trouble = Words("strong")
        self._body = column(gap=0)
        self._form, self._working = self._new_form(), self._new_working()
        stack, form = self._lay_out(menu)
        self.stand = TestStand(face, now, stack, form, self.hub)
        key("F12", self, self.stand.show)
        for field in (self.hub, self.code):
            field.textEdited.connect(self._edited)
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)
        self._measure()
        self._say()

    @property
    def step(self) -> Step:
        """Where it stands."""
        return self._step

    @property
    def door(self) -> Door | None:
        """Where the manager's PIN is chosen, once the list is there."""
        return self._door

    @property
    def trouble(self) -> str:
        """What went wrong, in words; empty where nothing did."""
        return self._trouble.text() if self._error is not None or self._no_code else ""

    def start(self) -> None:
        """Enrol with what stands in the fields."""
        if self._step is not Step.FORM:
            return
        try:
            invitation = self._read or Invitation.of(self.hub.text(), self.code.text())
        except ConfigError as error:
            self.fail(error)
            return
        self._go(Step.CONNECTING)
        self.invited.emit(invitation, self.name.text().strip())

    def take_text(self, text: str) -> None:
        """A QR code was read, or a hand scanner typed: an invitation, or the code alone."""
        if self._step is not Step.FORM:
            return
        self._error, self._no_code = None, False
        try:
            self._read = Invitation.read(text)
        except ConfigError:
            self._read = None
            self._no_code = True
            self._say()
            return
        self.hub.setText(self._read.address.url)
        self.code.setText(self._read.code)
        self._say()

    def show_no_code(self, error: Exception) -> None:
        """A picture could not be used at all."""
        if self._step is Step.FORM:
            self.fail(error)

    def fail(self, error: Exception) -> None:
        """It did not go through: everything typed stays, and can be tried again."""
        self._error = error
        self._go(Step.FORM if self._step in (Step.FORM, Step.CONNECTING) else Step.STOPPED)

    def show_listing(self) -> None:
        """The desk is enrolled; its first list is on its way."""
        self._error = None
        self._progress = (0, 0)
        self._go(Step.FETCHING)
        self.listed.emit()

    def show_progress(self, stage: Stage, done: int, whole: int) -> None:
        """How far the list is."""
        if self._step in _LISTING:
            self._progress = (done, whole)
            self._go(Step.FETCHING if stage is Stage.FETCHING else Step.BUILDING)

    def show_stopped(self) -> None:
        """The list was cancelled, or did not come."""
        self._go(Step.STOPPED)

    def ask_pin(self, operations: Operations) -> None:
        """The list is there; the manager's PIN is next."""
        self._door = Door(self._face, operations, first_run=True)
        self._door.opened.connect(self.finished)
        self._door.left.connect(self.finished)
        self._body.addWidget(self._door)
        self._title.hide()
        self._trouble.hide()
        self._working.hide()
        self._door.knock()

    def show_camera(self, state: CameraState) -> None:
        """How the camera stands, before which the code may be held."""
        self._camera = state
        self._say_camera()

    @property
    def camera_says(self) -> str:
        """What the camera lacks."""
        return self._camera_lacks.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if self.stand.is_shown:
            super().keyPressEvent(event)
        elif event.key() in _ENTERS and isinstance(focus, QAbstractButton):
            press(focus)
        elif event.key() in _ENTERS:
            self.start()
        elif event.key() == Qt.Key.Key_Escape and self._cancel.isVisible():
            press(self._cancel)
        else:
            super().keyPressEvent(event)

    def _edited(self) -> None:
        self._read = None
        self._error, self._no_code = None, False
        self._say()

    def _stop(self) -> None:
        self.list_cancelled.emit()

    def _go(self, step: Step) -> None:
        before, self._step = self._step, step
        if step is Step.CONNECTING:
            self.setFocus()  # else it would go on to the menu, which Enter would open
        self._form.setVisible(step is Step.FORM)
        self._working.setVisible(step is not Step.FORM)
        self._say()
        if step is Step.FORM:
            wrong = self._error.details.get("field") if isinstance(self._error, ConfigError) else ""
            (self.hub if wrong == "hub" or not self.hub.text() else self.code).setFocus()
        elif step is Step.STOPPED:
            self._retry.setFocus()
        elif step in _LISTING and before not in _LISTING:
            self._cancel.setFocus()

    def _say(self) -> None:
        say = self._face.say
        self._title.setText(say("ui", "first_run.title"))
        self._intro.setText(say("ui", "first_run.intro"))
        texts = (say("ui", "first_run.hub"), say("ui", "first_run.code"), say("ui", "first_run.name"))
        for field, label, text in zip((self.hub, self.code, self.name), self._labels, texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.hub.setPlaceholderText("https://")
        self._picture.say(say("ui", "first_run.picture"))
        self._start.say(say("ui", "first_run.start"), "⏎")
        self._cancel.say(say("ui", "action.cancel"), "Esc")
        self._retry.say(say("ui", "first_run.retry"))
        self._say_camera()
        self._say_way()
        self._trouble.say(self._trouble_text())

    def _say_camera(self) -> None:
        state = self._camera
        asks = state is not None and state in ASKING
        hint = "first_run.picture_hint" if state in _SEES else "first_run.drop_hint"
        self._picture_hint.setText(self._face.say("ui", hint))
        self._camera_lacks.say(self._face.say("state", camera_state(state)) if asks and state else "")

    def _say_way(self) -> None:
        done, whole = self._progress
        says = {
            Step.CONNECTING: lambda: self._face.say("ui", "first_run.connecting"),
            Step.FETCHING: lambda: self._fetching(done, whole),
            Step.BUILDING: lambda: self._face.say("ui", "first_run.checking"),
        }
        text = says.get(self._step)
        self._way.say("" if text is None else text())
        # What the trouble tells to check; this desk is set up there, so that it is not typed again.
        address = self.hub.text() if self._step is Step.STOPPED else ""
        self._address.say(f"{self._face.say('ui', 'first_run.hub')}: {address}" if address else "")
        self._bar.setVisible(self._step in _LISTING)
        self._bar.setRange(0, _STEPS if whole else 0)
        self._bar.setValue(round(_STEPS * min(done, whole) / whole) if whole else 0)
        self._bar.setAccessibleName(self._way.text())
        self._cancel.setVisible(self._step in _LISTING)
        self._retry.setVisible(self._step is Step.STOPPED)

    def _fetching(self, done: int, whole: int) -> str:
        if not whole:
            return self._face.say("ui", "first_run.fetching", done=0)
        shown = (f"{self._face.formats.number(max(1, size // _KILO))} kB" for size in (done, whole))
        return self._face.say("ui", "first_run.fetching", **dict(zip(("done", "total"), shown, strict=True)))

    def _trouble_text(self) -> str:
        if self._no_code:
            return self._face.say("ui", "first_run.picture_none")
        if isinstance(self._error, HubUnreachable):
            return self._face.say("ui", "first_run.unreachable")
        if isinstance(self._error, HubRefused) and self._step is Step.FORM:
            return self._face.say("ui", "first_run.code_refused")
        if self._error is not None:
            return self._face.problem(self._error)
        return self._face.say("ui", "first_run.stopped") if self._step is Step.STOPPED else ""

    def _new_form(self) -> QWidget:
        fields = column(gap=GRID // 2)
        for label, field in zip(self._labels, (self.hub, self.code, self.name), strict=True):
            fields.addWidget(label)
            fields.addWidget(field)
            fields.addSpacing(GRID)
        made = QWidget()
        made.setLayout(
            column(
                self._intro,
                fields,
                self._picture_hint,
                self._camera_lacks,
                _wrapped(self._start, self._picture),
                gap=2 * GRID,
            )
        )
        return made

    def _new_working(self) -> QWidget:
        made = QWidget()
        made.setLayout(
            column(self._way, self._address, self._bar, _wrapped(self._retry, self._cancel), 1, gap=2 * GRID)
        )
        return made

    def _lay_out(self, menu: QWidget) -> tuple[QStackedWidget, QWidget]:
        self._body.addWidget(self._form)
        self._body.addWidget(self._working)
        self._working.hide()
        inner = column(self._title, self._trouble, self._body, gap=2 * GRID)
        inner.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        self._panel = frame("panel", inner)
        middle = QWidget()
        self._drawing = Drawing(self._face, "first_run")
        around = line(1, self._panel, 1)
        middle.setLayout(column(1, self._drawing, around, 1, gap=GRID, margin=GRID))
        area = Scroller(middle, keys=False)
        stack = QStackedWidget()
        stack.addWidget(area)
        self.setLayout(column(line(1, menu, margin=GRID), stack, gap=0))
        return stack, area

    def _measure(self) -> None:
        self._panel.setFixedWidth(min(self._face.theme.pixels(_WIDTH), 116 * GRID))


def _wrapped(*buttons: Button) -> WrappingRow:
    row = WrappingRow()
    for button in buttons:
        row.addWidget(button)
    return row
