"""Attachments over the bare wire: a device that makes the record, sends the bytes and fetches them, step by step."""

import hashlib
from collections.abc import Mapping
from typing import Any

import httpx

from support.wire import WireDevice
from sync.blobs import CHUNK_TYPE, LENGTH, OFFSET, TUS, TUS_HEADER, Part, download_path, upload_path
from sync.kinds import Kind
from sync.protocol import Mutation

TAKEN = "2026-11-20T08:30:00Z"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def attachment(device: WireDevice, subject: Mutation, content: bytes, **fields: Any) -> Mutation:
    """The creation of a record that names these bytes."""
    given = {
        "subject_kind": subject.kind,
        "subject_id": subject.id,
        "name": "boiler.jpg",
        "sha256": sha256(content),
        "size": len(content),
        "media_type": "image/jpeg",
        "purpose": "photo",
        "taken_at": TAKEN,
    }
    return device.create(Kind.ATTACHMENT, **{**given, **fields})


def begin(device: WireDevice, record_id: str, size: int, part: Part = Part.CONTENT) -> httpx.Response:
    return _ask(device, "POST", record_id, part, {LENGTH: f"{size}"})


def offset_of(device: WireDevice, record_id: str, part: Part = Part.CONTENT) -> httpx.Response:
    return _ask(device, "HEAD", record_id, part, {})


def append(
    device: WireDevice,
    record_id: str,
    offset: int,
    chunk: bytes,
    part: Part = Part.CONTENT,
    headers: Mapping[str, str] = {},
) -> httpx.Response:
    given = {OFFSET: f"{offset}", "Content-Type": CHUNK_TYPE, **headers}
    return _ask(device, "PATCH", record_id, part, given, chunk)


def give_up(device: WireDevice, record_id: str, part: Part = Part.CONTENT) -> httpx.Response:
    return _ask(device, "DELETE", record_id, part, {})


def fetch(
    device: WireDevice, record_id: str, part: Part = Part.CONTENT, headers: Mapping[str, str] = {}
) -> httpx.Response:
    return device.http.get(download_path(record_id, part), headers={**device.headers, **headers})


def send_whole(device: WireDevice, record_id: str, content: bytes, part: Part = Part.CONTENT) -> httpx.Response:
    """Begin where it was, and send all the rest."""
    offset = int(begin(device, record_id, len(content), part).headers[OFFSET])
    return append(device, record_id, offset, content[offset:], part)


def _ask(
    device: WireDevice, method: str, record_id: str, part: Part, headers: Mapping[str, str], content: bytes = b""
) -> httpx.Response:
    given = {**device.headers, TUS_HEADER: TUS, **headers}
    return device.http.request(method, upload_path(record_id, part), headers=given, content=content)
