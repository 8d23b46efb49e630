"""The hub's web address: version 1 of the protocol over HTTP. The page that binds is docs/protocol.md.

Routes hand over to `sync.hub.hub.Hub`. Every no is a `Refusal` in JSON with a stable word; none of them quotes what was sent,
because one-time codes and tokens would land in logs. Requests are read as bytes: their version is looked at before their fields,
and a sync is judged event by event.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.daywire import CloseAnswer, CloseRequest
from sync.hub import apipage
from sync.hub.closing import close_day
from sync.hub.described import FILE, FILE_EXTRA, OF_ALL, OF_DESKS, body_of, refusals, with_schemas
from sync.hub.enrolment import Desk
from sync.hub.hub import Hub
from sync.hub.intake import read_enrolment
from sync.hub.pace import Pace
from sync.hub.parts import UNSATISFIABLE, PartFile, part_file
from sync.hub.refusals import Refused, SlowDown, TooLarge, Unreadable, WrongToken
from sync.wire import (
    MAX_ENROL_BYTES,
    MAX_REQUEST_BYTES,
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
from validator.errors import KnownError

_log = logging.getLogger(__name__)

_BEARER = HTTPBearer(auto_error=False, description="the token that the desk got at its enrolment")
_WORDS = {404: "not_found", 405: "method_not_allowed", 413: TooLarge.word, UNSATISFIABLE: "range"}
_YEAR_SECONDS = 31_536_000
_ENROL = "/v1/enrol"
"""The one address that takes a body from somebody without a token."""


def create_app(hub: Hub, pace: Pace | None = None) -> FastAPI:
    """The web application over an open hub. Closing the hub is its owner's.

    Args:
        hub: what answers.
        pace: how many requests a desk may make; None: as many as are usual.
    """
    admit = _Door(hub, pace or Pace(hub.database, hub.clock))
    app = FastAPI(
        title="Kaikuportti hub",
        version=__version__,
        responses=refusals(*OF_ALL),
        docs_url=None,  # FastAPI's own pages fetch their scripts from the internet; ours is below
        redoc_url=None,
        redirect_slashes=False,  # desks follow no redirect
    )
    app.add_middleware(_SizeLimit, most={_ENROL: MAX_ENROL_BYTES})
    app.add_exception_handler(KnownError, _refused)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(ClientDisconnect, _refused)
    app.add_exception_handler(Exception, _failed)

    async def desk(shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> Desk:
        if shown is None:
            raise WrongToken("a desk shows its token")
        return await run_in_threadpool(admit, shown.credentials)

    known = Depends(desk)  # named, because a name of this function is no help to an annotation

    @app.get("/v1/health")
    def health() -> Health:
        """The hub is there, and what time it is."""
        return Health(hub_time=hub.clock.now())

    @app.post(
        _ENROL,
        response_model=EnrolAnswer,
        responses=refusals(400, 403, 413, 429),
        openapi_extra=body_of(EnrolRequest),
    )
    async def enrol(request: Request) -> Response:
        """Let a desk in by its one-time code."""
        asked = read_enrolment(await request.body())
        place = request.client.host if request.client else ""
        answer = await run_in_threadpool(lambda: hub.enrol(asked, place).model_dump_json())
        return Response(answer, media_type="application/json")

    @app.post(
        "/v1/sync",
        response_model=SyncAnswer,
        responses=refusals(*OF_DESKS),
        openapi_extra=body_of(SyncRequest),
    )
    async def sync(request: Request, desk: Desk = known) -> Response:
        """One pass of a desk: its events, judged one by one, and what it lacks."""
        body = await request.body()
        answer = await run_in_threadpool(lambda: hub.sync(desk, body).model_dump_json())
        return Response(answer, media_type="application/json")

    @app.post(
        "/v1/rights",
        response_model=RightsAnswer,
        responses=refusals(403, *OF_DESKS),
        openapi_extra=body_of(RightsRequest),
    )
    async def rights(request: Request, desk: Desk = known) -> Response:
        """More rights for a desk, while a customer waits."""
        body = await request.body()
        answer = await run_in_threadpool(lambda: hub.rights(desk, body).model_dump_json())
        return Response(answer, media_type="application/json")

    @app.post(
        "/v1/close",
        response_model=CloseAnswer,
        responses=refusals(*OF_DESKS),
        openapi_extra=body_of(CloseRequest),
    )
    async def close(request: Request, desk: Desk = known) -> Response:
        """What the hub holds of a desk's journal for one day."""
        body = await request.body()
        answer = await run_in_threadpool(lambda: close_day(hub, desk, body).model_dump_json())
        return Response(answer, media_type="application/json")

    @app.get(
        "/v1/snapshot/{digest}",
        response_class=PartFile,
        responses=FILE | refusals(404, UNSATISFIABLE),
        openapi_extra=FILE_EXTRA,
    )
    def snapshot(digest: str) -> PartFile:
        """A whole card list, encrypted. The key is in the sync answer, so nothing needs to be shown here."""
        headers = {"Cache-Control": f"public, max-age={_YEAR_SECONDS}, immutable"}
        return part_file(hub.snapshots.path(digest), headers)

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        """This description, to be read by people."""
        return HTMLResponse(apipage.page(app.openapi()), headers={"Content-Security-Policy": apipage.POLICY})

    app.openapi = with_schemas(app.openapi, EnrolRequest, SyncRequest, RightsRequest, CloseRequest)  # type: ignore[method-assign]
    return app


class _Door:
    """Lets a desk's request in: by its token, and not too many of them."""

    def __init__(self, hub: Hub, pace: Pace) -> None:
        self._hub, self._pace = hub, pace

    def __call__(self, token: str) -> Desk:
        desk = self._hub.desk(token)
        self._pace.check(desk.id)
        return desk


class _SizeLimit:
    """Turns away what is larger than any desk's request to that address, before it is all here."""

    def __init__(self, app: ASGIApp, most: Mapping[str, int]) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen, most = 0, self._most.get(scope.get("path", ""), MAX_REQUEST_BYTES)

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise HTTPException(TooLarge.status, "the request is too large")
            return message

        await self._app(scope, counted, send)


async def _refused(_request: Request, error: Exception) -> JSONResponse:
    headers = None
    if isinstance(error, Refused):
        status, word, message = error.status, error.word, str(error)
    elif isinstance(error, KnownError):
        _log.warning("%s: %s", type(error).__name__, error)
        status, word, message = 503, error.key, "the hub cannot do this now: send it again later"
    elif isinstance(error, HTTPException):
        status, word, message = (
            error.status_code,
            _WORDS.get(error.status_code, "bad_request"),
            str(error.detail),
        )
        headers = error.headers
    else:
        status, word, message = Unreadable.status, Unreadable.word, "the request is no message of ours"
    if status == WrongToken.status:
        headers = {"WWW-Authenticate": "Bearer"}
    if isinstance(error, SlowDown):
        headers = {"Retry-After": str(error.retry_after)}
    return JSONResponse(Refusal(error=word, message=message).model_dump(), status, headers)


async def _failed(_request: Request, _error: Exception) -> JSONResponse:
    refusal = Refusal(error="internal", message="the hub has a bug: it was logged there; send it again later")
    return JSONResponse(refusal.model_dump(), 500)
