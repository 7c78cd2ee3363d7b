"""The real application, called in the very thread that asks: nothing runs beside anything, and nothing is waited for.

For what asks one thing after another, and thousands of times. A stream of events needs `support.inprocess`.
"""

from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

import anyio
import httpx
import pytest
from starlette.types import Message

from support.inprocess import asgi_scope

T = TypeVar("T")


@contextmanager
def without_threads() -> Iterator[None]:
    """The application hands blocking work to threads; here it is done at once.

    Then nothing is waited for either, and neither a loop nor deadlines in its time are needed.
    """

    async def at_once(function: Callable[..., Any], *values: object, **_: object) -> Any:
        return function(*values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(anyio.to_thread, "run_sync", at_once)
        patch.setattr(anyio, "fail_after", nullcontext)
        yield


class AtOnce(httpx.BaseTransport):
    def __init__(self, app: Any) -> None:
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with without_threads():
            return answer(self._app, request)


def answer(app: Any, request: httpx.Request) -> httpx.Response:
    """What the application says, which may have no threads."""
    body = request.read()
    scope = {**asgi_scope(request), "asgi": {"version": "3.0", "spec_version": "2.4"}}  # streams need no loop then
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    _run(app(scope, receive, send))
    content = b"".join(message.get("body", b"") for message in messages[1:])
    return httpx.Response(messages[0]["status"], headers=messages[0]["headers"], stream=httpx.ByteStream(content))


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run to its end what never waits."""
    try:
        work.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    raise AssertionError("the application waited for something")
