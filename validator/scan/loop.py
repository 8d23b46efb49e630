"""The camera's thread: frame, preview, look, steady reading, again and again until it is told to stop.

1. Nothing that a card, a frame, an engine or a listener does ends it. What fails is counted, told as a state, logged by its kind
   and never by its content; then the next frame is taken.
2. A camera that is missing or lost is tried again, less and less often, for ever. What was said of it stands until it shows a
   picture again, or something else is the matter; one that was pulled out does not become one that never was.
3. Frames in which nothing moves are looked at, and shown, more rarely: `validator.scan.gate`.
4. The preview is handed over before the look, so that the picture moves even where looking is slow, and is told on a thread of its
   own (`validator.scan.preview`), so that it never makes looking slow.
5. All waiting is waiting to be stopped.
6. The other listeners are called on this thread. They hand over and return; Qt's signals do that.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from validator.domain.code import CardRead
from validator.errors import (
    BugError,
    CameraBusy,
    CameraDenied,
    CameraLost,
    CameraMissing,
    CameraSilent,
    KnownError,
)
from validator.scan.acceptance import Look
from validator.scan.gate import Gate
from validator.scan.looking import Looking
from validator.scan.pixels import GrayFrame, gray_of
from validator.scan.preview import Previewer
from validator.scan.sight import Sight
from validator.scan.source import Frame, FrameSource, PreviewFrame
from validator.scan.state import CameraState
from validator.scan.steady import CONFIRM_WITHIN, Steady
from validator.scan.tiles import tiles_of

BACK_OFF = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each further try to open a camera; the last one goes on."""

IDLE = 0.01
"""Seconds to rest when a source has no new frame or gave a bad one, so that it cannot keep a processor busy."""

PREVIEW_WAIT = 1.0
"""Seconds that the preview's thread gets to end."""

_log = logging.getLogger(__name__)

_SEEING = frozenset(
    {
        CameraState.WATCHING,
        CameraState.TWO_CARDS,
        CameraState.TROUBLED,
        CameraState.BLACK,
        CameraState.FROZEN,
    }
)


_WENT_AWAY = frozenset({CameraState.LOST, CameraState.SILENT}) | _SEEING
"""What is said of a camera that was there before."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the loop has met so far.

    Attributes:
        frames: frames looked at.
        rested: frames in which nothing moved, and which were not looked at.
        readings: steady readings told.
        faults: failures of engines, frames and listeners.
        openings: times the source was opened.
    """

    frames: int = 0
    rested: int = 0
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
        on_preview: told of frames, for the screen.
        back_off: seconds between tries to open the source.
        ticks: seconds, by which it is seen how long nothing moved.
    """

    def __init__(
        self,
        source: FrameSource,
        reader: Looking,
        now: Callable[[], datetime],
        *,
        on_read: Callable[[CardRead], None],
        on_state: Callable[[CameraState], None],
        on_preview: Callable[[PreviewFrame], None] | None = None,
        back_off: Sequence[float] = BACK_OFF,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._source = source
        self._reader = reader
        self._now = now
        self._on_read = on_read
        self._on_state = on_state
        self._back_off = back_off
        self._ticks = ticks
        self._previewer = None if on_preview is None else Previewer(on_preview, self._preview_failed)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="scan", daemon=True)
        self._tally = Tally()
        self._counting = threading.Lock()
        self._state: CameraState | None = None
        self._gate = Gate()
        self._sight = Sight()
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
        if self._previewer is not None:
            self._previewer.start()
        failures = 0
        while not self._stopping.is_set():
            if self._state is None:  # later tries say nothing until one succeeds
                self._enter(CameraState.OPENING)
            try:
                self._count(openings=1)
                self._source.open()
                self._gate, self._sight, self._last_look = Gate(), Sight(), Look()
                failures = 0
                self._watch()
            except (CameraMissing, CameraLost) as error:
                self._enter(_state_of(error, self._state))
            except Exception as error:  # noqa: BLE001  (rule 1)
                self._fault("the source", error)
                self._enter(CameraState.MISSING)
            self._guarded("the source", self._source.close)
            self._stopping.wait(self._back_off[min(failures, len(self._back_off) - 1)])
            failures += 1
        if self._previewer is not None:
            self._previewer.stop()
            self._previewer.join(PREVIEW_WAIT)
        self._enter(CameraState.STOPPED)

    def _watch(self) -> None:
        while not self._stopping.is_set():
            try:
                frame = self._source.next_frame()
                if frame is None:
                    self._stopping.wait(IDLE)
                else:
                    self._take(frame)
            except (CameraMissing, CameraLost):
                raise
            except Exception as error:  # noqa: BLE001  (rule 1)
                self._fault("a frame", error)
                self._enter(CameraState.TROUBLED)
                self._stopping.wait(IDLE)

    def _take(self, frame: Frame) -> None:
        gray, at = gray_of(frame.pixels), self._ticks()
        tiles = tiles_of(gray)
        self._sight = self._sight.after(gray, tiles, at, live=frame.live)
        self._gate = self._gate.after(tiles, at)
        if self._state not in _SEEING:
            self._enter(CameraState.WATCHING)
        if self._gate.lets(at):
            self._look(frame, gray, at)
        else:
            self._count(rested=1)
        self._enter(_state_after(self._last_look, self._sight))

    def _look(self, frame: Frame, gray: GrayFrame, at: float) -> None:
        if self._previewer is not None:
            seen = self._last_look.symbol
            self._previewer.show(frame, (seen.corners,) if seen is not None else ())
        look = self._reader.look(gray, self._tally.frames)
        self._last_look = look
        self._gate = self._gate.looked(at)
        self._count(frames=1, faults=look.faults)
        now = self._now()
        before = self._steady if self._gate.is_open(at) else self._steady.resting(now)
        self._steady, reading = before.after(look, now)
        if self._steady.waits(now):
            self._gate = self._gate.held(at + CONFIRM_WITHIN.total_seconds())
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

    def _preview_failed(self, error: Exception) -> None:
        self._fault("the preview's listener", error)

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

    def _count(
        self, *, frames: int = 0, rested: int = 0, readings: int = 0, faults: int = 0, openings: int = 0
    ) -> None:
        with self._counting:  # the preview's thread counts its faults too
            before = self._tally
            self._tally = replace(
                before,
                frames=before.frames + frames,
                rested=before.rested + rested,
                readings=before.readings + readings,
                faults=before.faults + faults,
                openings=before.openings + openings,
            )


def _state_after(look: Look, sight: Sight) -> CameraState:
    if look.two_cards:
        return CameraState.TWO_CARDS
    if look.faults and look.symbol is None:
        return CameraState.TROUBLED
    if sight.trouble is not None and look.symbol is None:
        return sight.trouble
    return CameraState.WATCHING


def _state_of(error: KnownError, before: CameraState | None) -> CameraState:
    """What to say of a camera that failed; `before` is what is said now."""
    match error:
        case CameraBusy():
            return CameraState.BUSY
        case CameraDenied():
            return CameraState.DENIED
        case CameraMissing() if before in _WENT_AWAY:
            return CameraState.LOST
        case CameraSilent():
            return CameraState.SILENT
        case CameraLost():
            return CameraState.LOST
        case _:
            return CameraState.MISSING
