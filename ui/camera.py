"""The camera beside the window: its loop is made on the pictures' thread, runs on its own, and speaks through the bridge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ui.bridge import Bridge
from ui.work import DeskWork
from validator.domain.code import CodeFormat
from validator.scan.acceptance import cards_of
from validator.scan.choice import frame_source
from validator.scan.engines import available_decoders
from validator.scan.loop import ScanLoop
from validator.scan.reader import Reader
from validator.scan.state import CameraState

OFF = "off"
_JOIN = 5.0


class Camera:
    """At most one loop at a time.

    Args:
        choice: the setting: "off", a camera, a folder of pictures or a video.
        work: where engines are loaded.
        trouble: is told what keeps the camera from being used, on the screen's thread.
    """

    def __init__(
        self,
        choice: str,
        bridge: Bridge,
        work: DeskWork,
        now: Callable[[], datetime],
        trouble: Callable[[Exception], None],
    ) -> None:
        self._choice = choice
        self._bridge = bridge
        self._work = work
        self._now = now
        self._trouble = trouble
        self._loop: ScanLoop | None = None
        self._wanted = 0

    def watch(self, code_format: CodeFormat | None) -> None:
        """Begin to watch for codes of this form, or, without one, for any."""
        self.stop()
        if self._choice == OFF:
            return
        self._wanted += 1
        wanted = self._wanted

        def start(loop: ScanLoop) -> None:
            if wanted == self._wanted:
                self._loop = loop
                loop.start()

        self._work.submit(lambda: self._made(code_format), start, self._failed)

    def stop(self) -> None:
        """End the loop, if there is one."""
        self._wanted += 1
        loop, self._loop = self._loop, None
        if loop is not None:
            loop.stop()
            loop.join(_JOIN)

    def _made(self, code_format: CodeFormat | None) -> ScanLoop:
        card_of = None if code_format is None else cards_of(code_format)
        return ScanLoop(
            frame_source(self._choice),
            Reader(available_decoders(), card_of),
            self._now,
            on_read=self._bridge.on_read,
            on_state=self._bridge.on_camera,
            on_preview=self._bridge.on_preview,
        )

    def _failed(self, error: Exception) -> None:
        self._bridge.on_camera(CameraState.MISSING)
        self._trouble(error)
