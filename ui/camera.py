"""The camera beside the window: its loop is made on the pictures' thread, runs on its own, and speaks through the bridge.

What is in the pictures is read by a process apart.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from ui.bridge import Bridge
from ui.work import DeskWork
from validator.domain.code import CodeFormat
from validator.scan.apart import Apart
from validator.scan.choice import OFF, frame_source
from validator.scan.known import known_cameras
from validator.scan.loop import ScanLoop
from validator.scan.picturefile import picture_bytes
from validator.scan.state import CameraState

_JOIN = 5.0


class Camera(QObject):
    """At most one loop at a time.

    Signals:
        listed: the cameras that this machine has, as it was asked for.
        chosen: another one was chosen.

    Args:
        choice: the setting: "off", a camera, a folder of pictures or a video.
        work: where the process that reads is waited for.
        trouble: is told what keeps the camera from being used, on the screen's thread.
        apart: reads the pictures.
    """

    listed = Signal(object)
    chosen = Signal(str)

    def __init__(
        self,
        choice: str,
        bridge: Bridge,
        work: DeskWork,
        now: Callable[[], datetime],
        trouble: Callable[[Exception], None],
        apart: Apart,
    ) -> None:
        super().__init__()
        self._choice = choice
        self._first_choice = choice
        self._bridge = bridge
        self._work = work
        self._now = now
        self._trouble = trouble
        self._apart = apart
        self._loop: ScanLoop | None = None
        self._format: CodeFormat | None = None
        self._watches = False
        self._wanted = 0

    @property
    def choice(self) -> str:
        """The setting in force."""
        return self._choice

    @property
    def first_choice(self) -> str:
        """The setting at the start: a folder or a video stands in no list of cameras."""
        return self._first_choice

    def choose(self, choice: str) -> None:
        """Take another setting; takes effect at once."""
        if choice != self._choice:
            self._choice = choice
            self.chosen.emit(choice)
            if self._watches:
                self.watch(self._format)

    def ask(self) -> None:
        """Have the list of cameras read; `listed` brings it."""
        self._work.submit(known_cameras, self.listed.emit)

    def watch(self, code_format: CodeFormat | None) -> None:
        """Begin to watch for codes of this form, or, without one, for any."""
        self._watches, self._format = True, code_format
        self._wanted += 1
        wanted = self._wanted
        before, self._loop = self._loop, None
        if before is not None:
            before.stop()

        def start(loop: ScanLoop) -> None:
            if wanted == self._wanted:
                self._loop = loop
                loop.start()

        def end() -> None:
            if before is not None:  # it holds its camera until then; nobody at the screen waits for that
                before.join(_JOIN)

        def make() -> ScanLoop:
            end()
            return self._made(code_format)

        if self._choice != OFF:
            self._work.submit(make, start, self._failed)
        else:
            self._work.submit(end, lambda _none: None)

    def stop(self) -> None:
        """End the loop, if there is one, and wait for it."""
        self._watches = False
        self._wanted += 1
        loop, self._loop = self._loop, None
        if loop is not None:
            loop.stop()
            loop.join(_JOIN)

    def _made(self, code_format: CodeFormat | None) -> ScanLoop:
        self._apart.make_ready(for_camera=True)
        reader = self._apart.reader(code_format)
        return ScanLoop(
            frame_source(self._choice, lambda path: reader.unpack(picture_bytes(path))),
            reader,
            self._now,
            on_read=self._bridge.on_read,
            on_state=self._bridge.on_camera,
            on_preview=self._bridge.on_preview,
        )

    def _failed(self, error: Exception) -> None:
        self._bridge.on_camera(CameraState.MISSING)
        self._trouble(error)
