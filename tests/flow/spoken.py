"""What a screen reader finds in the program's window, over the very bus that it asks: roles, names, states, texts.

The window answers on its own thread, so an answer is also a sign that it lives.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import pytest

bus = pytest.importorskip("jeepney", reason="the bus of screen readers is Linux's")
line = pytest.importorskip("jeepney.io.blocking")

PATIENCE = 120.0
"""Seconds; a busy machine opens a window in ten, and one that counts on all its processors in forty."""

_AGAIN = 0.03
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ENABLED, _FOCUSED, _SHOWING = 8, 12, 25
"""Bits of a state, as AT-SPI numbers them."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is shown.

    Attributes:
        place: where the bus has it.
        text: what can be read or typed in it; for most things their name.
    """

    place: str
    role: str
    name: str
    text: str
    enabled: bool
    focused: bool


class Spoken:
    """The window of one program.

    Args:
        address: of the bus.
        process: id of the program's process.
    """

    def __init__(self, address: str, process: int) -> None:
        self._connection = line.open_dbus_connection(address)
        self._process = process
        self._name = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def things(self) -> list[Thing]:
        """Everything that is shown just now, from the top; empty where there is no window."""
        try:
            return list(self._walk(_ROOT)) if self._find() else []
        except bus.DBusErrorResponse:
            return []  # it went while it was asked about

    def texts(self) -> list[str]:
        """All that can be read."""
        return [each.text for each in self.things() if each.text]

    def says(self, *parts: str) -> bool:
        """Whether each of these stands somewhere in what can be read."""
        read = "\n".join(self.texts())
        return all(part in read for part in parts)

    def until(self, holds: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Look again and again until something holds.

        Raises:
            AssertionError: it never did; with all that can be read.
        """
        late = time.monotonic() + patience
        pause = threading.Event()
        while not holds():
            if time.monotonic() > late:
                raise AssertionError("\n".join(["in vain; there stands:", *self.texts()]))
            pause.wait(_AGAIN)

    def until_says(self, *parts: str, patience: float = PATIENCE) -> None:
        """Wait until each of these can be read."""
        self.until(lambda: self.says(*parts), patience)

    def text_of(self, place: str) -> str:
        """The name of one thing; quick enough to be asked all the time."""
        return str(self._property(place, "Name"))

    def _find(self) -> bool:
        """Which name on the bus is the program's."""
        if self._name:
            return True
        for name in self._bus("ListNames"):
            if name.startswith(":") and name != self._connection.unique_name:
                try:
                    mine = self._bus("GetConnectionUnixProcessID", "s", (name,)) == self._process
                except bus.DBusErrorResponse:
                    continue
                if mine and self._has_window(name):
                    self._name = name
                    return True
        return False

    def _has_window(self, name: str) -> bool:
        self._name = name
        try:
            return bool(self._property(_ROOT, "ChildCount"))
        except bus.DBusErrorResponse:
            return False
        finally:
            self._name = ""

    def _walk(self, place: str) -> Iterator[Thing]:
        low = self._ask(place, "GetState")[0]
        if place != _ROOT and not low >> _SHOWING & 1:
            return
        role, name = self._ask(place, "GetRoleName"), str(self._property(place, "Name"))
        text = self._typed(place) if role in ("text", "password text") else name
        yield Thing(place, role, name, text, bool(low >> _ENABLED & 1), bool(low >> _FOCUSED & 1))
        for _, child in self._ask(place, "GetChildren"):
            yield from self._walk(child)

    def _typed(self, place: str) -> str:
        return str(self._ask(place, "GetText", "ii", (0, -1), interface="org.a11y.atspi.Text"))

    def _ask(
        self,
        place: str,
        what: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        interface: str = _ACCESSIBLE,
    ) -> Any:
        address = bus.DBusAddress(place, self._name, interface)
        return self._reply(bus.new_method_call(address, what, signature or None, body))

    def _property(self, place: str, name: str) -> Any:
        return self._reply(bus.Properties(bus.DBusAddress(place, self._name, _ACCESSIBLE)).get(name))[1]

    def _bus(self, what: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
        address = bus.DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        return self._reply(bus.new_method_call(address, what, signature or None, body))

    def _reply(self, message: Any) -> Any:
        reply = self._connection.send_and_get_reply(message, timeout=PATIENCE)
        if reply.header.message_type is bus.MessageType.error:
            raise bus.DBusErrorResponse(reply)
        return reply.body[0]
