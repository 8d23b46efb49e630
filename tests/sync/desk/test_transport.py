"""The line to the hub: whatever stands at the other end, one of three errors, in bounded time and size."""

from __future__ import annotations

import gzip
import hashlib
import json
import socket
import ssl
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.transport import MAX_ANSWER_BYTES, MAX_REFUSAL_BYTES, NOBODY, Address, Patience, Transport
from sync.wire import EnrolRequest, SyncRequest
from tests.sync.desk.otherside import OtherSide, Script, http
from validator.clock import SystemClock
from validator.errors import ConfigError, HubError, HubGarbled, HubRefused, HubUnreachable

TOKEN = "a-secret-token"
NOW = "2018-10-13T14:30:00+00:00"
GOOD = json.dumps({"v": 1, "hub_time": NOW, "something_new": [1]}).encode()
SHORT = Patience(connect=5.0, read=0.2, whole=0.5)


def line(url: str, *, fingerprint: str = "", patience: Patience | None = None) -> Transport:
    return Transport(Address.of(url, fingerprint), TOKEN, SystemClock(), patience)


def failure(script: Script, patience: Patience | None = None) -> HubError:
    with OtherSide(script) as side, line(side.url, patience=patience) as transport:
        with pytest.raises(HubError) as caught:
            transport.sync(SyncRequest())
        assert len(side.requests) == 1, "nothing is tried twice"
    assert TOKEN not in str(caught.value)
    return caught.value


def test_a_good_answer_with_unknown_fields() -> None:
    with OtherSide(lambda _: http(GOOD)) as side, line(side.url) as transport:
        reply = transport.sync(SyncRequest(head_sequence=3))
        request = side.requests[0]
    assert reply.answer.hub_time == datetime.fromisoformat(NOW)
    assert reply.took >= 0
    assert request.startswith(b"POST /v1/sync HTTP/1.1\r\n")
    assert f"Authorization: Bearer {TOKEN}".encode() in request
    assert b'"head_sequence":3' in request


def test_health() -> None:
    with OtherSide(lambda _: http(GOOD)) as side, line(side.url) as transport:
        assert transport.health().hub_time == datetime.fromisoformat(NOW)
    gone = http(b'{"error": "store", "message": "not now"}', "503 Service Unavailable")
    with OtherSide(lambda _: gone) as side, line(side.url) as transport, pytest.raises(HubRefused):
        transport.health()


def test_a_packed_answer() -> None:
    packed = http(gzip.compress(GOOD), "200 OK", "application/json; charset=utf-8", "Content-Encoding: gzip")
    with OtherSide(lambda _: packed) as side, line(side.url) as transport:
        assert transport.sync(SyncRequest()).answer.v == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (http(b"<html>Log in to our wireless network</html>", kind="text/html"), "type"),
        (http(b"<html>hello</html>"), "message"),
        (http(b""), "message"),
        (http(b"[" * 100_000), "message"),
        (http(b'{"v": 1, "hub_time": "yesterday"}'), "message"),
        (http(b'{"v": 1}'), "message"),
        (http(b'{"v": 2, "hub_time": "2018-10-13T14:30:00Z"}'), "version"),
        (http(b'{"v": 2, "time": 7}'), "version"),
        (http(GOOD, length=len(GOOD) + 10), "half"),
        (http(GOOD[:20], length=len(GOOD)), "half"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
            "half",
        ),
        (http(gzip.compress(GOOD)[:30], "200 OK", "application/json", "Content-Encoding: gzip"), "message"),
        (http(b"no gzip", "200 OK", "application/json", "Content-Encoding: gzip"), "half"),
        (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "half"),
        (
            http(b"", "301 Moved Permanently", "application/json", "Location: https://elsewhere.example/"),
            "redirect",
        ),
        (http(b"", "307 Temporary Redirect", "application/json", "Location: /v2/sync"), "redirect"),
        (http(b"", "204 No Content"), "status"),
        (http(b"<h1>Internal Server Error</h1>", "500 Internal Server Error", "text/html"), "type"),
        (http(b"{}", "500 Internal Server Error"), "message"),
        (http(b'{"detail": "Not Found"}', "404 Not Found"), "message"),
        (http(b" " * (MAX_REFUSAL_BYTES + 1), "502 Bad Gateway"), "size"),
        (http(b" " * (MAX_ANSWER_BYTES + 1)), "size"),
    ],
)
def test_not_our_hub(answer: bytes, reason: str) -> None:
    error = failure(lambda _: answer)
    assert isinstance(error, HubGarbled)
    assert error.details["reason"] == reason


@pytest.mark.parametrize(
    "status", ["400 Bad Request", "401 Unauthorized", "409 Conflict", "503 Service Unavailable"]
)
def test_our_hub_says_no(status: str) -> None:
    body = json.dumps({"error": "desk_revoked", "message": "this desk is\x1b no longer enrolled" + "!" * 500})
    error = failure(lambda _: http(body.encode(), status))
    assert isinstance(error, HubRefused)
    assert error.details["error"] == "desk_revoked"
    assert error.details["status"] == int(status[:3])
    assert str(error).endswith("!!!")
    assert len(str(error)) < 250
    assert str(error).isprintable()


def test_a_hub_that_never_answers() -> None:
    error = failure(lambda _: None, SHORT)
    assert isinstance(error, HubUnreachable)
    assert error.details["reason"] == "time"


def test_a_hub_that_stops_in_the_middle_and_keeps_the_line() -> None:
    class Stuck(OtherSide):
        def _answer(self, line: socket.socket) -> None:
            self.requests.append(line.recv(65536))
            line.sendall(http(GOOD, length=10_000))
            self._done.wait(30)

    with (
        Stuck(lambda _: None) as side,
        line(side.url, patience=SHORT) as transport,
        pytest.raises(HubUnreachable),
    ):
        transport.sync(SyncRequest())


def test_a_hub_that_drips() -> None:
    class Dripping(OtherSide):
        def _answer(self, line: socket.socket) -> None:
            self.requests.append(line.recv(65536))
            line.sendall(http(b"", length=10_000))
            while not self._done.wait(0.05):
                line.sendall(b" ")

    patience = Patience(read=5.0, whole=0.3)
    with (
        Dripping(lambda _: None) as side,
        line(side.url, patience=patience) as transport,
        pytest.raises(HubUnreachable) as caught,
    ):
        transport.sync(SyncRequest())
    assert caught.value.details["reason"] == "time"


def test_a_hub_that_hangs_up_may_have_heard_us() -> None:
    error = failure(lambda _: b"")
    assert isinstance(error, HubUnreachable)
    assert error.details["reason"] == "line"


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with line(f"http://127.0.0.1:{port}") as transport, pytest.raises(HubUnreachable) as caught:
        transport.sync(SyncRequest())
    assert caught.value.details["reason"] == NOBODY


def test_no_such_name() -> None:
    with line("https://hub.invalid") as transport, pytest.raises(HubUnreachable) as caught:
        transport.sync(SyncRequest())
    assert caught.value.details["reason"] == NOBODY


def test_a_proxy_and_a_netrc_do_not_come_between_us_and_this_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login someone password else\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with OtherSide(lambda _: http(GOOD)) as side, line(side.url) as transport:
        transport.sync(SyncRequest())
        assert f"Authorization: Bearer {TOKEN}".encode() in side.requests[0]


def test_a_proxy_is_honoured_for_a_hub_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    with OtherSide(lambda _: http(b"", "403 Forbidden", "text/html")) as proxy:
        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        with line("https://hub.example.fi") as transport, pytest.raises(HubUnreachable):
            transport.sync(SyncRequest())
        assert proxy.requests[0].startswith(b"CONNECT hub.example.fi:443")
        assert TOKEN.encode() not in proxy.requests[0]


def test_enrolling_sends_no_token_where_there_is_none() -> None:
    answer = {
        "desk": "d1",
        "desk_name": "Lippukassa",
        "venues": ["v1"],
        "token": "t",
        "hub_public_key": "AAAA",
        "network": {"name": "n", "token_key": "AAAA", "token_epoch": 1, "code_pattern": "[A-Z]{4}"},
        "hub_time": NOW,
    }
    with (
        OtherSide(lambda _: http(json.dumps(answer).encode())) as side,
        Transport(Address.of(side.url), "", SystemClock()) as transport,
    ):
        enrolled = transport.enrol(EnrolRequest(code="ONE-TIME", public_key=b"k" * 32))
        assert b"authorization" not in side.requests[0].lower()
    assert enrolled.venues == ("v1",)


def test_a_download_goes_on_where_it_stopped() -> None:
    def script(request: bytes) -> bytes:
        if b"Range: bytes=4-" in request:
            return http(
                b"efgh", "206 Partial Content", "application/octet-stream", "Content-Range: bytes 4-7/8"
            )
        return http(b"abcdefgh", kind="application/octet-stream")

    with OtherSide(script) as side, line(side.url) as transport:
        with transport.download("/v1/snapshot/x") as (begins, pieces):
            assert (begins, b"".join(pieces)) == (0, b"abcdefgh")
        with transport.download("/v1/snapshot/x", 4) as (begins, pieces):
            assert (begins, b"".join(pieces)) == (4, b"efgh")


def test_a_download_of_a_hub_that_knows_no_ranges_begins_anew() -> None:
    with (
        OtherSide(lambda _: http(b"abcdefgh", kind="x/y")) as side,
        line(side.url) as transport,
        transport.download("/v1/snapshot/x", 4) as (begins, pieces),
    ):
        assert (begins, b"".join(pieces)) == (0, b"abcdefgh")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (http(b"gh", "206 Partial Content", "x/y", "Content-Range: bytes 6-7/8"), HubGarbled),
        (http(b"gh", "206 Partial Content", "x/y"), HubGarbled),
        (http(b'{"error": "gone", "message": "no such list"}', "404 Not Found"), HubRefused),
        (http(b"", "302 Found", "x/y", "Location: /elsewhere"), HubGarbled),
    ],
)
def test_a_download_that_goes_wrong(answer: bytes, kind: type[HubError]) -> None:
    with (
        OtherSide(lambda _: answer) as side,
        line(side.url) as transport,
        pytest.raises(kind),
        transport.download("/v1/snapshot/x", 4),
    ):
        pytest.fail("the download began")


def test_a_download_that_breaks_off() -> None:
    cut = http(b"abcd", kind="x/y", length=8)
    with (
        OtherSide(lambda _: cut) as side,
        line(side.url) as transport,
        transport.download("/v1/snapshot/x") as (_, pieces),
        pytest.raises(HubGarbled),
    ):
        list(pieces)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, str]:
    """A server's side of TLS with a certificate that nobody vouches for, and its fingerprint."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a hub in the house")])
    start = SystemClock().now() - timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "hub.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context, hashlib.sha256(made.public_bytes(serialization.Encoding.DER)).hexdigest()


def test_a_certificate_nobody_vouches_for(certificate: tuple[ssl.SSLContext, str]) -> None:
    with (
        OtherSide(lambda _: http(GOOD), certificate[0]) as side,
        line(side.url) as transport,
        pytest.raises(HubGarbled) as caught,
    ):
        transport.sync(SyncRequest())
    assert b"".join(side.requests) == b""
    assert caught.value.details["reason"] == "tls"


def test_a_certificate_known_by_its_fingerprint(certificate: tuple[ssl.SSLContext, str]) -> None:
    context, fingerprint = certificate
    with (
        OtherSide(lambda _: http(GOOD), context) as side,
        line(side.url, fingerprint=fingerprint) as transport,
    ):
        assert transport.sync(SyncRequest()).answer.v == 1


def test_another_certificate_than_the_one_known(certificate: tuple[ssl.SSLContext, str]) -> None:
    with (
        OtherSide(lambda _: http(GOOD), certificate[0]) as side,
        line(side.url, fingerprint="0" * 64) as transport,
        pytest.raises(HubGarbled),
    ):
        transport.sync(SyncRequest())
    assert b"".join(side.requests) == b""


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("hub.example.fi", "https://hub.example.fi"),
        (" https://hub.example.fi/ ", "https://hub.example.fi"),
        ("hub.example.fi:8443/kaiku/", "https://hub.example.fi:8443/kaiku"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://127.0.0.1", "https://127.0.0.1"),
    ],
)
def test_addresses(typed: str, url: str) -> None:
    assert Address.of(typed).url == url


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "address"),
        ("   ", "address"),
        ("https://", "address"),
        ("hub example", "address"),
        ("https://clerk:pin@hub.example.fi", "address"),
        ("https://hub.example.fi/?a=b", "address"),
        ("https://hub.example.fi:port", "address"),
        ("https://hub.example.fi:0", "address"),
        ("https://[::1", "address"),
        ("http://hub.example.fi", "tls"),
        ("http://192.168.1.5:8000", "tls"),
        ("ftp://127.0.0.1", "tls"),
        ("file:///etc/passwd", "address"),
        ("http://127.0.0.1.example.fi", "tls"),
    ],
)
def test_what_is_no_address(typed: str, fault: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Address.of(typed)
    assert caught.value.details["fault"] == fault


def test_no_token_in_any_repr() -> None:
    transport = line("https://hub.example.fi")
    assert TOKEN not in repr(vars(transport))
    transport.close()
