"""The real server inside the test's process, reached through a synchronous httpx transport: no socket, no port.

    server = InProcessServer(database_url, clock)
    http = httpx.Client(transport=server.transport, base_url="http://server")

The application runs on an event loop in a thread of its own, so that streams (server-sent events) work as they do over
a socket. `server.close()` ends it.
"""

import asyncio
import queue
import random
import threading
from collections.abc import Coroutine, Iterator
from typing import Any, TypeVar

import httpx
from starlette.applications import Starlette
from starlette.types import Message

from server_stub.admin import Office
from server_stub.app import create_app
from sync.clock import Clock, SystemClock
from sync.records import Crew, User
from sync.terms import Role

BASE_URL = "http://server"
_MOMENT = 1.0

T = TypeVar("T")


class _Loop:
    """An event loop in a thread."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="asgi", daemon=True)
        self._thread.start()

    def start(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def call(self, function: Any) -> None:
        self._loop.call_soon_threadsafe(function)

    def close(self) -> None:
        async def finish() -> None:
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            # What is under way in a thread ends by itself; cancelled, it would go on without anybody who waits for it.
            rest = (await asyncio.wait(tasks, timeout=_MOMENT))[1] if tasks else ()
            for task in rest:
                task.cancel()
            await asyncio.gather(*rest, return_exceptions=True)

        self.start(finish()).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


class _Exchange(httpx.SyncByteStream):
    """One request's answer, chunk by chunk."""

    def __init__(self, loop: _Loop, app: Any, scope: dict[str, Any], body: bytes) -> None:
        self._loop = loop
        self._messages: queue.Queue[Message | BaseException | None] = queue.Queue()
        self._gone: asyncio.Event | None = None
        self._task = loop.start(self._run(app, scope, body))

    def start(self) -> Message:
        return self._next() or {}

    def __iter__(self) -> Iterator[bytes]:
        while (message := self._next()) is not None:
            if message["type"] == "http.response.body" and message.get("body"):
                yield message["body"]

    def close(self) -> None:
        if self._gone is not None:
            self._loop.call(self._gone.set)

    def _next(self) -> Message | None:
        message = self._messages.get()
        if isinstance(message, BaseException):
            raise message
        return message

    async def _run(self, app: Any, scope: dict[str, Any], body: bytes) -> None:
        self._gone = gone = asyncio.Event()
        is_sent = False

        async def receive() -> Message:
            nonlocal is_sent
            if not is_sent:
                is_sent = True
                return {"type": "http.request", "body": body, "more_body": False}
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            self._messages.put(message)

        try:
            await app(scope, receive, send)
        except BaseException as error:
            self._messages.put(error)
            if not isinstance(error, Exception):
                raise
        finally:
            self._messages.put(None)


def asgi_scope(request: httpx.Request) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": request.url.raw_path,
        "query_string": request.url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (request.url.host, request.url.port),
        "client": ("127.0.0.1", 1),
    }


class AsgiTransport(httpx.BaseTransport):
    def __init__(self, app: Any) -> None:
        self._app = app
        self._loop = _Loop()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        exchange = _Exchange(self._loop, self._app, asgi_scope(request), request.read())
        start = exchange.start()
        return httpx.Response(start["status"], headers=start["headers"], stream=exchange)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something on the server's own loop."""
        result: T = self._loop.start(work).result(10)
        return result

    def stop(self) -> None:
        """End the loop. A client that is closed leaves it running: several clients share one transport."""
        self._loop.close()


class InProcessServer:
    """The application, its operator's desk and a way in."""

    def __init__(
        self, database_url: str, clock: Clock | None = None, randomness: random.Random | None = None, **options: Any
    ) -> None:
        self.clock = clock or SystemClock()
        self.app: Starlette = create_app(database_url, self.clock, randomness, **options)
        self.service = self.app.state.service
        self.office = Office(self.service.database, self.clock, randomness)
        self.transport = AsgiTransport(self.app)

    def client(self) -> httpx.Client:
        return httpx.Client(transport=self.transport, base_url=BASE_URL)

    def close(self) -> None:
        self.service.hub.close()
        self.transport.stop()
        self.service.database.close()


PASSWORD = "correct horse"


def found_company(server: InProcessServer, code: str = "acme", time_zone: str = "UTC") -> dict[str, str]:
    """An organisation with one user of each role, all with `PASSWORD`; returns ids by name, `organisation` included.

    worker@, lead@, office@, owner@<code>.test; the worker belongs to the crew that the crew lead leads;
    other@ is a worker of no crew.
    """
    office = server.office
    organisation_id = office.create_organisation(code, name=code.title(), time_zone=time_zone)
    ids = {name: office.new_id() for name in ("crew", "worker", "lead", "office", "owner", "other")}
    office.add_crew(organisation_id, Crew(id=ids["crew"], name="North crew", lead_id=ids["lead"]))
    roles = {"worker": Role.WORKER, "lead": Role.CREW_LEAD, "office": Role.OFFICE, "owner": Role.OWNER}
    roles["other"] = Role.WORKER
    for name, role in roles.items():
        crew_id = ids["crew"] if name in ("worker", "lead") else None
        user = User(id=ids[name], name=name.title(), role=role, crew_id=crew_id, email=f"{name}@{code}.test")
        office.add_user(organisation_id, user, PASSWORD)
    return {**ids, "organisation": organisation_id}
