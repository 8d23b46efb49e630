"""Something that answers at an address, on a real socket: whatever bytes it is told to, or nothing at all."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

GRACE = 30.0
Script = Callable[[bytes], bytes | None]
"""From a whole request to the raw bytes of an answer; None: say nothing, keep the line open."""


def http(
    body: bytes, status: str = "200 OK", kind: str = "application/json", *more: str, length: int | None = None
) -> bytes:
    """A raw HTTP answer; ``length`` may lie."""
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body) if length is None else length}",
    ]
    return "\r\n".join([*lines, "Connection: close", *more, "", ""]).encode() + body


class OtherSide:
    """Serves one connection after another in a thread, answering each request by a script."""

    def __init__(self, script: Script, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[bytes] = []
        self._script = script
        self._tls = tls
        self._done = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="other side")

    @property
    def url(self) -> str:
        """Its address."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(GRACE)

    def _serve(self) -> None:
        while not self._done.is_set():
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            with contextlib.suppress(OSError), line:
                line.settimeout(GRACE)
                if self._tls is None:
                    self._answer(line)
                else:
                    with self._tls.wrap_socket(line, server_side=True) as secured:
                        self._answer(secured)

    def _answer(self, line: socket.socket) -> None:
        request = _read(line)
        self.requests.append(request)
        answer = self._script(request)
        if answer is None:
            self._done.wait(GRACE)
        else:
            line.sendall(answer)


def _read(line: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = line.recv(65536)
        if not piece:
            return data
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    size = next(
        (int(row.split(b":")[1]) for row in head.split(b"\r\n") if row.lower().startswith(b"content-length")),
        0,
    )
    while len(body) < size:
        piece = line.recv(65536)
        if not piece:
            break
        body += piece
    return head + b"\r\n\r\n" + body
