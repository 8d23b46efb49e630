"""How long the hub waits for a request to come: a line that says nothing, or a sign a minute, is closed.

Without it whoever can reach the hub could hold all its lines open with half requests, token or no token. An honest desk on a poor
line is not hurried: its head is small, and its body may take as long as it likes while it keeps coming.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds for a request's head to be whole, and between two pieces of its body."""

    head: float = 20.0
    body: float = 60.0

    def protocol(self) -> type[asyncio.Protocol]:
        """What uvicorn speaks, with this patience."""
        return type("_Line", (_PatientLine,), {"patience": self})


class _PatientLine(H11Protocol):
    """HTTP/1.1 on one line. uvicorn's own limit is for the time between two requests only."""

    patience = Patience()
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait(self.patience.head)

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait(None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        comes = self.conn.their_state
        if comes is h11.SEND_BODY:
            self._wait(self.patience.body)
        elif comes is not h11.IDLE:
            self._wait(None)
        elif self._deadline is None:
            # A head goes on coming on the time that its first sign got.
            self._wait(self.patience.head)

    def send_400_response(self, msg: str) -> None:
        if self.cycle is not None:
            # The line is closed over what was said on it: the request before it has nobody left to answer.
            self.cycle.disconnected = True
        super().send_400_response(msg)

    def _wait(self, seconds: float | None) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = None if seconds is None else self.loop.call_later(seconds, self.transport.close)
