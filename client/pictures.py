"""Photos on their way in: turned upright, made smaller, their place of taking forgotten, and a preview beside them.

Pillow does the decoding, here and nowhere else, and only for the three formats that cameras and screens make: the
command line needs it as much as the window does, and neither may let a location out or a flood of pixels in.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from sync.blobs import MAX_PREVIEW_BYTES
from sync.errors import InvalidInput, Problem
from sync.language import translate

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

MOST_PIXELS = {"JPEG": 250_000_000, "PNG": 50_000_000, "WEBP": 50_000_000}
PREVIEW_EDGE = 320

_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_ORIENTATION, _TAKEN, _TAKEN_OFFSET, _EXIF = 0x0112, 0x9003, 0x9011, 0x8769
_QUALITIES = (75, 60, 45, 30, 15)
# JPEG segments that may speak of people and places: all but JFIF (E0), colour profile (E2) and Adobe's colours (EE).
_TELLING_SEGMENTS = frozenset(range(0xE0, 0xF0)) - {0xE0, 0xE2, 0xEE} | {0xFE}
_SCAN, _FILL, _END = 0xDA, 0xFF, b"\xff\xd9"
_NEXT_MARKER = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])")
_TELLING_CHUNKS = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})


class Size(StrEnum):
    """How large a photo is sent; the value is what people read."""

    SMALL = "small"
    MEDIUM = "medium"
    ORIGINAL = "original"


EDGES: dict[Size, int | None] = {Size.SMALL: 1024, Size.MEDIUM: 2048, Size.ORIGINAL: None}


@dataclass(frozen=True)
class Photo:
    content: bytes
    media_type: str
    preview: bytes
    taken_at: datetime | None


def read_photo(content: bytes, size: Size, zone: tzinfo, *, keeps_location: bool = False) -> Photo | None:
    """A picture ready to be attached; None where it is none of ours. Raises `InvalidInput` for one that is a trap."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # ours is stricter, and knows the format
    try:
        with Image.open(io.BytesIO(content), formats=tuple(_TYPES)) as image:
            kind = "JPEG" if image.format == "MPO" else image.format or ""
            if image.width * image.height > MOST_PIXELS[kind]:
                raise _wrong(
                    translate("pictures", "This picture is too large to be shown: {width} × {height} points.").format(
                        width=image.width, height=image.height
                    )
                )
            exif = image.getexif()
            orientation, taken_at = exif.get(_ORIENTATION, 1), _taken_at(exif.get_ifd(_EXIF), zone)
            edge = EDGES[size]
            is_small = edge is None or max(image.size) <= edge
            needed = 2 * PREVIEW_EDGE if is_small and kind in _CLEANERS else edge or max(image.size)
            image.draft("RGB", (needed, needed))  # a JPEG is read no larger than it is needed
            image.load()
            upright = _shown(ImageOps.exif_transpose(image))
    except InvalidInput:
        raise
    except (OSError, ValueError, SyntaxError, EOFError) as trouble:  # what Pillow raises on damaged pictures
        if _looks_like_one(content):
            raise _wrong(translate("pictures", "This picture is damaged and can't be read.")) from trouble
        return None
    preview = _fitting(_shrunk(upright, PREVIEW_EDGE))
    if is_small and keeps_location:
        return Photo(content, _TYPES[kind], preview, taken_at)
    if is_small and kind in _CLEANERS:
        return Photo(_CLEANERS[kind](content, orientation), _TYPES[kind], preview, taken_at)
    kept = exif if keeps_location else None
    return Photo(_encoded(_shrunk(upright, edge), kind, kept), _TYPES[kind], preview, taken_at)


def _looks_like_one(content: bytes) -> bool:
    return content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or content[8:12] == b"WEBP"


def _shown(image: "Image") -> "Image":
    """Sixteen bits of grey, as scanners make them, as the eight that screens show."""
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L") if image.mode[0] == "I" else image


def _shrunk(image: "Image", edge: int | None) -> "Image":
    from PIL import Image

    if edge is None or max(image.size) <= edge:
        return image
    small = image.copy()
    small.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    return small


def _encoded(image: "Image", kind: str, exif: "Exif | None") -> bytes:
    stream = io.BytesIO()
    clean = image.convert("RGB") if kind == "JPEG" else image
    clean.info = {name: value for name, value in clean.info.items() if name == "icc_profile"}
    if exif is not None:
        exif[_ORIENTATION] = 1
    more = {"exif": exif.tobytes()} if exif is not None else {}
    clean.save(stream, kind, quality=85, **more)
    return stream.getvalue()


def _fitting(image: "Image") -> bytes:
    """A JPEG that is surely small, on white where the picture is clear."""
    from PIL import Image

    paper = Image.new("RGB", image.size, "white")
    whole = image.convert("RGBA")
    paper.paste(whole, mask=whole)
    for quality in _QUALITIES:
        stream = io.BytesIO()
        paper.save(stream, "JPEG", quality=quality, optimize=True)
        if stream.tell() <= MAX_PREVIEW_BYTES:
            break
    return stream.getvalue()


def _clean_jpeg(content: bytes, orientation: int) -> bytes:
    """The same picture, point for point, without what is told beside it; which way is up stays."""
    from PIL import Image

    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    told = exif.tobytes()
    parts = [b"\xff\xd8"]
    if orientation != 1:
        parts.append(b"\xff\xe1" + (len(told) + 2).to_bytes(2, "big") + told)
    parts += _segments(content)
    return b"".join(parts)


def _segments(content: bytes) -> Iterator[bytes]:
    """Up to the picture's end: what phones append to it tells a story of its own."""
    at = 2
    while at + 4 <= len(content):
        marker = content[at + 1]
        if marker == _FILL:
            at += 1
            continue
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == _SCAN:
            found = _NEXT_MARKER.search(content, end)
            end = found.start() if found else len(content)
        if marker not in _TELLING_SEGMENTS:
            yield content[at:end]
        at = end
        if content[at : at + 2] == _END:
            break
    yield _END


def _clean_png(content: bytes, _orientation: int) -> bytes:
    parts, at = [content[:8]], 8
    while at + 8 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] not in _TELLING_CHUNKS:
            parts.append(content[at:end])
        if content[at + 4 : at + 8] == b"IEND":
            break
        at = end
    return b"".join(parts)


_CLEANERS = {"JPEG": _clean_jpeg, "PNG": _clean_png}


def _taken_at(told: dict[int, object], zone: tzinfo) -> datetime | None:
    """When the camera says it was; cameras without an offset mean the time on the wall where they are."""
    text, offset = str(told.get(_TAKEN, "")), str(told.get(_TAKEN_OFFSET, ""))
    try:
        wall = datetime.strptime(text.strip("\x00 "), "%Y:%m:%d %H:%M:%S").replace(tzinfo=zone)
        if offset[:1] in ("+", "-"):
            minutes = int(offset[1:3]) * 60 + int(offset[4:6])
            away = timedelta(minutes=-minutes if offset[0] == "-" else minutes)
            wall = wall.replace(tzinfo=UTC) - away
        return wall.astimezone(UTC) if 1990 < wall.year < 2200 else None
    except (ValueError, OverflowError):
        return None


def _wrong(what: str) -> InvalidInput:
    return InvalidInput(
        Problem("file", "invalid", translate("pictures", "{what} Nothing was attached.").format(what=what))
    )
