"""Serving the hub: a socket, TLS where it is asked for, and uvicorn; in this thread for a service, in another for the demo.

A hub listens on this very machine only, unless it has a certificate of its own, or its operator says that a proxy in front of it
speaks TLS. Several processes on one socket are in `sync.hub.workers`.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn

from sync.hub.app import create_app
from sync.hub.hub import Hub
from sync.hub.patience import Patience
from validator.errors import BugError, ConfigError

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765

_START_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Listening:
    """Where and how to listen.

    Attributes:
        port: 0 takes any free one.
        certificate, key: PEM files for TLS; both or neither.
        is_behind_proxy: plain HTTP beyond this machine, because a proxy speaks TLS for us.
        patience: how long a request may be in coming.
    """

    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    certificate: Path | None = None
    key: Path | None = None
    is_behind_proxy: bool = False
    patience: Patience = field(default_factory=Patience)

    def check(self) -> None:
        """See that nobody's token would travel in clear.

        Raises:
            ConfigError: TLS is needed here, or half of it is missing.
        """
        if (self.certificate is None) is not (self.key is None):
            raise ConfigError("TLS needs both a certificate and its key")
        if self.certificate is None and not self.is_behind_proxy and not _is_loopback(self.host):
            raise ConfigError(
                "a hub that other machines reach needs TLS: give a certificate and a key, or say that a proxy speaks it"
            )

    def open_tls(self) -> None:
        """See that the certificate and its key can be used.

        Raises:
            ConfigError: one is not there, cannot be read, or they do not go together.
        """
        if self.certificate is None or self.key is None:
            return
        for file in (self.certificate, self.key):
            if not file.is_file():
                raise ConfigError("there is no such file for TLS", file=file.name)
        try:
            # No terminal is asked for a password: a service has none.
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate, self.key, password=lambda: "")
        except (OSError, ValueError) as error:
            raise ConfigError(
                "the certificate and its key cannot be read, or do not go together (PEM, without a password)"
            ) from error


class HubServer:
    """A hub on a socket. `run` serves in this thread; as a context manager it serves in another.

    Attributes:
        url: the address that desks use.
    """

    def __init__(self, hub: Hub, listening: Listening, shared: socket.socket | None = None) -> None:
        """Bind.

        Args:
            hub: what answers.
            listening: where and how.
            shared: a socket that is bound there already, and that other processes listen on too.
        """
        listening.check()
        listening.open_tls()
        self._socket = bound(listening) if shared is None else shared
        self.url = url_of(self._socket, listening)
        config = uvicorn.Config(
            create_app(hub),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=listening.is_behind_proxy,
            http=listening.patience.protocol(),
            ws="none",
            ssl_certfile=listening.certificate,
            ssl_keyfile=listening.key,
        )
        self._server = _Server(config)
        self._thread = threading.Thread(target=self.run, name="hub-server")

    def run(self, started: Callable[[], None] | None = None) -> None:
        """Serve until asked to stop: by `stop`, or in the main thread by an interrupt or SIGTERM."""
        if started is not None:
            self._server.when_started = started
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Ask the server to finish what it is answering and to end."""
        self._server.should_exit = True

    def __enter__(self) -> Self:
        up = threading.Event()
        self._server.when_started = up.set
        self._thread.start()
        if not up.wait(_START_SECONDS):
            self.__exit__(None, None, None)
            raise BugError("the hub's server did not start")
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.stop()
        self._thread.join()
        self._socket.close()


class _Server(uvicorn.Server):
    """Says when it is up."""

    when_started: Callable[[], None] = staticmethod(lambda: None)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.when_started()


def url_of(at: socket.socket, listening: Listening) -> str:
    """The address of a bound socket, as desks use it."""
    host, port = at.getsockname()[:2]
    scheme = "http" if listening.certificate is None else "https"
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def bound(listening: Listening) -> socket.socket:
    """A socket at the place.

    Raises:
        ConfigError: the place is none, or taken.
    """
    try:
        family, kind, _, _, place = socket.getaddrinfo(
            listening.host, listening.port, type=socket.SOCK_STREAM
        )[0]
        with ExitStack() as closing:
            bound = closing.enter_context(socket.socket(family, kind))
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind(place)
            closing.pop_all()
    except (OSError, UnicodeError) as error:
        raise ConfigError("the hub cannot listen there", host=listening.host, port=listening.port) from error
    return bound


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
