"""Attachments on the server, for its tests: made by a device, and what became of their bytes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import DecodeError
from sqlalchemy.exc import NoResultFound

from server_stub.files.latches import LATCHES
from support.sending import attachment
from support.wire import WireDevice
from support.world import World

BYTES = bytes(range(256)) * 5
Plant = Callable[[pytest.MonkeyPatch], None]
Check = Callable[[World, pytest.MonkeyPatch], None]


def attached(device: WireDevice, content: bytes = BYTES, **fields: Any) -> str:
    """A lead with an attachment; answers with the attachment's id."""
    lead = device.lead()
    device.apply(lead)
    record = attachment(device, lead, content, **fields)
    device.apply(record)
    return record.id


def stored_at(device: WireDevice, record_id: str) -> Any:
    device.pull()
    return device.held["attachment", record_id].body.get("stored_at")


def files(world: World, folder: str = "") -> list[Path]:
    root = Path(world.server.service.depot.store._folder) / folder
    return sorted(path for path in root.rglob("*") if path.is_file() and path.name != LATCHES)


def assert_caught(plant: Plant, check: Check, world: World, patch: pytest.MonkeyPatch) -> None:
    plant(patch)
    with pytest.raises((AssertionError, NoResultFound, DecodeError)):
        check(world, patch)
