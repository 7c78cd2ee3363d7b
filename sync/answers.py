"""What an HTTP answer means. Only JSON that names our protocol is the server's word; all else is the network's."""

import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol, TypeVar

import httpx
import msgspec
import zstandard

from sync.errors import (
    Busy,
    CursorGone,
    DeviceRevoked,
    EpochChanged,
    NetworkTrouble,
    Rejected,
    SequenceGap,
    StreamForked,
    TooLarge,
    Unauthenticated,
    Unreachable,
    UpdateNeeded,
    WrongUser,
)
from sync.language import translate
from sync.protocol import MAX_REPLY_BYTES, MEDIA_TYPE, PROTOCOL, PROTOCOL_HEADER, Trouble, decode, decode_reply

ENCODINGS = "zstd, gzip"

_LATER = frozenset({408, 425, 429})
_NETWORK_LOGIN = 511
_PIECE = 1_000

T = TypeVar("T")


def read_body(response: httpx.Response, time_left: Callable[[], float], cap: int = MAX_REPLY_BYTES) -> bytes:
    """Read and unpack an answer, never more than `cap` bytes of it, never for longer than there is time.

    An answer made in this process comes already read.
    """
    if response.is_stream_consumed:
        return response.content
    parts: list[bytes] = []
    size = 0
    for part in response.iter_raw():
        size += len(part)
        if size > cap:
            raise Unreachable(translate("network", "The answer was far too large and was not read to its end."))
        if time_left() <= 0:
            raise Unreachable(translate("network", "The answer took too long."))
        parts.append(part)
    return _unpack(b"".join(parts), response.headers.get("content-encoding", "identity").lower(), cap)


def answer(response: httpx.Response, data: bytes, shape: type[T], now: datetime) -> T:
    """The value in an answer. Raises the `NetworkTrouble` that any other answer stands for."""
    check(response, data, now)
    return decode_reply(data, shape)


def check(response: httpx.Response, data: bytes, now: datetime) -> None:
    """Raise the `NetworkTrouble` that this answer stands for, unless it is the server's and a success."""
    is_ours = is_from_server(response)
    if not 200 <= response.status_code < 300:
        raise _trouble(response, _told(data) if is_ours else None, now)
    if not is_ours:
        raise Unreachable(
            translate("network", "The answer did not come from the StreamFlow server. Is there a network login page?")
        )
    if response.headers[PROTOCOL_HEADER] != str(PROTOCOL):
        raise UpdateNeeded(translate("network", "The server speaks a newer language than this program."))


def is_from_server(response: httpx.Response, media_type: str = MEDIA_TYPE) -> bool:
    found = str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()
    return found == media_type and PROTOCOL_HEADER in response.headers


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    def decompress(self, data: bytes, /) -> bytes: ...


def _unpack(data: bytes, encoding: str, cap: int) -> bytes:
    try:
        match encoding:
            case "identity":
                unpacked = data
            case "gzip":
                unpacked = _inflate(zlib.decompressobj(zlib.MAX_WBITS | 16), data, cap)
            case "zstd":
                unpacked = _inflate(zstandard.ZstdDecompressor().decompressobj(), data, cap)
            case _:
                raise Unreachable(translate("network", "The answer is packed in a way that nobody asked for."))
    except (zlib.error, zstandard.ZstdError) as trouble:
        raise Unreachable(translate("network", "The answer arrived damaged.")) from trouble
    if len(unpacked) > cap:
        raise Unreachable(translate("network", "The answer was far too large when unpacked."))
    return unpacked


def _inflate(unpacker: _Unpacker, packed: bytes, cap: int) -> bytes:
    """Piece by piece, since little may unpack to very much; and to its very end, where the checksum stands."""
    unpacked = bytearray()
    for start in range(0, len(packed), _PIECE):
        unpacked += unpacker.decompress(packed[start : start + _PIECE])
        if len(unpacked) > cap:
            return bytes(unpacked)
    if not unpacker.eof:
        raise Unreachable(translate("network", "The answer arrived damaged."))
    return bytes(unpacked)


def _told(data: bytes) -> Trouble | None:
    try:
        return decode(data, Trouble)
    except msgspec.DecodeError:
        return None


def _trouble(response: httpx.Response, told: Trouble | None, now: datetime) -> NetworkTrouble:
    status = response.status_code
    if status in _LATER or (status >= 500 and status != _NETWORK_LOGIN):
        message = (
            told.message
            if told
            else translate("network", "The server is busy or out of order ({status}).").format(status=status)
        )
        return Busy(message, _retry_after(response, now), status)
    if told is None:
        return Unreachable(
            translate("network", "The answer ({status}) did not come from the StreamFlow server.").format(status=status)
        )
    match status, told.error:
        case 401, _:
            return Unauthenticated(told.message)
        case 403, "wrong_user":
            return WrongUser(told.message)
        case 403, "device_revoked":
            return DeviceRevoked(told.message)
        case 409, "forked":
            return StreamForked(told.message)
        case 409, "seq_gap":
            return SequenceGap(told.message, told.expected_seq or 1)
        case 409, "epoch" if told.epoch:
            return EpochChanged(told.message, told.epoch)
        case 409, _:
            return Busy(told.message, _retry_after(response, now), status)
        case 410, _:
            return CursorGone(told.message)
        case 413, _:
            return TooLarge(told.message)
        case 426, _:
            return UpdateNeeded(told.message)
        case _:
            return Rejected(told.message, told.error)


def _retry_after(response: httpx.Response, now: datetime) -> float | None:
    """Seconds that the server asks for: a number, or a date by its own clock."""
    text = response.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    until = _http_date(text)
    if until is None:
        return None
    return max(0.0, (until - (_http_date(response.headers.get("date", "")) or now)).total_seconds())


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
