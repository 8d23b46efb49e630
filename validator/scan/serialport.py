"""Hand scanners on a serial port (USB-CDC, or a cable): a thread that finds the port, reads it, and finds it again.

1. A port is opened only if somebody chose it, or by itself if it is a USB device that says that it is a scanner of bar codes, or
   whose maker has nothing else on such ports. Any other device may be another program's (a receipt printer, a payment terminal,
   scales), and may be reset by being opened.
2. A read ends with CR, LF, NUL or ETX, or with a pause. What came before a port vanished is no read.
3. Bytes are text in UTF-8, or else each byte is a sign. What comes is never changed; what is longer than any symbol is cut, and
   too long to be taken for a code.
4. A port that is not there is looked for less and less often; so is one that another program holds.
5. More reads in a row, without a pause between, than anybody scans are no scanner's: they are dropped, and that is told.
6. What was read is in no log and no error.

Without pyserial everything else still works; the state says so.
"""

from __future__ import annotations

import errno
import logging
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, cast

from validator.domain.code import CardRead, Source

try:
    import serial
    from serial.tools import list_ports
    from serial.tools.list_ports_common import ListPortInfo
except ImportError:  # a desk without serial scanners needs none
    _HAS_LIBRARY = False
else:
    _HAS_LIBRARY = True

OFF = "none"
AUTO = "auto"
BAUD = 9600
_BETWEEN = "\t"

PAUSE = 0.1
"""Seconds of silence that end a read without a suffix. At 9600 baud a sign takes 1 ms."""

LONGEST = 4097
"""Bytes of a read that are kept: one more than a code's reading may have signs."""

FIRST_WAIT, LONGEST_WAIT = 0.5, 8.0
"""Seconds until a missing port is looked for again: each time twice as long."""

MOST_TOGETHER = 16
"""Reads without a pause between that are taken: a scanner that kept some while it was out of reach sends these so."""

_ENDS = frozenset(b"\r\n\0\x03")
_WORDS = re.compile(r"\b(bar ?code|scanner|imager)")
_NOT = re.compile(
    r"print|receipt|fiscal|label|\bpos\b|scale|weigh|pay|terminal|pin ?pad|emv|cash|drawer|display|modem|gps|gnss"
    r"|document|passport|finger|rfid|nfc|smart ?card|che(ck|que)|photo|film|flatbed|body"
)
"""Signs of what is none, or is a scanner of something else: where one stands beside a scanner's, nobody opens it unasked."""

_MAKERS = frozenset(
    {
        0x0536,  # Hand Held Products
        0x05E0,  # Symbol
        0x05F9,  # Datalogic, formerly PSC
        0x065A,  # Opticon
        0x080C,  # Datalogic
        0x0C2E,  # Honeywell, formerly Metrologic
        0x11FA,  # Code
    }
)
"""Makers whose devices on such ports are scanners. Newland is none of them: it makes payment terminals too."""

_BUSY = frozenset({errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK})

_log = logging.getLogger(__name__)


class SerialState(StrEnum):
    """How the serial scanner stands."""

    OFF = "off"
    SEARCHING = "searching"
    READY = "ready"
    NOISY = "noisy"
    LOST = "lost"
    BUSY = "busy"
    DENIED = "denied"
    NO_LIBRARY = "no_library"


@dataclass(frozen=True, slots=True)
class Port:
    """A serial port, as the system tells of it.

    Attributes:
        path: how it is opened.
        name: what it says of itself; empty where it says nothing.
        maker: the maker's number; None where it is no USB device.
    """

    path: str
    name: str
    maker: int | None = None

    @property
    def is_scanner(self) -> bool:
        """Whether it is used without having been chosen (rule 1)."""
        name = self.name.lower()
        if self.maker is None or _NOT.search(name):
            return False
        return self.maker in _MAKERS or _WORDS.search(name) is not None


def port_choice(port: Port) -> str:
    """The setting that means this port, also in another socket where it tells its name."""
    return f"{port.name}{_BETWEEN}{port.path}" if port.name else port.path


def chosen_port(choice: str, among: tuple[Port, ...]) -> Port | None:
    """Which of these ports the setting means, or None. A path is itself, whatever is plugged in there."""
    name, _, path = choice.rpartition(_BETWEEN)
    if not name:
        return next((port for port in among if port.path == path), None)
    alike = [port for port in among if port.name == name]
    return next((port for port in alike if port.path == path), next(iter(alike), None))


def port_words(choice: str) -> str:
    """What to call a choice where only the setting is known."""
    name, _, path = choice.rpartition(_BETWEEN)
    return f"{name} ({path})" if name else path


class OpenPort(Protocol):
    """What is asked of an open port."""

    @property
    def in_waiting(self) -> int:
        """Bytes that have come."""

    def read(self, size: int) -> bytes:
        """So many bytes; fewer after `PAUSE`."""

    def close(self) -> None:
        """Let it go."""


@dataclass(frozen=True, slots=True)
class SerialRead:
    """A reading, and what ended it: "" for a pause."""

    read: CardRead
    ending: str


class Framer:
    """Cuts a stream of bytes into reads. It knows no port and no clock."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is waiting for its end."""
        return not self._bytes

    def feed(self, data: bytes) -> Iterable[tuple[str, str]]:
        """Take bytes; each read that they end, and what ended it."""
        for byte in data:
            if byte not in _ENDS:
                if len(self._bytes) < LONGEST:
                    self._bytes.append(byte)
            elif self._bytes:
                yield self._taken(), chr(byte)

    def pause(self) -> Iterable[tuple[str, str]]:
        """Nothing came for a while: what came before is a read."""
        if self._bytes:
            yield self._taken(), ""

    def clear(self) -> None:
        """Forget what was not ended."""
        self._bytes.clear()

    def _taken(self) -> str:
        data = bytes(self._bytes)
        self._bytes.clear()
        try:
            return data.decode()
        except UnicodeDecodeError:
            return data.decode("latin-1")


def ports() -> tuple[Port, ...]:
    """The serial ports of this machine, scanners first."""
    if not _HAS_LIBRARY:
        return ()
    try:
        found = [Port(each.device, told(each), each.vid) for each in list_ports.comports()]
    except Exception as error:  # noqa: BLE001  (foreign code on foreign devices)
        _log.info("serial ports cannot be listed: %s", type(error).__name__)
        return ()
    return tuple(sorted(found, key=lambda port: (not port.is_scanner, port.path)))


def open_port(path: str, baud: int) -> OpenPort:
    """Open a port for this program alone."""
    return cast("OpenPort", serial.Serial(path, baud, timeout=PAUSE, exclusive=True))


@dataclass(frozen=True)
class Line:
    """How ports are found and opened.

    Attributes:
        listed: lists the ports.
        opened: opens one.
        first_wait, longest_wait: seconds between two searches.
    """

    listed: Callable[[], tuple[Port, ...]] = ports
    opened: Callable[[str, int], OpenPort] = open_port
    first_wait: float = FIRST_WAIT
    longest_wait: float = LONGEST_WAIT

    def waits(self) -> Iterator[float]:
        """Seconds until each next search."""
        wait = self.first_wait
        while True:
            yield wait
            wait = min(2 * wait, self.longest_wait)


class SerialScanner:
    """The thread.

    Args:
        choice: `AUTO`, a port's path, or a `port_choice`.
        baud: the line's speed; USB-CDC takes no notice of it.
        now: the clock of the readings.
        on_read: is given each `SerialRead`, on the thread.
        on_state: is told each new state, on the thread.
    """

    def __init__(
        self,
        choice: str,
        baud: int,
        now: Callable[[], datetime],
        on_read: Callable[[SerialRead], None],
        on_state: Callable[[SerialState], None],
        line: Line | None = None,
    ) -> None:
        self._choice = choice
        self._baud = baud
        self._now = now
        self._on_read = on_read
        self._on_state = on_state
        self._line = line or Line()
        self._framer = Framer()
        self._state = SerialState.OFF
        self._waits = self._line.waits()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="serial", daemon=True)

    def start(self) -> None:
        """Begin."""
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
        if not _HAS_LIBRARY:
            self._tell(SerialState.NO_LIBRARY)
            return
        while not self._stopping.is_set():
            path = self._found()
            if path is None:
                chosen = self._choice != AUTO
                self._tell(SerialState.LOST if chosen or self._was_there() else SerialState.SEARCHING)
            else:
                self._use(path)
            self._stopping.wait(next(self._waits))

    def _was_there(self) -> bool:
        return self._state in (SerialState.READY, SerialState.NOISY, SerialState.LOST)

    def _found(self) -> str | None:
        if self._choice == AUTO:
            return next((port.path for port in self._line.listed() if port.is_scanner), None)
        if _BETWEEN not in self._choice:
            return self._choice
        port = chosen_port(self._choice, self._line.listed())
        return None if port is None else port.path

    def _use(self, path: str) -> None:
        """Read a port until it vanishes, or tell why it cannot be read."""
        try:
            port = self._line.opened(path, self._baud)
        except Exception as error:  # noqa: BLE001  (a driver may raise anything)
            self._tell(self._why(error))
            return
        self._framer.clear()
        try:
            self._tell(SerialState.READY)
            self._read(port)
        except Exception as error:  # noqa: BLE001  (so may one that is pulled out in the middle of a read)
            _log.info("a serial scanner is gone: %s", type(error).__name__)
            self._tell(SerialState.LOST)
        finally:
            self._framer.clear()
            try:
                port.close()
            except OSError as error:
                _log.info("a serial port cannot be closed: %s", type(error).__name__)

    def _read(self, port: OpenPort) -> None:
        together = 0
        while not self._stopping.is_set():
            data = port.read(max(1, min(port.in_waiting, LONGEST)))
            if data:
                self._waits = self._line.waits()
            else:
                together = 0
                self._tell(SerialState.READY)
            for text, ending in self._framer.feed(data) if data else self._framer.pause():
                together += 1
                if together > MOST_TOGETHER:
                    self._tell(SerialState.NOISY)
                else:
                    self._on_read(SerialRead(CardRead(text, Source.SERIAL, self._now()), ending))

    def _why(self, error: Exception) -> SerialState:
        number = error.errno if isinstance(error, OSError) else None
        # On Windows pyserial has no number, and a port is refused while somebody else has it.
        if number in _BUSY or (number is None and "PermissionError" in str(error)):
            return SerialState.BUSY
        if number in (errno.EACCES, errno.EPERM):
            return SerialState.DENIED
        return SerialState.LOST if self._was_there() or self._choice != AUTO else SerialState.SEARCHING

    def _tell(self, state: SerialState) -> None:
        if state is not self._state:
            self._state = state
            self._on_state(state)


def told(port: ListPortInfo) -> str:
    """What a port says of itself; what is said twice, once."""
    told: list[str] = []
    for each in (port.manufacturer, port.product, port.description, port.interface):
        text = " ".join(str(each or "").removesuffix(f"({port.device})").split())
        if text in ("", "n/a") or any(text.lower() in before.lower() for before in told):
            continue
        told = [before for before in told if before.lower() not in text.lower()] + [text]
    return " ".join(told)
