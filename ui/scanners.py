"""The serial scanner beside the window: its thread runs on its own and speaks through the bridge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from ui.bridge import Bridge
from validator.scan.serialport import BAUD, OFF, Line, SerialScanner, SerialState

_JOIN = 2.0


@dataclass(frozen=True, slots=True)
class ScannerChoice:
    """Which serial scanner is used.

    Attributes:
        port: "none", "auto", or a port.
        baud: the line's speed.
        line: how ports are found and opened.
    """

    port: str = OFF
    baud: int = BAUD
    line: Line = field(default_factory=Line)


class Scanners:
    """At most one serial port at a time; a scanner that is a keyboard needs none.

    Args:
        choice: the setting.
    """

    def __init__(self, choice: ScannerChoice, bridge: Bridge, now: Callable[[], datetime]) -> None:
        self._choice = choice
        self._bridge = bridge
        self._now = now
        self._thread: SerialScanner | None = None
        self._running = False

    @property
    def port(self) -> str:
        """What is chosen."""
        return self._choice.port

    def choose(self, port: str) -> None:
        """Use another port from now on, or none."""
        if port != self._choice.port:
            self._choice = replace(self._choice, port=port)
            if self._running:
                self.stop()
                self.start()

    def start(self) -> None:
        """Begin to read what is chosen, unless it is read already."""
        if self._running:
            return
        self._running = True
        choice = self._choice
        if choice.port == OFF:
            self._bridge.on_scanner(SerialState.OFF)
            return
        self._thread = SerialScanner(
            choice.port,
            choice.baud,
            self._now,
            on_read=self._bridge.on_serial,
            on_state=self._bridge.on_scanner,
            line=choice.line,
        )
        self._thread.start()

    def stop(self) -> None:
        """Let the port go."""
        self._running = False
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()
            thread.join(_JOIN)
