"""Large answers go out packed, in what the device says it can unpack."""

import gzip

import zstandard

_WORTH_IT = 1_000
_ZSTD_LEVEL = 3
_GZIP_LEVEL = 6


def pack(content: bytes, accepted: str) -> tuple[bytes, dict[str, str]]:
    """The content as it goes out, and the headers that say so."""
    headers = {"Vary": "Accept-Encoding"}
    encodings = {_name(part) for part in accepted.split(",") if not _is_unwanted(part)}
    if len(content) < _WORTH_IT:
        return content, headers
    if "zstd" in encodings:
        # A damaged byte of plain JSON is seen; packed it may unpack to other words. gzip checks that by itself.
        packer = zstandard.ZstdCompressor(_ZSTD_LEVEL, write_checksum=True)
        return packer.compress(content), {**headers, "Content-Encoding": "zstd"}
    if "gzip" in encodings:
        return gzip.compress(content, _GZIP_LEVEL, mtime=0), {**headers, "Content-Encoding": "gzip"}
    return content, headers


def _name(part: str) -> str:
    return part.partition(";")[0].strip().lower()


def _is_unwanted(part: str) -> bool:
    return part.replace(" ", "").lower().endswith((";q=0", ";q=0.0", ";q=0.00", ";q=0.000"))
