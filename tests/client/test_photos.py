"""Photos on the way in: upright, no larger than asked for, no place told, no trap opened."""

import io
import struct
import zlib
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from client.pictures import MOST_PIXELS, PREVIEW_EDGE, Photo, Size, read_photo
from sync.blobs import MAX_PREVIEW_BYTES
from sync.errors import InvalidInput

LONDON = ZoneInfo("Europe/London")
SECRET = b"51 deg 30' secret place"


def picture(kind: str = "JPEG", size: tuple[int, int] = (400, 300), orientation: int = 1, **options: Any) -> bytes:
    """Red on its left half; with a place, a comment and a time that the camera has noted."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8769)[0x9003] = "2026:07:03 14:30:00"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 26.0)
    stream = io.BytesIO()
    image.save(stream, kind, exif=exif.tobytes(), **({"comment": SECRET} if kind == "JPEG" else {}), **options)
    return stream.getvalue()


def read(content: bytes, size: Size = Size.ORIGINAL, **options: Any) -> Photo:
    photo = read_photo(content, size, LONDON, **options)
    assert photo is not None
    return photo


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_place_is_forgotten(kind: str, size: Size) -> None:
    content = picture(kind, (3_000, 40))
    assert SECRET in content
    photo = read(content, size)
    assert photo.media_type == f"image/{kind.lower()}"
    for part in (photo.content, photo.preview):
        assert SECRET not in part
        assert 0x8825 not in opened(part).getexif()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 10}, {"icc_profile": b"a profile" * 10}])
def test_an_original_keeps_every_point(options: dict[str, Any]) -> None:
    content = picture("JPEG", (64, 48), **options)
    cleaned = opened(read(content).content)
    assert cleaned.tobytes() == opened(content).tobytes()
    assert cleaned.info.get("icc_profile") == options.get("icc_profile")


def test_an_original_png_keeps_every_point() -> None:
    content = picture("PNG", (64, 48))
    assert opened(read(content).content).tobytes() == opened(content).tobytes()


def test_a_second_picture_behind_the_first_is_left_out() -> None:
    first = picture("JPEG", (64, 48))
    photo = read(first + picture("JPEG", (32, 24)) + SECRET)
    assert SECRET not in photo.content
    assert opened(photo.content).tobytes() == opened(first).tobytes()


def test_a_small_one_that_keeps_its_place_is_the_same_file() -> None:
    content = picture()
    assert read(content, Size.MEDIUM, keeps_location=True).content == content
    large = picture("JPEG", (3_000, 100))
    assert 0x8825 in opened(read(large, Size.SMALL, keeps_location=True).content).getexif()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [Size.SMALL, Size.ORIGINAL])
def test_it_stands_upright(orientation: int, size: Size) -> None:
    """Whatever is done to it, what a viewer shows stays the same."""
    from PIL import ImageOps

    content = picture("JPEG", (1_600, 400), orientation=orientation)
    expected = ImageOps.exif_transpose(opened(content))
    photo = read(content, size)
    for part in (photo.content, photo.preview):
        shown = ImageOps.exif_transpose(opened(part))
        assert abs(shown.width / shown.height - expected.width / expected.height) < 0.05
        for x, y in ((0.1, 0.1), (0.9, 0.9), (0.1, 0.9)):
            at = shown.getpixel((int(shown.width * x), int(shown.height * y)))
            as_expected = expected.getpixel((int(expected.width * x), int(expected.height * y)))
            assert (at[0] > at[2]) == (as_expected[0] > as_expected[2])  # type: ignore[index, operator]  # RGB both


@pytest.mark.parametrize(("size", "edge"), [(Size.SMALL, 1024), (Size.MEDIUM, 2048), (Size.ORIGINAL, 3_000)])
def test_no_larger_than_asked_for(size: Size, edge: int) -> None:
    photo = read(picture("JPEG", (3_000, 1_500)), size)
    assert opened(photo.content).size == (edge, edge // 2)
    assert max(opened(photo.preview).size) == PREVIEW_EDGE


def test_a_preview_is_small_whatever_it_shows() -> None:
    noise = Image.effect_noise((640, 640), 255).convert("RGB")
    stream = io.BytesIO()
    noise.save(stream, "PNG")
    assert len(read(stream.getvalue()).preview) <= MAX_PREVIEW_BYTES


def test_when_it_was_taken() -> None:
    assert read(picture()).taken_at == datetime(2026, 7, 3, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_colour(mode: str) -> None:
    stream = io.BytesIO()
    Image.new(mode, (2_000, 50)).save(stream, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(read(stream.getvalue(), Size.SMALL).content).width == 1024


@pytest.mark.parametrize("content", [b"%PDF-1.7 no picture", b"", b"<svg onload=x>", b"GIF89a\x01\x00\x01\x00"])
def test_what_is_no_photo_is_a_file(content: bytes) -> None:
    assert read_photo(content, Size.MEDIUM, LONDON) is None


def flood(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of so many points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(bytes(10_000))), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("side", [7_100, 60_000, 2_000_000])
def test_a_flood_of_points_is_not_let_in(side: int) -> None:
    assert side * side > MOST_PIXELS["PNG"]
    with pytest.raises(InvalidInput, match="too large to be shown"):
        read_photo(flood(side, side), Size.SMALL, LONDON)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_damaged_picture_is_told(kind: str) -> None:
    content = picture(kind)
    with pytest.raises(InvalidInput, match="damaged"):
        read_photo(content[: len(content) // 2], Size.SMALL, LONDON)
