"""Serial scanners over a pseudo-terminal: what is written to the one side is a scanner's, closing it is unplugging."""

from __future__ import annotations

import logging
import os
import queue
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
import serial
from hypothesis import given
from hypothesis import strategies as st
from serial.tools.list_ports_common import ListPortInfo

from validator.domain.code import Source
from validator.scan.serialport import (
    AUTO,
    LONGEST,
    MOST_TOGETHER,
    Framer,
    Line,
    Port,
    SerialRead,
    SerialScanner,
    SerialState,
    chosen_port,
    open_port,
    port_choice,
    ports,
    told,
)

AT = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
CODE = "K7WQ2M4X9A"
PATIENCE = 10.0
QUICK = Line(first_wait=0.01, longest_wait=0.02)

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no pseudo-terminals here")


@dataclass
class Cable:
    """A pseudo-terminal under a name of its own, as a port is that may vanish and come back."""

    path: Path
    master: int = -1

    def plug(self) -> None:
        self.master, slave = os.openpty()
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(os.ttyname(slave))
        self.slave = slave

    def send(self, data: bytes) -> None:
        os.write(self.master, data)

    def unplug(self) -> None:
        self.path.unlink(missing_ok=True)
        for end in (self.master, self.slave):
            with suppress(OSError):
                os.close(end)


@dataclass
class Heard:
    """What the thread tells."""

    reads: queue.Queue[SerialRead] = field(default_factory=queue.Queue)
    states: queue.Queue[SerialState] = field(default_factory=queue.Queue)

    def read(self) -> tuple[str, str]:
        came = self.reads.get(timeout=PATIENCE)
        assert came.read.source is Source.SERIAL
        return came.read.payload, came.ending

    def state(self) -> SerialState:
        return self.states.get(timeout=PATIENCE)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path / "scanner")
    cable.plug()
    yield cable
    cable.unplug()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def scanner(cable: Cable, heard: Heard) -> Iterator[SerialScanner]:
    """It reads the cable."""
    yield from running(str(cable.path), heard, QUICK)


def running(choice: str, heard: Heard, line: Line) -> Iterator[SerialScanner]:
    made = SerialScanner(choice, 9600, lambda: AT, heard.reads.put, heard.states.put, line)
    made.start()
    yield made
    made.stop()
    assert made.join(PATIENCE)


@pytest.mark.usefixtures("scanner")
class TestReading:
    @pytest.mark.parametrize("ending", ["\r", "\n", "\0", "\x03"])
    def test_a_read_ends_with_its_suffix(self, cable: Cable, heard: Heard, ending: str) -> None:
        assert heard.state() is SerialState.READY
        cable.send(f"]Q1{CODE}{ending}".encode())
        assert heard.read() == (f"]Q1{CODE}", ending)

    def test_carriage_return_and_line_feed_are_one_end_and_two_scans_come_in_order(
        self, cable: Cable, heard: Heard
    ) -> None:
        assert heard.state() is SerialState.READY
        cable.send(f"{CODE}\r\nsecond\r\n".encode())
        assert [heard.read(), heard.read()] == [(CODE, "\r"), ("second", "\r")]

    def test_a_pause_ends_a_read_too(self, cable: Cable, heard: Heard) -> None:
        assert heard.state() is SerialState.READY
        cable.send(CODE.encode())
        assert heard.read() == (CODE, "")

    def test_a_port_that_vanishes_and_comes_back_is_read_again(self, cable: Cable, heard: Heard) -> None:
        assert heard.state() is SerialState.READY
        cable.send(b"half of a co")
        cable.unplug()
        assert heard.state() is SerialState.LOST
        cable.plug()
        assert heard.state() is SerialState.READY
        cable.send(f"{CODE}\r".encode())
        assert heard.read() == (CODE, "\r"), "what was cut short is no read"
        assert heard.reads.empty()

    def test_any_bytes_are_text_and_what_is_too_long_is_cut(self, cable: Cable, heard: Heard) -> None:
        assert heard.state() is SerialState.READY
        cable.send(b"\xff\xfe\x81\r")
        assert heard.read() == ("\xff\xfe\x81", "\r")
        for _ in range(5):
            cable.send(b"x" * 1_000)
        cable.send(b"\r")
        assert heard.read() == ("x" * LONGEST, "\r")


def test_a_port_that_never_pauses_is_no_scanner_and_floods_nobody(cable: Cable, heard: Heard) -> None:
    using = running(str(cable.path), heard, QUICK)
    next(using)
    assert heard.state() is SerialState.READY
    cable.send(b"$GPRMC,123519,A\n" * 200)
    assert heard.state() is SerialState.NOISY
    assert heard.state() is SerialState.READY, "once it is silent"
    assert heard.reads.qsize() == MOST_TOGETHER
    next(using, None)


def test_no_code_is_logged(cable: Cable, heard: Heard, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    using = running(str(cable.path), heard, QUICK)
    next(using)
    assert heard.state() is SerialState.READY
    cable.send(f"{CODE}\r".encode())
    came = heard.reads.get(timeout=PATIENCE)
    cable.send(CODE[:6].encode())
    cable.unplug()
    assert heard.state() is SerialState.LOST
    next(using, None)
    assert CODE[:6] not in caplog.text + repr(came)


def test_a_port_in_use_is_told_and_taken_once_it_is_free(cable: Cable, heard: Heard) -> None:
    other = serial.Serial(str(cable.path), exclusive=True)
    using = running(str(cable.path), heard, QUICK)
    next(using)
    assert heard.state() is SerialState.BUSY
    other.close()
    assert heard.state() is SerialState.READY
    next(using, None)


def test_only_what_says_that_it_is_a_scanner_is_opened(cable: Cable, heard: Heard) -> None:
    opened: list[str] = []

    def open_it(path: str, baud: int) -> object:
        opened.append(path)
        return open_port(path, baud)

    there = [Port("/dev/board", "Arduino Uno", 0x2341), Port("/dev/modem", "")]
    line = Line(lambda: tuple(there), open_it, 0.01, 0.02)  # type: ignore[arg-type]
    using = running(AUTO, heard, line)
    next(using)
    assert heard.state() is SerialState.SEARCHING
    there.append(Port(str(cable.path), "Honeywell 1950g", 0x0C2E))
    assert heard.state() is SerialState.READY
    cable.send(f"{CODE}\r".encode())
    assert heard.read() == (CODE, "\r")
    next(using, None)
    assert set(opened) == {str(cable.path)}


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (PermissionError(13, "no"), SerialState.DENIED),
        (OSError(16, "busy"), SerialState.BUSY),
        (serial.SerialException("could not open port 'COM3': PermissionError(13, 'no')"), SerialState.BUSY),
        (serial.SerialException(2, "no such port"), SerialState.LOST),
        (ValueError("odd"), SerialState.LOST),
    ],
)
def test_why_a_chosen_port_cannot_be_read_is_told(error: Exception, state: SerialState, heard: Heard) -> None:
    def fail(_path: str, _baud: int) -> object:
        raise error

    using = running("COM3", heard, Line(tuple, fail, 0.01, 0.02))  # type: ignore[arg-type]
    next(using)
    assert heard.state() is state
    next(using, None)


@pytest.mark.parametrize(
    ("name", "maker", "is_scanner"),
    [
        ("Zebra DS2208", 0x05E0, True),
        ("USB Barcode Scanner", 0x1234, True),
        ("HID-POS imager", 0x1234, False),
        ("2D imager", 0x1234, True),
        ("Newland bar code reader", 0x1EAB, True),
        ("Newland NLS-USB2UART", 0x1EAB, False),
        ("Newland Payment USB2UART", 0x1EAB, False),
        ("USB Barcode Scanner", None, False),
        ("Standard Serial over Bluetooth link", None, False),
        ("Arduino Uno", 0x2341, False),
        ("CP2102 USB to UART", 0x10C4, False),
        ("Label printer", 0x05E0, False),
        ("EPSON TM-T20II Receipt", 0x04B8, False),
        ("Honeywell scanner printer cradle", 0x0C2E, False),
        ("Magellan scanner scale", 0x05F9, False),
        ("Ingenico iPP350", 0x0B00, False),
        ("Verifone terminal with bar code", 0x11CA, False),
        ("Passport scanner", 0x1234, False),
        ("RFID scanner", 0x1234, False),
        ("", 0x1234, False),
        ("", None, False),
    ],
)
def test_which_ports_are_scanners(name: str, maker: int | None, is_scanner: bool) -> None:
    assert Port("/dev/x", name, maker).is_scanner is is_scanner


LEFT, RIGHT = Port("/dev/ttyACM0", "Honeywell 1950g", 0x0C2E), Port("/dev/ttyACM1", "Honeywell 1950g", 0x0C2E)
NAMELESS = Port("/dev/ttyS0", "")


@pytest.mark.parametrize(
    ("choice", "among", "means"),
    [
        (port_choice(RIGHT), (LEFT, RIGHT), RIGHT),
        (port_choice(RIGHT), (NAMELESS, LEFT), LEFT),
        (port_choice(RIGHT), (Port(RIGHT.path, "EPSON Receipt", 0x04B8),), None),
        (port_choice(NAMELESS), (LEFT, NAMELESS), NAMELESS),
        (RIGHT.path, (LEFT, RIGHT), RIGHT),
        (AUTO, (LEFT,), None),
    ],
)
def test_a_choice_means_a_port(choice: str, among: tuple[Port, ...], means: Port | None) -> None:
    assert chosen_port(choice, among) == means


def test_a_scanner_chosen_by_name_is_found_in_another_socket(cable: Cable, heard: Heard) -> None:
    there: list[Port] = []
    line = Line(lambda: tuple(there), open_port, 0.01, 0.02)
    using = running(port_choice(LEFT), heard, line)
    next(using)
    assert heard.state() is SerialState.LOST
    there.append(Port(str(cable.path), LEFT.name, LEFT.maker))
    assert heard.state() is SerialState.READY
    next(using, None)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (("Honeywell", "1950g", "Honeywell 1950g - CDC", None), "Honeywell 1950g - CDC"),
        (("Datalogic", "QuickScan", "QuickScan", "QuickScan"), "Datalogic QuickScan"),
        (("Microsoft", None, "USB Serial Device (COM3)", None), "Microsoft USB Serial Device"),
        ((None, None, "n/a", None), ""),
    ],
)
def test_a_port_is_named_by_what_it_says_once(said: tuple[str | None, ...], name: str) -> None:
    port = ListPortInfo("COM3")
    for field_name, text in zip(("manufacturer", "product", "description", "interface"), said, strict=True):
        setattr(port, field_name, text)
    assert told(port) == name


def test_a_missing_port_is_looked_for_less_and_less_often() -> None:
    assert list(islice(Line(tuple, open_port, 0.5, 3.0).waits(), 5)) == [0.5, 1.0, 2.0, 3.0, 3.0]


def test_the_ports_of_this_machine_can_be_listed() -> None:
    assert all(isinstance(port, Port) for port in ports())


@given(st.lists(st.binary(max_size=30), max_size=10))
def test_however_bytes_come_the_reads_are_the_same(chunks: list[bytes]) -> None:
    framer = Framer()
    reads = [text for chunk in chunks for text, _ in framer.feed(chunk)]
    reads += [text for text, _ in framer.pause()]
    whole = Framer()
    data = b"".join(chunks)
    expected = [text for text, _ in whole.feed(data)] + [text for text, _ in whole.pause()]
    assert reads == expected
    pieces = [piece for piece in re.split(rb"[\r\n\0\x03]", data) if piece]
    assert len(reads) == len(pieces)
    for text, piece in zip(reads, pieces, strict=True):
        assert piece in (text.encode(), text.encode("latin-1", "replace"))


@pytest.mark.long
def test_without_the_library_there_is_no_serial_scanner_and_everything_else() -> None:
    code = """
import sys
sys.modules["serial"] = None
from validator.scan.serialport import SerialScanner, ports
told = []
scanner = SerialScanner("auto", 9600, None, None, told.append)
scanner.start()
scanner.join()
print(*told, ports())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["no_library", "()"]
