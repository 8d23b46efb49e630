"""Keys as a keyboard gives them: XTEST events of an X server, which keeps the gaps between them itself.

The server's own extension, as xdotool uses it: a process of its own for each key could not keep a hand scanner's rhythm on a busy
machine, nor say when a key was pressed.
"""

from __future__ import annotations

import ctypes
import time
from ctypes.util import find_library
from types import TracebackType
from typing import Self

SLOW, FAST = 160, 6
"""Milliseconds between two keys: somebody types; a scanner types."""

_SHIFT = "Shift_L"
_HELD = {"ctrl": "Control_L", "shift": _SHIFT, "alt": "Alt_L"}
_CLIENT_MESSAGE = 33
_TO_PARENT = 2
_WIDE = 800
_LEVELS = 2


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 12),
    )


class Keyboard:
    """The keyboard of a display.

    Args:
        display: its name, as in ``DISPLAY``.

    Attributes:
        count: keys pressed so far; a modifier that is held is a key too, a scan is none.
    """

    def __init__(self, display: str) -> None:
        self.count = 0
        self._x = ctypes.CDLL(find_library("X11"))
        self._test = ctypes.CDLL(find_library("Xtst"))
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        opened = self._x.XOpenDisplay(display.encode())
        if opened is None:
            raise AssertionError(f"no display {display}")
        self._display = ctypes.c_void_p(opened)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._x.XCloseDisplay(self._display)

    def press(self, *keys: str, gap: int = SLOW) -> float:
        """Press keys by their X names, such as ``Return`` or ``ctrl+z``, one after the other.

        Returns:
            when the last one was pressed, as `time.perf_counter` counts.
        """
        for key in keys:
            *held, name = key.split("+") if len(key) > 1 else [key]
            self._stroke(self._symbol(name), [_HELD[each] for each in held], gap)
        return self._pressed()

    def type(self, text: str, gap: int = SLOW) -> float:
        """Type signs of Latin-1, as a person does; returns when the last one was pressed."""
        for sign in text:
            self._stroke(ord(sign), [], gap)
        return self._pressed()

    def scan(self, text: str, *, enter: bool = True) -> float:
        """A hand scanner's burst, which costs nobody a key; returns when its last key was pressed."""
        before = self.count
        self._stroke(ord(text[0]), [], SLOW)
        self.type(text[1:], FAST)
        if enter:
            self.press("Return", gap=FAST)
        self.count = before
        return self._pressed()

    @property
    def topmost(self) -> int:
        """The window on top, of those that are as large as a program's."""
        found, child, number = (ctypes.c_ulong() for _ in range(3))
        children = ctypes.POINTER(ctypes.c_ulong)()
        sizes = [ctypes.c_uint() for _ in range(6)]
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        asked = (self._display, root, ctypes.byref(found), ctypes.byref(child))
        self._x.XQueryTree(*asked, ctypes.byref(children), ctypes.byref(number))
        for window in reversed(children[: number.value & 0xFFFF_FFFF]):
            told = [ctypes.byref(each) for each in sizes]
            self._x.XGetGeometry(self._display, ctypes.c_ulong(window), ctypes.byref(found), *told)
            if sizes[2].value >= _WIDE:
                return int(window)
        raise AssertionError("no window is shown")

    @property
    def focused(self) -> int:
        """The window that has the keys."""
        window, state = ctypes.c_ulong(), ctypes.c_int()
        self._x.XGetInputFocus(self._display, ctypes.byref(window), ctypes.byref(state))
        return window.value

    def focus(self, window: int) -> None:
        """Give the keys to a window, as a click on it does."""
        self._x.XSetInputFocus(self._display, ctypes.c_ulong(window), _TO_PARENT, ctypes.c_ulong(0))
        self._pressed()

    def close_window(self) -> None:
        """Ask the window that has the keys to close, as its frame's button does."""
        window = self.focused
        message = _ClientMessage(_CLIENT_MESSAGE, 0, 1, self._display.value, window)
        message.message_type = self._atom("WM_PROTOCOLS")
        message.format = 32
        message.data[0] = self._atom("WM_DELETE_WINDOW")
        self._x.XSendEvent(self._display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
        self._pressed()

    def _stroke(self, symbol: int, held: list[str], gap: int) -> None:
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))
        if not code:
            raise AssertionError(f"no key has the symbol {symbol:#x}")
        level = next(
            at
            for at in range(_LEVELS)
            if self._x.XkbKeycodeToKeysym(self._display, ctypes.c_ubyte(code), 0, at) == symbol
        )
        held = [*held, *([_SHIFT] if level else [])]
        codes = [self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(self._symbol(name))) for name in held]
        for at, each in enumerate([*codes, code]):
            self._event(each, 1, 0 if at else gap)
        for each in reversed([*codes, code]):
            self._event(each, 0, 0)
        self.count += 1 + len(codes)

    def _event(self, code: int, down: int, gap: int) -> None:
        self._test.XTestFakeKeyEvent(self._display, ctypes.c_uint(code), down, ctypes.c_ulong(gap))

    def _pressed(self) -> float:
        """Wait until the server has let all of it happen."""
        self._x.XSync(self._display, 0)
        return time.perf_counter()

    def _symbol(self, name: str) -> int:
        return int(self._x.XStringToKeysym(name.encode())) or ord(name)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))
