"""The line to the hub: HTTPS requests with bounded time and size. Raises `HubError` kinds only.

1. `HubUnreachable`: nobody answered: no network, no such name, refused, a time-out.
2. `HubRefused`: our hub answered and said no, with a `Refusal`.
3. `HubGarbled`: something else answered: HTML, a redirect (none is followed), half a message, a 500 without our body, another
   version, JSON that is no message of ours.
4. Nothing is tried twice in here. Trying again is the runner's, with its back-off.
5. TLS is required but on this very machine. The system's certificates and proxies are honoured; a hub without a public
   certificate is known by the fingerprint that came with the enrolment.
6. No token, code or key gets into an error's text; nor does what the other side sent, but for a refusal's sentence.

What the messages mean is the courier's.
"""

from __future__ import annotations

import http.client
import ipaddress
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

import requests
import urllib3
from pydantic import ValidationError
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase

from sync.daywire import CloseAnswer, CloseRequest
from sync.message import VERSION, Message
from sync.wire import (
    EnrolAnswer,
    EnrolRequest,
    Health,
    Refusal,
    RightsAnswer,
    RightsRequest,
    SyncAnswer,
    SyncRequest,
)
from validator import __version__
from validator.clock import Clock
from validator.errors import ConfigError, HubGarbled, HubRefused, HubUnreachable

MAX_ANSWER_BYTES = 16 * 1024 * 1024
MAX_REFUSAL_BYTES = 64 * 1024
CHUNK = 64 * 1024
NOBODY = "nobody"
"""The reason of a `HubUnreachable` where no connection came about: nothing can have arrived."""
LONGEST_SENTENCE = 200

_OK, _PARTIAL, _RANGE_NOT_SATISFIABLE = 200, 206, 416
_JSON = "application/json"
_MOST_DIGITS = 6
"""Of the seconds in a Retry-After; more are no such thing."""

Answer = TypeVar("Answer", bound=Message)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a connection, between two pieces of an answer, and for a whole message."""

    connect: float = 5.0
    read: float = 15.0
    whole: float = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a sync, and how many seconds it took."""

    answer: SyncAnswer
    took: float


@dataclass(frozen=True, slots=True)
class Address:
    """Where a hub is.

    Attributes:
        url: without a slash at the end.
        fingerprint: SHA-256 of the hub's certificate (hex), or "" for a publicly certified hub.
        local: whether it is on this very machine, where neither TLS nor a proxy is wanted.
    """

    url: str
    fingerprint: str = ""
    local: bool = False

    @classmethod
    def of(cls, text: str, fingerprint: str = "") -> Address:
        """Read an address as somebody typed it; without a scheme it is HTTPS, or HTTP on this machine.

        Raises:
            ConfigError: it is no address of a hub, or an unprotected one.
        """
        text = text.strip()
        try:
            local = _is_local(urlsplit(text if "://" in text else f"//{text}").hostname)
            parts = urlsplit(text if "://" in text else f"{'http' if local else 'https'}://{text}")
            has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
        except ValueError:
            has_host = False
        if not has_host or parts.username is not None or parts.query or parts.fragment or _is_odd(text):
            raise ConfigError("the hub's address is no address", field="hub", fault="address")
        if parts.scheme != "https" and not (parts.scheme == "http" and local):
            raise ConfigError("the hub's address has to begin with https://", field="hub", fault="tls")
        return cls(f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/"), fingerprint.lower(), local)


@dataclass(frozen=True, slots=True)
class _Bearer(AuthBase):
    """The desk's token. An auth of our own also keeps requests from taking one out of a .netrc."""

    token: Callable[[], str] = field(repr=False)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if token := self.token():
            request.headers["Authorization"] = f"Bearer {token}"
        return request


class Transport:
    """A line to one hub. For one thread at a time; `close` it, or use it in a ``with``.

    Args:
        address: the hub's.
        token: the desk's, or what gives the one of this moment: the hub may renew it.
        clock: for time-outs.
        patience: how long to wait.
    """

    def __init__(
        self,
        address: Address,
        token: str | Callable[[], str],
        clock: Clock,
        patience: Patience | None = None,
    ) -> None:
        self._address = address
        self._clock = clock
        self._patience = patience or Patience()
        self._session = requests.Session()
        self._session.auth = _Bearer((lambda: token) if isinstance(token, str) else token)
        self._session.headers.update({"User-Agent": f"kaikuportti/{__version__}", "Accept": _JSON})
        self._session.trust_env = not address.local
        self._session.verify = not address.fingerprint
        if address.url.startswith("https:"):
            # Reading the system's certificates takes 40 ms.
            self._session.mount("https://", _Certified(address.fingerprint))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        """Present a one-time code."""
        return self._ask("/v1/enrol", request, EnrolAnswer)

    def sync(self, request: SyncRequest) -> Reply:
        """One write-read request."""
        asked = self._clock.monotonic()
        answer = self._ask("/v1/sync", request, SyncAnswer)
        return Reply(answer, self._clock.monotonic() - asked)

    def rights(self, request: RightsRequest) -> RightsAnswer:
        """Ask for rights while a customer waits."""
        return self._ask("/v1/rights", request, RightsAnswer)

    def close_day(self, request: CloseRequest) -> CloseAnswer:
        """Ask what the hub holds of a day."""
        return self._ask("/v1/close", request, CloseAnswer)

    def health(self) -> Health:
        """Whether the hub is there, and its time."""
        headers = {"Accept": _JSON}
        with self._send("GET", "/v1/health", None, headers) as response:
            if response.status_code != _OK:
                raise self._refusal(response)
            return _parse(Health, self._body(response, MAX_REFUSAL_BYTES))

    @contextmanager
    def download(self, path: str, start: int = 0) -> Iterator[tuple[int, Iterator[bytes]]]:
        """Open a file of the hub.

        Args:
            path: below the hub's address.
            start: bytes that we have already.

        Yields:
            where the pieces begin (``start``, or 0 where the hub sends the whole file), and the pieces. Each may raise what this
            may; there is no time for the whole, only between two pieces.
        """
        headers = {"Accept": "application/octet-stream", "Accept-Encoding": "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
        with self._send("GET", path, None, headers) as response:
            if response.status_code not in (_OK, _PARTIAL):
                raise self._refusal(response)
            begins = start if response.status_code == _PARTIAL else 0
            if begins and not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
                raise HubGarbled("another part of the file than asked for", reason="range")
            yield begins, _pieces(response)

    def _ask(self, path: str, message: Message, kind: type[Answer]) -> Answer:
        body = message.model_dump_json().encode()
        with self._send("POST", path, body, {"Content-Type": _JSON}) as response:
            if response.status_code != _OK:
                raise self._refusal(response)
            return _parse(kind, self._body(response, MAX_ANSWER_BYTES))

    @contextmanager
    def _send(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> Iterator[requests.Response]:
        with _translated():
            response = self._session.request(
                method,
                self._address.url + path,
                data=body,
                headers=headers,
                timeout=(self._patience.connect, self._patience.read),
                allow_redirects=False,
                stream=True,
            )
        with response:
            yield response

    def _body(self, response: requests.Response, limit: int) -> bytes:
        """The whole body of a JSON answer, within its limits of size and time."""
        if response.headers.get("Content-Type", "").partition(";")[0].strip().lower() != _JSON:
            raise HubGarbled("the answer is no JSON", reason="type", status=response.status_code)
        end = self._clock.monotonic() + self._patience.whole
        body = bytearray()
        for piece in _pieces(response):
            body += piece
            if len(body) > limit:
                raise HubGarbled("the answer is too long", reason="size")
            if self._clock.monotonic() > end:
                raise HubUnreachable("the answer takes too long", reason="time")
        return bytes(body)

    def _refusal(self, response: requests.Response) -> HubRefused | HubGarbled:
        """The error for any status but 200."""
        status = response.status_code
        if status < requests.codes.bad_request:
            is_elsewhere = status >= requests.codes.multiple_choices
            return HubGarbled(
                f"status {status}", reason="redirect" if is_elsewhere else "status", status=status
            )
        try:
            refusal = _parse(Refusal, self._body(response, MAX_REFUSAL_BYTES))
        except HubGarbled as garbled:
            garbled.details["status"] = status
            return garbled
        sentence = "".join(sign for sign in refusal.message if sign.isprintable())[:LONGEST_SENTENCE]
        known: dict[str, object] = {"error": refusal.error, "reason": sentence, "status": status}
        wait = response.headers.get("Retry-After", "")
        if wait.isascii() and wait.isdigit() and len(wait) <= _MOST_DIGITS:
            known["retry_after"] = int(wait)
        return HubRefused(f"status {status}: {sentence}", **known)


class _Certified(HTTPAdapter):
    """HTTPS by the system's certificates beside those of certifi, or by one certificate's fingerprint."""

    def __init__(self, fingerprint: str) -> None:
        self._tls: dict[str, Any] = (
            {"assert_fingerprint": fingerprint}
            if fingerprint
            else {"ssl_context": ssl.create_default_context()}
        )
        super().__init__()

    def init_poolmanager(
        self,
        connections: int,
        maxsize: int,
        block: bool = False,  # noqa: FBT001, FBT002  (as the adapter declares it)
        **pool_kwargs: Any,  # noqa: ANN401
    ) -> None:
        """Direct connections."""
        super().init_poolmanager(connections, maxsize, block, **pool_kwargs, **self._tls)

    def proxy_manager_for(self, proxy: Any, **proxy_kwargs: Any) -> Any:  # noqa: ANN401
        """Connections through a proxy."""
        return super().proxy_manager_for(proxy, **proxy_kwargs, **self._tls)


def _pieces(response: requests.Response) -> Iterator[bytes]:
    # One piece is what one read of the line gives: `iter_content` would wait until a piece is full, however slowly it drips.
    with _translated():
        while piece := response.raw.read1(CHUNK, decode_content=True):
            yield piece


def _parse(kind: type[Answer], body: bytes) -> Answer:
    try:
        answer = kind.model_validate_json(body)
    except ValidationError as error:
        if _version(body) not in (None, VERSION):
            raise HubGarbled("another version of the messages", reason="version") from None
        place = ".".join(
            str(part) for part in error.errors(include_input=False, include_context=False)[0]["loc"]
        )
        # Without the original: it quotes what was sent.
        raise HubGarbled(f"no {kind.__name__}: {place or 'not JSON'}", reason="message") from None
    if getattr(answer, "v", VERSION) != VERSION:
        raise HubGarbled("another version of the messages", reason="version")
    return answer


class _Versioned(Message):
    v: int | None = None


def _version(body: bytes) -> int | None:
    try:
        return _Versioned.model_validate_json(body).v
    except ValidationError:
        return None


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what requests and urllib3 raise into our kinds."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise HubGarbled("the hub's certificate does not hold", reason="tls") from error
    except (urllib3.exceptions.ProtocolError, urllib3.exceptions.DecodeError) as error:
        raise HubGarbled("half a message", reason="half") from error
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        if _spoke_nonsense(error):
            raise HubGarbled("no HTTP", reason="half") from error
        raise HubUnreachable(f"no answer: {type(error).__name__}", reason=_silence(error)) from error


def _spoke_nonsense(error: BaseException) -> bool:
    """Whether something answered that is no HTTP (a closed line is silence, not nonsense)."""
    inner = next((arg for arg in error.args if isinstance(arg, urllib3.exceptions.ProtocolError)), None)
    cause = inner.args[-1] if inner is not None and inner.args else None
    return isinstance(cause, http.client.HTTPException) and not isinstance(
        cause, http.client.RemoteDisconnected
    )


def _silence(error: BaseException) -> str:
    times_out = (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError)
    if _never_spoke(error):
        return NOBODY
    return "time" if isinstance(error, times_out) else "line"


def _never_spoke(error: BaseException) -> bool:
    """Whether no connection came about at all, so that nothing we sent can have arrived."""
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return True
    inner = error.args[0] if error.args else None
    cause = getattr(inner, "reason", None)
    return isinstance(cause, urllib3.exceptions.NewConnectionError | urllib3.exceptions.ConnectTimeoutError)


def _is_local(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _is_odd(text: str) -> bool:
    return any(sign.isspace() or sign in '\\<>"' or not sign.isprintable() for sign in text)
