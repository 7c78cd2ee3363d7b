"""What the proxy knows of HTTP/1.1: where a request ends, what is left of an answer, and how to answer by itself."""

import asyncio
import socket
import struct
import sys
from contextlib import suppress

from sync.faults import PORTAL_PAGE, Fault, Kind, status_body, status_headers

# `struct linger`: on, no seconds.
_AT_ONCE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Line:
    """One connection through the proxy, with the fault that strikes the answer that it waits for."""

    far: asyncio.StreamWriter

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._near = writer
        self.pumps: list[asyncio.Future[None]] = []
        self.late: list[bytes] = []
        """Requests that were held up, and arrive when this line has its answer."""
        self.up: asyncio.Future[bytes | None] | None = None
        self._fault: Fault | None = None
        self._answered = 0

    def expect(self, fault: Fault | None) -> None:
        """Another answer begins."""
        self._fault = fault
        self._answered = 0

    def what_is_left(self, data: bytes) -> bytes | None:
        """Of a piece of the answer: None breaks the line at once, less than there was ends it after that."""
        at = self._fault.at_byte - self._answered if self._fault else 0
        self._answered += len(data)
        match self._fault.kind if self._fault else None:
            case Kind.DROP_REPLY:
                return None
            case Kind.TRUNCATE:
                return data[: max(0, at)]
            case Kind.CORRUPT if 0 <= at < len(data):
                return data[:at] + b"\x00" + data[at + 1 :]
            case _:
                return data

    def break_off(self) -> None:
        """Reset both ends: a cut cable says no goodbye."""
        for writer in (self._near, getattr(self, "far", None)):
            if writer is not None and not writer.is_closing():
                with suppress(OSError):
                    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                writer.transport.abort()
        for task in (*self.pumps, self.up):
            if task is not None:
                task.cancel()


async def read_request(reader: asyncio.StreamReader) -> bytes | None:
    """One whole request, None where the client has gone."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, OSError):
        return None
    fields = head.lower().split(b"\r\n")
    if b"transfer-encoding: chunked" in fields:
        return head + await _read_chunks(reader)
    length = next((int(field.partition(b":")[2]) for field in fields if field.startswith(b"content-length:")), 0)
    return head + await reader.readexactly(length)


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while True:
        line = await reader.readuntil(b"\r\n")
        size = int(line.split(b";")[0], 16)
        body += line + await reader.readexactly(size + 2)
        if not size:
            return body


def own_answer(fault: Fault) -> bytes:
    """What the proxy says in the server's place."""
    is_portal = fault.kind is Kind.PORTAL
    body = PORTAL_PAGE if is_portal else status_body(fault)
    headers = {"Content-Type": "text/html"} if is_portal else status_headers(fault)
    headers |= {"Connection": "close", "Content-Length": str(len(body))}
    status = 200 if is_portal else fault.status
    lines = [f"HTTP/1.1 {status} As asked", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode() + body
