"""The wire of attachments' bytes: tus 1.0 for the way up, HTTP ranges for the way down.

An attachment's record says what its bytes are (SHA-256 and size); here are only the names by which they travel. A
picture has two parts, itself and a small preview. See docs/decisions/0022.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

TUS = "1.0.0"
TUS_HEADER = "Tus-Resumable"
OFFSET = "Upload-Offset"
LENGTH = "Upload-Length"
EXPIRES = "Upload-Expires"
CHUNK_TYPE = "application/offset+octet-stream"
BYTES_TYPE = "application/octet-stream"

MAX_CONTENT_BYTES = 100_000_000
MAX_PREVIEW_BYTES = 100_000
MAX_CHUNK_BYTES = 4_000_000

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Part(StrEnum):
    CONTENT = "content"
    PREVIEW = "preview"

    @property
    def prefix(self) -> str:
        """Of the fields of a record that speak of it."""
        return "" if self is Part.CONTENT else "preview_"


def is_awaited(body: Mapping[str, Any], part: Part) -> bool:
    """Whether an attachment has such a part, and the server lacks its bytes."""
    return body.get(f"{part.prefix}sha256") is not None and body.get(f"{part.prefix}stored_at") is None


def upload_path(attachment_id: str, part: Part) -> str:
    return f"/v1/attachments/{attachment_id}/uploads/{part.value}"


def download_path(attachment_id: str, part: Part) -> str:
    return f"/v1/attachments/{attachment_id}/{part.value}"


def entity_tag(sha256: str) -> str:
    """Bytes that are named by their hash have the strongest tag that there is."""
    return f'"{sha256}"'


def is_hash(text: str) -> bool:
    return _HASH.fullmatch(text) is not None


def hash_of(pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
