"""The application: the route table made into ASGI, with every answer in the protocol's words."""

import logging
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route as StarletteRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server_stub.database import Database, DatabaseAway
from server_stub.files.depot import Depot
from server_stub.files.store import StoreAway
from server_stub.handshake import check_versions
from server_stub.ingress import parse, read_body, read_chunk
from server_stub.openapi import describe
from server_stub.packing import pack
from server_stub.routes import ROUTES, Policy, Route
from server_stub.service import ATTEMPTS, REQUESTS, Call, Reply, Service
from server_stub.throttle import Allowance
from server_stub.troubles import TurnedAway, not_found, too_many, unavailable
from sync.clock import Clock, SystemClock
from sync.errors import StreamFlowError
from sync.protocol import MEDIA_TYPE, PROTOCOL, PROTOCOL_HEADER, encode

log = logging.getLogger(__name__)
access_log = logging.getLogger("server_stub.access")

_STORE_SECONDS = 30
_HEADERS = {PROTOCOL_HEADER: str(PROTOCOL), "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}


def create_app(
    database_url: str,
    clock: Clock | None = None,
    randomness: random.Random | None = None,
    requests: Allowance = REQUESTS,
    attempts: Allowance = ATTEMPTS,
    routes: Sequence[Route] = ROUTES,
    depot: Depot | None = None,
) -> Starlette:
    """Build the application; `app.state.service` holds its parts."""
    service = Service(Database(database_url), clock or SystemClock(), randomness, requests, attempts, depot)
    return build(service, routes)


def build(service: Service, routes: Sequence[Route] = ROUTES) -> Starlette:
    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await anyio.to_thread.run_sync(service.database.warm_up)  # the first device waits for nothing of this
        yield
        service.hub.close()
        service.database.close()

    app = Starlette(
        routes=[_mount(service, route) for route in (*routes, _description(routes))],
        lifespan=lifespan,
        exception_handlers={HTTPException: _turn_away, Exception: _fail},
    )
    app.router.redirect_slashes = False
    app.add_middleware(AccessLog)
    app.state.service = service
    return app


def _description(routes: Sequence[Route]) -> Route:
    text = encode(describe(routes))
    return Route("GET", "/v1/openapi.json", "This description", lambda _call: text, Policy.ANYBODY)


def _mount(service: Service, route: Route) -> StarletteRoute:
    if not isinstance(route.policy, Policy):
        raise StreamFlowError(f"{route.method} {route.path} names no policy: nobody said who may call it.")

    async def endpoint(request: Request) -> Response:
        try:
            return await _answer(service, route, request)
        except TurnedAway as turned:
            return _trouble(turned)
        except DatabaseAway:
            log.warning("the database is not available", exc_info=True)
            return _trouble(unavailable())
        except StoreAway as trouble:
            log.warning("the store of files is not available", exc_info=True)
            return _trouble(TurnedAway(503, "unavailable", str(trouble), retry_after=_STORE_SECONDS))

    return StarletteRoute(route.path, endpoint, methods=[route.method])


async def _answer(service: Service, route: Route, request: Request) -> Response:
    check_versions(request, is_pull=route.is_pull, oldest=service.oldest_program)
    if route.has_no_body and not route.is_stream:
        return await anyio.to_thread.run_sync(lambda: _run(route, _admit(service, route, request)))
    call = await anyio.to_thread.run_sync(_admit, service, route, request)
    if route.takes is not None:
        call = replace(call, raw=await read_body(request, route.most))
    if route.takes_bytes is not None:
        call = replace(call, raw=await read_chunk(request, route.most, route.takes_bytes))
    if route.is_stream:
        lines = route.handler(call)
        return StreamingResponse(lines, headers={**_HEADERS, "X-Accel-Buffering": "no"}, media_type="text/event-stream")
    return await anyio.to_thread.run_sync(_run, route, call, limiter=service.slow if route.is_slow else None)


def _reply(reply: Reply) -> Response:
    headers = {**_HEADERS, **reply.headers}
    if reply.content is None:
        return Response(status_code=reply.status, headers=headers)
    return StreamingResponse(reply.content, status_code=reply.status, headers=headers)


def _admit(service: Service, route: Route, request: Request) -> Call:
    """Nobody's body is read before it is known whose it is."""
    who = None
    if route.policy is not Policy.ANYBODY:
        who = service.door.admit(request.headers.get("authorization", ""), service.clock.now())
        if wait := service.requests.take((who.org, who.device_id)):
            raise too_many(wait)
    return Call(service, request.headers, request.query_params, None, b"", who, request.path_params)


def _run(route: Route, call: Call) -> Response:
    if route.takes is not None:
        call = replace(call, body=parse(call.raw, route.takes))
    result = route.handler(call)
    if isinstance(result, Reply):
        return _reply(result)
    content = result if isinstance(result, bytes) else b"" if result is None else encode(result)
    headers = _HEADERS
    if route.is_packed:
        content, how = pack(content, call.headers.get("accept-encoding", ""))
        headers = _HEADERS | how
    return Response(content, status_code=route.status, headers=headers, media_type=MEDIA_TYPE if content else None)


def _trouble(turned: TurnedAway) -> Response:
    headers = {**_HEADERS, **turned.headers}
    if turned.retry_after is not None:
        headers["Retry-After"] = str(turned.retry_after)
    if turned.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(encode(turned.trouble), status_code=turned.status, headers=headers, media_type=MEDIA_TYPE)


async def _turn_away(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        response = _trouble(TurnedAway(405, "method_not_allowed", "This can't be done here."))
        response.headers.update(error.headers or {})
        return response
    is_missing = error.status_code == 404
    return _trouble(not_found() if is_missing else TurnedAway(error.status_code, "bad_request", error.detail))


async def _fail(_request: Request, _error: Exception) -> Response:
    """The last wall; Starlette raises the error again for the log."""
    return _trouble(TurnedAway(500, "internal", "The server failed on this. It was logged."))


class AccessLog:
    """One line per request in the log: no query, no header, no body, for they may carry secrets."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 0

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            took = (time.perf_counter() - began) * 1000
            path = scope["path"].encode("unicode_escape").decode()[:200]
            access_log.info("%s %s %d %.1f ms", scope["method"], path, status, took)
