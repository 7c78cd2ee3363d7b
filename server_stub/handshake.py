"""Which programs may pull: the protocol that they speak, and the oldest program that the operator still serves.

Pushing is never refused for a version: what an older program has recorded is upcast, whenever it comes.
"""

import re
from typing import NamedTuple

from starlette.requests import Request

from server_stub.troubles import TurnedAway, bad_request
from sync.protocol import PROTOCOL, PROTOCOL_HEADER

OLDEST_PROTOCOL = 1

_PROGRAM = re.compile(r"StreamFlow-Field/(\d{1,6})\.(\d{1,6})\.(\d{1,6})").match
_NUMBERS = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})").fullmatch


class Program(NamedTuple):
    """A program's version, as 0.1.0."""

    major: int
    minor: int
    patch: int

    @classmethod
    def read(cls, text: str) -> "Program":
        """Raises `ValueError` for what is no version."""
        found = _NUMBERS(text)
        if found is None:
            raise ValueError(f"{text} is no version such as 0.1.0.")
        return cls._make(map(int, found.groups()))

    def __str__(self) -> str:
        return ".".join(map(str, self))


def check_versions(request: Request, *, is_pull: bool, oldest: Program | None) -> None:
    """426 where a program that pulls would not understand the answer, or has had its day."""
    named = request.headers.get(PROTOCOL_HEADER)
    if named is not None and not (named.isascii() and named.isdigit() and len(named) <= 6):
        raise bad_request(f"{PROTOCOL_HEADER} is not a number.")
    if not is_pull:
        return
    if named is not None and not OLDEST_PROTOCOL <= int(named) <= PROTOCOL:
        raise _update_needed(f"This server speaks protocol {PROTOCOL}. You can go on working.", oldest)
    program = _PROGRAM(request.headers.get("user-agent", ""))
    if oldest is not None and program is not None and Program._make(map(int, program.groups())) < oldest:
        message = f"Install version {oldest} or later to receive changes. You can go on working; yours are sent."
        raise _update_needed(message, oldest)


def _update_needed(message: str, oldest: Program | None) -> TurnedAway:
    return TurnedAway(426, "update_needed", message, min_version=str(oldest) if oldest else None)
