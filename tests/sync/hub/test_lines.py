"""Lines that break or are held open: they cost the hub nothing, and nobody else waits."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import httpx
import pytest

from sync.hub.hub import Hub
from sync.hub.patience import Patience
from sync.hub.server import HubServer, Listening
from tests.sync.stage import Till, statuses

LONG_SECONDS = 30.0
SHORT = 0.3
PROMISED = b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n"


@contextmanager
def line(server: HubServer) -> Iterator[socket.socket]:
    """A bare line to the hub."""
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname or "", address.port or 0), LONG_SECONDS) as held:
        yield held


def answered(held: socket.socket, said: bytes) -> bytes:
    """What comes back on a line until it is closed, in order or by a reset."""
    answer = b""
    with suppress(ConnectionResetError, BrokenPipeError):
        held.sendall(said)
        while piece := held.recv(1000):
            answer += piece
    return answer


@pytest.fixture
def hasty(sqlite_hub: Hub) -> Iterator[HubServer]:
    """A hub that waits for nobody."""
    with HubServer(sqlite_hub, Listening(port=0, patience=Patience(head=SHORT, body=SHORT))) as server:
        yield server


@pytest.mark.parametrize("said", [b"", b"POST /v1/sy", b"POST /v1/sync HTTP/1.1\r\nHost: hub\r\nX-"])
def test_a_line_without_a_whole_head_is_closed(hasty: HubServer, said: bytes) -> None:
    with line(hasty) as held:
        assert answered(held, said) == b""


def test_a_line_on_which_a_body_stops_is_closed(hasty: HubServer, sqlite_hub: Hub) -> None:
    token = Till.at(sqlite_hub).token.encode()
    sync = b"POST /v1/sync HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + token + b"\r\n"
    enrol = b"POST /v1/enrol HTTP/1.1\r\nHost: hub\r\n"
    for head in (sync, enrol):
        with line(hasty) as held:
            assert answered(held, head + PROMISED + b'{"v": 1') == b""


def test_a_second_request_on_a_line_has_its_own_time(hasty: HubServer) -> None:
    with line(hasty) as held:
        for _ in range(2):
            held.sendall(b"GET /v1/health HTTP/1.1\r\nHost: hub\r\n\r\n")
            answer = b""
            while not answer.endswith(b"}"):
                answer += held.recv(1000)
            assert answer.startswith(b"HTTP/1.1 200 ")
        assert answered(held, b"GET /v1/health HTTP/1.1\r\n") == b""


def test_who_hangs_up_half_way_leaves_no_trace(sqlite_hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    till = Till.at(sqlite_hub)
    body = till.body(till.give(1))
    with HubServer(sqlite_hub, Listening(port=0)) as server:
        for said in (body[:0], body[:50], body[:-1]):
            with line(server) as held:
                head = f"POST /v1/sync HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {till.token}\r\n"
                held.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + said)
    assert capsys.readouterr() == ("", "")
    till.sequence, till.previous = 0, "0" * 64
    assert statuses(till.push(till.give(1))) == ["accepted"]


def test_a_body_in_broken_pieces_is_no_fault_of_the_hub(
    sqlite_hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    till = Till.at(sqlite_hub)
    head = f"POST /v1/sync HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {till.token}\r\n"
    with HubServer(sqlite_hub, Listening(port=0)) as server, line(server) as held:
        held.sendall(head.encode() + b"Transfer-Encoding: chunked\r\n\r\nno number\r\n")
        assert held.recv(100).startswith(b"HTTP/1.1 400 ")
    assert capsys.readouterr().err == "WARNING:  Invalid HTTP request received.\n"


def test_lines_held_open_keep_nobody_waiting(sqlite_hub: Hub) -> None:
    with HubServer(sqlite_hub, Listening(port=0)) as server:
        held = [socket.create_connection(("127.0.0.1", urlsplit(server.url).port or 0)) for _ in range(100)]
        try:
            for each in held:
                each.sendall(b"POST /v1/enrol HTTP/1.1\r\nHost: hub\r\n" + PROMISED + b"{")
            with httpx.Client(base_url=server.url, trust_env=False) as client:
                assert client.get("/v1/health").status_code == 200
        finally:
            for each in held:
                each.close()


def test_an_address_with_a_slash_too_many_is_no_redirect(sqlite_hub: Hub) -> None:
    with (
        HubServer(sqlite_hub, Listening(port=0)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        for path in ("/v1/sync/", "/v1/health/", "/docs/"):
            assert (client.get(path).status_code, client.get(path).json()["error"]) == (404, "not_found")
