"""The camera's thread: frame, preview, look, steady reading, again and again until it is told to stop.

1. Nothing that a card, a frame, an engine or a listener does ends it. What fails is counted, told as a state, logged by its kind
   and never by its content; then the next frame is taken.
2. A camera that is missing or lost is tried again, less and less often, for ever.
3. The preview is told before the look, so that the picture moves even where looking is slow.
4. All waiting is waiting to be stopped.
5. Listeners are called on this thread. They hand over and return; Qt's signals do that.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from validator.domain.code import CardRead
from validator.errors import BugError, CameraLost, CameraMissing
from validator.scan.acceptance import Look
from validator.scan.pixels import gray_of
from validator.scan.reader import Reader
from validator.scan.source import Frame, FrameSource, PreviewFrame, preview_of
from validator.scan.state import CameraState
from validator.scan.steady import Steady

BACK_OFF = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each further try to open a camera; the last one goes on."""

IDLE = 0.01
"""Seconds to rest when a source has no new frame or gave a bad one, so that it cannot keep a processor busy."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tally:
    """What the loop has met so far.

    Attributes:
        frames: frames looked at.
        readings: steady readings told.
        faults: failures of engines, frames and listeners.
        openings: times the source was opened.
    """

    frames: int = 0
    readings: int = 0
    faults: int = 0
    openings: int = 0


class ScanLoop:
    """Watches one source until it is stopped; runs once.

    Args:
        source: where frames come from.
        reader: the engines.
        now: the desk's clock.
        on_read: told of each steady reading.
        on_state: told of each change of state.
        on_preview: told of each frame, for the screen.
        back_off: seconds between tries to open the source.
    """

    def __init__(
        self,
        source: FrameSource,
        reader: Reader,
        now: Callable[[], datetime],
        *,
        on_read: Callable[[CardRead], None],
        on_state: Callable[[CameraState], None],
        on_preview: Callable[[PreviewFrame], None] | None = None,
        back_off: Sequence[float] = BACK_OFF,
    ) -> None:
        self._source = source
        self._reader = reader
        self._now = now
        self._on_read = on_read
        self._on_state = on_state
        self._on_preview = on_preview
        self._back_off = back_off
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="scan", daemon=True)
        self._tally = Tally()
        self._state: CameraState | None = None
        self._steady = Steady()
        self._last_look = Look()
        self._told: set[tuple[str, str]] = set()

    @property
    def tally(self) -> Tally:
        """The counts so far; may be read from any thread."""
        return self._tally

    def start(self) -> None:
        """Begin to watch."""
        if self._thread.ident is not None:
            raise BugError("a scan loop runs once")
        self._thread.start()

    def stop(self) -> None:
        """Ask the thread to end; returns at once."""
        self._stopping.set()

    def join(self, timeout: float | None = None) -> bool:
        """Wait for the thread. Returns whether it has ended."""
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            if self._state is None:  # later tries say nothing until one succeeds
                self._enter(CameraState.OPENING)
            try:
                self._count(openings=1)
                self._source.open()
                self._enter(CameraState.WATCHING)
                failures = 0
                self._watch()
            except CameraMissing:
                self._enter(CameraState.MISSING)
            except CameraLost:
                self._enter(CameraState.LOST)
            except Exception as error:  # noqa: BLE001  (rule 1)
                self._fault("the source", error)
                self._enter(CameraState.MISSING)
            self._guarded("the source", self._source.close)
            self._stopping.wait(self._back_off[min(failures, len(self._back_off) - 1)])
            failures += 1
        self._enter(CameraState.STOPPED)

    def _watch(self) -> None:
        while not self._stopping.is_set():
            try:
                frame = self._source.next_frame()
                if frame is None:
                    self._stopping.wait(IDLE)
                else:
                    self._take(frame)
            except CameraLost:
                raise
            except Exception as error:  # noqa: BLE001  (rule 1)
                self._fault("a frame", error)
                self._enter(CameraState.TROUBLED)
                self._stopping.wait(IDLE)

    def _take(self, frame: Frame) -> None:
        on_preview = self._on_preview
        if on_preview is not None:
            seen = self._last_look.symbol
            preview = preview_of(frame, (seen.corners,) if seen is not None else ())
            self._guarded("the preview's listener", lambda: on_preview(preview))
        look = self._reader.look(gray_of(frame.pixels), self._tally.frames)
        self._last_look = look
        self._count(frames=1, faults=look.faults)
        self._enter(_state_after(look))
        self._steady, reading = self._steady.after(look, self._now())
        if reading is not None:
            self._count(readings=1)
            self._guarded("a reading's listener", lambda: self._on_read(reading))

    def _enter(self, state: CameraState) -> None:
        if state is not self._state:
            self._state = state
            self._guarded("a state's listener", lambda: self._on_state(state))

    def _guarded(self, what: str, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001  (rule 1)
            self._fault(what, error)

    def _fault(self, what: str, error: Exception) -> None:
        self._count(faults=1)
        # The error's own text may quote a payload or name a file after a card. Once of each kind is enough for a log.
        fault = (what, type(error).__name__)
        _log.log(
            logging.DEBUG if fault in self._told else logging.WARNING,
            "scanning goes on: %s failed: %s",
            *fault,
        )
        self._told.add(fault)

    def _count(self, *, frames: int = 0, readings: int = 0, faults: int = 0, openings: int = 0) -> None:
        before = self._tally
        self._tally = replace(
            before,
            frames=before.frames + frames,
            readings=before.readings + readings,
            faults=before.faults + faults,
            openings=before.openings + openings,
        )


def _state_after(look: Look) -> CameraState:
    if look.two_cards:
        return CameraState.TWO_CARDS
    if look.faults and look.symbol is None:
        return CameraState.TROUBLED
    return CameraState.WATCHING
