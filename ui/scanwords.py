"""How scanners are spoken of: their state, how a reading came, how its check character is, and what to set at the scanner.

The functions give keys of the context ``ui``, or ``state`` for a state, and are total: mypy names what is missing.
"""

from __future__ import annotations

from typing import assert_never

from ui.face import Face
from validator.desk import Look
from validator.domain.code import Source
from validator.domain.layouts import Layout, Mismatch
from validator.scan.serialport import SerialState
from validator.scan.tested import Advice, Check


def scanner_state(state: SerialState) -> str:
    """Key, in the context ``state``, of how the serial scanner stands."""
    match state:
        case SerialState.OFF:
            return "scanner_off"
        case SerialState.SEARCHING:
            return "scanner_searching"
        case SerialState.READY:
            return "scanner_ready"
        case SerialState.NOISY:
            return "scanner_noisy"
        case SerialState.LOST:
            return "scanner_lost"
        case SerialState.BUSY:
            return "scanner_busy"
        case SerialState.DENIED:
            return "scanner_denied"
        case SerialState.NO_LIBRARY:
            return "scanner_no_library"
        case _:
            assert_never(state)


def way_words(source: Source) -> str:
    """By which way a reading came."""
    match source:
        case Source.HAND:
            return "scan_test.way_hand"
        case Source.TYPED:
            return "scan_test.way_typed"
        case Source.SERIAL:
            return "scan_test.way_serial"
        case Source.CAMERA:
            return "scan_test.way_camera"
        case Source.PICTURE:
            return "scan_test.way_picture"
        case _:
            assert_never(source)


def check_words(check: Check) -> str:
    """How the check character is."""
    match check:
        case Check.RIGHT:
            return "scan_test.check_right"
        case Check.WRONG:
            return "scan_test.check_wrong"
        case Check.UNUSED:
            return "scan_test.check_unused"
        case Check.NO_CODE:
            return "scan_test.check_no_code"
        case _:
            assert_never(check)


def advice_words(face: Face, advice: Advice, layouts: Mismatch | None) -> str:
    """What to set at the scanner."""
    match advice:
        case Advice.LAYOUT:
            return layout_words(face, layouts)
        case Advice.ENTER_FIRST:
            return face.say("ui", "scan_test.enter_first")
        case Advice.SLOW:
            return face.say("ui", "scan_test.slow")
        case Advice.AGAIN:
            return face.say("ui", "scan_test.again")
        case Advice.FINE:
            return face.say("ui", "scan_test.fine")
        case _:
            assert_never(advice)


def layout_words(face: Face, layouts: Mismatch | None) -> str:
    """Which keyboards the scanner and the computer have, and what to choose at the scanner; in general where that is not known."""
    if layouts is None:
        return face.say("hint", "layout")
    scanner, computer = (face.say("ui", _keyboard(each)) for each in (layouts.scanner, layouts.computer))
    return face.say("ui", "scan_test.layout", seen=scanner, typed=computer)


def arrived_words(face: Face, look: Look) -> str:
    """What a scanner sent beside the card's code, which was taken off or set right; "" where it sent the code alone."""
    if look.repaired:
        return layout_words(face, look.layouts)
    if look.marks is None or look.card is None:
        return ""
    seen = " ".join((*look.marks.before, look.card.masked, *look.marks.after))
    return face.say("ui", "scan.arrived", seen=seen)


def _keyboard(layout: Layout) -> str:
    match layout:
        case Layout.US:
            return "keyboard.us"
        case Layout.FINNISH:
            return "keyboard.fi"
        case Layout.FRENCH:
            return "keyboard.fr"
        case _:
            assert_never(layout)
