"""The server's side of attachments over HTTP: `sync.cargo.Port`, on connections of its own."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager

import httpx

from sync.answers import check, read_body
from sync.blobs import CHUNK_TYPE, LENGTH, OFFSET, TUS, TUS_HEADER, download_path, entity_tag, upload_path
from sync.cargo import Job
from sync.clock import Clock, SystemClock
from sync.errors import Rejected, Unreachable
from sync.http import CONNECT, Token, authorised, open_client
from sync.language import translate
from sync.protocol import PROTOCOL_HEADER
from sync.transport import exchange

# Long enough for a small chunk on a slow line, and the server has a minute's patience as well.
DEADLINE = 60.0


class HttpBytes:
    def __init__(
        self,
        url: str,
        token: Token,
        *,
        clock: Clock | None = None,
        transport: httpx.BaseTransport | None = None,
        may_be_plain: bool = False,
    ) -> None:
        timeout = httpx.Timeout(DEADLINE, connect=CONNECT)
        self._client = open_client(url, transport, timeout, may_be_plain=may_be_plain)
        self._token = token
        self._clock = clock or SystemClock()

    def begin(self, job: Job) -> int:
        return self._upload("POST", job, {LENGTH: f"{job.size}"})

    def send(self, job: Job, offset: int, chunk: bytes) -> int:
        return self._upload("PATCH", job, {OFFSET: f"{offset}", "Content-Type": CHUNK_TYPE}, chunk)

    def fetch(self, job: Job, offset: int, most: int) -> Iterator[bytes]:
        headers = {"Range": f"bytes={offset}-{offset + most - 1}", "If-Range": entity_tag(job.sha256)}
        path = download_path(job.attachment_id, job.part)
        with self._exchange("GET", path, {**headers, "Accept-Encoding": "identity"}) as (response, time_left):
            if response.status_code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
                check(response, read_body(response, time_left), self._clock.now())
            _check_bytes(response, job, offset)
            for piece in _pieces(response, time_left):
                yield piece[:most]
                most -= len(piece)
                if most <= 0:
                    return

    def close(self) -> None:
        self._client.close()

    def _upload(self, method: str, job: Job, headers: Mapping[str, str], chunk: bytes = b"") -> int:
        path = upload_path(job.attachment_id, job.part)
        with self._exchange(method, path, {TUS_HEADER: TUS, **headers}, chunk) as (response, time_left):
            data = read_body(response, time_left)
            is_ours = PROTOCOL_HEADER in response.headers and response.headers.get(TUS_HEADER) == TUS
            if not (is_ours and response.is_success):
                check(response, data, self._clock.now())
            offset = response.headers.get(OFFSET, "")
            if not (is_ours and offset.isascii() and offset.isdigit() and len(offset) < 16):
                raise Unreachable(translate("network", "The answer did not come from the StreamFlow server."))
        if int(offset) > job.size:
            raise Rejected(translate("network", "The server has more of this file than there is of it."))
        return int(offset)

    def _exchange(
        self, method: str, path: str, headers: Mapping[str, str], chunk: bytes = b""
    ) -> AbstractContextManager[tuple[httpx.Response, Callable[[], float]]]:
        given = {**authorised(self._token()), **headers}
        return exchange(
            self._client, self._clock, DEADLINE, method, path, headers=given, content=chunk or None
        )


def _check_bytes(response: httpx.Response, job: Job, offset: int) -> None:
    """Only bytes of this file, and from the place that was asked for."""
    is_ours = PROTOCOL_HEADER in response.headers and response.headers.get("ETag") == entity_tag(job.sha256)
    place = response.headers.get("Content-Range", "")
    is_right_place = place.startswith(f"bytes {offset}-") if response.status_code == 206 else offset == 0
    if not (is_ours and is_right_place):
        raise Unreachable(translate("network", "The answer did not come from the StreamFlow server."))


def _pieces(response: httpx.Response, time_left: Callable[[], float]) -> Iterator[bytes]:
    for piece in response.iter_raw():
        if time_left() <= 0:
            raise Unreachable(translate("network", "The answer took too long."))
        yield piece
