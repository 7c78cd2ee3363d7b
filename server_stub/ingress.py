"""Everything that is looked at before a handler sees a request: size, media type, encoding, strict JSON."""

import io
import zlib
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import anyio
import msgspec
import zstandard
from starlette.requests import ClientDisconnect, Request

from server_stub.strictness import NotStrict, check_body
from server_stub.troubles import TurnedAway, bad_request, invalid, too_large, unsupported
from sync.protocol import MEDIA_TYPE, decode

_ENCODINGS = ("identity", "gzip", "zstd")
_SECONDS_TO_SEND = 60


async def read_body(request: Request, most: int) -> bytes:
    """The body, unpacked; never more than `most` bytes of it."""
    encoding = _check_envelope(request, most, MEDIA_TYPE, _ENCODINGS)
    chunks = bytearray()
    try:
        await _collect(request, most, chunks)
    except TimeoutError as trouble:
        raise TurnedAway(408, "bad_request", "The request took too long to arrive.", retry_after=1) from trouble
    except ClientDisconnect as trouble:
        raise bad_request("The request was cut short.") from trouble
    return _unpack(bytes(chunks), encoding, most)


async def read_chunk(request: Request, most: int, media_type: str) -> bytes:
    """A piece of a file. Of one that was cut short the beginning is good: its sender goes on from there."""
    _check_envelope(request, most, media_type, ("identity",))
    chunk = bytearray()
    with suppress(TimeoutError, ClientDisconnect):
        await _collect(request, most, chunk)
    return bytes(chunk)


def _check_envelope(request: Request, most: int, media_type: str, encodings: Sequence[str]) -> str:
    """Turn a body away unread if its headers already say that it is not wanted; answers with how it is packed."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != media_type:
        raise unsupported(media_type)
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in encodings:
        raise TurnedAway(415, "media_type", "This compression is not known here.")
    announced = request.headers.get("content-length", "0")
    if announced.isdigit() and int(announced) > most:
        raise too_large(most)
    return encoding


async def _collect(request: Request, most: int, chunks: bytearray) -> None:
    with anyio.fail_after(_SECONDS_TO_SEND):
        async for chunk in request.stream():
            chunks += chunk
            if len(chunks) > most:
                raise too_large(most)


def _unpack(body: bytes, encoding: str, most: int) -> bytes:
    try:
        match encoding:
            case "gzip":
                unpacker = zlib.decompressobj(wbits=31)
                unpacked = unpacker.decompress(body, most + 1)
                is_whole = unpacker.eof
            case "zstd":
                reader = zstandard.ZstdDecompressor(max_window_size=2**23).stream_reader(io.BytesIO(body))
                unpacked, is_whole = reader.read(most + 1), True
            case _:
                return body
    except (zlib.error, zstandard.ZstdError) as trouble:
        raise bad_request("The compressed body can't be unpacked.") from trouble
    if len(unpacked) > most:
        raise too_large(most)
    if not is_whole:
        raise bad_request("The compressed body was cut short.")
    return unpacked


def parse(body: bytes, shape: type[Any]) -> Any:
    """Read one shape: 400 for what isn't JSON as we mean it, 422 for JSON of another shape."""
    try:
        body.decode()
        value = decode(body, shape)
        check_body(body, value)
    except msgspec.ValidationError as trouble:
        _look_twice(body)
        raise invalid(f"{trouble}.") from trouble
    except msgspec.DecodeError as trouble:
        if b"\\ud" in body.lower():
            raise invalid("Text with half a character in it can't be kept.") from trouble
        raise bad_request("The body is not JSON.") from trouble
    except (UnicodeDecodeError, RecursionError, NotStrict) as trouble:
        raise bad_request("The body is not plain JSON: UTF-8, no key twice, not nested deeply.") from trouble
    return value


def _look_twice(body: bytes) -> None:
    """Of another shape and not strict either: the coarser fault is named."""
    try:
        check_body(body, None)
    except NotStrict as trouble:
        raise bad_request(f"The body is not JSON as it is meant here: {trouble}.") from trouble
